//! Every number of an explanation, recomputed from the facts by code that shares nothing with the crate's.

use std::collections::BTreeMap;

use crate::worlds::{TODAY, world};
use muster_domain::organization::OfficeKind;
use muster_domain::policy::Lever;
use muster_domain::workforce::{BilletTerms, Person, Supported};
use muster_domain::{BilletId, CycleId, Date, PersonId, Service, World};
use muster_slate::{Explainer, PartWhy, compute};
use proptest::prelude::*;

/// What the tests know of a pair, counted anew.
struct Pair<'w> {
    world: &'w World,
    cycle: CycleId,
    person: PersonId,
    billet: BilletId,
}

impl<'w> Pair<'w> {
    fn who(&self) -> &'w Person {
        &self.world.people[self.person]
    }

    fn first(&self) -> Date {
        self.world.cycles[self.cycle].window.from().max(TODAY)
    }

    /// Billet and rotation date of the last primary tour.
    fn last(&self) -> Option<(BilletId, Date)> {
        let tours = self.world.tours.iter().map(|(_, tour)| tour);
        let own = tours.filter(|tour| tour.person == self.person && tour.is_primary() && tour.cancelled.is_none());
        own.max_by_key(|tour| (tour.rotation, tour.report)).map(|tour| (tour.billet, tour.rotation))
    }

    fn free(&self) -> Date {
        self.last().map_or(self.first(), |(_, rotation)| rotation.max(self.first()))
    }

    /// The first day of the window from which no tour holds the billet and no approved gap excuses it.
    fn open_from(&self) -> Date {
        let billet = &self.world.billets[self.billet];
        let mut day = self.first().max(billet.authorised.from());
        let taken = |day: Date| {
            self.world
                .tours
                .iter()
                .any(|(_, tour)| tour.billet == self.billet && tour.report <= day && day < tour.rotation)
                || billet.gap_on(day).is_some()
        };
        while taken(day) {
            day = day.tomorrow().unwrap();
        }
        day
    }

    fn report(&self) -> Date {
        let available = self.who().personal.as_ref().and_then(|personal| personal.available_from).unwrap_or(TODAY);
        let who = self.who();
        let billet = &self.world.billets[self.billet];
        let terms = billet.terms.at_or_first(self.open_from()).unwrap();
        let abroad = self.world.posts[terms.place].country.is_some();
        let mut from = self.open_from().max(self.free()).max(available);
        let latest = self.open_from().saturating_add(jiff::Span::new().days(self.lever(Lever::ReportWindowDays)));
        let control = who.personal.as_ref().and_then(|personal| personal.overseas_control);
        if who.service.is_military() && abroad && control.is_some_and(|day| day <= latest) {
            from = from.max(control.unwrap());
        }
        // Whatever is not held on the day puts it off; nothing that is held comes back once it has run out.
        let latest = latest.max(from);
        let mut report = from;
        for _ in 0..4 {
            let waits = self.waits(report).into_iter().map(|(day, _)| day).filter(|day| *day <= latest);
            report = report.max(waits.max().unwrap_or(report));
        }
        report
    }

    fn lever(&self, lever: Lever) -> i64 {
        self.world.lever(lever, TODAY)
    }

    /// What is missing on a day: when it would be there, and the weeks of training in it.
    fn waits(&self, day: Date) -> Vec<(Date, i64)> {
        let (who, billet) = (self.who(), &self.world.billets[self.billet]);
        let terms = billet.terms.at_or_first(self.open_from()).unwrap();
        let weeks = |weeks: i64| (TODAY.saturating_add(jiff::Span::new().days(7 * weeks)), weeks);
        let mut waits = Vec::new();
        let current = |score: &&muster_domain::workforce::LanguageScore| {
            score.tested.saturating_add(jiff::Span::new().months(60)) > day
        };
        let missing: Vec<_> = terms
            .languages
            .iter()
            .filter(|need| !who.languages.iter().filter(current).any(|score| score.reaches(need)))
            .collect();
        // The only language here is Arabic, of category IV; a course reaches level 2.
        if !missing.is_empty() && missing.iter().all(|need| need.reading.max(need.speaking).half_steps() <= 4) {
            waits.push(weeks(self.lever(Lever::CourseWeeksFour) * missing.len() as i64));
        }
        if let Some(code) = terms.sc_code {
            let held = who.certificates.iter().filter(|held| {
                held.area == code.area && held.earned <= day && held.lapses.is_none_or(|lapses| day < lapses)
            });
            let level = |level: muster_domain::workforce::CertificateLevel| level as i64 + 1;
            let short = level(code.certificate_level()) - held.map(|held| level(held.level)).max().unwrap_or(0);
            if short > 0 {
                waits.push(weeks(self.lever(Lever::CertificateWeeks) * short));
            }
        }
        if who.clearance.on(day) < terms.clearance {
            let months = match terms.clearance {
                muster_domain::workforce::Clearance::Secret => self.lever(Lever::ClearanceSecretMonths),
                _ => self.lever(Lever::ClearanceTopSecretMonths),
            };
            waits.push((TODAY.saturating_add(jiff::Span::new().months(months)), 0));
        }
        waits
    }

    fn terms(&self) -> &'w BilletTerms {
        self.world.billets[self.billet].on(self.report()).unwrap()
    }

    fn accompanied(&self) -> bool {
        let status = self.world.posts[self.terms().place].status_on(self.report());
        self.who().family.as_ref().unwrap().dependents > 0 && self.terms().accompanied && status.takes_dependents()
    }

    fn rotation(&self) -> Date {
        let length = self.terms().tour_length;
        let months = if self.accompanied() { length.accompanied_months } else { length.unaccompanied_months };
        let full = self.report().saturating_add(jiff::Span::new().months(i64::from(months)));
        let separates = self.who().personal.as_ref().unwrap().separates.unwrap_or(Date::MAX);
        let end = self.world.billets[self.billet].authorised.until().unwrap_or(Date::MAX);
        *[full, separates, end].iter().min().unwrap()
    }

    /// Amounts by lever, those that are not nothing.
    fn amounts(&self) -> BTreeMap<Lever, i64> {
        let (report, terms, who) = (self.report(), self.terms(), self.who());
        let days = |from: Date, to: Date| i64::from(from.until(to).unwrap().get_days());
        let hard = |place, on| {
            let post: &muster_domain::organization::Post = &self.world.posts[place];
            post.differentials.at(on).is_some_and(|differentials| differentials.hardship_pct >= 20)
        };
        let before = self.last().map(|(billet, rotation)| {
            self.world.billets[billet].terms.at_or_first(rotation.yesterday().unwrap()).unwrap().clone()
        });
        let grade: i64 = {
            let step =
                |grade: muster_domain::Grade| grade.to_string().split_once('-').unwrap().1.parse::<i64>().unwrap();
            (step(who.grade_on(self.free())) - step(terms.grade)).abs()
        };
        let margin =
            who.languages.iter().filter(|score| score.tested.saturating_add(jiff::Span::new().months(60)) > report);
        let margin = margin.map(|score| {
            let need = terms.languages.iter().find(|need| need.language == score.language);
            let need = need.map_or(0, |need| i64::from(need.speaking.half_steps()));
            (i64::from(score.speaking.half_steps()) - need).max(0)
        });
        let list =
            Some(self.world.cycles[self.cycle].ballot.ranked(self.person, TODAY)).filter(|list| !list.is_empty());
        let rank = list.and_then(|list| list.iter().position(|billet| *billet == self.billet));
        let certified = who.certificates.iter().any(|certificate| {
            certificate.area == terms.functional_area
                && certificate.earned <= report
                && certificate.lapses.is_none_or(|lapses| report < lapses)
        });
        let far = before.as_ref().map_or(0, |from| {
            let km = self.world.posts[from.place].distance_km(&self.world.posts[terms.place]);
            (f64::from(km) / 1000.0).round() as i64
        });
        let again = before.as_ref().is_some_and(|from| hard(from.place, self.free()) && hard(terms.place, report));
        let all = [
            (Lever::GradeCost, grade),
            (Lever::FunctionalAreaCost, i64::from(!certified)),
            (Lever::LanguageMarginCost, margin.max().unwrap_or(0)),
            (Lever::PreferenceCost, rank.unwrap_or(0) as i64),
            (Lever::UnlistedCost, i64::from(list.is_some() && rank.is_none())),
            (Lever::MoveCost, far),
            (Lever::GapDayCost, days(self.open_from(), report)),
            (Lever::HardshipRepeatCost, i64::from(again)),
            (Lever::TrainingWeekCost, self.waits(report).into_iter().map(|(_, weeks)| weeks).sum()),
        ];
        all.into_iter().filter(|(_, amount)| *amount != 0).collect()
    }
}

/// What leaving a billet unfilled costs, counted anew.
fn unfilled(world: &World, billet: BilletId, open_from: Date) -> BTreeMap<Lever, i64> {
    let terms = world.billets[billet].on(open_from).unwrap();
    let office = &world.offices[terms.office];
    let country = if office.kind == OfficeKind::Sco {
        office.country
    } else {
        // The largest share; of equal ones the country registered first.
        let mut best = None;
        for support in &terms.supports {
            if let Supported::Country(country) = support.supported
                && best.is_none_or(|(share, held)| (support.share_per_mille, held) > (share, country))
            {
                best = Some((support.share_per_mille, country));
            }
        }
        best.map(|(_, country)| country)
    };
    let steps = country.map_or(0, |country| i64::from(world.countries[country].priority_on(TODAY)));
    [(Lever::VacancyCost, 1), (Lever::PriorityCost, steps), (Lever::KeyBilletCost, i64::from(terms.key))]
        .into_iter()
        .filter(|(_, amount)| *amount != 0)
        .collect()
}

/// The points of these amounts, after checking that the parts say the same.
fn checked(world: &World, parts: &[PartWhy], amounts: &BTreeMap<Lever, i64>) -> i64 {
    let said: BTreeMap<Lever, i64> = parts.iter().map(|part| (part.lever, part.amount)).collect();
    assert_eq!(said, *amounts);
    for part in parts {
        assert_eq!(part.rate, world.lever(part.lever, TODAY));
        assert_eq!(part.points, part.amount * part.rate);
        assert_eq!(part.meaning, part.lever.definition().meaning);
    }
    amounts.iter().map(|(lever, amount)| amount * world.lever(*lever, TODAY)).sum()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn recomputes_every_number_of_an_explanation_from_the_facts(seed in any::<u64>()) {
        let (world, cycle) = world(seed, 25, 30);
        let slate = compute(&world, cycle, TODAY).unwrap();
        let explainer = Explainer::of_computed(&world, &slate).unwrap();
        let mut total = 0;
        for line in slate.lines() {
            let pair = Pair { world: &world, cycle, person: line.person, billet: line.billet };
            let why = explainer.line(line);
            prop_assert_eq!((why.report, why.rotation), (pair.report(), pair.rotation()));
            prop_assert_eq!(why.accompanied, pair.accompanied());
            prop_assert_eq!(why.cost, checked(&world, &why.parts, &pair.amounts()));
            let instead: i64 = unfilled(&world, line.billet, pair.open_from())
                .iter()
                .map(|(lever, amount)| amount * world.lever(*lever, TODAY))
                .sum();
            prop_assert_eq!(why.unfilled_cost, Some(instead));
            prop_assert!(why.rules.iter().all(|rule| rule.checked.passed));
            if let Some(next) = why.runner_up {
                let other = Pair { world: &world, cycle, person: next.person, billet: line.billet };
                let cost: i64 =
                    other.amounts().iter().map(|(lever, amount)| amount * world.lever(*lever, TODAY)).sum();
                prop_assert_eq!(next.cost, Some(cost));
                prop_assert!(next.costs_more >= 0);
            }
            total += why.cost;
        }
        for opening in slate.unfilled() {
            let why = explainer.unfilled(opening.billet).unwrap();
            prop_assert_eq!(why.cost, checked(&world, &why.parts, &unfilled(&world, opening.billet, why.open_from)));
            let rules: Vec<_> = slate.movers().iter().map(|m| explainer.rules(m.person, opening.billet).unwrap()).collect();
            let fails = |rules: &Vec<muster_slate::RuleWhy>| rules.iter().filter(|rule| !rule.checked.passed).count();
            prop_assert_eq!(why.eligible, rules.iter().filter(|rules| fails(rules) == 0).count());
            prop_assert_eq!(Some(why.eligible), slate.eligible_for(opening.billet));
            let near: usize = why.near_misses.iter().map(|miss| miss.count).sum();
            prop_assert_eq!(near, rules.iter().filter(|rules| fails(rules) == 1).count());
            let open = slate.movers().iter().any(|it| {
                let (person, billet) = (it.person, opening.billet);
                slate.cost_of(person, billet).is_some() && !slate.is_closed(person, billet)
            });
            prop_assert!(open || why.filled_costs_more.is_none());
            prop_assert!(why.filled_costs_more.is_some() || !open || !slate.limits().is_empty());
            total += why.cost;
        }
        for mover in slate.unmatched() {
            let why = explainer.unmatched(mover.person).unwrap();
            prop_assert_eq!(why.cost, world.lever(Lever::UnassignedCost, TODAY));
            prop_assert_eq!(Some(why.eligible), slate.eligible_of(mover.person));
            prop_assert!(why.eligible > 0 || why.assigned_costs_more.is_none());
            prop_assert!(why.assigned_costs_more.is_some() || why.eligible == 0 || !slate.limits().is_empty());
            total += why.cost;
        }
        prop_assert_eq!(total, slate.objective());
    }

    #[test]
    fn movers_and_openings_are_those_that_the_facts_name(seed in any::<u64>()) {
        let (world, cycle) = world(seed, 25, 30);
        let (facts, whole) = (&world.cycles[cycle], world.cycles[cycle].scope.is_empty());
        let moved: Vec<PersonId> =
            muster_slate::movers(&world, cycle, TODAY).unwrap().iter().map(|mover| mover.person).collect();
        for (id, person) in world.people.iter() {
            let pair = Pair { world: &world, cycle, person: id, billet: BilletId(0) };
            let rotation = pair.last().map(|(_, rotation)| rotation);
            let between = rotation.is_none_or(|rotation| rotation <= TODAY);
            let office = pair.last().map(|(billet, rotation)| {
                world.billets[billet].terms.at_or_first(rotation.yesterday().unwrap()).unwrap().office
            });
            let due = if between {
                whole
            } else {
                rotation.is_some_and(|rotation| facts.window.contains(rotation))
                    && office.is_some_and(|office| facts.includes(&world, office))
            };
            let gone = person.personal.as_ref().unwrap().separates.is_some_and(|day| day <= pair.first());
            let expected = due && !gone && person.service != Service::LocallyEmployed;
            prop_assert_eq!(moved.contains(&id), expected, "{}", id);
        }
        for opening in muster_slate::openings(&world, cycle, TODAY).unwrap() {
            let pair = Pair { world: &world, cycle, person: PersonId(0), billet: opening.billet };
            prop_assert_eq!(opening.open_from, pair.open_from());
            prop_assert!(facts.window.contains(opening.open_from) && facts.includes(&world, opening.office));
            let later = |tour: &muster_domain::workforce::Tour| tour.billet == opening.billet && tour.report >= opening.open_from;
            prop_assert!(!world.tours.iter().any(|(_, tour)| later(tour)));
        }
    }

    #[test]
    fn ordinary_words_hold_no_sealed_date_and_name_nobody(seed in any::<u64>()) {
        let (world, cycle) = world(seed, 12, 14);
        let slate = compute(&world, cycle, TODAY).unwrap();
        let explainer = Explainer::of_computed(&world, &slate).unwrap();
        for mover in slate.movers() {
            let personal = world.people[mover.person].personal.as_ref().unwrap();
            let sealed: Vec<String> =
                [personal.separates, personal.available_from].iter().flatten().map(ToString::to_string).collect();
            for opening in slate.openings() {
                // A date that an ordinary fact of the pair happens to share says nothing.
                let public = [mover.free, opening.open_from].map(|day| day.to_string());
                let billet = &world.billets[opening.billet];
                let ends = [billet.authorised.end(), world.people[mover.person].clearance.expires.unwrap_or(TODAY)];
                let changes: Vec<String> = billet.terms.iter().map(|(from, _)| from).chain(ends).map(|d| d.to_string()).collect();
                for rule in explainer.rules(mover.person, opening.billet).unwrap() {
                    for date in sealed.iter().filter(|date| !public.contains(date) && !changes.contains(date)) {
                        // The end of a course is made of ordinary facts, whatever day it falls on.
                        if !["language", "certificate", "clearance"].contains(&rule.id) {
                            prop_assert!(!rule.checked.compared.contains(date.as_str()), "{}: {}", rule.id, rule.checked.compared);
                        }
                    }
                }
            }
        }
        for line in slate.lines() {
            let member = serde_json::to_string(&explainer.line(line).without_others().without_private()).unwrap();
            for other in slate.movers().iter().filter(|mover| mover.person != line.person) {
                prop_assert!(!member.contains(&*world.people[other.person].name), "{}", member);
                prop_assert!(!member.contains(&format!("\"{}\"", other.person)), "{}", member);
            }
        }
    }
}

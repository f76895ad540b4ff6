//! How near a synthetic service comes to what is known of the real one: targets, what was reached, where each comes from.

use std::collections::BTreeMap;

use muster_domain::cases::{Case, CasePhase, Milestone};
use muster_domain::kernel::days_between;
use muster_domain::organization::OfficeKind;
use muster_domain::partner::{Figure, Measure};
use muster_domain::workforce::section_515_limit;
use muster_domain::workforce::{Billet, Tour};
use muster_domain::{BilletId, CountryId, Date, FiscalYear, Service, World};

use crate::Settings;
use crate::cases::OPEN_VALUE;
use crate::figures::OPEN_CASES;
use crate::roster::summer_after;
use crate::sco::SERVICE_MIX;

/// Something a synthetic service should come near to.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
pub struct Target {
    /// What is counted, with its unit.
    pub name: String,
    /// The least wanted.
    pub least: f64,
    /// The most wanted.
    pub most: f64,
    /// What this World has.
    pub reached: f64,
    /// Where the target comes from.
    pub source: &'static str,
}

impl Target {
    /// Whether what was reached lies in the wanted range.
    pub fn is_met(&self) -> bool {
        (self.least..=self.most).contains(&self.reached)
    }
}

/// Every target for a World made by this crate; counts are wanted in proportion to its scale, shares more loosely where
/// it is small. Empty for any other World.
pub fn calibration(world: &World) -> Vec<Target> {
    let Some(settings) = Settings::of(world) else { return Vec::new() };
    let counts = Counts::of(world, settings.today);
    let mut targets = Vec::new();
    counts.totals(&settings, &mut targets);
    counts.cases(&settings, &mut targets);
    counts.shares(&settings, &mut targets);
    counts.limits(world, &settings, &mut targets);
    targets
}

/// What is counted in one pass over the billets.
struct Counts<'a> {
    world: &'a World,
    today: Date,
    authorised: usize,
    covered: usize,
    coded: usize,
    in_scos: usize,
    /// Authorised and covered where the differential is 25 % or more.
    hard: (usize, usize),
    /// Military members in SCOs by service.
    members: BTreeMap<Service, usize>,
    gap_days: Vec<i32>,
}

fn covers(tour: &Tour, day: Date) -> bool {
    tour.arrived.is_some() && tour.period().is_some_and(|period| period.contains(day))
}

impl<'a> Counts<'a> {
    fn of(world: &'a World, today: Date) -> Self {
        let mut counts = Counts {
            world,
            today,
            authorised: 0,
            covered: 0,
            coded: 0,
            in_scos: 0,
            hard: (0, 0),
            members: BTreeMap::new(),
            gap_days: Vec::new(),
        };
        for (_, billet) in world.billets.iter() {
            counts.billet(billet);
        }
        counts
    }

    fn billet(&mut self, billet: &Billet) {
        let (world, today) = (self.world, self.today);
        let mut served: Vec<_> = billet
            .tours
            .iter()
            .filter_map(|id| world.tours[*id].served().filter(|period| period.from() <= today))
            .collect();
        served.sort_by_key(|period| period.from());
        self.gap_days.extend(served.windows(2).map(|pair| days_between(pair[0].end(), pair[1].from())));
        let Some(terms) = billet.on(today) else { return };
        let holder = billet.tours.iter().map(|id| &world.tours[*id]).find(|tour| covers(tour, today));
        let hard = world.posts[terms.place].differentials.at(today).is_some_and(|d| d.hardship_pct >= 25);
        self.authorised += 1;
        self.coded += usize::from(terms.sc_code.is_some());
        self.covered += usize::from(holder.is_some());
        self.hard.0 += usize::from(hard);
        self.hard.1 += usize::from(hard && holder.is_some());
        if world.offices[terms.office].kind == OfficeKind::Sco {
            self.in_scos += 1;
            if let Some(tour) = holder {
                let service = world.people[tour.person].service;
                *self.members.entry(service).or_default() += usize::from(service.is_military());
            }
        }
    }

    fn totals(&self, settings: &Settings, targets: &mut Vec<Target>) {
        let (world, scale) = (self.world, settings.size());
        let mut add = |name: &str, least: f64, most: f64, reached: usize, source| {
            targets.push(Target {
                name: name.into(),
                least: least * scale,
                most: most * scale,
                reached: reached as f64,
                source,
            });
        };
        let gone = |p: &muster_domain::workforce::Person| {
            p.personal.as_ref().and_then(|p| p.separates).is_some_and(|day| day <= self.today)
        };
        let serving = world.people.iter().filter(|(_, person)| !gone(person)).count();
        add("people in the workforce", 19_000.0, 21_000.0, serving, "issue: people ~20,000");
        let source = "our assumption: about a tenth left in the two years of history";
        // Fewer people of each class find fewer successors among themselves.
        let most = if scale < 0.5 { 27_000.0 } else { 23_000.0 };
        add("people on record, with those who left", 20_000.0, most, world.people.len(), source);
        add("billets authorised today", 19_500.0, 21_500.0, self.authorised, "issue: billets 20,000 and more");
        add("coded positions", 14_000.0, 16_000.0, self.coded, "issue: coded positions ~15,000");
        let (movers, openings) = (self.movers(), self.openings());
        add("movers of the coming summer", 5_400.0, 6_600.0, movers, "issue: ~6,000 movers");
        add("openings of the coming summer", 6_300.0, 7_700.0, openings, "issue: ~7,000 openings");
        let ranked = world.cycles.iter().next().map_or(0, |(_, cycle)| cycle.ballot.members_ranked());
        add("members who ranked billets", 2_400.0, 3_600.0, ranked, "task: about half of the movers");
        let mut whole = |name: &str, least: f64, most: f64, measure: Measure, source| {
            targets.push(Target { name: name.into(), least, most, reached: self.figures(measure), source });
        };
        whole("engagements of a year", 600.0, 800.0, Measure::Engagements, "facts §1: more than 600");
    }

    /// The latest figures of all countries together.
    fn figures(&self, measure: Measure) -> f64 {
        let latest = self.world.countries.iter().filter_map(|(_, country)| country.latest(measure, self.today));
        latest.map(|figure| figure.value).sum::<i64>() as f64
    }

    /// Cases with their histories: how many, what they are worth, and that sales add up to the published ones.
    fn cases(&self, settings: &Settings, targets: &mut Vec<Target>) {
        let (world, scale) = (self.world, settings.size());
        let mut add = |name: &str, least: f64, most: f64, reached: f64, source| {
            targets.push(Target { name: name.into(), least, most, reached, source });
        };
        let phase = |case: &Case| case.phase(self.today);
        let running = |case: &&Case| phase(case) >= CasePhase::Accepted && !phase(case).is_over();
        let cases = || world.cases.iter().map(|(_, case)| case);
        // Small shares of countries with few cases are rounded away.
        let (least, most) = if scale < 0.5 { (0.7, 1.3) } else { (0.99, 1.01) };
        let whole = OPEN_CASES as f64 * scale;
        let source = "facts §5: ~16,000 open cases (Feb 2026)";
        add(
            "open cases with their histories",
            whole * least,
            whole * most,
            cases().filter(running).count() as f64,
            source,
        );
        let source = "the workload standard counts the cases and shows the figure beside them";
        let in_execution = cases().filter(|case| phase(case).is_in_execution()).count() as f64;
        let figures = 100.0 * self.figures(Measure::OpenCases) / in_execution.max(1.0);
        add("cases in execution by the figures against the histories, %", 98.0, 102.0, figures, source);
        let in_development = cases().filter(|case| phase(case).is_before_offer()).count() as f64;
        let figures = 100.0 * self.figures(Measure::DevelopmentCases) / in_development.max(1.0);
        add("cases in development by the figures against the histories, %", 98.0, 102.0, figures, source);
        let worth: i64 = cases().filter(running).map(Case::value_cents).sum();
        let billions = OPEN_VALUE as f64 * scale / 1e11;
        let source = "facts §5: ~$903B (Feb 2026)";
        add(
            "value of open cases, billions of US dollars",
            billions * 0.999,
            billions * 1.001,
            worth as f64 / 1e11,
            source,
        );
        let share = worst_sales(world, scale);
        let source = "Historical Sales Book FY2024, by country and fiscal year";
        add("sales of a country and year against the published ones, worst, %", 99.9, 100.1, 100.0 * share, source);
    }

    fn shares(&self, settings: &Settings, targets: &mut Vec<Target>) {
        // A tenth of the people scatters three times as wide.
        let wide = (1.0 / settings.size()).sqrt().clamp(1.0, 6.0);
        let mut add = |name: String, wanted: f64, width: f64, part: usize, whole: usize, source| {
            let reached = 100.0 * part as f64 / whole.max(1) as f64;
            let (least, most) = (wanted - width * wide, (wanted + width * wide).min(100.0));
            targets.push(Target { name, least, most, reached, source });
        };
        add("billets in SCOs, %".into(), 7.5, 2.5, self.in_scos, self.authorised, "facts §2: 5-10 %, lever sco_share");
        add("billets covered, %".into(), 87.5, 2.5, self.covered, self.authorised, "issue: believable fill, 85-90 %");
        add(
            "billets covered at hardship posts, %".into(),
            80.0,
            5.0,
            self.hard.1,
            self.hard.0,
            "task: lower at hardship posts",
        );
        let members = self.members.values().sum();
        for (service, share) in SERVICE_MIX {
            let here = self.members.get(&service).copied().unwrap_or(0);
            let name = format!("{service} among military members of SCOs, %");
            add(name, f64::from(share), if share > 10 { 3.0 } else { 1.5 }, here, members, "issue: near 50, 35, 13, 2");
        }
        let gaps: Vec<i32> = self.gap_days.iter().copied().filter(|days| *days > 0).collect();
        let mean = gaps.iter().map(|days| f64::from(*days)).sum::<f64>() / gaps.len().max(1) as f64;
        let source = "our assumption: no public figure of gaps between incumbents was found";
        targets.push(Target {
            name: "mean gap between incumbents, days".into(),
            least: 60.0,
            most: 160.0,
            reached: mean,
            source,
        });
    }

    fn limits(&self, world: &World, settings: &Settings, targets: &mut Vec<Target>) {
        let hosts = world.offices.iter().filter(|(_, office)| office.kind == OfficeKind::Sco).count();
        let least = if settings.size() >= 1.0 { 130.0 } else { 7.0 };
        let mut add = |name: &str, least: f64, most: f64, reached: usize, source| {
            targets.push(Target { name: name.into(), least, most, reached: reached as f64, source });
        };
        add("countries with an SCO", least, 176.0, hosts, "issue: 130 and more");
        let (mut crowded, mut beyond) = (0, 0);
        for (id, country) in world.countries.iter() {
            let ceiling: i64 = [Measure::UsActiveDuty, Measure::UsCivilians]
                .into_iter()
                .filter_map(|measure| country.latest(measure, self.today))
                .map(|figure| figure.value)
                .sum();
            crowded += usize::from(ceiling > 0 && self.us_billets(id) as i64 > ceiling);
            beyond += usize::from(self.members_515(id) > section_515_limit(world, id, self.today) as usize);
        }
        add("countries above the published US presence", 0.0, 0.0, crowded, "reference/countries.csv; issue");
        add("countries above their section 515 limit", 0.0, 0.0, beyond, "22 U.S.C. 2321i");
    }

    fn billets_in(&self, country: CountryId) -> impl Iterator<Item = &'a Billet> + '_ {
        let world = self.world;
        world
            .scos_of(country, self.today)
            .flat_map(move |office| world.rosters.get(office).map(|r| &r.billets))
            .flatten()
            .map(move |id: &BilletId| &world.billets[*id])
    }

    /// Billets of US people in the country's office, on whatever day they are authorised.
    fn us_billets(&self, country: CountryId) -> usize {
        self.billets_in(country)
            .filter(|billet| !billet.terms_near(self.today).coding.admits(Service::LocallyEmployed))
            .count()
    }

    fn members_515(&self, country: CountryId) -> usize {
        let counted = |billet: &&Billet| billet.on(self.today).is_some_and(|terms| terms.section_515);
        self.billets_in(country)
            .filter(counted)
            .filter(|billet| billet.tours.iter().any(|id| covers(&self.world.tours[*id], self.today)))
            .count()
    }

    /// People whose last tour ends in the summer, or who have none; not who leave the workforce before its end.
    fn movers(&self) -> usize {
        let (world, window) = (self.world, summer_after(self.today));
        let free = |person: &&muster_domain::workforce::Person| {
            let mut ends = person.tours.iter().filter_map(|id| world.tours[*id].period()).map(|period| period.end());
            let last = ends.by_ref().max();
            last.is_none_or(|day| window.contains(day))
        };
        let stays = |person: &&muster_domain::workforce::Person| {
            person.personal.as_ref().and_then(|p| p.separates).is_none_or(|day| day > window.end())
        };
        world
            .people
            .iter()
            .map(|(_, person)| person)
            .filter(|p| p.service.is_slated())
            .filter(stays)
            .filter(free)
            .count()
    }

    /// Billets authorised when the summer ends, without anybody then and without an approved gap.
    fn openings(&self) -> usize {
        let (world, day) = (self.world, summer_after(self.today).end());
        let taken = |billet: &Billet| {
            billet.tours.iter().filter_map(|id| world.tours[*id].period()).any(|period| period.end() > day)
        };
        world
            .billets
            .iter()
            .filter(|(_, billet)| billet.on(day).is_some_and(|terms| !terms.coding.admits(Service::LocallyEmployed)))
            .filter(|(_, billet)| !taken(billet) && billet.gap_on(day).is_none())
            .count()
    }
}

/// Of all countries and published years with an accepted case, the sum of those cases against what was published, where
/// it differs most.
fn worst_sales(world: &World, scale: f64) -> f64 {
    let mut sold: BTreeMap<(CountryId, FiscalYear), i64> = BTreeMap::new();
    for (_, case) in world.cases.iter() {
        if let Some(on) = case.day_of(Milestone::Accepted) {
            *sold.entry((case.country, FiscalYear::of(on))).or_default() += case.value_cents();
        }
    }
    let shares = sold.iter().filter_map(|((country, year), cents)| {
        let mut figures = world.countries[*country].figures.iter();
        let of = |figure: &&Figure| figure.measure == Measure::FmsAuthorised && figure.fiscal_year == *year;
        // Below a million dollars a case's smallest value weighs.
        let published = figures.rfind(of).map(|figure| figure.value).filter(|usd| *usd as f64 * scale > 1e6)?;
        Some(*cents as f64 / (published as f64 * 100.0 * scale))
    });
    shares.fold(1.0, |worst: f64, share| if (share - 1.0).abs() > (worst - 1.0).abs() { share } else { worst })
}

//! The index against the definition: whatever happened to the service, every picture says what the World says.

use std::collections::{BTreeMap, BTreeSet};

use crate::common::naive::{self, Counts, Stands};
use crate::common::random::{CASES, KINDS, Step, day, grown, steps, take};
use crate::common::{GROUPINGS, Small, TODAY};
use muster_domain::access::Scope;
use muster_domain::kernel::Id;
use muster_domain::{OfficeId, Period, World};
use muster_staffing::{
    Ask, Lens, Picture, PictureRow, ProjectionAsk, StaffingIndex, billet_gaps, billet_overlaps, demand, office_row,
    picture, projection,
};
use proptest::prelude::*;

fn ask(n: u16, by: usize, lens: Lens, plans: bool) -> Ask {
    Ask { on: day(n), today: TODAY, by: GROUPINGS[by % 8], lens, command: None, office: None, plans }
}

fn counts(row: &PictureRow) -> Counts {
    Counts {
        authorised: row.authorised.into(),
        funded: row.funded.into(),
        assigned: row.assigned.into(),
        approved_gaps: row.approved_gaps.into(),
        present: row.present.into(),
        away: row.away.into(),
        diverted_in: row.diverted_in.into(),
        augmented: row.augmented.into(),
        grade: row.mismatch_grade.into(),
        language: row.mismatch_language.into(),
        certificate: row.mismatch_certificate.into(),
        due: row.rotations_due_90.into(),
    }
}

fn rounded(counts: &Counts, unit: u64) -> Counts {
    let whole = |n: u64| (n * 2 + unit) / (unit * 2);
    Counts {
        authorised: whole(counts.authorised),
        funded: whole(counts.funded),
        assigned: whole(counts.assigned),
        approved_gaps: whole(counts.approved_gaps),
        present: whole(counts.present),
        away: whole(counts.away),
        diverted_in: whole(counts.diverted_in),
        augmented: whole(counts.augmented),
        grade: whole(counts.grade),
        language: whole(counts.language),
        certificate: whole(counts.certificate),
        due: whole(counts.due),
    }
}

fn fill(counts: Option<&Counts>) -> Option<f64> {
    let counts = counts?;
    let open = counts.authorised - counts.approved_gaps;
    (open > 0).then(|| counts.assigned as f64 / open as f64)
}

/// Fails unless every row says what the definition says.
fn agrees(world: &World, index: &StaffingIndex, scope: &Scope, ask: &Ask) -> Result<(), TestCaseError> {
    let picture = picture(world, index, scope, ask);
    let [(now, unit), (in_90, _), (in_180, _)] = [0, 90, 180].map(|ahead| naive::groups(world, scope, ask, ahead));
    for row in &picture.rows {
        let nothing = Counts::default();
        let expected = now.get(&row.key).unwrap_or(&nothing);
        prop_assert_eq!(counts(row), rounded(expected, unit), "{} of {:?}", row.key, ask);
        let vacant = expected.authorised - expected.assigned - expected.approved_gaps;
        prop_assert_eq!(u64::from(row.vacant), (vacant * 2 + unit) / (unit * 2));
        let fills = (row.fill_rate, row.fill_90, row.fill_180);
        prop_assert_eq!(fills, (fill(Some(expected)), fill(in_90.get(&row.key)), fill(in_180.get(&row.key))));
    }
    let shown: BTreeSet<&String> = picture.rows.iter().map(|row| &row.key).collect();
    prop_assert_eq!(shown.len(), picture.rows.len(), "a key twice");
    let missing: Vec<_> =
        now.iter().filter(|(key, counts)| **counts != Counts::default() && !shown.contains(key)).collect();
    prop_assert!(missing.is_empty(), "{:?} in {:?}", missing, ask);
    Ok(())
}

/// Sums of rows, for groupings whose rows add up.
fn added(picture: &Picture) -> Counts {
    picture.rows.iter().map(counts).fold(Counts::default(), |sum, row| Counts {
        authorised: sum.authorised + row.authorised,
        funded: sum.funded + row.funded,
        assigned: sum.assigned + row.assigned,
        approved_gaps: sum.approved_gaps + row.approved_gaps,
        present: sum.present + row.present,
        away: sum.away + row.away,
        diverted_in: sum.diverted_in + row.diverted_in,
        augmented: sum.augmented + row.augmented,
        grade: sum.grade + row.grade,
        language: sum.language + row.language,
        certificate: sum.certificate + row.certificate,
        due: sum.due + row.due,
    })
}

fn some_offices(world: &World, chosen: u8) -> Scope {
    Scope::of_offices(world, world.offices.iter().map(|(id, _)| id).filter(|id| chosen >> (id.index() % 8) & 1 == 1))
}

fn everything_asked(world: &World, index: &StaffingIndex, on: u16) -> Vec<Picture> {
    let scope = Scope::everything(world);
    let asks = (0..8).flat_map(|by| [(by, true), (by, false)]);
    asks.map(|(by, plans)| picture(world, index, &scope, &ask(on, by, Lens::Place, plans))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn every_row_of_every_grouping_says_what_the_world_says(
        steps in steps(120), ons in prop::collection::vec(any::<u16>(), 3), by in 0..8usize,
        supported: bool, plans: bool, seen: u8, command in prop::option::of(0..2usize),
    ) {
        let Small { build, commands, .. } = grown(&steps);
        let (world, index) = (&build.world, StaffingIndex::new(&build.world));
        let lens = if supported { Lens::Supported } else { Lens::Place };
        for on in ons {
            let everything = ask(on, by, lens, plans);
            agrees(world, &index, &Scope::everything(world), &everything)?;
            let narrowed = Ask { command: command.map(|nth| commands[nth]), ..everything };
            agrees(world, &index, &some_offices(world, seen), &narrowed)?;
        }
    }

    #[test]
    fn an_index_refreshed_after_any_history_answers_as_a_new_one(
        before in steps(100), after in steps(25), ons in prop::collection::vec(any::<u16>(), 2),
    ) {
        let mut small = grown(&before);
        let mut index = StaffingIndex::new(&small.build.world);
        for step in after {
            take(&mut small, step);
            let world = &small.build.world;
            index = index.refreshed(world);
            let new = StaffingIndex::new(world);
            for on in &ons {
                prop_assert_eq!(everything_asked(world, &index, *on), everything_asked(world, &new, *on));
            }
        }
        prop_assert_eq!(index.position(), small.build.world.position);
    }

    #[test]
    fn every_grouping_adds_up_to_the_same_total_in_any_scope(steps in steps(120), on: u16, plans: bool, seen: u8) {
        let small = grown(&steps);
        let (world, index) = (&small.build.world, StaffingIndex::new(&small.build.world));
        let scope = some_offices(world, seen);
        for (by, grouping) in GROUPINGS.iter().enumerate() {
            let picture = picture(world, &index, &scope, &ask(on, by, Lens::Place, plans));
            prop_assert_eq!(added(&picture), counts(&picture.total), "{:?}", grouping);
            if by < 3 {
                let required: u32 = picture.rows.iter().filter_map(|row| row.required).sum();
                prop_assert_eq!(required, picture.total.required.unwrap_or(0));
            } else {
                prop_assert!(picture.rows.iter().all(|row| row.required.is_none() && row.required_basis.is_none()));
            }
        }
    }

    #[test]
    fn everybody_on_station_is_counted_once(steps in steps(120), on: u16, plans: bool) {
        let small = grown(&steps);
        let (world, index) = (&small.build.world, StaffingIndex::new(&small.build.world));
        let asked = ask(on, 2, Lens::Place, plans);
        let standing = |wanted: fn(&Stands) -> bool| {
            let all = world.people.iter().filter_map(|(id, _)| naive::stands(world, id, asked.on, &asked));
            all.filter(wanted).count()
        };
        let picture = picture(world, &index, &Scope::everything(world), &asked);
        let on_station = standing(|stands| matches!(stands, Stands::AtBillet(_) | Stands::Diverted(_)));
        prop_assert_eq!(picture.total.present as usize, on_station);
    }

    #[test]
    fn rows_outside_the_scope_neither_appear_nor_count(steps in steps(120), on: u16, seen: u8) {
        let small = grown(&steps);
        let (world, index) = (&small.build.world, StaffingIndex::new(&small.build.world));
        let scope = some_offices(world, seen);
        let narrow = picture(world, &index, &scope, &ask(on, 2, Lens::Place, true));
        let wide = picture(world, &index, &Scope::everything(world), &ask(on, 2, Lens::Place, true));
        let seen = |row: &&PictureRow| scope.sees_office(row.key.parse().unwrap());
        let expected: Vec<_> = wide.rows.iter().filter(seen).cloned().collect();
        prop_assert_eq!(&narrow.rows, &expected);
        for row in &expected {
            let office = row.key.parse().unwrap();
            let own = office_row(world, &index, office, day(on), TODAY);
            prop_assert_eq!(own.as_ref(), Some(row));
        }
    }

    #[test]
    fn the_index_indicates_what_the_demand_of_each_office_explains(steps in steps(120), on: u16) {
        let small = grown(&steps);
        let (world, index) = (&small.build.world, StaffingIndex::new(&small.build.world));
        let picture = picture(world, &index, &Scope::everything(world), &ask(on, 2, Lens::Place, true));
        for row in &picture.rows {
            let explained = demand(world, row.key.parse().unwrap(), day(on));
            prop_assert_eq!(row.indicated, explained.map(|demand| demand.indicated));
        }
    }

    #[test]
    fn each_month_projected_is_the_picture_of_its_first_day(steps in steps(120), seen: u8) {
        let small = grown(&steps);
        let (world, index) = (&small.build.world, StaffingIndex::new(&small.build.world));
        let scope = some_offices(world, seen);
        let asked = ProjectionAsk { today: TODAY, command: None, office: None };
        let months = projection(world, &index, &scope, &asked).months;
        prop_assert_eq!(months.len(), 36);
        for month in months {
            let total = |plans| {
                let asked = Ask { on: month.month, ..ask(0, 2, Lens::Place, plans) };
                picture(world, &index, &scope, &asked).total
            };
            let (planned, unplanned) = (total(true), total(false));
            prop_assert_eq!(
                (month.authorised, month.assigned_planned, month.assigned_unplanned),
                (planned.authorised, planned.assigned, unplanned.assigned)
            );
            prop_assert_eq!((month.fill_planned, month.fill_unplanned), (planned.fill_rate, unplanned.fill_rate));
        }
    }

    #[test]
    fn gaps_and_overlaps_are_the_days_they_say(steps in steps(120), from: u16, length in 1..400i32) {
        let small = grown(&steps);
        let world = &small.build.world;
        let start = day(from);
        let within = Period::new(start, Some(start.saturating_add(jiff::ToSpan::days(length)))).unwrap();
        for (id, billet) in world.billets.iter() {
            let days: BTreeMap<_, _> = (0..length).map(|n| {
                let on = start.saturating_add(jiff::ToSpan::days(n));
                (on, definition(world, id, on))
            }).collect();
            let (gaps, overlaps) = (billet_gaps(world, billet, within, TODAY), billet_overlaps(world, billet, within, TODAY));
            for (on, (gap, overlap)) in days {
                prop_assert_eq!(gaps.iter().filter(|period| period.contains(on)).count(), usize::from(gap), "{} {}", id, on);
                prop_assert_eq!(overlaps.iter().filter(|period| period.contains(on)).count(), usize::from(overlap));
            }
        }
    }
}

/// Whether a day is a gap between incumbents of a billet, and whether it is an overlap.
fn definition(world: &World, billet: muster_domain::BilletId, on: jiff::civil::Date) -> (bool, bool) {
    let facts = &world.billets[billet];
    let asked = ask(0, 0, Lens::Place, true);
    let tours = || world.tours.iter().map(|(_, tour)| tour).filter(|tour| tour.billet == billet);
    let held = tours().filter(|tour| naive::counts_on(tour, on, &asked)).count();
    let primary = tours().filter(|tour| tour.is_primary() && naive::counts_on(tour, on, &asked)).count();
    let held_before = tours().filter_map(|tour| {
        let period = tour.period()?;
        let tomorrow = TODAY.tomorrow().unwrap();
        let from = if tour.arrived.is_some() { period.from() } else { period.from().max(tomorrow) };
        (from < period.end()).then_some(from)
    });
    let followed = held_before.min().is_some_and(|first| first <= on);
    let gap = facts.authorised.contains(on) && held == 0 && followed && facts.gap_on(on).is_none();
    (gap, facts.authorised.contains(on) && primary > 1)
}

#[test]
fn the_random_histories_reach_what_they_are_to_test() {
    let mut dice = 7u64;
    let mut roll = move || {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (dice >> 40) as u16
    };
    let mut steps: Vec<Step> = (0..400).map(|_| ((roll() % CASES) as u8, [roll(), roll(), roll(), roll()])).collect();
    let cases = KINDS - CASES;
    steps.extend((0..100).map(|_| ((CASES + roll() % cases) as u8, [roll(), roll(), roll(), roll()])));
    let small = grown(&steps);
    let world = &small.build.world;
    let asked = |n: u16| ask(n, 2, Lens::Place, true);
    let index = StaffingIndex::new(world);
    let totals: Vec<_> = (0..2200)
        .step_by(20)
        .map(|n| counts(&picture(world, &index, &Scope::everything(world), &asked(n)).total))
        .collect();
    let any = |measure: fn(&Counts) -> u64| totals.iter().any(|total| measure(total) > 0);
    assert!(any(|c| c.assigned) && any(|c| c.present) && any(|c| c.approved_gaps) && any(|c| c.due));
    assert!(any(|c| c.away) && any(|c| c.diverted_in) && any(|c| c.augmented));
    let cases = small.countries.map(|country| index.cases(country, TODAY));
    assert!(cases.iter().any(|cases| cases.development > 0) && cases.iter().any(|cases| cases.execution > 0));
    assert!(any(|c| c.grade) && any(|c| c.language) && any(|c| c.certificate));
    let twice = (0..2200).step_by(20).any(|n| {
        let on = day(n);
        world.people.iter().any(|(id, _)| {
            let own = world.tours.iter().filter(|(_, tour)| tour.person == id && tour.is_primary());
            own.filter(|(_, tour)| naive::counts_on(tour, on, &asked(n))).count() > 1
        })
    });
    assert!(twice, "nobody ever holds two primary tours");
    assert!(world.offices.iter().all(|(id, _): (OfficeId, _)| !world.rosters[id].billets.is_empty()));
}

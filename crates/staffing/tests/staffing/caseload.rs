//! Cases on record as drivers of work: counted as they stood on any day, beside the yearly figures that say the same.

use crate::common::cases::{counted, record};
use crate::common::random::{day, grown, steps, take};
use crate::common::{Build, Small, TODAY, small};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use muster_domain::cases::{CorrectMilestone, Milestone};
use muster_domain::partner::{Dataset, Measure, RecordDataset};
use muster_domain::policy::{Lever, SetLever};
use muster_domain::workforce::DriverBasis;
use muster_domain::{CaseId, CountryId};
use muster_staffing::{CaseCounts, Demand, Driver, StaffingIndex, country_demand};
use proptest::prelude::*;

fn driver(demand: &Demand, measure: Measure) -> Option<&Driver> {
    demand.drivers.iter().find(|driver| driver.measure == measure)
}

/// How many a driver of the country counts on a day, and whether cases on record were counted.
fn count(build: &Build, country: CountryId, measure: Measure, on: Date) -> Option<(i64, bool)> {
    let demand = country_demand(&build.world, country, on).unwrap();
    let by_cases = |driver: &Driver| matches!(driver.basis, DriverBasis::CasesOnRecord { .. });
    driver(&demand, measure).map(|driver| (driver.count, by_cases(driver)))
}

/// Every step up to one, a day apart.
fn up_to(milestone: Milestone, lor: Date) -> Vec<(Milestone, Date)> {
    let steps = Milestone::after(None).map(|one| one.milestone).take_while(|step| *step <= milestone);
    steps.zip(0i32..).map(|(step, i)| (step, lor.saturating_add(i.days()))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_index_counts_every_case_as_it_stands_on_the_day(
        before in steps(120), after in steps(40), ons in prop::collection::vec(any::<u16>(), 8),
    ) {
        let mut small = grown(&before);
        let earlier = small.build.world.clone();
        let first = StaffingIndex::new(&earlier);
        let mut index = first.clone();
        for step in after {
            take(&mut small, step);
            let world = &small.build.world;
            index = index.refreshed(world);
            for (country, on) in small.countries.iter().flat_map(|id| ons.iter().map(|on| (*id, day(*on)))) {
                prop_assert_eq!(index.cases(country, on), counted(world, country, on), "{} on {}", country, on);
                prop_assert_eq!(CaseCounts::of_all(world, on)[country.0 as usize], counted(world, country, on));
                prop_assert_eq!(index.country_demand(world, country, on), country_demand(world, country, on));
            }
        }
        // Whoever still holds the earlier World gets its counts.
        let back = index.refreshed(&earlier);
        for (country, on) in small.countries.iter().flat_map(|id| ons.iter().map(|on| (*id, day(*on)))) {
            prop_assert_eq!(back.cases(country, on), first.cases(country, on));
        }
    }
}

#[test]
fn a_case_is_in_development_until_its_offer_and_in_execution_until_supply_is_complete() {
    let Small { mut build, agency, countries, .. } = small();
    let lor = date(2026, 1, 1);
    build.cases(vec![record("AA-B-UAA", agency, lor, up_to(Milestone::Closed, lor))]);
    let on = |milestone: Milestone| {
        let reached = build.world.cases[CaseId(0)].day_of(milestone).unwrap();
        let CaseCounts { open, development, execution } = CaseCounts::of(&build.world, countries[0], reached);
        (open, development, execution)
    };
    assert_eq!(on(Milestone::Initiated), (1, 1, 0), "from the letter of request on");
    assert_eq!([Milestone::WritingStarted, Milestone::StateListed, Milestone::Countersigned].map(on), [(1, 1, 0); 3]);
    assert_eq!(on(Milestone::Offered), (1, 0, 0), "the purchaser has it");
    assert_eq!([Milestone::Accepted, Milestone::Deposited, Milestone::Implemented].map(on), [(1, 0, 1); 3]);
    assert_eq!([Milestone::SupplyComplete, Milestone::InterimClosed].map(on), [(1, 0, 0); 2], "it waits for closure");
    assert_eq!(on(Milestone::Closed), (0, 0, 0));
    assert_eq!(CaseCounts::of(&build.world, countries[0], lor.yesterday().unwrap()), CaseCounts::default());
    assert_eq!(CaseCounts::of(&build.world, countries[1], lor), CaseCounts::default(), "another country's");
}

#[test]
fn a_country_with_an_open_case_counts_its_cases_with_the_figure_beside_and_others_count_by_the_figure() {
    let Small { mut build, agency, countries, .. } = small();
    let [with, without] = countries;
    for country in countries {
        build.figure(country, Measure::OpenCases, 2026, 40);
    }
    let lor = date(2026, 3, 1);
    build.cases(vec![
        record("AA-B-UAA", agency, lor, up_to(Milestone::Implemented, lor)),
        record("AA-B-UAB", agency, lor, up_to(Milestone::Accepted, lor)),
        record("AA-B-UAC", agency, lor, up_to(Milestone::WritingStarted, lor)),
    ]);
    assert_eq!(count(&build, with, Measure::OpenCases, TODAY), Some((2, true)));
    assert_eq!(count(&build, with, Measure::DevelopmentCases, TODAY), Some((1, true)), "without any figure");
    assert_eq!(count(&build, without, Measure::OpenCases, TODAY), Some((40, false)));
    assert_eq!(count(&build, without, Measure::DevelopmentCases, TODAY), None);
    let demand = country_demand(&build.world, with, TODAY).unwrap();
    let beside = driver(&demand, Measure::OpenCases).unwrap().basis.figure().unwrap();
    assert_eq!((beside.value, beside.source.as_str()), (40, "table#2026"));
    assert!(!driver(&demand, Measure::OpenCases).unwrap().synthetic);
    assert!((demand.hours_month - (2.0 * 150.0 + 420.0) / 60.0).abs() < 1e-9);
    let before = lor.yesterday().unwrap();
    assert_eq!(count(&build, with, Measure::OpenCases, before), Some((40, false)), "nothing was on record then");

    // Once all are over, nothing says whether the country has cases: the figure counts again.
    let closed = |number| record(number, agency, lor, up_to(Milestone::Closed, lor));
    build.cases(["AA-B-UAA", "AA-B-UAB", "AA-B-UAC"].map(closed).to_vec());
    assert_eq!(count(&build, with, Measure::OpenCases, TODAY), Some((40, false)));
}

#[test]
fn a_corrected_milestone_moves_the_count_on_its_days_alone() {
    let Small { mut build, agency, countries, .. } = small();
    let lor = date(2026, 3, 1);
    build.cases(vec![record("AA-B-UAA", agency, lor, up_to(Milestone::Accepted, lor))]);
    let accepted = build.world.cases[CaseId(0)].day_of(Milestone::Accepted).unwrap();
    let index = StaffingIndex::new(&build.world);
    let entry = u16::try_from(build.world.cases[CaseId(0)].milestones.len() - 1).unwrap();
    let later = accepted.saturating_add(10.days());
    build.give(CorrectMilestone { case: CaseId(0), entry, on: Some(later), reason: "a typing error".into() });
    let refreshed = index.refreshed(&build.world);
    let in_execution = |index: &StaffingIndex, on| index.cases(countries[0], on).execution;
    assert_eq!([accepted, later].map(|on| in_execution(&index, on)), [1, 1]);
    assert_eq!([accepted, later].map(|on| in_execution(&refreshed, on)), [0, 1]);
}

#[test]
fn a_lever_keeps_an_installation_with_some_of_its_cases_at_the_figures() {
    let Small { mut build, agency, countries, .. } = small();
    build.figure(countries[0], Measure::OpenCases, 2026, 40);
    let lor = date(2026, 3, 1);
    build.cases(vec![record("AA-B-UAA", agency, lor, up_to(Milestone::Accepted, lor))]);
    let index = StaffingIndex::new(&build.world);
    let set = |from, value| SetLever { lever: Lever::CountCases, from, value, reason: "a reason".into() };
    build.give(set(date(2026, 1, 1), 0));
    build.give(set(date(2026, 9, 1), 1));
    assert_eq!(count(&build, countries[0], Measure::OpenCases, date(2026, 8, 31)), Some((40, false)));
    assert_eq!(count(&build, countries[0], Measure::OpenCases, date(2026, 9, 1)), Some((1, true)));
    assert_eq!(count(&build, countries[0], Measure::DevelopmentCases, date(2026, 8, 31)), None, "no figure says it");
    let refreshed = index.refreshed(&build.world);
    for on in [date(2026, 8, 31), date(2026, 9, 1)] {
        let explained = country_demand(&build.world, countries[0], on);
        assert_eq!(refreshed.country_demand(&build.world, countries[0], on), explained);
    }
    assert!(build.attempt(set(date(2026, 9, 1), 2)).is_err());
}

#[test]
fn cases_of_a_synthetic_service_are_synthetic_whatever_the_figure_beside_them() {
    let Small { mut build, agency, countries, .. } = small();
    build.figure(countries[0], Measure::OpenCases, 2026, 40);
    let lor = date(2026, 3, 1);
    build.cases(vec![record("AA-B-UAA", agency, lor, up_to(Milestone::Accepted, lor))]);
    build.give(RecordDataset(Dataset {
        kind: "synthetic".into(),
        sha256: "0".repeat(64).into(),
        file: "today=2026-10-01 seed=1 scale=1".into(),
        rows: 1,
        source: "a generator".into(),
    }));
    let demand = country_demand(&build.world, countries[0], TODAY).unwrap();
    let open = driver(&demand, Measure::OpenCases).unwrap();
    assert!(open.synthetic && !open.basis.figure().unwrap().synthetic);
}

//! The preview of a departure says what then happens: to everybody, to every planned arrival, in every office.

use crate::common::naive::{self, Stands};
use crate::common::random::{day, grown, steps};
use crate::common::{Small, TODAY, small};
use jiff::civil::date;
use muster_domain::organization::{DepartureOutcome, DepartureReach, EndDeparture, OrderDeparture, RescindDeparture};
use muster_domain::workforce::{FamilyFacts, Incumbency, PlanTour, RecordArrival, TourStatus};
use muster_domain::{Command, Context, Date, PersonId, Sealed};
use muster_staffing::{Ask, FamilyMove, Grouping, Lens, Move, StaffingIndex, departure_effect, office_row};
use proptest::prelude::*;

const CONTEXT: Context = Context { today: TODAY, actor: None };

fn order(small: &Small, from: Date, essential: Vec<PersonId>, reach: DepartureReach) -> OrderDeparture {
    let world = &small.build.world;
    OrderDeparture {
        post: world.offices[small.scos[0]].post,
        from,
        safe_haven: world.offices[small.agency].post,
        essential,
        reach,
        document: "a cable".into(),
    }
}

fn end(small: &Small, on: Date, outcome: DepartureOutcome) -> EndDeparture {
    let post = small.build.world.offices[small.scos[0]].post;
    EndDeparture { post, on, outcome, document: "a cable".into() }
}

/// Takes a command after asking what it would do, and holds the answer against what it did.
fn holds(small: &mut Small, command: Command) -> Result<(), TestCaseError> {
    let before = small.build.world.clone();
    let index = StaffingIndex::new(&before);
    let effect = departure_effect(&before, &index, &command, &CONTEXT);
    let taken = small.build.attempt(command);
    prop_assert_eq!(effect.as_ref().err(), taken.as_ref().err());
    let Ok(effect) = effect else { return Ok(()) };
    let after = &small.build.world;
    let later = StaffingIndex::new(after);
    let asked = Ask {
        on: effect.on,
        today: TODAY,
        by: Grouping::Office,
        lens: Lens::Place,
        command: None,
        office: None,
        plans: true,
    };
    for (person, _) in before.people.iter() {
        let stood = |world| naive::stands(world, person, effect.on, &asked);
        let shown = effect.people.iter().find(|row| row.person == person).map(|row| row.moves);
        match (stood(&before), stood(after)) {
            (Some(Stands::Gone), Some(Stands::Gone)) if shown.is_none() => {}
            (Some(Stands::Gone), Some(Stands::Gone)) => prop_assert_eq!(shown, Some(Move::StaysAway)),
            // Whose tour there is cut short stands where another tour of the same days is.
            (Some(Stands::Gone), Some(_)) if shown == Some(Move::Curtailed) => {
                let tours = after.people[person].tours.iter().map(|tour| &after.tours[*tour]);
                let cut = |tour: &&muster_domain::workforce::Tour| {
                    before.tours.iter().any(|(_, old)| {
                        (old.person, old.billet, old.report) == (tour.person, tour.billet, tour.report)
                            && old.period() != tour.period()
                    })
                };
                let kept = tours.filter(|tour| !cut(tour)).filter_map(|tour| tour.period());
                prop_assert!(kept.into_iter().any(|period| period.contains(effect.on)), "{}", person);
            }
            (Some(Stands::Gone), Some(_)) => prop_assert_eq!(shown, Some(Move::Returns), "{}", person),
            (Some(_), Some(Stands::Gone)) => prop_assert_eq!(shown, Some(Move::Leaves), "{}", person),
            (Some(_), None) => prop_assert_eq!(shown, Some(Move::Curtailed), "{}", person),
            (one, other) => {
                prop_assert_eq!(one, other);
                prop_assert!(matches!(shown, None | Some(Move::Stays)), "{}", person);
            }
        }
    }
    for office in &effect.offices {
        let rows = [(&before, &index, &office.before), (after, &later, &office.after)];
        for (world, index, counts) in rows {
            let row = office_row(world, index, office.office, effect.on, TODAY).unwrap();
            prop_assert_eq!(
                (counts.authorised, counts.assigned, counts.present, counts.away, counts.augmented, counts.fill_rate),
                (row.authorised, row.assigned, row.present, row.away, row.augmented, row.fill_rate)
            );
        }
    }
    // Whoever is not among the offices is untouched at the post's doing.
    for (office, _) in before.offices.iter().filter(|(id, _)| effect.offices.iter().all(|row| row.office != *id)) {
        let row = |world, index| office_row(world, index, office, effect.on, TODAY).unwrap();
        let (old, new) = (row(&before, &index), row(after, &later));
        prop_assert_eq!((old.present, old.augmented, old.diverted_in), (new.present, new.augmented, new.diverted_in));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn the_preview_is_what_then_happens(
        steps in steps(140), from: u16, families: bool, after in 1..300i32, outcome in 0..4usize, rescind: bool,
    ) {
        // Two times in three without departures of the history's own, which refuse this one.
        let steps: Vec<_> = steps.into_iter().filter(|(kind, _)| from % 3 == 0 || !(40..=42).contains(kind)).collect();
        let mut small = grown(&steps);
        let reach = if families { DepartureReach::Families } else { DepartureReach::NotEssential };
        let first = day(from);
        let ordered = order(&small, first, Vec::new(), reach);
        let post = ordered.post;
        holds(&mut small, ordered.into())?;
        let outcomes = [
            DepartureOutcome::Returned,
            DepartureOutcome::PartlyAccompanied,
            DepartureOutcome::Unaccompanied,
            DepartureOutcome::Suspended,
        ];
        let on = first.saturating_add(jiff::ToSpan::days(after));
        let undo: Command = match rescind {
            true => RescindDeparture { post, from: first, document: "a cable".into() }.into(),
            false => end(&small, on, outcomes[outcome]).into(),
        };
        holds(&mut small, undo)?;
    }
}

#[test]
fn families_arrivals_and_the_essential_each_have_their_line() {
    let mut small = small();
    let sco = small.scos[0];
    let billets = [0; 3].map(|_| small.build.billet(sco));
    let with_family = |dependents| muster_domain::workforce::PersonFacts {
        family: Sealed::Open(FamilyFacts { dependents, ..FamilyFacts::default() }),
        ..small.build.facts()
    };
    let facts = [with_family(2), with_family(1), with_family(0)];
    let people = facts.map(|facts| small.build.person_with(facts));
    for (nth, person) in people.into_iter().enumerate() {
        let (report, incumbency) = (date(2026, 1, 1), Incumbency::Primary);
        let billet = billets[nth];
        small.build.give(PlanTour {
            person,
            billet,
            incumbency,
            report,
            rotation: date(2028, 1, 1),
            accompanied: nth < 2,
        });
        let tour = muster_domain::TourId(nth as u32);
        small.build.give(RecordArrival { tour, on: report });
    }
    let coming = small.build.person();
    let arrival = small.build.planned(coming, billets[2], date(2028, 1, 1), date(2029, 1, 1));
    let soon = small.build.person();
    let fourth = small.build.billet(sco);
    let arrives = small.build.planned(soon, fourth, date(2026, 12, 1), date(2028, 1, 1));
    let index = StaffingIndex::new(&small.build.world);
    let command = order(&small, date(2026, 11, 1), vec![people[1]], DepartureReach::NotEssential).into();
    let effect = departure_effect(&small.build.world, &index, &command, &CONTEXT).unwrap();
    let rows: Vec<_> =
        effect.people.iter().map(|row| (row.person, row.essential, row.moves, row.family, row.dependents)).collect();
    assert_eq!(
        rows,
        [
            (people[0], false, Move::Leaves, FamilyMove::Leaves, Some(2)),
            (people[1], true, Move::Stays, FamilyMove::Leaves, Some(1)),
            (people[2], false, Move::Leaves, FamilyMove::NoFamily, None),
        ]
    );
    // Held as far as a departure may last; who arrives after that is not.
    let held: Vec<_> = effect.arrivals.iter().map(|held| (held.tour, held.before, held.after)).collect();
    assert_eq!(held, [(arrives, false, true)]);
    assert_eq!(small.build.world.tours[arrival].status(), TourStatus::Planned);
    let counts = effect.offices.iter().find(|row| row.office == sco).unwrap();
    assert_eq!((counts.before.present, counts.after.present, counts.after.away), (3, 1, 2));
    assert_eq!((counts.before.assigned, counts.after.assigned), (3, 3));
    assert_eq!(counts.before.fill_rate, counts.after.fill_rate);
    // Suspended, everybody's tour ends and nobody comes.
    small.build.give(command);
    let ends: Command = end(&small, date(2026, 12, 1), DepartureOutcome::Unaccompanied).into();
    let index = StaffingIndex::new(&small.build.world);
    let effect = departure_effect(&small.build.world, &index, &ends, &CONTEXT).unwrap();
    assert_eq!(effect.people[0].family, FamilyMove::StaysAway);
    assert_eq!(effect.people[0].moves, Move::Returns);
    let other: Command = muster_domain::workforce::CancelTour { tour: arrival }.into();
    assert_eq!(departure_effect(&small.build.world, &index, &other, &CONTEXT).unwrap_err().rule, "not-a-departure");
}

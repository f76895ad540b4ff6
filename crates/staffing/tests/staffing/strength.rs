//! Strength reconciles: everybody is counted once, a billet has one primary incumbent unless something says why not, and
//! sums agree by any grouping, lens and scope, whatever happened to the service.

use std::collections::BTreeMap;

use crate::common::naive::{self, Stands};
use crate::common::random::{Step, day, grown, steps};
use crate::common::{Build, GROUPINGS, Small, TODAY};
use jiff::ToSpan;
use muster_domain::access::Scope;
use muster_domain::kernel::Id;
use muster_domain::organization::{
    Departure, DepartureOutcome, DepartureReach, EndDeparture, OrderDeparture, RescindDeparture,
};
use muster_domain::policy::Lever;
use muster_domain::workforce::{
    AugmentOffice, AugmentationKind, AugmentationPurpose, Augmenting, ContradictionKind, FundingSource,
};
use muster_domain::{Date, OfficeId, TourId, World};
use muster_staffing::{Ask, Grouping, Lens, Picture, PictureRow, PostCounts, StaffingIndex, picture, post_counts};
use proptest::prelude::*;

fn ask(on: Date, by: Grouping, lens: Lens, plans: bool) -> Ask {
    Ask { on, today: TODAY, by, lens, command: None, office: None, plans }
}

/// Every count of a row, by name.
fn counts(row: &PictureRow) -> BTreeMap<&'static str, u32> {
    BTreeMap::from([
        ("authorised", row.authorised),
        ("assigned", row.assigned),
        ("present", row.present),
        ("away", row.away),
        ("diverted_in", row.diverted_in),
        ("augmented", row.augmented),
        ("vacant", row.vacant),
        ("approved_gaps", row.approved_gaps),
        ("mismatch_grade", row.mismatch_grade),
        ("mismatch_language", row.mismatch_language),
        ("mismatch_certificate", row.mismatch_certificate),
        ("rotations_due_90", row.rotations_due_90),
    ])
}

fn added(rows: &[PictureRow]) -> BTreeMap<&'static str, u32> {
    rows.iter().flat_map(counts).fold(BTreeMap::new(), |mut sums, (name, count)| {
        *sums.entry(name).or_default() += count;
        sums
    })
}

/// What has to do with assignment and nothing with who is on station.
fn assignment(picture: &Picture) -> Vec<PictureRow> {
    let bare = |row: &PictureRow| PictureRow { present: 0, away: 0, diverted_in: 0, augmented: 0, ..row.clone() };
    picture.rows.iter().chain([&picture.total]).map(bare).collect()
}

fn by_office(world: &World, on: Date) -> Picture {
    let index = StaffingIndex::new(world);
    picture(world, &index, &Scope::everything(world), &ask(on, Grouping::Office, Lens::Place, true))
}

fn chosen(world: &World, bits: u8, wanted: bool) -> Scope {
    Scope::of_offices(
        world,
        world.offices.iter().map(|(id, _)| id).filter(|id| (bits >> (id.index() % 8) & 1 == 1) == wanted),
    )
}

/// A world in which people were moved about, with a departure that is still to be ended where there can be one.
fn departed(steps: &[Step], from: u16) -> (Small, bool) {
    let mut small = grown(steps);
    let post = small.build.world.offices[small.scos[0]].post;
    let taken = small.build.attempt(order(&small, from)).is_ok();
    assert!(!taken || small.build.world.posts[post].departure_on(day(from)).is_some());
    (small, taken)
}

fn order(small: &Small, from: u16) -> OrderDeparture {
    OrderDeparture {
        post: small.build.world.offices[small.scos[0]].post,
        from: day(from),
        safe_haven: small.build.world.offices[small.agency].post,
        essential: Vec::new(),
        reach: DepartureReach::NotEssential,
        document: "a cable".into(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    #[test]
    fn everybody_is_present_in_one_office_at_most_and_each_office_says_whom(steps in steps(140), on: u16, plans: bool) {
        let small = grown(&steps);
        let (world, index) = (&small.build.world, StaffingIndex::new(&small.build.world));
        let asked = ask(day(on), Grouping::Office, Lens::Place, plans);
        // One place a person: whoever were counted in two offices would be missing from one of these.
        let mut present: BTreeMap<OfficeId, u32> = BTreeMap::new();
        let mut augmenting = present.clone();
        for (person, _) in world.people.iter() {
            match naive::stands(world, person, asked.on, &asked) {
                Some(Stands::AtBillet(tour)) => {
                    let office = world.billets[world.tours[tour].billet].terms_near(asked.on).office;
                    *present.entry(office).or_default() += 1;
                }
                Some(Stands::Diverted(id)) => *present.entry(world.diversions[id].to).or_default() += 1,
                Some(Stands::Augmenting(id)) => *augmenting.entry(world.augmentations[id].office).or_default() += 1,
                Some(Stands::Gone) | None => {}
            }
        }
        let picture = picture(world, &index, &Scope::everything(world), &asked);
        for row in &picture.rows {
            let office: OfficeId = row.key.parse().unwrap();
            prop_assert_eq!(row.present, present.remove(&office).unwrap_or(0), "{} on {}", office, asked.on);
            prop_assert!(row.augmented >= augmenting.remove(&office).unwrap_or(0));
        }
        prop_assert!(present.is_empty() && augmenting.is_empty());
        // Nobody is lost either: who serves is on station somewhere or said to be away.
        let serving = world.people.iter().filter(|(id, _)| naive::stands_at(world, *id, asked.on, &asked).is_some());
        let total = &picture.total;
        prop_assert_eq!(total.present - total.diverted_in + total.away, serving.count() as u32);
    }

    #[test]
    fn a_billet_has_one_primary_incumbent_or_something_says_why_not(steps in steps(140)) {
        let small = grown(&steps);
        let world = &small.build.world;
        let flagged = |tour: TourId| {
            let kinds = [ContradictionKind::SecondIncumbent, ContradictionKind::ImpossibleDate];
            world.contradictions.iter().any(|(_, noted)| noted.tour == Some(tour) && kinds.contains(&noted.kind))
        };
        for (id, billet) in world.billets.iter() {
            let primary = billet.tours.iter().filter(|tour| world.tours[**tour].is_primary());
            let held: Vec<_> = primary.filter_map(|tour| Some((*tour, world.tours[*tour].period()?))).collect();
            for (i, (one, first)) in held.iter().enumerate() {
                for (two, second) in &held[i + 1..] {
                    let Some(both) = first.overlap(*second) else { continue };
                    let dated = i64::from(both.days()) <= world.lever(Lever::OverlapDays, both.from())
                        || billet.overlaps.iter().any(|authorised| authorised.period.covers(both));
                    prop_assert!(dated || flagged(*one) || flagged(*two), "{} holds {} and {} {}", id, one, two, both);
                }
            }
        }
    }

    #[test]
    fn sums_agree_by_any_grouping_and_lens(steps in steps(140), on: u16, plans: bool, seen: u8) {
        let small = grown(&steps);
        let (world, index) = (&small.build.world, StaffingIndex::new(&small.build.world));
        let scope = chosen(world, seen, true);
        let total = |by, lens| counts(&picture(world, &index, &scope, &ask(day(on), by, lens, plans)).total);
        let one = total(Grouping::Office, Lens::Place);
        for by in GROUPINGS {
            for lens in [Lens::Place, Lens::Supported] {
                let picture = picture(world, &index, &scope, &ask(day(on), by, lens, plans));
                prop_assert_eq!(&counts(&picture.total), &one, "{:?} {:?}", by, lens);
                let split = lens == Lens::Supported && matches!(by, Grouping::Country | Grouping::Command);
                // Each row of shares is rounded to the nearest whole: half a head a row is the most they can miss.
                let most = if split { picture.rows.len().div_ceil(2) as u32 } else { 0 };
                let sums = added(&picture.rows);
                for (name, count) in &one {
                    let sum = sums.get(name).copied().unwrap_or(0);
                    prop_assert!(sum.abs_diff(*count) <= most, "{} of {:?} {:?}: {} and {}", name, by, lens, sum, count);
                }
            }
        }
    }

    #[test]
    fn two_scopes_without_a_common_office_add_up_to_both(steps in steps(140), on: u16, plans: bool, seen: u8) {
        let small = grown(&steps);
        let (world, index) = (&small.build.world, StaffingIndex::new(&small.build.world));
        for by in GROUPINGS {
            let asked = ask(day(on), by, Lens::Place, plans);
            let of = |scope: &Scope| picture(world, &index, scope, &asked);
            let (one, other) = (of(&chosen(world, seen, true)), of(&chosen(world, seen, false)));
            let both = of(&Scope::everything(world));
            prop_assert_eq!(added(&[one.total, other.total]), counts(&both.total));
            prop_assert_eq!(added(&[one.rows, other.rows].concat()), added(&both.rows));
        }
    }

    #[test]
    fn posts_add_up_to_the_picture_in_any_scope(steps in steps(140), on: u16, seen: u8) {
        let small = grown(&steps);
        let (world, index) = (&small.build.world, StaffingIndex::new(&small.build.world));
        let scope = chosen(world, seen, true);
        let total = picture(world, &index, &scope, &ask(day(on), Grouping::Office, Lens::Place, true)).total;
        let posts = post_counts(world, &scope, day(on), TODAY);
        let sum = |count: fn(&PostCounts) -> u32| posts.values().map(count).sum::<u32>();
        prop_assert_eq!((sum(|p| p.authorised), sum(|p| p.assigned)), (total.authorised, total.assigned));
        prop_assert_eq!((sum(|p| p.present), sum(|p| p.away)), (total.present, total.away));
        prop_assert_eq!(sum(|p| p.augmented), total.augmented);
    }

    #[test]
    fn what_is_not_assigned_is_vacant_or_an_approved_gap(steps in steps(140), on: u16, plans: bool, by in 0..8usize) {
        let small = grown(&steps);
        let (world, index) = (&small.build.world, StaffingIndex::new(&small.build.world));
        let asked = ask(day(on), GROUPINGS[by], Lens::Place, plans);
        let picture = picture(world, &index, &Scope::everything(world), &asked);
        for row in picture.rows.iter().chain([&picture.total]) {
            prop_assert!(row.assigned <= row.authorised);
            prop_assert_eq!(row.vacant + row.approved_gaps + row.assigned, row.authorised);
            prop_assert!(row.diverted_in <= row.present);
        }
    }

    #[test]
    fn an_ordered_departure_moves_people_and_no_assignment_and_is_undone_as_it_was_done(
        steps in steps(140), from: u16, after in 1..200i32, asked in -60..400i32,
    ) {
        // Without departures of the history's own, of which one might hold on the day.
        let steps: Vec<Step> = steps.into_iter().filter(|(kind, _)| !(40..=42).contains(kind)).collect();
        let (mut small, taken) = departed(&steps, from);
        prop_assume!(taken);
        let world = small.build.world.clone();
        let before = grown(&steps).build.world;
        let (first, on) = (day(from), day(from).saturating_add(asked.days()));
        prop_assert_eq!(assignment(&by_office(&world, on)), assignment(&by_office(&before, on)));
        if on < first {
            prop_assert_eq!(by_office(&world, on).rows, by_office(&before, on).rows);
        }
        let post = order(&small, from).post;
        // Rescinded, nothing of it is left on any day.
        let mut rescinded = Build { world: world.clone() };
        rescinded.give(RescindDeparture { post, from: first, document: "a cable".into() });
        prop_assert_eq!(by_office(&rescinded.world, on), by_office(&before, on));
        // Ended, nothing is left from its end on.
        let until = first.saturating_add(after.days());
        let outcome = DepartureOutcome::Returned;
        small.build.give(EndDeparture { post, on: until, outcome, document: "a cable".into() });
        let ended = by_office(&small.build.world, on);
        let like = if (first..until).contains(&on) { by_office(&world, on) } else { by_office(&before, on) };
        prop_assert_eq!(ended.rows, like.rows);
    }

    #[test]
    fn people_present_without_a_billet_change_no_assignment(steps in steps(140), at in 0..3usize, on: u16, heads in 1..9u8) {
        let mut small = grown(&steps);
        let before = by_office(&small.build.world, day(on));
        let until = day(on).saturating_add(30.days());
        let taken = small.build.attempt(AugmentOffice {
            office: small.scos[at],
            kind: AugmentationKind::Contractor,
            who: Augmenting::People(heads),
            period: crate::common::period(day(on), until),
            document: "a contract".into(),
            funding: FundingSource::OperationsMaintenance,
            purpose: AugmentationPurpose::CommandSupport,
        });
        prop_assume!(taken.is_ok());
        let after = by_office(&small.build.world, day(on));
        prop_assert_eq!(assignment(&after), assignment(&before));
        prop_assert_eq!(after.total.augmented, before.total.augmented + u32::from(heads));
        prop_assert_eq!(after.total.present, before.total.present);
    }
}

#[test]
fn the_histories_move_people_in_every_way() {
    let mut dice = 11u64;
    let mut roll = move || {
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (dice >> 40) as u16
    };
    let worlds: Vec<World> = (0..8)
        .map(|_| {
            let step = |_| ((roll() % crate::common::random::CASES) as u8, [roll(), roll(), roll(), roll()]);
            let steps: Vec<Step> = (0..400).map(step).collect();
            grown(&steps).build.world
        })
        .collect();
    let any = |wanted: fn(&World) -> bool| worlds.iter().any(wanted);
    fn departures(world: &World) -> impl Iterator<Item = &Departure> {
        world.posts.iter().flat_map(|(_, post)| &post.departures)
    }
    assert!(any(|world| departures(world).any(|held| held.rescinded.is_some())));
    assert!(any(|world| departures(world).any(|held| held.end.is_some())));
    assert!(any(|world| departures(world).any(|held| !held.essential.is_empty())));
    assert!(any(|world| world.diversions.iter().any(|(_, held)| held.ended.is_some())));
    assert!(any(|world| world.augmentations.iter().any(|(_, held)| held.who.person().is_some())));
    assert!(any(|world| world.augmentations.iter().any(|(_, held)| held.who.person().is_none())));
    let stands = |wanted: fn(&Stands) -> bool| {
        (0..2200u16).step_by(15).any(|n| {
            let asked = ask(day(n), Grouping::Office, Lens::Place, true);
            worlds.iter().any(|world| {
                world.people.iter().filter_map(|(id, _)| naive::stands(world, id, asked.on, &asked)).any(|s| wanted(&s))
            })
        })
    };
    assert!(stands(|s| *s == Stands::Gone) && stands(|s| matches!(s, Stands::Diverted(_))));
    assert!(stands(|s| matches!(s, Stands::Augmenting(_))) && stands(|s| matches!(s, Stands::AtBillet(_))));
}

//! Candidates for one opening outside a cycle: the sieve agrees with every rule asked one by one.

use muster_domain::allocation::{DecideLines, EndorseLines};
use muster_domain::kernel::add_months;
use muster_domain::{Service, World};
use muster_slate::CandidateField;

fn fields(world: &World) -> impl Iterator<Item = (muster_domain::BilletId, CandidateField<'_>)> {
    let report = add_months(crate::worlds::TODAY, 8);
    world
        .billets
        .iter()
        .filter_map(move |(id, _)| Some((id, CandidateField::new(world, id, report, crate::worlds::TODAY)?)))
}

#[test]
fn the_order_is_eligible_first_and_agrees_with_every_rule_asked_one_by_one() {
    let (mut eligible, mut listed) = (0, 0);
    for seed in 0..12 {
        let world = crate::worlds::world(seed, 14, 40).0;
        for (billet, field) in fields(&world) {
            let found = field.ranked(&[], |_, _| true);
            assert!(found.ranked.is_sorted_by_key(|candidate| (candidate.failed, candidate.cost)));
            for candidate in &found.ranked {
                let why = field.why(candidate.person).unwrap();
                let failed = why.rules.iter().filter(|rule| !rule.checked.passed).count();
                assert_eq!((usize::from(candidate.failed), candidate.cost), (failed, why.cost), "{billet}");
                assert_eq!(why.eligible, failed == 0);
            }
            let in_list = |person| found.ranked.iter().any(|candidate| candidate.person == person);
            for (person, facts) in world.people.iter().filter(|(person, _)| !in_list(*person)) {
                let failed = field.why(person).map(|why| why.rules.iter().filter(|r| !r.checked.passed).count());
                assert!(failed.is_none_or(|failed| failed >= 2), "{person} would be eligible for {billet}");
                assert!(facts.service != Service::LocallyEmployed || failed.is_none());
            }
            eligible += found.eligible;
            listed += found.ranked.len();
        }
    }
    assert!(eligible > 20 && listed > eligible, "{eligible} of {listed}: too few to say anything");
}

#[test]
fn a_service_is_shown_its_own_people_and_locally_employed_staff_never_appear() {
    let world = crate::worlds::world(3, 14, 40).0;
    for (_, field) in fields(&world) {
        let navy = field.ranked(&[], |_, service| service == Service::Navy);
        assert!(navy.ranked.iter().all(|candidate| world.people[candidate.person].service == Service::Navy));
        let all = field.ranked(&[], |_, _| true);
        assert!(all.ranked.iter().all(|candidate| world.people[candidate.person].service.is_slated()));
    }
}

#[test]
fn whom_an_endorsed_line_names_stands_first_in_its_requisition_and_no_slate_speaks_against_them() {
    let mut asked = 0;
    for seed in 0..30 {
        let (mut world, cycle) = crate::worlds::world(seed, 14, 40);
        let Ok(computed) = muster_slate::compute(&world, cycle, crate::worlds::TODAY) else { continue };
        let slate = world.slates.next_id();
        if !crate::worlds::give(&mut world, computed.proposal()) {
            continue;
        }
        let lines: Vec<u32> = (0..u32::try_from(world.slates[slate].lines.len()).unwrap()).collect();
        for line in lines {
            crate::worlds::give(&mut world, DecideLines { slate, lines: vec![line], concurs: true, reason: None });
            crate::worlds::give(&mut world, EndorseLines { slate, lines: vec![line] });
        }
        for (_, requisition) in world.requisitions.iter() {
            let Some(named) = requisition.by_name.first().map(|named| named.person) else { continue };
            let Some(field) = CandidateField::new(&world, requisition.billet, requisition.report, crate::worlds::TODAY)
            else {
                continue;
            };
            assert_eq!(field.ranked(&[named], |_, _| true).ranked[0].person, named, "seed {seed}");
            let why = field.why(named).unwrap();
            let against: Vec<&str> = why.rules.iter().filter(|rule| !rule.checked.passed).map(|rule| rule.id).collect();
            assert!(!against.contains(&"another-slate") && !against.contains(&"billet-slated"), "{against:?}");
            asked += 1;
        }
    }
    assert!(asked > 10, "{asked} requisitions: too few to say anything");
}

//! Two servers on one journal: each sees what the other recorded, and they never both win.

use std::time::Duration;

use crate::support::{account, desk, gap, give, journal_text, person, rows, small_service, tour};
use muster_domain::allocation::{AcceptNominee, NominatePerson, OpenRequisition, Rank};
use muster_domain::kernel::PersonId;
use muster_domain::workforce::ErasePerson;
use muster_domain::{BilletId, Position, RequisitionId, Service};
use muster_journal::both_stores;
use muster_journal::testing::TestPlace;
use muster_server::desk::{Desk, Rejected, Submission};

/// Far longer than a second, so that only a server that never sees it fails.
const PATIENCE: Duration = Duration::from_secs(30);

async fn reaches(desk: &Desk, position: Position) {
    let mut changes = desk.changes();
    let reached = tokio::time::timeout(PATIENCE, changes.wait_for(|now| *now >= position)).await;
    reached.expect("the other server's record is seen").unwrap();
}

both_stores! {
    async fn each_sees_what_the_other_recorded_without_being_asked(place: TestPlace) {
        let (one, two) = (desk(&place).await, desk(&place).await);
        small_service(&one, 2).await;
        reaches(&two, Position(1)).await;
        assert_eq!(rows(&two.world()), rows(&one.world()));
        let accepted = give(&two, tour(0, 1)).await.unwrap();
        reaches(&one, accepted.position).await;
        assert_eq!(rows(&two.world()), rows(&one.world()));
        assert!(one.world().people[PersonId(1)].family.is_some(), "keys made elsewhere are found");
    }

    async fn both_plan_a_tour_for_the_same_billet_and_one_of_them_wins(place: TestPlace) {
        let (one, two) = (desk(&place).await, desk(&place).await);
        small_service(&one, 20).await;
        for billet in 0..10 {
            let (a, b) = tokio::join!(give(&one, tour(billet * 2, billet)), give(&two, tour(billet * 2 + 1, billet)));
            assert!(a.is_ok() != b.is_ok(), "billet {billet}: {a:?} {b:?}");
            let refused = a.err().or(b.err()).unwrap();
            assert!(matches!(refused, Rejected::Refused(_)), "{refused}");
        }
        let last = one.journal().head().await.unwrap().size;
        reaches(&one, Position(last)).await;
        reaches(&two, Position(last)).await;
        assert_eq!(one.world().tours.len(), 10);
        assert_eq!(rows(&one.world()), rows(&two.world()));
        assert!(one.audit(None).await.unwrap().is_sound());
    }

    async fn two_offices_accept_one_nominee_at_the_same_moment_and_one_of_them_wins(place: TestPlace) {
        let (one, two) = (desk(&place).await, desk(&place).await);
        small_service(&one, 20).await;
        for person in 0..10 {
            let ids = [0, 1].map(|half| (RequisitionId(person * 2 + half), BilletId(person * 2 + half)));
            for (requisition, billet) in ids {
                let report = jiff::civil::date(2027, 1, 1);
                let services = vec![Service::Army];
                let opened = OpenRequisition { billet, report, priority: 3, services, suspense: None };
                give(&one, opened).await.unwrap();
                let (person, rank, justification) = (PersonId(person), Rank::Primary, "Free then".into());
                let nominated = NominatePerson { requisition, person, rank, report: None, justification };
                give(&one, nominated).await.unwrap();
            }
            let accept = |at: usize| AcceptNominee { requisition: ids[at].0, person: PersonId(person), accompanied: false };
            let (a, b) = tokio::join!(give(&one, accept(0)), give(&two, accept(1)));
            assert!(a.is_ok() != b.is_ok(), "person {person}: {a:?} {b:?}");
            let Rejected::Refused(refusal) = a.err().or(b.err()).unwrap() else { panic!("not a refusal") };
            assert_eq!(refusal.rule, "not-asked", "{refusal}");
            // the same office twice, from two servers: the second is told that the first has acted
            let again = give(&two, accept(0)).await.err().or(give(&one, accept(1)).await.err());
            assert!(again.is_some());
        }
        let last = one.journal().head().await.unwrap().size;
        reaches(&one, Position(last)).await;
        reaches(&two, Position(last)).await;
        assert_eq!(two.world().tours.len(), 10);
        let accepted = two.world().requisitions.iter().filter(|(_, held)| held.accepted.is_some()).count();
        assert_eq!(accepted, 10);
        assert_eq!(rows(&one.world()), rows(&two.world()));
    }

    async fn two_officers_answer_one_turn_at_the_same_moment_and_one_of_them_wins(place: TestPlace) {
        let (one, two) = (desk(&place).await, desk(&place).await);
        small_service(&one, 8).await;
        for billet in 0..4 {
            let (report, services) = (jiff::civil::date(2027, 1, 1), vec![Service::Army]);
            let open = OpenRequisition { billet: BilletId(billet), report, priority: 3, services, suspense: None };
            give(&one, open).await.unwrap();
            let requisition = RequisitionId(billet);
            let nominate = |person: u32| NominatePerson {
                requisition,
                person: PersonId(person),
                rank: Rank::Primary,
                report: None,
                justification: "Free then".into(),
            };
            let (a, b) = tokio::join!(give(&one, nominate(billet)), give(&two, nominate(billet + 4)));
            assert!(a.is_ok() != b.is_ok(), "billet {billet}: {a:?} {b:?}");
            let Rejected::Refused(refusal) = a.err().or(b.err()).unwrap() else { panic!("not a refusal") };
            assert_eq!(refusal.rule, "primary-nominated", "{refusal}");
        }
    }

    async fn many_writers_on_both_lose_nothing_and_do_nothing_twice(place: TestPlace) {
        let desks = [desk(&place).await, desk(&place).await];
        small_service(&desks[0], 8).await;
        let writers: Vec<_> = (0..16_u32).map(|writer| {
            let desk = desks[writer as usize % 2].clone();
            tokio::spawn(async move {
                for number in 0..10 {
                    give(&desk, account(writer * 100 + number)).await.unwrap();
                }
            })
        }).collect();
        for writer in writers {
            writer.await.unwrap();
        }
        let last = Position(161);
        for desk in &desks {
            reaches(desk, last).await;
            assert_eq!(desk.world().accounts.len(), 160);
        }
        assert_eq!(rows(&desks[0].world()), rows(&desks[1].world()));
    }

    async fn a_command_given_to_both_is_done_once(place: TestPlace) {
        let (one, two) = (desk(&place).await, desk(&place).await);
        small_service(&one, 1).await;
        let command = Submission::by_installation(gap(0, 2));
        let (a, b) = tokio::join!(one.submit(command.clone()), two.submit(command));
        let (a, b) = (a.unwrap(), b.unwrap());
        assert_eq!((a.position, a.repeated != b.repeated), (b.position, true));
        assert_eq!(one.journal().head().await.unwrap().size, 2);
    }

    async fn a_person_erased_on_one_is_erased_on_the_other_and_gets_no_new_key(place: TestPlace) {
        let (one, two) = (desk(&place).await, desk(&place).await);
        small_service(&one, 2).await;
        reaches(&two, Position(1)).await;
        let erased = give(&one, ErasePerson { person: PersonId(0) }).await.unwrap();
        reaches(&two, erased.position).await;
        assert!(two.world().people[PersonId(0)].personal.is_none());
        assert_eq!(two.vault().ring().key(PersonId(0)), None);
        two.vault().make_person_keys(&[PersonId(0)]).await.unwrap();
        assert_eq!(two.vault().ring().key(PersonId(0)), None);
        // the other's people go on
        give(&two, person(9)).await.unwrap();
        assert!(!journal_text(two.journal()).await.contains("dependents"));
    }
}

//! What becomes of a command: taken, refused, forbidden, stale, repeated; several as one; the ids it makes.

use std::sync::Arc;

use crate::support::{
    TODAY, account, billet, desk, gap, give, person, post, rows, small_service, together, tour, vault,
};
use muster_domain::kernel::BilletId;
use muster_domain::workforce::EndBillet;
use muster_domain::{AccountId, Command, Date, Position, World};
use muster_journal::both_stores;
use muster_journal::testing::TestPlace;
use muster_server::clock::Clock;
use muster_server::desk::{Authorise, Denial, Desk, Rejected, Submission};

/// Account 0 may do everything, account 1 registers posts only, and nobody else may know of anything.
struct TestPolicy;

impl Authorise for TestPolicy {
    fn authorise(&self, world: &World, _: Date, actor: Option<AccountId>, command: &Command) -> Result<(), Denial> {
        match (actor, command) {
            (None | Some(AccountId(0)), _) => Ok(()),
            (Some(AccountId(1)), Command::RegisterPost(_)) => Ok(()),
            // a billet may be authorised by whoever registered the place just before: seen only on the World in between
            (Some(AccountId(1)), Command::RegisterAccount(_)) if world.posts.len() == 2 => Ok(()),
            (Some(AccountId(1)), _) => Err(Denial::Forbidden("A manpower officer may.".to_owned())),
            _ => Err(Denial::NotFound),
        }
    }
}

both_stores! {
    async fn a_taken_command_is_in_the_world_and_in_the_journal_when_it_is_answered(place: TestPlace) {
        let desk = desk(&place).await;
        small_service(&desk, 2).await;
        let before = desk.world();
        let accepted = give(&desk, tour(0, 1)).await.unwrap();
        assert_eq!((accepted.position, accepted.created.as_slice(), accepted.repeated), (Position(2), &["T0".to_owned()][..], false));
        assert_eq!((desk.world().tours.len(), before.tours.len()), (1, 0), "who held the World sees no later change");
        assert_eq!(desk.world().billets.row(BilletId(1)).unwrap().changed, Position(2));
        assert_eq!(*desk.changes().borrow(), Position(2));
        assert_eq!(desk.journal().head().await.unwrap().size, 2);
    }

    async fn a_refused_command_leaves_nothing_and_fails_no_other_of_its_batch(place: TestPlace) {
        let desk = desk(&place).await;
        small_service(&desk, 1).await;
        let (good, bad, other) = tokio::join!(give(&desk, tour(0, 0)), give(&desk, tour(7, 0)), give(&desk, gap(0, 1)));
        assert!(good.is_ok() && other.is_ok(), "{good:?} {other:?}");
        assert!(matches!(&bad, Err(Rejected::Refused(refusal)) if refusal.problem.contains("P7")), "{bad:?}");
        assert_eq!(desk.journal().head().await.unwrap().size, 3);
    }

    async fn of_two_tours_for_one_billet_in_one_batch_the_second_is_refused(place: TestPlace) {
        let desk = desk(&place).await;
        small_service(&desk, 2).await;
        let (one, two) = tokio::join!(give(&desk, tour(0, 0)), give(&desk, tour(1, 0)));
        assert_eq!([one.is_ok(), two.is_ok()].iter().filter(|taken| **taken).count(), 1);
        assert_eq!(desk.world().tours.len(), 1);
    }

    async fn several_commands_as_one_are_taken_wholly_or_not_at_all(place: TestPlace) {
        let desk = desk(&place).await;
        let bad = together(vec![post("Amman").into(), post("Bonn").into(), post("Amman").into()]);
        let refused = give(&desk, bad).await.unwrap_err();
        assert!(refused.to_string().contains("Command 3"), "{refused}");
        assert_eq!(desk.world().posts.len(), 0);
        let good = give(&desk, together(vec![post("Amman").into(), account(1).into(), post("Bonn").into()])).await.unwrap();
        assert_eq!(good.created, ["L0", "A0", "L1"]);
        assert_eq!(desk.journal().head().await.unwrap().size, 1);
    }

    async fn who_may_not_is_told_so_or_that_there_is_nothing(place: TestPlace) {
        let desk = Desk::open(place.open().await, vault(&place).await, Arc::new(TestPolicy), Clock::fixed_day(TODAY)).await.unwrap();
        let by = |account, command: Command| desk.submit(Submission::by(AccountId(account), command));
        assert!(by(1, post("Amman").into()).await.is_ok());
        assert_eq!(by(1, account(1).into()).await, Err(Rejected::Forbidden("A manpower officer may.".to_owned())));
        assert_eq!(by(2, post("Bonn").into()).await, Err(Rejected::NotFound));

        // each member of a list is asked for, on what the members before it leave
        let forbidden = together(vec![account(1).into(), post("Bonn").into()]);
        assert!(matches!(by(1, forbidden.into()).await, Err(Rejected::Forbidden(_))));
        let allowed = together(vec![post("Bonn").into(), account(1).into()]);
        assert!(by(1, allowed.into()).await.is_ok());
        assert_eq!(desk.world().posts.len(), 2);
    }

    async fn a_command_about_a_row_changed_since_it_was_seen_is_stale(place: TestPlace) {
        let desk = desk(&place).await;
        small_service(&desk, 1).await;
        let seen = desk.world().billets.row(BilletId(0)).unwrap().changed;
        let end = |expect| Submission {
            expect: Some(expect),
            ..Submission::by_installation(EndBillet { billet: BilletId(0), on: jiff::civil::date(2030, 1, 1) })
        };
        let now = give(&desk, gap(0, 1)).await.unwrap().position;
        assert_eq!(desk.submit(end(seen)).await, Err(Rejected::Stale { changed: now }));
        assert!(desk.submit(end(now)).await.is_ok());
        let pointless = Submission { expect: Some(now), ..Submission::by_installation(post("Bonn")) };
        assert!(matches!(desk.submit(pointless).await, Err(Rejected::Refused(refusal)) if refusal.rule == "no-version"));
    }

    async fn a_repeated_command_gets_its_first_answer_and_is_done_once(place: TestPlace) {
        let desk = desk(&place).await;
        small_service(&desk, 1).await;
        let first = Submission { actor: Some(AccountId(4)), ..Submission::by_installation(together(vec![person(5).into(), billet("BN-5").into()])) };
        let answer = desk.submit(first.clone()).await.unwrap();
        give(&desk, post("Bonn")).await.unwrap();
        let again = desk.submit(first.clone()).await.unwrap();
        assert_eq!((again.position, &again.created, again.repeated), (answer.position, &answer.created, true));
        assert_eq!(again.created, ["P1", "B1"]);

        // at the same time, too
        let twice = Submission::by_installation(gap(0, 3));
        let (one, two) = tokio::join!(desk.submit(twice.clone()), desk.submit(twice.clone()));
        let (one, two) = (one.unwrap(), two.unwrap());
        assert_eq!((one.position, one.repeated != two.repeated), (two.position, true));

        // and one beside it in its batch is taken
        let (again, new) = tokio::join!(desk.submit(twice.clone()), give(&desk, gap(0, 5)));
        assert!(again.unwrap().repeated && !new.unwrap().repeated);

        let other_actor = Submission { actor: Some(AccountId(5)), ..first.clone() };
        assert_eq!(desk.submit(other_actor).await, Err(Rejected::Reused));
        let other_body = Submission { command: gap(0, 9).into(), ..first.clone() };
        assert_eq!(desk.submit(other_body).await, Err(Rejected::Reused));
        assert_eq!(desk.world().people.len(), 2);

        desk.close().await;
        let desk = crate::support::desk(&place).await;
        assert!(desk.submit(first).await.unwrap().repeated, "a restart does not forget");
    }

    async fn a_closed_desk_takes_no_more_and_still_shows_what_was(place: TestPlace) {
        let desk = desk(&place).await;
        give(&desk, post("Amman")).await.unwrap();
        desk.close().await;
        assert!(matches!(give(&desk, post("Bonn")).await, Err(Rejected::Unavailable(_))));
        assert_eq!(desk.world().posts.len(), 1);
        assert!(desk.stopped().is_some());
    }

    async fn a_large_command_lies_in_several_records_and_its_rows_carry_the_last(place: TestPlace) {
        let desk = desk(&place).await;
        small_service(&desk, 1).await;
        let people: Vec<Command> = (10..3_010).map(|number| person(number).into()).collect();
        let accepted = give(&desk, together(people)).await.unwrap();
        assert_eq!(accepted.created.len(), 3_000);
        let records = desk.journal().read(muster_journal::Position(1), 100).await.unwrap();
        assert!(records.len() > 1, "{}", records.len());
        assert_eq!(accepted.position.0, 1 + records.len() as u64);
        let world = desk.world();
        assert!(world.people.rows().skip(1).all(|(_, row)| row.changed == accepted.position));

        let other = crate::support::desk_with(&place, muster_server::desk::DeskOptions::default()).await;
        assert_eq!(rows(&other.world()), rows(&world), "a restart reads the same");
        let audit = desk.audit(Some(&desk.signed_head().await.unwrap())).await.unwrap();
        assert!(audit.is_sound(), "{audit}");
    }
}

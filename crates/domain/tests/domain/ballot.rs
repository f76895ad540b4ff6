//! The ballot: who ranks, until when, and that what was ranked counts from the day after and not before.

use jiff::civil::{Date, date};
use muster_domain::access::{Grant, GrantRole, RegisterAccount, Role};
use muster_domain::allocation::{
    BallotTerms, CloseCycle, DeclareCouple, ImportRanking, KeepFavourites, RankCandidates, SetBallot, SubmitPreferences,
};
use muster_domain::kernel::Id;
use muster_domain::policy::{Lever, SetLever};
use muster_domain::workforce::{ErasePerson, FillMode};
use muster_domain::{
    AccountId, BilletId, Command, CycleId, Grade, Period, PersonId, Sealed, Service, Text, read_events,
};

use super::build::*;
use super::story::{army_ballot, summer};

const CYCLE: CycleId = CycleId(0);
const DEADLINE: Date = date(2026, 12, 1);
const DAY_AFTER: Date = date(2026, 12, 2);

/// A command about a ballot.
pub fn random([a, b, c, d, e]: [u16; 5], day: Date, text: Text) -> Command {
    fn id<I: Id>(number: u16) -> I {
        I::from_index(usize::from(number % 6))
    }
    let (cycle, person, billets) = (id(a % 2), id(b), vec![id(c), id(d)]);
    match e % 6 {
        0 => KeepFavourites { cycle, person, billets }.into(),
        1 => DeclareCouple { cycle, person, partner: Some(text) }.into(),
        2 => ImportRanking { cycle, person, source: text, as_of: day, billets }.into(),
        3 => {
            let eligible = Some(vec![PersonId(0), PersonId(1), PersonId(2)]);
            RankCandidates { cycle, billet: id(c), tiers: vec![vec![person]], eligible }.into()
        }
        4 => {
            let terms = BallotTerms {
                members_until: day,
                offices_until: day,
                civilians: true,
                services: vec![Service::Army],
                boards: c.is_multiple_of(2),
            };
            SetBallot { cycle, terms }.into()
        }
        _ => SubmitPreferences { cycle, person, billets }.into(),
    }
}

/// Three billets of the cycle (the last filled by a board), one of headquarters; two soldiers, a sailor, a civilian.
fn ballot() -> Build {
    let mut build = Build::service();
    build.billet("JOR-001", |_| {});
    build.billet("JOR-002", |_| {});
    build.billet("JOR-003", |terms| terms.fill_mode = FillMode::NominativeBoard);
    build.billet("HQ-001", |terms| terms.office = HQ);
    for number in ["A1", "A2"] {
        build.person(number);
    }
    build.must(register("N1", Service::Navy, Grade::O(5)));
    build.must(summer());
    build.must(army_ballot());
    build
}

fn rank(person: u32, billets: &[u32]) -> SubmitPreferences {
    SubmitPreferences {
        cycle: CYCLE,
        person: PersonId(person),
        billets: billets.iter().map(|n| BilletId(*n)).collect(),
    }
}

fn declare(person: u32, partner: &str) -> DeclareCouple {
    DeclareCouple { cycle: CYCLE, person: PersonId(person), partner: Some(partner.into()) }
}

fn imported(person: u32, billets: &[u32], as_of: Date) -> ImportRanking {
    let billets = billets.iter().map(|n| BilletId(*n)).collect();
    ImportRanking { cycle: CYCLE, person: PersonId(person), source: "Navy marketplace".into(), as_of, billets }
}

fn candidates(tiers: &[&[u32]]) -> RankCandidates {
    let tiers = tiers.iter().map(|tier| tier.iter().map(|n| PersonId(*n)).collect()).collect();
    RankCandidates { cycle: CYCLE, billet: BilletId(0), tiers, eligible: Some(vec![PersonId(0), PersonId(1)]) }
}

#[test]
fn a_member_ranks_as_many_openings_of_the_cycle_as_the_lever_says_each_once() {
    let mut build = ballot();
    build.refused("ranked-twice", rank(0, &[0, 1, 0]));
    build.refused("outside-cycle", rank(0, &[3]));
    build.refused("no-billet", rank(0, &[9]));
    let reason = "Shorter lists".into();
    build.must(SetLever { lever: Lever::MostRanked, from: TODAY, value: 1, reason });
    build.refused("too-many-ranked", rank(0, &[0, 1]));
    build.must(rank(0, &[1]));
    assert_eq!(build.must(rank(0, &[1])), Vec::new());
    build.must(rank(0, &[0]));
    assert_eq!(build.world.cycles[CYCLE].ballot.own_ranking(PersonId(0)).unwrap().billets, [BilletId(0)]);
    build.must(CloseCycle { cycle: CYCLE });
    build.refused("cycle-closed", rank(0, &[0]));
}

#[test]
fn what_was_ranked_counts_from_the_day_after_the_deadline() {
    let mut build = ballot();
    build.must(rank(0, &[1, 0]));
    build.must(candidates(&[&[1], &[0]]));
    let ballot = &build.world.cycles[CYCLE].ballot;
    assert!(ballot.ranked(PersonId(0), DEADLINE).is_empty());
    assert_eq!(ballot.ranked(PersonId(0), DAY_AFTER), [BilletId(1), BilletId(0)]);
    assert!(ballot.candidates(BilletId(0), date(2026, 12, 15)).is_empty());
    assert_eq!(ballot.candidates(BilletId(0), date(2026, 12, 16)), [[PersonId(1)], [PersonId(0)]]);
    assert_eq!((ballot.submitted(), ballot.offices_ranked()), (1, 1));
}

#[test]
fn nobody_ranks_for_another_whatever_their_roles() {
    let mut build = ballot();
    build.must(RegisterAccount { sign_in: "a1".into(), name: "Member".into() });
    let grant = Grant {
        role: Role::Member,
        office: None,
        service: None,
        person: Some(PersonId(0)),
        purchaser: None,
        period: Period::open(date(2026, 1, 1)),
    };
    build.must(GrantRole { account: AccountId(0), grant });
    build.actor = Some(AccountId(0));
    build.must(rank(0, &[0]));
    build.refused("not-own-ballot", rank(1, &[0]));
    build.refused("not-own-ballot", KeepFavourites { cycle: CYCLE, person: PersonId(1), billets: Vec::new() });
    build.refused("not-own-ballot", declare(1, "A1"));
}

#[test]
fn members_of_other_services_rank_boards_at_most_and_only_where_they_may() {
    let mut build = ballot();
    build.refused("ballot-elsewhere", rank(2, &[2]));
    let mut terms = army_ballot();
    terms.terms.boards = true;
    build.must(terms);
    build.refused("ballot-elsewhere", rank(2, &[2, 0]));
    build.must(rank(2, &[2]));
    // Now the ballot is held here.
    build.refused("ballot-held", imported(2, &[0], TODAY));
}

#[test]
fn deadlines_move_while_members_may_rank_and_never_into_the_past() {
    let mut build = ballot();
    let until = |members_until, offices_until| {
        let mut set = army_ballot();
        (set.terms.members_until, set.terms.offices_until) = (members_until, offices_until);
        set
    };
    build.refused("ballot-deadline", until(date(2026, 9, 30), DEADLINE));
    build.refused("ballot-deadline", until(DEADLINE, date(2027, 10, 1)));
    let mut nobody = army_ballot();
    (nobody.terms.civilians, nobody.terms.services) = (false, Vec::new());
    build.refused("ballot-nobody", nobody);
    let mut odd = army_ballot();
    odd.terms.services.push(Service::LocallyEmployed);
    build.refused("ballot-services", odd);
    build.must(until(TODAY, DEADLINE));
    build.must(rank(0, &[0]));
    // The day after, the ballot is open to be read: it is never sealed again.
    let late = muster_domain::Context { today: date(2026, 10, 2), actor: None };
    for (rule, command) in [("ballot-opened", army_ballot().into()), ("ballot-closed", Command::from(rank(0, &[1])))] {
        assert_eq!(muster_domain::Decide::decide(&command, &build.world, &late).unwrap_err().rule, rule);
    }
}

#[test]
fn a_couple_is_two_members_who_name_each_other() {
    let mut build = ballot();
    build.refused("partner-self", declare(0, "A1"));
    build.must(declare(0, "A2"));
    // Nobody learns from the answer whether there is such a person.
    build.must(declare(0, "no such number"));
    build.must(declare(0, "A2"));
    assert_eq!(build.world.cycles[CYCLE].ballot.partner(&build.world, PersonId(0)), None);
    build.must(declare(1, "A1"));
    let ballot = &build.world.cycles[CYCLE].ballot;
    assert_eq!(ballot.partner(&build.world, PersonId(0)), Some(PersonId(1)));
    assert_eq!(ballot.couples(&build.world, DEADLINE), []);
    assert_eq!(ballot.couples(&build.world, DAY_AFTER), [(PersonId(0), PersonId(1))]);
    build.must(DeclareCouple { cycle: CYCLE, person: PersonId(1), partner: None });
    assert_eq!(build.world.cycles[CYCLE].ballot.partner(&build.world, PersonId(0)), None);
}

#[test]
fn an_import_replaces_an_older_list_of_its_marketplace_and_never_a_ballot() {
    let mut build = ballot();
    build.must(imported(2, &[0, 1], date(2026, 9, 20)));
    assert_eq!(build.must(imported(2, &[1], date(2026, 9, 19))), Vec::new());
    build.must(imported(2, &[1], date(2026, 9, 21)));
    build.refused("ranking-ahead", imported(2, &[0], date(2026, 10, 2)));
    // Whether a soldier has ranked is not told: both are refused alike.
    build.refused("ballot-held", imported(0, &[0], TODAY));
    build.must(rank(0, &[0]));
    build.refused("ballot-held", imported(0, &[0], TODAY));
    let ballot = &build.world.cycles[CYCLE].ballot;
    assert!(ballot.ranked(PersonId(2), DEADLINE).is_empty());
    assert_eq!(ballot.ranked(PersonId(2), DAY_AFTER), [BilletId(1)]);
    assert_eq!((ballot.submitted(), ballot.members_ranked()), (1, 2));
}

#[test]
fn an_office_ranks_eligible_candidates_only_and_its_record_tells_no_choice() {
    let mut build = ballot();
    build.refused("not-eligible", candidates(&[&[2]]));
    build.refused("ranked-twice", candidates(&[&[0], &[0]]));
    build.refused("no-opening", RankCandidates { eligible: None, ..candidates(&[]) });
    let events = build.must(candidates(&[&[1]]));
    let muster_domain::Event::CandidatesRanked(ranked) = &events[0] else { panic!("{events:?}") };
    let told: Vec<_> = ranked.ranks.iter().map(|rank| (rank.person, rank.rank.clone())).collect();
    assert_eq!(told, [(PersonId(0), Sealed::Open(0)), (PersonId(1), Sealed::Open(1))]);
    assert_eq!(build.must(candidates(&[&[1], &[]])), Vec::new());
}

#[test]
fn erasing_a_person_erases_the_ballot() {
    let mut build = ballot();
    build.must(rank(0, &[0]));
    build.must(declare(0, "A2"));
    build.must(KeepFavourites { cycle: CYCLE, person: PersonId(0), billets: vec![BilletId(0)] });
    build.must(candidates(&[&[0], &[1]]));
    build.must(ErasePerson { person: PersonId(0) });
    let ballot = &build.world.cycles[CYCLE].ballot;
    assert!(ballot.own_ranking(PersonId(0)).is_none() && ballot.own_favourites(PersonId(0)).is_empty());
    assert!(ballot.own_partner(PersonId(0)).is_none());
    assert_eq!(ballot.own_candidates(BilletId(0)).unwrap().tiers, [[PersonId(1)]]);
}

#[test]
fn preferences_of_before_there_were_ballots_still_read_and_count() {
    let first = r#"[{"event":"preferences_submitted","v":1,"body":{"cycle":"Y0","person":"P0","billets":["B1"]}}]"#;
    let mut build = Build::service();
    build.billet("JOR-001", |_| {});
    build.billet("JOR-002", |_| {});
    build.person("A1");
    build.must(summer());
    build.world.apply(&read_events(first).unwrap()[0], muster_domain::Position(99));
    assert_eq!(build.world.cycles[CYCLE].ballot.ranked(PersonId(0), TODAY), [BilletId(1)]);
}

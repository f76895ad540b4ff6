//! Waivers: who may be asked for, what is decided, and when one covers nothing any more.

use jiff::civil::date;
use muster_domain::allocation::{
    DecideWaiver, RequestWaiver, WaivableRule, WaiverAnswer, WaiverExtent, WaiverStatus, WithdrawWaiver,
};
use muster_domain::workforce::ErasePerson;
use muster_domain::{AccountId, BilletId, Context, Decide, Grade, Period, PersonId, Service, WaiverId};

use super::build::*;

fn request(person: PersonId, rule: WaivableRule, extent: WaiverExtent) -> RequestWaiver {
    RequestWaiver { person, billet: BilletId(0), rule, extent, justification: "Served there before".into() }
}

fn decide(waiver: WaiverId, answer: WaiverAnswer) -> DecideWaiver {
    DecideWaiver { waiver, answer, reason: "The command asks for this person".into() }
}

fn summer() -> Period {
    period(date(2027, 4, 1), date(2027, 10, 1))
}

/// One waiver of each end.
pub fn tell(build: &mut Build) {
    let partial = WaiverExtent::Partial(1);
    build.must(request(PersonId(1), WaivableRule::Grade, partial));
    build.must(decide(WaiverId(0), WaiverAnswer::Approve(summer())));
    build.must(request(PersonId(1), WaivableRule::Specialty, WaiverExtent::Full));
    build.must(decide(WaiverId(1), WaiverAnswer::Deny));
    build.must(request(PersonId(3), WaivableRule::Language, WaiverExtent::Full));
    build.must(WithdrawWaiver { waiver: WaiverId(2) });
}

/// What the story refuses.
pub fn refused() -> Vec<(&'static str, muster_domain::Command)> {
    vec![
        ("no-person", request(PersonId(99), WaivableRule::Grade, WaiverExtent::Full).into()),
        ("waiver-decided", decide(WaiverId(0), WaiverAnswer::Deny).into()),
        ("waiver-over", WithdrawWaiver { waiver: WaiverId(2) }.into()),
    ]
}

fn small() -> Build {
    let mut build = Build::service();
    build.billet("JOR-001", |_| {});
    build.person("A1");
    build
}

#[test]
fn a_waiver_is_asked_for_decided_and_lapses_by_itself() {
    let mut build = small();
    build.must(request(PersonId(0), WaivableRule::Grade, WaiverExtent::Partial(1)));
    let status = |build: &Build, day| build.world.waivers[WaiverId(0)].status(day);
    assert_eq!(status(&build, TODAY), WaiverStatus::Requested);
    assert_eq!(build.world.waivers[WaiverId(0)].in_force(), None);
    build.must(decide(WaiverId(0), WaiverAnswer::Approve(summer())));
    assert_eq!(status(&build, date(2027, 9, 30)), WaiverStatus::Approved);
    assert_eq!(status(&build, date(2027, 10, 1)), WaiverStatus::Lapsed);
    assert_eq!(build.world.waivers[WaiverId(0)].in_force(), Some(summer()));
    build.must(WithdrawWaiver { waiver: WaiverId(0) });
    assert_eq!(status(&build, TODAY), WaiverStatus::Withdrawn);
    assert_eq!(build.world.waivers[WaiverId(0)].in_force(), None);
}

#[test]
fn a_denied_waiver_covers_nothing_and_may_be_asked_for_again() {
    let mut build = small();
    build.must(request(PersonId(0), WaivableRule::Specialty, WaiverExtent::Full));
    build.refused("waiver-known", request(PersonId(0), WaivableRule::Specialty, WaiverExtent::Full));
    build.must(decide(WaiverId(0), WaiverAnswer::Deny));
    assert_eq!(build.world.waivers[WaiverId(0)].in_force(), None);
    build.refused("waiver-decided", decide(WaiverId(0), WaiverAnswer::Approve(summer())));
    build.refused("waiver-over", WithdrawWaiver { waiver: WaiverId(0) });
    build.must(request(PersonId(0), WaivableRule::Specialty, WaiverExtent::Full));
}

#[test]
fn what_cannot_be_waived_is_refused_with_a_remedy() {
    let mut build = small();
    let full = WaiverExtent::Full;
    build.refused("no-person", request(PersonId(9), WaivableRule::Grade, full));
    build
        .refused("no-billet", RequestWaiver { billet: BilletId(9), ..request(PersonId(0), WaivableRule::Grade, full) });
    build.refused("waiver-extent", request(PersonId(0), WaivableRule::Specialty, WaiverExtent::Partial(1)));
    build.refused("waiver-extent", request(PersonId(0), WaivableRule::Grade, WaiverExtent::Partial(0)));
    let silent = RequestWaiver { justification: " ".into(), ..request(PersonId(0), WaivableRule::Grade, full) };
    build.refused("reason-missing", silent);
    build.must(register("L1", Service::LocallyEmployed, Grade::Gs(8)));
    build.refused("locally-employed", request(PersonId(1), WaivableRule::Grade, full));
    build.refused("no-waiver", decide(WaiverId(4), WaiverAnswer::Deny));
    build.must(request(PersonId(0), WaivableRule::Grade, full));
    let past = period(date(2020, 1, 1), TODAY);
    build.refused("waiver-past", decide(WaiverId(0), WaiverAnswer::Approve(past)));
    build.must(WithdrawWaiver { waiver: WaiverId(0) });
    build.refused("waiver-withdrawn", decide(WaiverId(0), WaiverAnswer::Deny));
    build.refused("waiver-over", WithdrawWaiver { waiver: WaiverId(0) });
}

#[test]
fn whoever_asked_does_not_decide() {
    let mut build = small();
    let asks = Context { today: TODAY, actor: Some(AccountId(3)) };
    let events = request(PersonId(0), WaivableRule::Grade, WaiverExtent::Full).decide(&build.world, &asks).unwrap();
    build.world.apply(&events[0], muster_domain::Position(build.world.position.0 + 1));
    let own = decide(WaiverId(0), WaiverAnswer::Deny).decide(&build.world, &asks).unwrap_err();
    assert_eq!(own.rule, "waiver-own");
    build.must(decide(WaiverId(0), WaiverAnswer::Deny));
}

#[test]
fn erasing_a_person_takes_the_words_and_leaves_the_decision() {
    let mut build = small();
    build.must(request(PersonId(0), WaivableRule::Grade, WaiverExtent::Full));
    build.must(decide(WaiverId(0), WaiverAnswer::Approve(summer())));
    build.must(ErasePerson { person: PersonId(0) });
    let waiver = &build.world.waivers[WaiverId(0)];
    assert_eq!(waiver.justification, None);
    assert_eq!(waiver.decision.as_ref().unwrap().reason, None);
    assert_eq!(waiver.in_force(), Some(summer()));
}

//! What purchasers see and what they may say.

use jiff::civil::date;
use muster_domain::access::{Grant, GrantRole, RegisterAccount, Role};
use muster_domain::cases::{
    AnswerPurchaser, AssessLor, CaseKind, LorAssessment, Milestone, OpenCase, PurchaserAsk, ReleaseForecast,
    SetPurchaserVisible, WithdrawForecast, WorkedForecast, WriteMessage,
};
use muster_domain::{AccountId, CaseId, Command, Date, Period};
use proptest::prelude::*;

use super::build::*;
use super::cases::{CASE, LOR, begun, case, hold, open, reach, walk};

fn show(milestone: Milestone) -> SetPurchaserVisible {
    SetPurchaserVisible { milestone, visible: true, from: TODAY, reason: "Agreed with the purchasers".into() }
}

fn worked() -> WorkedForecast {
    WorkedForecast {
        milestone: Milestone::Offered,
        earliest: date(2026, 11, 1),
        latest: Some(date(2026, 12, 15)),
        share_per_mille: 800,
        tested: 1_500,
        held: 1_190,
        made: TODAY,
        method: "Durations of cases of this kind and agency".into(),
        basis: "Cases of this kind and agency since 2020".into(),
    }
}

/// The release of a forecast as it is worked out.
fn releases(worked: WorkedForecast) -> ReleaseForecast {
    ReleaseForecast {
        case: CASE,
        earliest: worked.earliest,
        latest: worked.latest.unwrap_or(worked.earliest),
        until: date(2026, 11, 30),
        worked: Some(Box::new(worked)),
    }
}

fn forecast() -> ReleaseForecast {
    releases(worked())
}

/// What a case's purchaser is told on the way to its offer.
pub fn tell(build: &mut Build) {
    build.must(show(Milestone::Offered));
    build.must(forecast());
    build.must(WithdrawForecast { case: CASE, reason: "Prices are asked for anew".into() });
    build.must(WriteMessage { case: CASE, message: "May the radios come in two lots?".into() });
    build.must(AnswerPurchaser { case: CASE, message: "They may; the offer will say so.".into() });
}

/// What the story refuses.
pub fn refused() -> Vec<(&'static str, Command)> {
    let case = CaseId(99);
    vec![
        ("never-shown", show(Milestone::StateListed).into()),
        ("milestone-passed", forecast().into()),
        ("no-forecast", WithdrawForecast { case: CASE, reason: "None".into() }.into()),
        ("no-case", WriteMessage { case, message: "When?".into() }.into()),
        ("no-case", AnswerPurchaser { case, message: "Soon.".into() }.into()),
    ]
}

#[test]
fn everything_is_hidden_until_it_is_shown_and_the_review_inside_state_always() {
    let mut build = begun(1_000_000);
    walk(&mut build, Milestone::Offered, date(2026, 2, 1));
    assert_eq!(
        (case(&build).shown_way(&build.world, TODAY), case(&build).shown_next(&build.world, TODAY)),
        (vec![], None)
    );
    assert_eq!(
        case(&build).asked_of_purchaser(&build.world, TODAY),
        None,
        "an offer that is not shown asks for nothing"
    );
    for milestone in [Milestone::StateListed, Milestone::StateApproved] {
        build.refused("never-shown", show(milestone));
    }
    let past = SetPurchaserVisible { from: date(2026, 9, 30), ..show(Milestone::Offered) };
    build.refused("day-past", past);
    build.refused("reason-missing", SetPurchaserVisible { reason: "".into(), ..show(Milestone::Offered) });
    build.must(show(Milestone::Offered));
    build.must(SetPurchaserVisible { from: date(2027, 1, 1), ..show(Milestone::Accepted) });
    assert_eq!(case(&build).shown_way(&build.world, TODAY).len(), 1);
    assert_eq!(case(&build).shown_next(&build.world, TODAY), None);
    assert_eq!(case(&build).shown_next(&build.world, date(2027, 1, 1)), Some(Milestone::Accepted));
    assert_eq!(build.must(show(Milestone::Offered)), Vec::new(), "shown already");
    build.must(SetPurchaserVisible { visible: false, from: date(2027, 6, 1), ..show(Milestone::Offered) });
    assert!(!build.world.shows_purchasers(Milestone::Offered, date(2027, 6, 1)));
    assert_eq!(build.world.purchaser_flags(Milestone::Offered).count(), 2, "the history stays");
}

#[test]
fn steps_of_one_plain_name_are_one_step() {
    let mut build = begun(1_000_000);
    for milestone in [Milestone::WriterAssigned, Milestone::WritingStarted, Milestone::WritingStatus] {
        build.must(show(milestone));
    }
    walk(&mut build, Milestone::WritingStatus, date(2026, 2, 1));
    let way = case(&build).shown_way(&build.world, TODAY);
    assert_eq!(way.len(), 1);
    assert_eq!(way[0].milestone, Milestone::WriterAssigned);
}

#[test]
fn the_purchaser_is_asked_for_what_is_missing_for_an_answer_and_for_the_deposit() {
    let ask = |build: &Build, day: Date| case(build).asked_of_purchaser(&build.world, day);
    let mut build = Build::service();
    build.must(open("UAA", 1_000_000));
    assert_eq!(ask(&build, TODAY), None);
    for (on, missing) in [(LOR, "Quantities"), (date(2026, 1, 8), "The delivery point")] {
        build.must(AssessLor { case: CASE, found: LorAssessment::Insufficient, on, missing: missing.into() });
    }
    let asked = ask(&build, TODAY).unwrap();
    assert_eq!((asked.ask, asked.since), (PurchaserAsk::CompleteRequest("The delivery point".into()), LOR));
    build.must(AssessLor { case: CASE, found: LorAssessment::Complete, on: date(2026, 1, 9), missing: "".into() });
    assert_eq!(ask(&build, TODAY), None);
    build.must(show(Milestone::Offered));
    build.must(show(Milestone::Accepted));
    let offered = walk(&mut build, Milestone::Offered, date(2026, 9, 1)).yesterday().unwrap();
    let asked = ask(&build, TODAY).unwrap();
    assert_eq!((&asked.ask, asked.since), (&PurchaserAsk::AnswerOffer, offered));
    let expiry = asked.until.unwrap();
    assert_eq!(ask(&build, expiry).unwrap().ask, PurchaserAsk::AnswerOffer, "the last day is still theirs");
    assert_eq!(ask(&build, expiry.tomorrow().unwrap()).unwrap().ask, PurchaserAsk::RenewOffer);
    build.must(reach(Milestone::Accepted, TODAY));
    assert_eq!(ask(&build, TODAY).unwrap().ask, PurchaserAsk::PayDeposit);
    build.must(reach(Milestone::Deposited, TODAY));
    assert_eq!(ask(&build, TODAY), None);
}

#[test]
fn a_forecast_is_shown_only_once_tested_and_released_and_only_while_it_stands() {
    let mut build = begun(1_000_000);
    build.refused("not-visible", forecast());
    build.must(show(Milestone::Offered));
    build.refused("no-outlook", ReleaseForecast { worked: None, ..forecast() });
    build.refused("not-back-tested", releases(WorkedForecast { tested: 20, held: 18, ..worked() }));
    build.refused("not-calibrated", releases(WorkedForecast { held: 900, ..worked() }));
    build.refused("forecast-share", releases(WorkedForecast { held: 1_501, ..worked() }));
    build.refused("forecast-open", releases(WorkedForecast { latest: None, ..worked() }));
    build.refused("forecast-old", releases(WorkedForecast { made: TODAY.yesterday().unwrap(), ..worked() }));
    build.refused("forecast-range", releases(WorkedForecast { earliest: date(2027, 1, 1), ..worked() }));
    build.refused("forecast-range", ReleaseForecast { until: date(2026, 9, 30), ..forecast() });
    build.refused("forecast-moved", ReleaseForecast { latest: date(2026, 12, 14), ..forecast() });
    build.refused("forecast-moved", ReleaseForecast { earliest: date(2026, 10, 30), ..forecast() });
    build.refused("no-forecast", WithdrawForecast { case: CASE, reason: "None".into() });
    let shown = |build: &Build, day: Date| case(build).shown_forecast(&build.world, day).is_some();
    build.must(forecast());
    let held = case(&build).portal.forecast.clone().unwrap();
    assert_eq!((held.made, held.method), (Some(TODAY), Some(worked().method)), "it says when and how it was made");
    assert!(shown(&build, TODAY) && shown(&build, date(2026, 11, 30)) && !shown(&build, date(2026, 12, 1)));
    build.must(WithdrawForecast { case: CASE, reason: "A new line".into() });
    assert!(!shown(&build, TODAY));
    build.must(forecast());
    walk(&mut build, Milestone::Offered, date(2026, 2, 1));
    assert!(!shown(&build, TODAY), "what happened is not forecast");
    build.refused("milestone-passed", forecast());
}

#[test]
fn messages_wait_until_they_are_answered() {
    let mut build = begun(1_000_000);
    let write = || WriteMessage { case: CASE, message: "When?".into() };
    build.refused("reason-missing", WriteMessage { message: " ".into(), ..write() });
    for _ in 0..20 {
        build.must(write());
    }
    build.refused("messages-waiting", write());
    assert_eq!(case(&build).unanswered(), 20);
    build.must(AnswerPurchaser { case: CASE, message: "Soon.".into() });
    assert_eq!(case(&build).unanswered(), 0);
    assert!(case(&build).answer_times().iter().all(|time| time.answered == Some(TODAY)));
    build.must(write());
    assert_eq!(case(&build).answer_times().last().unwrap().answered, None);
}

#[test]
fn a_pseudo_case_is_not_its_countrys() {
    let mut build = Build::service();
    build.must(OpenCase { kind: CaseKind::PseudoLoa, ..open("UAA", 1_000_000) });
    build.must(show(Milestone::Offered));
    build.refused("not-on-portal", forecast());
    build.refused("not-on-portal", WriteMessage { case: CASE, message: "Ours?".into() });
    build.refused("not-on-portal", AnswerPurchaser { case: CASE, message: "No.".into() });
}

#[test]
fn an_account_is_a_partners_or_the_workforces_and_never_both() {
    let mut build = Build::service();
    build.must(RegisterAccount { sign_in: "rep".into(), name: "Representative".into() });
    build.must(RegisterAccount { sign_in: "staff".into(), name: "Staff".into() });
    let grant = |account, role, purchaser: Option<&str>| GrantRole {
        account: AccountId(account),
        grant: Grant {
            role,
            office: None,
            service: None,
            person: None,
            purchaser: purchaser.map(Into::into),
            period: Period::open(TODAY),
        },
    };
    build.refused("grant-unknown", grant(0, Role::PartnerRepresentative, Some("ZZ")));
    build.must(grant(0, Role::PartnerRepresentative, Some("JO")));
    build.refused("grant-realm", grant(0, Role::Analyst, None));
    build.must(grant(1, Role::Analyst, None));
    build.refused("grant-realm", grant(1, Role::PartnerRepresentative, Some("JO")));
    let is_partner = |account| build.world.accounts[AccountId(account)].is_partner();
    assert!(is_partner(0) && !is_partner(1));
}

proptest! {
    /// Whatever is shown, what lies hidden before it changes nothing: neither the way nor the next step.
    #[test]
    fn the_next_step_tells_nothing_hidden(flags in proptest::collection::vec(any::<bool>(), Milestone::ALL.len()), through in 0_usize..24, held in any::<bool>()) {
        let mut build = begun(1_000_000);
        for (one, shown) in Milestone::ALL.iter().zip(&flags) {
            if *shown && !one.milestone.is_never_shown() {
                build.must(show(one.milestone));
            }
        }
        let through = Milestone::ALL[through].milestone;
        walk(&mut build, through, date(2026, 2, 1));
        if held {
            let _ = build.attempt(hold(date(2026, 4, 1)));
        }
        let way = case(&build).shown_way(&build.world, TODAY);
        prop_assert!(way.iter().all(|step| flags[step.milestone as usize] && !step.milestone.is_never_shown()));
        let next = case(&build).shown_next(&build.world, TODAY);
        prop_assert!(next.is_none_or(|next| flags[next as usize]));
        // A hidden step more is no news.
        if let Some(more) = Milestone::next(case(&build).stands_at(TODAY)).filter(|more| !flags[*more as usize])
            && build.attempt(reach(more, date(2026, 6, 1))).is_ok()
        {
            prop_assert_eq!(case(&build).shown_way(&build.world, TODAY), way);
            prop_assert_eq!(case(&build).shown_next(&build.world, TODAY), next);
        }
    }
}

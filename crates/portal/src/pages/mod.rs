//! The pages as HTML. Every text comes from the message files, every fact from a view.

mod case;
mod execution;
mod frame;
mod programs;
mod sign_in;
mod subscriptions;

use maud::{Markup, html};
use muster_domain::cases::{AskedOfPurchaser, Milestone, PurchaserAsk};
use muster_domain::kernel::days_between;
use muster_domain::{Date, Text};

pub use case::{CaseForm, case};
pub use frame::{Frame, missing, trouble};
pub use programs::programs;
pub use sign_in::{DemoSignIn, SignInTrouble, sign_in};
pub use subscriptions::{MailForm, Subscriptions, subscriptions};

use crate::view::CaseState;
use crate::words::Words;

/// The plain name of a milestone.
pub(crate) fn milestone(words: &Words, milestone: Milestone) -> String {
    words.say(&format!("milestone-{}", milestone.definition().code))
}

/// Where a case stands, in words.
pub(crate) fn state(words: &Words, state: CaseState) -> String {
    match state {
        CaseState::Received => words.say("received"),
        CaseState::Reached(reached) => milestone(words, reached),
    }
}

/// What is asked, in words.
pub(crate) fn ask(words: &Words, ask: &PurchaserAsk) -> String {
    words.say(ask_id(ask))
}

/// The message that says what is asked.
pub(crate) fn ask_id(ask: &PurchaserAsk) -> &'static str {
    match ask {
        PurchaserAsk::CompleteRequest(_) => "ask-complete",
        PurchaserAsk::AnswerOffer => "ask-answer",
        PurchaserAsk::RenewOffer => "ask-renew",
        PurchaserAsk::PayDeposit => "ask-deposit",
    }
}

/// A fact that was recorded in English: marked so that it is read aloud and set in its own direction.
fn recorded(words: &Words, fact: &Text) -> Markup {
    html! { bdi lang="en" { (words.fact(fact)) } }
}

/// Since when something is asked, and until when.
fn asked_when(words: &Words, asked: &AskedOfPurchaser, day: Date) -> Markup {
    let days = words_inside(words).count("days", "count", i64::from(days_between(asked.since, day)));
    let since = inside(words, asked.since);
    html! {
        @if let PurchaserAsk::CompleteRequest(missing) = &asked.ask {
            p { (words.say("ask-complete-missing")) " " (recorded(words, missing)) }
        }
        p.quiet { (words.say_with("asked-since", &[("date", since.into()), ("days", days.into())])) }
        @if let Some(until) = asked.until {
            p.due { (words.say_with("asked-until", &[("date", inside(words, until).into())])) }
        }
    }
}

/// The words without marks, for what is filled into another text.
fn words_inside(words: &Words) -> Words {
    Words::of(words.language())
}

/// A date to be filled into a text.
fn inside(words: &Words, date: Date) -> String {
    words_inside(words).date(date)
}

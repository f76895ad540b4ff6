//! The pages of the partner portal: what a purchaser's representative sees of the own cases, in four languages.
//!
//! Pure: a World, purchaser codes, a day and a language in, HTML out. Works without JavaScript.
//!
//! Never here: a decision on who may ask, a text outside `messages/`, a fact that [`muster_domain::cases`] does not show
//! purchasers. A page is made from a view ([`CaseView`]), and a view holds only what may be seen.

mod calendar;
mod language;
mod letter;
mod pages;
mod view;
mod words;

pub use calendar::calendar;
pub use language::Language;
pub use letter::{Letter, News, NewsKind, letter, news};
pub use pages::{
    CaseForm, DemoSignIn, Frame, MailForm, SignInTrouble, Subscriptions, case, missing, programs, sign_in,
    subscriptions, trouble,
};
pub use view::{Answers, CaseState, CaseView, Document, MessageView, Offer, Program, Programs, Viewer};
pub use words::Words;

/// The style sheet of every page.
pub const STYLE: &str = include_str!("style.css");

//! What is new to a representative, and the mail that says so.

use jiff::ToSpan;
use muster_domain::Date;
use muster_domain::cases::{AskedOfPurchaser, Milestone};

use crate::pages::{ask, ask_id, milestone};
use crate::view::Viewer;
use crate::words::Words;

/// How many days back a step or an answer is news: whoever subscribes is not told of years.
const NEWS_DAYS: i32 = 14;

/// One thing that is new.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct News {
    /// The same for as long as it is news, and for nothing else.
    pub key: String,
    /// The case.
    pub number: String,
    /// What happened.
    pub kind: NewsKind,
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NewsKind {
    /// Something is asked.
    Asked(AskedOfPurchaser),
    /// A milestone was reached.
    Reached(Milestone, Date),
    /// A message was answered.
    Answered(Date),
}

/// A mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// Its subject, without the marking.
    pub subject: String,
    /// Its text, without the marking.
    pub text: String,
}

/// What is new to a viewer today.
pub fn news(viewer: &Viewer<'_>) -> Vec<News> {
    let from = viewer.day.saturating_sub(NEWS_DAYS.days());
    let mut all = Vec::new();
    for case in viewer.cases() {
        let view = viewer.view(case);
        let mut add = |key: String, kind| all.push(News { key, number: view.number.clone(), kind });
        if let Some(asked) = &view.asked {
            let key = format!("{} {} {}", view.number, ask_id(&asked.ask), asked.since);
            add(key, NewsKind::Asked(asked.clone()));
        }
        for step in view.way.iter().filter(|step| step.on >= from) {
            let code = step.milestone.definition().code;
            add(format!("{} {code} {}", view.number, step.on), NewsKind::Reached(step.milestone, step.on));
        }
        let answers = view.messages.iter().enumerate().filter(|(_, message)| !message.own && message.on >= from);
        for (i, message) in answers {
            add(format!("{} answer {i}", view.number), NewsKind::Answered(message.on));
        }
    }
    all
}

/// The mail of what is new. `pages` is where the portal is reached, without a slash at the end.
pub fn letter(words: &Words, new: &[News], pages: &str) -> Letter {
    let count = i64::try_from(new.len()).unwrap_or(i64::MAX);
    let mut text = words.say("mail-opening");
    text.push('\n');
    for News { number, kind, .. } in new {
        let dated = |id: &str, date: Date| words.say_with(id, &[("date", words.date(date).into())]);
        let line = match kind {
            NewsKind::Asked(asked) => words.say_with("mail-asked", &[("ask", ask(words, &asked.ask).into())]),
            NewsKind::Reached(reached, on) => words.say_with(
                "mail-reached",
                &[("milestone", milestone(words, *reached).into()), ("date", words.date(*on).into())],
            ),
            NewsKind::Answered(on) => dated("mail-answer", *on),
        };
        text.push_str(&format!("\n{number}\n{line}\n"));
        if let NewsKind::Asked(AskedOfPurchaser { until: Some(until), .. }) = kind {
            text.push_str(&format!("{}\n", dated("mail-asked-until", *until)));
        }
        text.push_str(&format!("{pages}/partner/cases/{number}\n"));
    }
    let address = format!("{pages}/partner/subscriptions");
    text.push_str(&format!("\n{}\n", words.say_with("mail-closing", &[("address", address.into())])));
    Letter { subject: words.count("mail-subject", "count", count), text }
}

//! The page of one case.

use maud::{Markup, html};
use muster_domain::Date;
use muster_domain::cases::DocumentKind;

use super::execution::execution;
use super::programs::class;
use super::{Frame, ask, asked_when, inside, milestone, recorded, state, words_inside};
use crate::view::{Answers, CaseView, Document, MessageView, Offer};
use crate::words::Words;

/// What the form for a message holds.
#[derive(Debug, Clone, Copy, Default)]
pub struct CaseForm<'a> {
    /// Names the message, so that sending it twice sends it once.
    pub key: &'a str,
    /// Whether one was just sent, or refused.
    pub sent: Option<bool>,
    /// The words of a message that was refused.
    pub draft: &'a str,
}

/// The page.
pub fn case(frame: &Frame<'_>, view: &CaseView, answers: Option<Answers>, day: Date, form: &CaseForm<'_>) -> String {
    let words = &frame.words;
    let title = words.say_with("case-title", &[("number", view.number.as_str().into())]);
    let content = html! {
        p { a href="/partner" { (words.say("to-programs")) } }
        h1 { (title) }
        p.lead { (recorded(words, &view.title)) }
        (standing(words, view, day))
        (forecast(words, view))
        (timeline(words, view))
        (lines(words, view.offer.as_ref()))
        @if view.offer.is_some() { (execution(words, view)) }
        (documents(words, &view.documents))
        (messages(words, view, answers, form))
    };
    frame.page(&title, &content)
}

fn standing(words: &Words, view: &CaseView, day: Date) -> Markup {
    html! {
        section.box {
            dl {
                div { dt { (words.say("state")) } dd { strong { (state(words, view.state)) } " · "
                    (words.say_with("state-since", &[("date", inside(words, view.since).into())])) } }
                div { dt { (words.say("next-step")) } dd {
                    @match view.next {
                        Some(next) => (milestone(words, next)),
                        None => (words.say(if view.over { "next-nothing" } else { "next-unknown" })),
                    }
                } }
                div { dt { (words.say("kind")) } dd { (words.say(class(view.class))) } }
                @if let Some(until) = view.offer.as_ref().and_then(|offer| offer.until) {
                    div { dt { (words.say("expiry")) } dd { (words.date(until)) } }
                }
                div { dt { (words.say("office")) } dd { (recorded(words, &view.office)) } }
                @if let Some(source) = &view.source {
                    div { dt { (words.say("source")) } dd { (recorded(words, source)) } }
                }
            }
            @if let Some(quiet) = view.quiet_since {
                p.quiet { (words.say_with("quiet", &[("date", inside(words, quiet).into())])) }
            }
            p.quiet { (words.say("office-contact")) }
        }
        section aria-labelledby="asked" {
            h2 id="asked" { (words.say("asked-title")) }
            @match &view.asked {
                Some(asked) => {
                    div.card.asks { p { strong { (ask(words, &asked.ask)) } } (asked_when(words, asked, day)) }
                }
                None => p { (words.say("case-asks-nothing")) },
            }
        }
    }
}

fn forecast(words: &Words, view: &CaseView) -> Markup {
    html! {
        section aria-labelledby="forecast" {
            h2 id="forecast" { (words.say("forecast-title")) }
            @match &view.forecast {
                Some(released) => {
                    dl { div {
                        dt { (milestone(words, released.milestone)) }
                        dd { strong { (words.say_with("forecast-range", &[
                            ("earliest", inside(words, released.earliest).into()), ("latest", inside(words, released.latest).into()),
                        ])) } }
                    } }
                    p { (words.say_with("forecast-share", &[
                        ("share", (i64::from(released.share_per_mille) / 10).into()),
                        ("tested", i64::from(released.tested).into()),
                        ("held", (i64::from(released.held) * 100 / i64::from(released.tested.max(1))).into()),
                    ])) }
                    @if !released.basis.is_empty() {
                        p { (words.say("forecast-basis")) " " (recorded(words, &released.basis)) }
                    }
                    @if let Some(made) = released.made {
                        p { (words.say_with("forecast-made", &[("date", inside(words, made).into())])) }
                    }
                    p.quiet { (words.say_with("forecast-stands", &[
                        ("on", inside(words, released.on).into()), ("until", inside(words, released.until).into()),
                    ])) }
                }
                None => p { (words.say("forecast-none")) },
            }
        }
    }
}

fn timeline(words: &Words, view: &CaseView) -> Markup {
    html! {
        section aria-labelledby="timeline" {
            h2 id="timeline" { (words.say("timeline-title")) }
            ol.timeline {
                li { span { (words.date(view.received)) } " " span { (words.say("received")) } }
                @for step in &view.way {
                    li { span { (words.date(step.on)) } " " span { (milestone(words, step.milestone)) } }
                }
            }
        }
    }
}

fn lines(words: &Words, offer: Option<&Offer>) -> Markup {
    html! {
        section aria-labelledby="lines" {
            h2 id="lines" { (words.say("lines-title")) }
            @match offer {
                None => p { (words.say("lines-hidden")) },
                Some(offer) => {
                    div.wide role="group" aria-labelledby="lines" tabindex="0" {
                        table {
                            thead { tr {
                                th scope="col" { (words.say("line")) }
                                th scope="col" { (words.say("line-what")) }
                                th scope="col" { (words.say("kind")) }
                                th.number scope="col" { (words.say("line-quantity")) }
                                th.number scope="col" { (words.say("line-value")) }
                            } }
                            tbody {
                                @for line in &offer.lines {
                                    tr {
                                        th scope="row" { (words.fact(&format!("{:03}", line.line))) }
                                        td { (recorded(words, &line.title)) }
                                        td { (words.say(class(line.class))) }
                                        td.number { (words.number(i64::from(line.quantity))) }
                                        td.number { (words.money(line.value_cents)) }
                                    }
                                }
                                tr.total {
                                    th scope="row" colspan="4" { (words.say("total")) }
                                    td.number { (words.money(offer.value_cents)) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn documents(words: &Words, documents: &[Document]) -> Markup {
    html! {
        section aria-labelledby="documents" {
            h2 id="documents" { (words.say("documents-title")) }
            @if documents.is_empty() { p { (words.say("documents-none")) } }
            ol.timeline {
                @for document in documents {
                    li {
                        span { (words.date(document.on)) } " " span { (name(words, document)) }
                        @if document.kind.is_some() {
                            " · "
                            span { @if document.change_cents == 0 { (words.say("document-no-change")) } @else {
                                (words.say_with("document-change", &[("amount", words_inside(words).money(document.change_cents).into())]))
                            } }
                        }
                    }
                }
            }
        }
    }
}

fn name(words: &Words, document: &Document) -> String {
    let id = match document.kind {
        None => return words.say("document-offer"),
        Some(DocumentKind::Amendment) => "document-amendment",
        Some(DocumentKind::Modification) => "document-modification",
        Some(DocumentKind::Restatement) => "document-restatement",
        Some(DocumentKind::Counteroffer) => "document-counteroffer",
        Some(DocumentKind::Reactivation) => "document-reactivation",
    };
    words.count(id, "number", i64::from(document.number))
}

fn messages(words: &Words, view: &CaseView, answers: Option<Answers>, form: &CaseForm<'_>) -> Markup {
    html! {
        section aria-labelledby="messages" {
            h2 id="messages" { (words.say("messages-title")) }
            @match answers {
                Some(answers) => p.quiet { (words.say_with("answers-median", &[
                    ("days", words_inside(words).count("days", "count", answers.median).into()), ("count", answers.count.into()),
                ])) },
                None => p.quiet { (words.say("answers-unknown")) },
            }
            @if view.messages.is_empty() { p { (words.say("messages-none")) } }
            ol.messages { @for message in &view.messages { (one(words, message)) } }
            @match form.sent {
                Some(true) => p.done role="status" { (words.say("message-sent")) },
                Some(false) => p.alert role="alert" { (words.say("message-refused")) },
                None => {},
            }
            form.box method="post" action={ "/partner/cases/" (view.number) "/messages" } {
                input type="hidden" name="key" value=(form.key);
                label for="message" { (words.say("message-label")) }
                p.quiet id="message-hint" { (words.say("message-hint")) }
                textarea id="message" name="message" rows="4" maxlength="2000" required dir="auto" aria-describedby="message-hint" { (form.draft) }
                button { (words.say("message-send")) }
            }
        }
    }
}

fn one(words: &Words, message: &MessageView) -> Markup {
    let date = inside(words, message.on);
    html! {
        li.ours[!message.own] {
            p.quiet { (words.say_with(if message.own { "message-yours" } else { "message-ours" }, &[("date", date.into())])) }
            p.words dir="auto" { (words.fact(&message.words)) }
            @if message.own {
                p.quiet { (words.say_with(if message.answered { "message-answered" } else { "message-waits" }, &[
                    ("days", words_inside(words).count("days", "count", message.days).into()),
                ])) }
            }
        }
    }
}

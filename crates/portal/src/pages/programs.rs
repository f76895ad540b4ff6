//! The first page: what is asked, then every program with its cases.

use maud::{Markup, html};

use super::{Frame, ask, asked_when, inside, milestone, recorded, state};
use crate::view::{CaseView, Program, Programs};
use crate::words::Words;

/// The page.
pub fn programs(frame: &Frame<'_>, programs: &Programs) -> String {
    let words = &frame.words;
    let title = words.say("programs-title");
    let mut asking: Vec<&CaseView> =
        programs.open.iter().flat_map(|program| &program.cases).filter(|case| case.asked.is_some()).collect();
    // What has a day comes first, the earliest of them; then what is asked longest.
    asking.sort_by_key(|case| case.asked.as_ref().map(|asked| (asked.until.is_none(), asked.until, asked.since)));
    let content = html! {
        h1 { (title) }
        @for (code, country) in &programs.codes {
            p { (words.say_with("programs-of", &[("code", code.as_str().into()), ("country", country.as_str().into())])) }
        }
        p.quiet { (words.say_with("programs-as-of", &[("date", inside(words, programs.day).into())])) }
        section aria-labelledby="asked" {
            h2 id="asked" { (words.say("asked-title")) }
            @if asking.is_empty() { p { (words.say("asked-none")) } }
            @if !asking.is_empty() { ul.cards {
                @for case in asking {
                    @if let Some(asked) = &case.asked {
                        li.card.asks {
                            h3 { (link(words, case)) }
                            p { strong { (ask(words, &asked.ask)) } }
                            (asked_when(words, asked, programs.day))
                        }
                    }
                }
            } }
        }
        section aria-labelledby="programs" {
            h2 id="programs" { (words.say("programs-list")) }
            @if programs.open.is_empty() { p { (words.say("programs-none")) } }
            @for program in &programs.open { (group(words, program)) }
        }
        @if !programs.over.is_empty() {
            details {
                summary { h2 { (words.say("closed-title")) } span { (count(words, programs.over.len())) } }
                ul.cards { @for case in &programs.over { (card(words, case)) } }
            }
        }
    };
    frame.page(&title, &content)
}

fn count(words: &Words, cases: usize) -> String {
    words.count("program-cases", "count", i64::try_from(cases).unwrap_or(i64::MAX))
}

fn group(words: &Words, program: &Program) -> Markup {
    let asking = i64::try_from(program.asking()).unwrap_or(i64::MAX);
    html! {
        details {
            summary {
                h3 { (recorded(words, &program.title)) }
                span { (words.say(class(program.class))) " · " (count(words, program.cases.len())) }
                @if asking > 0 { span.due { (words.count("program-asks", "count", asking)) } }
            }
            ul.cards { @for case in &program.cases { (card(words, case)) } }
        }
    }
}

/// The name of a class of lines.
pub(super) fn class(class: muster_domain::cases::LineClass) -> &'static str {
    use muster_domain::cases::LineClass;
    match class {
        LineClass::MajorEquipment => "class-major_equipment",
        LineClass::Articles => "class-articles",
        LineClass::Services => "class-services",
        LineClass::Training => "class-training",
        LineClass::Construction => "class-construction",
    }
}

fn link(words: &Words, case: &CaseView) -> Markup {
    html! {
        a href={ "/partner/cases/" (case.number) } { bdi { (words.fact(&case.number)) } } " " (recorded(words, &case.title))
    }
}

fn card(words: &Words, case: &CaseView) -> Markup {
    html! {
        li.card {
            p { strong { a href={ "/partner/cases/" (case.number) } { bdi { (words.fact(&case.number)) } } } }
            dl {
                div { dt { (words.say("state")) } dd { (state(words, case.state)) " · "
                    (words.say_with("state-since", &[("date", inside(words, case.since).into())])) } }
                @if let Some(next) = case.next {
                    div { dt { (words.say("next-step")) } dd { (milestone(words, next)) } }
                }
                @if let Some(asked) = &case.asked {
                    div { dt { (words.say("asked-title")) } dd.due { (ask(words, &asked.ask)) } }
                }
            }
            @if let Some(quiet) = case.quiet_since {
                p.quiet { (words.say_with("quiet", &[("date", inside(words, quiet).into())])) }
            }
        }
    }
}

//! What every page has: head, marking, language choice, navigation, foot.

use maud::{DOCTYPE, Markup, html};

use crate::language::Language;
use crate::words::Words;

/// What a page needs to know beside its content.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    /// The words.
    pub words: Words,
    /// The handling marking.
    pub marking: &'a str,
    /// The path of the page, for the language choice.
    pub path: &'a str,
    /// The name of the account that is signed in.
    pub name: Option<&'a str>,
}

impl Frame<'_> {
    /// The whole page around its content.
    pub(super) fn page(&self, title: &str, content: &Markup) -> String {
        let words = &self.words;
        let page = html! {
            (DOCTYPE)
            html lang=(words.language().code()) dir=(words.language().direction()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    title { (title) " · " (words.say("portal-name")) }
                    link rel="stylesheet" href="/partner/style.css";
                }
                body {
                    a.skip href="#content" { (words.say("skip")) }
                    (self.head())
                    main id="content" tabindex="-1" { (content) }
                }
            }
        };
        page.into_string()
    }

    fn head(&self) -> Markup {
        let words = &self.words;
        html! {
            header {
                p.marking { (words.fact(self.marking)) }
                div.bar {
                a.brand href="/partner" { (words.say("portal-name")) }
                @if let Some(name) = self.name {
                    nav aria-label=(words.say("pages")) {
                        a href="/partner" aria-current=[(self.path == "/partner").then_some("page")] { (words.say("nav-programs")) }
                        a href="/partner/subscriptions" aria-current=[(self.path == "/partner/subscriptions").then_some("page")] { (words.say("nav-subscriptions")) }
                    }
                    form.account method="post" action="/partner/sign-out" {
                        span { (words.say_with("signed-in-as", &[("name", name.into())])) }
                        button.plain { (words.say("sign-out")) }
                    }
                }
                (self.languages())
                }
            }
        }
    }

    fn languages(&self) -> Markup {
        let words = &self.words;
        html! {
            nav.languages aria-label=(words.say("language-choice")) {
                @for language in Language::ALL {
                    a href={ (self.path) "?lang=" (language.code()) } lang=(language.code()) hreflang=(language.code())
                        dir=(language.direction()) aria-current=[(language == words.language()).then_some("true")] {
                        (words.fact(language.name()))
                    }
                }
            }
        }
    }
}

/// The page of what is not there, or not to be seen.
pub fn missing(frame: &Frame<'_>) -> String {
    plain(frame, "missing-title", "missing-text")
}

/// The page of what went wrong.
pub fn trouble(frame: &Frame<'_>) -> String {
    plain(frame, "trouble-title", "trouble-text")
}

fn plain(frame: &Frame<'_>, title: &str, text: &str) -> String {
    let (words, title) = (&frame.words, frame.words.say(title));
    let content = html! {
        h1 { (title) }
        p { (words.say(text)) }
        p { a href="/partner" { (words.say("to-programs")) } }
    };
    frame.page(&title, &content)
}

//! The page to sign in on.

use maud::html;

use super::Frame;

/// Why nobody was signed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignInTrouble {
    /// The name or the password is wrong; which of them is not told.
    Wrong,
    /// Too many attempts failed.
    Locked {
        /// How long it lasts, in minutes.
        minutes: i64,
    },
}

/// A sign-in that a demonstration offers.
#[derive(Debug, Clone, Copy)]
pub struct DemoSignIn<'a> {
    /// The name to give.
    pub sign_in: &'a str,
    /// The password to give.
    pub password: &'a str,
    /// Who it stands for.
    pub name: &'a str,
}

/// The page, with what went wrong before.
pub fn sign_in(frame: &Frame<'_>, trouble: Option<SignInTrouble>, demo: &[DemoSignIn<'_>]) -> String {
    let words = &frame.words;
    let title = words.say("sign-in-title");
    let content = html! {
        h1 { (title) }
        p { (words.say("sign-in-intro")) }
        @if let Some(trouble) = trouble {
            p.alert role="alert" {
                @match trouble {
                    SignInTrouble::Wrong => (words.say("sign-in-wrong")),
                    SignInTrouble::Locked { minutes } => (words.count("sign-in-locked", "minutes", minutes)),
                }
            }
        }
        form.box method="post" action="/partner/sign-in" {
            label for="sign_in" { (words.say("sign-in-name")) }
            input id="sign_in" name="sign_in" autocomplete="username" autocapitalize="none" spellcheck="false"
                maxlength="64" required dir="ltr";
            label for="password" { (words.say("sign-in-password")) }
            input id="password" name="password" type="password" autocomplete="current-password" maxlength="1024" required dir="ltr";
            button { (words.say("sign-in-button")) }
        }
        p.quiet { (words.say("sign-in-help")) }
        @if !demo.is_empty() {
            section.box {
                h2 { (words.say("demo-sign-ins")) }
                ul {
                    @for one in demo {
                        li {
                            bdi { strong { (words.fact(one.sign_in)) } } " · " bdi lang="en" { (words.fact(one.name)) } " · "
                            (words.say_with("demo-password", &[("password", one.password.into())]))
                        }
                    }
                }
            }
        }
    };
    frame.page(&title, &content)
}

//! The page of subscriptions: a calendar's address, mail.

use maud::html;

use super::Frame;

/// The mail address and what became of it.
#[derive(Debug, Clone, Copy, Default)]
pub struct MailForm<'a> {
    /// The address held, or the one that was not taken.
    pub address: &'a str,
    /// Whether one was just saved, or was none.
    pub saved: Option<bool>,
}

/// What is subscribed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Subscriptions<'a> {
    /// Whether there is an address of a calendar.
    pub calendar: bool,
    /// The address, just made: shown once.
    pub made: Option<&'a str>,
    /// Mail.
    pub mail: MailForm<'a>,
}

/// The page.
pub fn subscriptions(frame: &Frame<'_>, held: &Subscriptions<'_>) -> String {
    let words = &frame.words;
    let title = words.say("subscriptions-title");
    let content = html! {
        h1 { (title) }
        section.box aria-labelledby="calendar" {
            h2 id="calendar" { (words.say("calendar-title")) }
            p { (words.say("calendar-about")) }
            @if let Some(address) = held.made {
                p.done role="status" { (words.say("calendar-address")) " " bdi.address { (words.fact(address)) } }
            } @else if held.calendar {
                p { (words.say("calendar-held")) }
            }
            form method="post" action="/partner/subscriptions/calendar" {
                button { (words.say(if held.calendar { "calendar-again" } else { "calendar-make" })) }
            }
            @if held.calendar {
                form method="post" action="/partner/subscriptions/calendar/end" {
                    button.plain { (words.say("calendar-end")) }
                }
            }
        }
        section.box aria-labelledby="mail" {
            h2 id="mail" { (words.say("mail-title")) }
            p { (words.say("mail-about")) }
            @match held.mail.saved {
                Some(true) => p.done role="status" { (words.say("mail-saved")) },
                Some(false) => p.alert role="alert" { (words.say("mail-wrong")) },
                None => {},
            }
            form method="post" action="/partner/subscriptions/mail" {
                label for="address" { (words.say("mail-address")) }
                p.quiet id="address-hint" { (words.say("mail-hint")) }
                input id="address" name="address" type="email" maxlength="254" dir="ltr" autocomplete="email"
                    aria-describedby="address-hint" value=(held.mail.address);
                button { (words.say("mail-save")) }
            }
        }
    };
    frame.page(&title, &content)
}

//! The calendar that a representative subscribes to (RFC 5545): days by which something is asked, and released forecasts.

use icalendar::{Calendar, Component, Event, Property};
use muster_domain::Date;

use crate::pages::{ask, milestone};
use crate::view::Viewer;
use crate::words::Words;

/// The calendar as text.
pub fn calendar(viewer: &Viewer<'_>, words: &Words) -> String {
    let codes: Vec<&str> = viewer.codes.iter().map(|code| code.as_str()).collect();
    let mut calendar = Calendar::new();
    calendar.name(&words.say_with("calendar-name", &[("codes", codes.join(", ").into())]));
    for case in viewer.cases() {
        let view = viewer.view(case);
        let number = || ("number", view.number.as_str().into());
        if let Some((asked, until)) = view.asked.as_ref().and_then(|asked| Some((asked, asked.until?))) {
            let summary = words.say_with("event-until", &[number(), ("ask", ask(words, &asked.ask).into())]);
            calendar.push(all_day(&format!("{}-asked", view.number), until, asked.since, &summary));
        }
        for payment in view.payments.iter().filter(|payment| payment.due >= viewer.day) {
            let amount = words.money(payment.open_cents);
            let summary = words.say_with("event-payment", &[number(), ("amount", amount.into())]);
            calendar.push(all_day(&format!("{}-pay-{}", view.number, payment.due), payment.due, view.since, &summary));
        }
        if let Some(forecast) = &view.forecast {
            let reached = milestone(words, forecast.milestone);
            let summary = words.say_with("event-forecast", &[number(), ("milestone", reached.into())]);
            calendar.push(all_day(&format!("{}-forecast", view.number), forecast.latest, forecast.on, &summary));
        }
    }
    calendar.to_string()
}

/// One day, the same in every time zone. `stamped` is the day on which it became known: the same facts give the same text.
fn all_day(id: &str, on: Date, stamped: Date, summary: &str) -> Event {
    let day = |date: Date| format!("{:04}{:02}{:02}", date.year(), date.month(), date.day());
    let mut date = Property::new("DTSTART", day(on));
    date.add_parameter("VALUE", "DATE");
    let mut event = Event::new();
    event.uid(&format!("{id}@partner.muster")).summary(summary);
    event.add_property("DTSTAMP", format!("{}T000000Z", day(stamped)));
    event.add_property("TRANSP", "TRANSPARENT");
    event.append_property(date);
    event.done()
}

//! The words of a mail.

use lettre::Message;
use lettre::message::Mailbox;
use lettre::message::header::ContentType;
use muster_staffing::Notice;

/// One mail about everything new. Plain text: it reads anywhere and hides nothing.
pub(super) fn write(
    from: &Mailbox,
    to: Mailbox,
    new: &[Notice],
    pages: &str,
    marking: &str,
) -> Result<Message, lettre::error::Error> {
    let things = match new.len() {
        1 => "1 matter awaits you".to_owned(),
        many => format!("{many} matters await you"),
    };
    let mut text = format!("{marking}\n\n{things} in Muster.\n");
    for Notice { ask, title, page, due, late, .. } in new {
        let until =
            if *late { format!("It came up the line: its suspense passed on {due}") } else { format!("Until {due}") };
        text.push_str(&format!("\n{ask}: {title}.\n{until}.\n{pages}{page}\n"));
    }
    text.push_str(&format!("\nAll that awaits you, and where to change this address: {pages}/awaiting\n\n{marking}\n"));
    Message::builder()
        .from(from.clone())
        .to(to)
        .subject(format!("{marking}: {things}"))
        .header(ContentType::TEXT_PLAIN)
        .body(text)
}

/// A mail to a partner's representative, in the words of the portal.
pub(super) fn to_purchaser(
    from: &Mailbox,
    to: Mailbox,
    letter: &muster_portal::Letter,
    marking: &str,
) -> Result<Message, lettre::error::Error> {
    Message::builder()
        .from(from.clone())
        .to(to)
        .subject(format!("{marking}: {}", letter.subject))
        .header(ContentType::TEXT_PLAIN)
        .body(format!("{marking}\n\n{}\n{marking}\n", letter.text))
}

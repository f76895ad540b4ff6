//! Pages: nothing but words from the message files and marked facts, small, and each language written its way.

use std::io::Write as _;

use muster_domain::Text;
use muster_portal::{
    DemoSignIn, Frame, Language, MailForm, SignInTrouble, Subscriptions, Words, missing, sign_in, subscriptions,
    trouble,
};

use super::build::Build;

/// Every page there is.
fn every_page(words: Words) -> Vec<(String, String)> {
    let codes: [Text; 2] = ["BL".into(), "D1".into()];
    let mut pages = Build::full().pages(words, &codes);
    pages.extend(Build::new().pages(words, &codes));
    let frame = Frame { words, marking: "UNCLASSIFIED", path: "/partner/sign-in", name: None };
    let demo = [DemoSignIn { sign_in: "partner", password: "secret", name: "Representative" }];
    for why in [None, Some(SignInTrouble::Wrong), Some(SignInTrouble::Locked { minutes: 3 })] {
        pages.push(("sign-in".to_owned(), sign_in(&frame, why, &demo)));
    }
    for (saved, made) in [(None, None), (Some(true), Some("https://example.org/x.ics")), (Some(false), None)] {
        let mail = MailForm { address: "", saved };
        let held = Subscriptions { calendar: made.is_some(), made, mail };
        pages.push(("subscriptions".to_owned(), subscriptions(&frame, &held)));
    }
    pages.push(("missing".to_owned(), missing(&frame)));
    pages.push(("trouble".to_owned(), trouble(&frame)));
    pages
}

/// What people read of a page: text between tags, and attributes that are read aloud.
fn read(page: &str) -> String {
    let mut text = String::new();
    for piece in page.split('<').skip(1) {
        let (tag, after) = piece.split_once('>').unwrap();
        for attribute in ["aria-label=\"", "title=\"", "alt=\"", "placeholder=\""] {
            if let Some((_, value)) = tag.split_once(attribute) {
                text.push_str(value.split('"').next().unwrap());
                text.push('\n');
            }
        }
        text.push_str(after);
        text.push('\n');
    }
    text.replace("&amp;", "&").replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">")
}

/// What is left of a text without what stands between marks; marks may stand in one another.
fn outside_marks(text: &str) -> String {
    let (mut depth, mut left) = (0_u32, String::new());
    for letter in text.chars() {
        match letter {
            '⟦' | '⟪' => depth += 1,
            '⟧' | '⟫' => depth -= 1,
            other if depth == 0 => left.push(other),
            _ => {}
        }
    }
    left
}

#[test]
fn no_page_holds_a_word_from_outside_the_message_files() {
    for language in Language::ALL {
        for (name, page) in every_page(Words::marked(language)) {
            let left = outside_marks(&read(&page));
            let stray: Vec<&str> =
                left.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).collect();
            assert!(stray.is_empty(), "{name} in {language:?}: {stray:?}");
        }
    }
}

#[test]
fn every_page_says_its_language_and_direction_and_is_small() {
    for language in Language::ALL {
        for (name, page) in every_page(Words::of(language)) {
            let head = format!("<html lang=\"{}\" dir=\"{}\">", language.code(), language.direction());
            assert!(page.contains(&head), "{name}");
            assert_eq!(page.matches("<h1>").count(), 1, "{name} has one heading of the first order");
            assert!(!page.contains("<script"), "{name} works without JavaScript");
            let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
            packed.write_all(page.as_bytes()).unwrap();
            let bytes = packed.finish().unwrap().len() + muster_portal::STYLE.len();
            assert!(bytes < 100 * 1024, "{name} in {language:?} has {bytes} bytes with its style");
        }
    }
}

/// As many lines, documents and messages as a case will ever have.
#[test]
fn a_case_of_two_hundred_lines_and_messages_is_still_small() {
    use muster_domain::cases::{AnswerPurchaser, CaseLine, LineClass, Milestone, SetLines, WriteMessage};
    let mut build = Build::full();
    let case = build.case("BL-B-ZZZ", "Aircraft spare parts");
    let lines = (1..=200).map(|line| CaseLine {
        line,
        title: format!("Spare part {line} of an aircraft with a long and particular name").into(),
        class: LineClass::Articles,
        quantity: u32::from(line),
        value_cents: i64::from(line) * 9_999,
    });
    build.must(SetLines { case, lines: lines.collect() });
    build.walk(case, Milestone::Implemented);
    for i in 0..100 {
        build.must(WriteMessage { case, message: format!("Question {i}: {}", "where is it now? ".repeat(40)).into() });
        build
            .must(AnswerPurchaser { case, message: format!("Answer {i}: {}", "it is on its way. ".repeat(40)).into() });
    }
    for language in Language::ALL {
        let pages = build.pages(Words::of(language), &["BL".into()]);
        let largest = pages.iter().filter(|(name, _)| name == "BL-B-ZZZ").map(|(_, page)| packed(page)).max().unwrap();
        assert!(largest < 100 * 1024, "{largest} bytes in {language:?}");
    }
}

fn packed(page: &str) -> usize {
    let mut packed = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packed.write_all(page.as_bytes()).unwrap();
    packed.finish().unwrap().len()
}

#[test]
fn a_calendar_reads_back_and_holds_what_has_a_day() {
    let build = Build::full();
    let text = muster_portal::calendar(&build.viewer(&["BL".into()]), &Words::of(Language::Arabic));
    let read: icalendar::Calendar = text.parse().unwrap();
    assert_eq!(read.components.len(), 2, "an offer with an expiry and a forecast: {text}");
    assert_eq!(text, muster_portal::calendar(&build.viewer(&["BL".into()]), &Words::of(Language::Arabic)));
    assert!(text.lines().all(|line| line.len() <= 75), "long lines are folded");
    let nothing = muster_portal::calendar(&build.viewer(&["ZZ".into()]), &Words::of(Language::English));
    assert!(!nothing.contains("VEVENT"));
}

#[test]
fn a_bill_is_shown_with_its_day_and_stands_in_the_calendar() {
    use muster_domain::cases::{Milestone, RecordBill};
    let mut build = Build::full();
    let case = build.case("BL-B-AAE", "Spare parts");
    build.walk(case, Milestone::Implemented);
    let shown = |build: &Build| {
        let pages = build.pages(Words::of(Language::English), &["BL".into()]);
        let page = pages.into_iter().find(|(name, _)| name == "BL-B-AAE").unwrap().1;
        (page, muster_portal::calendar(&build.viewer(&["BL".into()]), &Words::of(Language::English)))
    };
    let (before, _) = shown(&build);
    assert!(before.contains("Payments due") && !before.contains("US$54,321"));
    let issued = super::build::TODAY;
    build.must(RecordBill { case, issued, due: Some(jiff::civil::date(2026, 12, 15)), cents: 5_432_100 });
    let (page, calendar) = shown(&build);
    assert!(page.contains("US$54,321") && page.contains("15 December 2026"), "{page}");
    assert!(calendar.contains("DTSTART;VALUE=DATE:20261215"), "{calendar}");
}

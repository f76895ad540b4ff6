//! Every text of the portal, from the message files, and numbers, dates and money as a language writes them.

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use muster_domain::Date;
use unic_langid::LanguageIdentifier;

use crate::language::Language;

type Bundle = FluentBundle<FluentResource>;

/// The message files, as they are edited.
pub(crate) const FILES: [(Language, &str); 4] = [
    (Language::English, include_str!("../messages/en.ftl")),
    (Language::Spanish, include_str!("../messages/es.ftl")),
    (Language::French, include_str!("../messages/fr.ftl")),
    (Language::Arabic, include_str!("../messages/ar.ftl")),
];

// INVARIANT: tests read every file and find every message in it with its arguments.
static BUNDLES: LazyLock<Vec<(Language, Bundle)>> =
    LazyLock::new(|| FILES.map(|(l, file)| (l, bundle(l, file))).into());

fn bundle(language: Language, file: &str) -> Bundle {
    let resource = FluentResource::try_new(file.to_owned()).unwrap_or_else(|(read, _)| read);
    let id: LanguageIdentifier = language.code().parse().unwrap_or_default();
    let mut bundle = Bundle::new_concurrent(vec![id]);
    // Marks around what is filled in keep its direction apart from the sentence's; only Arabic needs them.
    bundle.set_use_isolating(language.direction() == "rtl");
    bundle.set_formatter(Some(match language.group() {
        "." => |value, _| grouped(value, "."),
        "," => |value, _| grouped(value, ","),
        _ => |value, _| grouped(value, "\u{202f}"),
    }));
    // A name given twice keeps its first text; the test of the files refuses it.
    let _ = bundle.add_resource(resource);
    bundle
}

fn grouped(value: &FluentValue<'_>, group: &str) -> Option<String> {
    match value {
        FluentValue::Number(number) if number.value.abs() >= 1000.0 => Some(grouped_digits(number.value as i64, group)),
        _ => None,
    }
}

fn grouped_digits(number: i64, group: &str) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::from(if number < 0 { "-" } else { "" });
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push_str(group);
        }
        out.push(digit);
    }
    out
}

/// The texts of one language.
#[derive(Debug, Clone, Copy)]
pub struct Words {
    language: Language,
    marked: bool,
}

impl Words {
    /// Those of a language.
    pub fn of(language: Language) -> Self {
        Self { language, marked: false }
    }

    /// The same with every text between `⟦` and `⟧`, and every fact between `⟪` and `⟫`: what stands outside on a page comes
    /// from neither. For tests.
    pub fn marked(language: Language) -> Self {
        Self { language, marked: true }
    }

    /// Which language.
    pub fn language(&self) -> Language {
        self.language
    }

    /// A text.
    pub fn say(&self, id: &str) -> String {
        self.say_with(id, &[])
    }

    /// A text with what is filled in.
    pub fn say_with(&self, id: &str, filled: &[(&str, FluentValue<'_>)]) -> String {
        let text = self.text(id, filled);
        if self.marked { format!("⟦{text}⟧") } else { text.into_owned() }
    }

    /// A text and one number.
    pub fn count(&self, id: &str, name: &str, count: i64) -> String {
        self.say_with(id, &[(name, count.into())])
    }

    /// A fact as it was recorded: a number, a title, somebody's words.
    pub fn fact<'a>(&self, fact: &'a str) -> Cow<'a, str> {
        if self.marked { Cow::Owned(format!("⟪{fact}⟫")) } else { Cow::Borrowed(fact) }
    }

    /// A date as the language writes it.
    pub fn date(&self, date: Date) -> String {
        self.mark(self.bare_date(date))
    }

    /// An amount of US cents in whole dollars.
    pub fn money(&self, cents: i64) -> String {
        let whole = (cents.unsigned_abs() + 50) / 100;
        let whole = i64::try_from(whole).unwrap_or(i64::MAX) * cents.signum();
        let amount = grouped_digits(whole, self.language.group());
        self.mark(self.text("money", &[("amount", amount.into())]).into_owned())
    }

    /// A number.
    pub fn number(&self, number: i64) -> String {
        self.mark(grouped_digits(number, self.language.group()))
    }

    fn mark(&self, text: String) -> String {
        if self.marked { format!("⟦{text}⟧") } else { text }
    }

    fn bare_date(&self, date: Date) -> String {
        let month = self.text(&format!("month-{}", date.month()), &[]);
        // A year is no quantity: its digits are not grouped.
        let year = date.year().to_string();
        let filled =
            [("day", i64::from(date.day()).into()), ("month", FluentValue::from(month)), ("year", year.into())];
        self.text("date", &filled).into_owned()
    }

    fn text(&self, id: &str, filled: &[(&str, FluentValue<'_>)]) -> Cow<'static, str> {
        let bundle = BUNDLES.iter().find(|(held, _)| *held == self.language).map(|(_, bundle)| bundle);
        let Some((bundle, pattern)) = bundle.and_then(|bundle| Some((bundle, bundle.get_message(id)?.value()?))) else {
            debug_assert!(false, "no message `{id}` in {:?}", self.language);
            return Cow::Owned(id.to_owned());
        };
        let mut args = FluentArgs::new();
        for (name, value) in filled {
            args.set((*name).to_owned(), value.clone());
        }
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&args), &mut errors).into_owned();
        debug_assert!(errors.is_empty(), "message `{id}` in {:?}: {errors:?}", self.language);
        Cow::Owned(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn dates_and_money_are_written_as_the_language_writes_them() {
        let day = date(2026, 10, 1);
        let wanted = [
            (Language::English, "1 October 2026", "US$1,234,568"),
            (Language::Spanish, "1 de octubre de 2026", "1.234.568 USD"),
            (Language::French, "1er octobre 2026", "1\u{202f}234\u{202f}568 $ US"),
            (Language::Arabic, "1 أكتوبر 2026", "1,234,568 دولار أمريكي"),
        ];
        let bare = |text: String| text.replace(['\u{2068}', '\u{2069}'], "");
        for (language, on, money) in wanted {
            let words = Words::of(language);
            assert_eq!(bare(words.date(day)), on);
            assert_eq!(bare(words.money(123_456_750)), money);
        }
        assert_eq!(Words::of(Language::English).money(-500_000), "US$-5,000");
    }

    #[test]
    fn numbers_have_the_plural_of_their_language() {
        let days = |language, count| Words::of(language).count("days", "count", count);
        assert_eq!([days(Language::English, 1), days(Language::English, 1200)], ["1 day", "1,200 days"]);
        assert_eq!(days(Language::French, 0), "0 jour");
        let arabic = |count| days(Language::Arabic, count).replace(['\u{2068}', '\u{2069}'], "");
        assert_eq!([arabic(2), arabic(3), arabic(11), arabic(100)], ["يومان", "3 أيام", "11 يومًا", "100 يوم"]);
    }
}

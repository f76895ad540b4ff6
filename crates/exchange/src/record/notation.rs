//! How a list stands in one cell, both ways: items parted by `; `, each in a form that the declaration describes.

use muster_domain::workforce::{
    Certificate, CertificateLevel, Coordinator, FunctionalArea, LanguageRequirement, LanguageScore,
};
use muster_domain::{Date, Ilr, Text};

use super::{Cell, Word};
use crate::tabular::Vocabulary;

/// Form of a person's language scores.
pub(crate) const SCORES: &str =
    "language listening/reading/speaking (day of the test), such as `Arabic 2/2+/1+ (2025-03-01)`, parted by `;`";
/// Form of a billet's language requirements.
pub(crate) const NEEDS: &str = "language reading/speaking, such as `Arabic 2/2`, parted by `;`";
/// Form of certificates.
pub(crate) const CERTIFICATES: &str =
    "area level day, such as `acquisition basic 2025-03-01` or `… 2025-03-01 until 2028-03-01`, parted by `;`";
/// Form of coordinators.
pub(crate) const COORDINATORS: &str = "command, dia, service, chief_of_mission, parted by `;`";
/// Form of specialties.
pub(crate) const SPECIALTIES: &str = "codes parted by `;`, such as `48G; 59A`";
/// Form of what a billet supports.
pub(crate) const SUPPORTS: &str =
    "country code or `program NAME`, `=`, share per mille, such as `JOR=700; program section 333=300`";

/// An item that is not in its form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Wrong {
    pub found: String,
    pub expected: String,
    pub nearest: Option<String>,
}

impl Wrong {
    pub(crate) fn form(found: &str, expected: &str) -> Self {
        Self { found: found.to_owned(), expected: expected.to_owned(), nearest: None }
    }

    fn word(found: &str, item: &str, words: &Vocabulary) -> Self {
        let nearest = crate::tabular::Suggester::default().nearest(0, found, words.words());
        Self { found: format!("{found:?} in {item:?}"), expected: words.expected(), nearest }
    }
}

/// The items of a cell.
pub(crate) fn items(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(';').map(str::trim).filter(|item| !item.is_empty())
}

/// A cell of these items.
pub(crate) fn cell(items: impl IntoIterator<Item = String>) -> Cell {
    Cell::from(items.into_iter().collect::<Vec<_>>().join("; "))
}

/// Free text as it stands in an item: a `;` in it parts nothing.
pub(crate) fn kept(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;")
}

/// Items parted by `;`, without the sign that keeps a `;` in an item.
pub(crate) fn parted(cell: &str) -> Vec<String> {
    let (mut items, mut item, mut kept) = (Vec::new(), String::new(), false);
    for letter in cell.chars() {
        match letter {
            '\\' if !kept => kept = true,
            ';' if !kept => items.push(std::mem::take(&mut item)),
            letter => {
                item.push(letter);
                kept = false;
            }
        }
    }
    items.push(item);
    items.iter().map(|item| item.trim().to_owned()).filter(|item| !item.is_empty()).collect()
}

fn level(text: &str, item: &str) -> Result<Ilr, Wrong> {
    text.parse().map_err(|_| Wrong::word(text, item, &Vocabulary::ilr_levels()))
}

pub(crate) fn word<T: Word>(text: &str, item: &str) -> Result<T, Wrong> {
    let words = T::vocabulary();
    words.find(text).and_then(T::read).ok_or_else(|| Wrong::word(text, item, &words))
}

pub(crate) fn day(text: &str, item: &str) -> Result<Date, Wrong> {
    let iso = text.len() == 10 && text.is_ascii();
    text.parse().ok().filter(|_| iso).ok_or_else(|| Wrong {
        found: format!("{text:?} in {item:?}"),
        expected: "a date as year-month-day, such as 2026-10-01".to_owned(),
        nearest: None,
    })
}

pub(crate) fn write_score(score: &LanguageScore) -> String {
    let LanguageScore { language, listening, reading, speaking, tested } = score;
    format!("{language} {listening}/{reading}/{speaking} ({tested})")
}

pub(crate) fn read_score(item: &str) -> Result<LanguageScore, Wrong> {
    let form = || Wrong::form(item, SCORES);
    let (spoken, tested) = item.strip_suffix(')').and_then(|item| item.rsplit_once('(')).ok_or_else(form)?;
    let (language, levels) = spoken.trim().rsplit_once(' ').ok_or_else(form)?;
    let [listening, reading, speaking] = levels.split('/').collect::<Vec<_>>()[..] else { return Err(form()) };
    Ok(LanguageScore {
        language: Text::from(language.trim()),
        listening: level(listening, item)?,
        reading: level(reading, item)?,
        speaking: level(speaking, item)?,
        tested: day(tested.trim(), item)?,
    })
}

pub(crate) fn write_need(need: &LanguageRequirement) -> String {
    format!("{} {}/{}", need.language, need.reading, need.speaking)
}

pub(crate) fn read_need(item: &str) -> Result<LanguageRequirement, Wrong> {
    let form = || Wrong::form(item, NEEDS);
    let (language, levels) = item.rsplit_once(' ').ok_or_else(form)?;
    let (reading, speaking) = levels.split_once('/').ok_or_else(form)?;
    Ok(LanguageRequirement {
        language: Text::from(language.trim()),
        reading: level(reading, item)?,
        speaking: level(speaking, item)?,
    })
}

pub(crate) fn write_certificate(certificate: &Certificate) -> String {
    let until = certificate.lapses.map(|lapses| format!(" until {lapses}")).unwrap_or_default();
    format!("{} {} {}{until}", certificate.area.word(), certificate.level.word(), certificate.earned)
}

pub(crate) fn read_certificate(item: &str) -> Result<Certificate, Wrong> {
    let (area, level, earned, lapses) = match item.split_whitespace().collect::<Vec<_>>()[..] {
        [area, level, earned] => (area, level, earned, None),
        [area, level, earned, "until", lapses] => (area, level, earned, Some(lapses)),
        _ => return Err(Wrong::form(item, CERTIFICATES)),
    };
    Ok(Certificate {
        area: word::<FunctionalArea>(area, item)?,
        level: word::<CertificateLevel>(level, item)?,
        earned: day(earned, item)?,
        lapses: lapses.map(|lapses| day(lapses, item)).transpose()?,
    })
}

pub(crate) fn read_coordinator(item: &str) -> Result<Coordinator, Wrong> {
    word(item, item)
}

/// What stands before the `=` of a support, and its share per mille.
pub(crate) fn read_support(item: &str) -> Result<(&str, u16), Wrong> {
    let form = || Wrong::form(item, SUPPORTS);
    let (supported, share) = item.rsplit_once('=').ok_or_else(form)?;
    let share: u16 = share.trim().parse().ok().filter(|share| (1..=1000).contains(share)).ok_or_else(form)?;
    Ok((supported.trim(), share))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_read_back_as_they_were_written() {
        for item in ["Chinese (Mandarin) 2/2+/1+ (2025-03-01)", "Arabic 0/5/4+ (1999-12-31)"] {
            assert_eq!(write_score(&read_score(item).unwrap()), item);
        }
        for item in ["acquisition basic 2025-03-01", "case_life_cycle executive 2025-03-01 until 2028-03-01"] {
            assert_eq!(write_certificate(&read_certificate(item).unwrap()), item);
        }
        assert_eq!(write_need(&read_need("Serbo-Croatian 2/1+").unwrap()), "Serbo-Croatian 2/1+");
        assert_eq!(read_support("program section 333=300").unwrap(), ("program section 333", 300));
    }

    #[test]
    fn a_level_off_the_scale_is_named_with_the_scale() {
        let wrong = read_score("Arabic 2/6/1 (2025-03-01)").unwrap_err();
        assert!(wrong.found.contains("\"6\"") && wrong.expected.contains("ILR"), "{wrong:?}");
        let wrong = read_certificate("aquisition basic 2025-03-01").unwrap_err();
        assert_eq!(wrong.nearest.as_deref(), Some("acquisition"));
    }
}

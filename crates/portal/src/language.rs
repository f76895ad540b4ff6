//! The languages of the portal.

/// A language that the portal speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Spanish.
    Spanish,
    /// French.
    French,
    /// Arabic, from right to left.
    Arabic,
}

impl Language {
    /// Every language, in the order of the language choice.
    pub const ALL: [Self; 4] = [Self::English, Self::Spanish, Self::French, Self::Arabic];

    /// Its code (BCP 47).
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
            Self::French => "fr",
            Self::Arabic => "ar",
        }
    }

    /// Its own name.
    pub fn name(self) -> &'static str {
        match self {
            Self::English => "English",
            Self::Spanish => "Español",
            Self::French => "Français",
            Self::Arabic => "العربية",
        }
    }

    /// The direction it is written in, as HTML says it.
    pub fn direction(self) -> &'static str {
        if self == Self::Arabic { "rtl" } else { "ltr" }
    }

    /// What stands between groups of three digits.
    pub(crate) fn group(self) -> &'static str {
        match self {
            Self::English | Self::Arabic => ",",
            Self::Spanish => ".",
            Self::French => "\u{202f}",
        }
    }

    /// The language of this code.
    pub fn of_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.code() == code)
    }

    /// The one that an `Accept-Language` header prefers (RFC 9110): the greatest weight, the first of equals.
    pub fn preferred(header: &str) -> Option<Self> {
        let mut best: Option<(Self, f32)> = None;
        for part in header.split(',').take(32) {
            let mut pieces = part.split(';');
            let tag = pieces.next().unwrap_or_default().trim().to_ascii_lowercase();
            let weight = pieces.find_map(|piece| piece.trim().strip_prefix("q=")?.parse::<f32>().ok()).unwrap_or(1.0);
            let primary = tag.split('-').next().unwrap_or_default();
            if let Some(language) = Self::of_code(primary)
                && weight > best.map_or(0.0, |(_, held)| held)
            {
                best = Some((language, weight));
            }
        }
        best.map(|(language, _)| language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_browsers_preference_chooses_among_the_languages_there_are() {
        for (header, wanted) in [
            ("fr-CH, fr;q=0.9, en;q=0.8", Some(Language::French)),
            ("de, ar;q=0.5, es;q=0.7", Some(Language::Spanish)),
            ("AR-ae", Some(Language::Arabic)),
            ("de, *;q=0.1", None),
            ("en;q=0", None),
            ("", None),
        ] {
            assert_eq!(Language::preferred(header), wanted, "{header}");
        }
    }
}

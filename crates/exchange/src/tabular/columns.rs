//! The declaration a file is read against: which columns, what each cell may hold.

use std::collections::BTreeMap;
use std::sync::Arc;

/// Whether a column, and each of its cells, must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// The column must be there and no cell of it may be empty.
    Filled,
    /// The column must be there; a cell may be empty.
    Present,
    /// The column may be missing; a cell may be empty.
    Optional,
}

/// A text that must have a form which is not a plain list of words, such as a specialty or a case identifier.
#[derive(Clone, Copy)]
pub struct Shape {
    /// What is expected, for the refusal: `a language and its levels, such as "ar 2/2/1+"`.
    pub expected: &'static str,
    /// Whether a trimmed, non-empty text has the form.
    pub fits: fn(&str) -> bool,
}

impl std::fmt::Debug for Shape {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Shape").field(&self.expected).finish()
    }
}

/// What a cell may hold.
#[derive(Debug, Clone)]
pub enum Kind {
    /// Any text of up to so many characters.
    Text {
        /// Most characters.
        longest: usize,
    },
    /// A whole number in a range.
    Integer {
        /// Least value taken.
        least: i64,
        /// Greatest value taken.
        most: i64,
    },
    /// A civil date, `2026-10-01`.
    Date,
    /// `yes` or `no`; `true`, `false`, `y`, `n`, `1`, `0` are read as such.
    Flag,
    /// US dollars with at most two decimals, `1200` or `-1200.50`; held in cents.
    Money,
    /// One of the valid words, in any case; held as the vocabulary writes it.
    Choice(Vocabulary),
    /// A text of a given form.
    Shaped(Shape),
}

/// The valid words of a [`Kind::Choice`].
#[derive(Debug, Clone)]
pub struct Vocabulary {
    what: String,
    words: Arc<BTreeMap<String, String>>,
    /// Other spellings in lower case, each with the word it stands for.
    titles: Arc<BTreeMap<String, String>>,
}

impl Vocabulary {
    /// `what` says what the words are, for the refusal: `a combatant command`.
    pub fn new<W: Into<String>>(what: &str, words: impl IntoIterator<Item = W>) -> Self {
        let words = words.into_iter().map(|word| {
            let word = word.into();
            (word.to_lowercase(), word)
        });
        Self { what: what.to_owned(), words: Arc::new(words.collect()), titles: Arc::default() }
    }

    /// Words that people also know by a title: `air_force` is also read from `Air Force`.
    pub fn titled<'a>(what: &str, words: impl IntoIterator<Item = (&'a str, &'a str)> + Clone) -> Self {
        let titles = words.clone().into_iter().map(|(word, title)| (title.to_lowercase(), word.to_owned()));
        Self { titles: Arc::new(titles.collect()), ..Self::new(what, words.into_iter().map(|(word, _)| word)) }
    }

    /// Military and civilian grades: E-1 to E-9, W-1 to W-5, O-1 to O-10, GS-1 to GS-15, SES.
    pub fn grades() -> Self {
        let series = [("E", 9), ("W", 5), ("O", 10), ("GS", 15)];
        let grades =
            series.into_iter().flat_map(|(letters, highest)| (1..=highest).map(move |n| format!("{letters}-{n}")));
        Self::new("a grade (E-1 to E-9, W-1 to W-5, O-1 to O-10, GS-1 to GS-15, SES)", grades.chain(["SES".to_owned()]))
    }

    /// ILR proficiency levels of one skill: 0, 0+, 1 … 4+, 5.
    pub fn ilr_levels() -> Self {
        Self::new("an ILR level", ["0", "0+", "1", "1+", "2", "2+", "3", "3+", "4", "4+", "5"])
    }

    /// The word as the vocabulary writes it, whatever the case it was given in.
    pub fn find(&self, text: &str) -> Option<&str> {
        let text = text.to_lowercase();
        self.words.get(&text).or_else(|| self.titles.get(&text)).map(String::as_str)
    }

    /// The words, sorted without regard to case.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.words.values().map(String::as_str)
    }

    pub(crate) fn expected(&self) -> String {
        const LISTED: usize = 12;
        if self.what.contains('(') || self.words.len() > LISTED {
            return self.what.clone();
        }
        format!("{} ({})", self.what, self.words().collect::<Vec<_>>().join(", "))
    }
}

/// One column of a file.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its name in the header. Case, blanks, hyphens and underscores make no difference.
    pub name: &'static str,
    /// Other names it goes by.
    pub aliases: &'static [&'static str],
    /// Whether it must be there.
    pub presence: Presence,
    /// What its cells hold.
    pub kind: Kind,
}

impl Column {
    /// A column that must be there with every cell filled.
    pub fn filled(name: &'static str, kind: Kind) -> Self {
        Self { name, aliases: &[], presence: Presence::Filled, kind }
    }

    /// A column that must be there; its cells may be empty.
    pub fn present(name: &'static str, kind: Kind) -> Self {
        Self { presence: Presence::Present, ..Self::filled(name, kind) }
    }

    /// A column that may be missing.
    pub fn optional(name: &'static str, kind: Kind) -> Self {
        Self { presence: Presence::Optional, ..Self::filled(name, kind) }
    }

    /// The same column, also found under these names.
    #[must_use]
    pub fn or(self, aliases: &'static [&'static str]) -> Self {
        Self { aliases, ..self }
    }

    fn goes_by(&self, header: &str) -> bool {
        std::iter::once(&self.name).chain(self.aliases).any(|name| plain(name) == header)
    }
}

/// The columns of one kind of file. A header that is none of them refuses the file.
#[derive(Debug, Clone)]
pub struct Columns(Vec<Column>);

impl Columns {
    /// Columns in the order that a written file would have them.
    pub fn new(columns: Vec<Column>) -> Self {
        debug_assert!(
            columns
                .iter()
                .enumerate()
                .all(|(at, column)| columns[..at].iter().all(|before| !before.goes_by(&plain(column.name)))),
            "two columns of one declaration go by the same name"
        );
        Self(columns)
    }

    /// The declared columns.
    pub fn iter(&self) -> impl Iterator<Item = &Column> {
        self.0.iter()
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn at(&self, index: usize) -> &Column {
        &self.0[index]
    }

    pub(super) fn find(&self, header: &str) -> Option<usize> {
        let header = plain(header);
        self.0.iter().position(|column| column.goes_by(&header))
    }
}

/// A header with case and separators taken out of it.
pub(crate) fn plain(header: &str) -> String {
    header.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

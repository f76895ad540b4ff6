//! Names as they are compared: folded to plain capitals, cut into tokens, and read in every order that is usual.

use smol_str::{SmolStr, SmolStrBuilder};

use crate::hash::{hash, join};
use crate::nicknames::formal;

/// The most tokens of a name that are looked at.
const MOST_TOKENS: usize = 8;
/// The most characters of a token that are looked at.
const LONGEST_TOKEN: usize = 40;

/// A word of a name, or an initial.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Token {
    /// Capitals without marks.
    pub text: SmolStr,
    /// Its hash.
    pub hash: u64,
    /// The hash of its first letter.
    pub initial: u64,
    /// The hash of how it sounds, roughly.
    pub sound: u64,
    /// The hashes of the names that it may be a short form of.
    pub formal: Vec<u64>,
    /// The hashes of the first letters of those names.
    pub formal_initials: Vec<u64>,
}

impl Token {
    fn new(text: SmolStr) -> Self {
        let initial = |text: &str| hash(&text[..text.chars().next().map_or(0, char::len_utf8)]);
        Self {
            hash: hash(&text),
            initial: initial(&text),
            sound: hash(&sound(&text)),
            formal: formal(&text).iter().map(|name| hash(name)).collect(),
            formal_initials: formal(&text).iter().map(|name| initial(name)).collect(),
            text,
        }
    }

    /// Several tokens written as one.
    fn joined(tokens: &[Token]) -> Self {
        Self::new(tokens.iter().map(|token| token.text.as_str()).collect())
    }

    /// More than an initial.
    pub fn full(&self) -> bool {
        self.text.chars().nth(1).is_some()
    }
}

/// One way to read a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    /// The family name's tokens.
    pub family: Vec<Token>,
    /// The family name written as one word, where it has several.
    pub family_whole: Option<Token>,
    /// The given name or its initial.
    pub given: Option<Token>,
    /// Middle names or initials.
    pub middle: Vec<Token>,
    /// Against the order that the comma states.
    pub swapped: bool,
}

impl Reading {
    fn new(family: &[Token], given: &[Token], swapped: bool) -> Self {
        let (given, middle) = match given {
            [] => (None, &[][..]),
            [given, middle @ ..] => (Some(given.clone()), middle),
        };
        Self {
            family_whole: (family.len() > 1).then(|| Token::joined(family)),
            family: family.to_vec(),
            given,
            middle: middle.to_vec(),
            swapped,
        }
    }
}

/// Which of several men of one name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum Suffix {
    Senior,
    Junior,
    Third,
    Fourth,
}

/// A name, ready to be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    /// The usual ways to read it, the likeliest first; none if there is no word in it.
    pub readings: Vec<Reading>,
    /// It says itself which is the family name.
    pub ordered: bool,
    /// The suffix, if one is written.
    pub suffix: Option<Suffix>,
}

impl Name {
    /// Reads any text.
    pub fn parse(text: &str) -> Self {
        let mut suffix = None;
        let mut parts: Vec<Vec<Token>> = Vec::new();
        for part in text.split([',', ';']) {
            let mut words = words(part);
            words.retain(|word| match suffix_of(word) {
                Some(found) => {
                    suffix = Some(found);
                    false
                }
                None => true,
            });
            let tokens: Vec<Token> = join_particles(words).into_iter().map(Token::new).collect();
            if !tokens.is_empty() {
                parts.push(tokens);
            }
        }
        let comma = parts.len() > 1;
        let family_length = parts.first().map_or(0, Vec::len);
        let mut tokens: Vec<Token> = parts.into_iter().flatten().collect();
        if !comma {
            drop_title(&mut tokens);
        }
        tokens.truncate(MOST_TOKENS);
        let ordered = comma && family_length < tokens.len();
        let readings = if ordered { in_order(&tokens, family_length) } else { in_any_order(&tokens) };
        Self { readings, ordered, suffix }
    }
}

/// The comma says where the family name ends; a clerk may have swapped the two all the same.
fn in_order(tokens: &[Token], family_length: usize) -> Vec<Reading> {
    let (family, given) = tokens.split_at(family_length);
    let mut readings = vec![Reading::new(family, given, false)];
    // `Robert, Hale J`: what stands before the comma is the given name, the first word after it the family name.
    let mut before = family.to_vec();
    before.extend_from_slice(&given[1..]);
    if given[0].full() {
        readings.push(Reading::new(&given[..1], &before, true));
    }
    readings
}

/// Without a comma any end may be the family name, and it may have two words.
fn in_any_order(tokens: &[Token]) -> Vec<Reading> {
    let length = tokens.len();
    let mut readings = Vec::new();
    let mut read = |family: &[Token], given: &[Token]| {
        if family.iter().any(Token::full) {
            readings.push(Reading::new(family, given, false));
        }
    };
    match length {
        0 => {}
        1 => read(tokens, &[]),
        _ => {
            read(&tokens[length - 1..], &tokens[..length - 1]);
            read(&tokens[..1], &tokens[1..]);
            if length > 2 {
                if tokens[length - 2].full() {
                    read(&tokens[length - 2..], &tokens[..length - 2]);
                }
                if tokens[1].full() {
                    read(&tokens[..2], &tokens[2..]);
                }
            }
        }
    }
    if readings.is_empty() && !tokens.is_empty() {
        readings.push(Reading::new(tokens, &[], false));
    }
    readings
}

/// Words in plain capitals. Apostrophes vanish; every other mark parts two words.
fn words(text: &str) -> Vec<SmolStr> {
    let mut words = Vec::new();
    let mut word = SmolStrBuilder::new();
    let mut length = 0;
    for letter in text.chars() {
        if matches!(letter, '\'' | '’' | '‘' | '`' | 'ʼ') || ('\u{300}'..='\u{36F}').contains(&letter) {
            continue;
        }
        if letter.is_alphanumeric() {
            if length < LONGEST_TOKEN {
                length += fold(letter, &mut word);
            }
        } else if length > 0 {
            words.push(std::mem::take(&mut word).finish());
            length = 0;
        }
    }
    if length > 0 {
        words.push(word.finish());
    }
    words
}

/// Writes the letter as plain capitals; says how many.
fn fold(letter: char, into: &mut SmolStrBuilder) -> usize {
    if letter.is_ascii() {
        into.push(letter.to_ascii_uppercase());
        return 1;
    }
    let plain = match letter {
        'À'..='Å' | 'à'..='å' | 'Ā'..='ą' | 'Ǎ' | 'ǎ' | 'Ạ'..='ặ' => "A",
        'Æ' | 'æ' => "AE",
        'Ç' | 'ç' | 'Ć'..='č' => "C",
        'Ð' | 'Đ' | 'ð' | 'đ' | 'Ď' | 'ď' => "D",
        'È'..='Ë' | 'è'..='ë' | 'Ē'..='ě' | 'Ẹ'..='ệ' => "E",
        'Ĝ'..='ģ' | 'Ǧ' | 'ǧ' => "G",
        'Ĥ'..='ħ' => "H",
        'Ì'..='Ï' | 'ì'..='ï' | 'Ĩ'..='ı' | 'Ỉ'..='ị' => "I",
        'Ĵ' | 'ĵ' => "J",
        'Ķ'..='ĸ' => "K",
        'Ĺ'..='ł' => "L",
        'Ñ' | 'ñ' | 'Ń'..='ŋ' => "N",
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' | 'Ō'..='ő' | 'Ơ' | 'ơ' | 'Ọ'..='ợ' => "O",
        'Œ' | 'œ' => "OE",
        'Ŕ'..='ř' => "R",
        'ß' | 'ẞ' => "SS",
        'Ś'..='š' | 'Ș' | 'ș' => "S",
        'Ţ'..='ŧ' | 'Ț' | 'ț' => "T",
        'Þ' | 'þ' => "TH",
        'Ù'..='Ü' | 'ù'..='ü' | 'Ũ'..='ų' | 'Ư' | 'ư' | 'Ụ'..='ự' => "U",
        'Ŵ' | 'ŵ' => "W",
        'Ý' | 'ý' | 'ÿ' | 'Ŷ'..='Ÿ' | 'Ỳ'..='ỹ' => "Y",
        'Ź'..='ž' => "Z",
        _ => {
            let mut length = 0;
            for capital in letter.to_uppercase() {
                into.push(capital);
                length += 1;
            }
            return length;
        }
    };
    into.push_str(plain);
    plain.len()
}

fn suffix_of(word: &str) -> Option<Suffix> {
    match word {
        "SR" => Some(Suffix::Senior),
        "JR" | "II" | "2ND" => Some(Suffix::Junior),
        "III" | "3RD" => Some(Suffix::Third),
        "IV" | "4TH" => Some(Suffix::Fourth),
        _ => None,
    }
}

/// `DE LA CRUZ` is `DELACRUZ`: some systems write it so, and nobody tells two people apart by it.
fn join_particles(words: Vec<SmolStr>) -> Vec<SmolStr> {
    const PARTICLES: [&str; 22] = [
        "DE", "LA", "LAS", "LOS", "DEL", "DA", "DOS", "DI", "DU", "VAN", "VON", "DER", "DEN", "TEN", "TER", "ST", "MC",
        "MAC", "EL", "AL", "BIN", "ABU",
    ];
    let mut joined: Vec<SmolStr> = Vec::with_capacity(words.len());
    let mut before = SmolStrBuilder::new();
    let mut waiting = false;
    let count = words.len();
    for (index, word) in words.into_iter().enumerate() {
        if PARTICLES.contains(&word.as_str()) && index + 1 < count {
            before.push_str(&word);
            waiting = true;
        } else if waiting {
            before.push_str(&word);
            joined.push(std::mem::take(&mut before).finish());
            waiting = false;
        } else {
            joined.push(word);
        }
    }
    joined
}

/// A rank or a form of address before a name that has two words without it.
fn drop_title(tokens: &mut Vec<Token>) {
    const TITLES: [&str; 28] = [
        "MR", "MRS", "MS", "MISS", "DR", "LT", "LTC", "LTCOL", "CPT", "CAPT", "MAJ", "COL", "BG", "MG", "LTG", "GEN",
        "SGT", "SSG", "SFC", "MSG", "SGM", "CSM", "CDR", "LCDR", "ENS", "TSGT", "SSGT", "GYSGT",
    ];
    if tokens.len() > 2 && TITLES.contains(&tokens[0].text.as_str()) {
        tokens.remove(0);
    }
}

/// Roughly how a word sounds: its first letter and the consonants after it, alike ones as one, repeats once.
fn sound(text: &str) -> String {
    let mut letters = text.chars();
    let mut sound = String::with_capacity(text.len());
    let Some(first) = letters.next() else { return sound };
    let mut last = consonant(first);
    sound.push(last.unwrap_or('A'));
    for letter in letters {
        match consonant(letter) {
            Some(class) => {
                if last != Some(class) {
                    sound.push(class);
                }
                last = Some(class);
            }
            None => last = None,
        }
    }
    sound
}

fn consonant(letter: char) -> Option<char> {
    match letter {
        'A' | 'E' | 'I' | 'O' | 'U' | 'Y' | 'H' | 'W' => None,
        'C' | 'K' | 'Q' | 'G' | 'J' => Some('K'),
        'S' | 'Z' | 'X' => Some('S'),
        'B' | 'P' | 'F' | 'V' => Some('P'),
        'D' | 'T' => Some('T'),
        'M' | 'N' => Some('N'),
        other => Some(other),
    }
}

/// The hash of the first letters of a token.
pub(crate) fn prefix(token: &Token, letters: usize) -> u64 {
    let end = token.text.char_indices().nth(letters).map_or(token.text.len(), |(at, _)| at);
    join(&[letters as u64, hash(&token.text[..end])])
}

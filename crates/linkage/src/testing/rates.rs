//! What is planted in which source, and how often.

use std::fmt::Write as _;

/// How a source writes a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// `Hale, Robert J.`
    Ordered,
    /// `HALE, ROBERT JAMES JR`
    Capitals,
    /// `Robert J. Hale, Jr.`, with the marks of the letters.
    Natural,
    /// `HALE R J`, `HALE, R.`, `HALE ROBERT`; long family names are cut at 12 letters.
    Short,
    /// `Robert Hale`
    Plain,
    /// `Hale Robert`, `Robert Hale`, `HALE, Robert`, as each clerk likes.
    Mixed,
}

/// Rates, each in a thousand rows unless it says otherwise.
#[derive(Debug, Clone, Copy)]
pub struct Rates {
    /// The file's name without its ending.
    pub name: &'static str,
    /// How it writes names.
    pub style: Style,
    /// Of the people known, how many it names.
    pub covers: u32,
    /// Of the changes since Muster last heard, how many it has heard of.
    pub current: u32,
    /// Named twice.
    pub twice: u32,
    /// Rows about people Muster does not know.
    pub newcomers: u32,
    /// A slip in the family name.
    pub family_slip: u32,
    /// A slip in the given name.
    pub given_slip: u32,
    /// Called by another name than the given.
    pub called: u32,
    /// Family and given name swapped.
    pub swapped: u32,
    /// No middle name.
    pub no_middle: u32,
    /// Neither number nor date of birth.
    pub anonymous: u32,
    /// No number.
    pub no_number: u32,
    /// A slip in the number.
    pub number_slip: u32,
    /// The number of another person, from the line above.
    pub number_foreign: u32,
    /// No date of birth.
    pub no_born: u32,
    /// A slip in the date of birth.
    pub born_slip: u32,
    /// Day and month swapped.
    pub day_and_month: u32,
    /// The grade of the position or of long ago: one step off, now and then two.
    pub grade_off: u32,
    /// No specialty.
    pub no_specialty: u32,
    /// The specialty of the position, not of the person.
    pub specialty_off: u32,
    /// No office.
    pub no_office: u32,
    /// The office is another: the parent's, the paymaster's, the one before last.
    pub office_off: u32,
    /// No position.
    pub no_position: u32,
    /// The service is another (detailed, joint).
    pub service_off: u32,
}

/// What Muster knows: numbers and names are nearly clean; some entries are second entries for one person.
pub const KNOWN: Rates = Rates {
    name: "known",
    style: Style::Ordered,
    covers: 1000,
    current: 0,
    twice: 5,
    newcomers: 0,
    family_slip: 3,
    given_slip: 3,
    called: 3,
    swapped: 1,
    no_middle: 100,
    anonymous: 0,
    no_number: 0,
    number_slip: 0,
    number_foreign: 0,
    no_born: 100,
    born_slip: 3,
    day_and_month: 1,
    grade_off: 5,
    no_specialty: 20,
    specialty_off: 10,
    no_office: 20,
    office_off: 5,
    no_position: 40,
    service_off: 2,
};

/// The five sources.
pub const SOURCES: [Rates; 5] = [
    Rates {
        name: "service-rosters",
        style: Style::Capitals,
        covers: 970,
        current: 950,
        twice: 2,
        newcomers: 20,
        family_slip: 12,
        given_slip: 10,
        called: 10,
        swapped: 3,
        no_middle: 150,
        anonymous: 0,
        no_number: 5,
        number_slip: 6,
        number_foreign: 1,
        no_born: 5,
        born_slip: 5,
        day_and_month: 2,
        grade_off: 10,
        no_specialty: 30,
        specialty_off: 10,
        no_office: 100,
        office_off: 60,
        no_position: 1000,
        service_off: 2,
    },
    Rates {
        name: "staffing-list",
        style: Style::Natural,
        covers: 900,
        current: 800,
        twice: 8,
        newcomers: 30,
        family_slip: 25,
        given_slip: 20,
        called: 80,
        swapped: 10,
        no_middle: 350,
        anonymous: 333,
        no_number: 20,
        number_slip: 10,
        number_foreign: 1,
        no_born: 50,
        born_slip: 8,
        day_and_month: 20,
        grade_off: 40,
        no_specialty: 500,
        specialty_off: 20,
        no_office: 30,
        office_off: 80,
        no_position: 700,
        service_off: 15,
    },
    Rates {
        name: "manning-document",
        style: Style::Short,
        covers: 930,
        current: 700,
        twice: 15,
        newcomers: 20,
        family_slip: 20,
        given_slip: 15,
        called: 10,
        swapped: 2,
        no_middle: 400,
        anonymous: 1000,
        no_number: 1000,
        number_slip: 0,
        number_foreign: 0,
        no_born: 1000,
        born_slip: 0,
        day_and_month: 0,
        grade_off: 180,
        no_specialty: 10,
        specialty_off: 120,
        no_office: 0,
        office_off: 20,
        no_position: 20,
        service_off: 10,
    },
    Rates {
        name: "certification",
        style: Style::Plain,
        covers: 900,
        current: 400,
        twice: 5,
        newcomers: 30,
        family_slip: 25,
        given_slip: 20,
        called: 60,
        swapped: 8,
        no_middle: 600,
        anonymous: 0,
        no_number: 20,
        number_slip: 60,
        number_foreign: 3,
        no_born: 500,
        born_slip: 8,
        day_and_month: 10,
        grade_off: 150,
        no_specialty: 500,
        specialty_off: 20,
        no_office: 350,
        office_off: 120,
        no_position: 1000,
        service_off: 10,
    },
    Rates {
        name: "training-travel",
        style: Style::Mixed,
        covers: 880,
        current: 700,
        twice: 40,
        newcomers: 40,
        family_slip: 35,
        given_slip: 30,
        called: 180,
        swapped: 80,
        no_middle: 500,
        anonymous: 350,
        no_number: 200,
        number_slip: 15,
        number_foreign: 1,
        no_born: 200,
        born_slip: 10,
        day_and_month: 30,
        grade_off: 50,
        no_specialty: 800,
        specialty_off: 20,
        no_office: 250,
        office_off: 150,
        no_position: 1000,
        service_off: 20,
    },
];

/// The rates as a table in Markdown, per thousand rows.
pub fn table() -> String {
    type Rate = (&'static str, fn(&Rates) -> u32);
    const LINES: [Rate; 23] = [
        ("of the people known, named", |r| r.covers),
        ("of the changes since, heard of", |r| r.current),
        ("named twice", |r| r.twice),
        ("people not known", |r| r.newcomers),
        ("slip in the family name", |r| r.family_slip),
        ("slip in the given name", |r| r.given_slip),
        ("called by another name", |r| r.called),
        ("family and given name swapped", |r| r.swapped),
        ("no middle name", |r| r.no_middle),
        ("neither number nor date of birth", |r| r.anonymous),
        ("no number (of the others)", |r| r.no_number),
        ("slip in the number", |r| r.number_slip),
        ("number of another person", |r| r.number_foreign),
        ("no date of birth (of the others)", |r| r.no_born),
        ("slip in the date of birth", |r| r.born_slip),
        ("day and month swapped", |r| r.day_and_month),
        ("grade one or two steps off", |r| r.grade_off),
        ("no specialty", |r| r.no_specialty),
        ("specialty of the position", |r| r.specialty_off),
        ("no office", |r| r.no_office),
        ("another office", |r| r.office_off),
        ("no position", |r| r.no_position),
        ("another service", |r| r.service_off),
    ];
    let mut text = String::from("| per 1,000 rows |");
    for source in std::iter::once(&KNOWN).chain(&SOURCES) {
        write!(text, " {} |", source.name).expect("a String takes any text");
    }
    text.push_str("\n|---|---|---|---|---|---|---|\n");
    for (title, rate) in LINES {
        write!(text, "| {title} |").expect("a String takes any text");
        for source in std::iter::once(&KNOWN).chain(&SOURCES) {
            write!(text, " {} |", rate(source)).expect("a String takes any text");
        }
        text.push('\n');
    }
    text
}

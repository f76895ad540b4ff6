//! A table read against a kind's columns, and the look-up of what its cells name in the World.

use std::collections::HashMap;

use muster_domain::cases::{Case, CaseNumber};
use muster_domain::organization::post_key;
use muster_domain::{BilletId, CountryId, Date, OfficeId, PersonId, PostId, Text, World};

use super::case_numbers::{CaseNumbers, EXPECTED};
use super::plan::Planner;
use super::{ImportKind, ImportOptions};
use crate::published::CountryNames;
use crate::record::LABEL;
use crate::record::notation::{Wrong, items};
use crate::tabular::{Fault, Faults, FileRefused, Problem, Row, Suggester, Table, read_on};

/// Where the nearest word is looked for; each is remembered apart.
#[derive(Clone, Copy)]
enum Among {
    Offices,
    Posts,
    Billets,
    People,
    Cases,
}

/// The look-ups of one file.
pub(crate) struct Sheet<'a> {
    pub world: &'a World,
    pub options: &'a ImportOptions,
    pub planner: Planner<'a>,
    suggester: Suggester,
    cases: CaseNumbers<'a>,
    countries: Option<CountryNames>,
    posts: Option<Vec<Text>>,
    seen: HashMap<String, u64>,
}

impl<'a> Sheet<'a> {
    /// Reads a file of this kind. Cells at fault are empty in the table; the faults wait in the planner.
    pub(crate) fn read(
        kind: ImportKind,
        name: &str,
        bytes: &[u8],
        world: &'a World,
        options: &'a ImportOptions,
    ) -> Result<(Table, Self), FileRefused> {
        let (table, faults) = read_on(name, bytes, &kind.columns(), &options.limits, crate::export::unguarded)?;
        Ok(Self::of(table, faults, world, options))
    }

    /// The look-ups of a table that was read already, with its faults.
    pub(crate) fn of(table: Table, faults: Faults, world: &'a World, options: &'a ImportOptions) -> (Table, Self) {
        let mut planner = Planner::new(world, options.as_of, faults);
        table.notes().iter().for_each(|note| planner.note(None, note));
        let mut sheet = Self {
            world,
            options,
            planner,
            suggester: Suggester::default(),
            cases: CaseNumbers::new(world),
            countries: None,
            posts: None,
            seen: HashMap::new(),
        };
        sheet.labels(&table);
        (table, sheet)
    }

    /// Made-up rows may enter only a World that is made up: there they keep their label.
    fn labels(&mut self, table: &Table) {
        if self.world.is_synthetic() || !table.has(LABEL) {
            return;
        }
        for row in table.rows() {
            if let Some(label) = row.text(LABEL) {
                self.fault(row, LABEL, Problem::BadCell, label, "no label: this database holds real rows", None);
            }
        }
    }

    pub(crate) fn fault(
        &mut self,
        row: Row<'_>,
        column: &'static str,
        problem: Problem,
        found: impl std::fmt::Display,
        expected: impl Into<String>,
        nearest: Option<String>,
    ) {
        let fault = Fault::whole(problem, found, expected).at_line(row.line()).in_column(column);
        self.planner.faults.push(fault.with_nearest(nearest));
    }

    /// Whether this is the first row of its key; another is a fault.
    pub(crate) fn first(&mut self, row: Row<'_>, column: &'static str, key: &str) -> bool {
        match self.seen.get(key).copied() {
            None => {
                self.seen.insert(key.to_owned(), row.line());
                true
            }
            Some(line) => {
                let expected = format!("each once; line {line} has it");
                self.fault(row, column, Problem::DuplicateRow, key, expected, None);
                false
            }
        }
    }

    /// The items of a list cell; every item out of form is a fault.
    pub(crate) fn list<T>(
        &mut self,
        row: Row<'_>,
        column: &'static str,
        read: impl Fn(&str) -> Result<T, Wrong>,
    ) -> Vec<T> {
        let mut read_items = Vec::new();
        for item in items(row.text(column).unwrap_or_default()) {
            match read(item) {
                Ok(value) => read_items.push(value),
                Err(wrong) => self.wrong(row, column, wrong),
            }
        }
        read_items
    }

    pub(crate) fn wrong(&mut self, row: Row<'_>, column: &'static str, wrong: Wrong) {
        self.fault(row, column, Problem::BadCell, wrong.found, wrong.expected, wrong.nearest);
    }

    /// The case that a row is about, with its number.
    pub(crate) fn case(&mut self, row: Row<'_>, column: &'static str) -> Option<(CaseNumber, &'a Case)> {
        let text = row.text(column)?;
        let found = self.cases.find(text, &mut self.suggester, Among::Cases as usize);
        found.map_err(|nearest| self.fault(row, column, Problem::UnknownKey, text, EXPECTED, nearest)).ok()
    }

    /// A day on which something happened: one after the day that the file speaks of is a fault.
    pub(crate) fn happened(&mut self, row: Row<'_>, column: &'static str) -> Option<Date> {
        let (day, today) = (row.date(column)?, self.options.as_of);
        if day > today {
            let expected = format!("a day up to {today}, the day that the file speaks of: it is to have happened");
            self.fault(row, column, Problem::BadCell, day, expected, None);
            return None;
        }
        Some(day)
    }

    pub(crate) fn office(&mut self, row: Row<'_>, column: &'static str) -> Option<OfficeId> {
        let code = row.text(column)?;
        let found = self.world.keys.office.get(code).copied();
        if found.is_none() {
            let codes = self.world.offices.iter().map(|(_, office)| office.code.as_str());
            let nearest = self.suggester.nearest(Among::Offices as usize, code, codes);
            self.fault(row, column, Problem::UnknownKey, code, "the code of a known office", nearest);
        }
        found
    }

    pub(crate) fn post(&mut self, row: Row<'_>, column: &'static str) -> Option<PostId> {
        let key = row.text(column)?;
        let found = self.world.keys.post.get(key).copied();
        if found.is_none() {
            let world = self.world;
            let posts = self.posts.get_or_insert_with(|| {
                world.posts.iter().map(|(_, post)| post_key(world, &post.name, post.country)).collect()
            });
            let nearest = self.suggester.nearest(Among::Posts as usize, key, posts.iter().map(Text::as_str));
            let expected = "a known post: city and country code, such as \"Amman, JOR\"";
            self.fault(row, column, Problem::UnknownKey, key, expected, nearest);
        }
        found
    }

    pub(crate) fn country(&mut self, row: Row<'_>, column: &'static str, iso3: &str) -> Option<CountryId> {
        let found = self.world.keys.country.get(iso3).copied();
        if found.is_none() {
            let names = self.countries.get_or_insert_with(CountryNames::built_in);
            let nearest = match names.find(iso3) {
                Ok(code) => Some(code.to_string()),
                Err(unknown) => unknown.nearest.and_then(|name| names.find(&name).ok()).map(|code| code.to_string()),
            };
            let expected = "the ISO 3166 alpha-3 code of a known country";
            self.fault(row, column, Problem::UnknownKey, iso3, expected, nearest);
        }
        found
    }

    pub(crate) fn billet(&mut self, row: Row<'_>, column: &'static str) -> Option<BilletId> {
        let number = row.text(column)?;
        let found = self.world.keys.billet.get(number).copied();
        if found.is_none() {
            let numbers = self.world.billets.iter().map(|(_, billet)| billet.number.as_str());
            let nearest = self.suggester.nearest(Among::Billets as usize, number, numbers);
            self.fault(row, column, Problem::UnknownKey, number, "a known position number", nearest);
        }
        found
    }

    pub(crate) fn person(&mut self, row: Row<'_>, column: &'static str) -> Option<PersonId> {
        let number = row.text(column)?;
        let found = self.world.keys.person.get(number).copied();
        if found.is_none() {
            let numbers = self.world.people.iter().map(|(_, person)| person.number.as_str());
            let nearest = self.suggester.nearest(Among::People as usize, number, numbers);
            self.fault(row, column, Problem::UnknownKey, number, "the number of a known person", nearest);
        }
        found
    }
}

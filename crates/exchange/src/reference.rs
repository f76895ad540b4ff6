//! The small tables of public facts in `reference/`, built into the program so that it needs no file beside it.
//!
//! Each row knows where it stands (`reference/sales.csv#IRQ-2024`), so that a figure made of it can be opened down to
//! it. What is never here: a figure of our own, or a rule; see `reference/SOURCES.md` for the source of each table.

mod rows;

use std::sync::OnceLock;

use serde::de::DeserializeOwned;

pub use rows::{
    Agency, AgencyKind, Command, Country, Designation, Differential, GsPay, Language, LanguageCategory, Notifications,
    Sales, SalesHistory, Section515, Training, WeightAllowance,
};

/// One table: its text in the program and its parsed rows.
macro_rules! table {
    ($(#[$meaning:meta])* $function:ident, $row:ty, $file:literal) => {
        $(#[$meaning])*
        pub fn $function() -> &'static [$row] {
            static ROWS: OnceLock<Vec<$row>> = OnceLock::new();
            ROWS.get_or_init(|| parse(include_str!(concat!("../../../reference/", $file)), $file))
        }
    };
}

table!(
    /// Partner countries, by code.
    countries, Country, "countries.csv"
);
table!(
    /// FMS and FMF authorised by country and fiscal year, FY2020-24.
    sales, Sales, "sales.csv"
);
table!(
    /// FMS agreements by country and fiscal year, FY2001-16; no row means not reported. FY2017-19 are reported nowhere.
    sales_history, SalesHistory, "sales_history.csv"
);
table!(
    /// Training reported by country and fiscal year, FY2018-20; no row means not reported.
    training, Training, "training.csv"
);
table!(
    /// Congressional notifications by country and year of the transmittal number; no row means none collected.
    notifications, Notifications, "notifications.csv"
);
table!(
    /// The six geographic combatant commands.
    commands, Command, "commands.csv"
);
table!(
    /// The service's headquarters, its agency and school, the implementing and the supporting agencies.
    agencies, Agency, "agencies.csv"
);
table!(
    /// What the office in a country is called where that is not plain `ODC`.
    designations, Designation, "designations.csv"
);
table!(
    /// Countries where law authorises more than six members under 22 U.S.C. 2321i.
    section515, Section515, "section515.csv"
);
table!(
    /// Hardship, danger pay and cost of living by post.
    differentials, Differential, "differentials.csv"
);
table!(
    /// Civilian base pay by grade and step.
    gs_pay, GsPay, "gs_pay.csv"
);
table!(
    /// Household goods allowance by grade.
    weight_allowances, WeightAllowance, "weight_allowances.csv"
);
table!(
    /// Languages with their training category and course length.
    languages, Language, "languages.csv"
);

fn parse<T: DeserializeOwned>(text: &str, file: &str) -> Vec<T> {
    csv::Reader::from_reader(text.as_bytes())
        .deserialize()
        .collect::<Result<_, _>>()
        .unwrap_or_else(|error| panic!("a test reads every table before it is built in, yet reference/{file}: {error}"))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_table_reads_and_holds_its_rows() {
        let rows = [
            countries().len(),
            sales().len(),
            training().len(),
            notifications().len(),
            commands().len(),
            agencies().len(),
            designations().len(),
            section515().len(),
            differentials().len(),
            gs_pay().len(),
            weight_allowances().len(),
            languages().len(),
        ];
        assert_eq!(rows, [176, 880, 438, 480, 6, 15, 29, 17, 787, 150, 25, 68]);
    }

    #[test]
    fn every_table_speaks_of_known_countries_commands_and_languages() {
        let known: BTreeSet<_> = countries().iter().map(|country| country.iso3).collect();
        let commands: BTreeSet<_> = commands().iter().map(|command| command.code.as_str()).collect();
        let languages: BTreeSet<_> = languages().iter().map(|language| language.iso.as_str()).collect();
        for country in countries() {
            assert!(commands.contains(country.command.as_str()), "{country:?}");
            assert!(
                !country.languages.is_empty() && country.languages.iter().all(|code| languages.contains(code.as_str()))
            );
        }
        assert!(sales().iter().all(|row| known.contains(&row.iso3)));
        assert!(training().iter().all(|row| known.contains(&row.iso3)));
        assert!(designations().iter().all(|row| known.contains(&row.iso3)));
        assert!(section515().iter().all(|row| known.contains(&row.iso3)));
    }

    #[test]
    fn what_was_not_reported_is_absent_and_not_zero() {
        let germany = |iso3: &crate::Iso3| iso3.as_str() == "DEU";
        assert!(!training().iter().any(|row| germany(&row.iso3)));
        let iraq = countries().iter().find(|country| country.iso3.as_str() == "IRQ").unwrap();
        assert_eq!(iraq.us_active_duty_2024, None);
        assert!(!notifications().iter().any(|row| row.iso3.as_str() == "TWN"));
    }

    #[test]
    fn a_row_says_where_it_stands() {
        let iraq = sales().iter().find(|row| row.iso3.as_str() == "IRQ" && row.fiscal_year == 2024).unwrap();
        assert_eq!(iraq.source_row(), "reference/sales.csv#IRQ-2024");
        assert_eq!((iraq.fms_usd, iraq.fmf_usd), (Some(562_028_187), Some(351_188_748)));
    }
}

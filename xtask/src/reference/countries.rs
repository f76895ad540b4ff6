//! `countries.csv`: one row a partner country, with its purchaser codes, command, post and language.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, bail};

use super::Table;
use super::source::{self, Row};

/// Working languages where the first language of the GeoNames list is not the one (or not the only one) that
/// military business is done in. A judgement of this project; where a country is not named here, the first
/// GeoNames language counts.
const WORKING_LANGUAGES: &[(&str, &str)] = &[
    ("AFG", "prs;ps"),
    ("BDI", "fr"),
    ("BEL", "nl;fr"),
    ("BIH", "bs;sr"),
    ("BRN", "ms;en"),
    ("CAN", "en;fr"),
    ("CHE", "de;fr"),
    ("CMR", "fr;en"),
    ("COM", "fr;ar"),
    ("DJI", "fr;ar"),
    ("DZA", "ar;fr"),
    ("ERI", "ti;ar"),
    ("HTI", "ht;fr"),
    ("IND", "en;hi"),
    ("IRQ", "ar;ku"),
    ("KAZ", "kk;ru"),
    ("KEN", "en;sw"),
    ("KGZ", "ky;ru"),
    ("LBN", "ar;fr"),
    ("LUX", "fr;de"),
    ("MAR", "ar;fr"),
    ("MDA", "ro;ru"),
    ("MDV", "en"),
    ("MLT", "mt;en"),
    ("MRT", "ar;fr"),
    ("MWI", "en"),
    ("MYS", "ms;en"),
    ("PAK", "ur;en"),
    ("PHL", "tl;en"),
    ("RWA", "en;fr"),
    ("SGP", "en;zh"),
    ("SOM", "so;ar"),
    ("TCD", "fr;ar"),
    ("TJK", "tg;ru"),
    ("TKM", "tk;ru"),
    ("TLS", "pt;id"),
    ("TON", "en"),
    ("TUN", "ar;fr"),
    ("TZA", "sw;en"),
    ("UGA", "en;sw"),
    ("UKR", "uk;ru"),
    ("UZB", "uz;ru"),
    ("VUT", "en;fr"),
    ("XKX", "sq;sr"),
    ("ZAF", "en"),
];

/// Embassy cities where the source names the capital, or names the city in a way no one writes it.
const POSTS: &[(&str, &str)] = &[("JPN", "Tokyo"), ("MEX", "Mexico City"), ("NLD", "The Hague")];

const COLUMNS: &[&str] = &[
    "iso3",
    "iso2",
    "iso_numeric",
    "name",
    "purchaser_codes",
    "command",
    "region",
    "post",
    "lat",
    "lon",
    "languages",
    "population",
    "hardship_pct",
    "danger_pct",
    "cola_pct",
    "us_active_duty_2024",
    "us_civilian_2024",
];

pub fn derive(data: &Path, languages: &Path) -> anyhow::Result<Table> {
    let known = source::read(languages)?
        .iter()
        .map(|row| Ok(row.get("iso")?.to_owned()))
        .collect::<anyhow::Result<BTreeSet<_>>>()?;
    let codes = purchaser_codes(data)?;
    let mut geography = BTreeMap::new();
    for row in source::read(&data.join("geography/geonames_countries.csv"))? {
        geography.insert(row.get("iso3")?.to_owned(), row);
    }
    let posts = source::read(&data.join("posts/posts_geocoded.csv"))?;

    let mut rows = Vec::new();
    for country in source::read(&data.join("countries/country_panel.csv"))? {
        let iso3 = country.get("iso3")?;
        let geo = geography.get(iso3);
        let (post, lat, lon) = post(&country, geo, &posts)?;
        let has_post = !post.is_empty();
        rows.push(vec![
            iso3.to_owned(),
            geo.map_or(Ok(""), |row| row.get("iso2"))?.to_owned(),
            numeric(geo)?,
            country.get("name")?.to_owned(),
            joined_codes(country.get("dsca_code")?, codes.get(iso3)),
            country.get("ccmd_hsb")?.to_owned(),
            country.get("state_region_hsb")?.to_owned(),
            post,
            lat,
            lon,
            working_languages(iso3, country.get("languages")?, &known)?,
            country.get("population")?.to_owned(),
            percent(country.get("hardship_pct")?, has_post),
            percent(country.get("danger_pct")?, has_post),
            percent(country.get("cola_pct")?, has_post),
            reported(country.get("dmdc_active_duty_2024")?),
            reported(country.get("dmdc_civilian_2024")?),
        ]);
    }
    rows.sort();
    Ok(Table { file: "countries.csv", text: source::write(COLUMNS, &rows)? })
}

/// Purchaser codes by country, the country's own before those of a single ministry or program.
fn purchaser_codes(data: &Path) -> anyhow::Result<BTreeMap<String, Vec<String>>> {
    let mut codes: BTreeMap<String, Vec<(bool, String)>> = BTreeMap::new();
    for row in source::read(&data.join("countries/Location_DSCAbuyerCode.csv"))? {
        let apart = row.get("DSCApreserveName")? == "TRUE";
        codes
            .entry(row.get("GeographicISOalpha3")?.to_owned())
            .or_default()
            .push((apart, row.get("DSCAbuyerCode")?.to_owned()));
    }
    Ok(codes
        .into_iter()
        .map(|(iso3, mut codes)| {
            codes.sort();
            (iso3, codes.into_iter().map(|(_, code)| code).collect())
        })
        .collect())
}

fn joined_codes(first: &str, others: Option<&Vec<String>>) -> String {
    let mut codes: Vec<&str> = if first.is_empty() { Vec::new() } else { vec![first] };
    for code in others.into_iter().flatten() {
        if !codes.contains(&code.as_str()) {
            codes.push(code);
        }
    }
    codes.join(";")
}

/// ISO 3166 numeric code with its leading zeros, as map files use it.
fn numeric(geo: Option<&Row>) -> anyhow::Result<String> {
    let Some(geo) = geo else {
        return Ok(String::new());
    };
    let code = geo.get("isonumeric")?;
    Ok(if code.is_empty() || code == "0" { String::new() } else { format!("{code:0>3}") })
}

/// City and coordinates of the mission: a named exception, else the source's city; an island state that the
/// source names after itself gets its capital's name. A country without a mission has none.
fn post(country: &Row, geo: Option<&Row>, posts: &[Row]) -> anyhow::Result<(String, String, String)> {
    let iso3 = country.get("iso3")?;
    let (lat, lon) = (country.get("lat")?.to_owned(), country.get("lon")?.to_owned());
    if let Some((_, city)) = POSTS.iter().find(|(code, _)| *code == iso3) {
        for row in posts {
            if row.get("iso3")? == iso3 && row.get("post_name")? == *city && !row.get("lat")?.is_empty() {
                return Ok(((*city).to_owned(), row.get("lat")?.to_owned(), row.get("lon")?.to_owned()));
            }
        }
        return Ok(((*city).to_owned(), lat, lon));
    }
    let city = country.get("mission_city")?;
    let city = match geo {
        Some(geo) if city == country.get("name")? => geo.get("capital")?,
        _ => city,
    };
    Ok((city.to_owned(), lat, lon))
}

/// Language codes as `languages.csv` writes them, the principal one first.
fn working_languages(iso3: &str, listed: &str, known: &BTreeSet<String>) -> anyhow::Result<String> {
    let chosen = match WORKING_LANGUAGES.iter().find(|(code, _)| *code == iso3) {
        Some((_, languages)) => (*languages).to_owned(),
        None => {
            let first = listed.split(',').next().unwrap_or_default();
            let base = first.split('-').next().unwrap_or_default();
            match base {
                "cmn" => "zh",
                "sh" => "sr",
                other => other,
            }
            .to_owned()
        }
    };
    if chosen.is_empty() {
        bail!("{iso3} has no language in the source: name one in WORKING_LANGUAGES");
    }
    chosen
        .split(';')
        .find(|code| !known.contains(*code))
        .map_or(Ok(()), |code| Err(anyhow::anyhow!("language {code:?} is not in languages.csv")))
        .with_context(|| format!("languages of {iso3}"))?;
    Ok(chosen)
}

/// The allowance tables leave a cell empty where nothing is paid; without a post there is no figure at all.
fn percent(cell: &str, has_post: bool) -> String {
    if cell.is_empty() && has_post { "0".to_owned() } else { cell.to_owned() }
}

/// The personnel tables write 0 where nothing was reported, so a zero is no figure.
fn reported(cell: &str) -> String {
    if cell == "0" { String::new() } else { cell.to_owned() }
}

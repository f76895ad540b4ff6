//! Hardship, danger pay and cost of living of the posts that the World knows.

use std::collections::HashMap;

use muster_domain::organization::{Differentials, SetPostDifferentials};
use muster_domain::{PostId, Text, World};

use super::plan::{Difference, Plan};
use super::published::{begin, note};
use super::{ImportKind, ImportOptions};
use crate::published::{CountryNames, parse_allowances};
use crate::tabular::FileRefused;

pub(super) fn plan(name: &str, bytes: &[u8], world: &World, options: &ImportOptions) -> Result<Plan, FileRefused> {
    let read = parse_allowances(name, bytes, &CountryNames::built_in(), &options.limits)?;
    let mut planner = begin(ImportKind::PostAllowances, name, bytes, read.content.len(), world, options);
    note(&mut planner, &read.odd);
    let posts = posts(world);
    let mut elsewhere = 0;
    for row in &read.content {
        let key = row.iso3.map(|iso3| (iso3.to_string(), plain(&row.post)));
        let Some(post) = key.and_then(|key| posts.get(&key).copied()) else {
            elsewhere += 1;
            continue;
        };
        let said = Differentials {
            hardship_pct: row.hardship_pct,
            danger_pct: row.danger_pct,
            cost_of_living_pct: row.cola_pct,
        };
        let held = world.posts[post].differentials.at(row.effective_from).copied();
        if held == Some(said) {
            planner.unchanged();
            continue;
        }
        let shown = |d: Differentials| format!("{} / {} / {} %", d.hardship_pct, d.danger_pct, d.cost_of_living_pct);
        let difference = Difference {
            subject: format!("post {}, {}", world.posts[post].name, row.country),
            field: format!("differentials from {}", row.effective_from),
            before: held.map(shown),
            after: Some(shown(said)),
        };
        let command = SetPostDifferentials {
            post,
            from: row.effective_from,
            differentials: said,
            source: Text::from(format!("post-allowances:{name}#{}", row.line)),
        };
        planner.take(Some(row.line), command.into(), vec![difference]);
    }
    if elsewhere > 0 {
        planner.note(None, format!("{elsewhere} rows are of posts where nobody is stationed here"));
    }
    planner.finish()
}

/// Posts abroad by country code and city.
fn posts(world: &World) -> HashMap<(String, String), PostId> {
    world
        .posts
        .iter()
        .filter_map(|(id, post)| {
            let country = world.countries.get(post.country?)?;
            Some(((country.iso3.to_string(), plain(&post.name)), id))
        })
        .collect()
}

/// A city without case and marks.
fn plain(city: &str) -> String {
    city.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

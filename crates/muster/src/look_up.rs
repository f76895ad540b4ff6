//! Finding rows by what people call them: an id or a code, with the nearest known one where neither fits.

use anyhow::anyhow;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use muster_domain::{AccountId, BilletId, CountryId, CycleId, OfficeId, PersonId, SlateId, Text, World};
use serde::de::DeserializeOwned;

/// An office by id or code.
pub fn office(world: &World, named: &str) -> anyhow::Result<OfficeId> {
    let id = named.parse().ok().filter(|id| world.offices.get(*id).is_some());
    id.or_else(|| world.keys.office.get(&Text::from(named.to_uppercase())).copied())
        .ok_or_else(|| unknown("office", named, world.keys.office.keys(), "`EUCOM` or `SCO-JOR`"))
}

/// A country by id or ISO 3166 alpha-3 code.
pub fn country(world: &World, named: &str) -> anyhow::Result<CountryId> {
    let id = named.parse().ok().filter(|id| world.countries.get(*id).is_some());
    id.or_else(|| world.keys.country.get(&Text::from(named.to_uppercase())).copied())
        .ok_or_else(|| unknown("country", named, world.keys.country.keys(), "`JOR`"))
}

/// An account by sign-in name.
pub fn account(world: &World, named: &str) -> anyhow::Result<AccountId> {
    let found = world.keys.account.get(&Text::from(named)).copied();
    found.ok_or_else(|| unknown("account", named, world.keys.account.keys(), "one of `muster user list`"))
}

/// A person by id or number.
pub fn person(world: &World, named: &str) -> anyhow::Result<PersonId> {
    let id = named.parse().ok().filter(|id| world.people.get(*id).is_some());
    id.or_else(|| world.keys.person.get(&Text::from(named)).copied())
        .ok_or_else(|| unknown("person", named, world.keys.person.keys(), "an id such as `P17` or a number"))
}

/// A billet by id or position number.
pub fn billet(world: &World, named: &str) -> anyhow::Result<BilletId> {
    let id = named.parse().ok().filter(|id| world.billets.get(*id).is_some());
    id.or_else(|| world.keys.billet.get(&Text::from(named)).copied())
        .ok_or_else(|| unknown("billet", named, world.keys.billet.keys(), "an id such as `B17` or a position number"))
}

/// A cycle by id or name; without either, the open one whose window begins first.
pub fn cycle(world: &World, named: Option<&str>) -> anyhow::Result<CycleId> {
    let Some(named) = named else {
        let open = world.cycles.iter().filter(|(_, cycle)| cycle.closed.is_none());
        let soonest = open.min_by_key(|(id, cycle)| (cycle.window.from(), *id)).map(|(id, _)| id);
        return soonest.ok_or_else(|| anyhow!("No cycle is open. Open one with `muster cycle open`"));
    };
    let id = named.parse().ok().filter(|id| world.cycles.get(*id).is_some());
    let by_name = || world.cycles.iter().find(|(_, cycle)| *cycle.name == *named).map(|(id, _)| id);
    id.or_else(by_name).ok_or_else(|| {
        let names: Vec<&Text> = world.cycles.iter().map(|(_, cycle)| &cycle.name).collect();
        unknown("cycle", named, names.into_iter(), "one of `muster cycle list`")
    })
}

/// A slate by id; without one, the newest that was not withdrawn.
pub fn slate(world: &World, named: Option<&str>) -> anyhow::Result<SlateId> {
    match named {
        Some(named) => {
            let id: SlateId = named.parse()?;
            world
                .slates
                .get(id)
                .map(|_| id)
                .ok_or_else(|| anyhow!("There is no slate {id}. Propose one with `muster slate propose`"))
        }
        None => {
            let newest = world.slates.iter().filter(|(_, slate)| slate.withdrawn.is_none()).last();
            newest
                .map(|(id, _)| id)
                .ok_or_else(|| anyhow!("No slate was proposed. Propose one with `muster slate propose`"))
        }
    }
}

/// Names further off than this say nothing about what was meant.
const NEAR: f64 = 0.75;

fn unknown<'a>(noun: &str, named: &str, known: impl Iterator<Item = &'a Text>, form: &str) -> anyhow::Error {
    let wanted = named.to_lowercase();
    let closeness = |name: &Text| strsim::jaro_winkler(&wanted, &name.to_lowercase());
    let nearest = known.map(|name| (closeness(name), name)).max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(a.1)));
    match nearest.filter(|(close, _)| *close >= NEAR) {
        Some((_, name)) => anyhow!("There is no {noun} `{named}`. The nearest is `{name}`"),
        None => anyhow!("There is no {noun} `{named}`. Give {form}"),
    }
}

/// Takes one of these names and gives the value that is written so in the API.
pub fn one_of<T>(names: &'static [&'static str]) -> impl TypedValueParser<Value = T>
where
    T: DeserializeOwned + Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(names).try_map(|name| serde_json::from_value(serde_json::Value::String(name)))
}

//! What each rule, lever and limit costs: the whole slate solved again with the rule waived for everybody, the lever one
//! step up or down, the limit one higher or lower.

use muster_domain::kernel::Id as _;
use muster_domain::policy::{Lever, LeverDefinition, LeverSet, LeverSetting};
use muster_domain::{Apply as _, BilletId, Date, PersonId, Position, World};
use rayon::prelude::*;
use serde::Serialize;

use super::{Optimum, Studied, Study, ground};
use crate::ground::SlateError;
use crate::limits::{is_limit, lines};
use crate::pairs::Field;
use crate::rules::{RULES, Sieve};

/// What is priced.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PriceOf {
    /// An eligibility rule, waived for everybody.
    Rule,
    /// A lever, moved by one step.
    Lever,
    /// A limit that binds several lines together, moved by one.
    Limit,
}

/// The price of one rule, lever or limit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Price {
    /// What is priced.
    pub of: PriceOf,
    /// The rule's slug or the lever's name.
    pub name: String,
    /// What it asks or means, as a sentence.
    pub meaning: &'static str,
    /// The lever's value now; none for a rule.
    pub from: Option<i64>,
    /// The value it is moved to; none for a rule, which is waived.
    pub to: Option<i64>,
    /// The lever's unit.
    pub unit: Option<&'static str>,
    /// Points by which the whole slate would cost more; less than nothing: it would cost less.
    pub costs_more: i64,
    /// Lines more; less than nothing: fewer.
    pub lines_more: i64,
    /// Eligible pairs more; less than nothing: fewer.
    pub pairs_more: i64,
    /// Lines of the slate that would be others.
    pub lines_changed: usize,
    /// Those lines, for who asks about one of them.
    #[serde(skip)]
    pub lost: Vec<(PersonId, BilletId)>,
}

/// The prices of a slate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Prices {
    /// The position of the facts they were worked out on.
    pub base: Position,
    /// Points of the whole slate on these facts.
    pub objective: i64,
    /// Its lines.
    pub lines: usize,
    /// Pairs that every rule allows.
    pub pairs: usize,
    /// Every price: rules first, then levers and limits up and down.
    pub prices: Vec<Price>,
}

/// What is changed for one price.
enum Change {
    Rule(&'static str),
    Lever(LeverDefinition, i64),
    Limit(LeverDefinition, i64),
}

/// The prices of every rule, lever and limit of a slate. `None` if there is no such slate.
///
/// # Errors
/// There is no such open cycle, its window has passed, or an answer does not pass its verification.
pub fn prices(world: &World, studied: Studied, today: Date) -> Result<Option<Prices>, SlateError> {
    let Some(study) = Study::new(world, studied, today)? else { return Ok(None) };
    let priced: Result<Vec<Price>, SlateError> =
        changes(&study).into_par_iter().map(|change| study.price(world, studied, today, &change)).collect();
    Ok(Some(Prices {
        base: world.position,
        objective: study.held.objective(),
        lines: lines(&study.held.choice()).count(),
        pairs: study.held.pairs(),
        prices: priced?,
    }))
}

fn changes(study: &Study<'_>) -> Vec<Change> {
    let levers = &study.field.ground.levers;
    let mut changes: Vec<Change> = RULES.iter().map(|rule| Change::Rule(rule.id)).collect();
    let limit = Lever::Section515Members.definition();
    changes.extend(steps(limit, levers.value(limit.key)).map(|to| Change::Limit(limit, to)));
    for (lever, value) in levers.of_slates() {
        let definition = lever.definition();
        if matches!(lever, Lever::SlateGap | Lever::SlateRounds) || limits_nothing(lever, value) {
            continue;
        }
        changes.extend(steps(definition, value).map(|to| Change::Lever(definition, to)));
    }
    changes
}

/// Whether a lever is a limit that is not set.
fn limits_nothing(lever: Lever, value: i64) -> bool {
    is_limit(lever) && value == lever.definition().most
}

/// One step up and one down, within the lever's range: a tenth of its value, one at least.
fn steps(lever: LeverDefinition, value: i64) -> impl Iterator<Item = i64> {
    let step = (value / 10).max(1);
    [value.saturating_add(step).min(lever.most), value.saturating_sub(step).max(lever.least)]
        .into_iter()
        .filter(move |to| *to != value)
}

impl Study<'_> {
    fn price(&self, world: &World, studied: Studied, today: Date, change: &Change) -> Result<Price, SlateError> {
        let price = |of, name: String, meaning| Price {
            of,
            name,
            meaning,
            from: None,
            to: None,
            unit: None,
            costs_more: 0,
            lines_more: 0,
            pairs_more: 0,
            lines_changed: 0,
            lost: Vec::new(),
        };
        let levers = &self.field.ground.levers;
        let of_lever = |of, lever: &LeverDefinition, to: i64| Price {
            from: Some(levers.value(lever.key)),
            to: Some(to),
            unit: Some(lever.unit),
            ..price(of, lever.key.to_string(), lever.meaning)
        };
        match change {
            Change::Rule(id) => {
                let rule = RULES.iter().find(|rule| rule.id == *id);
                let sieve = Sieve::without(levers, Some(id));
                let found = Optimum::of(&self.field, self.field.priced(&self.field.sieved(&sieve)))?;
                let price = price(PriceOf::Rule, (*id).to_owned(), rule.map_or("", |rule| rule.title));
                Ok(self.compared(&self.field, &found, price))
            }
            Change::Lever(lever, to) => {
                let of = if is_limit(lever.key) { PriceOf::Limit } else { PriceOf::Lever };
                let price = of_lever(of, lever, *to);
                let Some(mut ground) = ground(world, studied, today)? else { return Ok(price) };
                ground.levers = ground.levers.with([(lever.key, *to)]);
                let field = Field::new(ground);
                let found = Optimum::of(&field, field.priced(&field.eligible()))?;
                Ok(self.compared(&field, &found, price))
            }
            Change::Limit(lever, to) => {
                let price = of_lever(PriceOf::Limit, lever, *to);
                let other = with_limit(world, lever.key, *to);
                let Some(ground) = ground(&other, studied, today)? else { return Ok(price) };
                let field = Field::new(ground);
                let found = Optimum::of(&field, field.priced(&field.eligible()))?;
                Ok(self.compared(&field, &found, price))
            }
        }
    }

    /// Fills in how another optimum differs from the slate's.
    fn compared(&self, field: &Field<'_>, found: &Optimum, price: Price) -> Price {
        let named = |field: &Field<'_>, (person, position): (u32, u32)| {
            (field.movers[person as usize].mover.person, field.openings[position as usize].opening.billet)
        };
        let mut now: Vec<(PersonId, BilletId)> = lines(&found.choice()).map(|line| named(field, line)).collect();
        now.sort_unstable_by_key(|(person, billet)| (person.index(), billet.index()));
        let before: Vec<(PersonId, BilletId)> =
            lines(&self.held.choice()).map(|line| named(&self.field, line)).collect();
        let kept = |line: &(PersonId, BilletId)| {
            now.binary_search_by_key(&(line.0.index(), line.1.index()), |(p, b)| (p.index(), b.index())).is_ok()
        };
        let more = |now: usize, before: usize| now as i64 - before as i64;
        let (lines, pairs) = (more(now.len(), before.len()), more(found.pairs(), self.held.pairs()));
        let lost: Vec<_> = before.into_iter().filter(|line| !kept(line)).collect();
        Price {
            costs_more: found.objective() - self.held.objective(),
            lines_more: lines,
            pairs_more: pairs,
            lines_changed: lost.len(),
            lost,
            ..price
        }
    }
}

/// The World as if a lever had always had this value.
fn with_limit(world: &World, lever: Lever, value: i64) -> World {
    let mut other = world.clone();
    let days: Vec<Date> = std::iter::once(Date::MIN).chain(world.lever_history(lever).map(|(day, _)| day)).collect();
    for from in days {
        let setting = LeverSetting { value, reason: "what if".into(), by: None };
        LeverSet { lever, from, setting }.apply(&mut other, world.position);
    }
    other
}

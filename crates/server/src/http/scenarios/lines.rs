//! The rows of the workbench: every opening with whoever fills it, then every mover left without an assignment.

use std::collections::HashMap;

use axum::Json;
use muster_domain::allocation::SlateLine;
use muster_domain::{BilletId, Date, OfficeId, PersonId, ScenarioId, Text};
use muster_slate::{Mover, Opening, moved};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::super::asker::Asker;
use super::super::names::{BilletName, Names, OfficeName, PersonName, matches};
use super::super::paging::{Page, Paging, Place};
use super::super::problem::{Answer, Params, PathId, Problem};
use super::known;
use super::worked::{Work, aside};

/// A row of the workbench.
#[derive(Debug, Serialize, ToSchema)]
pub struct WorkRow {
    /// Who fills it; none for an opening left unfilled.
    pub person: Option<PersonName>,
    /// The opening; none for a mover left without an assignment.
    pub billet: Option<BilletName>,
    /// Its office.
    pub office: Option<OfficeName>,
    /// The command or agency above.
    pub command: Option<OfficeName>,
    /// The billet that the person leaves.
    pub from: Option<BilletName>,
    /// The report date; of an unfilled opening the day it falls open, of a mover the first day free.
    pub day: Date,
    /// Points of the line, or of leaving the opening or the person out.
    pub cost: i64,
    /// Whether the pair is locked.
    pub locked: bool,
    /// Whether the person's assignment, or the unfilled opening, differs from what the scenario is held against.
    pub moved: bool,
    /// Whether the last step changed it.
    pub stepped: bool,
    /// The billet that the person has in what the scenario is held against.
    pub before: Option<BilletName>,
    /// Points the whole slate would cost more with the next best person.
    pub runner_up_costs_more: Option<i64>,
}

/// Which rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WorkRows {
    /// Every one.
    #[default]
    All,
    /// Those that differ from what the scenario is held against.
    Moved,
    /// Those that the last step changed.
    Stepped,
    /// Locked pairs.
    Locked,
    /// Openings left unfilled.
    Unfilled,
    /// Movers left without an assignment.
    Unmatched,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct WorkFilter {
    /// Which rows; all unless given.
    #[param(inline)]
    show: Option<WorkRows>,
    /// Openings of this command or agency.
    #[param(value_type = Option<OfficeId>, inline)]
    command: Option<OfficeId>,
    /// Words in the names of person, billet or office.
    #[param(max_length = 100)]
    q: Option<String>,
}

/// A row before it is shown.
enum Raw<'s> {
    Line(usize, &'s SlateLine, &'s Opening),
    Unfilled(&'s Opening),
    Unmatched(&'s Mover),
}

impl Raw<'_> {
    fn person(&self) -> Option<PersonId> {
        match self {
            Self::Line(_, line, _) => Some(line.person),
            Self::Unfilled(_) => None,
            Self::Unmatched(mover) => Some(mover.person),
        }
    }

    fn opening(&self) -> Option<&Opening> {
        match self {
            Self::Line(_, _, opening) | Self::Unfilled(opening) => Some(opening),
            Self::Unmatched(_) => None,
        }
    }
}

/// What changed between two slates, by person and by billet.
#[derive(Default)]
struct Changed {
    people: HashMap<PersonId, Option<BilletId>>,
    billets: HashMap<BilletId, Option<BilletId>>,
}

impl Changed {
    fn between(before: &muster_slate::Assignments, now: &muster_slate::ComputedSlate) -> Self {
        let mut changed = Self::default();
        for it in moved(before, now) {
            changed.people.insert(it.person, it.before);
            changed.billets.extend(it.before.into_iter().chain(it.after).map(|billet| (billet, None)));
        }
        changed
    }

    fn touches(&self, raw: &Raw<'_>) -> bool {
        match (raw.person(), raw.opening()) {
            (Some(person), _) => self.people.contains_key(&person),
            (None, Some(opening)) => self.billets.contains_key(&opening.billet),
            (None, None) => false,
        }
    }
}

/// The rows of a scenario
#[utoipa::path(get, path = "/api/scenarios/{scenario}/lines", tag = "allocation", params(("scenario" = ScenarioId, Path, description = "The scenario"), WorkFilter, Paging), responses(
    (status = 200, body = Page<WorkRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn lines(
    asker: Asker,
    PathId(id): PathId<ScenarioId>,
    Params(filter): Params<WorkFilter>,
    Params(paging): Params<Paging>,
) -> Answer<Json<Page<WorkRow>>> {
    let work = Work::of(&asker, id).await?;
    aside(move || rows(&asker, id, &work, &filter, &paging)).await?.map(Json)
}

fn rows(asker: &Asker, id: ScenarioId, work: &Work, filter: &WorkFilter, paging: &Paging) -> Answer<Page<WorkRow>> {
    let (scenario, names) = (&known(asker, id)?.fact, Names::of(asker));
    let slate = &work.now.slate;
    let reference = work.reference(asker, scenario);
    let to_base = Changed::between(&reference, slate);
    let step =
        work.before.as_ref().map(|before| Changed::between(&before.slate.assignments(), slate)).unwrap_or_default();
    let openings = slate.openings().iter().map(|opening| match slate.line_of(opening.billet) {
        Some((number, line)) => Raw::Line(number, line, opening),
        None => Raw::Unfilled(opening),
    });
    let all = openings.chain(slate.unmatched().map(Raw::Unmatched));
    let wanted = all.filter(|raw| {
        let shown = match filter.show.unwrap_or_default() {
            WorkRows::All => true,
            WorkRows::Moved => to_base.touches(raw),
            WorkRows::Stepped => step.touches(raw),
            WorkRows::Locked => matches!(raw, Raw::Line(_, line, _) if slate.is_locked(line.person, line.billet)),
            WorkRows::Unfilled => matches!(raw, Raw::Unfilled(_)),
            WorkRows::Unmatched => matches!(raw, Raw::Unmatched(_)),
        };
        shown && in_command(asker, raw, filter.command) && found(asker, raw, filter.q.as_deref())
    });
    let placed = wanted.map(|raw| (order(asker, &raw), raw));
    let page = paging.page(placed, false, |raw| raw)?;
    let numbers: Vec<usize> = page
        .items
        .iter()
        .filter_map(|raw| match raw {
            Raw::Line(number, ..) => Some(*number),
            _ => None,
        })
        .collect();
    let next: HashMap<BilletId, i64> = slate
        .lines_with_runners_up(&numbers)
        .into_iter()
        .filter_map(|line| Some((line.billet, line.runner_up?.costs_more)))
        .collect();
    let show = |raw: &Raw<'_>| WorkRow {
        moved: to_base.touches(raw),
        stepped: step.touches(raw),
        before: raw.person().and_then(|person| reference.get(&person)).map(|billet| names.billet(*billet, asker.today)),
        runner_up_costs_more: raw.opening().and_then(|opening| next.get(&opening.billet)).copied(),
        ..shown(&names, work, raw)
    };
    Ok(Page { items: page.items.iter().map(show).collect(), next: page.next, total: page.total })
}

fn in_command(asker: &Asker, raw: &Raw<'_>, command: Option<OfficeId>) -> bool {
    let of = |opening: &Opening| asker.world.command_of(opening.office, opening.open_from);
    command.is_none_or(|asked| raw.opening().is_some_and(|opening| of(opening) == asked))
}

fn found(asker: &Asker, raw: &Raw<'_>, q: Option<&str>) -> bool {
    let Some(q) = q else { return true };
    let world = &asker.world;
    let person = raw.person().map_or("", |person| &world.people[person].name);
    match raw.opening() {
        None => matches(q, &[person]),
        Some(opening) => {
            let billet = &world.billets[opening.billet];
            let title = &billet.terms_near(opening.open_from).title;
            matches(q, &[person, title, &billet.number, &world.offices[opening.office].code])
        }
    }
}

/// By command, office and billet; people without an assignment come last, by name.
fn order(asker: &Asker, raw: &Raw<'_>) -> Place {
    let world = &asker.world;
    match raw {
        Raw::Line(_, _, opening) | Raw::Unfilled(opening) => {
            let command = &world.offices[world.command_of(opening.office, opening.open_from)].code;
            let office = &world.offices[opening.office].code;
            Place(Text::from(format!("0 {command} {office}")), opening.billet.0)
        }
        Raw::Unmatched(mover) => Place(Text::from(format!("1 {}", world.people[mover.person].name)), mover.person.0),
    }
}

/// A row as it stands, without what it is held against.
fn shown(names: &Names, work: &Work, raw: &Raw<'_>) -> WorkRow {
    let slate = &work.now.slate;
    let row = WorkRow {
        person: raw.person().and_then(|person| names.person(person)),
        billet: raw.opening().map(|opening| names.billet(opening.billet, opening.open_from)),
        office: raw.opening().map(|opening| names.office(opening.office)),
        command: raw.opening().map(|opening| names.command(opening.office, opening.open_from)),
        from: None,
        day: Date::MIN,
        cost: 0,
        locked: false,
        moved: false,
        stepped: false,
        before: None,
        runner_up_costs_more: None,
    };
    match raw {
        Raw::Line(_, line, _) => {
            let mover = slate.movers().iter().find(|mover| mover.person == line.person);
            let from = mover.and_then(|mover| Some(names.billet(mover.from?, mover.free)));
            let locked = slate.is_locked(line.person, line.billet);
            WorkRow { from, day: line.report, cost: line.cost, locked, ..row }
        }
        Raw::Unfilled(opening) => WorkRow { day: opening.open_from, cost: opening.cost, ..row },
        Raw::Unmatched(mover) => WorkRow {
            from: mover.from.map(|billet| names.billet(billet, mover.free)),
            day: mover.free,
            cost: slate.unassigned_cost(mover.person),
            ..row
        },
    }
}

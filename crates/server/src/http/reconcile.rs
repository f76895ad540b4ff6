//! The queue of what systems of record contradict: with who owns it, how old it is, and the evidence side by side.

use std::collections::BTreeMap;

use axum::Json;
use axum::response::Response;
use muster_domain::sources::{Candidate, Link, Provenance, RowFacts, Source, owner_of, provenance};
use muster_domain::workforce::{Contradiction, ContradictionKind, Outcome, Standing, Taken};
use muster_domain::{ContradictionId, Date, OfficeId, PersonId, Position, SourceId, Text, TourId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::asker::Asker;
use super::etag::versioned;
use super::names::{BilletName, Names, OfficeName, PersonName, TurnName, matches};
use super::paging::{Page, Paging, Place};
use super::problem::{Answer, Params, PathId, Problem};
use crate::policy::{FieldClass, Question};

/// Where a contradiction stands, without its particulars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names of the standings")]
pub enum StandingKind {
    Open,
    Deferred,
    SentBack,
    Resolved,
    Settled,
}

impl From<Standing> for StandingKind {
    fn from(standing: Standing) -> Self {
        match standing {
            Standing::Open => Self::Open,
            Standing::Deferred { .. } => Self::Deferred,
            Standing::SentBack { .. } => Self::SentBack,
            Standing::Resolved { .. } => Self::Resolved,
            Standing::Settled { .. } => Self::Settled,
        }
    }
}

/// Which contradictions.
#[derive(Debug, Default, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct QueueFilter {
    /// Of this kind.
    #[param(inline)]
    kind: Option<ContradictionKind>,
    /// Of this source.
    #[param(value_type = Option<SourceId>, inline)]
    source: Option<SourceId>,
    /// Whose source this owner owns, as answers name owners.
    #[param(max_length = 100)]
    owner: Option<String>,
    /// Standing so; without it what is neither resolved nor settled.
    #[param(inline)]
    standing: Option<StandingKind>,
    /// Noted so many days ago or longer.
    #[param(minimum = 0, maximum = 100_000)]
    older_than: Option<i32>,
    /// About this person.
    #[param(value_type = Option<PersonId>, inline)]
    person: Option<PersonId>,
    /// About people or billets of this office, or of this command with all below it.
    #[param(value_type = Option<OfficeId>, inline)]
    office: Option<OfficeId>,
    /// Words in the detail, the person's name, the position number or the row.
    #[param(max_length = 100)]
    q: Option<String>,
    /// Whether positions and people that manning documents lost are meant, and nothing else.
    lost: Option<bool>,
}

/// A contradiction in the queue.
#[derive(Debug, Serialize, ToSchema)]
pub struct QueueRow {
    /// Its id.
    pub id: ContradictionId,
    /// What kind.
    pub kind: ContradictionKind,
    /// The system of record.
    pub source: Text,
    /// Its id, where it is a defined source.
    pub source_id: Option<SourceId>,
    /// Who owns it.
    pub owner: String,
    /// The day it was noted.
    pub noted: Date,
    /// Days since.
    pub age_days: i32,
    /// Where it stands.
    pub standing: StandingKind,
    /// Until when it is put off.
    pub until: Option<Date>,
    /// Who has the ball, where it was sent back.
    pub turn: Option<TurnName>,
    /// How it was resolved.
    pub outcome: Option<Outcome>,
    /// The person it concerns.
    pub person: Option<PersonName>,
    /// The billet it concerns.
    pub billet: Option<BilletName>,
    /// The office of that billet.
    pub office: Option<OfficeName>,
    /// The tour it concerns.
    pub tour: Option<TourId>,
    /// The key of the row that says so.
    pub row: Option<Text>,
    /// Whom the row may be, the likeliest first.
    pub candidates: Vec<CandidateName>,
    /// What was found.
    pub detail: Text,
}

/// Somebody a row may be.
#[derive(Debug, Serialize, ToSchema)]
pub struct CandidateName {
    /// Who.
    pub person: PersonName,
    /// Their number.
    pub number: Text,
    /// Where they serve today.
    pub office: Option<OfficeName>,
    /// How likely, per mille.
    pub likely_per_mille: u16,
    /// What speaks for and against, in words without values.
    pub evidence: Vec<Text>,
}

/// A step taken on a contradiction.
#[derive(Debug, Serialize, ToSchema)]
pub struct StepRow {
    /// The day.
    pub on: Date,
    /// What was done.
    pub standing: StandingKind,
    /// Why, where it is the asker's to see.
    pub reason: Option<Text>,
}

/// What a row of a source says.
#[derive(Debug, Serialize, ToSchema)]
pub struct RowPage {
    /// Its key.
    pub key: Text,
    /// What it says; ordinary facts only.
    pub facts: RowFacts,
    /// Since which file's day it says so.
    pub since: Date,
    /// The day of the first file without it.
    pub missing_since: Option<Date>,
    /// Whose it is: `vacant`, `exact`, `decided`, `nobody` or `open`.
    pub link: String,
    /// The person it is known to be.
    pub person: Option<PersonName>,
}

/// A contradiction with its evidence.
#[derive(Debug, Serialize, ToSchema)]
pub struct QueuePage {
    /// As in the queue.
    #[serde(flatten)]
    pub item: QueueRow,
    /// What was done, earliest first.
    pub steps: Vec<StepRow>,
    /// What the row says.
    pub said: Option<RowPage>,
    /// What is held of the person, field by field, with who says otherwise.
    pub held: Vec<Provenance>,
    /// The position that last changed it.
    pub changed: Position,
}

/// How many of a kind, source, owner or standing wait.
#[derive(Debug, Serialize, ToSchema)]
pub struct QueueCount {
    /// What is counted.
    pub name: String,
    /// How many.
    pub count: usize,
}

/// The queue in numbers, of what the asker may see.
#[derive(Debug, Serialize, ToSchema)]
pub struct QueueSummary {
    /// Neither resolved nor settled.
    pub live: usize,
    /// Waiting for a decision.
    pub open: usize,
    /// With owners of sources.
    pub sent_back: usize,
    /// With owners who are late.
    pub overdue: usize,
    /// Waiting for a decision for more than thirty days.
    pub old: usize,
    /// People and positions that manning documents lost and nobody decided on.
    pub lost: usize,
    /// By kind.
    pub kinds: Vec<QueueCount>,
    /// By source.
    pub sources: Vec<QueueCount>,
    /// By owner.
    pub owners: Vec<QueueCount>,
}

/// Days after which something that waits for a decision counts as old in the summary.
const OLD_DAYS: i32 = 30;

/// The candidates that the asker may see.
pub(super) fn candidate_names(names: &Names, candidates: &[Candidate]) -> Vec<CandidateName> {
    let named = |candidate: &Candidate| {
        Some(CandidateName {
            person: names.person(candidate.person)?,
            number: names.world.people[candidate.person].number.clone(),
            office: names.world.home_of(candidate.person, names.today).map(|office| names.office(office)),
            likely_per_mille: candidate.likely_per_mille,
            evidence: candidate.evidence.clone(),
        })
    };
    candidates.iter().filter_map(named).collect()
}

/// What may be seen of a contradiction: that of a double entry names another person, whom only those who see people
/// everywhere may know.
fn detail(asker: &Asker, held: &Contradiction) -> Text {
    let names_another = held.kind == ContradictionKind::DuplicatePerson;
    if names_another && !asker.scope(Question::Contradictions).sees_headquarters(&asker.world) {
        "Another entry seems to be the same person.".into()
    } else {
        held.detail.clone()
    }
}

/// Whether a manning document lost somebody or something.
fn is_lost(asker: &Asker, held: &Contradiction) -> bool {
    let source = asker.world.keys.source.get(&held.source).map(|id| &asker.world.sources[*id]);
    let document = |source: &Source| source.kind() == muster_domain::sources::SourceKind::ManningDocument;
    matches!(held.kind, ContradictionKind::PersonNotListed | ContradictionKind::BilletNotListed)
        && source.is_some_and(document)
}

fn age(held: &Contradiction, today: Date) -> i32 {
    muster_domain::kernel::days_between(held.noted, today).max(0)
}

pub(super) fn row(asker: &Asker, names: &Names, id: ContradictionId) -> QueueRow {
    let (world, today) = (&*asker.world, asker.today);
    let held = &world.contradictions[id];
    let standing = held.standing_on(today);
    let said = held.row.as_ref().and_then(|at| world.sources.get(at.source)?.rows.get(&at.key));
    let open = said.filter(|row| row.link == Link::Open);
    QueueRow {
        id,
        kind: held.kind,
        source: held.source.clone(),
        source_id: world.keys.source.get(&held.source).copied(),
        owner: owner_of(world, held).name(world),
        noted: held.noted,
        age_days: age(held, today),
        standing: standing.into(),
        until: if let Standing::Deferred { until } = standing { Some(until) } else { None },
        turn: if let Standing::SentBack { turn } = standing { Some(names.turn(&turn)) } else { None },
        outcome: if let Standing::Resolved { outcome } = standing { Some(outcome) } else { None },
        person: held.person.and_then(|person| names.person(person)),
        billet: held.billet.map(|billet| names.billet(billet, today)),
        office: held.billet.map(|billet| names.office(world.billets[billet].terms_near(today).office)),
        tour: held.tour,
        row: held.row.as_ref().map(|row| row.key.clone()),
        candidates: open.map(|row| candidate_names(names, &row.candidates)).unwrap_or_default(),
        detail: detail(asker, held),
    }
}

impl QueueFilter {
    fn admits(&self, asker: &Asker, names: &Names, held: &Contradiction) -> bool {
        let (world, today) = (&*asker.world, asker.today);
        let standing = || StandingKind::from(held.standing_on(today));
        let within = |office: OfficeId, home: OfficeId| home == office || world.command_of(home, today) == office;
        self.kind.is_none_or(|kind| held.kind == kind)
            && self.standing.map_or_else(|| held.is_live(), |wanted| standing() == wanted)
            && self.source.is_none_or(|id| world.sources.get(id).is_some_and(|source| source.name == held.source))
            && self.person.is_none_or(|person| held.person == Some(person))
            && self.older_than.is_none_or(|days| age(held, today) >= days)
            && self.lost.is_none_or(|lost| is_lost(asker, held) == lost)
            && self.owner.as_ref().is_none_or(|owner| owner_of(world, held).name(world) == *owner)
            && self.office.is_none_or(|office| {
                let billet = held.billet.map(|billet| world.billets[billet].terms_near(today).office);
                let home = billet.or_else(|| held.person.and_then(|person| world.home_of(person, today)));
                home.is_some_and(|home| within(office, home))
            })
            && self.q.as_ref().is_none_or(|q| {
                let person = held.person.and_then(|id| names.person(id)).map(|person| person.name);
                let billet = held.billet.map(|id| world.billets[id].number.clone());
                let detail = detail(asker, held);
                let row = held.row.as_ref().map(|row| row.key.clone());
                let texts = [Some(detail), person, billet, row];
                let texts: Vec<&str> = texts.iter().flatten().map(|text| text.as_str()).collect();
                matches(q, &texts)
            })
    }
}

/// What systems of record contradict
#[utoipa::path(get, path = "/api/reconcile", tag = "sources", params(QueueFilter, Paging), responses(
    (status = 200, body = Page<QueueRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn list(
    asker: Asker,
    Params(filter): Params<QueueFilter>,
    Params(paging): Params<Paging>,
) -> Answer<Json<Page<QueueRow>>> {
    let names = Names::of(&asker);
    let scope = asker.scope(Question::Contradictions);
    let world = &*asker.world;
    let rows = world
        .contradictions
        .iter()
        .filter(|(_, held)| scope.sees_contradiction(world, held, asker.today) && filter.admits(&asker, &names, held))
        .map(|(id, held)| (Place(Text::from(held.noted.to_string()), id.0), id));
    paging.page(rows, false, |id| row(&asker, &names, id)).map(Json)
}

/// The queue in numbers
#[utoipa::path(get, path = "/api/reconcile/summary", tag = "sources", params(QueueFilter), responses(
    (status = 200, body = QueueSummary), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn summary(asker: Asker, Params(filter): Params<QueueFilter>) -> Json<QueueSummary> {
    let names = Names::of(&asker);
    let scope = asker.scope(Question::Contradictions);
    let (world, today) = (&*asker.world, asker.today);
    let mut summary = QueueSummary {
        live: 0,
        open: 0,
        sent_back: 0,
        overdue: 0,
        old: 0,
        lost: 0,
        kinds: Vec::new(),
        sources: Vec::new(),
        owners: Vec::new(),
    };
    let (mut kinds, mut sources, mut owners) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
    for (_, held) in world.contradictions.iter() {
        if !scope.sees_contradiction(world, held, today) || !filter.admits(&asker, &names, held) {
            continue;
        }
        summary.live += usize::from(held.is_live());
        let standing = held.standing_on(today);
        match standing {
            Standing::Open => {
                summary.open += 1;
                summary.old += usize::from(age(held, today) > OLD_DAYS);
            }
            Standing::SentBack { turn } => {
                summary.sent_back += 1;
                summary.overdue += usize::from(turn.is_late(today));
            }
            _ => {}
        }
        summary.lost += usize::from(standing == Standing::Open && is_lost(&asker, held));
        *kinds.entry(held.kind).or_insert(0) += 1;
        *sources.entry(held.source.to_string()).or_insert(0) += 1;
        *owners.entry(owner_of(world, held).name(world)).or_insert(0) += 1;
    }
    let word = |kind: ContradictionKind| {
        serde_json::to_value(kind).ok().and_then(|word| word.as_str().map(str::to_owned)).unwrap_or_default()
    };
    summary.kinds = counted(kinds.into_iter().map(|(kind, count)| (word(kind), count)));
    summary.sources = counted(sources.into_iter());
    summary.owners = counted(owners.into_iter());
    Json(summary)
}

/// The most frequent first.
fn counted(counts: impl Iterator<Item = (String, usize)>) -> Vec<QueueCount> {
    let mut counts: Vec<QueueCount> = counts.map(|(name, count)| QueueCount { name, count }).collect();
    counts.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.name.cmp(&b.name)));
    counts
}

/// One contradiction with its evidence
#[utoipa::path(get, path = "/api/reconcile/{contradiction}", tag = "sources", params(("contradiction" = ContradictionId, Path, description = "The contradiction")), responses(
    (status = 200, body = QueuePage), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn show(asker: Asker, PathId(id): PathId<ContradictionId>) -> Answer<Response> {
    let (world, today) = (&*asker.world, asker.today);
    let names = Names::of(&asker);
    let held = world.contradictions.row(id).ok_or_else(Problem::not_found)?;
    if !asker.scope(Question::Contradictions).sees_contradiction(world, &held.fact, today) {
        return Err(Problem::not_found());
    }
    let contradiction = &held.fact;
    let personal = asker.class_scope(Question::People, FieldClass::Personal);
    let reasons = contradiction.person.is_none_or(|person| personal.sees_person(world, person, today));
    let steps = contradiction.steps.iter().map(|step| StepRow {
        on: step.on,
        standing: match step.taken {
            Taken::Resolved(_) => StandingKind::Resolved,
            Taken::Deferred(_) => StandingKind::Deferred,
            Taken::SentBack(_) => StandingKind::SentBack,
            Taken::Settled => StandingKind::Settled,
        },
        reason: step.reason.clone().filter(|_| reasons),
    });
    let person = contradiction.person.filter(|person| names.person(*person).is_some());
    let page = QueuePage {
        item: row(&asker, &names, id),
        steps: steps.collect(),
        said: said(&asker, &names, contradiction),
        held: person.map(|person| provenance(world, person, today)).unwrap_or_default(),
        changed: held.changed,
    };
    Ok(versioned(held.changed, page))
}

/// The row that says so; or, of a person whom a source should name, none. Of somebody whom the asker may not see, only
/// what it says of the position: a row about a billet names its incumbent too.
fn said(asker: &Asker, names: &Names, held: &Contradiction) -> Option<RowPage> {
    let at = held.row.as_ref()?;
    let row = asker.world.sources.get(at.source)?.rows.get(&at.key)?;
    let link = match row.link {
        Link::Vacant => "vacant",
        Link::Exact(_) => "exact",
        Link::Decided { person: Some(_), .. } => "decided",
        Link::Decided { person: None, .. } => "nobody",
        Link::Open => "open",
    };
    let seen = match row.link.person() {
        Some(person) => names.person(person).is_some(),
        None => names.people.sees_headquarters(&asker.world),
    };
    Some(RowPage {
        key: at.key.clone(),
        facts: if seen { row.facts.clone() } else { row.facts.of_the_position() },
        since: row.since,
        missing_since: row.missing_since,
        link: link.to_owned(),
        person: row.link.person().and_then(|person| names.person(person)),
    })
}

//! Systems of record: what each last said, how its files are read, trying a file and loading it, and what is asked of its
//! owner.

use axum::Json;
use axum::body::Bytes;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use muster_domain::sources::{
    DefineSource, FieldGroup, Format, Load, Profile, RowFacts, SourceKind, measures, order_on,
};
use muster_domain::workforce::{ContradictionKind, Standing};
use muster_domain::{Context, Date, Decide, Position, SourceId, Text, World};
use muster_exchange::import::ColumnGuide;
use muster_exchange::sources::{
    BUILT_IN, Detected, LoadOptions, LoadPlan, SourceFile, corrections as correction_list, detect as look_at, guide,
    plan,
};
use muster_exchange::tabular::{FileRefused, Limits};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::asker::Asker;
use super::etag::versioned;
use super::names::Names;
use super::problem::{Answer, JsonText, Params, PathId, Problem};
use super::reconcile::{CandidateName, candidate_names};
use super::state::App;
use crate::desk::Submission;
use crate::policy::{FieldClass, Question};

/// The largest file taken, in bytes: ten times the roster of the whole service.
const LARGEST_FILE: usize = 32 * 1024 * 1024;
/// Items of each list that an answer about a file shows.
const SHOWN: usize = 200;

/// The routes, with a limit of their own for what they take.
pub(super) fn routes() -> OpenApiRouter<App> {
    let files = OpenApiRouter::new()
        .routes(routes!(detect))
        .routes(routes!(try_draft))
        .routes(routes!(try_file))
        .routes(routes!(load))
        .layer(DefaultBodyLimit::max(LARGEST_FILE));
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(kinds))
        .routes(routes!(show))
        .routes(routes!(profile))
        .routes(routes!(corrections))
        .merge(files)
}

/// A source in the list.
#[derive(Debug, Serialize, ToSchema)]
pub struct SourceRow {
    /// Its id.
    pub id: SourceId,
    /// Its name.
    pub name: Text,
    /// What kind it is.
    pub kind: SourceKind,
    /// Who owns it.
    pub owner: String,
    /// Days between two of its files.
    pub cadence_days: u16,
    /// The day its last file speaks of.
    pub as_of: Option<Date>,
    /// The day after which its next file is late.
    pub due: Option<Date>,
    /// Whether it is late, or was never loaded.
    pub stale: bool,
    /// Rows that its last file had.
    pub rows: u32,
    /// Rows whose person is known.
    pub matched: u32,
    /// Rows that name somebody who is not known.
    pub unmatched: u32,
    /// Rows decided to be nobody of ours.
    pub set_aside: u32,
    /// People and billets it should name and does not.
    pub lacking: u32,
    /// Contradictions that wait for a decision.
    pub open: u32,
    /// Contradictions that are with its owner.
    pub sent_back: u32,
    /// The journal position that last changed it.
    pub changed: Position,
}

/// A source with its definition and its loads.
#[derive(Debug, Serialize, ToSchema)]
pub struct SourcePage {
    /// As in the list.
    #[serde(flatten)]
    pub row: SourceRow,
    /// How it is kept and read, as the command `define_source` takes it.
    pub definition: DefineSource,
    /// Its loads, the latest first.
    pub loads: Vec<Load>,
    /// The groups of fields on which it is believed before the owner of a row today.
    pub believed: Vec<FieldGroup>,
}

/// A field that a column may be mapped to.
#[derive(Debug, Serialize, ToSchema)]
pub struct FieldGuide {
    /// Its name.
    pub name: String,
    /// Whether every profile of the kind maps it.
    pub needed: bool,
    /// What its cells hold.
    pub holds: String,
    /// What it means.
    pub meaning: String,
}

/// A kind of source.
#[derive(Debug, Serialize, ToSchema)]
pub struct KindGuide {
    /// The kind.
    pub kind: SourceKind,
    /// The name people use.
    pub title: String,
    /// The fields of its rows.
    pub fields: Vec<FieldGuide>,
    /// An example of its profile.
    pub example: Profile,
}

fn service_of(definition: &DefineSource) -> Option<muster_domain::Service> {
    match (definition.kind, &definition.coverage.services[..]) {
        (SourceKind::ServiceRoster, [only]) => Some(*only),
        _ => None,
    }
}

/// Headquarters sees every source, a service its own roster.
fn sees(asker: &Asker, definition: &DefineSource) -> bool {
    let scope = asker.scope(Question::Sources);
    scope.sees_headquarters(&asker.world) || service_of(definition).is_some_and(|service| scope.sees_service(service))
}

fn seen(asker: &Asker, id: SourceId) -> Answer<()> {
    let source = asker.world.sources.get(id).ok_or_else(Problem::not_found)?;
    if sees(asker, &source.definition) { Ok(()) } else { Err(Problem::not_found()) }
}

fn row(asker: &Asker, id: SourceId) -> SourceRow {
    let (world, today) = (&*asker.world, asker.today);
    let (source, counted) = (&world.sources[id], measures(world, id, today));
    let (mut open, mut sent_back) = (0, 0);
    for (_, held) in world.contradictions.iter().filter(|(_, held)| held.source == source.name) {
        match held.standing_on(today) {
            Standing::Open => open += 1,
            Standing::SentBack { .. } => sent_back += 1,
            _ => {}
        }
    }
    SourceRow {
        id,
        name: source.name.clone(),
        kind: source.kind(),
        owner: source.definition.owner.name(world),
        cadence_days: source.definition.cadence_days,
        as_of: source.loads.last().map(|load| load.as_of),
        due: source.due(),
        stale: counted.stale,
        rows: counted.rows,
        matched: counted.matched,
        unmatched: counted.unmatched,
        set_aside: counted.set_aside,
        lacking: counted.lacking,
        open,
        sent_back,
        changed: world.sources.row(id).map(|row| row.changed).unwrap_or_default(),
    }
}

/// The systems of record
#[utoipa::path(get, path = "/api/sources", tag = "sources", responses(
    (status = 200, body = Vec<SourceRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn list(asker: Asker) -> Json<Vec<SourceRow>> {
    let sources = asker.world.sources.iter().filter(|(_, source)| sees(&asker, &source.definition));
    Json(sources.map(|(id, _)| row(&asker, id)).collect())
}

/// The kinds of sources with the fields of each
#[utoipa::path(get, path = "/api/source-kinds", tag = "sources", responses(
    (status = 200, body = Vec<KindGuide>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn kinds(asker: Asker) -> Json<Vec<KindGuide>> {
    let kind = |(kind, (_, text)): (&SourceKind, (&str, &str))| KindGuide {
        kind: *kind,
        title: kind.title().to_owned(),
        fields: guide(*kind).into_iter().map(field).collect(),
        example: SourceFile::read(text)
            .and_then(|file| file.define(&asker.world))
            .expect("a test reads every example profile")
            .profile,
    };
    Json(SourceKind::ALL.iter().zip(BUILT_IN).map(kind).collect())
}

fn field(guide: ColumnGuide) -> FieldGuide {
    FieldGuide {
        name: guide.name.to_owned(),
        needed: guide.presence == "required",
        holds: guide.holds,
        meaning: guide.meaning.to_owned(),
    }
}

/// One system of record
#[utoipa::path(get, path = "/api/sources/{source}", tag = "sources", params(("source" = SourceId, Path, description = "The source")), responses(
    (status = 200, body = SourcePage), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn show(asker: Asker, PathId(id): PathId<SourceId>) -> Answer<Response> {
    seen(&asker, id)?;
    let source = &asker.world.sources[id];
    let believed = |group: &&FieldGroup| order_on(&asker.world, **group, asker.today).contains(&id);
    let page = SourcePage {
        row: row(&asker, id),
        definition: DefineSource::clone(&source.definition),
        loads: source.loads.iter().rev().cloned().collect(),
        believed: FieldGroup::ALL.iter().filter(believed).copied().collect(),
    };
    Ok(versioned(page.row.changed, page))
}

/// The profile of a source as a file
#[utoipa::path(get, path = "/api/sources/{source}/profile", tag = "sources", params(("source" = SourceId, Path, description = "The source")), responses(
    (status = 200, description = "The profile", content((String = "application/toml"))),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn profile(asker: Asker, PathId(id): PathId<SourceId>) -> Answer<Response> {
    seen(&asker, id)?;
    let text = SourceFile::of(&asker.world, &asker.world.sources[id].definition).write();
    Ok(attachment("application/toml", format!("profile-{id}.toml"), text.into_bytes()))
}

fn attachment(kind: &str, file: String, bytes: Vec<u8>) -> Response {
    let file = format!("attachment; filename=\"{file}\"");
    ([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, file)], bytes).into_response()
}

/// What is asked of the owner of a source, in the source's own columns
#[utoipa::path(get, path = "/api/sources/{source}/corrections", tag = "sources", params(("source" = SourceId, Path, description = "The source")), responses(
    (status = 200, description = "The correction list", content((String = "text/csv"), (String = "text/plain"), (String = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn corrections(asker: Asker, PathId(id): PathId<SourceId>) -> Answer<Response> {
    seen(&asker, id)?;
    let (world, today) = (&*asker.world, asker.today);
    let scope = asker.scope(Question::Contradictions);
    let reasons = asker.class_scope(Question::People, FieldClass::Personal).sees_headquarters(world);
    let list = correction_list(world, id, today, reasons, |held| scope.sees_contradiction(world, held, today));
    let bytes = list.write().map_err(|error| {
        Problem::new(StatusCode::INTERNAL_SERVER_ERROR, format!("The list could not be written: {error}"))
    })?;
    Ok(attachment(list.media_type(), format!("corrections-{id}-{today}.{}", list.extension()), bytes))
}

/// A sample to look at.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Sample {
    /// What kind of source it is of.
    kind: SourceKind,
    /// The file's name.
    file: String,
    /// The file's bytes in base 64.
    content: String,
    /// For a fixed-width file the places of its columns.
    places: Option<Profile>,
}

/// A column of a sample.
#[derive(Debug, Serialize, ToSchema)]
pub struct SampleColumn {
    /// Its name.
    column: String,
    /// Values in it, the most frequent first.
    values: Vec<String>,
    /// How many different values were seen.
    distinct: usize,
    /// The field it most likely is; empty where none is like it.
    field: String,
    /// Values that the field does not take without a translation.
    codes: Vec<String>,
}

/// What a sample looks like, or why it does not read.
#[derive(Debug, Serialize, ToSchema)]
pub struct Look {
    /// Its columns.
    columns: Vec<SampleColumn>,
    /// Rows looked at.
    rows: usize,
    /// A profile to begin from.
    profile: Option<Profile>,
    /// Why it does not read.
    refused: Option<RefusedFile>,
}

/// A file that is not taken, with everything that is wrong with it.
#[derive(Debug, Serialize, ToSchema)]
pub struct RefusedFile {
    /// What is wrong, in the order of the file.
    faults: Vec<FileFault>,
    /// Faults beyond those listed.
    further: usize,
}

/// One thing wrong with a file.
#[derive(Debug, Serialize, ToSchema)]
pub struct FileFault {
    /// Line of the file, or row of the sheet.
    line: Option<u64>,
    /// Column, as the file names it.
    column: Option<String>,
    /// What was found.
    found: String,
    /// What would have been taken.
    expected: String,
    /// The valid value most like what was found.
    nearest: Option<String>,
}

impl From<FileRefused> for RefusedFile {
    fn from(refused: FileRefused) -> Self {
        let further = refused.further + refused.faults.len().saturating_sub(SHOWN);
        let fault = |fault: muster_exchange::tabular::Fault| FileFault {
            line: fault.line,
            column: fault.column,
            found: fault.found,
            expected: fault.expected,
            nearest: fault.nearest,
        };
        Self { faults: refused.faults.into_iter().take(SHOWN).map(fault).collect(), further }
    }
}

fn read_body<T: serde::de::DeserializeOwned>(body: &str) -> Answer<T> {
    serde_json::from_str(body).map_err(|error| {
        Problem::new(StatusCode::UNPROCESSABLE_ENTITY, format!("The body does not read: {error}."))
            .mend("Compare it with the schema in /api/openapi.json.")
    })
}

fn content(base64: &str) -> Answer<Vec<u8>> {
    STANDARD.decode(base64).map_err(|_| {
        Problem::new(StatusCode::UNPROCESSABLE_ENTITY, "`content` is not base 64.")
            .mend("Send the file's bytes as such.")
    })
}

fn limits() -> Limits {
    Limits { bytes: LARGEST_FILE as u64, faults: 2_000, ..Limits::default() }
}

/// Reading takes seconds for a large file: beside the runtime.
async fn beside<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Answer<T> {
    tokio::task::spawn_blocking(work)
        .await
        .map_err(|_| Problem::new(StatusCode::INTERNAL_SERVER_ERROR, "Reading the file stopped; it was logged."))
}

/// Look at a sample: its columns, and the field that each most likely is
#[utoipa::path(post, path = "/api/sources/detect", tag = "sources", request_body = Sample, responses(
    (status = 200, body = Look), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn detect(_asker: Asker, JsonText(body): JsonText) -> Answer<Json<Look>> {
    let sample: Sample = read_body(&body)?;
    let bytes = content(&sample.content)?;
    let looked = beside(move || look_at(sample.kind, &sample.file, &bytes, sample.places.as_ref(), &limits())).await?;
    Ok(Json(match looked {
        Ok(detected) => looked_at(detected),
        Err(refused) => Look { columns: Vec::new(), rows: 0, profile: None, refused: Some(refused.into()) },
    }))
}

fn looked_at(detected: Detected) -> Look {
    let profile = Some(detected.profile()).filter(|profile| profile.format != Format::FixedWidth);
    let column = |column: muster_exchange::sources::DetectedColumn| SampleColumn {
        column: column.column,
        values: column.values,
        distinct: column.distinct,
        field: column.field,
        codes: column.codes,
    };
    let rows = detected.rows;
    Look { columns: detected.columns.into_iter().map(column).collect(), rows, profile, refused: None }
}

/// What a file is, beside its bytes.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct FileParams {
    /// The file's name.
    #[param(max_length = 200)]
    file: String,
    /// The day it speaks of; today unless given.
    as_of: Option<Date>,
    /// It is a part of a file: what it lacks is not gone.
    sample: Option<bool>,
}

/// A definition not yet given, with a sample to try it on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Draft {
    /// The definition.
    definition: DefineSource,
    /// The sample's name.
    file: String,
    /// The sample's bytes in base 64.
    content: String,
    /// The day it speaks of; today unless given.
    as_of: Option<Date>,
}

/// A field that would change. Sealed values are named, not shown.
#[derive(Debug, Serialize, ToSchema)]
pub struct Change {
    /// What it is about.
    subject: String,
    /// The field; `new` for a row that is not held yet.
    field: String,
    /// What is held.
    before: Option<String>,
    /// What the file says.
    after: Option<String>,
}

/// A contradiction that a file would bring.
#[derive(Debug, Serialize, ToSchema)]
pub struct Flag {
    /// What kind.
    kind: ContradictionKind,
    /// The row that says so.
    row: Option<Text>,
    /// What was found.
    detail: Text,
}

/// A row as the profile reads it.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReadRow {
    /// Its line in the file.
    line: u64,
    /// Its key in the source.
    key: Text,
    /// What it says; sealed columns are read and not shown.
    facts: RowFacts,
}

/// Whom a row may be.
#[derive(Debug, Serialize, ToSchema)]
pub struct RowProposal {
    /// Its line in the file.
    line: u64,
    /// Its key in the source.
    key: Text,
    /// Those the asker may see, the likeliest first.
    candidates: Vec<CandidateName>,
}

/// What a file brings or would bring. Each list shows its first 200.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct Brought {
    /// Whether it was taken.
    taken: bool,
    /// The journal position of the load.
    position: Option<Position>,
    /// Rows in the file.
    rows: usize,
    /// Rows that are new, say something new, or are back.
    changed: usize,
    /// Rows that say what they said.
    unchanged: usize,
    /// Rows that a full file has no more.
    gone: usize,
    /// Fields that change by the rows the source owns, in all.
    change_count: usize,
    /// The first of them.
    changes: Vec<Change>,
    /// Contradictions it brings, in all.
    contradiction_count: usize,
    /// The first of them.
    contradictions: Vec<Flag>,
    /// Contradictions whose cause it takes away.
    settled: usize,
    /// Rows whose person is to be decided, in all.
    proposal_count: usize,
    /// The first of them.
    proposals: Vec<RowProposal>,
    /// The first rows as they are read.
    sample: Vec<ReadRow>,
    /// Things worth knowing.
    notes: Vec<String>,
    /// Why the file is not taken at all.
    refused: Option<RefusedFile>,
}

fn brought(asker: &Asker, plan: &LoadPlan) -> Brought {
    let names = Names::of(asker);
    let note = |note: &muster_exchange::import::Note| {
        note.line.map_or_else(|| note.note.clone(), |line| format!("Line {line}: {}", note.note))
    };
    Brought {
        rows: plan.rows.len(),
        changed: plan.changed,
        unchanged: plan.unchanged,
        gone: plan.gone.len(),
        change_count: plan.differences.len(),
        changes: plan
            .differences
            .iter()
            .take(SHOWN)
            .map(|one| Change {
                subject: one.subject.clone(),
                field: one.field.clone(),
                before: one.before.clone(),
                after: one.after.clone(),
            })
            .collect(),
        contradiction_count: plan.contradictions.len(),
        contradictions: plan
            .contradictions
            .iter()
            .take(SHOWN)
            .map(|noted| Flag {
                kind: noted.kind,
                row: noted.row.as_ref().map(|row| row.key.clone()),
                detail: noted.detail.clone(),
            })
            .collect(),
        settled: plan.settled,
        proposal_count: plan.proposals.len(),
        proposals: plan
            .proposals
            .iter()
            .take(SHOWN)
            .map(|proposal| RowProposal {
                line: proposal.line,
                key: proposal.key.clone(),
                candidates: candidate_names(&names, &proposal.candidates),
            })
            .collect(),
        sample: plan
            .rows
            .iter()
            .take(20)
            .map(|said| ReadRow { line: said.line, key: said.key.clone(), facts: said.facts.clone() })
            .collect(),
        notes: plan.notes.iter().take(SHOWN).map(note).collect(),
        ..Brought::default()
    }
}

fn options(asker: &Asker, as_of: Option<Date>, sample: bool) -> Answer<LoadOptions> {
    Ok(LoadOptions { as_of: asker.date(as_of)?, today: asker.today, limits: limits(), sample })
}

fn refused(refused: FileRefused) -> Brought {
    Brought { refused: Some(refused.into()), ..Brought::default() }
}

/// Try a definition that is not yet given on a sample
#[utoipa::path(post, path = "/api/sources/try", tag = "sources", request_body = Draft, responses(
    (status = 200, body = Brought), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn try_draft(asker: Asker, JsonText(body): JsonText) -> Answer<Json<Brought>> {
    let draft: Draft = read_body(&body)?;
    if !sees(&asker, &draft.definition) {
        return Err(Problem::forbidden("None of your roles may try this source."));
    }
    let bytes = content(&draft.content)?;
    let options = options(&asker, draft.as_of, true)?;
    let mut world = World::clone(&asker.world);
    let events = draft.definition.decide(&world, &Context { today: asker.today, actor: Some(asker.account) })?;
    let at = Position(world.position.0 + 1);
    events.iter().for_each(|event| world.apply(event, at));
    let id = world.keys.source.get(&draft.definition.name).copied().ok_or_else(Problem::not_found)?;
    let asked = asker.clone();
    let answer = beside(move || match plan(id, &draft.file, &bytes, &world, &options) {
        Ok(plan) => brought(&asked, &plan),
        Err(error) => refused(error),
    });
    answer.await.map(Json)
}

/// Try a file of a source, and take nothing
#[utoipa::path(post, path = "/api/sources/{source}/try", tag = "sources",
    params(("source" = SourceId, Path, description = "The source"), FileParams),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"), responses(
    (status = 200, body = Brought), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn try_file(
    asker: Asker,
    PathId(id): PathId<SourceId>,
    Params(params): Params<FileParams>,
    bytes: Bytes,
) -> Answer<Json<Brought>> {
    seen(&asker, id)?;
    let options = options(&asker, params.as_of, params.sample.unwrap_or(false))?;
    let asked = asker.clone();
    let answer = beside(move || match plan(id, &params.file, &bytes, &asked.world, &options) {
        Ok(plan) => brought(&asked, &plan),
        Err(error) => refused(error),
    });
    answer.await.map(Json)
}

/// Load a file of a source, wholly or not at all
#[utoipa::path(post, path = "/api/sources/{source}/load", tag = "sources",
    params(("source" = SourceId, Path, description = "The source"), FileParams),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"), responses(
    (status = 200, body = Brought), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn load(
    asker: Asker,
    PathId(id): PathId<SourceId>,
    Params(params): Params<FileParams>,
    headers: HeaderMap,
    bytes: Bytes,
) -> Answer<Json<Brought>> {
    seen(&asker, id)?;
    let options = options(&asker, params.as_of, false)?;
    let asked = asker.clone();
    let planned = beside(move || {
        plan(id, &params.file, &bytes, &asked.world, &options).map(|plan| (brought(&asked, &plan), plan.command))
    });
    let (mut answer, command) = match planned.await? {
        Ok(planned) => planned,
        Err(error) => return Ok(Json(refused(error))),
    };
    if let Some(command) = command {
        let id = super::commands::idempotency_key(&headers)?;
        let submission = Submission { id, actor: Some(asker.account), command, expect: None };
        answer.position = Some(asker.app.desk.submit(submission).await?.position);
        answer.taken = true;
    }
    Ok(Json(answer))
}

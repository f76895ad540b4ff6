//! Exports: the rows and fields in the asker's scope, as CSV or as a workbook, marked and labelled.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use muster_domain::Date;
use muster_domain::World;
use muster_exchange::cases::{case_log, write_case_ocel};
use muster_exchange::event_log::write_xes;
use muster_exchange::export::{About, Noun, Scopes, cases_seen};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use super::asker::Asker;
use super::problem::{Answer, Params, PathId, Problem};
use crate::policy::Question;

/// In which form.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "lowercase")]
pub(super) enum ExportFormat {
    #[default]
    Csv,
    Xlsx,
    /// An event log; case events only.
    Xes,
    /// An object-centric event log (OCEL 2.0 JSON); case events only.
    Ocel,
}

impl ExportFormat {
    /// The type of content, and how the file's name ends.
    fn named(self) -> (&'static str, &'static str) {
        match self {
            Self::Csv => ("text/csv; charset=utf-8", "csv"),
            Self::Xlsx => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
            Self::Xes => ("application/xml", "xes"),
            Self::Ocel => ("application/json", "jsonocel"),
        }
    }
}

/// What is exported.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct ExportParams {
    /// The form; CSV unless given.
    #[param(inline)]
    format: Option<ExportFormat>,
    /// As of this day; today unless given.
    on: Option<Date>,
}

/// What an account must be able to ask to export a noun at all.
fn question(noun: Noun) -> Question {
    match noun {
        Noun::Offices | Noun::Billets => Question::Billets,
        Noun::People | Noun::Tours => Question::People,
        Noun::Contradictions => Question::Contradictions,
        Noun::Countries | Noun::Figures => Question::Totals,
        Noun::Cases
        | Noun::CaseEvents
        | Noun::CasePayments
        | Noun::CaseDeliveries
        | Noun::CaseDiscrepancies
        | Noun::CaseReviews
        | Noun::CaseReconciliations => Question::Cases,
    }
}

/// Export the rows in scope
#[utoipa::path(get, path = "/api/export/{noun}", tag = "export",
    params(("noun" = String, Path, description = "offices, billets, people, tours, countries, figures, contradictions, cases, case-events, case-payments, case-deliveries, case-discrepancies, case-reviews or case-reconciliations"), ExportParams), responses(
    (status = 200, description = "The table", content((String = "text/csv"), (String = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (String = "application/xml"), (String = "application/json"))),
    (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn export(
    asker: Asker,
    PathId(noun): PathId<String>,
    Params(params): Params<ExportParams>,
) -> Answer<Response> {
    let noun: Noun = noun.parse().map_err(|_| Problem::not_found())?;
    if asker.scope(question(noun)).is_empty() {
        return Err(Problem::forbidden("None of your roles may export this."));
    }
    let on = asker.date(params.on)?;
    let format = params.format.unwrap_or_default();
    if matches!(format, ExportFormat::Xes | ExportFormat::Ocel) && noun != Noun::CaseEvents {
        let problem = Problem::new(StatusCode::BAD_REQUEST, format!("{noun} are no events."));
        return Err(problem.mend("Export case-events in this format, or ask for csv or xlsx."));
    }
    let written = tokio::task::spawn_blocking(move || {
        let (rows, cases) = (asker.scope(Question::Billets), asker.scope(Question::Cases));
        let people =
            asker.scope(if noun == Noun::Contradictions { Question::Contradictions } else { Question::People });
        let scopes = Scopes { rows: &rows, people: &people, cases: &cases, personal: None, family: None };
        bytes(noun, format, &asker.world, &scopes, on, &asker.app.settings.marking)
    });
    let failed = |error: String| {
        Problem::new(StatusCode::INTERNAL_SERVER_ERROR, format!("The export could not be written: {error}"))
    };
    let bytes = written.await.map_err(|error| failed(error.to_string()))?.map_err(failed)?;
    let (kind, ending) = format.named();
    let file = format!("attachment; filename=\"muster-{noun}-{on}.{ending}\"");
    Ok(([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, file)], bytes).into_response())
}

fn bytes(
    noun: Noun,
    format: ExportFormat,
    world: &World,
    scopes: &Scopes<'_>,
    on: Date,
    marking: &str,
) -> Result<Vec<u8>, String> {
    let table = || muster_exchange::export::export(noun, world, scopes, on, marking);
    let about = About::of(noun.name(), world, on, marking);
    let mut out = Vec::new();
    match format {
        ExportFormat::Csv => return Ok(table().to_csv()),
        ExportFormat::Xlsx => return table().to_xlsx().map_err(|error| error.to_string()),
        ExportFormat::Xes => {
            let log = case_log(world, cases_seen(world, scopes), &about).map_err(|error| error.to_string())?;
            write_xes(&log, &mut out)
        }
        ExportFormat::Ocel => write_case_ocel(world, &cases_seen(world, scopes), &about, &mut out),
    }
    .map_err(|error| error.to_string())?;
    Ok(out)
}

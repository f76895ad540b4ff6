//! Exports: the rows and fields in the asker's scope, as CSV or as a workbook, marked and labelled.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use muster_domain::Date;
use muster_exchange::export::{Noun, Scopes};
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
    }
}

/// Export the rows in scope
#[utoipa::path(get, path = "/api/export/{noun}", tag = "export",
    params(("noun" = String, Path, description = "offices, billets, people, tours, countries, figures or contradictions"), ExportParams), responses(
    (status = 200, description = "The table", content((String = "text/csv"), (String = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))),
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
    let written = tokio::task::spawn_blocking(move || {
        let (rows, people) = (
            asker.scope(Question::Billets),
            asker.scope(if noun == Noun::Contradictions { Question::Contradictions } else { Question::People }),
        );
        let scopes = Scopes { rows: &rows, people: &people, personal: None, family: None };
        let table = muster_exchange::export::export(noun, &asker.world, &scopes, on, &asker.app.settings.marking);
        match format {
            ExportFormat::Csv => Ok(table.to_csv()),
            ExportFormat::Xlsx => table.to_xlsx().map_err(|error| error.to_string()),
        }
    });
    let failed = |error: String| {
        Problem::new(StatusCode::INTERNAL_SERVER_ERROR, format!("The export could not be written: {error}"))
    };
    let bytes = written.await.map_err(|error| failed(error.to_string()))?.map_err(failed)?;
    let (kind, ending) = match format {
        ExportFormat::Csv => ("text/csv; charset=utf-8", "csv"),
        ExportFormat::Xlsx => ("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    };
    let file = format!("attachment; filename=\"muster-{noun}-{on}.{ending}\"");
    Ok(([(header::CONTENT_TYPE, kind.to_owned()), (header::CONTENT_DISPOSITION, file)], bytes).into_response())
}

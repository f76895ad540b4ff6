//! Augmentations: who is present without a billet, and the list of what may pay for whom.

use axum::Json;
use muster_domain::workforce::{
    AUGMENTATION_FUNDING, AugmentationDefinition, AugmentationFunding, AugmentationKind, AugmentationPurpose,
    FundingSource,
};
use muster_domain::{AugmentationId, Date, OfficeId, Period, Position, Text};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::asker::Asker;
use super::names::{Names, OfficeName, PersonName, matches};
use super::paging::{Page, Paging, Place};
use super::presence::kind_title;
use super::problem::{Answer, Params, Problem};
use crate::policy::Question;

/// Where an order for some days stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OrderState {
    /// It has not begun.
    Planned,
    /// It holds today.
    Running,
    /// It is over.
    Ended,
    /// It was ended before it began.
    Cancelled,
}

impl OrderState {
    pub(super) fn on(days: Option<Period>, today: Date) -> Self {
        match days {
            None => Self::Cancelled,
            Some(days) if today < days.from() => Self::Planned,
            Some(days) if days.contains(today) => Self::Running,
            Some(_) => Self::Ended,
        }
    }
}

/// Which augmentations.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct AugmentationFilter {
    /// At this office.
    #[param(value_type = Option<OfficeId>, inline)]
    office: Option<OfficeId>,
    /// At offices of this command or agency.
    #[param(value_type = Option<OfficeId>, inline)]
    command: Option<OfficeId>,
    /// Of this kind.
    #[param(inline)]
    kind: Option<AugmentationKind>,
    /// Where it stands today.
    #[param(inline)]
    state: Option<OrderState>,
    /// Words in the document or the office's code.
    #[param(max_length = 100)]
    q: Option<String>,
}

/// People present without a billet, in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct AugmentationRow {
    /// Its id.
    pub id: AugmentationId,
    /// At which office.
    pub office: OfficeName,
    /// The command or agency above the office.
    pub command: OfficeName,
    /// Of which kind.
    pub kind: AugmentationKind,
    /// The name of the kind.
    pub kind_title: &'static str,
    /// The person it names, as far as the asker sees them.
    pub person: Option<PersonName>,
    /// How many people.
    pub heads: u8,
    /// The days it was decided for.
    pub period: Period,
    /// The first day after it, as things stand.
    pub until: Date,
    /// Where it stands today.
    pub state: OrderState,
    /// The orders, contract or request it rests on.
    pub document: Text,
    /// The money that pays for it.
    pub funding: &'static str,
    /// What the money is spent on.
    pub purpose: &'static str,
    /// The journal position that last changed it.
    pub changed: Position,
}

impl AugmentationRow {
    pub(super) fn of(names: &Names, id: AugmentationId) -> Self {
        let world = &names.world;
        let row = world.augmentations.row(id).expect("a roster names augmentations that exist");
        let held = &row.fact;
        Self {
            id,
            office: names.office(held.office),
            command: names.command(held.office, names.today),
            kind: held.kind,
            kind_title: kind_title(held.kind),
            person: held.who.person().and_then(|person| names.person(person)),
            heads: held.who.heads(),
            period: held.period,
            until: held.days().map_or(held.period.from(), |days| days.end()),
            state: OrderState::on(held.days(), names.today),
            document: held.document.clone(),
            funding: held.funding.title(),
            purpose: held.purpose.title(),
            changed: row.changed,
        }
    }
}

/// People present without a billet, at the offices in scope
#[utoipa::path(get, path = "/api/augmentations", tag = "workforce", params(AugmentationFilter, Paging), responses(
    (status = 200, body = Page<AugmentationRow>), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn list(
    asker: Asker,
    Params(filter): Params<AugmentationFilter>,
    Params(paging): Params<Paging>,
) -> Answer<Json<Page<AugmentationRow>>> {
    let (world, names) = (&*asker.world, Names::of(&asker));
    let scope = asker.scope(Question::Billets);
    let rows = world.augmentations.iter().filter(|(_, held)| {
        scope.sees_office(held.office)
            && filter.office.is_none_or(|office| held.office == office)
            && filter
                .command
                .is_none_or(|command| held.office == command || world.command_of(held.office, asker.today) == command)
            && filter.kind.is_none_or(|kind| held.kind == kind)
            && filter.state.is_none_or(|state| OrderState::on(held.days(), asker.today) == state)
            && filter.q.as_deref().is_none_or(|q| matches(q, &[&held.document, &world.offices[held.office].code]))
    });
    let last = |days: Option<Period>| days.map(|days| days.end().to_string()).unwrap_or_default();
    let rows = rows.map(|(id, held)| (Place(Text::from(last(held.days())), id.0), id));
    paging.page(rows, true, |id| AugmentationRow::of(&names, id)).map(Json)
}

/// What may be recorded: kinds, and the money that may pay for each.
#[derive(Debug, Serialize, ToSchema)]
pub struct AugmentationRules {
    /// Every kind.
    pub kinds: Vec<AugmentationKindRow>,
    /// Every lawful pairing of money and purpose.
    pub funding: Vec<AugmentationFundingRow>,
}

/// A kind, with the days it may last today.
#[derive(Debug, Serialize, ToSchema)]
pub struct AugmentationKindRow {
    /// What it is.
    #[serde(flatten)]
    pub definition: AugmentationDefinition,
    /// Days it may last today.
    pub most_days: i64,
}

/// Money that may pay for a kind, with the names people use.
#[derive(Debug, Serialize, ToSchema)]
pub struct AugmentationFundingRow {
    /// For which kind.
    pub kind: AugmentationKind,
    /// The money.
    pub funding: FundingSource,
    /// Its name.
    pub funding_title: &'static str,
    /// What it may be spent on.
    pub purpose: AugmentationPurpose,
    /// Its name.
    pub purpose_title: &'static str,
    /// Why it may.
    pub why: &'static str,
    /// Where that comes from.
    pub source: &'static str,
}

/// The kinds of augmentation, and which money may pay for which
#[utoipa::path(get, path = "/api/augmentations/rules", tag = "workforce", responses(
    (status = 200, body = AugmentationRules), (status = "4XX", body = Problem, content_type = "application/problem+json"),
))]
pub(super) async fn rules(asker: Asker) -> Json<AugmentationRules> {
    let kinds = AugmentationKind::ALL.iter().map(|definition| AugmentationKindRow {
        definition: *definition,
        most_days: asker.world.lever(definition.days, asker.today),
    });
    let funding = AUGMENTATION_FUNDING.iter().map(|line| {
        let AugmentationFunding { kind, funding, purpose, why, source } = *line;
        let (funding_title, purpose_title) = (funding.title(), purpose.title());
        AugmentationFundingRow { kind, funding, funding_title, purpose, purpose_title, why, source }
    });
    Json(AugmentationRules { kinds: kinds.collect(), funding: funding.collect() })
}

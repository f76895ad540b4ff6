//! The picture: strength against need on one date, grouped, through one of two lenses, within a scope.

mod group;
mod place;
mod row;
mod terms;

use muster_domain::access::Scope;
use muster_domain::kernel::Date;
use muster_domain::{OfficeId, World};
use serde::{Deserialize, Serialize};

use crate::StaffingIndex;
use row::Sums;
pub use row::{PictureRow, RequiredBasis};

/// By what rows are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Grouping {
    /// The command, agency or headquarters the office belongs to on the day; in the lens *supported* the command
    /// responsible for the country supported.
    Command,
    /// The country of the place of duty, or the country supported.
    Country,
    /// The office.
    Office,
    /// The services that may fill the billet.
    Service,
    /// The billet's grade band.
    GradeBand,
    /// The billet's specialty.
    Specialty,
    /// The billet's functional area.
    FunctionalArea,
    /// The money that pays for the billet.
    Funding,
}

/// From which side the service is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Lens {
    /// Where the office is.
    Place,
    /// Whom the billet supports.
    Supported,
}

/// What is asked of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Ask {
    /// The date.
    pub on: Date,
    /// The day the question is asked.
    pub today: Date,
    /// The grouping.
    pub by: Grouping,
    /// The lens.
    pub lens: Lens,
    /// Only the offices that belong to this command on the date.
    pub command: Option<OfficeId>,
    /// Only this office.
    pub office: Option<OfficeId>,
    /// Whether future dates count tours that have not begun.
    pub plans: bool,
}

/// Strength against need on a date.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Picture {
    /// The date.
    pub on: Date,
    /// The day the question was asked.
    pub today: Date,
    /// The grouping.
    pub by: Grouping,
    /// The lens.
    pub lens: Lens,
    /// Whether future dates count tours that have not begun.
    pub plans: bool,
    /// The rows, in the order of their keys.
    pub rows: Vec<PictureRow>,
    /// All offices asked for and in scope together.
    pub total: PictureRow,
    /// The same total some time before, to show what changed.
    pub before: Before,
    /// What a reader must know about these rows, if anything.
    pub note: Option<String>,
}

/// The total of an earlier day.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct Before {
    /// Thirty days before the date asked.
    pub on: Date,
    /// The total then.
    pub total: PictureRow,
}

/// Days back to the total that shows what changed.
const BEFORE: i32 = 30;

/// The picture of a World within a scope. The index must be of the same World.
pub fn picture(world: &World, index: &StaffingIndex, scope: &Scope, ask: &Ask) -> Picture {
    let view = View { world, index, scope, ask };
    let offices = view.offices(ask.on);
    let supported = ask.lens == Lens::Supported && matches!(ask.by, Grouping::Country | Grouping::Command);
    let (rows, total) = match ask.by {
        _ if supported => (terms::supported_rows(&view, &offices), place::sums(&view, &offices, ask.on)),
        Grouping::Command | Grouping::Country | Grouping::Office => place::rows(&view, &offices),
        _ => (terms::rows(&view, &offices), place::sums(&view, &offices, ask.on)),
    };
    let earlier = ask.on.saturating_sub(jiff::ToSpan::days(BEFORE));
    let before = place::sums(&view, &view.offices(earlier), earlier);
    let together = |sums: Sums| {
        let sums = if supported { sums.without_required() } else { sums };
        sums.row("total".to_owned(), "Total".to_owned(), 1)
    };
    Picture {
        on: ask.on,
        today: ask.today,
        by: ask.by,
        lens: ask.lens,
        plans: ask.plans,
        total: together(total),
        before: Before { on: earlier, total: together(before) },
        note: note(ask, supported).map(str::to_owned),
        rows,
    }
}

/// The row of one office on a date, whatever the scope: for a page that the asker was already allowed to open.
pub fn office_row(world: &World, index: &StaffingIndex, office: OfficeId, on: Date, today: Date) -> Option<PictureRow> {
    let scope = Scope::of_offices(world, [office]);
    let ask =
        Ask { on, today, by: Grouping::Office, lens: Lens::Place, command: None, office: Some(office), plans: true };
    world.offices.get(office)?;
    Some(place::office_row(&View { world, index, scope: &scope, ask: &ask }, office))
}

fn note(ask: &Ask, supported: bool) -> Option<&'static str> {
    match (ask.lens, ask.by) {
        _ if supported => Some(
            "Billets are split by the shares of their work and rounded, so rows may miss the total by their rounding. \
             Required strength belongs to offices and is not split.",
        ),
        (Lens::Supported, _) => Some("This grouping is the same from either side: no billet's share leaves its row."),
        (_, Grouping::Command | Grouping::Country | Grouping::Office) => None,
        _ => Some(
            "Required strength belongs to offices; this grouping cuts through them and shows it in the total only.",
        ),
    }
}

/// One question and what it is asked of.
struct View<'a> {
    world: &'a World,
    index: &'a StaffingIndex,
    scope: &'a Scope,
    ask: &'a Ask,
}

impl View<'_> {
    /// The offices asked for that the scope sees, in id order.
    fn offices(&self, on: Date) -> Vec<OfficeId> {
        offices_asked(self.world, self.scope, on, self.ask.command, self.ask.office)
    }
}

/// A day ahead; the latest date there is where the calendar ends.
fn ahead(day: Date, days: i32) -> Date {
    day.saturating_add(jiff::ToSpan::days(days))
}

/// The offices in scope, of a command on a day if one is named, or one office alone.
pub(crate) fn offices_asked(
    world: &World,
    scope: &Scope,
    on: Date,
    command: Option<OfficeId>,
    office: Option<OfficeId>,
) -> Vec<OfficeId> {
    let known = |id: &OfficeId| world.offices.get(*id).is_some();
    let asked = |id: &OfficeId| {
        office.is_none_or(|office| office == *id) && command.is_none_or(|command| world.command_of(*id, on) == command)
    };
    scope.offices().filter(known).filter(asked).collect()
}

//! Who is present at an office beside its own people, and who of them is elsewhere: the section of the office's page, and
//! the words in which every page says where somebody is on duty.

use muster_domain::workforce::{AugmentationKind, Whereabouts};
use muster_domain::{AugmentationId, Date, DiversionId, OfficeId};
use serde::Serialize;
use utoipa::ToSchema;

use super::asker::Asker;
use super::augmentations::{AugmentationRow, OrderState};
use super::diversions::DiversionRow;
use super::names::{Names, OfficeName, PersonName, PostName};

/// Where somebody is on duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
#[schema(as = DutyNow)]
pub enum Duty {
    /// At the own billet.
    OnStation,
    /// Diverted to another office.
    Diverted {
        /// Which.
        to: OfficeName,
        /// The diversion.
        diversion: DiversionId,
        /// The first day after it.
        until: Date,
    },
    /// Augmenting another office.
    Augmenting {
        /// Which.
        to: OfficeName,
        /// The augmentation.
        augmentation: AugmentationId,
        /// The first day after it.
        until: Date,
    },
    /// Away by ordered departure.
    Departed {
        /// The safe haven.
        to: PostName,
    },
}

impl Duty {
    pub(super) fn of(names: &Names, found: &Whereabouts) -> Self {
        use muster_domain::workforce::Duty as Ground;
        let world = &names.world;
        if let Some(haven) = found.departed {
            return Self::Departed { to: names.post(haven) };
        }
        let to = || names.office(found.office);
        match found.duty {
            Ground::Own => Self::OnStation,
            Ground::Diverted(diversion) => {
                let held = &world.diversions[diversion];
                let until = held.days().map_or(held.period.end(), |days| days.end());
                Self::Diverted { to: to(), diversion, until }
            }
            Ground::Augmenting(augmentation) => {
                let held = &world.augmentations[augmentation];
                let until = held.days().map_or(held.period.end(), |days| days.end());
                Self::Augmenting { to: to(), augmentation, until }
            }
        }
    }
}

/// Present and away at one office today.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfficePresence {
    /// People assigned here who are elsewhere.
    pub away: Vec<AwayRow>,
    /// Diversions to the office that run or are to come.
    pub diverted_in: Vec<DiversionRow>,
    /// Augmentations of the office that run or are to come.
    pub augmented: Vec<AugmentationRow>,
}

/// Somebody assigned to an office who is elsewhere.
#[derive(Debug, Serialize, ToSchema)]
pub struct AwayRow {
    /// Who, as far as the asker sees them.
    pub person: Option<PersonName>,
    /// Where they are.
    pub duty: Duty,
}

impl OfficePresence {
    /// The section of an office that the asker was already allowed to open.
    pub(super) fn of(asker: &Asker, names: &Names, office: OfficeId) -> Self {
        let (world, today) = (&*asker.world, asker.today);
        let roster = &world.rosters[office];
        let current = |state| matches!(state, OrderState::Running | OrderState::Planned);
        let away = muster_staffing::away_from(world, office, today, today);
        Self {
            away: away
                .iter()
                .map(|row| AwayRow { person: names.person(row.person), duty: Duty::of(names, &row.on_duty) })
                .collect(),
            diverted_in: roster
                .diversions
                .iter()
                .filter(|id| current(OrderState::on(world.diversions[**id].days(), today)))
                .map(|id| DiversionRow::of(names, *id))
                .collect(),
            augmented: roster
                .augmentations
                .iter()
                .filter(|id| current(OrderState::on(world.augmentations[**id].days(), today)))
                .map(|id| AugmentationRow::of(names, *id))
                .collect(),
        }
    }
}

/// The name of a kind of augmentation.
pub(super) fn kind_title(kind: AugmentationKind) -> &'static str {
    kind.definition().title
}

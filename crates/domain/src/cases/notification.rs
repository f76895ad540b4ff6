//! Notification of Congress under section 36(b): a track beside the milestones, worked out from dated thresholds.

use std::collections::HashMap;
use std::sync::LazyLock;

use jiff::ToSpan;
use serde::{Deserialize, Serialize};

use super::{Case, LineClass};
use crate::kernel::{Date, Text};
use crate::policy::PolicyKey;
use crate::world::World;

/// What was done of the notification.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseNotification {
    /// Steps with their days, earliest first.
    pub steps: Vec<(NotificationStep, Date)>,
    /// The transmittal number of the formal notification, such as `24-117`.
    pub transmittal: Option<Text>,
}

/// A step of the notification, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum NotificationStep {
    /// State's informal tiered review begins.
    TieredReview,
    /// The tiered review is over.
    TieredCleared,
    /// Advance notice is given.
    AdvanceNotice,
    /// Congress is formally notified.
    Formal,
}

impl NotificationStep {
    /// Every step, in order.
    pub const ALL: [Self; 4] = [Self::TieredReview, Self::TieredCleared, Self::AdvanceNotice, Self::Formal];

    /// What it says, as a title.
    pub fn title(self) -> &'static str {
        match self {
            Self::TieredReview => "Tiered review begun",
            Self::TieredCleared => "Tiered review over",
            Self::AdvanceNotice => "Advance notice given",
            Self::Formal => "Congress formally notified",
        }
    }
}

impl CaseNotification {
    /// The day of a step, the latest time it was taken.
    pub fn day_of(&self, step: NotificationStep) -> Option<Date> {
        self.steps.iter().rfind(|(held, _)| *held == step).map(|(_, on)| *on)
    }
}

/// A threshold that a case reaches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct NotificationCause {
    /// Which threshold.
    pub threshold: PolicyKey,
    /// The value compared, US cents.
    pub value_cents: i64,
    /// The threshold, US dollars.
    pub from_usd: i64,
    /// Where the threshold stands.
    pub source: Text,
}

#[derive(Deserialize)]
struct ClosePartner {
    iso3: Text,
    from: Option<Date>,
}

// INVARIANT: a test reads the table; it is part of the program and cannot be missing.
static CLOSE_PARTNERS: LazyLock<HashMap<Text, Date>> = LazyLock::new(|| {
    let table = include_str!("../../../../reference/close_partners.csv");
    let rows = csv::Reader::from_reader(table.as_bytes()).into_deserialize();
    rows.map(|row: Result<ClosePartner, _>| row.expect("the reference table reads"))
        .map(|row| (row.iso3, row.from.unwrap_or(Date::MIN)))
        .collect()
});

/// Whom the thresholds and clocks of notification bind on a day: `close_partners` or `others`.
pub fn purchaser_class(iso3: &str, day: Date) -> &'static str {
    if CLOSE_PARTNERS.get(iso3).is_some_and(|from| *from <= day) { "close_partners" } else { "others" }
}

impl Case {
    /// The thresholds of notification that its value reaches on a day; none: Congress need not be notified.
    pub fn notification_causes(&self, world: &World, day: Date) -> Vec<NotificationCause> {
        // A pseudo-LOA is notified under its program's own law, not under section 36(b).
        if self.kind == super::CaseKind::PseudoLoa {
            return Vec::new();
        }
        let class = purchaser_class(&world.countries[self.country].iso3, day);
        let compared = [
            (PolicyKey::NotificationMajorEquipment, self.value_of(LineClass::MajorEquipment)),
            (PolicyKey::NotificationTotal, self.value_cents()),
            (PolicyKey::NotificationConstruction, self.value_of(LineClass::Construction)),
        ];
        compared
            .into_iter()
            .filter_map(|(threshold, value_cents)| {
                let figure = world.policy(threshold, class, day)?;
                let reached = value_cents >= figure.value.saturating_mul(100);
                reached.then(|| NotificationCause {
                    threshold,
                    value_cents,
                    from_usd: figure.value,
                    source: figure.source.clone(),
                })
            })
            .collect()
    }

    /// The first day of formal notification that the advance notice allows.
    pub fn formal_from(&self, world: &World, day: Date) -> Option<Date> {
        let class = purchaser_class(&world.countries[self.country].iso3, day);
        let advance = world.policy(PolicyKey::NotificationAdvanceDays, class, day).map_or(0, |figure| figure.value);
        if advance == 0 {
            return Some(Date::MIN);
        }
        Some(self.notification.day_of(NotificationStep::AdvanceNotice)?.saturating_add(advance.days()))
    }

    /// The first day on which an offer may be made, once Congress is formally notified.
    pub fn notification_ends(&self, world: &World) -> Option<Date> {
        let formal = self.notification.day_of(NotificationStep::Formal)?;
        let class = purchaser_class(&world.countries[self.country].iso3, formal);
        let days = world.policy(PolicyKey::NotificationFormalDays, class, formal).map_or(0, |figure| figure.value);
        Some(formal.saturating_add(days.days()))
    }
}

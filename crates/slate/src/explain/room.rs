//! Limits over several lines in words: what is limited, how it is used, and what more room would give.

use muster_domain::World;
use muster_domain::allocation::SlateLine;

use super::Explainer;
use super::words::{number, points};
use crate::limits::{LimitUse, Limited, Room};
use crate::rules::RULES;

impl Limited {
    /// What is limited, in a few words.
    pub fn title(&self, world: &World) -> String {
        match self {
            Self::Section515 { country, day, .. } => {
                format!("Section 515 members in {} from {day} on (22 U.S.C. 2321i)", world.countries[*country].name)
            }
            Self::Service { service } => format!("People whom the {} gives", service.title()),
            Self::Budget { fund } => format!("Moves paid from {}", fund.title()),
            Self::LanguageSeats { language } => format!("Seats in courses of {language}"),
            Self::CertificateSeats => "Seats in training for certificates".to_owned(),
        }
    }

    /// So much of it, as it is counted: members who serve in the country count with those who come.
    fn amount(&self, value: i64) -> String {
        match self {
            Self::Section515 { serving, .. } => number(value + i64::try_from(*serving).unwrap_or(i64::MAX)),
            Self::Budget { .. } => format!("${}", number(value)),
            _ => number(value),
        }
    }
}

impl LimitUse {
    /// What may be used, as it is counted: `6` members, `$1,200,000`.
    pub fn allowed_words(&self) -> String {
        self.limited.amount(self.most)
    }

    /// What is used.
    pub fn used_words(&self) -> String {
        self.limited.amount(self.used)
    }

    /// Points that one more of it is worth: to the hundredth, for dollars to the ten-thousandth.
    pub fn price_words(&self) -> String {
        match self.limited {
            Limited::Budget { .. } => format!("{:.2} points per $1,000", self.price * 1_000.0),
            _ => format!("{:.0} points", self.price),
        }
    }
}

/// Why the limits keep an opening or a person out, and what would change that; `outcome` says what that is.
pub(super) fn sentence(world: &World, room: &Room, outcome: &str) -> String {
    let effect = match room.costs_more {
        0 => "the whole slate would cost the same".to_owned(),
        more if more > 0 => format!("the whole slate would cost {} more", points(more)),
        less => format!("the whole slate would cost {} less", points(-less)),
    };
    if room.limits.is_empty() && room.costs_more >= 0 {
        return format!("There is room within the limits, but with {outcome}, {effect}.");
    }
    if room.limits.is_empty() {
        return format!(
            "Limits over several lines leave room that the search did not use here. With {outcome}, {effect}: within the gap that the slate states."
        );
    }
    let used: Vec<String> = (room.limits.iter())
        .map(|needed| {
            let limit = &needed.limit;
            format!(
                "{}: {} of {} used, at the margin worth {}",
                limit.limited.title(world),
                limit.used_words(),
                limit.allowed_words(),
                limit.price_words()
            )
        })
        .collect();
    let more: Vec<String> = room.limits.iter().map(|needed| needed.limit.limited.amount(needed.needed)).collect();
    format!("No room within a limit. {}. With {} allowed and {outcome}, {effect}.", used.join("; "), more.join(" and "))
}

impl Explainer<'_> {
    /// Whether the line's place was chosen together with the other half of a couple that bids together.
    pub(super) fn goes_together(&self, line: &SlateLine) -> bool {
        let place = self.mover(line.person).and_then(|place| u32::try_from(place).ok());
        let couples = crate::limits::bidding(&self.field);
        place.is_some_and(|place| couples.iter().any(|(one, other)| *one == place || *other == place))
    }

    /// Whether every rule allows somebody else into a line's billet.
    pub(super) fn others_eligible(&self, line: &SlateLine) -> bool {
        let Some(opening) = self.opening(line.billet) else { return false };
        let others = (0..self.field.movers.len()).filter(|mover| self.mover(line.person) != Some(*mover));
        others.into_iter().any(|mover| {
            let pair = self.field.pair(mover, opening);
            RULES.iter().all(|rule| rule.holds(&pair))
        })
    }
}

//! Published notifications of Congress, taken into the country that they are about.

use serde::{Deserialize, Serialize};

use super::PublishedNotification;
use super::country_commands::known_country;
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{CountryId, Position};
use crate::world::World;

/// Records published notifications of a country. One that says the same as the one held of its document changes nothing,
/// nor does a bare number of which anything is held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordPublishedNotifications {
    /// Which country.
    pub country: CountryId,
    /// The notifications.
    pub notifications: Vec<PublishedNotification>,
}

impl Decide for RecordPublishedNotifications {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        let country = known_country(world, self.country)?;
        if let Some(nowhere) = self.notifications.iter().find(|one| one.document.trim().is_empty()) {
            return Err(refuse(
                "no-document",
                format!("A notification ({}) names no document.", nowhere.source),
                "Name where it is published; that tells it from others.",
            ));
        }
        let numbered =
            |one: &PublishedNotification| country.notifications.iter().any(|held| held.transmittal == one.transmittal);
        let new = |one: &&PublishedNotification| {
            !(country.notifications.contains(one) || one.is_number_only() && numbered(one))
        };
        let notifications: Vec<_> = self.notifications.iter().filter(new).cloned().collect();
        if notifications.is_empty() {
            return Ok(Vec::new());
        }
        Ok(vec![NotificationsPublished { country: self.country, notifications }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        Subject { changed: world.countries.row(self.country).map(|row| row.changed), ..Subject::default() }
    }
}

/// Published notifications were recorded; one of the same document replaces what was held, or the bare number that it
/// explains.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotificationsPublished {
    /// Which country.
    pub country: CountryId,
    /// The notifications.
    pub notifications: Vec<PublishedNotification>,
}

impl Apply for NotificationsPublished {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(country) = world.countries.edit(self.country, at) {
            for one in &self.notifications {
                let held = &mut country.notifications;
                let same = held.iter().position(|held| held.document == one.document);
                let bare = || held.iter().position(|held| held.is_number_only() && held.transmittal == one.transmittal);
                match same.or_else(bare) {
                    Some(place) => held[place].clone_from(one),
                    None => held.push(one.clone()),
                }
            }
        }
    }
}

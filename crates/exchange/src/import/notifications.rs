//! Published notifications of Congress: real rows of countries, beside whatever cases this installation holds.

use std::collections::BTreeMap;

use muster_domain::partner::{PublishedNotification, RecordPublishedNotifications};
use muster_domain::{CountryId, Text, World};

use super::plan::{Difference, Plan, Planner};
use super::published::{begin, note};
use super::{ImportKind, ImportOptions};
use crate::Iso3;
use crate::published::{NotificationLine, parse_notifications};
use crate::tabular::FileRefused;

pub(super) fn plan(name: &str, bytes: &[u8], world: &World, options: &ImportOptions) -> Result<Plan, FileRefused> {
    let read = parse_notifications(name, bytes, &options.limits)?;
    let mut planner = begin(ImportKind::Notifications, name, bytes, read.content.len(), world, options);
    note(&mut planner, &read.odd);
    let doubtful = read.content.iter().filter(|line| line.doubtful).count();
    if doubtful > 0 {
        planner
            .note(None, format!("{doubtful} rows share their announcement with other rows and are kept as doubtful"));
    }
    let mut by_country: BTreeMap<Iso3, Vec<PublishedNotification>> = BTreeMap::new();
    for line in read.content {
        if let Some(iso3) = line.iso3 {
            by_country.entry(iso3).or_default().push(published(line, name));
        }
    }
    let mut unknown = Vec::new();
    for (iso3, rows) in by_country {
        match world.keys.country.get(iso3.as_str()) {
            Some(country) => record(&mut planner, world, *country, rows),
            None => unknown.push(iso3.to_string()),
        }
    }
    if !unknown.is_empty() {
        planner.note(None, format!("{} countries are not registered here: {}", unknown.len(), unknown.join(", ")));
    }
    planner.finish()
}

fn published(line: NotificationLine, name: &str) -> PublishedNotification {
    let cut = |text: &str| Text::from(text.chars().take(200).collect::<String>());
    PublishedNotification {
        document: line.document.as_str().into(),
        transmittal: line.transmittal.as_deref().map(Text::from),
        year: line.year,
        title: cut(&line.title),
        value_usd: line.value_usd,
        doubtful: line.doubtful,
        posted: line.posted,
        source: Text::from(format!("notifications:{name}#{}", line.line)),
    }
}

fn record(planner: &mut Planner<'_>, world: &World, id: CountryId, rows: Vec<PublishedNotification>) {
    let country = &world.countries[id];
    let new: Vec<_> = rows.into_iter().filter(|row| !country.notifications.contains(row)).collect();
    if new.is_empty() {
        planner.unchanged();
        return;
    }
    let shown = |row: &PublishedNotification| {
        let value = row.value_usd.map(|value| format!(", ${value}")).unwrap_or_default();
        format!("{}{value}", row.title)
    };
    let differences = new.iter().map(|row| Difference {
        subject: format!("country {}", country.iso3),
        field: format!("notification {}", row.transmittal.as_deref().unwrap_or("without a number")),
        before: country.notifications.iter().find(|held| held.document == row.document).map(shown),
        after: Some(shown(row)),
    });
    let differences = differences.collect();
    let command = RecordPublishedNotifications { country: id, notifications: new };
    planner.take(None, command.into(), differences);
}

//! Partner countries: their published figures, priority, and what the law authorises there.

mod country;
mod country_commands;
mod dataset;
mod notification_commands;

pub use country::{Country, Figure, Measure, PublishedNotification, Section515Authorisation};
pub use country_commands::{
    AuthoriseSection515, CountryRegistered, FiguresRecorded, PrioritySet, RecordFigures, RegisterCountry,
    ResponsibleCommandSet, Section515Authorised, SetPriority, SetResponsibleCommand,
};
pub use dataset::{Dataset, DatasetRecorded, RecordDataset};
pub use notification_commands::{NotificationsPublished, RecordPublishedNotifications};

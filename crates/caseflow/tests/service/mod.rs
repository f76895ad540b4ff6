//! A service of one office and one purchaser, to which tests report cases.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop loudly")]

use jiff::civil::date;
use muster_domain::organization::{OfficeKind, RegisterOffice, RegisterPost};
use muster_domain::partner::RegisterCountry;
use muster_domain::{Command, Context, Date, Decide, OfficeId, Period, Position, PostId, Timeline, World};

/// The day on which everything is decided.
pub const TODAY: Date = date(2026, 10, 1);

/// Gives a command that must be taken.
pub fn give(world: &mut World, command: impl Into<Command>) {
    let events = command.into().decide(world, &Context { today: TODAY, actor: None }).unwrap();
    let at = Position(world.position.0 + 1);
    events.iter().for_each(|event| world.apply(event, at));
}

/// The service, without cases.
pub fn world() -> World {
    let mut world = World::default();
    let (country, name) = (None, "Arlington".into());
    give(&mut world, RegisterPost { name, country, latitude_milli: 38_900, longitude_milli: -77_100 });
    let office = RegisterOffice {
        code: "USASAC".into(),
        name: "Army".into(),
        kind: OfficeKind::Agency,
        designation: None,
        country: None,
        post: PostId(0),
        existence: Period::open(date(2000, 1, 1)),
        zone: "America/New_York".into(),
    };
    give(&mut world, office);
    let country = RegisterCountry {
        iso3: "JOR".into(),
        name: "Jordan".into(),
        purchaser_codes: vec!["JO".into()],
        languages: Vec::new(),
        region: "Near East".into(),
        responsible: Timeline::starting(date(2020, 1, 1), OfficeId(0)),
    };
    give(&mut world, country);
    world
}

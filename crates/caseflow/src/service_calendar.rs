//! Which days the service works, for whoever counts them: the clock itself knows no World.

use muster_domain::{Date, World};

use crate::clock::Calendar;

/// Monday to Friday but for the World's holidays up to a day, that day counted; later holidays are not in it.
pub fn service_calendar(world: &World, last: Date) -> Calendar {
    Calendar::new(world.holidays(Date::MIN, last).into_iter().map(|holiday| holiday.day))
}

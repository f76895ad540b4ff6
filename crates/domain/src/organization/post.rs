//! Posts: places of duty, with their dated differentials and status.

use serde::{Deserialize, Serialize};

use super::{Departure, known_post};
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{CountryId, Date, OfficeId, Position, PostId, Text, Timeline};
use crate::world::World;

/// Percentages that a post adds to pay.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Differentials {
    /// Post (hardship) differential, 0 to 35 %.
    pub hardship_pct: u8,
    /// Danger pay, 0 to 35 %.
    pub danger_pct: u8,
    /// Cost-of-living allowance, per cent of spendable income.
    pub cost_of_living_pct: u8,
}

/// Who may serve at a post, and whether families may.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the names are the field's")]
pub enum PostStatus {
    Accompanied,
    PartlyAccompanied,
    Unaccompanied,
    OrderedDeparture,
    Suspended,
}

impl PostStatus {
    /// Whether dependents may come along.
    pub fn takes_dependents(self) -> bool {
        matches!(self, Self::Accompanied | Self::PartlyAccompanied)
    }
}

/// A place of duty.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Post {
    /// City, and state where it is in the United States.
    pub name: Text,
    /// The host country; none for a place in the United States.
    pub country: Option<CountryId>,
    /// Degrees north, in thousandths.
    pub latitude_milli: i32,
    /// Degrees east, in thousandths.
    pub longitude_milli: i32,
    /// Differentials by date.
    pub differentials: Timeline<Differentials>,
    /// Status by date, as far as no ordered departure holds.
    pub status: Timeline<PostStatus>,
    /// Ordered departures, in the order recorded; those that stand share no day.
    pub departures: Vec<Departure>,
}

impl Post {
    /// The status on this day; accompanied where nothing is recorded.
    pub fn status_on(&self, day: Date) -> PostStatus {
        if self.departure_on(day).is_some() {
            return PostStatus::OrderedDeparture;
        }
        self.status.at(day).copied().unwrap_or(PostStatus::Accompanied)
    }

    /// Great-circle distance in whole kilometres (haversine on a sphere of 6,371 km).
    pub fn distance_km(&self, other: &Self) -> u32 {
        let radians = |milli: i32| (f64::from(milli) / 1000.0).to_radians();
        let (lat_a, lat_b) = (radians(self.latitude_milli), radians(other.latitude_milli));
        let half_lat = (lat_b - lat_a) / 2.0;
        let half_lon = (radians(other.longitude_milli) - radians(self.longitude_milli)) / 2.0;
        let chord = half_lat.sin().powi(2) + lat_a.cos() * lat_b.cos() * half_lon.sin().powi(2);
        (2.0 * 6371.0 * chord.sqrt().min(1.0).asin()).round() as u32
    }
}

/// The natural key of a post: `Amman, JOR`; the name alone in the United States.
pub fn post_key(world: &World, name: &str, country: Option<CountryId>) -> Text {
    match country.and_then(|id| world.countries.get(id)) {
        Some(country) => Text::from(format!("{name}, {}", country.iso3)),
        None => Text::from(name),
    }
}

/// Registers a post.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisterPost {
    /// City, and state where it is in the United States.
    pub name: Text,
    /// The host country; none in the United States.
    pub country: Option<CountryId>,
    /// Degrees north, in thousandths.
    #[schema(minimum = -90000, maximum = 90000)]
    pub latitude_milli: i32,
    /// Degrees east, in thousandths.
    #[schema(minimum = -180000, maximum = 180000)]
    pub longitude_milli: i32,
}

impl Decide for RegisterPost {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        if let Some(country) = self.country
            && world.countries.get(country).is_none()
        {
            return Err(refuse("no-country", format!("There is no country {country}."), "Register the country first."));
        }
        let key = post_key(world, &self.name, self.country);
        if let Some(id) = world.keys.post.get(&key) {
            return Err(refuse("post-known", format!("{key} is already registered as {id}."), "Use that post."));
        }
        if self.name.trim().is_empty()
            || !(-90_000..=90_000).contains(&self.latitude_milli)
            || !(-180_000..=180_000).contains(&self.longitude_milli)
        {
            return Err(refuse(
                "post-place",
                format!("`{}` at {}, {} is not a place.", self.name, self.latitude_milli, self.longitude_milli),
                "Give a name, a latitude within ±90,000 and a longitude within ±180,000 thousandths of a degree.",
            ));
        }
        Ok(vec![PostRegistered { post: world.posts.next_id(), registered: self.clone() }.into()])
    }

    fn subject(&self, _world: &World) -> Subject {
        Subject::default()
    }
}

/// A post was registered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PostRegistered {
    /// Its id.
    pub post: PostId,
    /// Its facts.
    #[serde(flatten)]
    pub registered: RegisterPost,
}

impl Apply for PostRegistered {
    fn apply(&self, world: &mut World, at: Position) {
        let RegisterPost { name, country, latitude_milli, longitude_milli } = self.registered.clone();
        let key = post_key(world, &name, country);
        world.keys.post.insert(key, self.post);
        world.posts.push(
            Post {
                name,
                country,
                latitude_milli,
                longitude_milli,
                differentials: Timeline::default(),
                status: Timeline::default(),
                departures: Vec::new(),
            },
            at,
        );
    }
}

/// Sets a post's differentials from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetPostDifferentials {
    /// Which post.
    pub post: PostId,
    /// The first day they hold.
    pub from: Date,
    /// The percentages.
    pub differentials: Differentials,
    /// Where they were published.
    pub source: Text,
}

impl Decide for SetPostDifferentials {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        let post = known_post(world, self.post)?;
        let d = self.differentials;
        if d.hardship_pct > 35 || d.danger_pct > 35 || d.cost_of_living_pct > 200 {
            return Err(refuse(
                "differentials",
                format!(
                    "{}: {} / {} / {} % are not a post's differentials.",
                    post.name, d.hardship_pct, d.danger_pct, d.cost_of_living_pct
                ),
                "Hardship and danger go from 0 to 35 %.",
            ));
        }
        if post.differentials.at(self.from) == Some(&d) {
            return Ok(Vec::new());
        }
        Ok(vec![
            PostDifferentialsSet { post: self.post, from: self.from, differentials: d, source: self.source.clone() }
                .into(),
        ])
    }

    fn subject(&self, world: &World) -> Subject {
        Subject { changed: world.posts.row(self.post).map(|row| row.changed), ..Subject::default() }
    }
}

/// A post has these differentials from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostDifferentialsSet {
    /// Which post.
    pub post: PostId,
    /// The first day they hold.
    pub from: Date,
    /// The percentages.
    pub differentials: Differentials,
    /// Where they were published.
    pub source: Text,
}

impl Apply for PostDifferentialsSet {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(post) = world.posts.edit(self.post, at) {
            post.differentials.set(self.from, self.differentials);
        }
    }
}

/// Sets a post's status from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetPostStatus {
    /// Which post.
    pub post: PostId,
    /// The first day it holds.
    pub from: Date,
    /// The status.
    pub status: PostStatus,
}

impl Decide for SetPostStatus {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        let post = known_post(world, self.post)?;
        if self.status == PostStatus::OrderedDeparture {
            return Err(refuse(
                "departure-is-ordered",
                format!("{} would be under ordered departure while everybody stays.", post.name),
                "Give the command `order_departure`: it moves the people with the post.",
            ));
        }
        Ok(vec![PostStatusSet { post: self.post, from: self.from, status: self.status }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        let offices: Vec<OfficeId> =
            world.offices.iter().filter(|(_, office)| office.post == self.post).map(|(id, _)| id).collect();
        Subject { offices, changed: world.posts.row(self.post).map(|row| row.changed), ..Subject::default() }
    }
}

/// A post has this status from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PostStatusSet {
    /// Which post.
    pub post: PostId,
    /// The first day it holds.
    pub from: Date,
    /// The status.
    pub status: PostStatus,
}

impl Apply for PostStatusSet {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(post) = world.posts.edit(self.post, at) {
            post.status.set(self.from, self.status);
        }
    }
}

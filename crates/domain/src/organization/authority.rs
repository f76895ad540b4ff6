//! Lines of authority. A person stands under several at once; each relation is dated and confers named acts, and
//! authorisation follows them (facts §2).

use std::collections::BTreeSet;
use std::ops::Bound;

use serde::{Deserialize, Serialize};

use super::known_office;
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{Date, OfficeId, Period, Position, Service, Text, Timeline};
use crate::world::World;

/// What an authority allows its holder to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// See the office's people and billets row by row.
    SeeRoster,
    /// Direct daily work.
    Direct,
    /// Divert people within the area for a time.
    Divert,
    /// Concur or not with assignments to the office.
    Concur,
    /// Propose and change assignments.
    Allocate,
    /// Change billets and their authorisation.
    Man,
    /// Give orders, pay, promote, discipline.
    Order,
    /// Train and certify.
    Train,
    /// Fund and supply.
    Fund,
    /// Decide on presence and security in the country.
    DecidePresence,
    /// Rate performance.
    Rate,
}

macro_rules! authorities {
    ($($variant:ident $title:literal [$($act:ident)*] $source:literal, $doc:literal;)*) => {
        /// A kind of authority over an office or its people.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
        #[serde(rename_all = "snake_case")]
        pub enum AuthorityKind { $(#[doc = $doc] $variant,)* }

        impl AuthorityKind {
            /// Every kind, with the acts it confers: the table that authorisation follows.
            pub const ALL: &'static [AuthorityDefinition] = &[$(AuthorityDefinition {
                kind: Self::$variant, title: $title, acts: &[$(Act::$act),*], meaning: $doc, source: $source,
            }),*];

            /// The acts it confers.
            pub fn acts(self) -> &'static [Act] {
                match self { $(Self::$variant => &[$(Act::$act),*],)* }
            }
        }
    };
}

/// One row of the table of authorities.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct AuthorityDefinition {
    /// Which kind.
    pub kind: AuthorityKind,
    /// The name people use.
    pub title: &'static str,
    /// The acts it confers.
    pub acts: &'static [Act],
    /// What it means.
    pub meaning: &'static str,
    /// Where that comes from.
    pub source: &'static str,
}

authorities! {
    Parent "Parent organisation" [SeeRoster Direct Divert Concur Rate] "facts §2", "An organisation's authority over its own elements.";
    OperationalControl "Operational control (OPCON)" [SeeRoster Direct Divert Concur] "facts §2", "A combatant commander's authority over the offices in the area of responsibility.";
    TacticalControl "Tactical control (TACON)" [Direct] "facts §2", "Local direction of a temporary team.";
    ChiefOfMission "Chief of mission" [Direct DecidePresence] "facts §2", "Direction and supervision of executive branch people in the country.";
    AdministrativeControl "Administrative control" [Order Rate] "facts §2 (unconfirmed in detail)", "A service's authority over its own people: orders, pay, promotion, discipline.";
    ServiceSupport "DSCS management and support" [SeeRoster Allocate Man Train Fund] "facts §1, §2", "Staffing, training, equipping, funds and services from the Defense Security Cooperation Service.";
    AttacheFunctions "DIA attaché functions" [Direct Concur] "facts §2", "The Defense Intelligence Agency's direction of attaché functions.";
    RatingChain "Rating chain" [Rate] "facts §2", "Who rates the people of the office.";
}

/// Who holds an authority.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AuthorityHolder {
    /// An office of this system.
    Office(OfficeId),
    /// A military service, over its own people in the office.
    Service(Service),
    /// The chief of mission of the office's host country, who does not sign in here.
    Mission,
}

/// A dated authority over an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// Which kind.
    pub kind: AuthorityKind,
    /// Who holds it.
    pub holder: AuthorityHolder,
    /// Over which office.
    pub over: OfficeId,
    /// From when until when.
    pub period: Period,
    /// The document it rests on.
    pub source: Text,
}

impl Authority {
    /// Whether the holder is the organisation above in the service's own structure.
    fn is_superior(&self) -> bool {
        matches!(self.kind, AuthorityKind::Parent | AuthorityKind::OperationalControl)
    }
}

/// Records an authority. A new parent or operational control ends the one before it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(transparent)]
pub struct RecordAuthority(pub Authority);

impl Decide for RecordAuthority {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        let authority = &self.0;
        let over = known_office(world, authority.over)?;
        if authority.is_superior() {
            let AuthorityHolder::Office(holder) = authority.holder else {
                return Err(refuse(
                    "authority-holder",
                    format!("Only an office can be the superior of {}.", over.code),
                    "Name an office as holder.",
                ));
            };
            known_office(world, holder)?;
            if let Some(day) = circle_on(world, authority.over, holder, authority.period) {
                return Err(refuse(
                    "authority-circle",
                    format!("{} would stand above itself on {day}.", over.code),
                    "Choose a superior that does not stand below the office, or a shorter period.",
                ));
            }
        } else if let AuthorityHolder::Office(holder) = authority.holder {
            known_office(world, holder)?;
        }
        if world.authorities.contains(authority) {
            return Ok(Vec::new());
        }
        Ok(vec![AuthorityRecorded(authority.clone()).into()])
    }

    fn subject(&self, world: &World) -> Subject {
        Subject {
            offices: vec![self.0.over],
            changed: world.offices.row(self.0.over).map(|row| row.changed),
            ..Subject::default()
        }
    }
}

/// The first day of the period on which the office would stand above itself. A chain changes only where one of its
/// offices gets another superior, so those days are looked at and no others.
fn circle_on(world: &World, over: OfficeId, holder: OfficeId, period: Period) -> Option<Date> {
    let mut days = BTreeSet::from([period.from()]);
    let mut looked_at = None;
    while let Some(day) =
        days.range((looked_at.map_or(Bound::Unbounded, Bound::Excluded), Bound::Unbounded)).next().copied()
    {
        for at in std::iter::once(holder).chain(world.above(holder, day)) {
            if at == over {
                return Some(day);
            }
            let changes = world.offices[at].superiors.iter().map(|(from, _)| from);
            days.extend(changes.filter(|from| period.contains(*from)));
        }
        looked_at = Some(day);
    }
    None
}

/// An authority was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AuthorityRecorded(pub Authority);

impl Apply for AuthorityRecorded {
    fn apply(&self, world: &mut World, at: Position) {
        let mut authority = self.0.clone();
        if authority.is_superior() {
            let from = authority.period.from();
            let rivals = |held: &Authority| held.over == authority.over && held.is_superior();
            // One superior a day: the one before ends here, one of the same day is replaced, and one that was recorded
            // for later still begins when it was to begin.
            let later = world.authorities.iter().filter(|held| rivals(held) && held.period.from() > from);
            let next = later.map(|held| held.period.from()).min();
            world.authorities.retain(|held| !(rivals(held) && held.period.from() == from));
            for earlier in world.authorities.iter_mut().filter(|held| rivals(held) && held.period.from() < from) {
                earlier.period = earlier.period.ended(from).expect("it begins before the day on which it ends");
            }
            if let Some(next) = next {
                authority.period = authority.period.ended(next).expect("the next one begins after this one");
            }
            // The timeline says what the list says: derived from it, whatever order it was recorded in.
            let over = authority.over;
            world.authorities.push_back(authority);
            let mut spans: Vec<(Period, AuthorityHolder)> = world
                .authorities
                .iter()
                .filter(|held| held.over == over && held.is_superior())
                .map(|held| (held.period, held.holder))
                .collect();
            spans.sort_unstable_by_key(|(period, _)| period.from());
            let mut superiors = Timeline::default();
            for (period, holder) in spans {
                let AuthorityHolder::Office(holder) = holder else { continue };
                superiors.set(period.from(), Some(holder));
                if let Some(until) = period.until() {
                    superiors.set(until, None);
                }
            }
            if let Some(office) = world.offices.edit(over, at) {
                office.superiors = superiors;
            }
            world.touch_roster(over, at);
            return;
        }
        world.authorities.push_back(authority);
    }
}

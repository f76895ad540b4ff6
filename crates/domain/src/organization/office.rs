//! Offices: combatant commands, agencies, headquarters, schools and security cooperation organisations (SCOs).

use serde::{Deserialize, Serialize};

use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{
    AugmentationId, BilletId, CountryId, Date, DiversionId, OfficeId, Period, Position, PostId, Text, Timeline,
};
use crate::world::World;

/// What sort of organisation an office is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OfficeKind {
    /// One of the geographic combatant commands.
    CombatantCommand,
    /// An implementing or other defense agency.
    Agency,
    /// A headquarters of the service itself.
    Headquarters,
    /// A school.
    School,
    /// A security cooperation organisation in an embassy.
    Sco,
}

/// An organisation that holds billets.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Office {
    /// Short code, unique: `EUCOM`, `SCO-JOR`.
    pub code: Text,
    /// Its name.
    pub name: Text,
    /// What sort of organisation it is.
    pub kind: OfficeKind,
    /// What an SCO is called in its country: ODC, MILGP, JUSMAG …
    pub designation: Option<Text>,
    /// The host country of an SCO.
    pub country: Option<CountryId>,
    /// Where it is.
    pub post: PostId,
    /// IANA time zone of its deadlines.
    pub zone: Text,
    /// From when until when it exists.
    pub existence: Period,
    /// The strength that manpower reviews validated, from each review's date on.
    pub validated: Timeline<Validation>,
    /// The office above, from dated authority relations (derived).
    pub superiors: Timeline<Option<OfficeId>>,
}

/// A manpower review's result.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Validation {
    /// People validated as required.
    pub strength: u32,
    /// The review's document.
    pub document: Text,
    /// The day the review was held; unknown of reviews recorded before it was asked for.
    pub reviewed: Option<Date>,
    /// What the review found and on what it rests; names no person.
    pub evidence: Option<Text>,
}

/// The billets that belong or belonged to an office, and who came to it without one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Roster {
    /// In id order.
    pub billets: Vec<BilletId>,
    /// Diversions to the office, in id order.
    pub diversions: Vec<DiversionId>,
    /// Augmentations of the office, in id order.
    pub augmentations: Vec<AugmentationId>,
}

/// Registers an office.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RegisterOffice {
    /// Short code, unique.
    pub code: Text,
    /// Its name.
    pub name: Text,
    /// What sort of organisation it is.
    pub kind: OfficeKind,
    /// What an SCO is called in its country.
    pub designation: Option<Text>,
    /// The host country of an SCO.
    pub country: Option<CountryId>,
    /// Where it is.
    pub post: PostId,
    /// IANA time zone of its deadlines.
    pub zone: Text,
    /// From when until when it exists.
    pub existence: Period,
}

impl Decide for RegisterOffice {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        if self.code.is_empty() || self.code.chars().any(char::is_whitespace) {
            return Err(refuse(
                "office-code",
                format!("`{}` is not an office code.", self.code),
                "Give a code without spaces, such as `SCO-JOR`.",
            ));
        }
        if let Some(id) = world.keys.office.get(&self.code) {
            return Err(refuse(
                "office-code-taken",
                format!("The code {} already names {} ({id}).", self.code, world.offices[*id].name),
                "Choose another code, or change the office that has this one.",
            ));
        }
        known_post(world, self.post)?;
        if let Some(country) = self.country
            && world.countries.get(country).is_none()
        {
            return Err(refuse("no-country", format!("There is no country {country}."), "Register the country first."));
        }
        if (self.kind == OfficeKind::Sco) != self.country.is_some() {
            return Err(refuse(
                "sco-country",
                format!("{} must name a host country exactly if it is an SCO.", self.code),
                "Give `country` for an SCO and leave it out otherwise.",
            ));
        }
        Ok(vec![OfficeRegistered { office: world.offices.next_id(), registered: self.clone() }.into()])
    }

    fn subject(&self, _world: &World) -> Subject {
        Subject::default()
    }
}

/// An office was registered.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OfficeRegistered {
    /// Its id.
    pub office: OfficeId,
    /// Its facts.
    #[serde(flatten)]
    pub registered: RegisterOffice,
}

impl Apply for OfficeRegistered {
    fn apply(&self, world: &mut World, at: Position) {
        let RegisterOffice { code, name, kind, designation, country, post, zone, existence } = self.registered.clone();
        world.keys.office.insert(code.clone(), self.office);
        let office = Office {
            code,
            name,
            kind,
            designation,
            country,
            post,
            zone,
            existence,
            validated: Timeline::default(),
            superiors: Timeline::default(),
        };
        world.offices.push(office, at);
        world.rosters.push(Roster::default(), at);
    }
}

/// Closes an office from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EndOffice {
    /// Which office.
    pub office: OfficeId,
    /// The first day without it.
    pub on: Date,
}

impl Decide for EndOffice {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        let office = known_office(world, self.office)?;
        if office.existence.ended(self.on).is_none() {
            return Err(refuse(
                "backward",
                format!("{} would end on {} before it began on {}.", office.code, self.on, office.existence.from()),
                "Give a later date.",
            ));
        }
        if self.on > office.existence.end() {
            return Err(refuse(
                "not-earlier",
                format!("{} already exists {}.", office.code, office.existence),
                "Give a day before its end.",
            ));
        }
        let open = world.rosters[self.office].billets.iter().find(|id| {
            let billet = &world.billets[**id];
            let held = billet.terms.spans().filter(|(_, terms)| terms.office == self.office);
            held.map(|(span, _)| span.end().min(billet.authorised.end())).any(|end| end > self.on)
        });
        if let Some(billet) = open {
            return Err(refuse(
                "office-has-billets",
                format!(
                    "{} still holds billet {} ({billet}) after {}.",
                    office.code, world.billets[*billet].number, self.on
                ),
                "End or move its billets first.",
            ));
        }
        if self.on == office.existence.end() {
            return Ok(Vec::new());
        }
        Ok(vec![OfficeEnded { office: self.office, on: self.on }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        Subject {
            offices: vec![self.office],
            changed: world.offices.row(self.office).map(|row| row.changed),
            ..Subject::default()
        }
    }
}

/// An office ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeEnded {
    /// Which office.
    pub office: OfficeId,
    /// The first day without it.
    pub on: Date,
}

impl Apply for OfficeEnded {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(office) = world.offices.edit(self.office, at)
            && let Some(existence) = office.existence.ended(self.on)
        {
            office.existence = existence;
        }
        world.touch_roster(self.office, at);
    }
}

/// Records a manpower review: the strength it validates for an office from a date on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ValidateStrength {
    /// Which office.
    pub office: OfficeId,
    /// The first day the review holds for.
    pub from: Date,
    /// What it validates.
    pub validation: Validation,
}

impl Decide for ValidateStrength {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        known_office(world, self.office)?;
        if self.validation.document.trim().is_empty() {
            return Err(refuse(
                "review-document",
                "A validated strength needs the review it rests on.",
                "Name the review's document.",
            ));
        }
        let Some(reviewed) = self.validation.reviewed else {
            return Err(refuse(
                "review-date",
                "A validated strength needs the day its review was held.",
                "Give `reviewed`.",
            ));
        };
        if reviewed > context.today || reviewed > self.from {
            return Err(refuse(
                "review-date",
                format!("A review held on {reviewed} cannot hold from {} on, as of {}.", self.from, context.today),
                "Give the day it was held: today at the latest, and not after `from`.",
            ));
        }
        if self.validation.evidence.as_ref().is_none_or(|evidence| evidence.trim().is_empty()) {
            return Err(refuse(
                "review-evidence",
                "A validated strength needs the evidence its review found.",
                "Say in `evidence` what was counted and observed.",
            ));
        }
        Ok(vec![StrengthValidated { office: self.office, from: self.from, validation: self.validation.clone() }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        Subject {
            offices: vec![self.office],
            changed: world.offices.row(self.office).map(|row| row.changed),
            ..Subject::default()
        }
    }
}

/// A manpower review was recorded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StrengthValidated {
    /// Which office.
    pub office: OfficeId,
    /// The first day the review holds for.
    pub from: Date,
    /// What it validates.
    pub validation: Validation,
}

impl Apply for StrengthValidated {
    fn apply(&self, world: &mut World, at: Position) {
        if let Some(office) = world.offices.edit(self.office, at) {
            office.validated.set(self.from, self.validation.clone());
        }
        world.touch_roster(self.office, at);
    }
}

pub(crate) fn known_office(world: &World, id: OfficeId) -> Result<&Office, Refusal> {
    world.offices.get(id).ok_or_else(|| {
        refuse("no-office", format!("There is no office {id}."), "Check the id, or register the office first.")
    })
}

pub(crate) fn known_post(world: &World, id: PostId) -> Result<&super::Post, Refusal> {
    world.posts.get(id).ok_or_else(|| {
        refuse("no-post", format!("There is no post {id}."), "Check the id, or register the post first.")
    })
}

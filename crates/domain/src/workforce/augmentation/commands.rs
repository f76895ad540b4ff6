//! Recording who is present at an office without a billet, and when they leave.

use serde::{Deserialize, Serialize};

use super::{AUGMENTATION_FUNDING, Augmentation, AugmentationKind, AugmentationPurpose, Augmenting, Tacon};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AugmentationId, Date, OfficeId, Period, PersonId, Position, Service, Text};
use crate::organization::{AuthorityKind, Office, OfficeKind, known_office};
use crate::workforce::FundingSource;
use crate::workforce::rules::known_person;
use crate::workforce::sending::{elsewhere_in, may_be_sent, offices_during};
use crate::world::World;

/// People present together in one record at most: a larger team is several records.
const LARGEST_TEAM: u8 = 200;

/// Records that people are present at an office for a time without a billet there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AugmentOffice {
    /// At which office.
    pub office: OfficeId,
    /// Of which kind.
    pub kind: AugmentationKind,
    /// Who.
    pub who: Augmenting,
    /// From when until when.
    pub period: Period,
    /// The orders, contract or request it rests on; names no person.
    pub document: Text,
    /// The money that pays for it.
    pub funding: FundingSource,
    /// What the money is spent on.
    pub purpose: AugmentationPurpose,
}

impl Decide for AugmentOffice {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        let office = known_office(world, self.office)?;
        if self.document.trim().is_empty() {
            return Err(refuse(
                "augmentation-document",
                format!("Nothing says on what authority people would be present at {}.", office.code),
                "Name the orders, contract or request in `document`.",
            ));
        }
        self.check_days(world)?;
        self.check_money()?;
        self.check_who(world, office)?;
        may_be_sent(world, self.office, self.period)?;
        self.check_tacon(world, office)?;
        Ok(vec![
            OfficeAugmented {
                augmentation: world.augmentations.next_id(),
                recorded: self.clone(),
                decided: context.today,
            }
            .into(),
        ])
    }

    /// The office, and those that a named person is taken away from; for somebody between offices the headquarters.
    fn subject(&self, world: &World) -> Subject {
        let mut offices = vec![self.office];
        if let Some(person) = self.who.person() {
            offices.extend(homes(world, person, self.period));
        }
        let person = self.who.person().filter(|person| world.people.get(*person).is_some());
        Subject {
            offices,
            person,
            service: person.map(|person| world.people[person].service),
            changed: world.offices.row(self.office).map(|row| row.changed),
            ..Subject::default()
        }
    }
}

/// The offices a person is assigned to within a period.
fn assigned_to(world: &World, person: PersonId, period: Period) -> Vec<OfficeId> {
    let tours = world.people.get(person).into_iter().flat_map(|facts| &facts.tours).map(|id| &world.tours[*id]);
    let primary = tours.filter(|tour| tour.is_primary());
    let within = primary.filter_map(|tour| Some((tour.billet, tour.period()?.overlap(period)?)));
    within.flat_map(|(billet, days)| offices_during(world, billet, days)).collect()
}

/// The offices a person belongs to within a period; the headquarters for somebody who is assigned to none.
fn homes(world: &World, person: PersonId, period: Period) -> Vec<OfficeId> {
    let mut offices = assigned_to(world, person, period);
    if offices.is_empty() {
        let headquarters = world.offices.iter().filter(|(_, office)| office.kind == OfficeKind::Headquarters);
        offices.extend(headquarters.map(|(id, _)| id));
    }
    offices
}

impl AugmentOffice {
    fn check_days(&self, world: &World) -> Result<(), Refusal> {
        let definition = self.kind.definition();
        let most = world.lever(definition.days, self.period.from());
        if i64::from(self.period.days()) > most {
            let asked =
                self.period.until().map_or("without an end".to_owned(), |_| format!("of {} days", self.period.days()));
            return Err(refuse(
                "augmentation-days",
                format!("{} {asked} is longer than {most} days.", definition.title),
                format!("Give a shorter period, or set the lever `{}`.", definition.days),
            ));
        }
        Ok(())
    }

    fn check_money(&self) -> Result<(), Refusal> {
        let mut lawful = AUGMENTATION_FUNDING.iter().filter(|line| line.kind == self.kind);
        if lawful.clone().any(|line| line.funding == self.funding && line.purpose == self.purpose) {
            return Ok(());
        }
        let may: Vec<String> = lawful
            .by_ref()
            .map(|line| format!("{} for {}", line.funding.title(), line.purpose.title().to_lowercase()))
            .collect();
        Err(refuse(
            "augmentation-funding",
            format!(
                "{} may not be paid from {} for {}.",
                self.kind.definition().title,
                self.funding.title(),
                self.purpose.title().to_lowercase()
            ),
            format!("What may pay: {}.", may.join("; ")),
        ))
    }

    fn check_who(&self, world: &World, office: &Office) -> Result<(), Refusal> {
        let definition = self.kind.definition();
        match self.who {
            Augmenting::People(heads) if !(1..=LARGEST_TEAM).contains(&heads) => Err(refuse(
                "augmentation-heads",
                format!("{heads} people are not a team."),
                format!("Give 1 to {LARGEST_TEAM}."),
            )),
            Augmenting::People(_) => Ok(()),
            Augmenting::Person(_) if !definition.names_people => Err(refuse(
                "augmentation-on-record",
                format!("{} is nobody of the workforce.", definition.title),
                "Give the number of people.",
            )),
            Augmenting::Person(person) => {
                let facts = known_person(world, person)?;
                if facts.service == Service::LocallyEmployed {
                    return Err(refuse(
                        "locally-employed",
                        format!("{person} is locally employed by the embassy."),
                        "Name somebody of the US staff.",
                    ));
                }
                if assigned_to(world, person, self.period).contains(&self.office) {
                    return Err(refuse(
                        "augmentation-home",
                        format!("{person} is assigned to {} in these days.", office.code),
                        "Nothing needs recording: they are present by their tour.",
                    ));
                }
                elsewhere_in(world, person, self.period)
            }
        }
    }

    /// Refuses a team on whose days nobody is recorded to have tactical control over the office.
    fn check_tacon(&self, world: &World, office: &Office) -> Result<(), Refusal> {
        let definition = self.kind.definition();
        let needed = match definition.tacon {
            Tacon::Never => false,
            Tacon::Teams => self.who.heads() > 1,
            Tacon::Always => true,
        };
        let mut held: Vec<Period> = world
            .authorities
            .iter()
            .filter(|held| needed && held.kind == AuthorityKind::TacticalControl && held.over == self.office)
            .map(|held| held.period)
            .collect();
        held.sort_unstable_by_key(|period| period.from());
        let covered = held.into_iter().fold(
            self.period.from(),
            |day, period| {
                if period.contains(day) { period.end() } else { day }
            },
        );
        if needed && covered < self.period.end() {
            return Err(refuse(
                "no-tacon",
                format!("Nobody is recorded to have tactical control at {} on {covered}.", office.code),
                "Record the authority (TACON) over the office for all days of the team first.",
            ));
        }
        Ok(())
    }
}

/// People are present at an office for a time without a billet there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeAugmented {
    /// Its id.
    pub augmentation: AugmentationId,
    /// Who, where, when, on what authority and money.
    pub recorded: AugmentOffice,
    /// The day it was recorded.
    pub decided: Date,
}

impl Apply for OfficeAugmented {
    fn apply(&self, world: &mut World, at: Position) {
        let AugmentOffice { office, kind, who, period, document, funding, purpose } = self.recorded.clone();
        let decided = self.decided;
        let augmentation = Augmentation { office, kind, who, period, document, funding, purpose, decided, ended: None };
        let id = world.augmentations.push(augmentation, at);
        if let Some(roster) = world.rosters.edit(office, at) {
            roster.augmentations.push(id);
        }
        if let Some(person) = who.person() {
            if let Some(facts) = world.people.edit(person, at) {
                facts.augmentations.push(id);
            }
            crate::workforce::person::touch_homes(world, person, at);
        }
    }
}

/// Ends an augmentation: from the day on nobody of it is present. On its first day or before, it never was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EndAugmentation {
    /// Which.
    pub augmentation: AugmentationId,
    /// The first day after it.
    pub on: Date,
}

impl Decide for EndAugmentation {
    fn decide(&self, world: &World, _context: &Context) -> Decision {
        let Some(augmentation) = world.augmentations.get(self.augmentation) else {
            return Err(refuse(
                "no-augmentation",
                format!("There is no augmentation {}.", self.augmentation),
                "Check the id in the list of augmentations.",
            ));
        };
        let Some(days) = augmentation.days().filter(|days| self.on < days.end()) else {
            return Err(refuse(
                "not-earlier",
                format!("Augmentation {} does not last beyond {}.", self.augmentation, self.on),
                "Give a day before its end.",
            ));
        };
        Ok(vec![AugmentationEnded { augmentation: self.augmentation, on: self.on.max(days.from()) }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        let Some(row) = world.augmentations.row(self.augmentation) else { return Subject::default() };
        let mut offices = vec![row.fact.office];
        let person = row.fact.who.person();
        if let Some(person) = person {
            offices.extend(homes(world, person, row.fact.period));
        }
        let service = person.map(|person| world.people[person].service);
        Subject { offices, person, service, changed: Some(row.changed), ..Subject::default() }
    }
}

/// An augmentation ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AugmentationEnded {
    /// Which.
    pub augmentation: AugmentationId,
    /// The first day after it.
    pub on: Date,
}

impl Apply for AugmentationEnded {
    fn apply(&self, world: &mut World, at: Position) {
        let Some(augmentation) = world.augmentations.edit(self.augmentation, at) else { return };
        augmentation.ended = Some(self.on);
        let (office, person) = (augmentation.office, augmentation.who.person());
        world.touch_roster(office, at);
        if let Some(person) = person {
            crate::workforce::person::touch_homes(world, person, at);
        }
    }
}

//! Asking for a waiver.

use serde::{Deserialize, Serialize};

use super::{WaivableRule, Waiver, WaiverExtent, pair_subject, said};
use crate::command::{Context, Decide, Decision, Refusal, Subject, refuse};
use crate::event::{Apply, SealedFact};
use crate::kernel::{AccountId, BilletId, Date, PersonId, Position, Sealed, Text, WaiverId};
use crate::world::World;

/// Asks that one rule be waived for one person in one billet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestWaiver {
    /// For whom.
    pub person: PersonId,
    /// In which billet.
    pub billet: BilletId,
    /// Which rule.
    pub rule: WaivableRule,
    /// How much of it; partly only where the rule has a unit.
    pub extent: WaiverExtent,
    /// Why; kept sealed under the person's key.
    pub justification: Text,
}

impl Decide for RequestWaiver {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        self.check_pair(world)?;
        if let WaiverExtent::Partial(most) = self.extent {
            let rule = self.rule.slug();
            if self.rule.unit().is_none() {
                return Err(refuse(
                    "waiver-extent",
                    format!("The rule `{rule}` cannot be waived in part."),
                    "Ask for the whole rule, with `full`.",
                ));
            }
            if !(1..=1500).contains(&most) {
                return Err(refuse(
                    "waiver-extent",
                    format!("A waiver of {most} of the rule `{rule}` is not one."),
                    "Give 1 to 1,500 of the rule's unit, or `full`.",
                ));
            }
        }
        said(&self.justification, "justification")?;
        let same = |held: &Waiver| held.person == self.person && held.billet == self.billet && held.rule == self.rule;
        if let Some((id, _)) = world.waivers.iter().find(|(_, held)| same(held) && held.is_live(context.today)) {
            return Err(refuse(
                "waiver-known",
                format!("Waiver {id} asks for or gives the same."),
                "Wait for its decision, or withdraw it first.",
            ));
        }
        Ok(vec![
            WaiverRequested {
                waiver: world.waivers.next_id(),
                person: self.person,
                billet: self.billet,
                rule: self.rule,
                extent: self.extent,
                justification: Sealed::Open(self.justification.to_string()),
                requested: context.today,
                by: context.actor,
            }
            .into(),
        ])
    }

    fn subject(&self, world: &World) -> Subject {
        // The office that the billet belongs to from now on; there is no context here that would tell the day.
        pair_subject(world, self.person, self.billet, Date::MAX, None)
    }
}

impl RequestWaiver {
    fn check_pair(&self, world: &World) -> Result<(), Refusal> {
        let Some(person) = world.people.get(self.person) else {
            return Err(refuse("no-person", format!("There is no person {}.", self.person), "Check the id."));
        };
        if world.billets.get(self.billet).is_none() {
            return Err(refuse("no-billet", format!("There is no billet {}.", self.billet), "Check the id."));
        }
        if !person.service.is_slated() {
            return Err(refuse(
                "locally-employed",
                format!("{} is locally employed by the embassy.", self.person),
                "Ask for somebody of the US staff.",
            ));
        }
        if person.personal.is_none() {
            return Err(refuse(
                "person-erased",
                format!("The sealed facts of {} were erased.", self.person),
                "Choose somebody whose record is held.",
            ));
        }
        Ok(())
    }
}

/// A waiver was asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaiverRequested {
    /// Its id.
    pub waiver: WaiverId,
    /// For whom.
    pub person: PersonId,
    /// In which billet.
    pub billet: BilletId,
    /// Which rule.
    pub rule: WaivableRule,
    /// How much of it.
    pub extent: WaiverExtent,
    /// Why; of the field class *personal*.
    pub justification: Sealed<String>,
    /// The day.
    pub requested: Date,
    /// Who asked.
    pub by: Option<AccountId>,
}

impl Apply for WaiverRequested {
    fn apply(&self, world: &mut World, at: Position) {
        let Self { person, billet, rule, extent, requested, by, .. } = self.clone();
        let justification = self.justification.open().cloned();
        let (decision, withdrawn) = (None, None);
        world
            .waivers
            .push(Waiver { person, billet, rule, extent, justification, requested, by, decision, withdrawn }, at);
    }

    fn sealed(
        &mut self,
        visit: &mut dyn FnMut(PersonId, &mut dyn SealedFact) -> Result<(), serde_json::Error>,
    ) -> Result<(), serde_json::Error> {
        visit(self.person, &mut self.justification)
    }
}

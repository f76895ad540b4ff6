//! Whom of a requisition's people an asker sees by name, and how much of what was said about them. The one place that
//! says it.
//!
//! 1. Whoever may see the person as a row of the workforce sees the name here too.
//! 2. The gaining office sees the name, grade and service of whoever is offered to it, while the offer stands or once it
//!    was accepted, and how the ordinary facts compare with what the billet needs; nothing more.
//! 3. The vetters of a board see the same of its nominees, while the board sits.
//! 4. What was said about a person (justification, findings, reasons) goes to those who see the person's personal facts,
//!    to headquarters and the director who decide on it, and, as far as it speaks for the nomination, to those whom it
//!    was addressed to.

use muster_domain::PersonId;
use muster_domain::allocation::{Nominee, NomineeStanding, Requisition, Vetter};
use muster_domain::organization::{Holder, speaks_for};

use super::super::asker::Asker;
use super::super::names::{Names, PersonName};
use crate::policy::{FieldClass, Question};

/// One asker before one requisition.
pub(super) struct Sight<'a> {
    asker: &'a Asker,
    names: &'a Names,
    requisition: &'a Requisition,
    office: bool,
    vetter: bool,
    headquarters: bool,
}

impl<'a> Sight<'a> {
    pub fn of(asker: &'a Asker, names: &'a Names, requisition: &'a Requisition) -> Self {
        let (world, today) = (&*asker.world, asker.today);
        let speaks = |holder| speaks_for(world, asker.account, holder, today);
        let office = requisition.office(world);
        Self {
            asker,
            names,
            requisition,
            office: speaks(Holder::Office(office)),
            vetter: requisition.board.is_some()
                && Vetter::ALL.iter().any(|vetter| speaks(vetter.holder(world, office, today))),
            headquarters: speaks(Holder::Headquarters) || speaks(Holder::Director),
        }
    }

    /// The person of a nomination, where the asker may see who it is.
    pub fn nominee(&self, nominee: &Nominee) -> Option<PersonName> {
        self.names.person(nominee.person).or_else(|| {
            self.is_addressed(nominee).then(|| PersonName::of(&self.asker.world, nominee.person, self.asker.today))
        })
    }

    /// Whether the nomination is the asker's to answer, or was accepted by them.
    fn is_addressed(&self, nominee: &Nominee) -> bool {
        let offered =
            self.requisition.is_offered(&self.asker.world, nominee) || nominee.standing() == NomineeStanding::Accepted;
        (self.office && offered) || (self.vetter && nominee.is_live())
    }

    /// Anybody else whom the requisition names: by rule 1, or where a nomination of them is addressed to the asker.
    pub fn person(&self, person: PersonId) -> Option<PersonName> {
        let nominee = || self.requisition.nominees.iter().rev().find(|nominee| nominee.person == person);
        self.names.person(person).or_else(|| nominee().and_then(|nominee| self.nominee(nominee)))
    }

    /// Whether the asker sees the sealed facts of a person.
    pub fn sealed(&self, person: PersonId) -> bool {
        [FieldClass::Personal, FieldClass::Family].into_iter().all(|class| {
            self.asker.class_scope(Question::People, class).sees_person(&self.asker.world, person, self.asker.today)
        })
    }

    /// Whether the asker reads what was found or decided about a person.
    pub fn findings(&self, person: PersonId) -> bool {
        self.headquarters || self.sealed(person)
    }

    /// Whether the asker reads why a nominee was nominated.
    pub fn justification(&self, nominee: &Nominee) -> bool {
        self.findings(nominee.person) || self.is_addressed(nominee)
    }
}

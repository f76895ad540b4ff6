//! Who may do what: the one place that answers it, from the Cedar policies in `policies/` and the dated authority
//! relations in the World.
//!
//! Cedar is asked per role, action, field class and kind of reach, never per row; the answers become [`Scope`]s. A
//! property test holds every scope equal to Cedar asked office by office.

mod cedar;
mod matrix;
mod reach;
mod scopes;

use std::sync::Arc;

use muster_domain::access::{Grant, Scope};
use muster_domain::{AccountId, Command, Date, Decide, OfficeId, Subject, Text, World};

use cedar::{Cedar, Request, Resource};
pub use cedar::{FieldClass, PolicyError, Question};
pub use matrix::matrix;
use reach::acts_over;
use scopes::ScopeCache;

use crate::desk::{Authorise, Denial};

/// The policies in force, with the scopes already worked out.
#[derive(Clone)]
pub struct Policy(Arc<Inner>);

struct Inner {
    cedar: Cedar,
    scopes: ScopeCache,
}

impl Policy {
    /// Reads and validates the policies built into the program.
    pub fn load() -> Result<Self, PolicyError> {
        Ok(Self(Arc::new(Inner { cedar: Cedar::load()?, scopes: ScopeCache::default() })))
    }

    /// The rows that an account may see for a question and a field class, as of today.
    pub fn scope(
        &self,
        world: &World,
        today: Date,
        account: AccountId,
        question: Question,
        class: FieldClass,
    ) -> Arc<Scope> {
        self.0.scopes.get(&self.0.cedar, world, today, account, question, class)
    }

    /// Whether the policy lets an account see the rows of an office: asked of Cedar itself, which takes its time. What
    /// [`Policy::scope`] says of the office is held against this.
    pub fn sees_office(
        &self,
        world: &World,
        today: Date,
        account: AccountId,
        (question, class): (Question, FieldClass),
        office: OfficeId,
    ) -> bool {
        world.grants(account, today).any(|grant| {
            self.0.cedar.ask(&Request {
                role: grant.role,
                action: question.action(),
                class,
                resource: Resource::Office(office, world.offices[office].kind),
                acts: &acts_of(world, today, grant, office),
                own_service: false,
                own_row: false,
                own_purchaser: false,
            })
        })
    }

    /// Whether an account may ask a question that is about the service as a whole, such as the journal.
    pub fn may_ask(&self, world: &World, today: Date, account: AccountId, question: Question) -> bool {
        world.grants(account, today).any(|grant| {
            self.0.cedar.allows(&Request {
                role: grant.role,
                action: question.action(),
                class: FieldClass::Ordinary,
                resource: Resource::Installation,
                acts: &[],
                own_service: false,
                own_row: false,
                own_purchaser: false,
            })
        })
    }

    /// The purchaser codes whose cases an account sees in the partner portal today, in the order granted.
    pub fn purchasers(&self, world: &World, today: Date, account: AccountId) -> Vec<Text> {
        let mut codes: Vec<Text> = Vec::new();
        for grant in world.grants(account, today) {
            let Some(code) = &grant.purchaser else { continue };
            let sees = self.0.cedar.allows(&Request {
                role: grant.role,
                action: Question::Portal.action(),
                class: FieldClass::Ordinary,
                resource: Resource::Installation,
                acts: &[],
                own_service: false,
                own_row: false,
                own_purchaser: true,
            });
            if sees && !codes.contains(code) {
                codes.push(code.clone());
            }
        }
        codes
    }

    /// The commands and questions an account may give somewhere: for showing what is worth offering, never for deciding.
    pub fn may_somewhere(&self, world: &World, today: Date, account: AccountId) -> Vec<&'static str> {
        let grants: Vec<&Grant> = world.grants(account, today).collect();
        let actions =
            Question::ALL.iter().map(|question| question.action()).chain(Command::KINDS.iter().map(|(name, _)| *name));
        actions.filter(|action| grants.iter().any(|grant| self.0.cedar.allows_somewhere(grant.role, action))).collect()
    }

    /// Whether one grant allows a command on everything it acts on.
    fn grant_allows(&self, world: &World, today: Date, grant: &Grant, action: &'static str, subject: &Subject) -> bool {
        let own_service = grant.service.is_some() && grant.service == subject.service;
        let own_row = grant.person.is_some() && grant.person == subject.person;
        let own_purchaser = grant.purchaser.is_some() && grant.purchaser == subject.purchaser;
        let asks = |resource: Resource, acts: &[muster_domain::organization::Act]| {
            self.0.cedar.allows(&Request {
                role: grant.role,
                action,
                class: FieldClass::Ordinary,
                resource,
                acts,
                own_service,
                own_row,
                own_purchaser,
            })
        };
        if subject.offices.is_empty() {
            return asks(Resource::Installation, &[]);
        }
        subject.offices.iter().all(|office| match world.offices.get(*office) {
            Some(facts) => asks(Resource::Office(*office, facts.kind), &acts_of(world, today, grant, *office)),
            // An office that does not exist is refused by the decision, with a reason.
            None => asks(Resource::Installation, &[]),
        })
    }
}

/// The acts that a grant's office holds over another office on a day.
fn acts_of(world: &World, today: Date, grant: &Grant, over: OfficeId) -> Vec<muster_domain::organization::Act> {
    grant.office.map(|holder| acts_over(world, holder, over, today)).unwrap_or_default()
}

impl Authorise for Policy {
    fn authorise(&self, world: &World, today: Date, actor: Option<AccountId>, command: &Command) -> Result<(), Denial> {
        // No actor: the installation itself, which whoever can write the database file is.
        let Some(account) = actor else { return Ok(()) };
        if let Command::Together(list) = command {
            return list.commands.iter().try_for_each(|command| self.authorise(world, today, actor, command));
        }
        let subject = command.subject(world);
        if world.grants(account, today).any(|grant| self.grant_allows(world, today, grant, command.name(), &subject)) {
            return Ok(());
        }
        // What one may not know exists answers *not found*, so that trying ids teaches nothing.
        let sees = |question| self.scope(world, today, account, question, FieldClass::Ordinary);
        let hidden_person =
            subject.person.is_some_and(|person| !sees(Question::People).sees_person(world, person, today));
        let hidden_office = !subject.offices.is_empty()
            && !subject.offices.iter().all(|office| sees(Question::Billets).sees_office(*office));
        // Whoever may not see a purchaser's cases does not learn of them by writing about one.
        let hidden_purchaser = subject.purchaser.is_some_and(|code| {
            !self.purchasers(world, today, account).contains(&code) && sees(Question::Cases).is_empty()
        });
        if hidden_person || hidden_office || hidden_purchaser {
            return Err(Denial::NotFound);
        }
        Err(Denial::Forbidden(format!("None of your roles may give the command `{}` here.", command.name())))
    }
}

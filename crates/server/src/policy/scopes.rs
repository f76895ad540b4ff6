//! Scopes worked out once per account, question and field class, and again when grants, authorities or offices change.

use std::collections::HashMap;
use std::sync::{Arc, RwLock};

use muster_domain::access::{Grant, Scope};
use muster_domain::{AccountId, Date, World};

use super::acts_of;
use super::cedar::{Cedar, FieldClass, Question, Request, Resource};

type Key = (AccountId, Question, FieldClass);

/// What a scope depends on besides its key.
#[derive(Debug, Clone, PartialEq)]
struct Basis {
    today: Date,
    grants: Vec<Grant>,
    offices: usize,
    /// Authorities only ever grow or end; comparing the vector is a pointer comparison while nothing changed.
    authorities: imbl::Vector<muster_domain::organization::Authority>,
}

impl Basis {
    fn of(world: &World, today: Date, account: AccountId) -> Self {
        Self {
            today,
            grants: world.grants(account, today).cloned().collect(),
            offices: world.offices.len(),
            authorities: world.authorities.clone(),
        }
    }

    fn holds(&self, world: &World, today: Date, account: AccountId) -> bool {
        self.today == today
            && self.offices == world.offices.len()
            && (self.authorities.ptr_eq(&world.authorities) || self.authorities == world.authorities)
            && self.grants.iter().eq(world.grants(account, today))
    }
}

#[derive(Default)]
pub(super) struct ScopeCache(RwLock<HashMap<Key, (Basis, Arc<Scope>)>>);

impl ScopeCache {
    pub(super) fn get(
        &self,
        cedar: &Cedar,
        world: &World,
        today: Date,
        account: AccountId,
        question: Question,
        class: FieldClass,
    ) -> Arc<Scope> {
        let key = (account, question, class);
        if let Some((basis, scope)) = self.0.read().expect("no holder panics").get(&key)
            && basis.holds(world, today, account)
        {
            return Arc::clone(scope);
        }
        let basis = Basis::of(world, today, account);
        let scope = Arc::new(work_out(cedar, world, today, &basis.grants, question, class));
        self.0.write().expect("no holder panics").insert(key, (basis, Arc::clone(&scope)));
        scope
    }
}

/// The scope of these grants: offices one by one, and the service and the own row where the grant reaches one.
pub(super) fn work_out(
    cedar: &Cedar,
    world: &World,
    today: Date,
    grants: &[Grant],
    question: Question,
    class: FieldClass,
) -> Scope {
    grants.iter().fold(Scope::nothing(), |scope, grant| {
        let asks = |resource, acts: &[_], own_service, own_row| {
            cedar.allows(&Request {
                role: grant.role,
                action: question.action(),
                class,
                resource,
                acts,
                own_service,
                own_row,
                own_purchaser: false,
            })
        };
        let offices = world.offices.iter().filter(|(id, office)| {
            asks(Resource::Office(*id, office.kind), &acts_of(world, today, grant, *id), false, false)
        });
        let mut scope = scope.or(Scope::of_offices(world, offices.map(|(id, _)| id)));
        if let Some(service) = grant.service
            && asks(Resource::Installation, &[], true, false)
        {
            scope = scope.or(Scope::of_service(service));
        }
        if let Some(person) = grant.person
            && asks(Resource::Installation, &[], false, true)
        {
            scope = scope.or(Scope::of_person(person));
        }
        scope
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use muster_domain::kernel::Id;

    #[test]
    fn every_scope_is_what_cedar_says_office_by_office() {
        let settings = muster_synthetic::Settings { scale: 0.01, ..Default::default() };
        let world = muster_synthetic::build(&settings);
        let cedar = Cedar::load().unwrap();
        let mut asked = 0_usize;
        for (account, _) in world.accounts.iter() {
            let grants: Vec<Grant> = world.grants(account, settings.today).cloned().collect();
            for question in Question::ALL {
                for class in FieldClass::ALL {
                    let scope = work_out(&cedar, &world, settings.today, &grants, question, class);
                    for (office, facts) in world.offices.iter() {
                        asked += 1;
                        // Cedar itself takes its time: a fixed, wide spread of all questions is asked.
                        if !(asked * 7919).is_multiple_of(23) {
                            continue;
                        }
                        let allowed = grants.iter().any(|grant| {
                            cedar.ask(&Request {
                                role: grant.role,
                                action: question.action(),
                                class,
                                resource: Resource::Office(office, facts.kind),
                                acts: &acts_of(&world, settings.today, grant, office),
                                own_service: false,
                                own_row: false,
                                own_purchaser: false,
                            })
                        });
                        assert_eq!(scope.sees_office(office), allowed, "{account} {question:?} {class:?} {office}");
                    }
                }
            }
        }
        assert!(asked / 23 > 500 && world.offices.next_id().index() > 50, "the spread is too thin to say anything");
    }
}

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

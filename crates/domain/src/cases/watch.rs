//! Watch lists: the cases that an account keeps an eye on, whoever manages them. A list is the account's own.

use serde::{Deserialize, Serialize};

use super::known_case;
use crate::command::{Context, Decide, Decision, Subject, refuse};
use crate::event::Apply;
use crate::kernel::{AccountId, CaseId, Position};
use crate::world::World;

/// Puts cases on the own watch list, or takes them off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WatchCases {
    /// Which cases.
    pub cases: Vec<CaseId>,
    /// Whether they are watched from now on, or no more.
    pub watched: bool,
}

impl Decide for WatchCases {
    fn decide(&self, world: &World, context: &Context) -> Decision {
        if self.cases.is_empty() {
            return Err(refuse("no-cases", "No case is named.", "Name at least one."));
        }
        for id in &self.cases {
            known_case(world, *id)?;
        }
        let account = context.actor.ok_or_else(|| {
            refuse("no-account", "A watch list is an account's; the installation has none.", "Sign in.")
        })?;
        Ok(vec![CasesWatched { account, cases: self.cases.clone(), watched: self.watched }.into()])
    }

    fn subject(&self, world: &World) -> Subject {
        let known = self.cases.iter().filter_map(|id| world.cases.get(*id));
        let mut offices: Vec<_> = known.map(|case| case.office).collect();
        offices.sort_unstable();
        offices.dedup();
        Subject { offices, ..Subject::default() }
    }
}

/// An account watches cases, or no more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CasesWatched {
    /// Whose list.
    pub account: AccountId,
    /// Which cases.
    pub cases: Vec<CaseId>,
    /// Whether they are on it now.
    pub watched: bool,
}

impl Apply for CasesWatched {
    fn apply(&self, world: &mut World, _at: Position) {
        let list = world.watched.entry(self.account).or_default();
        for case in &self.cases {
            if self.watched {
                list.insert(*case);
            } else {
                list.remove(case);
            }
        }
    }
}

//! Everything known about the service at one journal position.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::access::{Account, Grant};
use crate::allocation::{Cycle, Slate};
use crate::event::{Apply, Event};
use crate::kernel::{
    AccountId, BilletId, ChangeRequestId, CountryId, CycleId, Date, OfficeId, PersonId, Position, PostId, SlateId,
    Table, Text, Timeline, TourId,
};
use crate::organization::{Authority, Office, OfficeKind, Post, Roster};
use crate::partner::{Country, Dataset};
use crate::policy::{Lever, LeverSetting};
use crate::workforce::{Billet, ChangeRequest, Contradiction, Person, Tour};

/// All facts, as the journal says up to `position`. Cloning is cheap; a clone is a snapshot.
///
/// INVARIANT: every id held inside names a row that exists, because `apply` only stores what a decision checked.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct World {
    /// The journal position of the last record applied.
    pub position: Position,
    /// Offices: commands, agencies, headquarters, schools, SCOs.
    pub offices: Table<OfficeId, Office>,
    /// The billets of each office; a row changes whenever anything about the office's staffing does.
    pub rosters: Table<OfficeId, Roster>,
    /// Places of duty.
    pub posts: Table<PostId, Post>,
    /// Partner countries.
    pub countries: Table<CountryId, Country>,
    /// Authorised positions.
    pub billets: Table<BilletId, Billet>,
    /// Requests to establish, change or end billets.
    pub change_requests: Table<ChangeRequestId, ChangeRequest>,
    /// Members of the workforce.
    pub people: Table<PersonId, Person>,
    /// People in billets over time.
    pub tours: Table<TourId, Tour>,
    /// Assignment cycles.
    pub cycles: Table<CycleId, Cycle>,
    /// Proposed slates.
    pub slates: Table<SlateId, Slate>,
    /// Accounts that sign in.
    pub accounts: Table<AccountId, Account>,
    /// Who holds which authority over which office, and when.
    pub authorities: imbl::Vector<Authority>,
    /// What systems of record said that cannot all be true.
    pub contradictions: imbl::Vector<Contradiction>,
    /// Published tables held as blobs beside the journal.
    pub datasets: imbl::Vector<Dataset>,
    levers: BTreeMap<Lever, Timeline<LeverSetting>>,
    /// Natural keys to rows.
    pub keys: Keys,
}

/// Natural keys to rows.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Keys {
    /// Offices by code.
    pub office: imbl::HashMap<Text, OfficeId>,
    /// Posts by name and country code.
    pub post: imbl::HashMap<Text, PostId>,
    /// Countries by ISO 3166 alpha-3 code.
    pub country: imbl::HashMap<Text, CountryId>,
    /// Billets by position number.
    pub billet: imbl::HashMap<Text, BilletId>,
    /// People by the number their system of record knows them by.
    pub person: imbl::HashMap<Text, PersonId>,
    /// People by name, to find one person registered twice.
    pub name: imbl::HashMap<Text, Vec<PersonId>>,
    /// Accounts by sign-in name.
    pub account: imbl::HashMap<Text, AccountId>,
}

impl World {
    /// Applies one event of the record at this position.
    pub fn apply(&mut self, event: &Event, at: Position) {
        event.apply(self, at);
        self.position = at;
    }

    /// The value of a lever on this day: the one set, else its default.
    pub fn lever(&self, lever: Lever, day: Date) -> i64 {
        self.levers.get(&lever).and_then(|history| history.at(day)).map_or(lever.definition().default, |set| set.value)
    }

    /// Every change made to a lever, earliest effective date first.
    pub fn lever_history(&self, lever: Lever) -> impl Iterator<Item = (Date, &LeverSetting)> + '_ {
        self.levers.get(&lever).into_iter().flat_map(Timeline::iter)
    }

    pub(crate) fn set_lever(&mut self, lever: Lever, from: Date, setting: LeverSetting) {
        self.levers.entry(lever).or_default().set(from, setting);
    }

    /// The office directly above on this day: the holder of operational control or of the parent organisation's own
    /// authority.
    pub fn superior(&self, office: OfficeId, day: Date) -> Option<OfficeId> {
        self.offices.get(office)?.superiors.at(day).copied().flatten()
    }

    /// The offices above one on this day, the nearest first.
    pub(crate) fn above(&self, office: OfficeId, day: Date) -> impl Iterator<Item = OfficeId> + '_ {
        // INVARIANT: RecordAuthority refuses circles; the bound only keeps a damaged World from hanging.
        std::iter::successors(self.superior(office, day), move |at| self.superior(*at, day)).take(16)
    }

    /// The command, agency or headquarters that the office belongs to on this day; itself if it stands alone.
    pub fn command_of(&self, office: OfficeId, day: Date) -> OfficeId {
        self.above(office, day).last().unwrap_or(office)
    }

    /// The SCOs of a country that exist on this day.
    pub fn scos_of(&self, country: CountryId, day: Date) -> impl Iterator<Item = OfficeId> + '_ {
        self.offices
            .iter()
            .filter(move |(_, office)| {
                office.kind == OfficeKind::Sco && office.country == Some(country) && office.existence.contains(day)
            })
            .map(|(id, _)| id)
    }

    /// The office a person belongs to on this day: that of the primary tour then; `None` between offices (then they
    /// belong to headquarters).
    pub fn home_of(&self, person: PersonId, day: Date) -> Option<OfficeId> {
        let person = self.people.get(person)?;
        let tour = person
            .tours
            .iter()
            .map(|id| &self.tours[*id])
            .find(|tour| tour.is_primary() && tour.period().is_some_and(|p| p.contains(day)))?;
        self.billets[tour.billet].terms.at_or_first(day).map(|terms| terms.office)
    }

    /// The grants of an account that hold on this day; none once it is disabled.
    pub fn grants(&self, account: AccountId, day: Date) -> impl Iterator<Item = &Grant> + '_ {
        self.accounts
            .get(account)
            .filter(|account| account.disabled.is_none_or(|from| day < from))
            .into_iter()
            .flat_map(move |account| account.grants.iter().filter(move |grant| grant.period.contains(day)))
    }

    /// Marks the staffing of an office as changed.
    pub(crate) fn touch_roster(&mut self, office: OfficeId, at: Position) {
        let _ = self.rosters.edit(office, at);
    }

    /// Marks the staffing of every office a billet has belonged to as changed.
    pub(crate) fn touch_billet(&mut self, billet: BilletId, at: Position) {
        let offices: Vec<OfficeId> = self.billets[billet].terms.iter().map(|(_, terms)| terms.office).collect();
        for office in offices {
            self.touch_roster(office, at);
        }
    }
}

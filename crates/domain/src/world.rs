//! Everything known about the service at one journal position.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::access::{Account, Grant};
use crate::allocation::{Cycle, Requisition, Scenario, Slate, Waiver};
use crate::cases::{Case, CaseNumber, PurchaserFlags};
use crate::event::{Apply, Event};
use crate::kernel::{
    AccountId, AugmentationId, BilletId, CaseId, ChangeRequestId, ContradictionId, CountryId, CycleId, Date,
    DiversionId, OfficeId, PersonId, Position, PostId, RequisitionId, ScenarioId, SlateId, SourceId, Table, Text,
    Timeline, TourId, WaiverId,
};
use crate::organization::{Authority, Office, OfficeKind, Post, Roster};
use crate::partner::{Country, Dataset};
use crate::policy::{Lever, LeverSetting, PolicyFigure, PolicyKey, PolicyRows, WorkingDays};
use crate::sources::{FieldGroup, Precedence, Source};
use crate::workforce::{Augmentation, Billet, ChangeRequest, Contradiction, Diversion, Person, RowKey, Tour};

/// All facts, as the journal says up to `position`. Cloning is cheap; a clone is a snapshot.
///
/// INVARIANT: every id held inside names a row that exists, because `apply` only stores what a decision checked.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct World {
    /// The journal position of the last record applied.
    pub position: Position,
    /// The position of the last record that changed more than scenarios: what is derived for a cycle holds until then.
    pub facts: Position,
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
    /// People present for a time at another office than their own.
    pub diversions: Table<DiversionId, Diversion>,
    /// People present for a time without a billet.
    pub augmentations: Table<AugmentationId, Augmentation>,
    /// Assignment cycles.
    pub cycles: Table<CycleId, Cycle>,
    /// Proposed slates.
    pub slates: Table<SlateId, Slate>,
    /// What-ifs of cycles.
    pub scenarios: Table<ScenarioId, Scenario>,
    /// Requests to fill one billet.
    pub requisitions: Table<RequisitionId, Requisition>,
    /// Rules waived for one person in one billet.
    pub waivers: Table<WaiverId, Waiver>,
    /// Foreign military sales cases.
    pub cases: Table<CaseId, Case>,
    /// The cases that each account watches.
    #[serde(default)]
    pub watched: imbl::HashMap<AccountId, imbl::OrdSet<CaseId>>,
    /// Accounts that sign in.
    pub accounts: Table<AccountId, Account>,
    /// Who holds which authority over which office, and when.
    pub authorities: imbl::Vector<Authority>,
    /// What systems of record said that cannot all be true.
    pub contradictions: Table<ContradictionId, Contradiction>,
    /// Systems of record, with what each says.
    pub sources: Table<SourceId, Source>,
    /// Which source is believed on which fields of a person.
    pub precedence: BTreeMap<FieldGroup, Timeline<Precedence>>,
    /// Published tables held as blobs beside the journal.
    pub datasets: imbl::Vector<Dataset>,
    levers: BTreeMap<Lever, Timeline<LeverSetting>>,
    /// Figures of policy that were set here; see [`World::policy`].
    pub(crate) policy_rows: PolicyRows,
    policy_changed: Position,
    /// Single days that were closed here or taken back; see [`World::holidays`].
    #[serde(default)]
    pub(crate) working_days: WorkingDays,
    /// Which milestones purchasers see; see [`World::shows_purchasers`].
    pub(crate) purchaser_flags: PurchaserFlags,
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
    /// Cases by identifier.
    pub case: imbl::HashMap<CaseNumber, CaseId>,
    /// Accounts by sign-in name.
    pub account: imbl::HashMap<Text, AccountId>,
    /// Sources by name.
    pub source: imbl::HashMap<Text, SourceId>,
    /// The rows of sources that are known to be a person's.
    pub said: imbl::HashMap<PersonId, Vec<RowKey>>,
    /// Contradictions by what they concern; see [`World::flagged_person`].
    pub(crate) flagged: imbl::HashMap<Text, Vec<ContradictionId>>,
}

impl World {
    /// Applies one event of the record at this position.
    pub fn apply(&mut self, event: &Event, at: Position) {
        event.apply(self, at);
        self.position = at;
        if !event.is_of_scenarios() {
            self.facts = at;
        }
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

    /// The position of the last change to a figure of policy.
    pub fn policy_changed(&self) -> Position {
        self.policy_changed
    }

    pub(crate) fn set_policy(
        &mut self,
        key: PolicyKey,
        applies_to: &Text,
        from: Date,
        figure: PolicyFigure,
        at: Position,
    ) {
        self.policy_rows.entry((key, applies_to.clone())).or_default().set(from, figure);
        self.policy_changed = at;
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
        let tour = self.primary_tour(person, day)?;
        self.billets[tour.billet].terms.at_or_first(day).map(|terms| terms.office)
    }

    /// The primary tour that a person is on, on this day.
    pub fn primary_tour(&self, person: PersonId, day: Date) -> Option<&Tour> {
        let tours = self.people.get(person)?.tours.iter().map(|id| &self.tours[*id]);
        tours.filter(|tour| tour.is_primary()).find(|tour| tour.period().is_some_and(|period| period.contains(day)))
    }

    /// The contradictions that concern a person, earliest first.
    pub fn flagged_person(&self, person: PersonId) -> &[ContradictionId] {
        self.keys.flagged.get(person.to_string().as_str()).map(Vec::as_slice).unwrap_or_default()
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

    /// Marks the staffing of every office a billet has belonged to as changed, and of those its people went to for a
    /// time: who is present there depends on the tours here.
    pub(crate) fn touch_billet(&mut self, billet: BilletId, at: Position) {
        let facts = &self.billets[billet];
        let mut offices: Vec<OfficeId> = facts.terms.iter().map(|(_, terms)| terms.office).collect();
        offices.extend(facts.tours.iter().flat_map(|tour| self.visited_by(self.tours[*tour].person)));
        for office in offices {
            self.touch_roster(office, at);
        }
    }

    /// The offices that a person is or was present at beside their own billets.
    fn visited_by(&self, person: PersonId) -> impl Iterator<Item = OfficeId> + '_ {
        let person = &self.people[person];
        let diverted = person.diversions.iter().map(|id| self.diversions[*id].to);
        diverted.chain(person.augmentations.iter().map(|id| self.augmentations[*id].office))
    }

    /// Marks the staffing of every office as changed that has people at a post, or whose people went there for a time.
    pub(crate) fn touch_post(&mut self, post: PostId, at: Position) {
        let placed = self.billets.iter().filter(|(_, billet)| billet.terms.iter().any(|(_, t)| t.place == post));
        let mut billets: Vec<BilletId> = placed.map(|(id, _)| id).collect();
        let standing: Vec<OfficeId> =
            self.offices.iter().filter(|(_, office)| office.post == post).map(|(id, _)| id).collect();
        for office in &standing {
            let roster = &self.rosters[*office];
            let diverted = roster.diversions.iter().map(|id| self.diversions[*id].person);
            let augmenting = roster.augmentations.iter().filter_map(|id| self.augmentations[*id].who.person());
            let tours = diverted.chain(augmenting).flat_map(|person| &self.people[person].tours);
            billets.extend(tours.map(|tour| self.tours[*tour].billet));
        }
        for billet in billets {
            self.touch_billet(billet, at);
        }
        for office in standing {
            self.touch_roster(office, at);
        }
    }
}

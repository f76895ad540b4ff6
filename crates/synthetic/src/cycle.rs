//! The coming summer's assignment cycle, whose ballot has closed, and what about half of its movers would like: soldiers
//! by their services' marketplaces, civilians by the ballot here.

use std::collections::BTreeMap;

use muster_domain::allocation::{
    BallotTerms, BranchScenario, ChangeScenario, ImportRanking, OpenCycle, ScenarioChange, SetBallot, SetServiceLimit,
    SubmitPreferences,
};
use muster_domain::policy::Lever;
use muster_domain::{BilletId, Command, CycleId, Date, Grade, PersonId, ScenarioId, Service};

use crate::billets::billet_id;
use crate::dice::{Dice, days_after};
use crate::people::person_id;
use crate::roster::{Roster, Seat, summer_after};

/// Share of the movers who ranked billets, per mille.
const RANKED: u32 = 520;
/// Days before today on which the cycle was opened, and the marketplaces' files were taken.
const OPENED: i32 = 60;
const IMPORTED: i32 = 20;
/// Days before today on which members and offices could last rank.
const MEMBERS_UNTIL: i32 = 10;
const OFFICES_UNTIL: i32 = 3;

/// The cycle with the rankings in it.
pub(crate) struct Summer {
    /// The day it was opened.
    pub opened: Date,
    /// Opens it and gives it its ballot.
    pub opening: Vec<Command>,
    /// The day the marketplaces' rankings were taken.
    pub imported: Date,
    /// The rankings of soldiers, sailors and airmen.
    pub imports: Vec<Command>,
    /// The ballots of civilians.
    pub ballots: Vec<SubmitPreferences>,
    /// Who ranked, the first first.
    pub ranked: Vec<PersonId>,
}

/// Opens the cycle and ranks.
pub(crate) fn summer(roster: &Roster, dice: &mut Dice) -> Summer {
    let window = summer_after(roster.today);
    let name = format!("Summer {}", window.from().year()).into();
    let cycle = CycleId(0);
    let movers = movers(roster);
    let terms = BallotTerms {
        members_until: days_after(roster.today, -MEMBERS_UNTIL),
        offices_until: days_after(roster.today, -OFFICES_UNTIL),
        civilians: true,
        services: Vec::new(),
        boards: true,
    };
    let mut summer = Summer {
        opened: days_after(roster.today, -OPENED),
        opening: vec![
            OpenCycle { name, window, scope: Vec::new() }.into(),
            SetBallot { cycle, terms }.into(),
            limit(cycle, &movers, roster).into(),
        ],
        imported: days_after(roster.today, -IMPORTED),
        imports: Vec::new(),
        ballots: Vec::new(),
        ranked: Vec::new(),
    };
    let openings = openings(roster);
    for (person, own) in movers {
        if !dice.per_mille(RANKED) {
            continue;
        }
        let recruit = &roster.people[person];
        let near = |key: (Service, Grade)| openings.get(&key).map_or(&[][..], Vec::as_slice);
        let choice = near((recruit.facts.service, recruit.facts.grade));
        let wanted = dice.below(6) + 3;
        let mut billets: Vec<BilletId> = Vec::new();
        // Own specialty first; a handful of draws, so that rankings differ and popular billets recur.
        for _ in 0..wanted * 4 {
            if choice.is_empty() || billets.len() == wanted {
                break;
            }
            let billet = choice[dice.below(choice.len()).min(dice.below(choice.len()))];
            let fits =
                roster.slots[billet].terms.specialty.as_ref().is_none_or(|s| recruit.facts.specialties.contains(s));
            let id = billet_id(billet);
            if Some(billet) != own && (fits || dice.per_mille(80)) && !billets.contains(&id) {
                billets.push(id);
            }
        }
        if billets.is_empty() {
            continue;
        }
        let (service, person) = (recruit.facts.service, person_id(person));
        summer.ranked.push(person);
        if service == Service::Civilian {
            summer.ballots.push(SubmitPreferences { cycle, person, billets });
        } else {
            let source = format!("{} marketplace (synthetic)", service.title()).into();
            summer.imports.push(ImportRanking { cycle, person, source, as_of: summer.imported, billets }.into());
        }
    }
    summer
}

/// The service that limits how many it gives, and the share of its movers that it can give, per mille.
const LIMITED: Service = Service::MarineCorps;
const GIVEN: usize = 700;

/// A service's limit that is felt: it has more movers than it gives.
fn limit(cycle: CycleId, movers: &[(usize, Option<usize>)], roster: &Roster) -> SetServiceLimit {
    let own = movers.iter().filter(|(person, _)| roster.people[*person].facts.service == LIMITED).count();
    let most = u32::try_from(own * GIVEN / 1000).ok();
    SetServiceLimit { cycle, service: LIMITED, most, reason: "The rest is held back for the fleet (synthetic)".into() }
}

/// Scenarios of the cycle to begin with: each asks what one policy would buy.
pub(crate) fn scenarios() -> Vec<Command> {
    let begun = [
        ("Members' wishes first", vec![(Lever::PreferenceCost, 120), (Lever::UnlistedCost, 1400)]),
        ("Scarce languages kept", vec![(Lever::LanguageMarginCost, 160)]),
    ];
    let commands = (0..).zip(begun).flat_map(|(number, (name, levers))| {
        let (cycle, scenario) = (CycleId(0), ScenarioId(number));
        let changes = levers.into_iter().map(|(lever, value)| ScenarioChange::SetLever { lever, value }).collect();
        [
            Command::from(BranchScenario { cycle, name: name.into(), of: None }),
            ChangeScenario { scenario, name: None, changes, findings: Vec::new() }.into(),
        ]
    });
    commands.collect()
}

/// People whose last stay ends in the window, and people in training; each with the billet they leave.
fn movers(roster: &Roster) -> Vec<(usize, Option<usize>)> {
    let window = summer_after(roster.today);
    let mut last: Vec<Option<usize>> = vec![None; roster.people.len()];
    for (i, stay) in roster.stays.iter().enumerate() {
        if last[stay.person].is_none_or(|held| roster.stays[held].end() < stay.end()) {
            last[stay.person] = Some(i);
        }
    }
    last.into_iter()
        .enumerate()
        .filter(|(person, _)| roster.people[*person].facts.service.is_slated())
        .filter(|(person, _)| roster.people[*person].separates.is_none_or(|day| day > window.end()))
        .filter_map(|(person, stay)| match stay.map(|stay| &roster.stays[stay]) {
            None => Some((person, None)),
            Some(stay) => {
                (window.contains(stay.rotation) && stay.departed.is_none()).then_some((person, Some(stay.billet)))
            }
        })
        .collect()
}

/// Billets that fall open in the window or stand empty, by who fills them.
fn openings(roster: &Roster) -> BTreeMap<(Service, Grade), Vec<usize>> {
    let window = summer_after(roster.today);
    let relieved: std::collections::BTreeSet<usize> =
        roster.stays.iter().filter(|stay| stay.arrived.is_none()).map(|stay| stay.billet).collect();
    let mut openings: BTreeMap<(Service, Grade), Vec<usize>> = BTreeMap::new();
    for (billet, seat) in roster.seats.iter().enumerate() {
        let open = match *seat {
            Seat::Held(stay) => window.contains(roster.stays[stay].rotation),
            Seat::Empty(_) => true,
            Seat::None => false,
        };
        let slot = &roster.slots[billet];
        if open && slot.filler.is_slated() && !relieved.contains(&billet) && slot.authorised.contains(window.end()) {
            openings.entry((slot.filler, slot.terms.grade)).or_default().push(billet);
        }
    }
    openings
}

//! Waivers of the coming cycle: members ranked billets that ask for another specialty, and their services asked that it
//! be waived. Some were approved, some denied, some wait.

use muster_domain::allocation::{
    DecideWaiver, RequestWaiver, WaivableRule, WaiverAnswer, WaiverExtent, WithdrawWaiver,
};
use muster_domain::kernel::Id as _;
use muster_domain::{BilletId, Command, Date, Period, PersonId, WaiverId};

use crate::dice::days_after;
use crate::generate::{Given, Stage};
use crate::roster::{Roster, summer_after};

/// The most waivers that are asked for.
const MOST: usize = 24;

const ASKED: [&str; 4] = [
    "Served two tours in the region and was advised by its country team",
    "The specialty is learnt on the job; the last incumbent held none either",
    "Completed the regional course; the board for the specialty meets after the report date",
    "The command asks for this person; nobody of the specialty ranked the billet",
];
const DECIDED: [&str; 3] =
    ["The experience makes up for it", "The billet cannot do without the specialty", "Approved for this cycle only"];

/// What was asked a month ago and decided a week ago. `cycle` holds the rankings.
pub(crate) fn waivers(roster: &Roster, cycle: &[Command]) -> Vec<Stage> {
    let today = roster.today;
    let pairs: Vec<(PersonId, BilletId)> =
        cycle.iter().flat_map(|command| misfits(roster, command)).take(MOST).collect();
    let requests = pairs.iter().zip(ASKED.iter().cycle()).map(|((person, billet), asked)| {
        RequestWaiver {
            person: *person,
            billet: *billet,
            rule: WaivableRule::Specialty,
            extent: WaiverExtent::Full,
            justification: (*asked).into(),
        }
        .into()
    });
    let decisions = (0..pairs.len()).filter_map(|i| decided(today, i));
    vec![stage(requests.collect(), days_after(today, -30)), stage(decisions.collect(), days_after(today, -7))]
}

fn stage(commands: Vec<Command>, day: Date) -> Stage {
    Stage { name: "waivers", title: "Waivers of eligibility rules", commands, given: Some(Given { day, actor: None }) }
}

/// Of eight waivers four are approved, one is denied, one withdrawn, two wait.
fn decided(today: Date, i: usize) -> Option<Command> {
    let waiver = WaiverId::from_index(i);
    let window = summer_after(today);
    let approve = WaiverAnswer::Approve(Period::new(window.from(), Some(days_after(window.end(), 180))).ok()?);
    match i % 8 {
        0 | 2 | 3 | 6 => Some(DecideWaiver { waiver, answer: approve, reason: DECIDED[i % 2 * 2].into() }.into()),
        1 => Some(DecideWaiver { waiver, answer: WaiverAnswer::Deny, reason: DECIDED[1].into() }.into()),
        5 => Some(WithdrawWaiver { waiver }.into()),
        _ => None,
    }
}

/// Billets that a member ranked and lacks the specialty for.
fn misfits(roster: &Roster, command: &Command) -> Vec<(PersonId, BilletId)> {
    let Command::ImportRanking(ranked) = command else { return Vec::new() };
    let held = &roster.people[ranked.person.index()].facts.specialties;
    let lacks = |billet: &&BilletId| {
        roster.slots[billet.index()].terms.specialty.as_ref().is_some_and(|needed| !held.contains(needed))
    };
    ranked.billets.iter().filter(lacks).take(1).map(|billet| (ranked.person, *billet)).collect()
}

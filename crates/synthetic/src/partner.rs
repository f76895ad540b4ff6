//! What the partner portal of a demonstration shows: milestones made visible a while ago, forecasts released, messages
//! asked and answered. Given by the very accounts that may.

use std::cmp::Reverse;

use muster_domain::cases::{
    AnswerPurchaser, Case, Milestone, ReleaseForecast, SetPurchaserVisible, WorkedForecast, WriteMessage,
};
use muster_domain::{AccountId, CaseId, Command, Date, Text, World};

use crate::dice::days_after;
use crate::generate::{Given, Stage};

/// The sign-ins of the two representatives, each of another purchaser code.
pub(crate) const PARTNERS: [&str; 2] = ["partner", "partner.two"];

/// What purchasers are shown in the demonstration.
const SHOWN: [Milestone; 17] = [
    Milestone::Initiated,
    Milestone::DevelopmentStatus,
    Milestone::CaseAssigned,
    Milestone::StageOneAccepted,
    Milestone::AgencyApproved,
    Milestone::WritingComplete,
    Milestone::ProgramReviewed,
    Milestone::AgencySigned,
    Milestone::Countersigned,
    Milestone::Offered,
    Milestone::Accepted,
    Milestone::Deposited,
    Milestone::Implemented,
    Milestone::SupplyComplete,
    Milestone::Closed,
    Milestone::DevelopmentReactivated,
    Milestone::Cancelled,
];

/// How many cases a purchaser code has that its representative sees.
fn count(world: &World, code: &str) -> usize {
    world.cases.iter().filter(|(_, case)| case.is_on_portal() && case.number.purchaser() == code).count()
}

/// The purchaser codes of the two representatives: both of one country, where one has two with cases, so that the
/// demonstration shows that they are separate customers.
pub(crate) fn codes(world: &World) -> Vec<Text> {
    let mut best: Option<(usize, Vec<Text>)> = None;
    let mut all: Vec<(Reverse<usize>, Text)> = Vec::new();
    for (_, country) in world.countries.iter() {
        let mut held: Vec<(Reverse<usize>, Text)> =
            country.purchaser_codes.iter().map(|code| (Reverse(count(world, code)), code.clone())).collect();
        held.sort();
        if let [(_, first), (Reverse(fewer), second), ..] = held.as_slice()
            && *fewer > best.as_ref().map_or(0, |(most, _)| *most)
        {
            best = Some((*fewer, vec![first.clone(), second.clone()]));
        }
        all.append(&mut held);
    }
    all.sort();
    let most = || all.iter().take(2).map(|(_, code)| code.clone()).collect();
    best.map_or_else(most, |(_, codes)| codes)
}

/// What happened in the portal, each on its own day.
pub(crate) fn history(world: &World, today: Date) -> Vec<Stage> {
    let account = |sign_in: &str| world.keys.account.get(sign_in).copied();
    let Some(program) = account("program") else { return Vec::new() };
    let stage = |days: i32, actor: AccountId, commands: Vec<Command>| Stage {
        name: "portal",
        title: "Partner portal",
        commands,
        given: Some(Given { day: days_after(today, -days), actor: Some(actor) }),
    };
    let shown = |milestone: &Milestone| {
        let (from, reason) = (days_after(today, -300), "Agreed with the purchasers (synthetic)".into());
        SetPurchaserVisible { milestone: *milestone, visible: true, from, reason }.into()
    };
    let mut stages = vec![stage(300, program, SHOWN.iter().map(shown).collect())];
    let codes = codes(world);
    let mut forecasts = Vec::new();
    for (sign_in, code) in PARTNERS.iter().zip(&codes) {
        let Some(partner) = account(sign_in) else { continue };
        let own: Vec<(CaseId, &Case)> = world
            .cases
            .iter()
            .filter(|(_, case)| case.is_on_portal() && case.number.purchaser() == code.as_str())
            .filter(|(_, case)| case.lor < days_after(today, -40) && !case.phase(today).is_over())
            .collect();
        let developing = own.iter().filter(|(_, case)| case.phase(today).is_before_offer());
        forecasts.extend(developing.enumerate().filter(|(i, _)| i % 2 == 0).map(|(i, (id, _))| {
            let shift = 7 * i32::try_from(i % 6).unwrap_or(0);
            let (earliest, latest) = (days_after(today, 35 + shift), days_after(today, 150 + 2 * shift));
            let worked = WorkedForecast {
                milestone: Milestone::Offered,
                earliest,
                latest: Some(latest),
                share_per_mille: 800,
                tested: 200,
                held: 160,
                made: days_after(today, -8),
                method: "Figures of a demonstration (synthetic)".into(),
                basis: "Figures of a demonstration (synthetic)".into(),
            };
            let until = days_after(today, 60);
            ReleaseForecast { case: *id, earliest, latest, until, worked: Some(Box::new(worked)) }.into()
        }));
        let mut says = |days, actor, command: Command| stages.push(stage(days, actor, vec![command]));
        let words = |text: &str| Text::from(text);
        if let Some((case, _)) = own.first() {
            says(36, partner, write(*case, words("Can the first delivery be brought forward?")));
            says(33, program, answer(*case, words("By about a month; the agency confirms it with the next document.")));
            says(4, partner, write(*case, words("Thank you. When will that document be sent?")));
        }
        if let Some((case, _)) = own.get(1) {
            says(20, partner, write(*case, words("Is training included in the lines?")));
            says(18, program, answer(*case, words("It is a line of its own.")));
        }
    }
    stages.push(stage(8, program, forecasts));
    stages
}

fn write(case: CaseId, message: Text) -> Command {
    WriteMessage { case, message }.into()
}

fn answer(case: CaseId, message: Text) -> Command {
    AnswerPurchaser { case, message }.into()
}

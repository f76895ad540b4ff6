//! The whole: from settings to commands in order, in named stages.

use muster_domain::organization::{ValidateStrength, Validation};
use muster_domain::partner::{Dataset, RecordDataset};
use muster_domain::policy::Lever;
use muster_domain::workforce::{ApproveGap, AuthoriseOverlap};
use muster_domain::{AccountId, Command, Context, Date, Decide, Event, Position, Refusal, TourId, World};
use sha2::{Digest, Sha256};

use crate::billets::{billet_id, office_id};
use crate::country::partners;
use crate::dice::{Dice, Stream, days_after};
use crate::organization::Layout;
use crate::people::Recruiter;
use crate::plants::{Planted, Plants};
use crate::roster::Roster;
use crate::{
    KIND, Settings, accounts, ballots, cases, cycle, figures, fill, home, manning, organization, partner, presence,
    sco, waivers,
};

/// Billets at scale 1, some of them not authorised today.
const BILLETS: f64 = 20_900.0;
/// People in training without a billet at scale 1.
const IN_TRAINING: f64 = 620.0;
/// Commands decided and applied as one record when building in memory.
const RECORD: usize = 2_000;

/// Commands that belong together, for one progress bar.
#[derive(Debug, Clone)]
pub struct Stage {
    /// A short name: `billets`.
    pub name: &'static str,
    /// What is done, for people: `Manning documents`.
    pub title: &'static str,
    /// The commands, in order; ids in them hold only if every earlier stage was taken whole.
    pub commands: Vec<Command>,
    /// When and by whom they were given, where that was not today and by the installation.
    pub given: Option<Given>,
}

/// When and by whom commands of the past were given: history has to be decided on its own days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Given {
    /// The day.
    pub day: Date,
    /// The account; the installation itself where absent.
    pub actor: Option<AccountId>,
}

/// A service as commands, and what was planted in it.
#[derive(Debug, Clone)]
pub struct Generated {
    /// In the order they must be given.
    pub stages: Vec<Stage>,
    /// Contradictions that the domain will note, and no others.
    pub planted: Planted,
}

/// Makes a service.
pub fn generate(settings: &Settings) -> Generated {
    let (seed, today, scale) = (settings.seed, settings.today, settings.size());
    let total = (BILLETS * scale).round() as usize;
    let share = u64::try_from(Lever::ScoShare.definition().default).unwrap_or(0);
    let mut partners = partners(total as u64 * share / 1000);
    let mut layout = organization::lay_out(&mut partners, seed, today);
    let mut figures = figures::figures(&partners, seed, today);
    figures.extend(figures::notifications(&partners));

    let mut dice = Dice::new(seed, Stream::Billets);
    let mut slots = sco::billets(&partners, &layout, today, &mut dice);
    home::billets(&partners, &layout, total, today, &mut slots, &mut dice);

    let mut recruiter = Recruiter::new(Dice::new(seed, Stream::People), Dice::new(seed, Stream::Standing), today);
    let mut dice = Dice::new(seed, Stream::Tours);
    let mut roster = Roster::fill(slots, &mut recruiter, &mut dice, today);
    roster.remember(&mut recruiter, &mut dice);
    let in_training = (IN_TRAINING * scale).round() as usize;
    roster.plan(in_training, &mut recruiter, &mut Dice::new(seed, Stream::Reliefs));
    let mut dice = Dice::new(seed, Stream::Plants);
    let plants = roster.plant(&mut recruiter, scale, &mut dice);

    let mut chance = Dice::new(seed, Stream::Manning);
    let documents = manning_documents(&roster, &layout, &mut dice, &mut chance);
    let unfunded = manning::unfunded(&roster, &mut chance);
    let requests = manning::requests(&roster, &layout, scale, &mut chance);
    let (tours, ids) = tours(&roster, &plants);
    let summer = cycle::summer(&roster, &mut Dice::new(seed, Stream::Preferences));
    let waived = waivers::waivers(&roster, &summer.imports);
    let marks: Vec<Command> = vec![mark(settings, roster.people.len()).into()];
    let member = summer.ranked.first().copied();
    let consenting = summer.ballots.first().map(|ballot| ballot.person);
    let mut people: Vec<Command> = roster.people.iter().map(|person| person.report(today)).collect();
    people.extend(plants.second_sources);

    let doubted = plants.last.iter().map(|stay| stay.person).collect();
    let mut dice = Dice::new(seed, Stream::Presence);
    let presence = presence::presence(&roster, &layout, &ids, &doubted, scale, &mut dice);

    let stage = |name, title, commands| Stage { name, title, commands, given: None };
    let on = |day, commands| Stage {
        given: Some(Given { day, actor: None }),
        ..stage("cycle", "The coming assignment cycle", commands)
    };
    let mut stages = vec![
        stage("accounts", "Label", marks),
        stage("organization", "Commands, agencies, countries, posts", std::mem::take(&mut layout.commands)),
        stage("figures", "Published figures and drivers of work", figures),
        stage("billets", "Manning documents", documents),
        stage("people", "Rosters of the services", people),
        stage("tours", "Tours: past, present, planned", tours),
        on(summer.opened, summer.opening),
        on(summer.imported, summer.imports),
        stage("scenarios", "What-ifs of the cycle", cycle::scenarios()),
        stage("presence", "Departures, diversions, augmentations", presence),
        stage("funding", "Billets without money", unfunded),
    ];
    stages.extend(requests.into_iter().map(|(day, commands)| Stage {
        given: Some(Given { day, actor: None }),
        ..stage("requests", "Billet change requests", commands)
    }));
    stages.extend(waived);
    let ballots::Winter { opened, opening } = ballots::winter(today);
    stages.push(on(opened, opening));
    let mut world = World::default();
    apply_stages(&mut world, &stages, today, |_| ()).expect("the domain takes every command that is generated");
    let cases = stage(
        "cases",
        "Cases with their histories",
        cases::cases(&world, today, scale, Dice::new(seed, Stream::Cases), Dice::new(seed, Stream::Executions)),
    );
    apply_stages(&mut world, std::slice::from_ref(&cases), today, |_| ())
        .expect("the domain takes every command that is generated");
    stages.push(cases);
    let counted = stage("figures", "Figures of cases as they stand", figures::of_cases(&world, seed, today));
    apply_stages(&mut world, std::slice::from_ref(&counted), today, |_| ())
        .expect("the domain takes every command that is generated");
    stages.push(counted);
    let asked = cases::asked(&world, today);
    apply_stages(&mut world, &asked, today, |_| ()).expect("the domain takes every command that is generated");
    stages.extend(asked);
    let letters = cases::letters(&world, today, Dice::new(seed, Stream::Letters));
    apply_stages(&mut world, &letters, today, |_| ()).expect("the domain takes every command that is generated");
    stages.extend(letters);
    let bidder = ballots::bidder(&world, today);
    let case_manager = cases::manager_of(&world, accounts::CASE_OFFICE);
    let purchasers = partner::codes(&world);
    let reaches = accounts::Reached { member, civilian: consenting, case_manager, bidder, purchasers };
    let mut marks = accounts::accounts(|code| layout.office(code).map(office_id), &reaches, today);
    let sealed = marks.pop();
    let members = ballots::members(&world, &summer.ballots, bidder, today);
    marks.extend(accounts::members(&members, today));
    let accounts = stage("accounts", "Sign-ins", marks);
    apply_stages(&mut world, std::slice::from_ref(&accounts), today, |_| ())
        .expect("the domain takes every command that is generated");
    stages.push(accounts);
    let ranked = ballots::rankings(&world, summer.ballots, bidder, today, &mut Dice::new(seed, Stream::Ballots));
    apply_stages(&mut world, &ranked, today, |_| ()).expect("the domain takes every command that is generated");
    stages.extend(ranked);
    let portal = partner::history(&world, today);
    apply_stages(&mut world, &portal, today, |_| ()).expect("the domain takes every command that is generated");
    stages.extend(portal);
    stages.extend(fill::history(world, today, scale, consenting, Dice::new(seed, Stream::Requisitions)));
    // The last grant comes last: a database that has it is whole.
    stages.push(stage("accounts", "Sign-ins", sealed.into_iter().collect()));
    Generated { stages, planted: plants.planted }
}

/// The stages of a service, without what was planted.
pub fn stages(settings: &Settings) -> Vec<Stage> {
    generate(settings).stages
}

/// Billets, manpower reviews, approved gaps and overlaps.
fn manning_documents(roster: &Roster, layout: &Layout, dice: &mut Dice, chance: &mut Dice) -> Vec<Command> {
    let mut commands: Vec<Command> = roster.slots.iter().map(crate::billets::Slot::report).collect();
    for (i, seat) in layout.offices.iter().enumerate().filter(|(_, seat)| seat.code.starts_with("SCO-")) {
        if !dice.per_mille(500) {
            continue;
        }
        let held = roster.slots.iter().filter(|slot| slot.terms.office == office_id(i));
        let authorised = held.filter(|slot| slot.authorised.contains(roster.today)).count();
        let factor = usize::try_from(dice.between(90, 125)).expect("above zero");
        let strength = u32::try_from((authorised * factor).div_ceil(100)).expect("a small office");
        let from = days_after(roster.today, -dice.between(90, 900));
        let document = format!("Manpower review {}-{} (synthetic)", seat.code, from.year()).into();
        let reviewed = Some(days_after(from, -chance.between(20, 75)));
        let evidence = Some(crate::manning::review_evidence(authorised, strength, chance));
        let validation = Validation { strength, document, reviewed, evidence };
        commands.push(ValidateStrength { office: office_id(i), from, validation }.into());
    }
    commands.extend(
        roster.gaps.iter().map(|(billet, gap)| ApproveGap { billet: billet_id(*billet), gap: gap.clone() }.into()),
    );
    commands.extend(
        roster
            .overlaps
            .iter()
            .map(|(billet, overlap)| AuthoriseOverlap { billet: billet_id(*billet), overlap: overlap.clone() }.into()),
    );
    commands
}

/// Every tour in the order people reported, what was planted last; and the tour that each stay becomes.
fn tours(roster: &Roster, plants: &Plants) -> (Vec<Command>, Vec<TourId>) {
    let (people, today) = (&roster.people, roster.today);
    let mut order: Vec<usize> = (0..roster.stays.len()).collect();
    order.sort_by_key(|i| (roster.stays[*i].report, *i));
    let mut commands: Vec<Command> = Vec::with_capacity(order.len() + order.len() / 50);
    let mut ids = vec![TourId(0); roster.stays.len()];
    let mut next = 0;
    for i in order {
        let stay = &roster.stays[i];
        ids[i] = TourId(next);
        next += 1 + u32::from(roster.slots[stay.billet].attache.is_some());
        match (plants.late.contains(&i), stay.arrived, stay.departed) {
            (true, Some(arrived), Some(departed)) => {
                let mut early = stay.report(people, days_after(arrived, 10));
                (early.rotation, early.departed) = (departed, None);
                let late = muster_domain::workforce::ReportTour {
                    departed: Some(departed),
                    as_of: days_after(departed, 35 + i32::try_from(i % 60).expect("below 60")),
                    ..early.clone()
                };
                commands.extend([early.into(), late.into()]);
            }
            _ => commands.push(stay.report(people, today).into()),
        }
        if let Some(beside) = roster.slots[stay.billet].attache {
            commands.push(stay.beside(people, beside, today));
        }
    }
    commands.extend(plants.last.iter().map(|stay| Command::from(stay.report(people, today))));
    (commands, ids)
}

/// The dataset that marks the World as synthetic and says what it was made from.
fn mark(settings: &Settings, people: usize) -> RecordDataset {
    let file = settings.to_string();
    RecordDataset(Dataset {
        kind: KIND.into(),
        sha256: hex::encode(Sha256::digest(file.as_bytes())).into(),
        file: file.into(),
        rows: people as u64,
        source: "Muster's own generator; no real person or position".into(),
    })
}

/// Decides and applies every command in memory, showing each event; the first refusal ends it.
pub fn apply(generated: &Generated, settings: &Settings, each: impl FnMut(&Event)) -> Result<World, Refusal> {
    let mut world = World::default();
    apply_stages(&mut world, &generated.stages, settings.today, each)?;
    Ok(world)
}

fn apply_stages(world: &mut World, stages: &[Stage], today: Date, mut each: impl FnMut(&Event)) -> Result<(), Refusal> {
    for stage in stages {
        let Given { day, actor } = stage.given.unwrap_or(Given { day: today, actor: None });
        let context = Context { today: day, actor };
        for record in stage.commands.chunks(RECORD) {
            let at = Position(world.position.0 + 1);
            for command in record {
                let command = muster_staffing::manning::with_evidence(world, context.today, command);
                let command = muster_slate::with_eligible(world, context.today, &command);
                for event in command.decide(world, &context)? {
                    each(&event);
                    world.apply(&event, at);
                }
            }
        }
    }
    Ok(())
}

/// A service in memory, without a journal: for tests and benches.
pub fn build(settings: &Settings) -> World {
    apply(&generate(settings), settings, |_| ()).expect("the domain takes every command that is generated")
}

//! Manning as it is in a year: reviews with what they found, billets without money, and change requests at every step,
//! some of them late. What is never here: an approval that a coordinator did not concur with.

use muster_domain::workforce::{
    AnswerBilletRequest, BilletChange, BilletTerms, Coordinator, DecideBilletRequest, DraftBilletRequest, EditPacket,
    FunctionalArea, FundBillet, PacketSection, ReviewBilletRequest, SubmitBilletRequest, WithdrawBilletRequest,
};
use muster_domain::{ChangeRequestId, Command, Date, FiscalYear, Grade, Text};

use crate::billets::{Slot, billet_id, coded, fiscal_year_start};
use crate::dice::{Dice, days_after};
use crate::organization::Layout;
use crate::roster::Roster;

/// Change requests at scale 1.
const REQUESTS: f64 = 60.0;
/// Change requests at any scale: one of each kind of end and standing.
const FEWEST: usize = 16;
/// Authorised billets without money, per mille.
const UNFUNDED: u32 = 32;
/// How many days ago each step of a request was taken, the first step first.
const STEPS: [i32; 5] = [150, 104, 61, 19, 0];

/// What a review found.
pub(crate) fn review_evidence(authorised: usize, strength: u32, dice: &mut Dice) -> Text {
    let (weeks, visits) = (dice.between(4, 12), dice.between(1, 4));
    format!(
        "{weeks} weeks of time sheets and {visits} site visits against {authorised} authorised billets; the work counted \
         takes {strength} people (synthetic)"
    )
    .into()
}

/// Billets for which this year's plan holds no money.
pub(crate) fn unfunded(roster: &Roster, dice: &mut Dice) -> Vec<Command> {
    let from = fiscal_year_start(roster.today);
    let plan = format!("Operating plan {} (synthetic)", FiscalYear::of(roster.today));
    let mut commands = Vec::new();
    for (billet, slot) in roster.slots.iter().enumerate() {
        if dice.per_mille(UNFUNDED) && slot.authorised.contains(from) && slot.authorised.contains(roster.today) {
            let document = plan.as_str().into();
            commands.push(FundBillet { billet: billet_id(billet), from, funded: false, document }.into());
        }
    }
    commands
}

/// How far a request got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Course {
    Drafted,
    Review,
    Returned,
    Coordination,
    Decision,
    Refused,
    Approved,
    Disapproved,
    Withdrawn,
}

/// Courses in the order they are dealt, with the step of the draft: an early step makes what still waits late.
const COURSES: [(Course, usize); 16] = [
    (Course::Coordination, 1),
    (Course::Approved, 0),
    (Course::Review, 3),
    (Course::Decision, 0),
    (Course::Drafted, 3),
    (Course::Coordination, 0),
    (Course::Returned, 1),
    (Course::Approved, 0),
    (Course::Review, 1),
    (Course::Refused, 0),
    (Course::Drafted, 1),
    (Course::Coordination, 1),
    (Course::Disapproved, 0),
    (Course::Withdrawn, 2),
    (Course::Returned, 0),
    (Course::Approved, 0),
];

/// The requests as commands by the day they were given, earliest first.
pub(crate) fn requests(roster: &Roster, layout: &Layout, scale: f64, dice: &mut Dice) -> Vec<(Date, Vec<Command>)> {
    let count = ((REQUESTS * scale).round() as usize).max(FEWEST);
    let mut days: Vec<Vec<Command>> = STEPS.iter().map(|_| Vec::new()).collect();
    let mut drafts: Vec<(usize, Course, DraftBilletRequest)> = subjects(roster, layout, count, dice)
        .into_iter()
        .enumerate()
        .map(|(nth, billet)| {
            let (course, step) = COURSES[nth % COURSES.len()];
            (step, course, draft(roster, layout, billet, nth, course, dice))
        })
        .collect();
    // Ids follow the order in which drafts are given.
    drafts.sort_by_key(|(step, ..)| *step);
    for (id, (step, course, draft)) in drafts.into_iter().enumerate() {
        let request = ChangeRequestId(u32::try_from(id).expect("a few dozen"));
        let asked = asked(&draft, roster);
        let effective = draft.effective;
        days[step].push(draft.into());
        if id % 5 == 2 {
            let note = Some(
                "The office weighed a rotating temporary duty officer and help from a neighbour's office; neither stays \
                 long enough to know the partner's program (synthetic)"
                    .into(),
            );
            days[step].push(EditPacket { request, section: PacketSection::Alternatives, note }.into());
        }
        for (day, command) in steps(request, course, step, &asked, effective) {
            days[day].push(command);
        }
    }
    STEPS.iter().map(|ago| days_after(roster.today, -ago)).zip(days).filter(|(_, list)| !list.is_empty()).collect()
}

/// What follows a draft, each with its step.
fn steps(
    request: ChangeRequestId,
    course: Course,
    drafted: usize,
    asked: &[Coordinator],
    effective: FiscalYear,
) -> Vec<(usize, Command)> {
    let submit: Command = SubmitBilletRequest { request, evidence: None }.into();
    let review = |coordinate| -> Command {
        let note = if coordinate {
            "Drivers and fill were checked against the systems of record; the case is sound (synthetic)"
        } else {
            "Two drivers rest on last year's counts; bring them up to date and submit again (synthetic)"
        };
        ReviewBilletRequest { request, coordinate, note: note.into() }.into()
    };
    let answer = |index: usize, concurs: bool| -> Command {
        AnswerBilletRequest {
            request,
            index: u32::try_from(index).expect("a handful"),
            concurs,
            reason: (!concurs).then(|| "The area's ceiling leaves no seat for it (synthetic)".into()),
            document: (asked[index] == Coordinator::ChiefOfMission)
                .then(|| format!("NSDD-38 {}-{:03} (synthetic)", effective.0 - 2, request.0 + 11).into()),
        }
        .into()
    };
    let answers = |against: Option<usize>| (0..asked.len()).map(move |index| answer(index, Some(index) != against));
    let decide = |approve: bool| -> Command {
        let reason = (!approve).then(|| "The work does not carry it this year (synthetic)".into());
        DecideBilletRequest { request, approve, effective: None, reason }.into()
    };
    let on = |step: usize| (drafted + step).min(STEPS.len() - 1);
    let mut list: Vec<(usize, Command)> = Vec::new();
    if course == Course::Drafted {
        return list;
    }
    list.push((on(1), submit));
    match course {
        Course::Drafted | Course::Review => {}
        Course::Returned => list.push((on(2), review(false))),
        Course::Withdrawn => {
            let reason = "The work went to a neighbouring office (synthetic)".into();
            list.push((on(2), WithdrawBilletRequest { request, reason }.into()));
        }
        Course::Coordination => {
            list.push((on(2), review(true)));
            // One answered, the others have not.
            let first = usize::try_from(request.0).expect("a few dozen") % asked.len();
            list.push((on(3), answer(first, true)));
        }
        Course::Decision | Course::Refused | Course::Approved | Course::Disapproved => {
            list.push((on(2), review(true)));
            let against = matches!(course, Course::Refused | Course::Disapproved).then_some(0);
            list.extend(answers(against).map(|command| (on(3), command)));
            match course {
                Course::Approved => list.push((on(4), decide(true))),
                Course::Disapproved => list.push((on(4), decide(false))),
                _ => {}
            }
        }
    }
    list
}

/// Billets that requests are about: of offices in partner countries, authorised without an end, not key; every sixth of
/// the office whose chief signs in to the demonstration.
fn subjects(roster: &Roster, layout: &Layout, count: usize, dice: &mut Dice) -> Vec<usize> {
    let code = |slot: &Slot| layout.offices[slot.terms.office.0 as usize].code.as_str();
    let fit: Vec<usize> = (0..roster.slots.len())
        .filter(|billet| {
            let slot = &roster.slots[*billet];
            let open = slot.authorised.until().is_none() && slot.authorised.contains(days_after(roster.today, -400));
            open && !slot.beside && !slot.terms.key && slot.filler.is_military() && code(slot).starts_with("SCO-")
        })
        .collect();
    let (shown, other): (Vec<usize>, Vec<usize>) =
        fit.into_iter().partition(|billet| code(&roster.slots[*billet]) == "SCO-JOR");
    let (mut shown, mut other) = (shuffled(shown, dice), shuffled(other, dice));
    (0..count).filter_map(|nth| if nth % 6 == 0 { shown.pop().or_else(|| other.pop()) } else { other.pop() }).collect()
}

fn shuffled(mut list: Vec<usize>, dice: &mut Dice) -> Vec<usize> {
    for at in (1..list.len()).rev() {
        list.swap(at, dice.below(at + 1));
    }
    list
}

fn draft(
    roster: &Roster,
    layout: &Layout,
    billet: usize,
    nth: usize,
    course: Course,
    dice: &mut Dice,
) -> DraftBilletRequest {
    let slot = &roster.slots[billet];
    let effective = FiscalYear(FiscalYear::of(roster.today).0 + 2 + i16::try_from(dice.below(2)).expect("0 or 1"));
    let first = effective.period().map_or(roster.today, |period| period.from());
    let ends = roster.stays.iter().any(|stay| stay.billet == billet && stay.end() > first);
    let (change, reason) = match nth % 3 {
        0 => {
            let office = &layout.offices[slot.terms.office.0 as usize];
            let number = format!("{}-{:04}", office.code, 9_000 + nth).into();
            let source = slot.source.into();
            (
                BilletChange::Establish { number, source, terms: Box::new(another(&slot.terms, nth)) },
                "End-use monitoring and case development grew beyond what the office can carry (synthetic)",
            )
        }
        1 if course != Course::Approved || !ends => (
            BilletChange::Disestablish { billet: billet_id(billet) },
            "The program it served ends; its work is done elsewhere (synthetic)",
        ),
        _ => (
            BilletChange::Change { billet: billet_id(billet), terms: Box::new(regraded(&slot.terms)) },
            "The work asks for more experience than the grade brings (synthetic)",
        ),
    };
    DraftBilletRequest { change, effective, reason: reason.into() }
}

/// A new billet beside one there is. It stands outside section 515, whose seats are taken.
fn another(like: &BilletTerms, nth: usize) -> BilletTerms {
    let (title, area) = [
        ("End-Use Monitoring Officer", FunctionalArea::ScoOperations),
        ("Institutional Capacity Advisor", FunctionalArea::PlanningOversightExecution),
        ("Case Development Officer", FunctionalArea::CaseLifeCycle),
    ][nth / 3 % 3];
    let mut terms = BilletTerms { title: title.into(), functional_area: area, section_515: false, ..like.clone() };
    terms.sc_code = Some(coded(&terms));
    terms
}

/// The same billet a grade higher, or with another title where it cannot rise.
fn regraded(held: &BilletTerms) -> BilletTerms {
    let mut terms = held.clone();
    terms.grade = match held.grade {
        Grade::O(grade @ ..6) => Grade::O(grade + 1),
        Grade::E(grade @ ..9) => Grade::E(grade + 1),
        grade => {
            terms.title = format!("Senior {}", held.title).into();
            grade
        }
    };
    terms.sc_code = Some(coded(&terms));
    terms
}

/// Whom the request will ask, in the order it will ask them: the billet's own coordinators, then what new terms add.
fn asked(draft: &DraftBilletRequest, roster: &Roster) -> Vec<Coordinator> {
    match &draft.change {
        BilletChange::Establish { terms, .. } => terms.coordinators.clone(),
        BilletChange::Change { billet, .. } | BilletChange::Disestablish { billet } => {
            roster.slots[billet.0 as usize].terms.coordinators.clone()
        }
    }
}

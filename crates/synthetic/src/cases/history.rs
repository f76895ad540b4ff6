//! One case's way, in days from its letter of request: steps, holds, rework, the notification of Congress. What lies after
//! today is cut off where the case is written down.

use muster_domain::cases::{
    CaseKind, CaseNotification, CaseRecord, DelayReason, GoalCategory, HoldRecord, LorAssessment, Milestone,
    MilestoneOrder, NotificationStep,
};
use muster_domain::{Date, Text};

use crate::dice::{Dice, days_after};

/// How a waiting time scatters about its median, per mille: the middles of twenty equal parts of a lognormal of sigma 0.6.
const SPREAD: [i64; 20] =
    [308, 421, 502, 571, 635, 698, 762, 828, 896, 963, 1038, 1116, 1208, 1312, 1433, 1575, 1751, 1992, 2375, 3247];

/// Each step before the offer, its share of the median way, per mille. Our assumption: no public times of these steps.
const SHARES: &[(Milestone, i64)] = &[
    (Milestone::Initiated, 30),
    (Milestone::DevelopmentStatus, 80),
    (Milestone::CaseAssigned, 40),
    (Milestone::CaseReturned, 180),
    (Milestone::StageOneSent, 40),
    (Milestone::StageOneAccepted, 60),
    (Milestone::AgencyApproved, 80),
    (Milestone::WriterAssigned, 40),
    (Milestone::WritingStarted, 40),
    (Milestone::WriterReturned, 30),
    (Milestone::WritingStatus, 30),
    (Milestone::WritingComplete, 100),
    (Milestone::ReviewStatus, 20),
    (Milestone::ProgramWait, 60),
    (Milestone::ProgramReviewed, 50),
    (Milestone::AgencySigned, 50),
    (Milestone::WriterApproved, 30),
    (Milestone::ProposedStatus, 20),
    (Milestone::StateListed, 20),
    (Milestone::StateApproved, 80),
    (Milestone::Countersigned, 30),
    (Milestone::Offered, 20),
];

const REQUESTERS: [(&str, &str); 5] = [
    ("State Department", "Policy towards the purchaser is under review"),
    ("Implementing agency", "Price and availability data are being renewed"),
    ("DSCA", "The financing is not settled"),
    ("Technology security office", "Release of the system is not decided"),
    ("Combatant command", "The requirement is being checked with the purchaser"),
];

/// What shapes a case's way.
pub(super) struct Shape {
    pub kind: CaseKind,
    pub category: GoalCategory,
    /// How fast its office works, per mille of the usual time.
    pub pace: i64,
    /// Days of advance notice and of the formal notification, where Congress is notified.
    pub notified: Option<(i32, i32)>,
}

/// A way, in days from the letter of request.
pub(super) struct History {
    pub milestones: Vec<(Milestone, i32)>,
    assessed: Vec<(i32, LorAssessment, Text)>,
    hold: Option<(i32, i32, usize)>,
    delays: Vec<(DelayReason, i32)>,
    notification: Vec<(NotificationStep, i32)>,
}

/// Median days from the letter of request to the offer: near the goal of the category.
fn median(category: GoalCategory) -> i64 {
    match category {
        GoalCategory::A => 40,
        GoalCategory::B => 92,
        GoalCategory::C => 138,
        GoalCategory::D => 55,
    }
}

fn scattered(days_per_mille: i64, dice: &mut Dice) -> i32 {
    let days = (days_per_mille * SPREAD[dice.below(SPREAD.len())] + 500_000) / 1_000_000;
    i32::try_from(days).expect("a few years at most")
}

impl History {
    /// A whole way, from the letter of request to implementation; `through` execution and closure it is continued apart.
    pub fn of(shape: &Shape, dice: &mut Dice) -> Self {
        let mut way = Self {
            milestones: Vec::with_capacity(28),
            assessed: Vec::new(),
            hold: None,
            delays: Vec::new(),
            notification: Vec::new(),
        };
        let whole = median(shape.category) * shape.pace / 1000;
        let mut day = dice.between(0, 3);
        if dice.per_mille(200) {
            way.assessed.push((day, LorAssessment::Insufficient, "Quantity, configuration or delivery terms".into()));
            day += scattered(25_000, dice);
            way.delays.push((DelayReason::Requirements, day));
        }
        let found = if dice.per_mille(350) { LorAssessment::Actionable } else { LorAssessment::Complete };
        way.assessed.push((day, found, Text::default()));
        let held = dice.per_mille(110).then(|| dice.between(2, 17));
        let back = if dice.per_mille(35) {
            Some((Milestone::DevelopmentReactivated, dice.between(3, 11)))
        } else if dice.per_mille(50) {
            Some((Milestone::AgencyReactivated, dice.between(8, 14)))
        } else {
            None
        };
        let mut back = back.filter(|(milestone, nth)| SHARES[*nth as usize].0 > milestone.stands_at());
        let mut nth = 0;
        while let Some(&(milestone, share)) = SHARES.get(nth) {
            let passes = match milestone {
                Milestone::ProgramWait => shape.kind == CaseKind::PseudoLoa,
                other => other.definition().order == MilestoneOrder::Step || dice.per_mille(120),
            };
            if !passes {
                nth += 1;
                continue;
            }
            if held == i32::try_from(nth).ok() && way.hold.is_none() {
                let days = 8 + scattered(30_000, dice);
                way.hold = Some((day, day + days, dice.below(REQUESTERS.len())));
                day += days;
                way.delays.push((DelayReason::ALL[dice.below(9)].0, day - days));
            }
            day += scattered(whole * share, dice);
            if milestone == Milestone::Offered {
                day = way.notify(shape, day, dice);
            }
            way.milestones.push((milestone, day));
            if let Some((to, _)) = back.take_if(|(_, at)| usize::try_from(*at).is_ok_and(|at| at == nth)) {
                day += dice.between(1, 6);
                way.milestones.push((to, day));
                nth = SHARES.iter().position(|(step, _)| *step > to.stands_at()).expect("it goes back to a step");
                continue;
            }
            nth += 1;
        }
        way.accept(day, dice);
        way
    }

    /// The notification runs beside writing and review; the offer waits for its end.
    fn notify(&mut self, shape: &Shape, offered: i32, dice: &mut Dice) -> i32 {
        let Some((advance, formal)) = shape.notified else { return offered };
        let writes = self.milestones.iter().rfind(|(milestone, _)| *milestone == Milestone::AgencyApproved);
        let begins = writes.map_or(0, |(_, day)| *day) + dice.between(2, 20);
        let cleared = begins + 8 + scattered(26_000, dice);
        let noticed = cleared + dice.between(1, 8);
        let notified = noticed + advance + dice.between(0, 9);
        self.notification = vec![
            (NotificationStep::TieredReview, begins),
            (NotificationStep::TieredCleared, cleared),
            (NotificationStep::AdvanceNotice, noticed),
            (NotificationStep::Formal, notified),
        ];
        offered.max(notified + formal + dice.between(0, 4))
    }

    fn accept(&mut self, offered: i32, dice: &mut Dice) {
        let accepted = offered + 4 + scattered(34_000, dice);
        let deposited = accepted + dice.between(3, 28);
        let implemented = deposited + dice.between(2, 21);
        self.milestones.extend([
            (Milestone::Accepted, accepted),
            (Milestone::Deposited, deposited),
            (Milestone::Implemented, implemented),
        ]);
    }

    /// The day of a milestone.
    pub fn day_of(&self, milestone: Milestone) -> i32 {
        let found = self.milestones.iter().rfind(|(held, _)| *held == milestone);
        found.map_or(0, |(_, day)| *day)
    }

    /// Ends the way at a step: the case is cancelled instead.
    pub fn cancel_after(&mut self, steps: usize, dice: &mut Dice) {
        self.milestones.truncate(steps.max(1));
        let last = self.milestones.last().map_or(0, |(_, day)| *day);
        self.milestones.push((Milestone::Cancelled, last + 5 + dice.between(0, 60)));
    }

    /// Writes the way down as it is known today, on the days that follow from the letter of request.
    pub fn write(self, record: &mut CaseRecord, today: Date, number: usize) {
        let on = |days: i32| days_after(record.lor, days);
        let known = |days: i32| on(days) <= today;
        let asked = |days: i32| on(days).min(today);
        record.assessed =
            self.assessed.into_iter().filter(|(day, ..)| known(*day)).map(|(day, f, m)| (on(day), f, m)).collect();
        record.milestones =
            self.milestones.iter().filter(|(_, day)| known(*day)).map(|(m, day)| (*m, on(*day))).collect();
        if let Some((from, to, why)) = self.hold.filter(|(from, ..)| known(*from)) {
            let (requester, justification) = REQUESTERS[why];
            record.holds.push(HoldRecord {
                requester: requester.into(),
                justification: justification.into(),
                from: on(from),
                until: Some(on(from + (to - from) * 3 / 4)),
                lifted: known(to).then(|| on(to)),
            });
        }
        for (reason, day) in self.delays {
            if known(day) && !record.delays.iter().any(|(held, ..)| *held == reason) {
                record.delays.push((reason, asked(day), "Noted in the system of record (synthetic)".into()));
            }
        }
        let steps: Vec<_> =
            self.notification.iter().filter(|(_, day)| known(*day)).map(|(step, day)| (*step, on(*day))).collect();
        let formal = steps.iter().find(|(step, _)| *step == NotificationStep::Formal);
        let transmittal = formal.map(|(_, day)| format!("S{:02}-{:03}", day.year() % 100, number % 1000).into());
        record.notification = CaseNotification { steps, transmittal };
    }
}

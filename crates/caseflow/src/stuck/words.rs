//! Alarms in words that name no person.

use muster_domain::cases::{CaseHolder, Milestone};

use super::{Alarm, AlarmKind, Ball};

impl AlarmKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Silent, Self::HoldOverdue, Self::HoldUndecided, Self::Unassigned];
}

fn days(count: i32) -> String {
    format!("{count} {}", if count == 1 { "day" } else { "days" })
}

fn code(step: Option<Milestone>) -> &'static str {
    step.map_or("the letter of request", |step| step.definition().code)
}

fn pool(holder: Option<CaseHolder>) -> &'static str {
    match holder {
        Some(CaseHolder::Sco) => "the security cooperation office",
        Some(CaseHolder::CaseWriters) => "case writing",
        Some(CaseHolder::ProgramManagers) => "the country program managers",
        Some(CaseHolder::State) => "State",
        Some(CaseHolder::Congress) => "those who follow the notification of Congress",
        Some(CaseHolder::Industry) => "industry",
        Some(CaseHolder::Purchaser) => "the purchaser",
        Some(CaseHolder::Agency) | None => "the implementing agency",
    }
}

impl Alarm {
    /// Why the case is stuck, in numbers.
    pub fn why(&self) -> String {
        match (self.kind, self.limit) {
            (AlarmKind::Silent, Some(limit)) => format!(
                "{} at {}; {} % of {} {} had left it in {}",
                days(self.days),
                code(self.step),
                percent(self.share),
                limit.left,
                if limit.of_class { "such cases" } else { "cases at this step" },
                limit.days,
            ),
            (AlarmKind::Silent, None) => format!("{} at {}", days(self.days), code(self.step)),
            (AlarmKind::HoldOverdue, _) => {
                format!("the hold was to end on {}, {} ago", self.since, days(self.days))
            }
            (AlarmKind::HoldUndecided, _) => {
                format!("a hold was asked for {} ago and is not decided; {} are allowed", days(self.days), self.allowed)
            }
            (AlarmKind::Unassigned, _) => format!(
                "could be worked since {}, {} ago, and nobody manages it; {} are allowed",
                self.since,
                days(self.days),
                self.allowed
            ),
        }
    }

    /// What would mend it.
    pub fn mend(&self) -> String {
        match self.kind {
            AlarmKind::Silent => {
                let next = self.next.map_or("the next milestone", |next| next.definition().code);
                match self.holder {
                    Some(CaseHolder::Agency) | None => {
                        format!("Record {next} if it was reached, else note why it takes longer.")
                    }
                    Some(holder) if holder.is_workforce() => format!(
                        "Ask {} where it stands; record {next} if it was reached, else note why it takes longer.",
                        pool(self.holder)
                    ),
                    Some(_) => {
                        format!(
                            "Ask {} where it stands and note the answer; staffing does not move it.",
                            pool(self.holder)
                        )
                    }
                }
            }
            AlarmKind::HoldOverdue => "Lift the hold, or lift it and ask for one with a later end.".to_owned(),
            AlarmKind::HoldUndecided => {
                "Approve or refuse the hold; whoever placed it does not decide on it.".to_owned()
            }
            AlarmKind::Unassigned => "Give it to a case manager of the office, or take it.".to_owned(),
        }
    }

    /// Who is to act.
    pub fn who(&self) -> &'static str {
        match self.ball {
            Ball::Manager => "the case's manager",
            Ball::Office => "the office that works it",
            Ball::ProgramManagers => "the country program managers",
        }
    }
}

fn percent(per_mille: i64) -> String {
    if per_mille % 10 == 0 { (per_mille / 10).to_string() } else { format!("{}.{}", per_mille / 10, per_mille % 10) }
}

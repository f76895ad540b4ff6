//! A slate in the middle of its coordination: the cycle of the coming spring, proposed two weeks ago. Commands
//! concurred, one did not with one line, one has not answered; part is endorsed and published, and the services are at
//! work on it.

use std::collections::BTreeMap;

use muster_domain::access::{Grant, GrantRole, Role};
use muster_domain::allocation::{
    CloseCycle, DecideLines, EndorseLines, LineStatus, OpenCycle, PublishSlate, RequisitionStatus, Slate,
};
use muster_domain::kernel::add_months;
use muster_domain::organization::Holder;
use muster_domain::workforce::FillMode;
use muster_domain::{AccountId, Period, RequisitionId, SlateId};

use super::Fill;
use crate::accounts::SLATED;
use crate::dice::days_after;
use crate::roster::summer_after;

/// When what happened, in days from today.
const OPENED: i32 = -60;
const PROPOSED: i32 = -15;
const ANSWERED: i32 = -9;
const ENDORSED: i32 = -6;
const PUBLISHED: i32 = -5;
const ACCEPTED: i32 = -2;

impl Fill {
    /// Acts the cycle out, as far as the spring has people to place.
    pub(super) fn slating(&mut self) {
        let Some(slate) = self.proposed() else { return };
        self.coordinated(slate);
        self.under_way(slate);
    }

    fn coordinated(&mut self, slate: SlateId) {
        let answering = self.by_command(slate);
        let Some(((_, unanswered), answering)) = answering.split_last() else { return };
        for (i, (command, lines)) in answering.iter().enumerate() {
            let answered = days_after(self.today, ANSWERED);
            let decide = |lines: &[u32], reason: Option<&str>| DecideLines {
                slate,
                lines: lines.to_vec(),
                concurs: reason.is_none(),
                reason: reason.map(Into::into),
            };
            match lines.split_last() {
                Some((last, others)) if i == 0 && !others.is_empty() => {
                    self.give(answered, Some(*command), decide(others, None));
                    let reason = "The office changes its programs this spring and asks for another background.";
                    self.give(answered, Some(*command), decide(&[*last], Some(reason)));
                }
                _ => _ = self.give(answered, Some(*command), decide(lines, None)),
            }
        }
        let director = self.account(Holder::Director, self.today);
        let manager = self.account(Holder::Headquarters, self.today);
        // What the last of those who answered concurred with still waits for the director.
        let waits = answering.last().map_or(&[][..], |(_, lines)| lines);
        let concurred = self.lines(slate, LineStatus::Concurred);
        let endorsed = concurred.into_iter().filter(|line| !waits.contains(line) && !unanswered.contains(line));
        for line in endorsed {
            self.give(days_after(self.today, ENDORSED), director, EndorseLines { slate, lines: vec![line] });
        }
        self.give(days_after(self.today, PUBLISHED), manager, PublishSlate { slate, lines: Vec::new() });
    }

    /// Opens the cycle and proposes its slate of least cost.
    fn proposed(&mut self) -> Option<SlateId> {
        let manager = self.account(Holder::Headquarters, self.today);
        let summer = summer_after(self.today);
        let window = Period::new(add_months(summer.from(), -3), Some(summer.from())).ok()?;
        let name = format!("Spring {}", summer.from().year()).into();
        let (cycle, slate) = (self.world.cycles.next_id(), self.world.slates.next_id());
        let day = days_after(self.today, PROPOSED);
        self.give(days_after(self.today, OPENED), manager, OpenCycle { name, window, scope: Vec::new() });
        let computed = muster_slate::compute(&self.world, cycle, day).ok()?;
        let proposed = self.give(day, manager, computed.proposal());
        if !proposed {
            // A small service has nobody to place in spring.
            self.give(day, manager, CloseCycle { cycle });
        }
        proposed.then_some(slate)
    }

    /// The lines of the slate by the account of the command that gains, those with the most lines first.
    fn by_command(&self, slate: SlateId) -> Vec<(AccountId, Vec<u32>)> {
        let mut by_command: BTreeMap<AccountId, Vec<u32>> = BTreeMap::new();
        for (number, line) in (0..).zip(&self.world.slates[slate].lines) {
            let (office, _) = Slate::gaining(&self.world, &line.proposal);
            let account = self.account(Holder::Office(office), self.today);
            if let Some(account) = account.filter(|account| self.is_command(*account, self.today)) {
                by_command.entry(account).or_default().push(number);
            }
        }
        let mut by_command: Vec<_> = by_command.into_iter().collect();
        by_command.sort_by_key(|(_, lines)| std::cmp::Reverse(lines.len()));
        by_command
    }

    fn lines(&self, slate: SlateId, status: LineStatus) -> Vec<u32> {
        let lines = (0..).zip(&self.world.slates[slate].lines);
        lines.filter(|(_, line)| line.status_on(&self.world, self.today) == status).map(|(number, _)| number).collect()
    }

    /// The services are at work on what was endorsed: the last they are asked for belongs to the demonstration's member
    /// on a slate and waits, and of the others some are nominated and accepted.
    fn under_way(&mut self, slate: SlateId) {
        let world = &self.world;
        let asked = self.lines(slate, LineStatus::Endorsed).into_iter().filter_map(|number| {
            let line = &world.slates[slate].lines[number as usize];
            let id = line.endorsement?.requisition?;
            let requisition = &world.requisitions[id];
            let asked = requisition.status(world) == RequisitionStatus::Nominating;
            (asked && requisition.mode(world) == FillMode::ServiceNomination).then_some((id, line.proposal.person))
        });
        let asked: Vec<_> = asked.collect();
        let (last, others) = asked.split_last().map_or((None, &[][..]), |(last, others)| (Some(last), others));
        let first = world.slates[slate].lines.first().map(|line| line.proposal.person);
        let slated = last.map(|(_, person)| *person).or(first);
        for (i, (id, _)) in others.iter().enumerate() {
            for (days, step) in [(PUBLISHED, 1), (ACCEPTED, 2)] {
                if i % 3 >= step - 1 {
                    self.turn_taken(*id, days);
                }
            }
        }
        if let Some(account) = self.world.keys.account.get(SLATED).copied() {
            let period = Period::open(days_after(self.today, PUBLISHED));
            let grant =
                Grant { role: Role::Member, office: None, service: None, person: slated, purchaser: None, period };
            self.give(self.today, None, GrantRole { account, grant });
        }
    }

    fn turn_taken(&mut self, id: RequisitionId, days: i32) {
        let day = days_after(self.today, days);
        for asked in self.world.requisitions[id].open_turns(&self.world) {
            let account = self.account(asked.turn.holder, day);
            self.take(id, &asked, account, day);
        }
    }
}

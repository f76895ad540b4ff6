//! What the system writes in each section of a packet. Every number names the row or the lever it comes from; what is not
//! known is said to be unknown, never estimated.

use std::borrow::Cow;

use muster_domain::kernel::{Date, Period};
use muster_domain::workforce::{
    BilletChange, BilletTerms, ChangeRequest, PacketSection, ServiceCoding, WorkloadEvidence, section_515_limit,
};
use muster_domain::{AccountId, OfficeId, World};

use super::cost::PayTable;
use super::evidence::evidence;
use super::ledger::ledger_count;
use super::packet::Block;
use crate::vacancy::{BilletState, billet_state};

/// What a packet is written of.
pub(super) struct Subject<'a> {
    pub world: &'a World,
    pub request: &'a ChangeRequest,
    pub today: Date,
    pub pay: PayTable<'a>,
}

impl Subject<'_> {
    pub(super) fn write(&self, section: PacketSection) -> Vec<Block> {
        match section {
            PacketSection::Purpose => self.purpose(),
            PacketSection::CurrentManning => self.current_manning(),
            PacketSection::WorkloadEvidence => self.workload(),
            PacketSection::Comparison => self.comparison(),
            PacketSection::Section515 => self.section_515(),
            PacketSection::Cost => self.cost(),
            PacketSection::Alternatives => self.alternatives(),
            PacketSection::Coordination => self.coordination(),
        }
    }

    fn office(&self, id: OfficeId) -> String {
        let office = &self.world.offices[id];
        format!("{} ({})", office.name, office.code)
    }

    /// The evidence as it stood when the request was last submitted; a draft's as it would stand today.
    pub(super) fn evidence(&self) -> Option<(Cow<'_, WorkloadEvidence>, &'static str)> {
        match self.request.round() {
            Some(round) => Some((Cow::Borrowed(&round.evidence), "as attached when the request was submitted")),
            None => {
                let now = evidence(self.world, self.request.office, self.today)?;
                Some((Cow::Owned(now), "as it stands today; it is attached when the request is submitted"))
            }
        }
    }

    /// The first day of the change.
    fn first_day(&self) -> Date {
        self.request.effective.period().map_or(self.today, Period::from)
    }

    fn purpose(&self) -> Vec<Block> {
        let request = self.request;
        let what = match &request.change {
            BilletChange::Establish { number, source, terms } => format!(
                "{} asks to establish billet {number}, {}, grade {}, in {source}.",
                self.office(request.office),
                terms.title,
                terms.grade
            ),
            BilletChange::Change { billet, .. } => {
                let billet = &self.world.billets[*billet];
                format!("{} asks to change billet {} of {}.", self.office(request.office), billet.number, billet.source)
            }
            BilletChange::Disestablish { billet } => {
                let held = &self.world.billets[*billet];
                format!(
                    "{} asks to end billet {}, {}.",
                    self.office(request.office),
                    held.number,
                    held.terms_near(self.today).title
                )
            }
        };
        let mut blocks = vec![
            Block::text(format!(
                "{what} The change takes effect on {}, the first day of {}.",
                self.first_day(),
                request.effective
            )),
            Block::text(format!("Reason given by the office: {}", request.reason)),
        ];
        let rows = self.terms_compared();
        if !rows.is_empty() {
            let columns = match request.change {
                BilletChange::Establish { .. } => vec!["Term".to_owned(), "Asked for".to_owned()],
                _ => vec!["Term".to_owned(), "Now".to_owned(), "Asked for".to_owned()],
            };
            blocks.push(Block::Table { caption: "Terms of the billet".to_owned(), columns, rows });
        }
        blocks
    }

    fn terms_compared(&self) -> Vec<Vec<String>> {
        let Some(asked) = self.request.change.terms() else { return Vec::new() };
        let asked = self.named_terms(asked);
        match self.request.change.billet() {
            None => asked.into_iter().map(|(term, value)| vec![term.to_owned(), value]).collect(),
            Some(billet) => {
                let held = self.named_terms(self.world.billets[billet].terms_near(self.today));
                let pairs = held.into_iter().zip(asked).filter(|((_, held), (_, asked))| held != asked);
                pairs.map(|((term, held), (_, asked))| vec![term.to_owned(), held, asked]).collect()
            }
        }
    }

    fn named_terms(&self, terms: &BilletTerms) -> Vec<(&'static str, String)> {
        let yes = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
        let coordinators: Vec<&str> = terms.coordinators.iter().map(|one| one.title()).collect();
        let languages: Vec<String> = terms
            .languages
            .iter()
            .map(|need| format!("{} {}/{}", need.language, need.reading, need.speaking))
            .collect();
        let none = |text: String| if text.is_empty() { "none".to_owned() } else { text };
        vec![
            ("Title", terms.title.to_string()),
            ("Office", self.office(terms.office)),
            ("Place of duty", self.world.posts[terms.place].name.to_string()),
            ("Grade", terms.grade.to_string()),
            ("Filled from", coding(terms.coding)),
            ("Specialty", none(terms.specialty.as_deref().unwrap_or_default().to_owned())),
            ("Languages (reading/speaking)", none(languages.join(", "))),
            ("SC code", terms.sc_code.map_or_else(|| "not coded".to_owned(), |code| code.to_string())),
            ("Functional area", terms.functional_area.title().to_owned()),
            ("Paid from", terms.funding.title().to_owned()),
            ("Key billet", yes(terms.key)),
            ("Dependents may come along", yes(terms.accompanied)),
            ("Filled by", terms.fill_mode.title().to_owned()),
            ("Counts under section 515", yes(terms.section_515)),
            ("Coordinators", none(coordinators.join(", "))),
        ]
    }

    fn current_manning(&self) -> Vec<Block> {
        let Some((evidence, when)) = self.evidence() else { return Vec::new() };
        let number = |number: Option<u32>| number.map_or_else(|| "none".to_owned(), |number| number.to_string());
        let review = match &evidence.validated_document {
            Some(document) => document.to_string(),
            None => "no manpower review is recorded".to_owned(),
        };
        let row = |name: &str, value: String, from: &str| vec![name.to_owned(), value, from.to_owned()];
        let rows = vec![
            row("Indicated", number(evidence.indicated), "workload standard, see the workload evidence"),
            row("Validated", number(evidence.validated), &review),
            row("Authorised", evidence.authorised.to_string(), "billets of the office"),
            row("Funded", evidence.funded.to_string(), "of the authorised billets"),
            row("Filled", evidence.assigned.to_string(), "of the authorised billets"),
            row("Gap days", evidence.gap_days_year.to_string(), "days between incumbents, the year up to the day"),
        ];
        vec![
            Block::text(format!("Manning of {} on {}, {when}.", self.office(self.request.office), evidence.on)),
            Block::Table {
                caption: "Required, authorised, funded and filled".to_owned(),
                columns: ["Strength", "Number", "Rests on"].map(str::to_owned).to_vec(),
                rows,
            },
        ]
    }

    fn section_515(&self) -> Vec<Block> {
        let (world, from) = (self.world, self.first_day());
        let counted = |terms: Option<&BilletTerms>| terms.is_some_and(|terms| terms.section_515);
        let before = counted(self.request.change.billet().map(|id| world.billets[id].terms_near(from)));
        let after = counted(self.request.change.terms());
        let effect = match (before, after) {
            (false, true) => "It adds one billet that counts when a member fills it.",
            (true, false) => "It takes away one billet that counts.",
            (true, true) => "The billet counts before and after.",
            (false, false) => "The billet does not count, so the change has no effect.",
        };
        let countries = self.request.change.offices(world, from).into_iter().filter_map(|id| world.offices[id].country);
        let mut blocks = vec![Block::text(effect)];
        for country in countries {
            let (now, limit) =
                (ledger_count(world, country, self.today, self.today), section_515_limit(world, country, from));
            let then = ledger_count(world, country, from, self.today);
            blocks.push(Block::text(format!(
                "{}: {} members count today of {} allowed, in {} billets. On {from}, without this change, {} billets would \
                 count if filled and {limit} members are allowed.",
                world.countries[country].name, now.members, now.limit, now.billets, then.billets
            )));
        }
        blocks
    }

    fn cost(&self) -> Vec<Block> {
        let terms = self.request.change.all_terms(self.world, self.first_day());
        let Some(terms) = terms.last() else { return Vec::new() };
        let mut blocks = Vec::new();
        match (self.pay)(terms.grade, self.today) {
            Some(pay) => blocks.push(Block::text(format!(
                "Base pay of grade {}: {} to {} US dollars a year ({}). Locality pay, benefits and allowances are in no table \
                 here and are left out.",
                terms.grade, pay.least, pay.most, pay.source
            ))),
            None => blocks.push(Block::text(format!(
                "No table here gives the pay of grade {}; the cost of pay is left out.",
                terms.grade
            ))),
        }
        let post = &self.world.posts[terms.place];
        if let Some(differentials) = post.differentials.at(self.today) {
            blocks.push(Block::text(format!(
                "At {}: hardship differential {} %, danger pay {} %, cost-of-living allowance {} %.",
                post.name, differentials.hardship_pct, differentials.danger_pct, differentials.cost_of_living_pct
            )));
        }
        blocks.push(Block::text(format!("It is paid from: {}.", terms.funding.title())));
        blocks
    }

    /// What the office could do with the billets it has; the office adds its own by wording the section.
    fn alternatives(&self) -> Vec<Block> {
        let (world, office, today) = (self.world, self.request.office, self.today);
        let asked = self.request.change.terms();
        let (mut vacant, mut unfunded) = (Vec::new(), Vec::new());
        for id in &world.rosters[office].billets {
            let billet = &world.billets[*id];
            let Some(terms) = billet.on(today).filter(|terms| terms.office == office) else { continue };
            let named = format!("{} {} ({})", billet.number, terms.title, terms.grade);
            if !billet.is_funded(today) {
                unfunded.push(named.clone());
            }
            let fits = asked.is_none_or(|asked| asked.functional_area == terms.functional_area);
            if fits && matches!(billet_state(world, *id, today, today), BilletState::Vacant { .. }) {
                vacant.push(named);
            }
        }
        let list = |billets: &[String], none: &str| {
            if billets.is_empty() { none.to_owned() } else { billets.join("; ") }
        };
        vec![
            Block::text(format!(
                "Fill or recode what is vacant in the same functional area today: {}.",
                list(&vacant, "nothing is vacant there")
            )),
            Block::text(format!(
                "Fund what is authorised without money today: {}.",
                list(&unfunded, "every authorised billet is funded")
            )),
            Block::text("Leave the manning as it is and accept the gap between indicated and authorised strength."),
        ]
    }

    fn coordination(&self) -> Vec<Block> {
        let mut blocks = Vec::new();
        for (number, round) in (1..).zip(&self.request.rounds) {
            blocks.push(Block::text(format!(
                "Submission {number} on {} by {}.",
                round.submitted.on,
                self.who(round.submitted.by)
            )));
            if let Some(review) = &round.review {
                let by = self.who(review.stamp.by);
                blocks.push(Block::text(format!("Reviewed on {} by {by}: {}", review.stamp.on, review.note)));
            }
            let rows: Vec<Vec<String>> = round.asked.iter().map(|asked| self.asked(asked)).collect();
            if !rows.is_empty() {
                let columns =
                    ["Coordinator", "Asked", "Suspense", "Answer", "Answered", "Reason or condition", "Document"];
                let caption = format!("Who was asked after submission {number}");
                blocks.push(Block::Table { caption, columns: columns.map(str::to_owned).to_vec(), rows });
            }
            if let Some(back) = &round.returned {
                let by = self.who(back.stamp.by);
                blocks.push(Block::text(format!("Returned on {} by {by}: {}", back.stamp.on, back.note)));
            }
        }
        if let Some(decision) = &self.request.decision {
            let how = match (decision.approved, decision.overrides) {
                (true, true) => "Approved over a coordinator",
                (true, false) => "Approved",
                (false, _) => "Disapproved",
            };
            let reason = decision.reason.as_deref().map(|reason| format!(": {reason}")).unwrap_or_default();
            blocks.push(Block::text(format!(
                "{how} on {} by {}, effective {}{reason}",
                decision.stamp.on,
                self.who(decision.stamp.by),
                decision.effective
            )));
        }
        if let Some(withdrawn) = &self.request.withdrawn {
            let by = self.who(withdrawn.stamp.by);
            blocks.push(Block::text(format!("Withdrawn on {} by {by}: {}", withdrawn.stamp.on, withdrawn.reason)));
        }
        if blocks.is_empty() {
            blocks.push(Block::text("The request was not submitted yet; nobody was asked."));
        }
        blocks
    }

    fn asked(&self, asked: &muster_domain::workforce::CoordinatorAsked) -> Vec<String> {
        let answer = asked.answer.as_ref();
        let said = match answer {
            None if asked.turn.is_late(self.today) => "none, and the suspense has passed",
            None => "none yet",
            Some(answer) if answer.concurs => "concurs",
            Some(_) => "does not concur",
        };
        let text = |text: Option<&muster_domain::Text>| text.map_or_else(|| "–".to_owned(), ToString::to_string);
        vec![
            format!("{} ({})", asked.coordinator.title(), asked.turn.holder.name(self.world)),
            asked.turn.since.to_string(),
            asked.turn.due.to_string(),
            said.to_owned(),
            answer.map_or_else(
                || "–".to_owned(),
                |answer| format!("{} by {}", answer.stamp.on, self.who(answer.stamp.by)),
            ),
            text(answer.and_then(|answer| answer.reason.as_ref())),
            text(answer.and_then(|answer| answer.document.as_ref())),
        ]
    }

    fn who(&self, account: Option<AccountId>) -> String {
        match account.and_then(|account| self.world.accounts.get(account)) {
            Some(account) => account.name.to_string(),
            None => "the installation".to_owned(),
        }
    }
}

fn coding(coding: ServiceCoding) -> String {
    match coding {
        ServiceCoding::Only(service) => service.title().to_owned(),
        ServiceCoding::AnyMilitary => "any military service".to_owned(),
        ServiceCoding::MilitaryOrCivilian => "military or civilian".to_owned(),
    }
}

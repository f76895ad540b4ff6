//! What a representative sees: worked out from the World once, before any page is written. Whatever is not in a view
//! cannot come onto a page.

use std::collections::BTreeMap;

use jiff::ToSpan;
use muster_domain::cases::{
    AskedOfPurchaser, Case, CaseLine, CaseNumber, DeliveryDue, DocumentKind, LineClass, Milestone, PaymentDue,
    ReleasedForecast, ShownStep,
};
use muster_domain::kernel::days_between;
use muster_domain::policy::Lever;
use muster_domain::{Date, Text, World};

/// Somebody who may see the cases of some purchaser codes, on a day.
#[derive(Debug, Clone, Copy)]
pub struct Viewer<'a> {
    /// The facts.
    pub world: &'a World,
    /// The own purchaser codes: of several codes of one country each is a customer of its own.
    pub codes: &'a [Text],
    /// The day.
    pub day: Date,
}

/// Where a case stands, as its purchaser sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseState {
    /// The letter of request was received; nothing since is shown.
    Received,
    /// The last milestone shown.
    Reached(Milestone),
}

/// The offer, once it was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Lines as they stand.
    pub lines: Vec<CaseLine>,
    /// Their value, US cents.
    pub value_cents: i64,
    /// The last day on which it may be accepted, while that is open.
    pub until: Option<Date>,
}

/// A document that the purchaser has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Document {
    /// What kind; none is the offer itself.
    pub kind: Option<DocumentKind>,
    /// The how-manieth of its kind.
    pub number: u16,
    /// The day.
    pub on: Date,
    /// By how much it changed the value, US cents.
    pub change_cents: i64,
}

/// A message and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MessageView {
    /// The day.
    pub on: Date,
    /// Whether the purchaser wrote it.
    pub own: bool,
    /// The words.
    pub words: Text,
    /// Of the purchaser's: days to the answer, or days it waits.
    pub days: i64,
    /// Whether it was answered.
    pub answered: bool,
}

/// How fast messages of the last year were answered, over all cases of the viewer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answers {
    /// How many.
    pub count: i64,
    /// The median of days.
    pub median: i64,
}

/// One case as its purchaser sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseView {
    /// Its identifier.
    pub number: String,
    /// What is bought, in short.
    pub title: Text,
    /// What most of its value buys.
    pub class: LineClass,
    /// The day the letter of request was received.
    pub received: Date,
    /// Where it stands.
    pub state: CaseState,
    /// Since when.
    pub since: Date,
    /// The next step shown.
    pub next: Option<Milestone>,
    /// Whether it is shown as closed or cancelled.
    pub over: bool,
    /// What is asked.
    pub asked: Option<AskedOfPurchaser>,
    /// The day of the last news, where that is long ago.
    pub quiet_since: Option<Date>,
    /// Milestones shown, in order.
    pub way: Vec<ShownStep>,
    /// The offer, once it is shown as made.
    pub offer: Option<Offer>,
    /// Documents.
    pub documents: Vec<Document>,
    /// What is to be paid, once the acceptance is shown.
    pub payments: Vec<PaymentDue>,
    /// Deliveries expected, with what each brings, once the acceptance is shown.
    pub deliveries: Vec<(DeliveryDue, Text)>,
    /// The forecast released, while it stands.
    pub forecast: Option<ReleasedForecast>,
    /// Messages.
    pub messages: Vec<MessageView>,
    /// The office that works it.
    pub office: Text,
    /// The system of record it comes from.
    pub source: Option<Text>,
}

/// A program: the cases that buy one thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Program {
    /// What is bought.
    pub title: Text,
    /// What kind of thing that is.
    pub class: LineClass,
    /// Its open cases, by identifier.
    pub cases: Vec<CaseView>,
}

/// Everything of one representative.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programs {
    /// The codes with their countries.
    pub codes: Vec<(Text, Text)>,
    /// Programs with open cases; those that ask something first.
    pub open: Vec<Program>,
    /// Cases that are over.
    pub over: Vec<CaseView>,
    /// The day.
    pub day: Date,
}

impl<'a> Viewer<'a> {
    /// Every case that the viewer sees.
    pub fn cases(&self) -> impl Iterator<Item = &'a Case> + '_ {
        let world = self.world;
        world.cases.iter().map(|(_, case)| case).filter(|case| self.sees(case))
    }

    /// The case of this identifier, where the viewer sees it.
    pub fn case(&self, number: &str) -> Option<(muster_domain::CaseId, &'a Case)> {
        let number: CaseNumber = number.parse().ok()?;
        let id = *self.world.keys.case.get(&number)?;
        let case = self.world.cases.get(id)?;
        self.sees(case).then_some((id, case))
    }

    fn sees(&self, case: &Case) -> bool {
        case.is_on_portal() && self.codes.iter().any(|code| code.as_str() == case.number.purchaser())
    }

    /// A case as it is shown.
    pub fn view(&self, case: &Case) -> CaseView {
        let (world, day) = (self.world, self.day);
        let way = case.shown_way(world, day);
        let last = way.last().copied();
        let over = last.is_some_and(|last| last.milestone.definition().phase.is_over());
        let offered = way.iter().find(|step| step.milestone == Milestone::Offered).map(|step| step.on);
        let asked = case.asked_of_purchaser(world, day);
        let forecast = case.shown_forecast(world, day).cloned();
        let documents = documents(case, offered, day);
        let messages = messages(case, day);
        let news = [
            Some(case.lor),
            last.map(|last| last.on),
            documents.last().map(|document| document.on),
            messages.iter().rev().find(|message| !message.own).map(|message| message.on),
            forecast.as_ref().map(|forecast| forecast.on),
            asked.as_ref().map(|asked| asked.since),
        ];
        let news = news.into_iter().flatten().max().unwrap_or(case.lor);
        let quiet = i32::try_from(world.lever(Lever::PortalQuietDays, day)).unwrap_or(i32::MAX);
        let accepted = way.iter().any(|step| step.milestone == Milestone::Accepted);
        CaseView {
            number: case.number.to_string(),
            title: case.title.clone(),
            class: class(case),
            received: case.lor,
            state: last.map_or(CaseState::Received, |last| CaseState::Reached(last.milestone)),
            since: last.map_or(case.lor, |last| last.on),
            next: case.shown_next(world, day),
            over,
            asked,
            quiet_since: Some(news).filter(|news| !over && days_between(*news, day) > quiet),
            offer: offered.map(|_| Offer {
                lines: case.lines.clone(),
                value_cents: case.value_cents(),
                until: case.expiry(world).filter(|_| !accepted && !over),
            }),
            payments: if accepted { case.payments_due(day) } else { Vec::new() },
            deliveries: if accepted { deliveries(case, day) } else { Vec::new() },
            way,
            documents,
            forecast,
            messages,
            office: world.offices.get(case.office).map(|office| office.name.clone()).unwrap_or_default(),
            source: case.source.clone(),
        }
    }

    /// Every program.
    pub fn programs(&self) -> Programs {
        let mut groups: BTreeMap<(Text, LineClass), Vec<CaseView>> = BTreeMap::new();
        let mut over = Vec::new();
        for case in self.cases() {
            let view = self.view(case);
            if view.over {
                over.push(view);
            } else {
                groups.entry((view.title.clone(), view.class)).or_default().push(view);
            }
        }
        let mut open: Vec<Program> = groups
            .into_iter()
            .map(|((title, class), mut cases)| {
                cases.sort_by(|one, other| one.number.cmp(&other.number));
                Program { title, class, cases }
            })
            .collect();
        open.sort_by_key(|program| std::cmp::Reverse(program.asking()));
        over.sort_by(|one, other| (other.since, &one.number).cmp(&(one.since, &other.number)));
        Programs { codes: self.named(), open, over, day: self.day }
    }

    /// The own codes with the names of their countries.
    pub(crate) fn named(&self) -> Vec<(Text, Text)> {
        let country = |code: &Text| muster_domain::cases::purchaser_country(self.world, code);
        let name = |code: &Text| country(code).map(|id| self.world.countries[id].name.clone()).unwrap_or_default();
        self.codes.iter().map(|code| (code.clone(), name(code))).collect()
    }

    /// How fast messages of the last year were answered; none where none was.
    pub fn answers(&self) -> Option<Answers> {
        let from = self.day.saturating_sub(1.year());
        let times = self.cases().filter(|case| !case.portal.messages.is_empty()).flat_map(|case| case.answer_times());
        let answered = times.filter(|time| time.asked >= from).filter_map(|time| Some((time.asked, time.answered?)));
        let mut days: Vec<i64> = answered.map(|(asked, on)| i64::from(days_between(asked, on))).collect();
        days.sort_unstable();
        let median = *days.get(days.len() / 2)?;
        Some(Answers { count: i64::try_from(days.len()).unwrap_or(i64::MAX), median })
    }
}

impl Program {
    /// How many of its cases ask something of the purchaser.
    pub fn asking(&self) -> usize {
        self.cases.iter().filter(|case| case.asked.is_some()).count()
    }
}

/// What most of a case's value buys; the first of equals.
fn class(case: &Case) -> LineClass {
    let mut lines: Vec<&CaseLine> = case.lines.iter().collect();
    lines.sort_by_key(|line| std::cmp::Reverse(line.value_cents));
    lines.first().map_or(LineClass::Articles, |line| line.class)
}

/// Deliveries expected, each with the title of its line.
fn deliveries(case: &Case, day: Date) -> Vec<(DeliveryDue, Text)> {
    let title = |line| case.lines.iter().find(|held| held.line == line).map(|held| held.title.clone());
    let due = case.deliveries_due(day).into_iter();
    due.map(|one| (one, title(one.line).unwrap_or_else(|| case.title.clone()))).collect()
}

/// Documents that a purchaser has: the offer, and what followed it.
fn documents(case: &Case, offered: Option<Date>, day: Date) -> Vec<Document> {
    let Some(on) = offered else { return Vec::new() };
    let offer = Document { kind: None, number: 1, on, change_cents: 0 };
    let later = case.documents.iter().filter(|document| document.on <= day).map(|document| Document {
        kind: Some(document.kind),
        number: document.number,
        on: document.on,
        change_cents: document.change_cents,
    });
    std::iter::once(offer).chain(later).collect()
}

fn messages(case: &Case, day: Date) -> Vec<MessageView> {
    let mut times = case.answer_times().into_iter();
    let shown = case.portal.messages.iter().map(|message| {
        let time = if message.from_purchaser { times.next() } else { None };
        let answered = time.and_then(|time| time.answered);
        MessageView {
            on: message.on,
            own: message.from_purchaser,
            words: message.words.clone(),
            days: i64::from(days_between(message.on, answered.unwrap_or(day))),
            answered: answered.is_some(),
        }
    });
    shown.collect()
}

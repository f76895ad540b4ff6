//! The turnover book: what an arriving chief has to know of the office, put together from what is known already.

use muster_domain::access::{Role, Scope};
use muster_domain::kernel::{AccountId, Date, FiscalYear, Period, add_months};
use muster_domain::organization::{Act, AuthorityHolder, AuthorityKind, Differentials, Holder, PostStatus, speaks_for};
use muster_domain::partner::Measure;
use muster_domain::workforce::Clearance;
use muster_domain::{Grade, OfficeId, Text, World};
use serde::Serialize;

use super::ledger::{Ledger, ledger};
use super::matters::{Matter, matters};
use super::strengths::{Strengths, strengths};
use crate::gaps::Span;
use crate::rotation::{BilletBrief, PersonBrief};
use crate::vacancy::{BilletState, billet_state};
use crate::{billet_gaps, incumbent};

/// Months ahead for which gaps are told.
const GAPS_AHEAD: i32 = 24;
/// Months within which a gap is soon.
const SOON: i32 = 12;

/// A billet of the office with who holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct BookBillet {
    /// Which billet.
    pub billet: BilletBrief,
    /// Its grade.
    pub grade: Grade,
    /// Whether it is key.
    pub key: bool,
    /// Whether there is money for it.
    pub funded: bool,
    /// Whether it counts under section 515.
    pub section_515: bool,
    /// Clearance it needs.
    pub clearance: Clearance,
    /// Where it stands today.
    pub state: BilletState,
    /// Who holds it; null where nobody does or the person is not the asker's to see.
    pub incumbent: Option<PersonBrief>,
    /// The rotation date.
    pub rotation: Option<Date>,
    /// Who comes next; null where nobody is planned or the person is not the asker's to see.
    pub relief: Option<PersonBrief>,
    /// The day the relief arrives.
    pub relief_on: Option<Date>,
    /// Until when the billet is authorised, if it ends.
    pub ends: Option<Date>,
}

/// Days on which a billet will have nobody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct BookGap {
    /// Which billet.
    pub billet: BilletBrief,
    /// The days within the next 24 months.
    pub span: Span,
    /// Whether it begins within the next 12 months.
    pub soon: bool,
    /// Whether it lasts to the end of the 24 months: nobody is planned.
    pub open: bool,
}

/// Somebody to call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct BookContact {
    /// The role.
    pub role: Role,
    /// What the role is called.
    pub title: String,
    /// The name the account goes by.
    pub name: Text,
    /// For what: the command, the service, the whole.
    pub reach: String,
}

/// A published or synthetic figure of the host country.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct BookFigure {
    /// What it measures.
    pub measure: Measure,
    /// The fiscal year.
    pub fiscal_year: FiscalYear,
    /// The value.
    pub value: i64,
    /// The row it stands in.
    pub source: Text,
    /// Whether it was generated for demonstration.
    pub synthetic: bool,
}

/// An authority over the office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct BookAuthority {
    /// Which kind.
    pub kind: AuthorityKind,
    /// What people call it.
    pub title: String,
    /// Who holds it.
    pub holder: String,
    /// What it confers.
    pub acts: Vec<Act>,
    /// The document it rests on.
    pub source: Text,
}

/// The book.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct TurnoverBook {
    /// The office.
    pub office: OfficeId,
    /// Its code.
    pub code: Text,
    /// Its name.
    pub name: Text,
    /// The day it was written.
    pub on: Date,
    /// The host country, by name.
    pub country: Option<Text>,
    /// The post.
    pub post: Text,
    /// The post's status.
    pub post_status: PostStatus,
    /// The post's differentials.
    pub differentials: Option<Differentials>,
    /// IANA time zone of the office's deadlines.
    pub zone: Text,
    /// Indicated, validated, authorised and funded, with what stands behind each.
    pub strengths: Strengths,
    /// The billets authorised today.
    pub billets: Vec<BookBillet>,
    /// Gaps of the next 24 months, soonest first.
    pub gaps: Vec<BookGap>,
    /// The section-515 ledger of the host country.
    pub ledger: Option<Ledger>,
    /// Open matters with whose turn they are.
    pub matters: Vec<Matter>,
    /// The latest figures of the host country.
    pub figures: Vec<BookFigure>,
    /// Who holds which authority over the office.
    pub authorities: Vec<BookAuthority>,
    /// Who to call.
    pub contacts: Vec<BookContact>,
}

/// The book of an office on a day. `None` if there is no such office. Offices outside `offices` and people outside `people`
/// are not named.
pub fn turnover_book(
    world: &World,
    offices: &Scope,
    people: &Scope,
    office: OfficeId,
    today: Date,
) -> Option<TurnoverBook> {
    let facts = world.offices.get(office)?;
    let post = &world.posts[facts.post];
    Some(TurnoverBook {
        office,
        code: facts.code.clone(),
        name: facts.name.clone(),
        on: today,
        country: facts.country.map(|country| world.countries[country].name.clone()),
        post: post.name.clone(),
        post_status: post.status_on(today),
        differentials: post.differentials.at(today).copied(),
        zone: facts.zone.clone(),
        strengths: strengths(world, office, today)?,
        billets: billets(world, people, office, today),
        gaps: gaps(world, office, today),
        ledger: facts.country.and_then(|country| ledger(world, offices, people, country, today, today)),
        matters: matters(world, office, today),
        figures: figures(world, office, today),
        authorities: authorities(world, office, today),
        contacts: contacts(world, office, today),
    })
}

fn brief(world: &World, id: muster_domain::BilletId, day: Date) -> BilletBrief {
    let billet = &world.billets[id];
    BilletBrief { id, title: billet.terms_near(day).title.clone(), number: billet.number.clone() }
}

/// The billets authorised today, key ones first, then by number.
fn billets(world: &World, people: &Scope, office: OfficeId, today: Date) -> Vec<BookBillet> {
    let mut found: Vec<BookBillet> = Vec::new();
    for id in &world.rosters[office].billets {
        let billet = &world.billets[*id];
        let Some(terms) = billet.on(today).filter(|terms| terms.office == office) else { continue };
        let held = incumbent(world, *id, today, today).map(|tour| &world.tours[tour]);
        let next = billet.tours.iter().map(|tour| &world.tours[*tour]);
        let next = next
            .filter(|tour| tour.is_primary() && tour.period().is_some_and(|period| period.from() > today))
            .min_by_key(|tour| tour.report);
        let seen = |person| PersonBrief::seen(world, people, person, today, today);
        found.push(BookBillet {
            billet: brief(world, *id, today),
            grade: terms.grade,
            key: terms.key,
            funded: billet.is_funded(today),
            section_515: terms.section_515,
            clearance: terms.clearance,
            state: billet_state(world, *id, today, today),
            incumbent: held.and_then(|tour| seen(tour.person)),
            rotation: held.and_then(|tour| tour.period()).map(Period::end),
            relief: next.and_then(|tour| seen(tour.person)),
            relief_on: next.and_then(|tour| tour.period()).map(Period::from),
            ends: billet.authorised.until(),
        });
    }
    found.sort_by(|a, b| (!a.key, &a.billet.number).cmp(&(!b.key, &b.billet.number)));
    found
}

/// Gaps of the next two years: after an incumbent, or since before where a billet stands empty.
fn gaps(world: &World, office: OfficeId, today: Date) -> Vec<BookGap> {
    let end = add_months(today, GAPS_AHEAD);
    let Ok(window) = Period::new(today, Some(end)) else { return Vec::new() };
    let mut found: Vec<BookGap> = Vec::new();
    for id in &world.rosters[office].billets {
        let billet = &world.billets[*id];
        if billet.terms_near(today).office != office {
            continue;
        }
        for period in billet_gaps(world, billet, window, today) {
            found.push(BookGap {
                billet: brief(world, *id, today),
                soon: period.from() < add_months(today, SOON),
                open: period.end() >= end.min(billet.authorised.end()),
                span: Span::from(period),
            });
        }
    }
    found.sort_by_key(|gap| (gap.span.from, gap.billet.id));
    found
}

/// The latest figure of each measure of the host country.
fn figures(world: &World, office: OfficeId, today: Date) -> Vec<BookFigure> {
    let Some(country) = world.offices[office].country.and_then(|country| world.countries.get(country)) else {
        return Vec::new();
    };
    let mut measures: Vec<Measure> = country.figures.iter().map(|figure| figure.measure).collect();
    measures.sort_unstable();
    measures.dedup();
    let latest = measures.into_iter().filter_map(|measure| country.latest(measure, today));
    latest
        .map(|figure| BookFigure {
            measure: figure.measure,
            fiscal_year: figure.fiscal_year,
            value: figure.value,
            source: figure.source.clone(),
            synthetic: figure.synthetic,
        })
        .collect()
}

fn authorities(world: &World, office: OfficeId, today: Date) -> Vec<BookAuthority> {
    let held = world.authorities.iter().filter(|held| held.over == office && held.period.contains(today));
    held.map(|authority| BookAuthority {
        kind: authority.kind,
        title: AuthorityKind::ALL[authority.kind as usize].title.to_owned(),
        holder: match authority.holder {
            AuthorityHolder::Office(holder) => world.offices[holder].name.to_string(),
            AuthorityHolder::Service(service) => service.title().to_owned(),
            AuthorityHolder::Mission => "Chief of mission".to_owned(),
        },
        acts: authority.kind.acts().to_vec(),
        source: authority.source.clone(),
    })
    .collect()
}

/// Accounts that speak for the office or for those it deals with: its chiefs and command, the services' assignment officers,
/// headquarters.
fn contacts(world: &World, office: OfficeId, today: Date) -> Vec<BookContact> {
    let mut found: Vec<BookContact> = Vec::new();
    for (id, account) in world.accounts.iter() {
        for grant in world.grants(id, today) {
            let reach = match grant.role {
                Role::OfficeChief | Role::CommandOfficer if speaks(world, id, office, today) => {
                    grant.office.map(|office| world.offices[office].code.to_string())
                }
                Role::AssignmentOfficer => grant.service.map(|service| service.title().to_owned()),
                Role::WorkforceManager | Role::Director => Some("The whole service".to_owned()),
                _ => None,
            };
            if let Some(reach) = reach {
                let title = grant.role.definition().title.to_owned();
                found.push(BookContact { role: grant.role, title, name: account.name.clone(), reach });
            }
        }
    }
    let near = |contact: &BookContact| match contact.role {
        Role::OfficeChief => 0,
        Role::CommandOfficer => 1,
        Role::WorkforceManager => 2,
        Role::AssignmentOfficer => 3,
        _ => 4,
    };
    found.sort_by(|a, b| (near(a), &a.reach, &a.name).cmp(&(near(b), &b.reach, &b.name)));
    found
}

fn speaks(world: &World, account: AccountId, office: OfficeId, today: Date) -> bool {
    speaks_for(world, account, Holder::Office(office), today)
}

//! Movers: the people of a cycle who need an assignment, derived from their tours, with the facts that rules and costs
//! ask of a person.

use muster_domain::kernel::add_months;
use muster_domain::organization::{Differentials, Post};
use muster_domain::policy::Lever;
use muster_domain::workforce::{Certificate, FunctionalArea, LanguageScore, Person};
use muster_domain::{BilletId, CycleId, Date, Grade, OfficeId, Period, PersonId, PostId, Service, Text, World};
use serde::Serialize;

use crate::ground::{Ground, SlateError};
use crate::history::History;

/// The post differential, in per cent, from which a tour counts as a hardship tour (facts §3, fair share).
pub const HARDSHIP_PCT: u8 = 20;

/// Somebody who needs an assignment in a cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, utoipa::ToSchema)]
pub struct Mover {
    /// Who.
    pub person: PersonId,
    /// The billet they rotate out of, or held last.
    pub from: Option<BilletId>,
    /// The office they rotate out of; none between offices.
    pub office: Option<OfficeId>,
    /// The first day they are free: the rotation date, but never before the cycle's window or today.
    pub free: Date,
}

/// What decides which sort of billet a person may fill, whatever the dates: shared by many people.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Profile<'w> {
    pub(crate) service: Service,
    /// The grade on the day the person is free.
    pub(crate) grade: Grade,
    pub(crate) specialties: &'w [Text],
}

/// A score and the first day it counts no more.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AgedScore<'w> {
    pub(crate) score: &'w LanguageScore,
    pub(crate) ages_out: Date,
}

/// A mover with the facts that rules and costs ask for.
pub(crate) struct MoverFacts<'w> {
    pub(crate) mover: Mover,
    pub(crate) person: &'w Person,
    pub(crate) profile: Profile<'w>,
    /// The first day the person may report: free, and available.
    pub(crate) ready: Date,
    pub(crate) available_from: Option<Date>,
    pub(crate) separates: Option<Date>,
    /// The first day the service sends a member overseas again, where known.
    pub(crate) overseas_control: Option<Date>,
    pub(crate) dependents: u8,
    pub(crate) history: History,
    /// Where the spouse serves, if a spouse is of the workforce.
    pub(crate) spouse: Option<&'w Person>,
    pub(crate) scores: Vec<AgedScore<'w>>,
    /// The last place of duty.
    pub(crate) place: Option<PostId>,
    /// Whether the last tour was a hardship tour.
    pub(crate) hardship: bool,
    /// Billets the person ranked, best first.
    pub(crate) ranked: &'w [BilletId],
    /// Whether a live slate of another cycle holds the person.
    pub(crate) slated: bool,
}

impl MoverFacts<'_> {
    /// Whether a certificate in the area holds on this day.
    pub(crate) fn certified(&self, area: FunctionalArea, day: Date) -> bool {
        let holds = |certificate: &Certificate| certificate.area == area && certificate.holds_on(day);
        self.person.certificates.iter().any(holds)
    }
}

/// The movers of a cycle, in the order of their ids.
///
/// A mover's last primary tour ends within the cycle's window, in an office of its scope, and no later one is planned;
/// or the person has no primary tour today and none later (between offices: with headquarters, so in scope when the
/// whole service is). Locally employed staff are never slated; whoever has separated before the window, or whose record
/// was erased, is not moved.
///
/// # Errors
/// There is no such cycle, it is closed, or its window has passed.
pub fn movers(world: &World, cycle: CycleId, today: Date) -> Result<Vec<Mover>, SlateError> {
    Ok(derive(&Ground::new(world, cycle, today)?).into_iter().map(|facts| facts.mover).collect())
}

/// Whether a person is a mover of a cycle: cheaper than all of them.
///
/// # Errors
/// As for [`movers`].
pub fn is_mover(world: &World, cycle: CycleId, person: PersonId, today: Date) -> Result<bool, SlateError> {
    let ground = Ground::new(world, cycle, today)?;
    Ok(world.people.get(person).is_some_and(|held| facts(&ground, person, held).is_some()))
}

/// The movers with their facts, in the order of their ids.
pub(crate) fn derive<'w>(ground: &Ground<'w>) -> Vec<MoverFacts<'w>> {
    ground.world.people.iter().filter_map(|(id, person)| facts(ground, id, person)).collect()
}

pub(crate) fn facts<'w>(ground: &Ground<'w>, id: PersonId, person: &'w Person) -> Option<MoverFacts<'w>> {
    if ground.overrides.dropped_people.contains(&id) {
        return None;
    }
    let last = last_tour(ground, person);
    let rotation = last.map(|(_, period)| period.end());
    let between = rotation.is_none_or(|rotation| rotation <= ground.today);
    let in_window = rotation.is_some_and(|rotation| ground.window.contains(rotation));
    let added = ground.overrides.added_people.contains(&id);
    if !between && !in_window && !added {
        return None;
    }
    let mover = described(ground, id, person, last)?;
    let in_scope = match mover.mover.office {
        Some(office) => ground.includes(office),
        None => ground.whole,
    };
    (in_scope || added).then_some(mover)
}

/// The facts of anybody who may be slated at all, whenever they rotate. `None` for locally employed staff, for whoever has
/// separated by then, and where the record was erased.
pub(crate) fn described<'w>(
    ground: &Ground<'w>,
    id: PersonId,
    person: &'w Person,
    last: Option<(BilletId, Period)>,
) -> Option<MoverFacts<'w>> {
    let personal = person.personal.as_ref()?;
    if !person.service.is_slated() || personal.separates.is_some_and(|separates| separates <= ground.first) {
        return None;
    }
    let rotation = last.map(|(_, period)| period.end());
    let between = rotation.is_none_or(|rotation| rotation <= ground.today);
    // The office of the last day served.
    let held = last.map(|(billet, period)| {
        (billet, ground.world.billets[billet].terms_near(period.end().yesterday().unwrap_or(period.from())))
    });
    let office = held.map(|(_, terms)| terms.office).filter(|_| !between);
    let free = rotation.unwrap_or(ground.first).max(ground.first);
    let aging = ground.levers.span(Lever::LanguageScoreMonths);
    let scores = person
        .languages
        .iter()
        .map(|score| AgedScore { score, ages_out: add_months(score.tested, aging) })
        .filter(|aged| aged.ages_out > free)
        .collect();
    Some(MoverFacts {
        mover: Mover { person: id, from: held.map(|(billet, _)| billet), office, free },
        person,
        profile: Profile {
            service: person.service,
            grade: person.grade_on(free),
            specialties: person.specialties.as_slice(),
        },
        ready: personal.available_from.map_or(free, |available| available.max(free)),
        available_from: personal.available_from,
        separates: personal.separates,
        overseas_control: personal.overseas_control.filter(|_| person.service.is_military()),
        history: History::of(ground, person, free),
        spouse: person.family.as_ref().and_then(|family| {
            let number = family.spouse.as_ref()?;
            ground.world.people.get(*ground.world.keys.person.get(number)?)
        }),
        dependents: person.family.as_ref().map_or(0, |family| family.dependents),
        scores,
        place: held.map(|(_, terms)| terms.place),
        hardship: held.is_some_and(|(_, terms)| is_hardship(&ground.world.posts[terms.place], free)),
        ranked: ground.ranked(id),
        slated: ground.person_slated(id),
    })
}

/// The primary tour that ends last.
pub(crate) fn last_tour(ground: &Ground<'_>, person: &Person) -> Option<(BilletId, Period)> {
    let tours = person.tours.iter().map(|tour| &ground.world.tours[*tour]);
    tours
        .filter(|tour| tour.is_primary() && ground.counts(tour))
        .filter_map(|tour| Some((tour.billet, tour.period()?)))
        .max_by_key(|(_, period)| (period.end(), period.from()))
}

/// Whether a post's differential makes a tour there a hardship tour on this day.
pub(crate) fn is_hardship(post: &Post, day: Date) -> bool {
    post.differentials.at(day).is_some_and(|Differentials { hardship_pct, .. }| *hardship_pct >= HARDSHIP_PCT)
}

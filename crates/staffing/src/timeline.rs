//! An office's billets over time: authorisation, approved gaps, tours, and what lies between them.

use muster_domain::access::Scope;
use muster_domain::kernel::{Date, Period};
use muster_domain::workforce::{Incumbency, ServiceCoding, TourStatus};
use muster_domain::{BilletId, Grade, OfficeId, Text, TourId, World};
use serde::Serialize;

use crate::gaps::{Span, billet_gaps, billet_overlaps, spans};
use crate::rotation::PersonBrief;

/// An office's billets over the days asked.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
#[schema(as = OfficeTimeline)]
pub struct Timeline {
    /// The first day asked.
    pub from: Date,
    /// The day after the last.
    pub until: Date,
    /// Every billet of the office authorised in these days, in id order.
    pub billets: Vec<TimelineBillet>,
}

/// One billet over the days asked.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct TimelineBillet {
    /// Which.
    pub id: BilletId,
    /// Position number.
    pub number: Text,
    /// Title, of the latest terms in these days.
    pub title: Text,
    /// Grade authorised, of the same terms.
    pub grade: Grade,
    /// Which services may fill it, of the same terms.
    pub service_coding: ServiceCoding,
    /// Whether it is a key billet, of the same terms.
    pub key: bool,
    /// From when until when it is authorised.
    pub authorised: Period,
    /// Approved gaps that touch these days.
    pub approved_gaps: Vec<Period>,
    /// Tours that touch these days, cancelled ones left out, by first day.
    pub tours: Vec<TimelineTour>,
    /// Gaps between incumbents in these days.
    pub gaps: Vec<Span>,
    /// Overlaps of primary incumbents in these days.
    pub overlaps: Vec<Span>,
}

/// One tour on the timeline.
#[derive(Debug, Clone, PartialEq, Serialize, utoipa::ToSchema)]
pub struct TimelineTour {
    /// Which.
    pub id: TourId,
    /// Who; null where the person is not the asker's to see.
    pub person: Option<PersonBrief>,
    /// Where it stands.
    pub status: TourStatus,
    /// Whether the person counts here.
    pub incumbency: Incumbency,
    /// The first day in the billet, recorded or planned.
    pub from: Date,
    /// The first day not in it, recorded or planned.
    pub until: Date,
    /// The report date planned.
    pub report: Date,
    /// The projected rotation date.
    pub rotation: Date,
    /// Whether dependents come along.
    pub accompanied: bool,
}

/// The timeline of an office. Empty for an office that does not exist or is outside the scope.
pub fn office_timeline(world: &World, scope: &Scope, office: OfficeId, within: Period, today: Date) -> Timeline {
    let roster = world.rosters.get(office).filter(|_| scope.sees_office(office));
    let billets = roster.into_iter().flat_map(|roster| &roster.billets);
    let here = billets.filter(|id| {
        let billet = &world.billets[**id];
        let mut spans = billet.terms.spans().filter(|(_, terms)| terms.office == office);
        spans.any(|(period, _)| period.overlap(billet.authorised).is_some_and(|own| own.overlap(within).is_some()))
    });
    let billets = here.map(|id| billet_timeline(world, scope, *id, within, today)).collect();
    Timeline { from: within.from(), until: within.end(), billets }
}

/// The timeline of one billet over the days asked.
pub fn billet_timeline(world: &World, scope: &Scope, id: BilletId, within: Period, today: Date) -> TimelineBillet {
    let billet = &world.billets[id];
    let terms = billet.terms_near(within.end().yesterday().unwrap_or(Date::MIN));
    let mut tours: Vec<TimelineTour> = billet
        .tours
        .iter()
        .filter_map(|tour_id| {
            let tour = &world.tours[*tour_id];
            let period = tour.period().filter(|period| period.overlap(within).is_some())?;
            Some(TimelineTour {
                id: *tour_id,
                person: PersonBrief::seen(world, scope, tour.person, today, today),
                status: tour.status(),
                incumbency: tour.incumbency,
                from: period.from(),
                until: period.end(),
                report: tour.report,
                rotation: tour.rotation,
                accompanied: tour.accompanied,
            })
        })
        .collect();
    tours.sort_by_key(|tour| (tour.from, tour.id));
    let approved = billet.gaps.iter().map(|gap| gap.period).filter(|period| period.overlap(within).is_some());
    TimelineBillet {
        id,
        number: billet.number.clone(),
        title: terms.title.clone(),
        grade: terms.grade,
        service_coding: terms.coding,
        key: terms.key,
        authorised: billet.authorised,
        approved_gaps: approved.collect(),
        tours,
        gaps: spans(billet_gaps(world, billet, within, today)),
        overlaps: spans(billet_overlaps(world, billet, within, today)),
    }
}

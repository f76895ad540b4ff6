//! Which rows a command made, told from its events alone, so that a repeated command gets the answer it got first.

use muster_domain::Event;

/// The ids of the rows that these events made, in order, such as `B17`. A tour that a system of record reports is left
/// out: its event does not tell whether the tour was new.
#[must_use]
pub fn created_ids(events: &[Event]) -> Vec<String> {
    events.iter().filter_map(created_id).collect()
}

fn created_id(event: &Event) -> Option<String> {
    let id = match event {
        Event::OfficeRegistered(event) => event.office.to_string(),
        Event::PostRegistered(event) => event.post.to_string(),
        Event::CountryRegistered(event) => event.country.to_string(),
        Event::BilletAuthorised(event) => event.billet.to_string(),
        Event::BilletRequestDrafted(event) => event.request.to_string(),
        Event::PersonRegistered(event) => event.person.to_string(),
        Event::TourPlanned(event) => event.tour.to_string(),
        Event::PersonDiverted(event) => event.diversion.to_string(),
        Event::OfficeAugmented(event) => event.augmentation.to_string(),
        Event::CycleOpened(event) => event.cycle.to_string(),
        Event::ScenarioBranched(event) => event.scenario.to_string(),
        Event::SlateProposed(event) => event.slate.to_string(),
        Event::RequisitionOpened(event) => event.step.requisition.to_string(),
        Event::WaiverRequested(event) => event.waiver.to_string(),
        Event::CaseOpened(event) => event.case.to_string(),
        Event::AccountRegistered(event) => event.account.to_string(),
        // Defined anew, the source has the id that it had.
        Event::SourceDefined(event) => event.source.to_string(),
        _ => return None,
    };
    Some(id)
}

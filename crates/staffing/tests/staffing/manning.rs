//! What the manning answers say, one case each: the ledger over time, the evidence, the packet, the documents, the book.

use crate::common::cases::record;
use crate::common::random::{grown, steps};
use crate::common::{Build, Small, TODAY, small};
use jiff::civil::{Date, date};
use muster_domain::access::Scope;
use muster_domain::cases::Milestone;
use muster_domain::kernel::add_months;
use muster_domain::partner::{AuthoriseSection515, Measure, Section515Authorisation};
use muster_domain::workforce::{
    BilletChange, BilletTerms, DraftBilletRequest, EditPacket, FundBillet, PacketSection, SubmitBilletRequest,
    section_515_limit,
};
use muster_domain::{BilletId, ChangeRequestId, Command, CountryId, FiscalYear, Grade, OfficeId, Period, World};
use muster_staffing::manning::{
    Block, LedgerAuthorityKind, Packet, evidence, ledger, manning_documents, packet, strengths, turnover_book,
    with_evidence,
};
use muster_staffing::{StaffingIndex, incumbent, movements, office_row};
use proptest::prelude::*;

fn counted(build: &mut Build, office: OfficeId) -> BilletId {
    let terms = BilletTerms { section_515: true, ..build.terms(office) };
    build.billet_with(terms, Period::open(date(2020, 1, 1)))
}

fn all(world: &World) -> Scope {
    Scope::everything(world)
}

/// Six members from 2026 until the middle of 2027, and a relief of one of them.
fn six(build: &mut Build, office: OfficeId) -> Vec<BilletId> {
    (0..6)
        .map(|_| {
            let (billet, person) = (counted(build, office), build.person());
            build.arrived(person, billet, date(2026, 1, 1), date(2027, 7, 1));
            billet
        })
        .collect()
}

#[test]
fn the_ledger_says_who_counts_what_authorises_it_and_who_is_coming() {
    let Small { mut build, scos, countries, .. } = small();
    let billets = six(&mut build, scos[0]);
    let relief = build.person();
    build.planned(relief, billets[0], date(2027, 8, 1), date(2029, 8, 1));
    let scope = all(&build.world);
    let told = ledger(&build.world, &scope, &scope, countries[0], TODAY, TODAY).unwrap();
    assert_eq!((told.members, told.billets, told.limit, told.left, told.exceeded), (6, 6, 6, 0, None));
    assert_eq!(told.authority.kind, LedgerAuthorityKind::General);
    let days: Vec<_> = told.changes.iter().map(|change| (change.on, change.members)).collect();
    assert_eq!(days, [(date(2027, 7, 1), 0), (date(2027, 8, 1), 1), (date(2029, 8, 1), 0)]);
    assert_eq!(told.changes[0].leaving.len(), 6);
    assert_eq!(told.changes[1].coming[0].id, billets[0]);
    // Whoever sees no office there is told the numbers and no billet.
    let nothing = Scope::nothing();
    let unseen = ledger(&build.world, &nothing, &nothing, countries[0], TODAY, TODAY).unwrap();
    assert_eq!((unseen.members, unseen.lines.len(), unseen.unseen), (6, 0, 6));
    assert!(unseen.changes.iter().all(|change| change.coming.is_empty() && change.leaving.is_empty()));
}

#[test]
fn arrivals_and_losses_are_counted_by_month_of_an_office_in_scope_and_of_no_other() {
    let Small { mut build, scos, .. } = small();
    let (first, second) = (build.billet(scos[0]), build.billet(scos[0]));
    let [leaves, relieves, comes, late] = [(); 4].map(|()| build.person());
    build.arrived(leaves, first, date(2025, 1, 1), date(2026, 12, 15));
    build.planned(relieves, first, date(2027, 1, 10), date(2029, 1, 10));
    build.planned(comes, second, date(2026, 12, 20), date(2027, 6, 1));
    build.planned(late, second, date(2027, 10, 1), date(2029, 1, 1));
    let told = movements(&build.world, &all(&build.world), scos[0], TODAY);
    let moved: Vec<_> = told.iter().filter(|one| one.arrivals + one.losses > 0).collect();
    let moved: Vec<_> = moved.iter().map(|one| (one.month, one.arrivals, one.losses)).collect();
    assert_eq!(moved, [(date(2026, 12, 1), 1, 1), (date(2027, 1, 1), 1, 0), (date(2027, 6, 1), 0, 1)]);
    assert_eq!((told.len(), told[0].month), (12, date(2026, 10, 1)));
    assert!(movements(&build.world, &Scope::nothing(), scos[0], TODAY).is_empty());
    assert!(
        movements(&build.world, &all(&build.world), scos[1], TODAY).iter().all(|one| one.arrivals + one.losses == 0)
    );
}

#[test]
fn an_authorisation_that_ends_while_members_stay_is_told_as_the_day_it_is_exceeded() {
    let Small { mut build, scos, countries, .. } = small();
    let until = date(2027, 3, 1);
    let period = Period::new(date(2025, 1, 1), Some(until)).unwrap();
    let authorisation = Section515Authorisation { members: 7, period, document: "Waiver 9".into() };
    build.give(AuthoriseSection515 { country: countries[0], authorisation });
    six(&mut build, scos[0]);
    let (seventh, person) = (counted(&mut build, scos[1]), build.person());
    build.arrived(person, seventh, date(2026, 2, 1), date(2028, 2, 1));
    let scope = all(&build.world);
    let told = ledger(&build.world, &scope, &scope, countries[0], TODAY, TODAY).unwrap();
    assert_eq!((told.members, told.limit, told.exceeded), (7, 7, Some(until)));
    assert_eq!((&*told.authority.document, told.authority.kind), ("Waiver 9", LedgerAuthorityKind::Recorded));
}

fn draft(build: &mut Build, change: BilletChange) -> ChangeRequestId {
    build.give(DraftBilletRequest { change, effective: FiscalYear(2029), reason: "More work".into() });
    ChangeRequestId(u32::try_from(build.world.change_requests.len() - 1).unwrap())
}

fn submit(build: &mut Build, request: ChangeRequestId) {
    let command: Command = SubmitBilletRequest { request, evidence: None }.into();
    let command = with_evidence(&build.world, TODAY, &command).into_owned();
    build.give(command);
}

fn section(packet: &Packet, wanted: PacketSection) -> String {
    let section = packet.sections.iter().find(|section| section.section == wanted).unwrap();
    let texts = section.written.iter().map(|block| match block {
        Block::Text { text } => text.clone(),
        Block::Table { rows, .. } => rows.iter().map(|row| row.join(" | ")).collect::<Vec<_>>().join("\n"),
    });
    texts.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_packet_shows_the_evidence_as_it_stood_when_the_request_was_submitted() {
    let Small { mut build, scos, countries, .. } = small();
    build.figure(countries[1], Measure::OpenCases, 2027, 100);
    let billet = build.billet(scos[2]);
    let request = draft(&mut build, BilletChange::Disestablish { billet });
    submit(&mut build, request);
    let attached = build.world.change_requests[request].round().unwrap().evidence.clone();
    assert_eq!(Some(attached.indicated), evidence(&build.world, scos[2], TODAY).map(|now| now.indicated));
    assert_eq!((attached.minutes_month, attached.authorised, attached.assigned), (15_000, 1, 0));
    build.figure(countries[1], Measure::OpenCases, 2027, 900);
    assert_ne!(evidence(&build.world, scos[2], TODAY).unwrap().minutes_month, attached.minutes_month);
    let no_pay = |_: Grade, _: Date| None;
    let written = packet(&build.world, request, TODAY, &no_pay).unwrap();
    let workload = section(&written, PacketSection::WorkloadEvidence);
    assert!(
        workload.contains("Open cases in execution | 100 | FY2027 | 150 (open_case_minutes) | 250.0"),
        "{workload}"
    );
    assert!(section(&written, PacketSection::Cost).contains("the cost of pay is left out"));
    assert!(section(&written, PacketSection::Coordination).contains("Submission 1"));
    build.give(EditPacket { request, section: PacketSection::Cost, note: Some("Nothing".into()) });
    let worded = packet(&build.world, request, TODAY, &no_pay).unwrap();
    let edited: Vec<_> = worded.sections.iter().filter(|section| section.edit.is_some()).collect();
    assert_eq!(edited.len(), 1);
    assert_eq!(edited[0].written, written.sections[5].written, "what the system writes stays beside it");
}

#[test]
fn a_packet_says_which_drivers_count_cases_on_record_and_what_the_yearly_figure_is() {
    let Small { mut build, agency, scos, countries, .. } = small();
    build.figure(countries[1], Measure::OpenCases, 2027, 100);
    let lor = date(2026, 3, 1);
    build.cases(vec![record("BB-B-UAA", agency, lor, vec![(Milestone::Accepted, date(2026, 6, 1))])]);
    let billet = build.billet(scos[2]);
    let request = draft(&mut build, BilletChange::Disestablish { billet });
    submit(&mut build, request);
    let written = packet(&build.world, request, TODAY, &|_: Grade, _: Date| None).unwrap();
    let workload = section(&written, PacketSection::WorkloadEvidence);
    let open = "Open cases in execution | 1 | 2026-10-01 | 150 (open_case_minutes) | 2.5 | cases on record; figure of \
                FY2027: 100, table#2027";
    assert!(workload.contains(open), "{workload}");
}

#[test]
fn strengths_list_the_billets_without_money_and_the_document_that_says_so() {
    let Small { mut build, scos, .. } = small();
    let (billet, _) = (build.billet(scos[0]), build.billet(scos[0]));
    let document = "Operating plan 2027".into();
    build.give(FundBillet { billet, from: date(2026, 10, 1), funded: false, document });
    let told = strengths(&build.world, scos[0], TODAY).unwrap();
    assert_eq!((told.authorised, told.funded), (2, 1));
    assert_eq!((told.unfunded[0].billet.id, &*told.unfunded[0].document), (billet, "Operating plan 2027"));
    assert_eq!(strengths(&build.world, scos[0], date(2026, 9, 30)).unwrap().funded, 2);
}

#[test]
fn the_book_tells_the_gap_that_a_rotation_without_relief_leaves() {
    let Small { mut build, scos, .. } = small();
    let (billet, person) = (build.billet(scos[0]), build.person());
    build.arrived(person, billet, date(2026, 1, 1), date(2027, 7, 1));
    let request = draft(&mut build, BilletChange::Disestablish { billet });
    let scope = all(&build.world);
    let book = turnover_book(&build.world, &scope, &scope, scos[0], TODAY).unwrap();
    assert_eq!(book.billets[0].rotation, Some(date(2027, 7, 1)));
    let gap = &book.gaps[0];
    assert_eq!(
        (gap.span.from, gap.span.until, gap.soon, gap.open),
        (date(2027, 7, 1), add_months(TODAY, 24), true, true)
    );
    assert_eq!(book.matters.iter().map(|matter| matter.id.clone()).collect::<Vec<_>>(), [request.to_string()]);
    let nobody = turnover_book(&build.world, &scope, &Scope::nothing(), scos[0], TODAY).unwrap();
    assert_eq!(nobody.billets[0].incumbent, None, "a person who is not the asker's to see is not named");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Documents and strengths add up to what the picture says of the same offices on the same day.
    #[test]
    fn documents_and_strengths_agree_with_the_picture(steps in steps(60), months in 0..30i32) {
        let Small { build, scos, commands, agency, .. } = grown(&steps);
        let (world, on) = (&build.world, add_months(date(2025, 3, 1), months));
        let index = StaffingIndex::new(world);
        let rows: Vec<_> = [&scos[..], &commands[..], &[agency]]
            .concat()
            .into_iter()
            .map(|office| (office, office_row(world, &index, office, on, TODAY).unwrap()))
            .collect();
        let documents = manning_documents(world, &all(world), on, TODAY);
        let sum = |of: fn(&muster_staffing::PictureRow) -> u32| rows.iter().map(|(_, row)| of(row)).sum::<u32>();
        prop_assert_eq!(documents.iter().map(|held| held.authorised).sum::<u32>(), sum(|row| row.authorised));
        prop_assert_eq!(documents.iter().map(|held| held.funded).sum::<u32>(), sum(|row| row.funded));
        prop_assert_eq!(documents.iter().map(|held| held.filled).sum::<u32>(), sum(|row| row.assigned));
        for (office, row) in rows {
            let told = strengths(world, office, on).unwrap();
            prop_assert_eq!((told.authorised, told.funded), (row.authorised, row.funded));
            prop_assert_eq!(told.validated, row.validated);
            prop_assert_eq!(told.indicated.map(|demand| demand.indicated), row.indicated);
        }
    }

    /// The ledger's changes, followed day by day, are the count worked out on each day by itself.
    #[test]
    fn the_ledger_followed_over_time_is_the_count_of_each_day(tours in prop::collection::vec((0..4usize, 0..30i32, 1..20i32), 0..8)) {
        let Small { mut build, scos, countries, .. } = small();
        let billets: Vec<BilletId> = (0..4).map(|_| counted(&mut build, scos[0])).collect();
        for (billet, from, months) in tours {
            let person = build.person();
            let report = add_months(date(2026, 5, 10), from);
            let _refused = build.attempt(muster_domain::workforce::PlanTour {
                person,
                billet: billets[billet],
                incumbency: muster_domain::workforce::Incumbency::Primary,
                report,
                rotation: add_months(report, months),
                accompanied: false,
            });
        }
        let scope = all(&build.world);
        let told = ledger(&build.world, &scope, &scope, countries[0], TODAY, TODAY).unwrap();
        for month in 0..36 {
            let day = add_months(TODAY, month);
            let by_hand = naive(&build.world, &billets, day);
            let followed = told.changes.iter().rfind(|change| change.on <= day).map_or(told.members, |change| change.members);
            prop_assert_eq!(followed, by_hand, "{}", day);
            prop_assert_eq!(section_515_limit(&build.world, countries[0], day), 6);
        }
    }
}

fn naive(world: &World, billets: &[BilletId], day: Date) -> u32 {
    billets.iter().filter(|billet| incumbent(world, **billet, day, TODAY).is_some()).count() as u32
}

#[test]
fn a_country_that_does_not_exist_has_no_ledger() {
    let world = World::default();
    assert!(ledger(&world, &all(&world), &all(&world), CountryId(7), TODAY, TODAY).is_none());
}

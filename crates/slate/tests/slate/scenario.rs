//! One small cycle by hand: what an officer reads.

use crate::worlds::{TODAY, must};
use jiff::civil::date;
use muster_domain::organization::{PostStatus, SetPostStatus};
use muster_domain::policy::{Lever, SetLever};
use muster_domain::workforce::{
    AuthoriseBillet, BilletTerms, Clearance, ClearanceHeld, FamilyFacts, FillMode, FunctionalArea, FundingSource,
    PersonFacts, PersonalFacts, RegisterPerson, ServiceCoding, TourLength,
};
use muster_domain::{
    BilletId, CountryId, CycleId, Date, Grade, OfficeId, Period, PersonId, PostId, Sealed, Service, World,
};
use muster_slate::{Explainer, SlateError, compute, explain_line, movers};

const CYCLE: CycleId = CycleId(0);

/// A country at peace, and no billets or people yet.
fn start(members: i64) -> World {
    let plain = |world: &World| {
        let usual = |lever: &Lever| world.lever(*lever, TODAY) == lever.definition().default;
        world.cycles[CYCLE].scope.is_empty()
            && world.countries[CountryId(0)].section_515.is_empty()
            && world.posts[PostId(2)].status_on(date(2029, 1, 1)) == PostStatus::Unaccompanied
            && Lever::ALL.iter().filter(|lever| lever.definition().group == "slate").all(usual)
    };
    let mut world = (0..).map(|seed| crate::worlds::world(seed, 0, 0).0).find(plain).unwrap();
    let set = |lever, value| SetLever { lever, from: date(2020, 1, 1), value, reason: "scenario".into() };
    must(&mut world, set(Lever::Section515Members, members));
    must(&mut world, set(Lever::KeyExperienceMonths, 0));
    let from = date(2020, 1, 1);
    must(&mut world, SetPostStatus { post: PostId(2), from, status: PostStatus::Unaccompanied });
    world
}

fn billet(world: &mut World, key: bool, section_515: bool) -> BilletId {
    let id = world.billets.next_id();
    let terms = BilletTerms {
        title: "Chief".into(),
        office: OfficeId(3),
        place: PostId(2),
        grade: Grade::O(5),
        coding: ServiceCoding::Only(Service::Army),
        specialty: None,
        languages: Vec::new(),
        clearance: Clearance::Secret,
        sc_code: None,
        functional_area: FunctionalArea::ScoOperations,
        funding: FundingSource::MilitaryPay,
        tour_length: TourLength { accompanied_months: 36, unaccompanied_months: 24 },
        key,
        accompanied: true,
        fill_mode: FillMode::ServiceNomination,
        section_515,
        coordinators: Vec::new(),
        supports: Vec::new(),
        reports_to: None,
    };
    let (number, authorised) = (format!("{id}").into(), Period::open(date(2022, 1, 1)));
    must(world, AuthoriseBillet { number, source: "test".into(), authorised, terms });
    id
}

fn officer(world: &mut World, grade: u8, separates: Option<Date>) -> PersonId {
    let id = world.people.next_id();
    let facts = PersonFacts {
        name: format!("Officer {id}").into(),
        service: Service::Army,
        grade: Grade::O(grade),
        specialties: Vec::new(),
        languages: Vec::new(),
        clearance: ClearanceHeld { level: Clearance::Secret, expires: None },
        certificates: Vec::new(),
        personal: Sealed::Open(PersonalFacts { separates, ..PersonalFacts::default() }),
        family: Sealed::Open(FamilyFacts { dependents: 2, ..FamilyFacts::default() }),
    };
    must(
        world,
        RegisterPerson { number: format!("{id}").into(), source: "test".into(), from: date(2020, 1, 1), facts },
    );
    id
}

#[test]
fn a_line_says_what_it_costs_and_what_the_next_best_would() {
    let mut world = start(6);
    let chief = billet(&mut world, true, false);
    let (major, colonel) = (officer(&mut world, 4, None), officer(&mut world, 5, None));
    let slate = compute(&world, CYCLE, TODAY).unwrap();
    let [line] = slate.lines() else { panic!("one billet, one line") };
    assert_eq!((line.person, line.billet), (colonel, chief));
    let why = explain_line(&world, &slate, line).unwrap();
    let steps = i64::from(world.countries[CountryId(0)].priority_on(TODAY));
    let unfilled = crate::worlds::thousands(2000 + 250 * steps);
    assert_eq!(
        why.sentence,
        format!(
            "Best for the slate: 120 points (no certificate in the area 120); leaving the billet unfilled would cost \
             {unfilled} points. With the next best person the whole slate would cost 200 points more."
        )
    );
    let next = why.runner_up.unwrap();
    assert_eq!((next.person, next.costs_more), (major, 200));
    assert_eq!(
        next.sentence,
        "Next best is Officer P0 at 200 points more for the whole slate: in this billet alone 200 points more (grade \
         +200), the rest of the slate costs the same."
    );
    let left = Explainer::of_computed(&world, &slate).unwrap().unmatched(major).unwrap();
    assert_eq!(
        left.sentence,
        "The one opening for which this person is eligible is filled better by others. Staying without an assignment \
         costs 500 points; assigning the person would make the whole slate 200 points dearer."
    );
}

#[test]
fn no_more_go_to_a_country_than_section_515_leaves_room_for() {
    let mut world = start(1);
    let (plain, key) = (billet(&mut world, false, true), billet(&mut world, true, true));
    officer(&mut world, 5, None);
    officer(&mut world, 5, None);
    let slate = compute(&world, CYCLE, TODAY).unwrap();
    assert_eq!(slate.lines().iter().map(|line| line.billet).collect::<Vec<_>>(), [key]);
    let why = Explainer::of_computed(&world, &slate).unwrap().unfilled(plain).unwrap();
    let country = &world.countries[CountryId(0)].name;
    assert_eq!(
        why.sentence,
        format!(
            "No room within a limit. Section 515 members in {country} from 2027-04-01 on (22 U.S.C. 2321i): 1 of 1 used, at \
             the margin worth {:.0} points. With 2 allowed and this billet filled, the whole slate would cost {} points less.",
            slate.limits()[0].price,
            crate::worlds::thousands(-why.room.as_ref().unwrap().costs_more),
        )
    );
    let [limit] = slate.limits() else { panic!("{:?}", slate.limits()) };
    assert_eq!((limit.most, limit.used, slate.bound()), (1, 1, slate.objective()));
    assert!(limit.price > 0.0, "one more member would be worth something");
    assert!(why.eligible == 2 && slate.movers().iter().all(|mover| slate.is_closed(mover.person, plain)));
    // With room for two, the slate costs just as much less as was said.
    must(&mut world, SetLever { lever: Lever::Section515Members, from: TODAY, value: 2, reason: "trial".into() });
    let more = compute(&world, CYCLE, TODAY).unwrap();
    assert_eq!(more.objective() - slate.objective(), why.room.unwrap().costs_more);
}

#[test]
fn a_tour_is_cut_at_separation_and_goes_unaccompanied_where_no_dependents_may_come() {
    let mut world = start(6);
    billet(&mut world, false, false);
    let leaves = date(2028, 7, 1);
    let officer = officer(&mut world, 5, Some(leaves));
    let slate = compute(&world, CYCLE, TODAY).unwrap();
    let line = &slate.lines()[0];
    assert_eq!((line.person, line.report, line.rotation), (officer, date(2027, 4, 1), leaves));
    assert!(!line.accompanied);
}

#[test]
fn nobody_is_sent_for_less_than_the_shortest_tour() {
    let mut world = start(6);
    let chief = billet(&mut world, false, false);
    officer(&mut world, 5, Some(date(2028, 3, 31)));
    let slate = compute(&world, CYCLE, TODAY).unwrap();
    assert!(slate.lines().is_empty());
    let why = Explainer::of_computed(&world, &slate).unwrap().unfilled(chief).unwrap();
    assert_eq!(why.sentence, "Of 1 mover nobody is eligible. 1 of them falls short by one rule only: separation 1.");
}

#[test]
fn a_cycle_that_is_over_or_unknown_has_no_slate() {
    let world = start(6);
    assert_eq!(movers(&world, CycleId(9), TODAY).unwrap_err(), SlateError::NoCycle(CycleId(9)));
    let late = compute(&world, CYCLE, date(2027, 10, 1)).unwrap_err();
    assert_eq!(late, SlateError::WindowOver { cycle: CYCLE, end: date(2027, 10, 1) });
}

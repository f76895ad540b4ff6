//! The demonstration shows manning with life in it: requests at every step, some late, billets without money, reviews that
//! say what they found.

#![allow(clippy::unwrap_used, reason = "a failing test should stop at once")]

use std::collections::BTreeSet;

use muster_domain::workforce::RequestStatus;
use muster_synthetic::{Settings, build};

#[test]
fn requests_stand_at_every_step_and_some_are_late() {
    let settings = Settings { scale: 0.1, ..Settings::default() };
    let world = build(&settings);
    let standing: BTreeSet<RequestStatus> = world.change_requests.iter().map(|(_, request)| request.status()).collect();
    assert_eq!(standing.len(), 8, "{standing:?}");
    let late = world
        .change_requests
        .iter()
        .filter(|(_, request)| request.turns().iter().any(|turn| turn.is_late(settings.today)))
        .count();
    let open = world.change_requests.iter().filter(|(_, request)| !request.status().is_closed()).count();
    assert!(late > 0 && late < open, "{late} of {open}");
    let chief = world.keys.office["SCO-JOR"];
    assert!(world.change_requests.iter().any(|(_, request)| request.office == chief && !request.status().is_closed()));
}

#[test]
fn a_few_billets_have_no_money_and_every_review_says_what_it_found() {
    let settings = Settings { scale: 0.1, ..Settings::default() };
    let world = build(&settings);
    let authorised = world.billets.iter().filter(|(_, billet)| billet.authorised.contains(settings.today));
    let (mut all, mut unfunded) = (0, 0);
    for (_, billet) in authorised {
        all += 1;
        unfunded += usize::from(!billet.is_funded(settings.today));
    }
    assert!((10..60).contains(&(unfunded * 1000 / all)), "{unfunded} of {all}");
    let reviews: Vec<_> = world.offices.iter().flat_map(|(_, office)| office.validated.iter()).collect();
    assert!(reviews.len() > 10);
    assert!(
        reviews
            .iter()
            .all(|(from, review)| { review.evidence.is_some() && review.reviewed.is_some_and(|held| held <= *from) })
    );
}

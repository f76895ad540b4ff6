//! Cases that a person would get wrong without looking twice.

use jiff::civil::{Date, date};
use muster_linkage::{Field, Finding, Known, Link, Row};

fn row(name: &str) -> Row {
    Row { name: name.into(), ..Row::default() }
}

/// A member with everything given.
fn member(name: &str, number: &str, born: Date) -> Row {
    Row {
        name: name.into(),
        numbers: vec![number.into()],
        born: Some(born),
        service: Some("ARMY".into()),
        grade: Some("O-4".into()),
        specialties: vec!["48G".into()],
        offices: vec!["SCO-JOR".into()],
        positions: vec![format!("P{number}")],
    }
}

/// Two hundred strangers, so that frequencies mean something.
fn strangers() -> Vec<Row> {
    const FAMILY: [&str; 20] = [
        "Abbott", "Baird", "Calloway", "Dalton", "Eaton", "Farrell", "Gaines", "Hatfield", "Ingram", "Jensen",
        "Keller", "Larkin", "Massey", "Nolan", "Osborne", "Pierce", "Quigley", "Ramsey", "Sadler", "Tillman",
    ];
    const GIVEN: [&str; 10] =
        ["Aaron", "Brenda", "Carlos", "Diane", "Edgar", "Fiona", "George", "Helen", "Ivan", "Judith"];
    (0..200)
        .map(|index| {
            let born = date(1960 + (index % 40) as i16, 1 + (index % 12) as i8, 1 + (index % 28) as i8);
            let mut row = member(&format!("{}, {}", FAMILY[index % 20], GIVEN[index / 20]), "", born);
            row.numbers = vec![format!("9{:09}", index * 7_919_317)];
            row.offices = vec![format!("AG-{:02}", index % 17)];
            row.positions = vec![format!("Q{index:05}")];
            row.specialties = vec![format!("S{}", index % 23)];
            row
        })
        .collect()
}

/// The strangers, then these.
fn known(people: &[Row]) -> (Known, usize) {
    let mut rows = strangers();
    let first = rows.len();
    rows.extend_from_slice(people);
    (Known::new(&rows), first)
}

fn one(known: &Known, row: Row) -> Link {
    known.link(&[row]).remove(0)
}

fn likely(link: &Link) -> usize {
    match link {
        Link::Likely(candidate) => candidate.person,
        other => panic!("not likely: {other:?}"),
    }
}

fn found(link: &Link, field: Field) -> Option<Finding> {
    link.proposed()?.evidence.iter().find(|evidence| evidence.field == field).map(|evidence| evidence.finding)
}

#[test]
fn a_number_with_a_name_that_agrees_is_exact() {
    let (known, hale) = known(&[member("Hale, Robert J.", "9012345678", date(1980, 3, 7))]);
    let link = one(&known, Row { numbers: vec!["901-234-5678".into()], ..row("HALE ROBERT J JR") });
    assert!(matches!(&link, Link::Exact(candidate) if candidate.person == hale), "{link:?}");
}

#[test]
fn a_number_with_the_name_of_another_is_never_exact_nor_likely() {
    let (known, hale) = known(&[member("Hale, Robert J.", "9012345678", date(1980, 3, 7))]);
    let link = one(&known, Row { numbers: vec!["9012345678".into()], ..row("Okafor, Grace") });
    assert!(link.proposed().is_none_or(|candidate| candidate.person != hale), "{link:?}");
}

#[test]
fn a_number_that_two_people_carry_is_not_exact() {
    let born = date(1980, 3, 7);
    let (known, _) = known(&[member("Hale, Robert J.", "9012345678", born), member("Hale, R.", "9012345678", born)]);
    let link = one(&known, Row { numbers: vec!["9012345678".into()], ..row("Hale, Robert") });
    assert!(!matches!(link, Link::Exact(_)), "{link:?}");
}

#[test]
fn twins_are_told_apart_and_one_is_never_taken_for_the_other() {
    let born = date(1985, 6, 21);
    let (both, first) =
        known(&[member("Reyes, Daniel", "9000000018", born), member("Reyes, Miguel", "9555555529", born)]);
    let described = Row { born: Some(born), offices: vec!["SCO-JOR".into()], ..row("Miguel Reyes") };
    assert_eq!(likely(&one(&both, described.clone())), first + 1);

    let (only_daniel, daniel) = known(&[member("Reyes, Daniel", "9000000018", born)]);
    let link = one(&only_daniel, described);
    let Link::Unclear(candidates) = &link else { panic!("a person should look: {link:?}") };
    assert_eq!(candidates[0].person, daniel);
}

#[test]
fn father_and_son_are_told_apart_by_the_suffix() {
    let (both, first) = known(&[
        member("Hale, Robert J. Sr", "9000000018", date(1955, 1, 9)),
        member("Hale, Robert J. Jr", "9555555529", date(1981, 8, 30)),
    ]);
    assert_eq!(likely(&one(&both, row("ROBERT J HALE JR"))), first + 1);
    assert_eq!(likely(&one(&both, row("Hale Sr., Robert"))), first);
    assert!(matches!(one(&both, row("Robert J. Hale")), Link::Unclear(candidates) if candidates.len() == 2));

    let (only_father, _) = known(&[member("Hale, Robert J. Sr", "9000000018", date(1955, 1, 9))]);
    assert!(one(&only_father, row("HALE, ROBERT J JR")).proposed().is_none());
}

#[test]
fn swapped_names_are_found_and_said() {
    let (known, hale) = known(&[member("Hale, Robert", "9012345678", date(1980, 3, 7))]);
    let link = one(&known, Row { born: Some(date(1980, 3, 7)), ..row("Robert, Hale") });
    assert_eq!(likely(&link), hale);
    assert_eq!(found(&link, Field::Order), Some(Finding::Swapped));
    // Without a comma nothing says which is which, so that nothing is swapped.
    let link = one(&known, Row { born: Some(date(1980, 3, 7)), ..row("Robert Hale") });
    assert_eq!((likely(&link), found(&link, Field::Order)), (hale, None));
}

#[test]
fn a_married_name_is_found_by_the_rest() {
    let (known, ana) = known(&[member("Quintero, Ana L.", "9012345678", date(1990, 11, 2))]);
    let row = Row {
        born: Some(date(1990, 11, 2)),
        service: Some("ARMY".into()),
        offices: vec!["SCO-JOR".into()],
        ..row("Whitfield, Ana L.")
    };
    let link = one(&known, row);
    assert_eq!(likely(&link), ana);
    assert_eq!(found(&link, Field::Family), Some(Finding::Another));

    let double = one(&known, Row { born: Some(date(1990, 11, 2)), ..super::hard_cases::row("Ana Quintero-Whitfield") });
    assert_eq!((likely(&double), found(&double, Field::Family)), (ana, Some(Finding::Part)));
}

#[test]
fn two_people_of_one_name_and_grade_are_left_to_a_person() {
    let (known, first) = known(&[
        member("Smith, James", "9000000018", date(1979, 5, 5)),
        member("Smith, James", "9555555529", date(1988, 9, 17)),
    ]);
    let Link::Unclear(candidates) = one(&known, Row { grade: Some("O4".into()), ..row("James Smith") }) else {
        panic!("either may be meant")
    };
    let mut people: Vec<usize> = candidates.iter().map(|candidate| candidate.person).collect();
    people.sort_unstable();
    assert_eq!(people, [first, first + 1]);
    // The one date of birth settles it.
    assert_eq!(likely(&one(&known, Row { born: Some(date(1988, 9, 17)), ..row("James Smith") })), first + 1);
}

#[test]
fn two_rows_that_contradict_each_other_are_not_both_the_same_person() {
    let (known, hale) = known(&[member("Hale, Robert", "9012345678", date(1980, 3, 7))]);
    let junior = Row { offices: vec!["SCO-JOR".into()], ..row("Robert Hale Jr") };
    let senior = Row { offices: vec!["SCO-JOR".into()], ..row("Robert Hale Sr") };
    let alone: Vec<Link> = [&junior, &senior].map(|row| one(&known, row.clone())).into();
    assert!(alone.iter().all(|link| likely(link) == hale), "each by itself is");
    assert!(known.link(&[junior.clone(), senior]).iter().all(|link| link.proposed().is_none()));
    // The same row twice is a second row about one person.
    assert!(known.link(&[junior.clone(), junior]).iter().all(|link| likely(link) == hale));
}

#[test]
fn spellings_of_one_name_agree() {
    let (known, first) = known(&[
        member("Muñoz-De la Cruz, José A.", "9012345678", date(1980, 3, 7)),
        member("O'Brien, Katherine", "9555555529", date(1977, 2, 1)),
    ]);
    for name in ["MUNOZ DELACRUZ JOSE A", "José Muñoz-de la Cruz", "LTC Jose A. Munoz-De La Cruz", "Munoz, Jose"] {
        let link = one(&known, Row { positions: vec!["P9012345678".into()], ..row(name) });
        assert_eq!(likely(&link), first, "{name}");
    }
    for name in ["OBRIEN KATHERINE", "Kate O’Brien", "O`BRIEN, K"] {
        let link = one(&known, Row { positions: vec!["P9555555529".into()], ..row(name) });
        assert_eq!(likely(&link), first + 1, "{name}");
    }
}

#[test]
fn a_stranger_is_nobody() {
    let (known, _) = known(&[]);
    assert_eq!(one(&known, row("Zuniga, Xiomara")), Link::Nobody);
    assert_eq!(one(&known, Row::default()), Link::Nobody);
    assert_eq!(one(&Known::new(&[]), row("Zuniga, Xiomara")), Link::Nobody);
}

#[test]
fn one_person_under_two_numbers_is_a_duplicate_and_twins_are_none() {
    let born = date(1985, 6, 21);
    let (known, first) = known(&[
        member("Hale, Robert J.", "9012345678", born),
        Row { numbers: vec!["9444444447".into()], ..member("HALE, BOB", "9012345678", born) },
        member("Reyes, Daniel", "9000000018", born),
        member("Reyes, Miguel", "9555555529", born),
    ]);
    let pairs: Vec<(usize, usize)> =
        known.duplicates().iter().filter(|pair| pair.probability > 0.5).map(|pair| (pair.first, pair.second)).collect();
    assert_eq!(pairs, [(first, first + 1)]);
}

#[test]
fn a_person_entered_twice_is_still_one_person() {
    let born = date(1985, 6, 21);
    let (known, first) = known(&[
        member("Hale, Robert J.", "9012345678", born),
        Row { numbers: vec!["9444444447".into()], ..member("Hale, Robert J.", "9012345678", born) },
    ]);
    let described = Row { offices: vec!["SCO-JOR".into()], ..row("Robert J. Hale") };
    let Link::Likely(candidate) = one(&known, described) else { panic!("either entry is the same person") };
    assert!(candidate.person == first || candidate.person == first + 1);
    assert!(candidate.probability > 0.9);
}

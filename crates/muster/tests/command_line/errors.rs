//! What the program says when it is asked for help, or for something it cannot do.

use insta::assert_snapshot;

use crate::support::Desk;

#[test]
fn help_lists_the_commands_with_examples() {
    assert_snapshot!(Desk::empty().muster(&["--help"]));
}

#[test]
fn every_command_has_help_with_an_example() {
    let desk = Desk::empty();
    let help = desk.muster(&["--help"]).ok();
    let commands = help.split("Commands:").nth(1).unwrap().split("Options:").next().unwrap();
    let names: Vec<&str> =
        commands.lines().filter_map(|line| line.strip_prefix("  ")?.split_whitespace().next()).collect();
    assert!(names.len() > 12, "{names:?}");
    for name in names.iter().filter(|name| **name != "help") {
        let help = desk.muster(&[name, "--help"]).ok();
        assert!(help.contains(&format!("\n  muster {name}")), "{name} has no example: {help}");
    }
}

#[test]
fn wrong_usage_is_exit_code_2_and_names_the_option() {
    assert_snapshot!(Desk::empty().muster(&["staffing", "--by", "planet", "--db", "demo.db"]));
}

#[test]
fn a_missing_option_is_exit_code_2() {
    assert_snapshot!(Desk::empty().muster(&["staffing"]));
}

#[test]
fn a_database_that_is_not_there_is_not_made_by_looking_at_it() {
    let desk = Desk::empty();
    assert_snapshot!(desk.muster(&["staffing", "--db", "nowhere.db"]));
    assert!(!desk.path("nowhere.db").exists() && !desk.path("nowhere.db.vault").exists());
}

#[test]
fn a_name_nearly_right_gets_the_nearest_one_offered() {
    let desk = Desk::with_demo();
    assert_snapshot!(desk.muster(&["demand", "--db", "demo.db", "--office", "SCO-JRO"]));
    assert_snapshot!(desk.muster(&["staffing", "--db", "demo.db", "--command", "NASA"]));
    assert_snapshot!(desk.muster(&["staffing", "--db", "demo.db", "--as", "directer"]));
}

#[test]
fn a_scale_out_of_range_is_refused_before_anything_is_made() {
    let desk = Desk::empty();
    assert_snapshot!(desk.muster(&["demo", "--db", "big.db", "--scale", "99", "--no-serve"]));
    assert!(!desk.path("big.db").exists());
}

#[test]
fn a_file_that_is_no_journal_is_named_and_left_as_it_was() {
    let desk = Desk::empty();
    std::fs::write(desk.path("letter.txt"), "Dear sir, this is no database at all, whatever its name may say.")
        .unwrap();
    let before = std::fs::read(desk.path("letter.txt")).unwrap();
    let said = desk.muster(&["staffing", "--db", "letter.txt"]).refused();
    assert!(said.contains("letter.txt") && said.contains("Muster journal"), "{said}");
    assert_eq!(std::fs::read(desk.path("letter.txt")).unwrap(), before);
}

//! The commands in README.md work as they stand, on a small demo.

use crate::support::Desk;

/// The words of a command line without its comment, and the file its output goes to.
fn words(line: &str) -> (Vec<String>, Option<String>) {
    let line = line.split(" #").next().unwrap();
    let (line, into) = line.split_once(" > ").map_or((line, None), |(line, into)| (line, Some(into.trim().to_owned())));
    let mut words = vec![String::new()];
    let mut quoted = false;
    for letter in line.trim().chars() {
        match letter {
            '"' => quoted = !quoted,
            ' ' if !quoted => words.push(String::new()),
            other => words.last_mut().unwrap().push(other),
        }
    }
    (words.into_iter().filter(|word| !word.is_empty()).skip(1).collect(), into)
}

#[test]
fn every_command_of_the_readme_works() {
    let desk = Desk::with_demo();
    std::fs::create_dir(desk.path("demo")).unwrap();
    for end in ["", ".vault"] {
        std::fs::rename(desk.path(&format!("demo.db{end}")), desk.path(&format!("demo/muster.db{end}"))).unwrap();
    }
    let readme = include_str!("../../../../README.md");
    let mut ran = 0;
    for line in readme.lines().filter(|line| line.starts_with("muster ")) {
        let (words, into) = words(line);
        let mut words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words[0] {
            // serving has tests of its own
            "serve" => continue,
            // the demo that is here is small
            "demo" => words.extend(["--scale", "0.01"]),
            _ => {}
        }
        let run = desk.muster_given(&words, "correct horse battery\n");
        assert_eq!(run.code, 0, "{line}\n{run}");
        if let Some(into) = into {
            std::fs::write(desk.path(&into), &run.stdout).unwrap();
        }
        ran += 1;
    }
    assert!(ran >= 12, "only {ran} commands were found");
}

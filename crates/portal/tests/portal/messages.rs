//! Every text is there in every language, with the same things filled in.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use muster_domain::cases::Milestone;
use muster_portal::{Language, Words};

/// Messages of a language: each with the names that are filled into it.
fn read(language: Language) -> BTreeMap<String, BTreeSet<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("messages/{}.ftl", language.code()));
    let text = fs::read_to_string(&path).unwrap();
    let resource = fluent_syntax::parser::parse(text.as_str())
        .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
    let mut messages = BTreeMap::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let mut names = BTreeSet::new();
                variables(
                    message.value.as_ref().unwrap_or_else(|| panic!("{} says nothing", message.id.name)),
                    &mut names,
                );
                assert!(message.attributes.is_empty(), "{}", message.id.name);
                let twice = messages.insert(message.id.name.to_owned(), names).is_some();
                assert!(!twice, "{}: {} is there twice", path.display(), message.id.name);
            }
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
            other => panic!("{}: {other:?}", path.display()),
        }
    }
    messages
}

fn variables(pattern: &Pattern<&str>, names: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => variable(inline, names),
            Expression::Select { selector, variants } => {
                variable(selector, names);
                variants.iter().for_each(|variant| variables(&variant.value, names));
            }
        }
    }
}

fn variable(inline: &InlineExpression<&str>, names: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            names.insert(id.name.to_owned());
        }
        other => panic!("only what is filled in stands in braces, not {other:?}"),
    }
}

#[test]
fn every_message_exists_in_every_language_with_the_same_things_filled_in() {
    let english = read(Language::English);
    assert!(english.len() > 100);
    for language in Language::ALL {
        let messages = read(language);
        assert_eq!(messages.keys().collect::<Vec<_>>(), english.keys().collect::<Vec<_>>(), "{language:?}");
        for (id, names) in &messages {
            assert_eq!(names, &english[id], "{id} in {language:?}");
        }
    }
}

#[test]
fn every_milestone_that_may_be_shown_has_its_plain_name() {
    let words = Words::of(Language::English);
    for one in Milestone::ALL {
        let id = format!("milestone-{}", one.code);
        if one.milestone.is_never_shown() {
            assert!(!read(Language::English).contains_key(&id), "{id} has no name that a purchaser reads");
        } else {
            assert_eq!(words.say(&id), one.plain);
        }
    }
}

#[test]
fn a_translation_is_not_the_english_text() {
    let english = Words::of(Language::English);
    // Words that the languages share.
    let shared = [
        "line-total",
        "total",
        "pages",
        "messages-title",
        "programs-title",
        "documents-title",
        "document-modification",
        "class-services",
    ];
    for language in [Language::Spanish, Language::French, Language::Arabic] {
        let words = Words::of(language);
        let messages = read(Language::English);
        let plain = messages.iter().filter(|(id, names)| names.is_empty() && !shared.contains(&id.as_str()));
        for (id, _) in plain {
            assert_ne!(words.say(id), english.say(id), "{id} in {language:?}");
        }
    }
}

//! The document, the list of endpoints and the routes are one and the same.

use std::collections::BTreeSet;
use std::path::Path;

use muster_domain::Command;
use muster_server::http::document;
use muster_server::http::endpoints::ENDPOINTS;

#[test]
fn every_documented_endpoint_has_a_line_in_the_access_list_and_the_other_way_round() {
    let document = serde_json::to_value(document()).unwrap();
    let mut documented = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        let path = if path.starts_with("/api/commands/") { "/api/commands/{name}" } else { path };
        for method in item.as_object().unwrap().keys() {
            documented.insert((method.to_uppercase(), path.to_owned()));
        }
    }
    let listed: BTreeSet<_> =
        ENDPOINTS.iter().map(|(method, path, _)| (method.to_string(), (*path).to_owned())).collect();
    assert_eq!(documented, listed);
    for (name, _) in Command::KINDS {
        assert!(document["paths"][format!("/api/commands/{name}")]["post"].is_object(), "{name}");
    }
}

#[test]
fn every_operation_has_a_name_of_its_own() {
    let document = serde_json::to_value(document()).unwrap();
    let items = document["paths"].as_object().unwrap().values();
    let names: Vec<String> = items
        .flat_map(|item| item.as_object().unwrap().values())
        .map(|operation| operation["operationId"].to_string())
        .collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
}

#[test]
fn every_schema_that_is_referred_to_is_there() {
    let document = serde_json::to_value(document()).unwrap();
    let text = document.to_string();
    for reference in text.split("\"#/components/schemas/").skip(1) {
        let name = reference.split('"').next().unwrap();
        assert!(document["components"]["schemas"][name].is_object(), "{name} is referred to and missing");
    }
}

#[test]
fn the_committed_document_is_the_one_the_code_makes() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web/openapi.json");
    let made = serde_json::to_string_pretty(&document()).unwrap() + "\n";
    if std::env::var_os("MUSTER_UPDATE").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == made,
        "web/openapi.json is not what the code makes: run `MUSTER_UPDATE=1 cargo test -p muster-server --test http` and `npm run api` in web/"
    );
}

/// A schema goes into the document by its type's name alone, so that two types of one name would silently become one.
#[test]
fn no_two_types_of_the_document_share_a_name() {
    const NOUNS: [&str; 2] = ["struct", "enum"];
    let mut named: std::collections::BTreeMap<String, Vec<String>> = std::collections::BTreeMap::new();
    let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("..")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                for derived in text.split("#[derive(").skip(1) {
                    let (traits, item) = derived.split_once(")]").unwrap_or_default();
                    let (before, named_so) = item.split_once("schema(as = ").unwrap_or((item, ""));
                    let head = item.lines().map(str::trim).find(|line| line.starts_with("pub")).unwrap_or_default();
                    let mut words = head.split(|c: char| !c.is_alphanumeric()).skip_while(|word| !NOUNS.contains(word));
                    let name = match before.contains("pub") {
                        true => words.nth(1),
                        false => named_so.split(|c: char| !c.is_alphanumeric()).next(),
                    };
                    if let Some(name) = name.filter(|_| traits.contains("ToSchema")) {
                        named.entry(name.to_owned()).or_default().push(path.display().to_string());
                    }
                }
            }
        }
    }
    assert!(named.len() > 100, "the search finds no types any more");
    named.retain(|_, places| places.len() > 1);
    assert!(named.is_empty(), "{named:#?}");
}

//! The matrix of role × action × reach, printed so that a change of policy is reviewed as a difference.

use std::fmt::Write as _;

use muster_domain::access::Role;
use muster_domain::organization::{Act, AuthorityKind, OfficeKind};
use muster_domain::{Command, OfficeId};

use super::cedar::{Cedar, FieldClass, PolicyError, Question, Request, Resource};

/// A way a grant can reach a row.
struct Reach {
    heading: &'static str,
    resource: Resource,
    acts: &'static [Act],
    own_service: bool,
    own_row: bool,
    own_purchaser: bool,
}

fn reaches() -> Vec<Reach> {
    let office = Resource::Office(OfficeId(0), OfficeKind::Sco);
    let reach = |heading, acts| Reach {
        heading,
        resource: office,
        acts,
        own_service: false,
        own_row: false,
        own_purchaser: false,
    };
    let mut all = vec![
        Reach {
            heading: "service as a whole",
            resource: Resource::Installation,
            acts: &[],
            own_service: false,
            own_row: false,
            own_purchaser: false,
        },
        reach("any office", &[]),
    ];
    all.extend(AuthorityKind::ALL.iter().map(|definition| reach(definition.title, definition.acts)));
    all.push(Reach { heading: "own service's person", own_service: true, ..reach("", &[]) });
    all.push(Reach { heading: "own row", own_row: true, ..reach("", &[]) });
    all.push(Reach { heading: "own purchaser code", own_purchaser: true, ..reach("", &[]) });
    all
}

/// The whole matrix as text: one block a role, one line an action (and field class), one column a reach.
pub fn matrix() -> Result<String, PolicyError> {
    let cedar = Cedar::load()?;
    let reaches = reaches();
    let mut out = String::from(
        "Who may do what, worked out from the policies in this folder. Regenerated and compared by a test:\n\
         MUSTER_UPDATE=1 cargo test -p muster-server --test policy\n\n\
         Columns: how the grant reaches the row.\n",
    );
    for (i, reach) in reaches.iter().enumerate() {
        let _ = writeln!(out, "  {}  {}", column(i), reach.heading);
    }
    for definition in Role::ALL {
        let _ = writeln!(out, "\n{} ({})", definition.title, definition.purpose);
        let mut line = |action: &'static str, class: FieldClass, label: String| {
            let cells: String = (0..)
                .zip(&reaches)
                .map(|(i, reach)| {
                    let allowed = cedar.allows(&Request {
                        role: definition.role,
                        action,
                        class,
                        resource: reach.resource,
                        acts: reach.acts,
                        own_service: reach.own_service,
                        own_row: reach.own_row,
                        own_purchaser: reach.own_purchaser,
                    });
                    if allowed { column(i) } else { '.' }
                })
                .collect();
            if cells.bytes().any(|cell| cell != b'.') {
                let _ = writeln!(out, "  {label:<34} {cells}");
            }
        };
        for question in Question::ALL {
            let classes = if question == Question::People { &FieldClass::ALL[..] } else { &FieldClass::ALL[..1] };
            for class in classes {
                let label = match class {
                    FieldClass::Ordinary => question.action().to_owned(),
                    class => format!("{} ({})", question.action(), format!("{class:?}").to_lowercase()),
                };
                line(question.action(), *class, label);
            }
        }
        for (name, _) in Command::KINDS {
            line(name, FieldClass::Ordinary, (*name).to_owned());
        }
    }
    Ok(out)
}

fn column(index: usize) -> char {
    char::from(b'a' + u8::try_from(index).expect("fewer than 26 reaches"))
}

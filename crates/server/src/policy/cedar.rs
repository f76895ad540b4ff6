//! Cedar, asked in the vocabulary of this project.

use std::collections::{HashMap, HashSet};
use std::str::FromStr;
use std::sync::RwLock;

use cedar_policy::{
    Authorizer, Context, Decision, Entities, Entity, EntityId, EntityTypeName, EntityUid, PolicySet,
    RestrictedExpression, Schema, ValidationMode, Validator,
};
use muster_domain::access::Role;
use muster_domain::organization::{Act, OfficeKind};
use muster_domain::{Command, OfficeId};
use serde::Serialize;

const SCHEMA: &str = include_str!("../../../../policies/muster.cedarschema");
const POLICIES: &[&str] =
    &[include_str!("../../../../policies/questions.cedar"), include_str!("../../../../policies/commands.cedar")];

/// The policies do not hold together; found when the program starts, and by the tests before that.
#[derive(Debug, thiserror::Error)]
#[error("the policies in `policies/` are not valid: {0}")]
pub struct PolicyError(String);

/// What may be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the actions of the schema")]
pub enum Question {
    Totals,
    Billets,
    People,
    Slates,
    Contradictions,
    Sources,
    Journal,
    Accounts,
    Levers,
    Compute,
    Manning,
    Requisitions,
    Ballots,
    Outlook,
    Cases,
    Portal,
}

impl Question {
    /// Every question.
    pub const ALL: [Self; 16] = [
        Self::Totals,
        Self::Billets,
        Self::People,
        Self::Slates,
        Self::Contradictions,
        Self::Sources,
        Self::Journal,
        Self::Accounts,
        Self::Levers,
        Self::Compute,
        Self::Manning,
        Self::Requisitions,
        Self::Ballots,
        Self::Outlook,
        Self::Cases,
        Self::Portal,
    ];

    /// Its action in the schema.
    pub fn action(self) -> &'static str {
        match self {
            Self::Totals => "see_totals",
            Self::Billets => "see_billets",
            Self::People => "see_people",
            Self::Slates => "see_slates",
            Self::Contradictions => "see_contradictions",
            Self::Sources => "see_sources",
            Self::Journal => "see_journal",
            Self::Accounts => "see_accounts",
            Self::Levers => "see_levers",
            Self::Compute => "compute_slate",
            Self::Requisitions => "see_requisitions",
            Self::Manning => "see_manning",
            Self::Ballots => "see_ballots",
            Self::Outlook => "see_outlook",
            Self::Cases => "see_cases",
            Self::Portal => "see_portal",
        }
    }
}

/// How private a field is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the classes of the design")]
pub enum FieldClass {
    Ordinary,
    Personal,
    Family,
    Pay,
}

impl FieldClass {
    /// Every class, least private first.
    pub const ALL: [Self; 4] = [Self::Ordinary, Self::Personal, Self::Family, Self::Pay];

    fn name(self) -> &'static str {
        match self {
            Self::Ordinary => "ordinary",
            Self::Personal => "personal",
            Self::Family => "family",
            Self::Pay => "pay",
        }
    }
}

/// What a request is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Resource {
    Office(OfficeId, OfficeKind),
    Installation,
}

/// One question to Cedar.
pub(super) struct Request<'a> {
    pub role: Role,
    pub action: &'static str,
    pub class: FieldClass,
    pub resource: Resource,
    pub acts: &'a [Act],
    pub own_service: bool,
    pub own_row: bool,
    pub own_purchaser: bool,
}

/// All that a decision depends on: offices differ only by their kind.
type Key = (Role, &'static str, FieldClass, Option<OfficeKind>, Vec<Act>, bool, bool, bool);

/// The validated policies and the decisions already made.
pub(super) struct Cedar {
    policies: PolicySet,
    authorizer: Authorizer,
    schema: Schema,
    decided: RwLock<HashMap<Key, bool>>,
}

impl Cedar {
    pub(super) fn load() -> Result<Self, PolicyError> {
        let wrong = |problem: &dyn std::fmt::Display| PolicyError(problem.to_string());
        let (schema, _) = Schema::from_cedarschema_str(SCHEMA).map_err(|error| wrong(&error))?;
        let policies = PolicySet::from_str(&POLICIES.concat()).map_err(|error| wrong(&error))?;
        let checked = Validator::new(schema.clone()).validate(&policies, ValidationMode::Strict);
        if !checked.validation_passed() {
            return Err(wrong(&checked));
        }
        let actions: HashSet<String> = schema.actions().map(|uid| uid.id().unescaped().to_owned()).collect();
        let wanted = Question::ALL.iter().map(|q| q.action()).chain(Command::KINDS.iter().map(|(name, _)| *name));
        if let Some(missing) = wanted.clone().find(|name| !actions.contains(*name)) {
            return Err(PolicyError(format!("the schema has no action `{missing}`")));
        }
        if actions.len() != wanted.count() {
            return Err(PolicyError("the schema names an action that is neither a question nor a command".to_owned()));
        }
        Ok(Self { policies, authorizer: Authorizer::new(), schema, decided: RwLock::default() })
    }

    /// Whether the policies allow it; asked once per distinct key.
    pub(super) fn allows(&self, request: &Request<'_>) -> bool {
        let kind = match request.resource {
            Resource::Office(_, kind) => Some(kind),
            Resource::Installation => None,
        };
        let key = (
            request.role,
            request.action,
            request.class,
            kind,
            request.acts.to_vec(),
            request.own_service,
            request.own_row,
            request.own_purchaser,
        );
        if let Some(known) = self.decided.read().expect("no holder panics while deciding").get(&key) {
            return *known;
        }
        let allowed = self.ask(request);
        self.decided.write().expect("no holder panics while deciding").insert(key, allowed);
        allowed
    }

    /// Whether some reach would allow it to the role.
    pub(super) fn allows_somewhere(&self, role: Role, action: &'static str) -> bool {
        let all_acts: Vec<Act> =
            muster_domain::organization::AuthorityKind::ALL.iter().flat_map(|d| d.acts.iter().copied()).collect();
        [(Resource::Installation, &[][..]), (Resource::Office(OfficeId(0), OfficeKind::Sco), &all_acts[..])]
            .into_iter()
            .any(|(resource, acts)| {
                self.allows(&Request {
                    role,
                    action,
                    class: FieldClass::Ordinary,
                    resource,
                    acts,
                    own_service: true,
                    own_row: true,
                    own_purchaser: true,
                })
            })
    }

    /// Asks Cedar itself, with the very resource.
    pub(super) fn ask(&self, request: &Request<'_>) -> bool {
        let role = serde_name(&request.role);
        let grant = uid("Grant", &role);
        let role = uid("Role", &role);
        let resource = match request.resource {
            Resource::Office(id, _) => uid("Office", &id.to_string()),
            Resource::Installation => uid("Installation", "service"),
        };
        let attributes = match request.resource {
            Resource::Office(_, kind) => {
                HashMap::from([("kind".to_owned(), RestrictedExpression::new_string(serde_name(&kind)))])
            }
            Resource::Installation => HashMap::new(),
        };
        let entities = Entities::from_entities(
            [
                Entity::new_no_attrs(grant.clone(), HashSet::from([role.clone()])),
                Entity::new_no_attrs(role, HashSet::new()),
                Entity::new(resource.clone(), attributes, HashSet::new()).expect("a text attribute always evaluates"),
            ],
            Some(&self.schema),
        )
        .expect("the entities are built as the schema says");
        let context = Context::from_pairs([
            (
                "acts".to_owned(),
                RestrictedExpression::new_set(
                    request.acts.iter().map(|act| RestrictedExpression::new_string(serde_name(act))),
                ),
            ),
            ("own_service".to_owned(), RestrictedExpression::new_bool(request.own_service)),
            ("own_row".to_owned(), RestrictedExpression::new_bool(request.own_row)),
            ("own_purchaser".to_owned(), RestrictedExpression::new_bool(request.own_purchaser)),
            ("field_class".to_owned(), RestrictedExpression::new_string(request.class.name().to_owned())),
        ])
        .expect("the five names differ");
        let action = uid("Action", request.action);
        let asked = cedar_policy::Request::new(grant, action, resource, context, Some(&self.schema))
            .expect("the request is built as the schema says");
        self.authorizer.is_authorized(&asked, &self.policies, &entities).decision() == Decision::Allow
    }
}

fn uid(kind: &str, id: &str) -> EntityUid {
    let kind = EntityTypeName::from_str(&format!("Muster::{kind}")).expect("the schema's entity types are valid names");
    EntityUid::from_type_name_and_id(kind, EntityId::new(id))
}

/// The name a value has in JSON, so that policies and API use the same words.
fn serde_name<T: Serialize>(value: &T) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => unreachable!("only unit variants are named here"),
    }
}

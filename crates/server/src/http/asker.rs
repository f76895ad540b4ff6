//! Who asks, and on which World: put into the request by the guard before any handler runs.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use muster_domain::access::Scope;
use muster_domain::{AccountId, Date, World};

use super::problem::{Answer, Problem};
use super::state::App;
use crate::policy::{FieldClass, Question};

/// A signed-in account, with the World as it was when the request came in.
#[derive(Clone)]
pub(super) struct Asker {
    pub app: App,
    pub account: AccountId,
    pub world: Arc<World>,
    pub today: Date,
}

impl Asker {
    /// The rows this account may see for a question, ordinary fields.
    pub fn scope(&self, question: Question) -> Arc<Scope> {
        self.class_scope(question, FieldClass::Ordinary)
    }

    /// The rows this account may see for a question and a field class.
    pub fn class_scope(&self, question: Question, class: FieldClass) -> Arc<Scope> {
        self.app.policy.scope(&self.world, self.today, self.account, question, class)
    }

    /// The date asked for, or today. Dates far outside the service's life are refused.
    pub fn date(&self, asked: Option<Date>) -> Answer<Date> {
        let day = asked.unwrap_or(self.today);
        if (1990..=2100).contains(&day.year()) {
            Ok(day)
        } else {
            Err(Problem::new(axum::http::StatusCode::BAD_REQUEST, format!("{day} lies outside 1990 to 2100."))
                .mend("Choose a date between."))
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Asker {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Answer<Self> {
        parts.extensions.get::<Self>().cloned().ok_or_else(Problem::signed_out)
    }
}

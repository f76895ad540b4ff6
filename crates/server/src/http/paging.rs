//! Lists by cursor: a page continues after the last row it showed, so that rows that come or go in between neither
//! repeat nor hide others.

use axum::http::StatusCode;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use muster_domain::Text;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::problem::{Answer, Problem};

/// Rows in a page unless asked otherwise.
const DEFAULT_LIMIT: usize = 100;
/// Rows in a page at most.
const LARGEST_LIMIT: usize = 1000;

/// Which page.
#[derive(Debug, Default, Clone, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct Paging {
    /// The `next` of the page before.
    #[serde(default)]
    #[param(max_length = 400, pattern = "^[A-Za-z0-9_-]*$")]
    pub cursor: Option<String>,
    /// Rows in the page, 1 to 1000.
    #[serde(default)]
    #[param(minimum = 1, maximum = 1000)]
    pub limit: Option<usize>,
}

/// One page of a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Page<T> {
    /// The rows.
    pub items: Vec<T>,
    /// The cursor of the page after, if there is one.
    pub next: Option<String>,
    /// Rows in the whole list.
    pub total: usize,
}

/// Where a row stands in the order of the list: a key (text, or a figure where rows are many), then its number.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Place<K = Text>(pub K, pub u32);

impl Paging {
    /// The page of these rows, which need not be in order; `show` makes only the rows of the page, and no more than a few
    /// pages of rows are held at a time.
    pub fn page<K: Clone + Ord + Serialize + DeserializeOwned, R, T>(
        &self,
        rows: impl IntoIterator<Item = (Place<K>, R)>,
        descending: bool,
        mut show: impl FnMut(R) -> T,
    ) -> Answer<Page<T>> {
        let limit = self.limit.unwrap_or(DEFAULT_LIMIT);
        if !(1..=LARGEST_LIMIT).contains(&limit) {
            return Err(Problem::new(StatusCode::BAD_REQUEST, format!("`limit` is {limit}.")).mend("Give 1 to 1000."));
        }
        let after = self.cursor.as_deref().filter(|cursor| !cursor.is_empty()).map(read_cursor::<K>).transpose()?;
        let order = |a: &Place<K>, b: &Place<K>| if descending { b.cmp(a) } else { a.cmp(b) };
        // One row more than the page, so that it is known whether there is another; what is beyond the last of them is
        // only counted.
        let (mut total, mut kept, mut last) = (0, Vec::new(), None);
        for (place, row) in rows {
            total += 1;
            let before = after.as_ref().is_some_and(|after| order(&place, after).is_le());
            let beyond = last.as_ref().is_some_and(|last| order(&place, last).is_gt());
            if before || beyond {
                continue;
            }
            kept.push((place, row));
            if kept.len() > 4 * (limit + 1) {
                kept.select_nth_unstable_by(limit, |a, b| order(&a.0, &b.0));
                kept.truncate(limit + 1);
                last = kept.last().map(|(place, _)| place.clone());
            }
        }
        kept.sort_unstable_by(|a, b| order(&a.0, &b.0));
        let more = kept.len() > limit;
        kept.truncate(limit);
        let next = kept.last().filter(|_| more).map(|(place, _)| write_cursor(place));
        Ok(Page { items: kept.into_iter().map(|(_, row)| show(row)).collect(), next, total })
    }
}

fn write_cursor<K: Serialize>(place: &Place<K>) -> String {
    URL_SAFE_NO_PAD.encode(serde_json::to_vec(place).expect("a place is plain data"))
}

fn read_cursor<K: DeserializeOwned>(text: &str) -> Answer<Place<K>> {
    let wrong = || {
        Problem::new(StatusCode::BAD_REQUEST, "The cursor was not made by this list.").mend("Start again without one.")
    };
    let bytes = URL_SAFE_NO_PAD.decode(text).map_err(|_| wrong())?;
    serde_json::from_slice(&bytes).map_err(|_| wrong())
}

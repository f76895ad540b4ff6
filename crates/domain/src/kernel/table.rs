//! Rows of one noun: dense, in shared chunks. Cloning a table clones one pointer a chunk; changing a row copies only its
//! chunk, so a reader's snapshot stays as it was at the cost of a few kilobytes a change.

use std::marker::PhantomData;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Id, Position};

const CHUNK: usize = 128;

/// A fact and the journal position that last changed it (its ETag).
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Row<T> {
    /// The position of the record that last changed the row.
    pub changed: Position,
    /// The fact.
    pub fact: T,
}

/// All rows of one noun, by dense id.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(bound(serialize = "T: Serialize", deserialize = "T: Deserialize<'de> + Clone"))]
pub struct Table<I, T> {
    chunks: Vec<Arc<Vec<Row<T>>>>,
    len: usize,
    #[serde(skip)]
    id: PhantomData<fn() -> I>,
}

impl<I, T> Default for Table<I, T> {
    fn default() -> Self {
        Self { chunks: Vec::new(), len: 0, id: PhantomData }
    }
}

impl<I: Id, T: Clone> Table<I, T> {
    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The id that the next new row will get.
    pub fn next_id(&self) -> I {
        I::from_index(self.len)
    }

    /// The row, if there is one of this id.
    pub fn row(&self, id: I) -> Option<&Row<T>> {
        self.chunks.get(id.index() / CHUNK)?.get(id.index() % CHUNK)
    }

    /// The fact, if there is one of this id.
    pub fn get(&self, id: I) -> Option<&T> {
        self.row(id).map(|row| &row.fact)
    }

    /// Ids and facts in id order.
    pub fn iter(&self) -> impl Iterator<Item = (I, &T)> + '_ {
        self.rows().map(|(id, row)| (id, &row.fact))
    }

    /// Ids and rows in id order.
    pub fn rows(&self) -> impl Iterator<Item = (I, &Row<T>)> + '_ {
        self.chunks.iter().flat_map(|chunk| chunk.iter()).enumerate().map(|(i, row)| (I::from_index(i), row))
    }

    /// The rows that are not as they were in an older state of this table. What both share is passed over unread, so that
    /// a few changes are found in a few steps.
    pub fn changed_from<'a>(&'a self, older: &'a Self) -> impl Iterator<Item = (I, &'a Row<T>)> + 'a {
        let shared =
            |(n, chunk): &(usize, &Arc<Vec<Row<T>>>)| older.chunks.get(*n).is_some_and(|held| Arc::ptr_eq(held, chunk));
        let chunks = self.chunks.iter().enumerate().filter(move |one| !shared(one));
        let rows = chunks
            .flat_map(|(n, chunk)| chunk.iter().enumerate().map(move |(i, row)| (I::from_index(n * CHUNK + i), row)));
        rows.filter(|(id, row)| older.row(*id).is_none_or(|held| held.changed != row.changed))
    }

    /// Adds the row of `next_id`.
    pub(crate) fn push(&mut self, fact: T, at: Position) -> I {
        let id = self.next_id();
        if self.len.is_multiple_of(CHUNK) {
            self.chunks.push(Arc::new(Vec::with_capacity(CHUNK)));
        }
        let last = self.chunks.last_mut().expect("a chunk was pushed above when the last one was full");
        Arc::make_mut(last).push(Row { changed: at, fact });
        self.len += 1;
        id
    }

    /// The fact to change; marks the row as changed at this position.
    pub(crate) fn edit(&mut self, id: I, at: Position) -> Option<&mut T> {
        let row = Arc::make_mut(self.chunks.get_mut(id.index() / CHUNK)?).get_mut(id.index() % CHUNK)?;
        row.changed = at;
        Some(&mut row.fact)
    }
}

impl<I: Id, T: Clone> std::ops::Index<I> for Table<I, T> {
    type Output = T;

    /// INVARIANT: ids inside the World name rows that exist; an id from outside goes through [`Table::get`].
    fn index(&self, id: I) -> &T {
        self.get(id).expect("an id held by the World names a row")
    }
}

//! Live changes: an event whenever the World moves on, so that pages ask again. It says where, never what.

use std::convert::Infallible;
use std::time::Duration;

use axum::response::Sse;
use axum::response::sse::{Event, KeepAlive};
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

use super::asker::Asker;

enum Moved {
    To(muster_domain::Position),
    Ending,
}

/// The stream of positions, newest only; ends when the server does.
pub(super) async fn stream(asker: Asker) -> Sse<impl tokio_stream::Stream<Item = Result<Event, Infallible>>> {
    let positions = WatchStream::new(asker.app.desk.changes()).map(Moved::To);
    let ending = WatchStream::from_changes(asker.app.ending().subscribe()).map(|_| Moved::Ending);
    let events = positions.merge(ending).map_while(|moved| match moved {
        Moved::To(position) => Some(Ok(Event::default().event("moved").data(format!("{{\"position\":{position}}}")))),
        Moved::Ending => None,
    });
    Sse::new(events).keep_alive(KeepAlive::new().interval(Duration::from_secs(20)))
}

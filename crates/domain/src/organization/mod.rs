//! Organisations that hold billets, where they are, and who has which authority over them.

mod authority;
mod departure;
mod office;
mod post;
mod turn;

pub use authority::{
    Act, Authority, AuthorityDefinition, AuthorityHolder, AuthorityKind, AuthorityRecorded, RecordAuthority,
};
pub use departure::{
    Departure, DepartureEnd, DepartureEnded, DepartureOrdered, DepartureOutcome, DepartureReach, DepartureRescinded,
    EndDeparture, OrderDeparture, RescindDeparture, Rescission, billets_at, offices_at,
};
pub use office::{
    EndOffice, Office, OfficeEnded, OfficeKind, OfficeRegistered, RegisterOffice, Roster, StrengthValidated,
    ValidateStrength, Validation,
};
pub(crate) use office::{known_office, known_post};
pub use post::{
    Differentials, Post, PostDifferentialsSet, PostRegistered, PostStatus, PostStatusSet, RegisterPost,
    SetPostDifferentials, SetPostStatus, post_key,
};
pub use turn::{Holder, Turn, speaks_for};

//! A discrete-event engine for multi-class queueing networks.

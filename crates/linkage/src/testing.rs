//! The synthetic set with planted errors.

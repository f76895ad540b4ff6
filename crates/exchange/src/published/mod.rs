//! Being read next.

//! What a log shows: directly-follows graph with times, variants, rework, conformance, bottlenecks.

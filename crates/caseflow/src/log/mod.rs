//! Event logs in columns: cases, activities, resources, instants.

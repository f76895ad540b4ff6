//! Which acts an office holds over another, from the dated authority relations.

use std::collections::BTreeSet;

use muster_domain::organization::{Act, AuthorityHolder, AuthorityKind};
use muster_domain::{Date, OfficeId, World};

/// The acts that `holder` may do over `over` on a day: those of its own organisation over itself, and those conferred
/// by every relation it holds over the office or over one above it.
pub(super) fn acts_over(world: &World, holder: OfficeId, over: OfficeId, day: Date) -> Vec<Act> {
    let mut chain = vec![over];
    // INVARIANT: superiors never run in a circle (RecordAuthority refuses one).
    while let Some(above) = chain.last().and_then(|office| world.superior(*office, day)) {
        if chain.len() > 16 {
            break;
        }
        chain.push(above);
    }
    let mut acts = BTreeSet::new();
    // An organisation stands over itself as a parent organisation does over its elements.
    if holder == over {
        acts.extend(AuthorityKind::Parent.acts());
    }
    for authority in &world.authorities {
        if authority.holder == AuthorityHolder::Office(holder)
            && authority.period.contains(day)
            && chain.contains(&authority.over)
        {
            acts.extend(authority.kind.acts());
        }
    }
    acts.into_iter().collect()
}

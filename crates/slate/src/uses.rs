//! How a proposed slate uses the limits over several lines, as it stands: whatever chose it, and with what was amended.

use muster_domain::allocation::{Line, LineStatus, Slate};
use muster_domain::{SlateId, World};

use crate::ground::{Ground, Levers};
use crate::limits::{Beside, LimitUse, Limits, lines};
use crate::pairs::Field;

/// How a proposed slate uses every limit over several lines that could bind, without prices: what its lines use that were
/// not taken out, those among them that a command did not concur with. By today's facts, and by the levers and the
/// services' limits that it was made with: those of its last amendment, or else its own. `None` if there is no such slate.
pub fn uses_of_slate(world: &World, id: SlateId) -> Option<Vec<LimitUse>> {
    let slate = world.slates.get(id)?;
    let mut ground = Ground::past(world, id)?;
    let amended = slate.amendments.last().map(|last| last.on);
    if let Some(day) = amended {
        ground.levers = Levers::on(world, day);
    }
    let mut field = Field::new(ground);
    // Who moves and what opens is as on the slate's own day; what services give, as when it was amended.
    field.ground.today = amended.unwrap_or(field.ground.today);
    let mut choice = vec![None; field.movers.len()];
    let mut others: Vec<&Line> = Vec::new();
    for line in counted(slate) {
        let mover = field.movers.binary_search_by_key(&line.proposal.person, |facts| facts.mover.person);
        let opening = field.openings.binary_search_by_key(&line.proposal.billet, |facts| facts.opening.billet);
        match (mover, opening) {
            (Ok(mover), Ok(opening)) => choice[mover] = Some(opening as u32),
            _ => others.push(line),
        }
    }
    // What a line that is none would use does not matter.
    let allowed = || lines(&choice).map(|(person, position)| (person, position, true));
    let limits = Limits::of(&field, allowed, &[]);
    let beside = Beside::of(world, id, &field.ground.levers, &others);
    Some(limits.uses(&choice).map(|it| LimitUse { used: it.used + beside.used(&it.limited), ..it }).collect())
}

fn counted(slate: &Slate) -> impl Iterator<Item = &Line> {
    slate.lines.iter().filter(|line| line.status() != LineStatus::Dropped)
}

//! DIMACS text: `c` comments, one `p` line, then `n` and `a` lines. The `p` line says which kind of problem it is;
//! this file reads `p asn`, the assignment problem, and hands `p min` on.

use std::io::BufRead;

use super::arcs::Arcs;
use super::error::FormatError;
use super::text::{Text, Words, shown};
use super::{Matching, flow};

/// What the `p` line declares.
pub(super) struct Declared {
    /// Nodes are numbered from 1 to this.
    pub(super) nodes: u32,
    pub(super) arcs: u32,
}

/// Reads up to the `p` line and then what it announces.
pub(super) fn read(mut text: Text<impl BufRead>) -> Result<Matching, FormatError> {
    const FORM: &str = "start with `p asn NODES ARCS` or `p min NODES ARCS`; see FORMAT.md";
    let length = text.length;
    while let Some(mut words) = text.next_line()? {
        match words.word() {
            b"c" => continue,
            b"p" => {}
            word => return Err(words.fault(format!("{:?} comes before the p line", shown(word)), FORM)),
        }
        let kind = words.word();
        return match kind {
            b"asn" => {
                let declared = declared(words, length, "p asn NODES ARCS")?;
                assignment(text, &declared)
            }
            b"min" => {
                let declared = declared(words, length, "p min NODES ARCS")?;
                flow::read(text, &declared)
            }
            _ => Err(words.fault(format!("problem {:?} is not one that is read here", shown(kind)), FORM)),
        };
    }
    Err(text.whole("has no p line", FORM))
}

fn declared(mut words: Words<'_>, length: u64, form: &str) -> Result<Declared, FormatError> {
    let nodes = words.count("the number of nodes")?;
    let arcs = words.count("the number of arcs")?;
    words.end(form)?;
    // Each arc takes a line of at least eight characters, and an arc names two nodes. This keeps a slip in one digit
    // from asking for all the memory there is.
    let most = (length / 8).max(1_000);
    if u64::from(arcs) > most || u64::from(nodes) > 2 * most {
        let what = format!("{nodes} nodes and {arcs} arcs are declared, but the file has only {length} bytes");
        return Err(words.fault(what, "correct the p line, or complete the file"));
    }
    Ok(Declared { nodes, arcs })
}

impl Declared {
    /// The next word as a node's number.
    pub(super) fn node(&self, words: &mut Words<'_>, what: &str) -> Result<u32, FormatError> {
        let node = words.count(what)?;
        if node == 0 || node > self.nodes {
            let what = format!("{what} is node {node}, which does not exist");
            return Err(words.fault(what, format!("nodes are numbered from 1 to {}, as the p line says", self.nodes)));
        }
        Ok(node)
    }

    /// Whether as many arcs came as were declared.
    pub(super) fn complete(&self, found: u32, text: &Text<impl BufRead>) -> Result<(), FormatError> {
        if found == self.arcs {
            return Ok(());
        }
        let what = format!("the p line declares {} arcs, {found} are there", self.arcs);
        Err(text.whole(what, "complete the file, or correct the p line"))
    }
}

/// Sources are people, all other nodes positions.
fn assignment(mut text: Text<impl BufRead>, declared: &Declared) -> Result<Matching, FormatError> {
    let mut sides = Sides { person: vec![NONE; declared.nodes as usize + 1], people: Vec::new() };
    // Settled at the first arc, when the sources are all known.
    let mut settled: Option<Positions> = None;
    let mut arcs = Arcs::default();
    let mut found = 0;
    while let Some(mut words) = text.next_line()? {
        match words.word() {
            b"a" => {
                if settled.is_none() {
                    let positions = sides.positions();
                    arcs = Arcs::new(sides.people.len(), positions.nodes.len())
                        .map_err(|error| words.fault(error.to_string(), "use fewer nodes"))?;
                    settled = Some(positions);
                }
                let Some(positions) = &settled else { continue };
                let from = declared.node(&mut words, "the arc's start")?;
                let to = declared.node(&mut words, "the arc's end")?;
                let cost = words.number("the arc's cost")?;
                words.end("a FROM TO COST")?;
                let (person, position) = (sides.person[from as usize], positions.index[to as usize]);
                if person == NONE || position == NONE {
                    let what = match person {
                        NONE => format!("the arc starts at node {from}, which no n line makes a source"),
                        _ => format!("the arc ends at node {to}, which an n line makes a source"),
                    };
                    return Err(words.fault(what, "arcs lead from a source (n line) to a node that is none"));
                }
                arcs.push(person, position, cost);
                found += 1;
            }
            b"c" => {}
            b"n" => {
                let node = declared.node(&mut words, "the source")?;
                words.end("n NODE")?;
                if settled.is_some() {
                    return Err(words.fault("a source comes after the first arc", "put all n lines before the a lines"));
                }
                if sides.person[node as usize] != NONE {
                    return Err(words.fault(format!("node {node} is a source already"), "drop one of its n lines"));
                }
                sides.person[node as usize] = sides.people.len() as u32;
                sides.people.push(node);
            }
            b"p" => return Err(words.fault("there is a second p line", "one file holds one problem")),
            word => {
                let what = format!("a line starts with {:?}", shown(word));
                return Err(words.fault(what, "lines start with c, p, n or a"));
            }
        }
    }
    declared.complete(found, &text)?;
    let positions = settled.unwrap_or_else(|| sides.positions()).nodes;
    if found == 0 {
        arcs = Arcs::new(sides.people.len(), positions.len())
            .map_err(|error| text.whole(error.to_string(), "use fewer nodes"))?;
    }
    Ok(Matching { people: sides.people, positions, arcs })
}

/// Not on this side.
const NONE: u32 = u32::MAX;

/// Which nodes are people.
struct Sides {
    /// Per node, which person it is.
    person: Vec<u32>,
    people: Vec<u32>,
}

/// Which nodes are positions.
struct Positions {
    /// Per node, which position it is.
    index: Vec<u32>,
    nodes: Vec<u32>,
}

impl Sides {
    fn positions(&self) -> Positions {
        let mut positions = Positions { index: vec![NONE; self.person.len()], nodes: Vec::new() };
        for node in 1..self.person.len() {
            if self.person[node] == NONE {
                positions.index[node] = positions.nodes.len() as u32;
                positions.nodes.push(node as u32);
            }
        }
        positions
    }
}

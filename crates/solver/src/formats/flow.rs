//! `p min`, a minimum-cost flow, where it is an assignment: every arc leads from a node that supplies to a node that
//! demands, and none is held back by its capacity. Supplies and demands above one stand for that many people or
//! positions who are alike.

use std::io::BufRead;

use super::Matching;
use super::arcs::Arcs;
use super::dimacs::Declared;
use super::error::FormatError;
use super::text::{Text, Words, shown};

/// How many pairs supplies and demands above one may grow into.
const MOST_PAIRS: u64 = 50_000_000;

/// Where a node's people or positions begin, and how many they are.
#[derive(Clone, Copy, Default)]
struct Node {
    /// Positive supplies, negative demands, as the file says.
    flow: i64,
    first: u32,
}

pub(super) fn read(mut text: Text<impl BufRead>, declared: &Declared) -> Result<Matching, FormatError> {
    let mut nodes = vec![Node::default(); declared.nodes as usize + 1];
    let mut stated = vec![false; nodes.len()];
    let (mut people, mut positions) = (Vec::new(), Vec::new());
    let mut arcs = Arcs::default();
    let (mut found, mut pairs) = (0, 0);
    while let Some(mut words) = text.next_line()? {
        match words.word() {
            b"a" => {
                let (from, to, cost) = arc(&mut words, declared, &nodes)?;
                if found == 0 {
                    arcs = Arcs::new(people.len(), positions.len())
                        .map_err(|error| words.fault(error.to_string(), "use fewer nodes"))?;
                }
                pairs += from.flow.unsigned_abs() * to.flow.unsigned_abs();
                if pairs > MOST_PAIRS {
                    let what = format!("supplies and demands above one make more than {MOST_PAIRS} pairs");
                    return Err(words.fault(what, "use a solver for flows"));
                }
                for person in from.first..from.first + from.flow as u32 {
                    for position in to.first..to.first + to.flow.unsigned_abs() as u32 {
                        arcs.push(person, position, cost);
                    }
                }
                found += 1;
            }
            b"c" => {}
            b"n" => {
                let node = declared.node(&mut words, "the node")?;
                let flow = words.number("the node's flow")?;
                words.end("n NODE FLOW")?;
                if found > 0 {
                    return Err(words.fault("an n line comes after the first arc", "put all n lines first"));
                }
                if std::mem::replace(&mut stated[node as usize], true) {
                    return Err(words.fault(format!("node {node} has an n line already"), "drop one of them"));
                }
                let side = if flow > 0 { &mut people } else { &mut positions };
                let first = side.len() as u32;
                let many = flow.unsigned_abs();
                if side.len() as u64 + many > MOST_PAIRS {
                    let what = format!("supplies or demands add up to more than {MOST_PAIRS}");
                    return Err(words.fault(what, "use a solver for flows"));
                }
                side.extend(std::iter::repeat_n(node, many as usize));
                nodes[node as usize] = Node { flow, first };
            }
            b"p" => return Err(words.fault("there is a second p line", "one file holds one problem")),
            word => {
                let what = format!("a line starts with {:?}", shown(word));
                return Err(words.fault(what, "lines start with c, p, n or a"));
            }
        }
    }
    declared.complete(found, &text)?;
    Ok(Matching { people, positions, arcs })
}

/// The two ends and the cost of an arc, if it can stand in an assignment.
fn arc(words: &mut Words<'_>, declared: &Declared, nodes: &[Node]) -> Result<(Node, Node, i64), FormatError> {
    const ARCS: &str = "in an assignment every arc leads from a node with a supply to one with a demand";
    let start = declared.node(words, "the arc's start")?;
    let end = declared.node(words, "the arc's end")?;
    let low = words.number("the arc's lower bound")?;
    let capacity = words.number("the arc's capacity")?;
    let cost = words.number("the arc's cost")?;
    words.end("a FROM TO LOW CAPACITY COST")?;
    let (from, to) = (nodes[start as usize], nodes[end as usize]);
    if from.flow <= 0 {
        let what = format!("not an assignment: the arc starts at node {start}, which supplies nothing");
        return Err(words.fault(what, ARCS));
    }
    if to.flow >= 0 {
        let what = format!("not an assignment: the arc ends at node {end}, which demands nothing");
        return Err(words.fault(what, ARCS));
    }
    if low != 0 {
        let what = format!("not an assignment: the arc must carry at least {low}");
        return Err(words.fault(what, "let lower bounds be 0, or force the pair in the JSON form (FORMAT.md)"));
    }
    let most = from.flow.min(-to.flow);
    if capacity < most {
        let what = format!("not an assignment: the arc carries at most {capacity} of {most} that it could");
        return Err(words.fault(what, format!("let its capacity be {most} or more, or leave the arc out")));
    }
    Ok((from, to, cost))
}

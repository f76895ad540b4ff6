//! A square matrix of costs as OR-Library has it: the size, then the costs row by row, broken into lines anyhow.

use std::io::BufRead;

use super::Matching;
use super::arcs::Arcs;
use super::error::FormatError;
use super::text::Text;

pub(super) fn read(mut text: Text<impl BufRead>) -> Result<Matching, FormatError> {
    let mut size = None;
    let mut arcs = Arcs::default();
    let length = text.length;
    while let Some(mut words) = text.next_line()? {
        if size.is_none() {
            let given = words.count("the size of the matrix")?;
            // Each cost takes at least two characters, and the size must not ask for more than the file can hold.
            if u64::from(given) * u64::from(given) > length / 2 + 1 || given > 60_000 {
                let what = format!("a matrix of {given} rows and columns needs {} costs", u64::from(given).pow(2));
                return Err(words.fault(what, format!("the file has only {length} bytes: correct it or complete it")));
            }
            size = Some(given);
            arcs = Arcs::new(given as usize, given as usize)
                .map_err(|error| words.fault(error.to_string(), "use a smaller matrix"))?;
        }
        let size = size.unwrap_or(0);
        while !words.clone().word().is_empty() {
            let cost = words.number("a cost")?;
            let at = arcs.len() as u64;
            if at >= u64::from(size).pow(2) {
                let what =
                    format!("there are more costs than the {} of a matrix of size {size}", u64::from(size).pow(2));
                return Err(words.fault(what, "the file holds the size, then that many rows of that many costs"));
            }
            arcs.push((at / u64::from(size)) as u32, (at % u64::from(size)) as u32, cost);
        }
    }
    let size = size.unwrap_or(0);
    if arcs.len() as u64 != u64::from(size).pow(2) {
        let what =
            format!("there are {} costs where a matrix of size {size} has {}", arcs.len(), u64::from(size).pow(2));
        return Err(text.whole(what, "complete the file, or correct the size in its first line"));
    }
    Ok(Matching { people: (1..=size).collect(), positions: (1..=size).collect(), arcs })
}

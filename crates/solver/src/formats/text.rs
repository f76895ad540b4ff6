//! Lines and numbers out of a stream of bytes, without a string for either.

use std::io::BufRead;

use super::error::FormatError;

/// A text read line by line.
pub(super) struct Text<R> {
    stream: R,
    pub(super) name: String,
    /// Bytes of the whole text, or `u64::MAX` if not known.
    pub(super) length: u64,
    /// Of the line read last, from 1.
    pub(super) line: u64,
    buffer: Vec<u8>,
}

impl<R: BufRead> Text<R> {
    pub(super) fn new(stream: R, name: &str, length: u64) -> Text<R> {
        Text { stream, name: name.to_owned(), length, line: 0, buffer: Vec::new() }
    }

    /// The next line that is not blank, as words, or nothing at the end.
    pub(super) fn next_line(&mut self) -> Result<Option<Words<'_>>, FormatError> {
        loop {
            self.buffer.clear();
            let read = self.stream.read_until(b'\n', &mut self.buffer);
            if read.map_err(|error| FormatError::unreadable(&self.name, &error))? == 0 {
                return Ok(None);
            }
            self.line += 1;
            if self.buffer.iter().any(|byte| !byte.is_ascii_whitespace()) {
                break;
            }
        }
        Ok(Some(Words { rest: &self.buffer, name: &self.name, line: self.line }))
    }

    /// A fault of the text as a whole.
    pub(super) fn whole(&self, what: impl Into<String>, mend: impl Into<String>) -> FormatError {
        FormatError::whole(&self.name, what, mend)
    }
}

/// The words of one line that are still to be read.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    rest: &'a [u8],
    name: &'a str,
    line: u64,
}

impl<'a> Words<'a> {
    /// The next word, empty at the end of the line.
    pub(super) fn word(&mut self) -> &'a [u8] {
        let start = self.rest.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(self.rest.len());
        let rest = &self.rest[start..];
        let end = rest.iter().position(u8::is_ascii_whitespace).unwrap_or(rest.len());
        self.rest = &rest[end..];
        &rest[..end]
    }

    /// The next word as a whole number.
    pub(super) fn number(&mut self, what: &str) -> Result<i64, FormatError> {
        let word = self.word();
        parse(word).ok_or_else(|| match word {
            [] => self.fault(format!("{what} is missing"), "add it at the end of the line"),
            _ => self.fault(
                format!("{what} is {:?}, which is not a whole number", shown(word)),
                "write a whole number within 64 bits; costs that are not whole must be scaled",
            ),
        })
    }

    /// The next word as a whole number from 0 up to what an index can hold.
    pub(super) fn count(&mut self, what: &str) -> Result<u32, FormatError> {
        let number = self.number(what)?;
        u32::try_from(number).ok().filter(|&number| number < u32::MAX - 2).ok_or_else(|| {
            self.fault(format!("{what} is {number}"), format!("write a number from 0 to {}", u32::MAX - 3))
        })
    }

    /// Refuses words that are left over.
    pub(super) fn end(mut self, shape: &str) -> Result<(), FormatError> {
        match self.word() {
            [] => Ok(()),
            word => {
                let what = format!("{:?} is one word too many", shown(word));
                Err(self.fault(what, format!("the line has the form {shape}")))
            }
        }
    }

    /// A fault in this line.
    pub(super) fn fault(&self, what: impl Into<String>, mend: impl Into<String>) -> FormatError {
        FormatError::in_line(self.name, self.line, what, mend)
    }
}

/// A word as it stands in a message: at most 40 characters of it.
pub(super) fn shown(word: &[u8]) -> String {
    let text: String = String::from_utf8_lossy(word).chars().take(40).collect();
    if word.len() > 40 { text + "…" } else { text }
}

fn parse(word: &[u8]) -> Option<i64> {
    let (negative, digits) = match word {
        [b'-', digits @ ..] => (true, digits),
        [b'+', digits @ ..] => (false, digits),
        digits => (false, digits),
    };
    if digits.is_empty() {
        return None;
    }
    let mut value = 0_i64;
    for &digit in digits {
        let digit = i64::from(digit.wrapping_sub(b'0'));
        if digit > 9 {
            return None;
        }
        // Downwards, because there is one more negative number than positive ones.
        value = value.checked_mul(10)?.checked_sub(digit)?;
    }
    if negative { Some(value) } else { value.checked_neg() }
}

#[cfg(test)]
mod tests {
    use super::parse;

    #[test]
    fn numbers_are_read_to_the_ends_of_their_range() {
        for (word, value) in [
            ("0", Some(0)),
            ("-0", Some(0)),
            ("+17", Some(17)),
            ("9223372036854775807", Some(i64::MAX)),
            ("-9223372036854775808", Some(i64::MIN)),
            ("9223372036854775808", None),
            ("-9223372036854775809", None),
            ("", None),
            ("-", None),
            ("1.5", None),
            ("12a", None),
        ] {
            assert_eq!(parse(word.as_bytes()), value, "{word}");
        }
    }
}

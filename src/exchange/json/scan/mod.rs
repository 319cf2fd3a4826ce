//! One pass over the bytes of a JSON text: its form, depth, repeated keys, lengths of texts. Knows nothing of projects.

mod leaf;

use crate::exchange::limits::DEPTH;
use crate::exchange::refusal::Fault;
use std::borrow::Cow;
use std::ops::Range;

/// Why the scan cannot go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// The text ends too early.
    End,
    /// Something else should stand here.
    Wanted(&'static str),
    /// Too many levels.
    TooDeep,
    /// Too many changes or records.
    TooMany,
    /// What was looked for is found.
    Found,
}

/// A step of the way to a value.
#[derive(Debug, Clone, Copy)]
enum PathPart<'a> {
    Key(&'a str),
    Index(usize),
}

/// A fault at a byte.
#[derive(Debug)]
pub(super) struct FaultAt {
    pub(super) at: usize,
    pub(super) path: String,
    pub(super) fault: Fault,
}

/// A text as it stands in the file, without its quotes.
#[derive(Debug, Clone, Copy)]
pub(super) struct RawText<'a> {
    raw: &'a str,
    is_escaped: bool,
}

impl<'a> RawText<'a> {
    /// Its text with escapes resolved.
    pub(super) fn plain(self) -> Cow<'a, str> {
        if !self.is_escaped {
            return Cow::Borrowed(self.raw);
        }
        // Half characters were reported; the raw form still tells two such keys apart.
        serde_json::from_str::<String>(&format!("\"{}\"", self.raw))
            .map_or(Cow::Borrowed(self.raw), Cow::Owned)
    }
}

/// The scan of one text. Objects and lists are walked with a closure per element, which must consume that element.
pub(super) struct Scanner<'a> {
    text: &'a str,
    pub(super) at: usize,
    depth: usize,
    path: Vec<PathPart<'a>>,
    pub(super) faults: Vec<FaultAt>,
    pub(super) fault_count: usize,
}

type Walked = Result<(), Stop>;

impl<'a> Scanner<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Self {
            text,
            at: 0,
            depth: 0,
            path: Vec::new(),
            faults: Vec::new(),
            fault_count: 0,
        }
    }

    /// Notes a fault and goes on; past a cap it is only counted.
    pub(super) fn note(&mut self, at: usize, fault: Fault) {
        self.fault_count += 1;
        if self.faults.len() < crate::exchange::limits::FINDINGS {
            self.faults.push(FaultAt {
                at,
                path: self.path(),
                fault,
            });
        }
    }

    /// The way to the value being read.
    pub(super) fn path(&self) -> String {
        use std::fmt::Write;
        let mut out = String::new();
        for step in &self.path {
            let _ = match step {
                PathPart::Key(key) if out.is_empty() => write!(out, "{}", short(key)),
                PathPart::Key(key) => write!(out, ".{}", short(key)),
                PathPart::Index(at) => write!(out, "[{at}]"),
            };
        }
        out
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Goes to the next byte that is no blank, and shows it.
    pub(super) fn next(&mut self) -> Result<u8, Stop> {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.byte() {
            self.at += 1;
        }
        self.byte().ok_or(Stop::End)
    }

    /// Only blanks may follow.
    pub(super) fn end(&mut self) -> Walked {
        match self.next() {
            Err(Stop::End) => Ok(()),
            _ => Err(Stop::Wanted("nothing after the closing brace")),
        }
    }

    fn take(&mut self, byte: u8, wanted: &'static str) -> Walked {
        if self.next()? != byte {
            return Err(Stop::Wanted(wanted));
        }
        self.at += 1;
        Ok(())
    }

    fn enter(&mut self) -> Walked {
        self.depth += 1;
        if self.depth > DEPTH {
            Err(Stop::TooDeep)
        } else {
            Ok(())
        }
    }

    /// Any value; returns where it stands.
    pub(super) fn value(&mut self) -> Result<Range<usize>, Stop> {
        let first = self.next()?;
        let from = self.at;
        match first {
            b'{' => self.object(&mut |scan, _| scan.value().map(drop))?,
            b'[' => self.array(&mut |scan, _| scan.value().map(drop))?,
            b'"' => drop(self.string()?),
            b't' => self.word("true")?,
            b'f' => self.word("false")?,
            b'n' => self.word("null")?,
            b'-' | b'0'..=b'9' => self.number()?,
            _ => return Err(Stop::Wanted("a value")),
        }
        Ok(from..self.at)
    }

    /// An object; `each` reads the value of each key.
    pub(super) fn object(&mut self, each: &mut dyn FnMut(&mut Self, &str) -> Walked) -> Walked {
        self.take(b'{', "an object")?;
        self.enter()?;
        let mut keys: Vec<(Cow<'a, str>, usize)> = Vec::new();
        if self.next()? != b'}' {
            loop {
                if self.next()? != b'"' {
                    return Err(Stop::Wanted("a key in quotes"));
                }
                let at = self.at;
                let raw = self.string()?;
                self.path.push(PathPart::Key(raw.raw));
                self.take(b':', "a colon after the key")?;
                let key = raw.plain();
                each(self, &key)?;
                self.path.pop();
                keys.push((key, at));
                match self.next()? {
                    b',' => self.at += 1,
                    b'}' => break,
                    _ => return Err(Stop::Wanted("a comma or a closing brace")),
                }
            }
        }
        self.at += 1;
        self.depth -= 1;
        self.note_repeats(keys);
        Ok(())
    }

    fn note_repeats(&mut self, mut keys: Vec<(Cow<'a, str>, usize)>) {
        if keys.windows(2).all(|pair| pair[0].0 < pair[1].0) {
            return;
        }
        crate::model::sort::sort(&mut keys);
        for pair in keys.windows(2) {
            if pair[0].0 == pair[1].0 {
                self.note(pair[1].1, Fault::DuplicateKey(short(&pair[1].0)));
            }
        }
    }

    /// A list; `each` reads each element.
    pub(super) fn array(&mut self, each: &mut dyn FnMut(&mut Self, usize) -> Walked) -> Walked {
        self.take(b'[', "a list")?;
        self.enter()?;
        if self.next()? != b']' {
            for index in 0.. {
                self.next()?;
                self.path.push(PathPart::Index(index));
                each(self, index)?;
                self.path.pop();
                match self.next()? {
                    b',' => self.at += 1,
                    b']' => break,
                    _ => return Err(Stop::Wanted("a comma or a closing bracket")),
                }
            }
        }
        self.at += 1;
        self.depth -= 1;
        Ok(())
    }
}

/// The start of a key, for messages.
fn short(text: &str) -> String {
    text.chars().take(60).collect()
}

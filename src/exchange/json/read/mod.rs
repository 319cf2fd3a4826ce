//! Reads a project file: bytes → one scan → changes and header, or one refusal. Nothing is changed by reading.
//!
//! A line known to the log is recognised by its bytes or their hash and neither scanned nor parsed; a new one in
//! canonical form is parsed in one pass, without a scan before.

mod current;
mod finish;

use super::bytes;
use super::scan::{Scanner, Stop};
use crate::exchange::content::{FileChange, FileContent};
use crate::exchange::limits::{CHANGES, FIELDS, TEXT_BYTES};
use crate::exchange::refusal::{Fault, Refusal};
use crate::model::log::{Current, Slot};
use crate::model::{Change, Log};
use std::collections::BTreeMap;
use std::ops::Range;

/// Reads a file. `known` is the log of its project ([`crate::exchange::peek()`] tells which one), so that only new
/// lines are parsed.
///
/// # Errors
/// Where the file cannot be trusted as a whole; every finding of it with its place.
pub fn read(bytes: &[u8], known: Option<&Log>) -> Result<FileContent, Refusal> {
    let text = bytes::text_of(bytes)?;
    let mut reader = Reader::new(text, known);
    if let Err(stop) = reader.document() {
        return Err(reader.refusal(stop));
    }
    reader.finish()
}

/// A change read, with the byte where it begins.
pub(super) struct Read {
    pub(super) entry: FileChange,
    pub(super) at: usize,
    /// Whether it stood there in its canonical form.
    pub(super) is_canonical: bool,
}

struct Reader<'a> {
    text: &'a str,
    known: Option<&'a Log>,
    scan: Scanner<'a>,
    header: BTreeMap<String, Range<usize>>,
    changes: Vec<Read>,
    /// The last line that was known: files carry what follows it here in the same order.
    last_known: Option<Slot>,
    has_changes: bool,
    current: Option<Current>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, known: Option<&'a Log>) -> Self {
        Self {
            text,
            known,
            scan: Scanner::new(text),
            header: BTreeMap::new(),
            changes: Vec::new(),
            last_known: None,
            has_changes: false,
            current: None,
        }
    }

    fn document(&mut self) -> Result<(), Stop> {
        let mut scan = std::mem::replace(&mut self.scan, Scanner::new(""));
        let walked = scan.object(&mut |scan, key| match key {
            "changes" => self.read_changes(scan),
            "current" => self.read_current(scan),
            _ => {
                let span = scan.value()?;
                self.header.insert(key.to_owned(), span);
                Ok(())
            }
        });
        let walked = walked.and_then(|()| scan.end());
        self.scan = scan;
        walked
    }

    fn read_changes(&mut self, scan: &mut Scanner<'a>) -> Result<(), Stop> {
        self.has_changes = true;
        if scan.next()? != b'[' {
            return self.misfit(scan, Fault::BadHeader("a list of changes"));
        }
        scan.array(&mut |scan, index| {
            if index == CHANGES {
                return Err(Stop::TooMany);
            }
            let read = match self.known_line(scan).or_else(|| self.canonical_line(scan)) {
                Some(read) => Some(read),
                None => self.parse_change(scan)?,
            };
            self.changes.extend(read);
            Ok(())
        })
    }

    /// A whole line that is known needs no scan: being equal to a canonical line it is one value and a valid one.
    fn known_line(&mut self, scan: &mut Scanner<'a>) -> Option<Read> {
        let log = self.known?;
        let at = scan.at;
        let slot = match log.next_if_begins(self.last_known, &self.text[at..]) {
            Some(slot) => slot,
            None => log.find(self.whole_line(at)?)?,
        };
        self.last_known = Some(slot);
        scan.at = at + log.change(slot).line().len();
        Some(Read {
            entry: FileChange::Known(slot),
            at,
            is_canonical: true,
        })
    }

    /// A whole line in canonical form needs no scan either: its reader takes no other, and no limit but those on
    /// lengths can be passed in it.
    fn canonical_line(&self, scan: &mut Scanner<'a>) -> Option<Read> {
        let at = scan.at;
        let line = self.whole_line(at)?;
        let change = (line.len() <= TEXT_BYTES).then(|| Change::of_line(line))??;
        if change.cells.len() > FIELDS {
            return None;
        }
        scan.at = at + line.len();
        Some(Read {
            entry: FileChange::Fresh(Box::new(change), 0),
            at,
            is_canonical: true,
        })
    }

    /// The line that begins at a byte, without the comma behind it. Only what begins its line is given, so that no
    /// byte is read twice.
    fn whole_line(&self, at: usize) -> Option<&'a str> {
        let text = self.text;
        if !text[..at].trim_end_matches([' ', '\t']).ends_with('\n') {
            return None;
        }
        let rest = &text[at..];
        let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
        Some(line.trim_end_matches([' ', '\t', '\r', ',']))
    }

    fn parse_change(&self, scan: &mut Scanner<'a>) -> Result<Option<Read>, Stop> {
        let faults = scan.fault_count;
        let span = scan.value()?;
        if scan.fault_count > faults {
            return Ok(None);
        }
        let (at, text) = (span.start, &self.text[span]);
        match Change::parse(text) {
            Ok(change) if change.cells.len() > FIELDS => {
                scan.note(at, Fault::TooManyFields(change.cells.len()))
            }
            Ok(change) => {
                let is_canonical = change.line() == text;
                return Ok(Some(Read {
                    entry: FileChange::Fresh(Box::new(change), 0),
                    at,
                    is_canonical,
                }));
            }
            Err(error) => scan.note(
                at + offset_of(text, &error),
                Fault::BadChange(message_of(&error)),
            ),
        }
        Ok(None)
    }

    fn misfit(&self, scan: &mut Scanner<'a>, fault: Fault) -> Result<(), Stop> {
        scan.next()?;
        scan.note(scan.at, fault);
        scan.value().map(drop)
    }
}

/// The byte of a text at which its parser stopped.
fn offset_of(text: &str, error: &serde_json::Error) -> usize {
    let line_start = text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1))
        .map(str::len)
        .sum::<usize>();
    let mut at = (line_start + error.column().saturating_sub(1)).min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// What the parser says, without the place, which is one inside the change.
fn message_of(error: &serde_json::Error) -> String {
    let text = error.to_string();
    shown(text.split(" at line ").next().unwrap_or_default())
}

fn shown(text: &str) -> String {
    text.chars().take(160).collect()
}

//! Reads a project file: bytes → one scan → changes and header, or one refusal. Nothing is changed by reading.
//!
//! A line known to the log is recognised by its hash and neither scanned nor parsed.

use super::content::{Entry, FileContent, Warning};
use super::header::{Exported, ProjectInfo, Scope};
use super::limits::{CHANGES, FIELDS, MANY_CHANGES};
use super::looks;
use super::refusal::{Fault, Finding, Looks, Refusal};
use super::scan::{FaultAt, Scanner, Stop};
use super::settle::{self, Settled};
use super::{outside, steps, sum};
use crate::model::log::Current;
use crate::model::{Change, FieldKey, Log, RecordId, Value, sort};
use serde_json::Value as Json;
use std::collections::BTreeMap;
use std::ops::Range;

/// Reads a file. `known` is the log of its project ([`super::peek()`] tells which one), so that only new lines are parsed.
///
/// # Errors
/// Where the file cannot be trusted as a whole; every finding of it with its place.
pub fn read(bytes: &[u8], known: Option<&Log>) -> Result<FileContent, Refusal> {
    let text = looks::text_of(bytes)?;
    let mut reader = Reader::new(text, known);
    if let Err(stop) = reader.document() {
        return Err(reader.refusal(stop));
    }
    reader.finish()
}

/// A change read, with the byte where it begins.
pub(super) struct Read {
    pub(super) entry: Entry,
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
    has_changes: bool,
    current: Option<Current>,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str, known: Option<&'a Log>) -> Self {
        Self { text, known, scan: Scanner::new(text), header: BTreeMap::new(), changes: Vec::new(), has_changes: false, current: None }
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
            let read = match self.known_line(scan) {
                Some(read) => Some(read),
                None => self.parse_change(scan)?,
            };
            self.changes.extend(read);
            Ok(())
        })
    }

    /// A whole line that is known needs no scan: being equal to a canonical line it is one value and a valid one.
    fn known_line(&self, scan: &mut Scanner<'a>) -> Option<Read> {
        let log = self.known?;
        let at = scan.at;
        // Only what begins its line is tried, so that no byte is hashed twice.
        let is_line_start = self.text[..at].trim_end_matches([' ', '\t']).ends_with('\n');
        if !is_line_start {
            return None;
        }
        let rest = &self.text[at..];
        let line = rest[..rest.find('\n').unwrap_or(rest.len())].trim_end_matches([' ', '\t', '\r', ',']);
        let slot = log.find(line)?;
        scan.at = at + line.len();
        Some(Read { entry: Entry::Known(slot), at, is_canonical: true })
    }

    fn parse_change(&self, scan: &mut Scanner<'a>) -> Result<Option<Read>, Stop> {
        let faults = scan.fault_count;
        let span = scan.value()?;
        if scan.fault_count > faults {
            return Ok(None);
        }
        let (at, text) = (span.start, &self.text[span]);
        match Change::parse(text) {
            Ok(change) if change.cells.len() > FIELDS => scan.note(at, Fault::TooManyFields(change.cells.len())),
            Ok(change) => {
                let is_canonical = change.line() == text;
                return Ok(Some(Read { entry: Entry::Fresh(Box::new(change), 0), at, is_canonical }));
            }
            Err(error) => scan.note(at + offset_of(text, &error), Fault::BadChange(message_of(&error))),
        }
        Ok(None)
    }

    fn read_current(&mut self, scan: &mut Scanner<'a>) -> Result<(), Stop> {
        if scan.next()? != b'{' {
            return self.misfit(scan, Fault::BadHeader("an object of records under current"));
        }
        let text = self.text;
        let mut current = Current::new();
        let mut count = 0usize;
        scan.object(&mut |scan, record| {
            count += 1;
            if count > CHANGES {
                return Err(Stop::TooMany);
            }
            let Ok(record_id) = record.parse::<RecordId>() else {
                scan.note(scan.at, Fault::BadCurrent(shown(record)));
                return scan.value().map(drop);
            };
            if scan.next()? != b'{' {
                scan.note(scan.at, Fault::BadCurrent("an object of fields is wanted".to_owned()));
                return scan.value().map(drop);
            }
            let at = scan.at;
            let mut fields: BTreeMap<FieldKey, Value> = BTreeMap::new();
            scan.object(&mut |scan, key| {
                let faults = scan.fault_count;
                let span = scan.value()?;
                let start = span.start;
                match (key.parse::<FieldKey>(), serde_json::from_str::<Value>(&text[span])) {
                    (Ok(key), Ok(value)) => drop(fields.insert(key, value)),
                    (Err(error), _) => scan.note(start, Fault::BadCurrent(error.to_string())),
                    (_, Err(error)) if scan.fault_count == faults => scan.note(start, Fault::BadCurrent(message_of(&error))),
                    _ => {}
                }
                Ok(())
            })?;
            if fields.len() > FIELDS {
                scan.note(at, Fault::TooManyFields(fields.len()));
            }
            current.insert(record_id, fields);
            Ok(())
        })?;
        self.current = Some(current);
        Ok(())
    }

    fn misfit(&self, scan: &mut Scanner<'a>, fault: Fault) -> Result<(), Stop> {
        scan.next()?;
        scan.note(scan.at, fault);
        scan.value().map(drop)
    }

    /// The value of a header key, where it is valid by itself.
    fn json(&self, key: &str) -> Option<Json> {
        self.header.get(key).and_then(|span| serde_json::from_str(&self.text[span.clone()]).ok())
    }

    /// What a text that is no JSON document to the end says about itself.
    fn refusal(&self, stop: Stop) -> Refusal {
        if let Some(newer) = self.version().filter(|version| *version > steps::VERSION) {
            return Refusal::Newer(newer);
        }
        if !looks::was_ours(self.text) {
            return Refusal::NotOurs(Looks::Text);
        }
        let at = if stop == Stop::End { self.text.len() } else { self.scan.at };
        let place = looks::place_of(self.text, at, &self.scan.path());
        match stop {
            Stop::End | Stop::Found => Refusal::CutOff(place),
            Stop::TooDeep => Refusal::TooDeep(place),
            Stop::TooMany => Refusal::Faulty { findings: vec![Finding { place, fault: Fault::TooMany }], count: 1 },
            Stop::Wanted(wanted) => Refusal::Damaged { place, wanted },
        }
    }

    fn version(&self) -> Option<u64> {
        self.json("version").and_then(|json| json.as_u64())
    }

    fn finish(mut self) -> Result<FileContent, Refusal> {
        if self.json("format").is_none_or(|format| format != "hepai-project") {
            return Err(Refusal::NotOurs(Looks::OtherJson));
        }
        let version = self.version();
        steps::check(version.unwrap_or_default())?;
        let project = self.project();
        if version.is_none_or(|version| version == 0) {
            self.note_header("version", Fault::BadHeader("a version from 1 on"));
        }
        if self.current.is_none() && !self.has_changes {
            self.note_header("", Fault::BadHeader("changes or current"));
        }
        let project = match project {
            Ok(project) if self.scan.fault_count == 0 => project,
            Ok(_) => return Err(self.faulty()),
            Err(fault) => {
                self.note_header("project", fault);
                return Err(self.faulty());
            }
        };
        let sums = self.json("sum").unwrap_or_default();
        let exported = self.json("exported").map(|json| Exported::read(&json)).unwrap_or_default();
        let scope = Scope::read(self.json("scope").as_ref());
        let app = self.json("app").and_then(|json| json.as_str().map(str::to_owned)).unwrap_or_default();
        let changes = std::mem::take(&mut self.changes);
        let Settled { entries, sum: found, suspicious } = settle::settle(changes, self.text, self.known, version.unwrap_or(1));
        if let Some(count) = settle::too_many_fields(&entries) {
            self.scan.note(0, Fault::TooManyFields(count));
            return Err(self.faulty());
        }
        let mut warnings = Vec::new();
        if sums["changes"].as_str().is_some_and(|told| told != found) {
            warnings.push(Warning::ChangesDiffer(suspicious));
        }
        let mut edit = Vec::new();
        if let Some(current) = &self.current {
            let changes: Vec<&Change> = entries.iter().filter_map(|entry| entry.change(self.known)).collect();
            edit = outside::edit(&changes, current);
            if sums["current"].as_str().is_some_and(|told| told != sum::of_current(current)) {
                let places = edit.iter().flat_map(|change| change.cells.iter().map(|cell| (change.record.clone(), cell.key.clone())));
                warnings.push(Warning::CurrentDiffers(places.collect()));
            }
        }
        if entries.len() >= MANY_CHANGES {
            warnings.push(Warning::Many(entries.len()));
        }
        Ok(FileContent { project, app, exported, scope, entries, outside: edit, warnings })
    }

    fn project(&self) -> Result<ProjectInfo, Fault> {
        ProjectInfo::read(&self.json("project").unwrap_or_default())
    }

    fn note_header(&mut self, key: &str, fault: Fault) {
        let at = self.header.get(key).map_or(0, |span| span.start);
        self.scan.fault_count += 1;
        self.scan.faults.push(FaultAt { at, path: key.to_owned(), fault });
    }

    fn faulty(&mut self) -> Refusal {
        let mut faults = std::mem::take(&mut self.scan.faults);
        sort::sort_by(&mut faults, |a, b| a.at.cmp(&b.at));
        let text = self.text;
        let finding = |fault: FaultAt| Finding { place: looks::place_of(text, fault.at, &fault.path), fault: fault.fault };
        Refusal::Faulty { findings: faults.into_iter().map(finding).collect(), count: self.scan.fault_count }
    }
}

/// The byte of a text at which its parser stopped.
fn offset_of(text: &str, error: &serde_json::Error) -> usize {
    let line_start = text.split_inclusive('\n').take(error.line().saturating_sub(1)).map(str::len).sum::<usize>();
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

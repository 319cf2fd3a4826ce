//! The end of reading: the header, the sums, the outside edit, or the refusal.

use super::Reader;
use crate::exchange::content::{FileChange, FileContent, Warning};
use crate::exchange::json::header::{ProjectInfo, Scope};
use crate::exchange::json::scan::{FaultAt, Stop};
use crate::exchange::json::settle::{self, Settled};
use crate::exchange::json::{bytes, outside_edit, sum, versions};
use crate::exchange::limits::MANY_CHANGES;
use crate::exchange::refusal::{Fault, Looks, PlacedFault, Refusal};
use crate::model::{Change, sort};
use serde_json::Value as Json;

impl Reader<'_> {
    /// The value of a header key, where it is valid by itself.
    fn json(&self, key: &str) -> Option<Json> {
        self.header
            .get(key)
            .and_then(|span| serde_json::from_str(&self.text[span.clone()]).ok())
    }

    /// What a text that is no JSON document to the end says about itself.
    pub(super) fn refusal(&self, stop: Stop) -> Refusal {
        if let Some(newer) = self
            .version()
            .filter(|version| *version > versions::VERSION)
        {
            return Refusal::Newer(newer);
        }
        if !bytes::was_ours(self.text) {
            return Refusal::NotOurs(Looks::Text);
        }
        let at = if stop == Stop::End {
            self.text.len()
        } else {
            self.scan.at
        };
        let place = bytes::place_of(self.text, at, &self.scan.path());
        match stop {
            Stop::End | Stop::Found => Refusal::CutOff(place),
            Stop::TooDeep => Refusal::TooDeep(place),
            Stop::TooMany => Refusal::Faulty {
                findings: vec![PlacedFault {
                    place,
                    fault: Fault::TooMany,
                }],
                count: 1,
            },
            Stop::Wanted(wanted) => Refusal::Damaged { place, wanted },
        }
    }

    fn version(&self) -> Option<u64> {
        self.json("version").and_then(|json| json.as_u64())
    }

    pub(super) fn finish(mut self) -> Result<FileContent, Refusal> {
        let (project, version) = self.checked()?;
        let sums = self.json("sum").unwrap_or_default();
        let changes = std::mem::take(&mut self.changes);
        let Settled {
            entries,
            sum: found,
            suspicious,
        } = settle::settle(changes, self.text, self.known, version);
        if let Some(count) = settle::too_many_fields(&entries) {
            self.scan.note(0, Fault::TooManyFields(count));
            return Err(self.faulty());
        }
        let mut warnings = Vec::new();
        if sums["changes"].as_str().is_some_and(|told| told != found) {
            warnings.push(Warning::ChangesDiffer(suspicious));
        }
        let outside = self.outside(&entries);
        warnings.extend(self.current_differs(&sums, &outside));
        if entries.len() >= MANY_CHANGES {
            warnings.push(Warning::Many(entries.len()));
        }
        let envelope = self.header.get("exported");
        let envelope = envelope.map(|span| serde_json::from_str(&self.text[span.clone()]));
        let app = self.json("app");
        let app = app.and_then(|json| json.as_str().map(str::to_owned));
        Ok(FileContent {
            project,
            app: app.unwrap_or_default(),
            envelope: envelope.and_then(Result::ok).unwrap_or_default(),
            scope: Scope::read(self.json("scope").as_ref()),
            entries,
            outside,
            warnings,
        })
    }

    /// The project and the version of a file of ours, if nothing was found wrong in all of it.
    fn checked(&mut self) -> Result<(ProjectInfo, u64), Refusal> {
        if self
            .json("format")
            .is_none_or(|format| format != "hepai-project")
        {
            return Err(Refusal::NotOurs(Looks::OtherJson));
        }
        let version = self.version();
        versions::check(version.unwrap_or_default())?;
        let project = self.project();
        if version.is_none_or(|version| version == 0) {
            self.note_header("version", Fault::BadHeader("a version from 1 on"));
        }
        if self.current.is_none() && !self.has_changes {
            self.note_header("", Fault::BadHeader("changes or current"));
        }
        match project {
            Ok(project) if self.scan.fault_count == 0 => Ok((project, version.unwrap_or(1))),
            Ok(_) => Err(self.faulty()),
            Err(fault) => {
                self.note_header("project", fault);
                Err(self.faulty())
            }
        }
    }

    /// What was changed by hand in `current`, as changes.
    fn outside(&self, entries: &[FileChange]) -> Vec<Change> {
        let Some(current) = &self.current else {
            return Vec::new();
        };
        let changes = entries.iter().filter_map(|entry| entry.change(self.known));
        outside_edit::edit(&changes.collect::<Vec<_>>(), current)
    }

    /// Where `current` is not what its sum was made of: the cells that were changed by hand.
    fn current_differs(&self, sums: &Json, outside: &[Change]) -> Option<Warning> {
        let (current, told) = (self.current.as_ref()?, sums["current"].as_str()?);
        if told == sum::of_current(current) {
            return None;
        }
        let cells = |change: &Change| {
            let record = change.record.clone();
            let keys = change.cells.iter().map(|cell| cell.key.clone());
            keys.map(move |key| (record.clone(), key))
                .collect::<Vec<_>>()
        };
        Some(Warning::CurrentDiffers(
            outside.iter().flat_map(cells).collect(),
        ))
    }

    fn project(&self) -> Result<ProjectInfo, Fault> {
        ProjectInfo::read(&self.json("project").unwrap_or_default())
    }

    fn note_header(&mut self, key: &str, fault: Fault) {
        let at = self.header.get(key).map_or(0, |span| span.start);
        self.scan.fault_count += 1;
        self.scan.faults.push(FaultAt {
            at,
            path: key.to_owned(),
            fault,
        });
    }

    fn faulty(&mut self) -> Refusal {
        let mut faults = std::mem::take(&mut self.scan.faults);
        sort::sort_by(&mut faults, |a, b| a.at.cmp(&b.at));
        let text = self.text;
        let finding = |fault: FaultAt| PlacedFault {
            place: bytes::place_of(text, fault.at, &fault.path),
            fault: fault.fault,
        };
        Refusal::Faulty {
            findings: faults.into_iter().map(finding).collect(),
            count: self.scan.fault_count,
        }
    }
}

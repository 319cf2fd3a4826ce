//! The end of reading: the header, the sums, the outside edit, or the refusal.

use super::Reader;
use crate::exchange::content::{FileContent, Warning};
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
        let project = match project {
            Ok(project) if self.scan.fault_count == 0 => project,
            Ok(_) => return Err(self.faulty()),
            Err(fault) => {
                self.note_header("project", fault);
                return Err(self.faulty());
            }
        };
        let sums = self.json("sum").unwrap_or_default();
        let exported = self.header.get("exported");
        let exported =
            exported.and_then(|span| serde_json::from_str(&self.text[span.clone()]).ok());
        let envelope = exported.unwrap_or_default();
        let scope = Scope::read(self.json("scope").as_ref());
        let app = self
            .json("app")
            .and_then(|json| json.as_str().map(str::to_owned))
            .unwrap_or_default();
        let changes = std::mem::take(&mut self.changes);
        let Settled {
            entries,
            sum: found,
            suspicious,
        } = settle::settle(changes, self.text, self.known, version.unwrap_or(1));
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
            let changes: Vec<&Change> = entries
                .iter()
                .filter_map(|entry| entry.change(self.known))
                .collect();
            edit = outside_edit::edit(&changes, current);
            if sums["current"]
                .as_str()
                .is_some_and(|told| told != sum::of_current(current))
            {
                let places = edit.iter().flat_map(|change| {
                    change
                        .cells
                        .iter()
                        .map(|cell| (change.record.clone(), cell.key.clone()))
                });
                warnings.push(Warning::CurrentDiffers(places.collect()));
            }
        }
        if entries.len() >= MANY_CHANGES {
            warnings.push(Warning::Many(entries.len()));
        }
        Ok(FileContent {
            project,
            app,
            envelope,
            scope,
            entries,
            outside: edit,
            warnings,
        })
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

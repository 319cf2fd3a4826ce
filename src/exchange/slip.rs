//! Parts of a project: the file for one department or one record, and what a recipient is not known to have.
//! Which records a department's file is about is the caller's knowledge.

use crate::model::log::{Current, OWN};
use crate::model::template::{PARENT, Schema};
use crate::model::{Change, ChangeId, FieldKey, Log, RecordId, sort};
use crate::templates::{identity, member};
use std::collections::{BTreeMap, BTreeSet};

/// Changes cut out of a log, in the one order.
pub struct Part<'a> {
    log: &'a Log,
    pub changes: Vec<&'a Change>,
    /// The records it holds whole; `None`: all of them.
    pub records: Option<BTreeSet<RecordId>>,
}

impl<'a> Part<'a> {
    /// Everything in force.
    pub fn whole(log: &'a Log) -> Self {
        Self {
            log,
            changes: log.sorted(),
            records: None,
        }
    }

    /// Everything in force but what was done to those records.
    pub fn without(log: &'a Log, left: &BTreeSet<RecordId>) -> Self {
        if left.is_empty() {
            return Self::whole(log);
        }
        let mut changes = log.sorted();
        changes.retain(|change| !left.contains(&change.record));
        let records = changes.iter().map(|change| change.record.clone());
        Self {
            log,
            records: Some(records.collect()),
            changes,
        }
    }

    /// The changes in force that a recipient who has `known` lacks.
    pub fn update(log: &'a Log, known: &BTreeSet<ChangeId>) -> Self {
        let twice = log.twice();
        let lacks = |change: &&Change| !known.contains(&change.id) || twice.contains(&change.id);
        Self {
            log,
            changes: log.sorted().into_iter().filter(lacks).collect(),
            records: Some(BTreeSet::new()),
        }
    }

    /// How many visible records of each kind it carries: told before a file is sent.
    pub fn counts(&self) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for record in self.current().keys() {
            *counts.entry(record.kind().to_owned()).or_default() += 1;
        }
        counts
    }

    /// The state that the changes of this part give by themselves, without any template.
    pub(super) fn current(&self) -> Current {
        match &self.records {
            // Keys read as one cell could make a template see another deletion than a reader without it.
            _ if reads_keys_as_one(self.log.schema()) => self.rebuilt(),
            None => self.log.current(),
            // A record's state depends on its own changes alone, and a slip holds all of them.
            Some(records) if !records.is_empty() => self
                .log
                .current()
                .into_iter()
                .filter(|(record, _)| records.contains(record))
                .collect(),
            Some(_) => self.rebuilt(),
        }
    }

    fn rebuilt(&self) -> Current {
        let mut log = Log::new(&Schema::EMPTY, 0);
        log.load(OWN, self.changes.iter().map(|change| (*change).clone()));
        log.current()
    }
}

fn reads_keys_as_one(schema: &Schema) -> bool {
    schema
        .templates
        .iter()
        .any(|template| template.fields.iter().any(|field| field.follows.is_some()))
}

/// The records with the rows under them, all their changes, and the names of the authors. `left` names kinds that
/// stay out (`contact`).
pub fn slip<'a>(log: &'a Log, records: &BTreeSet<RecordId>, left: &[String]) -> Part<'a> {
    let mut chosen = with_rows(log, records);
    chosen.retain(|record| !left.iter().any(|kind| kind == record.kind()));
    let changes: Vec<&Change> = log
        .in_force()
        .filter(|change| chosen.contains(&change.record))
        .collect();
    let mut names: BTreeSet<RecordId> = BTreeSet::new();
    for change in &changes {
        names.extend(
            [&change.author, &change.on_behalf_of]
                .into_iter()
                .flatten()
                .filter_map(|author| member(author)),
        );
        let signed = match change.author.as_deref() {
            Some(author) if member(author).is_some() => continue,
            Some(name) => identity::of_name(name),
            None => RecordId::of(&format!("{}/{}", identity::KIND, change.id.replica)),
        };
        if log
            .value(&signed, &FieldKey::of(identity::MEMBER))
            .as_text()
            .is_some()
        {
            names.extend(
                log.live(&signed, &FieldKey::of(identity::MEMBER))
                    .iter()
                    .filter_map(|write| write.value.as_text().and_then(member)),
            );
            names.insert(signed);
        }
    }
    chosen.extend(names);
    let mut changes: Vec<&Change> = log
        .in_force()
        .filter(|change| chosen.contains(&change.record))
        .collect();
    sort::sort_by(&mut changes, |a, b| a.order(b));
    Part {
        log,
        changes,
        records: Some(chosen),
    }
}

/// The records and every row that lies under one of them by any live value, deleted rows included.
fn with_rows(log: &Log, records: &BTreeSet<RecordId>) -> BTreeSet<RecordId> {
    let parent = FieldKey::of(PARENT);
    let mut rows: BTreeMap<RecordId, BTreeSet<&RecordId>> = BTreeMap::new();
    let moved = log
        .in_force()
        .filter(|change| change.cell(&parent).is_some());
    let moved: BTreeSet<&RecordId> = moved.map(|change| &change.record).collect();
    for record in moved {
        for write in log.live(record, &parent) {
            if let Some(named) = write.value.as_text().and_then(|text| text.parse().ok()) {
                rows.entry(named).or_default().insert(record);
            }
        }
    }
    let mut chosen = records.clone();
    let mut todo: Vec<RecordId> = records.iter().cloned().collect();
    while let Some(record) = todo.pop() {
        for row in rows.get(&record).into_iter().flatten() {
            if chosen.insert((*row).clone()) {
                todo.push((*row).clone());
            }
        }
    }
    chosen
}

fn member(author: &str) -> Option<RecordId> {
    author
        .parse()
        .ok()
        .filter(|record: &RecordId| record.kind() == member::KIND)
}

//! Visits to fields: what their writer saw, and what the oracle learns of a write.

use super::{DAY_MS, How, Look, Mode, Visit, World};
use crate::oracle::{Fact, FactId, Facts, Token, token};
use hepai::model::log::{OWN, Stamp, Touched, Write};
use hepai::model::{CellId, Change, FieldKey, Log, RecordId, Value};
use std::collections::{BTreeMap, BTreeSet};

impl World {
    /// Opens a field: what the log shows, and what that is by the oracle.
    pub(crate) fn look(
        &mut self,
        who: usize,
        record: &RecordId,
        key: &str,
        value: Value,
        how: How,
    ) -> Look {
        let key = FieldKey::of(key);
        let force = self.force(who);
        let person = &self.people[who];
        let reading = person.reading;
        let seen = match how {
            How::Ordinary => person.log.seen(record, &key),
            How::Whole => person.log.seen_whole(record, &key, &value),
        };
        let live = self.oracle.live(&force, reading, record, &key);
        let text = |id: &FactId| token(self.oracle.value(*id, reading, &key));
        let shown: Facts = match how {
            How::Whole => live.iter().copied().collect(),
            How::Ordinary => live
                .iter()
                .copied()
                .filter(|id| live.first().is_some_and(|first| text(first) == text(id)))
                .collect(),
        };
        let values: BTreeSet<Token> = if shown.is_empty() {
            BTreeSet::from([None])
        } else {
            shown.iter().map(|id| text(&id)).collect()
        };
        let settles = how == How::Whole
            && (key.as_str() == "deleted" && value.is_true()
                || key.as_str() == "status" && value.as_text() == Some(crate::schema::LOCKING))
            && !self
                .oracle
                .contradictions(&force, reading, record, &key)
                .is_empty();
        let differs = values != BTreeSet::from([token(&value)]);
        let unsound = self.unsound(&force);
        let is_exact = !self.oracle.is_other_versions(&force, reading, record, &key);
        let is_exact = is_exact
            && if matches!(key.as_str(), "deleted" | "status") {
                unsound.is_empty()
            } else {
                self.oracle.ops(&unsound, reading, record, &key).is_empty()
            };
        let expected = is_exact.then_some(differs || settles);
        Look {
            record: record.clone(),
            key,
            value,
            seen,
            shown,
            expected,
        }
    }

    /// The changes that forbid the oracle to be exact in their cells: lies, what names something missing, ids with
    /// two contents and what names one.
    pub(crate) fn unsound(&self, set: &Facts) -> Facts {
        let dangling = self.oracle.dangling(set);
        let is_unsound = |id: &FactId| {
            let fact = &self.oracle.facts[*id];
            fact.is_forged || fact.change.names().any(|name| dangling.contains(&name))
        };
        let mut out: Facts = set.iter().filter(is_unsound).collect();
        if self.mode != Mode::Honest {
            out.add(&self.oracle.doubtful().common(set));
        }
        out
    }

    pub(crate) fn stamp(&mut self, who: usize) -> Stamp {
        let years = self.rng.i64(-10..=10);
        let person = &self.people[who];
        Stamp {
            replica: person.replica,
            seq: person.seq + 1,
            lamport: person.log.next_lamport(),
            time: 1_772_692_200_000 + years * 365 * DAY_MS + self.next.cast_signed(),
            author: (person.name != "P0").then(|| person.name.as_str().into()),
            on_behalf_of: None,
            note: None,
        }
    }

    /// Leaves the fields: the log drafts one act, and the oracle learns what its writer knew.
    pub(crate) fn write(&mut self, who: usize, visit: &Visit) -> Vec<FactId> {
        let stamp = self.stamp(who);
        let writes = visit.looks.iter().map(|look| Write {
            record: look.record.clone(),
            key: look.key.clone(),
            value: look.value.clone(),
            seen: look.seen.clone(),
        });
        let changes = self.people[who].log.draft(writes.collect(), &stamp);
        for look in &visit.looks {
            let written = changes
                .iter()
                .find(|change| change.record == look.record)
                .and_then(|change| change.cell(&look.key));
            if let Some(expected) = look.expected {
                assert_eq!(
                    written.is_some(),
                    expected,
                    "a write equal to the only value is no change, unless it settles something: {} {}",
                    look.record,
                    look.key
                );
            }
        }
        let shown: BTreeMap<_, _> = visit
            .looks
            .iter()
            .map(|look| ((look.record.clone(), look.key.clone()), look.shown.clone()))
            .collect();
        self.append(who, changes, &visit.eyes, |record, key| {
            shown[&(record.clone(), key.clone())].clone()
        })
    }

    /// Puts changes of one's own into the log and the oracle.
    pub(crate) fn append(
        &mut self,
        who: usize,
        changes: Vec<Change>,
        eyes: &Facts,
        shown_of: impl Fn(&RecordId, &FieldKey) -> Facts,
    ) -> Vec<FactId> {
        let reading = self.people[who].reading;
        let mut made = Vec::new();
        for change in &changes {
            let mut shown = BTreeMap::new();
            let mut knew = BTreeMap::new();
            for cell in &change.cells {
                let saw = shown_of(&change.record, &cell.key);
                let mut all = saw.clone();
                saw.iter()
                    .for_each(|id| all.add(&self.oracle.knew(id, reading, &cell.key)));
                shown.insert(cell.key.clone(), saw);
                knew.insert(cell.key.clone(), all);
            }
            let read_again = Change::parse(change.line()).expect("what was written can be read");
            assert_eq!(read_again.line(), change.line());
            let id = self.oracle.record(Fact {
                change: change.clone(),
                is_forged: false,
                reading,
                shown,
                knew,
                eyes: eyes.clone(),
            });
            for cell in &change.cells {
                if let Some(text) = cell
                    .value
                    .as_text()
                    .filter(|text| text.starts_with('t') && !text.contains('/'))
                {
                    self.tokens.insert(text.to_owned(), id);
                }
            }
            made.push(id);
        }
        let person = &mut self.people[who];
        person.seq += changes.len() as u64;
        for id in &made {
            person.page.insert(*id);
            person.accepted.insert(*id);
            person
                .batches
                .get_mut(OWN)
                .expect("everybody has own edits")
                .facts
                .insert(*id);
        }
        self.watch_touched(who, |log| log.add_all(OWN, changes));
        self.count("changes", made.len());
        made
    }

    /// Whatever a change of the log does to a cell is told to the controls that show it.
    pub(crate) fn watch_touched(&mut self, who: usize, act: impl FnOnce(&mut Log) -> Touched) {
        let is_watched = self.chance(25);
        let reading = self.people[who].reading;
        let log = &mut self.people[who].log;
        if !is_watched {
            act(log);
            return;
        }
        let shown = |log: &Log| -> BTreeMap<CellId, Vec<Value>> {
            let cells = log.all_records().into_iter().flat_map(|record| {
                log.keys(&record)
                    .map(|key| (record.clone(), reading.cell(key)))
                    .collect::<Vec<_>>()
            });
            cells
                .map(|(record, key)| ((record.clone(), key.clone()), log.distinct(&record, &key)))
                .collect()
        };
        let before = shown(log);
        let touched = act(log);
        let after = shown(log);
        for place in before.keys().chain(after.keys()) {
            assert!(
                before.get(place) == after.get(place) || touched.contains(place),
                "a control was not told that its cell changed: {place:?}"
            );
        }
    }
}

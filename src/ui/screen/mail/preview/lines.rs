//! What stands in the lines of the groups: places and values in words, who wrote them, and when.

use super::answers::who_text;
use super::parts::{KNOWN, PreviewLine};
use super::shown::Shown;
use super::source::{LineSource, is_told};
use super::whose::Whose;
use crate::analysis::Suggestion;
use crate::analysis::inbox::differences::{Alternative, Provenance, before, values};
use crate::exchange::Preview;
use crate::exchange::preview::{FieldChange, PersonPreview, Signer};
use crate::model::log::ConflictPlace;
use crate::model::template::{DELETED, Label};
use crate::model::{CellId, Change, Log, RecordId};
use crate::templates::{identity, proposal};
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::mail::attribution::Said;
use crate::ui::texts;
use leptos::prelude::*;

/// How many more there are, where there are any.
fn counted(ui: Ui, label: Label, n: usize) -> Option<String> {
    (n > 0).then(|| ui.fill(label, &[("n", &n.to_string())]))
}

impl Shown {
    /// What stands in a line.
    pub(super) fn written(self, whose: &Whose<'_>, source: &LineSource) -> PreviewLine {
        let (preview, said) = (whose.preview, whose.said);
        match source {
            LineSource::Differs(at) => self.differing(preview, said, &preview.after.opened[*at]),
            LineSource::New(at, of, count) => {
                let person = &preview.people[*at];
                let signature = whose.signature(&person.who, &person.files);
                PreviewLine {
                    who: whose.signed(&person.who, signature, &person.files),
                    by: match &person.who {
                        Signer::Author(author) => Some(author.clone()),
                        Signer::Unknown(_) | Signer::Outside => None,
                    },
                    of: *count,
                    ..self.new_line(preview, said, person, &person.fields[*of])
                }
            }
            LineSource::Known(change, at) => self.known_line(preview, said, change, *at),
        }
    }

    /// A difference: where, what stood there, and each value with its writer.
    fn differing(self, preview: &Preview, said: &Said, place: &ConflictPlace) -> PreviewLine {
        let log = &preview.after.log;
        let (record, key, lang) = (&place.record, &place.key, self.ui.lang.get());
        let mut writers: Vec<String> = Vec::new();
        let (choices, more) = values(log, place);
        let value = |choice: &Alternative| {
            let mut by: Vec<String> = choice.told.iter().map(|told| signed(said, told)).collect();
            writers.extend(by.iter().cloned());
            by.extend(counted(
                self.ui,
                texts::mail::MORE_WRITERS,
                choice.more_told,
            ));
            let text = self.value(preview, record, key, &choice.value);
            format!("{text} · {}", by.join(self.ui.text(texts::mail::SEMICOLON)))
        };
        let mut values: Vec<String> = choices.iter().map(value).collect();
        values.extend(counted(self.ui, texts::mail::MORE_UNSEEN, more));
        let stood = before(log, place).map_or_else(
            || texts::NOTHING.text(lang).to_owned(),
            |(value, _)| self.value(preview, record, key, &value),
        );
        let mut all = values.into_iter();
        let (one, rest) = (all.next().unwrap_or_default(), all.collect::<Vec<_>>());
        PreviewLine {
            who: writers.join(" "),
            record: record.clone(),
            cells: vec![
                self.place(preview, record, key),
                stood,
                one,
                rest.join("\n"),
            ],
            differs: false,
            by: None,
            of: 1,
        }
    }

    fn new_line(
        self,
        preview: &Preview,
        said: &Said,
        person: &PersonPreview,
        change: &FieldChange,
    ) -> PreviewLine {
        let ui = self.ui;
        let (record, key) = (&change.record, &change.key);
        let element = self.put_in(record, key, &change.to);
        let mut to = if key.as_str() == DELETED && change.to.is_true() {
            ui.text(texts::mail::DELETION).to_owned()
        } else {
            let put_in = element.map(|label| ui.text(label).to_owned());
            put_in.unwrap_or_else(|| self.value(preview, record, key, &change.to))
        };
        let replaced = preview.replaced.iter().find(|replaced| {
            let is_this = change.items.contains(&replaced.item) && replaced.key == *key;
            is_this && replaced.who == person.who
        });
        if let Some(replaced) = replaced {
            let who = who_text(said, &replaced.by);
            let text = ui.fill(texts::mail::ALREADY_REPLACED, &[("who", &who)]);
            to = ui.fill(texts::forms::IN_BRACKETS, &[("text", &to), ("more", &text)]);
        }
        let when = Provenance {
            author: None,
            on_behalf_of: None,
            time_ms: (change.time != 0).then_some(change.time),
            note: None,
        };
        let (place, from) = match self.about(preview, record) {
            Some((target, field)) => {
                let now = |log: &Log| log.value(&target, &field);
                let now = self.session.map(|session| session.read(now));
                if key.as_str() == proposal::VALUE.name {
                    to = self.value(preview, &target, &field, &change.to);
                }
                (
                    format!(
                        "{} · {}",
                        ui.text(texts::forms::SUGGESTION),
                        self.place(preview, &target, &field)
                    ),
                    self.value(preview, &target, &field, &now.unwrap_or_default()),
                )
            }
            None if element.is_some() => (self.place(preview, record, key), String::new()),
            None => (
                self.place(preview, record, key),
                self.value(preview, record, key, &change.from),
            ),
        };
        PreviewLine {
            who: who_text(said, &person.who),
            record: record.clone(),
            cells: vec![place, from, to, said.when(&when)],
            differs: change.is_open,
            by: None,
            of: 1,
        }
    }

    /// What is here already, the latest first.
    pub(super) fn known(self, preview: &Preview) -> Vec<LineSource> {
        let Some(session) = self.session else {
            return Vec::new();
        };
        let changes = session.read(|log| preview.known_changes(log, KNOWN));
        let mut all = Vec::new();
        for change in changes.into_iter().rev() {
            for at in 0..change.cells.len() {
                if is_told(&change.record, &change.cells[at].key) {
                    all.push(LineSource::Known(Box::new(change.clone()), at));
                }
            }
        }
        all
    }

    fn known_line(self, preview: &Preview, said: &Said, change: &Change, at: usize) -> PreviewLine {
        let signer = self.session.and_then(|session| {
            let signer = |log: &Log| identity::signer(log, change);
            session.read(signer)
        });
        let told = Provenance {
            author: signer,
            on_behalf_of: change.on_behalf_of.as_deref().map(str::to_owned),
            time_ms: (change.time != 0).then_some(change.time),
            note: None,
        };
        let cell = &change.cells[at];
        let element = self.put_in(&change.record, &cell.key, &cell.value);
        let element = element.map(|label| self.ui.text(label).to_owned());
        let value = || self.value(preview, &change.record, &cell.key, &cell.value);
        PreviewLine {
            who: said.writer(&told),
            record: change.record.clone(),
            cells: vec![
                self.place(preview, &change.record, &cell.key),
                element.unwrap_or_else(value),
                said.when(&told),
            ],
            differs: false,
            by: None,
            of: 1,
        }
    }

    /// The field that a suggestion is about; nothing where the record is none.
    fn about(self, preview: &Preview, record: &RecordId) -> Option<CellId> {
        let read = |log: &Log| Suggestion::read(log, record).map(|one| (one.target, one.key));
        let is_one = record.kind() == proposal::PROPOSAL.kind;
        let here = || self.session.and_then(|session| session.read(read));
        is_one
            .then(|| read(&preview.after.log).or_else(here))
            .flatten()
    }
}

fn signed(said: &Said, told: &Provenance) -> String {
    format!("{} {}", said.writer(told), said.when(told))
}

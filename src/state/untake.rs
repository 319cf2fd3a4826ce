//! Taking an import back, and taking it again: with what was done here because of it and means nothing without it. That
//! is who was found in it to be whom, and the points of an agenda for differences that it brought.

use super::session::Session;
use crate::analysis::inbox::agenda::{self, Point};
use crate::model::log::{ConflictPlace, OWN, Write};
use crate::model::sort::gather;
use crate::model::template::DELETED;
use crate::model::{Log, RecordId, Value};
use crate::templates::agenda_item;
use std::collections::BTreeSet;

/// Who was found to be whom in an import, one fact each.
const JOINS: &str = "joins/";

impl Session {
    /// Joins authors of an import with members, and remembers that it was because of it.
    pub fn join_people_of(&self, batch: &str, joins: &[(String, RecordId)]) {
        if joins.is_empty() {
            return;
        }
        self.join_people(joins);
        if let Ok(text) = serde_json::to_string(&named(joins)) {
            self.set_fact(&format!("{JOINS}{batch}"), &text);
        }
    }

    /// Takes an import back. Returns how many of its changes stay because something builds on them.
    pub fn undo_import(&self, batch: &str) -> usize {
        let open = self.read(Log::conflicts);
        let kept = self.switch_import(batch, false);
        self.part_people(&self.joins_of(batch));
        let points = self.own_points();
        let was_open = |place: &ConflictPlace| open.binary_search(place).is_ok();
        let gone = points
            .iter()
            .filter(|point| !point.is_open && was_open(&point.place));
        let writes: Vec<Write> = gone
            .map(|point| self.agreed(&point.item, DELETED, Value::Bool(true)))
            .collect();
        self.write(writes, None);
        kept
    }

    /// Takes an import again.
    pub fn redo_import(&self, batch: &str) {
        let open = self.read(Log::conflicts);
        self.switch_import(batch, true);
        self.join_people(&self.joins_of(batch));
        let back: Vec<RecordId> = self.read(|log| {
            let opened: Vec<ConflictPlace> = log
                .conflicts()
                .into_iter()
                .filter(|place| open.binary_search(place).is_err())
                .collect();
            let items: BTreeSet<RecordId> = gather(opened.iter().map(agenda::item_of));
            let bin = log.bin(agenda_item::AGENDA_ITEM.kind).into_iter();
            bin.filter(|item| items.contains(item)).collect()
        });
        let writes: Vec<Write> = back
            .iter()
            .map(|item| self.agreed(item, DELETED, Value::Null))
            .collect();
        self.write(writes, None);
    }

    /// The points of the agendas that were written in this browser.
    fn own_points(&self) -> Vec<Point> {
        let now = self.now();
        self.read(|log| {
            let own = log
                .of_batch(OWN)
                .into_iter()
                .map(|slot| &log.change(slot).record);
            let own: BTreeSet<&RecordId> = gather(own);
            let mut points = agenda::points(log, now);
            points.retain(|point| own.contains(&point.item));
            points
        })
    }

    fn joins_of(&self, batch: &str) -> Vec<(String, RecordId)> {
        let text = self.fact(&format!("{JOINS}{batch}")).unwrap_or_default();
        let named: Vec<(String, String)> = serde_json::from_str(&text).unwrap_or_default();
        let joins = named.into_iter();
        joins
            .filter_map(|(author, member)| Some((author, member.parse().ok()?)))
            .collect()
    }
}

fn named(joins: &[(String, RecordId)]) -> Vec<(&str, &str)> {
    let joins = joins.iter();
    joins
        .map(|(author, member)| (author.as_str(), member.as_str()))
        .collect()
}

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

/// What was said of who signs an import, one fact each: the name, and the member; "" where nobody on the list is meant.
const SAID: &str = "joins/";

impl Session {
    /// Writes what was said of who signs an import: the member each one is, or nobody on the list. It goes and comes
    /// with the import, and is no step of its own to take back.
    pub fn settle_people_of(&self, batch: &str, said: &[(String, Option<RecordId>)]) {
        if said.is_empty() {
            return;
        }
        self.write(self.settling(said), None);
        if let Ok(text) = serde_json::to_string(&named(said)) {
            self.set_fact(&format!("{SAID}{batch}"), &text);
        }
    }

    /// Takes an import back. Returns how many of its changes stay because something builds on them.
    pub fn undo_import(&self, batch: &str) -> usize {
        let open = self.read(Log::conflicts);
        let kept = self.switch_import(batch, false);
        self.unsettle(&self.said_of(batch));
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
        self.write(self.settling(&self.said_of(batch)), None);
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

    fn said_of(&self, batch: &str) -> Vec<(String, Option<RecordId>)> {
        let text = self.fact(&format!("{SAID}{batch}")).unwrap_or_default();
        let named: Vec<(String, String)> = serde_json::from_str(&text).unwrap_or_default();
        let said = named.into_iter();
        said.map(|(author, member)| (author, member.parse().ok()))
            .collect()
    }
}

fn named(said: &[(String, Option<RecordId>)]) -> Vec<(&str, &str)> {
    let said = said.iter();
    said.map(|(author, member)| {
        (
            author.as_str(),
            member.as_ref().map_or("", RecordId::as_str),
        )
    })
    .collect()
}

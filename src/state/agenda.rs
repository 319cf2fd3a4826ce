//! Differences put on the agenda of the next meeting. Nothing is written when they are settled: that is read.

use super::session::Session;
use crate::analysis::Codes;
use crate::analysis::inbox::agenda::{item_of, next_meeting, point_of};
use crate::model::log::{ConflictPlace, Slot};
use crate::model::template::{CellType, DELETED, PARENT};
use crate::model::{RecordId, Value};
use crate::templates::agenda_item::{self, ABOUT, ABOUT_FIELD, TOPIC};

impl Session {
    /// Puts differences, each with its title in words, on the agenda of the next meeting, in one act; what is on one
    /// already stays where it is. Returns the places of the changes made.
    pub fn put_on_agenda(&self, differences: &[(ConflictPlace, String)]) -> Vec<Slot> {
        let now = self.now();
        let coming = self.read(|log| next_meeting(log, now));
        let meeting = coming.map(|coming| coming.meeting);
        let is_new = |(place, _): &&(ConflictPlace, String)| {
            self.read(|log| point_of(log, place, now)).is_none()
        };
        let new: Vec<_> = differences.iter().filter(is_new).collect();
        let kind = agenda_item::AGENDA_ITEM.kind;
        let siblings = self.siblings(kind, meeting.as_ref());
        let (orders, mut writes) = self.keys_at(&siblings, siblings.len(), new.len());
        let number = self.read(|log| Codes::of(log, kind).next());
        for (((place, title), order), number) in new.into_iter().zip(orders).zip(number..) {
            let item = item_of(place);
            let parent = meeting.as_ref().map_or(Value::Null, CellType::write);
            let fields = [
                (PARENT, parent),
                (TOPIC.name, Value::typed(title)),
                (ABOUT.name, place.record.write()),
                (ABOUT_FIELD.name, Value::text(place.key.as_str())),
            ];
            writes.extend(self.restoring(&item));
            writes.extend(self.row_writes(&item, None, &fields, order, number));
        }
        self.apply(writes, None)
    }

    /// A point that was deleted comes back.
    fn restoring(&self, item: &RecordId) -> Option<crate::model::log::Write> {
        self.read(|log| log.is_deleted(item))
            .then(|| self.agreed(item, DELETED, Value::Null))
    }
}

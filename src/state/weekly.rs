//! What is done in a meeting: it is begun, lines are noted and taken back, causes chosen, people counted, the result
//! released. The records are made of the meeting and its day, so that two people at one meeting write one.

use super::session::Session;
use crate::analysis::inbox::weekly::HeldMeeting;
use crate::analysis::inbox::weekly_agenda::{AgendaPoint, WeeklyAgenda, weekly_agenda};
use crate::analysis::inbox::weekly_late::late_of_review;
use crate::model::log::{Slot, Write};
use crate::model::template::{CellType, Form, Key, PARENT, STATUS};
use crate::model::{FieldKey, RecordId, Value};
use crate::templates::{agenda_item, meeting, minutes, review, review_task, status_of, task};

impl Session {
    /// What of the minutes and the review of a meeting is not written yet: both begin with the first act on its page.
    pub(super) fn meeting_begun(&self, held: &HeldMeeting) -> Vec<Write> {
        let form_value =
            |key: &str| self.read(|log| Form::new(log, held.meeting.clone()).value(key));
        let mut writes = Vec::new();
        if !self.read(|log| log.is_visible(&held.minutes)) {
            let fields = [
                (minutes::MEETING.name, held.meeting.write()),
                (minutes::HOST.name, form_value(meeting::HOST.name)),
                (
                    minutes::MINUTE_TAKER.name,
                    form_value(meeting::MINUTE_TAKER.name),
                ),
            ];
            writes.extend(self.begun_once(&held.minutes, &fields));
        }
        let review = held.review.as_ref();
        if let Some(review) = review.filter(|one| !self.read(|log| log.is_visible(one))) {
            let fields = [(review::MEETING.name, held.meeting.write())];
            writes.extend(self.begun_once(review, &fields));
        }
        writes
    }

    fn begun_once(&self, record: &RecordId, fields: &[(&str, Value)]) -> Vec<Write> {
        let filled: Vec<(&str, Value)> = fields
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .cloned()
            .collect();
        self.writes_at_end(record, None, &filled)
    }

    /// The meeting begins: times are stamped, and the agenda is written as it stands.
    pub fn begin_meeting(&self, held: &HeldMeeting) -> Vec<Slot> {
        let now = self.now();
        let agenda = self.read(|log| weekly_agenda(log, held, now));
        let mut writes = self.meeting_begun(held);
        writes.push(self.write_of(&held.minutes, minutes::ACTUAL_START.name, now.write()));
        if let Some(review) = &held.review {
            writes.push(self.write_of(review, review::CUTOFF_AT.name, now.write()));
        }
        writes.extend(self.agenda_writes(held, &agenda));
        self.apply(writes, None)
    }

    /// The points of an agenda that are not stored yet, in their order.
    fn agenda_writes(&self, held: &HeldMeeting, agenda: &WeeklyAgenda) -> Vec<Write> {
        let is_new = |point: &&AgendaPoint| {
            !point.part.is_empty() && !self.read(|log| log.is_visible(&point.item))
        };
        let new: Vec<&AgendaPoint> = agenda.points.iter().filter(is_new).collect();
        let siblings = self.siblings(agenda_item::KIND, Some(&held.minutes));
        let (orders, mut writes) = self.keys_at(&siblings, siblings.len(), new.len());
        for (point, order) in new.into_iter().zip(orders) {
            let state = if point.is_on {
                agenda_item::ON
            } else {
                agenda_item::OFF
            };
            let fields = point_fields(held, point, state.key);
            writes.extend(self.row_writes(&point.item, Some(&held.minutes), &fields, order, 1));
        }
        writes
    }

    /// A point is put on the agenda, left out, talked of or put off.
    pub fn set_point(&self, held: &HeldMeeting, point: &AgendaPoint, state: &str) -> Vec<Slot> {
        let state_key = agenda_item::STATE.name;
        if self.read(|log| log.is_visible(&point.item)) {
            let write = self.write_of(&point.item, state_key, Value::text(state));
            return self.apply(vec![write], None);
        }
        let fields = point_fields(held, point, state);
        let mut writes = self.meeting_begun(held);
        writes.extend(self.writes_at_end(&point.item, Some(&held.minutes), &fields));
        self.apply(writes, None)
    }

    /// Somebody proposes a topic.
    pub fn propose_topic(&self, held: &HeldMeeting, topic: &str) -> Vec<Slot> {
        let topic = Value::typed(topic);
        if topic.is_empty() {
            return Vec::new();
        }
        let mut fields = vec![
            (agenda_item::TOPIC.name, topic),
            (agenda_item::DAY.name, held.day.write()),
            (agenda_item::STATE.name, Value::text(agenda_item::ON.key)),
        ];
        let me = self.me().map(|me| me.write());
        fields.extend(me.map(|me| (agenda_item::PRESENTER.name, me)));
        let (_, writes) = self.new_rows(agenda_item::KIND, Some(&held.meeting), None, &[fields]);
        self.apply(writes, None)
    }

    /// How somebody came; "": nothing is known.
    pub fn attend(&self, held: &HeldMeeting, people: &[RecordId], how: &str) -> Vec<Slot> {
        let mut writes = self.meeting_begun(held);
        for person in people {
            let rest = person.rest().unwrap_or_default();
            let key = format!("{}/{rest}", minutes::ATTENDANCE.name);
            writes.push(self.write_of(&held.minutes, &key, Value::typed(how)));
        }
        self.apply(writes, None)
    }

    /// The cause of a delay, as the meeting found it; with the task before it where one made it late.
    pub fn explain_delay(
        &self,
        held: &HeldMeeting,
        task: &RecordId,
        cause: &str,
        root: Option<&RecordId>,
    ) -> Vec<Slot> {
        let Some(review) = &held.review else {
            return Vec::new();
        };
        let mut writes = self.meeting_begun(held);
        writes.extend(self.cause_writes(review, task, cause, root));
        self.apply(writes, None)
    }

    pub(super) fn cause_writes(
        &self,
        review: &RecordId,
        task: &RecordId,
        cause: &str,
        root: Option<&RecordId>,
    ) -> Vec<Write> {
        let mut said = vec![(review_task::DELAY_CAUSE.name, Value::text(cause))];
        said.extend(root.map(|root| (review_task::ROOT_TASK.name, root.write())));
        self.late_writes(review, task, &said)
    }

    /// What a meeting says of a late task, with the days it is late on its day. It settles what two people said
    /// differently.
    pub(super) fn late_writes(
        &self,
        review: &RecordId,
        task: &RecordId,
        said: &[(&str, Value)],
    ) -> Vec<Write> {
        let Some(row) = review_task::record_of(review, task) else {
            return Vec::new();
        };
        let today = self.now().date_naive();
        let late = self.read(|log| late_of_review(log, review, today));
        let days = late.into_iter().find(|one| one.task == *task);
        let days = days.map_or(Value::Null, |one| Value::int(one.days));
        if !self.read(|log| log.is_visible(&row)) {
            let mut fields = vec![
                (review_task::TASK.name, task.write()),
                (review_task::DAYS_LATE.name, days),
            ];
            fields.extend(said.iter().cloned());
            fields.retain(|(_, value)| !value.is_empty());
            return self.writes_at_end(&row, Some(review), &fields);
        }
        let said = said.iter();
        let said = said.map(|(key, value)| self.agreed(&row, key, value.clone()));
        let counted = self.write_of(&row, review_task::DAYS_LATE.name, days);
        said.chain([counted]).collect()
    }

    /// Everybody goes: the time is stamped.
    pub fn end_meeting(&self, held: &HeldMeeting) -> Vec<Slot> {
        let now = self.now().write();
        let mut writes = self.meeting_begun(held);
        writes.push(self.write_of(&held.minutes, minutes::ACTUAL_END.name, now));
        self.apply(writes, None)
    }

    /// The meeting goes on: it was not over.
    pub fn resume_meeting(&self, held: &HeldMeeting) -> Vec<Slot> {
        let end = self.write_of(&held.minutes, minutes::ACTUAL_END.name, Value::Null);
        self.apply(vec![end], None)
    }

    /// This time there is none, for a reason.
    pub fn skip_meeting(&self, held: &HeldMeeting, why: &str) -> Vec<Slot> {
        let Some(review) = &held.review else {
            return Vec::new();
        };
        let mut writes = self.meeting_begun(held);
        writes.retain(|write| write.record == *review);
        let status = FieldKey::of(STATUS);
        writes.retain(|write| write.key != status);
        writes.push(self.agreed(review, STATUS, Value::text(review::SKIPPED.key)));
        self.apply(writes, Some(why))
    }

    /// Another health than is counted, or why: a field of the week's review.
    pub fn say_of_week(&self, held: &HeldMeeting, key: Key<String>, text: &str) -> Vec<Slot> {
        let Some(review) = &held.review else {
            return Vec::new();
        };
        let mut writes = self.meeting_begun(held);
        writes.push(self.write_of(review, key.name, Value::typed(text)));
        self.apply(writes, None)
    }

    /// The week in one sentence.
    pub fn sum_up(&self, held: &HeldMeeting, sentence: &str) -> Vec<Slot> {
        let Some(review) = &held.review else {
            return Vec::new();
        };
        let mut writes = self.meeting_begun(held);
        writes.push(self.write_of(review, review::SUMMARY.name, Value::typed(sentence)));
        self.apply(writes, None)
    }

    /// The task that made this one late, where the plan says of one alone that it was late itself.
    pub fn likely_root(&self, task: &RecordId) -> Option<RecordId> {
        self.read(|log| {
            let form = Form::new(log, task.clone());
            let rows = form.rows(crate::templates::dependency::DEPENDENCY.kind);
            let before = rows
                .iter()
                .filter_map(|row| row.get(crate::templates::dependency::PREDECESSOR));
            let mut before: Vec<RecordId> = before.collect();
            let was_late = |one: &RecordId| {
                let form = form.other(one.clone());
                let end = form.get(task::ACTUAL_END);
                let is_done = status_of(&form) == task::DONE.key;
                !is_done || end > form.get(task::BASELINE_END)
            };
            before.retain(was_late);
            match before.as_slice() {
                [only] => Some(only.clone()),
                _ => None,
            }
        })
    }
}

fn point_fields(
    held: &HeldMeeting,
    point: &AgendaPoint,
    state: &str,
) -> Vec<(&'static str, Value)> {
    vec![
        (PARENT, held.minutes.write()),
        (agenda_item::ABOUT.name, point.about.write()),
        (agenda_item::DAY.name, held.day.write()),
        (agenda_item::FEEDS.name, Value::text(point.part)),
        (agenda_item::STATE.name, Value::text(state)),
    ]
}

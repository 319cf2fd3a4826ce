//! The lines that are typed in a meeting: a line in, a record out, in its own list. What it says stands once, in the
//! record it became; the line shows it.

use super::session::Session;
use crate::analysis::inbox::agenda::next_after;
use crate::analysis::inbox::weekly::HeldMeeting;
use crate::analysis::words::said_line::{LineAround, LineBook, SaidLine, said_line};
use crate::analysis::words::typed::{Around, TextReading, read_when};
use crate::model::log::Write;
use crate::model::template::{CellType, FieldType, Form, Lang, Template};
use crate::model::{FieldKey, Log, RecordId, Value, Zone};
use crate::templates::{
    SCHEMA, action, agenda_item, change_request, decision, first_values, meeting, minutes_item,
    settings,
};
use chrono::NaiveDate;

/// What lines of one meeting are read with: looked up once, not at every letter.
#[derive(Debug, Clone, PartialEq)]
pub struct LineGround {
    pub(super) book: LineBook,
    /// The meeting after this one.
    next: Option<NaiveDate>,
}

impl Session {
    /// What lines of a meeting are read with.
    pub fn line_ground(&self, held: &HeldMeeting) -> LineGround {
        let today = self.now().date_naive();
        self.read(|log| {
            let form = Form::new(log, held.meeting.clone());
            LineGround {
                book: LineBook::of(log, today),
                next: next_after(&form, held.day),
            }
        })
    }

    /// What a line says that stands under something; counts nothing and reads no agenda.
    pub fn read_line(&self, ground: &LineGround, about: Option<&RecordId>, line: &str) -> SaidLine {
        self.read(|log| {
            let owner = about.and_then(|about| Form::new(log, about.clone()).owner());
            let around = self.around_line(log);
            said_line(
                line,
                &LineAround {
                    around: &around,
                    book: &ground.book,
                    owner: owner.as_ref(),
                    next_meeting: ground.next,
                },
            )
        })
    }

    /// What letters mean as the day of a line, chosen beside it.
    pub fn read_line_day(&self, text: &str) -> TextReading {
        let around = self.read(|log| self.around_line(log));
        read_when(FieldType::Date, text, &around)
    }

    /// What stands around the day of something that is typed in a line.
    pub(super) fn around_line(&self, log: &Log) -> Around {
        let (now, zone) = (self.now(), self.zone());
        let due = action::ACTION.field(action::DUE.name);
        let form = Form::new(log, settings::record());
        due.map_or_else(
            || Around::today(now),
            |due| Around::of(&form, due, now, zone),
        )
    }

    /// Notes a line under something, in one act with the record that it becomes. Returns the line.
    pub fn note_line(
        &self,
        held: &HeldMeeting,
        about: Option<&RecordId>,
        said: &SaidLine,
    ) -> Option<RecordId> {
        if !said.is_ready() {
            return None;
        }
        let mut writes = self.meeting_begun(held);
        let became = self.record_of_line(held, about, said, &mut writes);
        let mut fields = vec![
            (minutes_item::SORT.name, Value::text(said.sort.choice.key)),
            (minutes_item::TEXT.name, Value::text(said.text.as_str())),
        ];
        fields.extend(about.map(|about| (minutes_item::ABOUT.name, about.write())));
        fields.extend(became.map(|became| (minutes_item::BECAME.name, became.write())));
        let (made, line) = self.new_rows(minutes_item::KIND, Some(&held.minutes), None, &[fields]);
        writes.extend(line);
        self.apply(writes, None);
        made.into_iter().next()
    }

    /// The record that a line becomes, written along; nothing where it stays a line.
    fn record_of_line(
        &self,
        held: &HeldMeeting,
        about: Option<&RecordId>,
        said: &SaidLine,
        writes: &mut Vec<Write>,
    ) -> Option<RecordId> {
        let template = SCHEMA.template(said.sort.becomes)?;
        let me = self.me();
        let mut fields = self.read(|log| first_values(log, template.kind, me.as_ref()));
        let mut push = |key: &'static str, value: Value| {
            fields.retain(|(known, _)| *known != key);
            fields.push((key, value));
        };
        push(template.name, Value::text(said.text.as_str()));
        if let Some(work) = template.work.as_ref() {
            let who = said.who.as_ref().map(|who| who.value.write());
            if let Some(who) = who {
                push(work.owner.name, who);
            }
            if let Some(when) = &said.when {
                push(
                    work.due_field,
                    due_value(template, work.due_field, when.value, self.zone()),
                );
            }
        }
        if template.kind == decision::KIND {
            // The sentence is the decision; what it is called follows from it.
            let title = decision::first_sentence(&said.text);
            push(decision::TITLE.name, Value::typed(&title));
            let text = Value::text(said.text.as_str());
            push(decision::DECISION_TEXT.name, text);
            push(decision::DECIDED_IN.name, held.meeting.write());
        }
        let parent = match template.kind {
            action::KIND => Some(&held.minutes),
            agenda_item::KIND => Some(&held.meeting),
            _ => None,
        };
        if template.kind == agenda_item::KIND {
            push(agenda_item::DAY.name, held.day.write());
            push(agenda_item::STATE.name, Value::text(agenda_item::LATER.key));
        }
        if let (action::KIND, Some(about)) = (template.kind, about) {
            let holds = |field_type| matches!(field_type, FieldType::Ref(kinds) if kinds.contains(&about.kind()));
            let is_task = action::ACTION
                .field(action::LINKED_TASK.name)
                .is_some_and(|field| holds(field.field_type));
            if is_task {
                push(action::LINKED_TASK.name, about.write());
            }
        }
        let moves = (template.kind == change_request::KIND)
            .then(|| self.line_move(&self.line_ground(held), &said.text))
            .flatten();
        if moves.is_some() {
            let schedule = Value::text(change_request::SCHEDULE.key);
            push(change_request::TYPE.name, schedule);
        }
        let (record, made) = self.first_writes(template.kind, parent, fields);
        let given: Vec<FieldKey> = made.iter().map(|write| write.key.clone()).collect();
        writes.extend(made);
        let more = self.first_of_decision(&record).into_iter();
        writes.extend(more.filter(|write| !given.contains(&write.key)));
        writes.extend(
            moves
                .iter()
                .flat_map(|one| self.line_move_writes(&record, one)),
        );
        Some(record)
    }

    /// Takes a line back with what it became, where nobody has touched that since; returns what was typed.
    pub fn take_line_back(&self, line: &RecordId) -> Option<String> {
        let (text, became) = self.read(|log| {
            let form = Form::new(log, line.clone());
            let sort = form.get(minutes_item::SORT).unwrap_or_default();
            let text = form.get(minutes_item::TEXT)?;
            let became = form.referred(minutes_item::BECAME);
            let became = became.map(|one| one.record().clone());
            Some((retyped(&sort, &text), became))
        })?;
        let mut writes = self.deletion_of(line);
        writes.extend(became.iter().flat_map(|became| self.deletion_of(became)));
        self.apply(writes, None);
        Some(text)
    }

    /// The regular meeting that a project begins with where it has none: Fridays at ten.
    pub fn arrange_weekly(&self, name: &str) -> Option<RecordId> {
        let fields = vec![
            (meeting::NAME.name, Value::text(name)),
            (meeting::KIND_OF.name, Value::text(meeting::WEEKLY.key)),
            (meeting::WEEKDAY.name, Value::int(5)),
            (meeting::TIME.name, Value::text("10:00")),
            (
                meeting::DURATION_MIN.name,
                Value::int(meeting::LONGEST_REGULAR_MIN),
            ),
        ];
        self.add_rows(meeting::KIND, None, None, &[fields])
            .into_iter()
            .next()
    }
}

/// The same line as it may be typed again: the sort that only a word and a colon say stands before it.
fn retyped(sort: &str, text: &str) -> String {
    let sort = minutes_item::sort_of(sort);
    let is_plain = [minutes_item::NOTE.key, minutes_item::ACTION.key].contains(&sort.choice.key);
    if is_plain {
        return text.to_owned();
    }
    format!("{}：{text}", sort.word(Lang::Zh))
}

/// A day for the field of a form that says by when: as a moment, in the evening.
fn due_value(template: &Template, key: &str, day: NaiveDate, zone: Zone) -> Value {
    let is_moment = template
        .field(key)
        .is_some_and(|field| field.field_type == FieldType::DateTime);
    let evening = day.and_hms_opt(18, 0, 0).filter(|_| is_moment);
    let moment = evening.and_then(|evening| zone.moment(evening));
    moment.map_or_else(|| day.write(), |moment| moment.write())
}

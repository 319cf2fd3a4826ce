//! 变成: a remark becomes what it says, as a line of a meeting does (W-33): read for who and by when, made in its own
//! list, and the remark is dealt with. One act.

use super::session::Session;
use crate::analysis::words::said_line::{LineAround, LineBook, said_line};
use crate::analysis::words::typed::Around;
use crate::model::template::{CellType, FieldType, Form};
use crate::model::{RecordId, Value};
use crate::templates::minutes_item::LineSort;
use crate::templates::{
    SCHEMA, action, agenda_item, comment, first_values, minutes_item, needs_a_parent, settings,
};

/// The sorts that a remark can become: all that make a record by itself.
pub fn remark_sorts() -> impl Iterator<Item = &'static LineSort> {
    minutes_item::SORTS.iter().filter(|sort| {
        let is_form = SCHEMA.template(sort.becomes).is_some();
        is_form && sort.becomes != agenda_item::KIND && !needs_a_parent(sort.becomes)
    })
}

impl Session {
    /// Makes a record of what a remark says; nothing where it says nothing.
    pub fn remark_becomes(&self, remark: &RecordId, sort: &LineSort) -> Option<RecordId> {
        let template = SCHEMA.template(sort.becomes)?;
        let (now, zone, me) = (self.now(), self.zone(), self.me());
        let said = self.read(|log| {
            let text = Form::new(log, remark.clone()).get(comment::TEXT)?;
            let form = Form::new(log, settings::record());
            let due = action::ACTION.field(action::DUE.name);
            let around = due.map_or_else(
                || Around::today(now),
                |due| Around::of(&form, due, now, zone),
            );
            let book = LineBook::of(log, now.date_naive());
            let at = LineAround {
                around: &around,
                book: &book,
                owner: None,
                next_meeting: None,
            };
            let word = sort.choice.label.zh;
            Some(said_line(&format!("{word}：{text}"), &at))
        })?;
        let mut fields = self.read(|log| first_values(log, template.kind, me.as_ref()));
        let mut push = |key: &'static str, value: Value| {
            fields.retain(|(known, _)| *known != key);
            fields.push((key, value));
        };
        push(template.name, Value::text(said.text.as_str()));
        if let Some(work) = template.work.as_ref() {
            if let Some(who) = &said.who {
                push(work.owner.name, who.value.write());
            }
            let is_day = template
                .field(work.due_field)
                .is_some_and(|field| field.field_type == FieldType::Date);
            if let Some(when) = said.when.as_ref().filter(|_| is_day) {
                push(work.due_field, when.value.write());
            }
        }
        let (made, mut writes) = self.first_writes(template.kind, None, fields);
        writes.extend(self.first_of_decision(&made));
        writes.push(self.write_of(remark, comment::BECAME.name, made.write()));
        writes.push(self.write_of(remark, comment::HANDLED_AT.name, now.write()));
        self.apply(writes, None);
        Some(made)
    }
}

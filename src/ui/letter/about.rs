//! The form that a mail is about: its number and title, its state, whose turn it is, and what stands in it.

use super::super::texts;
use super::{Sending, people};
use crate::analysis::telling::Naming;
use crate::analysis::telling::state_text;
use crate::analysis::turn;
use crate::model::template::{Field, FieldType, Form, STATUS};
use crate::model::{FieldKey, Log, RecordId};
use crate::templates::minutes;
use crate::templates::resource_request;

/// Fields of it that are told.
const FIELDS: usize = 10;

/// Its number, title and state.
pub(super) fn title(log: &Log, sending: &Sending) -> Option<String> {
    let record = sending
        .about
        .as_ref()
        .filter(|record| log.is_visible(record))?;
    if record.kind() == minutes::KIND {
        return super::meeting::subject(log, record, sending.lang);
    }
    let agenda = super::agenda::subject(log, record, sending.today, sending.lang);
    if agenda.is_some() {
        return agenda;
    }
    let form = Form::new(log, record.clone());
    let name = Naming::of(log, sending.lang).record(record);
    Some(match state_text(&form, sending.lang) {
        Some(state) => sending.fill(
            texts::mail::MAIL_STANDS,
            &[("what", &name), ("state", state)],
        ),
        None => name,
    })
}

/// What is said of it; nothing where the mail is about the project alone.
pub(super) fn lines(log: &Log, sending: &Sending) -> Vec<String> {
    let Some((record, title)) = sending.about.as_ref().zip(title(log, sending)) else {
        return Vec::new();
    };
    let mut all = vec![title];
    if record.kind() == minutes::KIND {
        all.extend(super::meeting::results(
            log,
            record,
            sending.today,
            sending.lang,
        ));
        return all;
    }
    let agenda = super::agenda::lines(log, record, sending.today, sending.lang);
    if !agenda.is_empty() {
        all.extend(agenda);
        return all;
    }
    let naming = Naming::of(log, sending.lang);
    for person in people(&sending.envelope) {
        if let Some(step) = turn(log, record, &person, sending.today) {
            let name = naming.person(Some(person.as_str()));
            let places = [("name", &*name), ("step", step.text(sending.lang))];
            all.push(sending.fill(texts::mail::MAIL_TURN, &places));
        }
    }
    all.extend(facts(log, sending, record));
    all
}

/// What people wrote into it, a field a line.
fn facts(log: &Log, sending: &Sending, record: &RecordId) -> Vec<String> {
    let Some(template) = log.schema().template(record.kind()) else {
        return Vec::new();
    };
    if template.once {
        return Vec::new();
    }
    if record.kind() == resource_request::KIND {
        return super::resources::lines(log, record, sending.lang);
    }
    let naming = Naming::of(log, sending.lang);
    let is_told = |field: &&Field| {
        let is_set = matches!(field.field_type, FieldType::Set(_));
        !field.filled && !field.latest && !is_set && ![STATUS, template.name].contains(&field.key)
    };
    let line = |field: &Field| {
        let key = FieldKey::of(field.key);
        let value = log.value(record, &key);
        (!value.is_empty()).then(|| {
            let value = naming.value(record, &key, &value);
            let places = [
                ("field", field.label.text(sending.lang)),
                ("value", &*value),
            ];
            sending.fill(texts::mail::MAIL_FIELD, &places)
        })
    };
    let fields = template.fields.iter().filter(is_told);
    fields.filter_map(line).take(FIELDS).collect()
}

//! Somebody's own word is written by them, or recorded for them with a basis; nothing else makes it say what they did
//! not say, and nothing of theirs stands beside what somebody else said.

use crate::people::{Desk, lead};
use hepai::analysis::goal::answers::confirmation_record;
use hepai::model::template::{CellType, Field, FieldType, ITSELF, Speaker, Template};
use hepai::model::{FieldKey, RecordId, Value};
use hepai::state::{Copied, Refused};
use hepai::templates::{SCHEMA, charter, confirmation, proposal};

pub(crate) fn words() -> Vec<(&'static Template, &'static Field)> {
    let mut all = Vec::new();
    for template in SCHEMA.templates {
        let fields = template.fields.iter();
        all.extend(
            fields
                .filter(|field| field.own_word.is_some())
                .map(|field| (*template, field)),
        );
    }
    all
}

/// A value of a field that the person may have said, and another.
pub(crate) fn said(field: &Field, by: &RecordId, turn: usize) -> Value {
    match field.field_type {
        FieldType::Enum(choices) => Value::text(choices[turn % choices.len()].key),
        FieldType::Bool => Value::Bool(turn == 0),
        FieldType::DateTime => {
            Value::text(["2026-03-02T10:00:00+08:00", "2026-03-03T10:00:00+08:00"][turn])
        }
        FieldType::Ref(_) => by.write(),
        _ => Value::text(["他的话", "别人的话"][turn]),
    }
}

/// The lead's browser, with a word of the representative in a record of that template: the desk, whose word it is, and
/// the record.
pub(crate) fn with_word(
    template: &'static Template,
    field: &'static Field,
) -> (Desk, RecordId, RecordId) {
    let desk = lead();
    let lead = desk.person("王经理");
    let (rep, home) = {
        let rep = desk.person("李主管");
        let home = desk.department(&rep);
        (rep, home)
    };
    desk.session.set_author(Some(rep.to_string()));
    let named = match field.own_word.expect("a word").of {
        Speaker::Person(ITSELF) | Speaker::RepOf(ITSELF) | Speaker::Named | Speaker::Writer => None,
        Speaker::Person(key) | Speaker::PersonOrWriter(key) => Some((key, rep.write())),
        Speaker::RepOf(key) => Some((key, home.write())),
    };
    let record = match template.kind {
        "member" => rep.clone(),
        "department" => home.clone(),
        "confirmation" => confirmation_record(&home).expect("a record"),
        kind => {
            let fields: Vec<(&str, Value)> = named.clone().into_iter().collect();
            let parent = (kind == "comment").then(charter::record);
            desk.session
                .add_rows(kind, parent.as_ref(), None, &[fields])
                .remove(0)
        }
    };
    if template.kind == "confirmation" {
        desk.session
            .answer_goal(&home, confirmation::OBJECTION, "太急", None);
    } else {
        desk.set(&record, field.key, said(field, &rep, 0));
        assert_eq!(desk.value(&record, field.key), said(field, &rep, 0));
    }
    assert_eq!(
        desk.session.refused(),
        (0, None),
        "{} {}",
        template.kind,
        field.key
    );
    desk.session.set_author(Some(lead.to_string()));
    (desk, rep, record)
}

#[test]
fn nobody_puts_a_word_into_anothers_mouth_by_any_way_of_writing() {
    for (template, field) in words() {
        let place = format!("{} {}", template.kind, field.key);
        let (desk, rep, record) = with_word(template, field);
        let session = desk.session;
        let key = FieldKey::of(field.key);
        let before = session.read(|log| log.current().get(&record).cloned());
        let other = match field.field_type {
            FieldType::Ref(_) => desk.person("王经理").write(),
            FieldType::Enum(choices) if template.kind == "confirmation" => {
                Value::text(choices[0].key)
            }
            _ => said(field, &rep, 1),
        };
        assert!(session.is_others_word(&record, &key), "{place}");
        let mut refused = 0;
        let mut check = |way: &str| {
            let now = session.refused();
            assert!(now.0 > refused, "{place} {way}: it is said");
            assert!(
                matches!(now.1, Some(Refused::OthersWord(..))),
                "{place} {way}"
            );
            refused = now.0;
            let after = session.read(|log| log.current().get(&record).cloned());
            assert_eq!(after, before, "{place} {way}");
        };
        session
            .field(record.clone(), key.clone())
            .set(other.clone());
        check("a control");
        session.set_fields(&record, &[(field.key, other.clone())]);
        check("a row");
        session.set_fields(&record, &[(field.key, Value::Null)]);
        check("emptying it");
        session.decide(&record, &key, other.clone(), Some("我定"));
        check("deciding");
        if !field.filled {
            let text = hepai::analysis::words::typed::shown(
                field.field_type,
                &other,
                hepai::model::Zone::AsWritten,
            );
            let pasted = session.read_table(
                template,
                &Copied {
                    from: Some(field.key),
                    ..Copied::new(&format!("{text}\t"))
                },
            );
            // What is no column of the table cannot be pasted into it.
            if pasted.count() > 0 {
                session.take_table(&pasted, std::slice::from_ref(&record), &[]);
                check("pasting");
            }
        }
        if field.own_word.is_some_and(|word| word.is_record) {
            session.delete(&record);
            check("deleting");
        }
        // A member who leads nothing is refused as well: it is not for anybody to suggest.
        session.set_author(Some(desk.person("陈专员").to_string()));
        session.set_fields(&record, &[(field.key, other.clone())]);
        check("a suggestion");
        assert!(session.rows(proposal::PROPOSAL.kind).is_empty(), "{place}");
        session.set_author(None);
        session.set_fields(&record, &[(field.key, other)]);
        check("nobody");
        assert!(session.read(|log| !log.is_deleted(&record)));
    }
}

#[test]
fn a_new_row_does_not_begin_with_anothers_word() {
    for (template, field) in words() {
        let Some(Speaker::Person(named)) = field.own_word.map(|word| word.of) else {
            continue;
        };
        if named == ITSELF {
            continue;
        }
        let desk = lead();
        let rep = desk.person("李主管");
        let row = vec![(named, rep.write()), (field.key, said(field, &rep, 0))];
        let made = desk
            .session
            .add_rows(template.kind, None, None, std::slice::from_ref(&row));
        assert_eq!(
            desk.value(&made[0], named),
            if named == "approved_by" {
                Value::Null
            } else {
                rep.write()
            }
        );
        let kept = desk.value(&made[0], field.key);
        assert_eq!(kept, Value::Null, "{}", template.kind);
        assert!(desk.session.refused().0 > 0);
        desk.session.set_author(Some(rep.to_string()));
        let made = desk.session.add_rows(template.kind, None, None, &[row]);
        assert_eq!(
            desk.value(&made[0], field.key),
            said(field, &rep, 0),
            "one's own"
        );
    }
}

//! What somebody said elsewhere, recorded for them with a basis; and what becomes of a word when people change.

use crate::own_words::{said, with_word, words};
use crate::people::{empty, lead};
use hepai::analysis::Answer;
use hepai::analysis::goal::answers::{confirmation_record, goal_answer};
use hepai::model::template::{CellType, DELETED, FieldType, Speaker};
use hepai::model::{FieldKey, RecordId, Value};
use hepai::state::Behalf;
use hepai::templates::{SCHEMA, charter, comment, confirmation, department, handoff, member, task};

#[test]
fn what_somebody_said_elsewhere_is_recorded_for_them_with_a_basis_and_nothing_of_the_old_word_stays()
 {
    for (template, field) in words() {
        if matches!(
            field.own_word.map(|word| word.of),
            Some(Speaker::Writer | Speaker::Named)
        ) {
            continue;
        }
        let place = format!("{} {}", template.kind, field.key);
        let (desk, rep, record) = with_word(template, field);
        let key = FieldKey::of(field.key);
        // As the first answer is an objection, or none: the other one.
        let value = match field.field_type {
            FieldType::Enum(choices) if template.kind == "confirmation" => {
                Value::text(choices[0].key)
            }
            _ => said(field, &rep, 1),
        };
        let unfounded = desk.session.record_word(&record, &key, value.clone(), " ");
        assert!(unfounded.is_empty(), "{place}");
        assert_eq!(desk.session.refused().0, 1, "{place}: without a basis");
        let slots = desk
            .session
            .record_word(&record, &key, value.clone(), "04-13 电话");
        assert!(!slots.is_empty(), "{place}");
        assert_eq!(desk.session.refused().0, 1, "{place}");
        if field.field_type != FieldType::DateTime {
            assert_eq!(desk.value(&record, field.key), value, "{place}");
        }
        desk.session.read(|log| {
            let live = log.live(&record, &key);
            let change = live.first().expect("a word").change;
            assert_eq!(
                change.on_behalf_of.as_deref(),
                Some(rep.as_str()),
                "{place}"
            );
            assert_eq!(change.note.as_deref(), Some("04-13 电话"), "{place}");
        });
    }
}

#[test]
fn an_objection_stays_one_until_it_is_taken_back_by_whoever_made_it_or_on_their_word() {
    let field = SCHEMA
        .template(confirmation::CONFIRMATION.kind)
        .and_then(|template| template.field(confirmation::ANSWER.name))
        .expect("the answer");
    let (desk, rep, record) = with_word(&confirmation::CONFIRMATION, field);
    let home = desk.department(&rep);
    let answer = || desk.session.read(|log| goal_answer(log, &home));
    let text = |key: &str| desk.value(&record, key);
    let (at, comment) = (
        text(confirmation::AT.name),
        text(confirmation::COMMENT.name),
    );
    let confirmed = Value::text(confirmation::CONFIRMED.key);
    // The dropdown of the row, by the lead.
    desk.session
        .field(record.clone(), FieldKey::of(confirmation::ANSWER.name))
        .set(confirmed.clone());
    assert_eq!(answer(), Answer::Objected);
    assert_eq!(
        (
            text(confirmation::AT.name),
            text(confirmation::COMMENT.name)
        ),
        (at.clone(), comment)
    );
    // 代为登记: the objection goes with the old word, and the time is that of the new one.
    let behalf = Behalf {
        member: rep.clone(),
        basis: "04-13 微信".to_owned(),
    };
    desk.session
        .answer_goal(&home, confirmation::CONFIRMED, "", Some(&behalf));
    assert_eq!(answer(), Answer::Agreed);
    assert_eq!(text(confirmation::COMMENT.name), Value::Null);
    assert_ne!(text(confirmation::AT.name), at);
    // For somebody who does not speak for the department nothing is recorded.
    let wrong = Behalf {
        member: desk.person("陈专员"),
        basis: "电话".to_owned(),
    };
    desk.session
        .answer_goal(&home, confirmation::OBJECTION, "", Some(&wrong));
    assert_eq!(answer(), Answer::Agreed);
    // The representative changes it by the row itself: it says when.
    desk.session.set_author(Some(rep.to_string()));
    let before = text(confirmation::AT.name);
    desk.session
        .field(record.clone(), FieldKey::of(confirmation::ANSWER.name))
        .set(Value::text(confirmation::OBJECTION.key));
    assert_ne!(text(confirmation::AT.name), before);
    assert_eq!(answer(), Answer::Objected);
    desk.session.undo();
    assert_eq!(
        text(confirmation::AT.name),
        before,
        "one step back takes both"
    );
}

#[test]
fn a_department_without_a_representative_is_answered_for_by_nobody_but_on_its_own_word() {
    let desk = lead();
    let homes = desk.session.rows(department::DEPARTMENT.kind);
    let has_rep = |home: &RecordId| {
        let people = desk.session.rows(member::MEMBER.kind);
        people.iter().any(|person| {
            desk.department(person) == *home && !desk.value(person, member::PERSON.name).is_empty()
        })
    };
    let home = homes
        .into_iter()
        .find(|home| !has_rep(home))
        .expect("one without");
    let answer = || desk.session.read(|log| goal_answer(log, &home));
    let record = confirmation_record(&home).expect("a record");
    let fields = [
        (confirmation::DEPARTMENT.name, home.write()),
        (
            confirmation::ANSWER.name,
            Value::text(confirmation::CONFIRMED.key),
        ),
    ];
    desk.session.set_fields(&record, &fields);
    assert_eq!(desk.session.refused().0, 1);
    assert_eq!(answer(), Answer::Open);
    let behalf = Behalf {
        member: home.clone(),
        basis: "部门来信".to_owned(),
    };
    desk.session
        .answer_goal(&home, confirmation::CONFIRMED, "", Some(&behalf));
    assert_eq!(answer(), Answer::Agreed);
}

#[test]
fn a_word_does_not_pass_to_the_next_person_and_goes_with_the_form_it_lies_under() {
    let desk = lead();
    let rep = desk.person("李主管");
    let task = desk.tasks(&rep).remove(0);
    desk.session.set_author(Some(rep.to_string()));
    desk.set(&task, task::ACCEPTED.name, Value::text(task::FINE.key));
    desk.session
        .set_author(Some(desk.person("王经理").to_string()));
    let next = desk.person("陈专员");
    desk.set(&task, task::OWNER.name, next.write());
    assert_eq!(desk.value(&task, task::OWNER.name), next.write());
    assert_eq!(
        desk.value(&task, task::ACCEPTED.name),
        Value::Null,
        "the new owner has not said so"
    );
    desk.session.undo();
    assert_eq!(
        (
            desk.value(&task, task::OWNER.name),
            desk.value(&task, task::ACCEPTED.name)
        ),
        (rep.write(), Value::text(task::FINE.key)),
    );
    let row = vec![
        (handoff::WHAT.name, Value::text("样机")),
        (handoff::RECEIVER.name, rep.write()),
    ];
    let made = desk
        .session
        .add_rows(handoff::HANDOFF.kind, Some(&task), None, &[row]);
    desk.session.set_author(Some(rep.to_string()));
    desk.set(&made[0], handoff::RECEIVER_AGREED.name, Value::Bool(true));
    let remark = desk.session.remark(&task, "请留着").remove(0);
    desk.session
        .set_author(Some(desk.person("王经理").to_string()));
    assert!(
        desk.session.delete(&remark).is_empty(),
        "a remark is its writer's"
    );
    assert!(desk.session.is_visible(&remark));
    desk.session.delete(&task);
    for gone in [&task, &made[0], &remark] {
        let key = FieldKey::of(DELETED);
        assert!(desk.session.value(gone, &key).is_true(), "{gone}");
    }
    assert_eq!(desk.session.refused().0, 1);
}

#[test]
fn before_somebody_has_said_who_they_are_a_remark_is_theirs_all_the_same() {
    let desk = empty(3);
    let made = desk.session.remark(&charter::record(), "看不懂");
    assert_eq!(
        desk.value(&made[0], comment::TEXT.name),
        Value::text("看不懂")
    );
    assert_eq!(desk.session.refused(), (0, None));
}

//! What records, fields, values and people are called.

use crate::answers::rep;
use crate::people::lead;
use hepai::analysis::telling::Naming;
use hepai::analysis::words::names::{
    any_value_text, author_name, beginning, field_name, names_joined, record_name, short_name,
    value_text,
};
use hepai::model::template::{Lang, STATUS, Viewpoint};
use hepai::model::{FieldKey, RecordId, Value};
use hepai::templates::{confirmation, issue, member, task};
use std::collections::BTreeSet;

#[test]
fn a_record_is_called_by_its_number_and_its_name() {
    let desk = lead();
    let fields = vec![("title", Value::text("推广\u{202e}方案"))];
    let made = desk
        .session
        .add_rows(task::TASK.kind, None, None, &[fields, vec![]]);
    desk.session.read(|log| {
        let named = record_name(log, &made[0], Lang::Zh);
        let (code, name) = named.split_once(' ').expect("a number and a name");
        assert!(code.starts_with("T-"), "{named}");
        assert_eq!(name, short_name(log, &made[0], Lang::Zh));
        assert!(!name.contains('\u{202e}'), "what cannot be seen is marked");
        let unnamed = record_name(log, &made[1], Lang::En);
        assert_eq!(short_name(log, &made[1], Lang::En), unnamed);
        assert!(
            unnamed.starts_with("T-") && unnamed.ends_with("(no name)"),
            "{unnamed}"
        );
        let nobody: RecordId = "member/00000000".parse().expect("an id");
        assert_eq!(short_name(log, &nobody, Lang::En), "(to be named)");
        // Several places are open at once: each says of which department it is.
        let open = desk.session.rows(member::MEMBER.kind).into_iter();
        let open = open.filter(|one| log.value(one, &FieldKey::of("person")).is_empty());
        let names: Vec<String> = open.map(|one| short_name(log, &one, Lang::Zh)).collect();
        let each: BTreeSet<&String> = names.iter().collect();
        assert!(!names.is_empty() && each.len() == names.len(), "{names:?}");
        assert!(
            names.iter().all(|name| name.starts_with("（待定，")),
            "{names:?}"
        );
        let strange: RecordId = "strange/1".parse().expect("an id");
        assert_eq!(record_name(log, &strange, Lang::Zh), "strange/1");
    });
}

#[test]
fn a_value_is_written_as_people_read_it() {
    let desk = lead();
    let row = desk.session.rows(task::TASK.kind)[0].clone();
    let member = desk.session.rows(member::MEMBER.kind)[0].clone();
    let template = &task::TASK;
    desk.session.read(|log| {
        let owner = template.field("owner").expect("declared");
        let name = short_name(log, &member, Lang::Zh);
        let of = |value: &str| {
            value_text(
                log,
                owner,
                &Value::text(value),
                Viewpoint::anywhere(Lang::Zh),
            )
        };
        assert_eq!(of(member.as_str()), name);
        assert_eq!(
            of("somebody"),
            "somebody",
            "what is no reference stands as it is"
        );
        let status = FieldKey::of(STATUS);
        let said = |value: Value| {
            any_value_text(log, &row, &status, &value, Viewpoint::anywhere(Lang::En))
        };
        assert_eq!(said(Value::text("done")), "Done");
        assert_eq!(said(Value::text("unheard_of")), "unheard_of");
        assert_eq!(said(Value::Null), "(empty)");
        assert_eq!(field_name(Some(template), &status, Lang::En), "Status");
        let unknown = FieldKey::of("unheard_of");
        assert_eq!(field_name(Some(template), &unknown, Lang::En), "unheard_of");
        assert_eq!(author_name(log, Some(member.as_str()), Lang::Zh), name);
        assert_eq!(author_name(log, Some("李雷"), Lang::Zh), "李雷");
    });
}

#[test]
fn long_lists_and_long_texts_are_cut() {
    let few = names_joined(&[1, 2], ToString::to_string, Lang::Zh);
    assert_eq!(few, "1、2");
    let all: Vec<usize> = (1..=13).collect();
    let many = names_joined(&all, ToString::to_string, Lang::En);
    assert!(many.contains("12 and others (13)"), "{many}");
    assert_eq!(beginning("short"), None);
    assert_eq!(beginning(&"x".repeat(1_001)).map(str::len), Some(1_000));
    let lines = "a\n".repeat(30);
    assert_eq!(beginning(&lines).map(|text| text.lines().count()), Some(20));
}

#[test]
fn where_a_number_is_given_twice_every_name_tells_which() {
    let desk = lead();
    let fields = vec![("title", Value::text("拍主图"))];
    let rows = [fields.clone(), fields];
    let made = desk.session.add_rows(task::TASK.kind, None, None, &rows);
    let names = || {
        let name = |record: &RecordId| {
            desk.session.read(|log| {
                (
                    short_name(log, record, Lang::Zh),
                    record_name(log, record, Lang::Zh),
                )
            })
        };
        (name(&made[0]), name(&made[1]))
    };
    let ((short, _), (other, _)) = names();
    assert_eq!((&*short, &*other), ("拍主图", "拍主图"), "a number each");
    let number = desk.value(&made[0], "code");
    desk.set(&made[1], "code", number);
    let ((short, full), (other, other_full)) = names();
    assert_ne!(short, other, "a list of choices tells them apart");
    assert_eq!((&short, &other), (&full, &other_full));
    let mark: String = made[0].rest().unwrap_or_default().chars().take(2).collect();
    assert!(short.contains(&format!("·{mark} 拍主图")), "{short}");
}

#[test]
fn a_backup_is_meant_however_it_is_typed_and_nobody_is_called_to_be_named() {
    let (desk, me, _) = rep();
    let people = desk.session.rows(member::KIND).len();
    for (typed, is_named) in [
        ("@刘经理", true),
        ("刘\u{200b}经理", true),
        ("待定", false),
        ("刘经理", true),
        ("  ", false),
    ] {
        desk.session.name_backup(&me, typed);
        let now = desk.value(&me, member::BACKUP_PERSON.name);
        assert_eq!(!now.is_empty(), is_named, "{typed}");
    }
    assert_eq!(desk.session.rows(member::KIND).len(), people);
}

#[test]
fn what_is_kept_for_each_department_is_called_like_it() {
    let (desk, _, own) = rep();
    desk.session
        .answer_goal(&own, confirmation::CONFIRMED, "", None);
    let answer = format!("{}/{}", confirmation::KIND, own.rest().expect("letters"));
    let answer: RecordId = answer.parse().expect("a record");
    desk.set(&answer, confirmation::DEPARTMENT.name, Value::Null);
    let called = |record: &RecordId| desk.session.read(|log| record_name(log, record, Lang::Zh));
    assert_eq!(called(&answer), called(&own));
}

#[test]
fn letters_spelled_like_a_kind_of_record_name_none() {
    let desk = lead();
    let row = |kind: &str, fields: &[(&'static str, Value)]| {
        let made = desk.session.add_rows(kind, None, None, &[fields.to_vec()]);
        made[0].clone()
    };
    let task = row(task::TASK.kind, &[("title", Value::text("charter"))]);
    let issue = row(issue::KIND, &[("category", Value::text("resource"))]);
    desk.session.read(|log| {
        assert!(short_name(log, &task, Lang::En).ends_with("charter"));
        let naming = Naming::of(log, Lang::En);
        let told = naming.value(&issue, &FieldKey::of("category"), &Value::text("resource"));
        assert!(!told.contains("no name"), "{told}");
    });
}

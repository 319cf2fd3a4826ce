//! The role table: letters by key, shown to all, known by each, and merged from two copies.

use crate::people::{Desk, lead};
use hepai::analysis::inbox::noting::noting;
use hepai::analysis::inbox::todos::request;
use hepai::analysis::people::role_table::{publication, role_columns};
use hepai::analysis::{Answer, Item, todos};
use hepai::model::{FieldKey, RecordId, Value};
use hepai::state::{RoleFill, pressed};
use hepai::templates::{assignment, member, work_item};

/// A table of one row with a letter for 研发部 and 市场部, all said that is needed.
pub(crate) fn table() -> (Desk, RecordId, [RecordId; 2]) {
    let desk = lead();
    desk.session
        .set_author(Some(desk.person("王经理").to_string()));
    for row in desk.session.rows(work_item::KIND) {
        desk.session.delete(&row);
    }
    let row = desk
        .session
        .add_work_items(&["开发与认证".to_owned()])
        .remove(0);
    let columns = ["李主管", "陈专员"].map(|name| desk.department(&desk.person(name)));
    fill(&desk, &row, &columns[0], "AR");
    fill(&desk, &row, &columns[1], "C");
    (desk, row, columns)
}

pub(crate) fn fill(desk: &Desk, row: &RecordId, column: &RecordId, letter: &str) {
    desk.session.fill_roles(&[RoleFill {
        row: row.clone(),
        column: column.clone(),
        letter: letter.to_owned(),
        person: None,
    }]);
}

pub(crate) fn place(row: &RecordId, column: &RecordId) -> RecordId {
    assignment::place_of(row, column).expect("a place")
}

pub(crate) fn changed(desk: &Desk) -> usize {
    desk.session.read(publication).changed.len()
}

pub(crate) fn cards(desk: &Desk, name: &str, asked: &[&str]) -> Vec<Answer> {
    let (who, today) = (desk.person(name), crate::people::date("2026-03-04"));
    let asked: Vec<String> = asked.iter().map(|&key| key.to_owned()).collect();
    let all = desk.session.read(|log| todos(log, &who, &asked, today));
    let know = all
        .into_iter()
        .filter(|one| matches!(one.item, Item::Know(_)));
    know.map(|one| one.answer).collect()
}

#[test]
fn a_key_on_a_letter_makes_both_takes_away_or_replaces() {
    for (letter, key, becomes) in [
        ("", "A", "A"),
        ("A", "R", "AR"),
        ("R", "A", "AR"),
        ("AR", "A", "R"),
        ("AR", "R", "A"),
        ("A", "A", ""),
        ("R", "R", ""),
        ("C", "A", "A"),
        ("AR", "C", "C"),
        ("C", "C", ""),
        ("C", "I", "I"),
        ("I", " ", ""),
        ("AR", "", ""),
    ] {
        assert_eq!(pressed(letter, key), becomes, "{letter} {key}");
    }
}

#[test]
fn a_letter_names_the_representative_and_the_row_its_owner_in_one_act() {
    let (desk, row, [development, marketing]) = table();
    let own = place(&row, &development);
    assert_eq!(desk.session.role_letter(&row, &development), "AR");
    let li = Value::text(desk.person("李主管").as_str());
    assert_eq!(desk.value(&own, assignment::NAMED_PERSON.name), li);
    assert_eq!(
        desk.value(&row, work_item::LEAD_DEPARTMENT.name),
        Value::text(development.as_str())
    );
    let asked = place(&row, &marketing);
    assert!(desk.value(&asked, assignment::NAMED_PERSON.name).is_empty());
    let columns = desk.session.read(role_columns);
    assert!(columns.last().is_some_and(|column| column.is_lead));
    // One step back takes the letter, the person and the owner away.
    let other = desk.session.add_work_items(&["定价".to_owned()]).remove(0);
    fill(&desk, &other, &development, "A");
    desk.session.undo();
    assert_eq!(desk.session.role_letter(&other, &development), "");
    assert!(
        desk.value(&other, work_item::LEAD_DEPARTMENT.name)
            .is_empty()
    );
}

#[test]
fn showing_to_all_waits_for_what_is_missing_and_then_covers_what_stands() {
    let (desk, row, [development, marketing]) = table();
    fill(&desk, &row, &marketing, "A");
    let held = desk.session.roles_held();
    assert_eq!(held.lacks.len(), 1, "{:?}", held.lacks);
    assert_eq!(held.lacks[0].place().0, &place(&row, &marketing));
    assert!(held.may_pass);
    fill(&desk, &row, &marketing, "C");
    let empty_row = desk.session.add_work_items(&["定价".to_owned()]).remove(0);
    assert_eq!(desk.session.roles_held().lacks.len(), 2, "nobody in a row");
    desk.session.delete(&empty_row);
    assert!(!desk.session.roles_held().is_held());
    assert_eq!(changed(&desk), 2);
    assert!(desk.session.read(publication).last.is_none());
    desk.session.publish_roles(None);
    assert_eq!(changed(&desk), 0);
    fill(&desk, &row, &marketing, "I");
    fill(&desk, &row, &development, "A");
    assert_eq!(changed(&desk), 2);
    fill(&desk, &row, &development, "AR");
    assert_eq!(changed(&desk), 1, "as it was shown");
    desk.session.publish_roles(None);
    assert_eq!(changed(&desk), 0);
}

#[test]
fn everybody_with_a_letter_is_asked_once_and_again_where_it_changes() {
    let (desk, row, [development, marketing]) = table();
    assert_eq!(cards(&desk, "李主管", &[]), []);
    desk.session.publish_roles(None);
    assert_eq!(cards(&desk, "李主管", &[]), [Answer::Open]);
    assert_eq!(cards(&desk, "王经理", &[]), [], "who shows it knows it");
    assert_eq!(cards(&desk, "赵主管", &[]), [], "no letter, no rules yet");
    for name in ["李主管", "陈专员"] {
        let who = desk.person(name);
        desk.session.set_author(Some(who.to_string()));
        desk.session.note_roles(&who, None);
        assert_eq!(cards(&desk, name, &[]), []);
        assert_eq!(cards(&desk, name, &[request::KNOW]), [Answer::Agreed]);
    }
    desk.session
        .set_author(Some(desk.person("王经理").to_string()));
    fill(&desk, &row, &marketing, "I");
    assert_eq!(cards(&desk, "陈专员", &[]), [Answer::Outdated(1)]);
    assert_eq!(cards(&desk, "李主管", &[]), [], "only its people");
    // Who is not named any more is told, too.
    let sun = desk.session.add_rows(
        member::KIND,
        None,
        None,
        &[vec![(member::PERSON.name, Value::text("孙工程师"))]],
    );
    desk.session.fill_roles(&[RoleFill {
        row: row.clone(),
        column: development.clone(),
        letter: "AR".to_owned(),
        person: Some(sun[0].clone()),
    }]);
    assert_eq!(cards(&desk, "李主管", &[]), [Answer::Outdated(1)]);
    assert_eq!(cards(&desk, "孙工程师", &[]), [Answer::Open]);
}

#[test]
fn the_rules_once_final_are_asked_about_with_the_letters() {
    let (desk, ..) = table();
    desk.session.publish_roles(None);
    let li = desk.person("李主管");
    desk.session.set_author(Some(li.to_string()));
    desk.session.note_roles(&li, None);
    desk.session
        .set_author(Some(desk.person("王经理").to_string()));
    let rules = hepai::templates::mechanism::record();
    desk.step(&rules, "finalise");
    assert_eq!(cards(&desk, "李主管", &[]), [], "seen as they stand");
    assert_eq!(cards(&desk, "赵主管", &[]), [Answer::Open]);
    let meeting = desk.with(
        hepai::templates::meeting::KIND,
        hepai::templates::meeting::KIND_OF,
        hepai::templates::meeting::WEEKLY.key,
    );
    desk.set(
        &meeting,
        hepai::templates::meeting::WEEKDAY.name,
        Value::int(4),
    );
    assert_eq!(cards(&desk, "李主管", &[]), [Answer::Outdated(1)]);
}

#[test]
fn an_objection_goes_to_the_lead_and_is_taken_back_by_agreeing() {
    let (desk, ..) = table();
    desk.session.publish_roles(None);
    let (li, wang) = (desk.person("李主管"), desk.person("王经理"));
    desk.session.set_author(Some(li.to_string()));
    desk.session.object_roles(&li, "测试不归我们");
    assert_eq!(cards(&desk, "李主管", &[request::KNOW]), [Answer::Objected]);
    let remarks = || {
        let today = crate::people::date("2026-03-04");
        let all = desk.session.read(|log| todos(log, &wang, &[], today));
        all.iter()
            .filter(|one| matches!(one.item, Item::Remark(_)))
            .count()
    };
    assert_eq!(remarks(), 1);
    desk.session.note_roles(&li, None);
    assert_eq!(cards(&desk, "李主管", &[request::KNOW]), [Answer::Agreed]);
    assert_eq!(remarks(), 0);
}

#[test]
fn what_was_said_elsewhere_is_recorded_with_its_basis_and_covers_what_stands() {
    let (desk, ..) = table();
    desk.session.publish_roles(None);
    let li = desk.person("李主管");
    let key = FieldKey::of(member::ACCEPTED_AT.name);
    desk.session
        .record_word(&li, &key, Value::Bool(true), "电话");
    let noting = desk.session.read(|log| noting(log, &li)).expect("asked");
    assert_eq!((noting.answer, noting.is_recorded), (Answer::Agreed, true));
}

#[test]
fn a_letter_in_anothers_column_is_a_suggestion_to_whoever_stands_for_it() {
    let (desk, row, [development, marketing]) = table();
    let by = |name: &str| desk.session.set_author(Some(desk.person(name).to_string()));
    by("李主管");
    fill(&desk, &row, &development, "R");
    assert_eq!(
        desk.session.role_letter(&row, &development),
        "R",
        "one's own"
    );
    fill(&desk, &row, &marketing, "R");
    assert_eq!(desk.session.role_letter(&row, &marketing), "C");
    let sales = desk.department(&desk.person("赵主管"));
    fill(&desk, &row, &sales, "R");
    assert_eq!(
        desk.session.role_letter(&row, &sales),
        "",
        "not filled before either"
    );
    let letter = FieldKey::of(assignment::LETTER.name);
    for column in [&marketing, &sales] {
        let open = desk.session.suggestions(&place(&row, column), &letter);
        assert_eq!(open.len(), 1, "{column}");
        assert_eq!(open[0].value, Value::text("R"));
    }
    by("赵主管");
    let open = desk.session.suggestions(&place(&row, &sales), &letter);
    desk.session.adopt(&open[0].record);
    assert_eq!(desk.session.role_letter(&row, &sales), "R");
}

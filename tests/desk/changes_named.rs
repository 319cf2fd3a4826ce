//! Who is named and asked: the approver of a move before there is a request, what a line of a meeting moves, and no one
//! who would confirm their own decision; and much of one finding is one line.

use crate::people::{Desk, date, lead, moment};
use crate::plan_changes::{act, begun};
use crate::weekly::{friday, typed};
use hepai::analysis::goal::replies::receipts;
use hepai::analysis::standing::plan_changes::{approver_of, approver_of_moves, moved_beyond};
use hepai::analysis::{Shortfall, display_code, missing, told_checks};
use hepai::model::template::{CellType, Form, Gate, Lang};
use hepai::model::{RecordId, Value};
use hepai::templates::{change_item, change_request, decision, member, minutes_item, task};

#[test]
fn the_line_of_a_move_names_whom_the_request_made_of_it_names() {
    for (who, approves) in [("王经理", "林总"), ("陈专员", "王经理")] {
        let (desk, _, task) = begun();
        let sponsor = vec![
            (member::PERSON.name, Value::text("林总")),
            (member::PROJECT_ROLE.name, Value::text(member::SPONSOR.key)),
        ];
        desk.session.add_rows(member::KIND, None, None, &[sponsor]);
        desk.set(&task, task::CURRENT_END.name, date("2026-05-08").write());
        act(&desk, who);
        let (me, today) = (desk.person(who), date("2026-03-05"));
        let line = desk.session.read(|log| {
            let form = Form::new(log, task.clone());
            let (.., days) = moved_beyond(&form).expect("too far");
            approver_of_moves(&form, &[(task.clone(), days)], Some(&me), today)
        });
        let made = desk
            .session
            .request_change(&task, "third_party", "整批报废", Lang::Zh)
            .expect("a request");
        let named = desk
            .session
            .read(|log| approver_of(&Form::new(log, made.clone()), today));
        assert_eq!(line.people, named.people, "{who}");
        assert_eq!(line.people, [desk.person(approves)], "{who}");
    }
}

/// The request that a line of a meeting became, and what it moves.
fn asked_in_meeting(desk: &Desk, line: &str) -> (RecordId, Vec<RecordId>) {
    let line = typed(desk, None, line);
    let became = RecordId::read(&desk.value(&line, minutes_item::BECAME.name));
    let became = became.expect("a request");
    let rows = desk.session.rows_under(&became, change_item::KIND);
    (became, rows)
}

/// The codes of the rules that hold a request back.
fn held_by(desk: &Desk, record: &RecordId) -> Vec<&'static str> {
    let now = moment("2026-03-13T10:00");
    let lacks = desk
        .session
        .read(|log| missing(log, record, Gate::Submit, now));
    let code = |one: Shortfall| match one {
        Shortfall::Rule(found) => Some(found.rule.code),
        _ => None,
    };
    lacks.into_iter().filter_map(code).collect()
}

#[test]
fn a_line_that_names_a_task_and_a_day_moves_it_and_any_other_holds_the_request_back() {
    let (desk, _, task) = friday();
    let code = desk.session.read(|log| display_code(log, &task));
    for (line, to) in [
        (format!("变更：{code} 推后到3月26日"), "2026-03-26"),
        (format!("Change: {code} moves to 30 March"), "2026-03-30"),
    ] {
        let (request, rows) = asked_in_meeting(&desk, &line);
        assert_eq!(rows.len(), 1, "{line}");
        let value = |key: &str| desk.value(&rows[0], key);
        assert_eq!(value(change_item::TARGET.name), task.write(), "{line}");
        assert_eq!(value(change_item::BEFORE.name), Value::text("2026-03-12"));
        assert_eq!(value(change_item::AFTER.name), Value::text(to), "{line}");
        assert!(!held_by(&desk, &request).contains(&"CHG-09"), "{line}");
    }
    for line in [
        "变更：样机借给客服".to_owned(),
        format!("变更：{code} 从3月20日推后到3月26日"),
    ] {
        let (request, rows) = asked_in_meeting(&desk, &line);
        assert!(rows.is_empty(), "{line}");
        assert!(held_by(&desk, &request).contains(&"CHG-09"), "{line}");
        let scope = Value::text(change_request::SCOPE.key);
        desk.set(&request, change_request::TYPE.name, scope);
        assert!(!held_by(&desk, &request).contains(&"CHG-09"), "no date");
    }
}

#[test]
fn whoever_decides_is_not_asked_to_confirm_it_unless_somebody_asks_them_by_hand() {
    let desk = lead();
    let (wang, chen, li) = (
        desk.person("王经理"),
        desk.person("陈专员"),
        desk.person("李主管"),
    );
    desk.set(&chen, member::SAME_AS.name, wang.write());
    let record = desk.session.begin(decision::KIND, Vec::new());
    let text = Value::text("准予首批量产。");
    desk.set(&record, decision::DECISION_TEXT.name, text);
    let asked = || {
        desk.session.read(|log| {
            let all = receipts(&Form::new(log, record.clone())).into_iter();
            all.map(|one| one.member).collect::<Vec<_>>()
        })
    };
    assert!(!asked().contains(&chen), "the lead under another name");
    assert!(asked().contains(&li));
    desk.set(&record, decision::APPROVER.name, li.write());
    assert!(!asked().contains(&li), "asked with all others");
    let key = decision::recipient_key(&li).expect("a key").to_string();
    desk.set(&record, &key, Value::Null);
    desk.set(&record, &key, Value::Bool(true));
    assert!(asked().contains(&li), "named by hand");
}

#[test]
fn what_a_rule_finds_in_many_places_is_one_line() {
    let desk = lead();
    let told = desk
        .session
        .read(|log| told_checks(log, moment("2026-12-01T10:00")));
    let late = told.groups.iter().map(|group| &group.found);
    let late = late.filter(|found| found[0].rule.code == "TASK-16");
    let times: Vec<usize> = late.map(Vec::len).collect();
    assert!(matches!(times.as_slice(), [n] if *n > 5), "{times:?}");
}

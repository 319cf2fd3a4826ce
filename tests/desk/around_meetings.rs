//! What is done around a meeting: its agenda goes out, a gate decides, a remark becomes what it says, a slip is told.

use crate::letters::sending;
use crate::people::{date, lead, moment};
use crate::plan_changes::begun;
use crate::weekly::{friday, held};
use hepai::analysis::inbox::weekly::{HeldMeeting, others_on};
use hepai::analysis::standing::gate_review::gate_at_hand;
use hepai::analysis::standing::plan_changes::moved_beyond;
use hepai::exchange::Envelope;
use hepai::model::template::{CellType, Form, STATUS};
use hepai::model::{RecordId, Value};
use hepai::state::remark_sorts;
use hepai::templates::{
    action, charter, comment, decision, meeting, milestone, minutes_item, risk, task,
};
use hepai::ui::letter::{Sending, invite};

#[test]
fn the_agenda_goes_by_mail_with_its_points_whose_they_are_and_why() {
    let (desk, _, late) = friday();
    let held = held(&desk);
    let agenda = Sending {
        envelope: Envelope::default(),
        about: Some(held.meeting),
        today: date("2026-03-13"),
        ..sending()
    };
    let letter = desk.session.read(|log| invite(log, &agenda));
    assert!(
        letter.subject.contains("周会 03-13 议程"),
        "{}",
        letter.subject
    );
    let name = desk.value(&late, task::TITLE.name);
    let name = name.as_text().expect("a title");
    let line = letter
        .body
        .lines()
        .find(|line| line.starts_with("- ") && line.contains(name));
    let line = line.expect("the late task");
    assert!(
        line.contains("陈专员") && line.contains("逾期 1 个工作日"),
        "{line}"
    );
}

#[test]
fn a_gate_review_decides_on_its_milestone_with_conditions_as_actions() {
    let desk = lead();
    let gate = desk.with(meeting::KIND, meeting::KIND_OF, meeting::GATE.key);
    let day = date("2026-04-14");
    desk.set(&gate, meeting::FIRST_DATE.name, day.write());
    let add = |name: &str, day: &str| {
        let fields = vec![
            (milestone::NAME.name, Value::text(name)),
            (milestone::CURRENT_DATE.name, date(day).write()),
        ];
        desk.session
            .add_rows(milestone::KIND, None, None, &[fields])
            .remove(0)
    };
    for known in desk.session.rows(milestone::KIND) {
        desk.session.delete(&known);
    }
    let (near, _far) = (add("产品就绪", "2026-04-14"), add("正式上市", "2026-04-28"));
    let at = moment("2026-04-14T09:00");
    let today = desk.session.read(|log| others_on(log, at));
    let today: Vec<&RecordId> = today.iter().map(|(held, _)| &held.meeting).collect();
    assert!(today.contains(&&gate), "it can be opened on its day");
    let of = |meeting: &RecordId| desk.session.read(|log| gate_at_hand(log, meeting, day));
    assert_eq!(of(&gate), Some(near.clone()));
    let weekly = desk.with(meeting::KIND, meeting::KIND_OF, meeting::WEEKLY.key);
    assert_eq!(of(&weekly), None);
    let held = desk
        .session
        .read(|log| HeldMeeting::on(log, &gate, day))
        .expect("a meeting");
    desk.session.begin_meeting(&held);
    let made = desk.session.note_gate(
        &held,
        &near,
        milestone::CONDITIONAL,
        "产品就绪：有条件通过",
        "留 2 台样机 李主管 04-15\n补测报告归档 陈专员 04-16",
    );
    let made = made.expect("a decision");
    let said = desk.value(&near, milestone::GATE_DECISION.name);
    assert_eq!(said, Value::text(milestone::CONDITIONAL.key));
    assert_eq!(
        desk.value(&made, decision::CATEGORY.name),
        Value::text(decision::GATE.key)
    );
    let actions = desk.session.rows_under(&held.minutes, action::KIND);
    let owners: Vec<Value> = actions
        .iter()
        .map(|one| desk.value(one, action::OWNER.name))
        .collect();
    assert_eq!(
        owners,
        ["李主管", "陈专员"].map(|name| desk.person(name).write())
    );
    assert_eq!(
        desk.session
            .rows_under(&held.minutes, minutes_item::KIND)
            .len(),
        3
    );
    desk.session.end_meeting(&held);
    desk.session.release_meeting(&held, None);
    assert_eq!(
        desk.value(&made, STATUS),
        Value::text(decision::ISSUED.key),
        "released with it"
    );
}

#[test]
fn a_remark_becomes_what_it_says_and_is_dealt_with() {
    let desk = lead();
    desk.session.remark(&charter::record(), "供应商可能断料");
    let remark = desk.session.rows(comment::KIND).remove(0);
    let keys: Vec<&str> = remark_sorts().map(|sort| sort.choice.key).collect();
    assert_eq!(
        keys,
        [
            "action", "task", "decision", "issue", "risk", "change", "lesson"
        ]
    );
    let sort = remark_sorts()
        .find(|sort| sort.becomes == risk::KIND)
        .expect("a sort");
    let made = desk.session.remark_becomes(&remark, sort).expect("a risk");
    assert_eq!(
        desk.value(&made, risk::TITLE.name),
        Value::text("供应商可能断料")
    );
    let form = |key| {
        desk.session
            .read(|log| Form::new(log, remark.clone()).has(key))
    };
    assert!(form(comment::HANDLED_AT.name));
    assert_eq!(desk.value(&remark, comment::BECAME.name), made.write());
}

#[test]
fn a_date_that_was_only_wrong_is_no_change_once_the_lead_says_why() {
    let (desk, me, task) = begun();
    desk.set(&task, task::CURRENT_END.name, date("2026-05-15").write());
    desk.session.set_author(Some(me.to_string()));
    let moved = || {
        desk.session
            .read(|log| moved_beyond(&Form::new(log, task.clone())).is_some())
    };
    assert!(moved());
    assert!(
        desk.session.was_a_slip(&task, "写错了").is_empty(),
        "not the owner's to say"
    );
    desk.session
        .set_author(Some(desk.person("王经理").to_string()));
    assert!(!desk.session.was_a_slip(&task, "写错了一个月").is_empty());
    assert!(!moved());
    assert_eq!(
        desk.value(&task, task::CURRENT_END.name),
        date("2026-05-15").write()
    );
}

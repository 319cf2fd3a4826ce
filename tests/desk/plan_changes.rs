//! Change requests: born where a date moves too far, approved by how far they reach, written into the plan in one act.

use crate::people::{Desk, date, empty, lead};
use crate::progress::running;
use hepai::analysis::standing::plan_changes::{approver_of, may_approve, moved_beyond, moves};
use hepai::analysis::{Item, missing, todos};
use hepai::model::template::{CellType, Form, Gate, Lang, STATUS, Transition};
use hepai::model::{Change, Log, RecordId, Value};
use hepai::state::Behalf;
use hepai::templates::{change_item, change_request, charter, member, milestone, settings, task};

const END: &str = task::CURRENT_END.name;

/// A project that has begun, 陈专员 with a task that ends on Thursday 2026-04-30.
pub(crate) fn begun() -> (Desk, RecordId, RecordId) {
    let (desk, me, task) = running();
    for record in desk.session.rows(milestone::KIND) {
        desk.session.delete(&record);
    }
    desk.session.begin_work(None);
    assert_eq!(
        desk.value(&settings::record(), STATUS),
        Value::text(settings::RUNNING.key)
    );
    (desk, me, task)
}

/// The same, asked to end on `to`, by 陈专员.
pub(crate) fn asked(to: &str) -> (Desk, RecordId, RecordId) {
    let (desk, me, task) = begun();
    desk.set(&task, END, date(to).write());
    desk.session.set_author(Some(me.to_string()));
    let made = desk
        .session
        .request_change(&task, "third_party", "整批报废", Lang::Zh);
    (desk, task, made.expect("a request"))
}

#[test]
fn how_far_a_date_moves_without_a_request_is_said_by_the_settings() {
    let (desk, _, task) = begun();
    let moved = |desk: &Desk| {
        let is_moved = |log: &Log| moved_beyond(&Form::new(log, task.clone())).is_some();
        desk.session.read(is_moved)
    };
    desk.set(&task, END, date("2026-05-15").write());
    assert!(moved(&desk), "more than two working days");
    desk.set(&settings::record(), settings::REP_DAYS.name, Value::int(10));
    assert!(!moved(&desk));
}

fn text(value: &Value) -> String {
    value.as_text().unwrap_or_default().to_owned()
}

pub(crate) fn act(desk: &Desk, who: &str) {
    let person = desk.person(who);
    desk.session.set_author(Some(person.to_string()));
}

pub(crate) fn step(key: &str) -> &'static Transition {
    let machine = change_request::CHANGE_REQUEST.states.expect("states");
    machine.step(key).expect("a step")
}

pub(crate) fn submit(desk: &Desk, record: &RecordId) {
    let now = crate::people::moment("2026-03-05T10:00");
    let lacks = desk
        .session
        .read(|log| missing(log, record, Gate::Submit, now).len());
    assert_eq!(lacks, 0);
    desk.step(record, "submit");
}

#[test]
fn a_date_moved_too_far_becomes_a_request_and_the_plan_keeps_the_old_one() {
    let (desk, _, task) = begun();
    let moved = |desk: &Desk| {
        desk.session
            .read(|log| moved_beyond(&Form::new(log, task.clone())))
    };
    desk.set(&task, END, date("2026-05-07").write());
    assert_eq!(moved(&desk), None, "two working days over the holidays");
    desk.set(&task, END, date("2026-04-30").write());
    desk.set(&task, END, date("2026-05-12").write());
    let expected = (date("2026-04-30"), date("2026-05-12"));
    let found = moved(&desk).expect("too far");
    assert_eq!((found.0, found.1), expected);
    let record = desk
        .session
        .request_change(&task, "third_party", "整批报废", Lang::Zh)
        .expect("a request");
    assert_eq!(text(&desk.value(&task, END)), "2026-04-30");
    assert_eq!(moved(&desk), None);
    let rows = desk.session.rows_under(&record, change_item::KIND);
    assert_eq!(
        text(&desk.value(&rows[0], change_item::AFTER.name)),
        "2026-05-12"
    );
    desk.session.undo();
    assert_eq!(text(&desk.value(&task, END)), "2026-05-12", "one act");
    desk.session.leave_date(&task);
    assert_eq!(text(&desk.value(&task, END)), "2026-04-30");
}

#[test]
fn who_approves_follows_from_how_far_it_reaches_and_is_never_who_asks() {
    let lines = [
        // To, who asks, role, and who.
        ("2026-05-08", "陈专员", member::LEAD, "王经理"),
        ("2026-05-08", "王经理", member::SPONSOR, "林总"),
        ("2026-05-30", "陈专员", member::SPONSOR, "林总"),
    ];
    for (to, who, role, name) in lines {
        let (desk, _, record) = asked(to);
        act(&desk, "王经理");
        let sponsor = vec![
            (member::PERSON.name, Value::text("林总")),
            (member::PROJECT_ROLE.name, Value::text(member::SPONSOR.key)),
        ];
        desk.session.add_rows(member::KIND, None, None, &[sponsor]);
        let asker = desk.person(who);
        desk.set(&record, change_request::REQUESTED_BY.name, asker.write());
        let approver = desk
            .session
            .read(|log| approver_of(&Form::new(log, record.clone()), date("2026-03-05")));
        assert_eq!(
            (approver.role, approver.people),
            (role, vec![desk.person(name)]),
            "{to} {who}"
        );
    }
    let (desk, _, record) = asked("2026-05-08");
    let may = |who: &str| {
        let person = desk.person(who);
        desk.session
            .read(|log| may_approve(&Form::new(log, record.clone()), &person, date("2026-03-05")))
    };
    assert_eq!(
        [may("王经理"), may("陈专员"), may("赵主管")],
        [true, false, false]
    );
}

#[test]
fn approving_writes_the_plan_in_one_act_and_leaves_what_was_moved_since() {
    let (desk, task, record) = asked("2026-05-08");
    submit(&desk, &record);
    act(&desk, "王经理");
    let me = desk.person("王经理");
    let waits = |desk: &Desk| {
        let all = desk
            .session
            .read(|log| todos(log, &me, &[], date("2026-03-05")));
        all.iter()
            .any(|todo| todo.item == Item::Approval(record.clone()))
    };
    assert!(waits(&desk));
    let approve = step("approve");
    desk.session.decide_change(&record, approve, "", None);
    assert_eq!(text(&desk.value(&task, END)), "2026-05-08");
    assert_eq!(text(&desk.value(&record, STATUS)), "approved");
    assert_eq!(
        desk.value(&record, change_request::DECIDED_BY.name),
        me.write()
    );
    let planned = text(&desk.value(&task, task::BASELINE_END.name));
    assert_eq!(planned, "2026-04-30", "the original plan never moves");
    assert!(!waits(&desk));
    desk.session.undo();
    let both = (
        text(&desk.value(&task, END)),
        text(&desk.value(&record, STATUS)),
    );
    assert_eq!(both, ("2026-04-30".to_owned(), "waiting".to_owned()));

    desk.set(&task, END, date("2026-05-06").write());
    desk.session.decide_change(&record, approve, "", None);
    assert_eq!(
        text(&desk.value(&task, END)),
        "2026-05-06",
        "left, and shown"
    );
    let left = desk.session.read(|log| {
        let all = moves(&Form::new(log, record.clone())).into_iter();
        all.filter(|one| !one.is_to_write() && !one.is_written())
            .count()
    });
    assert_eq!(left, 1);
}

#[test]
fn what_the_approver_said_elsewhere_is_recorded_with_its_basis() {
    let (desk, task, record) = asked("2026-05-30");
    submit(&desk, &record);
    act(&desk, "王经理");
    let behalf = Behalf {
        member: desk.person("赵主管"),
        basis: "03-05 电话".to_owned(),
    };
    desk.session
        .decide_change(&record, step("approve"), "", Some(&behalf));
    assert_eq!(text(&desk.value(&task, END)), "2026-05-30");
    assert_eq!(
        desk.value(&record, change_request::DECIDED_BY.name),
        behalf.member.write()
    );
}

#[test]
fn approved_here_and_moved_there_the_date_differs_in_both_orders() {
    let (desk, task, record) = asked("2026-05-08");
    submit(&desk, &record);
    let copy = |seed| {
        let copy = empty(seed);
        copy.take(desk.changes(), &desk.person("王经理"));
        act(&copy, "王经理");
        copy
    };
    let (one, two) = (copy(5), copy(6));
    one.session
        .decide_change(&record, step("approve"), "", None);
    two.set(&task, END, date("2026-05-06").write());
    let files: [Vec<Change>; 2] = [one.changes(), two.changes()];
    let merged = |order: [usize; 2]| {
        let copy = empty(7);
        for at in order {
            copy.take(files[at].clone(), &desk.person("王经理"));
        }
        let differing = copy.session.read(Log::conflicts);
        let places: Vec<_> = differing
            .iter()
            .map(|one| (one.record.clone(), one.key.to_string()))
            .collect();
        (places, copy.value(&task, END))
    };
    let here = merged([0, 1]);
    assert_eq!(here, merged([1, 0]));
    assert_eq!(here.0, [(task.clone(), END.to_owned())]);
}

#[test]
fn nothing_is_asked_before_the_start() {
    let desk = lead();
    let me = desk.person("陈专员");
    let task = desk.tasks(&me)[0].clone();
    desk.set(&task, END, date("2026-06-30").write());
    let moved = desk
        .session
        .read(|log| moved_beyond(&Form::new(log, task.clone())));
    assert_eq!(moved, None);
}

#[test]
fn from_which_cost_on_the_sponsor_approves_is_a_setting() {
    let desk = lead();
    let cap = (charter::BUDGET_CAP.name, Value::int(10_000_000));
    desk.session.set_fields(&charter::record(), &[cap]);
    let fields = vec![
        (change_request::TITLE.name, Value::text("加班")),
        (change_request::IMPACT_COST.name, Value::int(600_000)),
    ];
    let change = desk
        .session
        .add_rows(change_request::KIND, None, None, &[fields])
        .remove(0);
    let sponsor = vec![
        (member::PERSON.name, Value::text("林总")),
        (member::PROJECT_ROLE.name, Value::text(member::SPONSOR.key)),
    ];
    desk.session.add_rows(member::KIND, None, None, &[sponsor]);
    let role = || {
        let today = desk.session.now().date_naive();
        desk.session
            .read(|log| approver_of(&Form::new(log, change.clone()), today))
            .role
            .key
    };
    assert_eq!(role(), member::SPONSOR.key, "6 of 100 are more than five");
    let percent = settings::BUDGET_PERCENT.name;
    desk.set(&settings::record(), percent, Value::int(10));
    assert_ne!(role(), member::SPONSOR.key);
}

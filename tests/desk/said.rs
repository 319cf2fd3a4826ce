//! What people say comes before those whom it concerns: objections and remarks before the project lead, an answer with
//! no before whoever suggested; and an answer can be taken back.

use crate::people::{Desk, date, lead};
use hepai::analysis::goal::adjustment::adjustment;
use hepai::analysis::inbox::said::remarks_on;
use hepai::analysis::inbox::todos::request;
use hepai::analysis::{Item, todos};
use hepai::exchange::Envelope;
use hepai::model::template::CellType;
use hepai::model::{RecordId, Value};
use hepai::state::Received;
use hepai::templates::{charter, comment, confirmation, department, proposal, task};

fn waits(desk: &Desk, name: &str) -> Vec<Item> {
    let who = desk.person(name);
    let all = desk
        .session
        .read(|log| todos(log, &who, &[], date("2026-02-01")));
    all.into_iter().map(|todo| todo.item).collect()
}

fn acts(desk: &Desk, name: &str) {
    let who = desk.person(name);
    desk.session.set_author(Some(who.to_string()));
}

#[test]
fn an_objection_waits_for_the_lead_until_the_goal_is_changed_or_agreed_to() {
    let desk = lead();
    let own = desk.department(&desk.person("陈专员"));
    let object = || {
        acts(&desk, "陈专员");
        desk.session
            .answer_goal(&own, confirmation::OBJECTION, "人手不够", None);
    };
    let objected = [Item::Objection(own.clone())];
    object();
    assert_eq!(waits(&desk, "王经理"), objected);
    assert_eq!(
        waits(&desk, "陈专员"),
        [],
        "whoever objects waits for others"
    );
    acts(&desk, "王经理");
    desk.set(
        &charter::record(),
        charter::GOAL_STATEMENT.name,
        Value::text("少做一件"),
    );
    assert_eq!(waits(&desk, "王经理"), [], "the lead has done something");
    object();
    assert_eq!(waits(&desk, "王经理"), objected, "said of the new goal");
    desk.session
        .answer_goal(&own, confirmation::CONFIRMED, "", None);
    assert_eq!(waits(&desk, "王经理"), []);
}

#[test]
fn a_remark_on_anything_waits_for_the_lead_until_it_is_dealt_with() {
    let desk = lead();
    let own = desk.department(&desk.person("陈专员"));
    let task = desk.tasks(&desk.person("陈专员"))[0].clone();
    for about in [charter::record(), task, own] {
        acts(&desk, "陈专员");
        let remark = desk.session.remark(&about, "要说一句").remove(0);
        assert_eq!(waits(&desk, "王经理"), [Item::Remark(remark.clone())]);
        assert_eq!(waits(&desk, "赵主管"), []);
        acts(&desk, "王经理");
        desk.session.handle_remark(&remark);
        assert_eq!(waits(&desk, "王经理"), []);
        let shown = desk.session.read(|log| remarks_on(log, &about));
        let told: Vec<(&str, bool)> = shown
            .iter()
            .map(|one| (one.text.as_str(), one.is_open))
            .collect();
        assert_eq!(told, [("要说一句", false)], "it stays to be read");
        desk.session.undo();
        assert_eq!(waits(&desk, "王经理"), [Item::Remark(remark.clone())]);
        desk.session.redo();
        assert!(!desk.value(&remark, comment::HANDLED_AT.name).is_empty());
    }
    desk.session.remark(&charter::record(), "自己说的");
    assert_eq!(waits(&desk, "王经理"), [], "nobody waits for themselves");
}

#[test]
fn whoever_agrees_to_their_duties_has_taken_their_objection_back() {
    let desk = lead();
    let own = desk.department(&desk.person("陈专员"));
    acts(&desk, "陈专员");
    desk.session.remark(&own, "请先写上");
    assert_eq!(waits(&desk, "王经理").len(), 1);
    desk.session.confirm_duties(&own, None);
    assert_eq!(waits(&desk, "王经理"), []);
}

#[test]
fn an_objection_to_duties_that_were_agreed_to_waits_until_its_writer_agrees_again() {
    let desk = lead();
    let own = desk.department(&desk.person("陈专员"));
    let confirmed = || desk.value(&own, department::BOUNDARY_CONFIRMED_AT.name);
    acts(&desk, "陈专员");
    desk.session.confirm_duties(&own, None);
    desk.session.object_duties(&own, "多了一条");
    assert_eq!(waits(&desk, "王经理").len(), 1);
    assert!(confirmed().is_empty());
    let said = desk.session.read(|log| remarks_on(log, &own)).remove(0);
    desk.session.object_duties(&own, "多了两条");
    assert_eq!(waits(&desk, "王经理"), [Item::Remark(said.record.clone())]);
    acts(&desk, "赵主管");
    desk.session.confirm_duties(&own, None);
    assert_eq!(waits(&desk, "王经理").len(), 1, "not theirs to take back");
    acts(&desk, "陈专员");
    desk.session.confirm_duties(&own, None);
    assert_eq!(waits(&desk, "王经理"), []);
    desk.session.object_duties(&own, "又多了一条");
    assert_eq!(waits(&desk, "王经理").len(), 1);
    desk.session.undo();
    assert_eq!(
        (waits(&desk, "王经理").len(), confirmed().is_empty()),
        (0, false)
    );
}

/// Somebody suggests another name for a task that is not theirs.
fn suggested(desk: &Desk) -> RecordId {
    let task = desk.tasks(&desk.person("陈专员"))[0].clone();
    acts(desk, "赵主管");
    desk.set(&task, task::TITLE.name, Value::text("换个名字"));
    desk.session.rows(proposal::PROPOSAL.kind).remove(0)
}

#[test]
fn a_suggestion_that_was_declined_waits_for_whoever_made_it_until_they_take_note() {
    let desk = lead();
    let suggestion = suggested(&desk);
    assert_eq!(
        desk.session.own_suggestions(),
        std::slice::from_ref(&suggestion)
    );
    assert_eq!(waits(&desk, "赵主管"), []);
    acts(&desk, "陈专员");
    assert_eq!(desk.session.own_suggestions(), []);
    desk.session.decline(&suggestion, Some("名字已经发出去了"));
    assert_eq!(waits(&desk, "陈专员"), []);
    assert_eq!(waits(&desk, "赵主管"), [Item::Declined(suggestion.clone())]);
    acts(&desk, "赵主管");
    assert_eq!(desk.session.own_suggestions(), []);
    desk.session.withdraw(&suggestion);
    assert_eq!(waits(&desk, "赵主管"), []);
}

#[test]
fn fine_after_another_date_was_asked_for_takes_that_date_back() {
    let desk = lead();
    let owner = desk.person("陈专员");
    let task = desk.tasks(&owner)[0].clone();
    acts(&desk, "陈专员");
    desk.session.name_backup(&owner, "小陈");
    let end = || desk.value(&task, task::CURRENT_END.name);
    let asked = || desk.session.read(|log| adjustment(log, &task));
    let open = || {
        let rows = desk.session.rows(proposal::PROPOSAL.kind);
        rows.len()
    };
    let before = end();
    let (first, second) = (date("2026-04-30").write(), date("2026-05-08").write());
    // The representative writes the date; for somebody else of the department it is a suggestion.
    for (name, is_suggested) in [("陈专员", false), ("小陈", true)] {
        acts(&desk, "王经理");
        desk.set(&task, task::OWNER.name, desk.person(name).write());
        acts(&desk, name);
        desk.session.adjust_task(&task, first.clone(), "等样件");
        desk.session.adjust_task(&task, second.clone(), "再晚一周");
        let one = asked().expect("what was asked for");
        assert_eq!(
            (&one.to, one.reason.as_deref()),
            (&second, Some("再晚一周"))
        );
        assert_eq!(
            (one.suggestion.is_some(), open()),
            (is_suggested, usize::from(is_suggested))
        );
        desk.session
            .answer_tasks(std::slice::from_ref(&task), task::FINE.key, None);
        assert_eq!(
            (asked(), end(), open()),
            (None, before.clone(), 0),
            "{name}"
        );
    }
}

#[test]
fn a_date_to_be_changed_without_another_waits_for_the_lead_until_it_is_changed() {
    let desk = lead();
    let task = desk.tasks(&desk.person("陈专员"))[0].clone();
    acts(&desk, "陈专员");
    desk.session.adjust_task(&task, Value::Null, "等样件");
    assert_eq!(waits(&desk, "王经理"), [Item::Dates(task.clone())]);
    acts(&desk, "王经理");
    desk.set(&task, task::CURRENT_END.name, date("2026-04-30").write());
    assert_eq!(waits(&desk, "王经理"), []);
    acts(&desk, "陈专员");
    desk.session.adjust_task(&task, Value::Null, "还是早了");
    assert_eq!(waits(&desk, "王经理"), [Item::Dates(task.clone())]);
    desk.session
        .answer_tasks(std::slice::from_ref(&task), task::FINE.key, None);
    assert_eq!(waits(&desk, "王经理"), []);
}

#[test]
fn fine_leaves_another_date_where_it_was_asked_about_anew() {
    let desk = lead();
    let task = desk.tasks(&desk.person("陈专员"))[0].clone();
    let later = date("2026-04-30").write();
    acts(&desk, "陈专员");
    desk.session.adjust_task(&task, later.clone(), "等样件");
    let asking = Received {
        envelope: Envelope {
            requests: vec![request::TASKS.to_owned()],
            ..Envelope::default()
        },
        ..Received::default()
    };
    desk.session.note_received(Vec::new(), vec![asking]);
    desk.session
        .answer_tasks(std::slice::from_ref(&task), task::FINE.key, None);
    assert_eq!(desk.value(&task, task::CURRENT_END.name), later);
}

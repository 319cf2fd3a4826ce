//! What holds a step back at its gate, and who may take it all the same.

use crate::people::{Desk, empty, lead};
use hepai::analysis::Shortfall;
use hepai::analysis::rules::checks::{findings_of, hints_of};
use hepai::analysis::standing::history::state_reason;
use hepai::model::template::{Severity, Transition};
use hepai::model::{RecordId, Value};
use hepai::state::Held;
use hepai::storage::Reach;
use hepai::templates::{SCHEMA, charter};

fn charter_step(key: &str) -> &'static Transition {
    let machine = SCHEMA.template(charter::KIND).and_then(|one| one.states);
    let mut steps = machine.expect("states").transitions.iter();
    steps.find(|step| step.key == key).expect("a step")
}

/// The step that leads through a gate.
fn gated() -> &'static Transition {
    let machine = SCHEMA.template(charter::KIND).and_then(|one| one.states);
    let mut steps = machine.expect("states").transitions.iter();
    steps.find(|step| step.gate.is_some()).expect("a gate")
}

fn held(desk: &Desk) -> Held {
    desk.session.held(&charter::record(), gated())
}

#[test]
fn a_gate_holds_back_while_something_is_missing_and_the_lead_may_pass() {
    let desk = lead();
    let first = held(&desk);
    assert!(first.is_held() && !first.is_unread && first.may_pass);
    assert!(first.lacks.iter().any(|lack| {
        matches!(lack, Shortfall::Empty { field, .. } if field.key == charter::BACKGROUND.name)
    }));
    desk.set(
        &charter::record(),
        charter::BACKGROUND.name,
        Value::text("新产品"),
    );
    assert_eq!(held(&desk).lacks.len(), first.lacks.len() - 1);

    let rep = desk.person("陈专员");
    desk.session.set_author(Some(rep.to_string()));
    let other = held(&desk);
    assert!(other.is_held() && !other.may_pass, "others wait");
}

#[test]
fn a_step_without_a_gate_is_held_by_nothing() {
    let desk = lead();
    let held = desk
        .session
        .held(&charter::record(), charter_step("confirm"));
    assert!(!held.is_held() && !held.may_pass);
}

#[test]
fn what_could_not_be_read_holds_a_gate_and_no_other_step() {
    let desk = empty(1);
    desk.browser.reach.set(Reach::Part);
    desk.session.news_reach();
    assert!(held(&desk).is_unread && held(&desk).is_held());
    let open = desk
        .session
        .held(&charter::record(), charter_step("confirm"));
    assert!(!open.is_unread && !open.is_held());
    desk.browser.reach.set(Reach::All);
    assert!(!held(&desk).is_unread);
}

#[test]
fn the_steps_are_those_of_who_acts() {
    let desk = lead();
    let mine = |key: &str| {
        let steps = desk.session.offered_steps(&charter::record());
        let mut mine = steps.next.iter().chain(&steps.beside);
        mine.any(|step| step.transition.key == key)
    };
    assert!(mine("confirm"));
    let rep = desk.person("陈专员");
    desk.session.set_author(Some(rep.to_string()));
    assert!(!mine("confirm"));
    desk.session.set_author(Some("陈专员".to_owned()));
    assert!(!mine("confirm"), "a name is no member");
}

#[test]
fn hints_are_the_findings_that_hold_nothing_back() {
    let desk = lead();
    let (record, now) = (charter::record(), desk.session.now());
    let all = desk.session.read(|log| findings_of(log, &record, now));
    let hints = desk.session.read(|log| hints_of(log, &record, now));
    let blocks = all
        .iter()
        .filter(|found| matches!(found.rule.severity, Severity::Block(_)));
    let blocks = blocks.count();
    assert!(blocks > 0 && hints.len() + blocks == all.len());
    assert!(
        hints
            .iter()
            .all(|found| !matches!(found.rule.severity, Severity::Block(_)))
    );
}

#[test]
fn a_state_says_with_which_reason_the_form_came_there() {
    let desk = lead();
    let reason = |record: &RecordId| {
        let told = desk.session.read(|log| {
            state_reason(log, record).map(|(state, reason)| (state, reason.to_owned()))
        });
        told.map(|(state, reason)| (state.zh, reason))
    };
    assert_eq!(reason(&charter::record()), None);
    desk.session.step(
        &charter::record(),
        charter_step("confirm"),
        Some("部门都看过"),
    );
    assert_eq!(
        reason(&charter::record()),
        Some((charter::CONFIRMING.label.zh, "部门都看过".to_owned()))
    );
    desk.step(&charter::record(), "withdraw");
    assert_eq!(reason(&charter::record()), None, "the latest step counts");
}

//! What may happen, and what becomes of it when it does.

use crate::people::{Desk, empty, lead};
use hepai::model::template::{CellType as _, STATUS};
use hepai::model::{RecordId, Value};
use hepai::templates::{attachment, issue, risk, status_of, task};

const ELSEWHERE: u64 = 2;

/// The browser of somebody who has what the lead has.
fn other(desk: &Desk, name: &str) -> Desk {
    let other = empty(ELSEWHERE);
    other.take(desk.changes(), &desk.person("王经理"));
    other
        .session
        .set_author(Some(desk.person(name).to_string()));
    other
}

/// A risk of the lead's with all that an issue takes over.
fn risky(desk: &Desk) -> RecordId {
    let owner = desk.person("陈专员");
    let hit = desk.session.rows(task::TASK.kind)[0].clone();
    let fields = vec![
        (risk::TITLE.name, Value::text("认证补测")),
        (risk::CAUSE.name, Value::text("实验室排期紧")),
        (risk::EFFECT.name, Value::text("量产晚两周")),
        (risk::OWNER.name, owner.write()),
    ];
    let record = desk
        .session
        .add_rows(risk::KIND, None, None, &[fields])
        .remove(0);
    let hits = format!(
        "{}/{}",
        risk::AFFECTED_TASKS.name,
        hit.rest().expect("an id")
    );
    desk.set(&record, &hits, Value::Bool(true));
    record
}

/// The issue that a risk has become.
fn issue_of(desk: &Desk, risk: &RecordId) -> RecordId {
    RecordId::read(&desk.value(risk, risk::BECAME_ISSUE.name)).expect("an issue")
}

#[test]
fn a_risk_that_happens_becomes_an_issue_that_says_what_is_known_and_undo_takes_both_back() {
    let desk = lead();
    let record = risky(&desk);
    let before = desk.session.rows(issue::KIND);
    desk.step(&record, "occur");
    let made = issue_of(&desk, &record);
    assert_eq!(desk.session.rows(issue::KIND).len(), before.len() + 1);
    for (key, from) in [
        (issue::TITLE.name, risk::TITLE.name),
        (issue::DESCRIPTION.name, risk::CAUSE.name),
        (issue::IMPACT_SCOPE.name, risk::EFFECT.name),
        (issue::RAISED_BY.name, risk::OWNER.name),
        (issue::OWNER.name, risk::OWNER.name),
    ] {
        assert_eq!(desk.value(&made, key), desk.value(&record, from), "{key}");
    }
    let hit = desk.session.rows(task::TASK.kind)[0].clone();
    let hits = format!(
        "{}/{}",
        issue::AFFECTED_TASKS.name,
        hit.rest().expect("an id")
    );
    assert_eq!(desk.value(&made, &hits), Value::Bool(true));
    desk.session.read(|log| {
        let form = hepai::model::template::Form::new(log, made.clone());
        assert_eq!(
            status_of(&form),
            issue::DRAFT.key,
            "it is submitted by whoever raises it"
        );
    });
    desk.session.undo();
    assert_eq!(desk.session.rows(issue::KIND), before);
    assert!(desk.value(&record, risk::BECAME_ISSUE.name).is_empty());
}

#[test]
fn a_risk_that_happens_on_two_copies_is_one_issue_on_both() {
    let here = lead();
    let record = risky(&here);
    let there = other(&here, "陈专员");
    // Somebody here has raised another issue meanwhile, so that the numbers differ.
    let fields = vec![(issue::TITLE.name, Value::text("模具样件迟了"))];
    here.session.add_rows(issue::KIND, None, None, &[fields]);
    here.step(&record, "occur");
    there.step(&record, "occur");
    let (mine, theirs) = (here.changes(), there.changes());
    here.take(theirs, &here.person("陈专员"));
    there.take(mine, &here.person("王经理"));
    assert_eq!(
        here.session.rows(issue::KIND),
        there.session.rows(issue::KIND)
    );
    assert_eq!(issue_of(&here, &record), issue_of(&there, &record));
    assert_eq!(
        here.session.rows(issue::KIND).len(),
        2,
        "the other one and that of the risk"
    );
    for desk in [&here, &there] {
        let places = desk.session.read(|log| log.conflicts());
        assert!(places.is_empty(), "nobody is asked about it: {places:?}");
    }
}

#[test]
fn a_risk_that_happens_again_has_the_issue_that_it_had() {
    let desk = lead();
    let record = risky(&desk);
    desk.step(&record, "occur");
    let made = issue_of(&desk, &record);
    desk.set(
        &made,
        issue::DESCRIPTION.name,
        Value::text("实验室来函：排到四月"),
    );
    desk.session.delete(&made);
    desk.step(&record, "close");
    desk.step(&record, "reopen");
    desk.step(&record, "occur");
    assert_eq!(issue_of(&desk, &record), made);
    let said = desk.value(&made, issue::DESCRIPTION.name);
    assert_eq!(
        said,
        Value::text("实验室来函：排到四月"),
        "what was written stays"
    );
    assert!(
        desk.session.rows(issue::KIND).contains(&made),
        "and comes back"
    );
}

#[test]
fn a_risk_that_happens_after_its_issue_was_closed_has_another_issue() {
    let desk = lead();
    let record = risky(&desk);
    let mut made = Vec::new();
    for state in [issue::CLOSED, issue::REJECTED, issue::DRAFT] {
        desk.step(&record, "occur");
        let one = issue_of(&desk, &record);
        assert!(!made.contains(&one), "one that is open: {one}");
        desk.set(&one, STATUS, Value::text(state.key));
        made.push(one);
        desk.step(&record, "close");
        desk.step(&record, "reopen");
    }
    desk.step(&record, "occur");
    assert_eq!(Some(&issue_of(&desk, &record)), made.last());
    let rows = desk.session.rows(issue::KIND);
    assert!(made.iter().all(|one| rows.contains(one)), "all stay");
}

#[test]
fn a_risk_that_names_an_issue_already_keeps_it_and_makes_none() {
    let desk = lead();
    let record = risky(&desk);
    let fields = vec![(issue::TITLE.name, Value::text("认证没过"))];
    let by_hand = desk
        .session
        .add_rows(issue::KIND, None, None, &[fields])
        .remove(0);
    desk.set(&record, risk::BECAME_ISSUE.name, by_hand.write());
    let before = desk.session.rows(issue::KIND);
    desk.step(&record, "occur");
    assert_eq!(issue_of(&desk, &record), by_hand);
    assert_eq!(desk.session.rows(issue::KIND), before);
    // One that is in the recycle bin is none.
    desk.session.delete(&by_hand);
    desk.step(&record, "close");
    desk.step(&record, "reopen");
    desk.step(&record, "occur");
    assert_ne!(issue_of(&desk, &record), by_hand);
}

#[test]
fn an_issue_that_comes_back_brings_the_rows_that_went_with_it() {
    let desk = lead();
    let record = risky(&desk);
    desk.step(&record, "occur");
    let made = issue_of(&desk, &record);
    let kind = attachment::ATTACHMENT.kind;
    let fields = vec![(attachment::TITLE.name, Value::text("来函"))];
    let row = desk
        .session
        .add_rows(kind, Some(&made), None, &[fields])
        .remove(0);
    desk.session.delete(&made);
    assert!(!desk.session.rows(kind).contains(&row));
    desk.step(&record, "close");
    desk.step(&record, "reopen");
    desk.step(&record, "occur");
    assert!(desk.session.rows(kind).contains(&row));
}

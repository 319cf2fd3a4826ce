//! What may happen, and what becomes of it when it does.

use crate::people::{Desk, empty, lead};
use hepai::model::template::CellType as _;
use hepai::model::{RecordId, Value};
use hepai::templates::{issue, risk, status_of, task};

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

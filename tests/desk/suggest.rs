//! An edit outside one's role is a suggestion: it travels, waits for whoever is responsible, and changes nothing
//! itself.

use crate::people::{Desk, date, empty, lead};
use hepai::analysis::people::duty::{Duty, duty};
use hepai::analysis::people::suggestion::{Suggestion, all_open};
use hepai::analysis::{Item, todos};
use hepai::model::template::{DELETED, PARENT};
use hepai::model::{FieldKey, RecordId, Value};
use hepai::state::Copied;
use hepai::templates::{SCHEMA, charter, proposal, scope_item, task};

/// The lead's browser, and one of somebody else who has the whole project.
pub(crate) fn two(name: &str) -> (Desk, Desk, RecordId) {
    let lead = lead();
    let other = empty(2);
    other.take(lead.changes(), &lead.person("王经理"));
    let who = other.person(name);
    other.session.set_author(Some(who.to_string()));
    (lead, other, who)
}

pub(crate) fn type_into(desk: &Desk, record: &RecordId, key: &str, texts: &[Value]) {
    let field = desk.session.field(record.clone(), FieldKey::of(key));
    field.begin();
    for text in texts {
        field.write(text.clone());
    }
    field.end();
}

pub(crate) fn open(desk: &Desk) -> Vec<Suggestion> {
    desk.session.read(all_open)
}

pub(crate) const GOAL: &str = charter::GOAL_STATEMENT.name;

#[test]
fn typing_outside_ones_role_changes_nothing_and_is_one_suggestion() {
    let (_lead, rep, me) = two("李主管");
    let goal = rep.value(&charter::record(), GOAL);
    type_into(
        &rep,
        &charter::record(),
        GOAL,
        &[Value::text("两"), Value::text("两个月内上市")],
    );
    assert_eq!(
        rep.value(&charter::record(), GOAL),
        goal,
        "the goal stands as it was"
    );
    let open = open(&rep);
    let [one] = open.as_slice() else {
        panic!("one suggestion, not {open:?}")
    };
    assert_eq!((&one.target, one.key.as_str()), (&charter::record(), GOAL));
    assert_eq!(
        (&one.value, one.by.as_deref()),
        (&Value::text("两个月内上市"), Some(me.as_str()))
    );
    assert_eq!(
        rep.value(&one.record, PARENT),
        Value::text("charter"),
        "it travels with the form"
    );
    let field = rep.session.field(charter::record(), FieldKey::of(GOAL));
    assert_eq!(
        field.value(),
        Value::text("两个月内上市"),
        "the control goes on showing it"
    );

    // The next visit writes on in the same suggestion; what stands there anyway takes it back.
    type_into(
        &rep,
        &charter::record(),
        GOAL,
        &[Value::text("三个月内上市")],
    );
    assert_eq!(self::open(&rep).len(), 1);
    type_into(&rep, &charter::record(), GOAL, std::slice::from_ref(&goal));
    assert_eq!(self::open(&rep), []);
    assert_eq!(field.value(), goal);
    rep.session.undo();
    assert_eq!(
        field.value(),
        Value::text("三个月内上市"),
        "one visit is one step of undo"
    );
}

#[test]
fn the_lead_adopts_a_suggestion_and_its_author_sees_it_without_a_difference() {
    let (lead, rep, me) = two("李主管");
    let wang = lead.person("王经理");
    type_into(
        &rep,
        &charter::record(),
        GOAL,
        &[Value::text("两个月内上市")],
    );
    lead.take(rep.changes(), &me);
    let waiting = open(&lead).remove(0).record;
    let items = |desk: &Desk, who: &RecordId| -> Vec<Item> {
        let all = desk
            .session
            .read(|log| todos(log, who, &[], date("2026-02-01")));
        all.into_iter()
            .map(|todo| todo.item)
            .filter(|item| matches!(item, Item::Suggestion(_)))
            .collect()
    };
    assert_eq!(items(&lead, &wang), [Item::Suggestion(waiting.clone())]);
    assert_eq!(
        items(&lead, &me),
        [],
        "nobody decides on their own suggestion"
    );
    lead.session.adopt(&waiting);
    assert_eq!(
        lead.value(&charter::record(), GOAL),
        Value::text("两个月内上市")
    );
    assert_eq!(items(&lead, &wang), []);
    rep.take(lead.changes(), &wang);
    assert_eq!(
        rep.value(&charter::record(), GOAL),
        Value::text("两个月内上市")
    );
    assert_eq!(
        rep.value(&waiting, proposal::ANSWER.name),
        Value::text("adopted")
    );
    assert!(rep.session.read(|log| log.conflicts()).is_empty());

    lead.session.undo();
    assert_ne!(
        lead.value(&charter::record(), GOAL),
        Value::text("两个月内上市")
    );
    assert_eq!(
        items(&lead, &wang),
        [Item::Suggestion(waiting)],
        "one act, one undo"
    );
}

#[test]
fn a_suggestion_that_was_declined_or_followed_does_not_wait_any_more() {
    let (lead, rep, me) = two("李主管");
    type_into(&rep, &charter::record(), GOAL, &[Value::text("甲")]);
    type_into(
        &rep,
        &charter::record(),
        charter::BACKGROUND.name,
        &[Value::text("乙")],
    );
    lead.take(rep.changes(), &me);
    let by_key = |key: &str| {
        let found = open(&lead).into_iter().find(|one| one.key.as_str() == key);
        found.map(|one| one.record)
    };
    let goal = by_key(GOAL).expect("it waits");
    lead.session.decline(&goal, Some("太紧"));
    assert_eq!(by_key(GOAL), None);
    let reason = lead.session.read(|log| {
        let told = log.live(&goal, &FieldKey::of(proposal::ANSWER.name));
        told[0].change.note.as_deref().map(str::to_owned)
    });
    assert_eq!(reason.as_deref(), Some("太紧"));
    // Written by hand, and changed again later: it was followed, and does not come back.
    lead.set(
        &charter::record(),
        charter::BACKGROUND.name,
        Value::text("乙"),
    );
    assert_eq!(open(&lead), []);
    lead.set(
        &charter::record(),
        charter::BACKGROUND.name,
        Value::text("丙"),
    );
    assert_eq!(open(&lead), []);
}

#[test]
fn a_suggestion_knows_when_its_field_was_changed_since() {
    let (lead, rep, me) = two("李主管");
    type_into(&rep, &charter::record(), GOAL, &[Value::text("甲")]);
    assert!(!open(&rep)[0].is_outdated);
    lead.set(&charter::record(), GOAL, Value::text("另一个"));
    lead.take(rep.changes(), &me);
    assert!(open(&lead)[0].is_outdated);
}

#[test]
fn deleting_pasting_and_filling_outside_ones_role_are_suggestions_too() {
    let (lead, rep, me) = two("李主管");
    let row = rep
        .session
        .rows_under(&charter::record(), scope_item::SCOPE_ITEM.kind)
        .remove(0);
    rep.session.delete(&row);
    assert!(rep.session.is_visible(&row));
    assert_eq!(open(&rep)[0].key.as_str(), DELETED);
    let theirs = rep.tasks(&rep.person("赵主管")).remove(0);
    let title = rep.value(&theirs, task::TITLE.name);
    rep.set(&theirs, task::TITLE.name, Value::text("改个名"));
    assert_eq!(rep.value(&theirs, task::TITLE.name), title);
    assert_eq!(open(&rep).len(), 2);
    lead.take(rep.changes(), &me);
    for one in open(&lead) {
        lead.session.adopt(&one.record);
    }
    assert!(!lead.session.is_visible(&row), "with the rows under it");
    assert_eq!(lead.value(&theirs, task::TITLE.name), Value::text("改个名"));
    assert_eq!(open(&lead), []);
}

#[test]
fn pasting_over_ones_own_open_suggestion_counts_it() {
    let (_lead, rep, _) = two("李主管");
    let record = rep.session.rows(task::TASK.kind)[0].clone();
    let template = SCHEMA.template("task").expect("tasks");
    let paste = |text: &str| {
        let pasted = rep.session.read_table(
            template,
            &Copied {
                from: Some("title"),
                ..Copied::new(text)
            },
        );
        rep.session
            .take_table(&pasted, std::slice::from_ref(&record), &[])
    };
    rep.set(&record, task::OWNER.name, Value::Null);
    let before = open(&rep).len();
    let owned = rep.session.read(|log| {
        let key = FieldKey::of(task::TITLE.name);
        duty(log, &record, &key, rep.session.author().as_deref()) == Duty::Own
    });
    assert!(!owned, "the title is for others to write");
    assert_eq!(paste("一\t").suggested, 1);
    assert_eq!(paste("二\t").suggested, 1, "the same suggestion, rewritten");
    assert_eq!(open(&rep).len(), before + 1);
    assert_eq!(paste("二\t").suggested, 0, "nothing new");
}

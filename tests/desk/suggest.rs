//! An edit outside one's role is a suggestion: it travels, waits for whoever is responsible, and changes nothing
//! itself.

use crate::people::{Desk, date, empty, lead};
use hepai::analysis::people::duty::{Duty, duty};
use hepai::analysis::people::suggestion::{Suggestion, all_open};
use hepai::analysis::{Item, todos};
use hepai::exchange::slip;
use hepai::model::template::{DELETED, PARENT};
use hepai::model::{FieldKey, RecordId, Value};
use hepai::state::Copied;
use hepai::templates::{SCHEMA, charter, department, issue, member, proposal, scope_item, task};

/// The lead's browser, and one of somebody else who has the whole project.
fn two(name: &str) -> (Desk, Desk, RecordId) {
    let lead = lead();
    let other = empty(2);
    other.take(lead.changes(), &lead.person("王经理"));
    let who = other.person(name);
    other.session.set_author(Some(who.to_string()));
    (lead, other, who)
}

fn type_into(desk: &Desk, record: &RecordId, key: &str, texts: &[Value]) {
    let field = desk.session.field(record.clone(), FieldKey::of(key));
    field.begin();
    for text in texts {
        field.write(text.clone());
    }
    field.end();
}

fn open(desk: &Desk) -> Vec<Suggestion> {
    desk.session.read(all_open)
}

const GOAL: &str = charter::GOAL_STATEMENT.name;

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

/// What an edit is, by who acts: none = one's own, else the names of those who decide.
fn whose(desk: &Desk, record: &RecordId, key: &str, author: Option<&str>) -> Option<Vec<Value>> {
    desk.session
        .read(|log| match duty(log, record, &FieldKey::of(key), author) {
            Duty::Own => None,
            Duty::Suggest(people) => {
                let name =
                    |person: &RecordId| log.value(person, &FieldKey::of(member::PERSON.name));
                Some(people.iter().map(name).collect())
            }
        })
}

#[test]
fn who_writes_what_follows_the_roles_of_the_roster() {
    let desk = lead();
    let by = |name: &str| desk.person(name).to_string();
    let decides = |name: &str| Some(vec![Value::text(name)]);
    let li = desk.person("李主管");
    let own_department = desk.department(&li);
    let own_task = desk.tasks(&li).remove(0);
    let other_task = desk.tasks(&desk.person("赵主管")).remove(0);
    let charter = charter::record();
    for (record, key, author, expected) in [
        (&charter, GOAL, Some(by("王经理")), None),
        (&charter, GOAL, Some(by("李主管")), decides("王经理")),
        (&charter, GOAL, Some("访客".to_owned()), None),
        (&charter, GOAL, None, None),
        (
            &own_department,
            department::DUTIES.name,
            Some(by("李主管")),
            None,
        ),
        (
            &own_department,
            department::DUTIES.name,
            Some(by("赵主管")),
            decides("李主管"),
        ),
        (
            &own_department,
            department::PARTICIPATION.name,
            Some(by("李主管")),
            decides("王经理"),
        ),
        (&li, member::BACKUP_PERSON.name, Some(by("李主管")), None),
        (
            &li,
            member::PROJECT_ROLE.name,
            Some(by("李主管")),
            decides("王经理"),
        ),
        (&own_task, task::CURRENT_END.name, Some(by("李主管")), None),
        (
            &other_task,
            task::CURRENT_END.name,
            Some(by("李主管")),
            decides("王经理"),
        ),
        (
            &other_task,
            task::PERCENT.name,
            Some(by("李主管")),
            decides("赵主管"),
        ),
        (&other_task, "order", Some(by("李主管")), None),
    ] {
        let found = whose(&desk, record, key, author.as_deref());
        assert_eq!(found, expected, "{record} {key} {author:?}");
    }
    // What one has made oneself is one's own; so is every row of it.
    desk.session.set_author(Some(by("李主管")));
    let made = desk.session.add_rows(
        issue::ISSUE.kind,
        None,
        None,
        &[vec![(issue::TITLE.name, Value::text("卡住了"))]],
    );
    assert_eq!(
        whose(&desk, &made[0], issue::TITLE.name, Some(&by("李主管"))),
        None
    );
    assert_eq!(
        whose(&desk, &made[0], issue::OWNER.name, Some(&by("李主管"))),
        None
    );
    assert!(whose(&desk, &made[0], issue::TITLE.name, Some(&by("赵主管"))).is_some());
}

#[test]
fn every_form_says_who_writes_it() {
    let rows: Vec<&str> = SCHEMA
        .templates
        .iter()
        .flat_map(|one| one.rows)
        .map(|row| row.kind)
        .collect();
    for template in SCHEMA.templates {
        let is_said = !template.writers.is_empty() || rows.contains(&template.kind);
        assert!(is_said, "{}", template.kind);
        for key in template.writers.iter().flat_map(|line| line.fields) {
            let is_row = template.rows.iter().any(|row| row.kind == *key);
            assert!(
                is_row || template.field(key).is_some(),
                "{} {key}",
                template.kind
            );
        }
    }
}

#[test]
fn nothing_that_a_step_or_the_app_writes_can_be_suggested_by_a_file() {
    let desk = lead();
    for (field, value, is_read) in [
        ("status", "confirmed", false),
        ("order", "a0", false),
        ("sponsor", "member/x", false),
        ("no such field", "x", false),
        (GOAL, "改", true),
    ] {
        let fields = vec![
            (proposal::TARGET.name, Value::text("charter")),
            (proposal::FIELD.name, Value::text(field)),
            (proposal::VALUE.name, Value::text(value)),
        ];
        let made = desk.session.add_rows(
            proposal::PROPOSAL.kind,
            Some(&charter::record()),
            None,
            &[fields],
        );
        let read = desk.session.read(|log| Suggestion::read(log, &made[0]));
        assert_eq!(read.is_some(), is_read, "{field}");
    }
}

#[test]
fn two_people_suggest_for_one_field_and_each_stands_until_it_is_answered() {
    let (lead, rep, me) = two("李主管");
    let other = empty(3);
    other.take(lead.changes(), &lead.person("王经理"));
    let second = other.person("赵主管");
    other.session.set_author(Some(second.to_string()));
    type_into(&rep, &charter::record(), GOAL, &[Value::text("甲")]);
    type_into(&other, &charter::record(), GOAL, &[Value::text("乙")]);
    lead.take(rep.changes(), &me);
    lead.take(other.changes(), &second);
    let mut values: Vec<Value> = open(&lead).into_iter().map(|one| one.value).collect();
    values.sort_by_key(|value| value.as_text().map(str::to_owned));
    assert_eq!(values, [Value::text("乙"), Value::text("甲")]);
    assert!(lead.session.read(|log| log.conflicts()).is_empty());
    let first = open(&lead)
        .into_iter()
        .find(|one| one.by == Some(me.to_string()));
    lead.session.adopt(&first.expect("of the first").record);
    let left = open(&lead);
    assert_eq!(left.len(), 1, "the other one still waits");
    assert!(left[0].is_outdated, "and says that the field has changed");
    // Nobody takes back, or writes on in, the suggestion of somebody else.
    rep.take(other.changes(), &second);
    type_into(&rep, &charter::record(), GOAL, &[Value::text("丙")]);
    assert_eq!(open(&rep).len(), 2);
}

#[test]
fn a_suggestion_travels_with_the_record_it_is_about_and_goes_with_its_import() {
    let (lead, rep, me) = two("李主管");
    let theirs = rep.tasks(&rep.person("赵主管")).remove(0);
    let element = format!("{}/{}", task::HELPERS.name, me.rest().unwrap_or_default());
    type_into(&rep, &theirs, &element, &[Value::Bool(true)]);
    let [one] = open(&rep).try_into().expect("one suggestion");
    let slip: Vec<_> = rep.session.read(|log| {
        let part = slip(log, &std::iter::once(theirs.clone()).collect(), &[]);
        part.changes.into_iter().cloned().collect()
    });
    assert!(
        slip.iter()
            .any(|change: &hepai::model::Change| change.record == one.record)
    );
    lead.take(slip, &me);
    assert_eq!(open(&lead).len(), 1);
    let helpers = FieldKey::of(task::HELPERS.name);
    assert_eq!(
        lead.session.suggestions(&theirs, &helpers).len(),
        1,
        "shown at the set"
    );
    lead.session.adopt(&one.record);
    let elements = lead.session.elements(&theirs, &helpers);
    assert!(
        elements
            .iter()
            .any(|(rest, _)| Some(rest.as_str()) == me.rest())
    );
    assert_eq!(open(&lead), []);
}

#[test]
fn another_person_at_the_same_browser_writes_suggestions_of_their_own() {
    let (_lead, desk, _) = two("李主管");
    type_into(&desk, &charter::record(), GOAL, &[Value::text("甲")]);
    let second = desk.person("赵主管");
    desk.session.set_author(Some(second.to_string()));
    let field = desk.session.field(charter::record(), FieldKey::of(GOAL));
    assert_ne!(
        field.value(),
        Value::text("甲"),
        "another's suggestion is not one's value"
    );
    type_into(&desk, &charter::record(), GOAL, &[Value::text("乙")]);
    assert_eq!(open(&desk).len(), 2);
    desk.session
        .set_author(Some(desk.person("王经理").to_string()));
    type_into(&desk, &charter::record(), GOAL, &[Value::text("丙")]);
    assert_eq!(
        desk.value(&charter::record(), GOAL),
        Value::text("丙"),
        "the lead writes"
    );
    assert_eq!(open(&desk).len(), 2);
}

#[test]
fn who_is_entered_twice_has_the_roles_of_both() {
    let desk = lead();
    let li = desk.person("李主管");
    let twin = desk.session.add_rows(
        member::MEMBER.kind,
        None,
        None,
        &[vec![(member::PERSON.name, Value::text("李主管"))]],
    );
    let department = desk.department(&li);
    let own = |who: &RecordId| {
        whose(
            &desk,
            &department,
            department::DUTIES.name,
            Some(who.as_str()),
        )
    };
    assert!(own(&twin[0]).is_some(), "a namesake");
    desk.set(&twin[0], member::SAME_AS.name, Value::text(li.as_str()));
    assert_eq!(own(&twin[0]), None, "the same person");
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

//! Who writes what without asking, by the roles of the roster.

use crate::people::{Desk, lead};
use crate::suggest::GOAL;
use hepai::analysis::people::duty::{Duty, duty};
use hepai::analysis::people::suggestion::Suggestion;
use hepai::model::{FieldKey, RecordId, Value};
use hepai::templates::{SCHEMA, charter, department, issue, member, proposal, task};

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

//! Suggestions of several people, and what becomes of them when they travel.

use crate::people::empty;
use crate::suggest::{GOAL, open, two, type_into};
use hepai::exchange::slip;
use hepai::model::{FieldKey, Value};
use hepai::templates::{charter, task};

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

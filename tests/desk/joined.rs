//! 是同一人: two entries, or an entry and a name, that are one person everywhere.

use crate::people::{Desk, empty, lead};
use hepai::analysis::people::who::People;
use hepai::analysis::todos;
use hepai::exchange::Envelope;
use hepai::model::template::{CellType, Form};
use hepai::model::{RecordId, Value};
use hepai::state::{SendState, Sent};
use hepai::templates::{charter, member, task};

fn people(desk: &Desk) -> People {
    desk.session
        .read(|log| People::of(&Form::new(log, charter::record())))
}

/// A representative's copy in which she entered herself anew, and its file.
fn entered_anew(desk: &Desk) -> (Desk, RecordId) {
    let rep = empty(2);
    rep.take(desk.changes(), &desk.person("王经理"));
    let fields = vec![(member::PERSON.name, Value::text("陈主管"))];
    let own = rep
        .session
        .add_rows(member::MEMBER.kind, None, None, &[fields])
        .remove(0);
    rep.session.set_author(Some(own.to_string()));
    rep.set(
        &charter::record(),
        charter::BACKGROUND.name,
        Value::text("背景"),
    );
    (rep, own)
}

#[test]
fn a_member_entered_anew_is_joined_and_counts_as_one() {
    let desk = lead();
    let chen = desk.person("陈专员");
    let key = desk.session.note_sent(Sent {
        envelope: Envelope {
            to: vec![chen.to_string()],
            ..Envelope::default()
        },
        ..Sent::default()
    });
    desk.session.tick_sent(&key, true);
    let (rep, own) = entered_anew(&desk);
    desk.take(rep.changes(), &own);
    assert_eq!(
        desk.session.standing(&chen),
        SendState::Sent,
        "two people so far"
    );
    assert!(!people(&desk).is_same(chen.as_str(), own.as_str()));

    let joins = [(own.to_string(), chen.clone())];
    assert_eq!(desk.session.join_people(&joins).len(), 1);
    assert_eq!(desk.value(&own, member::SAME_AS.name), chen.write());
    assert!(people(&desk).is_same(chen.as_str(), own.as_str()));
    assert_eq!(
        desk.session.standing(&chen),
        SendState::Received,
        "she answered"
    );

    // What waits for her waits under either entry, also what asks for her department.
    let requests = [hepai::analysis::inbox::todos::request::GOAL.to_owned()];
    let today = "2026-02-01".parse().expect("a date");
    let of = |who: &RecordId| desk.session.read(|log| todos(log, who, &requests, today));
    assert_eq!(of(&own), of(&chen));
    assert_eq!(of(&own).len(), 1);
    let tasks = desk.tasks(&chen);
    desk.set(&tasks[0], task::CURRENT_END.name, Value::text("2026-02-03"));
    assert_eq!(of(&own), of(&chen));
    assert_eq!(of(&own).len(), 2);

    desk.session.part_people(&joins);
    assert!(!people(&desk).is_same(chen.as_str(), own.as_str()));
}

#[test]
fn a_name_that_is_not_on_the_list_is_joined_with_a_member() {
    let desk = lead();
    let chen = desk.person("陈专员");
    let members = desk.session.rows(member::MEMBER.kind).len();
    let joins = [("陈主管".to_owned(), chen.clone())];
    assert!(!people(&desk).is_same("陈主管", chen.as_str()));
    desk.session.join_people(&joins);
    assert!(people(&desk).is_same("陈主管", chen.as_str()));
    assert_eq!(people(&desk).author("陈主管"), Some(chen.clone()));
    assert_eq!(people(&desk).author("陈某"), None);
    assert_eq!(
        desk.session.rows(member::MEMBER.kind).len(),
        members,
        "nobody is added to the list"
    );
    desk.session.part_people(&joins);
    assert_eq!(people(&desk).author("陈主管"), None);
}

#[test]
fn joining_round_in_a_circle_is_one_person() {
    let desk = lead();
    let [a, b, c] = ["陈专员", "李主管", "赵主管"].map(|name| desk.person(name));
    let joins = [(&a, &b), (&b, &c), (&c, &a)].map(|(a, b)| (a.to_string(), b.clone()));
    desk.session.join_people(&joins);
    let people = people(&desk);
    assert!(people.is_same(a.as_str(), c.as_str()));
    assert_eq!(people.records(&b).len(), 3);
}

//! What waits for whom, and who has to know of a step.

use crate::people::{Desk, date, lead, moment};
use hepai::analysis::inbox::todos::{answer_by, next_due, request};
use hepai::analysis::{Item, next_people, open_count, todos};
use hepai::exchange::Envelope;
use hepai::model::template::{CellType, Due};
use hepai::model::{RecordId, Value};
use hepai::state::Received;
use hepai::templates::{charter, issue, member, task};

fn waits(desk: &Desk, who: &RecordId, requests: &[&str], today: &str) -> Vec<Item> {
    let requests: Vec<String> = requests.iter().map(|&key| key.to_owned()).collect();
    let all = desk
        .session
        .read(|log| todos(log, who, &requests, date(today)));
    all.into_iter().map(|todo| todo.item).collect()
}

/// An issue of the lead's that asks the department of somebody.
fn issue_for(desk: &Desk, helper: &RecordId) -> RecordId {
    let lead = desk.person("王经理");
    let fields = vec![
        (issue::TITLE.name, Value::text("模具样件迟了")),
        (issue::RAISED_BY.name, lead.write()),
        (
            issue::SUPPORT_DEPARTMENT.name,
            desk.department(helper).write(),
        ),
    ];
    desk.session
        .add_rows(issue::ISSUE.kind, None, None, &[fields])
        .remove(0)
}

#[test]
fn a_file_asks_what_it_names_and_nothing_else() {
    let desk = lead();
    let me = desk.person("陈专员");
    let department = desk.department(&me);
    let own = desk.tasks(&me);
    let before = "2026-02-01";
    assert_eq!(waits(&desk, &me, &[], before), []);
    assert_eq!(
        waits(&desk, &me, &[request::BACKUP, request::GOAL], before),
        [Item::Goal(department.clone()), Item::Backup(me.clone())],
        "in the order of the page"
    );
    let all = waits(&desk, &me, &request::ALL, before);
    assert_eq!(
        all,
        [
            Item::Goal(department.clone()),
            Item::Duties(department),
            Item::Tasks(own),
            Item::Backup(me.clone())
        ]
    );
    let todos = desk.session.read(|log| {
        let requests = request::ALL.map(str::to_owned);
        todos(log, &me, &requests, date(before))
    });
    assert_eq!(open_count(&todos), 4);
}

#[test]
fn the_latest_file_that_asks_this_person_something_counts() {
    let desk = lead();
    let (chen, zhao) = (desk.person("陈专员"), desk.person("赵主管"));
    let file = |at: &str, to: &[&RecordId], requests: &[&str]| Received {
        at: at.to_owned(),
        envelope: Envelope {
            to: to.iter().map(ToString::to_string).collect(),
            requests: requests.iter().map(|&key| key.to_owned()).collect(),
            ..Envelope::default()
        },
        ..Received::default()
    };
    let files = vec![
        file("1", &[], &[request::BACKUP]),
        file("2", &[&chen], &[request::GOAL]),
        file("3", &[&zhao], &[request::DUTIES]),
        file("4", &[&chen], &[]),
    ];
    desk.session
        .take(Vec::new(), Vec::new(), Vec::new(), true, files);
    let latest = || {
        let mut files = desk.session.open_requests().into_iter();
        files.next().map(|file| file.at)
    };
    let goal = Item::Goal(desk.department(&chen));
    let is_asked = || desk.session.todos().iter().any(|todo| todo.item == goal);
    assert_eq!(latest().as_deref(), Some("1"), "to whom it may concern");
    desk.session.set_author(Some(chen.to_string()));
    assert_eq!(latest().as_deref(), Some("2"));
    assert!(is_asked());
    desk.session.set_author(Some("陈专员".to_owned()));
    assert_eq!((latest(), desk.session.todos()), (None, Vec::new()));
    desk.session.set_author(Some(zhao.to_string()));
    assert_eq!(latest().as_deref(), Some("3"));
    assert!(!is_asked());
}

#[test]
fn a_file_that_asks_for_updates_leaves_what_an_earlier_one_asks() {
    let desk = lead();
    let chen = desk.person("陈专员");
    let file = |at: &str, sent: &str, requests: &[&str]| Received {
        at: at.to_owned(),
        envelope: Envelope {
            at: Some(moment(sent)),
            requests: requests.iter().map(|&key| key.to_owned()).collect(),
            ..Envelope::default()
        },
        ..Received::default()
    };
    let asking = || {
        let files = desk.session.open_requests().into_iter();
        files
            .map(|file| (file.at, file.envelope.requests))
            .collect::<Vec<_>>()
    };
    let one = |at: &str, keys: &[&str]| {
        let keys = keys.iter().map(|&key| key.to_owned());
        (at.to_owned(), keys.collect::<Vec<_>>())
    };
    desk.session.set_author(Some(chen.to_string()));
    let (first, weekly) = ([request::GOAL, request::BACKUP], [request::PROGRESS]);
    let files = [
        file("1", "2026-02-27T09:00", &first),
        file("2", "2026-01-01T09:00", &weekly),
        file("3", "2026-02-27T10:00", &weekly),
    ];
    let expected = [
        vec![one("1", &first)],
        vec![one("1", &first)],
        vec![one("3", &weekly), one("1", &first)],
    ];
    for (file, expected) in files.into_iter().zip(expected) {
        desk.session.note_received(Vec::new(), vec![file]);
        assert_eq!(asking(), expected);
        let goal = Item::Goal(desk.department(&chen));
        let all = desk.session.todos();
        assert!(all.iter().any(|todo| todo.item == goal));
        assert!(goal.is_asked_by(&first.map(str::to_owned)));
        assert!(!goal.is_asked_by(&weekly.map(str::to_owned)));
    }
}

#[test]
fn tasks_wait_when_they_are_late_soon_due_or_to_be_looked_at() {
    let desk = lead();
    let me = desk.person("陈专员");
    let tasks = desk.tasks(&me);
    let first = tasks[0].clone();
    for task in &tasks {
        desk.set(task, task::CURRENT_END.name, date("2026-06-30").write());
    }
    desk.set(&first, task::CURRENT_END.name, date("2026-03-13").write());
    let waiting = |today| waits(&desk, &me, &[], today);
    assert_eq!(waiting("2026-03-05"), [], "eight days ahead");
    assert_eq!(
        waiting("2026-03-06"),
        [Item::Work(first.clone())],
        "seven days ahead"
    );
    assert_eq!(
        waiting("2026-03-20"),
        [Item::Progress(vec![first.clone()])],
        "late: how far has it come?"
    );
    let next = desk.session.read(|log| next_due(log, &me));
    assert_eq!(next, Some((first.clone(), Due::Day(date("2026-03-13")))));
    desk.set(&first, "status", Value::text("done"));
    assert_eq!(waiting("2026-03-20"), [], "done");

    let reviewer = desk.person("赵主管");
    desk.set(&first, task::REVIEWER.name, reviewer.write());
    desk.set(&first, "status", Value::text("review"));
    assert_eq!(waiting("2026-03-20"), [], "it waits for the other one");
    assert!(waits(&desk, &reviewer, &[], "2026-02-01").contains(&Item::Work(first)));
}

#[test]
fn an_issue_waits_for_whoever_takes_the_next_step() {
    let desk = lead();
    let (lead, helper, other) = (
        desk.person("王经理"),
        desk.person("陈专员"),
        desk.person("赵主管"),
    );
    let record = issue_for(&desk, &helper);
    let has =
        |who: &RecordId| waits(&desk, who, &[], "2026-02-01").contains(&Item::Work(record.clone()));
    let know = |me: &RecordId| desk.session.read(|log| next_people(log, &record, Some(me)));
    assert!(!has(&helper), "a draft waits for nobody else");
    desk.step(&record, "submit");
    assert!(has(&helper) && !has(&other));
    assert_eq!(
        know(&lead),
        std::slice::from_ref(&helper),
        "the representative of the department that is to help"
    );
    desk.set(&record, issue::OWNER.name, other.write());
    desk.step(&record, "accept");
    assert!(has(&other) && !has(&helper));
    let due = moment("2026-01-05 12:00");
    desk.set(&record, issue::DUE_AT.name, due.write());
    let next = desk.session.read(|log| next_due(log, &other));
    assert_eq!(
        next,
        Some((record.clone(), Due::Moment(due))),
        "due before any task"
    );
    assert!(know(&helper).contains(&other), "who does it from here on");
    assert!(
        !know(&other).contains(&other),
        "nobody is told what they did themselves"
    );
}

#[test]
fn the_charter_concerns_every_representative_who_has_a_name() {
    let desk = lead();
    let lead = desk.person("王经理");
    let told = desk
        .session
        .read(|log| next_people(log, &charter::record(), Some(&lead)));
    for name in ["李主管", "陈专员", "赵主管", "刘经理", "吴主管"] {
        assert!(told.contains(&desk.person(name)), "{name}");
    }
    assert!(!told.contains(&lead));
    let nameless = |who: &&RecordId| desk.value(who, member::PERSON.name).is_empty();
    assert_eq!(told.iter().find(nameless), None, "an open role is nobody");
}

#[test]
fn an_answer_is_asked_for_in_two_working_days() {
    let desk = lead();
    let by = |now: &str| {
        let read = |log: &hepai::model::Log| answer_by(log, moment(now));
        desk.session.read(read).to_rfc3339()
    };
    assert_eq!(by("2026-03-03T09:00"), "2026-03-05T18:00:00+08:00");
    assert_eq!(
        by("2026-03-06T09:00"),
        "2026-03-10T18:00:00+08:00",
        "over a weekend"
    );
}

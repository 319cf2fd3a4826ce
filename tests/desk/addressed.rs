//! To whom a file goes and what it asks follows from where one came from; and what the bar says of what was sent.

use crate::people::{Desk, REPS, empty, lead};
use hepai::analysis::inbox::asks::owing;
use hepai::analysis::inbox::todos::request;
use hepai::analysis::{next_people, turn};
use hepai::exchange::Envelope;
use hepai::model::template::{CellType, STATUS};
use hepai::model::{RecordId, Value};
use hepai::state::{Addressed, Sent, SentWord};
use hepai::templates::{charter, confirmation, department, issue, settings};

use crate::people::date;

fn send(desk: &Desk, to: &[&RecordId]) {
    let key = desk.session.note_sent(Sent {
        envelope: Envelope {
            to: to.iter().map(ToString::to_string).collect(),
            ..Envelope::default()
        },
        ..Sent::default()
    });
    desk.session.tick_sent(&key, true);
}

#[test]
fn a_lead_asks_everybody_everything_the_first_time_and_nothing_later() {
    let desk = lead();
    let first = desk.session.addressed(None);
    assert_eq!(first.to.len(), REPS.len());
    assert!(!first.to.contains(&desk.person("王经理")));
    assert_eq!(first.requests, request::ALL);
    send(&desk, &first.to.iter().collect::<Vec<_>>());
    assert_eq!(desk.session.addressed(None).requests, [""; 0]);
}

#[test]
fn what_a_project_begins_with_is_not_asked_for_in_its_closing() {
    let desk = lead();
    let closing = Value::text(settings::CLOSING.key);
    desk.set(&settings::record(), STATUS, closing);
    assert_eq!(desk.session.addressed(None).requests, request::LOOKING_BACK);
    let chen = desk.person("陈专员");
    send(&desk, &[&chen]);
    let own = desk.department(&chen);
    desk.session.set_author(Some(chen.to_string()));
    desk.session
        .answer_goal(&own, confirmation::CONFIRMED, "", None);
    desk.session
        .set_author(Some(desk.person("王经理").to_string()));
    let goal = Value::text("另一个目标");
    desk.set(&charter::record(), charter::GOAL_STATEMENT.name, goal);
    assert_eq!(desk.session.addressed(None).requests, [""; 0]);
}

#[test]
fn who_does_not_lead_sends_to_the_lead_alone_and_asks_nothing() {
    let desk = lead();
    let wang = desk.person("王经理");
    let only = Addressed {
        to: vec![wang.clone()],
        requests: Vec::new(),
    };
    for who in [
        Some(desk.person("陈专员").to_string()),
        Some("何俊".to_owned()),
        None,
    ] {
        desk.session.set_author(who.clone());
        assert_eq!(desk.session.addressed(None), only, "{who:?}");
    }
}

#[test]
fn the_departments_are_asked_by_the_step_that_asks_them() {
    let desk = lead();
    let me = desk.person("王经理");
    send(&desk, &[&desk.person("陈专员")]);
    desk.step(&charter::record(), "confirm");
    let to = desk
        .session
        .read(|log| next_people(log, &charter::record(), Some(&me)));
    let asked = desk.session.addressed(Some((&charter::record(), &to)));
    assert_eq!(asked.to, to);
    assert_eq!(asked.requests, [request::GOAL, request::DUTIES]);
    let owes = |key: &str| {
        let read = |log: &hepai::model::Log| owing(log, &to, date("2026-03-02"));
        desk.session.read(read).get(key).copied().unwrap_or(0)
    };
    assert_eq!(owes(request::GOAL), REPS.len());
    let chen = desk.person("陈专员");
    let own = desk.department(&chen);
    desk.session.set_author(Some(chen.to_string()));
    desk.session
        .answer_goal(&own, confirmation::CONFIRMED, "", None);
    assert_eq!(owes(request::GOAL), REPS.len() - 1);
}

#[test]
fn what_was_answered_and_changed_since_is_asked_again_with_the_next_file() {
    for answer in [confirmation::CONFIRMED, confirmation::OBJECTION] {
        let desk = lead();
        let (wang, chen) = (desk.person("王经理"), desk.person("陈专员"));
        let own = desk.department(&chen);
        let acts = |who: &RecordId| desk.session.set_author(Some(who.to_string()));
        send(&desk, &[&chen]);
        acts(&chen);
        desk.session.answer_goal(&own, answer, "人手不够", None);
        desk.session.object_duties(&own, "请先写上");
        acts(&wang);
        assert_eq!(desk.session.addressed(None).requests, [""; 0]);
        let goal = Value::text("另一个目标");
        desk.set(&charter::record(), charter::GOAL_STATEMENT.name, goal);
        assert_eq!(desk.session.addressed(None).requests, [request::GOAL]);
        desk.set(&own, department::DUTIES.name, Value::text("包装"));
        let both = [request::GOAL, request::DUTIES];
        assert_eq!(desk.session.addressed(None).requests, both);
        // Also with a file that goes to them for something else, and not with one for others.
        let task = desk.tasks(&chen)[0].clone();
        let with = |to: &RecordId| {
            desk.session
                .addressed(Some((&task, std::slice::from_ref(to))))
                .requests
        };
        assert_eq!(with(&chen), both);
        assert_eq!(with(&desk.person("赵主管")), [""; 0]);
        acts(&chen);
        assert_eq!(
            desk.session.addressed(None).requests,
            [""; 0],
            "not theirs to ask"
        );
    }
}

#[test]
fn whoever_asked_and_everybody_at_the_start_of_work_have_to_know() {
    let desk = lead();
    let (wang, chen) = (desk.person("王经理"), desk.person("陈专员"));
    let fields = vec![
        (issue::TITLE.name, Value::text("模具样件迟了")),
        (issue::RAISED_BY.name, wang.write()),
        (
            issue::SUPPORT_DEPARTMENT.name,
            desk.department(&chen).write(),
        ),
    ];
    let record = desk
        .session
        .add_rows(issue::ISSUE.kind, None, None, &[fields])
        .remove(0);
    desk.step(&record, "submit");
    let turn_of = |who: &RecordId| {
        let read = |log: &hepai::model::Log| turn(log, &record, who, date("2026-03-02"));
        desk.session.read(read).map(|label| label.zh)
    };
    assert_eq!((turn_of(&chen), turn_of(&wang)), (Some("受理"), None));
    desk.set(&record, issue::OWNER.name, chen.write());
    desk.step(&record, "accept");
    let know = |me: &RecordId, record: &RecordId| {
        desk.session.read(|log| next_people(log, record, Some(me)))
    };
    assert!(
        know(&chen, &record).contains(&wang),
        "who asked hears of it"
    );
    assert_eq!((turn_of(&chen), turn_of(&wang)), (Some("开始处理"), None));
    assert_eq!(know(&wang, &settings::record()).len(), REPS.len());
}

#[test]
fn a_new_project_was_sent_to_nobody_and_one_that_was_sent_to_one_not_to_all() {
    let desk = lead();
    assert_eq!(desk.session.sent_word(), SentWord::Fresh);
    let chen = desk.person("陈专员");
    send(&desk, &[&chen]);
    let SentWord::Partly {
        given,
        others,
        lacks,
        least,
    } = desk.session.sent_word()
    else {
        panic!("{:?}", desk.session.sent_word())
    };
    assert_eq!((given, others), (vec![chen], REPS.len() - 1));
    assert!(lacks > 40, "they have nothing at all: {lacks}");
    assert_eq!(least, lacks, "nobody of them has more than another");
    let all = desk.session.addressed(None).to;
    send(&desk, &all.iter().collect::<Vec<_>>());
    assert_eq!(desk.session.sent_word(), SentWord::All);
    desk.set(
        &charter::record(),
        charter::BACKGROUND.name,
        Value::text("背景"),
    );
    assert_eq!(desk.session.sent_word(), SentWord::Unsent(1));
    send(&desk, &[&all[0]]);
    let partly = desk.session.sent_word();
    assert!(
        matches!(
            partly,
            SentWord::Partly {
                others: 4,
                lacks: 1,
                least: 1,
                ..
            }
        ),
        "{partly:?}"
    );
}

#[test]
fn a_representative_who_answered_the_lead_has_sent_all() {
    let desk = lead();
    let rep = empty(2);
    let wang = desk.person("王经理");
    rep.take(desk.changes(), &wang);
    let chen = rep.person("陈专员");
    rep.session.set_author(Some(chen.to_string()));
    assert_eq!(rep.session.sent_word(), SentWord::Nothing);
    let own = rep.department(&chen);
    rep.session.confirm_duties(&own, None);
    assert_eq!(rep.session.sent_word(), SentWord::Unsent(1));
    send(&rep, &[&wang]);
    assert_eq!(rep.session.sent_word(), SentWord::All);
}

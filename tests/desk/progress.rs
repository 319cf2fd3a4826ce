//! How far tasks have come: who is asked on which day.

use crate::people::{Desk, date, lead};
use hepai::analysis::inbox::todos::request;
use hepai::analysis::inbox::updates::{MeetingRound, running_tasks};
use hepai::analysis::{Answer, Item, Todo, todos};
use hepai::exchange::Envelope;
use hepai::model::template::CellType;
use hepai::model::{RecordId, Value};
use hepai::state::{ProgressNote, Received};
use hepai::templates::{absence, meeting, task};

/// 王经理's project, 陈专员 with one task that runs and is not late before 2026-04-30; a meeting every Friday.
pub(crate) fn running() -> (Desk, RecordId, RecordId) {
    let desk = lead();
    let me = desk.person("陈专员");
    let tasks = desk.tasks(&me);
    for task in &tasks {
        desk.set(task, task::CURRENT_START.name, date("2026-06-01").write());
        desk.set(task, task::CURRENT_END.name, date("2026-06-30").write());
    }
    let task = tasks[0].clone();
    desk.set(&task, task::CURRENT_START.name, date("2026-03-02").write());
    desk.set(&task, task::CURRENT_END.name, date("2026-04-30").write());
    desk.step(&task, "start");
    (desk, me, task)
}

fn cards(desk: &Desk, who: &RecordId, requests: &[&str], today: &str) -> Vec<Todo> {
    let requests: Vec<String> = requests.iter().map(|&key| key.to_owned()).collect();
    let read = |log: &hepai::model::Log| todos(log, who, &requests, date(today));
    let mut all = desk.session.read(read);
    all.retain(|todo| matches!(todo.item, Item::Progress(_)));
    all
}

pub(crate) fn note(percent: i64, confidence: &str, done: &str) -> ProgressNote {
    ProgressNote {
        percent: Some(percent),
        confidence: confidence.to_owned(),
        done: done.to_owned(),
        ..ProgressNote::default()
    }
}

#[test]
fn a_round_goes_from_one_regular_meeting_to_the_next() {
    let (desk, ..) = running();
    let round = |today: &str| {
        let today = date(today);
        let round = desk.session.read(|log| MeetingRound::of(log, today));
        let next = round.next.map(|next| next.to_string());
        (
            round.since.to_string(),
            next.unwrap_or_default(),
            round.is_asking,
        )
    };
    let weekly = desk.with(meeting::MEETING.kind, meeting::KIND_OF, meeting::WEEKLY.key);
    assert_eq!(desk.value(&weekly, meeting::WEEKDAY.name), Value::int(5));
    let friday = "2026-03-13 10:00:00".to_owned();
    let lines = [
        ("2026-03-14", false),
        ("2026-03-16", false),
        ("2026-03-17", true),
        ("2026-03-20", true),
    ];
    for (today, is_asking) in lines {
        let expected = (friday.clone(), "2026-03-20".to_owned(), is_asking);
        assert_eq!(round(today), expected, "{today}");
    }
    assert_eq!(round("2026-04-02").1, "2026-04-03", "before the holiday");
    desk.session.delete(&weekly);
    assert_eq!(
        round("2026-03-17"),
        ("2026-03-10 00:00:00".to_owned(), String::new(), false),
        "without a meeting a week counts, and nobody is asked by the calendar"
    );
}

#[test]
fn the_card_comes_three_working_days_before_the_meeting_and_goes_with_the_answer() {
    let (desk, me, task) = running();
    let other = desk.person("赵主管");
    let open = vec![Todo {
        item: Item::Progress(vec![task.clone()]),
        answer: Answer::Open,
    }];
    assert_eq!(cards(&desk, &me, &[], "2026-03-16"), [], "Monday");
    assert_eq!(cards(&desk, &me, &[], "2026-03-17"), open, "Tuesday");
    assert_eq!(
        cards(&desk, &me, &[], "2026-03-20"),
        open,
        "the day of the meeting"
    );
    assert_eq!(cards(&desk, &other, &[], "2026-03-17"), [], "not theirs");

    desk.browser.set_now("2026-03-13T09:00:00+08:00");
    desk.session.note_progress(&task, &note(20, "on_track", ""));
    assert_eq!(
        cards(&desk, &me, &[], "2026-03-17"),
        open,
        "said before the last meeting"
    );
    desk.browser.set_now("2026-03-13T11:00:00+08:00");
    desk.session.note_progress(&task, &note(30, "on_track", ""));
    assert_eq!(cards(&desk, &me, &[], "2026-03-17"), []);
    assert_eq!(cards(&desk, &me, &[], "2026-03-24"), open, "the next round");
}

#[test]
fn a_late_task_and_a_file_ask_on_any_day() {
    let (desk, me, task) = running();
    desk.set(&task, task::CURRENT_END.name, date("2026-03-12").write());
    let item = Item::Progress(vec![task.clone()]);
    let waiting = |requests: &[&str], today| {
        let all = cards(&desk, &me, requests, today).into_iter();
        all.map(|todo| (todo.item, todo.answer)).collect::<Vec<_>>()
    };
    assert_eq!(
        waiting(&[], "2026-03-12"),
        [(item.clone(), Answer::Open)],
        "Thursday before the meeting"
    );
    assert_eq!(
        waiting(&[], "2026-03-16"),
        [(item.clone(), Answer::Open)],
        "late"
    );
    let all = desk
        .session
        .read(|log| todos(log, &me, &[], date("2026-03-16")));
    assert!(
        all.iter().all(|todo| todo.item != Item::Work(task.clone())),
        "what is asked on the card is not listed a second time"
    );
    desk.set(&task, task::CURRENT_END.name, date("2026-04-30").write());
    assert_eq!(waiting(&[], "2026-03-16"), []);
    let asked = [request::PROGRESS];
    assert_eq!(
        waiting(&asked, "2026-03-16"),
        [(item.clone(), Answer::Open)]
    );
    desk.browser.set_now("2026-03-16T09:00:00+08:00");
    desk.session.note_progress(&task, &note(30, "on_track", ""));
    assert_eq!(
        waiting(&asked, "2026-03-16"),
        [(item, Answer::Agreed)],
        "answered, as the file asked"
    );
}

#[test]
fn a_file_from_before_the_meeting_asks_no_more() {
    let (desk, me, _) = running();
    let sent = |at: &str| Received {
        at: at.to_owned(),
        envelope: Envelope {
            at: at.parse().ok(),
            requests: vec![request::PROGRESS.to_owned()],
            ..Envelope::default()
        },
        ..Received::default()
    };
    let is_asked = |now: &str| {
        desk.browser.set_now(now);
        let all = desk.session.todos();
        all.iter()
            .any(|todo| matches!(todo.item, Item::Progress(_)))
    };
    desk.session.set_author(Some(me.to_string()));
    assert!(!is_asked("2026-03-16T09:00:00+08:00"));
    let file = sent("2026-03-11T16:00:00+08:00");
    desk.session
        .take(Vec::new(), Vec::new(), Vec::new(), true, vec![file]);
    assert!(is_asked("2026-03-12T09:00:00+08:00"));
    assert!(!is_asked("2026-03-16T09:00:00+08:00"));
}

#[test]
fn who_stands_in_is_asked_while_the_owner_is_away() {
    let (desk, me, task) = running();
    let cover = desk.person("赵主管");
    let away = vec![
        (absence::FROM.name, date("2026-03-16").write()),
        (absence::TO.name, date("2026-03-18").write()),
        (absence::COVERED_BY.name, cover.write()),
    ];
    desk.session
        .add_rows(absence::ABSENCE.kind, Some(&me), None, &[away]);
    let asked = |today| cards(&desk, &cover, &[], today).len();
    assert_eq!((asked("2026-03-17"), asked("2026-03-19")), (1, 0));
    let (_, tasks) = desk
        .session
        .read(|log| running_tasks(log, date("2026-03-17")));
    assert!(tasks.iter().any(|one| one.task == task && !one.is_updated));
}

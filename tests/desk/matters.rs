//! What matters now, why, who acts next and what waits for it; and the project on one line.

use crate::people::{Desk, date, lead, moment};
use hepai::analysis::standing::matters::{Effect, Matter, NextMove, Worry, matters};
use hepai::analysis::standing::timeline::{LANES, Timeline, next_milestone, timeline};
use hepai::model::template::CellType;
use hepai::model::{RecordId, Value};
use hepai::templates::{charter, dependency, metric, milestone, task};

/// A project of a shoe factory without the preset's rows.
fn shoes() -> Desk {
    let desk = lead();
    for kind in ["task", "milestone", "issue", "metric"] {
        for record in desk.session.rows(kind) {
            desk.session.delete(&record);
        }
    }
    desk
}

fn row(desk: &Desk, kind: &str, fields: &[(&'static str, Value)]) -> RecordId {
    let made = desk.session.add_rows(kind, None, None, &[fields.to_vec()]);
    made[0].clone()
}

fn a_task(desk: &Desk, title: &str, start: &str, end: &str, status: &str) -> RecordId {
    let fields = [
        (task::TITLE.name, Value::text(title)),
        (task::CURRENT_START.name, date(start).write()),
        (task::CURRENT_END.name, date(end).write()),
        ("status", Value::text(status)),
    ];
    row(desk, task::KIND, &fields)
}

fn now_at(desk: &Desk, now: &str) -> Vec<Matter> {
    desk.session.read(|log| matters(log, moment(now)))
}

#[test]
fn what_is_late_comes_before_what_is_stuck_and_the_latest_first() {
    let desk = shoes();
    let stuck = a_task(&desk, "开模", "2026-03-02", "2026-03-31", "blocked");
    let late = a_task(&desk, "选料", "2026-03-02", "2026-03-11", "doing");
    let later = a_task(&desk, "打版", "2026-03-02", "2026-03-06", "doing");
    a_task(&desk, "试穿", "2026-03-02", "2026-03-06", "done");
    // What comes after all of them leaves them some days to spare.
    a_task(&desk, "上架", "2026-05-11", "2026-05-15", "todo");
    let all = now_at(&desk, "2026-03-13T09:00");
    let found: Vec<_> = all.iter().map(|one| (&one.record, one.trouble)).collect();
    assert_eq!(
        found,
        [
            (&later, Worry::Late(5)),
            (&late, Worry::Late(2)),
            (&stuck, Worry::Blocked)
        ]
    );
    assert!(now_at(&desk, "2026-03-05T09:00").len() == 1);
}

#[test]
fn it_says_why_who_acts_and_what_waits() {
    let desk = shoes();
    let late = a_task(&desk, "打版", "2026-03-02", "2026-03-06", "doing");
    let waits = a_task(&desk, "开模", "2026-03-09", "2026-03-20", "todo");
    let done = a_task(&desk, "取样", "2026-03-09", "2026-03-10", "done");
    for after in [&waits, &done] {
        let fields = [(dependency::PREDECESSOR.name, Value::text(late.as_str()))];
        desk.session
            .add_rows(dependency::KIND, Some(after), None, &[fields.to_vec()]);
    }
    let owner = desk.person("陈专员");
    desk.set(&late, task::OWNER.name, Value::text(owner.as_str()));
    desk.set(
        &late,
        task::DELAY_CAUSE.name,
        Value::text(task::DELAY_CAUSES[0].key),
    );
    let one = now_at(&desk, "2026-03-09T09:00").remove(0);
    assert_eq!(one.trouble, Worry::Late(1));
    assert_eq!(one.cause, Some(task::DELAY_CAUSES[0]));
    assert_eq!(one.who, [owner]);
    assert_eq!(one.next, NextMove::SayDay);
    assert_eq!(one.holds_up, [waits], "what is done does not wait");
    desk.set(&late, task::FORECAST_END.name, date("2026-03-12").write());
    let one = now_at(&desk, "2026-03-09T09:00").remove(0);
    assert_eq!(one.next, NextMove::Promised(date("2026-03-12")));
    let one = now_at(&desk, "2026-03-13T09:00").remove(0);
    assert_eq!(
        one.next,
        NextMove::SayDay,
        "a day that has passed promises nothing"
    );
}

#[test]
fn a_milestone_that_is_expected_later_stands_first_until_it_is_reached() {
    let desk = shoes();
    a_task(&desk, "打版", "2026-03-02", "2026-03-06", "doing");
    a_task(&desk, "上架", "2026-05-11", "2026-05-15", "todo");
    let fields = [
        (milestone::NAME.name, Value::text("开模")),
        (milestone::BASELINE_DATE.name, date("2026-03-09").write()),
        (milestone::CURRENT_DATE.name, date("2026-03-11").write()),
    ];
    let mould = row(&desk, milestone::KIND, &fields);
    let is_told = |now: &str| now_at(&desk, now).iter().any(|one| one.record == mould);
    assert!(!is_told("2026-03-11T09:00"), "its agreed day still stands");
    let first = now_at(&desk, "2026-03-13T09:00").remove(0);
    assert_eq!(
        (first.record, first.trouble),
        (mould.clone(), Worry::Slips(2))
    );
    desk.set(
        &mould,
        milestone::ACTUAL_DATE.name,
        date("2026-03-13").write(),
    );
    assert!(!is_told("2026-03-16T09:00"));
}

#[test]
fn a_late_task_that_moves_a_milestone_stands_first_and_says_so_for_it() {
    let desk = shoes();
    let late = a_task(&desk, "打版", "2026-03-02", "2026-03-06", "doing");
    let later = a_task(&desk, "选料", "2026-02-23", "2026-02-25", "doing");
    a_task(&desk, "上架", "2026-05-11", "2026-05-15", "todo");
    let fields = [
        (milestone::NAME.name, Value::text("开模")),
        (milestone::CURRENT_DATE.name, date("2026-03-06").write()),
        (milestone::REACHED_BY.name, Value::text(late.as_str())),
    ];
    let mould = row(&desk, milestone::KIND, &fields);
    desk.set(&late, task::FORECAST_END.name, date("2026-03-11").write());
    let all = now_at(&desk, "2026-03-09T09:00");
    let found: Vec<_> = all.iter().map(|one| (&one.record, one.trouble)).collect();
    assert_eq!(found, [(&late, Worry::Late(1)), (&later, Worry::Late(9))]);
    assert_eq!(all[0].effect, Effect::Moves(mould, 3));
    assert!(matches!(all[1].effect, Effect::Spare(1..)));
}

fn line(desk: &Desk) -> Timeline {
    desk.session.read(timeline).expect("something has a date")
}

#[test]
fn stages_lie_on_as_few_lines_as_they_need_and_never_on_more_than_three() {
    let desk = shoes();
    let stages = desk.session.rows("stage");
    assert!(stages.len() >= 5);
    for (at, stage) in stages.iter().enumerate() {
        // The first two follow each other; all others overlap with the second.
        let (start, end) = match at {
            0 => ("2026-03-02", "2026-03-06"),
            1 => ("2026-03-09", "2026-04-10"),
            _ => ("2026-03-16", "2026-04-17"),
        };
        let status = if at == 0 { "done" } else { "doing" };
        let made = a_task(&desk, "活", start, end, status);
        desk.set(&made, task::STAGE.name, Value::text(stage.as_str()));
    }
    let line = line(&desk);
    let lanes: Vec<usize> = line.bands.iter().map(|band| band.lane).collect();
    assert_eq!(lanes[..4], [0, 0, 1, 2]);
    assert!(lanes.iter().all(|lane| *lane < LANES));
    assert_eq!((line.bands[0].done, line.bands[0].all), (1, 1));
    assert_eq!((line.bands[1].done, line.bands[1].all), (0, 1));
    assert_eq!(line.place(line.from), Some(0));
    assert_eq!(line.place(line.to + chrono::Duration::days(2)), None);
    assert_eq!(line.place(line.from - chrono::Duration::days(1)), None);
}

#[test]
fn the_milestone_that_counts_is_the_promised_one_then_the_next_gate_then_the_next() {
    let desk = shoes();
    let named = |name: &str, day: &str, gate: bool| {
        let fields = [
            (milestone::NAME.name, Value::text(name)),
            (milestone::CURRENT_DATE.name, date(day).write()),
            (milestone::GATE.name, Value::Bool(gate)),
        ];
        row(&desk, milestone::KIND, &fields)
    };
    let next = || desk.session.read(next_milestone);
    assert_eq!(next(), None);
    let sample = named("样鞋", "2026-03-20", false);
    assert_eq!(next(), Some(sample.clone()));
    let gate = named("投产", "2026-04-03", true);
    assert_eq!(next(), Some(gate));
    let shop = named("上架", "2026-05-15", false);
    let fields = [
        (metric::NAME.name, Value::text("上架")),
        (metric::DIRECTION.name, Value::text(metric::BY_DATE.key)),
        (metric::TARGET_VALUE.name, Value::text("2026-05-15")),
    ];
    desk.session.add_rows(
        metric::KIND,
        Some(&charter::record()),
        None,
        &[fields.to_vec()],
    );
    assert_eq!(next(), Some(shop.clone()));
    desk.set(
        &shop,
        milestone::ACTUAL_DATE.name,
        date("2026-05-15").write(),
    );
    assert_ne!(next(), Some(shop));
}

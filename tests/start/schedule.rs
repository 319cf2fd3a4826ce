//! The schedule of the worked example, figure by figure (views.md §1.6 to §1.10).

use super::sample::{Shown, show, wednesday};
use chrono::{Days, NaiveDate};
use hepai::analysis::standing::schedule::{
    Estimate, Move, Schedule, ScheduleFinding, latest_ends, passed_forward, propose, schedule,
    schedule_findings,
};
use hepai::model::template::{Key, Lang};
use hepai::model::{FieldKey, Log, RecordId, Value};
use hepai::templates::{milestone, settings, task};
use std::rc::Rc;

struct Example {
    shown: Shown,
}

impl Example {
    fn new() -> Self {
        Self {
            shown: show(wednesday(), Lang::Zh),
        }
    }

    /// As the specification counts: weekends alone.
    fn without_holidays() -> Self {
        let example = Self::new();
        let holidays = FieldKey::of(settings::PUBLIC_HOLIDAYS.name);
        let session = example.shown.session();
        session
            .field(settings::record(), holidays)
            .set(Value::Bool(false));
        example
    }

    fn schedule(&self) -> Rc<Schedule> {
        self.shown.session().read(|log| schedule(log, wednesday()))
    }

    fn row(&self, kind: &str, code: i64) -> RecordId {
        self.shown.session().read(|log: &Log| {
            let rows = log.rows(kind);
            let is_it = |row: &&RecordId| {
                let form = hepai::model::template::Form::new(log, (*row).clone());
                form.get(Key::<i64>::new("code")) == Some(code)
            };
            rows.iter().find(is_it).expect("a row").clone()
        })
    }

    fn task(&self, code: i64) -> RecordId {
        self.row(task::KIND, code)
    }
}

/// A day of the example by the days since it began: the example is shown on its day 44.
fn day(number: u64) -> NaiveDate {
    wednesday() - Days::new(44) + Days::new(number)
}

#[test]
fn the_original_plan_has_the_critical_path_that_the_specification_names() {
    let example = Example::without_holidays();
    let schedule = example.schedule();
    let plan = &schedule.plan;
    let original = plan.original();
    let early = passed_forward(&plan.network, &original.spans);
    let end = early.iter().map(|one| one.end).max();
    let latest = latest_ends(&plan.network, &original.spans, &early, end, |_| None);
    let slack = |code: i64| {
        let at = plan.place(&example.task(code)).expect("a task") as usize;
        latest[at].expect("open") - early[at].end
    };
    let with =
        |wanted: i32| -> Vec<i64> { (1..=30).filter(|code| slack(*code) == wanted).collect() };
    assert_eq!(with(0), [11, 12, 14, 23, 25, 27, 29, 30]);
    assert_eq!(with(1), [1, 2, 8, 9, 24, 26, 28]);
    assert_eq!(slack(17), 11);
    let total: i32 = original.spans.iter().map(|span| span.length).sum();
    assert_eq!(total, 215);
}

#[test]
fn what_is_expected_today_is_what_the_specification_states() {
    let example = Example::new();
    let schedule = example.schedule();
    let of = |code: i64| *schedule.of(&example.task(code)).expect("a task");
    let end = |code: i64| {
        schedule
            .dates(schedule.plan.place(&example.task(code)).expect("a task"))
            .1
    };
    assert_eq!((end(17), of(17).slack), (day(46), Some(5)), "T-17");
    assert_eq!(of(17).estimate, Estimate::Owner);
    let by_progress = of(17).by_progress.map(|end| schedule.plan.days.date(end));
    assert_eq!(by_progress, Some(day(49)), "80 % of 18 days leave 4");
    assert_eq!((end(20), of(20).slack), (day(45), Some(2)), "T-20");
    assert_eq!(of(21).slack, Some(2), "T-21");
    assert_eq!(of(19).slack, Some(3), "T-19");
    assert_eq!(of(22).slack, Some(5), "T-22");
    let critical: Vec<i64> = (1..=30).filter(|code| of(*code).is_critical()).collect();
    assert_eq!(critical, [14, 23, 24, 25, 27, 29, 30]);
    let named = |number: usize| {
        let rows = example.shown.session().rows(milestone::KIND);
        let id = &rows[number - 1];
        let found = schedule.milestones.iter().find(|one| one.record == *id);
        found.map(|one| (one.expected, one.late))
    };
    assert_eq!(named(1), None, "reached");
    assert_eq!(named(3), Some((day(56), 1)), "M3");
    assert_eq!(named(4), Some((day(57), 0)), "M4");
    assert_eq!(named(5), Some((day(88), 0)), "M5");
}

#[test]
fn two_days_more_of_the_first_run_move_eight_tasks_and_three_milestones() {
    let example = Example::new();
    let schedule = example.schedule();
    let moved = Move {
        task: example.task(14),
        first: day(44),
        last: day(57),
    };
    let proposal = propose(&schedule, std::slice::from_ref(&moved));
    let mut tasks: Vec<RecordId> = proposal
        .entailed
        .iter()
        .map(|one| one.task.clone())
        .collect();
    tasks.sort();
    let mut wanted: Vec<RecordId> = [23, 24, 25, 26, 27, 28, 29, 30]
        .map(|code| example.task(code))
        .to_vec();
    wanted.sort();
    assert_eq!(tasks, wanted);
    assert!(
        proposal.entailed.iter().all(|one| one.days == 2),
        "{proposal:?}"
    );
    let later: Vec<i32> = proposal.milestones.iter().map(|(_, days)| *days).collect();
    assert_eq!(later, [2, 2, 2]);
    assert!(proposal.stuck.is_empty());

    // Taking all of it, the same move proposes nothing more.
    let mut all = vec![moved];
    all.extend(proposal.entailed.iter().map(|one| Move {
        task: one.task.clone(),
        first: one.to.0,
        last: one.to.1,
    }));
    assert!(propose(&schedule, &all).entailed.is_empty());
}

#[test]
fn what_is_fixed_is_said_and_not_moved() {
    let example = Example::new();
    let session = example.shown.session();
    let fixed = example.task(25);
    session
        .field(fixed.clone(), FieldKey::of(task::PINNED.name))
        .set(Value::Bool(true));
    let moved = Move {
        task: example.task(14),
        first: day(44),
        last: day(57),
    };
    let proposal = propose(&example.schedule(), &[moved]);
    let stuck: Vec<(RecordId, i32)> = proposal
        .stuck
        .iter()
        .map(|one| (one.task.clone(), one.days))
        .collect();
    assert_eq!(stuck, [(fixed, 2)]);
    assert_eq!(proposal.entailed.len(), 2, "nothing after it moves");
}

#[test]
fn the_example_has_no_contradiction_until_something_slips() {
    let example = Example::new();
    assert_eq!(schedule_findings(&example.schedule()), []);
    let session = example.shown.session();
    let set = |code: i64, key: &str, value: Value| {
        session
            .field(example.task(code), FieldKey::of(key))
            .set(value);
    };
    // The first run is expected three working days later: its owner says so.
    set(
        14,
        task::FORECAST_END.name,
        Value::text(day(58).to_string()),
    );
    let found = schedule_findings(&example.schedule());
    let days: Vec<i32> = found
        .iter()
        .map(|finding| match finding {
            ScheduleFinding::MilestoneLater { days, .. } => *days,
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(days, [3, 3, 3], "readiness, launch and wrap-up");
    // Somebody begins the training before the scripts are there, and somebody plans the stocking too early.
    set(21, "status", Value::text(task::DOING.key));
    set(
        23,
        task::CURRENT_START.name,
        Value::text(day(51).to_string()),
    );
    set(23, task::CURRENT_END.name, Value::text(day(52).to_string()));
    let found = schedule_findings(&example.schedule());
    let started = ScheduleFinding::StartedBefore {
        task: example.task(21),
        before: example.task(20),
    };
    assert_eq!(found[0], started);
    let ScheduleFinding::OutOfOrder {
        task, before, days, ..
    } = &found[1]
    else {
        panic!("{found:?}");
    };
    let wanted = (example.task(23), example.task(14), 3);
    assert_eq!((task.clone(), before.clone(), *days), wanted);
}

//! What an edit costs on an ordinary but large day: everything that is counted over the whole project afterwards, and
//! the pages that show most of it. A proxy of the browser: the same work as a program of this machine.
//!
//! `cargo xtask bench day`, or `cargo run --release -p growth --bin day`.

#![allow(clippy::print_stdout, reason = "a benchmark speaks to who started it")]

mod clock;
#[path = "../../port/mod.rs"]
#[allow(dead_code, reason = "tests look at more of it")]
mod port;

use chrono::Duration;
use clock::Clock;
use growth::{Desk, copies, plan, project};
use hepai::analysis::begin::sample::sample;
use hepai::analysis::inbox::weekly::meeting_at_hand;
use hepai::analysis::inbox::weekly_agenda::weekly_agenda;
use hepai::analysis::{todos, told_checks};
use hepai::model::log::OWN;
use hepai::model::template::Lang;
use hepai::model::{Change, Log, Moment, RecordId, Value};
use hepai::state::Session;
use hepai::templates::SCHEMA;
use reactive_graph::owner::Owner;
use std::hint::black_box;

/// Edits of each sort after which everything is counted.
const EDITS: usize = 9;

/// What is written into a field at the nth edit.
type Edit = fn(usize) -> Value;

/// What is edited in a task.
const SORTS: [(&str, Edit); 4] = [
    ("title", |at| Value::text(format!("改了第 {at} 次"))),
    ("current_end", |at| {
        Value::text(format!("2026-09-{:02}", at % 28 + 1))
    }),
    ("status", |at| {
        Value::text(["doing", "todo", "review", "done"][at % 4])
    }),
    ("percent", |at| {
        Value::int(i64::try_from(at % 100).unwrap_or_default())
    }),
];

fn now() -> Moment {
    "2026-08-26T18:00:00+08:00".parse().expect("a moment")
}

/// What a page asks of the whole project.
type Question = (&'static str, fn(&Log, &RecordId, Moment));

const QUESTIONS: [Question; 4] = [
    ("checks", |log, _, now| {
        black_box(told_checks(log, now).pressing());
    }),
    ("to-dos", |log, me, now| {
        black_box(todos(log, me, &[], now.date_naive()).len());
    }),
    ("meeting", |log, _, now| {
        black_box(meeting_at_hand(log, now.date_naive()));
    }),
    ("agenda", |log, _, now| {
        if let Some(held) = meeting_at_hand(log, now.date_naive()) {
            black_box(weekly_agenda(log, &held, now).points.len());
        }
    }),
];

/// The milliseconds of each question, and of all of them together.
fn ask_all(log: &Log, me: &RecordId, now: Moment) -> Vec<f64> {
    let mut spent: Vec<f64> = QUESTIONS
        .iter()
        .map(|(_, ask)| {
            let mut clock = Clock::default();
            clock.time(|| ask(log, me, now));
            clock.spent_ms
        })
        .collect();
    spent.push(spent.iter().sum());
    spent
}

fn print(what: &str, mut rounds: Vec<Vec<f64>>) {
    let names = QUESTIONS.iter().map(|(name, _)| *name).chain(["together"]);
    let told: Vec<String> = names
        .enumerate()
        .map(|(at, name)| {
            rounds.sort_by(|a, b| a[at].total_cmp(&b[at]));
            format!("{name} {:8.2}", rounds[rounds.len() / 2][at])
        })
        .collect();
    println!("  {what:24} {} ms", told.join("  "));
}

/// Prints the first time, and the median after edits of each sort.
fn measure(name: &str, changes: Vec<Change>, me: &RecordId) {
    let mut log = Log::of(&SCHEMA, 1, changes);
    let tasks = log.rows("task");
    println!("{name}: {} tasks, {} changes", tasks.len(), log.len());
    let mut desk = Desk::of(&log);
    print("the first time", vec![ask_all(&log, me, now())]);
    for (key, value) in SORTS {
        let mut rounds = Vec::new();
        for at in 0..EDITS {
            let task = &tasks[at * 7 % tasks.len()];
            log.add(OWN, desk.edit(&log, task, key, value(at)));
            rounds.push(ask_all(&log, me, now()));
        }
        print(&format!("after an edit of {key}"), rounds);
    }
    let mut rounds = Vec::new();
    for at in 0..EDITS {
        let task = &tasks[at * 11 % tasks.len()];
        let row = desk.id("progress");
        log.add(OWN, desk.one(&row, &told(task, at), &[]));
        rounds.push(ask_all(&log, me, now()));
    }
    print("after word of a task", rounds);
    let mut rounds = Vec::new();
    for at in 0..EDITS {
        let (key, value) = SORTS[0];
        log.add(OWN, desk.edit(&log, &tasks[0], key, value(at)));
        let later = Duration::minutes(i64::try_from(at).unwrap_or_default() + 1);
        rounds.push(ask_all(&log, me, now() + later));
    }
    print("the same a minute later", rounds);
}

/// What an owner says of a task.
fn told(task: &RecordId, at: usize) -> [(&'static str, Value); 4] {
    [
        ("at", Value::text(format!("2026-08-26T17:{at:02}:00+08:00"))),
        ("confidence", Value::text("at_risk")),
        ("parent", Value::text(task.as_str())),
        ("percent_after", Value::int(60)),
    ]
}

/// The worked example as its lead has it.
fn example() -> (Vec<Change>, RecordId) {
    let owner = Owner::new();
    owner.set();
    let fake = port::Fake::new(0, "2026-08-26T18:00:00+08:00", 0);
    let session = Session::new(project(), &SCHEMA, fake);
    let begun = session.begin_sample(&sample(now(), Lang::Zh));
    let changes = session.read(|log| log.in_force().cloned().collect());
    (changes, begun.me)
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let wants = |name: &str| words.is_empty() || words.iter().any(|word| word == name);
    if wants("sample") {
        let (changes, me) = example();
        measure("the sample", changes.clone(), &me);
        measure("the sample × 100", copies(&changes, 100), &me);
    }
    if wants("plan") {
        let me = RecordId::of("member/00000000");
        measure("a plan", plan(5_000), &me);
        measure("a plan", plan(20_000), &me);
    }
}

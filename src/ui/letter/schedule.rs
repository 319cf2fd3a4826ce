//! What the schedule says of a task, as sentences.

use crate::analysis::standing::schedule::{Estimate, Schedule};
use crate::analysis::words::names::{record_name, short_name};
use crate::model::Log;
use crate::model::id::RecordId;
use crate::model::template::{Form, Lang};
use crate::templates::task;
use crate::ui::texts;
use chrono::NaiveDate;

/// When a task is expected to end and on what basis, how far it may slip, and which milestone it would move then;
/// nothing for what is over or has no dates.
pub fn expected_said(log: &Log, schedule: &Schedule, record: &RecordId, lang: Lang) -> Vec<String> {
    let Some(place) = schedule.plan.place(record) else {
        return Vec::new();
    };
    let of = &schedule.tasks[place as usize];
    let Some(slack) = of.slack else {
        return Vec::new();
    };
    let fill = |label, places: &[(&str, &str)]| texts::fill(label, lang, places);
    let day = |date: NaiveDate| date.format("%m-%d").to_string();
    let end = day(schedule.dates(place).1);
    let owner = Form::new(log, record.clone()).get(task::OWNER);
    let owner = owner.map(|owner| short_name(log, &owner, lang));
    let expected = match (of.estimate, owner) {
        (Estimate::HardToTell, _) => fill(texts::schedule::HARD_TO_TELL, &[("day", &end)]),
        (Estimate::Owner, Some(name)) => fill(
            texts::schedule::EXPECTED_BY,
            &[("day", &end), ("name", &name)],
        ),
        _ => fill(texts::schedule::END_EXPECTED, &[("day", &end)]),
    };
    let by_progress = of.by_progress.map(|end| {
        let end = day(schedule.plan.days.date(end));
        fill(texts::schedule::BY_PROGRESS, &[("day", &end)])
    });
    let slack = match slack {
        ..=0 => fill(texts::schedule::IS_CRITICAL, &[]),
        n => fill(texts::schedule::SLACK, &[("n", &n.to_string())]),
    };
    let holds = of.holds.map(|(milestone, slack)| {
        let milestone = &schedule.plan.milestones[milestone as usize].record;
        let name = record_name(log, milestone, lang);
        let n = slack.to_string();
        match slack {
            ..=-1 => fill(
                texts::schedule::MOVES,
                &[("n", &(-slack).to_string()), ("name", &name)],
            ),
            0 => fill(texts::schedule::MOVES_AT_ONCE, &[("name", &name)]),
            _ => fill(texts::schedule::MOVES_AFTER, &[("n", &n), ("name", &name)]),
        }
    });
    [Some(expected), by_progress, Some(slack), holds]
        .into_iter()
        .flatten()
        .collect()
}

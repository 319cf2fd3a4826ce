//! The acts that a plan's days stand for: it is written, agreed to, taken as the original plan, moved by change
//! requests, worked at, submitted and approved.

use super::lines::SampleReader;
use super::writer::Writer;
use crate::templates::sample::{CHANGES, PLACE, TASKS};
use crate::templates::{attachment, dependency, task};
use std::collections::BTreeMap;

/// Who plans.
pub(super) const LEAD: &str = "wang";
/// When the plan was written, agreed to, and taken as the original plan.
const PLANNED: (i64, &str) = (-3, "16:00");
const AGREED: (i64, &str) = (1, "15:30");
const TAKEN: (i64, &str) = (1, "17:30");

type DayOffsets = (i64, i64);

/// One line of the plan.
struct PlanRow {
    name: String,
    stage: &'static str,
    title: &'static str,
    owner: &'static str,
    deliverable: &'static str,
    original: DayOffsets,
    moved: Option<(DayOffsets, &'static str)>,
    actual: DayOffsets,
    before: Vec<&'static str>,
    priority: &'static str,
    reviewer: &'static str,
    percent: Vec<DayOffsets>,
    cause: Option<&'static str>,
}

impl PlanRow {
    fn read(cells: &[&'static str]) -> Option<Self> {
        let [
            name,
            stage,
            title,
            owner,
            deliverable,
            original,
            moved,
            actual,
            before,
            priority,
            reviewer,
            percent,
            cause @ ..,
        ] = cells
        else {
            return None;
        };
        Some(Self {
            name: format!("{}/{name}", task::TASK.kind),
            stage,
            title,
            owner,
            deliverable,
            original: pair(original, '-')?,
            moved: match moved.split_once(' ') {
                Some((days, change)) => Some((pair(days, '-')?, change)),
                None => None,
            },
            actual: pair(actual, '-')?,
            before: before.split_whitespace().collect(),
            priority,
            reviewer,
            percent: percent
                .split_whitespace()
                .map(|point| pair(point, ':'))
                .collect::<Option<_>>()?,
            cause: cause.first().copied().filter(|cause| !cause.is_empty()),
        })
    }

    fn task_type(&self) -> &'static str {
        match self.name.as_str() {
            "task/t12" | "task/t24" => task::REVIEWING.key,
            "task/t27" => task::TRACKING.key,
            _ => task::WORK.key,
        }
    }
}

fn pair(text: &str, by: char) -> Option<DayOffsets> {
    match text.split_once(by) {
        Some((one, other)) => Some((one.parse().ok()?, other.parse().ok()?)),
        None => text.parse().ok().map(|day| (day, day)),
    }
}

/// Names the tasks.
pub(super) fn names(reader: &mut SampleReader) {
    for cells in SampleReader::rows(TASKS) {
        reader.record(&format!("{}/{}", task::TASK.kind, cells[0]));
    }
}

/// The tasks and all that was done with them up to a day.
pub(super) fn tasks(reader: &mut SampleReader, shown: i64) {
    let mut rows: Vec<PlanRow> = Vec::new();
    for cells in SampleReader::rows(TASKS) {
        match PlanRow::read(&cells) {
            Some(row) => rows.push(row),
            None => reader.refuse(&cells),
        }
    }
    let mut writer = Writer { reader };
    writer.act(PLANNED, LEAD, None);
    for row in &rows {
        writer.planned(row);
    }
    writer.agreed(AGREED, &rows.iter().collect::<Vec<_>>());
    writer.act(TAKEN, LEAD, None);
    for row in &rows {
        let (first, last) = row.original;
        writer.put(&row.name, task::BASELINE_START.name, &format!("+{first}"));
        writer.put(&row.name, task::BASELINE_END.name, &format!("+{last}"));
    }
    for (change, day, time, why) in CHANGES {
        let moved: Vec<&PlanRow> = rows
            .iter()
            .filter(|row| row.moved.is_some_and(|(_, by)| by == *change))
            .collect();
        writer.act((*day, time), LEAD, Some(why));
        for row in &moved {
            writer.days(&row.name, row.moved.map_or(row.original, |(days, _)| days));
        }
        if *day + 1 < shown - 1 {
            writer.agreed((*day + 1, "09:10"), &moved);
        }
    }
    for row in &rows {
        writer.worked(row, shown);
    }
}

impl Writer<'_> {
    fn days(&mut self, task: &str, (first, last): DayOffsets) {
        self.put(task, task::CURRENT_START.name, &format!("+{first}"));
        self.put(task, task::CURRENT_END.name, &format!("+{last}"));
    }

    fn planned(&mut self, row: &PlanRow) {
        let name = &row.name;
        for (key, text) in [
            (task::TITLE.name, row.title),
            (task::STAGE.name, row.stage),
            (task::TASK_TYPE.name, row.task_type()),
            (task::OWNER.name, row.owner),
            (task::REVIEWER.name, row.reviewer),
            (task::PRIORITY.name, row.priority),
            (task::DELIVERABLE.name, row.deliverable),
        ] {
            self.put(name, key, text);
        }
        self.days(name, row.original);
        for before in &row.before {
            let link = format!(
                "{}/{}-{before}",
                dependency::DEPENDENCY.kind,
                name.split('/').nth(1).unwrap_or_default()
            );
            self.put(&link, crate::model::template::PARENT, name);
            self.put(&link, dependency::PREDECESSOR.name, before);
            self.put(&link, dependency::KIND_OF.name, dependency::FS.key);
        }
    }

    /// Each owner says that the days are fine.
    fn agreed(&mut self, moment: (i64, &str), rows: &[&PlanRow]) {
        let mut by_owner: BTreeMap<&str, Vec<&PlanRow>> = BTreeMap::new();
        for row in rows {
            by_owner.entry(row.owner).or_default().push(row);
        }
        for (owner, rows) in by_owner {
            self.act(moment, owner, None);
            for row in rows {
                self.put(&row.name, task::ACCEPTED.name, task::FINE.key);
            }
        }
    }

    /// From the first day of work to the approval, as far as it has come.
    fn worked(&mut self, row: &PlanRow, shown: i64) {
        let (first, last) = row.actual;
        if first > shown {
            return;
        }
        let name = &row.name;
        let morning = if first == shown { "08:00" } else { "09:00" };
        self.act((first, morning), row.owner, None);
        self.put(name, crate::model::template::STATUS, task::DOING.key);
        self.put(name, task::ACTUAL_START.name, &format!("+{first}"));
        for (day, percent) in &row.percent {
            let time = if *day == shown { "08:20" } else { "15:00" };
            self.act((*day, time), row.owner, None);
            self.put(name, task::PERCENT.name, &percent.to_string());
        }
        if let Some(cause) = row.cause.filter(|_| last <= shown) {
            let due = row.moved.map_or(row.original, |(days, _)| days).1;
            self.act((due.min(last), "16:00"), row.owner, None);
            self.put(name, task::DELAY_CAUSE.name, cause);
        } else if let Some(cause) = row.cause {
            self.act((shown - 1, "17:10"), row.owner, None);
            self.put(name, task::DELAY_CAUSE.name, cause);
        }
        if last <= shown {
            self.finished(row, last);
        }
    }

    fn finished(&mut self, row: &PlanRow, last: i64) {
        let name = &row.name;
        let result = format!(
            "{}/{}",
            attachment::ATTACHMENT.kind,
            name.split('/').nth(1).unwrap_or_default()
        );
        self.act((last, "16:20"), row.owner, None);
        self.put(&result, crate::model::template::PARENT, name);
        self.put(&result, attachment::TITLE.name, row.deliverable);
        self.put(&result, attachment::LOCATION.name, &place(row.deliverable));
        self.put(&result, attachment::HOLDER.name, row.owner);
        self.act((last, "16:30"), row.owner, None);
        self.put(name, crate::model::template::STATUS, task::REVIEW.key);
        self.put(name, task::PERCENT.name, "100");
        self.put(name, task::ACTUAL_END.name, &format!("+{last}"));
        self.act((last, "17:30"), row.reviewer, None);
        self.put(name, crate::model::template::STATUS, task::DONE.key);
    }
}

/// Where a result lies, in both languages.
fn place(both: &str) -> String {
    match (PLACE.split_once(" / "), both.split_once(" / ")) {
        (Some((zh_place, en_place)), Some((zh, en))) => format!(
            "{} / {}",
            zh_place.replace("{name}", zh),
            en_place.replace("{name}", en)
        ),
        _ => both.to_owned(),
    }
}

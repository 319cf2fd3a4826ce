//! The days of the calendar, and what stands on each: tasks that are due or under way, milestones, meetings, limits of
//! issues and decisions, people who are away (views.md §4).

use super::facts::{TaskFacts, task_facts};
use crate::analysis::inbox::meeting_days::meeting_days;
use crate::analysis::people::absence::absences;
use crate::analysis::standing::schedule::Schedule;
use crate::analysis::time::calendar::Calendar;
use crate::analysis::words::names::{bare_name, short_name};
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::{Form, Lang};
use crate::model::{Moment, Zone};
use crate::templates::{absence, decision, issue, meeting, member, milestone, status_of};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// What may stand on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DaySort {
    Milestone,
    Task,
    /// A task that is expected to end then, later than planned.
    Expected,
    Meeting,
    Issue,
    Decision,
    Absence,
}

impl DaySort {
    /// Those that can be shown or left out, with the words that stand for them in an address.
    pub const CHOSEN: [(Self, &str); 5] = [
        (Self::Milestone, milestone::KIND),
        (Self::Meeting, meeting::KIND),
        (Self::Issue, issue::KIND),
        (Self::Decision, decision::KIND),
        (Self::Absence, absence::KIND),
    ];
}

/// Something that stands on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct DayEntry {
    pub sort: DaySort,
    pub record: RecordId,
    pub text: String,
    /// When on that day, `10:00`; "" where it is of the whole day.
    pub time: String,
    /// What is said of the task.
    pub task: Option<TaskFacts>,
    /// Whether it goes on from the day before, and on the day after.
    pub goes_on: (bool, bool),
    /// The row in which it stands on all days of a week; nothing where it is of one day.
    pub row: Option<usize>,
    /// Whether it is over: reached, decided, closed.
    pub is_over: bool,
}

/// A day with what stands on it.
#[derive(Debug, Clone, PartialEq)]
pub struct CalendarDay {
    pub date: NaiveDate,
    pub is_working: bool,
    /// Whether the calendar says something else of it than the day of the week does.
    pub is_special: bool,
    pub entries: Vec<DayEntry>,
}

/// What a calendar asks for.
#[derive(Clone, Copy)]
pub struct DaysAsked<'a> {
    pub from: NaiveDate,
    pub to: NaiveDate,
    /// The tasks that are shown, by their places in the plan.
    pub tasks: &'a [u32],
    /// Whether tasks stand on each of their days and not on the last alone.
    pub is_whole: bool,
    pub sorts: &'a [DaySort],
    pub lang: Lang,
    pub zone: Zone,
}

/// The days, and what stands on each: milestones first, then tasks, what is late before the rest.
pub fn calendar_days(
    log: &Log,
    schedule: &Schedule,
    calendar: &Calendar,
    asked: &DaysAsked<'_>,
) -> Vec<CalendarDay> {
    let mut found = DaysFound {
        asked,
        days: BTreeMap::new(),
    };
    found.tasks(log, schedule);
    found.others(log, schedule.today);
    let day = |date: NaiveDate| {
        let is_working = calendar.is_working_day(date);
        let is_weekend = date.weekday().number_from_monday() > 5;
        let mut entries = found.days.get(&date).cloned().unwrap_or_default();
        entries.sort_by_key(|entry| {
            let late = entry.task.as_ref().map_or(0, |task| task.late_days);
            (entry.sort, entry.time.clone(), -late)
        });
        CalendarDay {
            date,
            is_working,
            is_special: is_working == is_weekend,
            entries,
        }
    };
    let days = asked.from.iter_days().take_while(|date| *date <= asked.to);
    let mut days: Vec<CalendarDay> = days.map(day).collect();
    days.chunks_mut(7).for_each(super::week_rows::settle);
    days
}

struct DaysFound<'a> {
    asked: &'a DaysAsked<'a>,
    days: BTreeMap<NaiveDate, Vec<DayEntry>>,
}

impl DaysFound<'_> {
    fn put(&mut self, date: NaiveDate, entry: DayEntry) {
        if (self.asked.from..=self.asked.to).contains(&date) {
            self.days.entry(date).or_default().push(entry);
        }
    }

    fn asks(&self, sort: DaySort) -> bool {
        self.asked.sorts.contains(&sort)
    }

    /// Each task on its last day, or on all of them, and where it is expected to end instead. Only those of the span
    /// are read whole.
    fn tasks(&mut self, log: &Log, schedule: &Schedule) {
        let (from, to) = (self.asked.from, self.asked.to);
        for at in self.asked.tasks {
            let read = &schedule.plan.tasks[*at as usize];
            let Some((first, due)) = read.planned else {
                continue;
            };
            let begins = if self.asked.is_whole { first } else { due };
            let expected = schedule.dates(*at).1;
            let is_within = |date: NaiveDate| (from..=to).contains(&date);
            let touches = due >= from && begins <= to;
            if !touches && !is_within(expected) {
                continue;
            }
            let Some(task) = task_facts(log, schedule, &read.record, self.asked.lang) else {
                continue;
            };
            let text = format!("{} {}", task.code, task.title);
            let entry = DayEntry {
                sort: DaySort::Task,
                record: read.record.clone(),
                text: text.trim().to_owned(),
                time: String::new(),
                is_over: !task.is_open,
                goes_on: (false, false),
                row: None,
                task: Some(task),
            };
            let late = entry.task.as_ref().and_then(|task| task.expected);
            if let Some(expected) = late {
                let entry = DayEntry {
                    sort: DaySort::Expected,
                    ..entry.clone()
                };
                self.put(expected, entry);
            }
            let days = begins.max(from).iter_days();
            for date in days.take_while(|date| *date <= due.min(to)) {
                let goes_on = (date > begins, date < due);
                self.put(
                    date,
                    DayEntry {
                        goes_on,
                        ..entry.clone()
                    },
                );
            }
        }
    }

    fn others(&mut self, log: &Log, today: NaiveDate) {
        let lang = self.asked.lang;
        let named = |sort, record: &RecordId| DayEntry {
            sort,
            record: record.clone(),
            text: short_name(log, record, lang),
            time: String::new(),
            task: None,
            goes_on: (false, false),
            row: None,
            is_over: false,
        };
        let forms = |kind: &str| {
            let rows = log.rows(kind).into_iter();
            rows.map(|row| Form::new(log, row)).collect::<Vec<_>>()
        };
        if self.asks(DaySort::Milestone) {
            for form in forms(milestone::KIND) {
                let reached = form.get(milestone::ACTUAL_DATE);
                let date = reached
                    .or(form.get(milestone::CURRENT_DATE))
                    .or(form.get(milestone::BASELINE_DATE));
                let entry = DayEntry {
                    is_over: reached.is_some(),
                    ..named(DaySort::Milestone, form.record())
                };
                if let Some(date) = date {
                    self.put(date, entry);
                }
            }
        }
        if self.asks(DaySort::Meeting) {
            for (record, date) in meeting_days(log, self.asked.from.min(today)) {
                let form = Form::new(log, record.clone());
                let entry = DayEntry {
                    time: form.get(meeting::TIME).unwrap_or_default(),
                    text: bare_name(log, &record, lang),
                    is_over: date < today,
                    ..named(DaySort::Meeting, &record)
                };
                self.put(date, entry);
            }
        }
        for (sort, kind, limit) in [
            (DaySort::Issue, issue::KIND, issue::DUE_AT),
            (DaySort::Decision, decision::KIND, decision::REPLY_BY_AT),
        ] {
            if !self.asks(sort) {
                continue;
            }
            for form in forms(kind) {
                let at = form.get(limit);
                let Some(at) = at.filter(|_| !is_over(&form)) else {
                    continue;
                };
                let (date, time) = self.seen(at);
                let entry = DayEntry {
                    time,
                    ..named(sort, form.record())
                };
                self.put(date, entry);
            }
        }
        if self.asks(DaySort::Absence) {
            for person in forms(member::KIND) {
                for away in absences(&person) {
                    let days = away.from.max(self.asked.from).iter_days();
                    for date in days.take_while(|date| *date <= away.to.min(self.asked.to)) {
                        let entry = DayEntry {
                            goes_on: (date > away.from, date < away.to),
                            ..named(DaySort::Absence, person.record())
                        };
                        self.put(date, entry);
                    }
                }
            }
        }
    }

    /// The day and the time of a moment, where the person reads it.
    fn seen(&self, at: Moment) -> (NaiveDate, String) {
        let local = self.asked.zone.shown(at);
        (local.date_naive(), local.format("%H:%M").to_string())
    }
}

/// Whether nothing is waited for any more: its state leads nowhere by itself.
fn is_over(form: &Form<'_>) -> bool {
    let status = status_of(form);
    let machine = form.template().and_then(|template| template.states);
    machine.is_some_and(|machine| {
        let mut steps = machine.transitions.iter();
        !steps.any(|step| !step.aside && step.from.contains(&status.as_str()))
    })
}

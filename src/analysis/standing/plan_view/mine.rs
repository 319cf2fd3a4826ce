//! One person's own work: what they do, review, help with or stand in for, in the order in which it is due (views.md
//! §4). What they are asked about stands in the inbox.

use crate::analysis::people::absence::away_on;
use crate::analysis::people::who::People;
use crate::analysis::standing::schedule::{PlanTask, Progress, Schedule};
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{issue, member, settings, task};
use chrono::{Datelike, Days, NaiveDate};

/// What somebody has to do with a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MyPart {
    /// 我做
    Own,
    /// 我审核
    Review,
    /// 我协助
    Help,
    /// 我提出: it waits for an issue that this person raised.
    Raised,
    /// 代管: its owner is away and has named this person.
    StandIn,
}

impl MyPart {
    /// In the order in which they are offered.
    pub const ALL: [Self; 5] = [
        Self::Own,
        Self::Review,
        Self::Help,
        Self::Raised,
        Self::StandIn,
    ];
}

/// When something is due.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DueWhen {
    Late,
    Today,
    ThisWeek,
    NextWeek,
    Later,
    /// 没写日期
    Undated,
    Done,
}

impl DueWhen {
    /// What is late first.
    pub const ALL: [Self; 7] = [
        Self::Late,
        Self::Today,
        Self::ThisWeek,
        Self::NextWeek,
        Self::Later,
        Self::Undated,
        Self::Done,
    ];

    /// When a task is due, as seen on a day; weeks begin on Mondays.
    fn of(read: &PlanTask, today: NaiveDate) -> Self {
        let into_week = u64::from(today.weekday().num_days_from_monday());
        let sunday = today + Days::new(6 - into_week);
        match read.planned.map(|(_, due)| due) {
            _ if !is_open(read) => Self::Done,
            None => Self::Undated,
            Some(due) if due < today => Self::Late,
            Some(due) if due == today => Self::Today,
            Some(due) if due <= sunday => Self::ThisWeek,
            Some(due) if due <= sunday + Days::new(7) => Self::NextWeek,
            Some(_) => Self::Later,
        }
    }
}

fn is_open(read: &PlanTask) -> bool {
    !matches!(read.progress, Progress::Done | Progress::Cancelled)
}

/// Who helps with a task.
fn helpers(task: &Form<'_>) -> Vec<RecordId> {
    let all = task.elements(task::HELPERS.name).into_iter();
    all.filter_map(|(rest, _)| format!("{}/{rest}", member::KIND).parse().ok())
        .collect()
}

/// The work of a person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct MyWork {
    /// How many tasks there are for each part, those that are done left out.
    pub counts: [usize; 5],
    /// The tasks of the part that was asked for, by their places in the plan, those due first in front.
    pub sections: Vec<(DueWhen, Vec<u32>)>,
}

/// The work of a person among some tasks, given by their places in the plan.
pub fn my_work(
    log: &Log,
    schedule: &Schedule,
    tasks: &[u32],
    me: &RecordId,
    part: MyPart,
) -> MyWork {
    let form = Form::new(log, settings::record());
    let people = People::shared(&form);
    let is_me = |person: &RecordId| people.are_one(person, me);
    let is_part = |read: &PlanTask, part: MyPart| {
        let own = Form::new(log, read.record.clone());
        match part {
            MyPart::Own => read.owner.as_ref().is_some_and(is_me),
            MyPart::Review => own.get(task::REVIEWER).as_ref().is_some_and(is_me),
            MyPart::Help => helpers(&own).iter().any(is_me),
            MyPart::Raised => {
                let issue = own.referred(task::BLOCKED_BY_ISSUE);
                let raised_by = issue.and_then(|issue| issue.get(issue::RAISED_BY));
                raised_by.as_ref().is_some_and(is_me)
            }
            MyPart::StandIn => read.owner.as_ref().is_some_and(|owner| {
                let away = away_on(&form, owner, schedule.today);
                let cover = away.and_then(|away| away.cover);
                cover.as_ref().is_some_and(is_me)
            }),
        }
    };
    let mut work = MyWork {
        sections: DueWhen::ALL.map(|when| (when, Vec::new())).into(),
        ..MyWork::default()
    };
    for at in tasks {
        let read = &schedule.plan.tasks[*at as usize];
        for (count, one) in work.counts.iter_mut().zip(MyPart::ALL) {
            let is_counted = is_open(read) || one == part;
            if !is_counted || !is_part(read, one) {
                continue;
            }
            *count += usize::from(is_open(read));
            if one == part {
                let when = DueWhen::of(read, schedule.today);
                let section = work.sections.iter_mut().find(|(known, _)| *known == when);
                if let Some((_, section)) = section {
                    section.push(*at);
                }
            }
        }
    }
    let due = |at: &u32| {
        schedule.plan.tasks[*at as usize]
            .planned
            .map(|(_, due)| due)
    };
    for (_, section) in &mut work.sections {
        section.sort_by_key(due);
    }
    work
}

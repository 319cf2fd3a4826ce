//! The issue with which the solving of a problem begins: made of what the wizard asks, and submitted.

use super::besides::title;
use super::people::NewPeople;
use super::{Start, words};
use crate::analysis::begin::draft::{Local, NewId, NewRecord};
use crate::analysis::time::calendar::Calendar;
use crate::model::template::{Label, Lang, STATUS};
use crate::model::value::Value;
use crate::templates::preset::{self, Party, Role};
use crate::templates::{case, issue};
use chrono::Days;

const SUPPORT: Label = Label::new(
    "24 小时内控制影响，48 小时内查明根因，拿出长期措施。",
    "Contain the effect within 24 hours, find the root cause within 48 hours, propose corrective actions.",
);

/// Adds it, where it was said what went wrong.
pub(super) fn first_issue(start: &Start, people: &NewPeople, records: &mut Vec<NewRecord>) {
    let said = &start.besides;
    let wrong = said.wrong.trim();
    if wrong.is_empty() {
        return;
    }
    let fixing = people.fixing();
    let affected = people.places.iter().map(|place| place.department);
    let affected: Vec<_> = affected.collect();
    let due = Calendar::default().add_working_days(start.now.date_naive(), said.fix_days);
    let due = due.and_then(|day| {
        let at = day.and_time(start.now.time());
        at.and_local_timezone(*start.now.offset()).single()
    });
    let mut record = NewRecord::new(issue::KIND)
        .text(issue::TITLE, &title(wrong))
        .text(issue::DESCRIPTION, &described(start))
        .text(issue::IMPACT_SCOPE, said.affected.trim())
        .set(issue::CATEGORY, issue::QUALITY.key.to_owned())
        .set(issue::IMPACT, said.impact)
        .set(issue::URGENCY, said.urgency)
        .text(issue::SUPPORT_NEEDED, words(start, SUPPORT))
        .refer(issue::RAISED_BY, Some(people.lead))
        .refer(issue::RAISED_DEPT, people.own)
        .refer(
            issue::SUPPORT_DEPARTMENT,
            fixing.map(|place| place.department),
        )
        .refer(issue::OWNER, fixing.and_then(|place| place.rep))
        .set(issue::SUBMITTED_AT, start.now)
        .put(STATUS, Value::text(issue::SUBMITTED.key))
        .elements(issue::AFFECTED_DEPARTMENTS, affected);
    if let Some(due) = due {
        record = record.set(issue::DUE_AT, due);
    }
    let proposed = [
        issue::CATEGORY.name,
        issue::SUPPORT_NEEDED.name,
        issue::SUPPORT_DEPARTMENT.name,
        issue::OWNER.name,
        issue::DUE_AT.name,
    ];
    let place = records.len();
    records.push(record.prefilled_fields(&proposed));
    records.push(the_case(start, people, place));
}

/// Its case, with who does which step.
fn the_case(start: &Start, people: &NewPeople, place: Local) -> NewRecord {
    let role = |key: &str| {
        let task = preset::PROBLEM.tasks.get(match key {
            case::STEP_REPLY => preset::PROBLEM_REPLY,
            case::STEP_CONTAIN => preset::PROBLEM_CONTAIN,
            _ => preset::PROBLEM_CAUSE,
        });
        task.and_then(|task| people.holder(task.owner))
    };
    let team = [
        Some(people.lead),
        people.coordinator,
        role(case::STEP_REPLY),
        role(case::STEP_CONTAIN),
        role(""),
    ];
    let mut record = NewRecord::new(case::KIND)
        .id(NewId::Of(place))
        .refer(case::ISSUE, Some(place))
        .text(case::FACTS, &described(start))
        .refer(case::REPLY_BY, role(case::STEP_REPLY))
        .refer(case::CONTAINED_BY, role(case::STEP_CONTAIN))
        .refer(case::CAUSE_BY, role(""))
        .refer(
            case::VERIFIER,
            people
                .holder(Role::Reps(Party::Raising))
                .or(Some(people.lead)),
        )
        .elements(case::CASE_TEAM, team.into_iter().flatten());
    let until = start
        .now
        .date_naive()
        .checked_add_days(Days::new(WATCH_DAYS));
    if let Some(until) = until {
        record = record.set(case::WATCH_UNTIL, until);
    }
    record
}

/// A recurrence is watched for so many days.
const WATCH_DAYS: u64 = 30;

/// What went wrong, since when, and whom it hits, in one text.
pub(super) fn described(start: &Start) -> String {
    let said = &start.besides;
    let (wrong, since, affected) = (said.wrong.trim(), said.since.trim(), said.affected.trim());
    let mut lines = vec![wrong.to_owned()];
    let told = |label: Label, text: &str| match start.lang {
        Lang::Zh => format!("{}：{text}", label.zh),
        Lang::En => format!("{}: {text}", label.en),
    };
    if !since.is_empty() {
        lines.push(told(Label::new("从什么时候", "Since when"), since));
    }
    if !affected.is_empty() {
        lines.push(told(Label::new("影响谁", "Who is affected"), affected));
    }
    lines.join("\n")
}

//! Checks of absences (W-25): nobody who takes over, and what is due while its owner is away.

use crate::analysis::people::away::{absence, away_on, issue_due, task_due};
use crate::analysis::people::who::People;
use crate::model::id::RecordId;
use crate::model::template::{Arg, Finding, Form, Label, Rule};
use crate::templates::{issue, member, risk, task, warn};
use chrono::{DateTime, FixedOffset, NaiveDate};

type Now = DateTime<FixedOffset>;

/// The checks of a kind that look at absences.
pub(in crate::analysis) fn rules_of(kind: &str) -> &'static [Rule] {
    match kind {
        "absence" => ABSENCE_RULES,
        "task" => TASK_RULES,
        "issue" => ISSUE_RULES,
        "risk" => RISK_RULES,
        _ => &[],
    }
}

const ABSENCE_RULES: &[Rule] = &[warn(
    "TEAM-10",
    Label::new(
        "{name} {span} 不在岗，还没有别人接手。请写由谁接手。",
        "Nobody else takes over while {name} is away {span}. Say who does.",
    ),
    nobody_takes_over,
)];

const TASK_RULES: &[Rule] = &[warn(
    "TASK-08",
    Label::new(
        "{name} {span} 不在岗，任务 {d} 到期。是否由{backup}负责？",
        "{name} is away {span} and the task is due {d}. Assign {backup}?",
    ),
    |form, now| due_in_absence(form, form.get(task::OWNER), task_due(form), "owner", now),
)];

const ISSUE_RULES: &[Rule] = &[warn(
    "ISS-21",
    Label::new(
        "{name} {span} 不在岗，问题 {d} 到期。是否由{backup}负责？",
        "{name} is away {span} and the issue is due {d}. Assign {backup}?",
    ),
    |form, now| due_in_absence(form, form.get(issue::OWNER), issue_due(form), "owner", now),
)];

const RISK_RULES: &[Rule] = &[warn(
    "RSK-08",
    Label::new(
        "{owner}现在不在岗，应由{fallback}看着这项风险。",
        "{owner} is away now; {fallback} should watch this risk.",
    ),
    owner_is_away,
)];

fn nobody_takes_over(form: &Form<'_>, now: Now) -> Vec<Finding> {
    let Some((person, away)) = absence(form).filter(|(_, away)| away.to >= now.date_naive()) else {
        return Vec::new();
    };
    let person = form.other(person);
    let people = People::shared(form);
    let is_there = away.cover.as_ref().is_some_and(|cover| {
        people.person(cover) != people.person(person.record())
            && member::is_active(&form.other(cover.clone()), away.to)
            && away_on(form, cover, away.from).is_none()
            && away_on(form, cover, away.to).is_none()
    });
    Finding::at("covered_by")
        .with("name", Arg::Record(person.record().clone()))
        .with("span", Arg::Text(away.span()))
        .when(!is_there)
}

/// A person, or a word for nobody.
fn person_or(person: Option<RecordId>, nobody: Label) -> Arg {
    person.map_or(Arg::Label(nobody), Arg::Record)
}

const NO_BACKUP: Label = Label::new("代理人（还没有写）", "a backup (none named yet)");

fn due_in_absence(
    form: &Form<'_>,
    owner: Option<RecordId>,
    due: Option<NaiveDate>,
    field: &'static str,
    now: Now,
) -> Vec<Finding> {
    let (Some(owner), Some(due)) = (owner, due) else {
        return Vec::new();
    };
    let away = away_on(form, &owner, due).filter(|away| away.to >= now.date_naive());
    let found = away.map(|away| {
        Finding::at(field)
            .with("name", Arg::Record(owner))
            .with("span", Arg::Text(away.span()))
            .with("d", Arg::Text(due.to_string()))
            .with("backup", person_or(away.cover, NO_BACKUP))
    });
    found.into_iter().collect()
}

fn owner_is_away(form: &Form<'_>, now: Now) -> Vec<Finding> {
    let Some(owner) = form.get(risk::OWNER).filter(|_| risk::is_open(form)) else {
        return Vec::new();
    };
    if away_on(form, &owner, now.date_naive()).is_none() {
        return Vec::new();
    }
    let fallback = form.get(risk::FALLBACK_OWNER);
    let finding = Finding::at("fallback_owner").with("owner", Arg::Record(owner));
    vec![finding.with("fallback", person_or(fallback, NO_BACKUP))]
}

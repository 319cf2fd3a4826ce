//! Checks of absences (W-25): nobody who takes over, and what is due while its owner is away.

use crate::analysis::people::absence::{absence_of, away_on, hand_wanted};
use crate::analysis::people::who::People;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{Arg, Finding, Form, Label, Rule, Template};
use crate::templates::{absence, issue, member, risk, task, warn};

/// The checks of a form that look at absences.
pub(in crate::analysis) fn rules_of(template: &Template) -> &'static [Rule] {
    match template.kind {
        absence::KIND => ABSENCE_RULES,
        task::KIND => TASK_RULES,
        issue::KIND => ISSUE_RULES,
        risk::KIND => RISK_RULES,
        _ if template.work.is_some_and(|work| work.comes_up()) => WORK_RULES,
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

const TASK_RULES: &[Rule] = &[due_while_away("TASK-08")];
const ISSUE_RULES: &[Rule] = &[due_while_away("ISS-21")];
const WORK_RULES: &[Rule] = &[due_while_away("W-25")];

const fn due_while_away(code: &'static str) -> Rule {
    warn(
        code,
        Label::new(
            "{name} {span} 不在岗，{what} {d} 到期。是否由{backup}负责？",
            "{name} is away {span} and the {what} is due {d}. Assign {backup}?",
        ),
        due_in_absence,
    )
}

const RISK_RULES: &[Rule] = &[warn(
    "RSK-08",
    Label::new(
        "{owner}不在岗，这几天由{fallback}看。",
        "{owner} is away; {fallback} watches this risk meanwhile.",
    ),
    owner_is_away,
)];

fn nobody_takes_over(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let Some((person, away)) = absence_of(form).filter(|(_, away)| away.to >= now.date_naive())
    else {
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
    Finding::at(absence::COVERED_BY.name)
        .with("name", Arg::Record(person.record().clone()))
        .with("span", Arg::Text(away.span()))
        .when(!is_there)
}

/// A person, or a word for nobody.
fn person_or(person: Option<RecordId>, nobody: Label) -> Arg {
    person.map_or(Arg::Label(nobody), Arg::Record)
}

const NO_BACKUP: Label = Label::new("代理人（还没有写）", "a backup (none named yet)");

fn due_in_absence(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let (Some(work), Some(owner), Some(due)) = (form.work(), form.owner(), hand_wanted(form))
    else {
        return Vec::new();
    };
    let away = away_on(form, &owner, due).filter(|away| away.to >= now.date_naive());
    let found = away.map(|away| {
        Finding::at(work.owner.name)
            .with("name", Arg::Record(owner))
            .with("span", Arg::Text(away.span()))
            .with("what", Arg::Label(work.called))
            .with("d", Arg::Text(due.to_string()))
            .with("backup", person_or(away.cover, NO_BACKUP))
    });
    found.into_iter().collect()
}

fn owner_is_away(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let Some(owner) = form.get(risk::OWNER).filter(|_| risk::is_open(form)) else {
        return Vec::new();
    };
    if away_on(form, &owner, now.date_naive()).is_none() {
        return Vec::new();
    }
    let fallback = form.get(risk::FALLBACK_OWNER);
    let finding = Finding::at(risk::FALLBACK_OWNER.name).with("owner", Arg::Record(owner));
    vec![finding.with("fallback", person_or(fallback, NO_BACKUP))]
}

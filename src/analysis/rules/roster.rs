//! Checks of the roster (T03): roles filled, backups, people who leave with open work. A person entered
//! twice counts once. The specification lets some of them hold back a gate; ux.md §6 closes that list, so they warn.

use crate::analysis::people::ownership::Owned;
use crate::analysis::people::who::{People, holds};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{Arg, Choice, Due, Finding, Form, Label, Rule};
use crate::templates::{department, hint, member, settings, warn, works};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The checks of a kind that look at the roster.
pub(in crate::analysis) fn rules_of(kind: &str) -> &'static [Rule] {
    match kind {
        member::KIND => MEMBER_RULES,
        department::KIND => DEPARTMENT_RULES,
        settings::KIND => PROJECT_RULES,
        _ => &[],
    }
}

const PROJECT_RULES: &[Rule] = &[warn(
    "TEAM-01",
    Label::new(
        "项目负责人必须且只能有 1 人，目前 {n} 人。",
        "There must be exactly one project lead; there {n|is|are} {n}.",
    ),
    leads_not_one,
)];

const DEPARTMENT_RULES: &[Rule] = &[warn(
    "TEAM-02",
    Label::new(
        "{dept}必须有且只有 1 名部门代表，目前 {n} 名。",
        "{dept} must have exactly one representative; it has {n}.",
    ),
    several_representatives,
)];

const MEMBER_RULES: &[Rule] = &[
    warn(
        "TEAM-03",
        Label::new(
            "{name}属于{dept2}，不能代表{dept1}。部门代表的代理人要在同一个部门。",
            "{name} belongs to {dept2} and cannot represent {dept1}. A representative's backup is of the same department.",
        ),
        backup_of_another_department,
    ),
    hint(
        "TEAM-04",
        Label::new(
            "{name}没有代理人。请假或离岗时任务会中断。",
            "{name} has no backup; work stops if they are away.",
        ),
        without_backup,
    ),
    warn(
        "TEAM-05",
        Label::new(
            "代理人不能是本人，且必须在岗。",
            "The backup must be another active person.",
        ),
        unfit_backup,
    ),
    warn(
        "TEAM-06",
        Label::new(
            "{name}的投入合计 {pct}%，超过 100%。",
            "{name} is allocated {pct}%, more than 100%.",
        ),
        allocated_too_much,
    ),
    hint(
        "TEAM-07",
        Label::new(
            "项目负责人不在牵头部门，请确认考核与授权关系。",
            "The lead is not from the lead department; check authority.",
        ),
        lead_from_elsewhere,
    ),
    warn(
        "TEAM-08",
        Label::new(
            "{name}离开后还有 {n} 项未完成（{parts}）。请先移交。",
            "{name} leaves {n} open {n|item|items} ({parts}). Hand them over first.",
        ),
        leaves_open_items,
    ),
    hint(
        "TEAM-09",
        Label::new(
            "同一人兼任项目负责人和部门代表，容易在资源争议中两难。",
            "The same person is project lead and representative; conflicts of interest are likely.",
        ),
        lead_and_representative,
    ),
];

fn number(count: usize) -> Arg {
    Arg::Number(i64::try_from(count).unwrap_or(i64::MAX))
}

fn named(form: &Form<'_>, field: &'static str) -> Finding {
    Finding::at(field).with("name", Arg::Record(form.record().clone()))
}

fn is_of_role(form: &Form<'_>, role: Choice) -> bool {
    form.get(member::PROJECT_ROLE).as_deref() == Some(role.key)
}

/// Lead or representative, named and not gone.
fn holds_an_office(form: &Form<'_>, today: NaiveDate) -> bool {
    (is_of_role(form, member::LEAD) || is_of_role(form, member::REP))
        && form.has(member::PERSON.name)
        && member::is_active(form, today)
}

fn leads_not_one(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let roster = form.all(member::MEMBER.kind);
    let people = People::shared(form);
    let leads: BTreeSet<RecordId> = member::with_role(form, member::LEAD, now.date_naive())
        .iter()
        .map(|person| people.person(person.record()))
        .collect();
    let place = leads.last().or(roster.first().map(Form::record));
    let found = place.filter(|_| leads.len() != 1).map(|place| {
        Finding {
            record: Some(place.clone()),
            ..Finding::at(member::PROJECT_ROLE.name)
        }
        .with("n", number(leads.len()))
    });
    found.into_iter().collect()
}

/// Several; that there is none is said by the charter, whose final state waits for it (CHT-07).
fn several_representatives(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let people = People::shared(form);
    let reps: BTreeSet<RecordId> = member::reps_of(form, form.record(), now.date_naive())
        .iter()
        .map(|person| people.person(person.record()))
        .collect();
    Finding::at(department::REPRESENTATIVE.name)
        .with("dept", Arg::Record(form.record().clone()))
        .with("n", number(reps.len()))
        .when(department::takes_part(form) && reps.len() > 1)
}

fn backup_of_another_department(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let is_rep = is_of_role(form, member::REP) && member::is_active(form, now.date_naive());
    let backup = form.referred(member::BACKUP_PERSON).filter(|_| is_rep);
    let Some((backup, home)) = backup.and_then(|backup| {
        let home = backup.get(member::DEPARTMENT)?;
        Some((backup, home))
    }) else {
        return Vec::new();
    };
    let own = form.get(member::DEPARTMENT).filter(|own| *own != home);
    let found = own.map(|own| {
        named(&backup, member::BACKUP_PERSON.name)
            .with("dept2", Arg::Record(home))
            .with("dept1", Arg::Record(own))
    });
    found.into_iter().collect()
}

fn without_backup(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let lacks = !form.has(member::BACKUP_PERSON.name);
    named(form, member::BACKUP_PERSON.name).when(lacks && holds_an_office(form, now.date_naive()))
}

fn unfit_backup(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let Some(backup) = form.referred(member::BACKUP_PERSON) else {
        return Vec::new();
    };
    let people = People::shared(form);
    let is_self = people.person(backup.record()) == people.person(form.record());
    let is_gone = !member::is_active(&backup, now.date_naive());
    Finding::at(member::BACKUP_PERSON.name).when(is_self || is_gone)
}

/// What all records of one person add up to. Other projects are not known here.
fn allocated_too_much(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let people = People::shared(form);
    if people.person(form.record()) != *form.record() {
        return Vec::new();
    }
    let shares = people
        .records(form.record())
        .into_iter()
        .filter_map(|record| {
            let record = form.other(record);
            let counts = form.log().is_visible(record.record())
                && member::is_active(&record, now.date_naive());
            record.get(member::ALLOCATION_PCT).filter(|_| counts)
        });
    let sum: i64 = shares.map(|share| share.clamp(0, 1000)).sum();
    named(form, member::ALLOCATION_PCT.name)
        .with("pct", Arg::Number(sum))
        .when(sum > 100)
}

fn lead_from_elsewhere(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let is_lead = is_of_role(form, member::LEAD)
        && form.has(member::PERSON.name)
        && member::is_active(form, now.date_naive());
    let home = form.referred(member::DEPARTMENT).filter(|_| is_lead);
    let is_elsewhere = home.is_some_and(|home| {
        home.get(department::PARTICIPATION).as_deref() != Some(department::LEAD.key)
    });
    Finding::at(member::DEPARTMENT.name).when(is_elsewhere)
}

fn lead_and_representative(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let is_both = is_of_role(form, member::LEAD) && holds(form, form.record(), member::REP, None);
    Finding::at(member::PROJECT_ROLE.name).when(is_both)
}

/// Open items of a person with a last day: all of them once it is over, before that those due after it.
fn leaves_open_items(form: &Form<'_>, now: Moment) -> Vec<Finding> {
    let Some(last) = form.get(member::LEAVE_DATE) else {
        return Vec::new();
    };
    let is_gone = last < now.date_naive();
    let is_left = |due: Option<NaiveDate>| is_gone || due.is_some_and(|due| due > last);
    let owned = form.log().derived::<Owned>();
    let is_counted = |item: &&RecordId| {
        let item = form.other((*item).clone());
        item.is_open() && is_left(item.due().map(Due::day))
    };
    let items: Vec<&RecordId> = owned.of(form.record()).iter().filter(is_counted).collect();
    let parts = works().map(|(template, work)| {
        let own = items.iter().filter(|item| item.kind() == template.kind);
        (work.many, own.count())
    });
    let parts = parts.collect();
    named(form, member::LEAVE_DATE.name)
        .with("n", number(items.len()))
        .with("parts", Arg::Counted(parts))
        .when(!items.is_empty())
}

//! Who is away when, and who takes over what is due meanwhile (W-25). Advice: nothing changes hands by itself.

use super::people::People;
use crate::model::id::RecordId;
use crate::model::template::Form;
use crate::templates::{absence, issue, member, risk, status_of, task};
use chrono::NaiveDate;

/// One absence of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Away {
    /// The record that says so.
    pub absence: RecordId,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// Who takes over: the person named there, or the backup; nobody where neither is named.
    pub cover: Option<RecordId>,
}

impl Away {
    /// Whether the person is away on that day.
    pub fn covers(&self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }
    /// `2026-03-09–2026-03-13`
    pub fn span(&self) -> String {
        format!("{}–{}", self.from, self.to)
    }
}

/// The absences of a person, as far as their days are named.
pub fn absences(person: &Form<'_>) -> Vec<Away> {
    let rows = person.rows(absence::ABSENCE.kind);
    let away = |row: Form<'_>| {
        let from = row.get(absence::FROM)?;
        let cover = row
            .referred(absence::COVERED_BY)
            .or_else(|| person.referred(member::BACKUP_PERSON));
        Some(Away {
            from,
            to: row.get(absence::TO).unwrap_or(from),
            cover: cover.map(|cover| cover.record().clone()),
            absence: row.record().clone(),
        })
    };
    rows.into_iter().filter_map(away).collect()
}

/// Whether that person is away on that day, and who stands in.
pub fn away_on(form: &Form<'_>, person: &RecordId, day: NaiveDate) -> Option<Away> {
    absences(&form.other(person.clone()))
        .into_iter()
        .find(|away| away.covers(day))
}

/// Whether `me` stands in on that day for the person named.
pub(super) fn stands_in(
    form: &Form<'_>,
    people: &People,
    named: Option<RecordId>,
    me: &RecordId,
    day: NaiveDate,
) -> bool {
    let cover = named
        .and_then(|named| away_on(form, &named, day))
        .and_then(|away| away.cover);
    cover.is_some_and(|cover| people.person(&cover) == people.person(me))
}

/// Something of a person that is due while they are away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueMeanwhile {
    /// The task, issue or risk.
    pub record: RecordId,
    /// When it is due.
    pub day: NaiveDate,
}

/// What a person answers for and that is due in an absence, by day.
pub fn due_meanwhile(person: &Form<'_>, away: &Away) -> Vec<DueMeanwhile> {
    let mut due: Vec<(NaiveDate, RecordId)> = Vec::new();
    for (kind, owner, day) in [
        (
            "task",
            task::OWNER,
            task_due as fn(&Form<'_>) -> Option<NaiveDate>,
        ),
        ("issue", issue::OWNER, issue_due),
        ("risk", risk::OWNER, risk_due),
    ] {
        for form in person.all(kind) {
            if form.get(owner).as_ref() == Some(person.record())
                && let Some(day) = day(&form).filter(|day| away.covers(*day))
            {
                due.push((day, form.record().clone()));
            }
        }
    }
    due.sort();
    due.into_iter()
        .map(|(day, record)| DueMeanwhile { record, day })
        .collect()
}

/// What a person is to take over: whose absence, and what is due in it. Absences that are over are left out.
pub fn to_take_over(
    person: &Form<'_>,
    today: NaiveDate,
) -> Vec<(RecordId, Away, Vec<DueMeanwhile>)> {
    let mut out = Vec::new();
    for other in person.all(member::MEMBER.kind) {
        for away in absences(&other) {
            if away.to >= today && away.cover.as_ref() == Some(person.record()) {
                let due = due_meanwhile(&other, &away);
                out.push((other.record().clone(), away, due));
            }
        }
    }
    out
}

pub(super) fn task_due(form: &Form<'_>) -> Option<NaiveDate> {
    form.get(task::CURRENT_END).filter(|_| task::is_open(form))
}

pub(super) fn issue_due(form: &Form<'_>) -> Option<NaiveDate> {
    let is_handled = [issue::ACCEPTED.key, issue::WORKING.key].contains(&status_of(form).as_str());
    let due = form.get(issue::DUE_AT).filter(|_| is_handled);
    due.map(|due| due.date_naive())
}

fn risk_due(form: &Form<'_>) -> Option<NaiveDate> {
    let days = [risk::action_due(form), form.get(risk::TRIGGER_DATE)];
    days.into_iter()
        .flatten()
        .min()
        .filter(|_| risk::is_open(form))
}

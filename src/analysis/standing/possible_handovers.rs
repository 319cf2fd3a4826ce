//! Handovers that follow from what departments need and give (T02) and stand nowhere yet. Derived whenever somebody
//! looks; made when somebody says so, and never kept in step afterwards.

use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::{CellType, Form};
use crate::model::value::Value;
use crate::templates::alike::plain_text;
use crate::templates::{charter, department, handoff, member, need};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// A handover that could be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PossibleHandover {
    /// Its record: made of the need, so that two people who make the same one make one.
    pub record: RecordId,
    /// The department that gives.
    pub from: RecordId,
    /// The department that receives.
    pub to: RecordId,
    /// What it holds from the start.
    pub fields: Vec<(&'static str, Value)>,
}

/// The handovers not there yet, in the order of departments and rows. What both sides list is one; what was made of a
/// need and thrown away is not wanted again.
pub fn possible_handovers(log: &Log, today: NaiveDate) -> Vec<PossibleHandover> {
    let form = Form::new(log, charter::record());
    let mut there: BTreeMap<String, Vec<Form<'_>>> = BTreeMap::new();
    for one in form.all(handoff::HANDOFF.kind) {
        if let Some(what) = one.get(handoff::WHAT) {
            there.entry(plain_text(&what)).or_default().push(one);
        }
    }
    let mut met: BTreeSet<(String, RecordId, RecordId)> = BTreeSet::new();
    let mut out: Vec<PossibleHandover> = Vec::new();
    let departments = department::taking_part(&form);
    for row in departments.iter().flat_map(|one| one.rows(need::NEED.kind)) {
        let Some((what, from, to)) = sides(&row) else {
            continue;
        };
        let same = plain_text(&what);
        let record = RecordId::made_of(handoff::HANDOFF.kind, row.record().as_str());
        let is_known = log.is_visible(&record) || log.is_deleted(&record);
        let mut alike = there.get(&same).into_iter().flatten();
        let is_met = is_known || !met.insert((same, from.clone(), to.clone()));
        if is_met || alike.any(|one| is_between(one, &from, &to)) {
            continue;
        }
        let fields = first_fields(&form, &row, &what, (&from, &to), today);
        out.push(PossibleHandover {
            record,
            from,
            to,
            fields,
        });
    }
    out
}

/// What, from which department, to which; nothing while the row does not say, or names its own department.
fn sides(row: &Form<'_>) -> Option<(String, RecordId, RecordId)> {
    let own = row.parent()?.record().clone();
    let other = row.referred(need::OTHER)?.record().clone();
    let what = row.get(need::WHAT).filter(|_| own != other)?;
    match row.get(need::SIDE)?.as_str() {
        side if side == need::NEEDS.key => Some((what, other, own)),
        side if side == need::GIVES.key => Some((what, own, other)),
        _ => None,
    }
}

/// Whether a handover of the same words is this one: nobody is named on it who belongs to another department.
fn is_between(handover: &Form<'_>, from: &RecordId, to: &RecordId) -> bool {
    let fits = |key, department: &RecordId| {
        let home = handover
            .referred(key)
            .and_then(|person: Form<'_>| person.get(member::DEPARTMENT));
        home.is_none_or(|home| home == *department)
    };
    fits(handoff::GIVER, from) && fits(handoff::RECEIVER, to)
}

/// The representatives stand for their departments until somebody else is named.
fn first_fields(
    form: &Form<'_>,
    row: &Form<'_>,
    what: &str,
    (from, to): (&RecordId, &RecordId),
    today: NaiveDate,
) -> Vec<(&'static str, Value)> {
    let rep = |department: &RecordId| {
        let rep = member::first_rep(form, department, today);
        rep.map(|rep| rep.write())
    };
    let all = [
        (handoff::WHAT.name, Some(Value::text(what))),
        (handoff::GIVER.name, rep(from)),
        (handoff::RECEIVER.name, rep(to)),
        (
            handoff::PROMISED_DATE.name,
            row.get(need::BY_WHEN).map(|day| day.write()),
        ),
    ];
    all.into_iter()
        .filter_map(|(key, value)| Some((key, value?)))
        .collect()
}

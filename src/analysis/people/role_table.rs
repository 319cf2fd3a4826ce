//! The role table as it stands: its rows and columns, what was shown to all, and which places are whose. Knows no
//! screen; what is wrong with a row is a rule.

use super::handover::leads;
use super::who::{People, holds};
use crate::model::id::RecordId;
use crate::model::log::{Derived, Log};
use crate::model::template::{CellType, Form};
use crate::model::{FieldKey, Moment};
use crate::templates::assignment::{self, RolePlace, RolePlaces};
use crate::templates::{charter, department, member, work_item};
use std::collections::{BTreeMap, BTreeSet};

/// A column: a department, or one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoleColumn {
    pub record: RecordId,
    /// The project lead's own.
    pub is_lead: bool,
}

/// The departments that take part, the project lead, and whoever else a letter was given to.
pub fn role_columns(log: &Log) -> Vec<RoleColumn> {
    log.derived::<Columns>().0.clone()
}

struct Columns(Vec<RoleColumn>);

impl Derived for Columns {
    fn of(log: &Log) -> Self {
        let form = Form::new(log, charter::record());
        let mut all: Vec<RoleColumn> = Vec::new();
        let mut push = |record: RecordId, is_lead: bool| {
            if !all.iter().any(|known| known.record == record) {
                all.push(RoleColumn { record, is_lead });
            }
        };
        for department in department::taking_part(&form) {
            push(department.record().clone(), false);
        }
        let places = log.derived::<RolePlaces>();
        let filled = places.all().iter();
        let filled =
            filled.filter(|place| !place.letter.is_empty() && log.is_visible(&place.column));
        let given: BTreeSet<&RecordId> = filled.map(|place| &place.column).collect();
        for department in log.rows(department::DEPARTMENT.kind) {
            if given.contains(&department) {
                push(department, false);
            }
        }
        let members = log.rows(member::MEMBER.kind);
        let is_lead = |record: &&RecordId| {
            let person = form.other((*record).clone());
            person.get(member::PROJECT_ROLE).as_deref() == Some(member::LEAD.key)
                && person.has(member::PERSON.name)
        };
        if let Some(lead) = members.iter().find(is_lead) {
            push(lead.clone(), true);
        }
        for person in members {
            if given.contains(&person) {
                push(person, false);
            }
        }
        Self(all)
    }
}

/// The work items of the table. A deleted one in which somebody has filled a place since, unknown to whoever deleted
/// it, stands among them until somebody decides.
pub fn role_rows(log: &Log) -> Vec<RecordId> {
    let mut rows = live_rows(log);
    let places = log.derived::<RolePlaces>();
    let filled = places.all().iter();
    let back = filled.filter(|place| !place.letter.is_empty() && log.is_deleted(&place.row));
    for place in back {
        if place.row.kind() == work_item::KIND && !rows.contains(&place.row) {
            rows.push(place.row.clone());
        }
    }
    rows
}

/// The work items that are not deleted.
pub fn live_rows(log: &Log) -> Vec<RecordId> {
    log.rows(work_item::WORK_ITEM.kind)
}

/// What was shown to all (公示), and what has changed since.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Publication {
    /// When, by the clock of who did it, and who that was; nothing before it was done.
    pub last: Option<(Moment, Option<String>)>,
    /// The places that are not as they were shown, in the order of their ids; before it was done, all that are filled.
    pub changed: Vec<RolePlace>,
}

/// How the table stands to what was shown to all.
pub fn publication(log: &Log) -> Publication {
    let places = log.derived::<RolePlaces>();
    let shown = places.all().iter().filter(|place| is_live(log, place));
    let mut found = Publication::default();
    for place in shown {
        let form = Form::new(log, place.record.clone());
        match form.get(assignment::PUBLISHED_AT) {
            Some(at) => {
                if found.last.as_ref().is_none_or(|(last, _)| *last < at) {
                    let key = FieldKey::of(assignment::PUBLISHED_AT.name);
                    let live = log.live(&place.record, &key);
                    let by = live
                        .first()
                        .and_then(|write| crate::templates::identity::signer(log, write.change));
                    found.last = Some((at, by));
                }
                if !changes(log, &place.record).is_empty() {
                    found.changed.push(place.clone());
                }
            }
            None if !place.letter.is_empty() => found.changed.push(place.clone()),
            None => {}
        }
    }
    found
}

/// Whether a place lies in a row that is there.
fn is_live(log: &Log, place: &RolePlace) -> bool {
    log.is_visible(&place.row) && log.is_visible(&place.column)
}

/// What of a place is not as it was shown to all.
fn changes(log: &Log, place: &RecordId) -> Vec<crate::model::CellId> {
    let key = FieldKey::of(assignment::PUBLISHED_AT.name);
    let cells = assignment::published_cells(place);
    let since = log.changed_since(place, &key, &cells).into_iter();
    since.map(|(cell, _)| cell).collect()
}

/// The places that concern a person, by the first record of that person: those they are named in, or were; where nobody
/// is named, those of a department they represent; and those of their own column.
pub fn places_of(log: &Log, person: &RecordId) -> Vec<RolePlace> {
    let whose = log.derived::<WhosePlaces>();
    let people = log.derived::<People>();
    whose
        .0
        .get(&people.person(person))
        .cloned()
        .unwrap_or_default()
}

struct WhosePlaces(BTreeMap<RecordId, Vec<RolePlace>>);

impl Derived for WhosePlaces {
    fn of(log: &Log) -> Self {
        let places = log.derived::<RolePlaces>();
        let people = log.derived::<People>();
        let named = FieldKey::of(assignment::NAMED_PERSON.name);
        let form = Form::new(log, charter::record());
        let mut reps: BTreeMap<RecordId, Vec<RecordId>> = BTreeMap::new();
        for record in log.rows(member::MEMBER.kind) {
            let person = form.other(record);
            let is_rep = person.get(member::PROJECT_ROLE).as_deref() == Some(member::REP.key);
            if let (Some(home), true) = (person.get(member::DEPARTMENT), is_rep) {
                reps.entry(home)
                    .or_default()
                    .push(people.person(person.record()));
            }
        }
        let mut whose: BTreeMap<RecordId, Vec<RolePlace>> = BTreeMap::new();
        for place in places.all().iter().filter(|place| is_live(log, place)) {
            let written = log.history(&place.record, &named);
            let mut of: BTreeSet<RecordId> = written
                .iter()
                .filter_map(|write| RecordId::read(write.value))
                .map(|person| people.person(&person))
                .collect();
            if place.column.kind() == member::KIND {
                of.insert(people.person(&place.column));
            } else if log.value(&place.record, &named).is_empty() {
                of.extend(reps.get(&place.column).into_iter().flatten().cloned());
            }
            for person in of {
                whose.entry(person).or_default().push(place.clone());
            }
        }
        Self(whose)
    }
}

/// Whether somebody may fill a column without asking: the lead any, a representative that of the department, everybody
/// their own; whoever is not on the roster, or before somebody leads, is not kept from it.
pub fn may_fill(log: &Log, column: &RecordId, author: Option<&str>) -> bool {
    let form = Form::new(log, charter::record());
    let me = author.and_then(|author| People::shared(&form).author(author));
    let Some(me) = me.filter(|me| log.is_visible(me)) else {
        return true;
    };
    let is_own = match column.kind() {
        member::KIND => People::shared(&form).are_one(column, &me),
        _ => holds(&form, &me, member::REP, Some(column)),
    };
    is_own || leads(log, Some(&me))
}

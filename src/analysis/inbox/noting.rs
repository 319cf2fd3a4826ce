//! 知晓分工和沟通规则: what each person has to have seen of the role table and the communication rules, and whether they
//! have said so. What they said counts for what stood there then; whatever changes of it is asked about again.

use super::said::remarks_on;
use crate::analysis::goal::answers::Answer;
use crate::analysis::people::role_table::places_of;
use crate::analysis::people::who::{People, holds};
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::{Derived, Log};
use crate::model::template::{CODE, Form, ORDER, PARENT, PREFILLED, STATUS};
use crate::model::{CellId, Moment};
use crate::templates::{
    assignment, channel, charter, escalation, ground_rule, mechanism, meeting, member, message,
    status_of,
};
use std::collections::BTreeSet;

/// The cells of the communication rules and of the rows under them, as far as people write them.
fn rules_cells(log: &Log) -> Vec<CellId> {
    log.derived::<RulesCells>().0.clone()
}

struct RulesCells(Vec<CellId>);

impl Derived for RulesCells {
    fn of(log: &Log) -> Self {
        let record = mechanism::record();
        let mut records = vec![record.clone()];
        let kinds = [
            meeting::KIND,
            channel::KIND,
            message::KIND,
            escalation::KIND,
            ground_rule::KIND,
        ];
        records.extend(kinds.iter().flat_map(|kind| log.rows_under(&record, kind)));
        let is_beside =
            |key: &FieldKey| [STATUS, ORDER, CODE, PARENT, PREFILLED].contains(&key.as_str());
        let mut cells = Vec::new();
        for record in records {
            let keys = log.keys(&record).filter(|key| !is_beside(key));
            cells.extend(keys.map(|key| (record.clone(), key.clone())));
        }
        Self(cells)
    }
}

/// Whether the communication rules are final: before that nobody is asked about them.
pub fn has_rules(log: &Log) -> bool {
    status_of(&Form::new(log, mechanism::record())) == mechanism::FINAL.key
}

/// The places of a person that were shown to all.
fn shown_cells(log: &Log, person: &RecordId) -> Vec<CellId> {
    let shown = places_of(log, person)
        .into_iter()
        .filter(|place| Form::new(log, place.record.clone()).has(assignment::PUBLISHED_AT.name));
    shown
        .flat_map(|place| assignment::published_cells(&place.record))
        .collect()
}

/// What 知道了 of a person covers.
pub fn noted_cells(log: &Log, person: &RecordId) -> Vec<CellId> {
    let mut cells = shown_cells(log, person);
    cells.extend(rules_cells(log));
    cells
}

/// How somebody stands to what they have to know.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noting {
    pub person: RecordId,
    pub answer: Answer,
    /// When they said it last, by their clock.
    pub at: Option<Moment>,
    /// For whom it was recorded by somebody else.
    pub is_recorded: bool,
    /// What has changed since.
    pub changed: Vec<CellId>,
}

/// How a person stands to it; nothing where they have nothing to know: nothing is shown to all, they lead the project,
/// or they only look on.
pub fn noting(log: &Log, person: &RecordId) -> Option<Noting> {
    let form = Form::new(log, person.clone());
    let shown = shown_cells(log, person);
    let looks_on = [member::SPONSOR, member::VIEWER];
    let looks_on = looks_on
        .iter()
        .any(|role| holds(&form, person, *role, None));
    if holds(&form, person, member::LEAD, None) || shown.is_empty() && (looks_on || !has_rules(log))
    {
        return None;
    }
    let people = People::shared(&form);
    let key = FieldKey::of(member::ACCEPTED_AT.name);
    let records = people.records(person);
    let has_accepted = |record: &RecordId| form.other(record.clone()).has(key.as_str());
    // Before anybody has accepted, there is nothing to compare.
    let rules = match records.iter().any(has_accepted) && has_rules(log) {
        true => rules_cells(log),
        false => Vec::new(),
    };
    let cells = [shown, rules].concat();
    let mut found = Noting {
        person: people.person(person),
        answer: Answer::Open,
        at: None,
        is_recorded: false,
        changed: Vec::new(),
    };
    for record in records {
        let one = form.other(record.clone());
        let Some(at) = one.get(member::ACCEPTED_AT) else {
            continue;
        };
        let since = log.changed_since(&record, &key, &cells).into_iter();
        let changed: Vec<CellId> = since.map(|(cell, _)| cell).collect();
        if found.at.is_none() || changed.len() < found.changed.len() {
            let live = log.live(&record, &key);
            let for_them =
                |write: &crate::model::log::Live<'_>| write.change.on_behalf_of.is_some();
            found.is_recorded = live.first().is_some_and(for_them);
            found.at = Some(at);
            found.changed = changed;
        }
    }
    found.answer = match (found.at, found.changed.len()) {
        _ if words_against(log, person).is_some() => Answer::Objected,
        (None, _) => Answer::Open,
        (Some(_), 0) => Answer::Agreed,
        (Some(_), n) => Answer::Outdated(n),
    };
    Some(found)
}

/// What a person objects, where that stands and the project lead has not dealt with it: the remark, and its words.
pub fn words_against(log: &Log, person: &RecordId) -> Option<(RecordId, String)> {
    let people = People::shared(&Form::new(log, person.clone()));
    let records = people.records(person).into_iter();
    let remarks = records.flat_map(|record| remarks_on(log, &record));
    let own = remarks.filter(|one| {
        let by = one.by.as_deref();
        one.is_open && by.is_some_and(|by| people.is_same(by, person.as_str()))
    });
    own.last().map(|one| (one.record, one.text))
}

/// Everybody on the roster who has something to know, each once, in the order of the roster.
pub fn all_noting(log: &Log) -> Vec<Noting> {
    let people = People::shared(&Form::new(log, charter::record()));
    let mut known = BTreeSet::new();
    let mut all: Vec<Noting> = Vec::new();
    for record in log.rows(member::MEMBER.kind) {
        let is_known = known.contains(&people.person(&record));
        let is_named = Form::new(log, record.clone()).has(member::PERSON.name);
        if !is_known
            && is_named
            && let Some(one) = noting(log, &record)
        {
            known.insert(one.person.clone());
            all.push(one);
        }
    }
    all
}

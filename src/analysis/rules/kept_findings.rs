//! The findings of a whole project, kept by record: after a change only those are found again that were read from what
//! changed. Says the same as the checks say when asked for the first time; a test compares them after random edits.

use super::checks::{
    CheckedFinding, TimelyRules, checked_templates, found_by_rule, records, rules,
};
use crate::model::Moment;
use crate::model::hash::KeyedMap;
use crate::model::id::RecordId;
use crate::model::log::{Derived, KeptBy, Log};
use crate::model::sort::{gather, sort_by};
use crate::model::template::{Form, Rule, Template};
use crate::templates::{settings, status_of};
use chrono::Timelike;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

impl PartialEq for CheckedFinding {
    fn eq(&self, other: &Self) -> bool {
        let is_same_rule = std::ptr::eq(self.rule, other.rule);
        is_same_rule && self.record == other.record && self.finding == other.finding
    }
}

/// What a rule found, and when.
#[derive(Clone)]
struct FoundAt {
    at: Moment,
    found: Rc<[Arc<CheckedFinding>]>,
}

/// Of the forms that a project has once, by rule: these look across everything else.
#[derive(Default)]
struct KeptByRule(KeptBy<(RecordId, usize), FoundAt>);

/// Whether two moments lie in the same minute of the clock, by which everything is told.
pub(in crate::analysis) fn is_same_minute(one: Moment, other: Moment) -> bool {
    let minute = |moment: Moment| (moment.date_naive(), moment.hour(), moment.minute());
    minute(one) == minute(other) && one.offset() == other.offset()
}

/// Whether two moments lie on the same day of the same clock.
pub(in crate::analysis) fn is_same_day(one: Moment, other: Moment) -> bool {
    one.date_naive() == other.date_naive() && one.offset() == other.offset()
}

/// Everything that the checks find, in their order.
pub(in crate::analysis) fn kept_findings(log: &Log, now: Moment) -> Vec<Arc<CheckedFinding>> {
    let mut out = Vec::new();
    for template in checked_templates(log) {
        if template.once || template.kind == settings::KIND {
            found_by_rules(log, template, now, &mut out);
        } else {
            found_in_all_rows(log, template, now, &mut out);
        }
    }
    out
}

/// What is found in a form that a project has once, by rule.
fn found_by_rules(
    log: &Log,
    template: &'static Template,
    now: Moment,
    out: &mut Vec<Arc<CheckedFinding>>,
) {
    let by_rule = log.beside::<KeptByRule>();
    let mut timely = TimelyRules::of(template);
    let is_timely = |known: &FoundAt| is_same_day(known.at, now);
    for record in records(log, template) {
        let form = Form::new(log, record.clone());
        for rule in timely.at(status_of(&form)) {
            let key = (record.clone(), std::ptr::from_ref(*rule).addr());
            let find = || FoundAt {
                at: now,
                found: found_by_rule(&form, rule, now)
                    .into_iter()
                    .map(Arc::new)
                    .collect(),
            };
            let known = by_rule.0.get_while(log, &key, is_timely, find);
            out.extend(known.found.iter().cloned());
        }
    }
}

/// The rules of each kind that are asked in each of its states, with their numbers: of the schema alone, so made once.
struct AskedRules(BTreeMap<&'static str, AskedInStates>);

/// Each with its place among the rules that are asked then.
type AskedInStates = BTreeMap<&'static str, Vec<(usize, &'static Rule)>>;

impl Derived for AskedRules {
    fn of(log: &Log) -> Self {
        let of_kind = |template: &'static Template| {
            let states = template.states.map_or(&[][..], |machine| machine.states);
            let keys = states.iter().map(|state| state.choice.key).chain([""]);
            let asked = |key: &'static str| {
                let mut timely = TimelyRules::of(template);
                let rules = timely.at(key.to_owned()).iter().copied();
                (key, rules.enumerate().collect())
            };
            (template.kind, gather(keys.map(asked)))
        };
        Self(gather(checked_templates(log).map(of_kind)))
    }
}

/// What was found in a record, each with the number of its rule.
type FoundInRecord = Vec<(usize, Arc<CheckedFinding>)>;

/// What is found in the records of a kind, by rows and rules.
fn found_in_all_rows(
    log: &Log,
    template: &'static Template,
    now: Moment,
    out: &mut Vec<Arc<CheckedFinding>>,
) {
    let by_day = found_in_rows(log, template, now, false);
    if !rules(template).any(|rule| rule.by_minute) {
        let all = by_day.iter().flat_map(|row| &row.1);
        return out.extend(all.map(|(_, found)| Arc::clone(found)));
    }
    let by_minute = found_in_rows(log, template, now, true);
    let (mut by_minute, mut by_day) = (by_record(&by_minute), by_record(&by_day));
    for record in log.rows(template.kind) {
        if by_minute.is_empty() && by_day.is_empty() {
            break;
        }
        let both = [by_day.remove(&record), by_minute.remove(&record)];
        let mut found: Vec<&(usize, Arc<CheckedFinding>)> =
            both.into_iter().flatten().flatten().collect();
        sort_by(&mut found, |a, b| a.0.cmp(&b.0));
        out.extend(found.into_iter().map(|(_, found)| Arc::clone(found)));
    }
}

fn by_record(rows: &[Rc<(RecordId, FoundInRecord)>]) -> KeyedMap<&RecordId, &FoundInRecord> {
    rows.iter().map(|row| (&row.0, &row.1)).collect()
}

/// What is found in each record of a kind in which anything is: by the rules that ask for the time of day, found again
/// with every minute, or by those that ask for no more than the day.
fn found_in_rows(
    log: &Log,
    template: &'static Template,
    now: Moment,
    by_minute: bool,
) -> Rc<Vec<Rc<(RecordId, FoundInRecord)>>> {
    let asked = log.derived::<AskedRules>();
    let find = move |log: &Log, record: &RecordId| {
        let form = Form::new(log, record.clone());
        let asked = asked.0.get(template.kind);
        let asked = asked.and_then(|asked| asked.get(status_of(&form).as_str()));
        let asked = asked.map(Vec::as_slice).unwrap_or_default().iter();
        let asked = asked.filter(|(_, rule)| rule.by_minute == by_minute);
        let found = asked.flat_map(|(at, rule)| {
            let found = found_by_rule(&form, rule, now).into_iter();
            found.map(|found| (*at, Arc::new(found)))
        });
        let found: FoundInRecord = found.collect();
        (!found.is_empty()).then(|| (record.clone(), found))
    };
    let minute = by_minute.then(|| (now.hour(), now.minute()));
    let when = (now.date_naive(), *now.offset(), minute);
    log.each_row(template.kind, ("findings", by_minute), when, find)
}

//! The findings of a whole project, kept by record: after a change only those are found again that were read from what
//! changed. Says the same as the checks say when asked for the first time; a test compares them after random edits.

use super::checks::{CheckedFinding, TimelyRules, checked_templates, found_by_rule, records};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::{KeptBy, Log};
use crate::model::sort::gather;
use crate::model::template::{Form, Rule, Template};
use crate::templates::{
    case, change_request, consultation, decision, issue, meeting, minutes, review, settings,
    status_of,
};
use chrono::Timelike;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;

/// The kinds whose rules ask for the time of day, and not for the day alone.
const BY_MINUTE: [&str; 8] = [
    issue::KIND,
    case::KIND,
    change_request::KIND,
    consultation::KIND,
    decision::KIND,
    meeting::KIND,
    minutes::KIND,
    review::KIND,
];

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

/// Everything that the checks find, in their order.
pub(in crate::analysis) fn kept_findings(log: &Log, now: Moment) -> Vec<Arc<CheckedFinding>> {
    let mut out = Vec::new();
    for template in checked_templates(log) {
        if template.once || template.kind == settings::KIND {
            found_by_rules(log, template, now, &mut out);
        } else {
            for found in found_in_rows(log, template, now).iter() {
                out.extend(found.iter().cloned());
            }
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
    let day = |moment: Moment| (moment.date_naive(), *moment.offset());
    let is_timely = |known: &FoundAt| day(known.at) == day(now);
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

/// What is found in each record of a kind in which anything is.
fn found_in_rows(
    log: &Log,
    template: &'static Template,
    now: Moment,
) -> Rc<Vec<Rc<Vec<Arc<CheckedFinding>>>>> {
    let states = template.states.map_or(&[][..], |machine| machine.states);
    let keys = states.iter().map(|state| state.choice.key).chain([""]);
    let asked = |key: &'static str| {
        let rules = TimelyRules::of(template).at(key.to_owned()).to_vec();
        (key, rules)
    };
    let timely: BTreeMap<&str, Vec<&'static Rule>> = gather(keys.map(asked));
    let find = move |log: &Log, record: &RecordId| {
        let form = Form::new(log, record.clone());
        let rules = timely.get(status_of(&form).as_str());
        let rules = rules.map(Vec::as_slice).unwrap_or_default().iter();
        let found = rules.flat_map(|rule| found_by_rule(&form, rule, now));
        let found: Vec<_> = found.map(Arc::new).collect();
        (!found.is_empty()).then_some(found)
    };
    let minute = BY_MINUTE.contains(&template.kind);
    let minute = minute.then(|| (now.hour(), now.minute()));
    let when = (now.date_naive(), *now.offset(), minute);
    log.each_row(template.kind, "findings", when, find)
}

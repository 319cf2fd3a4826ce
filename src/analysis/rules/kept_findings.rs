//! The findings of a whole project, kept by record: after a change only those are found again that were read from what
//! changed. Says the same as the checks say when asked for the first time; a test compares them after random edits.

use super::checks::{
    CheckedFinding, TimelyRules, checked_templates, found_by_rule, found_in, records,
};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::{KeptBy, Log};
use crate::model::template::Form;
use crate::templates::{
    department, dependency, handoff, member, milestone, settings, stage, status_of, task, work_item,
};
use chrono::Timelike;
use std::rc::Rc;
use std::sync::Arc;

/// The kinds of which there are many and whose rules ask for the day alone, never for the time of day.
const BY_DAY: [&str; 8] = [
    task::KIND,
    handoff::KIND,
    dependency::KIND,
    milestone::KIND,
    work_item::KIND,
    department::KIND,
    member::KIND,
    stage::KIND,
];

/// What was found in a record, and when.
#[derive(Clone)]
struct FoundAt {
    at: Moment,
    found: Rc<[Arc<CheckedFinding>]>,
}

impl FoundAt {
    fn of(found: Vec<CheckedFinding>, at: Moment) -> Self {
        let found = found.into_iter().map(Arc::new).collect();
        Self { at, found }
    }
}

#[derive(Default)]
struct KeptFindings(KeptBy<RecordId, FoundAt>);

/// Of the forms that a project has once, by rule: these look across everything else.
#[derive(Default)]
struct KeptByRule(KeptBy<(RecordId, usize), FoundAt>);

/// Whether two moments lie in the same minute of the clock, by which everything is told.
pub(in crate::analysis) fn is_same_minute(one: Moment, other: Moment) -> bool {
    let minute = |moment: Moment| (moment.date_naive(), moment.hour(), moment.minute());
    minute(one) == minute(other) && one.offset() == other.offset()
}

/// Whether what is said of a kind at one moment is still said at another.
fn is_timely(kind: &str, one: Moment, other: Moment) -> bool {
    let is_same_day = one.date_naive() == other.date_naive() && one.offset() == other.offset();
    is_same_minute(one, other) || is_same_day && BY_DAY.contains(&kind)
}

/// Everything that the checks find, in their order.
pub(in crate::analysis) fn kept_findings(log: &Log, now: Moment) -> Vec<Arc<CheckedFinding>> {
    let kept = log.beside::<KeptFindings>();
    let by_rule = log.beside::<KeptByRule>();
    let mut out = Vec::new();
    for template in checked_templates(log) {
        let mut timely = TimelyRules::of(template);
        let is_timely = |known: &FoundAt| is_timely(template.kind, known.at, now);
        for record in records(log, template) {
            if template.once || template.kind == settings::KIND {
                let form = Form::new(log, record.clone());
                for rule in timely.at(status_of(&form)) {
                    let key = (record.clone(), std::ptr::from_ref(*rule).addr());
                    let find = || FoundAt::of(found_by_rule(&form, rule, now), now);
                    let known = by_rule.0.get_while(log, &key, is_timely, find);
                    out.extend(known.found.iter().cloned());
                }
                continue;
            }
            let find = || FoundAt::of(found_in(log, record.clone(), &mut timely, now), now);
            let known = kept.0.get_while(log, &record, is_timely, find);
            out.extend(known.found.iter().cloned());
        }
    }
    out
}

//! What a new decision holds from the start: the project lead decides, every representative is asked, and the rules of
//! communication say until when. Counted anew with its release, as far as nobody wrote otherwise.

use crate::analysis::people::who::People;
use crate::analysis::time::clock::{clock_calendar, due_after};
use crate::model::Moment;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::Log;
use crate::model::template::{CellType, Form};
use crate::model::value::Value;
use crate::templates::{decision, department, mechanism, member, settings};
use chrono::{DateTime, Duration};

/// Hours to read and to reply where the rules of communication say nothing.
const READ_HOURS: i64 = 24;
const REPLY_HOURS: i64 = 48;
/// What is counted in one act may lie so far apart.
const BESIDE: Duration = Duration::minutes(5);

/// Who decides and who is asked, as the keys and values of a new decision.
pub fn people_of_decision(log: &Log, now: Moment) -> Vec<(String, Value)> {
    let form = Form::new(log, settings::record());
    let today = now.date_naive();
    let lead = member::first_with_role(&form, member::LEAD, today);
    let approver = lead.iter();
    let approver = approver.map(|lead| (decision::APPROVER.name.to_owned(), lead.write()));
    let mut all: Vec<(String, Value)> = approver.collect();
    let departments = department::taking_part(&form).into_iter();
    let reps = departments.filter_map(|one| member::first_rep(&form, one.record(), today));
    // Who decides does not confirm it to themselves, whatever else they speak for.
    let people = People::shared(&form);
    let decides = |rep: &RecordId| lead.as_ref().is_some_and(|lead| people.are_one(rep, lead));
    for rep in reps.filter(|rep| !decides(rep)) {
        let element = rep.rest().unwrap_or_default();
        let key = format!("{}/{element}", decision::RECIPIENTS.name);
        all.push((key, Value::Bool(true)));
    }
    all
}

/// Until when it should be read and answered, counted from a moment.
pub fn limits_of_decision(log: &Log, from: Moment) -> Vec<(&'static str, Value)> {
    let form = Form::new(log, mechanism::record());
    let calendar = clock_calendar(&form);
    let limit = |key, usual: i64| {
        let hours = form.get(key).unwrap_or(usual).clamp(1, 720);
        let moment = due_after(from, u32::try_from(hours).unwrap_or_default(), &calendar);
        moment.map_or(Value::Null, |moment| moment.write())
    };
    vec![
        (
            decision::READ_BY_AT.name,
            limit(mechanism::READ_WITHIN_H, READ_HOURS),
        ),
        (
            decision::REPLY_BY_AT.name,
            limit(mechanism::REPLY_WITHIN_H, REPLY_HOURS),
        ),
    ]
}

/// Whether a limit is the one that the decision was begun with, or none: then it is counted anew with the release.
pub fn is_usual_limit(form: &Form<'_>, key: &str, now: Moment) -> bool {
    let log = form.log();
    let live = log.live(form.record(), &FieldKey::of(key));
    let [write] = live.as_slice() else {
        return live.is_empty();
    };
    let Some(limit) = Moment::read(write.value) else {
        return write.value.is_empty();
    };
    let written = DateTime::from_timestamp_millis(write.change.time);
    let written = written.map(|time| time.with_timezone(now.offset()));
    let usual = written.map(|from| limits_of_decision(log, from));
    let usual = usual.into_iter().flatten().find(|(one, _)| *one == key);
    let usual = usual.and_then(|(_, value)| Moment::read(&value));
    usual.is_some_and(|usual| (usual - limit).abs() <= BESIDE)
}

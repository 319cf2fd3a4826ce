//! Of an agenda, the issues and differences, and whatever else waits for somebody's decision: asked of every form that
//! is work, so that a form of a later version comes up by itself.

use super::agenda::points as differences;
use super::decisions::is_late;
use super::weekly_look::{PointFound, PointReason, WeekLook};
use crate::analysis::goal::replies::objecting;
use crate::analysis::time::issue_clock::issue_overdue;
use crate::model::id::{FieldKey, RecordId};
use crate::model::template::{Form, STATUS, Turn};
use crate::templates::{
    action, agenda_item, change_request, decision, issue, risk, status_of, task, works,
};
use chrono::NaiveDateTime;

/// So many working days before it is needed something undecided is talked of.
const NEAR_DAYS: i64 = 5;
/// Hours that a solution may wait for its check.
const CHECKED_WITHIN_H: i64 = 24;

/// 问题和不一致
pub(super) fn issues(looking: &WeekLook<'_>) -> Vec<PointFound> {
    let of = |record: RecordId| {
        let form = Form::new(looking.log, record);
        let reason = issue_reason(&form, looking)?;
        Some((agenda_item::ISSUES.key, form.record().clone(), reason))
    };
    let mut all: Vec<PointFound> = looking
        .log
        .rows(issue::KIND)
        .into_iter()
        .filter_map(of)
        .collect();
    all.sort_by_key(|(.., reason)| match reason {
        PointReason::Overdue(hours) => -*hours,
        _ => 0,
    });
    let open = differences(looking.log, looking.now);
    let open = open
        .into_iter()
        .filter(|point| point.is_open && point.is_ahead);
    all.extend(open.map(|point| {
        let reason = PointReason::Differs(point.place);
        (agenda_item::ISSUES.key, point.item, reason)
    }));
    all
}

fn issue_reason(form: &Form<'_>, looking: &WeekLook<'_>) -> Option<PointReason> {
    if !issue::is_open(form) {
        return None;
    }
    let status = status_of(form);
    if status == issue::RESOLVED.key {
        let since = form.get(issue::RESOLVED_AT)?;
        let waits = (looking.now - since).num_hours() > CHECKED_WITHIN_H;
        return waits.then_some(PointReason::Verify);
    }
    if let Some(hours) = issue_overdue(form, looking.now).filter(|hours| *hours > 0) {
        return Some(PointReason::Overdue(hours));
    }
    let is_submitted = status != issue::DRAFT.key;
    (is_submitted && !form.has(issue::OWNER.name)).then_some(PointReason::NoOwner)
}

/// 资源、决策、风险、变更申请
pub(super) fn rest(looking: &WeekLook<'_>) -> Vec<PointFound> {
    let mut all = Vec::new();
    let known = [task::KIND, issue::KIND, action::KIND, risk::KIND];
    let others = works().filter(|(template, work)| {
        work.comes_up() && !known.contains(&template.kind) && template.states.is_some()
    });
    for (template, work) in others {
        for record in looking.log.rows(template.kind) {
            let form = Form::new(looking.log, record);
            let near = |day| looking.calendar.moved_days(looking.held.day, day) <= NEAR_DAYS;
            let is_near = form.due().is_none_or(|due| near(due.day()));
            // What its owner has in hand, or what was ruled and is to be handed over, waits for nobody's decision.
            let turns = work.turns_in(&status_of(&form));
            let is_in_hand = |turn: &Turn| {
                matches!(
                    turn,
                    Turn::Owner | Turn::OwnerInTime | Turn::PersonInTime(..) | Turn::Awaited(_)
                )
            };
            let is_asked = !turns.iter().all(is_in_hand);
            if form.is_open() && (work.runs)(&form) && is_asked && is_near {
                all.push((
                    agenda_item::REST.key,
                    form.record().clone(),
                    PointReason::Waits,
                ));
            }
        }
    }
    let forms = |kind: &str| {
        let rows = looking.log.rows(kind).into_iter();
        rows.map(|record| Form::new(looking.log, record))
    };
    // A decision that people still have time to reply to needs no talk.
    let is_stuck = |form: &Form<'_>| {
        is_late(form, looking.held.day) || decision::is_asking(form) && !objecting(form).is_empty()
    };
    let decisions = forms(decision::KIND).filter(is_stuck);
    let changes = forms(change_request::KIND).filter(change_request::is_waiting);
    all.extend(decisions.chain(changes).map(|form| {
        let record = form.record().clone();
        (agenda_item::REST.key, record, PointReason::Waits)
    }));
    for record in looking.log.rows(risk::KIND) {
        let form = Form::new(looking.log, record);
        if let Some(reason) = risk_reason(&form, looking) {
            all.push((agenda_item::REST.key, form.record().clone(), reason));
        }
    }
    all
}

fn risk_reason(form: &Form<'_>, looking: &WeekLook<'_>) -> Option<PointReason> {
    let since = looking.round.since;
    if status_of(form) == risk::OCCURRED.key {
        return written_since(form, STATUS, since, looking).then_some(PointReason::Occurred);
    }
    if !risk::is_open(form) {
        return None;
    }
    let moved = [risk::LIKELIHOOD.name, risk::IMPACT.name];
    if moved
        .iter()
        .any(|key| is_rewritten(form, key, since, looking))
    {
        return Some(PointReason::Moved);
    }
    let day = form.get(risk::TRIGGER_DATE)?;
    (day < looking.held.day).then_some(PointReason::DayCame(day))
}

/// Whether a field was written after a moment by the clocks of whoever wrote it.
fn written_since(form: &Form<'_>, key: &str, since: NaiveDateTime, looking: &WeekLook<'_>) -> bool {
    let live = form.log().live(form.record(), &FieldKey::of(key));
    let since = since.and_local_timezone(*looking.now.offset()).single();
    let since = since.map_or(i64::MAX, |since| since.timestamp_millis());
    live.iter().any(|write| write.change.time > since)
}

/// The same for a field that held something before.
fn is_rewritten(form: &Form<'_>, key: &str, since: NaiveDateTime, looking: &WeekLook<'_>) -> bool {
    written_since(form, key, since, looking)
        && form.log().history(form.record(), &FieldKey::of(key)).len() > 1
}

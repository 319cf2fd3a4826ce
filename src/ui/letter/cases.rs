//! What is said of a problem that is solved together: how a step stands, and the text for the chat.

use super::super::texts;
use crate::analysis::display_code;
use crate::analysis::time::case_clock::{StepStand, case_steps, hours_left, step_now};
use crate::analysis::words::dated::{moment_text, until_text};
use crate::analysis::words::names::{bare_name, short_name, value_text};
use crate::model::line::one_line;
use crate::model::template::{Field, Form, Lang, Viewpoint};
use crate::model::{Log, Moment, RecordId};
use crate::templates::{action, case, issue};
use chrono::NaiveDate;

/// Characters of what somebody wrote.
const WORDS: usize = 120;

/// So many hours are told as hours, more as days.
const IN_HOURS: i64 = 72;

/// 05-07 10:00
pub fn short_moment(at: Moment) -> String {
    at.format("%m-%d %H:%M").to_string()
}

/// 05-07 24:00: the same of the end of a time.
pub fn short_until(at: Moment) -> String {
    let text = until_text(at);
    text.split_once('-')
        .map(|(_, text)| text.to_owned())
        .unwrap_or(text)
}

/// 还剩 19 小时 · 05-07 10:00 前; when it was done.
pub fn step_said(
    log: &Log,
    record: &RecordId,
    stand: &StepStand,
    now: Moment,
    from: Viewpoint,
) -> String {
    let fill = |label, places: &[(&str, &str)]| texts::fill(label, from.lang, places);
    if let Some(done) = stand.done {
        let when = moment_text(done, from, short_moment);
        return fill(texts::cases::DONE_AT, &[("when", &when)]);
    }
    let by = stand
        .due
        .map(|due| moment_text(due, from, short_until))
        .map(|due| fill(texts::cases::STEP_BY, &[("when", &due)]));
    let left = hours_left(&Form::new(log, record.clone()), stand, now);
    let left = left.filter(|_| stand.is_now).map(|hours| {
        let (label, n) = match hours {
            ..0 => (texts::cases::OVER_H, -hours),
            0 => (texts::cases::LEFT_UNDER_H, hours),
            1..=IN_HOURS => (texts::cases::LEFT_H, hours),
            _ => (texts::cases::LEFT_D, hours / 24),
        };
        fill(label, &[("n", &n.to_string())])
    });
    let said: Vec<String> = left.into_iter().chain(by).collect();
    said.join(" · ")
}

/// Three lines for the chat: which problem, what was done last, whose turn it is and until when.
pub fn case_chat(log: &Log, record: &RecordId, from: Viewpoint) -> String {
    let lang = from.lang;
    let form = Form::new(log, record.clone());
    let fill = |label, places: &[(&str, &str)]| texts::fill(label, lang, places);
    let code = display_code(log, record);
    let named = format!("{code} {}", one_line(&bare_name(log, record, lang), WORDS));
    let head = match issue::severity(&form) {
        Some(level) => fill(
            texts::cases::CHAT_HEAD,
            &[
                ("issue", named.trim()),
                ("severity", level.label.text(lang)),
            ],
        ),
        None => named,
    };
    let mut lines = vec![head];
    let steps = case_steps(&form);
    let case = case::begun(&form);
    let last = steps
        .iter()
        .filter(|one| one.done.is_some())
        .max_by_key(|one| one.done);
    if let (Some(last), Some(case)) = (last, &case) {
        let what = written(case, last, lang);
        let label = last.step.label.text(lang);
        let said = fill(texts::cases::CHAT_DONE, &[("step", label), ("what", &what)]);
        lines.push(said.trim().to_owned());
    }
    let mut next = steps.iter().filter(|one| one.is_now).collect::<Vec<_>>();
    next.sort_by_key(|one| one.due);
    for one in next {
        let when = one.due.map(|due| moment_text(due, from, short_until));
        let when = when.unwrap_or_default();
        let label = one.step.label.text(lang);
        lines.push(match &one.owner {
            Some(owner) => fill(
                texts::cases::CHAT_NEXT,
                &[
                    ("step", label),
                    ("who", &short_name(log, owner, lang)),
                    ("when", &when),
                ],
            ),
            None => fill(
                texts::cases::CHAT_NEXT_OPEN,
                &[("step", label), ("when", &when)],
            ),
        });
    }
    let is_over = steps.iter().all(|one| one.done.is_some());
    let until = case.and_then(|case| case.get(case::WATCH_UNTIL));
    if let Some(until) = until.filter(|_| is_over) {
        let when = until.format("%m-%d").to_string();
        lines.push(fill(texts::cases::CHAT_WATCH, &[("when", &when)]));
    }
    lines.join("\n")
}

/// 临时遏制，郑主管，还剩 19 小时: the step whose clock runs; "" once all are done.
pub fn case_next(log: &Log, record: &RecordId, now: Moment, from: Viewpoint) -> String {
    let lang = from.lang;
    let form = Form::new(log, record.clone());
    let Some(stand) = step_now(&form) else {
        return String::new();
    };
    let step = stand.step.label.text(lang);
    let who = stand
        .owner
        .as_ref()
        .map(|owner| short_name(log, owner, lang));
    let left = step_said(log, record, &stand, now, from);
    let left = left.split(" · ").next().unwrap_or_default().to_owned();
    let parts = [Some(step.to_owned()), who, Some(left)]
        .into_iter()
        .flatten();
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    parts.join(texts::bands::BAND_COMMA.text(lang))
}

/// A step of a case as paper has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseLine {
    pub step: &'static str,
    pub who: String,
    /// By when, and when it was done.
    pub when: String,
    /// What was written, a field a line.
    pub what: Vec<String>,
}

/// The steps of a case as they stand on the second page of its issue; nothing where it is not solved jointly.
pub fn case_on_paper(log: &Log, record: &RecordId, from: Viewpoint) -> Vec<CaseLine> {
    let lang = from.lang;
    let form = Form::new(log, record.clone());
    let Some(case) = case::begun(&form) else {
        return Vec::new();
    };
    let line = |stand: StepStand| {
        let by = stand.due.map(|due| {
            let when = moment_text(due, from, short_until);
            texts::fill(texts::cases::STEP_BY, lang, &[("when", &when)])
        });
        let done = stand.done.map(|done| {
            let when = moment_text(done, from, short_moment);
            texts::fill(texts::cases::DONE_AT, lang, &[("when", &when)])
        });
        let owner = stand.owner.as_ref();
        CaseLine {
            step: stand.step.label.text(lang),
            who: owner.map_or_else(String::new, |one| short_name(log, one, lang)),
            when: by.into_iter().chain(done).collect::<Vec<_>>().join(" · "),
            what: fields_written(log, &case, stand.step, from),
        }
    };
    case_steps(&form).into_iter().map(line).collect()
}

/// What a step holds, a field a line; its actions with who and by when.
fn fields_written(
    log: &Log,
    case: &Form<'_>,
    step: &case::CaseStep,
    from: Viewpoint,
) -> Vec<String> {
    let lang = from.lang;
    let said = |field: &Field| {
        let text = value_text(log, field, &case.value(field.key), from);
        let places = [("head", field.label.text(lang)), ("text", &*text)];
        (!text.is_empty()).then(|| texts::fill(texts::resource::LINE, lang, &places))
    };
    let fields = step.fields.iter().filter_map(|key| case::CASE.field(key));
    let mut lines: Vec<String> = fields.filter_map(said).collect();
    if step.needs.contains(&action::KIND) {
        let of = |row: &Form<'_>| {
            let owner = row.get(action::OWNER);
            let parts = [
                row.get(action::WHAT),
                owner.map(|one| short_name(log, &one, lang)),
                row.get(action::DUE).map(|day| day.to_string()),
            ];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        };
        lines.extend(case.rows(action::KIND).iter().map(of));
    }
    lines
}

/// What was written in a step, in one line.
fn written(case: &Form<'_>, stand: &StepStand, lang: Lang) -> String {
    let separator = texts::LIST_SEPARATOR.text(lang);
    if stand.step.needs.contains(&action::KIND) {
        let rows = case.rows(action::KIND);
        let all: Vec<String> = rows
            .iter()
            .filter_map(|row| row.get(action::WHAT))
            .collect();
        return one_line(&all.join(separator), WORDS);
    }
    let texts_of = stand.step.fields.iter().filter_map(|key| {
        let text = case.value(key).as_text()?.to_owned();
        let is_time = text.parse::<Moment>().is_ok() || text.parse::<NaiveDate>().is_ok();
        (!is_time && !text.is_empty()).then_some(text)
    });
    one_line(&texts_of.collect::<Vec<_>>().join(separator), WORDS)
}

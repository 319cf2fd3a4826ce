//! A meeting in words: what each point of its agenda says, and its results as a mail tells them, so that somebody who
//! never opens the file knows what was agreed on.

use super::super::texts::{self, fill};
use crate::analysis::inbox::weekly::{HeldMeeting, week_of};
use crate::analysis::inbox::weekly_agenda::{AgendaPoint, ComingUp, PointReason, weekly_agenda};
use crate::analysis::inbox::weekly_late::LateTask;
use crate::analysis::words::names::{record_name, short_name};
use crate::model::line::one_line;
use crate::model::template::{Form, Key, Label, Lang};
use crate::model::{Log, Moment, RecordId};
use crate::templates::task::DELAY_CAUSES;
use crate::templates::{
    action, agenda_item, minutes, minutes_item, review, review_task, status_of, task,
};
use chrono::{NaiveDate, NaiveTime};

/// Characters of one line.
const LINE_CHARS: usize = 300;
/// Lines of one part.
const LINES: usize = 60;

/// 第 6 周周会 04-10, or the meeting's own name.
pub fn meeting_title(log: &Log, held: &HeldMeeting, lang: Lang) -> String {
    let week = week_of(log, held.day).filter(|_| held.review.is_some());
    let name = match week {
        Some(week) => fill(texts::meeting::OF_WEEK, lang, &[("n", &week.to_string())]),
        None => short_name(log, &held.meeting, lang),
    };
    format!("{name} {}", held.day.format("%m-%d"))
}

/// The words of a cause; its letters where this version does not know it.
pub fn cause_text(key: &str, lang: Lang) -> String {
    let mut known = DELAY_CAUSES.iter();
    let known = known.find(|cause| cause.key == key);
    known.map_or_else(|| key.to_owned(), |cause| cause.label.text(lang).to_owned())
}

/// Why a point is talked of.
pub fn point_said(point: &AgendaPoint, lang: Lang) -> String {
    let n = |label: Label, n: i64| fill(label, lang, &[("n", &n.to_string())]);
    match &point.reason {
        PointReason::ActionDone(0) => texts::meeting::WAS_DONE.text(lang).to_owned(),
        PointReason::ActionDone(days) => n(texts::meeting::WAS_DONE_LATE, *days),
        PointReason::ActionOpen(0) => texts::meeting::STILL_OPEN.text(lang).to_owned(),
        PointReason::ActionOpen(days) => n(texts::meeting::STILL_OPEN_LATE, *days),
        PointReason::Late(late) => late_said(late, lang),
        PointReason::WillBeLate => crate::templates::progress::OFF_TRACK
            .label
            .text(lang)
            .to_owned(),
        PointReason::AtRisk => crate::templates::progress::AT_RISK
            .label
            .text(lang)
            .to_owned(),
        PointReason::Silent(days) => n(texts::meeting::SILENT_PEOPLE, *days),
        PointReason::Overdue(hours) => n(texts::meeting::ISSUE_OVERDUE, *hours),
        PointReason::NoOwner => texts::meeting::NO_OWNER.text(lang).to_owned(),
        PointReason::Verify => texts::meeting::VERIFY.text(lang).to_owned(),
        PointReason::Differs(_) => texts::mail::DIFFERS.text(lang).to_owned(),
        PointReason::Waits => texts::meeting::WAITS.text(lang).to_owned(),
        PointReason::Occurred => texts::meeting::OCCURRED.text(lang).to_owned(),
        PointReason::Moved => texts::meeting::MOVED.text(lang).to_owned(),
        PointReason::DayCame(day) => {
            fill(texts::meeting::DAY_CAME, lang, &[("day", &short_day(*day))])
        }
        PointReason::Topic(true) => texts::meeting::LEFT_OVER.text(lang).to_owned(),
        PointReason::Topic(false) => String::new(),
        PointReason::Settled => texts::meeting::SETTLED.text(lang).to_owned(),
    }
}

/// 逾期 1 个工作日，外部供应商/第三方
fn late_said(late: &LateTask, lang: Lang) -> String {
    let days = [("n", &*late.days.to_string())];
    let label = if late.is_done {
        texts::meeting::TASK_DONE_LATE
    } else {
        texts::meeting::TASK_LATE
    };
    let days = fill(label, lang, &days);
    let cause = match (&late.cause, &late.given) {
        _ if late.differs => texts::meeting::TWO_CAUSES.text(lang).to_owned(),
        (Some(cause), _) => cause_text(cause, lang),
        (None, Some(given)) => {
            let cause = cause_text(given, lang);
            fill(texts::meeting::CAUSE_GIVEN, lang, &[("cause", &cause)])
        }
        (None, None) => texts::meeting::NO_CAUSE.text(lang).to_owned(),
    };
    [days, cause].join(texts::LIST_SEPARATOR.text(lang))
}

/// 04-13
pub fn short_day(day: NaiveDate) -> String {
    day.format("%m-%d").to_string()
}

/// What comes until the next meeting, in one line each.
pub fn coming_said(log: &Log, one: &ComingUp, lang: Lang) -> String {
    let label = if one.begins {
        texts::meeting::BEGINS_ON
    } else {
        texts::meeting::ENDS_ON
    };
    let name = record_name(log, &one.record, lang);
    fill(
        label,
        lang,
        &[("name", &name), ("day", &short_day(one.day))],
    )
}

/// What a line says, by the record it became: its text, whose it is, by when.
pub fn line_said(line: &Form<'_>, lang: Lang) -> String {
    let text = line.get(minutes_item::TEXT).unwrap_or_default();
    let Some(became) = line.referred(minutes_item::BECAME) else {
        return text;
    };
    let name = became
        .template()
        .map(|template| Key::<String>::new(template.name));
    // A name that is only how the text begins says less than it.
    let name = name.and_then(|name| became.get(name));
    let text = name
        .filter(|name| !text.starts_with(&**name))
        .unwrap_or(text);
    let owner = became
        .owner()
        .map(|owner| short_name(line.log(), &owner, lang));
    let day = became.due().map(|due| short_day(due.day()));
    let parts = [Some(text), owner, day];
    parts.into_iter().flatten().collect::<Vec<_>>().join("　")
}

/// The results of a meeting as a mail says them: every line that was typed, the late tasks with their causes, and what
/// comes.
pub fn results(log: &Log, minutes: &RecordId, today: NaiveDate, lang: Lang) -> Vec<String> {
    let Some(held) = HeldMeeting::of_minutes(log, minutes) else {
        return Vec::new();
    };
    let form = Form::new(log, minutes.clone());
    let mut all = Vec::new();
    let summary = held
        .review
        .as_ref()
        .and_then(|review| form.other(review.clone()).get(review::SUMMARY));
    let said = |label: Label, text: &str| {
        fill(
            texts::mail::MAIL_FIELD,
            lang,
            &[("field", label.text(lang)), ("value", text)],
        )
    };
    all.extend(summary.map(|summary| said(texts::meeting::CONCLUSION, &summary)));
    let lines = minutes_item::lines_of(&form);
    let sort = |line: &Form<'_>| line.get(minutes_item::SORT).unwrap_or_default();
    let actions = form
        .rows(action::KIND)
        .into_iter()
        .filter(|one| status_of(one) != action::DROPPED.key);
    let actions: Vec<String> = actions.map(|one| action_said(&one, lang)).collect();
    part(&mut all, texts::meeting::ACTIONS, actions, lang);
    for one in minutes_item::SORTS {
        let key = one.choice.key;
        if key == minutes_item::ACTION.key {
            continue;
        }
        let of_sort = lines.iter().filter(|line| sort(line) == key);
        let of_sort: Vec<String> = of_sort.map(|line| line_said(line, lang)).collect();
        part(&mut all, one.choice.label, of_sort, lang);
    }
    part(
        &mut all,
        texts::meeting::LATE_AND_RISK,
        causes(&held, &form, lang),
        lang,
    );
    let now: Moment = today.and_time(NaiveTime::MIN).and_utc().fixed_offset();
    let agenda = weekly_agenda(log, &held, now);
    let next = agenda.next.iter().map(|one| coming_said(log, one, lang));
    part(&mut all, texts::meeting::NEXT_WEEK, next.collect(), lang);
    all
}

/// A heading and its lines, numbered; nothing without lines.
fn part(all: &mut Vec<String>, label: Label, lines: Vec<String>, lang: Lang) {
    if lines.is_empty() {
        return;
    }
    all.push(String::new());
    all.push(label.text(lang).to_owned());
    let numbered = (1..).zip(lines).take(LINES);
    all.extend(numbered.map(|(n, line)| one_line(&format!("{n}. {line}"), LINE_CHARS)));
}

fn action_said(action: &Form<'_>, lang: Lang) -> String {
    let what = action.get(action::WHAT).unwrap_or_default();
    let owner = action
        .owner()
        .map(|owner| short_name(action.log(), &owner, lang));
    let due = action.get(action::DUE).map(short_day);
    let parts = [Some(what), owner, due];
    parts.into_iter().flatten().collect::<Vec<_>>().join("　")
}

/// The late tasks of the week, with what the meeting found.
pub fn causes(held: &HeldMeeting, form: &Form<'_>, lang: Lang) -> Vec<String> {
    let Some(review) = &held.review else {
        return Vec::new();
    };
    let rows = review::causes_of(&form.other(review.clone()));
    let line = |row: &Form<'_>| {
        let task = row.get(review_task::TASK)?;
        let name = record_name(form.log(), &task, lang);
        let owner = row.other(task.clone()).get(task::OWNER);
        let owner = owner.map(|owner| short_name(form.log(), &owner, lang));
        let late = LateTask {
            is_done: status_of(&row.other(task.clone())) == task::DONE.key,
            days: row.get(review_task::DAYS_LATE).unwrap_or_default(),
            cause: row.get(review_task::DELAY_CAUSE),
            given: None,
            differs: false,
            new_day: row.get(review_task::NEW_DATE),
            task,
        };
        let root = row.get(review_task::ROOT_TASK).map(|root| {
            let name = short_name(form.log(), &root, lang);
            fill(texts::meeting::ROOT, lang, &[("name", &name)])
        });
        let new = row
            .get(review_task::NEW_DATE)
            .map(|day| fill(texts::meeting::NEW_DAY, lang, &[("day", &short_day(day))]));
        let parts = [Some(name), owner, Some(late_said(&late, lang)), root, new];
        Some(parts.into_iter().flatten().collect::<Vec<_>>().join("　"))
    };
    rows.iter().filter_map(line).collect()
}

/// What a mail about minutes is called.
pub(super) fn subject(log: &Log, minutes: &RecordId, lang: Lang) -> Option<String> {
    let held = HeldMeeting::of_minutes(log, minutes)?;
    let title = meeting_title(log, &held, lang);
    let actions = Form::new(log, minutes.clone()).rows(action::KIND).len();
    let places = [("title", &*title), ("n", &*actions.to_string())];
    Some(fill(texts::meeting::SUBJECT, lang, &places))
}

/// What a point is about, in a few words.
pub fn point_name(log: &Log, point: &AgendaPoint, lang: Lang) -> String {
    let form = Form::new(log, point.about.clone());
    let topic = form.get(agenda_item::TOPIC);
    let is_own = point.about.kind() == agenda_item::KIND;
    topic
        .filter(|_| is_own)
        .unwrap_or_else(|| record_name(log, &point.about, lang))
}

/// How many came of those who should: present, late or replaced.
pub fn came(minutes: &Form<'_>) -> (usize, usize) {
    let all = minutes.elements_in_order(minutes::ATTENDANCE.name);
    let came = all
        .iter()
        .filter(|(_, how)| how.as_text() != Some(minutes::ABSENT.key));
    (came.count(), all.len())
}

//! How it stands, in two lines: the health, the milestone that counts or else the end, and how much matters now; then
//! the tasks of which none may slip, from now to that milestone.

use crate::analysis::calendar_of;
use crate::analysis::standing::health::Standing;
use crate::analysis::standing::matters::Matter;
use crate::analysis::standing::outlook::{DaysToLose, MilestoneOutlook, outlook};
use crate::analysis::standing::schedule::schedule;
use crate::analysis::words::names::{record_name, short_name};
use crate::model::template::Form;
use crate::model::{Log, Moment, RecordId};
use crate::state::Session;
use crate::templates::{charter, settings, task};
use crate::ui::letter::cause_said;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::pieces::{live, with_whole_days};
use crate::ui::screen::base::tones::health_look;
use crate::ui::screen::pages::overview::in_gantt;
use crate::ui::texts;
use chrono::NaiveDate;
use leptos::prelude::*;
use std::cmp::Ordering;

/// The two lines.
#[component]
pub(in crate::ui) fn Verdict(
    standing: Memo<Standing>,
    matters: Memo<Vec<Matter>>,
) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let ahead = Memo::new(move |_| {
        standing.track();
        let now = session.now();
        session.read(|log| outlook(log, &schedule(log, now.date_naive())))
    });
    live(move || {
        let (tone, label) = health_look(standing.with(|standing| standing.health));
        let ahead = ahead.get();
        let when = session.read(|log| match &ahead {
            _ if settings::is_over(&Form::new(log, settings::record())) => {
                ui.text(texts::standing::IS_OVER).to_owned()
            }
            Some(ahead) => of_milestone(ui, log, ahead),
            None => of_end(ui, log, session.now()),
        });
        let matter = match matters.with(Vec::len) {
            0 => nothing_matters(ui, session, standing),
            n => ui.fill(texts::standing::SO_MUCH_MATTERS, &[("n", &n.to_string())]),
        };
        let way = ahead.filter(|ahead| !ahead.way.is_empty());
        view! {
            <div class="verdict" data-testid="verdict">
                <p class="stand"><span class="chip" data-tone=tone data-testid="health">{ui.t(label)}</span>
                    " " {with_whole_days(&when)} " " {matter}</p>
                {way.map(|ahead| view! { <Way ahead/> })}
            </div>
        }
    })
}

/// That nothing matters; where it is not fine all the same, why.
fn nothing_matters(ui: Ui, session: Session, standing: Memo<Standing>) -> String {
    match standing.with(|standing| standing.causes.first().cloned()) {
        None => ui.text(texts::standing::NOTHING_MATTERS).to_owned(),
        Some(cause) => {
            let said = session.read(|log| cause_said(log, &cause, ui.lang.get()));
            ui.fill(texts::standing::NOT_FINE, &[("said", &said)])
        }
    }
}

/// 关键任务线 T-14 首批量产（郑主管 5%，04-24） › T-23 渠道铺货 › …
#[component]
fn Way(ahead: MilestoneOutlook) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let last = ahead.way.len() - 1;
    let left_out = ahead.left_out;
    let step = |(at, (record, day)): (usize, (RecordId, NaiveDate))| {
        let (name, who) = session.read(|log| told(log, ui, &record, day));
        let href = Ui::href(session.project(), &record);
        let gap = (at == last && left_out > 0).then(|| format!("› … {left_out} "));
        view! {
            {gap}
            <span class="way-step">
                {(at > 0).then_some("› ")}
                <a href=href title=name.clone()>{name.clone()}</a> " " <span class="hint">{who}</span>
            </span>
        }
    };
    let gantt = in_gantt(session, ahead.way.first().map(|(task, _)| task));
    let steps: Vec<_> = ahead.way.into_iter().enumerate().map(step).collect();
    view! {
        <p class="way" data-testid="critical-line">
            <strong>{ui.t(texts::standing::CRITICAL_LINE)}</strong> " " {steps} " "
            <a class="no-print way-more" href=gantt data-testid="to-gantt">{ui.t(texts::standing::SEE_IN_GANTT)}</a>
        </p>
    }
}

/// What a task of the line is called; whose it is, how far it has come, and when it is expected to end.
fn told(log: &Log, ui: Ui, record: &RecordId, day: NaiveDate) -> (String, String) {
    let lang = ui.lang.get();
    let form = Form::new(log, record.clone());
    let owner = form.owner().map(|owner| short_name(log, &owner, lang));
    let percent = form.get(task::PERCENT).filter(|percent| *percent > 0);
    let percent = percent.map(|percent| format!("{percent}%"));
    let day = day.format("%m-%d").to_string();
    let parts = [owner, percent, Some(day)].into_iter().flatten();
    let name = record_name(log, record, lang);
    (name, parts.collect::<Vec<_>>().join(" · "))
}

fn of_milestone(ui: Ui, log: &Log, ahead: &MilestoneOutlook) -> String {
    let name = record_name(log, &ahead.milestone, ui.lang.get());
    let day = ahead.expected.format("%m-%d").to_string();
    let (label, n) = match ahead.room {
        DaysToLose::Spare(n) => (texts::standing::ROOM_SPARE, n),
        DaysToLose::None => (texts::standing::ROOM_NONE, 0),
        DaysToLose::Unknown => (texts::standing::ROOM_UNKNOWN, 0),
        DaysToLose::Late(n) => (texts::standing::ROOM_LATE, n),
        DaysToLose::Passed(n) => (texts::standing::ROOM_PASSED, n),
    };
    let places = [("name", &*name), ("day", &*day), ("n", &*n.to_string())];
    let mut said = ui.fill(label, &places);
    let is_kept = matches!(
        ahead.room,
        DaysToLose::Spare(_) | DaysToLose::None | DaysToLose::Unknown
    );
    if is_kept && ahead.late > 0 {
        let late = ahead.late.to_string();
        said.push(' ');
        said.push_str(&ui.fill(texts::standing::LATER_THAN_FIRST, &[("n", &late)]));
    }
    said
}

fn of_end(ui: Ui, log: &Log, now: Moment) -> String {
    let form = Form::new(log, charter::record());
    let today = now.date_naive();
    let calendar = calendar_of(&form);
    let Some(end) = form.get(charter::PLANNED_END) else {
        return ui.text(texts::standing::NO_END).to_owned();
    };
    let start = form
        .get(charter::PLANNED_START)
        .filter(|start| *start > today);
    let (label, n) = match start {
        Some(start) => (
            texts::standing::STARTS_IN,
            calendar.moved_days(today, start),
        ),
        None if end < today => (texts::standing::ENDED, calendar.late_days(end, today)),
        None => (texts::standing::ENDS_IN, calendar.moved_days(today, end)),
    };
    // No day of work between: what is left is said without a count.
    let label = match (n, start, end.cmp(&today)) {
        (1.., ..) => label,
        (_, Some(_), _) => texts::standing::STARTS_ON,
        (.., Ordering::Less) => texts::standing::ENDED_ON,
        (.., Ordering::Equal) => texts::standing::ENDS_TODAY,
        (.., Ordering::Greater) => texts::standing::IS_OVER_THEN,
    };
    let day = start.unwrap_or(end).to_string();
    ui.fill(label, &[("day", &day), ("n", &n.to_string())])
}

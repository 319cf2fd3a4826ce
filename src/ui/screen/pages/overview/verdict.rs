//! How it stands, in one sentence: the health, the milestone that counts or else the end, and how much matters now.

use crate::analysis::calendar_of;
use crate::analysis::standing::health::Standing;
use crate::analysis::standing::matters::Matter;
use crate::analysis::standing::schedule::schedule;
use crate::analysis::standing::timeline::next_milestone;
use crate::analysis::words::names::record_name;
use crate::model::template::Form;
use crate::model::{Log, Moment, RecordId};
use crate::templates::charter;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::pieces::{live, with_whole_days};
use crate::ui::screen::base::tones::health_look;
use crate::ui::texts;
use leptos::prelude::*;

/// The sentence.
#[component]
pub(in crate::ui) fn Verdict(
    standing: Memo<Standing>,
    matters: Memo<Vec<Matter>>,
) -> impl IntoView {
    let (ui, session) = (ui(), session());
    live(move || {
        let (tone, label) = health_look(standing.with(|standing| standing.health));
        let (when, behind) = standing.with(|standing| {
            let when = session.read(|log| said(ui, log, session.now()));
            (when, standing.behind())
        });
        let behind = behind.map(|n| ui.fill(texts::standing::BEHIND, &[("n", &n.to_string())]));
        let count = matters.with(Vec::len);
        let matter = match count {
            0 => ui.text(texts::standing::NOTHING_MATTERS).to_owned(),
            n => ui.fill(texts::standing::SO_MUCH_MATTERS, &[("n", &n.to_string())]),
        };
        view! {
            <p class="stand"><span class="chip" data-tone=tone data-testid="health">{ui.t(label)}</span>
                " " {with_whole_days(&when)} " " {behind} " " {matter}</p>
        }
    })
}

/// The milestone that counts, or the end of the project.
fn said(ui: Ui, log: &Log, now: Moment) -> String {
    match next_milestone(log) {
        Some(milestone) => of_milestone(ui, log, &milestone, now),
        None => of_end(ui, log, now),
    }
}

fn of_milestone(ui: Ui, log: &Log, record: &RecordId, now: Moment) -> String {
    let schedule = schedule(log, now.date_naive());
    let mut expected = schedule.milestones.iter();
    let Some(expected) = expected.find(|one| one.record == *record) else {
        return of_end(ui, log, now);
    };
    let name = record_name(log, record, ui.lang.get());
    let day = expected.expected.to_string();
    let (label, n) = match expected.late {
        n @ 1.. => (texts::standing::MILESTONE_SLIPS, n),
        0 => (texts::standing::MILESTONE_ON_TIME, 0),
        n => (texts::standing::MILESTONE_EARLY, -n),
    };
    let places = [("name", &*name), ("day", &*day), ("n", &*n.to_string())];
    ui.fill(label, &places)
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
    let day = start.unwrap_or(end).to_string();
    ui.fill(label, &[("day", &day), ("n", &n.to_string())])
}

//! One entry of a day: its mark, what it is called, and the way to it; a task can be put on another day.

use super::CalendarView;
use crate::analysis::standing::plan_view::{DayEntry, DaySort};
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::pieces::on;
use crate::ui::screen::pages::views::facts::{sentence, state_mark};
use crate::ui::texts;
use chrono::NaiveDate;
use leptos::prelude::*;
use web_sys::{KeyboardEvent, PointerEvent};

/// The key of a sort, for its look.
const fn sort_key(sort: DaySort) -> &'static str {
    match sort {
        DaySort::Milestone => "milestone",
        DaySort::Task => "task",
        DaySort::Expected => "expected",
        DaySort::Meeting => "meeting",
        DaySort::Issue => "issue",
        DaySort::Decision => "decision",
        DaySort::Absence => "absence",
    }
}

/// The sign before what is no task.
const fn sign(sort: DaySort) -> &'static str {
    match sort {
        DaySort::Milestone => "◆",
        DaySort::Issue | DaySort::Decision => "!",
        DaySort::Expected => "~",
        DaySort::Task | DaySort::Meeting | DaySort::Absence => "",
    }
}

/// What stands on it.
fn text(ui: Ui, entry: &DayEntry) -> String {
    let name = |label| ui.fill(label, &[("name", &entry.text), ("task", &entry.text)]);
    match entry.sort {
        DaySort::Milestone if entry.is_over => name(texts::boards::CHIP_REACHED),
        DaySort::Task | DaySort::Milestone => entry.text.clone(),
        DaySort::Expected => name(texts::boards::CHIP_EXPECTED),
        DaySort::Issue | DaySort::Decision => name(texts::boards::CHIP_LIMIT),
        DaySort::Absence => name(texts::boards::CHIP_AWAY),
        DaySort::Meeting => entry.text.clone(),
    }
}

/// A link to its sheet, which a task can be carried by.
#[component]
pub(super) fn EntryChip(
    view: CalendarView,
    entry: DayEntry,
    date: NaiveDate,
    is_rest: bool,
) -> impl IntoView {
    let ui = view.ui;
    let href = Ui::href(view.frame.session.project(), &entry.record);
    let said = text(ui, &entry);
    let is_task = entry.sort == DaySort::Task && !entry.is_over;
    let overtime = (is_rest && is_task)
        .then(|| view! { <span class="chip-rest">{ui.t(texts::boards::OVERTIME)}</span> });
    let time = (!entry.time.is_empty())
        .then(|| view! { <span class="when">{entry.time.clone()}</span> " " });
    let mark = match &entry.task {
        Some(task) if entry.sort == DaySort::Task => state_mark(ui, task),
        _ => view! { <span class="chip-sign" aria-hidden="true">{sign(entry.sort)}</span> }
            .into_any(),
    };
    let whole = match &entry.task {
        Some(task) => sentence(ui, task),
        None => said.clone(),
    };
    let is_late = entry.task.as_ref().is_some_and(|task| task.late_days > 0);
    let record = StoredValue::new(entry.record.clone());
    let down = move |event: PointerEvent| {
        if is_task {
            view.lift.down(&event, &record.get_value());
        }
    };
    let key = move |event: KeyboardEvent| {
        if is_task {
            view.chip_key(&event, &record.get_value(), date);
        }
    };
    let tab = move || {
        if view.opened.get() == Some(date) {
            "0"
        } else {
            "-1"
        }
    };
    let (before, after) = entry.goes_on;
    view! {
        <a class="day-chip" href=href draggable="false" tabindex=tab title=whole data-chip=entry.record.to_string()
            data-sort=sort_key(entry.sort) data-late=is_late.to_string() data-over=entry.is_over.to_string()
            style:--entry-row=entry.row.map(|row| (row + 1).to_string())
            data-before=before.to_string() data-after=after.to_string()
            data-carried=move || view.is_carried(&record.get_value()).to_string()
            on:pointerdown=on(down) on:keydown=on(key)>
            {mark} {time} <span class="chip-text">{said}</span> {overtime}
        </a>
    }
}

//! A week of the calendar, and each of its days: what stands on it, as much as there is room for; the rest behind a
//! button, where all can be done with it that can be done with what is seen.

use super::CalendarView;
use super::chip::EntryChip;
use crate::analysis::standing::plan_view::{CalendarDay, DayEntry};
use crate::analysis::words::dated::dated;
use crate::ui::screen::base::dom;
use crate::ui::screen::base::pieces::{live, on, press};
use crate::ui::screen::pages::views::facts::and_more;
use crate::ui::screen::pages::views::moves::Moving;
use crate::ui::texts;
use chrono::{Datelike, NaiveDate};
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// Entries of a day that are seen in a month, and in a week.
const IN_MONTH: usize = 3;
const IN_WEEK: usize = 20;
/// Entries of the day that is open.
const WHEN_OPEN: usize = 60;

/// Seven days beside each other.
#[component]
pub(super) fn WeekRow(view: CalendarView, week: usize) -> impl IntoView {
    let days = (0..7).map(|at| view! { <DayCell view place=week * 7 + at/> });
    view! { <div role="row" class="week">{days.collect::<Vec<_>>()}</div> }
}

/// What stands on it, as far as there is room, and what it is called.
#[component]
fn DayCell(view: CalendarView, place: usize) -> impl IntoView {
    let day = Memo::new(move |_| view.days.with(|days| days.get(place).cloned()));
    let date = Memo::new(move |_| day.with(|day| day.as_ref().map(|day| day.date)));
    let text = move || date.get().map(|date| date.to_string());
    let is_today = move || date.get() == Some(view.today());
    let is_outside = move || {
        let month = view
            .span
            .with(|span| (!span.is_week).then(|| span.day.month()));
        month.is_some_and(|month| date.get().is_some_and(|date| date.month() != month))
    };
    let is_rest = move || day.with(|day| day.as_ref().is_some_and(|day| !day.is_working));
    let says = move || day.with(|day| day.as_ref().map(|day| day_says(view, day)));
    let is_stop = move || view.stop() == date.get();
    let is_over = move || {
        let by_pointer = view
            .lift
            .over
            .with(|over| over.is_some() && *over == text());
        let by_keys = view.moves.moving.with(|one| one.as_ref().map(Moving::edge));
        let by_keys = by_keys.is_some() && by_keys == date.get();
        by_pointer || by_keys
    };
    let key = move |event: KeyboardEvent| {
        if let Some(date) = date.get_untracked() {
            view.day_key(&event, date);
        }
    };
    view! {
        <div role="gridcell" class="day" tabindex=move || if is_stop() { "0" } else { "-1" }
            data-day=text data-drop=text data-today=move || is_today().to_string()
            data-outside=move || is_outside().to_string() data-rest=move || is_rest().to_string()
            data-over=move || is_over().to_string() on:keydown=on(key)
            on:focus=move |_| view.at.set(date.get_untracked())>
            <span class="hidden">{live(says)}</span>
            <p class="day-head" aria-hidden="true">
                {live(move || day.with(|day| day.as_ref().map(|day| head(view, day))))}
            </p>
            {live(move || day.with(|day| day.as_ref().map(|day| entries(view, day))))}
            {live(move || (view.opened.get().is_some() && view.opened.get() == date.get()).then(|| {
                let day = day.get();
                day.map(|day| view! { <OpenDay view day/> })
            }))}
        </div>
    }
}

/// 15 今天, 18 休, 5月1日.
fn head(view: CalendarView, day: &CalendarDay) -> AnyView {
    let ui = view.ui;
    let number = match day.date.day() {
        1 => day.date.format("%-m-%-d").to_string(),
        number => number.to_string(),
    };
    let is_today = day.date == view.today();
    // Weeks of the project are counted on their Mondays.
    let week = (day.date.weekday() == chrono::Weekday::Mon)
        .then(|| view.week_one.get())
        .map(|first| (day.date - first).num_days().div_euclid(7) + 1)
        .filter(|week| *week > 0)
        .map(|week| ui.fill(texts::gantt::WEEK, &[("n", &week.to_string())]));
    let special = match (day.is_working, day.is_special) {
        (false, _) => Some(texts::boards::REST_SHORT),
        (true, true) => Some(texts::boards::WORK_SHORT),
        (true, false) => None,
    };
    view! {
        {week.map(|said| view! { <span class="day-week">{said}</span> })}
        <span class="day-number">{number}</span>
        {is_today.then(|| view! { <span class="day-today">{ui.t(texts::boards::TODAY_NOW)}</span> })}
        {special.map(|label| view! { <span class="day-special">{ui.t(label)}</span> })}
    }
    .into_any()
}

/// What a reader hears of it.
fn day_says(view: CalendarView, day: &CalendarDay) -> String {
    let ui = view.ui;
    let mut name = dated(day.date, ui.lang.get());
    if day.date == view.today() {
        name = format!("{name} {}", ui.text(texts::boards::TODAY_NOW));
    }
    let n = day.entries.len().to_string();
    ui.fill(texts::boards::DAY_SAYS, &[("day", &name), ("n", &n)])
}

fn entries(view: CalendarView, day: &CalendarDay) -> AnyView {
    let ui = view.ui;
    let most = if view.span.with(|span| span.is_week) {
        IN_WEEK
    } else {
        IN_MONTH
    };
    // The last line is either an entry or the button for the rest.
    let seen = if day.entries.len() > most {
        most - 1
    } else {
        most
    };
    let has_room = |entry: &&DayEntry| entry.row.is_none_or(|row| row < seen);
    let shown: Vec<&DayEntry> = day.entries.iter().filter(has_room).take(seen).collect();
    let hidden = day.entries.len().saturating_sub(shown.len());
    let (date, is_rest) = (day.date, !day.is_working);
    let chip = |entry: &DayEntry| view! { <EntryChip view entry=entry.clone() date is_rest/> };
    let chips: Vec<_> = shown.into_iter().map(chip).collect();
    let open = move || open_day(view, date);
    view! {
        <div class="day-entries">{chips}</div>
        {(hidden > 0).then(|| view! {
            <button type="button" class="link day-more" tabindex="-1" data-testid="day-more" on:click=press(open)>
                {ui.fill(texts::boards::N_MORE, &[("n", &hidden.to_string())])}
            </button>
        })}
    }
    .into_any()
}

/// Shows all of a day.
pub(super) fn open_day(view: CalendarView, date: NaiveDate) {
    view.opened.set(Some(date));
    dom::focus_soon(".day-open a, .day-open button".to_owned());
}

/// All of a day, over it.
#[component]
fn OpenDay(view: CalendarView, day: CalendarDay) -> impl IntoView {
    let ui = view.ui;
    let (date, is_rest) = (day.date, !day.is_working);
    let name = move || dated(date, ui.lang.get());
    let shut = move || {
        view.opened.set(None);
        dom::focus_soon(format!("[data-day=\"{date}\"]"));
    };
    let key = move |event: KeyboardEvent| {
        event.stop_propagation();
        if event.key() == "Escape" {
            shut();
        }
    };
    let more = day.entries.len().saturating_sub(WHEN_OPEN);
    let line =
        |entry: &DayEntry| view! { <li><EntryChip view entry=entry.clone() date is_rest/></li> };
    let lines: Vec<_> = day.entries.iter().take(WHEN_OPEN).map(line).collect();
    view! {
        <div class="popover day-open" role="dialog" aria-label=name data-testid="day-open" on:keydown=on(key)>
            <header class="day-open-head">
                <strong>{live(name)}</strong>
                <button type="button" class="icon-button" aria-label=ui.t(texts::frame::CLOSE)
                    on:click=press(shut)>"×"</button>
            </header>
            {if lines.is_empty() {
                view! { <p class="hint">{ui.t(texts::boards::DAY_EMPTY)}</p> }.into_any()
            } else {
                view! { <ul class="day-list">{lines}</ul> }.into_any()
            }}
            {and_more(ui, more)}
        </div>
    }
}

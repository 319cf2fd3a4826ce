//! Over the days: which month or week it is, the way to others, and what is shown.

use super::{CalendarView, DaysShown};
use crate::analysis::standing::plan_view::DaySort;
use crate::model::template::{Label, Lang};
use crate::state::Zoom;
use crate::ui::screen::base::pieces::{live, press};
use crate::ui::texts;
use chrono::{Datelike, Days, Months, NaiveDate};
use leptos::prelude::*;

/// What a sort of entries is called where it is chosen.
fn sort_label(sort: DaySort) -> Label {
    match sort {
        DaySort::Meeting => texts::boards::MEETING_DAYS,
        DaySort::Issue => texts::boards::ISSUE_LIMITS,
        DaySort::Decision => texts::boards::REPLY_LIMITS,
        DaySort::Absence => texts::boards::ABSENCES,
        DaySort::Milestone | DaySort::Task | DaySort::Expected => texts::boards::MILESTONE_DAYS,
    }
}

/// 2026年4月, or the first and last day of the week.
pub(super) fn span_name(view: CalendarView) -> String {
    let lang = view.ui.lang.get();
    view.span.with(|span| {
        if span.is_week {
            return format!("{} – {}", span.from, span.to);
        }
        let month = match lang {
            Lang::Zh => span.day.month().to_string(),
            Lang::En => span.day.format("%B").to_string(),
        };
        let places = [("y", &*span.day.year().to_string()), ("m", &*month)];
        view.ui.fill(texts::boards::MONTH_OF, &places)
    })
}

/// The same day a month or a week on, or back.
pub(super) fn beside(span: &DaysShown, is_on: bool) -> NaiveDate {
    let day = span.day;
    let moved = match (span.is_week, is_on) {
        (true, true) => day.checked_add_days(Days::new(7)),
        (true, false) => day.checked_sub_days(Days::new(7)),
        (false, true) => day.checked_add_months(Months::new(1)),
        (false, false) => day.checked_sub_months(Months::new(1)),
    };
    moved.unwrap_or(day)
}

/// Back, on, today, and the choices.
#[component]
pub(super) fn CalendarHead(view: CalendarView) -> impl IntoView {
    let ui = view.ui;
    let turn = move |is_on: bool| {
        let day = view.span.with_untracked(|span| beside(span, is_on));
        view.turn_to(day);
    };
    let is_week = move || view.span.with(|span| span.is_week);
    let name_of = move |is_on: bool| {
        ui.text(match (is_week(), is_on) {
            (false, false) => texts::boards::BEFORE_MONTH,
            (false, true) => texts::boards::NEXT_MONTH,
            (true, false) => texts::boards::BEFORE_WEEK,
            (true, true) => texts::boards::WEEK_AFTER,
        })
    };
    let zoom = move |zoom: Zoom| {
        let label = if zoom == Zoom::Week {
            texts::boards::BY_WEEK
        } else {
            texts::boards::BY_MONTH
        };
        view! {
            <button type="button" class="small" data-testid="calendar-zoom" data-zoom=zoom.word()
                aria-pressed=move || (is_week() == (zoom == Zoom::Week)).to_string()
                on:click=press(move || view.frame.change(|shown| shown.zoom = Some(zoom)))>
                {ui.t(label)}
            </button>
        }
    };
    view! {
        <div class="calendar-head">
            <button type="button" class="icon-button" data-testid="before" aria-label=move || name_of(false)
                on:click=press(move || turn(false))>"‹"</button>
            <h2 aria-live="polite">{live(move || span_name(view))}</h2>
            <button type="button" class="icon-button" data-testid="after" aria-label=move || name_of(true)
                on:click=press(move || turn(true))>"›"</button>
            <button type="button" class="small" data-testid="today"
                on:click=press(move || view.frame.change(|shown| shown.day = None))>
                {ui.t(texts::boards::TODAY_NOW)}
            </button>
            <span class="segments" role="group">{zoom(Zoom::Month)} {zoom(Zoom::Week)}</span>
            <Shown view/>
        </div>
    }
}

/// What is shown besides what is due.
#[component]
fn Shown(view: CalendarView) -> impl IntoView {
    let ui = view.ui;
    let whole = move |is_whole: bool, label: Label| {
        view! {
            <button type="button" class="small" data-testid="calendar-whole" data-whole=is_whole.to_string()
                aria-pressed=move || view.span.with(|span| span.is_whole == is_whole).to_string()
                on:click=press(move || view.set(|span| span.is_whole = is_whole))>
                {ui.t(label)}
            </button>
        }
    };
    let tick = move |(sort, word): (DaySort, &'static str)| {
        let toggle = move || {
            view.set(
                |span| match span.sorts.iter().position(|one| *one == sort) {
                    Some(at) => drop(span.sorts.remove(at)),
                    None => span.sorts.push(sort),
                },
            );
        };
        view! {
            <label class="tick">
                <input type="checkbox" data-testid="calendar-sort" data-sort=word
                    prop:checked=move || view.span.with(|span| span.sorts.contains(&sort))
                    on:change=move |_| toggle()/>
                <span>{ui.t(sort_label(sort))}</span>
            </label>
        }
    };
    view! {
        <span class="segments" role="group" aria-label=ui.t(texts::boards::SHOW)>
            {whole(false, texts::boards::SHOW_DUE)} {whole(true, texts::boards::SHOW_WHOLE)}
        </span>
        <span class="calendar-sorts" role="group" aria-label=ui.t(texts::boards::ALSO)>
            {DaySort::CHOSEN.map(tick).into_iter().collect::<Vec<_>>()}
        </span>
    }
}

impl CalendarView {
    /// Changes what is shown, and the address with it.
    fn set(self, act: impl FnOnce(&mut DaysShown)) {
        let mut span = self.span.get_untracked();
        act(&mut span);
        span.sorts.sort();
        self.frame.change(|shown| shown.columns = span.words());
    }
}

//! 日历: a month or a week, what stands on each day, and a task put on another day.

mod chip;
mod day;
mod head;
mod keys;

use super::facts::schedule_of;
use super::frame::PlanFrame;
use super::lift::CardLift;
use super::moves::{MoveBar, Moves};
use crate::analysis::calendar_of;
use crate::analysis::standing::plan_view::{CalendarDay, DaySort, DaysAsked, calendar_days};
use crate::analysis::standing::schedule::schedule;
use crate::analysis::time::axis::Beginning;
use crate::analysis::words::dated::weekday;
use crate::model::RecordId;
use crate::model::template::Form;
use crate::state::{PlanShown, Zoom};
use crate::templates::settings;
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::pieces::{live, when};
use crate::ui::screen::base::port::ZONE;
use crate::ui::texts;
use chrono::{Datelike, Days, NaiveDate};
use leptos::prelude::*;

/// What stands for 整段 among the words of an address.
const WHOLE: &str = "whole";
/// What stands there where nothing else is shown.
const NOTHING_ELSE: &str = "none";
/// Shown where the address says nothing.
const USUAL: [DaySort; 4] = [
    DaySort::Milestone,
    DaySort::Meeting,
    DaySort::Issue,
    DaySort::Decision,
];

/// Which days are shown, and what on them.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct DaysShown {
    pub(super) from: NaiveDate,
    pub(super) to: NaiveDate,
    /// The day it is about: its month is the one that is named.
    pub(super) day: NaiveDate,
    pub(super) is_week: bool,
    pub(super) is_whole: bool,
    pub(super) sorts: Vec<DaySort>,
}

impl DaysShown {
    pub(super) fn of(shown: &PlanShown, today: NaiveDate) -> Self {
        let day = shown.day.unwrap_or(today);
        let is_week = shown.zoom == Some(Zoom::Week);
        let first = if is_week {
            day
        } else {
            day.with_day(1).unwrap_or(day)
        };
        let next_month = first
            .checked_add_months(chrono::Months::new(1))
            .unwrap_or(first);
        let last = if is_week {
            day
        } else {
            next_month - Days::new(1)
        };
        let monday =
            |day: NaiveDate| day - Days::new(u64::from(day.weekday().num_days_from_monday()));
        let has = |word: &str| shown.columns.iter().any(|one| one == word);
        let chosen = DaySort::CHOSEN
            .iter()
            .filter(|(_, word)| has(word))
            .map(|(sort, _)| *sort);
        let says_nothing = shown.columns.iter().all(|word| word == WHOLE);
        Self {
            from: monday(first),
            to: monday(last) + Days::new(6),
            day,
            is_week,
            is_whole: has(WHOLE),
            sorts: if says_nothing {
                USUAL.to_vec()
            } else {
                chosen.collect()
            },
        }
    }

    /// The words that stand for what is shown.
    fn words(&self) -> Vec<String> {
        let chosen = DaySort::CHOSEN
            .iter()
            .filter(|(sort, _)| self.sorts.contains(sort));
        let mut words: Vec<String> = chosen.map(|(_, word)| (*word).to_owned()).collect();
        if self.sorts == USUAL {
            words.clear();
        } else if words.is_empty() {
            words.push(NOTHING_ELSE.to_owned());
        }
        if self.is_whole {
            words.push(WHOLE.to_owned());
        }
        words
    }
}

/// What the calendar is drawn from; copied freely into its parts.
#[derive(Clone, Copy)]
pub(super) struct CalendarView {
    pub(super) ui: Ui,
    pub(super) frame: PlanFrame,
    pub(super) span: Memo<DaysShown>,
    pub(super) days: Memo<Vec<CalendarDay>>,
    /// The first Monday of the project.
    pub(super) week_one: Memo<NaiveDate>,
    /// The day that the keys stand at.
    pub(super) at: RwSignal<Option<NaiveDate>>,
    /// The day of which all is shown.
    pub(super) opened: RwSignal<Option<NaiveDate>>,
    /// The task that is carried to another day.
    pub(super) moves: Moves,
    pub(super) lift: CardLift,
}

impl CalendarView {
    fn new(frame: PlanFrame) -> Self {
        let ui = ui();
        let session = frame.session;
        let span = Memo::new(move |_| {
            let today = session.now().date_naive();
            frame.shown.with(|shown| DaysShown::of(shown, today))
        });
        let days = Memo::new(move |_| {
            let today = session.now().date_naive();
            let lang = ui.lang.get();
            let tasks: Vec<u32> = frame.lines.with(|lines| {
                let tasks = lines.lines.iter();
                tasks
                    .filter_map(crate::analysis::standing::plan_view::PlanLine::task)
                    .collect()
            });
            span.with(|span| {
                let asked = DaysAsked {
                    from: span.from,
                    to: span.to,
                    tasks: &tasks,
                    is_whole: span.is_whole,
                    sorts: &span.sorts,
                    lang,
                    zone: ZONE,
                };
                session.watch(|log| {
                    let calendar = calendar_of(&Form::new(log, settings::record()));
                    calendar_days(log, &schedule(log, today), &calendar, &asked)
                })
            })
        });
        let moves = Moves::new(ui, session, |task| format!("[data-chip=\"{task}\"]"));
        let lift = CardLift::new(move |record: RecordId, place: String| {
            if let Ok(day) = place.parse::<NaiveDate>()
                && keys::begin(moves, &record)
            {
                moves.due_on(day, false);
                moves.say_step();
                moves.keep_move();
            }
        });
        Self {
            ui,
            frame,
            span,
            days,
            week_one: Memo::new(move |_| Beginning::Week.before(schedule_of(frame).span().0)),
            at: RwSignal::new(None),
            opened: RwSignal::new(None),
            moves,
            lift,
        }
    }

    /// Shows the days around another one.
    pub(super) fn turn_to(self, day: NaiveDate) {
        self.frame.change(|shown| shown.day = Some(day));
    }

    /// Today, watched.
    pub(super) fn today(self) -> NaiveDate {
        self.frame.session.now().date_naive()
    }
}

/// Seven columns of days, a row for each week.
#[component]
pub(super) fn CalendarPage(frame: PlanFrame) -> impl IntoView {
    let ui = ui();
    let view = CalendarView::new(frame);
    let weeks = Memo::new(move |_| view.days.with(|days| days.len() / 7));
    let head = move || {
        let lang = ui.lang.get();
        let name = |number| view! { <div role="columnheader" class="week-day">{weekday(number, lang)}</div> };
        (1..=7).map(name).collect::<Vec<_>>()
    };
    let is_week = Memo::new(move |_| view.span.with(|span| span.is_week));
    let undated = Memo::new(move |_| {
        let schedule = schedule_of(frame);
        frame.lines.with(|lines| {
            let tasks = lines
                .lines
                .iter()
                .filter_map(crate::analysis::standing::plan_view::PlanLine::task);
            tasks
                .filter(|at| schedule.plan.tasks[*at as usize].planned.is_none())
                .count()
        })
    });
    let only_undated = move || {
        use crate::analysis::standing::plan_view::FilterBy;
        let mut shown = frame.shown.get_untracked().carried();
        shown.filter(FilterBy::Undated, Some(Vec::new()));
        let page = crate::state::Page::Plan(crate::state::PlanView::Gantt, shown);
        ui.go(frame.session.project(), page);
    };
    view! {
        <section class="calendar" data-testid="calendar-view" data-week=move || is_week.get().to_string()
            aria-label=ui.t(texts::views::VIEW_CALENDAR)>
            <head::CalendarHead view/>
            <div class="month" role="grid" aria-label=move || head::span_name(view)
                aria-rowcount=move || (weeks.get() + 1).to_string()>
                <div role="row" class="week-days">{live(head)}</div>
                {live(move || (0..weeks.get()).map(|week| view! { <day::WeekRow view week/> }).collect::<Vec<_>>())}
            </div>
            <p class="hidden" role="status" data-testid="said">{live(move || view.moves.said.get())}</p>
            <MoveBar moves=view.moves/>
            {when(move || undated.get() > 0, move || view! {
                <p>
                    <button type="button" class="link" data-testid="undated"
                        on:click=crate::ui::screen::base::pieces::press(only_undated)>
                        {ui.filled(texts::boards::UNDATED_N, "n", move || undated.get().to_string())}
                    </button>
                </p>
            })}
            <p class="hint no-print">{ui.t(texts::boards::CALENDAR_HOW)}</p>
        </section>
    }
}

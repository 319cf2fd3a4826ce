//! The project on one line: stages, milestones, today. The table of milestones below says the same in words.

use crate::analysis::standing::timeline::{Band, LANES, MilestoneMark, Timeline, timeline};
use crate::analysis::words::names::{record_name, short_name};
use crate::model::RecordId;
use crate::state::Session;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::figures::figures;
use crate::ui::screen::base::pieces::live;
use crate::ui::texts;
use chrono::NaiveDate;
use leptos::prelude::*;

/// The height of a line of stages.
const LANE_PX: usize = 22;
/// So many dates stand along the line.
const DATES: i64 = 6;
/// So far from today no date stands, in thousandths.
const CLEAR: i64 = 60;
/// A stage that is shorter than this bears no name, in thousandths.
const NAMED: i64 = 60;
/// So many lines of names of milestones; those that fit on none bear no name.
const MARK_LANES: usize = 2;
/// More milestones than can be told apart on a line; the list has them all.
const MOST_MARKS: usize = 200;
/// The height of such a line.
const MARK_PX: usize = 18;

/// The line.
#[component]
pub(in crate::ui) fn TimeStrip() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let rest = figures();
    let line = Memo::new(move |_| {
        rest.version();
        session.read(timeline)
    });
    live(move || {
        let line = line.get()?;
        let today = session.now().date_naive();
        let lanes = line
            .bands
            .iter()
            .map(|band| band.lane + 1)
            .max()
            .unwrap_or(0)
            .min(LANES);
        let bands: Vec<AnyView> = line
            .bands
            .iter()
            .map(|band| band_view(ui, session, &line, band))
            .collect();
        let mut lanes_of_names = NameLanes::of(&line);
        let marks = line
            .marks
            .iter()
            .take(MOST_MARKS)
            .map(|mark| mark_view(ui, session, &line, mark, &mut lanes_of_names));
        let marks: Vec<AnyView> = marks.collect();
        let here = line.place(today);
        let now = here.map(|place| view! {
            <span class="line-today" style:left=percent(place)><span>{ui.t(texts::mail::TODAY)}</span></span>
        });
        let height = format!("{}px", lanes * LANE_PX);
        Some(view! {
            <section class="card full timeline" aria-label=ui.t(texts::standing::TIME_STRIP)>
                <div class="line-dates" aria-hidden="true">{dates(&line, here)}</div>
                <div class="line-body">
                    {now}
                    <div class="line-bands" style:height=height>{bands}</div>
                    {(!marks.is_empty()).then(|| view! { <div class="line-marks">{marks}</div> })}
                </div>
            </section>
        })
    })
}

/// Thousandths of the line as a length.
fn percent(place: i64) -> String {
    format!("{}.{}%", place / 10, place % 10)
}

fn dates(line: &Timeline, today: Option<i64>) -> Vec<AnyView> {
    let days = (line.to - line.from).num_days();
    let date = |at: i64| {
        let day = line.from + chrono::Duration::days(days * at / DATES);
        let place = line.place(day)?;
        if today.is_some_and(|today| (today - place).abs() < CLEAR) {
            return None;
        }
        Some(
            view! { <span style:left=percent(place)>{day.format("%m-%d").to_string()}</span> }
                .into_any(),
        )
    };
    (0..DATES).filter_map(date).collect()
}

fn band_view(ui: Ui, session: Session, line: &Timeline, band: &Band) -> AnyView {
    let place = |day: NaiveDate| line.place(day).unwrap_or(0);
    let from = place(band.first);
    let to = place(band.last + chrono::Duration::days(1));
    let name = session.read(|log| short_name(log, &band.stage, ui.lang.get()));
    let done = format!("{}/{}", band.done, band.all);
    let title = format!("{name} {done} {} – {}", band.first, band.last);
    let top = format!("{}px", band.lane * LANE_PX);
    let is_done = (band.done == band.all).to_string();
    view! {
        <a class="line-band" href=href(session, &band.stage) title=title data-done=is_done
            style:left=percent(from) style:width=percent(to - from) style:top=top>
            {(to - from >= NAMED).then(|| view! { {name} " " <span>{done}</span> })}</a>
    }
    .into_any()
}

/// Where names of milestones find room: from where each line is free, and the diamonds, which stand on the first.
struct NameLanes {
    free: [i64; MARK_LANES],
    diamonds: Vec<i64>,
}

impl NameLanes {
    fn of(line: &Timeline) -> Self {
        let days = |mark: &MilestoneMark| [Some(mark.at), mark.planned];
        let days = line.marks.iter().flat_map(days).flatten();
        Self {
            free: [0; MARK_LANES],
            diamonds: days.filter_map(|day| line.place(day)).collect(),
        }
    }

    /// Takes room for a name from one place to another beside the diamond at `own`; nothing where there is none.
    fn take(&mut self, first: i64, last: i64, own: i64) -> Option<usize> {
        let is_hit = |at: &i64| *at != own && first < *at && *at < last;
        let covers = self.diamonds.iter().any(is_hit);
        let mut lanes = (0..MARK_LANES).skip(usize::from(covers));
        let lane = lanes.find(|lane| self.free[*lane] <= first)?;
        self.free[lane] = last;
        Some(lane)
    }
}

/// A milestone with its name, where that finds room.
fn mark_view(
    ui: Ui,
    session: Session,
    line: &Timeline,
    mark: &MilestoneMark,
    lanes: &mut NameLanes,
) -> AnyView {
    let name = session.read(|log| record_name(log, &mark.milestone, ui.lang.get()));
    let was = mark.planned.and_then(|day| line.place(day));
    let was = was.map(|place| {
        view! { <span class="line-was" style:left=percent(place) aria-hidden="true"></span> }
    });
    let place = line.place(mark.at).unwrap_or(0);
    let said = format!("{name} {}", mark.at.format("%m-%d"));
    let wide = width(&said);
    // On the right the name stands before its mark.
    let is_before = place + wide > 1000;
    let (first, last) = if is_before {
        (place - wide, place + GAP)
    } else {
        (place, place + wide)
    };
    let lane = lanes.take(first, last, place);
    let side = if is_before { "start" } else { "end" };
    let reached = mark.is_reached.to_string();
    let title = format!("{name} {}", mark.at);
    let top = lane.map(|lane| format!("{}px", lane * MARK_PX));
    let said = top.map(|top| view! { <span style:top=top>{said}</span> });
    view! {
        {was}
        <a class="line-mark" href=href(session, &mark.milestone) title=title data-reached=reached data-side=side
            style:left=percent(place)>{said}</a>
    }
    .into_any()
}

/// Between two names, in thousandths.
const GAP: i64 = 12;

/// How wide a name is, in thousandths of a line of some 900 pixels.
fn width(text: &str) -> i64 {
    let letters = text.chars().map(|c| if c.is_ascii() { 8 } else { 14 });
    letters.sum::<i64>() + 2 * GAP
}

fn href(session: Session, record: &RecordId) -> String {
    Ui::href(session.project(), record)
}

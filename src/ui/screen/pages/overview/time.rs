//! The project on one line: stages, milestones, today. The table of milestones below says the same in words.

use crate::analysis::standing::timeline::{Band, LANES, Mark, Timeline, timeline};
use crate::analysis::words::names::{record_name, short_name};
use crate::model::RecordId;
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

/// The line.
#[component]
pub(super) fn TimeStrip() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let rest = figures();
    let line = Memo::new(move |_| {
        rest.version();
        session.read(timeline)
    });
    live(move || {
        let line = line.get()?;
        let today = session.now().date_naive();
        let lanes = line.bands.iter().map(|band| band.lane + 1).max().unwrap_or(0).min(LANES);
        let bands: Vec<AnyView> = line.bands.iter().map(|band| band_view(ui, session, &line, band)).collect();
        let marks: Vec<AnyView> = line.marks.iter().map(|mark| mark_view(ui, session, &line, mark)).collect();
        let now = line.place(today).map(|place| view! {
            <span class="strip-today" style:left=percent(place)><span>{ui.t(texts::mail::TODAY)}</span></span>
        });
        let height = format!("{}px", lanes * LANE_PX);
        Some(view! {
            <section class="card strip" aria-label=ui.t(texts::standing::TIME_STRIP)>
                <div class="strip-dates" aria-hidden="true">{dates(&line)}</div>
                <div class="strip-body">
                    {now}
                    <div class="strip-bands" style:height=height>{bands}</div>
                    {(!marks.is_empty()).then(|| view! { <div class="strip-marks">{marks}</div> })}
                </div>
            </section>
        })
    })
}

/// Thousandths of the line as a length.
fn percent(place: i64) -> String {
    format!("{}.{}%", place / 10, place % 10)
}

fn dates(line: &Timeline) -> Vec<AnyView> {
    let days = (line.to - line.from).num_days();
    let date = |at: i64| {
        let day = line.from + chrono::Duration::days(days * at / DATES);
        let place = line.place(day)?;
        Some(view! { <span style:left=percent(place)>{day.format("%m-%d").to_string()}</span> }.into_any())
    };
    (0..DATES).filter_map(date).collect()
}

fn band_view(ui: Ui, session: crate::state::Session, line: &Timeline, band: &Band) -> AnyView {
    let place = |day: NaiveDate| line.place(day).unwrap_or(0);
    let from = place(band.first);
    let to = place(band.last + chrono::Duration::days(1));
    let name = session.read(|log| short_name(log, &band.stage, ui.lang.get()));
    let done = format!("{}/{}", band.done, band.all);
    let title = format!("{name} {done} {} – {}", band.first, band.last);
    let top = format!("{}px", band.lane * LANE_PX);
    let is_done = (band.done == band.all).to_string();
    view! {
        <a class="strip-band" href=href(session, &band.stage) title=title data-done=is_done style:left=percent(from) style:width=percent(to - from) style:top=top>
            {name} " " <span>{done}</span></a>
    }
    .into_any()
}

fn mark_view(ui: Ui, session: crate::state::Session, line: &Timeline, mark: &Mark) -> AnyView {
    let name = session.read(|log| record_name(log, &mark.milestone, ui.lang.get()));
    let was = mark.planned.and_then(|day| line.place(day));
    let was = was.map(|place| view! { <span class="strip-was" style:left=percent(place) aria-hidden="true"></span> });
    let place = line.place(mark.at).unwrap_or(0);
    // On the right half the name stands before its mark.
    let side = if place > 700 { "start" } else { "end" };
    let reached = mark.is_reached.to_string();
    let title = format!("{name} {}", mark.at);
    view! {
        {was}
        <a class="strip-mark" href=href(session, &mark.milestone) title=title data-reached=reached data-side=side style:left=percent(place)>
            <span>{name} " " {mark.at.format("%m-%d").to_string()}</span></a>
    }
    .into_any()
}

fn href(session: crate::state::Session, record: &RecordId) -> String {
    Ui::href(session.project(), record)
}

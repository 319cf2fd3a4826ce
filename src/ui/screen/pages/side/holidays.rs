//! Beside the settings: the public holidays that are known here, so that one sees what the own lines change; and the
//! way to read in those of a year that is not.

use crate::analysis::time::calendar::{CHINA, Exception};
use crate::exchange::{HolidayFile, limits, read_holidays};
use crate::model::template::Form;
use crate::state::Session;
use crate::templates::charter;
use crate::ui::screen::base::arrival::Source;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::life;
use crate::ui::screen::base::pieces::{live, with_whole_days};
use crate::ui::screen::mail::incoming::bytes_of;
use crate::ui::texts;
use chrono::Datelike;
use leptos::prelude::*;

/// The table from the project's first year on, with where it comes from.
#[component]
pub(in crate::ui) fn Holidays() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let line = move |day: &Exception| {
        let word = if day.is_rest {
            texts::forms::RESTS
        } else {
            texts::forms::WORKED
        };
        let days = if day.from == day.to {
            day.from.to_string()
        } else {
            format!("{}–{}", day.from, day.to)
        };
        view! { <li><time>{days}</time> " " {ui.t(word)}</li> }
    };
    let first = Memo::new(move |_| {
        let today = session.now().date_naive();
        let start =
            session.watch(|log| Form::new(log, charter::record()).get(charter::PLANNED_START));
        start.map_or(today, |start| start.min(today)).year()
    });
    let shown = move || {
        let known = CHINA.iter().filter(|line| line.from.year() >= first.get());
        known.map(line).collect::<Vec<_>>()
    };
    view! {
        <section class="panel" data-testid="holidays">
            <h2>{ui.t(texts::forms::HOLIDAYS)}</h2>
            <p class="hint">{live(move || with_whole_days(ui.text(texts::forms::HOLIDAYS_HOW)))}</p>
            <ul class="findings">{live(shown)}</ul>
            <ReadIn/>
        </section>
    }
}

/// 读入放假安排
#[component]
fn ReadIn() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let input = NodeRef::<leptos::html::Input>::new();
    let chosen = move |_| {
        let Some(input) = input.get() else {
            return;
        };
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            life::to_the_end((ui, session, Source::File(file)), take);
        }
        input.set_value("");
    };
    view! {
        <p class="answers no-print">
            <label class="button file-button">
                {ui.t(texts::forms::READ_HOLIDAYS)}
                <input type="file" accept=".json,application/json" class="hidden-input" data-testid="holiday-file"
                    node_ref=input on:change=chosen/>
            </label>
        </p>
        <p class="hint no-print">{ui.t(texts::forms::READ_HOLIDAYS_HOW)}</p>
    }
}

/// The days of a file, or why there are none.
async fn read_one(ui: Ui, file: &web_sys::File) -> Result<HolidayFile, String> {
    let (name, lang) = (file.name(), ui.lang.get_untracked());
    let bytes = bytes_of(file, limits::HOLIDAY_BYTES, lang).await?;
    read_holidays(&bytes)
        .ok_or_else(|| texts::fill(texts::forms::NO_HOLIDAYS, lang, &[("name", &name)]))
}

async fn take((ui, session, source): (Ui, Session, Source)) {
    let Source::File(file) = source else {
        return;
    };
    let read = match read_one(ui, &file).await {
        Ok(read) => read,
        Err(said) => return ui.notices.error(said),
    };
    let taken = session.take_holidays(&read);
    let years: Vec<String> = read.years().iter().map(ToString::to_string).collect();
    let places = [
        ("n", &*taken.to_string()),
        ("years", &*years.join(ui.text(texts::LIST_SEPARATOR))),
    ];
    let said = ui.fill(texts::forms::HOLIDAYS_READ, &places);
    ui.notices.done(session, said, "undo-holidays");
}

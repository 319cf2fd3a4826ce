//! Beside a person: their load week by week (F-15), and how many people have taken their roles.

use crate::analysis::standing::load::{LoadLevel, Week, load, roles_accepted};
use crate::model::RecordId;
use crate::model::template::Form;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::long::{Within, long};
use crate::ui::screen::base::pieces::live;
use crate::ui::texts;
use leptos::prelude::*;

/// The weeks, what is not in them, and the roles.
#[component]
pub(super) fn PersonLoad(record: RecordId) -> impl IntoView {
    let ui = ui();
    let session = session();
    let told = Memo::new(move |_| {
        let today = session.now().date_naive();
        session.watch(|log| {
            let person = Form::new(log, record.clone());
            (load(&person, today), roles_accepted(&person, today))
        })
    });
    let weeks = Memo::new(move |_| told.with(|(load, _)| load.weeks.clone()));
    let key = |week: &Week| format!("{} {:?}", week.monday, week.percent);
    let unweighed = move || told.with(|(load, _)| load.unweighed);
    let roles = move || {
        let (taken, all) = told.with(|told| told.1);
        let percent = taken * 100 / all.max(1);
        let places = [taken, all, percent].map(|number| number.to_string());
        let [n, m, percent] = &places;
        ui.fill(
            texts::standing::ROLES_TAKEN,
            &[("n", n), ("m", m), ("pct", percent)],
        )
    };
    view! {
        <section class="panel" data-testid="load">
            <h2>{ui.t(texts::standing::LOAD)}</h2>
            <ul class="findings">{long(Within::List, weeks, key, move |week| line(ui, &week))}</ul>
            {live(move || (unweighed() > 0).then(|| view! {
                <p class="hint">{ui.fill(texts::standing::UNWEIGHED, &[("n", &unweighed().to_string())])}</p>
            }))}
            <p class="hint" data-testid="roles-taken">{live(roles)}</p>
        </section>
    }
}

fn line(ui: Ui, week: &Week) -> AnyView {
    let (tone, word) = match week.level {
        LoadLevel::Fine => ("neutral", None),
        LoadLevel::High => ("warn", Some(texts::standing::LOAD_HIGH)),
        LoadLevel::Full => ("danger", Some(texts::standing::LOAD_FULL)),
        LoadLevel::Over => ("danger", Some(texts::standing::LOAD_OVER)),
    };
    let share = week
        .percent
        .map_or_else(|| "–".to_owned(), |percent| format!("{percent}%"));
    let monday = week.monday.format("%m-%d").to_string();
    view! {
        <li data-week=week.monday.to_string()>
            <time>{monday}</time> " " <span class="chip" data-tone=tone>{share} " " {word.map(|word| ui.t(word))}</span>
        </li>
    }.into_any()
}

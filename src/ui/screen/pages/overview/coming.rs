//! 两周之内: what is due in the next two weeks, and whose it is.

use crate::analysis::standing::due::{By, next_due_items};
use crate::analysis::words::names::{record_name, short_name};
use crate::model::RecordId;
use crate::model::template::Form;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::figures::figures;
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, title};
use crate::ui::texts;
use chrono::Days;
use leptos::prelude::*;

/// So far ahead, in days.
const AHEAD: u64 = 14;
/// So many stand there until somebody asks for the rest.
const SHOWN: usize = 8;

/// The list.
#[component]
pub(in crate::ui) fn ComingUp() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let rest = figures();
    let coming = Memo::new(move |_| {
        rest.version();
        let now = session.now();
        let today = now.date_naive();
        let last = today + Days::new(AHEAD);
        let due = session.read(|log| next_due_items(log, None, now, usize::MAX));
        let is_soon = |(_, by): &(RecordId, By)| (today..=last).contains(&by.day(now));
        due.into_iter()
            .filter(is_soon)
            .map(|(record, by)| (record, by.day(now)))
            .collect::<Vec<_>>()
    });
    let all = RwSignal::new(false);
    let shown = Memo::new(move |_| {
        let most = if all.get() { usize::MAX } else { SHOWN };
        coming.with(|coming| coming.iter().take(most).cloned().collect::<Vec<_>>())
    });
    let count = Memo::new(move |_| coming.with(Vec::len));
    let hidden = move || count.get().saturating_sub(SHOWN);
    let window = Window::of_lines(Within::Table);
    let line = move |(record, day): (RecordId, chrono::NaiveDate)| {
        live(move || {
            let (name, who) = session.watch(|log| {
                let lang = ui.lang.get();
                let owner = Form::new(log, record.clone()).owner();
                let who = owner.map(|owner| short_name(log, &owner, lang));
                (record_name(log, &record, lang), who.unwrap_or_default())
            });
            let href = Ui::href(session.project(), &record);
            let name = title(name);
            view! { <tr><td class="when">{day.to_string()}</td><td><a href=href>{name}</a></td><td>{who}</td></tr> }
        })
        .into_any()
    };
    live(move || {
        (count.get() > 0).then(|| {
            view! {
                <section class="card coming" data-testid="coming">
                    <h2>{ui.t(texts::standing::TWO_WEEKS)}</h2>
                    <table class="list-table" aria-label=ui.t(texts::standing::TWO_WEEKS)>
                        <tbody>{window.list(shown, |(record, day)| format!("{record} {day}"), line)}</tbody>
                    </table>
                    {live(move || (hidden() > 0 && !all.get()).then(|| view! {
                        <button type="button" class="link no-print" on:click=move |_| all.set(true)>
                            {ui.fill(texts::standing::MORE_COMING, &[("n", &hidden().to_string())])}</button>
                    }))}
                </section>
            }
        })
    })
}

//! What a project still needs before it is closed: a row each, with how it stands, who does it and the way there.

use crate::analysis::standing::closing::{
    ClosingNeed, ClosingRow, closing_row, closing_rows, who_closes,
};
use crate::analysis::standing::report::has_contributed;
use crate::analysis::words::names::{record_name, short_name};
use crate::model::template::{Form, Label, Lang};
use crate::model::{Log, RecordId};
use crate::state::{Page, Route};
use crate::templates::{
    department, feedback, issue, lesson, mechanism, metric, report, resource_request,
    rollout_check, settings, status_of, task,
};
use crate::ui::screen::base::closed::is_closed;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom::focus_soon;
use crate::ui::screen::base::pieces::{list, live, press, when};
use crate::ui::screen::pages::feedback::ask_silent;
use crate::ui::texts;
use leptos::prelude::*;

/// So many of what is open are named in a row.
const NAMED: usize = 3;

/// The list, and how much of it is missing.
#[component]
pub(super) fn ClosingRows(status: Memo<String>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let is_closed = is_closed();
    let rows = Memo::new(move |_| session.watch(closing_rows));
    let lacks = Memo::new(move |_| rows.with(|rows| rows.iter().filter(|row| !row.is_met).count()));
    let is_time = move || {
        let late = [settings::CLOSING.key, settings::CLOSED.key];
        late.contains(&status.get().as_str())
    };
    let head = move || match lacks.get() {
        0 if is_closed.get() => ui.text(texts::meeting::NOTHING_MISSING).to_owned(),
        _ if !is_time() => ui.text(texts::wrap_up::NOT_YET_TIME).to_owned(),
        0 => ui.text(texts::wrap_up::NOTHING_LACKS).to_owned(),
        n => ui.fill(texts::wrap_up::LACKS, &[("n", &n.to_string())]),
    };
    let row = move |row: ClosingRow| view! { <Row row/> }.into_any();
    let heads = [
        texts::wrap_up::NEED_WHAT,
        texts::wrap_up::NOW,
        texts::wrap_up::NEED_WHO,
    ];
    view! {
        <section class="card closing" data-time=move || is_time().to_string()>
            <h2 data-testid="closing-lacks" data-missing=move || lacks.get().to_string()>{live(head)}</h2>
            <table class="list-table" aria-label=ui.t(texts::wrap_up::NEED_WHAT)>
                <thead>
                    <tr>
                        {heads.map(|one| view! { <th scope="col">{ui.t(one)}</th> }).into_iter().collect::<Vec<_>>()}
                        <td class="no-print"></td>
                    </tr>
                </thead>
                <tbody>{list(move || rows.get(), |row| format!("{row:?}"), row)}</tbody>
            </table>
            {when(move || !is_closed.get(), move || view! {
                <p class="hint no-print">{ui.t(texts::forms::STILL_SAVES)}</p>
            })}
        </section>
    }
}

#[component]
fn Row(row: ClosingRow) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let hook = format!("{:?}", row.need);
    let (is_open, need) = (!row.is_met, row.need);
    let row = StoredValue::new(row);
    let now = move || session.watch(|log| row.with_value(|row| stands(ui, log, row)));
    let who = move || {
        let today = session.now().date_naive();
        session.watch(|log| {
            let lang = ui.lang.get();
            let people = row.with_value(|row| who_closes(log, row, today));
            let names = people.iter().map(|one| short_name(log, one, lang));
            let names: Vec<String> = names.take(NAMED).collect();
            let name = names.join(texts::LIST_SEPARATOR.text(lang));
            match people.len() {
                ..=NAMED => name,
                n => ui.fill(
                    texts::standing::WITH_OTHERS,
                    &[("name", &name), ("n", &n.to_string())],
                ),
            }
        })
    };
    // Of nothing yet nothing is said to be right; a circle stands only before what the heading counts.
    let sign = move || {
        let waits = session.watch(|log| row.with_value(|row| waits_for_figures(log, row)));
        match (is_open, waits) {
            (true, _) => "○",
            (false, true) => "–",
            (false, false) => "✓",
        }
    };
    view! {
        <tr data-testid="closing-row" data-need=hook data-open=is_open.to_string()>
            <th scope="row"><span class="sign" aria-hidden="true">{live(sign)}</span> " " {ui.t(label_of(need))}</th>
            <td>{live(now)}</td>
            <td>{live(who)}</td>
            <td class="no-print"><Way row/></td>
        </tr>
    }
}

const fn label_of(need: ClosingNeed) -> Label {
    match need {
        ClosingNeed::Tasks => texts::wrap_up::NEED_TASKS,
        ClosingNeed::Metrics => texts::wrap_up::NEED_METRICS,
        ClosingNeed::Reasons => texts::wrap_up::NEED_REASONS,
        ClosingNeed::Feedback => texts::wrap_up::NEED_FEEDBACK,
        ClosingNeed::Suggestions => texts::wrap_up::NEED_SUGGESTIONS,
        ClosingNeed::LeftOver => texts::wrap_up::NEED_LEFT_OVER,
        ClosingNeed::Report => texts::wrap_up::NEED_REPORT,
        ClosingNeed::Lessons => texts::wrap_up::NEED_LESSONS,
        ClosingNeed::Borrowed => texts::wrap_up::NEED_BORROWED,
        ClosingNeed::Agreements => texts::wrap_up::NEED_AGREEMENTS,
        ClosingNeed::Verified => texts::wrap_up::NEED_VERIFIED,
        ClosingNeed::Watched => texts::wrap_up::NEED_WATCHED,
        ClosingNeed::Rollout => texts::opinions::NEED_ROLLOUT,
    }
}

/// Whether it cannot be said yet which metrics were missed, since some have no actual figure.
fn waits_for_figures(log: &Log, row: &ClosingRow) -> bool {
    let metrics = || closing_row(log, ClosingNeed::Metrics);
    row.need == ClosingNeed::Reasons && row.all == 0 && metrics().is_some_and(|row| !row.is_met)
}

/// How it stands in a few words.
fn stands(ui: Ui, log: &Log, row: &ClosingRow) -> String {
    let lang = ui.lang.get();
    let counted = |label: Label, n: usize, m: usize| {
        texts::fill(label, lang, &[("n", &n.to_string()), ("m", &m.to_string())])
    };
    let of_all = || counted(texts::wrap_up::OF_ALL, row.done, row.all);
    match row.need {
        ClosingNeed::Reasons if waits_for_figures(log, row) => {
            texts::wrap_up::AFTER_FIGURES.text(lang).to_owned()
        }
        ClosingNeed::Reasons if row.all == 0 => texts::wrap_up::NONE_MISSED.text(lang).to_owned(),
        ClosingNeed::Suggestions if !row.is_met && row.open.is_empty() => {
            texts::wrap_up::ANSWER_LATER.text(lang).to_owned()
        }
        ClosingNeed::Report if row.is_met => report::CONFIRMED.label.text(lang).to_owned(),
        ClosingNeed::Report => {
            let parts = department::taking_part(&Form::new(log, report::record()));
            let written = parts
                .iter()
                .filter(|one| has_contributed(log, one.record()));
            counted(texts::wrap_up::REPORT_DRAFT, written.count(), parts.len())
        }
        ClosingNeed::Lessons if row.is_met => {
            let rows = log.rows(lesson::KIND).into_iter();
            let is_confirmed =
                |row: &RecordId| status_of(&Form::new(log, row.clone())) == lesson::CONFIRMED.key;
            counted(
                texts::wrap_up::LESSONS_NOW,
                row.done,
                rows.filter(is_confirmed).count(),
            )
        }
        ClosingNeed::Tasks if row.is_met && row.done < row.all => {
            counted(texts::wrap_up::HANDED_ON, row.done, row.all)
        }
        _ => [of_all(), names(log, row, lang)]
            .join(" ")
            .trim()
            .to_owned(),
    }
}

/// What is open, by name.
fn names(log: &Log, row: &ClosingRow, lang: Lang) -> String {
    let name = |one: &RecordId| match one.kind() {
        department::KIND => short_name(log, one, lang),
        _ => record_name(log, one, lang),
    };
    let names: Vec<String> = row.open.iter().take(NAMED).map(name).collect();
    let more = if row.open.len() > NAMED { "…" } else { "" };
    format!("{}{more}", names.join(texts::LIST_SEPARATOR.text(lang)))
}

/// The one click to where it is done.
#[component]
fn Way(row: StoredValue<ClosingRow>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let (need, is_met) = row.with_value(|row| (row.need, row.is_met));
    if need == ClosingNeed::Feedback && !is_met {
        return view! {
            <button type="button" class="small" data-testid="closing-go"
                on:click=press(move || ask_silent(ui, session))>
                {ui.t(texts::wrap_up::GO_ASK)}
            </button>
        }
        .into_any();
    }
    if need == ClosingNeed::LeftOver && !is_met {
        let to_first =
            || focus_soon("[data-testid=left-over][data-open=true] [data-field]".to_owned());
        return view! {
            <button type="button" class="small" data-testid="closing-go" on:click=press(to_first)>
                {ui.t(texts::wrap_up::GO_DECIDE)}
            </button>
        }
        .into_any();
    }
    let label = match need {
        _ if is_met => texts::wrap_up::SEE,
        ClosingNeed::Metrics => texts::wrap_up::GO_FILL,
        ClosingNeed::Suggestions => texts::wrap_up::GO_ANSWER,
        ClosingNeed::Reasons | ClosingNeed::Lessons | ClosingNeed::Agreements => {
            texts::wrap_up::GO_WRITE
        }
        _ => texts::wrap_up::GO_SEE,
    };
    let class = if is_met { "" } else { "button small" };
    row.with_value(page_of)
        .map(|page| {
            let href = Route::Project(session.project(), page).to_string();
            view! { <a class=class data-testid="closing-go" href=href>{ui.t(label)}</a> }
        })
        .into_any()
}

/// The page where a row is dealt with: that of the one record that is open, or the list.
fn page_of(row: &ClosingRow) -> Option<Page> {
    let list = |kind: &str| Page::Kind(kind.to_owned());
    let open = || row.open.first().map(|one| Page::Record(one.clone()));
    Some(match row.need {
        ClosingNeed::Tasks if row.open.len() == 1 => open()?,
        ClosingNeed::Tasks => list(task::KIND),
        ClosingNeed::Metrics | ClosingNeed::Reasons => open().unwrap_or_else(|| list(metric::KIND)),
        ClosingNeed::Feedback | ClosingNeed::Suggestions => list(feedback::KIND),
        ClosingNeed::Report => list(report::KIND),
        ClosingNeed::Lessons if !row.is_met => Page::New(lesson::KIND.to_owned()),
        ClosingNeed::Lessons => list(lesson::KIND),
        ClosingNeed::Agreements => list(mechanism::KIND),
        ClosingNeed::Rollout => list(rollout_check::KIND),
        ClosingNeed::LeftOver => return None,
        ClosingNeed::Borrowed | ClosingNeed::Verified | ClosingNeed::Watched => {
            let kind = match row.need {
                ClosingNeed::Borrowed => resource_request::KIND,
                _ => issue::KIND,
            };
            open().unwrap_or_else(|| list(kind))
        }
    })
}

//! 收下之前看一眼: what the files of a project bring, by file and by person, before anything is written.

mod answers;
mod called;
mod files;
mod first;
mod gone;
mod lines;
mod long;
mod outlook;
mod parts;
mod sentences;
mod shown;
mod source;
mod stakes;
mod stranger;
mod suspicions;
mod verdict;
mod whose;

use super::attribution::meeting_when;
use crate::analysis::inbox::agenda::next_meeting;
use crate::analysis::words::look::marked;
use crate::exchange::Preview;
use crate::state::{Route, Session};
use crate::templates::{department, task};
use crate::ui::screen::base::arrival::Arrival;
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::pieces::{live, with_whole_days};
use crate::ui::screen::frame::identity::WhoAreYou;
use crate::ui::screen::frame::people::people;
use crate::ui::texts;
use leptos::prelude::*;
use std::rc::Rc;

/// Everything that waits for a decision.
#[component]
pub(in crate::ui) fn Previews() -> impl IntoView {
    let ui = ui();
    view! {
        {live(move || ui.incoming.reading.get().then(|| view! {
            <p class="hint" role="status">{ui.text(texts::mail::READING)}</p>
        }))}
        {live(move || ui.incoming.arrivals.get().into_iter().map(|arrival| view! {
            <OnePreview arrival/>
        }).collect::<Vec<_>>())}
    }
}

#[component]
fn OnePreview(arrival: Arrival) -> impl IntoView {
    let ui = ui();
    let preview = Rc::clone(&arrival.preview);
    let (new, known, conflicts) = (preview.new_count(), preview.known, preview.conflicts());
    let (is_first, answers) = (preview.is_first, arrival.answers);
    let session = ui.open_session(arrival.project);
    let elsewhere = other_project(ui, &arrival);
    let beside = session.filter(|_| !is_first);
    // Of one file that begins a project the title says it all.
    let says_files = !is_first || preview.files.len() > 1;
    let own = StoredValue::new_local(Rc::clone(&preview));
    let shown = shown::Shown::of(ui, &preview, beside, answers);
    let replaced = move || {
        let count = |outlook: &outlook::Outlook| {
            let all = outlook.stakes.iter();
            all.filter(|stake| stake.replaces).count()
        };
        shown.outlook.with(count).to_string()
    };
    view! {
        <section class="preview" tabindex="-1" data-testid="import-preview"
            data-project-id=arrival.project.to_string() data-new=new.to_string() data-known=known.to_string()
            data-conflicts=conflicts.to_string() data-replaced=replaced>
            <header class="preview-head">
                <h2>{live(move || own.with_value(|preview| title(ui, preview)))}</h2>
                {says_files.then(|| view! {
                    <p class="hint">{live(move || own.with_value(|preview| belongs(ui, preview)))}</p>
                })}
                <PreviewButtons arrival=arrival.clone() shown/>
            </header>
            {elsewhere}
            {is_first.then(|| view! { <FirstArrival arrival=arrival.clone()/> })}
            <verdict::Verdict shown/>
            <stakes::Stakes shown/>
            <files::Files shown/>
            <suspicions::Risks preview=Rc::clone(&preview) session/>
            {beside.map(|session| view! { <gone::Gone preview=Rc::clone(&preview) session/> })}
            {beside.map(|session| view! {
                <crate::ui::screen::pages::NotReceived session preview=Rc::clone(&preview) answers/>
            })}
            {beside.map(|_| view! { <parts::Parts shown/> })}
            {beside.map(|session| live(move || own.with_value(|preview| what_next(ui, session, preview))))}
        </section>
    }
}

/// What is to be looked at; of a first arrival what it is.
fn title(ui: Ui, preview: &Preview) -> String {
    match preview.is_first {
        true => ui.fill(
            texts::mail::FIRST_TITLE,
            &[("name", &quoted(&preview.project.name))],
        ),
        false => ui.text(texts::mail::LOOK_FIRST).to_owned(),
    }
}

/// How many files, whose, and that nothing has been written.
fn belongs(ui: Ui, preview: &Preview) -> String {
    let files = preview.files.len().to_string();
    let label = if preview.is_first {
        texts::mail::FILES_OF_FIRST
    } else {
        texts::mail::FILES_OF
    };
    ui.fill(
        label,
        &[("n", &files), ("name", &quoted(&preview.project.name))],
    )
}

/// A name that a file gives, with its marks and no longer than a line.
fn quoted(name: &str) -> String {
    marked(long::short(name))
}

/// The last line: it can be undone, and what comes next.
fn what_next(ui: Ui, session: Session, preview: &Preview) -> Option<AnyView> {
    if preview.is_contained() {
        return None;
    }
    let now = session.now();
    let differ = preview.conflicts();
    let coming = session.read(|log| next_meeting(log, now));
    let when = coming.map(|coming| meeting_when(&coming, ui.lang.get(), now.date_naive()));
    let count = differ.to_string();
    let text = match when.filter(|when| !when.is_empty()) {
        _ if differ == 0 => ui.text(texts::mail::CAN_BE_UNDONE).to_owned(),
        Some(when) => ui.fill(
            texts::mail::THEN_DECIDE_AT,
            &[("n", &count), ("when", &when)],
        ),
        None => ui.fill(texts::mail::THEN_DECIDE, &[("n", &count)]),
    };
    Some(view! { <p class="what-next">{text}</p> }.into_any())
}

/// What came, from whom, and which person one is: chosen before anything is written.
#[component]
fn FirstArrival(arrival: Arrival) -> impl IntoView {
    let ui = ui();
    let preview = StoredValue::new_local(Rc::clone(&arrival.preview));
    let listed = Memo::new(move |_| preview.with_value(|preview| people(&preview.after.log, ui)));
    let who = arrival.who;
    let sender = move || preview.with_value(|preview| first::sent_by(ui, preview));
    let asked = move || preview.with_value(|preview| first::asked(ui, preview));
    let words = preview.with_value(|preview| first::words(preview, ui.lang.get_untracked()));
    let meant = preview.with_value(|preview| first::meant(preview));
    let counts = move || {
        preview.with_value(|preview| {
            let count = |kind: &str| preview.after.log.rows(kind).len().to_string();
            let places = [
                ("departments", &*count(department::KIND)),
                ("tasks", &*count(task::KIND)),
            ];
            ui.fill(texts::mail::HOLDS_COUNTS, &places)
        })
    };
    view! {
        <p>{live(sender)} " · " {counts}</p>
        {live(move || asked().map(|asked| view! {
            <p class="lead" data-testid="first-asks">{with_whole_days(&asked)}</p>
        }))}
        {words.map(|words| view! { <p class="goal">{words}</p> })}
        {live(move || (!listed.with(Vec::is_empty)).then(|| view! {
            <WhoAreYou people=listed chosen=who meant=meant.clone().unwrap_or_default()
                choose=Callback::new(move |author| who.set(author))/>
        }))}
    }
}

fn other_project(ui: Ui, arrival: &Arrival) -> Option<impl IntoView + use<>> {
    let open = match ui.route.get_untracked() {
        Route::Project(project, _) => Some(project),
        _ => None,
    };
    let is_other = open.is_some_and(|open| open != arrival.project);
    let name = quoted(&arrival.preview.project.name);
    is_other.then(|| view! { <p class="notice-line">{ui.fill(texts::mail::OTHER_PROJECT, &[("name", &name)])}</p> })
}

#[component]
fn PreviewButtons(arrival: Arrival, shown: shown::Shown) -> impl IntoView {
    let ui = ui();
    let project = arrival.project;
    let (is_first, is_contained) = (arrival.preview.is_first, arrival.preview.is_contained());
    let begins_empty = arrival.preview.begins_empty();
    let arrival = StoredValue::new_local(arrival);
    let is_foremost = move || {
        let first = |arrivals: &Vec<Arrival>| arrivals.first().map(|one| one.project);
        ui.incoming.arrivals.with(first) == Some(project)
    };
    let label = move || {
        if is_contained {
            return ui.text(texts::mail::DISMISS_PREVIEW).to_owned();
        }
        let label = if is_first {
            texts::mail::TAKE_FIRST
        } else {
            texts::mail::TAKE_N
        };
        let new = shown.outlook.with(|outlook| outlook.doings.len());
        ui.fill(label, &[("n", &new.to_string())])
    };
    view! {
        <span class="preview-buttons">
            {(!is_contained).then(|| view! {
                <button type="button" data-testid="import-refuse" on:click=move |_| ui.incoming.forget(project)>
                    {ui.t(if is_first { texts::mail::REFUSE_FIRST } else { texts::mail::TAKE_NONE })}
                </button>
            })}
            {(!begins_empty).then(|| view! {
                <button type="button" class:primary=is_foremost data-testid="import-accept"
                    on:click=move |_| ui.incoming.accept(ui, &arrival.get_value())>
                    {live(label)}
                </button>
            })}
        </span>
    }
}

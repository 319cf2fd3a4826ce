//! What is fetched after the first part of the program: the forms, when the first page is one or once it is shown, and
//! the later part, what nobody needs to type in a form. Each lies in a file of its own; what both use, in a third.
//!
//! Architecture invariant: only the functions marked `wasm_split` call what lies in these files. Whatever else calls it
//! pulls it back into the first load, which `cargo xtask build` prints.

use crate::state::{Page, Route, Session};
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::dom;
use crate::ui::screen::base::long;
pub(in crate::ui) use crate::ui::screen::base::part::Part;
use crate::ui::screen::base::pieces::{live, press};
use crate::ui::screen::form::{own_word, suggested, unknown_fields};
use crate::ui::screen::frame::deeds::{self, Deed};
use crate::ui::screen::frame::menu::{self, Panel};
use crate::ui::screen::frame::{data_panel, help, identity, search, spent, switch, unread};
use crate::ui::screen::mail::incoming::{self, Arrival, Source};
use crate::ui::screen::mail::{handover, preview, unsent};
use crate::ui::screen::pages::card::{self, Counts};
use crate::ui::screen::{pages, table};
use crate::ui::texts;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// Whether a file of the program is here.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::ui) enum Arrived {
    /// Nobody asked for it yet.
    #[default]
    NotAsked,
    /// It is being fetched.
    Coming,
    /// It can be used at once.
    Yes,
    /// It could not be fetched.
    Failed,
}

/// Whether a page can be drawn at once: the file in which it lies is here.
pub(in crate::ui) fn is_here(ui: Ui, page: &Page) -> bool {
    if is_form(page) {
        ui.forms.get() == Arrived::Yes
    } else {
        has_arrived(ui)
    }
}

/// Whether it is a form or a list of them.
fn is_form(page: &Page) -> bool {
    matches!(page, Page::Kind(_) | Page::New(_) | Page::Record(_))
}

/// Whether the later part of the program is here.
pub(in crate::ui) fn has_arrived(ui: Ui) -> bool {
    ui.later.get() == Arrived::Yes
}

/// Draws a form, or a list of them.
#[wasm_split(forms, fallible, wasm_split_path = leptos::wasm_split, preload(fetch_form))]
fn draw_form(page: Page) -> Result<AnyView, SplitLoaderError> {
    Ok(match page {
        Page::Kind(kind) => pages::kind_page(&kind),
        Page::New(kind) => view! { <pages::NewRecord kind/> }.into_any(),
        Page::Record(record) => pages::record_page(record),
        _ => ().into_any(),
    })
}

/// A form, or a list of them, as soon as its program is here; until then, what is going on.
pub(in crate::ui) fn form(page: Page) -> AnyView {
    let ui = ui();
    fetch_forms(ui);
    when(ui, ui.forms, move || at_once(draw_form(page.clone())))
}

/// Draws the part. A page is added here, by its line.
#[wasm_split(later, fallible, wasm_split_path = leptos::wasm_split, preload(fetch_part))]
fn draw(part: Part) -> Result<AnyView, SplitLoaderError> {
    Ok(match part {
        Part::Page(Page::Todo) => view! { <pages::Todo/> }.into_any(),
        Part::Page(Page::Checks) => view! { <pages::Checks/> }.into_any(),
        Part::Page(Page::Brief) => view! { <pages::Brief/> }.into_any(),
        Part::Page(Page::Overview) => view! { <pages::Overview/> }.into_any(),
        Part::Page(Page::Exchange) => view! { <pages::Exchange/> }.into_any(),
        Part::Page(Page::Conflicts) => view! { <pages::Conflicts/> }.into_any(),
        Part::Page(Page::Bin) => view! { <pages::Bin/> }.into_any(),
        Part::Page(Page::Kind(_) | Page::New(_) | Page::Record(_)) => ().into_any(),
        Part::Side(record) => view! { <pages::Side record/> }.into_any(),
        Part::Paper(record) => view! { <pages::Paper record/> }.into_any(),
        Part::Draft => view! { <pages::Draft/> }.into_any(),
        Part::Start => view! { <pages::Start/> }.into_any(),
        Part::Panel(Panel::Data) => view! { <data_panel::DataPanel/> }.into_any(),
        Part::Panel(Panel::Help) => view! { <help::Help/> }.into_any(),
        Part::UnknownFields(record, template) => {
            view! { <unknown_fields::UnknownFields record template/> }.into_any()
        }
        Part::InBin(record) => view! { <pages::InBin record/> }.into_any(),
        Part::Previews => view! { <preview::Previews/> }.into_any(),
        Part::Panel(Panel::Search) => view! { <search::Search/> }.into_any(),
        Part::Unsent => view! { <unsent::Unsent/> <search::SearchButton/> }.into_any(),
        Part::Asking => view! { <identity::AskInBar/> }.into_any(),
        Part::Menu => view! { <menu::MenuItems/> }.into_any(),
        Part::Handover(handover) => view! { <handover::Told handover/> }.into_any(),
        Part::Card(project) => view! { <card::CardCells project/> }.into_any(),
        Part::UnderList => view! { <card::UnderList/> }.into_any(),
        Part::CannotFind => view! { <pages::CannotFind/> }.into_any(),
        Part::ChatBrowser => view! { <pages::ChatBrowser/> }.into_any(),
        Part::Switch => view! { <switch::Switch/> }.into_any(),
        Part::PlanEmpty(table) => view! { <pages::PlanEmpty table/> }.into_any(),
        Part::Suggested(record, field, asked) => {
            view! { <suggested::Suggested record field asked/> }.into_any()
        }
        Part::Strip(table, record) => view! { <table::Strip table record/> }.into_any(),
        Part::Filters(table) => view! { <table::FilterBar table/> }.into_any(),
        Part::PasteBox(table) => view! { <table::PasteBox table/> }.into_any(),
        Part::PlanHead => view! { <pages::PlanHead/> }.into_any(),
        Part::Boundary => view! { <pages::Boundary/> }.into_any(),
        Part::More(edge) => view! { <long::More edge/> }.into_any(),
        Part::Word(record, field) => view! { <own_word::Word record field/> }.into_any(),
        Part::Unread(trouble) => view! { <unread::UnreadBar trouble/> }.into_any(),
        Part::UnreadPage => view! { <unread::UnreadPage/> }.into_any(),
        Part::LooksLike(member) => view! { <identity::LooksLike member/> }.into_any(),
        Part::Spent => view! { <spent::Spent/> }.into_any(),
    })
}

/// Does what a button asked for.
#[wasm_split(later, fallible, wasm_split_path = leptos::wasm_split, preload(fetch_act))]
fn act(ui: Ui, deed: Deed) -> Result<(), SplitLoaderError> {
    deeds::carry_out(ui, deed);
    Ok(())
}

/// Does what a button asked for, or says that the program for it is not here. At once where it is: what is taken back
/// stands in its control in the same frame.
pub(in crate::ui) fn carry_out(ui: Ui, deed: Deed) {
    let mut acting = Box::pin(act(ui, deed));
    let context = &mut Context::from_waker(Waker::noop());
    match ui.for_the_page(|| acting.as_mut().poll(context)) {
        Poll::Pending => spawn_local(async move { deeds::tell_missing(ui, acting.await) }),
        Poll::Ready(done) => deeds::tell_missing(ui, done),
    }
}

/// Takes the last step back, or the last undo.
pub(in crate::ui) fn undo_or_redo(ui: Ui, session: Session, redo: bool) {
    let deed = if redo { Deed::Redo } else { Deed::Undo };
    carry_out(ui, deed(session));
}

/// Counts over the whole project.
#[wasm_split(later, fallible, wasm_split_path = leptos::wasm_split, preload(fetch_count))]
fn count(ui: Ui, session: Session) -> Result<Counts, SplitLoaderError> {
    Ok(card::count(ui, session))
}

/// The figures of a project; nothing before the later part is here.
pub(in crate::ui) fn counts(ui: Ui, session: Session) -> Counts {
    at_once(count(ui, session)).unwrap_or_default()
}

/// Reads files that came in.
#[wasm_split(later, fallible, wasm_split_path = leptos::wasm_split)]
fn look_into(ui: Ui, files: Vec<Source>) -> Result<Looking, SplitLoaderError> {
    Ok(Box::pin(incoming::look(ui, files)))
}

type Looking = Pin<Box<dyn Future<Output = Vec<Arrival>>>>;

/// Reads files that came in; nothing where the program for it could not be fetched, which is then said.
pub(in crate::ui) async fn look(ui: Ui, files: Vec<Source>) -> Vec<Arrival> {
    match look_into(ui, files).await {
        Ok(looking) => looking.await,
        Err(missing) => {
            deeds::tell_missing(ui, Err(missing));
            Vec::new()
        }
    }
}

/// Begins to fetch what the page of this address needs, while the project is still being read.
pub(in crate::ui) fn fetch_ahead(route: &Route) {
    if matches!(route, Route::Project(_, page) if is_form(page)) {
        // The framework's own executor is not there before its first view.
        wasm_bindgen_futures::spawn_local(async {
            // Whoever draws the page asks again, and says it when it cannot be had.
            let _ = fetch_form().await;
        });
    }
}

/// Fetches the forms, unless they are here or on their way.
fn fetch_forms(ui: Ui) {
    fetch(ui.forms, async { fetch_form().await });
}

/// Fetches the later part of the program, unless it is here or on its way.
fn fetch_later(ui: Ui) {
    // Each function is bound by itself; the file is fetched once.
    fetch(ui.later, async {
        let fetched = fetch_part().await.and(fetch_count().await);
        fetched.and(fetch_act().await)
    });
}

fn fetch(
    arrived: RwSignal<Arrived>,
    file: impl Future<Output = Result<(), SplitLoaderError>> + 'static,
) {
    if matches!(arrived.get_untracked(), Arrived::NotAsked | Arrived::Failed) {
        arrived.set(Arrived::Coming);
        spawn_local(async move {
            arrived.set(match file.await {
                Ok(()) => Arrived::Yes,
                Err(_) => Arrived::Failed,
            });
        });
    }
}

/// A part as soon as its program is here; until then, what is going on.
pub(in crate::ui) fn later(part: Part) -> AnyView {
    let ui = ui();
    fetch_later(ui);
    when(ui, ui.later, move || at_once(draw(part.clone())))
}

fn when(
    ui: Ui,
    arrived: RwSignal<Arrived>,
    drawn: impl Fn() -> Option<AnyView> + Send + 'static,
) -> AnyView {
    live(move || match arrived.get() {
        Arrived::Yes => drawn().unwrap_or_else(|| missing(ui)),
        Arrived::Failed => missing(ui),
        Arrived::NotAsked | Arrived::Coming => {
            view! { <p class="hint" role="status">{ui.t(texts::LOADING)}</p> }.into_any()
        }
    })
    .into_any()
}

/// A part as soon as its program is here; until then something of the same size, so that nothing moves.
pub(in crate::ui) fn soon(part: Part, until: impl Fn() -> AnyView + Send + 'static) -> AnyView {
    let ui = ui();
    let is_here = Memo::new(move |_| has_arrived(ui));
    live(move || {
        let drawn = is_here.get().then(|| at_once(draw(part.clone()))).flatten();
        drawn.unwrap_or_else(&until)
    })
    .into_any()
}

/// Says that the program of this place is not here, and offers to try again.
fn missing(ui: Ui) -> AnyView {
    view! {
        <section class="notice" data-kind="error" role="alert" data-testid="program-missing">
            <p>{ui.t(texts::PROGRAM_NOT_HERE)}</p>
            <button type="button" data-testid="program-retry" on:click=press(move || fetch_rest(ui))>{ui.t(texts::TRY_AGAIN)}</button>
        </section>
    }
    .into_any()
}

/// What came in and waits for a decision, on a page of the first part of the program.
#[component]
pub(in crate::ui) fn Arrivals() -> impl IntoView {
    let incoming = ui().incoming;
    let is_any = Memo::new(move |_| {
        incoming.reading.get() || incoming.arrivals.with(|arrivals| !arrivals.is_empty())
    });
    live(move || is_any.get().then(|| later(Part::Previews)))
}

/// Fetches what is not here yet.
fn fetch_rest(ui: Ui) {
    fetch_forms(ui);
    fetch_later(ui);
}

/// Says on `html` whether the page of the address is shown; after the first one there is time for the rest.
pub(in crate::ui) fn mark_shown(ui: Ui, is_shown: bool) {
    dom::mark_page("data-ready", is_shown.then_some("true"));
    let is_asked = |file: RwSignal<Arrived>| file.get_untracked() != Arrived::NotAsked;
    if is_shown && !(is_asked(ui.forms) && is_asked(ui.later)) {
        let after_paint = std::time::Duration::ZERO;
        request_animation_frame(move || set_timeout(move || fetch_rest(ui), after_paint));
    }
}

/// The result of something that waits for nothing, in the place where it is wanted.
fn at_once<T>(future: impl Future<Output = Result<T, SplitLoaderError>>) -> Option<T> {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(result) => result.ok(),
        Poll::Pending => None,
    }
}

//! The door to what is fetched after the first part of the program: whoever wants a page, a piece of a screen or a deed
//! asks here, and shows meanwhile that it is coming.
//!
//! Architecture invariant: nothing here names a page or what a deed does; what lies behind the door is said by `later`
//! at the start.

use super::arrival::{Arrival, Source};
use super::behind::{Arrived, Later};
use super::context::{Ui, ui};
use super::counts::Counts;
use super::deed::Deed;
use super::dom;
pub(in crate::ui) use super::later_view::LaterView;
use super::pieces::{live, press};
use crate::state::{Page, PlanView, Session};
use crate::ui::texts;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Whether a page can be drawn at once: the file in which it lies is here.
pub(in crate::ui) fn is_here(ui: Ui, page: &Page) -> bool {
    match page {
        page if is_form(page) => ui.forms.get() == Arrived::Yes,
        Page::Plan(view, _) => file_of(ui, *view).get() == Arrived::Yes,
        _ => has_arrived(ui),
    }
}

/// Whether it is a form or a list of them.
pub(in crate::ui) fn is_form(page: &Page) -> bool {
    matches!(
        page,
        Page::Kind(_) | Page::New(_) | Page::Record(_) | Page::Plan(PlanView::Grid, _)
    )
}

/// Whether the later part of the program is here.
pub(in crate::ui) fn has_arrived(ui: Ui) -> bool {
    ui.later.get() == Arrived::Yes
}

/// Does what a button asked for, or says that the program for it is not here. At once where it is: what is taken back
/// stands in its control in the same frame.
pub(in crate::ui) fn carry_out(ui: Ui, deed: Deed) {
    (ui.behind.carry_out)(ui, deed);
}

/// Takes the last step back, or the last undo.
pub(in crate::ui) fn undo_or_redo(ui: Ui, session: Session, redo: bool) {
    let deed = if redo { Deed::Redo } else { Deed::Undo };
    carry_out(ui, deed(session));
}

/// The figures of a project; nothing before the later part is here.
pub(in crate::ui) fn counts(ui: Ui, session: Session) -> Counts {
    (ui.behind.count)(ui, session).unwrap_or_default()
}

/// Reads files that came in.
pub(in crate::ui) fn look(ui: Ui, files: Vec<Source>) -> Later<Vec<Arrival>> {
    (ui.behind.look)(ui, files)
}

/// Fetches the forms, unless they are here or on their way.
fn fetch_forms(ui: Ui) {
    fetch(ui.forms, ui.behind.fetch_forms);
}

/// Fetches the later part of the program, unless it is here or on its way.
fn fetch_later(ui: Ui) {
    fetch(ui.later, ui.behind.fetch_later);
}

/// Fetches the plan over time, unless it is here or on its way.
fn fetch_gantt(ui: Ui) {
    fetch(ui.gantt, ui.behind.fetch_gantt);
}

/// Fetches the other views of the plan, unless they are here or on their way.
fn fetch_boards(ui: Ui) {
    fetch(ui.boards, ui.behind.fetch_boards);
}

/// Whether the program of a view of the plan is here: the plan over time lies in a file of its own.
fn file_of(ui: Ui, view: PlanView) -> RwSignal<Arrived> {
    match view {
        PlanView::Gantt => ui.gantt,
        _ => ui.boards,
    }
}

fn fetch(arrived: RwSignal<Arrived>, file: fn() -> Later<bool>) {
    if matches!(arrived.get_untracked(), Arrived::NotAsked | Arrived::Failed) {
        arrived.set(Arrived::Coming);
        spawn_local(async move {
            let has_come = file().await;
            arrived.set(if has_come {
                Arrived::Yes
            } else {
                Arrived::Failed
            });
        });
    }
}

/// A form, or a list of them, as soon as its program is here; until then, what is going on.
pub(in crate::ui) fn form(page: Page) -> AnyView {
    let ui = ui();
    fetch_forms(ui);
    when(ui, ui.forms, move || (ui.behind.draw_form)(page.clone()))
}

/// A view of the plan as soon as its program is here; until then, what is going on.
pub(in crate::ui) fn plan_view(view: PlanView) -> AnyView {
    let ui = ui();
    match view {
        PlanView::Gantt => fetch_gantt(ui),
        _ => fetch_boards(ui),
    }
    when(ui, file_of(ui, view), move || (ui.behind.draw_view)(view))
}

/// A part as soon as its program is here; until then, what is going on.
pub(in crate::ui) fn later(part: LaterView) -> AnyView {
    let ui = ui();
    fetch_later(ui);
    when(ui, ui.later, move || (ui.behind.draw)(part.clone()))
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
            view! { <p class="hint" role="status">{ui.t(texts::frame::LOADING)}</p> }.into_any()
        }
    })
    .into_any()
}

/// A part as soon as its program is here; until then something of the same size, so that nothing moves.
pub(in crate::ui) fn soon(
    part: LaterView,
    until: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let ui = ui();
    drawn_soon(ui.later, move || (ui.behind.draw)(part.clone()), until)
}

/// The same of a view of the plan.
pub(in crate::ui) fn plan_view_soon(
    view: PlanView,
    until: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let ui = ui();
    drawn_soon(
        file_of(ui, view),
        move || (ui.behind.draw_view)(view),
        until,
    )
}

fn drawn_soon(
    file: RwSignal<Arrived>,
    draw: impl Fn() -> Option<AnyView> + Send + 'static,
    until: impl Fn() -> AnyView + Send + 'static,
) -> AnyView {
    let is_here = Memo::new(move |_| file.get() == Arrived::Yes);
    live(move || {
        let drawn = is_here.get().then(&draw).flatten();
        drawn.unwrap_or_else(&until)
    })
    .into_any()
}

/// Says that the program of this place is not here, and offers to try again.
fn missing(ui: Ui) -> AnyView {
    view! {
        <section class="notice" data-kind="error" role="alert" data-testid="program-missing">
            <p>{ui.t(texts::frame::PROGRAM_NOT_HERE)}</p>
            <button type="button" data-testid="program-retry" on:click=press(move || fetch_rest(ui))>
                {ui.t(texts::frame::TRY_AGAIN)}
            </button>
        </section>
    }.into_any()
}

/// What came in and waits for a decision, on a page of the first part of the program.
#[component]
pub(in crate::ui) fn Arrivals() -> impl IntoView {
    let incoming = ui().incoming;
    let is_any = Memo::new(move |_| incoming.reading.get() || incoming.is_any());
    live(move || is_any.get().then(|| later(LaterView::Previews)))
}

/// Fetches what is not here yet.
fn fetch_rest(ui: Ui) {
    fetch_forms(ui);
    fetch_later(ui);
    fetch_boards(ui);
    fetch_gantt(ui);
}

/// Says on `html` whether the page of the address is shown; after the first one there is time for the rest.
pub(in crate::ui) fn mark_shown(ui: Ui, is_shown: bool) {
    dom::mark_page("data-ready", is_shown.then_some("true"));
    let is_asked = |file: RwSignal<Arrived>| file.get_untracked() != Arrived::NotAsked;
    let all = [ui.forms, ui.later, ui.boards, ui.gantt];
    if is_shown && !all.into_iter().all(is_asked) {
        let after_paint = std::time::Duration::ZERO;
        request_animation_frame(move || set_timeout(move || fetch_rest(ui), after_paint));
    }
}

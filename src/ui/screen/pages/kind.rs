//! The records of a kind: a table, or the form that a project has once.

use super::paper::PaperHead;
use super::printing::PrintButton;
use super::record::RecordPage;
use crate::model::RecordId;
use crate::model::template::Template;
use crate::state::PlanView;
use crate::templates::{SCHEMA, task};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::door::{LaterView, later, plan_view_soon, soon};
use crate::ui::screen::base::pieces::{press, when};
use crate::ui::screen::form::extras::{of_list, piece};
use crate::ui::screen::frame::unread_data::unless_unread;
use crate::ui::screen::table::{Grid, Table};
use crate::ui::texts;
use leptos::prelude::*;

/// The one form of a kind, or its list.
pub(in crate::ui) fn kind_page(kind: &str) -> AnyView {
    match SCHEMA.template(kind) {
        Some(template) if template.once && of_list(kind).whole.is_none() => {
            view! { <RecordPage record=RecordId::of(template.kind) template/> }.into_any()
        }
        Some(template) => match of_list(kind).whole {
            Some(page) => later(page),
            None => view! { <ListPage template/> }.into_any(),
        },
        None => view! { <UnknownKind/> }.into_any(),
    }
}

/// What narrows a list down; the plan's is that of all its views.
fn filters(template: &'static Template) -> AnyView {
    let room = || view! { <div class="filters" aria-hidden="true"></div> }.into_any();
    match template.kind {
        task::KIND => plan_view_soon(PlanView::Grid, room),
        _ => soon(LaterView::Filters, room),
    }
}

#[component]
fn UnknownKind() -> impl IntoView {
    let ui = ui();
    view! { <p class="empty">{ui.t(texts::frame::UNKNOWN_PAGE)}</p> }
}

#[component]
fn ListPage(template: &'static Template) -> impl IntoView {
    let ui = ui();
    let session = session();
    let is_empty = Memo::new(move |_| session.rows(template.kind).is_empty());
    let new = crate::state::Route::Project(
        session.project(),
        crate::state::Page::New(template.kind.to_owned()),
    )
    .to_string();
    let add = template.words.add.or(texts::table::ADD_ONE);
    let none = template.words.empty.or(texts::table::LIST_EMPTY);
    let add_link = StoredValue::new(new);
    let table = Table::new(template);
    provide_context(table);
    let pieces = of_list(template.kind);
    let is_free = !crate::templates::needs_a_parent(template.kind);
    let is_pasting = move || table.pasting.with(Option::is_some);
    let instead = StoredValue::new(pieces.empty);
    // While another way to fill the list is open, or offered in its place, that is the next step.
    let is_next = move || {
        let is_elsewhere = is_empty.get() && instead.with_value(Option::is_some);
        !is_pasting() && !is_elsewhere
    };
    let new_one = move || {
        view! {
            <a class="button" class:primary=is_next data-testid="new-record" href=add_link.get_value()>{ui.t(add)}</a>
        }
    };
    let none_yet = move || match instead.get_value() {
        Some(part) => piece(part),
        None => view! {
            <section class="empty" data-testid="list-empty">
                <p>
                    {move || {
                        let what = texts::in_sentence(template.one, ui.lang.get());
                        ui.fill(unless_unread(ui, session, none), &[("what", &what)])
                    }}
                </p>
                <p class="answers">{new_one()}</p>
            </section>
        }
        .into_any(),
    };
    // Where the list says in its place that it is empty, the button stands there.
    let has_head_button = move || !is_empty.get() || instead.with_value(Option::is_some);
    let beside = pieces.beside.map(|part| {
        let part = move || later(part.clone());
        view! { <div class="beside">{when(move || !is_empty.get(), part)}</div> }
    });
    view! {
        <header class="page-head">
            <h1>{ui.t(template.list_label())}</h1>
            <PaperHead title=pieces.title.unwrap_or(template.list_label())/>
            {pieces.head.map(piece)}
            {is_free.then(|| view! {
                <button type="button" data-testid="paste-table" aria-expanded=move || is_pasting().to_string()
                    on:click=press(move || table.open_paste_box(ui))>
                    {ui.t(texts::table::PASTE_TABLE)}
                </button>
            })}
            {when(move || !is_empty.get(), || view! { <PrintButton/> })}
            {when(has_head_button, new_one)}
        </header>
        {when(move || is_empty.get(), none_yet)}
        {when(move || table.is_narrowed_to_nothing(), move || view! {
            <section class="empty" data-testid="none-match">
                <p>{ui.t(texts::table::NONE_MATCH)}</p>
                <p class="answers">
                    <button type="button" data-testid="show-all" on:click=press(move || table.show_all())>
                        {ui.t(texts::table::SHOW_ALL)}
                    </button>
                </p>
            </section>
        })}
        {when(is_pasting, || later(LaterView::PasteBox))}
        {(!template.filters.is_empty()).then(|| when(move || !is_empty.get(), move || filters(template)))}
        {beside}
        <Grid table/>
        {pieces.foot.map(later)}
    }
}

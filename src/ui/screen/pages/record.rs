//! One form: the sheet, what can be done with it, and its history.

use super::printing::PrintButton;
use crate::model::RecordId;
use crate::model::template::Template;
use crate::state::{Page, Route};
use crate::templates::SCHEMA;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::dom;
use crate::ui::screen::base::door::{LaterView, later};
use crate::ui::screen::base::pieces::{live, press};
use crate::ui::screen::form::extras::{Shows, over_sheet, shows, under_sheet};
use crate::ui::screen::form::rows;
use crate::ui::screen::form::sheet::Sheet;
use crate::ui::texts;
use leptos::prelude::*;

/// The page of a record: its sheet, the bin's word, or that it is not here yet.
pub(in crate::ui) fn record_page(record: RecordId) -> AnyView {
    match SCHEMA.template(record.kind()) {
        Some(template) => match shows(template) {
            Shows::All(page) => later(page),
            Shows::Sheet | Shows::Own(_) => view! { <KnownRecord record template/> }.into_any(),
        },
        None => view! { <NotHereYet/> }.into_any(),
    }
}

#[component]
fn NotHereYet() -> impl IntoView {
    let ui = ui();
    view! { <p class="empty">{ui.t(texts::forms::NO_SUCH_RECORD)}</p> }
}

/// Where a record is whose address somebody opened.
#[derive(Clone, Copy, PartialEq)]
enum Whereabouts {
    Here,
    InBin,
    Unknown,
}

#[component]
fn KnownRecord(record: RecordId, template: &'static Template) -> impl IntoView {
    let session = session();
    let id = StoredValue::new(record);
    let state = Memo::new(move |_| {
        let visible = session.is_visible(&id.get_value());
        match session.read(|log| log.is_deleted(&id.get_value())) {
            _ if visible => Whereabouts::Here,
            true => Whereabouts::InBin,
            false => Whereabouts::Unknown,
        }
    });
    live(move || match state.get() {
        Whereabouts::Here => view! { <OwnPage record=id.get_value() template/> }.into_any(),
        Whereabouts::InBin => later(LaterView::InBin(id.get_value())),
        Whereabouts::Unknown => view! { <NotHereYet/> }.into_any(),
    })
}

/// The page of a record that is here or just begun: its sheet, or what stands in its place as it stands now.
#[component]
fn OwnPage(record: RecordId, template: &'static Template) -> impl IntoView {
    let Shows::Own(page) = shows(template) else {
        return view! { <RecordPage record template/> }.into_any();
    };
    let session = session();
    let id = StoredValue::new(record);
    let has_own = Memo::new(move |_| page(session, &id.get_value()).is_some());
    live(move || {
        let own = has_own
            .get()
            .then(|| untrack(|| page(session, &id.get_value())));
        match own.flatten() {
            Some(page) => later(page),
            None => view! { <RecordPage record=id.get_value() template/> }.into_any(),
        }
    })
    .into_any()
}

/// A record in the recycle bin, which can be brought back.
#[component]
pub(in crate::ui) fn InBin(record: RecordId) -> impl IntoView {
    let ui = ui();
    let session = session();
    view! {
        <p class="empty">{ui.t(texts::forms::IN_BIN)}</p>
        <button type="button" class="primary" data-testid="restore"
            on:click=press(move || { session.restore(&record); })>
            {ui.t(texts::forms::RESTORE)}
        </button>
    }
}

/// A sheet with its side panel.
#[component]
pub(in crate::ui) fn RecordPage(record: RecordId, template: &'static Template) -> impl IntoView {
    let ui = ui();
    let session = session();
    let id = StoredValue::new(record.clone());
    let list = Route::Project(session.project(), Page::Kind(template.kind.to_owned())).to_string();
    let delete = move || {
        rows::delete_with_undo(ui, session, &id.get_value());
        ui.go(session.project(), Page::Kind(template.kind.to_owned()));
    };
    view! {
        {if template.once {
            view! { <header class="page-head"><PrintButton/></header> }.into_any()
        } else {
            view! { <p class="crumbs"><a href=list>{ui.t(template.list_label())}</a> <PrintButton/></p> }.into_any()
        }}
        <div class="with-side">
            <div class="sheet-place">
                {over_sheet(&record).map(later)}
                <Sheet record=record.clone() template/>
                {under_sheet(&record).map(later)}
                {later(LaterView::Paper(record.clone()))}
            </div>
            <aside class="side">
                {later(LaterView::Side(record))}
                {(!template.once).then(|| view! {
                    <button type="button" class="quiet" data-testid="delete-record" on:click=press(delete)>
                        {ui.t(texts::DELETE)}
                    </button>
                })}
            </aside>
        </div>
    }
}

/// A form begun: it is written, with its number and first state, together with its first field.
#[component]
pub(in crate::ui) fn NewRecord(kind: String) -> impl IntoView {
    let session = session();
    let Some(template) = SCHEMA.template(&kind) else {
        return view! { <NotHereYet/> }.into_any();
    };
    if let Shows::All(page) = shows(template) {
        return later(page);
    }
    let record = if template.once {
        RecordId::of(template.kind)
    } else {
        let given = ui().take_given(template.kind);
        let fields = given.iter().flat_map(|given| &given.fields);
        let fields = fields.map(|(key, value)| (key.as_str(), value.clone()));
        let record = session.begin(template.kind, fields.collect());
        if let Some(given) = &given {
            ui().notices.info(given.told.clone());
        }
        record
    };
    let id = StoredValue::new(record.clone());
    let asked = StoredValue::new(ui().route.get_untracked());
    Effect::new(move |_| {
        if session.is_visible(&id.get_value()) {
            let own = Route::of_record(session.project(), &id.get_value());
            asked.with_value(|asked| dom::rename_page(asked, &own));
        }
    });
    dom::focus_soon(format!(
        "[data-record=\"{record}\"] input[data-field], [data-record=\"{record}\"] [data-field]"
    ));
    view! { <OwnPage record template/> }.into_any()
}

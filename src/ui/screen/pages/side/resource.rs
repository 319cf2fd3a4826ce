//! What stands beside a resource request: with what it clashes, what the ledger knows, that it goes to the lead first.

use crate::analysis::resources::claims::{moved_with_task, use_days};
use crate::analysis::resources::clashes::{clash_if_submitted, clash_of};
use crate::analysis::resources::figures::amount_said;
use crate::analysis::resources::ledger::{capacity, row_of};
use crate::analysis::words::names::{bare_name, record_name, short_name};
use crate::model::template::Form;
use crate::model::{Log, RecordId};
use crate::state::{Page, Route};
use crate::templates::{resource, resource_request as request, status_of};
use crate::ui::letter::{clash_said, provider_said, wants_said};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::texts;
use leptos::prelude::*;

/// The panel.
#[component]
pub(super) fn RequestNotes(request: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(request);
    let clash = Memo::new(move |_| {
        session.watch(|log| {
            let form = Form::new(log, id.get_value());
            let clash = match status_of(&form) == request::DRAFT.key {
                true => clash_if_submitted(&form),
                false => clash_of(log, form.record()),
            };
            clash.filter(|clash| clash.requests.len() > 1)
        })
    });
    let lines = move || session.watch(|log| notes(log, ui, &id.get_value()));
    let is_unknown = Memo::new(move |_| {
        session.watch(|log| {
            let form = Form::new(log, id.get_value());
            form.has(request::RESOURCE_ITEM.name) && row_of(&form).is_none()
        })
    });
    let add = move || {
        if session.add_to_ledger(&id.get_value()).is_some() {
            let said = ui.text(texts::resource::ADDED_TO_LEDGER).to_owned();
            ui.notices.done(session, said, "undo-ledger");
        }
    };
    let href = Route::Project(session.project(), Page::Clashes).to_string();
    view! {
        {live(move || clash.get().map(|clash| {
            let said = session.read(|log| clash_said(log, &clash, ui.lang.get()));
            let mut others = clash.requests;
            others.retain(|one| *one != id.get_value());
            let other = move |one: RecordId| {
                let (name, wants) = session.read(|log| {
                    (record_name(log, &one, ui.lang.get()), wants_said(log, &one, ui.lang.get()))
                });
                view! { <li><a href=Ui::href(session.project(), &one)><bdi>{name}</bdi></a> " " {wants}</li> }
                    .into_any()
            };
            let window = Window::of_lines(Within::List);
            view! {
                <section class="panel" data-testid="clash-note" data-resource=clash.resource.to_string()>
                    <h2>"! " {ui.t(texts::resource::CLASH)}</h2>
                    <p>{said} " " <span class="hint">{ui.t(texts::resource::AS_FAR_AS_FILES)}</span></p>
                    <ul class="findings">{window.list(Signal::stored(others), RecordId::to_string, other)}</ul>
                    <p class="answers"><a class="button" href=href.clone()>{ui.t(texts::resource::RULE_ON)}</a></p>
                </section>
            }
        }))}
        <section class="panel">
            {live(move || lines().into_iter().map(|line| view! { <p>{line}</p> }).collect::<Vec<_>>())}
            {when(move || is_unknown.get(), move || view! {
                <p class="answers">
                    <button type="button" class="small" data-testid="add-to-ledger" on:click=press(add)>
                        {ui.t(texts::resource::ADD_TO_LEDGER)}
                    </button>
                </p>
            })}
            <p class="hint">{ui.t(texts::resource::LEAD_FIRST)}</p>
        </section>
    }
}

/// What the ledger knows of the thing, since when the days are others, what the provider answered to.
fn notes(log: &Log, ui: Ui, record: &RecordId) -> Vec<String> {
    let lang = ui.lang.get();
    let form = Form::new(log, record.clone());
    let mut all = Vec::new();
    let name = form.get(request::RESOURCE_ITEM);
    match (row_of(&form), name) {
        (Some(row), _) => {
            let unit = row.get(resource::UNIT).unwrap_or_default();
            let much = capacity(&row).map(|much| format!("{} {unit}", amount_said(much)));
            let one = |key| {
                row.get(key)
                    .map(|one: RecordId| short_name(log, &one, lang))
            };
            let is_exclusive = row.get(resource::EXCLUSIVE) == Some(true);
            let exclusive = is_exclusive.then(|| ui.text(texts::resource::EXCLUSIVE).to_owned());
            let parts = [
                Some(bare_name(log, row.record(), lang)),
                much.map(|much| much.trim_end().to_owned()),
                exclusive,
                one(resource::OWNER_DEPT),
                one(resource::KEEPER),
            ];
            let what = parts.into_iter().flatten().collect::<Vec<_>>().join(" · ");
            all.push(ui.fill(texts::resource::LEDGER_SAYS, &[("what", &what)]));
        }
        (None, Some(name)) => {
            all.push(ui.fill(texts::resource::NOT_IN_LEDGER, &[("name", &name)]));
        }
        (None, None) => {}
    }
    if let Some(days) = use_days(&form).filter(|_| moved_with_task(&form)) {
        let (from, to) = (days.from.to_string(), days.to.to_string());
        all.push(ui.fill(texts::resource::MOVED_WITH, &[("from", &from), ("to", &to)]));
    }
    if let Some(said) = provider_said(log, record, lang) {
        let head = ui.text(texts::resource::PROVIDER_SAYS);
        all.push(ui.fill(texts::resource::LINE, &[("head", head), ("text", &said)]));
    }
    all
}

//! 总览: what this project is, and what to do next.

use crate::model::template::Label;
use crate::model::{FieldKey, Log, RecordId};
use crate::state::{Page, Route};
use crate::templates::{SCHEMA, charter};
use crate::ui::context::{session, ui};
use crate::ui::dom::live;
use crate::ui::{shell, texts};
use leptos::prelude::*;

/// The first page of a project.
#[component]
pub(in crate::ui) fn Overview() -> impl IntoView {
    let ui = ui();
    let session = session();
    let goal = move || {
        let key = FieldKey::of(charter::GOAL_STATEMENT.name);
        crate::state::plain(&session.value(&RecordId::of(charter::CHARTER.kind), &key))
    };
    view! {
        <header class="page-head"><h1>{live(move || { let name = shell::project_name(session); if name.is_empty() { ui.text(texts::UNNAMED).to_owned() } else { name } })}</h1></header>
        <p class="goal">{goal}</p>
        {(!session.is_whole()).then(|| view! { <p class="notice" data-kind="warning">{ui.t(texts::PARTIAL)}</p> })}
        <NextStep/>
        <section class="card">
            <h2>{ui.t(texts::COUNTS)}</h2>
            <ul class="counts">
                {["member", "task", "milestone", "issue"].into_iter().map(|kind| view! { <Count kind/> }).collect::<Vec<_>>()}
            </ul>
        </section>
    }
}

/// One sentence and one button.
#[component]
fn NextStep() -> impl IntoView {
    let ui = ui();
    let session = session();
    let next = Memo::new(move |_| {
        let conflicts = session.watch(Log::conflict_count);
        let is_empty = |kind: &str| session.read(|log| log.rows(kind).is_empty());
        let has_goal = session.read(|log| {
            !log.value(
                &RecordId::of("charter"),
                &FieldKey::of(charter::GOAL_STATEMENT.name),
            )
            .is_empty()
        });
        let (label, page): (Label, Page) = match () {
            () if conflicts > 0 => (texts::NEXT_CONFLICTS, Page::Conflicts),
            () if !has_goal => (texts::NEXT_CHARTER, Page::Kind("charter".into())),
            () if is_empty("member") => (texts::NEXT_PEOPLE, Page::Kind("member".into())),
            () if is_empty("task") => (texts::NEXT_PLAN, Page::Kind("task".into())),
            () => (texts::NEXT_SEND, Page::Exchange),
        };
        (conflicts, label, page)
    });
    move || {
        let (conflicts, label, page) = next.get();
        let href = Route::Project(session.project(), page).to_string();
        view! {
            <section class="card next">
                <h2>{ui.t(texts::NEXT_STEP)}</h2>
                <a class="button primary" href=href>{live(move || ui.fill(label, &[("n", &conflicts.to_string())]))}</a>
            </section>
        }
    }
}

#[component]
fn Count(kind: &'static str) -> impl IntoView {
    let ui = ui();
    let session = session();
    let href = Route::Project(session.project(), Page::Kind(kind.to_owned())).to_string();
    let label = SCHEMA
        .template(kind)
        .map_or(texts::UNNAMED, super::list_label);
    view! { <li><a href=href>{ui.t(label)}</a> <span class="figure">{live(move || session.rows(kind).len())}</span></li> }
}

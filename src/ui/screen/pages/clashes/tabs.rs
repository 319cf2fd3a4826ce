//! 申请单 · 台账 · 撞期: the three lists of the tab 资源.

use crate::analysis::resources::clashes::clashes;
use crate::model::template::Label;
use crate::state::{Page, Route};
use crate::templates::{resource, resource_request};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::texts;
use leptos::prelude::*;

/// The lists, each with how much is in it.
#[component]
pub(in crate::ui) fn ResourceTabs() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let here = Memo::new(move |_| ui.route.get().page());
    let clashing = Memo::new(move |_| {
        session.watch(|log| {
            let all = clashes(log);
            all.iter().filter(|clash| clash.requests.len() > 1).count()
        })
    });
    let link = move |page: Page, label: Label, count: Signal<usize>| {
        let href = Route::Project(session.project(), page.clone()).to_string();
        view! {
            <a class="tab" href=href aria-current=move || (here.get() == page).then_some("page")>
                {ui.filled(label, "n", move || count.get().to_string())}
            </a>
        }
    };
    let rows = move |kind: &'static str| Signal::derive(move || session.rows(kind).len());
    let list = |kind: &str| Page::Kind(kind.to_owned());
    view! {
        <nav class="tabs inner-tabs no-print" data-testid="resource-tabs"
            aria-label=ui.t(resource_request::RESOURCE_REQUEST.list_label())>
            {link(list(resource_request::KIND), texts::resource::REQUESTS_N, rows(resource_request::KIND))}
            {link(list(resource::KIND), texts::resource::LEDGER_N, rows(resource::KIND))}
            {link(Page::Clashes, texts::resource::CLASHES_N, clashing.into())}
        </nav>
    }
}

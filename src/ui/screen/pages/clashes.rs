//! 撞期: which requests together want more than there is, when, and the ruling on all of them at once; under it what is
//! granted to whom.

mod allocation;
mod compare;
mod half_ruled;
mod ruling;
mod tabs;

pub(in crate::ui::screen::pages) use ruling::{proposed_way, rule_as_proposed};
pub(in crate::ui) use tabs::ResourceTabs;

use crate::analysis::resources::clashes::{Clash, clash_of, clashes};
use crate::model::RecordId;
use crate::ui::letter::clash_said;
use crate::ui::screen::base::chart::ChartFrame;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, when};
use crate::ui::screen::pages::charts::drawing;
use crate::ui::screen::pages::paper::PaperHead;
use crate::ui::screen::pages::printing::PrintButton;
use crate::ui::texts;
use leptos::prelude::*;

/// The page.
#[component]
pub(in crate::ui) fn Clashes() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let all = Memo::new(move |_| {
        session.watch(|log| {
            let several = clashes(log).into_iter();
            let several = several.filter(|clash| clash.requests.len() > 1);
            several
                .filter_map(|clash| clash.requests.into_iter().next())
                .collect::<Vec<_>>()
        })
    });
    let one = |first: RecordId| view! { <OneClash first/> }.into_any();
    view! {
        <header class="page-head">
            <h1>{ui.t(texts::resource::CLASH)}</h1>
            <PaperHead title=texts::resource::ALLOCATION/>
            <PrintButton/>
            <ResourceTabs/>
        </header>
        {when(move || all.with(Vec::is_empty), move || view! {
            <section class="empty">
                <p>{ui.t(texts::resource::NO_CLASH)}</p>
                <p class="hint">{ui.t(texts::resource::NO_CLASH_HOW)}</p>
            </section>
        })}
        {Window::of_rows(Within::Page).list(all, RecordId::to_string, one)}
        <ChartFrame name="resource" draw=drawing(|log, now, width, lang| {
            crate::ui::chart::resource_chart(log, now.date_naive(), width, lang)
        })/>
        <allocation::Allocation/>
    }
}

/// One clash: what, when, who, how it could be settled.
#[component]
fn OneClash(
    /// The request with which it begins.
    first: RecordId,
) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(first);
    let clash = Memo::new(move |_| session.watch(|log| clash_of(log, &id.get_value())));
    let resource =
        move || clash.with(|clash| clash.as_ref().map(|clash| clash.resource.to_string()));
    let said = move || {
        let clash = clash.get()?;
        Some(session.watch(|log| clash_said(log, &clash, ui.lang.get())))
    };
    let requests = Signal::derive(move || {
        clash.with(|clash| {
            clash
                .as_ref()
                .map_or_else(Vec::new, |clash: &Clash| clash.requests.clone())
        })
    });
    view! {
        <section class="card clash" data-testid="clash" data-resource=resource>
            <h2>{live(said)} " " <span class="hint">{ui.t(texts::resource::AS_FAR_AS_FILES)}</span></h2>
            <allocation::Picture requests/>
            <compare::Compare requests/>
            {live(move || clash.get().map(|clash| view! { <ruling::Ruling clash/> }))}
        </section>
    }
}

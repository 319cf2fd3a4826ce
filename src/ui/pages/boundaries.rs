//! 职责边界, under the departments: gaps, overlaps, needs nobody offers, and each department's share of the work.

use crate::analysis::standing::boundaries::{Boundaries, Share, boundaries};
use crate::analysis::standing::handovers_wanted::{Wanted, handovers_wanted};
use crate::analysis::words::names::{record_name, short_name};
use crate::model::RecordId;
use crate::model::template::Label;
use crate::state::{Page, Route};
use crate::templates::{handoff, work_item};
use crate::ui::context::{Ui, session, ui};
use crate::ui::dom::focus_soon;
use crate::ui::long::{Within, line_key, long, numbered};
use crate::ui::pieces::live;
use crate::ui::settled::settled;
use crate::ui::texts;
use leptos::prelude::*;

/// The figures, what they count, and the table of shares.
#[component]
pub(in crate::ui) fn Boundary() -> impl IntoView {
    let ui = ui();
    let session = session();
    let rest = settled();
    let all = Memo::new(move |_| {
        rest.version();
        let now = session.now();
        session.read(|log| boundaries(log, now))
    });
    let page = |page| Route::Project(session.project(), page).to_string();
    let list = page(Page::Kind(work_item::WORK_ITEM.kind.to_owned()));
    let handovers = page(Page::Kind(handoff::HANDOFF.kind.to_owned()));
    let new = page(Page::New(work_item::WORK_ITEM.kind.to_owned()));
    view! {
        <section class="card boundaries" data-testid="boundaries">
            <header class="page-head">
                <h2>{ui.t(texts::BOUNDARIES)}</h2>
                <a href=list>{live(move || ui.fill(texts::WORK_ITEMS_N, &[("n", &all.with(|all| all.items).to_string())]))}</a>
                <a data-testid="handovers" href=handovers>{ui.t(handoff::HANDOFF.title)}</a>
                <a class="button" data-testid="new-work-item" href=new>{ui.t(texts::ADD_WORK_ITEM)}</a>
            </header>
            {live(move || figures(ui, &all.get()))}
            <Handovers/>
            {live(move || all.with(|all| all.items > 0).then(|| view! { <Shares shares=all.get().shares/> }))}
        </section>
    }
}

/// The counts, each with the places it counts.
fn figures(ui: Ui, all: &Boundaries) -> AnyView {
    let session = session();
    let name = |record: &RecordId| session.read(|log| record_name(log, record, ui.lang.get()));
    let one = |record: &RecordId| (record.clone(), name(record));
    let two = |(a, b): &(RecordId, RecordId)| (a.clone(), format!("{} ≈ {}", name(a), name(b)));
    let gaps = all.gaps.iter().map(one).collect();
    let overlaps = all.overlaps.iter().map(two).collect();
    let unmatched = all.unmatched.iter().map(one).collect();
    view! {
        <ul class="figures">
            <Figure key="gaps" label=texts::GAPS_N places=gaps/>
            <Figure key="overlaps" label=texts::OVERLAPS_N places=overlaps/>
            <Figure key="unmatched" label=texts::UNMATCHED_N places=unmatched/>
        </ul>
    }
    .into_any()
}

/// The handovers that follow from needs and offers and are not there yet, and the button that makes them.
#[component]
fn Handovers() -> impl IntoView {
    let ui = ui();
    let session = session();
    let rest = settled();
    let wanted = Memo::new(move |_| {
        rest.version();
        let (lang, today) = (ui.lang.get(), session.now().date_naive());
        session.read(|log| {
            let told = |one: Wanted| {
                let name = |record| short_name(log, record, lang);
                let what = one
                    .fields
                    .iter()
                    .find(|(key, _)| *key == handoff::WHAT.name);
                let what = what.and_then(|(_, value)| value.as_text().map(str::to_owned));
                format!(
                    "{} → {} {}",
                    name(&one.from),
                    name(&one.to),
                    what.unwrap_or_default()
                )
            };
            let all = handovers_wanted(log, today).into_iter();
            all.map(told).collect::<Vec<_>>()
        })
    });
    let count = move || wanted.with(Vec::len).to_string();
    let make = move || {
        session.make_handovers();
        // The button goes with what it makes.
        focus_soon("[data-testid=handovers]".into());
    };
    live(move || {
        (!wanted.with(Vec::is_empty)).then(|| view! {
            <p class="hint">{ui.text(texts::MAKE_HANDOVERS_HOW)}</p>
            <ul class="findings">{long(Within::List, Signal::stored(numbered(wanted.get())), line_key, |line| view! { <li>{line.1}</li> }.into_any())}</ul>
            <button type="button" data-testid="make-handovers" data-count=count() on:click=move |_| make()>{ui.fill(texts::MAKE_HANDOVERS, &[("n", &count())])}</button>
        })
    })
}

#[component]
fn Figure(key: &'static str, label: Label, places: Vec<(RecordId, String)>) -> impl IntoView {
    let ui = ui();
    let project = session().project();
    let count = places.len().to_string();
    let places_count = count.clone();
    let tone = if places.is_empty() { "ok" } else { "warn" };
    let link = move |(_, (record, name)): (usize, (RecordId, String))| {
        view! { " " <a href=Ui::href(project, &record)>{name}</a> }.into_any()
    };
    let line_key =
        |(at, (record, name)): &(usize, (RecordId, String))| format!("{at} {record} {name}");
    view! {
        <li data-figure=key data-count=places_count>
            <span class="chip" data-tone=tone>{ui.filled(label, "n", move || count.clone())}</span>
            {long(Within::Page, Signal::stored(numbered(places)), line_key, link)}
        </li>
    }
}

#[component]
fn Shares(shares: Vec<Share>) -> impl IntoView {
    let ui = ui();
    let session = session();
    let head = [
        (texts::DEPARTMENT, "text"),
        (texts::OWNS, "number"),
        (texts::SUPPORTS, "number"),
        (texts::SHARE, "number"),
    ];
    let line = move |share: Share| {
        let name = session.read(|log| short_name(log, &share.department, ui.lang.get()));
        view! {
            <tr data-record=share.department.to_string()>
                <td><a href=Ui::href(session.project(), &share.department)>{name}</a></td>
                <td data-type="number">{share.owns}</td>
                <td data-type="number">{share.supports}</td>
                <td data-type="number">{format!("{}%", share.percent)}</td>
            </tr>
        }
        .into_any()
    };
    let key = |share: &Share| share.department.to_string();
    view! {
        <table class="list-table" data-testid="shares">
            <thead><tr>{head.map(|(label, sort)| view! { <th scope="col" data-type=sort>{ui.t(label)}</th> }).into_iter().collect::<Vec<_>>()}</tr></thead>
            <tbody>{long(Within::Table, Signal::stored(shares), key, line)}</tbody>
        </table>
    }
}

//! 职责边界, under the departments: gaps, overlaps, needs nobody offers, and each department's share of the work.

use crate::analysis::standing::boundaries::{Boundaries, Share, boundaries};
use crate::analysis::standing::possible_handovers::{PossibleHandover, possible_handovers};
use crate::analysis::words::names::{record_name, short_name};
use crate::model::template::Label;
use crate::model::{Log, RecordId};
use crate::state::{Page, Route};
use crate::templates::{handoff, work_item};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom::focus_soon;
use crate::ui::screen::base::figures::figures;
use crate::ui::screen::base::long::{Within, line_key, long, numbered};
use crate::ui::screen::base::pieces::live;
use crate::ui::texts;
use leptos::prelude::*;

/// The figures, what they count, and the table of shares.
#[component]
pub(in crate::ui) fn Boundary() -> impl IntoView {
    let ui = ui();
    let session = session();
    let rest = figures();
    let all = Memo::new(move |_| {
        rest.version();
        let now = session.now();
        session.read(|log| boundaries(log, now))
    });
    let of = move |places: Places| {
        Memo::new(move |_| {
            rest.version();
            all.with(|all| numbered(session.read(|log| places.of(log, ui, all))))
        })
    };
    let shares = Memo::new(move |_| all.with(|all| all.shares.clone()));
    let is_divided = Memo::new(move |_| all.with(|all| all.items > 0));
    let page = |page| Route::Project(session.project(), page).to_string();
    let list = page(Page::Kind(work_item::WORK_ITEM.kind.to_owned()));
    let handovers = page(Page::Kind(handoff::HANDOFF.kind.to_owned()));
    let new = page(Page::New(work_item::WORK_ITEM.kind.to_owned()));
    view! {
        <section class="card boundaries" data-testid="boundaries">
            <header class="page-head">
                <h2>{ui.t(texts::standing::BOUNDARIES)}</h2>
                <a href=list>
                    {live(move || {
                        ui.fill(texts::standing::WORK_ITEMS_N, &[("n", &all.with(|all| all.items).to_string())])
                    })}
                </a>
                <a data-testid="handovers" href=handovers>{ui.t(handoff::HANDOFF.title)}</a>
                <a class="button" data-testid="new-work-item" href=new>{ui.t(texts::standing::ADD_WORK_ITEM)}</a>
            </header>
            <ul class="figures">
                <Figure key="gaps" label=texts::standing::GAPS_N places=of(Places::Gaps)/>
                <Figure key="overlaps" label=texts::standing::OVERLAPS_N places=of(Places::Overlaps)/>
                <Figure key="unmatched" label=texts::standing::UNMATCHED_N places=of(Places::Unmatched)/>
            </ul>
            <Handovers/>
            {live(move || is_divided.get().then(|| view! { <Shares shares/> }))}
        </section>
    }
}

/// The places that a figure counts.
#[derive(Clone, Copy)]
enum Places {
    Gaps,
    Overlaps,
    Unmatched,
}

/// A place: its number in the list, its record, its name.
type NumberedRecord = (usize, (RecordId, String));

impl Places {
    fn of(self, log: &Log, ui: Ui, all: &Boundaries) -> Vec<(RecordId, String)> {
        let lang = ui.lang.get();
        let name = |record: &RecordId| record_name(log, record, lang);
        let one = |record: &RecordId| (record.clone(), name(record));
        let two = |(a, b): &(RecordId, RecordId)| (a.clone(), format!("{} ≈ {}", name(a), name(b)));
        match self {
            Self::Gaps => all.gaps.iter().map(one).collect(),
            Self::Overlaps => all.overlaps.iter().map(two).collect(),
            Self::Unmatched => all.unmatched.iter().map(one).collect(),
        }
    }
}

/// The handovers that follow from needs and offers and are not there yet, and the button that makes them.
#[component]
fn Handovers() -> impl IntoView {
    let ui = ui();
    let session = session();
    let rest = figures();
    let wanted = Memo::new(move |_| {
        rest.version();
        let (lang, today) = (ui.lang.get(), session.now().date_naive());
        session.read(|log| {
            let told = |one: PossibleHandover| {
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
            let all = possible_handovers(log, today).into_iter();
            all.map(told).collect::<Vec<_>>()
        })
    });
    let count = move || wanted.with(Vec::len).to_string();
    let make = move || {
        session.make_handovers();
        // The button goes with what it makes.
        focus_soon("[data-testid=handovers]".into());
    };
    let is_any = Memo::new(move |_| wanted.with(|wanted| !wanted.is_empty()));
    let lines = Memo::new(move |_| numbered(wanted.get()));
    let line = |line: (usize, String)| view! { <li>{line.1}</li> }.into_any();
    live(move || {
        is_any.get().then(|| view! {
            <p class="hint">{ui.t(texts::standing::MAKE_HANDOVERS_HOW)}</p>
            <ul class="findings">{long(Within::List, lines, line_key, line)}</ul>
            <button type="button" data-testid="make-handovers" data-count=count on:click=move |_| make()>
                {ui.filled(texts::standing::MAKE_HANDOVERS, "n", count)}
            </button>
        })
    })
}

#[component]
fn Figure(key: &'static str, label: Label, places: Memo<Vec<NumberedRecord>>) -> impl IntoView {
    let ui = ui();
    let project = session().project();
    let count = move || places.with(Vec::len).to_string();
    let tone = move || places.with(|places| if places.is_empty() { "ok" } else { "warn" });
    let link = move |(_, (record, name)): NumberedRecord| {
        view! { " " <a href=Ui::href(project, &record)><bdi>{name}</bdi></a> }.into_any()
    };
    let place_key = |(at, (record, name)): &NumberedRecord| format!("{at} {record} {name}");
    view! {
        <li data-figure=key data-count=count>
            <span class="chip" data-tone=tone>{ui.filled(label, "n", count)}</span>
            {long(Within::Page, places, place_key, link)}
        </li>
    }
}

#[component]
fn Shares(shares: Memo<Vec<Share>>) -> impl IntoView {
    let ui = ui();
    let session = session();
    let head = [
        (texts::forms::DEPARTMENT, "text"),
        (texts::standing::OWNS, "number"),
        (texts::standing::SUPPORTS, "number"),
        (texts::standing::SHARE, "number"),
    ];
    let line = move |share: Share| {
        let department = share.department.clone();
        let name = move || session.watch(|log| short_name(log, &department, ui.lang.get()));
        view! {
            <tr data-record=share.department.to_string()>
                <td><a href=Ui::href(session.project(), &share.department)><bdi>{live(name)}</bdi></a></td>
                <td data-type="number">{share.owns}</td>
                <td data-type="number">{share.supports}</td>
                <td data-type="number">{format!("{}%", share.percent)}</td>
            </tr>
        }.into_any()
    };
    let key = |share: &Share| {
        let Share {
            department,
            owns,
            supports,
            percent,
        } = share;
        format!("{department} {owns} {supports} {percent}")
    };
    view! {
        <table class="list-table" data-testid="shares" aria-label=ui.t(texts::standing::BOUNDARIES)>
            <thead>
                <tr>
                    {head.map(|(label, sort)| view! {
                        <th scope="col" data-type=sort>{ui.t(label)}</th>
                    }).into_iter().collect::<Vec<_>>()}
                </tr>
            </thead>
            <tbody>{long(Within::Table, shares, key, line)}</tbody>
        </table>
    }
}

//! The rail: always the same ten pages, in the order of the six steps; and the tabs of a step.

use super::card::Mark;
use super::context::{Ui, session, ui};
use super::pieces::live;
use super::settled::settled;
use super::{pages, texts};
use crate::model::template::Label;
use crate::state::{Page, Route, Session};
use crate::templates::SCHEMA;
use leptos::prelude::*;

/// One of the six steps: its number, its name, the kinds that are always tabs, and those that become one with their
/// first record.
struct Step {
    number: &'static str,
    label: Label,
    always: &'static [&'static str],
    more: &'static [&'static str],
}

/// The fact of this browser that shows all forms of a project from the beginning.
const FULL: &str = "full";

/// Whether this browser shows all forms of a project (完整版), watched.
pub(super) fn is_full(session: Session) -> bool {
    session.fact(FULL).is_some_and(|text| !text.is_empty())
}

/// 完整版, or 简版 again.
pub(super) fn set_full(session: Session, is_full: bool) {
    session.set_fact(FULL, if is_full { "1" } else { "" });
}

/// The kinds that have no tab before their first record.
pub(super) fn quiet_kinds() -> impl Iterator<Item = &'static str> {
    STEPS.iter().flat_map(|step| step.more).copied()
}

static STEPS: [Step; 6] = [
    Step {
        number: "1",
        label: texts::STEP_1,
        always: &["charter"],
        more: &["department"],
    },
    Step {
        number: "2",
        label: texts::STEP_2,
        always: &["member"],
        more: &["work_item"],
    },
    Step {
        number: "3",
        label: texts::STEP_3,
        always: &["task"],
        more: &[
            "handoff",
            "stage",
            "milestone",
            "meeting",
            "channel",
            "message",
            "escalation",
        ],
    },
    Step {
        number: "4",
        label: texts::STEP_4,
        always: &["issue"],
        more: &[],
    },
    Step {
        number: "5",
        label: texts::STEP_5,
        always: &["risk"],
        more: &[],
    },
    Step {
        number: "6",
        label: texts::STEP_6,
        always: &["metric"],
        more: &[],
    },
];

/// The step whose tab a page is.
fn step_of(page: &Page) -> Option<&'static Step> {
    let kind = kind_of(page)?;
    STEPS
        .iter()
        .find(|step| step.always.contains(&kind) || step.more.contains(&kind))
}

fn kind_of(page: &Page) -> Option<&str> {
    match page {
        Page::Kind(kind) | Page::New(kind) => Some(kind),
        Page::Record(record) => Some(record.kind()),
        _ => None,
    }
}

/// The pages of a project.
#[component]
pub(super) fn Rail() -> impl IntoView {
    let ui = ui();
    let session = session();
    let here = Memo::new(move |_| super::app::page_of(&ui.route.get()));
    let counts = settled().counts();
    let todo = Signal::derive(move || Mark::of(counts.with(|all| all.todo)));
    let findings = Signal::derive(move || Mark::of(counts.with(|all| all.findings)));
    let steps_say =
        move |at: usize| Signal::derive(move || counts.with(|all| all.steps[at].clone()));
    let differs = Memo::new(move |_| counts.get().differing);
    let link = move |page: Page, number: &'static str, label: Label, mark: Signal<Mark>| {
        let target = page.clone();
        let is_here = Signal::derive(move || is_here(&here.get(), &target));
        view! { <RailLink page number label mark is_here/> }
    };
    let none = Signal::derive(Mark::default);
    let steps = STEPS.iter().enumerate().map(|(at, step)| {
        let first = Page::Kind(step.always[0].to_owned());
        link(first, step.number, step.label, steps_say(at))
    });
    view! {
        <nav class="rail" aria-label=ui.t(texts::MAIN_MENU)>
            {link(Page::Overview, "", texts::OVERVIEW, none)}
            {link(Page::Todo, "", texts::TODO, todo)}
            <hr/>
            {steps.collect::<Vec<_>>()}
            <hr/>
            {link(Page::Exchange, "", texts::EXCHANGE, none)}
            {link(Page::Checks, "", texts::CHECKS, findings)}
            {live(move || (differs.get() > 0).then(|| view! {
                <a class="rail-link" data-testid="rail-conflicts" aria-current=move || (here.get() == Page::Conflicts).then_some("page")
                    href=Route::Project(session.project(), Page::Conflicts).to_string()>
                    {ui.filled(texts::SEVERAL_DIFFER, "n", move || differs.get().to_string())}
                </a>
            }))}
        </nav>
    }
}

/// A step is here with each of its tabs.
fn is_here(here: &Page, page: &Page) -> bool {
    match page {
        Page::Kind(kind) => step_of(here).is_some_and(|step| step.always[0] == kind),
        page => here == page,
    }
}

#[component]
fn RailLink(
    page: Page,
    number: &'static str,
    label: Label,
    mark: Signal<Mark>,
    is_here: Signal<bool>,
) -> impl IntoView {
    let ui = ui();
    let href = Route::Project(session().project(), page).to_string();
    view! {
        <a class="rail-link" href=href aria-current=move || is_here.get().then_some("page") title=ui.t(label)>
            <span class="rail-number">{number}</span>
            <span class="rail-name">{ui.t(label)}</span>
            {live(move || { let mark = mark.get(); (!mark.text.is_empty()).then(|| view! { <span class="rail-count" data-late=mark.is_late.to_string()>{mark.text}<span class="hidden">{mark.rest}</span></span> }) })}
        </a>
    }
}

/// The tabs of the step that a page belongs to; none where there is only one.
#[component]
pub(super) fn Tabs(page: Page) -> impl IntoView {
    let ui = ui();
    let session = session();
    let step = step_of(&page)?;
    let kind = kind_of(&page).unwrap_or_default().to_owned();
    let here = kind.clone();
    let tabs = move || {
        let is_full = is_full(session);
        let shown = step.more.iter();
        let shown =
            shown.filter(|kind| is_full || here == **kind || !session.rows(kind).is_empty());
        step.always.iter().chain(shown).copied().collect::<Vec<_>>()
    };
    Some(live(move || {
        let tabs = tabs();
        (tabs.len() > 1).then(|| {
            view! {
                <nav class="tabs" aria-label=ui.t(step.label)>
                    {tabs.into_iter().map(|tab| tab_link(ui, session, tab, tab == kind)).collect::<Vec<_>>()}
                </nav>
            }
        })
    }))
}

fn tab_link(ui: Ui, session: Session, kind: &'static str, is_here: bool) -> impl IntoView {
    let label = SCHEMA
        .template(kind)
        .map_or(texts::UNNAMED, pages::list_label);
    let href = Route::Project(session.project(), Page::Kind(kind.to_owned())).to_string();
    view! { <a class="tab" href=href aria-current=is_here.then_some("page")>{ui.t(label)}</a> }
}

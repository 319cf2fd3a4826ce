//! The rail: always the same ten pages, in the order of the six steps; and the tabs of a step.

use super::view_switch::ViewSwitch;
use crate::model::FieldKey;
use crate::model::template::{Form, Label, STATUS, Template};
use crate::state::{Page, Route, Session};
use crate::templates::{
    self, SCHEMA, charter, progress, resource, resource_request, scenario, settings, tabs_of, task,
};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::figures::figures;
use crate::ui::screen::base::life;
use crate::ui::screen::base::mark::Mark;
use crate::ui::screen::base::pieces::live;
use crate::ui::texts;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The fact of this browser that shows all forms of a project from the beginning.
const FULL: &str = "full";

/// Whether this browser shows all forms of a project (完整版), watched.
pub(in crate::ui) fn is_full(session: Session) -> bool {
    session.fact(FULL).is_some_and(|text| !text.is_empty())
}

/// 完整版, or 简版 again.
pub(in crate::ui) fn set_full(session: Session, is_full: bool) {
    session.set_fact(FULL, if is_full { "1" } else { "" });
}

/// The forms that have no tab before their first record.
pub(in crate::ui) fn quiet_forms() -> impl Iterator<Item = &'static Template> {
    let all = (1..=6).flat_map(tabs_of);
    all.filter(|template| template.place.is_some_and(|tab| !tab.always))
}

/// The six steps and their numbers.
static STEPS: [(u8, &str, Label); 6] = [
    (1, "1", texts::frame::STEP_1),
    (2, "2", texts::frame::STEP_2),
    (3, "3", texts::frame::STEP_3),
    (4, "4", texts::frame::STEP_4),
    (5, "5", texts::frame::STEP_5),
    (6, "6", texts::frame::STEP_6),
];

/// The six steps with their numbers, names and first pages.
pub(in crate::ui) fn steps() -> impl Iterator<Item = (u8, Label, Page)> {
    let steps = STEPS.iter();
    steps.filter_map(|(step, _, label)| Some((*step, *label, first_page(*step)?)))
}

/// The form that a page is about.
fn form_of(page: &Page) -> Option<&'static Template> {
    let kind = match page {
        Page::Kind(kind) | Page::New(kind) => kind,
        Page::Record(record) => record.kind(),
        Page::Clashes => resource_request::KIND,
        Page::Plan(..) => task::KIND,
        Page::Charts => progress::KIND,
        _ => return None,
    };
    // What can be asked for stands beside the requests for it.
    let kind = match kind {
        resource::KIND => resource_request::KIND,
        kind => kind,
    };
    let own = SCHEMA.template(kind)?;
    // A row stands under the tab of the form it is a row of.
    let above = || templates::form_of(kind).filter(|form| form.place.is_some());
    Some(if own.place.is_some() {
        own
    } else {
        above().unwrap_or(own)
    })
}

/// The step whose tab a page is.
fn step_of(page: &Page) -> Option<u8> {
    match page {
        Page::Closing => Some(CLOSING_STEP),
        page => Some(form_of(page)?.place?.step),
    }
}

/// The page that a step leads to: its first tab.
fn first_page(step: u8) -> Option<Page> {
    if step == CLOSING_STEP {
        return Some(Page::Closing);
    }
    let first = tabs_of(step).next()?;
    Some(Page::Kind(first.kind.to_owned()))
}

/// The pages of a project.
#[component]
pub(in crate::ui) fn Rail() -> impl IntoView {
    let ui = ui();
    let session = session();
    let here = Memo::new(move |_| ui.route.get().page());
    let counts = figures().counts();
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
    let steps = STEPS.iter().enumerate();
    let steps = steps.filter_map(|(at, (step, number, label))| {
        Some(link(first_page(*step)?, number, *label, steps_say(at)))
    });
    view! {
        <nav class="rail" aria-label=ui.t(texts::frame::MAIN_MENU)>
            {link(Page::Overview, "", texts::frame::OVERVIEW, none)}
            {link(Page::Todo, "", texts::frame::TODO, todo)}
            <hr/>
            {steps.collect::<Vec<_>>()}
            <hr/>
            {link(Page::Exchange, "", texts::frame::EXCHANGE, none)}
            {link(Page::Checks, "", texts::frame::CHECKS, findings)}
            {live(move || (differs.get() > 0).then(|| view! {
                <a class="rail-link" data-testid="rail-conflicts"
                    aria-current=move || (here.get() == Page::Conflicts).then_some("page")
                    href=Route::Project(session.project(), Page::Conflicts).to_string()>
                    {ui.filled(texts::frame::SEVERAL_DIFFER, "n", move || differs.get().to_string())}
                </a>
            }))}
        </nav>
    }
}

/// A step is here with each of its tabs.
fn is_here(here: &Page, page: &Page) -> bool {
    match page {
        Page::Kind(_) | Page::Closing => step_of(here).and_then(first_page).as_ref() == Some(page),
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
            {live(move || {
                let mark = mark.get();
                (!mark.text.is_empty()).then(|| view! {
                    <span class="rail-count" data-late=mark.is_late.to_string()>
                        {mark.text}<span class="hidden">{mark.rest}</span>
                    </span>
                })
            })}
        </a>
    }
}

/// The step whose tabs all stand once the project looks back.
const CLOSING_STEP: u8 = 6;

/// Whether the project looks back; watches it.
fn is_closing(session: Session) -> bool {
    session.value(&settings::record(), &FieldKey::of(STATUS));
    session.read(|log| settings::is_closing(&Form::new(log, settings::record())))
}

/// The tabs of the step that a page belongs to; none where there is only one.
#[component]
pub(in crate::ui) fn Tabs(page: Page) -> impl IntoView {
    let ui = ui();
    let session = session();
    let here = form_of(&page).map_or("", |form| form.kind);
    let page = StoredValue::new(page);
    let step = page.with_value(step_of)?;
    let label = STEPS.iter().find(|(at, ..)| *at == step)?.2;
    let tabs = move || {
        let is_full = is_full(session);
        let sort = session.value(&charter::record(), &FieldKey::of(charter::SCENARIO.name));
        let sort = sort.as_text().unwrap_or_default().to_owned();
        let is_shown = |tab: &&'static Template| {
            let always = tab.place.is_some_and(|place| place.always);
            let is_time = step == CLOSING_STEP && is_closing(session);
            let is_any = || {
                let is_back = scenario::is_in_the_back(&sort, tab.kind);
                !is_back && !session.rows(tab.kind).is_empty()
            };
            let is_at_hand = scenario::is_at_hand(&sort, tab.kind);
            always || is_time || is_full || tab.kind == here || is_at_hand || is_any()
        };
        tabs_of(step).filter(is_shown).collect::<Vec<_>>()
    };
    let bar: NodeRef<html::Nav> = NodeRef::new();
    Effect::new(move |_| {
        ui.lang.get();
        if bar.get().is_some() {
            life::next_frame(move || tell_width(bar));
        }
    });
    Some(live(move || {
        let tabs = tabs();
        let closing = (step == CLOSING_STEP).then(|| closing_link(ui, session, here.is_empty()));
        (tabs.len() > 1 || closing.is_some() && !tabs.is_empty()).then(|| view! {
            <nav class="tabs" node_ref=bar aria-label=ui.t(label)>
                {closing}
                {tabs.into_iter().map(|tab| tab_link(ui, session, tab, tab.kind == here)).collect::<Vec<_>>()}
                <ViewSwitch page=page.get_value()/>
            </nav>
        })
    }))
}

/// How far the tabs reach, for what stands beside them in the same line.
fn tell_width(bar: NodeRef<html::Nav>) {
    let reach = bar.get_untracked().and_then(|bar| {
        let last = bar.last_element_child()?.get_bounding_client_rect();
        let width = last.right() - bar.get_bounding_client_rect().left();
        Some((bar.parent_element()?.dyn_into::<HtmlElement>().ok()?, width))
    });
    if let Some((page, width)) = reach {
        let _ = page
            .style()
            .set_property("--tabs", &format!("{}px", width.ceil()));
    }
}

/// The first tab of the last step, which is no form.
fn closing_link(ui: Ui, session: Session, is_here: bool) -> impl IntoView {
    let href = Route::Project(session.project(), Page::Closing).to_string();
    view! { <a class="tab" href=href aria-current=is_here.then_some("page")>{ui.t(texts::frame::CLOSING)}</a> }
}

fn tab_link(ui: Ui, session: Session, tab: &'static Template, is_here: bool) -> impl IntoView {
    let href = Route::Project(session.project(), Page::Kind(tab.kind.to_owned())).to_string();
    view! { <a class="tab" href=href aria-current=is_here.then_some("page")>{ui.t(tab.list_label())}</a> }
}

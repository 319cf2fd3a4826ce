//! 视图 ▾: named addresses of the plan: those there are from the beginning, one's own, and those for everybody.

use super::frame::PlanFrame;
use crate::model::template::{Form, Label};
use crate::state::{Page, PlanShown, Route, SavedView, view_is_changed};
use crate::templates::{member, task, view};
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::dom::{self, typed_text};
use crate::ui::screen::base::long::{Within, long};
use crate::ui::screen::base::pieces::{live, on, press, when};
use crate::ui::screen::form::control::length_told;
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent, SubmitEvent};

/// What is there from the beginning, with what its address says.
const BUILT_IN: [(Label, &str); 6] = [
    (texts::boards::VIEW_OPEN, "f=status~-open"),
    (texts::views::VIEW_LATE, "f=late"),
    (texts::views::BLOCKED, "f=held"),
    (texts::views::CRITICAL, "c=1"),
    (texts::views::SOON, "f=soon"),
    (texts::views::UNACCEPTED, "f=unaccepted"),
];

/// The menu of views, and the way to save what is shown.
#[component]
pub(super) fn SavedViews(frame: PlanFrame) -> impl IntoView {
    let ui = ui();
    let session = frame.session;
    let all = Memo::new(move |_| session.plan_views());
    let here = Memo::new(move |_| {
        let saved = frame.shown.with(|shown| shown.saved.clone())?;
        all.with(|all| all.iter().find(|one| one.record == *saved).cloned())
    });
    let is_changed = Memo::new(move |_| {
        here.with(|here| {
            let is = |here| {
                frame
                    .shown
                    .with(|shown| view_is_changed(here, frame.view, shown))
            };
            here.as_ref().is_some_and(is)
        })
    });
    let name = move || match here.get() {
        Some(here) if is_changed.get() => {
            ui.fill(texts::boards::VIEW_CHANGED, &[("name", &here.name)])
        }
        Some(here) => here.name,
        None => ui.text(texts::boards::VIEW_MENU).to_owned(),
    };
    let link = move |one: SavedView| {
        let href = Route::Project(session.project(), Page::Plan(one.view, one.asked())).to_string();
        let whose = (!one.is_mine)
            .then(|| view! { " " <span class="hint">{ui.t(texts::boards::VIEW_SHARED)}</span> });
        view! {
            <a class="button quiet" data-testid="saved-view" data-view=one.record.to_string() href=href
                on:click=press(dom::close_popover)>
                <bdi>{one.name}</bdi> {whose}
            </a>
        }
        .into_any()
    };
    let is_any = Memo::new(move |_| all.with(|all| !all.is_empty()));
    view! {
        <details class="identity saved-views" data-testid="views-menu"
            on:keydown=on(|event: KeyboardEvent| if event.key() == "Escape" { dom::close_popover() })>
            <summary>{live(name)}</summary>
            <div class="popover">
                {live(move || built_in(ui, frame))}
                {when(move || is_any.get(), move || view! { <hr/> {long(Within::Page, all, saved_key, link)} })}
                <hr/>
                {when(move || is_changed.get(), move || view! {
                    <button type="button" class="quiet" data-testid="view-write"
                        on:click=press(move || write_back(ui, frame, here.get_untracked()))>
                        {ui.t(texts::boards::VIEW_WRITE)}
                    </button>
                })}
                <SaveAs frame/>
            </div>
        </details>
    }
}

fn saved_key(one: &SavedView) -> String {
    one.record.to_string()
}

fn write_back(ui: Ui, frame: PlanFrame, saved: Option<SavedView>) {
    if let Some(saved) = saved {
        let shown = frame.shown.get_untracked();
        frame.session.write_view(&saved.record, frame.view, &shown);
        let said = ui.fill(texts::boards::VIEW_SAVED, &[("name", &saved.name)]);
        ui.notices.done(frame.session, said, "undo-view");
        dom::close_popover();
    }
}

/// The views there are from the beginning, in the way that is shown.
fn built_in(ui: Ui, frame: PlanFrame) -> Vec<AnyView> {
    let session = frame.session;
    let department = session.watch(|log| {
        let me = session.me()?;
        let own = Form::new(log, me).get(member::DEPARTMENT)?;
        own.rest().map(str::to_owned)
    });
    let own = department.map(|department| {
        let query = format!("f={}~{department}", task::DEPARTMENT.name);
        (texts::boards::VIEW_DEPARTMENT, query)
    });
    let link = |(label, query): (Label, String)| {
        let page = Page::Plan(frame.view, PlanShown::parse(&query));
        let href = Route::Project(session.project(), page).to_string();
        view! {
            <a class="button quiet" data-testid="built-in-view" href=href on:click=press(dom::close_popover)>
                {ui.text(label)}
            </a>
        }
        .into_any()
    };
    let all = BUILT_IN.map(|(label, query)| (label, query.to_owned()));
    all.into_iter().chain(own).map(link).collect()
}

/// A name for what is shown, and for whom it is.
#[component]
fn SaveAs(frame: PlanFrame) -> impl IntoView {
    let ui = ui();
    let name = RwSignal::new(String::new());
    let is_shared = RwSignal::new(false);
    let save = move |event: SubmitEvent| {
        event.prevent_default();
        let said = name.get_untracked().trim().to_owned();
        if said.is_empty() {
            dom::focus_soon("[data-testid=view-name]".to_owned());
            return;
        }
        let shown = frame.shown.get_untracked();
        let record = frame
            .session
            .save_view(&said, is_shared.get_untracked(), frame.view, &shown);
        frame.change(|shown| shown.saved = record.map(Box::new));
        let told = ui.fill(texts::boards::VIEW_SAVED, &[("name", &said)]);
        ui.notices.done(frame.session, told, "undo-view");
        name.set(String::new());
        dom::close_popover();
    };
    let who = move |shared: bool, label: Label| {
        view! {
            <label class="tick">
                <input type="radio" name="view-for" prop:checked=move || is_shared.get() == shared
                    on:change=move |_| is_shared.set(shared)/>
                <span>{ui.t(label)}</span>
            </label>
        }
    };
    view! {
        <form class="save-view" data-testid="save-view" on:submit=save>
            <label>
                <span>{ui.t(texts::boards::VIEW_SAVE_AS)}</span>
                <input type="text" data-testid="view-name" data-free-text=""
                    prop:value=move || name.get() on:input=on(move |event: Event| name.set(typed_text(&event)))/>
            </label>
            {length_told(view::VIEW_OF_PLAN.field(view::NAME.name), move || name.get())}
            {who(false, texts::boards::VIEW_FOR_ME)} {who(true, texts::boards::VIEW_FOR_ALL)}
            <p class="hint">{ui.t(texts::boards::VIEW_TRAVELS)}</p>
            <button data-testid="view-save">{ui.t(texts::boards::VIEW_SAVE)}</button>
        </form>
    }
}

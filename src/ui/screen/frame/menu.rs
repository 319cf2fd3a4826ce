//! … in the top bar: looks, where the data is, the recycle bin, help.

use crate::model::template::Label;
use crate::state::{Page, Route, Session};
use crate::templates::settings;
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::deed::Deed;
use crate::ui::screen::base::dom;
use crate::ui::screen::base::door::{carry_out, later};
use crate::ui::screen::base::later_view::LaterView;
use crate::ui::screen::base::overlay::Panel;
use crate::ui::screen::base::pieces::{has_unfolded, live, on, press};
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// The looks there are, by the name that is kept of them.
pub(super) const LOOKS: [(&str, Label); 3] = [
    ("", texts::frame::LOOK_SYSTEM),
    ("light", texts::frame::LOOK_LIGHT),
    ("dark", texts::frame::LOOK_DARK),
];

/// Shows the page in the look that was chosen here before.
pub(in crate::ui) fn apply_look(ui: Ui) {
    let look = ui.store().setting("theme");
    dom::mark_page(
        "data-theme",
        look.as_deref().filter(|look| !look.is_empty()),
    );
}

/// Shows this page in that look, and every later one of this browser.
pub(super) fn choose_look(ui: Ui, look: &'static str) {
    ui.store().set_setting("theme", look);
    apply_look(ui);
}

/// A word of the top bar and what opens under it, which lies in the later part of the program.
#[component]
pub(in crate::ui) fn DropDown(
    class: &'static str,
    hook: &'static str,
    summary: AnyView,
    part: LaterView,
) -> impl IntoView {
    let open = RwSignal::new(false);
    let toggled = move |event| open.set(has_unfolded(&event));
    view! {
        <details class=class data-testid=hook on:toggle=toggled
            on:keydown=on(|event: KeyboardEvent| if event.key() == "Escape" { dom::close_popover() })>
            {summary}
            {live(move || open.get().then(|| view! { <div class="popover">{later(part.clone())}</div> }))}
        </details>
    }
}

/// … in the bar over every page.
#[component]
pub(in crate::ui) fn Menu() -> impl IntoView {
    let summary = view! { <summary aria-label=ui().t(texts::frame::MORE_FIELDS)>"…"</summary> };
    view! { <DropDown class="identity menu" hook="menu" summary=summary.into_any() part=LaterView::Menu/> }
}

/// What opens under it.
#[component]
pub(in crate::ui) fn MenuItems() -> impl IntoView {
    let ui = ui();
    let open = move |panel| {
        dom::close_popover();
        ui.panel.set(Some(panel));
    };
    let of_project = |page| {
        use_context::<Session>().map(|session| Route::Project(session.project(), page).to_string())
    };
    let bin = of_project(Page::Bin);
    let calendar = of_project(Page::Calendar);
    let of_settings = of_project(Page::Kind(settings::SETTINGS.kind.to_owned()));
    view! {
        <Looks/>
        <button type="button" class="quiet" data-testid="where-data" on:click=press(move || open(Panel::Data))>
            {ui.t(texts::frame::WHERE_DATA)}
        </button>
        {calendar.map(|calendar| view! {
            <a class="button quiet" data-testid="calendar" href=calendar on:click=press(dom::close_popover)>
                {ui.t(texts::frame::CALENDAR)}
            </a>
        })}
        {of_settings.map(|href| view! {
            <a class="button quiet" data-testid="settings" href=href on:click=press(dom::close_popover)>
                {ui.t(settings::SETTINGS.title)}
            </a>
        })}
        {bin.map(|bin| view! {
            <a class="button quiet" href=bin on:click=press(dom::close_popover)>{ui.t(texts::frame::BIN)}</a>
        })}
        {use_context::<Session>().map(|session| view! { <NotThisProject session/> })}
        <button type="button" class="quiet" data-testid="help" on:click=press(move || open(Panel::Help))>
            {ui.t(texts::frame::HELP)}
        </button>
    }
}

/// The way back of who took the first file of a project: quiet, and not held out to a newcomer.
#[component]
fn NotThisProject(session: Session) -> impl IntoView {
    let ui = ui();
    let away = move || {
        dom::close_popover();
        carry_out(ui, Deed::NotThisProject(session));
    };
    live(move || {
        session.beginning().map(|_| view! {
            <button type="button" class="quiet" data-testid="not-this-project" on:click=press(away)>
                {ui.t(texts::frame::NOT_THIS_PROJECT)}
            </button>
        })
    })
}

#[component]
fn Looks() -> impl IntoView {
    let ui = ui();
    let now = RwSignal::new(ui.store().setting("theme").unwrap_or_default());
    let choose = move |look: &'static str| {
        choose_look(ui, look);
        now.set(look.to_owned());
    };
    let radios = LOOKS.map(|(look, label)| view! {
        <label class="tick">
            <input type="radio" name="look" value=look prop:checked=move || now.with(|now| now == look)
                on:change=move |_| choose(look)/>
            <span>{ui.t(label)}</span>
        </label>
    });
    view! {
        <fieldset class="who">
            <legend>{ui.t(texts::frame::LOOKS)}</legend>{radios.into_iter().collect::<Vec<_>>()}
        </fieldset>
    }
}

/// The panel over the page; Esc closes it, and the focus goes back to where it was.
#[component]
pub(in crate::ui) fn PanelPlace() -> impl IntoView {
    let ui = ui();
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    let title = move || match ui.panel.get() {
        Some(Panel::Help) => ui.text(texts::frame::HELP),
        Some(Panel::Search) => ui.text(texts::frame::SEARCH),
        Some(Panel::Keys) => ui.text(texts::palette::KEYS_HERE),
        _ => ui.text(texts::frame::WHERE_DATA),
    };
    Effect::new(move |_| {
        let is_open = ui.panel.get().is_some();
        if let Some(dialog) = dialog.get() {
            if is_open && !dialog.open() {
                let _ = dialog.show_modal();
            } else if !is_open && dialog.open() {
                dialog.close();
            }
        }
    });
    view! {
        <dialog class="dialog" node_ref=dialog aria-label=title on:close=move |_| ui.panel.set(None)>
            <header class="dialog-head">
                <h2>{title}</h2>
                <button type="button" class="icon-button" aria-label=ui.t(texts::frame::CLOSE)
                    on:click=press(move || ui.panel.set(None))>
                    "×"
                </button>
            </header>
            {live(move || match ui.panel.get() {
                Some(panel) => later(LaterView::Panel(panel)).into_any(),
                None => ().into_any(),
            })}
        </dialog>
    }
}

//! The frame of an open project: top bar, rail, page.

use super::context::{Ui, session, ui};
use super::dom::live;
use super::later::{Part, later, undo_or_redo};
use super::{names, pages, texts};
use crate::model::template::{Label, Lang};
use crate::model::{FieldKey, RecordId, Value};
use crate::state::{Page, Route, Session};
use crate::storage::{Level, SaveState};
use crate::templates::{SCHEMA, charter, member};
use leptos::prelude::*;

/// The open project.
#[component]
pub(super) fn ProjectShell() -> impl IntoView {
    let ui = ui();
    let page = Memo::new(move |_| (super::app::page_of(&ui.route.get()), ui.asked_again.get()));
    remember_name();
    view! {
        <TopBar/>
        <div class="frame">
            <Rail/>
            <main id="main" tabindex="-1" class="page">
                {live(move || match page.get().0 {
                    Page::Kind(kind) => pages::kind_page(&kind),
                    Page::New(kind) => view! { <pages::NewRecord kind/> }.into_any(),
                    Page::Record(record) => pages::record_page(record),
                    page => later(Part::Page(page)),
                })}
            </main>
        </div>
    }
}

/// The name stands in the list of projects and in the title of the window.
fn remember_name() {
    let (ui, session) = (ui(), session());
    let name = Memo::new(move |_| project_name(session));
    Effect::new(move |_| {
        let name = name.get();
        if ui
            .store()
            .note(session.project(), "name")
            .unwrap_or_default()
            != name
            && !name.is_empty()
        {
            ui.store().set_note(session.project(), "name", &name);
        }
        document().set_title(&format!(
            "{} · {}",
            if name.is_empty() {
                ui.text(texts::UNNAMED)
            } else {
                &name
            },
            ui.text(texts::PRODUCT)
        ));
    });
}

/// The project's name as the goal charter has it.
pub(super) fn project_name(session: Session) -> String {
    let key = FieldKey::of(charter::PROJECT_NAME.name);
    crate::state::plain(&session.value(&RecordId::of(charter::CHARTER.kind), &key))
}

/// The bar over every page.
#[component]
pub(super) fn TopBar() -> impl IntoView {
    let ui = ui();
    let session = use_context::<Session>();
    view! {
        <header class="top">
            <a class="product" href="#/">{ui.t(texts::PRODUCT)}</a>
            {session.map(|session| view! {
                <a class="project-name" href=Route::Project(session.project(), Page::Overview).to_string()>
                    {live(move || { let name = project_name(session); if name.is_empty() { ui.text(texts::UNNAMED).to_owned() } else { name } })}
                </a>
                <Identity session/>
            })}
            <span class="grow"></span>
            {session.is_none().then(|| view! { <span class="hint">{ui.t(texts::NO_SIGN_UP)}</span> })}
            <SaveBadge/>
            {session.map(|session| view! {
                <button type="button" data-testid="undo" title="Ctrl+Z" on:click=move |_| undo_or_redo(ui, session, false)>{ui.t(texts::UNDO)}</button>
                <button type="button" data-testid="redo" title="Ctrl+Y" on:click=move |_| undo_or_redo(ui, session, true)>{ui.t(texts::REDO)}</button>
            })}
            <button type="button" data-testid="language" title=ui.t(texts::SWITCH_LANGUAGE) on:click=move |_| switch_language(ui)>
                {ui.t(texts::OTHER_LANGUAGE)}
            </button>
        </header>
    }
}

fn switch_language(ui: Ui) {
    let (lang, name) = if ui.lang.get_untracked() == Lang::Zh {
        (Lang::En, "en")
    } else {
        (Lang::Zh, "zh")
    };
    ui.lang.set(lang);
    ui.store().set_setting("lang", name);
}

/// Takes the last step back, or the last undo, and says what it did.
pub(super) fn step_back(ui: Ui, session: Session, redo: bool) {
    let report = if redo { session.redo() } else { session.undo() };
    let (done, nothing) = if redo {
        (texts::REDONE, texts::NOTHING_TO_REDO)
    } else {
        (texts::UNDONE, texts::NOTHING_TO_UNDO)
    };
    let lang = ui.lang.get_untracked();
    if report.nothing {
        ui.notices.info(nothing.text(lang).to_owned());
        return;
    }
    ui.notices.info(texts::fill(
        done,
        lang,
        &[("n", &report.written.to_string())],
    ));
    if report.left > 0 {
        ui.notices.warn(texts::fill(
            texts::UNDO_LEFT,
            lang,
            &[("n", &report.left.to_string())],
        ));
    }
}

/// Whether everything written is safe on this computer.
#[component]
fn SaveBadge() -> impl IntoView {
    let ui = ui();
    let state = Memo::new(move |_| match ui.save.get() {
        SaveState::Saved { .. } if ui.drafts.get() > 0 => "saving",
        SaveState::Saved { .. } => "saved",
        SaveState::Saving => "saving",
        SaveState::Failed => "failed",
        SaveState::Memory => "memory",
    });
    let told = StoredValue::new((false, Level::Fine));
    Effect::new(move |_| {
        ui.save.track();
        tell_of_space(ui, told);
    });
    let text = move || match (state.get(), ui.save.get()) {
        ("saved", SaveState::Saved { at_ms }) if at_ms > 0.0 => {
            #[expect(
                clippy::cast_possible_truncation,
                reason = "milliseconds since 1970 fit"
            )]
            let time = super::port::time_text(at_ms as i64)[11..].to_owned();
            ui.fill(texts::SAVED, &[("time", &time)])
        }
        ("saved", _) => ui.text(texts::SAVED_PLAIN).to_owned(),
        ("failed", _) => ui.text(texts::NOT_SAVED_SHORT).to_owned(),
        ("memory", _) => ui.text(texts::MEMORY_SHORT).to_owned(),
        _ => ui.text(texts::SAVING).to_owned(),
    };
    view! { <span class="save-state" role="status" data-testid="save-state" data-state=move || state.get()>{text}</span> }
}

/// A full quick space is a normal state: said once, as a warning; only a refused save is an error.
fn tell_of_space(ui: Ui, told: StoredValue<(bool, Level)>) {
    let (store, lang) = (ui.store(), ui.lang.get_untracked());
    if ui.save.get_untracked() == SaveState::Failed {
        ui.notices.error(texts::NOT_SAVED.text(lang).to_owned());
    }
    let (full_told, level_told) = told.get_value();
    let (full, level) = (store.local_full(), store.space().level());
    if full && !full_told {
        ui.notices.warn(texts::QUICK_FULL.text(lang).to_owned());
    } else if level > level_told && !full {
        ui.notices.warn(texts::fill(
            texts::ALMOST_FULL,
            lang,
            &[("percent", &store.space().percent().to_string())],
        ));
    }
    told.set_value((full || full_told, level.max(level_told)));
}

/// 我：who signs what is written here. A claim, never a lock.
#[component]
fn Identity(session: Session) -> impl IntoView {
    let ui = ui();
    let author = RwSignal::new(session.author().unwrap_or_default());
    let members = Memo::new(move |_| session.rows(member::MEMBER.kind));
    let is_listed = move || {
        author
            .get()
            .parse::<RecordId>()
            .is_ok_and(|author| members.with(|members| members.contains(&author)))
    };
    let popover = NodeRef::<leptos::html::Details>::new();
    let close = move || {
        if let Some(popover) = popover.get_untracked() {
            popover.set_open(false);
        }
    };
    let choose = move |text: String| {
        session.set_author((!text.is_empty()).then(|| text.clone()));
        author.set(text);
        close();
    };
    let named = move || match author.get() {
        author if author.is_empty() => ui.text(texts::NOT_SAID).to_owned(),
        author => session.watch(|log| names::author_name(log, Some(&author), ui.lang.get())),
    };
    view! {
        <details class="identity" data-testid="who" node_ref=popover
            on:keydown=move |event| if event.key() == "Escape" { close() }>
            <summary>{ui.t(texts::I_AM)} {ui.t(texts::COLON)} <strong>{named}</strong></summary>
            <div class="popover">
                <p>{ui.t(texts::WHO_ARE_YOU)}</p>
                <For each=move || members.get() key=|member| member.clone() let(record)>
                    <PersonChoice record author choose=Callback::new(choose)/>
                </For>
                <label class="tick"><input type="radio" name="who" prop:checked=move || author.with(String::is_empty) on:change=move |_| choose(String::new())/> {ui.t(texts::LATER)}</label>
                <label>{ui.t(texts::SOMEBODY_ELSE)} {ui.t(texts::COLON)}
                    <input type="text" data-free-text="" data-testid="own-name" autocomplete="off" placeholder=ui.t(texts::YOUR_NAME)
                        prop:value=move || if is_listed() { String::new() } else { author.get() }
                        on:change=move |event| if let Some(name) = Value::typed(&super::dom::typed_text(&event)).as_text() { choose(name.to_owned()) }/>
                </label>
            </div>
        </details>
    }
}

#[component]
fn PersonChoice(
    record: RecordId,
    author: RwSignal<String>,
    choose: Callback<String>,
) -> impl IntoView {
    let ui = ui();
    let session = session();
    let id = StoredValue::new(record);
    view! {
        <label class="tick">
            <input type="radio" name="who" value=id.get_value().to_string() prop:checked=move || author.get() == id.get_value().as_str()
                on:change=move |_| choose.run(id.get_value().to_string())/>
            {live(move || session.watch(|log| names::short_name(log, &id.get_value(), ui.lang.get())))}
        </label>
    }
}

/// The pages of a project, always the same, in the order of the six steps.
#[component]
fn Rail() -> impl IntoView {
    let ui = ui();
    let session = session();
    let project = session.project();
    let differs = Memo::new(move |_| session.watch(crate::model::Log::conflict_count));
    let link = move |page: Page, text: Label| view! { <RailLink project page text/> };
    let kind = move |kind: &'static str| {
        let text = SCHEMA
            .template(kind)
            .map_or(texts::UNNAMED, pages::list_label);
        link(Page::Kind(kind.to_owned()), text)
    };
    view! {
        <nav class="rail" aria-label=ui.t(texts::MAIN_MENU)>
            {link(Page::Overview, texts::OVERVIEW)}
            <RailHead number="1" text=texts::STEP_1/> {kind("charter")}
            <RailHead number="2" text=texts::STEP_2/> {kind("department")} {kind("member")}
            <RailHead number="3" text=texts::STEP_3/> {kind("stage")} {kind("milestone")} {kind("task")}
            <RailHead number="4" text=texts::STEP_4/> {kind("issue")}
            <hr/>
            {link(Page::Exchange, texts::EXCHANGE)}
            {live(move || (differs.get() > 0).then(|| view! {
                <a class="rail-link" data-testid="rail-conflicts" aria-current=move || (super::app::page_of(&ui.route.get()) == Page::Conflicts).then_some("page") href=Route::Project(project, Page::Conflicts).to_string()>
                    {move || ui.fill(texts::SEVERAL_DIFFER, &[("n", &differs.get().to_string())])}
                </a>
            }))}
            {link(Page::Bin, texts::BIN)}
        </nav>
    }
}

#[component]
fn RailHead(number: &'static str, text: Label) -> impl IntoView {
    let ui = ui();
    view! { <p class="rail-head"><span class="rail-number">{number}</span> {ui.t(text)}</p> }
}

#[component]
fn RailLink(project: crate::model::ProjectId, page: Page, text: Label) -> impl IntoView {
    let ui = ui();
    let href = Route::Project(project, page.clone()).to_string();
    let here = move || match (super::app::page_of(&ui.route.get()), &page) {
        (Page::Record(record), Page::Kind(kind)) => record.kind() == kind,
        (Page::New(new), Page::Kind(kind)) => new == *kind,
        (now, page) => now == *page,
    };
    view! { <a class="rail-link" href=href aria-current=move || here().then_some("page")>{ui.t(text)}</a> }
}

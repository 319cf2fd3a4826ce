//! 搜索 over the page: what is typed, and the records that hold it, by kind; arrows choose, Enter opens.

use crate::analysis::words::names::{field_name, record_name};
use crate::analysis::words::search::{Hit, search};
use crate::model::template::{Label, Template};
use crate::model::{FieldKey, RecordId};
use crate::state::{Route, Session};
use crate::ui::screen::base::composer::kept_line;
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::dom::{self, Pause, typed_text};
use crate::ui::screen::base::overlay::Panel;
use crate::ui::screen::base::pieces::{live, title};
use crate::ui::texts;
use leptos::ev;
use leptos::prelude::*;

/// So long a rest between two letters, in milliseconds, before the project is looked through.
const REST_MS: i32 = 120;

/// The button in the bar over every page, and the keys that do the same.
#[component]
pub(in crate::ui) fn SearchButton() -> impl IntoView {
    let ui = ui();
    let open = move || ui.panel.set(Some(Panel::Search));
    let keys = window_event_listener(ev::keydown, move |event| {
        let is_typing = dom::focused()
            .is_some_and(|one| matches!(one.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"));
        let is_slash = event.key() == "/" && !is_typing && !event.alt_key();
        let is_combined = (event.ctrl_key() || event.meta_key()) && event.key() == "k";
        if (is_slash || is_combined) && !event.is_composing() {
            event.prevent_default();
            open();
        }
    });
    on_cleanup(move || keys.remove());
    view! {
        <button type="button" data-testid="search" title=ui.t(texts::frame::SEARCH_KEYS) on:click=move |_| open()>
            {ui.t(texts::frame::SEARCH)}
        </button>
    }
}

/// One line of the list.
#[derive(Clone, PartialEq)]
struct ResultLine {
    record: RecordId,
    name: String,
    found: String,
}

/// What was found of one kind.
#[derive(Clone, PartialEq)]
struct Lines {
    label: Label,
    lines: Vec<ResultLine>,
    more: usize,
}

/// 搜索: what is typed, and what was found for it.
#[component]
pub(in crate::ui) fn Search() -> impl IntoView {
    let ui = ui();
    let session = ui.open_session_here()?;
    let half = kept_line(ui, session, HALF_TYPED);
    let begun = half.get_untracked();
    let text = RwSignal::new(begun.clone());
    let found = Memo::new(move |_| text.with(|text| look(ui, session, text)));
    let chosen = RwSignal::new(0usize);
    let pause = StoredValue::new_local(Pause::default());
    let typed = move |event: ev::Event| {
        let now = typed_text(&event);
        half.set(now.clone());
        pause.with_value(|pause| {
            pause.start(REST_MS, move || {
                let _ = chosen.try_set(0);
                let _ = text.try_set(now);
            });
        });
    };
    let keys = move |event: ev::KeyboardEvent| {
        let count = found.with_untracked(|found| count(found));
        match event.key().as_str() {
            _ if event.is_composing() || count == 0 => return,
            "ArrowDown" => chosen.update(|at| *at = (*at + 1) % count),
            "ArrowUp" => chosen.update(|at| *at = (*at + count - 1) % count),
            "Enter" => open(ui, session, found, chosen.get_untracked()),
            _ => return,
        }
        event.prevent_default();
        bring_into_sight(chosen.get_untracked());
    };
    let active = move || {
        found
            .with(|found| count(found) > 0)
            .then(|| format!("hit-{}", chosen.get()))
    };
    dom::focus_soon("[data-testid=search-text]".into());
    Some(view! {
        <div class="search">
            <input type="text" class="search-text" data-testid="search-text" data-free-text="" autocomplete="off"
                spellcheck="false" role="combobox" aria-label=ui.t(texts::frame::SEARCH) aria-expanded="true"
                aria-controls="hits" aria-autocomplete="list" aria-activedescendant=active
                placeholder=ui.t(texts::frame::SEARCH_HOW) value=begun on:focus=select_all on:input=typed on:keydown=keys/>
            <p class="hint" role="status">{live(move || said(ui, text, found))}</p>
            <div id="hits" class="hits" role="listbox" aria-label=ui.t(texts::frame::SEARCH)>
                {live(move || groups(ui, session, found, chosen))}
            </div>
        </div>
    })
}

/// Where what is searched for is kept until something found is opened.
const HALF_TYPED: &str = "search";

/// What was searched for before gives way to what is typed.
fn select_all(event: ev::FocusEvent) {
    event_target::<web_sys::HtmlInputElement>(&event).select();
}

fn count(found: &[Lines]) -> usize {
    found.iter().map(|lines| lines.lines.len()).sum()
}

fn look(ui: Ui, session: Session, text: &str) -> Vec<Lines> {
    let lang = ui.lang.get();
    session.watch(|log| {
        let line = |template: &'static Template, hit: Hit| {
            let field = hit
                .field
                .map(|key| field_name(Some(template), &FieldKey::of(key), lang));
            let places = |field: &str| {
                let places = [("field", field), ("text", hit.excerpt.as_str())];
                texts::fill(texts::frame::FOUND_IN, lang, &places)
            };
            ResultLine {
                name: record_name(log, &hit.record, lang),
                found: field.as_deref().map(places).unwrap_or_default(),
                record: hit.record,
            }
        };
        let groups = search(log, text, lang).into_iter();
        groups
            .map(|group| Lines {
                label: group.template.list_label(),
                more: group.more,
                lines: group
                    .hits
                    .into_iter()
                    .map(|hit| line(group.template, hit))
                    .collect(),
            })
            .collect()
    })
}

fn said(ui: Ui, text: RwSignal<String>, found: Memo<Vec<Lines>>) -> String {
    let count = found.with(|found| count(found));
    text.with(|text| match count {
        _ if text.trim().is_empty() => ui.text(texts::frame::SEARCH_KEYS).to_owned(),
        0 if ui.open_session_here().is_some_and(|here| here.is_unread()) => {
            ui.text(texts::frame::UNREAD_HERE).to_owned()
        }
        0 => ui.fill(texts::frame::SEARCH_NONE, &[("text", text.trim())]),
        n => ui.fill(texts::frame::SEARCH_COUNT, &[("n", &n.to_string())]),
    })
}

fn groups(
    ui: Ui,
    session: Session,
    found: Memo<Vec<Lines>>,
    chosen: RwSignal<usize>,
) -> Vec<AnyView> {
    let mut at = 0;
    let group = |lines: Lines| {
        let options: Vec<_> = lines
            .lines
            .into_iter()
            .map(|line| {
                at += 1;
                option(session, ui, line, at - 1, chosen)
            })
            .collect();
        let more = (lines.more > 0)
            .then(|| ui.fill(texts::frame::MORE_ROWS, &[("n", &lines.more.to_string())]));
        view! {
            <div role="group" aria-label=ui.t(lines.label)>
                <p class="hits-head" aria-hidden="true">{ui.t(lines.label)} " " <span class="hint">{more}</span></p>
                {options}
            </div>
        }.into_any()
    };
    found.get().into_iter().map(group).collect()
}

fn option(
    session: Session,
    ui: Ui,
    line: ResultLine,
    at: usize,
    chosen: RwSignal<usize>,
) -> AnyView {
    let record = line.record.clone();
    let go = move |_| show(ui, session, &record);
    view! {
        <div role="option" class="hit" id=format!("hit-{at}") data-testid="hit" data-hit=line.record.to_string()
            aria-selected=move || (chosen.get() == at).to_string() on:click=go>
            <span class="hit-name">{title(line.name)}</span> <span class="hint">{line.found}</span>
        </div>
    }.into_any()
}

fn open(ui: Ui, session: Session, found: Memo<Vec<Lines>>, at: usize) {
    let record = found.with_untracked(|found| {
        let mut all = found.iter().flat_map(|lines| &lines.lines);
        all.nth(at).map(|line| line.record.clone())
    });
    if let Some(record) = record {
        show(ui, session, &record);
    }
}

fn show(ui: Ui, session: Session, record: &RecordId) {
    ui.panel.set(None);
    kept_line(ui, session, HALF_TYPED).set(String::new());
    dom::go(&Route::of_record(session.project(), record));
}

fn bring_into_sight(at: usize) {
    if let Some(element) = document().get_element_by_id(&format!("hit-{at}")) {
        dom::show_whole(&element);
    }
}

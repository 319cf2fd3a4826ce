//! 搜索 over the page: what is typed, and what it finds: what the page offers, pages, commands, and the records that
//! hold it, by kind. Arrows choose, Enter opens.

mod here;
mod offers;

use crate::analysis::words::initials::Initials;
use crate::analysis::words::names::{field_name, record_name};
use crate::analysis::words::search::{Fit, Hit, Query, search};
use crate::model::FieldKey;
use crate::model::template::Template;
use crate::state::Session;
use crate::ui::screen::base::composer::kept_line;
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::dom::{self, Pause, typed_text};
use crate::ui::screen::base::life;
use crate::ui::screen::base::overlay::Panel;
use crate::ui::screen::base::pieces::{live, title};
use crate::ui::texts;
use here::{PageButton, on_the_page};
use leptos::ev;
use leptos::prelude::*;
use offers::{Lines, ResultLine, Target, follow, offers};

/// So long a rest between two letters, in milliseconds, before the project is looked through.
const REST_MS: i32 = 120;

/// The button in the bar over every page, and the keys that do the same.
#[component]
pub(in crate::ui) fn SearchButton() -> impl IntoView {
    let ui = ui();
    let open = move || ui.panel.set(Some(Panel::Search));
    life::hear(ev::keydown, move |event| {
        let is_typing = dom::focused()
            .is_some_and(|one| matches!(one.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"));
        let is_plain = !is_typing && !event.alt_key() && !event.ctrl_key() && !event.meta_key();
        let is_combined = (event.ctrl_key() || event.meta_key()) && event.key() == "k";
        let panel = match event.key().as_str() {
            _ if event.is_composing() || event.default_prevented() => return,
            _ if is_combined => Panel::Search,
            "/" if is_plain => Panel::Search,
            "?" | "\u{ff1f}" if is_plain => Panel::Keys,
            _ => return,
        };
        event.prevent_default();
        ui.panel.set(Some(panel));
    });
    view! {
        <button type="button" data-testid="search" title=ui.t(texts::frame::SEARCH_KEYS) on:click=move |_| open()>
            {ui.t(texts::frame::SEARCH)}
        </button>
    }
}

/// What is searched: the project, the page under it, and how letters are spoken once that is here.
#[derive(Clone, Copy)]
struct Searched {
    ui: Ui,
    session: Session,
    here: StoredValue<Vec<PageButton>, LocalStorage>,
    initials: RwSignal<Initials>,
}

/// 搜索: what is typed, and what was found for it.
#[component]
pub(in crate::ui) fn Search() -> impl IntoView {
    let ui = ui();
    let searched = Searched {
        ui,
        session: ui.open_session_here()?,
        here: StoredValue::new_local(on_the_page()),
        initials: RwSignal::new(Initials::default()),
    };
    life::while_here(async move {
        if let Some(table) = (ui.behind.spoken)().await {
            let _ = searched.initials.try_set(table);
        }
    });
    // A reload keeps it; whoever closes the box has done with it.
    let half = kept_line(ui, searched.session, "search");
    on_cleanup(move || {
        let _ = half.try_set(String::new());
    });
    let begun = half.get_untracked();
    let text = RwSignal::new(begun.clone());
    let found = Memo::new(move |_| text.with(|text| look(searched, text)));
    // Nothing is chosen before something was asked: Enter on a list nobody looked at would do whatever stands first.
    let chosen = RwSignal::new(None::<usize>);
    let pause = StoredValue::new_local(Pause::default());
    let typed = move |event: ev::Event| {
        let now = typed_text(&event);
        half.set(now.clone());
        pause.with_value(|pause| {
            pause.start(REST_MS, move || {
                let _ = chosen.try_set((!now.trim().is_empty()).then_some(0));
                let _ = text.try_set(now);
            });
        });
    };
    // What was typed last counts at once where somebody does not wait for the list.
    let follow_now = move |event: &ev::KeyboardEvent| {
        let now = typed_text(event);
        if text.with_untracked(|text| *text != now) {
            pause.with_value(Pause::stop);
            chosen.set((!now.trim().is_empty()).then_some(0));
            text.set(now);
        }
    };
    let keys = move |event: ev::KeyboardEvent| {
        if event.is_composing() || event.key_code() == 229 {
            return;
        }
        let is_enter = event.key() == "Enter";
        if is_enter {
            follow_now(&event);
        }
        let count = found.with_untracked(|found| count(found));
        match event.key().as_str() {
            _ if count == 0 => return,
            "ArrowDown" => chosen.update(|at| *at = Some(at.map_or(0, |at| (at + 1) % count))),
            "ArrowUp" => chosen.update(|at| *at = Some((at.unwrap_or(0) + count - 1) % count)),
            "Enter" => {}
            _ => return,
        }
        event.prevent_default();
        match chosen.get_untracked() {
            Some(at) if is_enter => open(searched, found, at),
            Some(at) => bring_into_sight(at),
            None => {}
        }
    };
    let is_any = Memo::new(move |_| found.with(|found| count(found) > 0));
    let active = move || {
        let at = chosen.get().filter(|_| is_any.get());
        at.map(|at| format!("hit-{at}"))
    };
    dom::focus_soon("[data-testid=search-text]".into());
    Some(view! {
        <div class="search">
            <input type="text" class="search-text" data-testid="search-text" data-free-text="" autocomplete="off"
                spellcheck="false" role="combobox" aria-label=ui.t(texts::palette::SEARCH_KEY)
                aria-expanded=move || is_any.get().to_string()
                aria-controls="hits" aria-autocomplete="list" aria-activedescendant=active
                placeholder=ui.t(texts::palette::HOW_TO_FIND) value=begun on:focus=select_all on:input=typed
                on:keydown=keys/>
            <p class="hint" role="status" data-testid="search-said">{live(move || said(ui, text, found))}</p>
            <div id="hits" class="hits" role="listbox" aria-label=ui.t(texts::palette::SEARCH_KEY)>
                {live(move || groups(searched, found, chosen))}
            </div>
            <p class="hint search-keys" aria-hidden="true">{ui.t(texts::palette::FINDING_KEYS)}</p>
        </div>
    })
}

/// What was searched for before gives way to what is typed.
fn select_all(event: ev::FocusEvent) {
    event_target::<web_sys::HtmlInputElement>(&event).select();
}

fn count(found: &[Lines]) -> usize {
    found.iter().map(|lines| lines.lines.len()).sum()
}

/// All that fits. What is called so goes before what only holds it somewhere; a number is meant before all.
fn look(searched: Searched, text: &str) -> Vec<Lines> {
    let query = Query::of(text);
    searched.initials.with(|initials| {
        let (ui, session) = (searched.ui, searched.session);
        let here = searched.here;
        let mut found = here.with_value(|here| offers(ui, session, here, &query, initials));
        let records = records(searched, text, initials);
        let at = |lines: &Lines| lines.fit.is_some_and(|fit| fit <= Fit::NumberBegins);
        let (first, rest): (Vec<Lines>, Vec<Lines>) = records.into_iter().partition(at);
        found.splice(0..0, first);
        found.extend(rest);
        found
    })
}

fn records(searched: Searched, text: &str, initials: &Initials) -> Vec<Lines> {
    let (lang, session) = (searched.ui.lang.get(), searched.session);
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
                target: Target::Record(hit.record),
            }
        };
        let groups = search(log, text, lang, initials).into_iter();
        groups
            .map(|group| Lines {
                label: group.template.list_label(),
                more: group.more,
                fit: Some(group.fit),
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
    let n = count.to_string();
    text.with(|text| match count {
        _ if text.trim().is_empty() => ui.fill(texts::palette::OFFERED, &[("n", &n)]),
        0 if ui.open_session_here().is_some_and(|here| here.is_unread()) => {
            ui.text(texts::frame::UNREAD_HERE).to_owned()
        }
        0 => ui.fill(texts::palette::NONE, &[("text", text.trim())]),
        _ => ui.fill(texts::frame::SEARCH_COUNT, &[("n", &n)]),
    })
}

fn groups(
    searched: Searched,
    found: Memo<Vec<Lines>>,
    chosen: RwSignal<Option<usize>>,
) -> Vec<AnyView> {
    let ui = searched.ui;
    let mut at = 0;
    let group = |lines: Lines| {
        let options: Vec<_> = lines
            .lines
            .into_iter()
            .map(|line| {
                at += 1;
                option(searched, line, at - 1, chosen)
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
    searched: Searched,
    line: ResultLine,
    at: usize,
    chosen: RwSignal<Option<usize>>,
) -> AnyView {
    let target = line.target.clone();
    let hook = match &line.target {
        Target::Record(record) => record.to_string(),
        Target::Page(route) => route.to_string(),
        Target::Here(_) | Target::Command(_) => String::new(),
    };
    let go = move |_| show(searched, &target);
    view! {
        <div role="option" class="hit" id=format!("hit-{at}") data-testid="hit" data-hit=hook
            aria-selected=move || (chosen.get() == Some(at)).to_string() on:click=go>
            <span class="hit-name">{title(line.name)}</span> <span class="hint">{line.found}</span>
        </div>
    }
    .into_any()
}

fn open(searched: Searched, found: Memo<Vec<Lines>>, at: usize) {
    let target = found.with_untracked(|found| {
        let mut all = found.iter().flat_map(|lines| &lines.lines);
        all.nth(at).map(|line| line.target.clone())
    });
    if let Some(target) = target {
        show(searched, &target);
    }
}

fn show(searched: Searched, target: &Target) {
    let (ui, session) = (searched.ui, searched.session);
    let here = searched.here.with_value(Clone::clone);
    ui.panel.set(None);
    follow(ui, session, &here, target);
}

fn bring_into_sight(at: usize) {
    if let Some(element) = document().get_element_by_id(&format!("hit-{at}")) {
        dom::show_whole(&element);
    }
}

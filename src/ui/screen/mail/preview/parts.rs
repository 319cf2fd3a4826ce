//! What the files bring, in three groups: what will differ, what is new, what is here already. One search for all.

use super::long::{VALUE, WINDOW, long, more, name};
use super::shown::Shown;
use super::source::LineSource;
use super::stranger::alike_chip;
use crate::model::RecordId;
use crate::model::template::Label;
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::pieces::live;
use crate::ui::texts;
use leptos::prelude::*;
use std::rc::Rc;

/// So many of the changes that are here already are looked through.
pub(super) const KNOWN: usize = 400;
/// So many lines are looked through for what is searched.
const SEARCHED: usize = 5_000;

/// A tab of the preview.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Group {
    Differs,
    New,
    Known,
}

impl Group {
    const ALL: [Self; 3] = [Self::Differs, Self::New, Self::Known];

    const fn key(self) -> &'static str {
        match self {
            Self::Differs => "differs",
            Self::New => "new",
            Self::Known => "known",
        }
    }

    const fn label(self) -> Label {
        match self {
            Self::Differs => texts::mail::GROUP_DIFFERS,
            Self::New => texts::mail::GROUP_NEW,
            Self::Known => texts::mail::GROUP_KNOWN,
        }
    }
}

/// What stands in one line.
pub(super) struct PreviewLine {
    /// Who wrote it.
    pub(super) who: String,
    /// The record it is about.
    pub(super) record: RecordId,
    /// What stands in its columns.
    pub(super) cells: Vec<String>,
    /// Whether it will differ.
    pub(super) differs: bool,
    /// Member id or name of who wrote it, where somebody signed what is new.
    pub(super) by: Option<String>,
    /// How many places are theirs in all.
    pub(super) of: usize,
}

/// The groups as tabs, 按人, the search.
#[component]
pub(super) fn Parts(shown: Shown) -> impl IntoView {
    let ui = shown.ui;
    let has = shown
        .preview
        .with_value(|preview| (!preview.after.opened.is_empty(), !preview.is_contained()));
    let first = if has.0 {
        Group::Differs
    } else if has.1 {
        Group::New
    } else {
        Group::Known
    };
    let group = RwSignal::new(first);
    let (by_person, search) = (RwSignal::new(true), shown.searched());
    let in_fields = RwSignal::new(false);
    // Each list begins with its first lines.
    let window = Memo::new(move |_| {
        group.track();
        by_person.track();
        in_fields.track();
        search.track();
        RwSignal::new(WINDOW)
    });
    view! {
        <div class="parts-head">
            <Tabs shown group/>
            <label class="tick">
                <input type="checkbox" data-testid="by-person" prop:checked=move || by_person.get()
                    on:change=move |event| by_person.set(event_target_checked(&event))/>
                <span>{ui.t(texts::mail::PER_PERSON)}</span>
            </label>
            <label class="tick">
                <input type="checkbox" data-testid="in-fields" prop:checked=move || in_fields.get()
                    on:change=move |event| in_fields.set(event_target_checked(&event))/>
                <span>{ui.t(texts::mail::IN_FIELDS)}</span>
            </label>
            <input type="search" data-free-text="" data-testid="preview-search" autocomplete="off"
                placeholder=ui.t(texts::mail::SEARCH_IN_IT) aria-label=ui.t(texts::mail::SEARCH_IN_IT)
                prop:value=move || search.get() on:input=move |event| search.set(typed_text(&event))/>
        </div>
        <div role="tabpanel" id="preview-part" tabindex="-1"
            aria-label=move || ui.fill(group.get().label(), &[("n", "")])>
            {live(move || match (group.get(), in_fields.get()) {
                (Group::Differs, _) | (_, true) => {
                    shown.part(group.get(), by_person.get(), &search.get(), window.get())
                }
                (group, false) => {
                    shown.in_sentences(group, by_person.get(), &search.get(), window.get())
                }
            })}
        </div>
    }
}

/// The tabs, with the arrow keys among them.
#[component]
fn Tabs(shown: Shown, group: RwSignal<Group>) -> impl IntoView {
    let ui = shown.ui;
    let counts = move |group: Group| match group {
        Group::Differs => shown
            .preview
            .with_value(|preview| preview.after.opened.len()),
        Group::New => shown.outlook.with(|outlook| outlook.doings.len()),
        // How much is here already says nothing.
        Group::Known => 0,
    };
    let tab = move |one: Group| {
        view! {
            <button type="button" role="tab" class="tab" data-testid="preview-tab" data-group=one.key()
                aria-controls="preview-part" aria-selected=move || (group.get() == one).to_string()
                tabindex=move || if group.get() == one { "0" } else { "-1" } on:click=move |_| group.set(one)>
                {ui.filled(one.label(), "n", move || counts(one).to_string())}
            </button>
        }
    };
    let keys = move |event: web_sys::KeyboardEvent| {
        let at = Group::ALL
            .iter()
            .position(|one| *one == group.get_untracked())
            .unwrap_or_default();
        let to = match &*event.key() {
            "ArrowRight" => (at + 1) % Group::ALL.len(),
            "ArrowLeft" => (at + Group::ALL.len() - 1) % Group::ALL.len(),
            _ => return,
        };
        event.prevent_default();
        group.set(Group::ALL[to]);
        crate::ui::screen::base::dom::focus_soon(format!(
            "[data-testid=preview-tab][data-group={}]",
            Group::ALL[to].key()
        ));
    };
    view! {
        <div class="tabs" role="tablist" aria-label=ui.t(texts::mail::PREVIEW_GROUPS) on:keydown=keys>
            {Group::ALL.into_iter().map(tab).collect::<Vec<_>>()}
        </div>
    }
}

impl Shown {
    fn in_sentences(
        self,
        group: Group,
        by_person: bool,
        search: &str,
        window: RwSignal<usize>,
    ) -> AnyView {
        let wanted = search.trim().to_lowercase();
        let doings = match group {
            Group::Known => self.known_doings(),
            _ => self.outlook.with(|outlook| outlook.doings.clone()),
        };
        self.told(&doings, by_person, &wanted, window)
    }

    fn part(self, group: Group, by_person: bool, search: &str, window: RwSignal<usize>) -> AnyView {
        let head = match group {
            Group::Differs => DIFFERS_HEAD,
            Group::New => NEW_HEAD,
            Group::Known => KNOWN_HEAD,
        };
        let wanted = search.trim().to_lowercase();
        let fits = |line: &PreviewLine| {
            let mut texts = line.cells.iter().chain([&line.who]);
            texts.any(|text| text.to_lowercase().contains(&wanted))
        };
        let (lines, total) = self.with_whose(|whose| {
            let mut sources = match group {
                Group::Differs => LineSource::differing(whose.preview),
                Group::New => LineSource::newly(whose),
                Group::Known => self.known(whose.preview),
            };
            if !by_person {
                sources.sort_by(|a, b| a.record(whose.preview).cmp(b.record(whose.preview)));
            }
            let write = |source: &LineSource| self.written(whose, source);
            if wanted.is_empty() {
                let window = sources.iter().take(window.get());
                return (window.map(write).collect::<Vec<_>>(), sources.len());
            }
            let searched = sources.iter().take(SEARCHED).map(write);
            let mut found: Vec<PreviewLine> = searched.filter(fits).collect();
            let total = found.len();
            found.truncate(window.get());
            (found, total)
        });
        if lines.is_empty() {
            return view! { <p class="empty">{self.ui.text(texts::mail::NOTHING_OF_IT)}</p> }
                .into_any();
        }
        let more = more(self.ui, window, total);
        if !by_person || group == Group::Differs {
            let table = self.table(head, &lines, group != Group::Differs);
            return view! { {table} {more} }.into_any();
        }
        let people = lines.chunk_by(|a, b| a.who == b.who);
        let person = |lines: &[PreviewLine]| {
            let who = name(&lines[0].who);
            let count = self
                .ui
                .fill(texts::mail::N_PLACES, &[("n", &lines[0].of.to_string())]);
            let preview = self.preview.with_value(Rc::clone);
            let by = lines[0].by.as_deref();
            let alike = by.and_then(|by| alike_chip(self.ui, self.session, &preview, by));
            view! {
                <h3>{who} {self.ui.text(texts::forms::COLON)} {count} {alike}</h3> {self.table(head, lines, false)}
            }
        };
        let people = people.map(person).collect::<Vec<_>>();
        view! { {people} {more} }.into_any()
    }

    fn table(self, head: &[Label], lines: &[PreviewLine], is_told: bool) -> AnyView {
        let ui = self.ui;
        let head = head
            .iter()
            .copied()
            .chain(is_told.then_some(texts::mail::WHO));
        let head = head.map(|label| view! { <th scope="col">{ui.text(label)}</th> });
        let row = |line: &PreviewLine| {
            let differs = line.differs.then(|| view! {
                " " <span class="chip" data-tone="warn">"≠ " {ui.text(texts::mail::DIFFERS)}</span>
            });
            let mut cells = line.cells.iter().cloned();
            let first = long(ui, cells.next().unwrap_or_default(), VALUE);
            let who = is_told.then(|| line.who.clone());
            let rest = cells
                .chain(who)
                .map(|text| view! { <td>{long(ui, text, VALUE)}</td> });
            view! {
                <tr data-record=line.record.to_string()>
                    <th scope="row">{first} {differs}</th>{rest.collect::<Vec<_>>()}
                </tr>
            }
        };
        view! {
            <div class="wide">
                <table class="list-table parts" aria-label=ui.t(texts::mail::IN_FIELDS)>
                    <thead><tr>{head.collect::<Vec<_>>()}</tr></thead>
                    <tbody>{lines.iter().map(row).collect::<Vec<_>>()}</tbody>
                </table>
            </div>
        }
        .into_any()
    }
}

const DIFFERS_HEAD: &[Label] = &[
    texts::mail::WHERE,
    texts::mail::BEFORE,
    texts::mail::ONE_VALUE,
    texts::mail::OTHER_VALUE,
];
const NEW_HEAD: &[Label] = &[
    texts::mail::WHERE,
    texts::mail::BEFORE,
    texts::mail::AFTER,
    texts::mail::WHEN,
];
const KNOWN_HEAD: &[Label] = &[
    texts::mail::WHERE,
    texts::mail::WHAT_STANDS,
    texts::mail::WHEN,
];

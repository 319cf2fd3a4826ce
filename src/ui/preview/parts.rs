//! What the files bring, in three groups: what will differ, what is new, what is here already. One search for all.

use super::answers::Answers;
use crate::exchange::Preview;
use crate::model::RecordId;
use crate::model::template::Label;
use crate::state::Session;
use crate::ui::context::{Ui, ui};
use crate::ui::dom::typed_text;
use crate::ui::pieces::live;
use crate::ui::texts;
use leptos::prelude::*;
use std::rc::Rc;

/// Lines shown at once; the rest is counted.
const LINES: usize = 60;
/// So many of the changes that are here already are looked through.
pub(super) const KNOWN: usize = 400;

/// One of the groups.
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
            Self::Differs => texts::GROUP_DIFFERS,
            Self::New => texts::GROUP_NEW,
            Self::Known => texts::GROUP_KNOWN,
        }
    }
}

/// A preview with what its lines need to be written.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    pub(super) ui: Ui,
    preview: StoredValue<Rc<Preview>, LocalStorage>,
    pub(super) session: Option<Session>,
    answers: Answers,
}

/// What stands in one line.
pub(super) struct Line {
    /// Who wrote it.
    pub(super) who: String,
    /// The record it is about.
    pub(super) record: RecordId,
    /// What stands in its columns.
    pub(super) cells: Vec<String>,
    /// Whether it will differ.
    pub(super) differs: bool,
}

/// The groups as tabs, 按人, the search.
#[component]
pub(super) fn Parts(
    preview: Rc<Preview>,
    session: Option<Session>,
    answers: Answers,
) -> impl IntoView {
    let ui = ui();
    let counts = [
        preview.after.opened.len(),
        preview.new_count(),
        preview.known,
    ];
    let first = if counts[0] > 0 {
        Group::Differs
    } else if counts[1] > 0 {
        Group::New
    } else {
        Group::Known
    };
    let group = RwSignal::new(first);
    let (by_person, search) = (RwSignal::new(true), RwSignal::new(String::new()));
    let shown = Shown {
        ui,
        preview: StoredValue::new_local(preview),
        session,
        answers,
    };
    let tab = move |(one, count): (Group, usize)| {
        view! {
            <button type="button" role="tab" class="tab" data-testid="preview-tab" data-group=one.key() aria-controls="preview-part"
                aria-selected=move || (group.get() == one).to_string() tabindex=move || if group.get() == one { "0" } else { "-1" }
                on:click=move |_| group.set(one)>{ui.filled(one.label(), "n", move || count.to_string())}</button>
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
        crate::ui::dom::focus_soon(format!(
            "[data-testid=preview-tab][data-group={}]",
            Group::ALL[to].key()
        ));
    };
    view! {
        <div class="parts-head">
            <div class="tabs" role="tablist" aria-label=ui.t(texts::PREVIEW_GROUPS) on:keydown=keys>{Group::ALL.into_iter().zip(counts).map(tab).collect::<Vec<_>>()}</div>
            <label class="tick"><input type="checkbox" data-testid="by-person" prop:checked=move || by_person.get() on:change=move |event| by_person.set(event_target_checked(&event))/> <span>{ui.t(texts::PER_PERSON)}</span></label>
            <input type="search" data-free-text="" data-testid="preview-search" autocomplete="off" placeholder=ui.t(texts::SEARCH_IN_IT) aria-label=ui.t(texts::SEARCH_IN_IT)
                prop:value=move || search.get() on:input=move |event| search.set(typed_text(&event))/>
        </div>
        <div role="tabpanel" id="preview-part" tabindex="-1" aria-label=move || ui.fill(group.get().label(), &[("n", "")])>
            {live(move || shown.part(group.get(), by_person.get(), &search.get()))}
        </div>
    }
}

impl Shown {
    fn part(self, group: Group, by_person: bool, search: &str) -> AnyView {
        let (head, lines): (&[Label], Vec<Line>) = self.preview.with_value(|preview| {
            let said = self.answers.said(self.ui, self.session, preview);
            match group {
                Group::Differs => (DIFFERS_HEAD, self.differing(preview, &said)),
                Group::New => (NEW_HEAD, self.newly(preview, &said)),
                Group::Known => (KNOWN_HEAD, self.known(preview, &said)),
            }
        });
        let wanted = search.trim().to_lowercase();
        let fits = |line: &Line| {
            let mut texts = line.cells.iter().chain([&line.who]);
            wanted.is_empty() || texts.any(|text| text.to_lowercase().contains(&wanted))
        };
        let mut lines: Vec<Line> = lines.into_iter().filter(fits).collect();
        if lines.is_empty() {
            return view! { <p class="empty">{self.ui.text(texts::NOTHING_OF_IT)}</p> }.into_any();
        }
        if !by_person || group == Group::Differs {
            if !by_person {
                lines.sort_by(|a, b| a.record.cmp(&b.record));
            }
            let is_told = group != Group::Differs;
            return self.table(head, &lines, is_told);
        }
        let mut people: Vec<(String, Vec<Line>)> = Vec::new();
        for line in lines {
            match people.iter_mut().find(|(who, _)| *who == line.who) {
                Some((_, theirs)) => theirs.push(line),
                None => people.push((line.who.clone(), vec![line])),
            }
        }
        let person = |(who, lines): (String, Vec<Line>)| {
            let count = lines.len().to_string();
            view! { <h3>{self.ui.fill(texts::BY_PERSON, &[("who", &who), ("n", &count)])}</h3> {self.table(head, &lines, false)} }
        };
        people
            .into_iter()
            .map(person)
            .collect::<Vec<_>>()
            .into_any()
    }

    fn table(self, head: &[Label], lines: &[Line], is_told: bool) -> AnyView {
        let ui = self.ui;
        let more = lines.len().saturating_sub(LINES);
        let head = head.iter().copied().chain(is_told.then_some(texts::WHO));
        let head = head.map(|label| view! { <th scope="col">{ui.text(label)}</th> });
        let row = |line: &Line| {
            let differs = line.differs.then(|| view! { " " <span class="chip" data-tone="warn">"≠ " {ui.text(texts::DIFFERS)}</span> });
            let mut cells = line.cells.iter().cloned();
            let first = cells.next().unwrap_or_default();
            let who = is_told.then(|| line.who.clone());
            let rest = cells.chain(who).map(|text| view! { <td>{text}</td> });
            view! { <tr data-record=line.record.to_string()><th scope="row">{first} {differs}</th>{rest.collect::<Vec<_>>()}</tr> }
        };
        view! {
            <div class="wide">
                <table class="list-table parts"><thead><tr>{head.collect::<Vec<_>>()}</tr></thead><tbody>{lines.iter().take(LINES).map(row).collect::<Vec<_>>()}</tbody></table>
            </div>
            {(more > 0).then(|| view! { <p class="hint">{ui.fill(texts::MORE_ROWS, &[("n", &more.to_string())])}</p> })}
        }
        .into_any()
    }
}

const DIFFERS_HEAD: &[Label] = &[
    texts::WHERE,
    texts::BEFORE,
    texts::ONE_VALUE,
    texts::OTHER_VALUE,
];
const NEW_HEAD: &[Label] = &[texts::WHERE, texts::BEFORE, texts::AFTER, texts::WHEN];
const KNOWN_HEAD: &[Label] = &[texts::WHERE, texts::WHAT_STANDS, texts::WHEN];

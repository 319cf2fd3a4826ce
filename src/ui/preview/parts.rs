//! What the files bring, in three groups: what will differ, what is new, what is here already. One search for all.

use super::answers::{Answers, who_text};
use crate::analysis::differences::{Told, before, told};
use crate::exchange::Preview;
use crate::exchange::preview::{FieldChange, PersonPreview};
use crate::model::log::ConflictPlace;
use crate::model::template::{DELETED, Label, Lang, ORDER, PARENT, PREFILLED};
use crate::model::{FieldKey, Log, RecordId, Value};
use crate::state::Session;
use crate::ui::context::{Ui, ui};
use crate::ui::dom::{live, typed_text};
use crate::ui::names::{field_name, record_name};
use crate::ui::said::{Said, choice_text};
use crate::ui::texts;
use leptos::prelude::*;
use std::rc::Rc;

/// Lines shown at once; the rest is counted.
const LINES: usize = 60;
/// So many of the changes that are here already are looked through.
const KNOWN: usize = 400;

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
struct Shown {
    ui: Ui,
    preview: StoredValue<Rc<Preview>, LocalStorage>,
    session: Option<Session>,
    answers: Answers,
}

/// What stands in one line.
struct Line {
    who: String,
    record: RecordId,
    cells: Vec<String>,
    /// Whether it will differ.
    differs: bool,
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

    /// What will differ after taking: where, what stood there, and each value with its writer.
    fn differing(self, preview: &Preview, said: &Said) -> Vec<Line> {
        let line = |place: &ConflictPlace| {
            let log = &preview.after.log;
            let (record, key, lang) = (&place.record, &place.key, self.ui.lang.get());
            let mut writers: Vec<String> = Vec::new();
            let value = |wanted: &Value| {
                let live = log.live(record, key);
                let of = live.iter().filter(|write| write.value == wanted).map(told);
                let by: Vec<String> = of.map(|told| signed(said, &told)).collect();
                writers.extend(by.iter().cloned());
                format!(
                    "{} · {}",
                    self.value(preview, record, key, wanted),
                    by.join("；")
                )
            };
            let values: Vec<String> = log.distinct(record, key).iter().map(value).collect();
            let stood = before(log, place).map_or_else(
                || texts::NOTHING.text(lang).to_owned(),
                |(value, _)| self.value(preview, record, key, &value),
            );
            let mut all = values.into_iter();
            let (one, rest) = (all.next().unwrap_or_default(), all.collect::<Vec<_>>());
            Line {
                who: writers.join(" "),
                record: record.clone(),
                cells: vec![
                    self.place(preview, record, key),
                    stood,
                    one,
                    rest.join("\n"),
                ],
                differs: false,
            }
        };
        preview.after.opened.iter().map(line).collect()
    }

    /// What is new, field by field.
    fn newly(self, preview: &Preview, said: &Said) -> Vec<Line> {
        let is_told =
            |change: &&FieldChange| ![ORDER, PARENT, PREFILLED].contains(&change.key.as_str());
        let mut lines = Vec::new();
        for person in &preview.people {
            let told = person.fields.iter().filter(is_told);
            lines.extend(told.map(|change| self.new_line(preview, said, person, change)));
        }
        lines
    }

    fn new_line(
        self,
        preview: &Preview,
        said: &Said,
        person: &PersonPreview,
        change: &FieldChange,
    ) -> Line {
        let ui = self.ui;
        let (record, key) = (&change.record, &change.key);
        let mut to = if key.as_str() == DELETED && change.to.is_true() {
            ui.text(texts::DELETION).to_owned()
        } else {
            self.value(preview, record, key, &change.to)
        };
        let replaced = preview.replaced.iter().find(|replaced| {
            let is_this = change.items.contains(&replaced.item) && replaced.key == *key;
            is_this && replaced.who == person.who
        });
        if let Some(replaced) = replaced {
            let who = who_text(said, &replaced.by);
            let text = ui.fill(texts::ALREADY_REPLACED, &[("who", &who)]);
            to = format!("{to}（{text}）");
        }
        let when = Told {
            author: None,
            on_behalf_of: None,
            time_ms: (change.time != 0).then_some(change.time),
            note: None,
        };
        Line {
            who: who_text(said, &person.who),
            record: record.clone(),
            cells: vec![
                self.place(preview, record, key),
                self.value(preview, record, key, &change.from),
                to,
                said.when(&when),
            ],
            differs: change.is_open,
        }
    }

    /// What is here already, the latest first.
    fn known(self, preview: &Preview, said: &Said) -> Vec<Line> {
        let Some(session) = self.session else {
            return Vec::new();
        };
        let changes = session.read(|log| preview.known_changes(log, KNOWN));
        let mut lines = Vec::new();
        for change in changes.iter().rev() {
            let told = Told {
                author: change.author.as_deref().map(str::to_owned),
                on_behalf_of: change.on_behalf_of.as_deref().map(str::to_owned),
                time_ms: (change.time != 0).then_some(change.time),
                note: None,
            };
            for cell in &change.cells {
                if [ORDER, PARENT, PREFILLED].contains(&cell.key.as_str()) {
                    continue;
                }
                lines.push(Line {
                    who: said.writer(&told),
                    record: change.record.clone(),
                    cells: vec![
                        self.place(preview, &change.record, &cell.key),
                        self.value(preview, &change.record, &cell.key, &cell.value),
                        said.when(&told),
                    ],
                    differs: false,
                });
            }
        }
        lines
    }

    /// T-11 合规与认证检测 · 截止日期, as it is called here or will be.
    fn place(self, preview: &Preview, record: &RecordId, key: &FieldKey) -> String {
        let lang = self.ui.lang.get();
        let named = |log: &Log| {
            preview
                .title(Some(log), record)
                .map(|_| record_name(log, record, lang))
        };
        let here = |session: Session| {
            session.read(|log| {
                log.is_visible(record)
                    .then(|| record_name(log, record, lang))
            })
        };
        let name = self
            .session
            .and_then(here)
            .or_else(|| named(&preview.after.log))
            .unwrap_or_else(|| record_name(&preview.after.log, record, lang));
        let template = crate::templates::SCHEMA.template(record.kind());
        format!("{name} · {}", field_name(template, key, lang))
    }

    /// A value, with the records it names called as they are here or will be.
    fn value(self, preview: &Preview, record: &RecordId, key: &FieldKey, value: &Value) -> String {
        let lang: Lang = self.ui.lang.get();
        let named = value
            .as_text()
            .and_then(|text| text.parse::<RecordId>().ok());
        let is_here = |session: &Session| {
            let named = named.as_ref();
            named.is_some_and(|named| session.read(|log| log.is_visible(named)))
        };
        match self.session.filter(is_here) {
            Some(session) => session.read(|log| choice_text(log, record, key, value, lang)),
            None => choice_text(&preview.after.log, record, key, value, lang),
        }
    }
}

fn signed(said: &Said, told: &Told) -> String {
    format!("{} {}", said.writer(told), said.when(told))
}

const DIFFERS_HEAD: &[Label] = &[
    texts::WHERE,
    texts::BEFORE,
    texts::ONE_VALUE,
    texts::OTHER_VALUE,
];
const NEW_HEAD: &[Label] = &[texts::WHERE, texts::BEFORE, texts::AFTER, texts::WHEN];
const KNOWN_HEAD: &[Label] = &[texts::WHERE, texts::WHAT_STANDS, texts::WHEN];

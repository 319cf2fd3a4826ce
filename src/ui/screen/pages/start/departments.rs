//! 参加的部门和代表: the table of the wizard, filled by hand or by a pasted list.

use super::Scenario;
use crate::analysis::begin::start::{
    DepartmentAnswer, defaults_of, read_roster, take_rest_of_roster, take_roster, tasks_told,
};
use crate::analysis::words::cells::CopiedCells;
use crate::model::template::{Choice, Label, Lang};
use crate::templates::department;
use crate::ui::screen::base::clipboard;
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::dom::{self, typed_text};
use crate::ui::screen::base::keys;
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::live;
use crate::ui::texts::{self, LIST_SEPARATOR};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicUsize, Ordering};

/// The wizard, to which rows belong whoever makes them: a box or a message that closes would take them along.
pub(super) type Wizard = StoredValue<Owner, LocalStorage>;

/// A row of the table; the number tells rows apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct WizardRow {
    number: usize,
    pub(super) answer: RwSignal<DepartmentAnswer>,
}

static NEXT: AtomicUsize = AtomicUsize::new(0);

impl WizardRow {
    pub(super) fn new(answer: DepartmentAnswer) -> Self {
        Self {
            number: NEXT.fetch_add(1, Ordering::Relaxed),
            answer: RwSignal::new(answer),
        }
    }

    /// The rows of a table, for as long as the wizard is open.
    pub(super) fn all(wizard: Wizard, answers: Vec<DepartmentAnswer>) -> Vec<Self> {
        let make = || answers.into_iter().map(Self::new).collect();
        wizard.with_value(|owner| owner.with(make))
    }
}

/// Departments that stand as they were proposed are called in the language that is spoken now.
pub(super) fn follow_language(
    ui: Ui,
    rows: RwSignal<Vec<WizardRow>>,
    scenario: impl Fn() -> Scenario + 'static,
) {
    Effect::new(move |before: Option<Lang>| {
        let lang = ui.lang.get();
        if let Some(before) = before.filter(|before| *before != lang) {
            untrack(|| {
                let today = ui.now().date_naive();
                let names = |lang| defaults_of(scenario(), today, lang).departments;
                let both: Vec<_> = names(before).into_iter().zip(names(lang)).collect();
                for row in rows.get() {
                    let own = row.answer.with(|answer| answer.name.clone());
                    if let Some((_, now)) = both.iter().find(|(before, _)| before.name == own) {
                        row.answer
                            .update(|answer| answer.name.clone_from(&now.name));
                    }
                }
            });
        }
        lang
    });
}

/// Who takes part, a row per department.
#[component]
pub(super) fn Departments(
    rows: RwSignal<Vec<WizardRow>>,
    roster: RwSignal<String>,
    scenario: Signal<Scenario>,
) -> impl IntoView {
    let ui = ui();
    let wizard = Wizard::new_local(Owner::current().expect("inside the wizard"));
    let head = [
        texts::start::TAKES_PART,
        texts::forms::DEPARTMENT,
        texts::forms::REPRESENTATIVE,
        texts::start::HOW,
        texts::start::PRE_FILLED_TASKS,
    ];
    let pasting = RwSignal::new(false);
    let window = Window::of_rows(Within::Table);
    let told = Memo::new(move |_| {
        let answers = answers_of(rows);
        let told = tasks_told(scenario.get(), &answers, ui.lang.get());
        let numbers = rows.with(|rows| rows.iter().map(|row| row.number).collect::<Vec<_>>());
        numbers.into_iter().zip(told).collect::<TasksTold>()
    });
    let open = move || {
        pasting.update(|now| *now = !*now);
        dom::focus_soon(".roster textarea".into());
    };
    // What is brought back is seen.
    Effect::new(move |_| {
        if !roster.with(String::is_empty) {
            pasting.set(true);
        }
    });
    let add = move |_| {
        let row = WizardRow::new(DepartmentAnswer::named(""));
        rows.update(|rows| rows.push(row));
        window.reveal(rows.with_untracked(Vec::len) - 1);
        dom::focus_soon(".departments tr:last-child [data-field='department.name']".into());
    };
    view! {
        <fieldset class="wizard-row">
            <legend>{ui.t(texts::start::DEPARTMENTS_AND_REPS)}</legend>
            <p class="hint">
                {ui.t(texts::start::OPEN_FOR_NOW)}
                <button type="button" class="link" data-testid="paste-roster"
                    on:click=move |_| open()>
                    {ui.t(texts::start::PASTE_ROSTER)}
                </button>
            </p>
            {live(move || pasting.get().then(|| view! { <PasteRoster rows roster pasting wizard/> }))}
            <table class="list-table departments" aria-label=ui.t(texts::start::DEPARTMENTS_AND_REPS)>
                <thead>
                    <tr>
                        {head.map(|label| view! { <th scope="col">{ui.t(label)}</th> }).into_iter().collect::<Vec<_>>()}
                    </tr>
                </thead>
                <tbody>
                    {window.list(rows, |row: &WizardRow| row.number.to_string(), move |row| view! {
                        <OneRow row told scenario/>
                    }.into_any())}
                </tbody>
            </table>
            <button type="button" class="add" data-testid="add-department" on:click=add>
                "+ " {ui.t(texts::start::ADD_DEPARTMENT)}
            </button>
        </fieldset>
    }
}

/// What is ready for each row, by its number.
type TasksTold = BTreeMap<usize, String>;

/// The table as it stands.
fn answers_of(rows: RwSignal<Vec<WizardRow>>) -> Vec<DepartmentAnswer> {
    rows.with(|rows| rows.iter().map(|row| row.answer.get()).collect())
}

#[component]
fn OneRow(row: WizardRow, told: Memo<TasksTold>, scenario: Signal<Scenario>) -> impl IntoView {
    let ui = ui();
    let answer = row.answer;
    let name = move || answer.with(|answer| answer.name.clone());
    let rep = move || answer.with(|answer| answer.representative.clone().unwrap_or_default());
    let told = move || told.with(|told| told.get(&row.number).cloned());
    let set_rep = move |event| {
        let text = typed_text(&event);
        answer.update(|answer| {
            answer.representative = Some(text).filter(|text| !text.trim().is_empty());
            // Whoever is named takes part.
            answer.is_in |= answer.representative.is_some();
        });
    };
    view! {
        <tr data-in=move || answer.with(|answer| answer.is_in).to_string()>
            <td>
                <input type="checkbox" aria-label=ui.t(texts::start::TAKES_PART)
                    prop:checked=move || answer.with(|answer| answer.is_in)
                    on:change=move |event| {
                        let is_in = event_target_checked(&event);
                        answer.update(|answer| answer.is_in = is_in);
                    }
                />
            </td>
            <td>
                <input type="text" data-free-text="" data-field="department.name"
                    aria-label=ui.t(texts::forms::DEPARTMENT) autocomplete="off" prop:value=name
                    on:input=move |event| {
                        let text = typed_text(&event);
                        answer.update(|answer| answer.name = text);
                    }
                />
            </td>
            <td>
                <input type="text" data-free-text="" data-field="department.representative"
                    aria-label=ui.t(texts::forms::REPRESENTATIVE) autocomplete="off"
                    placeholder=ui.t(texts::TO_BE_NAMED) prop:value=rep on:input=set_rep/>
            </td>
            <td><HowSelect answer scenario/></td>
            <td class="hint">{told}</td>
        </tr>
    }
}

/// How a department takes part.
#[component]
fn HowSelect(answer: RwSignal<DepartmentAnswer>, scenario: Signal<Scenario>) -> impl IntoView {
    let ui = ui();
    let choices = [
        department::LEAD,
        department::PARTICIPATE,
        department::SUPPORT,
        department::AFFECTED,
    ];
    let chosen = move |event| {
        let key = event_target_value(&event);
        if let Some(choice) = choices.into_iter().find(|choice| choice.key == key) {
            answer.update(|answer| answer.participation = choice);
        }
    };
    let options = choices.map(|choice| {
        view! {
            <option value=choice.key selected=move || answer.with(|answer| answer.participation.key == choice.key)>
                {move || ui.text(called(choice, scenario.get()))}
            </option>
        }
    });
    view! {
        <select aria-label=ui.t(texts::start::HOW) on:change=chosen>
            {options.into_iter().collect::<Vec<_>>()}
        </select>
    }
}

/// What a part is called: where resources are shared, who takes part uses them and who supports provides them.
fn called(choice: Choice, scenario: Scenario) -> Label {
    match scenario {
        Scenario::Resource if choice == department::PARTICIPATE => texts::start::USES,
        Scenario::Resource if choice == department::SUPPORT => texts::start::PROVIDES,
        _ => choice.label,
    }
}

/// 每行：部门 姓名
#[component]
fn PasteRoster(
    rows: RwSignal<Vec<WizardRow>>,
    roster: RwSignal<String>,
    pasting: RwSignal<bool>,
    wizard: Wizard,
) -> impl IntoView {
    let ui = ui();
    // What the list left is not the whole list: the others stay as they are.
    let is_rest = RwSignal::new(false);
    let take = move |_| {
        let mut read = read_roster(&roster.get_untracked());
        let mut answers = untrack(|| answers_of(rows));
        let left = if is_rest.get_untracked() {
            let left = take_rest_of_roster(&mut answers, &read);
            read.unread.extend(left);
            Vec::new()
        } else {
            take_roster(&mut answers, &read)
        };
        is_rest.set(!read.unread.is_empty());
        rows.set(WizardRow::all(wizard, answers));
        if !left.is_empty() {
            ui.notices.info(ui.fill(
                texts::start::ROSTER_LEFT,
                &[("names", &left.join(ui.text(LIST_SEPARATOR)))],
            ));
        }
        // What was not read stays, to be mended.
        roster.set(read.unread.join("\n"));
        if read.unread.is_empty() {
            pasting.set(false);
        } else {
            ui.notices.warn(ui.fill(
                texts::start::ROSTER_UNREAD,
                &[("lines", &read.unread.join(ui.text(texts::mail::SEMICOLON)))],
            ));
        }
    };
    view! {
        <div class="roster">
            <textarea rows="6" data-free-text="" data-field="roster" data-testid="roster"
                placeholder=ui.t(texts::start::ROSTER_HOW)
                aria-label=ui.t(texts::start::ROSTER_HOW) prop:value=move || roster.get()
                on:input=move |event| roster.set(typed_text(&event)) on:paste=|event| pasted(&event)></textarea>
            <button type="button" data-testid="take-roster" on:click=take>{ui.t(texts::start::TAKE_ROSTER)}</button>
        </div>
    }
}

/// Of a copied table the cells are pasted: its markup says where they begin.
fn pasted(event: &web_sys::ClipboardEvent) {
    let pasted = clipboard::pasted(event).filter(|(_, markup)| !markup.is_empty());
    if let (Some((text, markup)), Some(area)) = (pasted, dom::focused()) {
        event.prevent_default();
        keys::replace(&area, &CopiedCells::copied(&text, &markup).to_text(), false);
    }
}

//! What a form has on paper besides its sheet: whose it is, whether it is final, who confirmed, and lines to sign on.

use crate::analysis::goal::{answers::confirmation_record, drafts};
use crate::analysis::words::names::{person_name, short_name};
use crate::model::template::{Form, minute_text};
use crate::model::{FieldKey, Log, Moment, RecordId};
use crate::templates::{SCHEMA, charter, confirmation, department, member};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::live;
use crate::ui::texts;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Under the sheet, on paper only.
#[component]
pub(in crate::ui) fn Paper(record: RecordId) -> impl IntoView {
    let ui = ui();
    let session = session();
    let is_charter = record == charter::record();
    let id = StoredValue::new(record);
    let foot = move || {
        let name = session.project_name();
        let final_or_not = session.watch(|log| final_word(log, ui, &id.get_value()));
        let time = minute_text(session.now());
        let as_of = ui.fill(texts::forms::DATA_AS_OF, &[("time", &time)]);
        [name, final_or_not, as_of]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
    };
    foot_of_paper(foot);
    view! {
        <section class="paper-only">
            {is_charter.then(|| view! { <Signatures/> })}
            {(!is_charter).then(|| view! { <p class="signature">{ui.t(texts::forms::SIGNATURE)}</p> })}
        </section>
    }
}

/// 第 2 稿, at the head of the goal charter.
#[component]
pub(in crate::ui) fn Draft() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let number = move || session.watch(drafts::draft_now).to_string();
    view! {
        <span class="sheet-code" data-testid="draft">
            {live(move || ui.fill(texts::forms::DRAFT_NO, &[("n", &number())]))}
        </span>
    }
}

/// 未定稿, where the form has a state in which it is locked and is not in it.
fn final_word(log: &Log, ui: Ui, record: &RecordId) -> String {
    let form = Form::new(log, record.clone());
    let machine = SCHEMA
        .template(record.kind())
        .and_then(|template| template.states);
    let status = crate::templates::status_of(&form);
    let draft = if *record == charter::record() {
        let number = drafts::draft_now(log).to_string();
        ui.fill(texts::forms::DRAFT_NO, &[("n", &number)]) + " · "
    } else {
        String::new()
    };
    match machine.and_then(|machine| machine.state(&status)) {
        Some(state) if state.locks.is_nothing() => {
            let places = [
                ("text", ui.text(state.choice.label)),
                ("more", ui.text(texts::forms::NOT_FINAL)),
            ];
            draft + &ui.fill(texts::forms::IN_BRACKETS, &places)
        }
        Some(state) => draft + ui.text(state.choice.label),
        None => String::new(),
    }
}

/// 确认栏: one line per department, answered or not.
#[component]
fn Signatures() -> impl IntoView {
    let ui = ui();
    let session = session();
    let head = [
        texts::forms::DEPARTMENT,
        texts::forms::REPRESENTATIVE,
        texts::forms::OPINION,
        texts::forms::DAY,
        texts::forms::SIGN,
    ];
    let lines = Memo::new(move |_| {
        session.watch(|log| {
            let departments = department::taking_part(&Form::new(log, charter::record()));
            let ids = departments.iter().map(|one| one.record().clone());
            ids.collect::<Vec<_>>()
        })
    });
    let row = move |department: RecordId| {
        let cells = Memo::new(move |_| {
            session.watch(|log| line(log, ui, &Form::new(log, department.clone())))
        });
        let cell = |at: usize| view! { <td>{move || cells.with(|cells| cells[at].clone())}</td> };
        view! { <tr>{[0, 1, 2, 3, 4].map(cell).into_iter().collect::<Vec<_>>()}</tr> }.into_any()
    };
    view! {
        <h2>{ui.t(texts::forms::PAPER_CONFIRMATIONS)}</h2>
        <table class="list-table signatures">
            <thead>
                <tr>
                    {head.map(|label| view! { <th scope="col">{ui.t(label)}</th> }).into_iter().collect::<Vec<_>>()}
                </tr>
            </thead>
            <tbody>{Window::of_rows(Within::Table).list(lines, RecordId::to_string, row)}</tbody>
        </table>
    }
}

fn line(log: &Log, ui: Ui, department: &Form<'_>) -> [String; 5] {
    let lang = ui.lang.get();
    let today = ui.now().date_naive();
    let rep = member::first_rep(department, department.record(), today)
        .map(|rep| short_name(log, &rep, lang))
        .unwrap_or_default();
    let answer = confirmation_record(department.record())
        .map(|record| department.other(record))
        .filter(|answer| answer.has(confirmation::ANSWER.name));
    let (mut opinion, mut day, mut signed) = (String::new(), String::new(), String::new());
    if let Some(answer) = answer {
        let is_fine =
            answer.get(confirmation::ANSWER).as_deref() == Some(confirmation::CONFIRMED.key);
        let word = if is_fine {
            confirmation::CONFIRMED.label
        } else {
            confirmation::OBJECTION.label
        };
        let comment = answer.get(confirmation::COMMENT).unwrap_or_default();
        opinion = format!("{} {comment}", ui.text(word)).trim().to_owned();
        day = answer
            .get(confirmation::AT)
            .map(|at: Moment| at.date_naive().to_string())
            .unwrap_or_default();
        let key = FieldKey::of(confirmation::ANSWER.name);
        if let Some(write) = log.live(answer.record(), &key).first()
            && write.change.on_behalf_of.is_some()
        {
            let name = person_name(log, write.change.author.as_deref(), lang);
            let basis = write.change.note.as_deref().unwrap_or_default();
            signed = ui.fill(
                texts::forms::RECORDED_BY,
                &[("name", &name), ("basis", basis)],
            );
        }
    }
    [
        short_name(log, department.record(), lang),
        rep,
        opinion,
        day,
        signed,
    ]
}

/// What stands at the foot of every sheet of paper as long as this page is shown: a page rule takes its words from
/// the document alone.
pub(super) fn foot_of_paper(text: impl Fn() -> String + 'static) {
    Effect::new(move |_| set_foot(&text()));
    on_cleanup(|| set_foot(""));
}

fn set_foot(text: &str) {
    let quoted = format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    let style = document()
        .document_element()
        .and_then(|html| js_sys::Reflect::get(&html, &"style".into()).ok());
    let Some(style) = style else { return };
    let set = js_sys::Reflect::get(&style, &"setProperty".into()).ok();
    if let Some(set) = set.and_then(|set| set.dyn_into::<js_sys::Function>().ok()) {
        let _ = set.call2(&style, &"--paper-foot".into(), &quoted.into());
    }
}

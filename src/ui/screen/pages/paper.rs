//! What a form has on paper besides its sheet: whose it is, whether it is final, who confirmed, and lines to sign on.

mod signers;

use super::cases::CaseOnPaper;
use super::printing::foot_of_paper;
use super::replies::RepliesOnPaper;
use crate::analysis::goal::answers::{Answer, confirmation_record, goal_answer};
use crate::analysis::goal::drafts;
use crate::analysis::words::names::{person_name, short_name};
use crate::model::template::{Form, Label, minute_text};
use crate::model::{FieldKey, Log, Moment, RecordId};
use crate::state::Session;
use crate::templates::{
    SCHEMA, charter, confirmation, decision, department, issue, member, report,
};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, when};
use crate::ui::screen::base::port::ZONE;
use crate::ui::screen::base::tones::answer_word;
use crate::ui::texts;
use leptos::prelude::*;

/// Under the sheet, on paper only.
#[component]
pub(in crate::ui) fn Paper(record: RecordId) -> impl IntoView {
    let ui = ui();
    let session = session();
    let is_charter = record == charter::record();
    let is_report = record == report::record();
    let signers = signers::fields_of(&record);
    let id = StoredValue::new(record);
    let foot = move || {
        let name = session.project_name();
        let final_or_not = session.watch(|log| final_word(log, ui, &id.get_value()));
        [name, final_or_not, as_of(ui, session)]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" · ")
    };
    foot_of_paper(foot);
    let style = move || {
        let key = FieldKey::of(report::PAPER_STYLE.name);
        let style = is_report.then(|| session.value(&report::record(), &key));
        style.and_then(|style| style.as_text().map(str::to_owned))
    };
    view! {
        <section class="paper-only" data-paper-style=style>
            {if is_charter {
                view! {
                    {when(move || ui.on_paper.get(), || view! {
                        <Departments title=texts::forms::PAPER_DUTIES head=DUTIES cells=duties/>
                    })}
                    <Departments title=texts::forms::PAPER_CONFIRMATIONS head=CONFIRMATIONS cells=answered/>
                }.into_any()
            } else if id.with_value(|id| id.kind() == decision::KIND) {
                view! { <RepliesOnPaper decision=id.get_value()/> }.into_any()
            } else if is_report {
                view! {
                    <Departments title=texts::forms::PAPER_CONFIRMATIONS head=CONFIRMATIONS cells=to_sign/>
                }.into_any()
            } else if let Some(fields) = signers {
                let is_issue = id.with_value(|id| id.kind() == issue::KIND);
                view! {
                    <signers::Signers record=id.get_value() fields/>
                    {is_issue.then(|| view! { <CaseOnPaper issue=id.get_value()/> })}
                }.into_any()
            } else {
                view! { <p class="signature">{ui.t(texts::forms::SIGNATURE)}</p> }.into_any()
            }}
        </section>
    }
}

/// 数据截至
fn as_of(ui: Ui, session: Session) -> String {
    let time = minute_text(session.now());
    ui.fill(texts::forms::DATA_AS_OF, &[("time", &time)])
}

/// What a list is called over its paper, and whose it is.
#[component]
pub(super) fn PaperHead(title: Label) -> impl IntoView {
    let (ui, session) = (ui(), session());
    foot_of_paper(move || [session.project_name(), as_of(ui, session)].join(" · "));
    view! {
        <p class="paper-only paper-head">
            <strong>{ui.t(title)}</strong> {live(move || session.project_name())}
        </p>
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

/// 部门职责.
const DUTIES: [Label; 4] = [
    texts::forms::DEPARTMENT,
    texts::forms::REPRESENTATIVE,
    department::DUTIES_LABEL,
    department::NOT_DUTIES_LABEL,
];

/// 确认栏.
const CONFIRMATIONS: [Label; 5] = [
    texts::forms::DEPARTMENT,
    texts::forms::REPRESENTATIVE,
    texts::forms::OPINION,
    texts::forms::DAY,
    texts::forms::SIGN,
];

/// One line per department that takes part, whether it has answered or not.
#[component]
fn Departments<const N: usize>(
    title: Label,
    head: [Label; N],
    cells: fn(&Log, Ui, &Form<'_>) -> [String; N],
) -> impl IntoView {
    let ui = ui();
    let session = session();
    let lines = Memo::new(move |_| {
        session.watch(|log| {
            let departments = department::taking_part(&Form::new(log, charter::record()));
            let ids = departments.iter().map(|one| one.record().clone());
            ids.collect::<Vec<_>>()
        })
    });
    let row = move |department: RecordId| {
        let cells = Memo::new(move |_| {
            session.watch(|log| cells(log, ui, &Form::new(log, department.clone())))
        });
        let cell = |at: usize| view! { <td>{move || cells.with(|cells| cells[at].clone())}</td> };
        view! { <tr>{(0..N).map(cell).collect::<Vec<_>>()}</tr> }.into_any()
    };
    view! {
        <h2>{ui.t(title)}</h2>
        <table class="list-table signatures" data-columns=N.to_string() aria-label=ui.t(title)>
            <thead>
                <tr>
                    {head.map(|label| view! { <th scope="col">{ui.t(label)}</th> }).into_iter().collect::<Vec<_>>()}
                </tr>
            </thead>
            <tbody>{Window::of_rows(Within::Table).list(lines, RecordId::to_string, row)}</tbody>
        </table>
    }
}

/// Its short name, and who speaks for it.
fn department_and_rep(log: &Log, ui: Ui, department: &Form<'_>) -> [String; 2] {
    let lang = ui.lang.get();
    let today = ui.now().date_naive();
    let rep = member::first_rep(department, department.record(), today)
        .map(|rep| short_name(log, &rep, lang))
        .unwrap_or_default();
    [short_name(log, department.record(), lang), rep]
}

/// A line to sign on.
fn to_sign(log: &Log, ui: Ui, department: &Form<'_>) -> [String; 5] {
    let [name, rep] = department_and_rep(log, ui, department);
    [name, rep, String::new(), String::new(), String::new()]
}

/// What a department does and what it does not.
fn duties(log: &Log, ui: Ui, department: &Form<'_>) -> [String; 4] {
    let [name, rep] = department_and_rep(log, ui, department);
    let [does, does_not] =
        [department::DUTIES, department::NOT_DUTIES].map(|key| department.get(key));
    [
        name,
        rep,
        does.unwrap_or_default(),
        does_not.unwrap_or_default(),
    ]
}

/// How a department answered: 要再确认 where what it confirmed has changed since.
fn answered(log: &Log, ui: Ui, department: &Form<'_>) -> [String; 5] {
    let [name, rep] = department_and_rep(log, ui, department);
    let record = confirmation_record(department.record());
    let answer = record
        .map(|record| department.other(record))
        .filter(|answer| answer.has(confirmation::ANSWER.name));
    let Some(answer) = answer else {
        return [name, rep, String::new(), String::new(), String::new()];
    };
    let word = match goal_answer(log, department.record()) {
        Answer::Agreed => confirmation::CONFIRMED.label,
        Answer::Objected => confirmation::OBJECTION.label,
        answer => answer_word(&answer),
    };
    let comment = answer.get(confirmation::COMMENT).unwrap_or_default();
    let opinion = match comment.is_empty() {
        true => ui.text(word).to_owned(),
        false => [ui.text(word), ui.text(texts::forms::COLON), &comment].concat(),
    };
    let day = answer
        .get(confirmation::AT)
        .map(|at: Moment| ZONE.shown(at).date_naive().to_string())
        .unwrap_or_default();
    let key = FieldKey::of(confirmation::ANSWER.name);
    let live = log.live(answer.record(), &key);
    let on_behalf = live.first().map(|write| write.change);
    let signed = on_behalf.filter(|change| change.on_behalf_of.is_some());
    let signed = signed.map(|change| {
        let by = person_name(log, change.author.as_deref(), ui.lang.get());
        let basis = change.note.as_deref().unwrap_or_default();
        ui.fill(
            texts::forms::RECORDED_BY,
            &[("name", &by), ("basis", basis)],
        )
    });
    [name, rep, opinion, day, signed.unwrap_or_default()]
}

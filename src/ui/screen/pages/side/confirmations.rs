//! 部门确认: how each department answered to the goal, and 代为登记 for those who answered otherwise than by file.

use crate::analysis::goal::answers::{Answer, confirmation_record, goal_answer};
use crate::analysis::goal::drafts::draft_answered;
use crate::analysis::inbox::said::words_on_goal;
use crate::analysis::words::names::{person_name, short_name};
use crate::model::line::quoted;
use crate::model::template::{Choice, Form};
use crate::model::{FieldKey, Log, RecordId};
use crate::state::Behalf;
use crate::templates::{charter, confirmation, department, member};
use crate::ui::screen::base::composer::Composer;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::handover;
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::base::tones::{answer_tone, answer_word};
use crate::ui::texts;
use chrono::NaiveDate;
use leptos::prelude::*;

/// Characters shown of an objection.
const OBJECTION_CHARS: usize = 300;

/// The departments and their answers.
#[component]
pub(super) fn Confirmations() -> impl IntoView {
    let ui = ui();
    let session = session();
    let lines = Memo::new(move |_| {
        session.watch(|log| {
            let form = Form::new(log, charter::record());
            let departments = department::taking_part(&form);
            departments
                .iter()
                .map(|department| department.record().clone())
                .collect::<Vec<_>>()
        })
    });
    // Whoever asks is not one of those who are asked; an objection is an answer, no confirmation.
    let counts = move || {
        let today = session.now().date_naive();
        session.watch(|log| {
            lines.with(|lines| {
                let answers = lines.iter().map(|line| (line, goal_answer(log, line)));
                let is_asked = |(line, answer): &(&RecordId, Answer)| {
                    answer.is_done() || !is_asking(log, line, today)
                };
                let answers: Vec<Answer> = answers.filter(is_asked).map(|(_, one)| one).collect();
                let of = |wanted| answers.iter().filter(|one| **one == wanted).count();
                (of(Answer::Agreed), of(Answer::Objected), answers.len())
            })
        })
    };
    let is_any = Memo::new(move |_| lines.with(|lines| !lines.is_empty()));
    let window = Window::of_rows(Within::List);
    let line = move |department| view! { <Line department/> }.into_any();
    live(move || {
        is_any.get().then(|| view! {
            <section class="panel" data-testid="confirmations">
                <h2>
                    {ui.t(texts::decide::CONFIRMATIONS)} " "
                    {live(move || {
                        let (n, objections, m) = counts();
                        let places = [("n", &*n.to_string()), ("m", &*m.to_string())];
                        let agreed = ui.fill(texts::decide::N_OF_M, &places);
                        let objections = (objections > 0).then(|| {
                            let n = objections.to_string();
                            ui.fill(texts::decide::AND_OBJECTIONS, &[("n", &n)])
                        });
                        [Some(agreed), objections].into_iter().flatten().collect::<Vec<_>>().join(" · ")
                    })}
                </h2>
                <ul class="confirmations">{window.list(lines, RecordId::to_string, line)}</ul>
            </section>
        })
    })
}

/// Whether a department is that of the project lead, who asks the others.
fn is_asking(log: &Log, department: &RecordId, today: NaiveDate) -> bool {
    member::is_of_lead(&Form::new(log, charter::record()), department, today)
}

#[component]
fn Line(department: RecordId) -> impl IntoView {
    let ui = ui();
    let session = session();
    let id = StoredValue::new(department.clone());
    let asking = Composer::<2>::at(ui, session, format!("record-for/{department}"));
    let answer = Memo::new(move |_| session.watch(|log| goal_answer(log, &id.get_value())));
    let asks = Memo::new(move |_| {
        let today = session.now().date_naive();
        session.watch(|log| is_asking(log, &id.get_value(), today))
    });
    let look = move || match answer.get() {
        Answer::Open if asks.get() => ("neutral", texts::decide::ASKS_ITSELF),
        answer => (answer_tone(&answer), answer_word(&answer)),
    };
    let who = move || {
        session.watch(|log| {
            let lang = ui.lang.get();
            let department = id.get_value();
            let form = Form::new(log, department.clone());
            let rep = member::first_rep(&form, &department, session.now().date_naive());
            let rep = rep.map(|rep| short_name(log, &rep, lang));
            let rep = rep.unwrap_or_else(|| ui.text(texts::TO_BE_NAMED).to_owned());
            format!("{} {rep}", short_name(log, &department, lang))
        })
    };
    let objection = move || {
        let words = session.watch(|log| words_on_goal(log, &id.get_value()))?;
        let is_objected = matches!(answer.get(), Answer::Objected | Answer::ObjectedBefore(_));
        is_objected.then(|| quoted(&words, OBJECTION_CHARS, ui.lang.get()))
    };
    let by = move || recorded_by(session, ui, &id.get_value());
    let since = move || outdated(session, ui, &id.get_value(), answer.get());
    view! {
        <li data-department=department.to_string()>
            <span class="who-answers">{who}</span>
            {live(move || {
                let (tone, label) = look();
                view! { <span class="chip" data-tone=tone>{ui.text(label)}</span> }
            })}
            {live(move || objection().map(|text| view! { <span class="objection">{text}</span> }))}
            {live(move || since().map(|text| view! { <span class="hint">{text}</span> }))}
            {live(move || by().map(|text| view! { <span class="hint">{text}</span> }))}
            {live(move || (!answer.get().is_done() && !asking.is_open()).then(|| view! {
                <button type="button" class="link" data-testid="record-for"
                    on:click=move |_| asking.begin(Default::default())>
                    {ui.text(texts::forms::RECORD_FOR)}
                </button>
            }))}
            {live(move || asking.is_open().then(|| view! { <RecordFor department=id.get_value() asking/> }))}
        </li>
    }
}

/// 确认的是第 1 稿，之后改过 1 处, where that is so.
fn outdated(
    session: crate::state::Session,
    ui: crate::ui::screen::base::context::Ui,
    department: &RecordId,
    answer: Answer,
) -> Option<String> {
    let places = answer.changed_since()?;
    let label = match answer {
        Answer::ObjectedBefore(_) => texts::decide::DRAFT_OBJECTED,
        _ => texts::decide::DRAFT_CONFIRMED,
    };
    let draft = session.watch(|log| draft_answered(log, department))?;
    let places = [("draft", &*draft.to_string()), ("n", &*places.to_string())];
    Some(ui.fill(label, &places))
}

/// 王经理代记（04-13 电话）, where somebody else recorded it.
fn recorded_by(
    session: crate::state::Session,
    ui: crate::ui::screen::base::context::Ui,
    department: &RecordId,
) -> Option<String> {
    session.watch(|log| {
        let record = confirmation_record(department)?;
        let live = log.live(&record, &FieldKey::of(confirmation::ANSWER.name));
        let change = live.first()?.change;
        change.on_behalf_of.as_ref()?;
        let name = person_name(log, change.author.as_deref(), ui.lang.get());
        let basis = change.note.as_deref().unwrap_or_default();
        Some(ui.fill(
            texts::forms::RECORDED_BY,
            &[("name", &name), ("basis", basis)],
        ))
    })
}

/// The answer of somebody who is not here, with its basis: a mail, a call, a paper.
#[component]
fn RecordFor(department: RecordId, asking: Composer<2>) -> impl IntoView {
    let ui = ui();
    let session = session();
    let [basis, comment] = asking.lines;
    let complain = RwSignal::new(false);
    let id = StoredValue::new(department);
    let write = move |answer: Choice| {
        let basis = basis.get_untracked().trim().to_owned();
        if basis.is_empty() {
            complain.set(true);
            return;
        }
        let rep = session.read(|log| {
            let form = Form::new(log, id.get_value());
            let reps = member::reps_of(&form, form.record(), session.now().date_naive());
            reps.first().map(|rep| rep.record().clone())
        });
        // A department without a representative is answered for all the same: for the department itself.
        let behalf = Behalf {
            member: rep.unwrap_or_else(|| id.get_value()),
            basis,
        };
        session.answer_goal(
            &id.get_value(),
            answer,
            comment.get_untracked().trim(),
            Some(&behalf),
        );
        let told = Some(behalf.member).filter(|member| member.kind() == member::KIND);
        handover::offer_to(ui, session, &charter::record(), told.into_iter().collect());
        asking.end();
    };
    crate::ui::screen::base::dom::focus_soon("[data-testid=basis]".into());
    view! {
        <div class="reason">
            <label>
                {ui.t(texts::forms::BASIS)}
                <input type="text" data-testid="basis" placeholder=ui.t(texts::forms::BASIS_HINT)
                    prop:value=move || basis.get()
                    on:input=move |event| { basis.set(typed_text(&event)); complain.set(false); }/>
            </label>
            <label>
                {ui.t(texts::decide::COMMENT_IF_ANY)}
                <input type="text" prop:value=move || comment.get()
                    on:input=move |event| comment.set(typed_text(&event))/>
            </label>
            {live(move || complain.get().then(|| view! {
                <p class="told" role="alert">{ui.text(texts::forms::BASIS_FIRST)}</p>
            }))}
            {asking.still_here(ui)}
            <button type="button" data-testid="record-confirmed"
                on:click=move |_| write(confirmation::CONFIRMED)>
                {ui.t(texts::decide::CONFIRM)}
            </button>
            <button type="button" on:click=move |_| write(confirmation::OBJECTION)>
                {ui.t(texts::decide::OBJECT)}
            </button>
            <button type="button" on:click=move |_| asking.end()>{ui.t(texts::forms::CANCEL)}</button>
        </div>
    }
}

//! The questions of a file, one card each.

use super::Waiting;
use super::changes::ChangedSince;
use super::contribution::Contribution;
use super::decisions::Decisions;
use super::duties::Duties;
use super::know::Know;
use super::metrics::Metrics;
use super::opinions::Opinions;
use super::progress::Updates;
use super::requests::Answers;
use super::risks::Looks;
use super::rollout::Reports;
use super::tasks::Tasks;
use super::week_cards::{Assessments, GivenActions};
use super::yes_or_no::YesOrNo;
use crate::analysis::begin::start::representative;
use crate::analysis::inbox::said::words_on_goal;
use crate::analysis::words::names;
use crate::analysis::words::typed::plain;
use crate::analysis::{Answer, Item};
use crate::model::template::Form;
use crate::model::{FieldKey, Log, RecordId};
use crate::state::{Page, Route};
use crate::templates::{charter, confirmation, member, scope_item};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::base::tones::{answer_tone, answer_word};
use crate::ui::screen::pages::feedback::FeedbackForm;
use crate::ui::{letter, texts};
use leptos::prelude::*;

/// What keeps a question in its place. Those of several rows stay the same whichever rows these are.
pub(super) fn key(item: &Item) -> String {
    match item {
        Item::Progress(_) => "progress".to_owned(),
        Item::Decisions { .. } => "decisions".to_owned(),
        Item::Risks(_) => "risks".to_owned(),
        Item::Metrics(_) => "metrics".to_owned(),
        Item::Opinions { .. } => "opinions".to_owned(),
        Item::Rollout(_) => "rollout".to_owned(),
        item => format!("{item:?}"),
    }
}

/// One question: its state, what it is about, the answers.
#[component]
pub(super) fn Question(item: Item, todos: Memo<Vec<Waiting>>) -> impl IntoView {
    let ui = ui();
    let own = key(&item);
    let stands = Memo::new(move |_| {
        todos.with(|all| {
            let questions = all.iter().filter(|todo| todo.item.is_question());
            let mut numbered = (1_usize..).zip(questions);
            let found = numbered.find(|(_, todo)| key(&todo.item) == own);
            found.map(|(number, todo)| (number, todo.clone()))
        })
    });
    let number = move || stands.with(|found| found.as_ref().map(|(number, _)| *number));
    let answer = Memo::new(move |_| {
        stands.with(|found| found.as_ref().map_or(Answer::Open, |(_, todo)| todo.answer))
    });
    let asked_about = Memo::new(move |_| {
        stands.with(|found| match found.as_ref().map(|(_, todo)| &todo.item) {
            Some(
                Item::Progress(all)
                | Item::Risks(all)
                | Item::Metrics(all)
                | Item::Rollout(all)
                | Item::Opinions { asked: all, .. }
                | Item::Decisions { asked: all, .. },
            ) => all.clone(),
            _ => Vec::new(),
        })
    });
    let state = move || {
        if answer.get().is_done() {
            "done"
        } else {
            "open"
        }
    };
    let (key, body) = asked(item, answer, asked_about);
    view! {
        <li class="todo card" data-testid="todo-item" data-state=state data-request=key
            data-objected=move || (answer.get() == Answer::Objected).then_some("")>
            <header><AnswerChip key answer/> <h2>{number} " " {ui.t(letter::request_label(key))}</h2></header>
            {body}
        </li>
    }
}

/// What a question asks for, and how it is answered.
fn asked(
    item: Item,
    answer: Memo<Answer>,
    asked_about: Memo<Vec<RecordId>>,
) -> (&'static str, AnyView) {
    match item {
        Item::Know(person) => ("know_roles", view! { <Know person answer/> }.into_any()),
        Item::Goal(department) => (
            "confirm_goal",
            view! { <Goal department answer/> }.into_any(),
        ),
        Item::Duties(department) => (
            "confirm_duties",
            view! { <Duties department answer/> }.into_any(),
        ),
        Item::Tasks(tasks) => ("confirm_tasks", view! { <Tasks tasks/> }.into_any()),
        Item::Progress(_) => (
            "update_progress",
            view! { <Updates tasks=asked_about/> }.into_any(),
        ),
        Item::Requests(requests) => ("answer_requests", view! { <Answers requests/> }.into_any()),
        Item::Actions(actions) => ("note_actions", view! { <GivenActions actions/> }.into_any()),
        Item::Assessments(changes) => (
            "assess_changes",
            view! { <Assessments changes/> }.into_any(),
        ),
        Item::Risks(_) => (
            "look_at_risks",
            view! { <Looks risks=asked_about/> }.into_any(),
        ),
        Item::Decisions { .. } => (
            "reply_decisions",
            view! { <Decisions decisions=asked_about/> }.into_any(),
        ),
        Item::Opinions { .. } => (
            "give_opinions",
            view! { <Opinions drafts=asked_about/> }.into_any(),
        ),
        Item::Rollout(_) => (
            "report_rollout",
            view! { <Reports departments=asked_about/> }.into_any(),
        ),
        Item::Feedback(record) => ("give_feedback", view! { <FeedbackForm record/> }.into_any()),
        Item::Contribution(department) => (
            "write_contribution",
            view! { <Contribution department/> }.into_any(),
        ),
        Item::Metrics(_) => (
            "fill_metrics",
            view! { <Metrics metrics=asked_about/> }.into_any(),
        ),
        Item::Backup(person) => ("name_backup", view! { <Backup person/> }.into_any()),
        _ => ("", ().into_any()),
    }
}

/// The questions that are answered by agreeing to what is there; the others ask for words or figures of one's own.
const CONFIRMS: [&str; 4] = [
    "know_roles",
    "confirm_goal",
    "confirm_duties",
    "confirm_tasks",
];

#[component]
fn AnswerChip(key: &'static str, answer: Memo<Answer>) -> impl IntoView {
    let ui = ui();
    let tone = move || answer.with(answer_tone);
    let text = move || match answer.get() {
        Answer::Agreed if !CONFIRMS.contains(&key) => {
            ui.text(texts::decide::ANSWER_GIVEN).to_owned()
        }
        answer @ (Answer::Agreed | Answer::Objected) => ui.text(answer_word(&answer)).to_owned(),
        Answer::Open => ui.text(texts::decide::UNANSWERED).to_owned(),
        Answer::Outdated(places) => ui.fill(
            texts::decide::CONFIRMED_BEFORE,
            &[("n", &places.to_string())],
        ),
        Answer::ObjectedBefore(places) => {
            ui.fill(texts::decide::OBJECTED_SINCE, &[("n", &places.to_string())])
        }
    };
    view! { <span class="chip" data-tone=tone>{text}</span> }
}

/// A field of a record as plain letters; "" where it is empty.
pub(super) fn field(log: &Log, record: &RecordId, key: &str) -> String {
    plain(&log.value(record, &FieldKey::of(key)))
}

#[component]
fn Goal(department: RecordId, answer: Memo<Answer>) -> impl IntoView {
    let ui = ui();
    let session = session();
    let goal =
        move || session.watch(|log| field(log, &charter::record(), charter::GOAL_STATEMENT.name));
    let out = move || {
        session.watch(|log| {
            let rows = log.rows_under(&charter::record(), scope_item::SCOPE_ITEM.kind);
            let out: Vec<String> = rows
                .iter()
                .filter(|row| field(log, row, scope_item::SIDE.name) == scope_item::OUT.key)
                .map(|row| names::short_name(log, row, ui.lang.get()))
                .collect();
            out.join(ui.text(texts::LIST_SEPARATOR))
        })
    };
    let edit = Route::Project(session.project(), Page::Kind(charter::KIND.into())).to_string();
    let (own, asked) = (department.clone(), department.clone());
    let place = format!("objection/goal/{department}");
    let of = department.clone();
    let words =
        Signal::derive(move || session.watch(|log| words_on_goal(log, &of).unwrap_or_default()));
    let agree = Callback::new(move |()| {
        session.answer_goal(&department, confirmation::CONFIRMED, "", None);
    });
    let object = Callback::new(move |why: String| {
        session.answer_goal(&own, confirmation::OBJECTION, &why, None);
    });
    view! {
        <ChangedSince department=asked answer/>
        <p class="quote">{goal}</p>
        {live(move || {
            let out = out();
            (!out.is_empty()).then(|| view! {
                <p><span class="hint">{ui.text(texts::start::OUT_OF_SCOPE)}</span> " " {out}</p>
            })
        })}
        <YesOrNo answer agree object words edit place/>
    }
}

#[component]
fn Backup(person: RecordId) -> impl IntoView {
    let ui = ui();
    let session = session();
    let id = StoredValue::new(person);
    let named = move || {
        session.watch(|log| {
            let form = Form::new(log, id.get_value());
            form.referred(member::BACKUP_PERSON)
                .and_then(|backup| backup.get(member::PERSON))
                .unwrap_or_default()
        })
    };
    let write = move |event: web_sys::Event| {
        let text = typed_text(&event);
        session.name_backup(&id.get_value(), &text);
        let (_, more) = representative(&text);
        if !more.is_empty() {
            let lines = more.join(ui.text(texts::LIST_SEPARATOR));
            let said = ui.fill(texts::start::ROSTER_UNREAD, &[("lines", &lines)]);
            ui.notices.warn(said);
        }
        // What is not taken as it was typed stands there as it was taken.
        event_target::<web_sys::HtmlInputElement>(&event).set_value(&untrack(named));
    };
    view! {
        <label class="line">
            <span>{ui.t(texts::decide::BACKUP_WHO)}</span>
            <input type="text" data-free-text="" data-when-left="whole" autocomplete="off"
                data-field=member::BACKUP_PERSON.name placeholder=ui.t(texts::frame::YOUR_NAME)
                prop:value=named on:change=write/>
        </label>
    }
}

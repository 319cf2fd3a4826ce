//! 我的待办: the reply page. Each question is answered in place; nothing is chosen beforehand.

mod actions;
mod case;
mod changes;
mod contribution;
mod decisions;
mod duties;
mod head;
mod know;
mod metrics;
mod opinions;
mod progress;
mod questions;
mod remark;
mod replies;
mod requests;
mod risks;
mod rollout;
mod said;
mod stays;
mod strangers;
mod takeover;
mod tasks;
mod week_cards;
mod yes_or_no;

use crate::analysis::words::dated::due_text;
use crate::analysis::words::names;
use crate::analysis::{Answer, Item, Todo as Waiting, inbox::todos, leads};
use crate::model::template::Form;
use crate::model::{Log, RecordId};
use crate::state::{Page, Route, Session};
use crate::templates::{action, resource_request, status_of, task};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, title, when};
use crate::ui::screen::base::port::ZONE;
use crate::ui::screen::form::head::{late_by, late_days};
use crate::ui::screen::form::suggestions::{SuggestionLine, SuggestionPlace};
use crate::ui::screen::frame::identity;
use crate::ui::screen::mail::sending;
use crate::ui::screen::pages::feedback::Unanswered;
use crate::ui::screen::pages::plan_changes::ChangeTodo;
use crate::ui::texts;
use leptos::prelude::*;

/// What waits for me.
#[component]
pub(in crate::ui) fn Todo() -> impl IntoView {
    let ui = ui();
    let session = session();
    let author = identity::author_of(session);
    let whose = StoredValue::new(String::new());
    let todos = Memo::new(move |before: Option<&Vec<Waiting>>| {
        let now = author.get();
        session.watch(|_| ());
        let before = before.filter(|_| whose.with_value(|before| *before == now));
        let todos = kept_in_sight(session.todos(), before);
        whose.set_value(now);
        todos
    });
    let is_member = Memo::new(move |_| {
        author.get();
        session.me().is_some()
    });
    let is_off_list = move || !is_member.get() && author.with(|author| !author.is_empty());
    let of = move |which: fn(&Waiting) -> bool| {
        Memo::new(move |_| {
            todos.with(|all| {
                all.iter()
                    .filter(|todo| which(todo))
                    .map(|todo| todo.item.clone())
                    .collect::<Vec<_>>()
            })
        })
    };
    let asked_items = of(|todo| todo.item.is_question());
    let own_items = of(|todo| !todo.item.is_question());
    // Whoever leads sends a file from the page for it; nobody waits for a reply of theirs.
    let is_lead = Memo::new(move |_| {
        author.get();
        let me = session.me();
        session.watch(|log| leads(log, me.as_ref()))
    });
    let replies = move || {
        let has_asked = !asked_items.with(Vec::is_empty);
        is_off_list() || has_asked || !is_lead.get() && !todos.with(Vec::is_empty)
    };
    let question = move |item: Item| view! { <questions::Question item todos/> }.into_any();
    let item_key = |item: &Item| format!("{item:?}");
    let work = |item: Item| view! { <Work item/> }.into_any();
    view! {
        <head::Head todos is_lead/>
        {when(move || !is_member.get(), move || view! { <strangers::NotListed author/> })}
        <ol class="todos">
            {Window::of_rows(Within::List).list(asked_items, questions::key, question)}
        </ol>
        <ul class="todos">
            {Window::of_lines(Within::List).list(own_items, item_key, work)}
        </ul>
        {live(move || (is_member.get() && todos.with(Vec::is_empty)).then(|| view! {
            <p class="empty">{nothing(ui, session)}</p>
        }))}
        <said::OwnSuggestions/>
        {when(move || is_off_list() || !asked_items.with(Vec::is_empty), || view! {
            <remark::Remark/> <remark::PassOn/>
        })}
        {when(replies, move || view! { <sending::ReplyBar todos/> })}
    }
}

/// What waits, and what was answered on this page of tasks, risks and decisions: a card does not go from under the hand
/// that answers it.
fn kept_in_sight(todos: Vec<Waiting>, before: Option<&Vec<Waiting>>) -> Vec<Waiting> {
    let mut todos = todos;
    let before = before.into_iter().flatten().enumerate();
    for (place, was) in before {
        let (Item::Progress(told)
        | Item::Risks(told)
        | Item::Causes(told)
        | Item::Assessments(told)
        | Item::Metrics(told)
        | Item::Rollout(told)
        | Item::Opinions { asked: told, .. }
        | Item::Decisions { asked: told, .. }) = &was.item
        else {
            continue;
        };
        let sort = std::mem::discriminant(&was.item);
        let is_same = |todo: &&mut Waiting| std::mem::discriminant(&todo.item) == sort;
        match todos.iter_mut().find(is_same).map(|todo| &mut todo.item) {
            None => {
                let answered = Waiting {
                    answer: Answer::Agreed,
                    ..was.clone()
                };
                // What they were asked about does not come up a second time as work.
                todos.retain(
                    |todo| !matches!(&todo.item, Item::Work(record) if told.contains(record)),
                );
                todos.insert(place.min(todos.len()), answered);
            }
            Some(
                Item::Decisions { asked, .. } | Item::Opinions { asked, .. } | Item::Rollout(asked),
            ) => {
                let new: Vec<RecordId> =
                    asked.drain(..).filter(|one| !told.contains(one)).collect();
                *asked = told.iter().cloned().chain(new).collect();
            }
            Some(_) => {}
        }
    }
    todos
}

/// One piece of own work: a link to its sheet.
#[component]
fn Work(item: Item) -> impl IntoView {
    let ui = ui();
    let session = session();
    if let Item::Suggestion(id) | Item::Declined(id) = item {
        return view! {
            <li class="todo" data-testid="todo-item" data-state="open">
                <ul class="suggestions"><SuggestionLine id place=SuggestionPlace::Project/></ul>
            </li>
        }
        .into_any();
    }
    let record = match item {
        Item::Objection(department) => return view! { <said::Objection department/> }.into_any(),
        Item::Dates(task) => return view! { <said::Dates task/> }.into_any(),
        Item::DatesStay(task) => return view! { <stays::DatesStay task/> }.into_any(),
        Item::GoalStays(department) => return view! { <stays::GoalStays department/> }.into_any(),
        Item::Approval(record) => return view! { <ChangeTodo record/> }.into_any(),
        Item::OpinionsToAnswer(draft) => return view! { <opinions::ToAnswer draft/> }.into_any(),
        Item::RolloutException(record) => {
            return view! { <rollout::ExceptionTodo record/> }.into_any();
        }
        Item::Replies(decision) => return view! { <replies::RepliesTodo decision/> }.into_any(),
        Item::Remark(record) => return view! { <said::RemarkTodo record/> }.into_any(),
        Item::Improvements(open) => return view! { <Unanswered open/> }.into_any(),
        Item::TakeOver(items) => return view! { <takeover::TakeOver items/> }.into_any(),
        Item::Causes(tasks) => return view! { <week_cards::LateCauses tasks/> }.into_any(),
        Item::LookAgain(record) => return view! { <week_cards::LookAgain record/> }.into_any(),
        Item::Stranger(name) => return view! { <strangers::WhoIsIt name/> }.into_any(),
        Item::Case(issue) => return view! { <case::CaseTodo issue/> }.into_any(),
        Item::Clash(requests) => return view! { <requests::ClashLine requests/> }.into_any(),
        Item::Differences(count) => return differing(ui, session, count),
        Item::Work(record) => record,
        _ => return ().into_any(),
    };
    if record.kind() == resource_request::KIND {
        return view! { <requests::RequestLine request=record/> }.into_any();
    }
    if record.kind() == action::KIND {
        return view! { <actions::ActionLine action=record/> }.into_any();
    }
    let is_reviewed = |log: &Log| {
        record.kind() == task::KIND
            && status_of(&Form::new(log, record.clone())) == task::REVIEW.key
    };
    if session.read(is_reviewed) {
        return view! { <week_cards::ReviewLine record/> }.into_any();
    }
    let href = Ui::href(session.project(), &record);
    let id = record.clone();
    let name = move || session.watch(|log| names::record_name(log, &id, ui.lang.get()));
    let of_late = record.clone();
    let due = move || session.watch(|log| due_of(ui, log, &record));
    let late = move || late_by(ui, late_days(session, &of_late));
    view! {
        <li class="todo" data-testid="todo-item" data-state="open">
            <a href=href><bdi>{live(move || title(name()))}</bdi></a> " "
            <span class="hint">{due}</span> " " {live(late)}
        </li>
    }
    .into_any()
}

/// The differences, which the project lead settles or takes to the meeting.
fn differing(ui: Ui, session: Session, count: usize) -> AnyView {
    let href = Route::Project(session.project(), Page::Conflicts).to_string();
    view! {
        <li class="todo" data-testid="todo-item" data-state="open" data-differences="">
            <a href=href>{ui.filled(texts::decide::NEXT_CONFLICTS, "n", move || count.to_string())}</a> " "
            <span class="hint">{ui.t(texts::decide::OR_AGENDA)}</span>
        </li>
    }
    .into_any()
}

fn due_of(ui: Ui, log: &Log, record: &RecordId) -> String {
    match Form::new(log, record.clone()).due() {
        Some(due) => ui.fill(texts::decide::DUE_ON, &[("date", &due_text(due, ZONE))]),
        None => String::new(),
    }
}

/// The sentence of an empty page: what comes next.
fn nothing(ui: Ui, session: Session) -> String {
    let Some(me) = session.me() else {
        return ui.text(texts::decide::TODO_NONE).to_owned();
    };
    let next = session.read(|log| todos::next_due(log, &me));
    match next {
        Some((task, due)) => {
            let name = session.read(|log| names::record_name(log, &task, ui.lang.get()));
            ui.fill(
                texts::decide::TODO_EMPTY,
                &[("item", &name), ("date", &due_text(due, ZONE))],
            )
        }
        None => ui.text(texts::decide::TODO_NONE).to_owned(),
    }
}

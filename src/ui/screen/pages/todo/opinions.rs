//! 提意见 and 答复意见: a row for each draft that one's department is asked about, spoken to where it stands; and the
//! draft of which the lines wait for this person's answers.

use crate::analysis::standing::consultations::{asked_as, unanswered_lines};
use crate::analysis::words::names;
use crate::model::RecordId;
use crate::model::template::Form;
use crate::templates::consultation;
use crate::ui::letter::consultation_said;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::pages::consultation::GiveOpinions;
use crate::ui::texts;
use leptos::prelude::*;

/// The drafts, in their order.
#[component]
pub(super) fn Opinions(drafts: Memo<Vec<RecordId>>) -> impl IntoView {
    let row = |draft: RecordId| view! { <DraftRow draft/> }.into_any();
    view! { <ul class="updates">{Window::of_rows(Within::List).list(drafts, RecordId::to_string, row)}</ul> }
}

#[component]
fn DraftRow(draft: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(draft.clone());
    let name = move || session.watch(|log| names::record_name(log, &id.get_value(), ui.lang.get()));
    let about = move || {
        session.watch(|log| consultation_said(&Form::new(log, id.get_value()), ui.lang.get()))
    };
    let mine = Memo::new(move |_| {
        let me = session.me()?;
        Some(session.watch(|log| asked_as(&Form::new(log, id.get_value()), &me)))
    });
    let give = move |department: RecordId| view! { <GiveOpinions consultation=id.get_value() department/> };
    view! {
        <li data-testid="draft-row" data-record=draft.to_string()>
            <p class="update-head">
                <a href=Ui::href(session.project(), &draft)><bdi>{live(name)}</bdi></a>
            </p>
            <p class="hint">{live(about)}</p>
            {live(move || mine.get().unwrap_or_default().into_iter().map(give).collect::<Vec<_>>())}
        </li>
    }
}

/// 答复意见: the draft, and how many of its lines wait.
#[component]
pub(super) fn ToAnswer(draft: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(draft.clone());
    let name = move || session.watch(|log| names::record_name(log, &id.get_value(), ui.lang.get()));
    let left = move || {
        let left = session.watch(|log| unanswered_lines(&Form::new(log, id.get_value())).len());
        ui.fill(texts::opinions::LINES_LEFT, &[("n", &left.to_string())])
    };
    let href = Ui::href(session.project(), &draft);
    let label = consultation::CONSULTATION.one;
    view! {
        <li class="todo" data-testid="todo-item" data-state="open" data-opinions=draft.to_string()>
            <span class="chip" data-tone="warn">{ui.t(label)}</span> " "
            <a href=href.clone()><bdi>{live(name)}</bdi></a> " " <span class="hint">{live(left)}</span>
            <p class="answers">
                <a class="button" href=href data-testid="answer-opinions">{ui.t(texts::opinions::TO_ANSWER)}</a>
            </p>
        </li>
    }
}

//! 下一步: one sentence and one button.

use crate::model::template::Label;
use crate::model::{FieldKey, Log, RecordId};
use crate::state::{Page, Route};
use crate::templates::charter;
use crate::ui::card::Counts;
use crate::ui::context::{session, ui};
use crate::ui::dom::live;
use crate::ui::settled::settled;
use crate::ui::{sample, texts};
use leptos::prelude::*;

/// What to do next.
#[component]
pub(super) fn NextStep() -> impl IntoView {
    let ui = ui();
    let session = session();
    let counts = settled().counts();
    let next = Memo::new(move |_| {
        let conflicts = session.watch(Log::conflict_count);
        let Counts {
            todo: waiting,
            unsent,
            findings,
            ..
        } = counts.get();
        let is_sample = sample::is_sample(session);
        let is_empty = |kind: &str| session.read(|log| log.rows(kind).is_empty());
        let goal = FieldKey::of(charter::GOAL_STATEMENT.name);
        let has_goal = session.read(|log| !log.value(&RecordId::of("charter"), &goal).is_empty());
        let (label, page, count): (Label, Page, usize) = match () {
            () if conflicts > 0 => (texts::NEXT_CONFLICTS, Page::Conflicts, conflicts),
            () if waiting > 0 => (texts::NEXT_TODO, Page::Todo, waiting),
            () if !has_goal => (texts::NEXT_CHARTER, Page::Kind("charter".into()), 0),
            () if is_empty("member") => (texts::NEXT_PEOPLE, Page::Kind("member".into()), 0),
            () if is_empty("task") => (texts::NEXT_PLAN, Page::Kind("task".into()), 0),
            () if unsent > 0 && !is_sample => (texts::NEXT_SEND_N, Page::Exchange, unsent),
            () if findings > 0 => (texts::NEXT_CHECKS, Page::Checks, findings),
            () => (texts::NEXT_RECEIVE, Page::Exchange, 0),
        };
        (count, label, page)
    });
    live(move || {
        let (count, label, page) = next.get();
        let href = Route::Project(session.project(), page).to_string();
        view! {
            <section class="card next">
                <h2>{ui.t(texts::NEXT_STEP)}</h2>
                <a class="button primary" href=href>{ui.filled(label, "n", move || count.to_string())}</a>
            </section>
        }
    })
}

//! What the views say of a task, in words and marks; watched.

use super::frame::{PlanFrame, schedule_now};
use crate::analysis::standing::plan_view::{TaskFacts, state_of, task_facts};
use crate::analysis::standing::schedule::Schedule;
use crate::model::RecordId;
use crate::model::template::Tone;
use crate::ui::letter::short_day;
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::icons::{ToneShape, tone_key};
use crate::ui::texts;
use chrono::NaiveDate;
use leptos::prelude::*;
use std::rc::Rc;

/// The schedule as of today; watches everything in the project.
pub(super) fn schedule_of(frame: PlanFrame) -> Rc<Schedule> {
    schedule_now(frame.session)
}

/// What is said of a task, as it stands.
pub(super) fn facts_of(frame: PlanFrame, record: RecordId) -> Memo<Option<TaskFacts>> {
    let ui = ui();
    Memo::new(move |_| {
        let (schedule, lang) = (schedule_of(frame), ui.lang.get());
        frame
            .session
            .watch(|log| task_facts(log, &schedule, &record, lang))
    })
}

/// T-17 宣传物料设计制作，陈专员，截止 04-13，完成 80%，逾期 2 天，预计 04-17
pub(super) fn sentence(ui: Ui, facts: &TaskFacts) -> String {
    let day = |label, day: NaiveDate| ui.fill(label, &[("date", &short_day(day))]);
    let number = |label, n: i32| ui.fill(label, &[("n", &n.to_string())]);
    let state = state_of(facts.state).map(|state| ui.text(state.choice.label).to_owned());
    let parts = [
        Some(format!("{} {}", facts.code, facts.title)),
        state,
        Some(facts.owner.clone()),
        facts
            .planned
            .map(|(_, due)| day(texts::boards::CARD_DUE, due)),
        (facts.is_open && facts.percent > 0)
            .then(|| number(texts::boards::PERCENT_DONE, facts.percent)),
        (facts.late_days > 0).then(|| number(texts::boards::DAYS_OVERDUE, facts.late_days)),
        facts
            .expected
            .map(|expected| day(texts::boards::EXPECTED_ON, expected)),
        facts
            .issue
            .as_ref()
            .map(|issue| ui.fill(texts::boards::WAITS_FOR_ISSUE, &[("issue", issue)])),
    ];
    let said: Vec<String> = parts
        .into_iter()
        .flatten()
        .filter(|part| !part.trim().is_empty())
        .collect();
    said.join(ui.text(texts::boards::PAUSE))
}

/// 还有 3 项; nothing where nothing is left out.
pub(super) fn and_more(ui: Ui, n: usize) -> Option<AnyView> {
    (n > 0).then(|| {
        let said = ui.fill(texts::boards::N_MORE, &[("n", &n.to_string())]);
        view! { <p class="hint">{said}</p> }.into_any()
    })
}

/// The mark of a task's state: what is late before all.
pub(super) fn state_mark(ui: Ui, facts: &TaskFacts) -> AnyView {
    let state = state_of(facts.state);
    let tone = match state {
        _ if facts.late_days > 0 => Tone::Danger,
        Some(state) => state.tone,
        None => Tone::Neutral,
    };
    let said = state.map(|state| ui.text(state.choice.label));
    view! { <span class="state-mark" data-tone=tone_key(tone) title=said><ToneShape tone/></span> }
        .into_any()
}

//! What has to move along with a task, line by line.

use super::answer::MoveAnswer;
use super::moving::later_said;
use crate::analysis::standing::schedule::Entailed;
use crate::analysis::words::names::{record_name, short_name};
use crate::model::template::Form;
use crate::templates::task;
use crate::ui::gantt::day_said;
use crate::ui::screen::base::pieces::{list, on};
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::Event;

/// So many tasks are named one by one.
const NAMED: usize = 8;

/// What has to move along: each can be left as it is.
#[component]
pub(super) fn Rows(answer: MoveAnswer) -> impl IntoView {
    let (moves, ui) = (answer.moves, answer.moves.ui);
    // Those that could be, whatever is left out now.
    let all = answer
        .moving
        .with_value(|moving| moving.proposal.entailed.clone());
    let rest: Vec<Entailed> = all.iter().skip(NAMED).cloned().collect();
    let named: Vec<Entailed> = all.into_iter().take(NAMED).collect();
    let row = move |one: Entailed| {
        let lang = ui.lang.get_untracked();
        let task = StoredValue::new(one.task.clone());
        let name = moves.session.read(|log| record_name(log, &one.task, lang));
        let owner = moves.session.read(|log| {
            let owner = Form::new(log, one.task.clone()).get(task::OWNER)?;
            Some(short_name(log, &owner, lang))
        });
        let dates = format!(
            "{} → {}",
            day_said(one.from.1, lang),
            day_said(one.to.1, lang)
        );
        let because = moves.code(&one.because);
        let toggle = move |_: Event| {
            answer.left_out.update(|all| {
                let task = task.get_value();
                if !all.remove(&task) {
                    all.insert(task);
                }
            });
        };
        let is_in = move || task.with_value(|task| !answer.left_out.with(|all| all.contains(task)));
        view! {
            <li>
                <label>
                    <input type="checkbox" prop:checked=is_in on:change=on(toggle)/>
                    <span class="move-name">{name}</span>
                </label>
                <span class="move-owner">{owner.unwrap_or_default()}</span>
                <span>{dates}</span>
                <span class="hint">{ui.fill(texts::gantt::MUST_WAIT_FOR, &[("code", &because)])}</span>
                <span class="hint">{later_said(one.days, lang).unwrap_or_default()}</span>
            </li>
        }
        .into_any()
    };
    let key = |one: &Entailed| one.task.to_string();
    let more = (!rest.is_empty()).then(|| {
        let codes: Vec<String> = rest.iter().take(NAMED * 2).map(|one| moves.code(&one.task)).collect();
        let codes = codes.join(" ");
        let n = rest.len().to_string();
        view! { <p class="hint">{move || ui.fill(texts::gantt::MORE_ENTAILED, &[("n", &n), ("list", &codes)])}</p> }
    });
    view! {
        <ul class="move-rows">{list(move || named.clone(), key, row)}</ul>
        {more}
    }
}

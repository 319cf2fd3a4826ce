//! What releasing does, said before it is done: whose to-dos it fills, which decisions go out, and who knows of it.

use super::AtMeeting;
use super::new_day::going_said;
use crate::analysis::words::names::{names_joined, short_name};
use crate::model::template::Form;
use crate::model::{Log, RecordId};
use crate::templates::{action, decision, minutes_item};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::pieces::live;
use crate::ui::texts;
use leptos::prelude::*;

/// The lines.
#[component]
pub(super) fn Does(at: AtMeeting) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let lines = move || {
        let held = at.held.get()?;
        let days = session.new_days(&held);
        Some(session.watch(|log| {
            let days = days.iter().map(|one| going_said(ui, log, one));
            days.chain(said(log, ui, &held.minutes)).collect::<Vec<_>>()
        }))
    };
    let line = |text: String| view! { <li>{text}</li> };
    view! {
        <h3>{ui.t(texts::meeting::WHAT_IT_DOES)}</h3>
        <ul class="findings" data-testid="releasing-does">
            {live(move || lines().into_iter().flatten().map(line).collect::<Vec<_>>())}
        </ul>
    }
}

fn said(log: &Log, ui: Ui, minutes: &RecordId) -> Vec<String> {
    let lang = ui.lang.get();
    let form = Form::new(log, minutes.clone());
    let mut open = form.rows(action::KIND);
    open.retain(action::is_open);
    let mut owners: Vec<RecordId> = open.iter().filter_map(Form::owner).collect();
    owners.sort();
    owners.dedup();
    let lines = minutes_item::lines_of(&form);
    let decided = lines
        .iter()
        .filter_map(|line| line.referred(minutes_item::BECAME))
        .filter(|one| one.record().kind() == decision::KIND && decision::is_undecided(one))
        .count();
    let names = names_joined(&owners, |one| short_name(log, one, lang), lang);
    // What nobody has yet goes on nobody's list.
    let owned = open.iter().filter(|one| one.owner().is_some()).count();
    let actions = [("n", &*owned.to_string()), ("names", &*names)];
    let actions = ui.fill(texts::meeting::ACTIONS_GO, &actions);
    let decisions = ui.fill(texts::meeting::DECISIONS_GO, &[("n", &decided.to_string())]);
    [
        (!owners.is_empty()).then_some(actions),
        (decided > 0).then_some(decisions),
        Some(ui.text(texts::meeting::NOBODY_KNOWS).to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

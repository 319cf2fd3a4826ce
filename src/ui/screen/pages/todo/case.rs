//! 联动解决的这一步: the steps of a problem whose clock runs and which are this person's, each with its fields.

use crate::analysis::people::who::People;
use crate::analysis::time::case_clock::case_steps;
use crate::analysis::words::names;
use crate::model::RecordId;
use crate::model::template::Form;
use crate::templates::case;
use crate::ui::letter::step_said;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::base::port::seen_from_here;
use crate::ui::screen::pages::cases::OpenStep;
use crate::ui::texts;
use leptos::prelude::*;

/// The card of one issue.
#[component]
pub(super) fn CaseTodo(issue: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(issue.clone());
    let name = move || session.watch(|log| names::record_name(log, &id.get_value(), ui.lang.get()));
    let own = Memo::new(move |_| {
        let me = session.me();
        session.watch(|log| {
            let form = Form::new(log, id.get_value());
            let people = People::shared(&form);
            let is_own = |owner: &RecordId| me.as_ref().is_some_and(|me| people.are_one(owner, me));
            let all = case_steps(&form).into_iter();
            let own = all.filter(|one| one.is_now && one.owner.as_ref().is_some_and(is_own));
            own.map(|one| one.step.key).collect::<Vec<_>>()
        })
    });
    let said = move |key: &'static str| {
        session.watch(|log| {
            let form = Form::new(log, id.get_value());
            let all = case_steps(&form);
            let stand = all.iter().find(|one| one.step.key == key)?;
            Some(step_said(
                log,
                &id.get_value(),
                stand,
                session.now(),
                seen_from_here(ui.lang.get()),
            ))
        })
    };
    let row = move |key: &'static str| {
        let step = case::step(key)?;
        Some(view! {
            <div data-testid="case-step" data-step=key>
                <p class="case-line">
                    <strong>{ui.t(step.label)}</strong> <span class="hint">{live(move || said(key))}</span>
                </p>
                <OpenStep issue=id.get_value() step is_next=Memo::new(|_| false)/>
            </div>
        })
    };
    let rows = move || own.get().into_iter().filter_map(row).collect::<Vec<_>>();
    view! {
        <li class="todo" data-testid="todo-item" data-state="open" data-case="">
            <span class="chip" data-tone="warn">{ui.t(texts::cases::STEP_TODO)}</span> " "
            <a href=Ui::href(session.project(), &issue)><bdi>{live(name)}</bdi></a>
            {live(rows)}
        </li>
    }
}

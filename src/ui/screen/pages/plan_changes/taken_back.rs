//! After 不批准: what the plan still says as asked for, and the lead's button that gives it back what it was.

use crate::analysis::leads;
use crate::analysis::standing::plan_changes::{PlannedMove, to_take_back};
use crate::analysis::words::names::record_name;
use crate::model::template::Form;
use crate::model::{Log, RecordId};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::texts;
use leptos::prelude::*;

/// The lines and the button; nothing where the plan is as it was.
#[component]
pub(super) fn TakeBack(record: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(record);
    let lines = Memo::new(move |_| session.watch(|log| lines_of(ui, log, &id.get_value())));
    let n = move || lines.with(Vec::len).to_string();
    let is_lead = Memo::new(move |_| {
        let me = session.me();
        session.watch(|log| leads(log, me.as_ref()))
    });
    let take = move || {
        let said = ui.fill(texts::changes::TAKEN_BACK, &[("n", &untrack(n))]);
        if !session.take_change_back(&id.get_value()).is_empty() {
            ui.notices.done(session, said, "undo-step");
        }
    };
    let button = move || ui.fill(texts::changes::TAKE_BACK_N, &[("n", &n())]);
    let item = |line: String| view! { <li>{line}</li> };
    let all = move || lines.get().into_iter().map(item).collect::<Vec<_>>();
    when(
        move || lines.with(|lines| !lines.is_empty()),
        move || {
            view! {
                <div data-testid="still-changed">
                    <p class="late">{ui.filled(texts::changes::STILL_CHANGED, "n", n)}</p>
                    <ul class="findings">{live(all)}</ul>
                    {when(move || is_lead.get(), move || view! {
                        <button type="button" data-testid="take-change-back" on:click=press(take)>
                            {live(button)}
                        </button>
                    })}
                    {when(move || !is_lead.get(), move || view! {
                        <p class="hint">{ui.t(texts::changes::LEAD_TAKES_BACK)}</p>
                    })}
                </div>
            }
        },
    )
}

/// T-11 合规与认证检测 截止日期：2026-04-13 → 2026-04-09
fn lines_of(ui: Ui, log: &Log, record: &RecordId) -> Vec<String> {
    let lang = ui.lang.get();
    let line = |one: &PlannedMove| {
        let template = log.schema().template(one.target.kind());
        let field = template.and_then(|template| template.field(one.field.as_str()));
        let label = field.map_or("", |field| field.label.text(lang));
        let places = [
            ("name", &*record_name(log, &one.target, lang)),
            ("field", label),
            ("after", &*one.after),
            ("before", &*one.before),
        ];
        ui.fill(texts::changes::GOES_BACK, &places)
    };
    let form = Form::new(log, record.clone());
    to_take_back(&form).iter().map(line).collect()
}

//! 比一比: what speaks for each request of a clash, without a verdict (F-14).

use crate::analysis::display_code;
use crate::analysis::resources::figures::{can_wait, submitted_ms};
use crate::analysis::words::names::{record_name, value_text};
use crate::model::template::{Form, Label, Viewpoint};
use crate::model::{FieldKey, Log, RecordId};
use crate::templates::resource_request as request;
use crate::ui::letter::provider_said;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::long::long_text;
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::base::port::time_text;
use crate::ui::texts;
use leptos::prelude::*;

type Says = fn(&Log, Ui, &RecordId) -> String;

/// The lines of the table, in the order in which they weigh.
const LINES: [(Label, Says); 4] = [
    (texts::resource::CAN_WAIT, how_long),
    (texts::resource::PRIORITY_SINCE, priority),
    (texts::resource::WITHOUT_IT, impact),
    (texts::resource::PROVIDER_SAYS, provider),
];

/// So many stand beside each other; nobody compares more.
const SIDE_BY_SIDE: usize = 12;

/// The table, a column for each request.
#[component]
pub(super) fn Compare(#[prop(into)] requests: Signal<Vec<RecordId>>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    live(move || {
        let mut all = requests.get();
        let left = all.len().saturating_sub(SIDE_BY_SIDE);
        all.truncate(SIDE_BY_SIDE);
        let head = all.iter().map(|one| {
            let name = session.watch(|log| head_of(log, ui, one));
            view! { <th scope="col">{name}</th> }
        });
        let head = head.collect::<Vec<_>>();
        let line = |(label, says): (Label, Says)| {
            let cells = all.iter().map(|one| {
                let said = session.watch(|log| says(log, ui, one));
                view! { <td>{long_text(said)}</td> }
            });
            view! { <tr><th scope="row">{ui.t(label)}</th> {cells.collect::<Vec<_>>()}</tr> }
        };
        view! {
            <table class="list-table compare" aria-label=ui.t(texts::resource::COMPARE)>
                <thead><tr><th scope="col">{ui.t(texts::resource::COMPARE)}</th> {head}</tr></thead>
                <tbody>{LINES.map(line).into_iter().collect::<Vec<_>>()}</tbody>
            </table>
            {(left > 0).then(|| view! {
                <p class="hint">{ui.fill(texts::resource::NOT_COMPARED, &[("n", &left.to_string())])}</p>
            })}
        }
    })
}

fn head_of(log: &Log, ui: Ui, record: &RecordId) -> String {
    let form = Form::new(log, record.clone());
    let code = display_code(log, record);
    let task = form.referred(request::LINKED_TASK);
    let task = task.map(|task| record_name(log, task.record(), ui.lang.get()));
    [code, task.unwrap_or_default()].join(" ")
}

fn how_long(log: &Log, ui: Ui, record: &RecordId) -> String {
    match can_wait(&Form::new(log, record.clone())) {
        Some(days) => ui.fill(texts::resource::CAN_WAIT_DAYS, &[("n", &days.to_string())]),
        None => ui.text(texts::resource::NOBODY_WAITS).to_owned(),
    }
}

fn priority(log: &Log, ui: Ui, record: &RecordId) -> String {
    let key = FieldKey::of(request::PRIORITY.name);
    let field = request::RESOURCE_REQUEST.field(key.as_str());
    let text = field.map(|field| {
        let value = log.value(record, &key);
        value_text(log, field, &value, Viewpoint::anywhere(ui.lang.get()))
    });
    let since = submitted_ms(log, record).map(time_text);
    let parts = text
        .filter(|text| !text.is_empty())
        .into_iter()
        .chain(since);
    parts.collect::<Vec<_>>().join(" · ")
}

fn impact(log: &Log, _: Ui, record: &RecordId) -> String {
    let form = Form::new(log, record.clone());
    form.get(request::IMPACT_IF_REFUSED).unwrap_or_default()
}

fn provider(log: &Log, ui: Ui, record: &RecordId) -> String {
    provider_said(log, record, ui.lang.get())
        .unwrap_or_else(|| ui.text(texts::resource::UNSAID).to_owned())
}

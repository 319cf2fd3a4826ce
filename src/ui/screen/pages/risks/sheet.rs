//! 《风险登记表》 on paper: a line for each risk with its sentence in one cell. The 5×5 stands beside it.

use crate::analysis::words::names::{short_name, value_text};
use crate::model::template::{Form, Label, STATUS};
use crate::model::{Log, RecordId, Value};
use crate::templates::{risk, status_of};
use crate::ui::letter::{level_said, risk_said};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::port::seen_from_here;
use leptos::prelude::*;

/// The columns: the code, the sentence, and fields by their keys, each under the label of the first.
const COLUMNS: [&[&str]; 6] = [
    &[risk::LEVEL.name],
    &[risk::OWNER.name, risk::FALLBACK_OWNER.name],
    &[
        risk::STRATEGY.name,
        risk::PREVENTION.name,
        risk::CONTINGENCY.name,
    ],
    &[risk::TRIGGER.name, risk::TRIGGER_DATE.name],
    &[STATUS],
    &[risk::LAST_REVIEWED_AT.name],
];

/// The whole register as a table of letters.
#[component]
pub(super) fn RiskSheet() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let lines = session.watch(|log| {
        let rows = log.rows(risk::KIND).into_iter();
        rows.map(|record| cells(log, ui, &record))
            .collect::<Vec<_>>()
    });
    let label = |keys: &&[&str]| -> Label {
        let field = keys.first().and_then(|key| risk::RISK.field(key));
        field.map_or(risk::RISK.one, |field| field.label)
    };
    let labels: Vec<Label> = COLUMNS.iter().map(label).collect();
    let line = |(head, cells): (String, Vec<Vec<String>>)| {
        let part = |text: String| view! { <p>{text}</p> };
        let cell = |parts: Vec<String>| view! { <td>{parts.into_iter().map(part).collect::<Vec<_>>()}</td> };
        view! {
            <tr>
                <th scope="row">{head}</th>
                {cells.into_iter().map(cell).collect::<Vec<_>>()}
            </tr>
        }
    };
    view! {
        <table class="list-table paper-only risk-sheet" data-testid="risk-sheet"
            aria-label=ui.t(risk::RISK.list_label())>
            <thead>
                <tr>
                    <th scope="col"></th>
                    <th scope="col">{ui.t(risk::RISK.one)}</th>
                    {labels.into_iter().map(|label| view! { <th scope="col">{ui.t(label)}</th> }).collect::<Vec<_>>()}
                </tr>
            </thead>
            <tbody>{lines.into_iter().map(line).collect::<Vec<_>>()}</tbody>
        </table>
    }
}

fn cells(log: &Log, ui: Ui, record: &RecordId) -> (String, Vec<Vec<String>>) {
    let lang = ui.lang.get_untracked();
    let form = Form::new(log, record.clone());
    let sentence = risk_said(&form, lang).or_else(|| form.get(risk::TITLE));
    let said = |key: &&str| -> String {
        if *key == risk::LEVEL.name {
            return level_said(&form, lang).unwrap_or_default();
        }
        let Some(field) = risk::RISK.field(key) else {
            return String::new();
        };
        let value = match *key {
            STATUS => Value::text(status_of(&form)),
            key => form.value(key),
        };
        match form.referred(crate::model::template::Key::new(field.key)) {
            Some(person) => short_name(log, person.record(), lang),
            None => value_text(log, field, &value, seen_from_here(lang)),
        }
    };
    let column = |keys: &&[&str]| {
        let said = keys.iter().map(said);
        said.filter(|text| !text.is_empty()).collect::<Vec<_>>()
    };
    let mut cells = vec![sentence.into_iter().collect::<Vec<_>>()];
    cells.extend(COLUMNS.iter().map(column));
    let code = crate::analysis::display_code(log, record);
    (code, cells)
}

//! The lines on which people give an opinion on a form and sign it.

use crate::analysis::words::names::value_text;
use crate::model::RecordId;
use crate::model::template::Form;
use crate::templates::{SCHEMA, issue, resource_request};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::port::seen_from_here;
use crate::ui::texts;
use leptos::prelude::*;

/// The forms that several people sign: the fields that name them, in the order in which they sign.
const SIGNERS: &[(&str, &[&str])] = &[
    (
        issue::KIND,
        &[
            issue::RAISED_BY.name,
            issue::SUPPORT_DEPARTMENT.name,
            issue::OWNER.name,
            issue::VERIFIED_BY.name,
        ],
    ),
    (
        resource_request::KIND,
        &[
            resource_request::REQUESTER.name,
            resource_request::PROVIDER_DEPT.name,
            resource_request::DECIDED_BY.name,
            resource_request::RECEIVED_BY.name,
        ],
    ),
];

/// The fields that name who signs a form; nothing for one that one person signs.
pub(super) fn fields_of(record: &RecordId) -> Option<&'static [&'static str]> {
    let mut all = SIGNERS.iter();
    let (_, fields) = all.find(|(kind, _)| *kind == record.kind())?;
    Some(fields)
}

/// Who gives an opinion on a form and signs it, each on a line.
#[component]
pub(super) fn Signers(record: RecordId, fields: &'static [&'static str]) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let head = [
        texts::forms::ROLE,
        texts::forms::NAME,
        texts::forms::HANDLING,
        texts::forms::SIGN,
        texts::forms::DAY,
    ];
    let template = SCHEMA.template(record.kind());
    let fields = fields.iter().filter_map(|key| template?.field(key));
    let lines = fields.map(|field| {
        let record = record.clone();
        let name = move || {
            session.watch(|log| {
                let value = Form::new(log, record.clone()).value(field.key);
                value_text(log, field, &value, seen_from_here(ui.lang.get()))
            })
        };
        view! { <tr><td>{ui.t(field.label)}</td><td>{name}</td><td></td><td></td><td></td></tr> }
    });
    view! {
        <h2>{ui.t(texts::forms::PAPER_SIGNATURES)}</h2>
        <table class="list-table signatures signers" aria-label=ui.t(texts::forms::PAPER_SIGNATURES)>
            <thead>
                <tr>
                    {head.map(|label| view! { <th scope="col">{ui.t(label)}</th> }).into_iter().collect::<Vec<_>>()}
                </tr>
            </thead>
            <tbody>{lines.collect::<Vec<_>>()}</tbody>
        </table>
    }
}

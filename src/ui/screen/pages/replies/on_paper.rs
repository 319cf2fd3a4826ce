//! Who has to reply to a decision, on paper: what they said, and a line to sign on.

use crate::analysis::goal::replies::receipts;
use crate::analysis::words::names::short_name;
use crate::model::RecordId;
use crate::model::template::Form;
use crate::templates::recipient;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::long::{Window, Within, numbered};
use crate::ui::screen::base::port::ZONE;
use crate::ui::texts;
use leptos::prelude::*;

/// A line per person.
#[component]
pub(in crate::ui::screen::pages) fn RepliesOnPaper(decision: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let lines = Memo::new(move |_| {
        session.watch(|log| {
            let lang = ui.lang.get();
            let form = Form::new(log, decision.clone());
            let line = |one: &crate::analysis::goal::replies::Receipt| {
                let said = one.record.clone().map(|record| form.other(record));
                let words = said.as_ref().and_then(|said| said.get(recipient::COMMENT));
                let day = said.and_then(|said| said.get(recipient::REPLIED_AT));
                [
                    short_name(log, &one.member, lang),
                    one.reply
                        .map_or("", |reply| ui.text(reply.label))
                        .to_owned(),
                    words.unwrap_or_default(),
                    day.map_or_else(String::new, |at| ZONE.shown(at).date_naive().to_string()),
                    String::new(),
                ]
            };
            numbered(receipts(&form).iter().map(line))
        })
    });
    let key = |(at, cells): &(usize, [String; 5])| format!("{at} {}", cells.join("\u{1}"));
    let row = |(_, cells): (usize, [String; 5])| {
        let cells = cells.map(|cell| view! { <td>{cell}</td> });
        view! { <tr>{cells.into_iter().collect::<Vec<_>>()}</tr> }.into_any()
    };
    let head = [
        texts::forms::NAME,
        recipient::RECIPIENT.one,
        texts::forms::OPINION,
        texts::forms::DAY,
        texts::forms::SIGN,
    ];
    view! {
        <h2>{ui.t(texts::replies::ON_PAPER)}</h2>
        <table class="list-table signatures" data-columns="5" aria-label=ui.t(texts::replies::ON_PAPER)>
            <thead>
                <tr>
                    {head.map(|label| view! { <th scope="col">{ui.t(label)}</th> }).into_iter().collect::<Vec<_>>()}
                </tr>
            </thead>
            <tbody>{Window::of_lines(Within::Table).list(lines, key, row)}</tbody>
        </table>
        <p class="signature">{ui.t(texts::forms::SIGNATURE)}</p>
    }
}

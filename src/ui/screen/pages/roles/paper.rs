//! 公示栏: on paper, a line for everybody who has to know the table, to sign on.

use super::named;
use crate::analysis::inbox::noting::{Noting, all_noting};
use crate::analysis::people::who::People;
use crate::model::RecordId;
use crate::model::template::{Form, Label};
use crate::templates::{charter, member};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::pieces::{live, when};
use crate::ui::screen::base::port::ZONE;
use crate::ui::texts;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// The lines, after what the letters of the table mean where it stands above them.
#[component]
pub(in crate::ui::screen::pages) fn Signatures(
    #[prop(optional)] legend: Option<Label>,
) -> impl IntoView {
    let ui = ui();
    when(move || ui.on_paper.get(), move || view! { <Lines legend/> })
}

#[component]
fn Lines(legend: Option<Label>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let all = move || {
        let noting = session.watch(all_noting);
        if !noting.is_empty() {
            return noting
                .into_iter()
                .map(|one| (one.person.clone(), day(&one)))
                .collect();
        }
        // Before it is shown to all everybody has a line, however many entries they have on the list.
        let mut everybody = session.rows(member::KIND);
        session.read(|log| {
            let people = People::shared(&Form::new(log, charter::record()));
            let mut seen = BTreeSet::new();
            everybody.retain(|one| seen.insert(people.person(one)));
        });
        let everybody = everybody.into_iter();
        everybody
            .map(|person| (person, String::new()))
            .collect::<Vec<_>>()
    };
    let line = move |(person, day): (RecordId, String)| {
        let home = session.read(|log| {
            let home = Form::new(log, person.clone()).get(member::DEPARTMENT);
            home.map(|home| crate::analysis::words::names::short_name(log, &home, ui.lang.get()))
        });
        view! {
            <tr><td>{named(ui, session, &person)}</td><td>{home}</td><td>{day}</td><td class="signature"></td></tr>
        }
    };
    let head = [
        texts::roles::PAPER_NAME,
        texts::roles::PAPER_HOME,
        texts::roles::PAPER_DAY,
        texts::roles::PAPER_SIGN,
    ];
    view! {
        <section class="paper-only role-paper">
            {legend.map(|legend| view! { <p>{ui.t(legend)}</p> })}
            <h2>{ui.t(texts::roles::PAPER_NOTED)}</h2>
            <table class="list-table" aria-label=ui.t(texts::roles::PAPER_NOTED)>
                <thead>
                    <tr>
                        {head.into_iter().map(|label| view! { <th scope="col">{ui.t(label)}</th> }).collect::<Vec<_>>()}
                    </tr>
                </thead>
                <tbody>{live(move || all().into_iter().map(line).collect::<Vec<_>>())}</tbody>
            </table>
        </section>
    }
}

fn day(one: &Noting) -> String {
    one.at
        .map(|at| ZONE.shown(at).date_naive().to_string())
        .unwrap_or_default()
}

//! What deserves a second look before taking.

use super::answers::who_text;
use crate::exchange::preview::{Signer, Suspicion};
use crate::exchange::{Preview, Warning};
use crate::model::Log;
use crate::model::template::{Label, minute_text};
use crate::state::Session;
use crate::templates::SCHEMA;
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::mail::attribution::Said;
use crate::ui::texts;
use leptos::prelude::*;
use std::rc::Rc;

/// The sentences, each with a shape of its own.
#[component]
pub(super) fn Risks(preview: Rc<Preview>, session: Option<Session>) -> impl IntoView {
    let ui = ui();
    let said = Said::of(ui, session, &[&preview.after.log]);
    let mut lines = of_files(ui, &preview);
    lines.extend(of_numbers(ui, &preview, &said));
    lines.extend(of_gaps(ui, &preview, session, &said));
    let here = session.map_or(0, |session| session.read(|log| log.all_records().len()));
    if preview.deletes_much(here) {
        let count = preview.deleted.len().to_string();
        lines.push(ui.fill(texts::mail::DELETES_MUCH, &[("n", &count)]));
    }
    let way_out = preview.is_first
        && preview
            .left_out
            .values()
            .any(|why| *why == Suspicion::LamportJump);
    let lines: Vec<(usize, String)> = lines.into_iter().enumerate().collect();
    let key = |(at, _): &(usize, String)| at.to_string();
    let line = |(_, line): (usize, String)| view! { <li>{line}</li> }.into_any();
    (!lines.is_empty()).then(|| view! {
        <ul class="risks">{Window::of_lines(Within::List).list(Signal::stored(lines), key, line)}</ul>
        {way_out.then(|| view! { <OpenAsAnother preview/> })}
    })
}

/// Everything that the files hold, numbered anew, as another project: whatever their numbers say.
#[component]
fn OpenAsAnother(preview: Rc<Preview>) -> impl IntoView {
    let ui = ui();
    let preview = StoredValue::new_local(preview);
    let open = move |_| {
        let (log, origin) = preview.with_value(|preview| {
            let changes = preview.items.iter().map(|item| item.change.clone());
            (Log::of(&SCHEMA, 0, changes), preview.project.id)
        });
        ui.incoming.forget(origin);
        crate::ui::screen::pages::copying::clean_of(ui, &log, origin, None);
    };
    view! {
        <p class="hint">
            {ui.t(texts::mail::OR_AS_ANOTHER)} " "
            <button type="button" data-testid="open-as-another" on:click=open>
                {ui.t(texts::frame::OPEN_AS_ANOTHER)}
            </button>
        </p>
    }
}

/// Damage, and what a hand changed.
fn of_files(ui: Ui, preview: &Preview) -> Vec<String> {
    let mut lines = Vec::new();
    for warning in preview.files.iter().flat_map(|file| &file.warnings) {
        let line = match warning {
            Warning::ChangesDiffer(_) => ui.text(texts::mail::SUM_WRONG).to_owned(),
            Warning::Many(count) => {
                ui.fill(texts::mail::MANY_CHANGES, &[("n", &count.to_string())])
            }
            // Told below, by what a hand changed.
            Warning::CurrentDiffers(_) => continue,
        };
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    for at in preview.wrong_clocks(ui.now()) {
        let when = minute_text(at.with_timezone(ui.now().offset()));
        lines.push(ui.fill(texts::mail::CLOCK_WRONG, &[("when", &when)]));
    }
    let by_hand = preview
        .people
        .iter()
        .filter(|person| person.who == Signer::Outside);
    let outside: usize = by_hand.map(|person| person.fields.len()).sum();
    if outside > 0 {
        lines.push(ui.fill(texts::mail::OUTSIDE_EDIT, &[("n", &outside.to_string())]));
    }
    lines
}

/// Numbers that jump, and numbers with two contents.
fn of_numbers(ui: Ui, preview: &Preview, said: &Said) -> Vec<String> {
    let mut lines = Vec::new();
    let reasons: [(Suspicion, Label); 2] = [
        (Suspicion::LamportJump, texts::mail::LEFT_OUT_JUMP),
        (Suspicion::SecondContent, texts::mail::LEFT_OUT_SECOND),
    ];
    for (reason, label) in reasons {
        let count = preview
            .left_out
            .values()
            .filter(|why| **why == reason)
            .count();
        if count > 0 {
            let left = ui.fill(texts::mail::LEFT_OUT, &[("n", &count.to_string())]);
            lines.push(format!("{left}{}", ui.text(label)));
        }
    }
    for twice in &preview.twice {
        let authors = twice
            .authors
            .iter()
            .map(|author| who_text(said, &Signer::Author(author.clone())));
        let mut who = authors
            .collect::<Vec<_>>()
            .join(ui.text(texts::LIST_SEPARATOR));
        if who.is_empty() {
            ui.text(texts::mail::SOMEBODY).clone_into(&mut who);
        }
        lines.push(ui.fill(texts::mail::TWO_CONTENTS, &[("who", &who)]));
    }
    lines
}

/// What is named and not here.
fn of_gaps(ui: Ui, preview: &Preview, session: Option<Session>, said: &Said) -> Vec<String> {
    let was_whole = session.is_some_and(|session| session.expects_all());
    let missing = match session {
        Some(session) => session.read(|log| preview.missing(Some(log), was_whole)),
        None => preview.missing(None, was_whole),
    };
    let line = |run: &crate::model::log::Missing| {
        let somebody = || ui.text(texts::mail::SOMEBODY).to_owned();
        let author = run.author.clone().map(Signer::Author);
        let who = author.map_or_else(somebody, |author| who_text(said, &author));
        let count = run.count().to_string();
        ui.fill(texts::mail::MISSING_EDITS, &[("who", &who), ("n", &count)])
    };
    missing.iter().map(line).collect()
}

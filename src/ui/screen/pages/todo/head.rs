//! The head of the reply page: who asks how much, until when, and in which words.

use super::Waiting;
use crate::analysis::words::names;
use crate::analysis::words::typed::readable;
use crate::model::line::{PERSON_CHARS, one_line, quoted};
use crate::state::Received;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::base::port::ZONE;
use crate::ui::texts;
use leptos::prelude::*;

/// Characters shown of what a file asks in its own words.
const ASK_CHARS: usize = 500;

/// Who asks how much of me, and until when.
#[component]
pub(super) fn Head(todos: Memo<Vec<Waiting>>, is_lead: Memo<bool>) -> impl IntoView {
    let ui = ui();
    let session = session();
    // The latest file of which something is on the page, and how much.
    let all_asking = Memo::new(move |_| {
        todos.track();
        session.asking()
    });
    let asking = Memo::new(move |_| all_asking.with(|all| all.first().cloned()));
    // Whoever leads and was asked by nobody has nobody to send anything back to.
    let is_sent_back = move || !is_lead.get() || all_asking.with(|all| !all.is_empty());
    let has_questions =
        move || is_sent_back() && todos.with(|all| all.iter().any(|todo| todo.item.is_question()));
    let title = move || match asking.get() {
        Some((file, count)) => {
            let who = session
                .read(|log| names::person_name(log, file.envelope.by.as_deref(), ui.lang.get()));
            let who = one_line(&who, PERSON_CHARS);
            ui.fill(
                texts::decide::ASKS_YOU,
                &[("name", &who), ("n", &count.to_string())],
            )
        }
        None => ui.text(texts::frame::TODO).to_owned(),
    };
    let by_when = move || asking.get().and_then(|(file, _)| file.envelope.by_when);
    let said = move || {
        let ask = asking.get().and_then(|(file, _)| file.envelope.ask);
        ask.map(|ask| quoted(&ask, ASK_CHARS, ui.lang.get()))
    };
    let others = move || {
        let others = all_asking.with(|all| all.iter().skip(1).cloned().collect::<Vec<_>>());
        let line = |(file, count): (Received, usize)| {
            let by = file.envelope.by.as_deref();
            let who = session.read(|log| names::person_name(log, by, ui.lang.get()));
            let who = one_line(&who, PERSON_CHARS);
            let places = [("name", &*who), ("n", &*count.to_string())];
            let mut said = vec![ui.fill(texts::decide::ASKS_YOU, &places)];
            let when = file.envelope.by_when.map(|when| readable(&when, ZONE));
            said.extend(when.map(|when| ui.fill(texts::decide::BACK_BY, &[("when", &when)])));
            said.extend(
                file.envelope
                    .ask
                    .map(|ask| quoted(&ask, ASK_CHARS, ui.lang.get())),
            );
            view! { <p class="hint" data-testid="asked-too">{said.join(" · ")}</p> }
        };
        others.into_iter().map(line).collect::<Vec<_>>()
    };
    view! {
        <header class="page-head">
            <h1>{title}</h1>
            {live(move || by_when().map(|when| view! {
                <span class="chip" data-tone="info">
                    {ui.fill(texts::decide::BACK_BY, &[("when", &readable(&when, ZONE))])}
                </span>
            }))}
        </header>
        {live(move || said().map(|said| view! { <p class="goal">{said}</p> }))}
        {live(others)}
        {live(move || has_questions().then(|| view! { <p class="hint">{ui.text(texts::decide::TODO_HOW)}</p> }))}
    }
}

//! What was changed in the goal since somebody confirmed it.

use crate::analysis::Answer;
use crate::analysis::goal::answers::goal_changes;
use crate::analysis::goal::drafts::draft_answered;
use crate::analysis::words::names::{any_value_text, field_name, person_name, record_name};
use crate::model::template::Lang;
use crate::model::{Log, RecordId};
use crate::templates::{charter, identity};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::long::{Within, line_key, long, long_text, numbered};
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::base::port;
use crate::ui::screen::base::port::seen_from_here;
use crate::ui::texts;
use leptos::prelude::*;

/// 您确认的是第 1 稿，之后目标改过 1 处, with what that is; nothing where the answer stands.
#[component]
pub(super) fn ChangedSince(department: RecordId, answer: Memo<Answer>) -> impl IntoView {
    let ui = ui();
    let session = session();
    let id = StoredValue::new(department);
    let told = Memo::new(move |_| {
        let Answer::Outdated(places) = answer.get() else {
            return None;
        };
        let lang = ui.lang.get();
        session.watch(|log| {
            let draft = draft_answered(log, &id.get_value())?.to_string();
            let places = [("draft", &*draft), ("n", &*places.to_string())];
            let said = texts::fill(texts::decide::CONFIRMED_DRAFT, lang, &places);
            Some((said, numbered(changes(log, &id.get_value(), lang))))
        })
    });
    // What somebody opened stays open while more is changed.
    let is_any = Memo::new(move |_| told.with(Option::is_some));
    let said = move || told.with(|told| told.as_ref().map(|(said, _)| said.clone()));
    let lines = Memo::new(move |_| told.get().map(|(_, lines)| lines).unwrap_or_default());
    let line = |line: (usize, String)| view! { <li>{long_text(line.1)}</li> }.into_any();
    live(move || {
        is_any.get().then(|| view! {
            <details class="changed">
                <summary>
                    <span>{live(said)}</span> <span class="link">{ui.t(texts::decide::SHOW_CHANGES)}</span>
                </summary>
                <ul class="history">{long(Within::List, lines, line_key, line)}</ul>
            </details>
        })
    })
}

fn changes(log: &Log, department: &RecordId, lang: Lang) -> Vec<String> {
    let changes = goal_changes(log, department);
    let lines = changes.iter().map(|((record, key), write)| {
        let field = field_name(log.schema().template(record.kind()), key, lang);
        let place = if *record == charter::record() {
            field
        } else {
            format!("{} · {field}", record_name(log, record, lang))
        };
        let colon = texts::forms::COLON.text(lang);
        let value = any_value_text(log, record, key, write.value, seen_from_here(lang));
        let who = person_name(log, identity::signer(log, write.change).as_deref(), lang);
        format!(
            "{place}{colon}{value} — {who} {}",
            port::time_text(write.change.time)
        )
    });
    lines.collect()
}

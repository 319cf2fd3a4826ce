//! What was changed in the goal since somebody confirmed it.

use crate::analysis::Answer;
use crate::analysis::goal::answers::goal_changes;
use crate::analysis::goal::drafts::draft_answered;
use crate::analysis::telling::{Doing, Naming, doings};
use crate::model::sort::gather;
use crate::model::template::Lang;
use crate::model::{Change, Log, RecordId};
use crate::templates::charter;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::long::{Within, line_key, long, long_text, numbered};
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::base::port;
use crate::ui::texts;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// 您确认的是第 1 稿，之后目标改过 1 处, with what that is; nothing where the answer stands.
#[component]
pub(super) fn ChangedSince(department: RecordId, answer: Memo<Answer>) -> impl IntoView {
    let ui = ui();
    let session = session();
    let id = StoredValue::new(department);
    let told = Memo::new(move |_| {
        let answer = answer.get();
        let places = answer.changed_since()?;
        let label = match answer {
            Answer::ObjectedBefore(_) => texts::decide::OBJECTED_DRAFT,
            _ => texts::decide::CONFIRMED_DRAFT,
        };
        let lang = ui.lang.get();
        session.watch(|log| {
            let draft = draft_answered(log, &id.get_value())?.to_string();
            let places = [("draft", &*draft), ("n", &*places.to_string())];
            let said = texts::fill(label, lang, &places);
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
    let lines: BTreeSet<&str> = gather(changes.iter().map(|(_, write)| write.change.line()));
    let slots = lines.into_iter().filter_map(|line| log.find(line));
    let changes: Vec<&Change> = slots.map(|slot| log.change(slot)).collect();
    let naming = Naming {
        zone: port::ZONE,
        is_whole: true,
        ..Naming::of(log, lang)
    };
    let line = |doing: &Doing| {
        let text = match doing.thing == charter::record() {
            true => naming.predicate(doing),
            false => naming.sentence(doing),
        };
        let who = naming.person(doing.by.author());
        format!("{text} — {who} {}", port::time_text(doing.time_ms))
    };
    doings(log, &changes).iter().map(line).collect()
}

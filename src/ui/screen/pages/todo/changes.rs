//! What was changed in the goal, or in a decision, since somebody agreed to it.

use crate::analysis::Answer;
use crate::analysis::goal::answers::goal_changes;
use crate::analysis::goal::drafts::draft_answered;
use crate::analysis::telling::{Doing, Naming, doings};
use crate::model::log::Live;
use crate::model::sort::gather;
use crate::model::template::Lang;
use crate::model::{CellId, Change, Log, RecordId};
use crate::templates::charter;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::port;
use crate::ui::screen::form::changed::WhatChanged;
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
            let changes = goal_changes(log, &id.get_value());
            Some((said, told_changes(log, &changes, &charter::record(), lang)))
        })
    });
    view! { <WhatChanged told label=texts::decide::SHOW_CHANGES/> }
}

/// The changes as lines, those of the form itself without its name.
pub(super) fn told_changes(
    log: &Log,
    changes: &[(CellId, Live<'_>)],
    form: &RecordId,
    lang: Lang,
) -> Vec<String> {
    let lines: BTreeSet<&str> = gather(changes.iter().map(|(_, write)| write.change.line()));
    let slots = lines.into_iter().filter_map(|line| log.find(line));
    let changes: Vec<&Change> = slots.map(|slot| log.change(slot)).collect();
    let naming = Naming {
        zone: port::ZONE,
        is_whole: true,
        ..Naming::of(log, lang)
    };
    let line = |doing: &Doing| {
        let text = match doing.thing == *form {
            true => naming.predicate(doing),
            false => naming.sentence(doing),
        };
        let who = naming.person(doing.by.author());
        format!("{text} — {who} {}", port::time_text(doing.time_ms))
    };
    doings(log, &changes).iter().map(line).collect()
}

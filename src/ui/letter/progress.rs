//! How far a task has come, in one line: as the list of the tasks shows it, as the reply to a file tells it.

use super::super::texts;
use super::{Sending, reminder};
use crate::analysis::words::names::{record_name, short_name};
use crate::model::line::one_line;
use crate::model::template::{Form, Lang};
use crate::model::{Log, RecordId};
use crate::templates::progress;

/// Characters of the sentence.
const SENTENCE_CHARS: usize = 160;
/// Characters of a line with the tasks of somebody.
const LINE_CHARS: usize = 400;

/// What the newest update of a task says; nothing where there is none.
pub fn newest_said(log: &Log, task: &RecordId, lang: Lang) -> Option<String> {
    let newest = progress::newest(&Form::new(log, task.clone()))?;
    Some(update_said(&newest, lang))
}

/// 04-15 80%，会延期：主图 12/15，剩终端海报；预计 04-17
pub fn update_said(update: &Form<'_>, lang: Lang) -> String {
    let fill = |label, places: &[(&str, &str)]| texts::fill(label, lang, places);
    let chosen = update.get(progress::CONFIDENCE).unwrap_or_default();
    let mut known = progress::CONFIDENCES.iter();
    let chosen = known.find(|one| one.key == chosen);
    let percent = update.get(progress::PERCENT_AFTER).map(|n| format!("{n}%"));
    let day = update
        .get(progress::AT)
        .map(|at| at.format("%m-%d").to_string());
    let head: Vec<String> = [
        day,
        percent,
        chosen.map(|one| one.label.text(lang).to_owned()),
    ]
    .into_iter()
    .flatten()
    .collect();
    let head = head.join(" ");
    let done = update
        .get(progress::DONE)
        .map(|done| one_line(&done, SENTENCE_CHARS));
    let said = match done.filter(|done| !done.is_empty()) {
        Some(done) => fill(texts::progress::SAID, &[("head", &head), ("text", &done)]),
        None => head,
    };
    match update.get(progress::FORECAST_END) {
        Some(day) => {
            let day = day.format("%m-%d").to_string();
            fill(
                texts::progress::SAID_EXPECTS,
                &[("said", &said), ("day", &day)],
            )
        }
        None => said,
    }
}

/// The text that reminds people of the tasks that they have not told of, each with theirs.
pub fn remind_of_updates(
    log: &Log,
    sending: &Sending,
    people: &[(RecordId, Vec<RecordId>)],
) -> String {
    let lang = sending.lang;
    let list = |names: Vec<String>| names.join(texts::LIST_SEPARATOR.text(lang));
    let names = people
        .iter()
        .map(|(person, _)| short_name(log, person, lang));
    let text = reminder(sending, &list(names.collect()));
    let line = |(person, tasks): &(RecordId, Vec<RecordId>)| {
        let name = short_name(log, person, lang);
        let tasks = tasks.iter().map(|task| record_name(log, task, lang));
        let said = list(tasks.collect());
        let line = texts::fill(
            texts::progress::TOLD_LINE,
            lang,
            &[("name", &name), ("said", &said)],
        );
        format!("- {}", one_line(&line, LINE_CHARS))
    };
    let theirs = people.iter().map(line);
    let (head, rest) = text.split_once('\n').unwrap_or((&text, ""));
    let lines: Vec<String> = std::iter::once(head.to_owned())
        .chain(theirs)
        .chain(std::iter::once(rest.to_owned()))
        .collect();
    lines.join("\n")
}

/// What a reply says of one's tasks: how many are told, and a line for each.
pub(super) fn told(log: &Log, tasks: &[RecordId], lang: Lang) -> (String, Vec<String>) {
    let line = |task: &RecordId| {
        let said = newest_said(log, task, lang)?;
        let name = record_name(log, task, lang);
        let places = [("name", &*name), ("said", &*said)];
        let line = texts::fill(texts::progress::TOLD_LINE, lang, &places);
        Some(format!("  {line}"))
    };
    let lines: Vec<String> = tasks.iter().filter_map(line).collect();
    let (told, left) = (
        lines.len().to_string(),
        (tasks.len() - lines.len()).to_string(),
    );
    let label = match tasks.len() - lines.len() {
        0 => texts::progress::TOLD_ALL,
        _ => texts::progress::TOLD_SOME,
    };
    (
        texts::fill(label, lang, &[("n", &told), ("m", &left)]),
        lines,
    )
}

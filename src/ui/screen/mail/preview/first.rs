//! What the first file of a project says of itself to somebody who knows nothing of it: who sent it, whom it is for,
//! what is asked until when.

use super::answers::who_text;
use crate::analysis::inbox::todos::request;
use crate::analysis::words::typed::readable;
use crate::exchange::Preview;
use crate::exchange::preview::{FilePreview, Signer};
use crate::model::line::quoted;
use crate::model::template::{Lang, minute_text};
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::port::ZONE;
use crate::ui::screen::mail::attribution::Said;
use crate::ui::{letter, texts};

/// Characters shown of what a file asks in its own words.
const WORDS: usize = 300;

fn latest(preview: &Preview) -> Option<&FilePreview> {
    preview.files.iter().max_by_key(|file| file.envelope.at)
}

fn sender(ui: Ui, preview: &Preview, file: &FilePreview) -> Option<String> {
    let by = file.envelope.by.clone().map(Signer::Author)?;
    Some(who_text(&Said::of(ui, None, &[&preview.after.log]), &by))
}

/// Who sent it, and when.
pub(super) fn sent_by(ui: Ui, preview: &Preview) -> Option<String> {
    let file = latest(preview)?;
    let at = file.envelope.at.map(|at| minute_text(ZONE.shown(at)));
    let (name, at) = (sender(ui, preview, file)?, at.unwrap_or_default());
    Some(ui.fill(texts::mail::SENT_BY, &[("name", &name), ("time", &at)]))
}

/// What is asked of whoever opens it, and until when.
pub(super) fn asked(ui: Ui, preview: &Preview) -> Option<String> {
    let file = latest(preview)?;
    let known = file.envelope.requests.iter();
    let known = known.filter(|key| request::OFFERED.contains(&key.as_str()));
    let what: Vec<&str> = known
        .map(|key| ui.text(letter::request_label(key)))
        .collect();
    if what.is_empty() {
        return None;
    }
    let by_when = file.envelope.by_when.as_ref();
    let when = by_when.map(|when| readable(when, ZONE));
    let label = match when {
        Some(_) => texts::mail::FIRST_ASKS_BY,
        None => texts::mail::FIRST_ASKS,
    };
    let places = [
        ("name", &*sender(ui, preview, file).unwrap_or_default()),
        ("what", &*what.join(ui.text(texts::LIST_SEPARATOR))),
        ("when", &*when.unwrap_or_default()),
    ];
    Some(ui.fill(label, &places))
}

/// What is asked in the sender's own words.
pub(super) fn words(preview: &Preview, lang: Lang) -> Option<String> {
    let ask = latest(preview)?.envelope.ask.as_ref()?;
    Some(quoted(ask, WORDS, lang))
}

/// Whom the file is for, where it names one person.
pub(super) fn meant(preview: &Preview) -> Option<String> {
    let mut to = preview.files.iter().flat_map(|file| &file.envelope.to);
    match (to.next(), to.next()) {
        (Some(only), None) => Some(only.clone()),
        _ => None,
    }
}

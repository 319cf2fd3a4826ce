//! How a risk stands, in one line: as the list of risks shows it, as the reply to a file tells it.

use super::super::texts;
use super::Sending;
use crate::analysis::inbox::risks::score_before;
use crate::analysis::words::names::{record_name, short_name};
use crate::model::template::{Form, Lang};
use crate::model::{Log, RecordId};
use crate::templates::{charter, risk};

/// 高 15，原来 10; nothing where it has no level.
pub fn level_said(form: &Form<'_>, lang: Lang) -> Option<String> {
    let (score, level) = (risk::score(form)?, risk::level(form)?);
    let said = format!("{} {score}", level.label.text(lang));
    Some(match score_before(form) {
        Some(before) => {
            let places = [("said", &*said), ("n", &*before.to_string())];
            texts::fill(texts::risks::WAS, lang, &places)
        }
        None => said,
    })
}

/// 因为…，可能…，导致…: as far as it is written.
pub fn risk_said(form: &Form<'_>, lang: Lang) -> Option<String> {
    let parts = [
        (risk::CAUSE, texts::risks::SAID_BECAUSE),
        (risk::EVENT, texts::risks::SAID_MAY),
        (risk::EFFECT, texts::risks::SAID_SO_THAT),
    ];
    let said = parts.into_iter().filter_map(|(key, label)| {
        let text = form.get(key)?;
        Some(texts::fill(label, lang, &[("text", text.trim())]))
    });
    let said: Vec<String> = said.collect();
    let comma = texts::risks::COMMA.text(lang);
    (!said.is_empty()).then(|| {
        texts::fill(
            texts::risks::WHOLE_SENTENCE,
            lang,
            &[("text", &said.join(comma))],
        )
    })
}

/// The text that lets lead and sponsor know of an extreme risk; nothing where it is none, or over.
pub fn extreme_risk(log: &Log, record: &RecordId, lang: Lang) -> Option<String> {
    let form = Form::new(log, record.clone());
    if !risk::is_open(&form) || risk::level(&form) != Some(risk::EXTREME) {
        return None;
    }
    let fill = |label, places: &[(&str, &str)]| texts::fill(label, lang, places);
    let project = Form::new(log, charter::record()).get(charter::PROJECT_NAME);
    let head = fill(
        texts::risks::EXTREME_HEAD,
        &[
            ("project", project.as_deref().unwrap_or_default()),
            ("risk", &record_name(log, record, lang)),
            ("level", &level_said(&form, lang).unwrap_or_default()),
        ],
    );
    let name = |key| {
        let one: Option<RecordId> = form.get(key);
        one.map_or_else(|| "—".to_owned(), |one| short_name(log, &one, lang))
    };
    let watched = [
        ("owner", &*name(risk::OWNER)),
        ("fallback", &*name(risk::FALLBACK_OWNER)),
    ];
    let plan = form.get(risk::CONTINGENCY);
    let lines = [
        Some(head),
        risk_said(&form, lang),
        Some(fill(texts::risks::WATCHED_BY, &watched)),
        plan.map(|text| fill(texts::risks::EXTREME_PLAN, &[("text", text.trim())])),
    ];
    Some(lines.into_iter().flatten().collect::<Vec<_>>().join("\n"))
}

/// What a reply says of the risks that somebody watches: how many are looked at today, and a line for each of those.
pub(super) fn told(log: &Log, risks: &[RecordId], sending: &Sending) -> (String, Vec<String>) {
    let lang = sending.lang;
    let line = |record: &RecordId| {
        let form = Form::new(log, record.clone());
        form.get(risk::LAST_REVIEWED_AT)
            .filter(|day| *day == sending.today)?;
        let name = record_name(log, record, lang);
        let said = match risk::is_open(&form) {
            true => level_said(&form, lang).unwrap_or_default(),
            false => risk::OCCURRED.label.text(lang).to_owned(),
        };
        let places = [("name", &*name), ("said", &*said)];
        let line = texts::fill(texts::progress::TOLD_LINE, lang, &places);
        Some(format!("  {line}"))
    };
    let lines: Vec<String> = risks.iter().filter_map(line).collect();
    let (n, m) = (lines.len().to_string(), risks.len().to_string());
    let places = [("n", &*n), ("m", &*m)];
    (texts::fill(texts::risks::LOOKED_AT, lang, &places), lines)
}

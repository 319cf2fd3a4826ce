//! Decisions in a mail: what was decided, so that somebody who never opens the file can reply to it; the replies that
//! go back; who did not reply, for whoever it goes up to.

use super::super::texts;
use super::{Sending, people, short_day};
use crate::analysis::goal::replies::{consents_by_silence, silent};
use crate::analysis::inbox::decisions::own_receipt;
use crate::analysis::rules::decisions::{COUNTS_AS_AGREED, GOES_UP, goes_up_to};
use crate::analysis::words::dated::{moment_text, until_text};
use crate::analysis::words::names::{names_joined, record_name, short_name};
use crate::model::line::one_line;
use crate::model::template::{Form, Lang, Viewpoint};
use crate::model::{Log, Moment, RecordId};
use crate::templates::{decision, member, option, recipient};

/// Characters of a decision, of a reason and of an answer.
const TEXT_CHARS: usize = 1_000;
/// So many decisions stand in a mail.
const MOST: usize = 10;

/// 王经理 04-14 拍板
pub fn decided_said(form: &Form<'_>, lang: Lang) -> Option<String> {
    let approver = form.referred(decision::APPROVER)?;
    let name = short_name(form.log(), approver.record(), lang);
    let day = form.get(decision::DECIDED_AT);
    let day = day.map(|at| short_day(at.date_naive()));
    let (label, day) = match &day {
        Some(day) => (texts::replies::DECIDED_BY_ON, &**day),
        None => (texts::replies::DECIDED_BY, ""),
    };
    Some(texts::fill(label, lang, &[("name", &name), ("day", day)]))
}

/// The decisions to which the readers of a mail have not replied, with all that is needed to reply.
pub(super) fn asked(log: &Log, sending: &Sending) -> Vec<String> {
    let readers: Vec<RecordId> = people(&sending.envelope).collect();
    let is_open = |record: &RecordId| {
        let form = Form::new(log, record.clone());
        let owes = |reader: &RecordId| {
            own_receipt(log, record, reader).is_some_and(|own| !own.answer.is_done())
        };
        decision::is_asking(&form) && readers.iter().any(owes)
    };
    let open = log.rows(decision::KIND).into_iter().filter(is_open);
    let mut lines: Vec<String> = open
        .take(MOST)
        .flat_map(|record| told_in_full(log, &record, sending.from()))
        .collect();
    if !lines.is_empty() {
        lines.push(texts::replies::HOW_BY_MAIL.text(sending.lang).to_owned());
    }
    lines
}

/// A decision with its reason, options and limit, a line each.
fn told_in_full(log: &Log, record: &RecordId, from: Viewpoint) -> Vec<String> {
    let lang = from.lang;
    let form = Form::new(log, record.clone());
    let fill = |label, places: &[(&str, &str)]| texts::fill(label, lang, places);
    let mut lines = vec![String::new(), record_name(log, record, lang)];
    let fields = decision::DECISION.fields.iter();
    let texts_of = [decision::DECISION_TEXT, decision::RATIONALE];
    for field in fields.filter(|field| texts_of.iter().any(|key| key.name == field.key)) {
        let text = form.value(field.key);
        let text = one_line(text.as_text().unwrap_or_default(), TEXT_CHARS);
        if !text.is_empty() {
            let places = [("field", field.label.text(lang)), ("value", &*text)];
            lines.push(fill(texts::mail::MAIL_FIELD, &places));
        }
    }
    lines.extend(options(&form, lang));
    lines.extend(decided_said(&form, lang));
    if let Some(limit) = form.get(decision::REPLY_BY_AT) {
        let when = moment_text(limit, from, until_text);
        lines.push(fill(texts::replies::REPLY_BY, &[("when", &when)]));
    }
    lines
}

/// The options of a decision, a line each.
pub fn options(form: &Form<'_>, lang: Lang) -> Vec<String> {
    let line = |row: &Form<'_>| {
        let name = row.get(option::NAME)?;
        let label = match row.get(option::CHOSEN) {
            Some(true) => texts::replies::OPTION_CHOSEN,
            _ => texts::replies::OPTION,
        };
        let name = one_line(&name, TEXT_CHARS);
        Some(texts::fill(label, lang, &[("name", &name)]))
    };
    form.rows(option::KIND).iter().filter_map(line).collect()
}

/// What somebody said to a decision: 有补充：留 2 台样机.
pub fn reply_said(log: &Log, decision: &RecordId, person: &RecordId, lang: Lang) -> Option<String> {
    let own = own_receipt(log, decision, person)?;
    let word = own.reply?.label.text(lang);
    let said = Form::new(log, own.record?).get(recipient::COMMENT);
    Some(match said.filter(|said| !said.is_empty()) {
        Some(said) => {
            let text = one_line(&said, TEXT_CHARS);
            texts::fill(
                texts::replies::WITH_WORDS,
                lang,
                &[("word", word), ("text", &text)],
            )
        }
        None => word.to_owned(),
    })
}

/// What a reply says of the decisions: how many are replied to, and a line for each.
pub(super) fn told(
    log: &Log,
    me: &RecordId,
    decisions: &[RecordId],
    lang: Lang,
) -> (String, Vec<String>) {
    let line = |record: &RecordId| {
        let said = reply_said(log, record, me, lang)?;
        let name = record_name(log, record, lang);
        let places = [("decision", &*name), ("said", &*said)];
        let line = texts::fill(texts::replies::TOLD, lang, &places);
        Some(format!("  {line}"))
    };
    let lines: Vec<String> = decisions.iter().filter_map(line).collect();
    let left = decisions.len() - lines.len();
    let label = match left {
        0 => texts::replies::N_REPLIED,
        _ => texts::replies::N_LEFT,
    };
    let places = [("n", &*lines.len().to_string()), ("m", &*left.to_string())];
    (texts::fill(label, lang, &places), lines)
}

/// 到 2026-04-16 16:00 没有反馈：刘经理。按沟通机制上报王经理。 Nothing where everybody has replied, or no limit is set.
pub fn silence_said(log: &Log, record: &RecordId, now: Moment, from: Viewpoint) -> Option<String> {
    let lang = from.lang;
    let form = Form::new(log, record.clone());
    let limit = form.get(decision::REPLY_BY_AT)?;
    let silent = silent(&form);
    let name = |person: &RecordId| short_name(log, person, lang);
    let names = names_joined(&silent, name, lang);
    let to = goes_up_to(&form, now).map(|to| name(&to));
    let to = to.unwrap_or_else(|| member::LEAD.label.text(lang).to_owned());
    let label = match consents_by_silence(&form) {
        true => COUNTS_AS_AGREED,
        false => GOES_UP,
    };
    let when = moment_text(limit, from, until_text);
    let places = [("d", &*when), ("names", &*names), ("to", &*to)];
    (!silent.is_empty()).then(|| texts::fill(label, lang, &places))
}

/// The text for whoever it goes up to: which decision, and who has not replied.
pub fn goes_up(log: &Log, sending: &Sending, record: &RecordId, now: Moment) -> String {
    let sending = &sending.in_lines();
    let lang = sending.lang;
    let name = record_name(log, record, lang);
    let places = [("project", &*sending.project), ("decision", &*name)];
    let mut lines = vec![sending.fill(texts::replies::UP_HEAD, &places)];
    lines.extend(silence_said(log, record, now, sending.from()));
    lines.extend(
        told_in_full(log, record, sending.from())
            .into_iter()
            .skip(2),
    );
    lines.push(sending.sender.clone());
    lines.join("\n")
}

/// The text that reminds those who have not replied.
pub fn remind_of_decision(log: &Log, sending: &Sending, record: &RecordId) -> String {
    let sending = &sending.in_lines();
    let lang = sending.lang;
    let silent = silent(&Form::new(log, record.clone()));
    let names = names_joined(&silent, |person| short_name(log, person, lang), lang);
    let name = record_name(log, record, lang);
    let places = [("names", &*names), ("decision", &*name)];
    let mut lines = vec![sending.fill(texts::replies::REMIND_HEAD, &places)];
    lines.extend(
        told_in_full(log, record, sending.from())
            .into_iter()
            .skip(2),
    );
    lines.push(texts::replies::HOW_BY_MAIL.text(lang).to_owned());
    lines.push(sending.sender.clone());
    lines.join("\n")
}

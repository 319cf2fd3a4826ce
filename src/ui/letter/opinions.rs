//! Consultations and the rollout in a mail: the draft with its clauses, so that somebody who never opens the file can
//! speak to it; what was said, what became of it, and how much of the new way is kept.

use super::super::texts;
use super::{Sending, people};
use crate::analysis::standing::consultations::{asked_as, silent_departments};
use crate::analysis::standing::rollout::check_at;
use crate::model::line::one_line;
use crate::model::template::{Form, Lang};
use crate::model::{Log, RecordId};
use crate::templates::{consultation, opinion, rollout_check};

/// Characters of an opinion and of a clause.
const TEXT_CHARS: usize = 500;
/// So many clauses are named in a mail.
const MOST_CLAUSES: usize = 40;

/// The drafts to which the readers of a mail have said nothing, with all that is needed to speak to them.
pub(super) fn asked_for_opinions(log: &Log, sending: &Sending) -> Vec<String> {
    let readers: Vec<RecordId> = people(&sending.envelope).collect();
    let mut lines = Vec::new();
    for record in log.rows(consultation::KIND) {
        let form = Form::new(log, record);
        let silent = silent_departments(&form);
        let owes = |reader: &RecordId| {
            asked_as(&form, reader)
                .iter()
                .any(|one| silent.contains(one))
        };
        if consultation::is_asking(&form) && readers.iter().any(owes) {
            lines.push(String::new());
            lines.push(consultation_said(&form, sending.lang));
            lines.extend(clauses_said(&form, sending.lang));
        }
    }
    if !lines.is_empty() {
        lines.push(
            texts::opinions::OPINION_BY_MAIL
                .text(sending.lang)
                .to_owned(),
        );
    }
    lines
}

/// 费用报销管理办法（0.9），部门共享盘/报销/0.9.docx，2026-03-25 截止
pub fn consultation_said(form: &Form<'_>, lang: Lang) -> String {
    let text = |value: Option<String>| one_line(&value.unwrap_or_default(), TEXT_CHARS);
    let due = form.get(consultation::DUE).map(|due| due.to_string());
    let places = [
        ("title", &*text(form.get(consultation::TITLE))),
        ("draft", &*text(form.get(consultation::DRAFT_VERSION))),
        ("where", &*text(form.get(consultation::WHERE))),
        ("due", &*due.unwrap_or_default()),
    ];
    texts::fill(texts::opinions::MAIL_DRAFT, lang, &places)
}

fn clauses_said(form: &Form<'_>, lang: Lang) -> Option<String> {
    let clauses = consultation::clauses(form);
    let clauses: Vec<String> = clauses
        .iter()
        .take(MOST_CLAUSES)
        .map(|clause| one_line(clause, TEXT_CHARS))
        .collect();
    let clauses = clauses.join(texts::LIST_SEPARATOR.text(lang));
    let places = [("clauses", clauses.as_str())];
    let is_any = !clauses.is_empty();
    is_any.then(|| texts::fill(texts::opinions::MAIL_CLAUSES, lang, &places))
}

/// What a line says: 30 天太紧；建议：改为 45 天.
pub fn opinion_said(line: &Form<'_>, lang: Lang) -> String {
    let said = one_line(
        &line.get(opinion::OPINION_TEXT).unwrap_or_default(),
        TEXT_CHARS,
    );
    let instead = line
        .get(opinion::SUGGESTED_TEXT)
        .filter(|text| !text.is_empty());
    match instead {
        Some(text) => {
            let text = one_line(&text, TEXT_CHARS);
            let places = [("said", &*said), ("text", &*text)];
            texts::fill(texts::opinions::TOLD_INSTEAD, lang, &places)
        }
        None => said,
    }
}

/// A line with its clause, and what became of it where that was said.
fn line_told(line: &Form<'_>, lang: Lang) -> String {
    let clause = one_line(&line.get(opinion::CLAUSE).unwrap_or_default(), TEXT_CHARS);
    let text = opinion_said(line, lang);
    let said = match clause.is_empty() {
        true => text,
        false => {
            let places = [("clause", &*clause), ("text", &*text)];
            texts::fill(texts::opinions::CLAUSE_TOLD, lang, &places)
        }
    };
    let Some(answer) = opinion::answer_of(line) else {
        return said;
    };
    let why = line.get(opinion::ANSWER_REASON).unwrap_or_default();
    let label = match why.is_empty() {
        true => texts::opinions::BECAME,
        false => texts::opinions::BECAME_WHY,
    };
    let why = one_line(&why, TEXT_CHARS);
    let places = [
        ("said", &*said),
        ("answer", answer.label.text(lang)),
        ("why", &*why),
    ];
    texts::fill(label, lang, &places)
}

/// What a reply says of the drafts: how many lines one's department gave, and each of them.
pub(super) fn told_of_opinions(
    log: &Log,
    me: &RecordId,
    drafts: &[RecordId],
    lang: Lang,
) -> (String, Vec<String>) {
    let (mut lines, mut is_none) = (Vec::new(), false);
    for draft in drafts {
        let form = Form::new(log, draft.clone());
        let mine = asked_as(&form, me);
        let is_own = |line: &Form<'_>| {
            let home = line.get(opinion::DEPARTMENT);
            home.is_some_and(|home| mine.contains(&home))
        };
        let rows = form.rows(opinion::KIND);
        for row in rows.iter().filter(|row| is_own(row)) {
            is_none |= opinion::is_none(row);
            lines.extend(opinion::is_said(row).then(|| format!("  {}", line_told(row, lang))));
        }
    }
    let label = match (lines.is_empty(), is_none) {
        (false, _) => texts::opinions::N_GIVEN,
        (true, true) => texts::opinions::NO_COMMENT,
        (true, false) => texts::mail::ANSWER_OPEN,
    };
    let said = texts::fill(label, lang, &[("n", &lines.len().to_string())]);
    (said, lines)
}

/// What became of the lines of the readers' departments, once the answers are shown.
pub(super) fn what_became(log: &Log, sending: &Sending) -> Vec<String> {
    let record = sending.about.clone();
    let Some(record) = record.filter(|record| record.kind() == consultation::KIND) else {
        return Vec::new();
    };
    let form = Form::new(log, record);
    if consultation::is_open(&form) {
        return Vec::new();
    }
    let said = opinion::said_to(&form);
    said.iter()
        .map(|line| line_told(line, sending.lang))
        .collect()
}

/// What a reply says of the rollout in these departments: how much of it is filled in.
pub(super) fn told_of_rollout(log: &Log, departments: &[RecordId], lang: Lang) -> String {
    let places = departments
        .iter()
        .flat_map(|home| rollout_check::ITEMS.iter().map(move |item| (home, *item)));
    let (mut filled, mut all) = (0_usize, 0_usize);
    for (home, item) in places {
        let place = check_at(log, home, item);
        all += 1;
        let is_filled = place.is_some_and(|place| rollout_check::result_of(&place).is_some());
        filled += usize::from(is_filled);
    }
    let counted = [("n", &*filled.to_string()), ("m", &*all.to_string())];
    texts::fill(texts::opinions::N_TOLD, lang, &counted)
}

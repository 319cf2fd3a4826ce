//! The draft with which the change of a process begins: the departments are asked about it once it is written.

use super::people::NewPeople;
use super::rhythm::Spans;
use super::{Start, words};
use crate::analysis::begin::draft::NewRecord;
use crate::model::template::{Label, Lang};
use crate::templates::consultation;
use crate::templates::preset::{PROCESS_CONSULT, Party, Role};

const DRAFT: &str = "0.9";
const POLICY: Label = Label::new("新办法", "The new way");

/// Adds it: what it is about, its version, until when, and who answers.
pub(super) fn first_draft(
    start: &Start,
    people: &NewPeople,
    spans: &Spans,
    records: &mut Vec<NewRecord>,
) {
    let process = match start.besides.process.trim() {
        "" => words(start, POLICY),
        process => process,
    };
    let title = match start.lang {
        Lang::Zh => format!("{process}（征求意见稿）"),
        Lang::En => format!("{process} (consultation draft)"),
    };
    let answerer = Role::FirstOf(&[Role::Reps(Party::Owning), Role::Lead]);
    let mut record = NewRecord::new(consultation::KIND)
        .text(consultation::TITLE, &title)
        .text(consultation::DRAFT_VERSION, DRAFT)
        .refer(consultation::ANSWERER, people.holder(answerer));
    if let Some((_, last)) = spans.get(&PROCESS_CONSULT) {
        record = record.set(consultation::DUE, *last);
    }
    records.push(record.prefilled());
}

//! Where the lines of the groups come from, in their order. A line is written only when it is shown.

use super::whose::Whose;
use crate::exchange::Preview;
use crate::exchange::preview::{PersonPreview, Signature, Weight};
use crate::model::template::{ORDER, PARENT, PREFILLED};
use crate::model::{Change, FieldKey, RecordId};
use crate::templates::{agenda_item, proposal};

/// Where a line comes from: it is written only when it is shown, for a file may bring more than anybody looks at.
pub(super) enum LineSource {
    /// A difference, by number.
    Differs(usize),
    /// A field of a person, by number, and how many they have.
    New(usize, usize, usize),
    /// A cell of a change that is here already.
    Known(Box<Change>, usize),
}

impl LineSource {
    /// What will differ after taking.
    pub(super) fn differing(preview: &Preview) -> Vec<Self> {
        (0..preview.after.opened.len()).map(Self::Differs).collect()
    }

    /// What is new, field by field: what claims to be one's own first, and of each person what weighs most.
    pub(super) fn newly(whose: &Whose<'_>) -> Vec<Self> {
        let preview = whose.preview;
        let is_as_you = |person: &PersonPreview| {
            let signature = whose.signature(&person.who, &person.files);
            signature == Signature::You
        };
        let mut people: Vec<usize> = (0..preview.people.len()).collect();
        people.sort_by_key(|at| !is_as_you(&preview.people[*at]));
        let mut all = Vec::new();
        for at in people {
            let fields = &preview.people[at].fields;
            let is_told = |of: &usize| {
                let field = &fields[*of];
                let weight = Weight::of(&field.record, &field.key, &field.to);
                let says = field.from != field.to || field.is_open || weight == Weight::Word;
                says && is_told(&field.record, &field.key)
            };
            let mut told: Vec<usize> = (0..fields.len()).filter(is_told).collect();
            told.sort_by_key(|of| {
                let field = &fields[*of];
                Weight::of(&field.record, &field.key, &field.to)
            });
            let count = told.len();
            all.extend(told.into_iter().map(|of| Self::New(at, of, count)));
        }
        all
    }

    /// The record it is about.
    pub(super) fn record<'a>(&'a self, preview: &'a Preview) -> &'a RecordId {
        match self {
            Self::Differs(at) => &preview.after.opened[*at].record,
            Self::New(person, at, _) => &preview.people[*person].fields[*at].record,
            Self::Known(change, _) => &change.record,
        }
    }
}

/// Whether a field is worth a line: neither places nor marks, and of a suggestion only what it says.
pub(super) fn is_told(record: &RecordId, key: &FieldKey) -> bool {
    ![ORDER, PARENT, PREFILLED].contains(&key.as_str()) && !points_elsewhere(record, key)
}

/// Whether a field only says which other field the record is about: nobody reads its key.
pub(super) fn points_elsewhere(record: &RecordId, key: &FieldKey) -> bool {
    let pointers: &[&str] = match record.kind() {
        kind if kind == proposal::PROPOSAL.kind => &[proposal::TARGET.name, proposal::FIELD.name],
        kind if kind == agenda_item::AGENDA_ITEM.kind => {
            &[agenda_item::ABOUT.name, agenda_item::ABOUT_FIELD.name]
        }
        _ => &[],
    };
    pointers.contains(&key.as_str())
}

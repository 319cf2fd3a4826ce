//! Which lines the table shows: the records that the filters let through, under the headings of their groups.

use super::filters::{Filters, Narrow};
use crate::analysis::standing::plan_view::Grouped;
use crate::model::sort::gather;
use crate::model::template::{FieldType, Form, Template};
use crate::model::{FieldKey, RecordId};
use crate::state::Session;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What a line of the table shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::ui) enum TableLine {
    Row(RecordId),
    /// The heading of a group: what its records have in common, and how many they are.
    Group(Grouped, usize),
}

/// A line to draw, with the number of its record.
pub(super) type Drawn = (String, TableLine);

impl TableLine {
    pub(super) fn record(&self) -> Option<&RecordId> {
        match self {
            Self::Row(record) => Some(record),
            Self::Group(..) => None,
        }
    }
}

/// What tells a line that is drawn from every other.
pub(super) fn key((code, line): &Drawn) -> String {
    match line {
        TableLine::Row(record) => format!("{record} {code}"),
        TableLine::Group(group, count) => {
            format!("= {} {count}", group.word())
        }
    }
}

/// The lines of a table; watches the fields that decide on a record's place, and everything while filters do.
pub(super) fn shown(
    session: Session,
    template: &'static Template,
    rows: &[RecordId],
    filters: Filters,
) -> Vec<TableLine> {
    let groups = if filters.grouped.get() {
        groups(session, template)
    } else {
        Vec::new()
    };
    let narrow = filters.chosen.get();
    if narrow.is_empty() && groups.is_empty() {
        return rows.iter().cloned().map(TableLine::Row).collect();
    }
    let rows = narrowed(session, rows, &narrow);
    if groups.is_empty() {
        rows.into_iter().map(TableLine::Row).collect()
    } else {
        gathered(session, template, rows, &groups)
    }
}

/// The records that all filters let through.
fn narrowed(session: Session, rows: &[RecordId], narrow: &[Narrow]) -> Vec<RecordId> {
    if narrow.is_empty() {
        return rows.to_vec();
    }
    let now = session.now();
    session.watch(|log| {
        let passes = |row: &&RecordId| {
            let form = Form::new(log, (*row).clone());
            narrow.iter().all(|one| one.lets_through(&form, now))
        };
        rows.iter().filter(passes).cloned().collect()
    })
}

/// The records under which lines are gathered, in their order.
fn groups(session: Session, template: &'static Template) -> Vec<RecordId> {
    match template
        .field(template.grouped_by)
        .map(|field| field.field_type)
    {
        Some(FieldType::Ref(kinds)) => kinds.iter().flat_map(|kind| session.rows(kind)).collect(),
        _ => Vec::new(),
    }
}

/// Group by group, each under its heading; what names no group that is there comes last.
fn gathered(
    session: Session,
    template: &'static Template,
    rows: Vec<RecordId>,
    groups: &[RecordId],
) -> Vec<TableLine> {
    let key = FieldKey::of(template.grouped_by);
    let mut parts: Vec<Vec<TableLine>> = vec![Vec::new(); groups.len() + 1];
    let places: BTreeMap<&str, usize> = gather(groups.iter().map(RecordId::as_str).zip(0..));
    for row in rows {
        let group = session.value(&row, &key);
        let at = group.as_text().and_then(|group| places.get(group));
        parts[at.copied().unwrap_or(groups.len())].push(TableLine::Row(row));
    }
    let heads = groups.iter().cloned().map(Grouped::Record);
    let heads = heads.chain([Grouped::Nothing]);
    let parts = heads.zip(parts).filter(|(_, part)| !part.is_empty());
    parts
        .flat_map(|(head, part)| [vec![TableLine::Group(head, part.len())], part].concat())
        .collect()
}

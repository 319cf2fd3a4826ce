//! The picture of who has a thing when: a line for each request, a column for each day, or for each week where there
//! are many. It is a table, so that whoever hears it reads the same.

use super::claims::{UseDays, use_days};
use super::clashes::{Clash, clash_of};
use crate::analysis::time::calendar::Calendar;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use chrono::{Datelike, Days, NaiveDate};

/// Columns of a picture.
const COLUMNS: usize = 16;

/// What a request does in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InColumn {
    Nothing,
    Uses,
    Clashes,
}

/// The columns, and for each request what it does in them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct UsePicture {
    /// Whether a column is a week.
    pub is_by_week: bool,
    pub columns: Vec<UseDays>,
    pub rows: Vec<(RecordId, Vec<InColumn>)>,
    /// Whether there is more behind the last column.
    pub goes_on: bool,
}

/// The picture of some requests from the first day that any of them has.
pub fn picture(log: &Log, requests: &[RecordId], calendar: &Calendar) -> UsePicture {
    let used: Vec<(RecordId, UseDays)> = requests
        .iter()
        .filter_map(|record| {
            let days = use_days(&Form::new(log, record.clone()))?;
            Some((record.clone(), days))
        })
        .collect();
    let first = used.iter().map(|(_, days)| days.from).min();
    let ends = used.iter().map(|(_, days)| days);
    let last = ends
        .map(|days| {
            if days.is_endless() {
                days.from
            } else {
                days.to
            }
        })
        .max();
    let (Some(first), Some(last)) = (first, last) else {
        return UsePicture::default();
    };
    let days = first.iter_days().take_while(|day| *day <= last);
    let days: Vec<NaiveDate> = days
        .take(COLUMNS * 2)
        .filter(|day| calendar.is_working_day(*day))
        .take(COLUMNS + 1)
        .collect();
    let is_by_week = days.len() > COLUMNS || (last - first).num_days() >= 28;
    let columns: Vec<UseDays> = match is_by_week {
        false => days
            .into_iter()
            .map(|day| UseDays { from: day, to: day })
            .collect(),
        true => weeks(first, last),
    };
    let goes_on = columns.last().is_some_and(|column| column.to < last);
    let row = |(record, days): &(RecordId, UseDays)| {
        let clash = clash_of(log, record).filter(|clash| clash.requests.len() > 1);
        let cells = columns
            .iter()
            .map(|column| in_column(column, days, clash.as_ref()));
        (record.clone(), cells.collect())
    };
    UsePicture {
        is_by_week,
        rows: used.iter().map(row).collect(),
        columns,
        goes_on,
    }
}

fn weeks(first: NaiveDate, last: NaiveDate) -> Vec<UseDays> {
    let monday = first - Days::new(u64::from(first.weekday().num_days_from_monday()));
    let mondays = monday.iter_weeks().take_while(|day| *day <= last);
    let week = |monday: NaiveDate| UseDays {
        from: monday,
        to: monday + Days::new(6),
    };
    mondays.take(COLUMNS).map(week).collect()
}

fn in_column(column: &UseDays, days: &UseDays, clash: Option<&Clash>) -> InColumn {
    let meets = |from: NaiveDate, to: NaiveDate| from <= column.to && to >= column.from;
    if !meets(days.from, days.to) {
        return InColumn::Nothing;
    }
    let mut spans = clash.iter().flat_map(|clash| &clash.spans);
    match spans.any(|span| meets(span.from.max(days.from), span.to.min(days.to))) {
        true => InColumn::Clashes,
        false => InColumn::Uses,
    }
}

//! In which row of a week something stands that goes over several of its days.

use super::days::{CalendarDay, DayEntry, DaySort};
use crate::model::id::RecordId;
use std::collections::BTreeMap;

/// What goes over several days of a week stands in the same row on each of them, so that it is one bar.
pub(super) fn settle(week: &mut [CalendarDay]) {
    let mut rows: BTreeMap<(DaySort, RecordId), usize> = BTreeMap::new();
    for day in week {
        let is_known = |entry: &DayEntry| rows.get(&(entry.sort, entry.record.clone())).copied();
        let mut taken: Vec<usize> = day.entries.iter().filter_map(is_known).collect();
        for entry in day
            .entries
            .iter_mut()
            .filter(|one| one.goes_on.0 || one.goes_on.1)
        {
            let known = rows.entry((entry.sort, entry.record.clone()));
            let row = *known.or_insert_with(|| {
                let free = (0..).find(|row| !taken.contains(row)).unwrap_or(0);
                taken.push(free);
                free
            });
            entry.row = Some(row);
        }
        day.entries
            .sort_by_key(|entry| (entry.row.is_none(), entry.row));
    }
}

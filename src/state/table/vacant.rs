//! Open places: a copied line that names somebody for a department goes into the row of that department that waits for
//! a name, instead of standing beside it.

use super::PastedRow;
use crate::model::log::Log;
use crate::model::template::{Template, Vacancy};
use crate::model::{FieldKey, RecordId, Value};

/// The rows of a kind that wait for a name.
pub(super) struct OpenPlaces<'a> {
    log: &'a Log,
    vacancy: Option<Vacancy>,
    free: Vec<RecordId>,
}

impl<'a> OpenPlaces<'a> {
    /// Those of the project as it is; without the rows that are written into anyway.
    pub(super) fn of(log: &'a Log, template: &Template, onto: &[RecordId]) -> Self {
        let vacancy = template.vacancy;
        let waits = |row: &RecordId| {
            let name = vacancy.map(|vacancy| FieldKey::of(vacancy.name));
            name.is_some_and(|name| log.value(row, &name).is_empty()) && !onto.contains(row)
        };
        let mut free = match vacancy {
            Some(_) => log.rows(template.kind),
            None => Vec::new(),
        };
        free.retain(waits);
        Self { log, vacancy, free }
    }

    /// The place that a line fills, once: of the same department, and nothing that it says is otherwise there.
    pub(super) fn take(&mut self, row: &PastedRow) -> Option<RecordId> {
        let vacancy = self.vacancy?;
        let given = |key: &str| row.iter().find(|(given, _)| *given == key);
        given(vacancy.name)?;
        let (_, within) = given(vacancy.within)?;
        let held = |place: &RecordId, key: &str| self.log.value(place, &FieldKey::of(key));
        let fits = |place: &RecordId| {
            let agrees = |(key, value): &(&str, Value)| {
                let held = held(place, key);
                held.is_empty() || held == *value
            };
            held(place, vacancy.within) == *within && row.iter().all(agrees)
        };
        let at = self.free.iter().position(fits)?;
        Some(self.free.remove(at))
    }
}

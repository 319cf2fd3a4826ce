//! Which row of the ledger a request means: the one of that name, so that a name typed by hand finds it.

use super::status::{WHOLE, holds_now};
use crate::analysis::goal::meter::decimal;
use crate::model::id::RecordId;
use crate::model::log::{Derived, Log};
use crate::model::template::{CellType, Form, Key};
use crate::model::{FieldKey, Value};
use crate::templates::{resource, resource_request, status_of};
use std::collections::BTreeMap;

/// The rows of the ledger by what they are called; of two of one name the first.
struct Ledger(BTreeMap<String, RecordId>);

impl Derived for Ledger {
    fn of(log: &Log) -> Self {
        let mut rows = BTreeMap::new();
        for record in log.rows(resource::KIND) {
            let name = Form::new(log, record.clone()).get(resource::NAME);
            let name = name.map(|name| resource::called(&name)).unwrap_or_default();
            if !name.is_empty() {
                rows.entry(name).or_insert(record);
            }
        }
        Self(rows)
    }
}

/// The row of the ledger that is called so.
pub fn row_called(log: &Log, name: &str) -> Option<RecordId> {
    log.derived::<Ledger>()
        .0
        .get(&resource::called(name))
        .cloned()
}

/// The row of the ledger that a request is for, or was given in its place; nothing where the ledger does not know it.
pub fn row_of<'a>(request: &Form<'a>) -> Option<Form<'a>> {
    let instead = request
        .get(resource_request::APPROVED_ITEM)
        .filter(|_| holds_now(&status_of(request)));
    let name = instead.or_else(|| request.get(resource_request::RESOURCE_ITEM))?;
    let row = row_called(request.log(), &name)?;
    Some(request.other(row))
}

/// How much there is of a row, in ten-thousandths; of what nobody shares one, where nothing is said.
pub fn capacity(row: &Form<'_>) -> Option<i64> {
    let said = row
        .get(resource::CAPACITY)
        .and_then(|text| decimal(&text))
        .filter(|capacity| *capacity > 0);
    let is_exclusive = row.get(resource::EXCLUSIVE) == Some(true);
    said.or(is_exclusive.then_some(WHOLE))
}

/// What the ledger knows of the fields of a request that are still empty.
pub fn known_of(request: &Form<'_>) -> Vec<(&'static str, Value)> {
    let Some(row) = row_of(request) else {
        return Vec::new();
    };
    let all = [
        (resource_request::RESOURCE_TYPE.name, resource::TYPE.name),
        (resource_request::UNIT.name, resource::UNIT.name),
        (
            resource_request::PROVIDER_DEPT.name,
            resource::OWNER_DEPT.name,
        ),
    ];
    let known = all.into_iter().filter_map(|(to, from)| {
        let value = row.log().value(row.record(), &FieldKey::of(from));
        (!value.is_empty() && !request.has(to)).then_some((to, value))
    });
    known.collect()
}

/// A field of a request, or what the ledger says in its place.
pub fn said_or_known<T: CellType>(request: &Form<'_>, key: Key<T>) -> Option<T> {
    request.get(key).or_else(|| {
        let known = known_of(request);
        let (_, value) = known.iter().find(|(field, _)| *field == key.name)?;
        T::read(value)
    })
}

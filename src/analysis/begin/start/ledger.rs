//! The ledger of shared resources with which a project begins.

use super::Start;
use super::people::NewPeople;
use super::shared::{SharedLine, shared_lines};
use crate::analysis::begin::draft::NewRecord;
use crate::templates::resource;
use crate::templates::resource_request::{self, PEOPLE};

/// Signs of what sort of resource a name or its unit means.
const PLACES: &[&str] = &["间", "室", "场", "room", "hall"];
const PERSONS: &[&str] = &["人", "名", "people", "person", "staff"];
const DATA: &[&str] = &["数据", "名单", "条", "data", "list"];

fn sort_of(line: &SharedLine) -> &'static str {
    let said = format!("{} {}", line.name, line.unit).to_lowercase();
    let has = |signs: &[&str]| signs.iter().any(|sign| said.contains(sign));
    if has(PLACES) {
        resource_request::VENUE.key
    } else if has(PERSONS) {
        PEOPLE.key
    } else if has(DATA) {
        resource_request::DATA.key
    } else {
        resource_request::EQUIPMENT.key
    }
}

/// Adds the ledger.
pub(super) fn ledger(start: &Start, people: &NewPeople, records: &mut Vec<NewRecord>) {
    for line in shared_lines(&start.besides.resources) {
        let sort = sort_of(&line);
        let alone = line.amount == "1" && sort == resource_request::VENUE.key;
        let mut record = NewRecord::new(resource::KIND)
            .text(resource::NAME, &line.name)
            .set(resource::TYPE, sort.to_owned())
            .refer(resource::OWNER_DEPT, people.called(&line.department))
            .refer(resource::KEEPER, people.keeper(&line))
            .text(resource::CAPACITY, &line.amount)
            .text(resource::UNIT, &line.unit);
        if alone {
            record = record.set(resource::EXCLUSIVE, true);
        }
        records.push(record.prefilled_fields(&[resource::TYPE.name, resource::EXCLUSIVE.name]));
    }
}

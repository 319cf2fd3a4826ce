//! Whether a row of the ledger is free: from what was granted, and from what somebody says of it.

use super::claims::{UseDays, use_days};
use super::clashes::Claimed;
use super::status::holds_now;
use crate::model::template::Form;
use crate::templates::{resource, resource_request, status_of};
use chrono::NaiveDate;

/// Whether a row of the ledger is free on a day.
pub fn availability(row: &Form<'_>, today: NaiveDate) -> String {
    if let Some(why) = row.get(resource::OUT_OF_USE) {
        return why;
    }
    let clashes = row.log().derived::<Claimed>();
    let of_row = clashes.of(row.record());
    let requests = of_row.map(|request| row.other(request.clone()));
    let mut best = resource::FREE;
    for request in requests {
        let Some(UseDays { from, to }) = use_days(&request) else {
            continue;
        };
        let status = status_of(&request);
        let has_it = [
            resource_request::ALLOCATED.key,
            resource_request::IN_USE.key,
        ];
        if has_it.contains(&status.as_str()) && from <= today {
            return resource::TAKEN.key.to_owned();
        }
        if holds_now(&status) && to >= today {
            best = resource::RESERVED;
        }
    }
    best.key.to_owned()
}

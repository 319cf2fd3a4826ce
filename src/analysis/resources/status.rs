//! What the state of a request means for the thing it is for.

use crate::templates::resource_request as request;

/// One, in ten-thousandths.
pub const WHOLE: i64 = 10_000;

/// Whether a request in that state was granted and is not given back.
pub fn holds_now(status: &str) -> bool {
    let all = [
        request::DECIDED.key,
        request::ALLOCATED.key,
        request::IN_USE.key,
    ];
    all.contains(&status)
}

/// Whether a request in that state takes part in clashes: it waits, or it was granted.
pub fn counts(status: &str) -> bool {
    holds_now(status) || [request::SUBMITTED.key, request::COORDINATING.key].contains(&status)
}

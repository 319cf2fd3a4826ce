//! Resource requests that wait for somebody's word: the providing department's, or the ruling of the project lead.

use super::by_whom::by_whom;
use crate::analysis::goal::answers::provider_answer;
use crate::analysis::people::who::speaks_for;
use crate::analysis::resources::claims::holds_now;
use crate::analysis::resources::clashes::{Clash, clashes, over_with};
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{resource_request as request, status_of};

/// The requests that a person's department is asked about and has not answered as they stand now.
pub(super) fn requests_to_answer(log: &Log, me: &RecordId) -> Vec<RecordId> {
    let of_provider = |form: &Form<'_>| {
        let is_asking = status_of(form) == request::COORDINATING.key
            && !provider_answer(form.log(), form.record()).is_done();
        let provider = form.get(request::PROVIDER_DEPT).filter(|_| is_asking)?;
        Some((vec![provider], form.record().clone()))
    };
    let all = by_whom(log, request::KIND, "coordinating", (), of_provider);
    all.of(&speaks_for(log, me))
}

/// The clashes that wait for a ruling: something in them waits, or more was granted than there is.
pub(super) fn clashes_to_rule(log: &Log) -> Vec<Vec<RecordId>> {
    let waits = |clash: &Clash| {
        let is_granted = |one: &RecordId| holds_now(&status_of(&Form::new(log, one.clone())));
        clash.requests.len() > 1
            && (!clash.requests.iter().all(is_granted)
                || over_with(log, &clash.resource, &[]).is_some())
    };
    let all = clashes(log).into_iter().filter(waits);
    all.map(|clash| clash.requests).collect()
}

//! Resource requests that wait for somebody's word: the providing department's, or the ruling of the project lead.

use crate::analysis::goal::answers::provider_answer;
use crate::analysis::people::who::holds;
use crate::analysis::resources::claims::holds_now;
use crate::analysis::resources::clashes::{Clash, clashes, over_with};
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{member, resource_request as request, status_of};

/// The requests that a person's department is asked about and has not answered as they stand now.
pub(super) fn requests_to_answer(form: &Form<'_>, me: &RecordId) -> Vec<RecordId> {
    let is_asked = |record: &RecordId| {
        let one = form.other(record.clone());
        let provider = one.get(request::PROVIDER_DEPT);
        status_of(&one) == request::COORDINATING.key
            && !provider_answer(form.log(), record).is_done()
            && provider.is_some_and(|provider| holds(&one, me, member::REP, Some(&provider)))
    };
    let mut all = form.log().rows(request::KIND);
    all.retain(is_asked);
    all
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

//! To whom the next file goes, and what it asks: as one came to send it, before anybody chooses otherwise.

use super::session::Session;
use crate::analysis::inbox::asks::{asked_again, asks_of, first_asks, is_time_for};
use crate::analysis::leads;
use crate::analysis::people::who::People;
use crate::model::template::Form;
use crate::model::{Log, RecordId};
use crate::templates::{charter, member};
use std::collections::BTreeSet;

/// Whom, and what.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Addressed {
    /// One record of each person.
    pub to: Vec<RecordId>,
    /// As keys.
    pub requests: Vec<&'static str>,
}

impl Session {
    /// After something was done with a form: those whom it concerns, and what it asks of them. Else a project lead
    /// sends to everybody, and asks everything the first time, later what was answered and has changed since; anybody
    /// else sends to the project lead, and asks nothing. Watches the ledger.
    pub fn addressed(&self, done: Option<(&RecordId, &[RecordId])>) -> Addressed {
        let is_first = self.sent().iter().all(|sent| sent.ticked_ms.is_none());
        let today = self.now().date_naive();
        let (author, me) = (self.author().unwrap_or_default(), self.me());
        self.read(|log| {
            if let Some((record, to)) = done {
                let mut requests = asks_of(log, record, is_first);
                if leads(log, me.as_ref()) {
                    let again = asked_again(log, to).into_iter();
                    let more: Vec<_> = again
                        .filter(|key| !requests.contains(key) && is_time_for(log, key))
                        .collect();
                    requests.extend(more);
                }
                let to = to.to_vec();
                return Addressed { to, requests };
            }
            let form = Form::new(log, charter::record());
            let people = People::shared(&form);
            let is_other = |record: &RecordId| !people.is_same(&author, record.as_str());
            if leads(log, me.as_ref()) {
                let to = named(log, &people, is_other);
                let mut requests = match is_first {
                    true => first_asks(log),
                    false => asked_again(log, &to),
                };
                requests.retain(|key| is_time_for(log, key));
                return Addressed { to, requests };
            }
            let leads = member::with_role(&form, member::LEAD, today).into_iter();
            let mut to: Vec<RecordId> = leads.map(|lead| lead.record().clone()).collect();
            to.retain(is_other);
            Addressed {
                to,
                requests: Vec::new(),
            }
        })
    }
}

/// Everybody on the roster who has a name, each once.
pub(super) fn named(
    log: &Log,
    people: &People,
    is_wanted: impl Fn(&RecordId) -> bool,
) -> Vec<RecordId> {
    let mut known = BTreeSet::new();
    let mut all = log.rows(member::MEMBER.kind);
    all.retain(|record| {
        let is_named = Form::new(log, record.clone()).has(member::PERSON.name);
        is_named && is_wanted(record) && known.insert(people.person(record))
    });
    all
}

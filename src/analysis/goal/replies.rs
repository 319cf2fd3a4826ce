//! What people said to a decision, who has not, and whether it can be confirmed. Seen is not answered, and silence is
//! never turned into an answer. Knows no page that asks and no file that carries a reply.

use super::answers::{Answer, decision_answer};
use super::cells::objection_cells;
use crate::analysis::people::who::People;
use crate::model::Moment;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::KeptBy;
use crate::model::template::{CODE, Choice, Form};
use crate::templates::{decision, mechanism, recipient};
use chrono::NaiveDate;
use std::collections::BTreeSet;
use std::rc::Rc;

/// What one person said to a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    pub member: RecordId,
    /// The record of what they say, which need not have been begun.
    pub record: Option<RecordId>,
    /// When they said that they have seen it.
    pub seen: Option<Moment>,
    /// What they chose.
    pub reply: Option<Choice>,
    /// How that stands now.
    pub answer: Answer,
    /// Whether they object and nothing was answered to that yet.
    pub is_open_objection: bool,
}

/// Those who have to answer a decision, in the order of their records, each with what they said.
pub fn receipts(form: &Form<'_>) -> Vec<Receipt> {
    let log = form.log();
    // What is read is noted from here on, that there is no such decision too.
    let find = || Rc::<[Receipt]>::from(find_receipts(&form.other(form.record().clone())));
    let kept = log.beside::<KeptReceipts>();
    kept.0.get(log, form.record(), find).to_vec()
}

/// What was said to the decisions that were asked for: a page asks ten times who is silent and who objects.
#[derive(Default)]
struct KeptReceipts(KeptBy<RecordId, Rc<[Receipt]>>);

fn find_receipts(form: &Form<'_>) -> Vec<Receipt> {
    let people = People::shared(form);
    let mut named = BTreeSet::new();
    let mut asked = decision::recipients(form);
    asked.retain(|member| !is_own_decision(form, &people, member));
    asked.retain(|member| named.insert(people.person(member)));
    let receipt = |member| receipt(form, &people, member);
    asked.iter().map(receipt).collect()
}

/// What one person said to a decision; nothing where it does not ask them. Looks at nobody else: all are asked one by
/// one.
pub fn receipt_of(form: &Form<'_>, me: &RecordId) -> Option<Receipt> {
    let people = People::shared(form);
    let mut own = people.records(me).into_iter();
    let member =
        own.find(|one| decision::is_recipient(form, one) && !is_own_decision(form, &people, one))?;
    Some(receipt(form, &people, &member))
}

/// Whether somebody would confirm to themselves what they decide: asked only because a new decision asks every
/// representative. Who names the one who decides by hand asks them all the same.
fn is_own_decision(form: &Form<'_>, people: &People, member: &RecordId) -> bool {
    let decides = form.get(decision::APPROVER);
    let decides = decides.is_some_and(|one| people.are_one(&one, member));
    let written = |key: FieldKey| {
        let live = form.log().live(form.record(), &key);
        Some(live.first()?.change.lamport)
    };
    let key = decision::recipient_key(member).filter(|_| decides);
    key.is_some_and(|key| {
        let begun = written(FieldKey::of(CODE));
        begun.is_some() && written(key) == begun
    })
}

fn receipt(form: &Form<'_>, people: &People, member: &RecordId) -> Receipt {
    let log = form.log();
    let own = people.records(member).into_iter();
    let records = own.filter_map(|one| recipient::of(form.record(), &one));
    let mut visible = records.filter(|record| log.is_visible(record));
    let record = visible.next();
    let Some(said) = record.clone().map(|record| form.other(record)) else {
        return Receipt {
            member: member.clone(),
            record: recipient::of(form.record(), member),
            seen: None,
            reply: None,
            answer: Answer::Open,
            is_open_objection: false,
        };
    };
    let reply = said.get(recipient::REPLY);
    let reply = reply.and_then(|key| recipient::reply_of(&key));
    let answer = decision_answer(log, said.record());
    Receipt {
        member: member.clone(),
        seen: said.get(recipient::READ_AT),
        is_open_objection: reply == Some(recipient::OBJECT)
            && answer == Answer::Objected
            && !is_responded(&said),
        reply,
        answer,
        record,
    }
}

/// Whether an objection was answered as it stands.
fn is_responded(said: &Form<'_>) -> bool {
    let key = FieldKey::of(recipient::RESPONSE.name);
    let cells = objection_cells(said.record());
    said.has(key.as_str())
        && said
            .log()
            .changed_since(said.record(), &key, &cells)
            .is_empty()
}

/// How many have answered a decision as it stands, of how many; nothing before its release.
pub fn replied_of(form: &Form<'_>) -> Option<(usize, usize)> {
    if !decision::is_released(form) {
        return None;
    }
    let all = receipts(form);
    let replied = all.iter().filter(|one| one.answer.is_done()).count();
    Some((replied, all.len()))
}

/// Whether everybody has answered, and every objection is answered.
pub fn is_all_replied(form: &Form<'_>) -> bool {
    let all = receipts(form);
    all.iter()
        .all(|one| one.answer.is_done() && !one.is_open_objection)
}

/// Those who have not answered a decision as it stands.
pub fn silent(form: &Form<'_>) -> Vec<RecordId> {
    let all = receipts(form).into_iter();
    let silent = all.filter(|one| !one.answer.is_done());
    silent.map(|one| one.member).collect()
}

/// The people whose objections nobody has answered.
pub fn objecting(form: &Form<'_>) -> Vec<RecordId> {
    let all = receipts(form).into_iter();
    let open = all.filter(|one| one.is_open_objection);
    open.map(|one| one.member).collect()
}

/// Whether by the rules of communication no reply in time counts as agreed.
pub fn consents_by_silence(form: &Form<'_>) -> bool {
    let rules = form.other(mechanism::record());
    rules.get(mechanism::SILENCE_MEANS).as_deref() == Some(mechanism::CONSENT.key)
}

/// Whether the day until which a decision should be answered is over.
pub fn is_past_day(form: &Form<'_>, today: NaiveDate) -> bool {
    let limit = form.get(decision::REPLY_BY_AT);
    limit.is_some_and(|limit| limit.date_naive() < today)
}

/// Whether the time is over, no objection is open, somebody is silent, and that counts as agreed.
pub fn is_agreed_by_silence(form: &Form<'_>, today: NaiveDate) -> bool {
    consents_by_silence(form)
        && is_past_day(form, today)
        && objecting(form).is_empty()
        && !silent(form).is_empty()
}

/// Whether one that replaces this one was released.
pub fn is_replaced(form: &Form<'_>) -> bool {
    let replaces = |other: &Form<'_>| {
        other.get(decision::SUPERSEDES).as_ref() == Some(form.record())
            && decision::is_released(other)
    };
    form.all(decision::KIND).iter().any(replaces)
}

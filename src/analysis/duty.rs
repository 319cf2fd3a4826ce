//! Who is responsible for a field (§4.9): whether an edit counts at once or is a suggestion to somebody. Advice by the
//! roster, not a lock: nobody is kept from typing.

use super::computed::reference;
use super::people::holds;
use super::steps::Asker;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::Log;
use crate::model::template::{Form, ITSELF, ORDER, Who, Writers};
use crate::templates::{identity, member};

/// How deep rows can lie under a form.
const DEPTH: usize = 8;

/// What an edit is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Duty {
    /// One's own to write.
    Own,
    /// A suggestion, which these people decide on; the named ones, without repeats.
    Suggest(Vec<RecordId>),
}

/// What the edit of a field by this author is. It is one's own while nobody has said who they are, for those who are
/// not on the roster (what they wrote is shown with their name when it arrives), while the roster names no project
/// lead, and in a record that one has made.
pub fn duty(log: &Log, record: &RecordId, key: &FieldKey, author: Option<&str>) -> Duty {
    let form = Form::new(log, record.clone());
    let me = author.and_then(member_of);
    let (Some(me), Some(author), false) = (me, author, key.as_str() == ORDER) else {
        return Duty::Own;
    };
    let Some((form, line)) = line_of(form, key) else {
        return Duty::Own;
    };
    let asker = Asker::new(&form, Some(&me));
    let is_mine = line.who.contains(&Who::Anyone)
        || !asker.has_lead
        || !asker.roster.contains(&me)
        || asker.leads(&form, &me)
        || line.who.iter().any(|who| fits(&asker, &form, *who, &me))
        || is_maker(log, record, author);
    if is_mine {
        Duty::Own
    } else {
        Duty::Suggest(deciders(&asker, &form, line))
    }
}

/// Who is responsible for a field: those a suggestion goes to, whoever makes it.
pub fn responsible(log: &Log, record: &RecordId, key: &FieldKey) -> Vec<RecordId> {
    let form = Form::new(log, record.clone());
    line_of(form, key).map_or_else(Vec::new, |(form, line)| {
        deciders(&Asker::new(&form, None), &form, line)
    })
}

fn member_of(author: &str) -> Option<RecordId> {
    let record: RecordId = author.parse().ok()?;
    (record.kind() == member::MEMBER.kind).then_some(record)
}

/// The line that speaks of a field, and the form it stands on: the record, or one that the record is a row of.
fn line_of<'a>(form: Form<'a>, key: &FieldKey) -> Option<(Form<'a>, &'static Writers)> {
    let mut form = form;
    let mut key = key.as_str().to_owned();
    for _ in 0..DEPTH {
        if let Some(line) = form.template()?.writers_of(&key) {
            return Some((form, line));
        }
        form.record().kind().clone_into(&mut key);
        let parent = form.log().parent_of(form.record())?;
        form = form.other(parent);
    }
    None
}

/// Unlike for a step, nobody fits where nobody is named.
fn fits(asker: &Asker<'_>, form: &Form<'_>, who: Who, me: &RecordId) -> bool {
    match who {
        Who::Person(ITSELF) => asker.is(me, form.record()),
        Who::Person(field) => reference(form, field).is_some_and(|named| asker.is(me, &named)),
        Who::RepOf(ITSELF) => holds(form, &asker.people, me, member::REP, Some(form.record())),
        _ => asker.fits(form, who, me),
    }
}

/// The first of those named in the line who are on the roster with a name; else the project lead.
fn deciders(asker: &Asker<'_>, form: &Form<'_>, line: &Writers) -> Vec<RecordId> {
    let of = |who: Who| {
        let mut people: Vec<RecordId> = Vec::new();
        for person in asker.roster.iter().filter(|person| {
            form.other((*person).clone()).has(member::PERSON.name) && fits(asker, form, who, person)
        }) {
            let person = asker.people.person(person);
            if !people.contains(&person) {
                people.push(person);
            }
        }
        people
    };
    let mut found = line.who.iter().map(|who| of(*who));
    found
        .find(|people| !people.is_empty())
        .unwrap_or_else(|| of(Who::Lead))
}

/// Whether this author wrote the first change of a record, or nothing of it is written yet.
pub(super) fn is_maker(log: &Log, record: &RecordId, author: &str) -> bool {
    let writes = log
        .keys(record)
        .filter_map(|key| log.history(record, key).first().map(|write| write.change));
    let first = writes.min_by(|a, b| a.order(b));
    first.is_none_or(|change| identity::signer(log, change).as_deref() == Some(author))
}

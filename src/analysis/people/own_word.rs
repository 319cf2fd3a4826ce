//! Whose own word a field is: an answer, an acceptance, a remark. Unlike a duty it is no advice: nobody speaks for
//! somebody else but by saying so, with a basis.

use super::duty::is_maker;
use super::who::{People, holds};
use crate::analysis::computed::reference;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::Log;
use crate::model::template::{CellType, DELETED, Form, ITSELF, OwnWord, Speaker};
use crate::model::value::Value;
use crate::templates::member;

/// A write of somebody's own word, as the one who writes it sees it.
#[derive(Clone, Copy)]
pub struct Word<'a> {
    pub record: &'a RecordId,
    /// The field; `deleted` where the record is nothing but a word.
    pub key: &'a FieldKey,
    /// What is to stand there.
    pub value: &'a Value,
    /// What the same act writes besides, into the same record.
    pub beside: &'a dyn Fn(&str) -> Option<Value>,
}

/// Whose own word a write is, where it is not this author's: the people who may say it, none where nobody is named.
/// Nothing where it is nobody's word, or one's own.
pub fn others_word(log: &Log, word: Word<'_>, author: Option<&str>) -> Option<Vec<RecordId>> {
    let form = Form::new(log, word.record.clone());
    let own = own_word(&form, word.key)?;
    let people = People::shared(&form);
    let me = author.and_then(|author| people.author(author));
    match speakers(&form, own.of, word, &people) {
        Speakers::Writer => {
            let is_mine = author.map_or_else(
                || is_unwritten(log, word.record),
                |author| is_maker(log, word.record, author),
            );
            (!is_mine).then(Vec::new)
        }
        Speakers::People(named) => {
            let is_mine = |me: &RecordId| named.iter().any(|one| people.person(one) == *me);
            let is_mine = me.as_ref().is_some_and(is_mine);
            (!is_mine).then_some(named)
        }
    }
}

/// For whom a word can be recorded: the person, or the department that has nobody to speak for it.
pub fn recorded_for(log: &Log, record: &RecordId, key: &FieldKey) -> Option<RecordId> {
    let form = Form::new(log, record.clone());
    let own = own_word(&form, key)?;
    let word = Word {
        record,
        key,
        value: &Value::Null,
        beside: &|_| None,
    };
    match speakers(&form, own.of, word, &People::shared(&form)) {
        Speakers::People(named) if named.is_empty() => department(&form, own.of, word),
        Speakers::People(named) => named.into_iter().next(),
        Speakers::Writer => None,
    }
}

/// Whether somebody may record a word for that member, or for that department.
pub fn speaks_for(log: &Log, word: Word<'_>, member: &RecordId) -> bool {
    let form = Form::new(log, word.record.clone());
    let Some(own) = own_word(&form, word.key) else {
        return true;
    };
    let people = People::shared(&form);
    match speakers(&form, own.of, word, &people) {
        Speakers::Writer => false,
        Speakers::People(named) => {
            let is_named = |one: &RecordId| people.are_one(one, member);
            named.iter().any(is_named)
                || (named.is_empty() && department(&form, own.of, word).as_ref() == Some(member))
        }
    }
}

enum Speakers {
    Writer,
    People(Vec<RecordId>),
}

/// The word that a write of a field changes.
fn own_word(form: &Form<'_>, key: &FieldKey) -> Option<OwnWord> {
    let template = form.template()?;
    if key.as_str() != DELETED {
        return template.field(key.as_str())?.own_word;
    }
    let words = template.fields.iter().filter(|field| form.has(field.key));
    let mut words = words.filter_map(|field| field.own_word);
    words.find(|word| word.is_record)
}

fn speakers(form: &Form<'_>, of: Speaker, word: Word<'_>, people: &People) -> Speakers {
    let named = match of {
        Speaker::Writer => return Speakers::Writer,
        Speaker::Person(ITSELF) => vec![word.record.clone()],
        Speaker::Person(field) => referred(form, field, word).into_iter().collect(),
        Speaker::PersonOrWriter(field) => match referred(form, field, word) {
            Some(named) => vec![named],
            None => return Speakers::Writer,
        },
        Speaker::Named => {
            let before = reference(form, word.key.as_str());
            let now = RecordId::read(word.value).filter(|now| before.as_ref() != Some(now));
            match (before, now) {
                // Whose word stood there is not replaced by somebody else's.
                (Some(before), Some(now)) if people.person(&before) != people.person(&now) => {
                    Vec::new()
                }
                (before, now) => now.or(before).into_iter().collect(),
            }
        }
        Speaker::RepOf(_) => match department(form, of, word) {
            Some(department) => reps(form, &department),
            None => Vec::new(),
        },
    };
    Speakers::People(named)
}

fn department(form: &Form<'_>, of: Speaker, word: Word<'_>) -> Option<RecordId> {
    match of {
        Speaker::RepOf(ITSELF) => Some(word.record.clone()),
        Speaker::RepOf(field) => referred(form, field, word),
        _ => None,
    }
}

/// What a reference field holds, or is given in the same act while it holds nothing.
fn referred(form: &Form<'_>, field: &str, word: Word<'_>) -> Option<RecordId> {
    reference(form, field).or_else(|| RecordId::read(&(word.beside)(field)?))
}

/// Everybody with a name who represents a department.
fn reps(form: &Form<'_>, department: &RecordId) -> Vec<RecordId> {
    let mut roster = form.log().rows(member::MEMBER.kind);
    roster.retain(|person| {
        form.other(person.clone()).has(member::PERSON.name)
            && holds(form, person, member::REP, Some(department))
    });
    roster
}

fn is_unwritten(log: &Log, record: &RecordId) -> bool {
    log.keys(record).next().is_none()
}

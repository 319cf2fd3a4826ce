//! Who is responsible for a field (§4.9): whether an edit counts at once or is a suggestion to somebody. Advice by the
//! roster, not a lock: nobody is kept from typing.

use super::allowed_steps::Asker;
use super::roster::List;
use super::who::holds;
use crate::analysis::computed::{reference, references};
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::{KeptBy, Log};
use crate::model::template::{Form, ITSELF, ORDER, Who, Writers};
use crate::templates::{assignment, identity, member};
use std::rc::Rc;

/// How deep rows can lie under a form.
const DEPTH: usize = 8;

/// Whether an edit of somebody counts at once, or waits for whoever decides on it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Duty {
    /// One's own to write.
    Own,
    /// A suggestion, which these people decide on; the named ones, without repeats.
    Suggest(Vec<RecordId>),
}

/// What the edit of a field by this author is. It is one's own while nobody has said who they are, for those who are
/// not on the roster (what they wrote is shown with their name when it arrives), while the roster names no project
/// lead, and in a record that one has made, but for what others answer in it.
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
        || !asker.roster.has_lead
        || !asker.roster.lists(&me)
        || asker.leads(&form, &me)
        || line.who.iter().any(|who| fits(&asker, &form, *who, &me))
        || is_makers_own(log, record, key) && is_maker(log, record, author);
    if is_mine {
        Duty::Own
    } else {
        Duty::Suggest(deciders(&asker, &form, line).to_vec())
    }
}

/// Who is responsible for a field: those a suggestion goes to, whoever makes it.
pub fn responsible(log: &Log, record: &RecordId, key: &FieldKey) -> Vec<RecordId> {
    deciding(log, record, key).to_vec()
}

/// The same, as a list that many fields share.
pub(in crate::analysis) fn deciding(log: &Log, record: &RecordId, key: &FieldKey) -> List {
    let form = Form::new(log, record.clone());
    line_of(form, key).map_or_else(
        || Rc::from([]),
        |(form, line)| deciders(&Asker::new(&form, None), &form, line),
    )
}

/// Whether a field is for whoever made its record. What exists once for a pair of others belongs to no one who came
/// first, and nobody answers what they said themselves.
fn is_makers_own(log: &Log, record: &RecordId, key: &FieldKey) -> bool {
    let template = log.schema().template(record.kind());
    let field = template.and_then(|template| template.field(key.as_str()));
    record.kind() != assignment::KIND && !field.is_some_and(|field| field.anothers)
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
        Who::Person(ITSELF) => asker.people.are_one(me, form.record()),
        Who::Person(field) => {
            reference(form, field).is_some_and(|named| asker.people.are_one(me, &named))
        }
        Who::RepOf(ITSELF) => holds(form, me, member::REP, Some(form.record())),
        _ => asker.fits(form, who, me),
    }
}

/// The first of those named in the line who are on the roster with a name; else the project lead.
fn deciders(asker: &Asker<'_>, form: &Form<'_>, line: &Writers) -> List {
    let roster = &asker.roster;
    let person = |named: &RecordId| roster.only(asker.people.person(named));
    let of = |who: Who| match who {
        Who::Anyone => roster.named(),
        Who::Lead => Rc::clone(&roster.leads),
        Who::Reps => Rc::clone(&roster.all_reps),
        Who::Coordinator => Rc::clone(&roster.coordinators),
        Who::Person(ITSELF) => person(form.record()),
        Who::Person(field) => {
            reference(form, field).map_or_else(|| Rc::from([]), |named| person(&named))
        }
        Who::RepOf(ITSELF) => roster.reps(std::slice::from_ref(form.record())),
        Who::RepOf(field) => roster.reps(&references(form, field)),
        Who::Each(field) => {
            let named = references(form, field);
            named.iter().map(|one| asker.people.person(one)).collect()
        }
        Who::NotPerson(_) => Rc::from([]),
    };
    let mut found = line.who.iter().map(|who| of(*who));
    found
        .find(|people| !people.is_empty())
        .unwrap_or_else(|| of(Who::Lead))
}

/// Whether this author wrote the first change of a record, or nothing of it is written yet.
pub(in crate::analysis) fn is_maker(log: &Log, record: &RecordId, author: &str) -> bool {
    let find = || {
        let writes = log
            .keys(record)
            .filter_map(|key| log.history(record, key).first().map(|write| write.change));
        match writes.min_by(|a, b| a.order(b)) {
            None => Maker::Nobody,
            Some(change) => Maker::Author(identity::signer(log, change).map(Rc::from)),
        }
    };
    log.beside::<Makers>()
        .0
        .get(log, record, find)
        .is_by(author)
}

/// Who made which record, as far as it was asked: every field of a form asks for the same one.
#[derive(Default)]
struct Makers(KeptBy<RecordId, Maker>);

#[derive(Clone)]
enum Maker {
    Nobody,
    Author(Option<Rc<str>>),
}

impl Maker {
    fn is_by(&self, author: &str) -> bool {
        match self {
            Self::Nobody => true,
            Self::Author(by) => by.as_deref() == Some(author),
        }
    }
}

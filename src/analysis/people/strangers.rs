//! Who signs without being on the list, and of whom nobody has said yet who on it they are. A question for the project
//! lead, never an answer.

use super::same_person::{Listed, guess, listed, look_alike};
use crate::model::id::RecordId;
use crate::model::log::{Derived, Log};
use crate::model::template::Form;
use crate::templates::{charter, department, identity, member};

/// The names that sign something in force and are nobody's on the list, until somebody has said whose.
pub fn strangers(log: &Log) -> Vec<String> {
    log.derived::<Strangers>().0.clone()
}

struct Strangers(Vec<String>);

impl Derived for Strangers {
    fn of(log: &Log) -> Self {
        let names = log.signers().filter(|author| !member::is_record(author));
        let mut open: Vec<String> = names.map(str::to_owned).collect();
        open.retain(|name| !identity::is_settled(log, name));
        Self(open)
    }
}

/// Who on the list may be meant by a signature: somebody whose name cannot be told from it, or is like it.
pub fn guess_signed(log: &Log, author: &str, listed: &[Listed]) -> Option<RecordId> {
    let (name, department) = identity::signed(author);
    if let Some(alike) = look_alike(name, None, listed) {
        return Some(alike.record.clone());
    }
    guess(name, department_named(log, department).as_ref(), listed)
}

/// The same of those who are on the list of this project.
pub fn guess_of(log: &Log, author: &str) -> Option<RecordId> {
    let listed = listed(&Form::new(log, charter::record()));
    guess_signed(log, author, &listed)
}

/// The department that somebody wrote, where its name is written the same.
pub fn department_named(log: &Log, name: &str) -> Option<RecordId> {
    let rows = log.rows(department::DEPARTMENT.kind).into_iter();
    let is_it = |record: &RecordId| {
        let known = Form::new(log, record.clone()).get(department::NAME);
        !name.is_empty() && known.as_deref() == Some(name)
    };
    let mut found = rows.filter(is_it);
    found.next()
}

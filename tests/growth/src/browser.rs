//! Opens a project in a browser that has none.

use growth::{LEAD, project};
use hepai::model::Change;
use hepai::state::Session;
use hepai::templates::SCHEMA;

#[path = "../../port/mod.rs"]
#[allow(dead_code, reason = "tests look at more of it")]
mod port;

/// A project whose changes came as one import, open for who leads it.
pub(crate) fn open(changes: Vec<Change>) -> Session {
    let fake = port::Fake::new(1, "2026-06-10T10:00:00+08:00", 0);
    let session = Session::new(project(), &SCHEMA, fake);
    session.load(vec![("i1".to_owned(), changes)], &[], true);
    session.set_author(Some(LEAD.to_owned()));
    session
}

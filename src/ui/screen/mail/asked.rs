//! What the files taken here ask of the person who reads them, and what waits for that person.

use crate::analysis::people::who::People;
use crate::analysis::{Todo, inbox::todos};
use crate::model::template::Form;
use crate::state::{Received, Session};
use leptos::prelude::untrack;

/// The latest file that asks this person something.
pub(in crate::ui) fn latest(session: Session) -> Option<Received> {
    let me = session.me()?;
    let people = session.read(|log| People::shared(&Form::new(log, me.clone())));
    let is_for_me = |file: &Received| {
        !file.requests.is_empty()
            && (file.to.is_empty() || file.to.iter().any(|to| people.is_same(to, me.as_str())))
    };
    session.received().into_iter().rev().find(is_for_me)
}

/// What waits for this person; nothing before somebody has said who they are.
pub(in crate::ui) fn todos(session: Session) -> Vec<Todo> {
    let Some(me) = session.me() else {
        return Vec::new();
    };
    let requests = latest(session)
        .map(|file| file.requests)
        .unwrap_or_default();
    let today = session.now().date_naive();
    session.read(|log| todos::todos(log, &me, &requests, today))
}

/// How many things wait.
pub(in crate::ui) fn open_count(session: Session) -> usize {
    untrack(|| todos::open_count(&todos(session)))
}

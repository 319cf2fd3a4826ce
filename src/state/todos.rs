//! What the files taken here ask of the person who reads them, and what waits for that person.

use super::imports::Received;
use super::session::Session;
use crate::analysis::inbox::todos::{self, Todo};
use crate::analysis::people::suggestion::own_waiting;
use crate::analysis::people::who::People;
use crate::model::RecordId;
use crate::model::template::Form;

impl Session {
    /// The latest file that asks this person something.
    pub fn latest_request(&self) -> Option<Received> {
        let me = self.me()?;
        let people = self.read(|log| People::shared(&Form::new(log, me.clone())));
        let is_for_me = |file: &Received| {
            !file.envelope.requests.is_empty()
                && (file.envelope.to.is_empty()
                    || file
                        .envelope
                        .to
                        .iter()
                        .any(|to| people.is_same(to, me.as_str())))
        };
        self.received().into_iter().rev().find(is_for_me)
    }

    /// What this person suggested and nobody has decided.
    pub fn own_suggestions(&self) -> Vec<RecordId> {
        let Some(me) = self.me() else {
            return Vec::new();
        };
        let open = self.read(|log| own_waiting(log, &me));
        open.into_iter().map(|one| one.record).collect()
    }

    /// What waits for this person; nothing before somebody has said who they are.
    pub fn todos(&self) -> Vec<Todo> {
        let Some(me) = self.me() else {
            return Vec::new();
        };
        let file = self.latest_request();
        let requests = file.map(|file| file.envelope.requests).unwrap_or_default();
        let today = self.now().date_naive();
        self.read(|log| todos::todos(log, &me, &requests, today))
    }
}

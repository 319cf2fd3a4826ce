//! What the files taken here ask of the person who reads them, and what waits for that person.

use super::imports::{ImportNote, Received};
use super::session::Session;
use crate::analysis::inbox::todos::{self, Todo, request};
use crate::analysis::inbox::updates::MeetingRound;
use crate::analysis::people::suggestion::own_waiting;
use crate::analysis::people::who::People;
use crate::model::RecordId;
use crate::model::template::Form;
use chrono::NaiveDate;

impl Session {
    /// What each file that still asks this person something asks for, with how many of the things that wait that is; of
    /// two files that ask for the same the latest alone.
    pub fn asking(&self) -> Vec<(Received, usize)> {
        let todos = self.todos();
        let asked = |file: Received| {
            let requests = &file.envelope.requests;
            let is_asked = |todo: &&Todo| todo.item.is_asked_by(requests);
            let count = todos.iter().filter(is_asked).count();
            (count > 0).then_some((file, count))
        };
        self.open_requests().into_iter().filter_map(asked).collect()
    }

    /// The files that ask this person something, the latest first.
    fn requests(&self) -> Vec<Received> {
        let Some(me) = self.me() else {
            return Vec::new();
        };
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
        self.received()
            .into_iter()
            .rev()
            .filter(is_for_me)
            .collect()
    }

    /// The same as far as what they ask still counts, each with that alone: the latest that asks anything of the first
    /// time, and the latest that asks each other thing, what is asked every week until the next meeting.
    pub fn open_requests(&self) -> Vec<Received> {
        let mut files = self.requests();
        let latest = |wanted: &[&str]| {
            let is_it = |key: &String| wanted.contains(&key.as_str());
            files
                .iter()
                .position(|file| file.envelope.requests.iter().any(is_it))
        };
        let today = self.now().date_naive();
        let lasting = latest(&request::ALL);
        let alone = request::OFFERED.into_iter();
        let alone = alone.filter(|key| !request::ALL.contains(key)).map(|key| {
            let is_over = |at: &usize| {
                request::WEEKLY.contains(&key) && self.is_before_round(&files[*at], today)
            };
            (key, latest(&[key]).filter(|at| !is_over(at)))
        });
        let alone: Vec<(&str, Option<usize>)> = alone.collect();
        for (at, file) in files.iter_mut().enumerate() {
            file.envelope.requests.retain(|key| {
                let counts = alone.iter().find(|(asked, _)| asked == key);
                counts.map_or(lasting, |(_, counts)| *counts) == Some(at)
            });
        }
        files.retain(|file| !file.envelope.requests.is_empty());
        files
    }

    /// When the latest file came here that asks anybody something, milliseconds since 1970.
    pub(super) fn asked_ms(&self) -> Option<i64> {
        let asks = |note: &ImportNote| {
            let mut files = note.received.iter();
            files.any(|file| !file.envelope.requests.is_empty())
        };
        let asking = self.imports().into_iter().filter(asks);
        asking.map(|note| note.at_ms).max()
    }

    /// Whether a file was sent before the last regular meeting, which took what it asked of the tasks.
    fn is_before_round(&self, file: &Received, today: NaiveDate) -> bool {
        let round = self.read(|log| MeetingRound::of(log, today));
        let sent = file.envelope.at.map(|at| at.naive_local());
        sent.is_some_and(|sent| sent <= round.since)
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
        let today = self.now().date_naive();
        let files = self.open_requests().into_iter();
        let requests: Vec<String> = files.flat_map(|file| file.envelope.requests).collect();
        self.read(|log| todos::todos(log, &me, &requests, today))
    }
}

//! What waits for IndexedDB, in order. What is refused stays at the head and is tried again. Knows no home and no
//! clock.

use super::shelf::{Entry, Room};
use crate::model::ProjectId;
use std::collections::VecDeque;
use std::task::{Poll, Waker};

/// The longest wait before a refused write is tried again, in milliseconds.
const LONGEST_WAIT_MS: u32 = 30_000;

/// One write on its way.
pub(super) struct QueuedWrite {
    pub(super) project: ProjectId,
    pub(super) room: Room,
    pub(super) entries: Vec<Entry>,
    /// Whether localStorage has it already.
    pub(super) is_near: bool,
    /// What the other tabs are told once it is safe.
    pub(super) posts: Vec<String>,
}

/// What has not been acknowledged, in order.
#[derive(Default)]
pub(super) struct Queue {
    waiting: VecDeque<QueuedWrite>,
    /// How many at the head are being written.
    under_way: usize,
    is_running: bool,
    refusals: u32,
    saved_ms: f64,
    flushing: Vec<Waker>,
}

impl Queue {
    /// Whether everything was acknowledged.
    pub(super) fn is_empty(&self) -> bool {
        self.waiting.is_empty()
    }

    /// When the last write was acknowledged; 0 where none was.
    pub(super) const fn saved_ms(&self) -> f64 {
        self.saved_ms
    }

    /// Something was written that does not stand in line here.
    pub(super) const fn note_saved(&mut self, now_ms: f64) {
        self.saved_ms = now_ms;
    }

    /// How often the head was refused.
    pub(super) const fn refusals(&self) -> u32 {
        self.refusals
    }

    /// Whether it was refused, and some of what waits lies in localStorage neither.
    pub(super) fn has_failed(&self) -> bool {
        self.refusals > 0 && self.waiting.iter().any(|write| !write.is_near)
    }

    /// Whether everything is safe, once that is known: nothing waits, or the head was refused.
    pub(super) fn poll_flush(&mut self, waker: &Waker) -> Poll<bool> {
        if self.is_empty() || self.refusals > 0 && self.under_way == 0 {
            return Poll::Ready(self.is_empty());
        }
        self.flushing.push(waker.clone());
        Poll::Pending
    }

    /// Who waits for that.
    pub(super) fn take_flushing(&mut self) -> Vec<Waker> {
        std::mem::take(&mut self.flushing)
    }

    /// Puts a write at the end. Whether nobody works on the queue, so that somebody has to begin.
    pub(super) fn push(&mut self, write: QueuedWrite) -> bool {
        self.waiting.push_back(write);
        !std::mem::replace(&mut self.is_running, true)
    }

    /// Whether something of a project is on its way.
    pub(super) fn holds(&self, project: ProjectId) -> bool {
        self.waiting.iter().any(|write| write.project == project)
    }

    /// Whether something of a project is on its way that localStorage does not have.
    pub(super) fn holds_far(&self, project: ProjectId) -> bool {
        let mut waiting = self.waiting.iter();
        waiting.any(|write| write.project == project && !write.is_near)
    }

    /// Forgets what is on its way of a project, but for what is being written.
    pub(super) fn forget(&mut self, project: ProjectId) {
        let under_way = self.under_way;
        let mut at = 0;
        self.waiting.retain(|write| {
            at += 1;
            at <= under_way || write.project != project
        });
    }

    /// The project of the head; where there is none, nobody works on the queue any longer.
    pub(super) fn next_project(&mut self) -> Option<ProjectId> {
        let project = self.waiting.front().map(|write| write.project);
        self.is_running = project.is_some();
        project
    }

    /// What goes into the next transaction: the head, and what follows it to the same shelf, of projects that were
    /// read.
    pub(super) fn next_group(
        &mut self,
        is_read: impl Fn(ProjectId) -> bool,
    ) -> Option<(Room, Vec<Entry>)> {
        let room = self.waiting.front()?.room;
        let group = self
            .waiting
            .iter()
            .take_while(|write| write.room == room && is_read(write.project));
        let entries: Vec<Vec<Entry>> = group.map(|write| write.entries.clone()).collect();
        self.under_way = entries.len();
        (!entries.is_empty()).then(|| (room, entries.into_iter().flatten().collect()))
    }

    /// What was under way is safe: what other tabs are told, and whether it had been refused more than once.
    pub(super) fn acknowledge(&mut self, now_ms: f64) -> (Vec<String>, bool) {
        let count = std::mem::take(&mut self.under_way);
        let done = self.waiting.drain(..count);
        let posts = done.flat_map(|write| write.posts).collect();
        self.saved_ms = now_ms;
        (posts, std::mem::take(&mut self.refusals) > 1)
    }

    /// What was under way was refused: how long to wait before the next attempt, in milliseconds, and whether it was
    /// refused for the second time.
    pub(super) fn refuse(&mut self) -> (u32, bool) {
        self.under_way = 0;
        self.refusals = self.refusals.saturating_add(1);
        let wait_ms = 1000u32
            .saturating_mul(1 << (self.refusals - 1).min(10))
            .min(LONGEST_WAIT_MS);
        (wait_ms, self.refusals == 2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn project(letter: char) -> ProjectId {
        let id: String = std::iter::repeat_n(letter, 10).collect();
        id.parse().expect("an id")
    }

    fn write(letter: char, room: Room, is_near: bool) -> QueuedWrite {
        QueuedWrite {
            project: project(letter),
            room,
            entries: vec![(letter.to_string(), "text".to_owned())],
            is_near,
            posts: vec![format!("post {letter}")],
        }
    }

    fn keys(group: Option<(Room, Vec<Entry>)>) -> Vec<String> {
        let entries = group.map(|(_, entries)| entries).unwrap_or_default();
        entries.into_iter().map(|(key, _)| key).collect()
    }

    #[test]
    fn who_puts_the_first_write_begins_and_who_finds_nothing_ends() {
        let mut queue = Queue::default();
        assert!(queue.push(write('A', Room::Rows, true)));
        assert!(!queue.push(write('A', Room::Rows, true)), "it is under way");
        assert_eq!(queue.next_project(), Some(project('A')));
        queue.next_group(|_| true);
        queue.acknowledge(7.0);
        assert_eq!(queue.next_project(), None);
        assert!(queue.is_empty() && queue.push(write('A', Room::Rows, true)));
    }

    #[test]
    fn a_transaction_takes_what_follows_to_the_same_shelf_of_projects_that_were_read() {
        let mut queue = Queue::default();
        assert_eq!(queue.next_group(|_| true), None);
        for (letter, room) in [
            ('A', Room::Rows),
            ('B', Room::Rows),
            ('C', Room::Rows),
            ('D', Room::Facts),
            ('A', Room::Rows),
        ] {
            queue.push(write(letter, room, true));
        }
        let unread = |wanted| move |one| one != project(wanted);
        assert!(keys(queue.next_group(unread('A'))).is_empty());
        assert_eq!(keys(queue.next_group(unread('C'))), ["A", "B"]);
        assert_eq!(queue.acknowledge(1.0).0, ["post A", "post B"]);
        assert_eq!(keys(queue.next_group(|_| true)), ["C"]);
        queue.acknowledge(2.0);
        let (room, _) = queue.next_group(|_| true).expect("the fact");
        assert_eq!(room, Room::Facts);
    }

    #[test]
    fn what_is_refused_stays_and_waits_twice_as_long_each_time() {
        let mut queue = Queue::default();
        queue.push(write('A', Room::Rows, true));
        let waits: Vec<(u32, bool)> = (0..6).map(|_| queue.refuse()).collect();
        let seconds = [1, 2, 4, 8, 16, 30].map(|seconds| seconds * 1000);
        assert!(waits.iter().map(|(wait, _)| *wait).eq(seconds));
        assert!(
            waits
                .iter()
                .map(|(_, is_second)| *is_second)
                .eq([false, true, false, false, false, false])
        );
        assert!(!queue.has_failed(), "localStorage has it");
        queue.push(write('B', Room::Rows, false));
        assert!(queue.has_failed());
        queue.next_group(|_| true);
        let (posts, was_refused) = queue.acknowledge(9.0);
        assert!(posts.len() == 2 && was_refused);
        assert!(!queue.has_failed() && queue.refusals() == 0);
        assert!((queue.saved_ms() - 9.0).abs() < f64::EPSILON);
        queue.refuse();
        assert!(!queue.acknowledge(9.0).1, "once is a hiccup");
    }

    #[test]
    fn a_flush_ends_when_all_is_safe_or_the_head_was_refused() {
        let (waker, mut queue) = (Waker::noop(), Queue::default());
        assert_eq!(queue.poll_flush(waker), Poll::Ready(true));
        queue.push(write('A', Room::Rows, true));
        assert_eq!(queue.poll_flush(waker), Poll::Pending);
        assert_eq!(queue.take_flushing().len(), 1);
        queue.next_group(|_| true);
        queue.refuse();
        assert_eq!(queue.poll_flush(waker), Poll::Ready(false));
        queue.next_group(|_| true);
        assert_eq!(queue.poll_flush(waker), Poll::Pending, "it is tried again");
        assert_eq!(queue.take_flushing().len(), 1);
    }

    #[test]
    fn a_project_that_goes_is_forgotten_but_for_what_is_being_written() {
        let mut queue = Queue::default();
        for (letter, is_near) in [('A', true), ('B', false), ('A', false)] {
            queue.push(write(letter, Room::Rows, is_near));
        }
        assert!(queue.holds_far(project('A')));
        queue.next_group(|one| one == project('A'));
        queue.forget(project('A'));
        assert!(queue.holds(project('A')) && !queue.holds_far(project('A')));
        queue.forget(project('B'));
        assert!(!queue.holds(project('B')));
        queue.acknowledge(1.0);
        assert!(queue.is_empty());
    }
}

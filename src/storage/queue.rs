//! The way to IndexedDB: one queue, in order, many writes in one transaction when they come faster than the disk.
//! What is refused stays at its head and is tried again; the save state is read off the queue.

use super::shelf::{Entry, ShelfError};
use super::store::{Mode, Reading, SaveState, Store};
use crate::model::ProjectId;
use std::collections::VecDeque;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

/// The longest wait before a refused write is tried again, in milliseconds.
const LONGEST_WAIT_MS: u32 = 30_000;

/// Which shelf of IndexedDB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Room {
    Rows,
    Facts,
}

/// One write on its way.
pub(super) struct Write {
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
    waiting: VecDeque<Write>,
    /// How many at the head are being written.
    under_way: usize,
    is_running: bool,
    refusals: u32,
    saved_ms: f64,
    flushing: Vec<Waker>,
}

impl Store {
    /// Whether everything written is safe.
    pub fn save_state(&self) -> SaveState {
        if self.inner.mode != Mode::Ready {
            return SaveState::Memory;
        }
        let queue = self.inner.queue.borrow();
        match queue.waiting.is_empty() {
            true if self.is_doubtful() => SaveState::Saving,
            true => SaveState::Saved {
                at_ms: queue.saved_ms,
            },
            false if queue.refusals > 0 && queue.waiting.iter().any(|write| !write.is_near) => {
                SaveState::Failed
            }
            false => SaveState::Saving,
        }
    }

    /// Whether IndexedDB refused the last write to it; it is tried again.
    pub fn database_refuses(&self) -> bool {
        self.inner.queue.borrow().refusals > 0
    }

    /// Whether it has refused more than once, so that it is no hiccup.
    pub fn refuses_again(&self) -> bool {
        self.inner.queue.borrow().refusals > 1
    }

    /// Done when everything written so far is safe (true) or has been refused (false).
    pub async fn flush(&self) -> bool {
        poll_fn(|context| {
            let mut queue = self.inner.queue.borrow_mut();
            if queue.waiting.is_empty() || queue.refusals > 0 && queue.under_way == 0 {
                return Poll::Ready(queue.waiting.is_empty());
            }
            queue.flushing.push(context.waker().clone());
            Poll::Pending
        })
        .await
    }

    pub(super) fn enqueue(&self, write: Write) {
        if self.inner.mode != Mode::Ready {
            return;
        }
        let mut queue = self.inner.queue.borrow_mut();
        queue.waiting.push_back(write);
        let start = !std::mem::replace(&mut queue.is_running, true);
        drop(queue);
        self.tell_state();
        if start {
            let store = self.clone();
            self.inner
                .host
                .spawn(Box::pin(async move { store.run_queue().await }));
        }
    }

    /// Whether something of a project is on its way.
    pub(super) fn is_waiting(&self, project: ProjectId) -> bool {
        let queue = self.inner.queue.borrow();
        queue.waiting.iter().any(|write| write.project == project)
    }

    /// Whether something of a project is on its way that localStorage does not have.
    pub(super) fn is_waiting_far(&self, project: ProjectId) -> bool {
        let queue = self.inner.queue.borrow();
        let mut waiting = queue.waiting.iter();
        waiting.any(|write| write.project == project && !write.is_near)
    }

    /// Forgets what is on its way of a project that was removed. Whether there was anything.
    pub(super) fn forget_writes(&self, project: ProjectId) -> bool {
        let was_waiting = self.is_waiting(project);
        let mut queue = self.inner.queue.borrow_mut();
        let under_way = queue.under_way;
        let mut at = 0;
        queue.waiting.retain(|write| {
            at += 1;
            at <= under_way || write.project != project
        });
        was_waiting
    }

    async fn run_queue(&self) {
        while let Some(project) = self.next_project() {
            self.first_reading(project).await;
            let Some((room, entries)) = self.next_group() else {
                continue;
            };
            let shelf = match room {
                Room::Rows => &self.inner.shelves.rows,
                Room::Facts => &self.inner.shelves.facts,
            };
            match shelf.put(entries).await {
                Ok(()) => self.acknowledge(),
                Err(error) => {
                    let wait = self.refuse(&error);
                    self.inner.host.sleep(wait).await;
                }
            }
        }
    }

    fn next_project(&self) -> Option<ProjectId> {
        let mut queue = self.inner.queue.borrow_mut();
        let project = queue.waiting.front().map(|write| write.project);
        queue.is_running = project.is_some();
        project
    }

    /// What goes into the next transaction: the head, and what follows it to the same shelf.
    fn next_group(&self) -> Option<(Room, Vec<Entry>)> {
        let projects = self.inner.projects.borrow();
        let is_read = |project| {
            projects
                .get(&project)
                .is_some_and(|shelved| matches!(shelved.reading, Reading::Ended(_)))
        };
        let mut queue = self.inner.queue.borrow_mut();
        let room = queue.waiting.front()?.room;
        let group = queue
            .waiting
            .iter()
            .take_while(|write| write.room == room && is_read(write.project));
        let entries: Vec<Vec<Entry>> = group.map(|write| write.entries.clone()).collect();
        queue.under_way = entries.len();
        (!entries.is_empty()).then(|| (room, entries.into_iter().flatten().collect()))
    }

    fn acknowledge(&self) {
        let mut queue = self.inner.queue.borrow_mut();
        let count = std::mem::take(&mut queue.under_way);
        let done: Vec<Write> = queue.waiting.drain(..count).collect();
        let was_refused = std::mem::take(&mut queue.refusals) > 1;
        queue.saved_ms = self.inner.host.now_ms();
        drop(queue);
        if was_refused {
            self.tell_reach(None);
        }
        for post in done.iter().flat_map(|write| &write.posts) {
            self.inner.host.post(post);
        }
        self.after_write();
    }

    /// Returns how long to wait before trying again, in milliseconds.
    fn refuse(&self, _: &ShelfError) -> u32 {
        let mut queue = self.inner.queue.borrow_mut();
        queue.under_way = 0;
        queue.refusals = queue.refusals.saturating_add(1);
        let wait = 1000u32
            .saturating_mul(1 << (queue.refusals - 1).min(10))
            .min(LONGEST_WAIT_MS);
        let is_second = queue.refusals == 2;
        drop(queue);
        if is_second {
            self.tell_reach(None);
        }
        self.after_write();
        wait
    }

    fn after_write(&self) {
        let wakers = std::mem::take(&mut self.inner.queue.borrow_mut().flushing);
        wakers.into_iter().for_each(Waker::wake);
        self.tell_state();
    }

    pub(super) fn tell_state(&self) {
        let state = self.save_state();
        if self.inner.heard_state.replace(Some(state)) == Some(state) {
            return;
        }
        let ears: Vec<Rc<dyn Fn(SaveState)>> = self.inner.state_ears.borrow().clone();
        for ear in ears {
            ear(state);
        }
    }

    /// Done when IndexedDB has been read for this project; begins it where nobody has.
    async fn first_reading(&self, project: ProjectId) {
        let begin = self.shelved(project, |shelved| shelved.reading == Reading::Unread);
        if begin {
            self.read_first(project).await;
            return;
        }
        poll_fn(|context| {
            self.shelved(project, |shelved| match shelved.reading {
                // Unread again: it was removed meanwhile.
                Reading::Ended(_) | Reading::Unread => Poll::Ready(()),
                Reading::UnderWay => {
                    shelved.waiting.push(context.waker().clone());
                    Poll::Pending
                }
            })
        })
        .await;
    }

    /// Forgets a project that was removed, and lets go on who waited for its reading.
    pub(super) fn forget(&self, project: ProjectId) {
        self.inner.doubts.unproven.borrow_mut().remove(&project);
        let shelved = self.inner.projects.borrow_mut().remove(&project);
        shelved
            .into_iter()
            .flat_map(|shelved| shelved.waiting)
            .for_each(Waker::wake);
    }

    pub(super) fn begin_reading(&self, project: ProjectId) {
        self.shelved(project, |shelved| {
            if !matches!(shelved.reading, Reading::Ended(_)) {
                shelved.reading = Reading::UnderWay;
            }
        });
    }

    pub(super) fn end_reading(&self, project: ProjectId, is_ok: bool) {
        let mut is_new = false;
        let waiting = self.shelved(project, |shelved| {
            let before = std::mem::replace(&mut shelved.reading, Reading::Ended(is_ok));
            let was_joining = std::mem::take(&mut shelved.is_joining);
            is_new = was_joining || before != shelved.reading;
            std::mem::take(&mut shelved.waiting)
        });
        if is_ok {
            self.settle(project);
        }
        waiting.into_iter().for_each(Waker::wake);
        if is_new {
            self.tell_reach(Some(project));
        }
        if !is_ok {
            self.retry_later();
        }
    }
}

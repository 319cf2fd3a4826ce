//! The way to IndexedDB: the queue worked off in order, many writes in one transaction when they come faster than the
//! disk. Nothing of a project is written there before it has been read; the save state is read off the queue.

use super::queue::QueuedWrite;
use super::shelf::{Entry, Room};
use super::shelved::Reading;
use super::store::{Mode, SaveState, Store};
use crate::model::ProjectId;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

impl Store {
    /// Whether everything written is safe.
    pub fn save_state(&self) -> SaveState {
        if self.inner.mode != Mode::Ready {
            return SaveState::Memory;
        }
        let queue = self.inner.queue.borrow();
        match queue.is_empty() {
            true if self.is_doubtful() || self.inner.drafts.is_waiting() => SaveState::Saving,
            true => SaveState::Saved {
                at_ms: queue.saved_ms(),
            },
            false if queue.has_failed() => SaveState::Failed,
            false => SaveState::Saving,
        }
    }

    /// Whether IndexedDB refused the last write to it; it is tried again.
    pub fn database_refuses(&self) -> bool {
        self.inner.queue.borrow().refusals() > 0
    }

    /// Whether it has refused more than once, so that it is no hiccup.
    pub fn refuses_again(&self) -> bool {
        self.inner.queue.borrow().refusals() > 1
    }

    /// Done when everything written so far is safe (true) or has been refused (false).
    pub async fn flush(&self) -> bool {
        poll_fn(|context| {
            let mut queue = self.inner.queue.borrow_mut();
            queue.poll_flush(context.waker())
        })
        .await
    }

    pub(super) fn enqueue(&self, write: QueuedWrite) {
        if self.inner.mode != Mode::Ready {
            return;
        }
        let start = self.inner.queue.borrow_mut().push(write);
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
        self.inner.queue.borrow().holds(project)
    }

    /// Whether something of a project is on its way that localStorage does not have.
    pub(super) fn is_waiting_far(&self, project: ProjectId) -> bool {
        self.inner.queue.borrow().holds_far(project)
    }

    /// Forgets what is on its way of a project that was removed. Whether there was anything.
    pub(super) fn forget_writes(&self, project: ProjectId) -> bool {
        let mut queue = self.inner.queue.borrow_mut();
        let was_waiting = queue.holds(project);
        queue.forget(project);
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
                Err(_) => {
                    let wait_ms = self.refuse();
                    self.inner.host.sleep(wait_ms).await;
                }
            }
        }
    }

    fn next_project(&self) -> Option<ProjectId> {
        self.inner.queue.borrow_mut().next_project()
    }

    fn next_group(&self) -> Option<(Room, Vec<Entry>)> {
        let projects = self.inner.projects.borrow();
        let is_read = |project| {
            projects
                .get(&project)
                .is_some_and(|shelved| matches!(shelved.reading, Reading::Ended(_)))
        };
        self.inner.queue.borrow_mut().next_group(is_read)
    }

    fn acknowledge(&self) {
        let now_ms = self.inner.host.now_ms();
        let (posts, was_refused) = self.inner.queue.borrow_mut().acknowledge(now_ms);
        if was_refused {
            self.tell_reach(None);
        }
        for post in &posts {
            self.inner.host.post(post);
        }
        self.after_write();
    }

    /// Returns how long to wait before trying again, in milliseconds.
    fn refuse(&self) -> u32 {
        let (wait_ms, is_second) = self.inner.queue.borrow_mut().refuse();
        if is_second {
            self.tell_reach(None);
        }
        self.after_write();
        wait_ms
    }

    fn after_write(&self) {
        let wakers = self.inner.queue.borrow_mut().take_flushing();
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

//! How far a project's rows in IndexedDB are known here: what nobody could read may be more than what is shown. What
//! could not be read is asked for again, and what comes late is told as news.

use super::host::Task;
use super::load::{FarRead, Loaded};
use super::news::News;
use super::shelf::{ShelfError, ShelfFuture};
use super::shelved::Reading;
use super::store::{Mode, Store};
use crate::model::ProjectId;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::Poll;

/// How long IndexedDB may take to answer before it counts as unread, in milliseconds.
const PATIENCE_MS: u32 = 10_000;

/// How long after a failed reading the next one begins: twice as long each time, in milliseconds.
const FIRST_WAIT_MS: u32 = 2_000;
const LONGEST_WAIT_MS: u32 = 60_000;

/// Whether what this page shows of a project is all that the browser stores of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reach {
    /// IndexedDB has not answered yet.
    Asking,
    /// It has been read: nothing stored is missing here.
    All,
    /// It could not be read: there may be more than is shown, and nothing here may be called complete.
    Part,
}

impl Reading {
    const fn reach(self) -> Reach {
        match self {
            Self::Ended(true) => Reach::All,
            Self::Ended(false) => Reach::Part,
            Self::Unread | Self::UnderWay => Reach::Asking,
        }
    }
}

impl Store {
    /// How much of a project is known here. Where nothing is stored, memory is all there is.
    pub fn reach(&self, project: ProjectId) -> Reach {
        if self.inner.mode != Mode::Ready {
            return Reach::All;
        }
        let projects = self.inner.projects.borrow();
        match projects.get(&project) {
            Some(shelved) if shelved.is_begun => Reach::All,
            Some(shelved) if !shelved.is_joining => shelved.reading.reach(),
            _ => Reach::Asking,
        }
    }

    /// A project begins on this page, under an id that nobody had: nothing stored can be missing of it.
    pub fn begin(&self, project: ProjectId) {
        self.shelved(project, |shelved| shelved.is_begun = true);
    }

    /// Whether [`Store::projects`] named all there are, the last time it was asked.
    pub fn list_reach(&self) -> Reach {
        if self.inner.mode == Mode::Ready {
            self.inner.listing.get().reach()
        } else {
            Reach::All
        }
    }

    /// Whether anything that was asked for could not be read.
    pub fn is_unread(&self) -> bool {
        self.list_reach() == Reach::Part
            || self.inner.mode == Mode::Ready && !self.unread().is_empty()
    }

    /// Calls back when the reach of a project, or of their list (no project), may have changed.
    pub fn on_reach(&self, ear: impl Fn(Option<ProjectId>) + 'static) {
        self.inner.reach_ears.borrow_mut().push(Rc::new(ear));
    }

    pub(super) fn tell_reach(&self, place: Option<ProjectId>) {
        let ears = self.inner.reach_ears.borrow().clone();
        for ear in ears {
            ear(place);
        }
    }

    /// Reads again whatever could not be read; what it brings is told as news. Whether everything is read now.
    pub async fn read_again(&self) -> bool {
        if self.inner.is_reading_again.replace(true) {
            return false;
        }
        for project in self.unread() {
            let read = self.read_far(project).await;
            self.join(project, read).await;
        }
        if self.list_reach() == Reach::Part {
            self.far_folders().await;
        }
        self.inner.is_reading_again.set(false);
        !self.is_unread()
    }

    fn unread(&self) -> Vec<ProjectId> {
        let projects = self.inner.projects.borrow();
        let unread = projects
            .iter()
            .filter(|(_, shelved)| shelved.reading == Reading::Ended(false) && !shelved.is_begun);
        unread.map(|(project, _)| *project).collect()
    }

    /// Reads again later, and again until everything is read.
    pub(super) fn retry_later(&self) {
        if self.inner.mode != Mode::Ready || self.inner.is_retrying.replace(true) {
            return;
        }
        let store = self.clone();
        self.inner.host.spawn(Box::pin(async move {
            let mut wait = FIRST_WAIT_MS;
            loop {
                store.inner.host.sleep(wait).await;
                if store.read_again().await {
                    break;
                }
                wait = (wait * 2).min(LONGEST_WAIT_MS);
            }
            store.inner.is_retrying.set(false);
        }));
    }

    /// The answer, unless it takes too long; `late` then has it when it comes after all.
    pub(super) async fn in_time<T: 'static>(
        &self,
        mut asked: ShelfFuture<T>,
        late: impl FnOnce(Self, T) -> Task + 'static,
    ) -> Result<T, ShelfError> {
        let mut clock = self.inner.host.sleep(PATIENCE_MS);
        let answer = poll_fn(|context| match asked.as_mut().poll(context) {
            Poll::Ready(answer) => Poll::Ready(Some(answer)),
            Poll::Pending => clock.as_mut().poll(context).map(|()| None),
        })
        .await;
        if let Some(answer) = answer {
            return answer;
        }
        let store = self.clone();
        self.inner.host.spawn(Box::pin(async move {
            if let Ok(answer) = asked.await {
                late(store, answer).await;
            }
        }));
        Err(ShelfError::Late)
    }

    /// The first reading of a project that nobody has opened from IndexedDB: begun here, or only noted about.
    pub(super) async fn read_first(&self, project: ProjectId) {
        let read = self.read_far(project).await;
        let is_ok = read.is_ok();
        self.tell_loaded(project, read);
        self.end_reading(project, is_ok);
    }

    /// Takes in what was read after the project was opened without it.
    pub(super) async fn join(&self, project: ProjectId, read: FarRead) {
        let is_ok = read.is_ok();
        self.tell_loaded(project, read);
        self.end_load(project, is_ok).await;
    }

    fn tell_loaded(&self, project: ProjectId, read: FarRead) {
        if !self.is_open(project) {
            return;
        }
        let Loaded {
            batches,
            switches,
            whole,
            ..
        } = self.gather_rest(project, read);
        // Switches first: what is off is not in force for a moment.
        for (batch, number) in switches {
            self.tell(News::Switch {
                project,
                batch,
                number,
            });
        }
        for (batch, changes) in batches {
            if !changes.is_empty() {
                self.tell(News::Changes {
                    project,
                    batch,
                    changes,
                });
            }
        }
        if whole {
            self.tell(News::Whole(project));
        }
    }

    /// The projects that IndexedDB names, as far as it answers.
    pub(super) async fn far_folders(&self) -> Vec<ProjectId> {
        let shelves = &self.inner.shelves;
        let (rows, facts) = (shelves.rows.folders(""), shelves.facts.folders(""));
        let both: ShelfFuture<(Vec<String>, bool)> = Box::pin(async move {
            let (rows, facts) = (rows.await, facts.await);
            let is_all = rows.is_ok() && facts.is_ok();
            let names = [rows.unwrap_or_default(), facts.unwrap_or_default()].concat();
            Ok((names, is_all))
        });
        let late = |store: Self, (_, is_all): (Vec<String>, bool)| -> Task {
            Box::pin(async move { store.end_listing(is_all) })
        };
        let (names, is_all) = self.in_time(both, late).await.unwrap_or_default();
        self.end_listing(is_all);
        names.iter().filter_map(|name| name.parse().ok()).collect()
    }

    fn end_listing(&self, is_all: bool) {
        let ended = Reading::Ended(is_all);
        if self.inner.listing.replace(ended) != ended {
            self.tell_reach(None);
        }
        if !is_all {
            self.retry_later();
        }
    }
}

//! How far a project's rows in IndexedDB are known here: what nobody could read may be more than what is shown.

use super::store::{Mode, Reading, Store};
use crate::model::ProjectId;
use std::rc::Rc;

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

impl Store {
    /// How much of a project is known here. Where nothing is stored, memory is all there is.
    pub fn reach(&self, project: ProjectId) -> Reach {
        if self.inner.mode != Mode::Ready {
            return Reach::All;
        }
        let projects = self.inner.projects.borrow();
        match projects.get(&project).map(|shelved| shelved.reading) {
            Some(Reading::Ended(true)) => Reach::All,
            Some(Reading::Ended(false)) => Reach::Part,
            Some(Reading::Unread | Reading::UnderWay) | None => Reach::Asking,
        }
    }

    /// Calls back when a project's reach may have changed.
    pub fn on_reach(&self, ear: impl Fn(ProjectId) + 'static) {
        self.inner.reach_ears.borrow_mut().push(Rc::new(ear));
    }

    pub(super) fn tell_reach(&self, project: ProjectId) {
        let ears = self.inner.reach_ears.borrow().clone();
        for ear in ears {
            ear(project);
        }
    }
}

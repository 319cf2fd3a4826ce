//! How much of the project stands before a person: what this browser could not read, and what others did not send,
//! make it less than all. Whatever claims to be complete asks here first.

use super::session::{Session, SessionInner};
use super::triggers::Topic;
use crate::analysis::standing::feedback::is_shown;
use crate::model::Log;
use crate::model::template::Form;
use crate::storage::Reach;
use crate::templates::settings;

/// How much of the project is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All of it, as far as anybody sent it.
    Whole,
    /// What somebody sent of it; the rest is with others.
    Part,
    /// What is left of it: some of what this browser stored is damaged, and nowhere else to be had here.
    Damaged,
    /// What localStorage holds; whether there is more is being looked up.
    Asking,
    /// What could be read. This browser may store more of it, and nothing may be called complete.
    Unread,
}

impl SessionInner {
    /// Whether a change that stood in damaged bytes is here by no other way.
    fn lacks_lost(&self) -> bool {
        let lost = self.port.lost(self.project);
        lost.iter().any(|id| self.log.of_id(*id).next().is_none())
    }
}

impl Session {
    /// Whether every number below a known one should be here: in a whole copy, but not while files leave feedback
    /// out until it is shown to all.
    pub fn expects_all(&self) -> bool {
        let keeps_back = |log: &Log| {
            let form = Form::new(log, settings::record());
            settings::is_closing(&form) && !is_shown(log)
        };
        self.is_whole() && !self.read(keeps_back)
    }

    /// How much of the project is here; watches it.
    pub fn extent(&self) -> Extent {
        self.track(Topic::Facts);
        let inner = self.inner();
        let inner = inner.borrow();
        match (inner.port.reach(inner.project), inner.holds_everything()) {
            (Reach::Part, _) => Extent::Unread,
            (Reach::Asking, _) => Extent::Asking,
            (Reach::All, _) if inner.lacks_lost() => Extent::Damaged,
            (Reach::All, true) => Extent::Whole,
            (Reach::All, false) => Extent::Part,
        }
    }

    /// Whether something that is stored in this browser could not be read, so that what is shown may be a part;
    /// watches it.
    pub fn is_unread(&self) -> bool {
        self.extent() == Extent::Unread
    }

    /// Whether everything there is stands here: this copy was made here or merged with a whole file, and all that this
    /// browser stores of it has been read. Watches it.
    pub fn is_whole(&self) -> bool {
        self.extent() == Extent::Whole
    }

    /// The browser has read more of what it stores, or could not read it.
    pub fn news_reach(&self) {
        self.wake_all();
    }
}

//! Who signs what is in force: counted as changes come and go, since many ask and there are few of them.

use super::Log;
use super::trail::ReadStep;
use std::collections::BTreeMap;

/// The names that sign something in force, and how many changes each.
#[derive(Default)]
pub(super) struct Signers {
    counts: BTreeMap<Box<str>, usize>,
    /// The turn in which a name last came or went.
    pub(super) changed: u64,
}

impl Signers {
    /// A change came in force.
    pub(super) fn come(&mut self, author: Option<&str>, turn: u64) {
        let Some(author) = author else { return };
        if let Some(count) = self.counts.get_mut(author) {
            *count += 1;
        } else {
            self.counts.insert(author.into(), 1);
            self.changed = turn;
        }
    }

    /// A change is in force no more.
    pub(super) fn go(&mut self, author: Option<&str>, turn: u64) {
        let Some(author) = author else { return };
        if let Some(count) = self.counts.get_mut(author) {
            *count -= 1;
            if *count == 0 {
                self.counts.remove(author);
                self.changed = turn;
            }
        }
    }
}

impl Log {
    /// Every author of anything in force, a member id or a name, each once, sorted.
    pub fn signers(&self) -> impl Iterator<Item = &str> + '_ {
        self.trails.note(ReadStep::Signers);
        self.signers.counts.keys().map(|author| &**author)
    }
}

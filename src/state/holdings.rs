//! Everything that the page holds of the open project, as the homes are to hold it.

use super::session::Session;
use crate::model::log::OWN;
use crate::storage::Loaded;

impl Session {
    /// All batches with their changes, and all switches: what a home that lost them is given again.
    pub fn holdings(&self) -> Loaded {
        let whole = self.inner().borrow().is_whole;
        self.read(|log| {
            let names = || [OWN].into_iter().chain(log.batch_names());
            let changes = |name: &str| {
                let slots = log.of_batch(name).into_iter();
                (
                    name.to_owned(),
                    slots.map(|slot| log.change(slot).clone()).collect(),
                )
            };
            let switches = names().map(|name| (name.to_owned(), log.switch_of(name)));
            Loaded {
                batches: names().map(changes).collect(),
                switches: switches.filter(|(_, number)| *number > 0).collect(),
                whole,
                ..Loaded::default()
            }
        })
    }
}

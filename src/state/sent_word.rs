//! What the bar over every page says of what was sent: saved is not sent, and sent to one is not sent to all.

use super::addressed::named;
use super::extent::Extent;
use super::session::Session;
use crate::analysis::leads;
use crate::analysis::people::who::People;
use crate::analysis::telling::{Clause, Did};
use crate::model::RecordId;
use crate::model::template::Form;
use crate::templates::charter;

/// How it stands with what was done here.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum SentWord {
    /// Not everything could be read, so nobody knows.
    Unread,
    /// A project that was begun here and that nobody was ever sent.
    Fresh,
    /// So many things that were done here are in no file that was sent.
    Unsent(usize),
    /// Everything was sent to somebody, and some lack some of it.
    Partly {
        /// Who was given everything.
        given: Vec<RecordId>,
        /// How many others there are.
        others: usize,
        /// How many things the one of them lacks who lacks most.
        lacks: usize,
        /// How many the one who lacks least.
        least: usize,
    },
    /// Nothing was done here that others could miss.
    #[default]
    Nothing,
    /// Whoever is to have it was sent all of it.
    All,
}

impl Session {
    /// Whether something was decided here that is in no file that was sent; watches everything.
    pub fn has_unsent_decision(&self) -> bool {
        let settles = |clause: &Clause| {
            matches!(
                clause.did,
                Did::Wrote {
                    is_settled: true,
                    ..
                }
            )
        };
        self.unsent()
            .iter()
            .any(|doing| doing.clauses.iter().any(settles))
    }

    /// How it stands; watches everything.
    pub fn sent_word(&self) -> SentWord {
        let unsent = self.unsent().len();
        let sent = self.sent();
        let is_sent = sent.iter().any(|file| file.ticked_ms.is_some());
        if unsent > 0 && !is_sent && self.imports().is_empty() {
            return SentWord::Fresh;
        }
        if unsent > 0 {
            return SentWord::Unsent(unsent);
        }
        if self.extent() == Extent::Unread {
            return SentWord::Unread;
        }
        if !is_sent {
            return SentWord::Nothing;
        }
        let (author, me) = (self.author().unwrap_or_default(), self.me());
        let others = self.read(|log| {
            let people = People::shared(&Form::new(log, charter::record()));
            // Only who leads the project sends to all.
            let is_other = |record: &RecordId| !people.is_same(&author, record.as_str());
            match leads(log, me.as_ref()) {
                true => named(log, &people, is_other),
                false => Vec::new(),
            }
        });
        let owed = self.owed(&others);
        let lacking = owed.iter().filter(|owed| owed.lacks > 0);
        let lacks = lacking.clone().map(|owed| owed.lacks);
        let (Some(lacks), Some(least)) = (lacks.clone().max(), lacks.min()) else {
            return SentWord::All;
        };
        let given = others.iter().zip(&owed).filter(|(_, owed)| owed.lacks == 0);
        SentWord::Partly {
            given: given.map(|(member, _)| member.clone()).collect(),
            others: lacking.count(),
            lacks,
            least,
        }
    }
}

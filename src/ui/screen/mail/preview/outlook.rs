//! What the files that are ticked would do, looked at again whenever one is ticked or not.

use super::source::points_elsewhere;
use crate::analysis::telling::Doing;
use crate::exchange::Preview;
use crate::exchange::preview::Stake;
use crate::state::Session;
use crate::ui::screen::base::arrival::Answers;
use crate::ui::screen::base::port;
use leptos::prelude::*;
use std::rc::Rc;

/// What the files that are ticked would do.
#[derive(Clone, PartialEq)]
pub(super) struct Outlook {
    /// What deserves the first look.
    pub(super) stakes: Vec<Stake>,
    /// Differences that open.
    pub(super) differ: usize,
    /// What was done in what comes in; of a first arrival nothing, which is all new.
    pub(super) doings: Vec<Doing>,
}

/// Without what only says which field another record is about.
fn told(mut stakes: Vec<Stake>) -> Vec<Stake> {
    stakes.retain(|stake| !points_elsewhere(&stake.record, &stake.key));
    stakes
}

/// Looks again whenever a file is ticked or not.
pub(super) fn outlook(
    preview: &Rc<Preview>,
    session: Option<Session>,
    answers: Answers,
) -> Memo<Outlook> {
    let preview = StoredValue::new_local(Rc::clone(preview));
    let mut seed = [0; 8];
    port::random(&mut seed);
    Memo::new(move |_| {
        let off = answers.left.get();
        preview.with_value(|preview| {
            let me = session.and_then(|session| session.author());
            let look = |log: Option<&crate::model::Log>| {
                let of = |after: &crate::exchange::preview::After| Outlook {
                    stakes: told(preview.stakes(log, after, me.as_deref(), &off)),
                    differ: after.opened.len(),
                    doings: match log {
                        Some(_) => preview.doings(log, after, &preview.leaving(&off)),
                        None => Vec::new(),
                    },
                };
                if off.is_empty() {
                    return of(&preview.after);
                }
                let left = preview.leaving(&off);
                of(&preview.after_leaving(log, u64::from_le_bytes(seed), &left))
            };
            match session {
                Some(session) => session.read(|log| look(Some(log))),
                None => look(None),
            }
        })
    })
}

//! What is typed before there is a project to keep it in: in both homes, as settings of this browser. localStorage
//! alone would lose the last of it with a browser that is killed, so nothing is called saved before IndexedDB has it.

use super::store::{Mode, Store};
use super::{keys, segment};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// The wait before a refused draft is tried again, and the longest one, in milliseconds.
const FIRST_WAIT_MS: u32 = 1_000;
const LONGEST_WAIT_MS: u32 = 30_000;

/// Drafts on their way to IndexedDB, by name: what each says last, or that it is no more.
#[derive(Default)]
pub(super) struct Drafts {
    waiting: RefCell<BTreeMap<String, Option<String>>>,
    is_running: Cell<bool>,
}

impl Drafts {
    /// Whether IndexedDB lacks anything of them.
    pub(super) fn is_waiting(&self) -> bool {
        !self.waiting.borrow().is_empty()
    }
}

impl Store {
    /// Keeps a draft in both homes. False where localStorage has no room.
    pub fn keep_draft(&self, name: &str, text: &str) -> bool {
        self.send_draft(name, Some(segment::seal(text.to_owned())));
        self.set_setting(name, text)
    }

    /// A draft that is needed no more.
    pub fn forget_draft(&self, name: &str) {
        self.forget_setting(name);
        self.send_draft(name, None);
    }

    /// The drafts whose names begin so, as IndexedDB has them, each by the rest of its name; those that cannot be read
    /// are left out.
    pub async fn drafts(&self, prefix: &str) -> Vec<(String, String)> {
        let prefix = keys::draft(prefix);
        let kept = self.inner.shelves.facts.read(&prefix).await;
        segment::unsealed(kept.unwrap_or_default(), &prefix)
    }

    fn send_draft(&self, name: &str, text: Option<String>) {
        if self.inner.mode != Mode::Ready {
            return;
        }
        let drafts = &self.inner.drafts;
        drafts.waiting.borrow_mut().insert(keys::draft(name), text);
        self.tell_state();
        if !drafts.is_running.replace(true) {
            let store = self.clone();
            self.inner
                .host
                .spawn(Box::pin(async move { store.deliver_drafts().await }));
        }
    }

    async fn deliver_drafts(&self) {
        let drafts = &self.inner.drafts;
        let mut wait = FIRST_WAIT_MS;
        loop {
            let first = drafts
                .waiting
                .borrow()
                .first_key_value()
                .map(|(key, text)| (key.clone(), text.clone()));
            let Some((key, text)) = first else {
                break;
            };
            let facts = &self.inner.shelves.facts;
            let done = match text.clone() {
                Some(text) => facts.put(vec![(key.clone(), text)]).await,
                None => facts.remove(vec![key.clone()]).await,
            };
            if done.is_err() {
                self.inner.host.sleep(wait).await;
                wait = (wait * 2).min(LONGEST_WAIT_MS);
                continue;
            }
            wait = FIRST_WAIT_MS;
            // What was said of it meanwhile is still on its way.
            let mut waiting = drafts.waiting.borrow_mut();
            if waiting.get(&key) == Some(&text) {
                waiting.remove(&key);
            }
        }
        drafts.is_running.set(false);
        self.inner
            .queue
            .borrow_mut()
            .note_saved(self.inner.host.now_ms());
        self.tell_state();
    }
}

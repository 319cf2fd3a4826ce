//! What this tab alone keeps while it is open: words that are typed and not yet said. In sessionStorage, which no other
//! tab reads and no file takes along; where the browser gives none, the words last as long as the page.

use crate::model::ProjectId;
use crate::storage::keys;
use crate::storage::store::{Mode, Store};
use web_sys::Storage;

impl Store {
    /// What was being said under that name when this tab was loaded before.
    pub fn half_said(&self, project: ProjectId, name: &str) -> Option<String> {
        let key = keys::half_said(project, name);
        self.tab()?.get_item(&key).ok().flatten()
    }

    /// Keeps what is being said; nothing where that is said or given up.
    pub fn keep_half_said(&self, project: ProjectId, name: &str, words: Option<&str>) {
        let Some(tab) = self.tab() else { return };
        let key = keys::half_said(project, name);
        // Where there is no room they last as long as the page.
        let _ = match words {
            Some(words) => tab.set_item(&key, words),
            None => tab.remove_item(&key),
        };
    }

    fn tab(&self) -> Option<Storage> {
        let is_kept = self.mode() == Mode::Ready;
        let window = web_sys::window().filter(|_| is_kept)?;
        window.session_storage().ok().flatten()
    }
}

//! Settings of the app in this browser: in localStorage alone, beside all projects.

use super::shelf::now;
use super::store::Store;
use super::{keys, segment};

impl Store {
    /// A setting of the app in this browser, such as its language.
    pub fn setting(&self, name: &str) -> Option<String> {
        let sealed = now(self.inner.shelves.near.get(&keys::setting(name)))
            .ok()
            .flatten()?;
        segment::unseal(&sealed).ok().map(str::to_owned)
    }

    /// Keeps a setting, in localStorage alone. False where that has no room.
    pub fn set_setting(&self, name: &str, text: &str) -> bool {
        self.put_near(&keys::setting(name), segment::seal(text.to_owned()))
    }

    /// The settings whose names begin so, each by the rest of its name; those that cannot be read are left out.
    pub fn settings(&self, prefix: &str) -> Vec<(String, String)> {
        let prefix = keys::setting(prefix);
        let kept = now(self.inner.shelves.near.read(&prefix)).unwrap_or_default();
        segment::unsealed(kept, &prefix)
    }

    /// A setting that is needed no more.
    pub fn forget_setting(&self, name: &str) {
        self.remove_near(&keys::setting(name));
    }
}

//! Who this browser says it is: a claim, kept per browser and project, never a lock.

use super::session::Session;

/// The note of this browser that holds the claim.
pub(super) const NOTE: &str = "identity";

impl Session {
    /// The member id or name that signs; nothing before somebody has said who they are.
    pub fn author(&self) -> Option<String> {
        self.inner()
            .borrow()
            .author
            .as_ref()
            .map(ToString::to_string)
    }

    /// Another person acts here from now on, under a new replica.
    pub fn set_author(&self, author: Option<String>) {
        let inner = self.inner();
        let mut inner = inner.borrow_mut();
        let author = author
            .filter(|author| !author.is_empty())
            .map(String::into_boxed_str);
        if inner.author != author {
            inner
                .port
                .set_note(inner.project, NOTE, author.as_deref().unwrap_or_default());
            inner.author = author;
            inner.forget_replica();
        }
    }
}

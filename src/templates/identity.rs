//! Whose page wrote what nobody had signed yet: `identity/<replica>`, a record without a form.

use crate::model::log::Log;
use crate::model::{Change, FieldKey, RecordId};

/// The kind; the rest of the id is the replica.
pub const KIND: &str = "identity";
/// The member, or the name, that the page's changes are attributed to.
pub const MEMBER: &str = "member";

/// Who signs a change: its author, who is never overridden; else whom the page it came from was attributed to.
pub fn signer(log: &Log, change: &Change) -> Option<String> {
    match &change.author {
        Some(author) => Some(author.to_string()),
        None => log
            .value(
                &RecordId::of(&format!("{KIND}/{}", change.id.replica)),
                &FieldKey::of(MEMBER),
            )
            .as_text()
            .map(str::to_owned),
    }
}

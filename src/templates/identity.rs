//! Whose page wrote what nobody had signed yet, `identity/<replica>`, and who of the list a name is that signs
//! without being on it: records without a form.

use crate::model::log::Log;
use crate::model::{Change, FieldKey, RecordId};

/// The kind; the rest of the id is the replica, or made of the name.
pub const KIND: &str = "identity";
/// The member, or the name, that the page's changes are attributed to.
pub const MEMBER: &str = "member";
/// The name that is joined with the member; nothing in a record of a page.
pub const NAME: &str = "name";

/// What joins a name with a member. Made of the name, so that two people who join it write one record.
pub fn of_name(name: &str) -> RecordId {
    RecordId::made_of(KIND, name)
}

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

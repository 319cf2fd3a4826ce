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

/// How somebody signs who is not on the list: their name, and their department where they gave it.
pub fn signature(name: &str, department: &str) -> String {
    let (name, department) = (name.trim(), department.trim());
    match department.is_empty() {
        true => name.to_owned(),
        false => format!("{name}（{department}）"),
    }
}

/// The name and the department that such a signature gives; "" where it gives none.
pub fn signed(author: &str) -> (&str, &str) {
    let parts = author
        .strip_suffix('）')
        .and_then(|rest| rest.split_once('（'));
    match parts {
        Some((name, department)) if !name.trim().is_empty() => (name.trim(), department.trim()),
        _ => (author, ""),
    }
}

/// Whether somebody has said who a name is: a member, or nobody on the list, which stands there as the name itself.
pub fn is_settled(log: &Log, name: &str) -> bool {
    let member = FieldKey::of(MEMBER);
    !log.value(&of_name(name), &member).is_empty()
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

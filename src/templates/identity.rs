//! Who wrote: what attributes unsigned changes to somebody, and joins a name that is not on the list with a member.
//! It is no form: nobody fills it in.

use crate::model::Replica;
use crate::model::id::RecordId;
use crate::model::template::Key;

/// Its kind.
pub const KIND: &str = "identity";
/// The member id, or the name, of who it is.
pub const MEMBER: Key<String> = Key::new("member");
/// The name that is joined with the member; empty where the record attributes a page's unsigned changes.
pub const NAME: Key<String> = Key::new("name");

/// What attributes the unsigned changes of a page.
pub fn of_replica(replica: Replica) -> RecordId {
    RecordId::of(&format!("{KIND}/{replica}"))
}

/// What joins a name with a member. Made of the name, so that two people who join it write the same record.
pub fn of_name(name: &str) -> RecordId {
    RecordId::made_of(KIND, name)
}

//! Recording for somebody else.

use crate::model::RecordId;

/// For whom something is recorded, and on what grounds (代为登记).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Behalf {
    pub member: RecordId,
    /// The basis: 「04-13 微信」.
    pub basis: String,
}

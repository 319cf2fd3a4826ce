//! What one person did to one thing: what one sentence tells. Knows no words.

use crate::model::{FieldKey, RecordId, Replica, Value};

/// Who made a change, as it claims.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Signer {
    /// A member id, or a name where there is no roster.
    Author(String),
    /// Nobody said so: one page, unnamed.
    Unknown(Replica),
    /// A hand that edited `current` in a file.
    Outside,
}

impl Signer {
    /// The member id or name, where somebody signed.
    pub fn author(&self) -> Option<&str> {
        match self {
            Self::Author(author) => Some(author),
            Self::Unknown(_) | Self::Outside => None,
        }
    }
}

/// What one person did to one thing, in all changes that are looked at together.
#[derive(Debug, Clone, PartialEq)]
pub struct Doing {
    /// Who did it, or wrote it down for somebody else.
    pub by: Signer,
    /// For whom it was recorded (代为登记).
    pub on_behalf_of: Option<String>,
    /// The basis of what was recorded for somebody else.
    pub basis: Option<String>,
    /// The record; of a suggestion, the record that it is about.
    pub thing: RecordId,
    /// What was done to it, what weighs most first; never empty.
    pub clauses: Vec<Clause>,
    /// When the last of it was done, by the writer's clock, milliseconds since 1970; 0 where a hand changed a file.
    pub time_ms: i64,
}

/// One part of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Clause {
    /// What was done.
    pub did: Did,
    /// Why, in their words.
    pub reason: Option<String>,
}

/// What somebody says a word about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Subject {
    /// With everything that a confirmation covers.
    Goal,
    /// The duties of a department.
    Duties,
    /// The dates of a task.
    Dates,
    /// A role in the project.
    Role,
}

/// What was done.
#[derive(Debug, Clone, PartialEq)]
pub enum Did {
    /// Objected, or said that it is to be changed; with their words.
    Objected(Subject, String),
    /// Left a remark on a record, or on the project.
    Remarked(Option<RecordId>, String),
    /// Suggested a value for a field of others.
    Suggested(FieldKey, Value),
    /// Answered a suggestion: who had made it, its field and value, and whether it was adopted.
    Decided {
        /// Who had suggested it.
        of: Option<String>,
        /// The field it is about.
        key: FieldKey,
        /// What was suggested.
        value: Value,
        /// Whether it was adopted.
        is_adopted: bool,
    },
    /// Took a suggestion about a field back.
    Withdrew(FieldKey),
    /// Went from one state to another.
    Stepped(Value, Value),
    /// Agreed; with their words, if any.
    Agreed(Subject, String),
    /// Answered somebody who wanted it otherwise that it stays.
    Stays(Subject),
    /// Took an answer back.
    Unsaid(Subject),
    /// Made the record.
    Added,
    /// Put it into the recycle bin.
    Deleted,
    /// Brought it back from there.
    Restored,
    /// Wrote a field.
    Wrote {
        key: FieldKey,
        /// What stood there for who wrote it.
        from: Value,
        /// What they wrote last.
        to: Value,
        /// Whether that settled a difference.
        is_settled: bool,
    },
    /// Put an element into a set, with the text it carries, or took it out.
    Chose {
        /// The set.
        key: FieldKey,
        /// The element: the part of the key after the slash.
        element: String,
        /// Whether it is in now.
        is_in: bool,
        /// What it carries.
        text: String,
    },
    /// Made the plan the original one.
    MadeOriginal,
    /// Moved it among others.
    Moved,
    /// Looked at what was pre-filled.
    LookedAt,
    /// Wrote something that this version does not know.
    Unknown,
}

impl Did {
    /// What asks for an answer comes first, what changes nothing last.
    pub(super) const fn rank(&self) -> u8 {
        match self {
            Self::Added | Self::Deleted | Self::Restored => 0,
            Self::Objected(..) | Self::Remarked(..) => 1,
            Self::Suggested(..) | Self::Decided { .. } | Self::Withdrew(_) | Self::Stays(_) => 2,
            Self::Agreed(..) | Self::Unsaid(_) => 3,
            Self::Stepped(..) => 4,
            Self::Wrote { .. } | Self::Chose { .. } => 5,
            Self::MadeOriginal => 6,
            Self::Moved | Self::LookedAt | Self::Unknown => 7,
        }
    }

    /// Whether it is somebody's own word: an answer, a remark.
    pub const fn is_word(&self) -> bool {
        matches!(
            self,
            Self::Objected(..) | Self::Remarked(..) | Self::Agreed(..) | Self::Unsaid(_)
        )
    }
}

impl Doing {
    /// The place of its sentence among those of one person: what asks for an answer first.
    pub(super) fn rank(&self) -> u8 {
        let ranks = self.clauses.iter().map(|clause| match &clause.did {
            Did::Objected(..) | Did::Remarked(..) => 0,
            Did::Suggested(..) => 1,
            Did::Decided { .. } | Did::Withdrew(_) | Did::Stays(_) => 2,
            Did::Agreed(..) | Did::Unsaid(_) | Did::Stepped(..) => 3,
            Did::Deleted | Did::Restored => 4,
            Did::Wrote { .. } | Did::Chose { .. } => 5,
            Did::Added => 6,
            Did::MadeOriginal | Did::Moved | Did::LookedAt | Did::Unknown => 7,
        });
        ranks.min().unwrap_or(7)
    }
}

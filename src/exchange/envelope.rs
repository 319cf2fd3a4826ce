//! What stands on a file beside what it holds: from whom, to whom, what for, what is asked and until when. One shape
//! wherever it is written: in the file, in the ledger of what was sent, in the notes of what was taken.

use serde::{Deserialize, Deserializer, Serialize};
use serde_json::Value as Json;

/// What a file is for.
pub mod purpose {
    /// Asks its readers for something.
    pub const INVITE: &str = "invite";
    /// Answers what another file asked.
    pub const REPLY: &str = "reply";
    /// Brings what is new, and asks nothing.
    pub const UPDATE: &str = "update";
    /// Everything, for its writer to keep.
    pub const BACKUP: &str = "backup";
}

/// Who sends a file and what is asked. All of it a claim; addresses in it are shown as text, never as links. Reading
/// takes what is of the expected type and passes over the rest: an envelope never stops a file, and what it holds
/// besides belongs to that file alone.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Envelope {
    /// Member id or name of who wrote it.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "text")]
    pub by: Option<String>,
    /// Member ids of those it is meant for; none: it is for nobody in particular.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "texts")]
    pub to: Vec<String>,
    /// What for: one of [`purpose`].
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "text")]
    pub purpose: Option<String>,
    /// The request in words.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "text")]
    pub ask: Option<String>,
    /// The request as keys: `confirm_goal`, `confirm_duties`, …
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "texts")]
    pub requests: Vec<String>,
    /// Until when, as written: a date or a date-time.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "text")]
    pub by_when: Option<String>,
}

impl Envelope {
    /// One that says what the file is for, and nothing else.
    pub fn of(purpose: &str) -> Self {
        Self {
            purpose: Some(purpose.to_owned()),
            ..Self::default()
        }
    }
}

/// A text that says something.
pub(super) fn one(json: &Json) -> Option<String> {
    json.as_str()
        .filter(|text| !text.is_empty())
        .map(str::to_owned)
}

/// The texts of a list.
pub(super) fn many(json: &Json) -> Vec<String> {
    json.as_array()
        .into_iter()
        .flatten()
        .filter_map(one)
        .collect()
}

fn text<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Json::deserialize(from).map(|json| one(&json))
}

fn texts<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    Json::deserialize(from).map(|json| many(&json))
}

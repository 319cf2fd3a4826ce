//! What stands on a file beside what it holds: from whom, to whom, what for, what is asked and until when. One shape
//! wherever it is written: in the file, in the ledger of what was sent, in the notes of what was taken.

use crate::model::Moment;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::Value as Json;

/// What a sender wants of the readers of a file.
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
    /// When it was written, to the second.
    #[serde(
        skip_serializing_if = "Option::is_none",
        serialize_with = "written",
        deserialize_with = "moment"
    )]
    pub at: Option<Moment>,
    /// Member id or name of who wrote it.
    #[serde(skip_serializing_if = "Option::is_none", deserialize_with = "text")]
    pub by: Option<String>,
    /// Member ids of those it is meant for; none: it is for nobody in particular.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "texts")]
    pub to: Vec<String>,
    /// A word of [`mod@purpose`]; nothing where the file says none.
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

fn written<S: Serializer>(at: &Option<Moment>, to: S) -> Result<S::Ok, S::Error> {
    let text = |at: &Moment| at.to_rfc3339_opts(chrono::SecondsFormat::Secs, false);
    to.serialize_str(&at.as_ref().map(text).unwrap_or_default())
}

fn moment<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Moment>, D::Error> {
    let text = text(from)?;
    Ok(text.and_then(|text| Moment::parse_from_rfc3339(&text).ok()))
}

fn text<'de, D: Deserializer<'de>>(from: D) -> Result<Option<String>, D::Error> {
    Json::deserialize(from).map(|json| one(&json))
}

fn texts<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<String>, D::Error> {
    Json::deserialize(from).map(|json| many(&json))
}

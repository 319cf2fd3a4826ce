//! What this browser noted of files in the form of an earlier version: what stands on a file lay open among the rest
//! of its note then. Read as if it had been written today; nothing is written over.

use crate::model::clock::moment_of;
use chrono::{Offset, Utc};
use serde::de::DeserializeOwned;
use serde_json::Value as Json;

/// A note as it is written today or, `lift` bringing it to that form, as it was written before. What cannot be read is
/// left where it is.
pub(super) fn read<T: DeserializeOwned>(text: &str, lift: fn(&mut Json)) -> Option<T> {
    serde_json::from_str(text).ok().or_else(|| {
        let mut note = serde_json::from_str(text).ok()?;
        lift(&mut note);
        serde_json::from_str(&note.to_string()).ok()
    })
}

/// Puts what lies open in a note into an envelope of its own, with its moment.
pub(super) fn enveloped(note: &mut Json) {
    let Json::Object(members) = note else { return };
    let mut envelope = members.clone();
    if let Some(at_ms) = members.get("at_ms").and_then(Json::as_i64) {
        let at = moment_of(at_ms, Utc.fix()).to_rfc3339();
        envelope.insert("at".to_owned(), Json::String(at));
    }
    members.insert("envelope".to_owned(), Json::Object(envelope));
}

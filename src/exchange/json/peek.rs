//! Which project a file is of, before it is read.

use super::bytes;
use super::header::ProjectInfo;
use super::scan::{Scanner, Stop};
use serde_json::Value as Json;

/// Bytes in which the header of a file is looked for first.
const HEAD_BYTES: usize = 1 << 14;

/// Which project a file says it is of, without reading its changes where the header comes first.
pub fn peek(bytes: &[u8]) -> Option<ProjectInfo> {
    project_in(bytes::head_of(bytes, HEAD_BYTES))
        .or_else(|| project_in(bytes::text_of(bytes).ok()?))
}

fn project_in(text: &str) -> Option<ProjectInfo> {
    let mut scan = Scanner::new(text);
    let mut found = None;
    let walked = scan.object(&mut |scan, key| {
        let span = scan.value()?;
        if key != "project" {
            return Ok(());
        }
        found = serde_json::from_str(&text[span])
            .ok()
            .and_then(|json: Json| ProjectInfo::read(&json).ok());
        Err(Stop::Found)
    });
    if walked == Err(Stop::Found) {
        found
    } else {
        None
    }
}

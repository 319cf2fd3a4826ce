//! The form of what is stored: a text that ends with its checksum, and a segment, which is such a text holding the
//! change lines of one batch. Pure; knows no shelf.
//!
//! ```text
//! hepai-segment 1 "own"
//! {"author":…}
//! {"author":…}
//! =0123456789abcdef
//! ```

use crate::model::Change;
use crate::model::canonical;
use twox_hash::XxHash64;

/// How a segment begins; the version rises when its reading changes.
const HEAD: &str = "hepai-segment ";
const VERSION: &str = "1";

/// The changes of one batch, as lines not yet parsed.
#[derive(Debug, PartialEq, Eq)]
pub struct Segment<'a> {
    pub batch: String,
    /// Canonical change lines.
    pub lines: Vec<&'a str>,
}

/// Why stored bytes cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Unreadable {
    /// The checksum is missing or another one: cut or altered.
    #[error("the checksum does not match")]
    Damaged,
    /// Whole, but written by a newer version of the app.
    #[error("written in a newer form: {0}")]
    Newer(String),
    /// Whole, but a line in it is no change this version can read.
    #[error("a line is no change")]
    Line,
}

/// XXH64 with seed 0, 16 lower-case hex digits.
fn sum(text: &str) -> String {
    format!("{:016x}", XxHash64::oneshot(0, text.as_bytes()))
}

/// The text with its checksum at the end.
pub fn seal(mut text: String) -> String {
    let sum = sum(&text);
    text.push_str("\n=");
    text.push_str(&sum);
    text
}

/// The text before the checksum, if that matches.
///
/// # Errors
/// [`Unreadable::Damaged`] where it does not.
pub fn unseal(sealed: &str) -> Result<&str, Unreadable> {
    let (text, found) = sealed.rsplit_once("\n=").ok_or(Unreadable::Damaged)?;
    if sum(text) == found {
        Ok(text)
    } else {
        Err(Unreadable::Damaged)
    }
}

/// The text of a segment: its head, a line for each change, their proof.
pub fn encode<'a>(batch: &str, lines: impl IntoIterator<Item = &'a str>) -> String {
    let mut text = format!("{HEAD}{VERSION} ");
    canonical::push_text(&mut text, batch);
    for line in lines {
        text.push('\n');
        text.push_str(line);
    }
    seal(text)
}

/// The batch and lines of a segment.
///
/// # Errors
/// Where it is damaged or of a newer form.
pub fn decode(sealed: &str) -> Result<Segment<'_>, Unreadable> {
    let text = unseal(sealed)?;
    let (head, lines) = text.split_once('\n').unwrap_or((text, ""));
    let head = head.strip_prefix(HEAD).ok_or(Unreadable::Damaged)?;
    let newer = || Unreadable::Newer(head.chars().take(60).collect());
    let (version, batch) = head.split_once(' ').ok_or_else(newer)?;
    if version != VERSION {
        return Err(newer());
    }
    let batch = batch.strip_prefix('"').and_then(canonical::read_text);
    let (batch, _) = batch
        .filter(|(_, rest)| rest.is_empty())
        .ok_or_else(newer)?;
    Ok(Segment {
        batch: batch.into_owned(),
        lines: lines.lines().collect(),
    })
}

/// Reads a stored line, which stands as this app wrote it.
pub(super) fn change(line: &str) -> Result<Change, Unreadable> {
    Change::of_line(line).ok_or(Unreadable::Line)
}

/// The texts of entries, each by the rest of its key; those that cannot be read are left out.
pub(super) fn unsealed(entries: Vec<(String, String)>, prefix: &str) -> Vec<(String, String)> {
    let named = entries.into_iter().filter_map(|(key, sealed)| {
        let text = unseal(&sealed).ok()?.to_owned();
        Some((key.strip_prefix(prefix)?.to_owned(), text))
    });
    named.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_segment_gives_back_its_batch_and_lines() {
        for batch in ["own", "7QK2M4ZT", "带 \"引号\"\n"] {
            for lines in [
                vec![],
                vec!["{}"],
                vec!["{\"a\":1}", "{\"b\":\"\\n=0123456789abcdef\"}"],
            ] {
                let text = encode(batch, lines.clone());
                assert_eq!(
                    decode(&text),
                    Ok(Segment {
                        batch: batch.to_owned(),
                        lines
                    })
                );
            }
        }
    }

    #[test]
    fn a_segment_cut_or_altered_anywhere_is_found_damaged() {
        let text = encode("own", ["{\"a\":1}", "{\"b\":2}"]);
        for at in 0..text.len() {
            assert_eq!(decode(&text[..at]), Err(Unreadable::Damaged), "cut at {at}");
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1;
            let altered = String::from_utf8(bytes).expect("ASCII stays ASCII");
            assert_eq!(
                decode(&altered),
                Err(Unreadable::Damaged),
                "flipped at {at}"
            );
        }
    }

    #[test]
    fn a_newer_form_is_not_called_damaged() {
        let text = seal("hepai-segment 2 {\"anything\":1}\nline".to_owned());
        assert_eq!(
            decode(&text),
            Err(Unreadable::Newer("2 {\"anything\":1}".to_owned()))
        );
    }
}

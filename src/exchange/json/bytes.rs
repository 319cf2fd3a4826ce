//! The first look at bytes: size, encoding, and what they are if they are no project file. Knows no JSON.

use crate::exchange::limits::FILE_BYTES;
use crate::exchange::refusal::{Looks, Place, Refusal};

/// The text of a file without its byte order mark, or the refusal.
pub(super) fn text_of(bytes: &[u8]) -> Result<&str, Refusal> {
    if bytes.len() > FILE_BYTES {
        return Err(Refusal::TooLarge(bytes.len()));
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let Some(start) = bytes.iter().position(|byte| !byte.is_ascii_whitespace()) else {
        return Err(Refusal::Empty);
    };
    if let Some(looks) = binary(bytes) {
        return Err(Refusal::NotOurs(looks));
    }
    if is_utf16(bytes) {
        return Err(Refusal::Utf16);
    }
    let text = std::str::from_utf8(bytes).map_err(|error| not_utf8(bytes, &error))?;
    if text.as_bytes()[start] == b'{' {
        return Ok(text);
    }
    Err(Refusal::NotOurs(kind_of_text(&text[start..])))
}

/// Whether a text that is no valid JSON was one of our files once.
pub(super) fn was_ours(text: &str) -> bool {
    text.contains("hepai-project") || text.contains("合拍")
}

/// Bytes of a pasted text that are looked at.
const PASTED_BYTES: usize = 1 << 16;

/// Whether a text that somebody pasted is one of our files, or a piece of one.
pub fn is_file_text(text: &str) -> bool {
    let head = head_of(text.as_bytes(), PASTED_BYTES);
    let is_whole = head.trim_start().starts_with('{') && head.contains("\"hepai-project\"");
    is_whole || head.contains("\"lamport\":") && head.contains("\"cells\":{")
}

/// The beginning of a file, as far as it is text.
pub(super) fn head_of(bytes: &[u8], length: usize) -> &str {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let head = &bytes[..bytes.len().min(length)];
    let valid = std::str::from_utf8(head).map_or_else(|error| error.valid_up_to(), str::len);
    std::str::from_utf8(&head[..valid]).unwrap_or_default()
}

/// Signatures of binary formats.
fn binary(bytes: &[u8]) -> Option<Looks> {
    let head = &bytes[..bytes.len().min(4096)];
    let holds = |needle: &[u8]| head.windows(needle.len()).any(|part| part == needle);
    let starts = |signatures: &[&[u8]]| {
        signatures
            .iter()
            .any(|signature| bytes.starts_with(signature))
    };
    if starts(&[b"PK\x03\x04", b"PK\x05\x06"]) {
        let is_office = [&b"xl/"[..], b"word/", b"ppt/", b"[Content_Types].xml"]
            .into_iter()
            .any(holds);
        return Some(if is_office { Looks::Office } else { Looks::Zip });
    }
    if starts(&[b"\xD0\xCF\x11\xE0"]) {
        return Some(Looks::Office);
    }
    if starts(&[b"Rar!", b"7z\xBC\xAF", b"\x1F\x8B"]) {
        return Some(Looks::Archive);
    }
    if starts(&[b"%PDF"]) {
        return Some(Looks::Pdf);
    }
    let is_webp = starts(&[b"RIFF"]) && bytes.get(8..12) == Some(b"WEBP");
    if is_webp
        || starts(&[
            b"\x89PNG",
            b"\xFF\xD8\xFF",
            b"GIF8",
            b"BM\x00",
            b"II*\x00",
            b"MM\x00*",
        ])
    {
        return Some(Looks::Picture);
    }
    None
}

/// A byte order mark, or zeros at every other byte of the start.
fn is_utf16(bytes: &[u8]) -> bool {
    let head = &bytes[..bytes.len().min(64)];
    let zeros = |from: usize| {
        head.iter()
            .skip(from)
            .step_by(2)
            .filter(|byte| **byte == 0)
            .count()
    };
    let (even, odd) = (zeros(0), zeros(1));
    bytes.starts_with(b"\xFF\xFE")
        || bytes.starts_with(b"\xFE\xFF")
        || even.max(odd) >= 4 && even.min(odd) * 4 < even.max(odd)
}

fn not_utf8(bytes: &[u8], error: &std::str::Utf8Error) -> Refusal {
    let place = place_of(head_of(bytes, error.valid_up_to()), error.valid_up_to(), "");
    if !bytes.trim_ascii_start().starts_with(b"{") {
        return Refusal::NotOurs(if bytes.contains(&0) {
            Looks::Binary
        } else {
            Looks::Text
        });
    }
    if error.error_len().is_none() {
        return Refusal::CutOff(place);
    }
    if is_gbk(bytes) {
        Refusal::Gbk
    } else {
        Refusal::NotUtf8(place)
    }
}

/// Every byte beyond ASCII is one of a pair as GBK writes them.
fn is_gbk(bytes: &[u8]) -> bool {
    let mut rest = bytes.iter();
    while let Some(byte) = rest.next() {
        let fits = match byte {
            ..=0x7F => true,
            0x81..=0xFE => rest
                .next()
                .is_none_or(|trail| (0x40..=0xFE).contains(trail) && *trail != 0x7F),
            _ => false,
        };
        if !fits {
            return false;
        }
    }
    true
}

fn kind_of_text(text: &str) -> Looks {
    let head: String = text
        .chars()
        .take(400)
        .collect::<String>()
        .to_ascii_lowercase();
    if text.starts_with('[') || text.starts_with('"') {
        return Looks::OtherJson;
    }
    if head.starts_with("<!doctype") || head.starts_with("<html") || head.contains("<body") {
        return Looks::WebPage;
    }
    if head.starts_with("<svg") {
        return Looks::Picture;
    }
    let mail = [
        "from:",
        "received:",
        "return-path:",
        "mime-version:",
        "delivered-to:",
        "message-id:",
        "subject:",
        "x-",
    ];
    let first_lines = head
        .lines()
        .take(4)
        .filter(|line| mail.iter().any(|name| line.starts_with(name)))
        .count();
    if first_lines >= 2 {
        return Looks::Mail;
    }
    let odd = text
        .chars()
        .take(400)
        .filter(|c| c.is_control() && !c.is_whitespace())
        .count();
    if odd > 4 { Looks::Binary } else { Looks::Text }
}

/// Line and column of a byte of a text.
pub(super) fn place_of(text: &str, at: usize, path: &str) -> Place {
    let before = &text[..text.floor_char_boundary(at)];
    let line = 1 + before.matches('\n').count();
    let line_start = before.rfind('\n').map_or(0, |end| end + 1);
    Place {
        line,
        column: 1 + before[line_start..].chars().count(),
        path: path.to_owned(),
    }
}

//! Characters that markup writes by name or number.

/// What they stand for, by name.
const NAMED: &[(&str, char)] = &[
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("middot", '·'),
    ("bull", '•'),
    ("hellip", '…'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("times", '×'),
    ("divide", '÷'),
    ("plusmn", '±'),
    ("deg", '°'),
    ("sup2", '²'),
    ("le", '≤'),
    ("ge", '≥'),
    ("ne", '≠'),
    ("yen", '¥'),
    ("euro", '€'),
    ("pound", '£'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("larr", '←'),
    ("uarr", '↑'),
    ("rarr", '→'),
    ("darr", '↓'),
    ("radic", '√'),
    ("eacute", 'é'),
    ("uuml", 'ü'),
    ("ouml", 'ö'),
    ("auml", 'ä'),
    ("szlig", 'ß'),
];

/// What the numbers 128 to 159 stand for, as browsers have it.
const OLD: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// Bytes of the longest one.
const MOST: usize = 10;

/// The character that a text begins with, behind its `&`, and what follows it; nothing where none is named there.
pub(super) fn read(text: &str) -> Option<(char, &str)> {
    let is_part = |c: char| c == '#' || c.is_ascii_alphanumeric();
    let end = text.find(|c| !is_part(c)).unwrap_or(text.len());
    if end > MOST {
        return None;
    }
    let (name, rest) = text.split_at(end);
    let after = rest.strip_prefix(';');
    let character = match name.strip_prefix('#') {
        Some(number) => numbered(number),
        None => {
            let found = NAMED.iter().find(|(known, _)| *known == name);
            found.map(|(_, character)| *character)
        }
    }?;
    // Without its `;` it may be part of an address.
    match (after, name) {
        (Some(after), _) => Some((character, after)),
        (None, "amp" | "lt" | "gt" | "quot" | "nbsp") => Some((character, rest)),
        (None, _) => None,
    }
}

fn numbered(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    match code {
        0x80..=0x9F => OLD.chars().nth((code - 0x80) as usize),
        _ => char::from_u32(code).filter(|c| *c != '\0'),
    }
}

//! Canonical JSON bytes (RFC 8785): sorted keys, shortest numbers, least escaping, text not normalised.

use super::id::MAX_INTEGER;
use super::value::Value;
use crate::model::sort;
use std::borrow::Cow;
use std::cmp::Ordering;

/// Appends a JSON string with the least escaping.
pub fn push_text(out: &mut String, text: &str) {
    out.push('"');
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        let escape = match byte {
            b'"' => "\\\"",
            b'\\' => "\\\\",
            0x08 => "\\b",
            0x09 => "\\t",
            0x0A => "\\n",
            0x0C => "\\f",
            0x0D => "\\r",
            0..0x20 => "",
            _ => continue,
        };
        out.push_str(&text[from..at]);
        if escape.is_empty() {
            out.push_str(&format!("\\u{byte:04x}"));
        } else {
            out.push_str(escape);
        }
        from = at + 1;
    }
    out.push_str(&text[from..]);
    out.push('"');
}

/// Reads what [`push_text`] wrote, its opening quote passed; answers with the text and what follows its closing quote.
pub fn read_text(written: &str) -> Option<(Cow<'_, str>, &str)> {
    let mut long = String::new();
    let mut left = written;
    loop {
        let is_special = |byte: u8| matches!(byte, b'"' | b'\\' | 0..0x20);
        let end = left.bytes().position(is_special)?;
        let (plain, rest) = left.split_at(end);
        let bytes = rest.as_bytes();
        if bytes[0] == b'"' {
            let text = if long.is_empty() {
                Cow::Borrowed(plain)
            } else {
                long.push_str(plain);
                Cow::Owned(long)
            };
            return Some((text, &rest[1..]));
        }
        if bytes[0] != b'\\' {
            return None;
        }
        long.push_str(plain);
        let (letter, length) = match bytes.get(1)? {
            b'"' => ('"', 2),
            b'\\' => ('\\', 2),
            b'b' => ('\u{8}', 2),
            b't' => ('\t', 2),
            b'n' => ('\n', 2),
            b'f' => ('\u{C}', 2),
            b'r' => ('\r', 2),
            b'u' => (control(rest.get(2..6)?)?, 6),
            _ => return None,
        };
        long.push(letter);
        left = &rest[length..];
    }
}

/// The control character of those four digits, where it has no shorter form.
fn control(digits: &str) -> Option<char> {
    (0..0x20u8)
        .filter(|byte| !matches!(byte, 8 | 9 | 10 | 12 | 13))
        .find(|byte| format!("{byte:04x}") == digits)
        .map(char::from)
}

/// Appends a finite number in its shortest form, as ECMAScript writes it.
pub fn push_number(out: &mut String, number: f64) {
    out.push_str(ryu_js::Buffer::new().format_finite(number));
}

/// Reads what [`push_number`] wrote of a number within ±(2^53 − 1).
pub fn read_number(written: &str) -> Option<f64> {
    let (sign, digits) = match written.strip_prefix('-') {
        Some(digits) => (-1.0, digits),
        None => (1.0, written),
    };
    let (digits, exponent) = match digits.split_once("e-") {
        Some((digits, exponent)) => (digits, exponent.parse::<usize>().ok()?),
        None => (digits, 0),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let mut mantissa: u64 = 0;
    for byte in whole.bytes().chain(part.bytes()) {
        let digit = byte.checked_sub(b'0').filter(|digit| *digit < 10)?;
        mantissa = mantissa.checked_mul(10)?.checked_add(u64::from(digit))?;
    }
    let about = sign * shifted(mantissa, part.len().checked_add(exponent)?);
    // The shortest form of one number is that of no other: what is written again as it stood is the number, so that
    // neither tables of powers nor long arithmetic is needed here. Near zero and usually the first guess is right.
    let around = (0..=NEAR).flat_map(|step| {
        let bits = about.to_bits();
        [bits.checked_add(step), bits.checked_sub(step)]
    });
    around.flatten().map(f64::from_bits).find(|number| {
        let mut again = String::new();
        #[expect(clippy::cast_precision_loss, reason = "2^53 − 1 is exact")]
        if number.abs() <= MAX_INTEGER as f64 {
            push_number(&mut again, *number);
        }
        again == written
    })
}

/// How many steps [`shifted`] can be off.
const NEAR: u64 = 64;

/// The number with its point moved to the left, not quite exact where it moves far.
fn shifted(mantissa: u64, places: usize) -> f64 {
    #[expect(clippy::cast_precision_loss, reason = "said above")]
    let mut number = mantissa as f64;
    let mut left = places;
    while left > 0 && number > 0.0 {
        let step = left.min(22); // the largest power of ten that is exact
        number /= (0..step).fold(1.0, |power, _| power * 10.0);
        left -= step;
    }
    number
}

/// Appends a cell value.
pub fn push_value(out: &mut String, value: &Value) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(number) => push_number(out, *number),
        Value::Text(text) => push_text(out, text),
    }
}

/// The order of keys: by UTF-16 code units.
pub fn key_order(a: &str, b: &str) -> Ordering {
    a.encode_utf16().cmp(b.encode_utf16())
}

/// Appends any JSON value that was parsed, with sorted keys.
pub fn push_json(out: &mut String, json: &serde_json::Value) {
    match json {
        serde_json::Value::Null => out.push_str("null"),
        serde_json::Value::Bool(flag) => out.push_str(if *flag { "true" } else { "false" }),
        serde_json::Value::Number(number) => push_number(out, number.as_f64().unwrap_or_default()),
        serde_json::Value::String(text) => push_text(out, text),
        serde_json::Value::Array(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                push_json(out, item);
            }
            out.push(']');
        }
        serde_json::Value::Object(map) => {
            let mut entries: Vec<_> = map.iter().collect();
            sort::sort_by(&mut entries, |a, b| key_order(a.0, b.0));
            out.push('{');
            for (at, (key, item)) in entries.into_iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                push_text(out, key);
                out.push(':');
                push_json(out, item);
            }
            out.push('}');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{any, proptest};

    proptest! {
        #[test]
        fn every_number_in_range_is_read_again(
            bits in any::<u64>(),
            digits in -99_999i64..99_999,
            places in 0u32..330,
        ) {
            #[expect(clippy::cast_precision_loss, reason = "small")]
            let short = format!("{digits}e-{places}").parse().unwrap_or(digits as f64);
            for number in [f64::from_bits(bits), short] {
                if number.is_finite() {
                    let mut written = String::new();
                    push_number(&mut written, number);
                    #[expect(clippy::cast_precision_loss, reason = "2^53 − 1 is exact")]
                    let expected = (number.abs() <= MAX_INTEGER as f64).then_some(number);
                    let read = read_number(&written);
                    assert_eq!(read.is_some(), expected.is_some(), "{written}");
                    assert!(read == expected, "{written}: {read:?}");
                }
            }
        }
    }

    #[test]
    fn the_edges_of_numbers_are_read_and_other_forms_are_not() {
        for text in [
            "0",
            "5e-324",
            "2.2250738585072014e-308",
            "2.225073858507201e-308",
            "9007199254740991",
            "-0.1",
            "0.000001",
            "1.5e-7",
        ] {
            let number = read_number(text).expect(text);
            assert_eq!(Ok(number), text.parse(), "{text}");
        }
        for text in [
            "",
            "-",
            ".",
            "e-1",
            "-0",
            "0.0",
            "1.0",
            "01",
            "1e-1",
            "1.e-7",
            "1e1",
            "1e+21",
            "9007199254740992",
            "1e-99999999999999999999",
            "1e-400",
            "12345678901234567890123",
        ] {
            assert_eq!(read_number(text), None, "{text}");
        }
    }

    #[test]
    fn numbers_texts_and_keys_are_written_as_rfc_8785_says() {
        let json: serde_json::Value = serde_json::from_str(
            r#"{"\u20ac":"Euro Sign","\r":"CR","\ufb33":"Dalet","1":[1e30,4.50,2e-3,1e-27,333333333.33333329,-0.0],"\ud83d\ude00":"Smiley","\u0080":"\u000f\n\"\\/","\u00f6":null}"#,
        )
        .expect("valid JSON");
        let mut out = String::new();
        push_json(&mut out, &json);
        assert_eq!(
            out,
            "{\"\\r\":\"CR\",\"1\":[1e+30,4.5,0.002,1e-27,333333333.3333333,0],\"\u{80}\":\"\\u000f\\n\\\"\\\\/\",\"ö\":null,\"€\":\"Euro Sign\",\"😀\":\"Smiley\",\"\u{fb33}\":\"Dalet\"}"
        );
    }
}

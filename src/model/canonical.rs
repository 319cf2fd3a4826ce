//! Canonical JSON bytes (RFC 8785): sorted keys, shortest numbers, least escaping, text not normalised.

use super::value::Value;
use crate::model::sort;
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

/// Appends a finite number in its shortest form, as ECMAScript writes it.
pub fn push_number(out: &mut String, number: f64) {
    out.push_str(ryu_js::Buffer::new().format_finite(number));
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

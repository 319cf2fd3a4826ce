//! Reading a canonical change line in one pass, byte by byte: what this app wrote itself. Whatever stands in any other
//! form is left to the JSON parser, which says what is wrong with it. Knows no file and no place in it.

use super::{Cell, Content};
use crate::model::canonical;
use crate::model::id::{ChangeId, FieldKey, MAX_INTEGER, RecordId};
use crate::model::value::Value;
use std::borrow::Cow;
use std::collections::BTreeMap;

/// The content of a line, where the line is exactly what [`super::Change::new`] would write of it. Nothing also
/// where it is canonical but holds unknown fields, which `strange` reads.
pub(super) fn content(line: &str) -> Option<Content> {
    let mut rest = Rest(line);
    rest.skip("{")?;
    let author = rest.optional_text("\"author\":", ",")?;
    rest.skip("\"cells\":{")?;
    let cells = rest.cells()?;
    rest.skip(",")?;
    let on_behalf_of = rest.optional_text("\"for\":", ",")?;
    rest.skip("\"id\":\"")?;
    let id = rest.until_quote()?.parse().ok()?;
    rest.skip(",\"lamport\":")?;
    let lamport = rest.integer()?;
    rest.skip(",")?;
    let note = rest.optional_text("\"note\":", ",")?;
    rest.skip("\"record\":\"")?;
    let record: RecordId = rest.until_quote()?.parse().ok()?;
    rest.skip(",\"time\":")?;
    let time = rest.integer()?;
    rest.skip("}")?;
    if !rest.0.is_empty() || lamport < 1 {
        return None;
    }
    Some(Content {
        id,
        lamport: lamport.unsigned_abs(),
        time,
        author,
        on_behalf_of,
        note,
        record,
        cells,
        unknown: BTreeMap::new(),
    })
}

/// What has not been read yet.
pub(super) struct Rest<'a>(pub(super) &'a str);

impl<'a> Rest<'a> {
    pub(super) fn skip(&mut self, text: &str) -> Option<()> {
        self.0 = self.0.strip_prefix(text)?;
        Some(())
    }

    pub(super) fn has(&mut self, text: &str) -> bool {
        self.skip(text).is_some()
    }

    /// The outer option: whether it can be read; the inner one: whether it is there.
    #[expect(clippy::option_option, reason = "two answers, told apart at once")]
    fn optional_text(&mut self, key: &str, end: &str) -> Option<Option<Box<str>>> {
        if !self.has(key) {
            return Some(None);
        }
        self.skip("\"")?;
        let text = self.text()?.into();
        self.skip(end)?;
        Some(Some(text))
    }

    /// Up to the next quote, which is passed; ids hold no escapes, so they do not parse where one stands.
    fn until_quote(&mut self) -> Option<&'a str> {
        let end = self.0.bytes().position(|byte| byte == b'"')?;
        let text = &self.0[..end];
        self.0 = &self.0[end + 1..];
        Some(text)
    }

    /// A text whose opening quote is passed; its closing one is passed too.
    pub(super) fn text(&mut self) -> Option<Cow<'a, str>> {
        let (text, rest) = canonical::read_text(self.0)?;
        self.0 = rest;
        Some(text)
    }

    /// A whole number within ±[`MAX_INTEGER`], without needless signs and zeros.
    fn integer(&mut self) -> Option<i64> {
        let is_negative = self.has("-");
        let count = self.0.bytes().take_while(u8::is_ascii_digit).count();
        let (digits, rest) = self.0.split_at(count);
        let is_plain = match digits.as_bytes() {
            [b'0'] => !is_negative,
            [b'0', ..] | [] => false,
            _ => count <= 16,
        };
        let number: u64 = if is_plain {
            digits.parse().ok()?
        } else {
            return None;
        };
        self.0 = rest;
        let number = i64::try_from(number)
            .ok()
            .filter(|_| number <= MAX_INTEGER)?;
        Some(if is_negative { -number } else { number })
    }

    /// Any number within that range, in its shortest form.
    fn number(&mut self) -> Option<Value> {
        let mut whole = Self(self.0);
        if let Some(number) = whole.integer()
            && !whole.0.starts_with(['.', 'e'])
        {
            self.0 = whole.0;
            return Some(Value::int(number));
        }
        let is_of_it = |byte: u8| matches!(byte, b'0'..=b'9' | b'-' | b'.' | b'e');
        let end = self.0.bytes().position(|byte| !is_of_it(byte));
        let (text, rest) = self.0.split_at(end.unwrap_or(self.0.len()));
        self.0 = rest;
        canonical::read_number(text).map(Value::Number)
    }

    pub(super) fn value(&mut self) -> Option<Value> {
        match self.0.as_bytes().first()? {
            b'"' => {
                self.skip("\"")?;
                Some(Value::Text(self.text()?.into()))
            }
            b'n' => self.skip("null").map(|()| Value::Null),
            b't' => self.skip("true").map(|()| Value::Bool(true)),
            b'f' => self.skip("false").map(|()| Value::Bool(false)),
            _ => self.number(),
        }
    }

    /// The cells, whose opening brace is passed, up to their closing one.
    fn cells(&mut self) -> Option<Vec<Cell>> {
        let mut cells: Vec<Cell> = Vec::new();
        if self.has("}") {
            return Some(cells);
        }
        loop {
            self.skip("\"")?;
            let key: FieldKey = self.until_quote()?.parse().ok()?;
            if cells.last().is_some_and(|last| last.key >= key) {
                return None;
            }
            self.skip(":[")?;
            let value = self.value()?;
            let names = self.names()?;
            cells.push(Cell { key, value, names });
            if self.has("}") {
                return Some(cells);
            }
            self.skip(",")?;
        }
    }

    /// The names behind a value and the closing bracket.
    fn names(&mut self) -> Option<Box<[ChangeId]>> {
        let mut names: Vec<ChangeId> = Vec::new();
        while self.has(",\"") {
            let name = self.until_quote()?.parse().ok()?;
            if names.last().is_some_and(|last| *last >= name) {
                return None;
            }
            names.push(name);
        }
        self.skip("]")?;
        Some(names.into())
    }
}

#[cfg(test)]
mod tests {
    use super::super::Change;
    use super::content;
    use crate::model::canonical;
    use proptest::prelude::{Strategy, any, prop_oneof, proptest};
    use std::fmt::Write;

    const LINE: &str = r#"{"author":"a\"b","cells":{"due":[null],"n":[-12,"0000000004-7","0000000004-10"],"ok":[true],"title":["推广\n\\方案","0000000004-7"]},"for":"member/m1","id":"9XB0000000-1","lamport":41,"note":"","record":"task/7QK2M4ZT","time":0}"#;

    const STRANGE: &str = r#"{"aa":[],"cells":{"due":[0.5,"0000000004-7"],"n":["\u0001"]},"id":"9XB0000000-1","lamport":41,"record":"task/7QK2M4ZT","time":0,"zz":{"\u0002":"é\n","a":[true,null,1.5e-7],"b":-1}}"#;

    /// The reading by the JSON parser alone, as it was before there was this one.
    fn slowly(line: &str) -> Option<Change> {
        Change::parse_json(line).ok()
    }

    /// What is read as canonical is what the parser reads, and its line is the one it came from; nothing that the
    /// parser would write the same is left out.
    fn agrees(line: &str) -> bool {
        let slowly = slowly(line);
        let Some(read) = Change::of_line(line) else {
            assert!(slowly.is_none_or(|read| read.line() != line), "{line}");
            return false;
        };
        let slowly = slowly.expect("what is read quickly is read slowly");
        assert_eq!(slowly.line(), line);
        assert_eq!(Change::new((*read).clone()), slowly);
        assert_eq!(format!("{:?}", *read), format!("{:?}", *slowly));
        true
    }

    #[test]
    fn a_usual_line_is_read_in_one_pass() {
        assert!(agrees(LINE));
        assert!(agrees(
            r#"{"cells":{},"id":"9XB0000000-1","lamport":1,"record":"charter","time":-5}"#
        ));
    }

    #[test]
    fn a_line_with_fields_of_a_newer_version_is_read_too() {
        assert!(agrees(STRANGE));
        for (from, to) in [
            ("\"b\":-1", "\"b\":-1,\"b\":-1"),
            ("\"zz\":", "\"author\":null,\"zz\":"),
            ("0.5", "9007199254740993"),
            ("0.5", "0.50"),
            ("[]", &("[".repeat(127) + &"]".repeat(127))),
        ] {
            let line = STRANGE.replace(from, to);
            assert_ne!(line, STRANGE, "{from}");
            assert!(!agrees(&line), "{line}");
        }
        let deep = STRANGE.replace("[]", &("[".repeat(60) + &"]".repeat(60)));
        assert!(agrees(&deep));
    }

    #[test]
    fn whatever_byte_is_put_in_left_out_or_changed_both_ways_of_reading_agree() {
        for line in [LINE, STRANGE] {
            whatever_byte(line);
        }
    }

    fn whatever_byte(of: &str) {
        for at in 0..of.len() {
            for byte in *b"\"\\,:[]{}-+0159.eE nutf/aAzZ\n\t\x01" {
                for take in [0, 1] {
                    let mut bytes = of.as_bytes().to_vec();
                    bytes.splice(at..at + take, [byte]);
                    if let Ok(line) = std::str::from_utf8(&bytes) {
                        agrees(line);
                    }
                }
            }
            let mut bytes = of.as_bytes().to_vec();
            bytes.remove(at);
            if let Ok(line) = std::str::from_utf8(&bytes) {
                agrees(line);
            }
        }
    }

    #[test]
    fn what_is_not_canonical_is_not_read_in_one_pass() {
        for (from, to) in [
            ("\"lamport\":41", "\"lamport\":041"),
            ("\"lamport\":41", "\"lamport\":0"),
            ("\"lamport\":41", "\"lamport\":9007199254740992"),
            ("\"time\":0", "\"time\":-0"),
            ("[-12", "[-0"),
            ("[-12", "[12.0"),
            ("[-12", "[1e1"),
            (
                "\"0000000004-7\",\"0000000004-10\"",
                "\"0000000004-10\",\"0000000004-7\"",
            ),
            (
                "\"0000000004-7\",\"0000000004-10\"",
                "\"0000000004-7\",\"0000000004-7\"",
            ),
            ("\"due\"", "\"zz\""),
            ("\"due\"", "\"n\""),
            ("\\n", "\\u000a"),
            ("[-12", "[0.10"),
            ("[-12", "[.1"),
            ("[-12", "[1.5e-1"),
            ("[-12", "[9007199254740992"),
            ("[-12", "[1e+21"),
            ("推", "\\u63a8"),
            ("推", "\\u001F"),
            ("推", "\\u0009"),
            ("推", "\\u+01f"),
            ("推", "\\/"),
            ("推", "\u{1}"),
            ("\"id\"", " \"id\""),
            ("}", "} "),
        ] {
            let line = LINE.replace(from, to);
            assert_ne!(line, LINE, "{from}");
            assert!(content(&line).is_none(), "{line}");
        }
    }

    fn value() -> impl Strategy<Value = String> {
        prop_oneof![
            proptest::strategy::Just("null".to_owned()),
            any::<bool>().prop_map(|flag| flag.to_string()),
            any::<i64>().prop_map(|number| (number >> 9).to_string()),
            any::<f64>()
                .prop_filter("finite", |number| number.is_finite())
                .prop_map(|number| {
                    let mut out = String::new();
                    canonical::push_number(&mut out, number);
                    out
                }),
            any::<String>().prop_map(|text| {
                let mut out = String::new();
                canonical::push_text(&mut out, &text);
                out
            }),
        ]
    }

    proptest! {
        #[test]
        fn any_values_are_read_alike(values in proptest::collection::vec(value(), 0..6)) {
            let mut cells = String::new();
            for (at, value) in values.iter().enumerate() {
                let comma = if at == 0 { "" } else { "," };
                write!(cells, "{comma}\"f/{at}\":[{value}]").expect("a text");
            }
            let line = format!("{{\"cells\":{{{cells}}},\"id\":\"9XB0000000-1\",\"lamport\":1,\"record\":\"charter\",\"time\":7}}");
            agrees(&line);
        }
    }
}

//! Texts, numbers and words of a JSON text.

use super::{RawText, Scanner, Stop, Walked};
use crate::exchange::limits::TEXT_BYTES;
use crate::exchange::refusal::Fault;

impl<'a> Scanner<'a> {
    pub(super) fn word(&mut self, word: &'static str) -> Walked {
        let rest = &self.text.as_bytes()[self.at..];
        if rest.starts_with(word.as_bytes()) {
            self.at += word.len();
            return Ok(());
        }
        Err(if word.as_bytes().starts_with(rest) {
            Stop::End
        } else {
            Stop::Wanted("a value")
        })
    }

    pub(super) fn number(&mut self) -> Walked {
        if self.byte() == Some(b'-') {
            self.at += 1;
        }
        if self.byte() == Some(b'0') {
            self.at += 1
        } else {
            self.digits()?
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.byte() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.byte() {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(())
    }

    fn digits(&mut self) -> Walked {
        let from = self.at;
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        match self.byte() {
            _ if self.at > from => Ok(()),
            None => Err(Stop::End),
            Some(_) => Err(Stop::Wanted("a digit")),
        }
    }

    /// A text; the scan stands at its opening quote.
    pub(in crate::exchange::json) fn string(&mut self) -> Result<RawText<'a>, Stop> {
        self.take(b'"', "a text in quotes")?;
        let from = self.at;
        let mut is_escaped = false;
        loop {
            let rest = &self.text.as_bytes()[self.at..];
            let step = rest
                .iter()
                .position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20))
                .ok_or(Stop::End);
            self.at += step.inspect_err(|_| self.at = self.text.len())?;
            match self.text.as_bytes()[self.at] {
                b'"' => break,
                b'\\' => {
                    is_escaped = true;
                    self.escape()?;
                }
                _ => {
                    return Err(Stop::Wanted(
                        "no line break or control character inside a text",
                    ));
                }
            }
        }
        let raw = &self.text[from..self.at];
        self.at += 1;
        if raw.len() > TEXT_BYTES {
            self.note(from - 1, Fault::TextTooLong(raw.len()));
        }
        Ok(RawText { raw, is_escaped })
    }

    fn escape(&mut self) -> Walked {
        let at = self.at;
        self.at += 1;
        let kind = self.byte().ok_or(Stop::End)?;
        self.at += 1;
        match kind {
            b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Ok(()),
            b'u' => {
                let first = self.hex()?;
                let is_high = (0xD800..0xDC00).contains(&first);
                let mut is_whole = !(0xD800..0xE000).contains(&first);
                if is_high && self.text.as_bytes()[self.at..].starts_with(b"\\u") {
                    let back = self.at;
                    self.at += 2;
                    is_whole = (0xDC00..0xE000).contains(&self.hex()?);
                    if !is_whole {
                        self.at = back;
                    }
                }
                if !is_whole {
                    self.note(at, Fault::LoneSurrogate(format!("\\u{first:04x}")));
                }
                Ok(())
            }
            _ => Err(Stop::Wanted("an escape that JSON knows")),
        }
    }

    fn hex(&mut self) -> Result<u32, Stop> {
        let mut number = 0;
        for _ in 0..4 {
            let digit = char::from(self.byte().ok_or(Stop::End)?)
                .to_digit(16)
                .ok_or(Stop::Wanted("four hexadecimal digits"))?;
            number = number * 16 + digit;
            self.at += 1;
        }
        Ok(number)
    }
}

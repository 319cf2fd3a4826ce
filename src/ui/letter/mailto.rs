//! The address that opens a mail program with subject and text. Windows refuses long ones: whatever does not fit is
//! left to the copied text, and that is said.

use super::super::texts;
use super::Letter;
use crate::model::template::Lang;
use std::fmt::Write;

/// Characters of such an address that every mail program takes.
const MOST: usize = 1_900;

impl Letter {
    /// The address; the text in it ends at a line, and says where the rest is.
    pub fn mailto(&self, lang: Lang) -> String {
        let subject = encoded(&self.subject);
        let start = format!("mailto:?subject={subject}&body=");
        let whole = encoded(&self.body);
        if start.len() + whole.len() <= MOST {
            return start + &whole;
        }
        let rest = encoded(&format!("\n{}", texts::mail::MAIL_REST.text(lang)));
        let mut body = String::new();
        for line in self.body.lines() {
            let line = encoded(&format!("{line}\n"));
            if start.len() + body.len() + line.len() + rest.len() > MOST {
                break;
            }
            body.push_str(&line);
        }
        start + &body + &rest
    }
}

/// A text as a part of an address.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 3);
    for byte in text.replace('\n', "\r\n").bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a text cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

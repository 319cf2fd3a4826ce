//! Text as it is shown: blanks in a row are one, and none stands at the ends of a line.

use super::entities;

#[derive(Default)]
pub(super) struct ShownText {
    text: String,
    /// Blanks that were read and not yet written: whether there are any, and whether one ends a line of the markup.
    blanks: Option<bool>,
    /// How many line ends wait for the next letter.
    ends: usize,
}

impl ShownText {
    pub(super) fn push(&mut self, text: &str) {
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            rest = &rest[c.len_utf8()..];
            match c {
                ' ' | '\t' | '\n' | '\r' | '\u{c}' => {
                    let has_end = self.blanks.unwrap_or_default() || matches!(c, '\n' | '\r');
                    self.blanks = Some(has_end);
                }
                '&' => match entities::read(rest) {
                    Some((c, after)) => {
                        self.letter(if c == '\u{a0}' { ' ' } else { c });
                        rest = after;
                    }
                    None => self.letter('&'),
                },
                '\u{a0}' => self.letter(' '),
                c => self.letter(c),
            }
        }
    }

    fn letter(&mut self, c: char) {
        let before = self.text.chars().next_back();
        if self.ends > 0 && before.is_some() {
            (0..self.ends).for_each(|_| self.text.push('\n'));
        } else if let (Some(has_end), Some(before)) = (self.blanks, before)
            && !(has_end && is_wide(before) && is_wide(c))
        {
            self.text.push(' ');
        }
        self.text.push(c);
        (self.blanks, self.ends) = (None, 0);
    }

    /// A line ends here.
    pub(super) fn end_line(&mut self) {
        self.ends += 1;
        self.blanks = None;
    }

    /// What follows stands on a line of its own.
    pub(super) fn part(&mut self) {
        self.ends = self.ends.max(1);
        self.blanks = None;
    }

    pub(super) fn take(&mut self) -> String {
        let lines = std::mem::take(self).text;
        let lines: Vec<&str> = lines.split('\n').map(str::trim).collect();
        lines.join("\n").trim().to_owned()
    }
}

/// Between two of these a line end of the markup is no blank.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

//! What a drawing consists of: paths and words, each with the class that says how it looks.

use std::fmt::Write as _;

/// Where a text stands beside its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    /// As SVG has it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// Something drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drawable {
    Path {
        class: &'static str,
        /// As SVG has it; "" where there is nothing to draw.
        d: String,
    },
    Text {
        class: &'static str,
        x: i32,
        y: i32,
        anchor: Anchor,
        text: String,
    },
}

impl Drawable {
    /// Along SVG path data; its class says how it looks.
    pub fn path(class: &'static str, d: String) -> Self {
        Self::Path { class, d }
    }
}

/// The measures of a row and of what stands in it, in units.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Metrics {
    /// The height of a row.
    pub row: i32,
    /// Where a bar begins in it, and how high it is.
    pub top: i32,
    pub height: i32,
    /// The same of the line of the original plan.
    pub base_top: i32,
    pub base_height: i32,
    /// The size of letters.
    pub letter: i32,
    /// The height of the two lines of the header.
    pub header: i32,
    /// The height of the lane of milestones.
    pub lane: i32,
    /// What is one pixel on a screen.
    pub hair: i32,
}

impl Metrics {
    /// On a screen, in pixels, with rows of a height.
    pub fn screen(row: i32) -> Self {
        let top = (row - 18) / 2;
        Self {
            row,
            top,
            height: 14,
            base_top: top + 16,
            base_height: 3,
            letter: 12,
            header: 44,
            lane: 38,
            hair: 1,
        }
    }

    /// On paper, in tenths of a millimetre.
    pub fn paper(row: i32) -> Self {
        Self {
            row,
            top: row / 6,
            height: row / 2,
            base_top: row / 6 + row / 2 + 3,
            base_height: 5,
            letter: 28,
            header: 90,
            lane: 84,
            hair: 2,
        }
    }

    /// The middle of a bar in a row.
    pub fn middle(&self) -> i32 {
        self.top + self.height / 2
    }

    /// Where the letters of a row stand.
    pub fn baseline(&self) -> i32 {
        self.middle() + self.letter * 4 / 11
    }
}

/// A rectangle as a path; nothing where it has no width.
pub fn rect(x: i32, y: i32, width: i32, height: i32) -> String {
    match width > 0 && height > 0 {
        true => format!("M{x} {y}h{width}v{height}h{}z", -width),
        false => String::new(),
    }
}

/// A diamond around a point.
pub(super) fn diamond(x: i32, y: i32, half: i32) -> String {
    format!(
        "M{} {y}L{x} {}L{} {y}L{x} {}z",
        x - half,
        y - half,
        x + half,
        y + half
    )
}

/// A line with a tick at its end.
pub(super) fn ticked(from: i32, to: i32, y: i32, tick: i32) -> String {
    let mut d = String::new();
    if to > from {
        let _ = write!(d, "M{from} {y}H{to}M{to} {}v{}", y - tick, 2 * tick);
    }
    d
}

/// About how wide a text is in letters of a size: a Han character is as wide as it is high.
pub fn text_width(text: &str, letter: i32) -> i32 {
    let tenths: i32 = text
        .chars()
        .map(|c| match c {
            ' ' | '.' | ',' | 'i' | 'l' | '\'' | '·' => 3,
            c if c.is_ascii_uppercase() || c == '%' => 7,
            c if c.is_ascii() => 6,
            _ => 10,
        })
        .sum();
    tenths * letter / 10
}

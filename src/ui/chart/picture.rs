//! What a chart is drawn of: lines, areas and words in pixels, each with the name of its colour. One picture serves the
//! screen, paper and files; what a place of it stands for is said beside it. Knows no browser.

use super::spot::ChartSpot;
use std::fmt::Write as _;

/// A colour by the name of its token (style/tokens.css).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Colour {
    None,
    Surface,
    Label,
    Text,
    Text2,
    Text3,
    Line,
    LineStrong,
    Accent,
    InfoBg,
    Neutral,
    Ok,
    Warn,
    WarnBg,
    Danger,
    DangerBg,
}

impl Colour {
    /// Every colour with the name of its token and what that is in the light: files take no token with them.
    pub const ALL: [(Self, &'static str, &'static str); 16] = [
        (Self::None, "none", "none"),
        (Self::Surface, "surface", "#fff"),
        (Self::Label, "label", "#eef2f5"),
        (Self::Text, "text", "#1a222b"),
        (Self::Text2, "text-2", "#44505d"),
        (Self::Text3, "text-3", "#596572"),
        (Self::Line, "line", "#cdd5dd"),
        (Self::LineStrong, "line-strong", "#76828f"),
        (Self::Accent, "accent", "#1c5aa6"),
        (Self::InfoBg, "info-bg", "#e3edf9"),
        (Self::Neutral, "neutral", "#505c69"),
        (Self::Ok, "ok", "#17653a"),
        (Self::Warn, "warn", "#855000"),
        (Self::WarnBg, "warn-bg", "#fdf1d8"),
        (Self::Danger, "danger", "#ae2219"),
        (Self::DangerBg, "danger-bg", "#fbe9e7"),
    ];

    /// The name of its token.
    pub const fn name(self) -> &'static str {
        Self::ALL[self as usize].1
    }

    /// As files and paper have it.
    pub const fn light(self) -> &'static str {
        Self::ALL[self as usize].2
    }
}

/// How a line or an area is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ink {
    pub fill: Colour,
    pub stroke: Colour,
    /// In pixels.
    pub width: &'static str,
    /// Lengths of dashes and gaps; `""` for a whole line.
    pub dash: &'static str,
}

impl Ink {
    /// Drawn along its way, and not filled.
    pub const fn line(stroke: Colour, width: &'static str, dash: &'static str) -> Self {
        Self {
            fill: Colour::None,
            stroke,
            width,
            dash,
        }
    }

    /// An area with an edge.
    pub const fn area(fill: Colour, stroke: Colour) -> Self {
        Self {
            fill,
            stroke,
            width: "1",
            dash: "",
        }
    }
}

/// The lines behind a chart.
pub(super) const GRID: Ink = Ink::line(Colour::Line, "1", "");
/// Its base.
pub(super) const AXIS: Ink = Ink::line(Colour::LineStrong, "1", "");
/// The plan as it was made first.
pub(super) const PLANNED: Ink = Ink::line(Colour::LineStrong, "2", "6 3");
/// What was.
pub(super) const ACTUAL: Ink = Ink::line(Colour::Accent, "2.5", "");
/// Dotted: nobody knows it yet.
pub(super) const EXPECTED: Ink = Ink::line(Colour::Accent, "2", "1.5 4");
/// Dashed, so that it is told from the lines of a grid.
pub(super) const TODAY: Ink = Ink::line(Colour::Text2, "1.5", "6 3");
/// What has a pattern besides its colour.
pub(super) const HATCH: Ink = Ink::line(Colour::Danger, "1", "");
/// Days that somebody does not have.
pub(super) const AWAY: Ink = Ink::line(Colour::LineStrong, "1", "");
/// Of a bar chart.
pub(super) const BAR: Ink = Ink::area(Colour::InfoBg, Colour::Accent);

/// Where a word is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordAnchor {
    Start,
    Middle,
    End,
}

impl WordAnchor {
    /// As SVG calls it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// A word of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChartWord {
    pub x: i64,
    /// The line that letters stand on.
    pub y: i64,
    pub anchor: WordAnchor,
    pub tone: Colour,
    pub is_strong: bool,
    pub text: String,
}

/// One thing of a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ChartShape {
    /// A way as SVG writes it.
    Path(String, Ink),
    ChartWord(ChartWord),
}

/// A picture, in pixels.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Picture {
    pub width: i64,
    pub height: i64,
    pub shapes: Vec<ChartShape>,
    /// What can be pressed, in the order in which it is read.
    pub spots: Vec<ChartSpot>,
}

impl Picture {
    /// An empty one.
    pub fn new(width: i64, height: i64) -> Self {
        Self {
            width,
            height,
            ..Self::default()
        }
    }

    /// A way from point to point.
    pub fn line(&mut self, ink: Ink, points: &[(i64, i64)]) {
        let mut way = String::new();
        for (at, (x, y)) in points.iter().enumerate() {
            let _ = write!(way, "{}{x} {y}", if at == 0 { "M" } else { "L" });
        }
        self.shapes.push(ChartShape::Path(way, ink));
    }

    /// An area from its left upper corner.
    pub fn area(&mut self, ink: Ink, (x, y): (i64, i64), (width, height): (i64, i64)) {
        let way = format!("M{x} {y}h{width}v{height}h-{width}z");
        self.shapes.push(ChartShape::Path(way, ink));
    }

    /// Slanting lines in an area, so many pixels apart.
    pub fn hatch(&mut self, ink: Ink, (x, y): (i64, i64), (width, height): (i64, i64), step: i64) {
        let mut way = String::new();
        let mut at = step / 2;
        while at < width + height {
            let (x1, y1) = if at <= height {
                (x, y + at)
            } else {
                (x + at - height, y + height)
            };
            let (x2, y2) = if at <= width {
                (x + at, y)
            } else {
                (x + width, y + at - width)
            };
            let _ = write!(way, "M{x1} {y1}L{x2} {y2}");
            at += step;
        }
        self.shapes.push(ChartShape::Path(way, ink));
    }

    /// A diamond around a point.
    pub fn diamond(&mut self, ink: Ink, (x, y): (i64, i64), half: i64) {
        let way = format!(
            "M{x} {}l{half} {half}l-{half} {half}l-{half} -{half}z",
            y - half
        );
        self.shapes.push(ChartShape::Path(way, ink));
    }

    /// A ring around a point.
    pub fn ring(&mut self, ink: Ink, (x, y): (i64, i64), radius: i64) {
        let (left, across) = (x - radius, 2 * radius);
        let way = format!(
            "M{left} {y}a{radius} {radius} 0 1 1 {across} 0a{radius} {radius} 0 1 1 -{across} 0z"
        );
        self.shapes.push(ChartShape::Path(way, ink));
    }

    /// Letters of 12 pixels on a line.
    pub fn word(
        &mut self,
        at: (i64, i64),
        anchor: WordAnchor,
        tone: Colour,
        text: impl Into<String>,
    ) {
        self.say(at, anchor, tone, false, text.into());
    }

    /// A word in strong letters.
    pub fn strong(
        &mut self,
        at: (i64, i64),
        anchor: WordAnchor,
        tone: Colour,
        text: impl Into<String>,
    ) {
        self.say(at, anchor, tone, true, text.into());
    }

    fn say(
        &mut self,
        (x, y): (i64, i64),
        anchor: WordAnchor,
        tone: Colour,
        is_strong: bool,
        text: String,
    ) {
        self.shapes.push(ChartShape::ChartWord(ChartWord {
            x,
            y,
            anchor,
            tone,
            is_strong,
            text,
        }));
    }
}

/// How wide letters of 12 pixels are, roughly and rather too wide.
pub(super) fn width_of(text: &str) -> i64 {
    let letters = text.chars().map(|c| if c.is_ascii() { 7 } else { 12 });
    letters.sum()
}

/// A text that is no wider than so many pixels.
pub(super) fn cut(text: &str, width: i64) -> String {
    if width_of(text) <= width {
        return text.to_owned();
    }
    let mut short = String::new();
    for c in text.chars() {
        if width_of(&short) + width_of("…") + width_of(&c.to_string()) > width {
            break;
        }
        short.push(c);
    }
    short.trim_end().to_owned() + "…"
}

/// The step of an axis that reaches so far with at most `most` steps: 1, 2 or 5 with noughts.
pub(super) fn step(reach: i64, most: i64) -> i64 {
    let mut size = 1;
    loop {
        for one in [1, 2, 5] {
            if reach <= one * size * most {
                return one * size;
            }
        }
        size *= 10;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn axes_have_whole_steps_and_never_too_many() {
        for (reach, wanted) in [
            (0, 1),
            (6, 1),
            (7, 2),
            (30, 5),
            (31, 10),
            (215, 50),
            (600, 100),
        ] {
            assert_eq!(step(reach, 6), wanted, "{reach}");
        }
    }

    #[test]
    fn colours_of_files_are_the_light_tokens() {
        let tokens = include_str!("../../../style/tokens.css");
        let light = tokens
            .split("@media")
            .next()
            .expect("the light ones stand first");
        for (place, (tone, name, colour)) in Colour::ALL.iter().enumerate() {
            assert_eq!((*tone as usize, tone.name()), (place, *name));
            let declared = format!("--{name}: {colour};");
            assert!(
                *tone == Colour::None || light.contains(&declared),
                "{declared}"
            );
        }
    }

    #[test]
    fn a_word_that_is_too_long_is_cut() {
        assert_eq!(cut("客服知识库", 60), "客服知识库");
        assert_eq!(cut("客服知识库", 48), "客服知…");
        let mut picture = Picture::new(10, 10);
        picture.hatch(HATCH, (0, 0), (4, 4), 4);
        let drawn = ChartShape::Path("M0 2L2 0M2 4L4 2".to_owned(), HATCH);
        assert_eq!(picture.shapes, [drawn]);
    }
}

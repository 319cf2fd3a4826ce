//! The charts (views.md §5): each a title with its unit, a sentence with what it shows, a picture, and the same figures
//! as a table. Made of the figures of `analysis`, in one language, as wide as there is room.
//!
//! Architecture invariant: no browser here; whoever shows, prints or saves a chart is given the same one.

mod burndown;
mod causes;
mod dates;
mod exposure;
mod feedback;
mod file;
mod load;
mod over_time;
mod picture;
mod resource;
mod risk;
mod spot;
mod trend;

pub use burndown::{burndown_chart, left_said, small_burndown};
pub use causes::causes_chart;
pub use exposure::exposure_chart;
pub use feedback::feedback_chart;
pub use file::{Imprint, escaped, svg_file};
pub use load::{LoadShown, load_chart};
pub use picture::{ChartShape, ChartWord, Colour, Ink, Picture, WordAnchor};
pub use resource::resource_chart;
pub use risk::risk_chart;
pub use spot::{ChartSpot, SpotStep, SpotTarget, next_spot};
pub use trend::trend_chart;

use super::texts;
use crate::model::template::{Label, Lang};

/// A sign and what it stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Legend {
    pub mark: Picture,
    pub text: String,
}

impl Legend {
    /// A piece of a line.
    fn line(ink: Ink, text: impl Into<String>) -> Self {
        let mut mark = Picture::new(28, 12);
        mark.line(ink, &[(0, 6), (28, 6)]);
        let text = text.into();
        Self { mark, text }
    }

    /// A piece of an area, with a pattern where there is one.
    fn area(ink: Ink, hatch: Option<Ink>, text: impl Into<String>) -> Self {
        let mut mark = Picture::new(20, 12);
        mark.area(ink, (1, 1), (18, 10));
        if let Some(hatch) = hatch {
            mark.hatch(hatch, (1, 1), (18, 10), 5);
        }
        let text = text.into();
        Self { mark, text }
    }
}

/// The figures of a chart in rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ChartTable {
    pub head: Vec<String>,
    /// The first cell of each names the row.
    pub rows: Vec<Vec<String>>,
}

impl ChartTable {
    /// As tables are pasted into: tabs between the cells.
    pub fn tabbed(&self) -> String {
        let line = |cells: &Vec<String>| {
            let clean = cells
                .iter()
                .map(|cell| cell.replace(['\t', '\n', '\r'], " "));
            clean.collect::<Vec<_>>().join("\t")
        };
        let lines = [&self.head].into_iter().chain(&self.rows).map(line);
        lines.collect::<Vec<_>>().join("\n")
    }

    /// The same as markup.
    pub fn markup(&self) -> String {
        let row = |cells: &Vec<String>, tag: &str| {
            let cells = cells
                .iter()
                .map(|cell| format!("<{tag}>{}</{tag}>", escaped(cell)));
            format!("<tr>{}</tr>", cells.collect::<String>())
        };
        let rows: String = self.rows.iter().map(|cells| row(cells, "td")).collect();
        format!("<table>{}{rows}</table>", row(&self.head, "th"))
    }
}

/// What is shown, printed, copied and saved (views.md §5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FinishedChart {
    /// What it is of, with its unit.
    pub title: String,
    /// What it shows, in a sentence or two.
    pub finding: String,
    pub picture: Picture,
    pub legend: Vec<Legend>,
    /// What else is to be said, a line each.
    pub notes: Vec<String>,
    pub table: ChartTable,
}

/// A chart, or why there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DrawnChart {
    FinishedChart(Box<FinishedChart>),
    /// The title, and what is missing.
    Empty(String, String),
}

impl DrawnChart {
    /// With its unit.
    pub fn title(&self) -> &str {
        match self {
            Self::FinishedChart(chart) => &chart.title,
            Self::Empty(title, _) => title,
        }
    }
}

/// What a picture draws at most of one sort: nobody reads more of it, and the page stays quick.
const DRAWN: usize = 100;

/// What is said where there is more of a sort than is drawn.
fn left_out(label: Label, all: usize, lang: Lang) -> Option<String> {
    let more = all.checked_sub(DRAWN).filter(|more| *more > 0)?;
    let places = [("n", &*DRAWN.to_string()), ("m", &*more.to_string())];
    Some(texts::fill(label, lang, &places))
}

/// Sentences one after the other, as the language parts them.
fn sentences(parts: Vec<String>, lang: Lang) -> String {
    parts.join(texts::sentence_gap(lang))
}

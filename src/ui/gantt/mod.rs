//! The plan drawn over time: the same painter makes the shapes for the screen, for paper and for a picture (views.md
//! §3). Knows no element and no pointer.
//!
//! Architecture invariant: whole numbers alone; what a unit is, a pixel or a tenth of a millimetre, is said by
//! [`Metrics`].

mod header;
mod imprint;
mod lane;
mod links;
mod paper;
mod picture;
mod row;
mod said;
mod second;
mod shape;
mod sheet;

pub use header::{HeaderLook, header_shapes, shades};
pub use imprint::{LOOKS, PaperWords, note_page};
pub use lane::{LaneMark, lane_marks, lane_shapes};
pub use links::{LinkEnds, LinkLook, link_path};
pub use paper::{PaperPage, PaperSize, PaperWish, paper_count, paper_pages};
pub use picture::{picture, picture_parts, pictured_rows};
pub use row::{Bar, bar_of, heading_shapes, row_shapes};
pub use said::{
    BarWords, RowFacts, day_said, facts_of, heading_said, label_said, row_said, worded,
};
pub use second::{SecondDates, second_dates};
pub use shape::{Anchor, Drawable, Metrics, rect, text_width};
pub use sheet::{PlacedShapes, SheetLine, SheetLook};

//! Odd but small projects, generated: the shapes in which something walks all records for each record, draws a list
//! without end, or compares every value with every other.
//!
//! A shape is a function from a size to the changes of a project. [`SHAPES`] lists them; a new one is a function and a
//! line there. The same size gives the same bytes.

mod copies;
mod desk;
mod plan;
mod rows;
mod shapes;

pub use copies::copies;
pub use desk::{Desk, LEAD, file, file_with_current, project};
pub use plan::{linked, plan};
pub use shapes::{SHAPES, Shape};

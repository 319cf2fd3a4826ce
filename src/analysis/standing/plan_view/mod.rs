//! Which tasks of the plan a view shows, under which headings and in which order (views.md §2.1, §2.3). Knows no
//! address and no screen: grid, Gantt, board and calendar draw the same lines.

mod filter;
mod groups;
mod lines;

pub use filter::{EMPTY, FilterBy, OPEN, PlanFilter};
pub use groups::{GroupBy, Grouped, group_name};
pub use lines::{LinesAsked, PlanHeading, PlanLine, PlanLines, SortBy, plan_lines};

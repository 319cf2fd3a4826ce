//! Which tasks of the plan a view shows, under which headings and in which order (views.md §2.1, §2.3). Knows no
//! address and no screen: grid, Gantt, board and calendar draw the same lines.

mod board;
mod days;
mod facts;
mod filter;
mod groups;
mod lines;
mod mine;
mod week_rows;

pub use board::{Board, DONE_DAYS, Lane, board};
pub use days::{CalendarDay, DayEntry, DaySort, DaysAsked, calendar_days};
pub use facts::{TaskFacts, state_of, task_facts};
pub use filter::{EMPTY, FilterBy, OPEN, PlanFilter};
pub use groups::{GroupBy, Grouped, group_name};
pub use lines::{LinesAsked, PlanHeading, PlanLine, PlanLines, SortBy, plan_lines};
pub use mine::{DueWhen, MyPart, MyWork, my_work};

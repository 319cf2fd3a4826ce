//! The board: lanes of the groups, and in each a column for every state (views.md §4). What is done stays in sight for
//! a week.

use super::lines::{PlanHeading, PlanLine, PlanLines};
use crate::analysis::standing::schedule::{PlanTask, Progress, Schedule};
use crate::templates::task;
use chrono::Days;

/// Days for which what is done stays on the board.
pub const DONE_DAYS: u64 = 7;
/// Cards that are drawn at first on the whole board, and in one place of it.
const MOST_CARDS: usize = 60;
const MOST_IN_CELL: usize = 20;

/// The tasks that have something in common, by their states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lane {
    /// The group; nothing where tasks are not gathered.
    pub heading: Option<PlanHeading>,
    /// The tasks of each column, by their places in the plan.
    pub cells: Vec<Vec<u32>>,
    /// How many more are done since longer.
    pub earlier: usize,
}

impl Lane {
    /// How many tasks stand in a column, those done since longer included.
    pub fn count(&self, board: &Board, column: usize) -> usize {
        let more = if board.is_done(column) {
            self.earlier
        } else {
            0
        };
        self.cells.get(column).map_or(0, Vec::len) + more
    }
}

/// The board of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Board {
    /// The keys of the states, in their order.
    pub columns: Vec<&'static str>,
    pub lanes: Vec<Lane>,
    /// How many cards each place shows at first.
    pub at_first: usize,
}

impl Board {
    /// Whether a column holds what is done.
    pub fn is_done(&self, column: usize) -> bool {
        self.columns.get(column) == Some(&task::DONE.key)
    }

    /// How many tasks stand in a column.
    pub fn count(&self, column: usize) -> usize {
        let lanes = self.lanes.iter();
        lanes.map(|lane| lane.count(self, column)).sum()
    }
}

/// The board of lines, which hold the tasks of every lane. Cancelled tasks have a column only where they are asked
/// for, and what is done since longer is there where that is.
pub fn board(
    schedule: &Schedule,
    lines: &PlanLines,
    shut: &[String],
    with_cancelled: bool,
    with_earlier: bool,
) -> Board {
    let states = task::TASK.states.map_or(&[][..], |machine| machine.states);
    let keys = states.iter().map(|state| state.choice.key);
    let columns: Vec<_> = keys
        .filter(|key| with_cancelled || *key != task::CANCELLED.key)
        .collect();
    let mut board = Board {
        columns,
        ..Board::default()
    };
    let new = |heading, board: &Board| Lane {
        heading,
        cells: vec![Vec::new(); board.columns.len()],
        earlier: 0,
    };
    let since = schedule.today - Days::new(DONE_DAYS);
    let is_earlier = |read: &PlanTask| {
        let end = read.actual_end.or(read.planned.map(|(_, due)| due));
        !with_earlier && read.progress == Progress::Done && end.is_some_and(|end| end < since)
    };
    for line in &lines.lines {
        match line {
            PlanLine::Heading(heading) => {
                let heading = PlanHeading {
                    is_shut: shut.iter().any(|word| word == heading.group.word()),
                    ..heading.clone()
                };
                let lane = new(Some(heading), &board);
                board.lanes.push(lane);
            }
            PlanLine::Task(at) => {
                let read = &schedule.plan.tasks[*at as usize];
                let Some(column) = board.columns.iter().position(|key| *key == read.status) else {
                    continue;
                };
                if board.lanes.is_empty() {
                    let lane = new(None, &board);
                    board.lanes.push(lane);
                }
                if let Some(lane) = board.lanes.last_mut() {
                    if is_earlier(read) {
                        lane.earlier += 1;
                    } else {
                        lane.cells[column].push(*at);
                    }
                }
            }
        }
    }
    let open = board.lanes.iter();
    let open = open.filter(|lane| !lane.heading.as_ref().is_some_and(|heading| heading.is_shut));
    let counts: Vec<usize> = open
        .flat_map(|lane| lane.cells.iter().map(Vec::len))
        .collect();
    board.at_first = at_first(&counts);
    board
}

/// How many cards each place shows at first: as many as fit on the board in all, at least one.
fn at_first(counts: &[usize]) -> usize {
    let drawn = |each: usize| counts.iter().map(|count| *count.min(&each)).sum::<usize>();
    let fit = (1..=MOST_IN_CELL).take_while(|each| drawn(*each) <= MOST_CARDS);
    fit.last().unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_board_shows_as_many_cards_as_can_be_overlooked() {
        assert_eq!(at_first(&[9, 4, 1, 0, 5]), 20, "all of them");
        assert_eq!(at_first(&[5000, 0, 0, 0, 0]), 20);
        assert_eq!(at_first(&[30; 6]), 10, "60 in all");
        assert_eq!(at_first(&[30; 100]), 1);
        assert_eq!(at_first(&[]), 20);
    }
}

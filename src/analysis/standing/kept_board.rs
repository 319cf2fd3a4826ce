//! The board of who has how much, kept until what it was made of changes: a page draws it once for each width, and
//! reads what fits the work from it besides.

use super::load_board::{LoadBoard, LoadBy, load_board};
use super::schedule::{Schedule, schedule as own_schedule};
use crate::model::log::{KeptBy, Log};
use chrono::NaiveDate;
use std::rc::Rc;

/// The boards of the day that was asked for last.
#[derive(Default)]
struct KeptBoards(KeptBy<LoadBy, (NaiveDate, Rc<LoadBoard>)>);

/// The board of a day, made once; of a schedule that is not the project's own, made each time.
pub fn kept_board(log: &Log, schedule: &Schedule, by: LoadBy) -> Rc<LoadBoard> {
    let today = schedule.today;
    if !std::ptr::eq(schedule, &*own_schedule(log, today)) {
        return Rc::new(load_board(log, schedule, by));
    }
    let find = || {
        let board = load_board(log, &own_schedule(log, today), by);
        (today, Rc::new(board))
    };
    let is_of_today = |(day, _): &(NaiveDate, Rc<LoadBoard>)| *day == today;
    let kept = log.beside::<KeptBoards>();
    kept.0.get_while(log, &by, is_of_today, find).1
}

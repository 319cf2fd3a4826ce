//! 每人每周的任务: a row for each person in the order of departments and of the roster, a cell for each week, its figure
//! in it; or a row for each department. Shades of grey, and no order by how much: it ranks nobody.

mod beside;

use super::dates::short;
use super::picture::{AWAY, Colour, Ink, Picture, WordAnchor, cut, width_of};
use super::{ChartSpot, DRAWN, DrawnChart, FinishedChart, SpotTarget, left_out};
use crate::analysis::standing::kept_board::kept_board;
use crate::analysis::standing::load::LoadLevel;
use crate::analysis::standing::load_board::{LoadBoard, LoadBy, LoadMode, LoadRow, WeekCell};
use crate::analysis::standing::schedule::Schedule;
use crate::analysis::words::names::short_name;
use crate::model::Log;
use crate::model::template::Lang;
use crate::ui::texts::{self, fill};
use std::cmp::Reverse;

const ROW: i64 = 28;
const HEAD: i64 = 26;
/// Room for names: so much, and at most this part of the width.
const NAMES: i64 = 200;

/// What was chosen of it.
#[derive(Debug, Clone, Copy, Default)]
pub struct LoadShown {
    /// What is counted; nothing: what fits the work.
    pub mode: Option<LoadMode>,
    pub by: LoadBy,
}

/// Who has how much in which of the next weeks.
pub fn load_chart(
    log: &Log,
    schedule: &Schedule,
    shown: LoadShown,
    width: i64,
    lang: Lang,
) -> DrawnChart {
    let board = kept_board(log, schedule, shown.by);
    let mode = shown.mode.unwrap_or(board.mode);
    let title = match (mode, shown.by) {
        (LoadMode::Tasks, LoadBy::Person) => texts::charts::LOAD_TASKS,
        (LoadMode::Tasks, LoadBy::Department) => texts::charts::LOAD_TASKS_OF,
        (LoadMode::Effort, LoadBy::Person) => texts::charts::LOAD_EFFORT,
        (LoadMode::Effort, LoadBy::Department) => texts::charts::LOAD_EFFORT_OF,
    };
    let title = title.text(lang).to_owned();
    if board.rows.is_empty() {
        return DrawnChart::Empty(title, texts::charts::LOAD_EMPTY.text(lang).to_owned());
    }
    DrawnChart::FinishedChart(Box::new(FinishedChart {
        title,
        finding: super::sentences(
            [finding(log, &board, mode, lang)]
                .into_iter()
                .chain(left_out(
                    texts::charts::ROWS_LEFT_OUT,
                    board.rows.len(),
                    lang,
                ))
                .collect(),
            lang,
        ),
        picture: picture(log, &board, mode, width, lang),
        legend: beside::legend(&board, mode, lang),
        notes: vec![texts::charts::LOAD_NO_RANKING.text(lang).to_owned()],
        table: beside::table(log, &board, mode, lang),
    }))
}

/// The department and the name of somebody, or the department alone.
fn who(log: &Log, row: &LoadRow, lang: Lang) -> String {
    let named = [&row.department, &row.person];
    let named = named.into_iter().flatten();
    let words: Vec<String> = named.map(|one| short_name(log, one, lang)).collect();
    match words.is_empty() {
        true => texts::charts::NO_DEPARTMENT.text(lang).to_owned(),
        false => words.join(" "),
    }
}

/// 这一周客服部 吴主管同时有 3 项，最多。14 项都没写工作量，所以按任务数算。
fn finding(log: &Log, board: &LoadBoard, mode: LoadMode, lang: Lang) -> String {
    let mut parts = Vec::new();
    match (mode, board.most_now()) {
        (LoadMode::Effort, _) if board.unweighed == board.open => {
            return texts::charts::NO_EFFORT_WRITTEN.text(lang).to_owned();
        }
        (LoadMode::Effort, _) => {
            let over = board.rows.iter().flat_map(|row| &row.weeks);
            let over = over.filter(|week| week.level() == LoadLevel::Over).count();
            parts.push(match over {
                0 => texts::charts::NONE_OVER.text(lang).to_owned(),
                n => fill(texts::charts::OVER_N, lang, &[("n", &n.to_string())]),
            });
        }
        (LoadMode::Tasks, None) => parts.push(texts::charts::NOTHING_NOW.text(lang).to_owned()),
        (LoadMode::Tasks, Some((row, n))) => {
            let is_most = |row: &&LoadRow| row.weeks[0].tasks.len() == n;
            let label = match (board.rows.iter().filter(is_most).count(), board.by) {
                (1, _) => texts::charts::MOST_NOW,
                (_, LoadBy::Person) => texts::charts::MOST_OF_SEVERAL,
                (_, LoadBy::Department) => texts::charts::MOST_OF_DEPARTMENTS,
            };
            let places = [("who", &*who(log, row, lang)), ("n", &*n.to_string())];
            parts.push(fill(label, lang, &places));
        }
    }
    let [n, m] = [board.unweighed, board.open].map(|n| n.to_string());
    let unsaid = match (mode, board.unweighed) {
        (_, 0) => None,
        (LoadMode::Tasks, all) if all == board.open => Some(texts::charts::NO_EFFORT_AT_ALL),
        (LoadMode::Tasks, _) => Some(texts::charts::LITTLE_EFFORT),
        (LoadMode::Effort, _) => Some(texts::charts::EFFORT_LACKS),
    };
    parts.extend(unsaid.map(|label| fill(label, lang, &[("n", &n), ("m", &m)])));
    super::sentences(parts, lang)
}

/// The area of a cell, and the colour of the figure in it.
fn look(cell: &WeekCell, mode: LoadMode) -> (Ink, Colour) {
    let none = Ink::area(Colour::Surface, Colour::Line);
    match mode {
        LoadMode::Tasks => match cell.tasks.len() {
            0 => (none, Colour::Text3),
            1 => (Ink::area(Colour::Label, Colour::Line), Colour::Text),
            2 => (Ink::area(Colour::Line, Colour::LineStrong), Colour::Text),
            _ => (Ink::area(Colour::Neutral, Colour::Neutral), Colour::Surface),
        },
        LoadMode::Effort => match cell.level() {
            LoadLevel::Fine if cell.percent().is_none_or(|n| n == 0) => (none, Colour::Text3),
            LoadLevel::Fine => (Ink::area(Colour::Label, Colour::Line), Colour::Text),
            LoadLevel::High => (Ink::area(Colour::WarnBg, Colour::Warn), Colour::Text),
            LoadLevel::Full => (Ink::area(Colour::DangerBg, Colour::Danger), Colour::Text),
            LoadLevel::Over => (Ink::area(Colour::Danger, Colour::Danger), Colour::Surface),
        },
    }
}

/// The figure of a cell: a sign beside it says the level too.
fn figure(cell: &WeekCell, mode: LoadMode) -> String {
    if cell.days == 0 {
        return "–".to_owned();
    }
    match mode {
        LoadMode::Tasks => match (cell.tasks.len(), cell.is_late) {
            (0, _) => String::new(),
            (n, true) => format!("{n} !"),
            (n, false) => n.to_string(),
        },
        LoadMode::Effort => {
            let sign = match cell.level() {
                LoadLevel::Fine => "",
                LoadLevel::High => " ^",
                LoadLevel::Full => " ^^",
                LoadLevel::Over => " !!",
            };
            let percent = cell.percent().filter(|n| *n > 0);
            percent.map(|n| format!("{n}%{sign}")).unwrap_or_default()
        }
    }
}

/// The figure with `?2` for two tasks that say no person-days, where the cell has room for both.
fn figure_in(cell: &WeekCell, mode: LoadMode, room: i64) -> String {
    let figure = figure(cell, mode);
    if mode == LoadMode::Tasks || cell.unweighed == 0 {
        return figure;
    }
    let both = format!("{figure} ?{}", cell.unweighed)
        .trim_start()
        .to_owned();
    match figure.is_empty() || width_of(&both) <= room {
        true => both,
        false => figure,
    }
}

/// The rows that are drawn, in their order: all, or those that have the most.
fn drawn_rows(board: &LoadBoard, mode: LoadMode) -> Vec<&LoadRow> {
    let much = |week: &WeekCell| match mode {
        LoadMode::Tasks => i64::try_from(week.tasks.len()).unwrap_or(i64::MAX),
        LoadMode::Effort => week.percent().unwrap_or(0),
    };
    let weight = |row: &LoadRow| {
        let weeks = || row.weeks.iter().map(much);
        let first = match mode {
            LoadMode::Tasks => weeks().next(),
            LoadMode::Effort => weeks().max(),
        };
        (first, weeks().sum::<i64>())
    };
    let mut all: Vec<(usize, &LoadRow)> = board.rows.iter().enumerate().collect();
    if all.len() > DRAWN {
        all.sort_by_cached_key(|(_, row)| Reverse(weight(row)));
        all.truncate(DRAWN);
        all.sort_by_key(|(at, _)| *at);
    }
    all.into_iter().map(|(_, row)| row).collect()
}

fn picture(log: &Log, board: &LoadBoard, mode: LoadMode, width: i64, lang: Lang) -> Picture {
    let names = NAMES.min(width * 3 / 10);
    let weeks = i64::try_from(board.mondays.len()).unwrap_or(1).max(1);
    let drawn = drawn_rows(board, mode);
    let rows = i64::try_from(drawn.len()).unwrap_or(0);
    let cell = (width - names) / weeks;
    let mut out = Picture::new(width, HEAD + rows * ROW + 4);
    let every = if cell < 46 { 2 } else { 1 };
    let fits = |row: &&LoadRow| width_of(&who(log, row, lang)) <= names - 8;
    let is_room = drawn.iter().all(fits);
    for (at, monday) in (0..).zip(&board.mondays).step_by(every) {
        let x = names + at * cell + cell / 2 - 2;
        let said = match at {
            0 => texts::charts::THIS_WEEK.text(lang).to_owned(),
            _ => short(*monday),
        };
        out.word((x, 16), WordAnchor::Middle, Colour::Text3, said);
    }
    for (at, row) in (0..).zip(drawn) {
        let y = HEAD + at * ROW;
        let name = match (is_room, &row.person) {
            (false, Some(person)) => short_name(log, person, lang),
            _ => who(log, row, lang),
        };
        let name = cut(&name, names - 8);
        out.word((0, y + 18), WordAnchor::Start, Colour::Text, name);
        for (at, week) in (0..).zip(&row.weeks) {
            let (corner, size) = ((names + at * cell, y + 2), (cell - 4, ROW - 4));
            let (ink, tone) = look(week, mode);
            out.area(ink, corner, size);
            if week.away > 0 {
                let part = (size.0 / 4).max(6);
                out.hatch(
                    AWAY,
                    (corner.0 + size.0 - part, corner.1),
                    (part, size.1),
                    5,
                );
            }
            out.strong(
                (corner.0 + size.0 / 2, y + 18),
                WordAnchor::Middle,
                tone,
                figure_in(week, mode, size.0),
            );
            if !week.tasks.is_empty() {
                let monday = match at {
                    0 => texts::charts::THIS_WEEK.text(lang).to_owned(),
                    _ => board
                        .mondays
                        .get(at as usize)
                        .copied()
                        .map(short)
                        .unwrap_or_default(),
                };
                let places = [
                    ("who", &*who(log, row, lang)),
                    ("week", &*monday),
                    ("n", &*week.tasks.len().to_string()),
                ];
                out.spots.push(ChartSpot {
                    at: corner,
                    size,
                    said: fill(texts::charts::SPOT_WEEK, lang, &places),
                    leads_to: SpotTarget::Tasks(week.tasks.clone()),
                });
            }
        }
    }
    out
}

//! The Gantt on paper (V13): pages with the same header and columns each, every task on exactly one row of them.

use super::imprint::{PaperWords, foot, head};
use super::shape::Metrics;
use super::sheet::{PlacedShapes, SheetLine, SheetLook};
use crate::analysis::standing::plan_view::PlanLine;
use crate::analysis::time::axis::{Axis, Beginning};
use chrono::NaiveDate;

/// The paper that lies in the printer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PaperSize {
    A4,
    A3,
}

impl PaperSize {
    /// Width and height within margins of 10 mm, in tenths of a millimetre; the long side lies across.
    pub fn inside(self) -> (i32, i32) {
        match self {
            Self::A4 => (2770, 1900),
            Self::A3 => (4000, 2770),
        }
    }

    /// Its name in a style sheet.
    pub fn word(self) -> &'static str {
        match self {
            Self::A4 => "a4",
            Self::A3 => "a3",
        }
    }
}

/// How the plan shall stand on paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaperWish {
    pub size: PaperSize,
    /// Pages beside each other, 1 to 3.
    pub wide: i32,
}

/// What stands on one sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperPage {
    pub size: PaperSize,
    pub parts: Vec<PlacedShapes>,
}

/// Height of the title, of the legend, of a row and of a squeezed one; widths of the columns.
const TITLE: i32 = 70;
const FOOT: i32 = 60;
const ROW: i32 = 54;
const SQUEEZED: i32 = 44;
/// The widths of number, task, owner and due date.
const COLUMNS: [i32; 4] = [130, 420, 150, 160];
/// A day is at least a millimetre wide.
const LEAST_DAY: f64 = 10.0;

/// How many rows a page has.
fn rows_of(size: PaperSize, row: i32) -> usize {
    let room = size.inside().1 - TITLE - Metrics::paper(row).header - FOOT;
    usize::try_from(room / row).unwrap_or(1).max(2)
}

/// The lines page by page: a heading is not left alone at the foot, and stands again over what goes on.
fn paged(lines: &[PlanLine], rows: usize, has_lane: bool) -> Vec<Vec<SheetLine>> {
    let mut pages: Vec<Vec<SheetLine>> = Vec::new();
    let mut page: Vec<SheetLine> = Vec::new();
    if has_lane {
        page.push(SheetLine::Lane);
    }
    let mut under = None;
    for line in lines {
        let needed = match line {
            PlanLine::Heading(heading) if !heading.is_shut => 2,
            _ => 1,
        };
        if page.len() + needed > rows {
            pages.push(std::mem::take(&mut page));
            if let (PlanLine::Task(_), Some(heading)) = (line, &under) {
                page.push(SheetLine::Continued(Clone::clone(heading)));
            }
        }
        if let PlanLine::Heading(heading) = line {
            under = Some(heading.clone());
        }
        page.push(SheetLine::Line(line.clone()));
    }
    pages.push(page);
    pages
}

/// The heights of rows with which a plan takes the fewest pages, and its lines on them.
fn laid_out(lines: &[PlanLine], size: PaperSize, has_marks: bool) -> (i32, Vec<Vec<SheetLine>>) {
    let of = |row: i32, has_lane: bool| paged(lines, rows_of(size, row), has_lane);
    let usual = of(ROW, false);
    let squeezed = of(SQUEEZED, false);
    let (row, pages) = match squeezed.len() < usual.len() && usual.len() <= 2 {
        true => (SQUEEZED, squeezed),
        false => (ROW, usual),
    };
    // The milestones stand first where they cost no page.
    let with_lane = of(row, true);
    match has_marks && with_lane.len() == pages.len() {
        true => (row, with_lane),
        false => (row, pages),
    }
}

/// How many pages a plan takes.
pub fn paper_count(lines: &[PlanLine], wish: PaperWish, has_marks: bool) -> usize {
    let stretches = laid_out(lines, wish.size, has_marks).1;
    stretches.len() * usize::try_from(wish.wide.clamp(1, 3)).unwrap_or(1)
}

/// The pages of a plan.
pub fn paper_pages(
    look: &SheetLook<'_>,
    lines: &[PlanLine],
    wish: PaperWish,
    said: PaperWords<'_>,
) -> Vec<PaperPage> {
    let (width, height) = wish.size.inside();
    let (row, stretches) = laid_out(lines, wish.size, !look.marks.is_empty());
    let metrics = Metrics::paper(row);
    let (first, last) = look.schedule.span();
    let left: i32 = COLUMNS.iter().sum();
    let room = width - left;
    let wide = wish.wide.clamp(1, 3);
    let days = f64::from(i32::try_from((last - first).num_days() + 8).unwrap_or(i32::MAX));
    let all = f64::from(room * wide) / days;
    let is_whole = all >= LEAST_DAY;
    let day = all.clamp(LEAST_DAY, 80.0);
    let count = stretches.len() * usize::try_from(wide).unwrap_or(1);
    let mut pages = Vec::with_capacity(count);
    let tasks = lines.iter().filter(|line| line.task().is_some()).count();
    let mut before = 0;
    for stretch in &stretches {
        let from = match is_whole {
            true => Beginning::Week.before(first),
            false => Beginning::Week.before(first_day(look, stretch).unwrap_or(first)),
        };
        let axis = Axis::new(from, last, day);
        let header = super::header::HeaderLook {
            axis: &axis,
            ..look.header
        };
        let look = SheetLook {
            header,
            metrics,
            columns: COLUMNS,
            ..*look
        };
        let here = stretch.iter().filter(|line| is_task(line)).count();
        for across in 0..wide {
            let window = (room * across, room * (across + 1));
            let mut parts = look.stretch(stretch, TITLE, window);
            let number = pages.len() + 1;
            parts.push((
                (0, 0),
                head(&look, said, (before + 1, before + here, tasks), width),
            ));
            parts.push(((0, height), foot(&look, (number, count), width)));
            pages.push(PaperPage {
                size: wish.size,
                parts,
            });
        }
        before += here;
    }
    pages
}

fn is_task(line: &SheetLine) -> bool {
    matches!(line, SheetLine::Line(PlanLine::Task(_)))
}

/// The first day of what stands on a page.
fn first_day(look: &SheetLook<'_>, lines: &[SheetLine]) -> Option<NaiveDate> {
    let first = |line: &SheetLine| match line {
        SheetLine::Line(PlanLine::Task(task)) => {
            let task = &look.schedule.plan.tasks[*task as usize];
            let dates = [task.planned, task.original].into_iter().flatten();
            dates.map(|(first, _)| first).chain(task.actual_start).min()
        }
        _ => None,
    };
    lines.iter().filter_map(first).min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_hundred_tasks_take_as_many_pages_as_counted_beforehand() {
        let lines: Vec<PlanLine> = (0..300).map(PlanLine::Task).collect();
        let pages = |size| laid_out(&lines, size, false).1;
        assert_eq!(pages(PaperSize::A4).len(), 10);
        assert_eq!(pages(PaperSize::A3).len(), 7);
        let two_wide = PaperWish {
            size: PaperSize::A4,
            wide: 2,
        };
        assert_eq!(paper_count(&lines, two_wide, false), 20);
        let tasks: usize = pages(PaperSize::A4).iter().map(Vec::len).sum();
        assert_eq!(tasks, 300, "each once");
    }

    #[test]
    fn the_examples_lines_are_squeezed_on_one_page() {
        let lines: Vec<PlanLine> = (0..36).map(PlanLine::Task).collect();
        let (row, pages) = laid_out(&lines, PaperSize::A4, true);
        assert_eq!((row, pages.len()), (SQUEEZED, 1));
    }
}

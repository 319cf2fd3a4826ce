//! The lane of the milestones: a diamond on the day each is expected, a hollow one where it was planned first, and
//! labels that never cover each other.

use super::said::day_said;
use super::shape::{Anchor, Drawable, Metrics, diamond, text_width};
use crate::analysis::standing::schedule::Schedule;
use crate::analysis::time::axis::Axis;
use crate::analysis::words::codes::display_code;
use crate::analysis::words::names::bare_name;
use crate::model::log::Log;
use crate::model::template::Lang;
use crate::ui::texts;
use chrono::NaiveDate;

/// A milestone in the lane.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LaneMark {
    pub day: NaiveDate,
    pub original: Option<NaiveDate>,
    pub is_reached: bool,
    pub is_late: bool,
    /// What it is called from long to short.
    pub names: [String; 4],
}

/// The milestones that have a date, in their order in time.
pub fn lane_marks(log: &Log, schedule: &Schedule, lang: Lang) -> Vec<LaneMark> {
    let mark = |milestone: &crate::analysis::standing::schedule::PlanMilestone| {
        let expected = schedule
            .milestones
            .iter()
            .find(|one| one.record == milestone.record);
        let planned = milestone.current.or(milestone.original);
        let day = milestone
            .reached
            .or(expected.map(|one| one.expected))
            .or(planned)?;
        let late = expected.map_or(0, |one| one.late.max(0));
        let code = display_code(log, &milestone.record);
        let name = bare_name(log, &milestone.record, lang);
        let short = format!("{code} {}", day_said(day, lang));
        let late_said = match late > 0 {
            true => texts::fill(texts::gantt::LATER_BY, lang, &[("n", &late.to_string())]),
            false => String::new(),
        };
        let long = format!("{code} {name} {} {late_said}", day_said(day, lang));
        Some(LaneMark {
            day,
            original: milestone.original.filter(|original| *original != day),
            is_reached: milestone.reached.is_some(),
            is_late: late > 0,
            names: [
                long.trim().to_owned(),
                name,
                format!("{short} {late_said}").trim().to_owned(),
                code,
            ],
        })
    };
    let mut marks: Vec<LaneMark> = schedule.plan.milestones.iter().filter_map(mark).collect();
    marks.sort_by_key(|mark| mark.day);
    marks
}

/// The shapes of the lane between two places.
pub fn lane_shapes(
    marks: &[LaneMark],
    axis: &Axis,
    metrics: &Metrics,
    window: (i32, i32),
) -> Vec<Drawable> {
    let middle = |date: NaiveDate| (axis.x(date) + axis.end(date)) / 2;
    // Where the lane is as low as a row the words stand beside the marks, not under them.
    let is_low = metrics.lane < 3 * metrics.letter;
    let y = metrics.lane / if is_low { 2 } else { 3 };
    let half = 6 * metrics.hair;
    let (mut joined, mut hollow) = (String::new(), String::new());
    let (mut open, mut reached, mut late) = (String::new(), String::new(), String::new());
    let mut shapes = Vec::new();
    // A label has what lies between its neighbours' middles.
    let places: Vec<i32> = marks.iter().map(|mark| middle(mark.day)).collect();
    let mut free_from = window.0;
    for (at, mark) in marks.iter().enumerate() {
        let x = places[at];
        let is_seen = x >= window.0 - half && x <= window.1 + half;
        if let Some(original) = mark.original {
            let from = middle(original);
            joined += &format!("M{from} {y}H{x}");
            hollow += &diamond(from, y, half - metrics.hair);
        }
        let shape = diamond(x, y, half);
        match (mark.is_reached, mark.is_late) {
            (true, _) => reached += &shape,
            (false, true) => late += &shape,
            (false, false) => open += &shape,
        }
        let next = marks.get(at + 1).map(|next| {
            let hollow = next.original.map_or(places[at + 1], middle);
            (places[at + 1], hollow.min(places[at + 1]))
        });
        let gap = half + 3 * metrics.hair;
        let to = match is_low {
            true => next.map_or(window.1, |(_, next)| next - gap),
            false => next.map_or(window.1, |(next, _)| ((x + next) / 2).max(x + half)),
        };
        // In the middle under its mark, else ending there: of two that are close the later one's label begins there.
        let placed = mark.names.iter().find_map(|name| {
            let width = text_width(name, metrics.letter);
            if is_low {
                let before = at
                    .checked_sub(1)
                    .map_or(window.0, |before| places[before] + gap);
                let is_right = x + gap >= free_from && x + gap + width <= to;
                let left = x - gap - width;
                let is_left = left >= free_from.max(before);
                let from = if is_right { x + gap } else { left };
                return (is_right || is_left).then_some((from, width, name));
            }
            let places = [(x - width / 2).max(free_from), x + half - width];
            let fits = |from: &i32| {
                let is_beside = *from <= x + half && from + width >= x - half;
                is_beside && *from >= free_from && from + width <= to
            };
            let from = places.into_iter().find(fits)?;
            (!name.is_empty()).then_some((from, width, name))
        });
        if let Some((from, width, name)) = placed.filter(|_| is_seen) {
            free_from = from + width + 8 * metrics.hair;
            shapes.push(Drawable::Text {
                class: if mark.is_late {
                    "g-label-danger"
                } else {
                    "g-label"
                },
                x: from,
                y: match is_low {
                    true => y + metrics.letter * 4 / 11,
                    false => metrics.lane - metrics.letter / 2,
                },
                anchor: Anchor::Start,
                text: name.clone(),
            });
        }
    }
    let mut all = vec![
        Drawable::path("g-milestone-joined", joined),
        Drawable::path("g-milestone-first", hollow),
        Drawable::path("g-milestone", open),
        Drawable::path("g-milestone-late", late),
        Drawable::path("g-milestone-reached", reached),
    ];
    all.extend(shapes);
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cover_neither_marks_nor_each_other() {
        let day = |n: i64| crate::analysis::time::axis::moved(NaiveDate::default(), n);
        let mark = |(at, n): (usize, i64)| LaneMark {
            day: day(n),
            original: None,
            is_reached: at == 0,
            is_late: at == 2,
            names: [
                format!("M{at} 上市准备就绪 04-27 晚 2"),
                "上市准备就绪".to_owned(),
                format!("M{at} 04-27 晚 2"),
                format!("M{at}"),
            ],
        };
        let days = [3, 5, 20, 21, 60, 89];
        let marks: Vec<LaneMark> = days.into_iter().enumerate().map(mark).collect();
        for metrics in [Metrics::screen(32), Metrics::paper(54), Metrics::paper(44)] {
            let low = Metrics {
                lane: metrics.row,
                ..metrics
            };
            let axis = Axis::new(day(0), day(90), f64::from(8 * metrics.hair));
            let middles = marks
                .iter()
                .map(|mark| axis.x(mark.day) + axis.end(mark.day));
            let middles: Vec<i32> = middles.map(|both| both / 2).collect();
            let mut before = i32::MIN;
            let shapes = lane_shapes(&marks, &axis, &low, (0, axis.width()));
            for shape in &shapes {
                let Drawable::Text { x, text, .. } = shape else {
                    continue;
                };
                let end = x + text_width(text, low.letter);
                assert!(*x >= before, "{text} lies on the one before");
                let covers = middles.iter().any(|middle| (*x..end).contains(middle));
                assert!(!covers, "{text} lies on a mark");
                before = end;
            }
        }
    }
}

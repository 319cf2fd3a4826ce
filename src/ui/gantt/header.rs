//! The two lines over the chart that say which days stand where, and the shading of the days without work.

use super::shape::{Anchor, Drawable, Metrics, rect, text_width};
use crate::analysis::Calendar;
use crate::analysis::time::axis::{Axis, Beginning, moved};
use crate::model::template::Lang;
use crate::ui::texts;
use chrono::{Datelike, NaiveDate};

/// What the header shows.
#[derive(Debug, Clone, Copy)]
pub struct HeaderLook<'a> {
    pub axis: &'a Axis,
    pub calendar: &'a Calendar,
    pub today: NaiveDate,
    /// The first Monday of the project, from which weeks are counted.
    pub week_one: NaiveDate,
    pub lang: Lang,
}

/// How close the header looks: what begins in its upper line and what in its lower one.
fn lines(hairs_per_day: f64) -> (Beginning, Beginning) {
    match hairs_per_day {
        day if day >= 24.0 => (Beginning::Week, Beginning::Day),
        day if day >= 5.0 => (Beginning::Month, Beginning::Week),
        day if day >= 0.8 => (Beginning::Year, Beginning::Month),
        _ => (Beginning::Year, Beginning::Quarter),
    }
}

/// The labels and lines of the header between two places.
pub fn header_shapes(
    look: &HeaderLook<'_>,
    metrics: &Metrics,
    window: (i32, i32),
) -> Vec<Drawable> {
    let axis = look.axis;
    let per_day = axis.day / f64::from(metrics.hair);
    let (upper, lower) = lines(per_day);
    let half = metrics.header / 2;
    let mut grid = String::new();
    let mut shapes = Vec::new();
    let ups = axis.beginnings(upper, window.0, window.1);
    for (at, date) in ups.iter().enumerate() {
        let x = axis.x(*date);
        let next = ups.get(at + 1).map_or(window.1, |next| axis.x(*next));
        // What began before is said where the window begins.
        let from = (x.max(window.0)) + 6 * metrics.hair;
        let text = upper_text(look, upper, *date);
        if next - from >= text_width(&text, metrics.letter) {
            shapes.push(text_shape(
                "g-head-upper",
                from,
                half - half / 3,
                Anchor::Start,
                text,
            ));
        }
        grid += &format!("M{x} 0v{half}");
    }
    let mut free_from = i32::MIN;
    for date in axis.beginnings(lower, window.0, window.1) {
        let x = axis.x(date);
        grid += &format!("M{x} {half}v{half}");
        let text = lower_text(look, lower, per_day, date);
        let width = text_width(&text, metrics.letter);
        let (at, anchor, from, to) = match lower {
            Beginning::Day => {
                let middle = (x + axis.end(date)) / 2;
                (
                    middle,
                    Anchor::Middle,
                    middle - width / 2,
                    middle + width / 2,
                )
            }
            _ => (
                x + 3 * metrics.hair,
                Anchor::Start,
                x,
                x + width + 3 * metrics.hair,
            ),
        };
        if from >= free_from && to <= window.1.max(axis.width()) {
            let class = match lower == Beginning::Day && !look.calendar.is_working_day(date) {
                true => "g-head-rest",
                false => "g-head-lower",
            };
            shapes.push(text_shape(
                class,
                at,
                metrics.header - half / 3,
                anchor,
                text,
            ));
            free_from = to + 3 * metrics.hair;
        }
    }
    shapes.insert(0, Drawable::path("g-head-line", grid));
    shapes
}

fn text_shape(class: &'static str, x: i32, y: i32, anchor: Anchor, text: String) -> Drawable {
    Drawable::Text {
        class,
        x,
        y,
        anchor,
        text,
    }
}

fn fill(label: crate::model::template::Label, lang: Lang, places: &[(&str, &str)]) -> String {
    texts::fill(label, lang, places)
}

fn month_name(date: NaiveDate) -> String {
    date.format("%B").to_string()
}

fn upper_text(look: &HeaderLook<'_>, of: Beginning, date: NaiveDate) -> String {
    let year = date.year().to_string();
    let month = match look.lang {
        Lang::Zh => date.month().to_string(),
        Lang::En => month_name(date),
    };
    let places = [("year", &*year), ("month", &*month)];
    let said = match of {
        Beginning::Year => fill(texts::gantt::YEAR, look.lang, &places),
        _ => fill(texts::gantt::MONTH, look.lang, &places),
    };
    let week = (date - look.week_one).num_days().div_euclid(7) + 1;
    match of {
        Beginning::Week if week > 0 => {
            let week = fill(texts::gantt::WEEK, look.lang, &[("n", &week.to_string())]);
            format!("{said} · {week}")
        }
        _ => said,
    }
}

fn lower_text(look: &HeaderLook<'_>, of: Beginning, per_day: f64, date: NaiveDate) -> String {
    let is_zh = look.lang == Lang::Zh;
    match of {
        Beginning::Day => {
            let weekday = weekday(date, look.lang);
            let is_rest = !look.calendar.is_working_day(date);
            let is_weekend = date.weekday().num_days_from_monday() > 4;
            let mark = match (is_rest, is_weekend) {
                (true, _) => texts::gantt::REST.text(look.lang),
                (false, true) => texts::gantt::WORKED_DAY.text(look.lang),
                (false, false) => weekday,
            };
            match is_zh {
                true => format!("{} {mark}", date.day()),
                false => format!("{mark} {}", date.day()),
            }
        }
        Beginning::Week if is_zh && per_day >= 12.0 => {
            format!(
                "{} {}",
                date.format("%m-%d"),
                texts::gantt::MONDAY.text(look.lang)
            )
        }
        Beginning::Week if is_zh => date.format("%m-%d").to_string(),
        Beginning::Week if per_day >= 12.0 => date.format("Mon %-d %b").to_string(),
        Beginning::Week => date.format("%-d %b").to_string(),
        Beginning::Quarter => {
            let quarter = ((date.month() - 1) / 3 + 1).to_string();
            fill(texts::gantt::QUARTER_OF, look.lang, &[("n", &quarter)])
        }
        _ if is_zh => fill(
            texts::gantt::MONTH_ALONE,
            look.lang,
            &[("month", &date.month().to_string())],
        ),
        _ => date.format("%b").to_string(),
    }
}

fn weekday(date: NaiveDate, lang: Lang) -> &'static str {
    const ZH: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];
    const EN: [&str; 7] = ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"];
    let at = date.weekday().num_days_from_monday() as usize;
    match lang {
        Lang::Zh => ZH[at],
        Lang::En => EN[at],
    }
}

/// The days without work between two places, as one path of a height; nothing where days are too narrow to be told.
pub fn shades(
    calendar: &Calendar,
    axis: &Axis,
    hair: i32,
    window: (i32, i32),
    height: i32,
) -> String {
    if axis.day < 4.0 * f64::from(hair) {
        return String::new();
    }
    let mut d = String::new();
    let (mut date, last) = (axis.date(window.0.max(0)), axis.date(window.1));
    while date <= last {
        let from = date;
        while !calendar.is_working_day(date) && date <= last {
            date = moved(date, 1);
        }
        if date > from {
            d += &rect(axis.x(from), 0, axis.x(date) - axis.x(from), height);
        } else {
            date = moved(date, 1);
        }
    }
    d
}

//! 总风险值: what the scores of the open risks came to, as each released review froze it, and today.

use super::dates::short;
use super::over_time::{TimePoint, TimeSpan, newest, over_time, table_over_time};
use super::picture::{ACTUAL, AXIS, Colour, GRID, Picture, WordAnchor, step};
use super::{DrawnChart, FinishedChart, Legend, left_out};
use crate::analysis::standing::exposure::{ExposurePoint, exposure, exposure_trend};
use crate::model::Log;
use crate::model::template::Lang;
use crate::ui::texts::{self, fill};
use chrono::NaiveDate;

const HEIGHT: i64 = 200;
const TOP: i64 = 22;
const FOOT: i64 = 26;
const LEFT: i64 = 44;
const RIGHT: i64 = 44;
/// Steps of the axis.
const STEPS: i64 = 5;

/// As of today, or why there is nothing to draw.
pub fn exposure_chart(log: &Log, today: NaiveDate, width: i64, lang: Lang) -> DrawnChart {
    let title = texts::charts::EXPOSURE.text(lang).to_owned();
    let points = exposure_trend(log);
    let Some(last) = points.last() else {
        return DrawnChart::Empty(title, texts::charts::EXPOSURE_EMPTY.text(lang).to_owned());
    };
    let now = exposure(log).total;
    DrawnChart::FinishedChart(Box::new(FinishedChart {
        title,
        finding: finding(now, last.total, lang),
        picture: picture(newest(&points), (today, now), width, lang),
        legend: vec![Legend::line(ACTUAL, texts::charts::REVIEWS_LINE.text(lang))],
        notes: left_out(texts::charts::POINTS_LEFT_OUT, points.len(), lang)
            .into_iter()
            .chain([texts::charts::EXPOSURE_HOW.text(lang).to_owned()])
            .collect(),
        table: table_over_time(
            texts::charts::EXPOSURE_COLUMN,
            points.iter().map(|one| (one.day, one.total.to_string())),
            (today, now.to_string()),
            lang,
        ),
    }))
}

/// 总风险值 51，比上次周会（59）低 8。
fn finding(now: i64, last: i64, lang: Lang) -> String {
    let label = match now - last {
        0 => texts::charts::EXPOSURE_SAME,
        1.. => texts::charts::EXPOSURE_MORE,
        _ => texts::charts::EXPOSURE_LESS,
    };
    let [n, m, d] = [now, last, (now - last).abs()].map(|n| n.to_string());
    fill(label, lang, &[("n", &n), ("m", &m), ("d", &d)])
}

fn picture(
    points: &[ExposurePoint],
    (today, now): (NaiveDate, i64),
    width: i64,
    lang: Lang,
) -> Picture {
    let most = points
        .iter()
        .map(|one| one.total)
        .chain([now])
        .max()
        .unwrap_or(0);
    let step = step(most.max(1), STEPS);
    let top = (most.max(1) + step - 1).div_euclid(step) * step;
    let (across, down) = (width - LEFT - RIGHT, HEIGHT - TOP - FOOT);
    let span = TimeSpan::new(points.iter().map(|one| one.day), today, LEFT, across);
    let y = |total: i64| TOP + down - down * total / top;
    let mut out = Picture::new(width, HEIGHT);
    for value in (0..=top / step).map(|at| at * step) {
        let ink = if value == 0 { AXIS } else { GRID };
        out.line(ink, &[(LEFT, y(value)), (width - RIGHT, y(value))]);
        out.word(
            (LEFT - 6, y(value) + 4),
            WordAnchor::End,
            Colour::Text3,
            value.to_string(),
        );
    }
    let point = |day: NaiveDate, total: i64, review| TimePoint {
        at: (span.x(day), y(total)),
        said: total.to_string(),
        day,
        review,
    };
    let past = points.iter().map(|one| {
        let (day, said) = (short(one.day), one.total.to_string());
        let told = fill(
            texts::charts::SPOT_REVIEW,
            lang,
            &[("day", &day), ("said", &said)],
        );
        point(one.day, one.total, Some((one.review.clone(), told)))
    });
    let all: Vec<TimePoint> = past.chain([point(today, now, None)]).collect();
    over_time(&mut out, &all, lang);
    out
}

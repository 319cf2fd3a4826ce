//! 进度趋势: by how much the work was ahead of the plan or behind it, as each released review froze it, and today.

use super::dates::short;
use super::over_time::{TimePoint, TimeSpan, newest, over_time, table_over_time};
use super::picture::{ACTUAL, AXIS, Colour, GRID, Ink, Picture, WordAnchor, step};
use super::{DrawnChart, FinishedChart, Legend, left_out};
use crate::analysis::standing::health::behind_now;
use crate::analysis::standing::schedule::{Plan, ProgressPoint, progress_trend};
use crate::model::template::Lang;
use crate::model::{Log, Moment};
use crate::ui::texts::{self, fill};
use chrono::NaiveDate;

const HEIGHT: i64 = 264;
const TOP: i64 = 18;
const FOOT: i64 = 26;
const LEFT: i64 = 44;
/// Room for the words of the bands.
const RIGHT: i64 = 52;
/// So many per cent behind are worth a word, and so many are grave (F-12).
const WATCH: i64 = 5;
const ALERT: i64 = 15;
const WATCH_LINE: Ink = Ink::line(Colour::Warn, "1.5", "8 4");
const ALERT_LINE: Ink = Ink::line(Colour::Danger, "1.5", "2 3");

/// As of today, or why there is nothing to draw.
pub fn trend_chart(log: &Log, now: Moment, width: i64, lang: Lang) -> DrawnChart {
    let title = texts::charts::TREND.text(lang).to_owned();
    let points = progress_trend(log);
    if points.is_empty() {
        return DrawnChart::Empty(title, texts::charts::TREND_EMPTY.text(lang).to_owned());
    }
    let (today, now) = (now.date_naive(), behind_now(&log.derived::<Plan>(), now));
    let line = |label: crate::model::template::Label| label.text(lang);
    DrawnChart::FinishedChart(Box::new(FinishedChart {
        title,
        finding: finding(now, points.last(), lang),
        picture: picture(newest(&points), (today, now), width, lang),
        legend: vec![
            Legend::line(ACTUAL, line(texts::charts::REVIEWS_LINE)),
            Legend::line(WATCH_LINE, line(texts::charts::WATCH_FROM)),
            Legend::line(ALERT_LINE, line(texts::charts::ALERT_FROM)),
        ],
        notes: left_out(texts::charts::POINTS_LEFT_OUT, points.len(), lang)
            .into_iter()
            .collect(),
        table: table_over_time(
            texts::charts::AGAINST_PLAN,
            points.iter().map(|one| (one.day, said(one.behind, lang))),
            (today, said(now, lang)),
            lang,
        ),
    }))
}

/// 慢 7%, 快 2%, 一样
fn said(behind: i64, lang: Lang) -> String {
    let (label, n) = match behind {
        0 => return texts::charts::EVEN.text(lang).to_owned(),
        1.. => (texts::charts::SLOWER, behind),
        _ => (texts::charts::FASTER, -behind),
    };
    fill(label, lang, &[("n", &n.to_string())])
}

/// 比计划慢 7%，比上次周会（6%）多 1 个百分点。
fn finding(now: i64, last: Option<&ProgressPoint>, lang: Lang) -> String {
    let state = match now {
        0 => texts::charts::ON_PLAN.text(lang).to_owned(),
        1.. => fill(texts::charts::BEHIND_PLAN, lang, &[("n", &now.to_string())]),
        _ => fill(
            texts::charts::AHEAD_OF_PLAN,
            lang,
            &[("n", &(-now).to_string())],
        ),
    };
    let since = last.map(|last| {
        let (m, d) = (
            said(last.behind, lang),
            (now - last.behind).abs().to_string(),
        );
        let label = match now - last.behind {
            0 => texts::charts::SINCE_SAME,
            1.. => texts::charts::SINCE_MORE,
            _ => texts::charts::SINCE_LESS,
        };
        fill(label, lang, &[("m", &m), ("d", &d)])
    });
    super::sentences([Some(state), since].into_iter().flatten().collect(), lang)
}

/// `-7%`
fn percent(behind: i64) -> String {
    match behind {
        0 => "0".to_owned(),
        1.. => format!("−{behind}%"),
        _ => format!("+{}%", -behind),
    }
}

fn picture(
    points: &[ProgressPoint],
    (today, now): (NaiveDate, i64),
    width: i64,
    lang: Lang,
) -> Picture {
    let values = || points.iter().map(|one| one.behind).chain([now]);
    let (worst, best) = (values().max().unwrap_or(0), values().min().unwrap_or(0));
    let step = step((worst.max(ALERT) - best.min(0)).max(1) + WATCH, 6);
    let up = |n: i64| (n + step - 1).div_euclid(step) * step;
    let (low, high) = (up(worst.max(ALERT + 1)), -up(-best.min(-1)));
    let (across, down) = (width - LEFT - RIGHT, HEIGHT - TOP - FOOT);
    let span = TimeSpan::new(points.iter().map(|one| one.day), today, LEFT, across);
    let y = |behind: i64| TOP + down * (behind - high) / (low - high);
    let mut out = Picture::new(width, HEIGHT);
    for at in high / step..=low / step {
        let value = at * step;
        let ink = if value == 0 { AXIS } else { GRID };
        out.line(ink, &[(LEFT, y(value)), (width - RIGHT, y(value))]);
        out.word(
            (LEFT - 6, y(value) + 4),
            WordAnchor::End,
            Colour::Text3,
            percent(value),
        );
    }
    let bands = [
        (WATCH, WATCH_LINE, Colour::Warn, texts::frame::WATCH_STATE),
        (ALERT, ALERT_LINE, Colour::Danger, texts::frame::ALERT_STATE),
    ];
    for (at, ink, tone, label) in bands {
        out.line(ink, &[(LEFT, y(at)), (width - RIGHT, y(at))]);
        out.word(
            (width - RIGHT + 5, y(at) + 4),
            WordAnchor::Start,
            tone,
            label.text(lang),
        );
    }
    let point = |day: NaiveDate, behind: i64, review| TimePoint {
        at: (span.x(day), y(behind)),
        said: percent(behind),
        day,
        review,
    };
    let past = points.iter().map(|one| {
        let (day, said) = (short(one.day), said(one.behind, lang));
        let places = [("day", &*day), ("said", &*said)];
        let told = fill(texts::charts::SPOT_REVIEW, lang, &places);
        point(one.day, one.behind, Some((one.review.clone(), told)))
    });
    let all: Vec<TimePoint> = past.chain([point(today, now, None)]).collect();
    over_time(&mut out, &all, lang);
    out
}

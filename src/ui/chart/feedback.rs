//! 协作反馈: the mean of each dimension as a bar from 1 to 5, with the lowest and the highest score as a line through it;
//! or the same figures as a web. No names.

use super::picture::{BAR, Colour, GRID, Ink, Picture, WordAnchor, cut, width_of};
use super::{ChartTable, DrawnChart, FinishedChart};
use crate::analysis::standing::feedback::{
    DimensionFigures, FeedbackFigures, feedback_figures, feedback_standing, in_hundredths,
};
use crate::model::Log;
use crate::model::template::Lang;
use crate::templates::feedback::DIMENSIONS;
use crate::ui::texts::{self, LIST_SEPARATOR, fill};

/// Fewer answers than this are told only as a number.
const ENOUGH: usize = 3;
const ROW: i64 = 34;
const HEAD: i64 = 24;
const RIGHT: i64 = 96;
const RANGE: Ink = Ink::line(Colour::Text2, "1.5", "");

/// The chart, as bars or as a web.
pub fn feedback_chart(log: &Log, as_web: bool, width: i64, lang: Lang) -> DrawnChart {
    let title = texts::charts::FEEDBACK.text(lang).to_owned();
    let told = feedback_figures(log);
    if told.answers < ENOUGH {
        let standing = feedback_standing(log);
        let answered = standing.departments.iter().filter(|(_, has)| *has).count();
        let places = [
            ("n", &*answered.to_string()),
            ("m", &*standing.departments.len().to_string()),
        ];
        return DrawnChart::Empty(title, fill(texts::charts::FEEDBACK_EMPTY, lang, &places));
    }
    let is_web = as_web && told.dimensions.len() >= 3;
    DrawnChart::FinishedChart(Box::new(FinishedChart {
        title,
        finding: finding(&told, lang),
        picture: match is_web {
            true => web(&told.dimensions, width, lang),
            false => bars(&told.dimensions, width, lang),
        },
        legend: match is_web {
            true => Vec::new(),
            false => vec![
                super::Legend::area(BAR, None, texts::closing::MEAN.text(lang)),
                super::Legend::line(RANGE, texts::closing::LEAST_TO_MOST.text(lang)),
            ],
        },
        notes: vec![texts::closing::NO_RATING.text(lang).to_owned()],
        table: table(&told, lang),
    }))
}

fn named(one: &DimensionFigures, lang: Lang) -> &'static str {
    DIMENSIONS[one.place].score.label.text(lang)
}

/// 6 份，平均 3.88。最低：资源支持 3.33。
fn finding(told: &FeedbackFigures, lang: Lang) -> String {
    let mean = told.overall.map(in_hundredths).unwrap_or_default();
    let n = told.answers.to_string();
    let mut parts = vec![fill(
        texts::charts::FEEDBACK_MEAN,
        lang,
        &[("n", &n), ("mean", &mean)],
    )];
    let lowest = told.dimensions.iter().filter(|one| one.is_lowest);
    let named: Vec<String> = lowest
        .map(|one| format!("{} {}", named(one, lang), in_hundredths(one.mean)))
        .collect();
    if !named.is_empty() {
        let names = named.join(LIST_SEPARATOR.text(lang));
        parts.push(fill(texts::charts::LOWEST_IS, lang, &[("names", &names)]));
    }
    super::sentences(parts, lang)
}

fn bars(all: &[DimensionFigures], width: i64, lang: Lang) -> Picture {
    let names = all.iter().map(|one| width_of(named(one, lang)));
    let left = names.max().unwrap_or(0).min(width * 3 / 10) + 12;
    let across = width - left - RIGHT;
    let rows = i64::try_from(all.len()).unwrap_or(0);
    let mut out = Picture::new(width, HEAD + rows * ROW + 4);
    let x = |hundredths: i64| left + across * (hundredths - 100) / 400;
    for score in 1..=5 {
        let at = x(score * 100);
        out.line(GRID, &[(at, HEAD - 4), (at, HEAD + rows * ROW)]);
        let said = match score {
            1 | 5 => fill(texts::charts::POINTS, lang, &[("n", &score.to_string())]),
            _ => score.to_string(),
        };
        out.word((at, 14), WordAnchor::Middle, Colour::Text3, said);
    }
    for (at, one) in (0..).zip(all) {
        let (top, middle) = (HEAD + at * ROW + 6, HEAD + at * ROW + 17);
        out.word(
            (left - 10, middle + 4),
            WordAnchor::End,
            Colour::Text,
            cut(named(one, lang), left - 12),
        );
        out.area(BAR, (left, top), ((x(one.mean) - left).max(2), 22));
        let (least, most) = (x(one.least * 100), x(one.most * 100));
        out.line(RANGE, &[(least, middle), (most, middle)]);
        for end in [least, most] {
            out.line(RANGE, &[(end, middle - 5), (end, middle + 5)]);
        }
        let end = left + across + 12;
        out.strong(
            (end, middle + 4),
            WordAnchor::Start,
            Colour::Text,
            in_hundredths(one.mean),
        );
        if one.is_lowest {
            out.word(
                (end + 34, middle + 4),
                WordAnchor::Start,
                Colour::Text2,
                texts::charts::LOWEST_HERE.text(lang),
            );
        }
    }
    out
}

/// Half of the height of a web.
const RADIUS: i64 = 100;

/// The sine and cosine of twelfths of a circle from the top, in thousandths: enough for the few spokes of a web.
fn spoke(at: i64, of: i64, length: i64, centre: (i64, i64)) -> (i64, i64) {
    let angle = std::f64::consts::TAU * at as f64 / of.max(1) as f64;
    let (across, up) = (angle.sin() * length as f64, angle.cos() * length as f64);
    (
        centre.0 + across.round() as i64,
        centre.1 - up.round() as i64,
    )
}

fn web(all: &[DimensionFigures], width: i64, lang: Lang) -> Picture {
    let mut out = Picture::new(width, 2 * RADIUS + 72);
    let centre = (width / 2, RADIUS + 36);
    let of = i64::try_from(all.len()).unwrap_or(1);
    let around = |length: &dyn Fn(i64) -> i64| -> Vec<(i64, i64)> {
        (0..=of)
            .map(|at| spoke(at, of, length(at % of), centre))
            .collect()
    };
    for score in 2..=5 {
        out.line(GRID, &around(&|_| RADIUS * (score - 1) / 4));
        let y = centre.1 - RADIUS * (score - 1) / 4;
        out.word(
            (centre.0 + 4, y + 12),
            WordAnchor::Start,
            Colour::Text3,
            score.to_string(),
        );
    }
    let mean = |at: i64| {
        let one = usize::try_from(at).ok().and_then(|at| all.get(at));
        RADIUS * (one.map_or(100, |one| one.mean) - 100) / 400
    };
    out.line(super::picture::ACTUAL, &around(&mean));
    for (at, one) in (0..).zip(all) {
        out.line(GRID, &[centre, spoke(at, of, RADIUS, centre)]);
        let place = spoke(at, of, mean(at), centre);
        out.ring(Ink::area(Colour::Accent, Colour::Accent), place, 3);
        let (x, y) = spoke(at, of, RADIUS + 14, centre);
        let anchor = match x - centre.0 {
            -4..=4 => WordAnchor::Middle,
            5.. => WordAnchor::Start,
            _ => WordAnchor::End,
        };
        let said = format!("{} {}", named(one, lang), in_hundredths(one.mean));
        out.word((x, y + 4), anchor, Colour::Text, said);
    }
    out
}

fn table(told: &FeedbackFigures, lang: Lang) -> ChartTable {
    let row = |one: &DimensionFigures| {
        vec![
            named(one, lang).to_owned(),
            in_hundredths(one.mean),
            format!("{} - {}", one.least, one.most),
        ]
    };
    let head = [
        texts::closing::DIMENSION,
        texts::closing::MEAN,
        texts::closing::LEAST_TO_MOST,
    ];
    ChartTable {
        head: head.map(|label| label.text(lang).to_owned()).to_vec(),
        rows: told.dimensions.iter().map(row).collect(),
    }
}

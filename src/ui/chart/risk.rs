//! 风险 5×5: likelihood upwards, impact to the right; each level has its pattern, and each cell the codes that lie in it.

use super::picture::{Colour, Ink, Picture, WordAnchor, cut};
use super::{ChartSpot, ChartTable, DrawnChart, FinishedChart, Legend, SpotTarget};
use crate::analysis::display_code;
use crate::analysis::standing::exposure::{Exposure, PlacedRisk, exposure};
use crate::analysis::words::names::record_name;
use crate::model::Log;
use crate::model::sort::gather;
use crate::model::template::{Choice, Lang};
use crate::templates::risk;
use crate::ui::texts::{self, fill};
use std::collections::BTreeSet;

const CELL_HEIGHT: i64 = 56;
const LEFT: i64 = 40;
const FOOT: i64 = 44;
/// The widest cell.
const WIDEST: i64 = 112;
/// Codes in a cell; of more it is said how many they are.
const NAMED: usize = 3;
const PATH: Ink = Ink::line(Colour::Text2, "1.5", "3 3");

/// Of the open ones, or that there are none.
pub fn risk_chart(log: &Log, width: i64, lang: Lang) -> DrawnChart {
    let title = texts::charts::RISKS.text(lang).to_owned();
    let all = exposure(log);
    if all.open == 0 {
        return DrawnChart::Empty(title, texts::charts::RISKS_EMPTY.text(lang).to_owned());
    }
    let [open, total, start] = [
        i64::try_from(all.open).unwrap_or(0),
        all.total,
        all.at_start,
    ];
    let [open, total, start] = [open, total, start].map(|n| n.to_string());
    let places = [("n", &*open), ("total", &*total), ("start", &*start)];
    let level = |level: Choice, range: &str| {
        let (fill, stroke, hatch) = look(level);
        let said = format!("{} {range}", level.label.text(lang));
        Legend::area(Ink::area(fill, stroke), hatch, said)
    };
    DrawnChart::FinishedChart(Box::new(FinishedChart {
        title,
        finding: fill(texts::charts::RISKS_FOUND, lang, &places),
        picture: picture(log, &all, width, lang),
        legend: vec![
            level(risk::LOW, "1–4"),
            level(risk::MEDIUM, "5–9"),
            level(risk::HIGH, "10–15"),
            level(risk::EXTREME, "16–25"),
        ],
        notes: Vec::new(),
        table: table(log, &all, lang),
    }))
}

/// The area, the edge and the pattern of a level.
fn look(level: Choice) -> (Colour, Colour, Option<Ink>) {
    match level.key {
        key if key == risk::MEDIUM.key => {
            let dots = Ink::line(Colour::LineStrong, "1", "1 5");
            (Colour::InfoBg, Colour::Line, Some(dots))
        }
        key if key == risk::HIGH.key => {
            let lines = Ink::line(Colour::Warn, "1", "");
            (Colour::WarnBg, Colour::Warn, Some(lines))
        }
        key if key == risk::EXTREME.key => {
            let lines = Ink::line(Colour::Danger, "2", "");
            (Colour::DangerBg, Colour::Danger, Some(lines))
        }
        _ => (Colour::Label, Colour::Line, None),
    }
}

fn picture(log: &Log, all: &Exposure, width: i64, lang: Lang) -> Picture {
    let wide = ((width - LEFT) / 5).min(WIDEST);
    let mut out = Picture::new(width, 5 * CELL_HEIGHT + FOOT);
    let corner =
        |likelihood: i64, impact: i64| (LEFT + (impact - 1) * wide, (5 - likelihood) * CELL_HEIGHT);
    let middle = |(likelihood, impact): (i64, i64)| {
        let (x, y) = corner(likelihood, impact);
        (x + wide / 2, y + CELL_HEIGHT / 2)
    };
    for likelihood in 1..=5 {
        let y = middle((likelihood, 1)).1 + 4;
        out.word(
            (LEFT - 8, y),
            WordAnchor::End,
            Colour::Text2,
            likelihood.to_string(),
        );
        for impact in 1..=5 {
            let place = (likelihood, impact);
            let at = corner(likelihood, impact);
            let here = cell(&mut out, log, all, place, at, wide);
            out.spots.extend((!here.is_empty()).then(|| ChartSpot {
                at: (at.0 + 1, at.1 + 1),
                size: (wide - 2, CELL_HEIGHT - 2),
                said: cell_said(place, &here, lang),
                leads_to: SpotTarget::Risks(likelihood, impact),
            }));
        }
    }
    // Many that go the same way are one line.
    let ways = all
        .placed
        .iter()
        .filter_map(|one| Some(((one.likelihood, one.impact), one.residual?)));
    let ways: BTreeSet<_> = gather(ways);
    for (here, there) in ways {
        let (here, there) = (middle(here), middle(there));
        out.line(PATH, &[here, there]);
        out.ring(Ink::area(Colour::Surface, Colour::Text2), there, 4);
    }
    for impact in 1..=5 {
        let x = middle((1, impact)).0;
        out.word(
            (x, 5 * CELL_HEIGHT + 16),
            WordAnchor::Middle,
            Colour::Text2,
            impact.to_string(),
        );
    }
    let [across, down] = [risk::IMPACT, risk::LIKELIHOOD].map(|key| {
        let field = risk::RISK.field(key.name);
        field.map_or("", |field| field.label.text(lang))
    });
    let said = format!("↑ {down} · {across} →");
    out.word(
        (LEFT, 5 * CELL_HEIGHT + 36),
        WordAnchor::Start,
        Colour::Text3,
        said,
    );
    out
}

/// What lies in a cell, in words.
fn cell_said((likelihood, impact): (i64, i64), here: &[String], lang: Lang) -> String {
    let score = likelihood * impact;
    let [l, i, n] = [likelihood, impact, score].map(|n| n.to_string());
    let names = here.join(texts::LIST_SEPARATOR.text(lang));
    let places = [
        ("l", &*l),
        ("i", &*i),
        ("level", risk::level_of(score).label.text(lang)),
        ("score", &*n),
        ("names", &*names),
    ];
    fill(texts::risks::MATRIX_CELL, lang, &places)
}

/// Draws a cell; answers with the codes of what lies in it.
fn cell(
    out: &mut Picture,
    log: &Log,
    all: &Exposure,
    (likelihood, impact): (i64, i64),
    (x, y): (i64, i64),
    wide: i64,
) -> Vec<String> {
    let score = likelihood * impact;
    let (fill, stroke, hatch) = look(risk::level_of(score));
    let (corner, size) = ((x + 1, y + 1), (wide - 2, CELL_HEIGHT - 2));
    out.area(Ink::area(fill, stroke), corner, size);
    let is_here = |one: &&PlacedRisk| (one.likelihood, one.impact) == (likelihood, impact);
    let here: Vec<String> = all
        .placed
        .iter()
        .filter(is_here)
        .map(|one| display_code(log, &one.record))
        .collect();
    if here.is_empty() {
        // The pattern stays out of the way of the codes.
        if let Some(hatch) = hatch {
            out.hatch(hatch, corner, size, 9);
        }
        return here;
    }
    if let Some(hatch) = hatch {
        out.hatch(hatch, (x + 1, y + CELL_HEIGHT - 11), (wide - 2, 10), 6);
    }
    out.word(
        (x + wide - 6, y + 16),
        WordAnchor::End,
        Colour::Text3,
        score.to_string(),
    );
    let said = match here.len() {
        0..=NAMED => here.join(" "),
        n => format!("×{n}"),
    };
    out.strong(
        (x + wide / 2, y + 32),
        WordAnchor::Middle,
        Colour::Text,
        cut(&said, wide - 6),
    );
    here
}

fn table(log: &Log, all: &Exposure, lang: Lang) -> ChartTable {
    let field = |key: crate::model::template::Key<i64>| {
        let field = risk::RISK.field(key.name);
        field.map_or("", |field| field.label.text(lang)).to_owned()
    };
    let row = |one: &PlacedRisk| {
        let score = one.likelihood * one.impact;
        let level = risk::level_of(score).label.text(lang);
        vec![
            record_name(log, &one.record, lang),
            one.likelihood.to_string(),
            one.impact.to_string(),
            format!("{score} {level}"),
        ]
    };
    ChartTable {
        head: vec![
            risk::RISK.one.text(lang).to_owned(),
            field(risk::LIKELIHOOD),
            field(risk::IMPACT),
            texts::charts::RISK_SCORE.text(lang).to_owned(),
        ],
        rows: all.placed.iter().map(row).collect(),
    }
}

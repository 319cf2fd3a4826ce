//! What stands beside the picture of who has how much: its legend, and the same figures as a table.

use super::{figure, who};
use crate::analysis::standing::load_board::{LoadBoard, LoadMode, LoadRow, WeekCell};
use crate::model::Log;
use crate::model::template::Lang;
use crate::ui::chart::dates::short;
use crate::ui::chart::picture::{AWAY, Colour, Ink, Picture, WordAnchor};
use crate::ui::chart::{ChartTable, Legend};
use crate::ui::texts::{self, fill};

pub(super) fn legend(board: &LoadBoard, mode: LoadMode, lang: Lang) -> Vec<Legend> {
    let text = |label: crate::model::template::Label| label.text(lang);
    let mut all = match mode {
        LoadMode::Tasks => vec![
            Legend::area(Ink::area(Colour::Label, Colour::Line), None, "1"),
            Legend::area(Ink::area(Colour::Line, Colour::LineStrong), None, "2"),
            Legend::area(
                Ink::area(Colour::Neutral, Colour::Neutral),
                None,
                text(texts::charts::THREE_OR_MORE),
            ),
        ],
        LoadMode::Effort => {
            let part = |fill, stroke, sign: &str, label| {
                let said = format!("{sign} {}", text(label));
                Legend::area(Ink::area(fill, stroke), None, said)
            };
            vec![
                part(Colour::WarnBg, Colour::Warn, "^", texts::charts::FILLING),
                part(Colour::DangerBg, Colour::Danger, "^^", texts::charts::FULL),
                part(
                    Colour::Danger,
                    Colour::Danger,
                    "!!",
                    texts::charts::OVER_FULL,
                ),
            ]
        }
    };
    if mode == LoadMode::Effort && board.unweighed > 0 {
        let mut mark = Picture::new(18, 12);
        mark.strong((9, 11), WordAnchor::Middle, Colour::Text, "?2");
        let text = text(texts::charts::TWO_UNWEIGHED).to_owned();
        all.push(Legend { mark, text });
    }
    let cells = || board.rows.iter().flat_map(|row| &row.weeks);
    if mode == LoadMode::Tasks && cells().any(|cell| cell.is_late) {
        let mut mark = Picture::new(8, 12);
        mark.strong((4, 11), WordAnchor::Middle, Colour::Text, "!");
        let text = text(texts::charts::SOME_LATE).to_owned();
        all.push(Legend { mark, text });
    }
    if cells().any(|cell| cell.away > 0) {
        let ink = Ink::area(Colour::Surface, Colour::Line);
        all.push(Legend::area(ink, Some(AWAY), text(texts::charts::AWAY)));
    }
    all
}

pub(super) fn table(log: &Log, board: &LoadBoard, mode: LoadMode, lang: Lang) -> ChartTable {
    let said = |week: &WeekCell| {
        let mut parts = vec![figure(week, mode)];
        if week.days == 0 {
            parts = vec![texts::charts::NO_DAYS.text(lang).to_owned()];
        } else if week.away > 0 {
            parts.push(fill(
                texts::charts::AWAY_N,
                lang,
                &[("n", &week.away.to_string())],
            ));
        }
        if mode == LoadMode::Effort && week.unweighed > 0 {
            let n = week.unweighed.to_string();
            parts.push(fill(texts::charts::UNWEIGHED_N, lang, &[("n", &n)]));
        }
        if mode == LoadMode::Tasks && !week.tasks.is_empty() {
            let names: Vec<String> = week
                .tasks
                .iter()
                .map(|task| crate::analysis::display_code(log, task))
                .collect();
            parts.push(names.join(" "));
        }
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    };
    let row = |row: &LoadRow| {
        let weeks = row.weeks.iter().map(said);
        [who(log, row, lang)].into_iter().chain(weeks).collect()
    };
    let mondays = board.mondays.iter().map(|monday| short(*monday));
    let head = [texts::standing::LOAD.text(lang).to_owned()].into_iter();
    ChartTable {
        head: head.chain(mondays).collect(),
        rows: board.rows.iter().map(row).collect(),
    }
}

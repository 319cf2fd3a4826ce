//! What of copied lines is not taken, by name and number: nothing vanishes unsaid.

use crate::analysis::words::cells::CopiedCells;
use crate::model::line::quoted;
use crate::model::template::Label;
use crate::state::{LeftColumn, LeftWhy, Pasted};
use crate::ui::screen::base::context::Ui;
use crate::ui::texts;
use leptos::prelude::Get;

/// What is not taken: columns with the number of their values, what stands around the table, what was hidden.
pub(super) fn left_out(ui: Ui, pasted: &Pasted, cells: &CopiedCells) -> Option<String> {
    let separator = ui.text(texts::LIST_SEPARATOR);
    let mut all = Vec::new();
    if !pasted.left.is_empty() {
        let list: Vec<String> = pasted
            .left
            .iter()
            .map(|column| column_said(ui, column))
            .collect();
        all.push(ui.fill(
            texts::table::LEFT_COLUMNS,
            &[("list", &list.join(separator))],
        ));
    }
    let around: Vec<&String> = pasted.titles.iter().chain(&cells.outside).collect();
    if !around.is_empty() {
        let list: Vec<String> = around.into_iter().map(|text| said(ui, text)).collect();
        all.push(ui.fill(
            texts::table::LEFT_AROUND,
            &[("list", &list.join(separator))],
        ));
    }
    if cells.hidden != (0, 0) {
        let (lines, columns) = cells.hidden;
        let places = [
            ("rows", &*lines.to_string()),
            ("columns", &*columns.to_string()),
        ];
        all.push(ui.fill(texts::table::LEFT_HIDDEN, &places));
    }
    (!all.is_empty()).then(|| all.join(" "))
}

fn column_said(ui: Ui, column: &LeftColumn) -> String {
    let name = match column.field {
        _ if !column.heading.is_empty() => said(ui, &column.heading),
        Some(field) => ui.text(field.label).to_owned(),
        None => ui.fill(
            texts::table::NTH_COLUMN,
            &[("n", &column.place.to_string())],
        ),
    };
    let places = [
        ("name", &*name),
        ("n", &*column.count.to_string()),
        ("why", ui.text(why(column.why))),
    ];
    ui.fill(texts::table::LEFT_COLUMN, &places)
}

fn why(why: LeftWhy) -> Label {
    match why {
        LeftWhy::Unknown => texts::table::LEFT_UNKNOWN,
        LeftWhy::Twice => texts::table::LEFT_TWICE,
        LeftWhy::Beyond => texts::table::LEFT_BEYOND,
        LeftWhy::Counted => texts::table::LEFT_COUNTED,
        LeftWhy::ByAStep => texts::table::LEFT_BY_A_STEP,
        LeftWhy::InTheForm => texts::table::LEFT_IN_THE_FORM,
    }
}

/// Characters of a text of somebody else in a sentence.
const SAID: usize = 40;

/// A text of somebody else, as it is quoted in a sentence.
pub(super) fn said(ui: Ui, text: &str) -> String {
    quoted(text, SAID, ui.lang.get())
}

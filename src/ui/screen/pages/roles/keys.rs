//! The keys of the table: arrows go from cell to cell, letters write, Space clears, Enter goes to the person; a block
//! that is chosen with Shift is copied and pasted.

use super::cell::{in_words, said};
use super::{RoleCell, RoleGrid};
use crate::analysis::words::cells::CopiedCells;
use crate::model::RecordId;
use crate::state::{RoleFill, pressed};
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::{clipboard, dom};
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// Gives the focus to a cell, once it is drawn.
pub(super) fn focus_cell((row, column): &RoleCell) {
    dom::focus_soon(format!("[data-row=\"{row}\"][data-column=\"{column}\"]"));
}

impl RoleGrid {
    /// A cell got the focus.
    pub(super) fn stand_at(self, cell: RoleCell) {
        if self
            .caret
            .with_untracked(|caret| caret.as_ref() != Some(&cell))
        {
            self.caret.set(Some(cell));
            self.written.set_value(Vec::new());
        }
    }

    fn place_of(self, (row, column): &RoleCell) -> Option<(usize, usize)> {
        let at = self
            .rows
            .with_untracked(|rows| rows.iter().position(|one| one == row))?;
        let columns = self.columns;
        let beside =
            columns.with_untracked(|all| all.iter().position(|one| one.record == *column))?;
        Some((at, beside))
    }

    fn cell_at(self, (row, column): (usize, usize)) -> Option<RoleCell> {
        let row = self.rows.with_untracked(|rows| rows.get(row).cloned())?;
        let column = self
            .columns
            .with_untracked(|all| all.get(column).cloned())?;
        Some((row, column.record))
    }

    /// The corners of the block, from the first to the last.
    fn corners(self) -> Option<((usize, usize), (usize, usize))> {
        let caret = self.place_of(&self.caret.get_untracked()?)?;
        let anchor = self.anchor.get_untracked();
        let anchor = anchor
            .and_then(|anchor| self.place_of(&anchor))
            .unwrap_or(caret);
        let from = (caret.0.min(anchor.0), caret.1.min(anchor.1));
        Some((from, (caret.0.max(anchor.0), caret.1.max(anchor.1))))
    }

    /// The cells of the block, line by line.
    fn block(self) -> Vec<Vec<RoleCell>> {
        let Some((from, to)) = self.corners() else {
            return Vec::new();
        };
        let line = |row: usize| {
            let cells = (from.1..=to.1).filter_map(|column| self.cell_at((row, column)));
            cells.collect()
        };
        (from.0..=to.0).map(line).collect()
    }

    /// Whether a cell lies in a block of several; watches it.
    pub(super) fn is_chosen(self, cell: &RoleCell) -> bool {
        self.caret.track();
        if self.anchor.with(Option::is_none) {
            return false;
        }
        let at = self.place_of(cell);
        at.zip(self.corners()).is_some_and(|(at, (from, to))| {
            (from.0..=to.0).contains(&at.0) && (from.1..=to.1).contains(&at.1)
        })
    }

    /// Writes what a key means into the block; what the cell of the caret becomes, all of it becomes.
    pub(super) fn press(self, key: &str) {
        let Some((row, column)) = self.caret.get_untracked() else {
            return;
        };
        let letter = pressed(&self.session.role_letter(&row, &column), key);
        let fill = |(row, column): RoleCell| RoleFill {
            row,
            column,
            letter: letter.to_owned(),
            person: None,
        };
        let fills: Vec<RoleFill> = self.block().into_iter().flatten().map(fill).collect();
        self.fill(&fills);
    }

    /// Writes letters, which Esc takes back as long as the caret stays.
    fn fill(self, fills: &[RoleFill]) {
        if !self.session.fill_roles(fills).is_empty() {
            let step = self.session.last_step();
            self.written.update_value(|written| written.push(step));
        }
    }

    /// What stood there when the caret came stands there again; where nothing was written, the block is let go.
    fn give_up(self, ui: Ui) {
        let written = self.written.try_update_value(std::mem::take);
        let written = written.unwrap_or_default();
        if written.is_empty() {
            return self.anchor.set(None);
        }
        let steps = written.into_iter().rev();
        let left = steps.map(|step| self.session.undo_step(step).left).sum();
        ui.notices.warn_left(left, ui.lang.get_untracked());
    }

    /// Takes what stands above.
    fn fill_down(self) {
        let Some((row, column)) = self.caret.get_untracked() else {
            return;
        };
        let above = self.place_of(&(row.clone(), column.clone()));
        let above = above.and_then(|(at, beside)| self.cell_at((at.checked_sub(1)?, beside)));
        if let Some((above, _)) = above {
            let letter = self.session.role_letter(&above, &column);
            self.fill(&[RoleFill {
                row,
                column,
                letter,
                person: None,
            }]);
        }
    }

    fn go(self, down: isize, right: isize, chooses: bool) -> bool {
        let Some(caret) = self.caret.get_untracked() else {
            return false;
        };
        let Some((row, column)) = self.place_of(&caret) else {
            return false;
        };
        let to = row
            .checked_add_signed(down)
            .zip(column.checked_add_signed(right))
            .and_then(|to| self.cell_at(to));
        let Some(to) = to else {
            return false;
        };
        let anchor = self.anchor.get_untracked().unwrap_or(caret);
        self.anchor.set(chooses.then_some(anchor));
        // The focus follows with the next frame; a key that comes before it already means the new cell.
        focus_cell(&to);
        self.stand_at(to);
        true
    }
}

/// A key in the table.
pub(super) fn key(ui: Ui, grid: RoleGrid, event: &KeyboardEvent) {
    if event.is_composing() || event.key_code() == 229 || event.alt_key() {
        return;
    }
    let is_in_cell = dom::focused()
        .is_some_and(|one| one.closest(".role-cell").is_ok_and(|cell| cell.is_some()));
    if !is_in_cell {
        return;
    }
    let with_ctrl = event.ctrl_key() || event.meta_key();
    let chooses = event.shift_key();
    let key = event.key();
    match key.as_str() {
        "d" | "D" if with_ctrl => grid.fill_down(),
        _ if with_ctrl => return,
        "ArrowUp" => drop(grid.go(-1, 0, chooses)),
        "ArrowDown" => {
            if !grid.go(1, 0, chooses) {
                dom::focus_soon("[data-testid=type-work-item]".into());
            }
        }
        "ArrowLeft" => drop(grid.go(0, -1, chooses)),
        "ArrowRight" => drop(grid.go(0, 1, chooses)),
        "Home" => drop(grid.go(0, -column_of(grid), chooses)),
        "Escape" => grid.give_up(ui),
        "Enter" => dom::focus_soon("[data-testid=role-person]".into()),
        " " | "Delete" | "Backspace" => grid.press(""),
        letter if ["a", "r", "c", "i"].contains(&&*letter.to_lowercase()) => {
            grid.press(&letter.to_uppercase());
        }
        _ => return,
    }
    event.prevent_default();
}

fn column_of(grid: RoleGrid) -> isize {
    let caret = grid.caret.get_untracked();
    let at = caret.and_then(|caret| grid.place_of(&caret));
    at.and_then(|(_, column)| isize::try_from(column).ok())
        .unwrap_or_default()
}

/// Copies the block: its words as lines of letters, and as a table.
pub(super) fn copy(ui: Ui, grid: RoleGrid, event: &web_sys::Event) {
    if !is_of_cell(event) {
        return;
    }
    let word = |cell: &RoleCell| untrack(|| in_words(ui, grid, &said(grid, cell)));
    let lines: Vec<Vec<String>> = grid
        .block()
        .iter()
        .map(|line| line.iter().map(word).collect())
        .collect();
    let text: Vec<String> = lines.iter().map(|line| line.join("\t")).collect();
    let cell = |word: &String| {
        let word = word.replace('&', "&amp;").replace('<', "&lt;");
        format!("<td>{word}</td>")
    };
    let row = |line: &Vec<String>| {
        let cells: String = line.iter().map(cell).collect();
        format!("<tr>{cells}</tr>")
    };
    let rows: String = lines.iter().map(row).collect();
    clipboard::give(event, &text.join("\n"), &format!("<table>{rows}</table>"));
}

/// Takes what is pasted: into the cells, or as work items where the line that adds has the focus.
pub(super) fn paste(ui: Ui, grid: RoleGrid, event: &web_sys::Event) {
    let Some((text, markup)) = clipboard::pasted(event).filter(|(text, _)| !text.trim().is_empty())
    else {
        return;
    };
    let cells = CopiedCells::copied(&text, &markup);
    let is_cell = is_of_cell(event);
    if !is_cell && !cells.is_table() {
        return;
    }
    event.prevent_default();
    let at = grid.corners().and_then(|(from, _)| grid.cell_at(from));
    let at = at.filter(|_| is_cell);
    let at: Option<(&RecordId, &RecordId)> = at.as_ref().map(|(row, column)| (row, column));
    let taken = grid.session.paste_roles(&cells, at);
    let places = [
        ("n", &*taken.filled.to_string()),
        ("m", &*taken.added.to_string()),
    ];
    let done = untrack(|| ui.fill(texts::roles::PASTED_CELLS, &places));
    ui.notices.done(grid.session, done, "undo-paste");
    if !taken.unread.is_empty() {
        let list = taken
            .unread
            .join(untrack(|| ui.text(texts::LIST_SEPARATOR)));
        ui.notices.warn(untrack(|| {
            ui.fill(texts::roles::PASTED_LEFT, &[("list", &list)])
        }));
    }
}

fn is_of_cell(_: &web_sys::Event) -> bool {
    let focused = dom::focused();
    focused.is_some_and(|one| one.closest(".role-cell").is_ok_and(|cell| cell.is_some()))
}

//! One form as the sheet of its template, with its controls, rows, steps and suggestions.

pub(super) mod beside;
pub(super) mod cell;
pub(super) mod changed;
pub(super) mod coach;
pub(super) mod control;
pub(super) mod extras;
mod filled;
pub(super) mod finding;
pub(super) mod head;
pub(super) mod moved;
pub(super) mod narrow;
pub(super) mod offer;
pub(super) mod own_word;
mod paste_cell;
pub(super) mod reason;
pub(super) mod risk;
pub(super) mod rows;
pub(super) mod sheet;
pub(super) mod steps;
pub(super) mod suggestions;
mod turn;
pub(super) mod unknown_fields;
pub(super) mod update;

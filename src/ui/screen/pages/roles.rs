//! 分工表: who decides, does, is consulted, is informed, work item by work item; written by keys, shown to all, known by
//! each.

mod add;
mod cell;
mod grid;
mod keys;
pub(super) mod known;
pub(super) mod paper;
mod publish;
mod strip;

use crate::analysis::CheckedFinding;
use crate::analysis::people::role_table::{RoleColumn, role_columns, role_rows};
use crate::analysis::rules::roles::found_in_row;
use crate::analysis::words::names::short_name;
use crate::model::RecordId;
use crate::model::template::Label;
use crate::state::Session;
use crate::templates::{assignment, work_item};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::pieces::{live, when};
use crate::ui::texts;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// A cell of the table: its row and its column.
type RoleCell = (RecordId, RecordId);

/// What all parts of the page share.
#[derive(Clone, Copy)]
struct RoleGrid {
    session: Session,
    rows: Memo<Vec<RecordId>>,
    columns: Memo<Vec<RoleColumn>>,
    /// The cell that keys write into.
    caret: RwSignal<Option<RoleCell>>,
    /// The other corner of a block.
    anchor: RwSignal<Option<RoleCell>>,
    /// The steps of undo of what was written since the caret came to its cell.
    written: StoredValue<Vec<u64>>,
    found: Memo<BTreeMap<RecordId, Vec<RowFinding>>>,
}

/// What a rule found in a row.
#[derive(Clone)]
struct RowFinding(CheckedFinding);

impl PartialEq for RowFinding {
    fn eq(&self, other: &Self) -> bool {
        let of = |one: &Self| (one.0.rule.code, one.0.record.clone(), one.0.finding.clone());
        of(self) == of(other)
    }
}

impl RoleGrid {
    fn new(session: Session) -> Self {
        let rows = Memo::new(move |_| session.watch(role_rows));
        let found = move |_: Option<&BTreeMap<RecordId, Vec<RowFinding>>>| {
            let now = session.now();
            session.watch(|log| {
                let of_row = |row: RecordId| {
                    let found = found_in_row(log, &row, now).into_iter();
                    (row, found.map(RowFinding).collect())
                };
                role_rows(log).into_iter().map(of_row).collect()
            })
        };
        Self {
            session,
            rows,
            columns: Memo::new(move |_| session.watch(role_columns)),
            caret: RwSignal::new(None),
            anchor: RwSignal::new(None),
            written: StoredValue::new(Vec::new()),
            found: Memo::new(found),
        }
    }
}

/// A letter as a cell shows it.
fn short_letter(letter: &str) -> Label {
    match letter {
        letter if letter == assignment::BOTH.key => texts::roles::SHORT_BOTH,
        letter if letter == assignment::DECIDES.key => texts::roles::SHORT_DECIDES,
        letter if letter == assignment::DOES.key => texts::roles::SHORT_DOES,
        letter if letter == assignment::CONSULTED.key => texts::roles::SHORT_CONSULTED,
        letter if letter == assignment::INFORMED.key => texts::roles::SHORT_INFORMED,
        _ => Label::NONE,
    }
}

/// The name of a record, watched.
fn named(ui: Ui, session: Session, record: &RecordId) -> String {
    session.watch(|log| short_name(log, record, ui.lang.get()))
}

/// The page.
#[component]
pub(in crate::ui) fn Roles() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let grid = RoleGrid::new(session);
    let is_empty = Memo::new(move |_| grid.rows.with(Vec::is_empty));
    view! {
        <header class="page-head">
            <h1>{ui.t(work_item::WORK_ITEM.list_label())}</h1>
            <super::paper::PaperHead title=texts::roles::TABLE_ON_PAPER/>
            {when(move || !is_empty.get(), move || view! {
                <super::printing::PrintButton/>
                <publish::Publish/>
            })}
        </header>
        <section class="roles" on:paste=move |event| keys::paste(ui, grid, &event)
            on:copy=move |event| keys::copy(ui, grid, &event)>
            {when(move || is_empty.get(), || view! { <add::Empty/> })}
            {when(move || !is_empty.get(), move || view! {
                <p class="hint no-print">{ui.t(texts::roles::HOW_TO_FILL)}</p>
                <grid::Grid grid/>
            })}
            <add::AddItem grid/>
            {live(move || grid.caret.get().map(|cell| view! { <strip::RoleStrip grid cell/> }))}
            {when(move || !is_empty.get(), move || view! {
                <grid::Summary grid/> <known::Known/> <paper::Signatures legend=texts::roles::LEGEND/>
            })}
        </section>
    }
}

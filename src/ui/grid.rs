//! The one table of records: dense, virtualised, controls only in the row being edited, text elsewhere.

mod foot;
mod row;

use super::context::{session, ui};
use super::dom::{list, live};
use super::rows::type_key;
use crate::analysis::Codes;
use crate::model::RecordId;
use crate::model::template::{Field, Template};
use foot::GridFoot;
use leptos::html;
use leptos::prelude::*;
use row::GridRow;
pub(super) use row::text_of;
use web_sys::KeyboardEvent;

/// Height of a row, as in `--grid-row`.
const ROW_PX: f64 = 32.0;
/// Rows drawn above and below what is seen.
const SPARE: usize = 4;

/// One line of the table: the record and its number.
type Line = (RecordId, String);

/// All lines of the table; the number of one is put together when it is drawn.
#[derive(Clone, PartialEq)]
struct Lines {
    rows: Vec<RecordId>,
    codes: Codes,
}

#[derive(Clone, Copy)]
struct Table {
    template: &'static Template,
    lines: Memo<Lines>,
    columns: StoredValue<Vec<&'static Field>>,
    active: RwSignal<Option<RecordId>>,
    element: NodeRef<html::Div>,
    top_px: RwSignal<f64>,
    height_px: RwSignal<f64>,
    /// On paper every line is drawn.
    on_paper: RwSignal<bool>,
}

/// The records of a kind as a table.
#[component]
pub(super) fn Grid(template: &'static Template) -> impl IntoView {
    let session = session();
    let lines = Memo::new(move |_| {
        let rows = session.rows(template.kind);
        let codes = session.read(|log| Codes::of(log, template.kind));
        Lines { rows, codes }
    });
    let columns = StoredValue::new(template.table_columns());
    let table = Table {
        template,
        lines,
        columns,
        active: RwSignal::new(None),
        element: NodeRef::new(),
        top_px: RwSignal::new(0.0),
        height_px: RwSignal::new(700.0),
        on_paper: RwSignal::new(false),
    };
    table.watch_size();
    table.watch_paper();
    view! {
        <div class="grid" node_ref=table.element on:scroll=move |_| table.scrolled() on:keydown=move |event| table.key(&event)>
            <table class="grid-table" aria-rowcount=move || table.count().to_string()>
                <GridHead table/>
                <GridBody table/>
            </table>
        </div>
        <GridFoot table/>
    }
}

impl Table {
    /// How many lines there are.
    fn count(self) -> usize {
        self.lines.with(|lines| lines.rows.len())
    }

    fn scrolled(self) {
        if let Some(element) = self.element.get_untracked() {
            self.top_px.set(f64::from(element.scroll_top()));
        }
    }

    fn watch_size(self) {
        let measure = move || {
            if let Some(element) = self.element.get_untracked() {
                self.height_px
                    .set(f64::from(element.client_height()).max(ROW_PX));
            }
        };
        Effect::new(move |_| {
            self.element.track();
            measure();
        });
        let listener = window_event_listener_untyped("resize", move |_| measure());
        on_cleanup(move || listener.remove());
    }

    fn watch_paper(self) {
        for (name, on_paper) in [("beforeprint", true), ("afterprint", false)] {
            let listener =
                window_event_listener_untyped(name, move |_| self.on_paper.set(on_paper));
            on_cleanup(move || listener.remove());
        }
    }

    /// The numbers of the lines to draw.
    fn window(self) -> (usize, usize) {
        let count = self.count();
        if self.on_paper.get() {
            return (0, count);
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "pixels of a page"
        )]
        let (first, seen) = (
            (self.top_px.get() / ROW_PX) as usize,
            (self.height_px.get() / ROW_PX) as usize + 1,
        );
        let from = first.saturating_sub(SPARE).min(count);
        (from, (first + seen + SPARE).min(count))
    }

    fn place_of(self, record: &RecordId) -> Option<usize> {
        self.lines
            .with_untracked(|lines| lines.rows.iter().position(|row| row == record))
    }

    /// Makes a line the edited one and focuses the control of a field in it.
    fn activate(self, place: usize, field: &str) {
        let Some(record) = self
            .lines
            .with_untracked(|lines| lines.rows.get(place).cloned())
        else {
            return;
        };
        self.show(place);
        self.active.set(Some(record.clone()));
        super::dom::focus_soon(format!(
            ".grid [data-record=\"{record}\"] [data-field=\"{field}\"], .grid [data-record=\"{record}\"] [data-field]"
        ));
    }

    fn show(self, place: usize) {
        let Some(element) = self.element.get_untracked() else {
            return;
        };
        #[expect(clippy::cast_precision_loss, reason = "pixels of a page")]
        let top = place as f64 * ROW_PX;
        let seen_from = f64::from(element.scroll_top());
        let room = f64::from(element.client_height()) - 2.0 * ROW_PX;
        #[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
        if top < seen_from {
            element.set_scroll_top(top as i32);
        } else if top > seen_from + room {
            element.set_scroll_top((top - room) as i32);
        }
        self.scrolled();
    }

    fn key(self, event: &KeyboardEvent) {
        let target = super::dom::focused();
        let is_list = target
            .as_ref()
            .is_some_and(|element| element.tag_name() == "SELECT");
        if event.is_composing() || event.key_code() == 229 || event.alt_key() || event.ctrl_key() {
            return;
        }
        let Some(row) = target
            .as_ref()
            .and_then(|element| element.closest("[data-record]").ok().flatten())
        else {
            return;
        };
        let Some(record) = row
            .get_attribute("data-record")
            .and_then(|id| id.parse::<RecordId>().ok())
        else {
            return;
        };
        let Some(place) = self.place_of(&record) else {
            return;
        };
        let field = target
            .and_then(|element| element.get_attribute("data-field"))
            .unwrap_or_default();
        let to = match event.key().as_str() {
            "ArrowUp" if !is_list && place > 0 => place - 1,
            "ArrowDown" if !is_list => place + 1,
            "Enter"
                if self
                    .active
                    .with_untracked(|active| active.as_ref() == Some(&record)) =>
            {
                place + 1
            }
            "Enter" | "F2" => place,
            _ => return,
        };
        event.prevent_default();
        self.activate(to, &field);
    }
}

#[component]
fn GridHead(table: Table) -> impl IntoView {
    let ui = ui();
    view! {
        <thead><tr>
            {live(move || table.columns.get_value().into_iter().map(|field| view! {
                <th scope="col" data-type=type_key(field) data-key=field.key style:width=format!("{}ch", field.width.max(8))>{ui.text(field.label)}</th>
            }).collect::<Vec<_>>())}
        </tr></thead>
    }
}

/// The height of so many rows that are not drawn, as CSS has it; whole pixels need no code for fractions.
fn height_of(rows: usize) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a small whole number"
    )]
    let row = ROW_PX as usize;
    format!("{}px", rows * row)
}

#[component]
fn GridBody(table: Table) -> impl IntoView {
    let window = Memo::new(move |_| table.window());
    let session = session();
    let drawn = Memo::new(move |_| {
        let (from, to) = window.get();
        table.lines.with(|Lines { rows, codes }| {
            session.read(|log| {
                let drawn = rows[from.min(rows.len())..to.min(rows.len())].iter();
                drawn
                    .map(|row| (row.clone(), codes.display(log, row)))
                    .collect::<Vec<Line>>()
            })
        })
    });
    let above = move || height_of(window.get().0);
    let below = move || height_of(table.count().saturating_sub(window.get().1));
    view! {
        <tbody>
            <tr class="spacer" aria-hidden="true"><td style:height=above></td></tr>
            {list(move || drawn.get(), |(row, code)| format!("{row} {code}"), move |line| view! { <GridRow table line/> }.into_any())}
            <tr class="spacer" aria-hidden="true"><td style:height=below></td></tr>
        </tbody>
    }
}

//! The one table of records: dense, virtualised, controls only in the row being edited, text elsewhere.

mod caret;
mod filters;
mod foot;
mod given;
mod keys;
mod left_out;
mod lines;
mod open_box;
mod paste;
mod paste_box;
mod reveal;
mod row;
mod strip;
mod which_order;

use crate::analysis::Codes;
use crate::model::RecordId;
use crate::model::template::{Field, Template};
use crate::state::Session;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::deed::{Pasting, TableFocus};
use crate::ui::screen::base::life;
use crate::ui::screen::base::pieces::{list, live, on, when};
use crate::ui::screen::base::reveal::Reveal;
use crate::ui::screen::form::rows::type_key;
pub(in crate::ui) use filters::FilterBar;
use filters::Filters;
use foot::GridFoot;
pub(in crate::ui) use given::LinesGiven;
use leptos::html;
use leptos::prelude::*;
pub(in crate::ui) use lines::TableLine;
use lines::{Drawn, shown};
pub(in crate::ui) use paste::paste;
pub(in crate::ui) use paste_box::PasteBox;
use row::{GridLine, row_height_px, view_px};
pub(in crate::ui) use strip::Strip;
use web_sys::KeyboardEvent;

/// Rows drawn above and below what is seen.
const SPARE: usize = 4;
/// What stands over and under a table in a page at least: bar, tabs, filters and foot.
const AROUND_PX: f64 = 170.0;

/// All records of the kind; the number of one is put together when it is drawn.
#[derive(Clone, PartialEq)]
struct All {
    rows: Vec<RecordId>,
    codes: Codes,
}

/// A table of records on the screen.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Table {
    session: Session,
    template: &'static Template,
    all: Memo<All>,
    /// What is shown of them, with the headings of groups.
    lines: Memo<Vec<TableLine>>,
    filters: Filters,
    /// What an address asks for.
    given: RwSignal<Option<LinesGiven>>,
    columns: StoredValue<Vec<&'static Field>>,
    active: RwSignal<Option<RecordId>>,
    /// Where the caret was last, and whether it is there still.
    caret: StoredValue<Option<TableFocus>>,
    has_caret: StoredValue<bool>,
    /// Whether the arrows are those of the letters, since F2.
    is_within: StoredValue<bool>,
    /// Whether the strip under the table was shut by hand.
    is_shut: RwSignal<bool>,
    /// What the box for copied lines is about, while it is open.
    pub(in crate::ui) pasting: RwSignal<Option<Pasting>>,
    element: NodeRef<html::Div>,
    /// What is done a frame later outlives the row that asked for it, and goes with the table.
    here: life::Here,
    top_px: RwSignal<f64>,
    height_px: RwSignal<f64>,
    row_px: RwSignal<i32>,
    /// On paper every line is drawn.
    on_paper: RwSignal<bool>,
}

/// The records of a kind as a table.
#[component]
pub(in crate::ui) fn Grid(table: Table) -> impl IntoView {
    table.watch_size();
    table.watch_reveal();
    table.watch_caret();
    paste::watch(table);
    let ui = ui();
    table.go_on_pasting(ui);
    let grid = move || {
        view! {
            <div class="grid" node_ref=table.element on:scroll=move |_| table.scrolled()
                on:keydown=on(move |event: KeyboardEvent| table.key(&event))
                on:focusout=move |_| table.is_within.set_value(false)>
                <table class="grid-table" aria-label=ui.t(table.template.list_label())
                    aria-rowcount=move || table.count().to_string()>
                    <GridHead table/>
                    <GridBody table/>
                </table>
            </div>
        }
    };
    // Without rows there is no table: whoever shows it says so in its place.
    view! { {when(move || table.count() > 0, grid)} <GridFoot table/> }
}

impl Table {
    /// The table that the page around provides.
    pub(in crate::ui) fn of_page() -> Self {
        use_context::<Self>().expect("a page with a table provides it")
    }

    /// The table of a kind, nothing of it drawn yet.
    pub(in crate::ui) fn new(template: &'static Template) -> Self {
        let session = session();
        let all = Memo::new(move |_| {
            let rows = session.rows(template.kind);
            let codes = session.read(|log| Codes::of(log, template.kind));
            All { rows, codes }
        });
        let filters = Filters::new();
        let given = RwSignal::new(None);
        let lines = Memo::new(move |_| {
            let given = given
                .with(|given: &Option<LinesGiven>| given.as_ref().map(|given| given.lines.clone()));
            given.unwrap_or_else(|| all.with(|all| shown(session, template, &all.rows, filters)))
        });
        Self {
            session,
            template,
            all,
            lines,
            filters,
            given,
            columns: StoredValue::new(template.table_columns()),
            active: RwSignal::new(None),
            caret: StoredValue::new(None),
            has_caret: StoredValue::new(false),
            is_within: StoredValue::new(false),
            is_shut: RwSignal::new(false),
            pasting: RwSignal::new(None),
            element: NodeRef::new(),
            here: life::Here::now(),
            top_px: RwSignal::new(0.0),
            height_px: RwSignal::new(700.0),
            row_px: RwSignal::new(row_height_px()),
            on_paper: ui().on_paper,
        }
    }

    /// How many lines there are, headings counted.
    fn count(self) -> usize {
        self.lines.with(Vec::len)
    }

    /// How many records are shown.
    fn shown_count(self) -> usize {
        self.lines
            .with(|lines| lines.iter().filter(|line| line.record().is_some()).count())
    }

    /// Whether there are records, and the filters let none of them through.
    pub(in crate::ui) fn is_narrowed_to_nothing(self) -> bool {
        self.count() == 0 && self.all.with(|all| !all.rows.is_empty())
    }

    fn scrolled(self) {
        // The page may be gone before a scroll is told.
        if let Some(element) = self.element.try_get_untracked().flatten() {
            self.top_px.set(f64::from(element.scroll_top()));
        }
    }

    fn watch_size(self) {
        let measure = move || {
            if let Some(element) = self.element.get_untracked() {
                let row_px = row_height_px();
                if self.row_px.get_untracked() != row_px {
                    self.row_px.set(row_px);
                }
                // It grows with its lines without being told, until the page is full.
                let now = f64::from(element.client_height().max(row_px));
                self.height_px.set(now.max(view_px() - AROUND_PX));
            }
        };
        let ui = ui();
        Effect::new(move |_| {
            self.element.track();
            // Words of another language take other lines over and under it.
            ui.lang.track();
            measure();
            // A table that comes again begins at its top, and tells no scroll.
            self.scrolled();
            life::next_frame(measure);
        });
        life::hear_any(&["resize"], move |_| measure());
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
            (self.top_px.get() / f64::from(self.row_px.get())) as usize,
            (self.height_px.get() / f64::from(self.row_px.get())) as usize + 1,
        );
        let from = first.saturating_sub(SPARE).min(count);
        (from, (first + seen + SPARE).min(count))
    }

    fn place_of(self, record: &RecordId) -> Option<usize> {
        self.lines
            .with_untracked(|lines| lines.iter().position(|line| line.record() == Some(record)))
    }

    fn show(self, place: usize) {
        let Some(element) = self.element.get_untracked() else {
            return;
        };
        #[expect(clippy::cast_precision_loss, reason = "pixels of a page")]
        let top = place as f64 * f64::from(self.row_px.get_untracked());
        let seen_from = f64::from(element.scroll_top());
        let room = f64::from(element.client_height() - 2 * self.row_px.get_untracked());
        #[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
        if top < seen_from {
            element.set_scroll_top(top as i32);
        } else if top > seen_from + room {
            element.set_scroll_top((top - room) as i32);
        }
        self.scrolled();
    }
}

#[component]
fn GridHead(table: Table) -> impl IntoView {
    let ui = ui();
    view! {
        <thead>
            <tr>
                {live(move || table.columns.get_value().into_iter().map(|field| view! {
                    <th scope="col" data-type=type_key(field) data-key=field.key
                        style:width=format!("{}ch", field.width.max(8))>
                        {ui.text(field.label)}
                    </th>
                }).collect::<Vec<_>>())}
            </tr>
        </thead>
    }
}

/// The height of so many rows that are not drawn, as CSS has it; whole pixels need no code for fractions.
fn height_of(rows: usize, row_px: i32) -> String {
    format!("{}px", rows * usize::try_from(row_px).unwrap_or(0))
}

#[component]
fn GridBody(table: Table) -> impl IntoView {
    let window = Memo::new(move |_| table.window());
    let session = session();
    let drawn = Memo::new(move |_| {
        let (from, to) = window.get();
        let drawn = table
            .lines
            .with(|lines| lines[from.min(lines.len())..to.min(lines.len())].to_vec());
        table.all.with(|all| {
            session.read(|log| {
                let code = |line: &TableLine| line.record().map(|row| all.codes.display(log, row));
                drawn
                    .into_iter()
                    .map(|line| (code(&line).unwrap_or_default(), line))
                    .collect::<Vec<Drawn>>()
            })
        })
    });
    let above = move || height_of(window.get().0, table.row_px.get());
    let rest = move || table.count().saturating_sub(window.get().1);
    let below = move || height_of(rest(), table.row_px.get());
    view! {
        <tbody>
            <tr class="spacer" aria-hidden="true"><td style:height=above></td></tr>
            {list(move || drawn.get(), lines::key, move |line| view! { <GridLine table line/> }.into_any())}
            <tr class="spacer" aria-hidden="true"><td style:height=below></td></tr>
        </tbody>
    }
}

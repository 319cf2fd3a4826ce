//! The box for copied lines: what they are understood as, before anything of it is taken; what was taken for the line
//! that names the columns; and what finds no place, by name and number.

use super::Table;
use super::left_out::{left_out, said};
use super::paste::{copied, take, unread};
use super::which_order::WhichOrder;
use crate::analysis::words::cells::CopiedCells;
use crate::analysis::words::names::value_text;
use crate::analysis::words::typed::Order;
use crate::exchange::is_file_text;
use crate::state::{Copied, FirstLine, Pasted};
use crate::ui::screen::base::clipboard;
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::dom::{self, typed_text};
use crate::ui::screen::base::pieces::{live, on, press};
use crate::ui::screen::base::port::seen_from_here;
use crate::ui::texts;
use leptos::html;
use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

/// Lines shown in the box.
const SHOWN: usize = 6;

/// What is looked at in the box.
#[derive(Clone, Copy)]
struct LookedAt {
    table: Table,
    cells: RwSignal<CopiedCells>,
    first_line: RwSignal<FirstLine>,
    order: RwSignal<Option<Order>>,
    area: NodeRef<html::Textarea>,
    /// What stands in the box, kept until it is taken or the box is closed.
    half: RwSignal<String>,
}

impl LookedAt {
    /// What came into the box, by whatever way.
    fn show(self, text: &str, markup: &str) {
        let cells = CopiedCells::copied(text, markup);
        let letters = if markup.is_empty() {
            text.to_owned()
        } else {
            cells.to_text()
        };
        if let Some(area) = self.area.get_untracked() {
            area.set_value(&letters);
        }
        self.half.set(letters);
        self.put(cells);
    }

    fn put(self, cells: CopiedCells) {
        self.first_line.set(FirstLine::Judged);
        self.order.set(None);
        self.cells.set(cells);
    }

    fn read(self) -> Option<Pasted> {
        self.read_in(self.order.get())
    }

    /// With the order of day and month that somebody chose, or none.
    fn read_in(self, order: Option<Order>) -> Option<Pasted> {
        let pasting = self.table.pasting.get()?;
        let copied = Copied {
            first_line: self.first_line.get(),
            order,
            ..copied(&pasting, self.cells.get())
        };
        Some(self.table.session.read_table(self.table.template, &copied))
    }

    /// Takes it, and goes to the first record that it made, or back to the cell it went to.
    fn take(self, ui: Ui) {
        let (Some(pasting), Some(pasted)) = untrack(|| (self.table.pasting.get(), self.read()))
        else {
            return;
        };
        let onto = if pasted.heading.is_none() {
            &pasting.onto[..]
        } else {
            &[]
        };
        self.half.set(String::new());
        self.table.pasting.set(None);
        let made = take(ui, self.table.session, &pasted, onto, &self.table.besides());
        self.table.reveal(&made);
        match made.first() {
            Some(record) => dom::focus_soon(format!(".grid [data-record=\"{record}\"], main")),
            None => self.table.back_to_caret(),
        }
    }
}

/// The box for people who paste and look before they take.
#[component]
pub(in crate::ui) fn PasteBox(table: Table) -> impl IntoView {
    let ui = ui();
    let looked = LookedAt {
        table,
        cells: RwSignal::new(CopiedCells::default()),
        first_line: RwSignal::new(FirstLine::Judged),
        order: RwSignal::new(None),
        area: NodeRef::new(),
        half: table.half_pasted(ui),
    };
    Effect::new(move |_| {
        looked.area.track();
        let came = table.pasting.with(|pasting| {
            pasting
                .as_ref()
                .map(|one| (one.text.clone(), one.markup.clone()))
        });
        let half = || Some((looked.half.get_untracked(), String::new()));
        let came = came.filter(|(text, _)| !text.is_empty()).or_else(half);
        if let Some((text, markup)) = came.filter(|(text, _)| !text.is_empty()) {
            untrack(|| looked.show(&text, &markup));
        }
    });
    let pasted = move |event: Event| {
        let is_empty = looked
            .area
            .get_untracked()
            .is_some_and(|area| area.value().is_empty());
        let Some((text, markup)) =
            clipboard::pasted(&event).filter(|(text, _)| is_empty && !is_file_text(text))
        else {
            return;
        };
        event.prevent_default();
        looked.show(&text, &markup);
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            table.close_paste_box(ui);
        }
    };
    dom::focus_soon("[data-testid=paste-lines]".into());
    view! {
        <section class="panel paste-box" data-testid="paste-box" aria-label=ui.t(texts::table::PASTE_TABLE)
            on:keydown=on(key)>
            <p class="strip-head">
                <b>{ui.t(texts::table::PASTE_TABLE)}</b> <span class="hint">{ui.t(texts::table::PASTE_TABLE_HOW)}</span>
                <button type="button" class="icon-button" aria-label=ui.t(texts::frame::CLOSE)
                    title=ui.t(texts::frame::CLOSE) on:click=press(move || table.close_paste_box(ui))>
                    "×"
                </button>
            </p>
            <textarea rows="3" data-testid="paste-lines" data-free-text="" spellcheck="false" autocomplete="off"
                aria-label=ui.t(texts::table::PASTE_TABLE) node_ref=looked.area
                on:paste=move |event| pasted(event.into())
                on:input=on(move |event: Event| {
                    let letters = typed_text(&event);
                    looked.put(CopiedCells::of_text(&letters));
                    looked.half.set(letters);
                })></textarea>
            {live(move || {
                let is_any = looked.cells.with(|cells| !cells.lines.is_empty());
                let pasted = looked.read().filter(|_| is_any);
                pasted.map(|pasted| view! { <Understood looked pasted/> })
            })}
        </section>
    }
}

/// What was understood, and the button that takes it.
#[component]
fn Understood(looked: LookedAt, pasted: Pasted) -> impl IntoView {
    let ui = ui();
    let template = looked.table.template;
    let count = pasted.count();
    let is_to_cell = looked
        .table
        .pasting
        .with(|one| one.as_ref().is_some_and(|one| one.at.is_some()));
    let add = if is_to_cell && pasted.heading.is_none() {
        ui.text(texts::table::FILL_FROM).to_owned()
    } else {
        ui.fill(
            texts::table::ADD_TO,
            &[("what", ui.text(template.list_label()))],
        )
    };
    let left = looked.cells.with(|cells| left_out(ui, &pasted, cells));
    let is_clear = pasted.asks.is_empty();
    let unread = unread(ui, looked.table.session, &pasted).filter(|_| is_clear);
    let asks = match looked.order.get() {
        Some(_) => looked
            .read_in(None)
            .map_or_else(Vec::new, |pasted| pasted.asks),
        None => pasted.asks.clone(),
    };
    view! {
        {(!asks.is_empty()).then(|| view! { <WhichOrder asks order=looked.order/> })}
        <p>
            {ui.fill(texts::table::UNDERSTOOD, &[("n", &count.to_string())])} " "
            <FirstLineSaid looked pasted=pasted.clone()/>
        </p>
        <FirstRows looked pasted/>
        {left.map(|text| view! { <p class="told" role="status" data-testid="paste-left">{text}</p> })}
        {unread.map(|text| view! { <p class="told" role="status">{text}</p> })}
        {is_clear.then(|| view! {
            <p>
                <button type="button" class="primary" data-testid="paste-take" data-count=count.to_string()
                    on:click=press(move || looked.take(ui))>
                    {add}
                </button>
            </p>
        })}
    }
}

/// What the first line was taken for, and the click that takes it for the other.
#[component]
fn FirstLineSaid(looked: LookedAt, pasted: Pasted) -> impl IntoView {
    let ui = ui();
    let (told, other, turn) = match &pasted.heading {
        Some(texts) => {
            let names: Vec<&str> = texts
                .iter()
                .map(String::as_str)
                .filter(|text| !text.is_empty())
                .collect();
            let names = said(ui, &names.join(" · "));
            let told = ui.fill(texts::table::HEADING_TAKEN, &[("names", &names)]);
            (told, FirstLine::Record, texts::table::TAKE_AS_RECORD)
        }
        None => {
            let told = ui.text(texts::table::NO_HEADING).to_owned();
            (told, FirstLine::Heading, texts::table::TAKE_AS_HEADING)
        }
    };
    pasted.may_be_heading.then(|| {
        view! {
            <span class="hint">{told}</span> " "
            <button type="button" class="link" data-testid="first-line"
                on:click=press(move || looked.first_line.set(other))>
                {ui.text(turn)}
            </button>
        }
    })
}

/// The first lines as they will stand in the table.
#[component]
fn FirstRows(looked: LookedAt, pasted: Pasted) -> impl IntoView {
    let ui = ui();
    let columns: Vec<_> = pasted.columns.iter().copied().flatten().collect();
    let heads: Vec<_> = columns
        .iter()
        .map(|field| view! { <th scope="col">{ui.text(field.label)}</th> })
        .collect();
    let text_in = |row: &Vec<(&str, _)>, field: &crate::model::template::Field| {
        let value = row.iter().find(|(key, _)| *key == field.key);
        let session = looked.table.session;
        value.map_or_else(String::new, |(_, value)| {
            session.read(|log| value_text(log, field, value, seen_from_here(ui.lang.get())))
        })
    };
    let rows = pasted.rows.iter().filter(|row| !row.is_empty());
    let lines: Vec<_> = rows
        .take(SHOWN)
        .map(|row| {
            let cells = columns.iter().map(|field| text_in(row, field));
            view! { <tr>{cells.map(|text| view! { <td>{text}</td> }).collect::<Vec<_>>()}</tr> }
        })
        .collect();
    let more = pasted.count().saturating_sub(SHOWN);
    view! {
        <div class="paste-rows">
            <table class="list-table" aria-label=ui.t(texts::table::PASTE_TABLE)>
                <thead><tr>{heads}</tr></thead><tbody>{lines}</tbody>
            </table>
        </div>
        {(more > 0).then(|| view! {
            <p class="hint">{ui.fill(texts::frame::MORE_ROWS, &[("n", &more.to_string())])}</p>
        })}
    }
}

//! Lines copied from Excel or WPS: pasted into the table, or into the box that shows first what was understood.

use super::{Reveal, Table};
use crate::analysis::words::look::marked;
use crate::analysis::words::names::{quoted, value_text};
use crate::analysis::words::reasons::reason;
use crate::analysis::words::typed::Order;
use crate::model::template::Lang;
use crate::model::{RecordId, Value};
use crate::state::{Copied, Pasted, Session, TableTaken, UnreadCell, is_table};
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::deed::{Deed, Pasting, TableFocus};
use crate::ui::screen::base::dom::{self, typed_text};
use crate::ui::screen::base::door::carry_out;
use crate::ui::screen::base::pieces::{live, on, press};
use crate::ui::screen::base::port::seen_from_here;
use crate::ui::texts;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// Lines shown in the box.
const SHOWN: usize = 6;

/// Hears what is pasted while the table, the line that adds, or nothing at all has the focus.
pub(super) fn watch(table: Table) {
    if crate::templates::needs_a_parent(table.template.kind) {
        return;
    }
    let ui = ui();
    let listener = window_event_listener_untyped("paste", move |event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        let is_ours = target.is_some_and(|target| {
            target
                .closest(".grid, .grid-foot, .strip")
                .is_ok_and(|found| found.is_some())
                || matches!(target.tag_name().as_str(), "BODY" | "MAIN")
        });
        let Some(text) = dom::pasted_text(&event).filter(|text| is_ours && is_table(text)) else {
            return;
        };
        event.prevent_default();
        let is_active = |here: &TableFocus| {
            let active = table.active.get_untracked();
            !here.field.is_empty() && active.as_ref() == Some(&here.record)
        };
        let at = table.here().filter(is_active);
        let onto = at.as_ref().map(|here| table.records_from(here.place));
        let pasting = Pasting {
            text,
            template: table.template,
            onto: onto.unwrap_or_default(),
            at,
            besides: table.filters.besides(),
        };
        carry_out(ui, Deed::Paste(table.session, Box::new(pasting)));
    });
    on_cleanup(move || listener.remove());
}

/// Takes what was pasted into the table: from a cell on, or as new rows. Where it can be read in two ways nothing is
/// taken, and the box asks.
pub(in crate::ui) fn paste(ui: Ui, session: Session, pasting: Pasting) {
    dom::leave();
    let pasted = session.read_table(pasting.template, &copied(&pasting, None));
    if pasted.asks.is_empty() {
        take_and_show(ui, session, &pasted, pasting);
    } else {
        ui.asking.set(Some(pasting));
    }
}

fn copied(pasting: &Pasting, order: Option<Order>) -> Copied<'_> {
    Copied {
        text: &pasting.text,
        from: pasting.at.as_ref().map(|here| here.field.as_str()),
        onto: &pasting.onto,
        order,
    }
}

fn take_and_show(ui: Ui, session: Session, pasted: &Pasted, pasting: Pasting) {
    let onto = if pasted.has_header {
        &[][..]
    } else {
        &pasting.onto
    };
    let rows = take(ui, session, pasted, onto, &pasting.besides);
    let caret = pasting.at.map(|here| (here.record, here.field));
    ui.reveal.set(Some(Reveal { rows, caret }));
}

impl Table {
    /// The records shown from a line on.
    fn records_from(self, place: usize) -> Vec<RecordId> {
        self.lines.with_untracked(|lines| {
            let lines = lines.iter().skip(place);
            lines.filter_map(|line| line.record().cloned()).collect()
        })
    }
}

/// Answers with the records made.
fn take(
    ui: Ui,
    session: Session,
    pasted: &Pasted,
    onto: &[RecordId],
    besides: &[(&'static str, Value)],
) -> Vec<RecordId> {
    let taken = session.take_table(pasted, onto, besides);
    let said = untrack(|| done(ui, &taken));
    ui.notices.done(session, said, "undo-paste");
    if let Some(unread) = untrack(|| unread(ui, pasted)) {
        ui.notices.warn(unread);
    }
    taken.made
}

fn done(ui: Ui, taken: &TableTaken) -> String {
    let counted = |label, n: usize| (n > 0).then(|| ui.fill(label, &[("n", &n.to_string())]));
    let parts = [
        counted(texts::table::PASTED_OVER, taken.filled),
        counted(texts::table::PASTED_ROWS, taken.made.len()),
        counted(texts::table::PASTED_SUGGESTED, taken.suggested),
    ];
    let between = if ui.lang.get() == Lang::En { " " } else { "" };
    let said = parts
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(between);
    if said.is_empty() {
        ui.text(texts::table::PASTED_NOTHING).to_owned()
    } else {
        said
    }
}

/// What could not be read, each text once with its lines and the reason.
fn unread(ui: Ui, pasted: &Pasted) -> Option<String> {
    let separator = ui.text(texts::LIST_SEPARATOR);
    let mut all: Vec<(&UnreadCell, Vec<String>)> = Vec::new();
    for cell in &pasted.unread {
        let is_same = |known: &UnreadCell| {
            (known.field.key, &known.text, known.unread.why)
                == (cell.field.key, &cell.text, cell.unread.why)
        };
        match all.iter_mut().find(|(known, _)| is_same(known)) {
            Some((_, lines)) => lines.push(cell.line.to_string()),
            None => all.push((cell, vec![cell.line.to_string()])),
        }
    }
    let items = all.into_iter().map(|(cell, lines)| {
        let places = [
            ("field", ui.text(cell.field.label)),
            ("text", &*quoted(marked(cell.text.clone()))),
            ("lines", &lines.join(separator)),
            ("why", &reason(cell.unread.why, ui.lang.get())),
        ];
        ui.fill(texts::table::UNREAD_ITEM, &places)
    });
    let list = items.collect::<Vec<_>>().join(" ");
    (!list.is_empty()).then(|| ui.fill(texts::table::PASTED_UNREAD, &[("list", &list)]))
}

/// The box for people who paste and look before they take, and for lines that have to be asked about.
#[component]
pub(in crate::ui) fn PasteBox(table: Table) -> impl IntoView {
    let ui = ui();
    // What was pasted into the table itself, with its place there.
    let given = ui.asking.get_untracked();
    ui.asking.set(None);
    let pasting = StoredValue::new(given.unwrap_or_else(|| Pasting {
        text: String::new(),
        template: table.template,
        at: None,
        onto: Vec::new(),
        besides: table.filters.besides(),
    }));
    let text = RwSignal::new(pasting.with_value(|pasting| pasting.text.clone()));
    let order = RwSignal::new(None::<Order>);
    let now = move || Pasting {
        text: text.get(),
        ..pasting.get_value()
    };
    let read = move |order| {
        let session = table.session;
        session.read_table(table.template, &copied(&now(), order))
    };
    let take_it = move || {
        let (pasting, pasted) = untrack(|| (now(), read(order.get())));
        table.pasting.set(false);
        take_and_show(ui, table.session, &pasted, pasting);
    };
    let understood = move || {
        let is_any = text.with(|text| !text.trim().is_empty());
        is_any.then(|| {
            let pasted = read(order.get());
            let add = ui.fill(
                texts::table::ADD_TO,
                &[("what", ui.text(table.template.list_label()))],
            );
            let count = pasted.count();
            let is_clear = pasted.asks.is_empty();
            let asks = if order.get().is_some() {
                read(None).asks
            } else {
                pasted.asks.clone()
            };
            view! {
                {(!asks.is_empty()).then(|| view! { <WhichOrder asks order/> })}
                <Understood table pasted/>
                {is_clear.then(|| view! {
                    <p>
                        <button type="button" class="primary" data-testid="paste-take" data-count=count.to_string()
                            on:click=press(take_it)>
                            {add}
                        </button>
                    </p>
                })}
            }
        })
    };
    dom::focus_soon("[data-testid=paste-lines]".into());
    view! {
        <section class="panel paste-box" data-testid="paste-box">
            <p class="strip-head">
                <b>{ui.t(texts::table::PASTE_TABLE)}</b> <span class="hint">{ui.t(texts::table::PASTE_TABLE_HOW)}</span>
                <button type="button" class="icon-button" aria-label=ui.t(texts::frame::CLOSE)
                    title=ui.t(texts::frame::CLOSE) on:click=press(move || table.pasting.set(false))>
                    "×"
                </button>
            </p>
            <textarea rows="3" data-testid="paste-lines" data-free-text="" spellcheck="false" autocomplete="off"
                aria-label=ui.t(texts::table::PASTE_TABLE) prop:value=text.get_untracked()
                on:input=on(move |event: web_sys::Event| text.set(typed_text(&event)))></textarea>
            {live(understood)}
        </section>
    }
}

/// The order of day and month, where the lines do not say it: asked once for all of them.
#[component]
fn WhichOrder(asks: Vec<Order>, order: RwSignal<Option<Order>>) -> impl IntoView {
    let ui = ui();
    let offered = [
        (Order::DayMonthYear, texts::table::DAY_FIRST),
        (Order::MonthDayYear, texts::table::MONTH_FIRST),
        (Order::YearMonthDay, texts::table::YEAR_FIRST),
    ];
    let chosen = move |one: Order| (order.get() == Some(one)).to_string();
    let offered = offered.into_iter().filter(|(one, _)| asks.contains(one));
    let buttons = offered.map(|(one, label)| {
        view! {
            <button type="button" data-testid="date-order" aria-pressed=move || chosen(one)
                on:click=press(move || order.set(Some(one)))>
                {ui.t(label)}
            </button>
            " "
        }
    });
    view! {
        <p class="answers" data-testid="which-order">
            <span>{ui.t(texts::table::WHICH_ORDER)}</span> {buttons.collect::<Vec<_>>()}
        </p>
    }
}

/// The first lines as they will stand in the table, and what is left out.
#[component]
fn Understood(table: Table, pasted: Pasted) -> impl IntoView {
    let ui = ui();
    let columns: Vec<_> = pasted.columns.iter().copied().flatten().collect();
    let heads: Vec<_> = columns
        .iter()
        .map(|field| view! { <th scope="col">{ui.text(field.label)}</th> })
        .collect();
    let text_in = |row: &Vec<(&str, _)>, field: &crate::model::template::Field| {
        let value = row.iter().find(|(key, _)| *key == field.key);
        value.map_or_else(String::new, |(_, value)| {
            table
                .session
                .read(|log| value_text(log, field, value, seen_from_here(ui.lang.get())))
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
    let count = pasted.count();
    let more = count.saturating_sub(SHOWN);
    let unknown = pasted.unknown_columns.join(ui.text(texts::LIST_SEPARATOR));
    view! {
        <p>{ui.fill(texts::table::UNDERSTOOD, &[("n", &count.to_string())])}</p>
        <div class="paste-rows">
            <table class="list-table"><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table>
        </div>
        {(more > 0).then(|| view! {
            <p class="hint">{ui.fill(texts::frame::MORE_ROWS, &[("n", &more.to_string())])}</p>
        })}
        {(!unknown.is_empty()).then(|| view! {
            <p class="hint">{ui.fill(texts::table::UNUSED_COLUMNS, &[("names", &unknown)])}</p>
        })}
        {unread(ui, &pasted).map(|text| view! { <p class="told" role="status">{text}</p> })}
    }
}

//! Under the table: what can be done with the edited line, and the line that adds one by typing.

use super::Table;
use super::filters::counted;
use crate::model::Value;
use crate::model::template::Template;
use crate::ui::screen::base::composer::kept_line;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::door::{LaterView, later};
use crate::ui::screen::base::pieces::{live, on, press, when};
use crate::ui::screen::form::extras::{LineReader, of_line};
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

/// What can be done with the edited line, and the line that adds one by typing.
#[component]
pub(super) fn GridFoot(table: Table) -> impl IntoView {
    let ui = ui();
    let session = session();
    let template = table.template;
    let reader = of_line(template.kind);
    let typed = kept_line(ui, session, &format!("type-to-add/{}", template.kind));
    let add = move |event: KeyboardEvent| {
        if event.key() != "Enter" || event.is_composing() || event.key_code() == 229 {
            return;
        }
        let text = typed_text(&event);
        let value = Value::typed(&text);
        if !value.is_empty() {
            let said = reader.and_then(|reader| (reader.fields)(&text));
            let said = said.unwrap_or_else(|| vec![(template.name, value)]);
            let fields = [said, table.besides()].concat();
            let made = session.add_rows(template.kind, None, None, &[fields]);
            typed.set(String::new());
            table.reveal(&made);
        }
    };
    let how = reader.map_or(texts::table::TYPE_TO_ADD, |reader| reader.how);
    let is_free = !crate::templates::needs_a_parent(template.kind);
    let has_filters = !template.filters.is_empty();
    let open = move || {
        table.is_shut.set(false);
        table.back_to_caret();
    };
    let strip = move || {
        let record = table.active.get().filter(|_| !table.is_shut.get());
        record.map(|record| later(LaterView::Strip(record)))
    };
    view! {
        {live(strip)}
        <div class="grid-foot">
            {is_free.then(|| view! {
                <input type="text" class="letters type-to-add" data-testid="type-to-add" autocomplete="off"
                    placeholder=ui.t(how) aria-label=ui.t(how)
                    prop:value=move || typed.get() on:input=on(move |event: Event| typed.set(typed_text(&event)))
                    on:keydown=on(add)/>
            })}
            {reader.map(|reader| live(move || read_so_far(ui, template, reader, &typed.get())))}
            {when(move || !has_filters && table.shown_count() > 0, move || view! {
                <span class="hint count">{live(move || counted(ui, table))}</span>
            })}
            {live(move || (table.active.with(Option::is_some) && table.is_shut.get()).then(|| view! {
                <button type="button" data-testid="strip-open" on:click=press(open)>
                    {ui.t(texts::table::DETAILS)}
                </button>
            }))}
            {when(move || table.shown_count() > 0, move || view! {
                <span class="hint keys">{ui.t(texts::table::GRID_KEYS)}</span>
            })}
        </div>
    }
}

/// What the letters say so far, field by field, before they are taken.
fn read_so_far(
    ui: Ui,
    template: &'static Template,
    reader: LineReader,
    text: &str,
) -> Option<AnyView> {
    let fields = (reader.fields)(text)?;
    let part = |(key, value): (&str, Value)| {
        let label = template
            .field(key)
            .filter(|field| field.key != template.name)?
            .label;
        let text = value.as_text().unwrap_or_default().to_owned();
        Some(view! { <span class="chip proposed"><b>{ui.text(label)}</b> " " {text}</span> })
    };
    let parts: Vec<_> = fields.into_iter().filter_map(part).collect();
    Some(
        view! { <span class="read-line" role="status" data-testid="line-read">{parts}</span> }
            .into_any(),
    )
}

//! What narrows a list down, the same over the table and over the views of the plan: a choice for a field, and how many
//! of how many are shown.

use super::offer::{self, FEW, Offer, Offered};
use crate::analysis::standing::plan_view::{EMPTY, OPEN};
use crate::analysis::words::names::short_name;
use crate::model::RecordId;
use crate::model::template::{Choice, Field, FieldType};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::texts;
use leptos::prelude::*;

/// 30 项，显示 14 项
pub(in crate::ui::screen) fn shown_of(ui: Ui, all: usize, shown: usize) -> String {
    let (n, m) = (all.to_string(), shown.to_string());
    match all == shown {
        true => ui.fill(texts::table::SHOWN_OF, &[("n", &n)]),
        false => ui.fill(texts::table::SHOWN_SOME, &[("n", &n), ("m", &m)]),
    }
}

/// How a record stands in the value that is chosen, and back.
#[derive(Clone, Copy)]
pub(in crate::ui::screen) struct RecordWord {
    pub(in crate::ui::screen) write: fn(&RecordId) -> String,
    pub(in crate::ui::screen) read: fn(&Field, &str) -> Option<RecordId>,
}

/// A choice of one value of a field, of those that are not done, or of nothing there; "" lets all through.
#[component]
pub(in crate::ui::screen) fn NarrowBy(
    field: &'static Field,
    word: RecordWord,
    wanted: Signal<String>,
    choose: Callback<String>,
    /// Whether its name stands in the choice, where there is no room for it beside.
    #[prop(optional)]
    is_short: bool,
) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let name = move |row: &RecordId| {
        let lang = ui.lang.get();
        session.watch(|log| short_name(log, row, lang))
    };
    let rows = match field.field_type {
        FieldType::Ref(kinds) | FieldType::Set(kinds) => {
            Some(offer::candidates(ui, session, kinds))
        }
        _ => None,
    };
    let others = move || {
        let label = |choice: &Choice| (choice.key.to_owned(), ui.text(choice.label).to_owned());
        let mut all = Vec::new();
        if let FieldType::Enum(choices) = field.field_type {
            all.push((OPEN.to_owned(), ui.text(texts::table::NOT_DONE).to_owned()));
            all.extend(choices.iter().map(label));
        }
        if let Some(rows) = rows {
            let one = |row: &RecordId| ((word.write)(row), name(row));
            all.extend(rows.with(|rows| rows.iter().map(one).collect::<Vec<_>>()));
            all.push((EMPTY.to_owned(), ui.text(texts::NOTHING).to_owned()));
        }
        all
    };
    let offered = Offered::new(Offer {
        value: wanted,
        nothing: match is_short {
            true => field.label,
            false => texts::table::ALL_OF_THEM,
        },
        is_short: Box::new(move || rows.is_none_or(|rows| rows.with(Vec::len) <= FEW)),
        all: Box::new(others),
        called: Box::new(move |value| match value {
            "" => None,
            EMPTY => Some(ui.text(texts::NOTHING).to_owned()),
            value => (word.read)(field, value).map(|row| name(&row)),
        }),
    });
    view! {
        <label>
            <span class:hidden=is_short>{ui.t(field.label)}</span>
            <select data-testid=format!("filter-{}", field.key)
                data-narrowed=move || wanted.with(|wanted| !wanted.is_empty()).to_string() node_ref=offered.element
                on:pointerdown=move |_| offered.open() on:focus=move |_| offered.open()
                on:blur=move |_| offered.close()
                on:change=move |event| choose.run(event_target_value(&event))></select>
        </label>
    }
}

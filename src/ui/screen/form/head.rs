//! The head of a sheet, and the chips that say how a record stands, wherever it is shown.

use super::extras;
use crate::analysis::calendar_of;
use crate::analysis::time::lateness::overdue_days;
use crate::model::template::{CODE, Form, STATUS, State, Template};
use crate::model::{FieldKey, RecordId};
use crate::state::Session;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::{icons, pieces::live};
use crate::ui::texts;
use leptos::prelude::*;

/// A line to write on.
const BLANK: &str = "＿＿＿＿";

/// By how many working days a record is late; 0 where it is not. Watches it.
pub(in crate::ui) fn late_days(session: Session, record: &RecordId) -> i64 {
    let today = session.now().date_naive();
    let late = session.watch(|log| {
        let form = Form::new(log, record.clone());
        overdue_days(&form, today, &calendar_of(&form))
    });
    late.filter(|days| *days > 0).unwrap_or_default()
}

/// 逾期 2 个工作日; nothing where it is not late.
pub(in crate::ui) fn late_by(ui: Ui, days: i64) -> Option<AnyView> {
    (days > 0).then(|| {
        let said = ui.fill(texts::table::LATE_BY, &[("n", &days.to_string())]);
        view! { <span class="late">{said}</span> }.into_any()
    })
}

/// Number, title, marks.
#[component]
pub(super) fn SheetHead(record: RecordId, template: &'static Template) -> impl IntoView {
    let ui = ui();
    let session = session();
    let prefilled = is_prefilled(&record);
    let mark = live(move || {
        let chip = || {
            view! {
                <span class="chip" data-prefilled="true" data-testid="prefilled"
                    title=ui.t(texts::forms::PREFILLED_HOW)>
                    {ui.t(texts::PREFILLED_FIELD)}
                </span>
            }
        };
        prefilled.get().then(chip)
    });
    let before = extras::before_title(&record);
    let behind = extras::behind_title(&record);
    let code_of = record.clone();
    let has_number = template.field(CODE).is_some();
    let code = move || {
        session.value(&code_of, &FieldKey::of(CODE));
        let code = session.read(|log| crate::analysis::display_code(log, &code_of));
        // A form that is filled in by hand is given its number by hand.
        let (class, code) = match code.is_empty() {
            true => ("sheet-code paper-only", BLANK.to_owned()),
            false => ("sheet-code", code),
        };
        (has_number || class == "sheet-code")
            .then(|| view! { <span class=class>{ui.t(texts::NUMBER)} " " {code}</span> })
    };
    view! {
        <header class="sheet-head">
            {live(code)}
            {before}
            <h1>{ui.t(template.title)}</h1>
            <span class="chips">{mark} {behind} <StatusChip record template/></span>
        </header>
    }
}

/// Whether a record stands as the app filled it; watches it.
pub(in crate::ui) fn is_prefilled(record: &RecordId) -> Memo<bool> {
    let session = session();
    let record = record.clone();
    Memo::new(move |_| {
        session.watch(|log| crate::analysis::is_prefilled(&Form::new(log, record.clone())))
    })
}

/// 预排, in the place of the state nobody has given it.
#[component]
pub(in crate::ui) fn PrefilledChip(record: RecordId, template: &'static Template) -> impl IntoView {
    let ui = ui();
    let session = session();
    let status = template.states.map(|machine| {
        let status = session.value(&record, &FieldKey::of(STATUS));
        status
            .as_text()
            .unwrap_or(machine.first().choice.key)
            .to_owned()
    });
    view! {
        <span class="chip" data-prefilled="true" data-testid="status" data-status=status
            title=ui.t(texts::forms::PREFILLED_HOW)>
            {ui.t(texts::PREFILLED_FIELD)}
        </span>
    }
}

/// The state of a record: tone, shape and word.
#[component]
pub(in crate::ui) fn StatusChip(record: RecordId, template: &'static Template) -> impl IntoView {
    let ui = ui();
    let session = session();
    let state = Memo::new(move |_| {
        let Some(machine) = template.states else {
            return "";
        };
        let status = session.value(&record, &FieldKey::of(STATUS));
        let state = status.as_text().and_then(|key| machine.state(key));
        state.unwrap_or(machine.first()).choice.key
    });
    let state_of = move || {
        template
            .states
            .and_then(|machine| machine.state(state.get()))
    };
    live(move || {
        state_of().map(|state: &'static State| view! {
            <span class="chip" data-tone=icons::tone_key(state.tone) data-testid="status" data-status=state.choice.key>
                <icons::ToneShape tone=state.tone/>
                {ui.t(state.choice.label)}
            </span>
        })
    })
}

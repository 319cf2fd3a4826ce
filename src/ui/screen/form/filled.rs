//! A field that the app fills, wherever it stands: nobody types into it.

use crate::analysis::computed;
use crate::analysis::words::names::value_text;
use crate::model::RecordId;
use crate::model::template::{Field, Form};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::base::port::seen_from_here;
use leptos::prelude::*;

/// A field that the app fills: calculated, or set by a step.
#[component]
pub(in crate::ui) fn Filled(record: RecordId, field: &'static Field) -> impl IntoView {
    let ui = ui();
    let session = session();
    let text = Memo::new(move |_| {
        let lang = ui.lang.get();
        let now = session.now();
        session.watch(|log| {
            let form = Form::new(log, record.clone());
            let value = computed(&form, field.key, now).unwrap_or_else(|| form.value(field.key));
            value_text(log, field, &value, seen_from_here(lang))
        })
    });
    view! { <output class="filled" data-key=field.key>{live(move || text.get())}</output> }
}

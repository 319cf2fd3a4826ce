//! 填实际值: what was reached of the metrics that somebody measures, and why where it was not.

use crate::analysis::standing::report::open_metrics;
use crate::analysis::words::names::short_name;
use crate::model::RecordId;
use crate::model::template::Form;
use crate::templates::metric;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::pieces::{list, live, when};
use crate::ui::screen::form::control::FieldControl;
use crate::ui::texts;
use leptos::prelude::*;

/// The metrics, a line each.
#[component]
pub(super) fn Metrics(metrics: Memo<Vec<RecordId>>) -> impl IntoView {
    let line = |metric: RecordId| view! { <Line metric/> }.into_any();
    view! { <ul class="improvements">{list(move || metrics.get(), RecordId::to_string, line)}</ul> }
}

#[component]
fn Line(metric: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let href = Ui::href(session.project(), &metric);
    let id = StoredValue::new(metric);
    let name = move || session.watch(|log| short_name(log, &id.get_value(), ui.lang.get()));
    let target = move || {
        session.watch(|log| {
            let form = Form::new(log, id.get_value());
            let target = form.get(metric::TARGET_VALUE).unwrap_or_default();
            let unit = form.get(metric::UNIT).unwrap_or_default();
            let target = format!("{target} {unit}");
            ui.fill(texts::wrap_up::TARGET_IS, &[("target", target.trim())])
        })
    };
    let is_missed = Memo::new(move |_| {
        session.watch(|log| {
            let form = Form::new(log, id.get_value());
            let is_explained = form.has(metric::EXPLANATION.name);
            is_explained || open_metrics(log).1.contains(form.record())
        })
    });
    let control = move |key: &str| {
        let field = metric::METRIC.field(key)?;
        let record = id.get_value();
        Some(view! {
            <label class="line"><span>{ui.t(field.label)}</span> <FieldControl record field/></label>
        })
    };
    view! {
        <li data-record=id.get_value().to_string()>
            <p><a href=href><bdi>{live(name)}</bdi></a> " " <span class="hint">{live(target)}</span></p>
            {control(metric::ACTUAL_VALUE.name)}
            {when(move || is_missed.get(), move || control(metric::EXPLANATION.name))}
        </li>
    }
}

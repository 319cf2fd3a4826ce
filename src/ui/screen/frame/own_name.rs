//! The name of somebody who is not on the list, with the department: said by Enter or by leaving the line.

use crate::model::Value;
use crate::templates::identity as signatures;
use crate::ui::screen::base::context::ui;
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::life;
use crate::ui::texts;
use leptos::prelude::*;

/// The line for somebody who is not on the list: the department, where they like, and the name, once.
#[component]
pub(super) fn OwnName(
    off_list: Memo<String>,
    named: Callback<String>,
    half: [RwSignal<String>; 2],
) -> impl IntoView {
    let ui = ui();
    let [half_department, half_name] = half;
    // What is typed stands before what somebody signs with.
    let or_signed = |half: String, signed: &str| match half.is_empty() {
        true => signed.to_owned(),
        false => half,
    };
    let department = move || {
        let half = half_department.get();
        off_list.with(|author| or_signed(half, signatures::signed(author).1))
    };
    let name = move || {
        let half = half_name.get();
        off_list.with(|author| or_signed(half, signatures::signed(author).0))
    };
    // Whoever loads the page anew leaves the line, and has not said the name.
    let is_leaving = StoredValue::new(false);
    life::hear_any(&["beforeunload"], move |_| is_leaving.set_value(true));
    let typed = move |half: RwSignal<String>, event: web_sys::Event| {
        is_leaving.set_value(false);
        half.set(typed_text(&event));
    };
    // A line that goes with its page loses the focus when nothing of the page is there any more: what is half typed is
    // kept, and nobody is named by it.
    let is_here = move || is_leaving.try_get_value() == Some(false);
    let say = move |name: &str, department: &str| {
        let name = Value::typed(name);
        if let Some(name) = name.as_text() {
            named.run(signatures::signature(name, department));
        }
    };
    let of_department = move |event| {
        if is_here() {
            say(&untrack(name), &typed_text(&event));
        }
    };
    let of_name = move |event| {
        if is_here() {
            say(&typed_text(&event), &untrack(department));
        }
    };
    // What stood there when the page was loaded anew is no change.
    let left = move || {
        let half = is_here().then(|| half_name.get_untracked());
        if let Some(half) = half.filter(|half| !half.is_empty()) {
            say(&half, &untrack(department));
        }
    };
    view! {
        <span class="other">
            {ui.t(texts::frame::SOMEBODY_ELSE)}
            <input type="text" data-free-text="" data-esc-back="" data-testid="own-department" autocomplete="off"
                aria-label=ui.t(texts::frame::YOUR_DEPARTMENT) placeholder=ui.t(texts::frame::YOUR_DEPARTMENT)
                prop:value=department on:input=move |event| typed(half_department, event)
                on:change=of_department/>
            <input type="text" data-free-text="" data-esc-back="" data-testid="own-name" autocomplete="off"
                aria-label=ui.t(texts::frame::YOUR_NAME) placeholder=ui.t(texts::frame::YOUR_NAME)
                prop:value=name on:input=move |event| typed(half_name, event) on:change=of_name
                on:blur=move |_| left()/>
        </span>
    }
}

//! The question for a reason, and what somebody has typed into it: it outlives the drawing of what asks.

use crate::ui::screen::base::composer::Composer;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::dom;
use crate::ui::screen::base::focus::hand_back_focus;
use crate::ui::screen::base::pieces::live;
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::HtmlElement;

/// Whether a reason is asked for, and what was typed so far.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Asking {
    composer: Composer<1>,
    /// Whether the form was opened since it was last drawn: only then it takes the focus from elsewhere.
    is_fresh: StoredValue<bool>,
    /// What asked, and gets the focus back.
    asked_by: StoredValue<Option<HtmlElement>, LocalStorage>,
}

impl Asking {
    /// At that place of the open project, with what somebody began to type there.
    pub(in crate::ui) fn at(place: String) -> Self {
        Self {
            composer: Composer::at(ui(), session(), place),
            is_fresh: StoredValue::new(false),
            asked_by: StoredValue::new_local(None),
        }
    }

    /// Shows the line for the reason, with the focus in it.
    pub(in crate::ui) fn begin(self) {
        self.is_fresh.set_value(true);
        self.asked_by.set_value(dom::focused());
        self.composer.begin([String::new()]);
    }

    /// Whether it is asked for; watched.
    pub(in crate::ui) fn is_open(self) -> bool {
        self.composer.is_open()
    }

    fn end(self) {
        self.composer.end();
        if let Some(asked_by) = self.asked_by.try_update_value(Option::take).flatten() {
            hand_back_focus(asked_by);
        }
    }
}

/// Where it is typed.
const INPUT: &str = ".reason input";

/// Asks for the reason, then goes on with it.
#[component]
pub(in crate::ui) fn ReasonForm(asking: Asking, then: Callback<String>) -> impl IntoView {
    let ui = ui();
    let [reason] = asking.composer.lines;
    let complain = RwSignal::new(false);
    let done = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let text = reason.get_untracked();
        if text.trim().is_empty() {
            complain.set(true);
        } else {
            asking.end();
            then.run(text.trim().to_owned());
        }
    };
    let is_fresh = asking.is_fresh.get_value();
    asking.is_fresh.set_value(false);
    // While it is drawn anew the one before still stands there.
    let was_here = dom::focused().is_some_and(|element| element.matches(INPUT) == Ok(true));
    if is_fresh || was_here {
        dom::focus_soon(INPUT.to_owned());
    }
    view! {
        <form class="reason" on:submit=done
            on:keydown=move |event| if event.key() == "Escape" && !event.is_composing() { asking.end() }>
            <label>
                {ui.t(texts::forms::REASON)}
                <input type="text" data-testid="reason" prop:value=move || reason.get()
                    on:input=move |event| reason.set(dom::typed_text(&event))/>
            </label>
            {live(move || complain.get().then(|| view! {
                <p class="told" role="alert">{ui.text(texts::forms::REASON_FIRST)}</p>
            }))}
            {asking.composer.still_here(ui)}
            <button data-testid="reason-done">{ui.t(texts::forms::DO_IT)}</button>
            <button type="button" on:click=move |_| asking.end()>{ui.t(texts::forms::CANCEL)}</button>
        </form>
    }
}

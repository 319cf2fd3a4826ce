//! The two answers that most questions have: yes, or no with a reason.

use crate::analysis::Answer;
use crate::model::line::quoted;
use crate::model::template::Label;
use crate::ui::screen::base::composer::Composer;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::pieces::live;
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::SubmitEvent;

/// Yes, or no with a reason: one button each, the reason asked for where it is needed. What was objected stays in
/// sight.
#[component]
pub(super) fn YesOrNo(
    answer: Memo<Answer>,
    agree: Callback<()>,
    object: Callback<String>,
    /// What was objected.
    #[prop(into)]
    words: Signal<String>,
    edit: String,
    /// Where what is being objected is kept.
    place: String,
) -> impl IntoView {
    let ui = ui();
    let asking = Composer::<1>::at(ui, session(), place);
    let [reason] = asking.lines;
    let ask = move |_| asking.begin([words.get_untracked()]);
    let done = move |event: SubmitEvent| {
        event.prevent_default();
        let text = reason.get_untracked();
        if !text.trim().is_empty() {
            asking.end();
            object.run(text.trim().to_owned());
        }
    };
    let agreed = move || answer.get() == Answer::Agreed;
    let has_objected = move || matches!(answer.get(), Answer::Objected | Answer::ObjectedBefore(_));
    view! {
        <p class="answers">
            <button type="button" data-answer="yes" aria-pressed=move || agreed().to_string()
                on:click=move |_| agree.run(())>
                {ui.t(texts::decide::CONFIRM)}
            </button>
            <button type="button" data-answer="no" aria-pressed=move || (answer.get() == Answer::Objected).to_string()
                on:click=ask>
                {ui.t(texts::decide::OBJECT)}
            </button>
            <a class="button quiet" href=edit>{ui.t(texts::decide::SEE_WHOLE)}</a>
        </p>
        {live(move || (has_objected() && !asking.is_open()).then(|| view! { <Objected words/> }))}
        {live(move || asking.is_open().then(|| view! {
            <form class="reason" on:submit=done>
                <label>
                    {ui.t(texts::decide::OBJECT_WHY)}
                    <input type="text" prop:value=move || reason.get()
                        on:input=move |event| reason.set(typed_text(&event))/>
                </label>
                {asking.still_here(ui)}
                <button>{ui.t(texts::forms::DO_IT)}</button>
                <button type="button" on:click=move |_| asking.end()>{ui.t(texts::forms::CANCEL)}</button>
            </form>
        }))}
    }
}

/// What was objected, in its words.
#[component]
pub(super) fn Objected(
    words: Signal<String>,
    #[prop(default = texts::decide::YOUR_OBJECTION)] label: Label,
) -> impl IntoView {
    let ui = ui();
    let said = move || {
        let words = quoted(&words.get(), OBJECTION_CHARS, ui.lang.get());
        ui.fill(label, &[("text", &words)])
    };
    live(move || {
        (!words.with(String::is_empty)).then(|| view! { <p class="objection">{said()}</p> })
    })
}

/// Characters shown of an objection.
const OBJECTION_CHARS: usize = 300;

//! The parts of an update: the per cent, how sure one is, the sentence with its figures, the day, the cause.

use super::typing::TaskNote;
use crate::model::template::{Choice, FieldType, Label};
use crate::templates::{begun_beside, issue, progress, task};
use crate::ui::screen::base::context::ui;
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::pieces::{live, on, press, when};
use crate::ui::screen::form::beside::begin_beside;
use crate::ui::screen::form::control::{DayBox, day_hint, length_told};
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::Event;

/// So many causes stand in the open; the others unfold.
const COMMON_CAUSES: usize = 4;

/// How far it has come.
#[component]
pub(super) fn Percent(one: TaskNote) -> impl IntoView {
    let ui = ui();
    let step = |label: &'static str, by: fn(i64) -> i64| {
        view! {
            <button type="button" class="small" on:click=press(move || one.move_percent(by))>{label}</button>
        }
    };
    view! {
        <label class="update-percent">
            <span>{ui.t(texts::progress::COMPLETE_TO)}</span>
            <input type="text" inputmode="numeric" size="4" autocomplete="off" data-field=task::PERCENT.name
                prop:value=move || one.typing.percent.get()
                on:input=on(move |event: Event| one.type_percent(typed_text(&event)))/>
            "%"
        </label>
        <span class="update-steps" role="group" aria-label=ui.t(texts::progress::COMPLETE_TO)>
            {step("-5", |n| n - 5)} {step("+5", |n| n + 5)} {step("+10", |n| n + 10)} {step("100", |_| 100)}
        </span>
    }
}

/// A choice among a few, of which none is chosen beforehand.
fn choices(
    one: TaskNote,
    hook: &'static str,
    all: &'static [Choice],
    chosen: RwSignal<String>,
) -> Vec<AnyView> {
    let ui = ui();
    let name = format!("{hook}-{}", one.task());
    let choice = move |choice: &'static Choice| {
        let choose = move |_: Event| {
            chosen.set(choice.key.to_owned());
            one.touch();
        };
        view! {
            <label class="tick">
                <input type="radio" name=name.clone() value=choice.key
                    prop:checked=move || chosen.with(|chosen| chosen == choice.key) on:change=on(choose)/>
                <span>{ui.t(choice.label)}</span>
            </label>
        }
        .into_any()
    };
    all.iter().map(choice).collect()
}

/// Whether it will be done in time.
#[component]
pub(super) fn Confidence(one: TaskNote) -> impl IntoView {
    let ui = ui();
    view! {
        <span class="update-choices" role="radiogroup" data-testid="confidence" aria-label=ui.t(texts::progress::SURE)>
            {choices(one, "confidence", progress::CONFIDENCES, one.typing.confidence)}
        </span>
    }
}

/// What was done, with what is recognised in it.
#[component]
pub(super) fn Sentence(one: TaskNote) -> impl IntoView {
    let ui = ui();
    let told = move || {
        one.typing.figures.with(|figures| {
            let mut all = figures.told.clone();
            let day = figures.day.map(|day| day.to_string());
            all.extend(day.map(|day| ui.fill(texts::standing::EXPECTED_DAY, &[("day", &day)])));
            all.join(ui.text(texts::LIST_SEPARATOR))
        })
    };
    let is_any = move || {
        one.typing
            .figures
            .with(|figures| !figures.told.is_empty() || figures.day.is_some())
    };
    view! {
        <label class="line update-said">
            <span>{ui.t(texts::progress::SENTENCE)}</span>
            <input type="text" data-free-text="" autocomplete="off" data-field=progress::DONE.name
                prop:value=move || one.typing.done.get() on:input=on(move |event: Event| one.say(typed_text(&event)))/>
            {when(is_any, move || view! {
                <span class="hint" role="status" data-testid="figures">
                    {ui.t(texts::progress::RECOGNISED)} " " {live(told)}
                </span>
            })}
            {length_told(progress::PROGRESS.field(progress::DONE.name), move || one.typing.done.get())}
        </label>
    }
}

/// When it will be done.
#[component]
pub(super) fn Expected(one: TaskNote) -> impl IntoView {
    let ui = ui();
    let typing = one.typing;
    let take = Callback::new(move |text: String| {
        typing.is_day_own.set(true);
        typing.forecast.set(text);
        one.touch();
    });
    let read = Callback::new(move |text: String| one.read(task::FORECAST_END.name, &text));
    let input = view! {
        <input type="text" placeholder=day_hint(FieldType::Date) autocomplete="off" data-field=task::FORECAST_END.name
            prop:value=move || typing.forecast.get() on:input=on(move |event: Event| take.run(typed_text(&event)))/>
    }
    .into_any();
    view! {
        <label class="line">
            <span>{ui.t(texts::progress::EXPECTED)}</span>
            <DayBox field_type=FieldType::Date text=typing.forecast.into() take read input/>
        </label>
    }
}

/// Why it will be late, and the way to ask others for help.
#[component]
pub(super) fn Cause(one: TaskNote) -> impl IntoView {
    let ui = ui();
    let chosen = one.typing.cause;
    let (common, others) = task::DELAY_CAUSES.split_at(COMMON_CAUSES);
    // Somebody else's help is asked for with an issue that names the task.
    let mut beside = begun_beside(task::KIND);
    let raise = beside.find(|(form, _)| form.kind == issue::KIND).map(|beside| {
        let begin = move || begin_beside(ui, one.session, beside, &one.task());
        let label = beside.0.words.add.or(texts::table::ADD_ONE);
        view! { <button type="button" data-testid="raise-issue" on:click=press(begin)>{ui.t(label)}</button> }
    });
    view! {
        <div class="update-line">
            <span>{ui.t(texts::progress::CAUSE)}</span>
            <span class="update-choices" role="radiogroup" data-testid="delay-cause" data-record=one.task().to_string()
                aria-label=ui.t(texts::progress::CAUSE)>
                {choices(one, "cause", common, chosen)}
                <details>
                    <summary>{ui.t(texts::frame::MORE_FIELDS)}</summary>
                    {choices(one, "cause", others, chosen)}
                </details>
            </span>
            {raise}
        </div>
    }
}

/// What a weekly update does not need: what is left, what comes next, the hours.
#[component]
pub(super) fn MoreToSay(one: TaskNote) -> impl IntoView {
    let ui = ui();
    let typing = one.typing;
    let line = move |label: Label, key: &'static str, letters: RwSignal<String>| {
        let take = move |event: Event| {
            letters.set(typed_text(&event));
            one.touch();
        };
        view! {
            <label class="line">
                <span>{ui.t(label)}</span>
                <input type="text" data-free-text="" autocomplete="off" data-field=key
                    prop:value=move || letters.get() on:input=on(take)/>
            </label>
        }
    };
    let task = one.task();
    let is_stuck = Memo::new(move |_| {
        let percent = one.percent().unwrap_or_default();
        one.session.is_stuck_at(&task, percent)
    });
    view! {
        <details class="update-more" prop:open=move || is_stuck.get()>
            <summary>
                {ui.t(texts::frame::MORE_FIELDS)}
                {when(move || is_stuck.get(), move || view! {
                    " " <span class="hint late">{ui.t(texts::progress::WHAT_IS_LEFT)}</span>
                })}
            </summary>
            {line(texts::progress::REMAINING, progress::REMAINING.name, typing.remaining)}
            {line(texts::standing::NEXT_STEP, progress::NEXT_STEP.name, typing.next_step)}
            {line(texts::progress::HOURS, progress::HOURS_SPENT.name, typing.hours)}
        </details>
    }
}

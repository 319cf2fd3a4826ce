//! The parts of the page: sentences, and under them the table they are made of, for who changes them.

use crate::model::Value;
use crate::model::template::Template;
use crate::templates::{channel, escalation, ground_rule, mechanism, meeting, message};
use crate::ui::letter::{RuleLine, RulesPart, rules_said};
use crate::ui::screen::base::composer::kept_line;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::long::{Within, long, numbered};
use crate::ui::screen::base::pieces::{live, press, when, with_whole_days};
use crate::ui::screen::form::control::FieldControl;
use crate::ui::screen::form::rows::RowsTable;
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// The rows a part is made of; none for the fields of the form itself.
fn rows_of(part: RulesPart) -> Option<&'static Template> {
    match part {
        RulesPart::Meetings => Some(&meeting::MEETING),
        RulesPart::Channels => Some(&channel::CHANNEL),
        RulesPart::Decisions => None,
        RulesPart::Escalation => Some(&escalation::ESCALATION),
        RulesPart::Agreements => Some(&ground_rule::GROUND_RULE),
    }
}

/// A heading, its sentences, and 改.
#[component]
pub(super) fn Part(part: RulesPart, is_final: Memo<bool>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let is_open = RwSignal::new(false);
    let lines = Memo::new(move |_| {
        let now = session.now();
        numbered(session.watch(|log| rules_said(log, part, now, ui.lang.get())))
    });
    let key = |(at, line): &(usize, RuleLine)| format!("{at} {} {}", line.lacks, line.text);
    let line = |(_, line): (usize, RuleLine)| {
        let tone = if line.lacks { "warn" } else { "" };
        view! {
            <li data-lacks=line.lacks.to_string() data-tone=tone>
                {line.lacks.then(|| view! { <span class="chip" data-tone="warn">"!"</span> " " })}
                {with_whole_days(&line.text)}
            </li>
        }
        .into_any()
    };
    let label = move || {
        let label = if is_open.get() {
            texts::rules::FOLD_UP
        } else {
            texts::rules::CHANGE
        };
        ui.text(label)
    };
    let hook = format!("{part:?}").to_lowercase();
    view! {
        <section class="rules-part" data-testid="rules-part" data-part=hook>
            <header>
                <h2>{ui.t(part.label())}</h2>
                {when(move || !is_final.get(), move || view! {
                    <button type="button" class="small no-print" data-testid="change-part"
                        aria-expanded=move || is_open.get().to_string()
                        on:click=press(move || is_open.update(|open| *open = !*open))>
                        {live(label)}
                    </button>
                })}
            </header>
            <ul class="rules-lines">{long(Within::List, lines, key, line)}</ul>
            {(part == RulesPart::Agreements).then(|| when(move || !is_final.get(), || view! { <TypeRule/> }))}
            {when(move || is_open.get() && !is_final.get(), move || view! {
                <div class="rules-edit no-print"><Edit part/></div>
            })}
        </section>
    }
}

/// The table of a part, or the fields of the form.
#[component]
fn Edit(part: RulesPart) -> impl IntoView {
    let ui = ui();
    if let Some(rows) = rows_of(part) {
        return view! { <RowsTable parent=mechanism::record() rows/> }.into_any();
    }
    let fields = mechanism::MECHANISM.fields.iter();
    let fields = fields.filter(|field| field.key != crate::model::template::STATUS);
    let one = |field: &'static crate::model::template::Field| {
        view! {
            <div class="line">
                <span>{ui.t(field.label)}</span>
                <FieldControl record=mechanism::record() field/>
            </div>
        }
    };
    fields.map(one).collect::<Vec<_>>().into_any()
}

/// 打字加一条约定，回车
#[component]
fn TypeRule() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let typed = kept_line(ui, session, "type-rule");
    let keys = move |event: KeyboardEvent| {
        let text = typed.get_untracked().trim().to_owned();
        if event.is_composing() || event.key() != "Enter" || text.is_empty() {
            return;
        }
        event.prevent_default();
        let row = vec![(ground_rule::TEXT.name, Value::typed(&text))];
        session.add_rows(ground_rule::KIND, Some(&mechanism::record()), None, &[row]);
        typed.set(String::new());
    };
    view! {
        <p class="add-role no-print">
            <input type="text" data-free-text="" data-testid="type-rule" autocomplete="off"
                aria-label=ui.t(texts::rules::TYPE_RULE) placeholder=ui.t(texts::rules::TYPE_RULE)
                prop:value=move || typed.get() on:input=move |event| typed.set(typed_text(&event)) on:keydown=keys/>
        </p>
    }
}

/// 更多：谁告诉谁什么
#[component]
pub(super) fn Telling(is_final: Memo<bool>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let count = move || session.rows(message::KIND).len().to_string();
    let is_any = move || !is_final.get() || !session.rows(message::KIND).is_empty();
    when(is_any, move || {
        view! {
            <details class="rules-part no-print">
                <summary>{ui.filled(texts::rules::TELLS_N, "n", count)}</summary>
                <RowsTable parent=mechanism::record() rows=&message::MESSAGE/>
            </details>
        }
    })
}

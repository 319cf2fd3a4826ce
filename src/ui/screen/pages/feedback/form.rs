//! The form of one feedback: a row of five choices for each dimension, two sentences, and the rest behind 更多. Nothing
//! is chosen beforehand; 1 to 5 choose within a row.

use crate::analysis::standing::feedback::differing;
use crate::analysis::words::names::value_text;
use crate::model::template::{CellType, Field, Form, Key, Label};
use crate::model::{FieldKey, RecordId, Value};
use crate::state::Session;
use crate::templates::feedback::{self, DIMENSIONS, Dimension, LOW, SCORES};
use crate::templates::{charter, scenario};
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::pieces::{live, on, press, when};
use crate::ui::screen::base::port::seen_from_here;
use crate::ui::screen::form::cell::text_of;
use crate::ui::screen::form::control::FieldControl;
use crate::ui::screen::form::steps::StepsPanel;
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

/// The form while it is open; what was said in it once it is submitted.
#[component]
pub(in crate::ui::screen::pages) fn FeedbackForm(record: RecordId) -> impl IntoView {
    let session = session();
    session.begin_feedback(&record);
    let (id, hook) = (StoredValue::new(record.clone()), record.to_string());
    let is_in = Memo::new(move |_| {
        session.watch(|log| feedback::is_submitted(&Form::new(log, id.get_value())))
    });
    view! {
        <section class="feedback-form" data-record=hook data-testid="feedback-form">
            <FilledTwice record=record.clone()/>
            {when(move || !is_in.get(), move || view! { <Open record=id.get_value()/> })}
            {when(move || is_in.get(), move || view! { <Said record=id.get_value()/> })}
            <StepsPanel record/>
        </section>
    }
}

#[component]
fn Open(record: RecordId) -> impl IntoView {
    let ui = ui();
    let row = |dimension: &'static Dimension| {
        view! { <ScoreRow record=record.clone() dimension/> }.into_any()
    };
    let first = scenario::feedback_first(&sort_of(session()));
    let rows = |is_asked: bool| {
        let mut some: Vec<&Dimension> = DIMENSIONS
            .iter()
            .filter(|one| one.is_asked == is_asked)
            .collect();
        // What this sort of project is asked about first stands first.
        let place = |key: &str| first.iter().position(|one| *one == key);
        some.sort_by_key(|one| place(one.score.key).unwrap_or(first.len()));
        some.into_iter().map(row).collect::<Vec<_>>()
    };
    let (asked, added) = (rows(true), rows(false));
    let line = |key: &str| {
        let field = feedback::FEEDBACK.field(key)?;
        Some(view! { <Line record=record.clone() field/> })
    };
    let more = [
        feedback::SUGGESTION_TYPE.name,
        feedback::THANK_DEPARTMENTS.name,
        feedback::WOULD_REPEAT.name,
    ];
    let heads = SCORES.iter().map(
        |score| view! { <th scope="col">{score.key} " " <span>{ui.t(score.label)}</span></th> },
    );
    view! {
        <table class="list-table score-table"
                aria-label=ui.t(feedback::FEEDBACK.title)>
            <thead>
                <tr><td></td>{heads.collect::<Vec<_>>()}</tr>
            </thead>
            <tbody>{asked}</tbody>
        </table>
        {line(feedback::BEST_PRACTICE.name)}
        {line(feedback::SUGGESTION.name)}
        <details>
            <summary>{ui.t(texts::frame::MORE_FIELDS)}</summary>
            <table class="list-table score-table"
                aria-label=ui.t(feedback::FEEDBACK.title)><tbody>{added}</tbody></table>
            {more.iter().filter_map(|key| line(key)).collect::<Vec<_>>()}
        </details>
    }
}

/// The scenario of the project.
fn sort_of(session: Session) -> String {
    let sort = session.read(|log| charter::scenario(&Form::new(log, charter::record())));
    sort.unwrap_or_default()
}

/// A field with its name before it.
#[component]
fn Line(record: RecordId, field: &'static Field) -> impl IntoView {
    let ui = ui();
    view! {
        <div class="feedback-line">
            <span class="feedback-label">{ui.t(field.label)}</span>
            <FieldControl record field/>
        </div>
    }
}

/// One dimension: five choices, and the sentence that a low score needs.
#[component]
fn ScoreRow(record: RecordId, dimension: &'static Dimension) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(record.clone());
    let key = Key::<i64>::new(dimension.score.key);
    let name = format!("{record}-{}", key.name);
    let score = Memo::new(move |_| {
        let value = session.value(&id.get_value(), &FieldKey::of(key.name));
        i64::read(&value)
    });
    let choose = move |value: i64| {
        if score.get_untracked() != Some(value) {
            session.score(&id.get_value(), key, value);
        }
    };
    let typed = on(move |event: KeyboardEvent| {
        let digit = event.key().parse::<i64>().ok();
        let is_plain = !event.ctrl_key() && !event.alt_key() && !event.meta_key();
        if let Some(value) = digit.filter(|digit| is_plain && (1..=5).contains(digit)) {
            event.prevent_default();
            choose(value);
        }
    });
    let choice = |value: i64, label| {
        let name = name.clone();
        let checked = move || score.get() == Some(value);
        view! {
            <td class="score">
                <label>
                    <input type="radio" name=name value=value.to_string() data-field=key.name prop:checked=checked
                        on:change=on(move |_: web_sys::Event| choose(value))/>
                    <span class="hidden">{value.to_string()} " " {ui.t(label)}</span>
                </label>
            </td>
        }
    };
    let choices = (1..)
        .zip(SCORES)
        .map(|(value, one)| choice(value, one.label));
    let choices = choices.collect::<Vec<_>>();
    let sort = sort_of(session);
    let is_first = scenario::feedback_first(&sort).first() == Some(&key.name);
    let asks = Some(scenario::feedback_asks(&sort)).filter(|asks| is_first && *asks != Label::NONE);
    let is_open = asks.is_some();
    let asks_why = Memo::new(move |_| {
        let reason = session.value(&id.get_value(), &FieldKey::of(dimension.reason.key));
        let is_low = score.get().is_some_and(|score| score <= LOW);
        is_open || is_low || !reason.is_empty()
    });
    view! {
        <tr data-testid="feedback-score" data-field=key.name on:keydown=typed>
            <th scope="row">{ui.t(dimension.score.label)}</th>
            {choices}
        </tr>
        {when(move || asks_why.get(), move || view! {
            <tr class="score-reason">
                <td colspan="6">
                    {asks.map(|asks| view! { <p class="hint">{ui.t(asks)}</p> })}
                    <Line record=id.get_value() field=dimension.reason/>
                </td>
            </tr>
        })}
    }
}

/// What was said, as it stands.
#[component]
pub(super) fn Said(record: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(record);
    let is_own = Memo::new(move |_| session.own_feedback().as_ref() == Some(&id.get_value()));
    let fields = feedback::FEEDBACK
        .fields
        .iter()
        .filter(|field| field.sealed);
    let line = |field: &'static Field| {
        let is_there = Memo::new(move |_| {
            let is_set = || {
                !session
                    .elements(&id.get_value(), &FieldKey::of(field.key))
                    .is_empty()
            };
            !session
                .value(&id.get_value(), &FieldKey::of(field.key))
                .is_empty()
                || is_set()
        });
        let said = move || {
            let score = session.value(&id.get_value(), &FieldKey::of(field.key));
            let text = text_of(ui, &id.get_value(), field);
            match score {
                Value::Number(_) => {
                    [score.as_int().unwrap_or_default().to_string(), text].join(" ")
                }
                _ => text,
            }
        };
        when(
            move || is_there.get(),
            move || view! { <dt>{ui.t(field.label)}</dt> <dd>{live(said)}</dd> },
        )
    };
    view! {
        {when(move || is_own.get(), move || view! { <p class="hint">{ui.t(texts::closing::YOURS_IS_IN)}</p> })}
        <dl class="feedback-said">{fields.map(line).collect::<Vec<_>>()}</dl>
    }
}

/// Where it was filled in twice, which one counts: that person's to say, and nobody else's.
#[component]
fn FilledTwice(record: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(record);
    let open = move || session.watch(|log| differing(log, &id.get_value()));
    let one = move |field: &'static Field| {
        let key = FieldKey::of(field.key);
        let values = session.distinct(&id.get_value(), &key).into_iter();
        let choice = move |value: Value| {
            let text =
                session.read(|log| value_text(log, field, &value, seen_from_here(ui.lang.get())));
            let take = move || {
                let key = FieldKey::of(field.key);
                session.decide(&id.get_value(), &key, value.clone(), None);
            };
            view! { <button type="button" data-testid="settle" on:click=press(take)>{text}</button> }
        };
        view! {
            <p class="answers" data-differs=field.key>
                <strong>{ui.t(field.label)}</strong> {values.map(choice).collect::<Vec<_>>()}
            </p>
        }
    };
    live(move || {
        let open = open();
        (!open.is_empty()).then(|| {
            view! {
                <section class="panel" data-testid="filled-twice">
                    <p>{ui.t(texts::closing::FILLED_TWICE)}</p>
                    {open.into_iter().map(one).collect::<Vec<_>>()}
                </section>
            }
        })
    })
}

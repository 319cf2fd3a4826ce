//! What a department says to a draft, clause by clause, or that it has nothing to say: on its card, and on the page of
//! the draft. Nothing is chosen beforehand.

use crate::analysis::standing::consultations::is_clause;
use crate::analysis::words::names::short_name;
use crate::model::log::Log;
use crate::model::template::{Form, Label, Lang};
use crate::model::{FieldKey, RecordId};
use crate::state::SaidToClause;
use crate::templates::{consultation, opinion};
use crate::ui::letter::opinion_said;
use crate::ui::screen::base::composer::kept_lines;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::dom::{self, typed_text};
use crate::ui::screen::base::pieces::{live, on, press, when};
use crate::ui::texts;
use leptos::prelude::*;
use web_sys::{Event, SubmitEvent};

/// The clauses of a draft, each with what the department said to it.
#[component]
pub(in crate::ui::screen::pages) fn GiveOpinions(
    consultation: RecordId,
    department: RecordId,
) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let (id, home) = (
        StoredValue::new(consultation.clone()),
        StoredValue::new(department.clone()),
    );
    let name = move || {
        let name = session.watch(|log| short_name(log, &home.get_value(), ui.lang.get()));
        ui.fill(texts::opinions::WHAT_DO_YOU_SAY, &[("department", &name)])
    };
    let clauses = Memo::new(move |_| {
        session.watch(|log| consultation::clauses(&Form::new(log, id.get_value())))
    });
    let lines = Memo::new(move |_| {
        session.watch(|log| {
            let form = Form::new(log, id.get_value());
            let mut lines = opinion::said_to(&form);
            lines.retain(|line| line.get(opinion::DEPARTMENT) == Some(home.get_value()));
            lines
                .iter()
                .map(|line| line.record().clone())
                .collect::<Vec<_>>()
        })
    });
    let is_none = Memo::new(move |_| {
        let none = opinion::no_comment_of(&id.get_value(), &home.get_value());
        none.is_some_and(|none| {
            session.value(&none, &FieldKey::of(opinion::NONE.name));
            session.read(|log| log.is_visible(&none) && opinion::is_none(&Form::new(log, none)))
        })
    });
    let nothing = move || {
        session.no_comment(&id.get_value(), &home.get_value(), None);
    };
    let is_silent = move || lines.with(Vec::is_empty);
    let clause = move |clause: String| view! { <OneClause id home lines clause=Some(clause)/> };
    view! {
        <section class="card give-opinions no-print" data-testid="give-opinions" data-department=department.to_string()
            data-record=consultation.to_string()>
            <p class="hint">{live(name)}</p>
            <ul class="give-clauses">
                {live(move || clauses.get().into_iter().map(clause).collect::<Vec<_>>())}
                <OneClause id home lines clause=None/>
            </ul>
            {when(is_silent, move || view! {
                <p class="answers">
                    <button type="button" data-testid="no-comment" aria-pressed=move || is_none.get().to_string()
                        on:click=press(nothing)>
                        {ui.t(texts::opinions::NO_COMMENT)}
                    </button>
                </p>
            })}
        </section>
    }
}

/// What one's lines say of a clause; of none of the clauses, where it is typed.
fn said_of_clause(
    log: &Log,
    lines: &[RecordId],
    clause: Option<&str>,
    clauses: &[String],
    lang: Lang,
) -> Vec<String> {
    let forms = lines.iter().map(|line| Form::new(log, line.clone()));
    let is_here = |line: &Form<'_>| {
        let its = line.get(opinion::CLAUSE).unwrap_or_default();
        match clause {
            Some(clause) => is_clause(clause, &its),
            None => !clauses.iter().any(|one| is_clause(one, &its)),
        }
    };
    let here = forms.filter(is_here);
    here.map(|line| opinion_said(&line, lang)).collect()
}

/// One clause, or any other, with the box that opens under it.
#[component]
fn OneClause(
    id: StoredValue<RecordId>,
    home: StoredValue<RecordId>,
    lines: Memo<Vec<RecordId>>,
    /// None: the clause is typed, too.
    clause: Option<String>,
) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let own = StoredValue::new(clause.clone());
    let place = format!(
        "opinion/{}/{}/{}",
        id.get_value(),
        home.get_value(),
        clause.as_deref().unwrap_or_default()
    );
    let [at, text, instead] = kept_lines(ui, session, &place);
    let is_begun = |line: &RwSignal<String>| !line.with_untracked(String::is_empty);
    let is_open = RwSignal::new([at, text, instead].iter().any(is_begun));
    let said = move || {
        let lang = ui.lang.get();
        let here = |log: &Log, lines: &[RecordId]| {
            let clauses = consultation::clauses(&Form::new(log, id.get_value()));
            own.with_value(|own| said_of_clause(log, lines, own.as_deref(), &clauses, lang))
        };
        lines.with(|lines| session.watch(|log| here(log, lines)))
    };
    let note = move |event: SubmitEvent| {
        event.prevent_default();
        let clause = own.get_value().unwrap_or_else(|| at.get_untracked());
        let (said, other) = (text.get_untracked(), instead.get_untracked());
        if said.trim().is_empty() && other.trim().is_empty() {
            return;
        }
        let said = SaidToClause {
            clause: clause.trim(),
            text: said.trim(),
            instead: other.trim(),
        };
        let slots = session.give_opinion(&id.get_value(), &home.get_value(), said, None);
        if !slots.is_empty() {
            for one in [at, text, instead] {
                one.set(String::new());
            }
            is_open.set(false);
            let said = ui.text(texts::opinions::OPINION_NOTED).to_owned();
            ui.notices.done(session, said, "undo-opinion");
        }
    };
    let open = move || {
        is_open.update(|open| *open = !*open);
        dom::focus_soon(".give-clauses form input".to_owned());
    };
    let label = |key: &str| {
        opinion::OPINION
            .field(key)
            .map_or(Label::NONE, |field| field.label)
    };
    let typed = move |key: &'static str, held: RwSignal<String>| {
        view! {
            <label class="line">
                <span>{ui.t(label(key))}</span>
                <input type="text" data-free-text="" autocomplete="off" data-field=key prop:value=move || held.get()
                    on:input=on(move |event: Event| held.set(typed_text(&event)))/>
            </label>
        }
    };
    let name = clause.clone();
    view! {
        <li data-clause=clause.clone().unwrap_or_default()>
            <p class="update-head">
                <span>
                    {match name {
                        Some(name) => name.into_any(),
                        None => view! { {ui.t(texts::opinions::OTHER_CLAUSE)} }.into_any(),
                    }}
                </span>
                <button type="button" class="small" data-testid="say-to-clause"
                    aria-expanded=move || is_open.get().to_string() on:click=press(open)>
                    {ui.t(texts::opinions::GIVE)}
                </button>
            </p>
            {live(move || said().into_iter().map(|said| view! { <p class="quote">{said}</p> }).collect::<Vec<_>>())}
            {when(move || is_open.get(), move || view! {
                <form class="reason" on:submit=note>
                    {own.with_value(Option::is_none).then(|| typed(opinion::CLAUSE.name, at))}
                    {typed(opinion::OPINION_TEXT.name, text)}
                    {typed(opinion::SUGGESTED_TEXT.name, instead)}
                    <button data-testid="opinion-done">{ui.t(texts::progress::NOTE_IT)}</button>
                    <button type="button" on:click=press(move || is_open.set(false))>
                        {ui.t(texts::forms::CANCEL)}
                    </button>
                </form>
            })}
        </li>
    }
}

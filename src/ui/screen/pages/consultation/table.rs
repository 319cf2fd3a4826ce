//! The lines of a consultation: clause, department, opinion, suggested wording, answer, reason. The same table is the
//! summary on paper, with a number before each line.

use super::AtConsultation;
use crate::analysis::words::names::short_name;
use crate::model::template::{Form, Key, Label};
use crate::model::{FieldKey, RecordId};
use crate::templates::opinion;
use crate::ui::screen::base::context::ui;
use crate::ui::screen::base::long::{Window, Within, long_text};
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::texts;
use leptos::prelude::*;

/// The table; nothing while there is no line.
#[component]
pub(super) fn Opinions(at: AtConsultation) -> impl IntoView {
    let ui = ui();
    let lines = Memo::new(move |_| at.told.with(|told| told.lines.clone()));
    let line = move |line: RecordId| view! { <OpinionRow at line/> }.into_any();
    let label = |key: &str| {
        opinion::OPINION
            .field(key)
            .map_or(Label::NONE, |field| field.label)
    };
    let heads = [
        label(opinion::CLAUSE.name),
        label(opinion::DEPARTMENT.name),
        label(opinion::OPINION_TEXT.name),
        label(opinion::SUGGESTED_TEXT.name),
    ];
    let head = move |label: Label| view! { <th scope="col">{ui.t(label)}</th> };
    when(
        move || !lines.with(Vec::is_empty),
        move || {
            view! {
                <div class="opinion-box">
                    <table class="list-table opinion-table" data-testid="opinion-table"
                        aria-label=ui.t(opinion::OPINION.list_label())>
                        <thead>
                            <tr>
                                <th scope="col" class="paper-only">{ui.t(texts::opinions::LINE_NUMBER)}</th>
                                {heads.map(head).into_iter().collect::<Vec<_>>()}
                                <th scope="col" class="no-print">{ui.t(label(opinion::ANSWER.name))}</th>
                                <th scope="col" class="paper-only">{ui.t(texts::opinions::IS_ANSWERED)}</th>
                                {head(label(opinion::ANSWER_REASON.name))}
                            </tr>
                        </thead>
                        <tbody>{Window::of_rows(Within::Table).list(lines, RecordId::to_string, line)}</tbody>
                    </table>
                </div>
            }
        },
    )
}

#[component]
fn OpinionRow(at: AtConsultation, line: RecordId) -> impl IntoView {
    let ui = ui();
    let session = at.session;
    let id = StoredValue::new(line.clone());
    let number = move || {
        let place = at
            .told
            .with(|told| told.lines.iter().position(|one| *one == id.get_value()));
        place.map(|place| (place + 1).to_string())
    };
    let is_late = move || at.told.with(|told| told.late.contains(&id.get_value()));
    let is_here = Memo::new(move |_| at.line() == Some(id.get_value()));
    let text = move |key: Key<String>| {
        let value = session.value(&id.get_value(), &FieldKey::of(key.name));
        value.as_text().map(|text| long_text(text.to_owned()))
    };
    let clause = move || {
        let value = session.value(&id.get_value(), &FieldKey::of(opinion::CLAUSE.name));
        value.as_text().unwrap_or_default().to_owned()
    };
    let department = move || {
        session.watch(|log| {
            let home = Form::new(log, id.get_value()).get(opinion::DEPARTMENT)?;
            Some(short_name(log, &home, ui.lang.get()))
        })
    };
    let answer = move || session.watch(|log| opinion::answer_of(&Form::new(log, id.get_value())));
    let outdated = move || {
        let is_old =
            session.watch(|log| opinion::is_answer_outdated(&Form::new(log, id.get_value())));
        is_old.then(|| ui.fill(texts::replies::TEXT_CHANGED, &[("n", "1")]))
    };
    let differs = move || {
        let keys = [opinion::ANSWER.name, opinion::ANSWER_REASON.name];
        let differs = session.watch(|log| {
            let is_so = |key: &&str| log.distinct(&id.get_value(), &FieldKey::of(key)).len() > 1;
            keys.iter().any(is_so)
        });
        differs.then(|| view! { <span class="chip" data-tone="warn">"≠"</span> })
    };
    let choose = move || {
        at.is_together.set(false);
        at.chosen.set(Some(id.get_value()));
    };
    let tone = move || answer().map_or("warn", tone_of);
    let word = move || answer().map_or("?", |answer| ui.text(answer.label));
    view! {
        <tr data-testid="opinion-row" data-record=line.to_string() data-late=move || is_late().to_string()
            data-answer=move || answer().map(|answer| answer.key) aria-selected=move || is_here.get().to_string()>
            <td class="paper-only">{live(number)}</td>
            <td>
                <button type="button" class="link" data-testid="choose-opinion"
                    aria-pressed=move || is_here.get().to_string() on:click=press(choose)>
                    {live(clause)}
                </button>
                {when(is_late, move || view! {
                    " " <span class="chip" data-tone="warn">{ui.t(texts::opinions::LATE)}</span>
                })}
            </td>
            <td>{live(department)}</td>
            <td class="opinion-text">{live(move || text(opinion::OPINION_TEXT))}</td>
            <td class="opinion-text">{live(move || text(opinion::SUGGESTED_TEXT))}</td>
            <td>
                <span class="chip" data-tone=tone>{live(word)}</span> {live(differs)}
                {live(move || outdated().map(|said| view! { <p class="hint">{said}</p> }))}
            </td>
            <td>{live(move || text(opinion::ANSWER_REASON))}</td>
        </tr>
    }
}

fn tone_of(answer: crate::model::template::Choice) -> &'static str {
    match answer {
        opinion::ADOPTED => "ok",
        opinion::PARTLY => "info",
        _ => "neutral",
    }
}

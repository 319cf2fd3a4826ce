//! Under the table: the row that is being worked on in two lines, and what can be done with it.

use super::Table;
use crate::analysis::goal::coach::coached;
use crate::analysis::words::names::{record_name, short_name};
use crate::model::template::{Field, Form, Glance, Key, Template};
use crate::model::{Log, RecordId};
use crate::templates::{begun_beside, risk, task};
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::pieces::{live, press, title, when};
use crate::ui::screen::form::beside::begin_beside;
use crate::ui::screen::form::coach::Coach;
use crate::ui::screen::form::head::{late_by, late_days};
use crate::ui::screen::form::moved::MovedTooFar;
use crate::ui::screen::form::risk::{LookPlace, RiskLook};
use crate::ui::screen::form::rows;
use crate::ui::screen::form::suggestions::SuggestionsPanel;
use crate::ui::screen::form::update::{ProgressUpdate, is_half_said};
use crate::ui::screen::frame::identity::author_of;
use crate::ui::texts;
use chrono::NaiveDate;
use leptos::prelude::*;

/// The row that is being worked on.
#[component]
pub(in crate::ui) fn Strip(table: Table, record: RecordId) -> impl IntoView {
    let ui = ui();
    let session = table.session;
    let comes_up = table.template.work.is_some_and(|work| work.comes_up());
    let id = StoredValue::new(record.clone());
    let name = move || session.watch(|log| record_name(log, &id.get_value(), ui.lang.get()));
    let late = move || {
        let days = late_days(session, &id.get_value());
        late_by(ui, days).filter(|_| comes_up)
    };
    let copy = move |_| {
        if let Some(made) = session.copy_row(&id.get_value()) {
            table.reveal(std::slice::from_ref(&made));
            if let Some(place) = table.place_of(&made) {
                table.activate(place, table.template.name);
            }
        }
    };
    let delete = move |_| {
        let record = id.get_value();
        table.hand_on(&record, || rows::delete_with_undo(ui, session, &record));
    };
    let shut = move || {
        table.is_shut.set(true);
        table.back_to_caret();
    };
    let author = author_of(session);
    let is_told = Memo::new(move |_| {
        author.get();
        table.template.kind == task::KIND && session.may_note_progress(&id.get_value())
    });
    let name_field = table.template.field(table.template.name);
    let name_field = name_field.filter(|field| coached(record.kind(), field.key).is_some());
    let is_telling =
        RwSignal::new(table.template.kind == task::KIND && is_half_said(ui, session, &record));
    let (about, looked_at) = (record.clone(), record.clone());
    let is_risk = table.template.kind == risk::KIND;
    let says_more = !table.template.glance.is_empty();
    let coach = name_field.map(|field| view! { <Coach record=record.clone() field/> });
    let beside = move |form: &'static Template, field: &'static Field| {
        let add = form.words.add.or(texts::table::ADD_ONE);
        let name = format!("raise-{}", form.kind);
        let begin = move |_| begin_beside(ui, session, (form, field), &id.get_value());
        view! { <button type="button" data-testid=name on:click=begin>{ui.t(add)}</button> }
    };
    view! {
        <section class="strip" data-testid="strip" aria-label=ui.t(texts::table::THIS_ROW)>
            <p class="strip-head">
                <b>{live(move || title(name()))}</b> {live(late)}
                <span class="strip-tools">
                    <a class="button" href=Ui::href(session.project(), &record)>{ui.t(texts::table::OPEN_SHEET)}</a>
                    {when(move || is_told.get(), move || view! {
                        <button type="button" data-testid="update-progress"
                            aria-expanded=move || is_telling.get().to_string()
                            on:click=press(move || is_telling.update(|telling| *telling = !*telling))>
                            {ui.t(texts::mail::ASK_PROGRESS)}
                        </button>
                    })}
                    {begun_beside(record.kind()).map(|(form, field)| beside(form, field)).collect::<Vec<_>>()}
                    <button type="button" data-testid="copy-row" on:click=copy>{ui.t(texts::table::COPY_ROW)}</button>
                    <button type="button" class="quiet" data-testid="delete-record" on:click=delete>
                        {ui.t(texts::DELETE)}
                    </button>
                    <button type="button" class="icon-button" aria-label=ui.t(texts::frame::CLOSE)
                        title=ui.t(texts::frame::CLOSE) on:click=press(shut)>
                        "×"
                    </button>
                </span>
            </p>
            {says_more.then(|| view! {
                <p class="strip-line">{live(move || session.watch(|log| who_and_when(log, ui, &id.get_value())))}</p>
            })}
            {is_risk.then(|| view! { <RiskLook record=looked_at place=LookPlace::Strip/> })}
            {when(move || is_telling.get() && is_told.get(), move || view! { <ProgressUpdate task=id.get_value()/> })}
            {(table.template.kind == task::KIND).then(|| view! { <MovedTooFar task=record.clone()/> })}
            {coach}
            <SuggestionsPanel record=about/>
        </section>
    }
}

/// People and spans of days, as the form says them of its rows.
fn who_and_when(log: &Log, ui: Ui, record: &RecordId) -> String {
    let lang = ui.lang.get();
    let form = Form::new(log, record.clone());
    let colon = texts::forms::COLON.text(lang);
    let said = |glance: &Glance| match *glance {
        Glance::Person(key) => {
            let label = form.template()?.field(key.name)?.label;
            let name = short_name(log, form.referred(key)?.record(), lang);
            Some(format!("{}{colon}{name}", label.text(lang)))
        }
        Glance::Span(label, from, to) => {
            let span = span(&form, from, to, ui)?;
            Some(format!("{}{colon}{span}", label.text(lang)))
        }
    };
    let glance = form.template().map_or(&[][..], |template| template.glance);
    let parts: Vec<String> = glance.iter().filter_map(said).collect();
    parts.join(" · ")
}

fn span(form: &Form<'_>, from: Key<NaiveDate>, to: Key<NaiveDate>, ui: Ui) -> Option<String> {
    let day = |key| form.get(key).map(|day: NaiveDate| day.to_string());
    match (day(from), day(to)) {
        (Some(from), Some(to)) => {
            Some(ui.fill(texts::table::MAIL_SPAN, &[("from", &from), ("to", &to)]))
        }
        (None, Some(to)) => Some(ui.fill(texts::table::UNTIL, &[("to", &to)])),
        (from, None) => from,
    }
}

//! 沟通机制: one page to read, whose sentences are made of the records; each part is changed where it stands.

mod contacts;
mod parts;

use super::roles::known::Known;
use super::roles::paper::Signatures;
use crate::analysis::inbox::noting::has_rules;
use crate::exchange::{calendar_file, calendar_name};
use crate::model::template::Label;
use crate::model::{RecordId, Value};
use crate::state::Session;
use crate::templates::{channel, escalation, mechanism, meeting};
use crate::ui::letter::RulesPart;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::screen::base::port::ZONE;
use crate::ui::screen::form::head::StatusChip;
use crate::ui::screen::form::steps::StepsPanel;
use crate::ui::texts;
use leptos::prelude::*;

/// The page.
#[component]
pub(in crate::ui) fn Rules() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let is_empty = Memo::new(move |_| {
        let kinds = [meeting::KIND, channel::KIND, escalation::KIND];
        kinds.iter().all(|kind| session.rows(kind).is_empty())
    });
    let is_final = Memo::new(move |_| session.watch(has_rules));
    let title: Label = mechanism::MECHANISM.title;
    view! {
        <header class="page-head">
            <h1>{ui.t(mechanism::MECHANISM.list_label())}</h1>
            <super::paper::PaperHead title/>
            <StatusChip record=mechanism::record() template=&mechanism::MECHANISM/>
            <span class="hint">{ui.t(texts::rules::READS)}</span>
            <button type="button" data-testid="save-calendar" on:click=press(move || save_calendar(ui, session))>
                {ui.t(texts::rules::SAVE_CALENDAR)}
            </button>
            <super::printing::PrintButton/>
        </header>
        {when(move || is_empty.get(), move || view! {
            <section class="empty" data-testid="list-empty">
                <p>{ui.t(mechanism::MECHANISM.words.empty)}</p>
                <p class="answers">
                    <button type="button" class="primary" data-testid="rules-preset"
                        on:click=press(move || use_preset(ui, session))>
                        {ui.t(texts::rules::USE_PRESET)}
                    </button>
                </p>
            </section>
        })}
        <article class="rules" data-record=mechanism::record().to_string()>
            {RulesPart::ALL.map(|part| view! { <parts::Part part is_final/> }).into_iter().collect::<Vec<_>>()}
            <parts::Telling is_final/>
        </article>
        {live(move || is_final.get().then(|| view! {
            <p class="hint no-print">{ui.text(texts::rules::IS_FINAL)}</p>
        }))}
        <div class="rules-steps no-print"><StepsPanel record=mechanism::record()/></div>
        <Known/>
        <contacts::Contacts/>
        <Signatures/>
    }
}

/// 存日历文件: the meetings from now on, for any calendar.
fn save_calendar(ui: Ui, session: Session) {
    let now = session.now();
    let project = session.project().to_string();
    let text = session.read(|log| calendar_file(log, &project, now, ZONE));
    let what = meeting::MEETING.list_label().text(ui.lang.get_untracked());
    let name = calendar_name(&untrack(|| session.project_name()), what, now);
    crate::storage::download(&name, &text, "text/calendar");
}

/// A meeting every Friday, and the four levels.
fn use_preset(ui: Ui, session: Session) {
    let name = texts::rules::WEEKLY.text(ui.lang.get_untracked());
    let weekly = vec![
        (meeting::NAME.name, Value::text(name)),
        (meeting::KIND_OF.name, Value::text(meeting::WEEKLY.key)),
        (meeting::WEEKDAY.name, Value::int(5)),
        (meeting::TIME.name, Value::text("10:00")),
        (
            meeting::DURATION_MIN.name,
            Value::int(meeting::LONGEST_REGULAR_MIN),
        ),
    ];
    let under: RecordId = mechanism::record();
    session.add_rows(meeting::KIND, Some(&under), None, &[weekly]);
    let level = |level: i64, after: i64| {
        vec![
            (escalation::LEVEL.name, Value::int(level)),
            (escalation::AFTER_H.name, Value::int(after)),
        ]
    };
    let levels = [level(1, 0), level(2, 0), level(3, 24), level(4, 72)];
    session.add_rows(escalation::KIND, Some(&under), None, &levels);
}

//! 收下之前看一眼: what the files of a project bring, by file and by person, before anything is written.

use super::context::{Ui, ui};
use super::dom::live;
use super::identity::{WhoAreYou, people};
use super::incoming::Arrival;
use super::names::{any_value_text, author_name, field_name, record_name};
use super::{port, texts};
use crate::exchange::Preview;
use crate::exchange::preview::{FieldChange, FilePreview, PersonPreview, Reason, Verdict, Who};
use crate::model::log::ConflictPlace;
use crate::model::template::{DELETED, ORDER, PARENT, PREFILLED, minute_text};
use crate::model::{Log, Value};
use crate::state::Session;
use leptos::prelude::*;
use std::rc::Rc;

/// Lines shown per person; the rest is counted.
const LINES: usize = 40;

/// Everything that waits for a decision.
#[component]
pub(super) fn Previews() -> impl IntoView {
    let ui = ui();
    view! {
        {live(move || ui.incoming.reading.get().then(|| view! { <p class="hint" role="status">{ui.text(texts::READING)}</p> }))}
        {live(move || ui.incoming.arrivals.get().into_iter().map(|arrival| view! { <OnePreview arrival/> }).collect::<Vec<_>>())}
    }
}

/// Reads the names of records as they will be, or as they are here.
fn with_logs<T>(
    preview: &Preview,
    session: Option<Session>,
    read: impl Fn(&Log) -> Option<T>,
) -> Option<T> {
    read(&preview.after.log).or_else(|| session.and_then(|session| session.read(|log| read(log))))
}

#[component]
fn OnePreview(arrival: Arrival) -> impl IntoView {
    let ui = ui();
    let preview = Rc::clone(&arrival.preview);
    let (new, known, conflicts) = (preview.new_count(), preview.known, preview.conflicts());
    let name = preview.project.name.clone();
    let is_first = preview.is_first;
    let is_contained = preview.is_contained();
    let lead = if is_contained {
        texts::NOTHING_NEW
    } else if is_first {
        texts::FIRST_ARRIVAL
    } else {
        texts::NO_OVERWRITE
    };
    let counts = move || {
        ui.fill(
            texts::PREVIEW_COUNTS,
            &[
                ("new", &new.to_string()),
                ("known", &known.to_string()),
                ("m", &conflicts.to_string()),
            ],
        )
    };
    let elsewhere = other_project(ui, &arrival);
    view! {
        <section class="preview" tabindex="-1" data-testid="import-preview" data-project-id=arrival.project.to_string()
            data-new=new.to_string() data-known=known.to_string() data-conflicts=conflicts.to_string()>
            <header class="preview-head">
                <h2>{ui.t(texts::LOOK_FIRST)} {ui.t(texts::COLON)} {name.clone()}</h2>
                <PreviewButtons arrival=arrival.clone() new is_first is_contained/>
            </header>
            {elsewhere}
            {is_first.then(|| view! { <FirstArrival arrival=arrival.clone()/> })}
            <p>{ui.t(lead)}</p>
            <p class="hint">{counts} {(!is_first).then(|| view! { " · " {ui.t(texts::NOTHING_WRITTEN)} })}</p>
            <Files preview=Rc::clone(&preview) session=ui.open_session(arrival.project)/>
            <Risks preview=Rc::clone(&preview) session=ui.open_session(arrival.project)/>
            {ui.open_session(arrival.project).map(|session| missing_people(ui, session, &preview))}
            {ui.open_session(arrival.project).map(|session| differences(ui, session, &preview))}
            {(!is_first).then(|| view! { <People preview session=ui.open_session(arrival.project)/> })}
        </section>
    }
}

/// What came, from whom, and which person one is: chosen before anything is written.
#[component]
fn FirstArrival(arrival: Arrival) -> impl IntoView {
    let ui = ui();
    let preview = StoredValue::new_local(Rc::clone(&arrival.preview));
    let listed = Memo::new(move |_| preview.with_value(|preview| people(&preview.after.log, ui)));
    let who = arrival.who;
    let sender = move || {
        preview.with_value(|preview| {
            let file = preview.files.iter().max_by_key(|file| file.exported.at)?;
            let by = file.exported.by.clone().map(Who::Author)?;
            let at = file.exported.at.map(minute_text).unwrap_or_default();
            Some(ui.fill(
                texts::SENT_BY,
                &[("name", &who_text(ui, preview, None, &by)), ("time", &at)],
            ))
        })
    };
    let counts = move || {
        preview.with_value(|preview| {
            let count = |kind: &str| preview.after.log.rows(kind).len().to_string();
            ui.fill(
                texts::HOLDS_COUNTS,
                &[
                    ("departments", &count("department")),
                    ("tasks", &count("task")),
                ],
            )
        })
    };
    view! {
        <p>{live(sender)} " · " {counts}</p>
        {live(move || (!listed.with(Vec::is_empty)).then(|| view! { <WhoAreYou people=listed chosen=who choose=Callback::new(move |author| who.set(author))/> }))}
    }
}

fn other_project(ui: Ui, arrival: &Arrival) -> Option<impl IntoView + use<>> {
    let is_other = matches!(ui.route.get_untracked(), crate::state::Route::Project(project, _) if project != arrival.project);
    let name = arrival.preview.project.name.clone();
    is_other.then(
        || view! { <p class="notice-line">{ui.fill(texts::OTHER_PROJECT, &[("name", &name)])}</p> },
    )
}

#[component]
fn PreviewButtons(
    arrival: Arrival,
    new: usize,
    is_first: bool,
    is_contained: bool,
) -> impl IntoView {
    let ui = ui();
    let project = arrival.project;
    let arrival = StoredValue::new_local(arrival);
    let label = move || {
        if is_contained {
            return ui.text(texts::DISMISS_PREVIEW).to_owned();
        }
        let label = if is_first {
            texts::TAKE_FIRST
        } else {
            texts::TAKE_N
        };
        ui.fill(label, &[("n", &new.to_string())])
    };
    view! {
        <span class="preview-buttons">
            {(!is_contained).then(|| view! { <button type="button" data-testid="import-refuse" on:click=move |_| ui.incoming.forget(project)>{ui.t(if is_first { texts::REFUSE_FIRST } else { texts::TAKE_NONE })}</button> })}
            <button type="button" class="primary" data-testid="import-accept" on:click=move |_| ui.incoming.accept(ui, &arrival.get_value())>{label}</button>
        </span>
    }
}

fn who_text(ui: Ui, preview: &Preview, session: Option<Session>, who: &Who) -> String {
    let lang = ui.lang.get();
    match who {
        Who::Author(author) => {
            let listed = |log: &Log| {
                author
                    .parse()
                    .ok()
                    .filter(|member| log.is_visible(member))
                    .map(|_| author_name(log, Some(author), lang))
            };
            with_logs(preview, session, listed).unwrap_or_else(|| {
                if author.contains('/') {
                    ui.text(texts::SOMEBODY).to_owned()
                } else {
                    author.clone()
                }
            })
        }
        Who::Unknown(_) => ui.text(texts::NAMELESS).to_owned(),
        Who::Outside => ui.text(texts::BY_HAND).to_owned(),
    }
}

#[component]
fn Files(preview: Rc<Preview>, session: Option<Session>) -> impl IntoView {
    let ui = ui();
    let lines = preview
        .files
        .iter()
        .map(|file| file_line(ui, &preview, session, file))
        .collect::<Vec<_>>();
    view! {
        <table class="list-table">
            <thead><tr>
                {[texts::WHO, texts::FILE, texts::NEW_COUNT, texts::VERDICT].into_iter().map(|label| view! { <th scope="col">{ui.text(label)}</th> }).collect::<Vec<_>>()}
            </tr></thead>
            <tbody>{lines}</tbody>
        </table>
    }
}

fn file_line(
    ui: Ui,
    preview: &Preview,
    session: Option<Session>,
    file: &FilePreview,
) -> impl IntoView + use<> {
    let date = file.exported.at.map(minute_text).unwrap_or_default();
    let by = file.exported.by.clone().map(Who::Author);
    let who = by
        .or_else(|| file.authors.first().map(|(who, _)| who.clone()))
        .map_or_else(String::new, |who| who_text(ui, preview, session, &who));
    let verdict = match file.verdict {
        Verdict::New => ui.text(texts::VERDICT_NEW).to_owned(),
        Verdict::ContainedIn(_) | Verdict::Contained => {
            ui.text(texts::VERDICT_CONTAINED).to_owned()
        }
        Verdict::Earlier => ui.fill(texts::VERDICT_EARLIER, &[("date", &date)]),
    };
    let is_known = file.exported.by.as_deref().is_none_or(|by| {
        let listed = |log: &Log| {
            by.parse()
                .ok()
                .filter(|member| log.is_visible(member))
                .map(|_| ())
        };
        with_logs(preview, session, listed).is_some()
    });
    let stranger = (!is_known).then(
        || view! { " " <span class="chip" data-tone="warn">{ui.text(texts::NOT_LISTED)}</span> },
    );
    let differs = (!file.opened.is_empty()).then(|| view! { " " <span class="chip" data-tone="warn">{ui.fill(texts::SEVERAL_DIFFER, &[("n", &file.opened.len().to_string())])}</span> });
    view! {
        <tr>
            <td>{who} {stranger}</td>
            <td><span class="file-name">{file.name.clone()}</span> <span class="hint">{date}</span></td>
            <td data-type="number">{file.new.to_string()}</td>
            <td>{verdict} {differs}</td>
        </tr>
    }
}

/// What deserves a second look before taking.
#[component]
fn Risks(preview: Rc<Preview>, session: Option<Session>) -> impl IntoView {
    let ui = ui();
    let mut lines: Vec<String> = Vec::new();
    let is_damaged = preview.files.iter().any(|file| {
        file.warnings
            .iter()
            .any(|warning| matches!(warning, crate::exchange::Warning::ChangesDiffer(_)))
    });
    if is_damaged {
        lines.push(ui.text(texts::SUM_WRONG).to_owned());
    }
    let outside: usize = preview
        .people
        .iter()
        .filter(|person| person.who == Who::Outside)
        .map(|person| person.fields.len())
        .sum();
    if outside > 0 {
        lines.push(ui.fill(texts::OUTSIDE_EDIT, &[("n", &outside.to_string())]));
    }
    for (reason, label) in [
        (Reason::LamportJump, texts::LEFT_OUT_JUMP),
        (Reason::SecondContent, texts::LEFT_OUT_SECOND),
    ] {
        let count = preview
            .left_out
            .values()
            .filter(|why| **why == reason)
            .count();
        if count > 0 {
            lines.push(format!(
                "{}{}",
                ui.fill(texts::LEFT_OUT, &[("n", &count.to_string())]),
                ui.text(label)
            ));
        }
    }
    for twice in &preview.twice {
        let who = twice
            .authors
            .iter()
            .map(|author| who_text(ui, &preview, session, &Who::Author(author.clone())))
            .collect::<Vec<_>>()
            .join(ui.text(texts::LIST_SEPARATOR));
        lines.push(ui.fill(
            texts::TWO_CONTENTS,
            &[(
                "who",
                if who.is_empty() {
                    ui.text(texts::SOMEBODY)
                } else {
                    &who
                },
            )],
        ));
    }
    let was_whole = session.is_some_and(|session| session.is_whole());
    let missing = match session {
        Some(session) => session.read(|log| preview.missing(Some(log), was_whole)),
        None => preview.missing(None, was_whole),
    };
    for run in &missing {
        let who = run.author.clone().map_or_else(
            || ui.text(texts::SOMEBODY).to_owned(),
            |author| who_text(ui, &preview, session, &Who::Author(author)),
        );
        lines.push(ui.fill(
            texts::MISSING_EDITS,
            &[("who", &who), ("n", &run.count().to_string())],
        ));
    }
    if preview
        .deletes_much(session.map_or(0, |session| session.read(|log| log.all_records().len())))
    {
        lines.push(ui.fill(
            texts::DELETES_MUCH,
            &[("n", &preview.deleted.len().to_string())],
        ));
    }
    (!lines.is_empty()).then(|| view! { <ul class="risks">{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect::<Vec<_>>()}</ul> })
}

/// Who was asked and whose answer is neither here nor in these files.
fn missing_people(ui: Ui, session: Session, preview: &Preview) -> impl IntoView + use<> {
    let senders: Vec<String> = preview
        .files
        .iter()
        .filter_map(|file| file.exported.by.clone())
        .collect();
    let names = super::pages::waiting_names(ui, session, &senders);
    (!names.is_empty()).then(|| {
        let names = names.join(ui.text(texts::LIST_SEPARATOR));
        view! { <p data-testid="not-answered">{ui.fill(texts::NOT_ANSWERED, &[("names", &names)])}</p> }
    })
}

/// What will differ after taking: where, what stood there, and each value with its writer.
fn differences(ui: Ui, session: Session, preview: &Preview) -> impl IntoView + use<> {
    let lang = ui.lang.get();
    let line = |place: &ConflictPlace| {
        let log = &preview.after.log;
        let name = session.read(|here| {
            let named = if here.is_visible(&place.record) {
                here
            } else {
                log
            };
            record_name(named, &place.record, lang)
        });
        let field = field_name(
            crate::templates::SCHEMA.template(place.record.kind()),
            &place.key,
            lang,
        );
        let values = log.live(&place.record, &place.key).into_iter().map(|write| {
            let value = any_value_text(log, &place.record, &place.key, write.value, lang);
            let author = write.change.author.as_deref();
            let who = author.map_or_else(|| ui.text(texts::NAMELESS).to_owned(), |author| who_text(ui, preview, Some(session), &Who::Author(author.to_owned())));
            let when = if write.change.time == 0 { String::new() } else { port::time_text(write.change.time) };
            view! { <p><strong>{value}</strong> " " <span class="hint">{who} " " {when}</span></p> }
        });
        let values = values.collect::<Vec<_>>();
        view! { <tr data-record=place.record.to_string()><td>{name} " · " {field}</td><td>{values}</td></tr> }
    };
    let lines: Vec<_> = preview.after.opened.iter().take(LINES).map(line).collect();
    let count = preview.after.opened.len();
    (count > 0).then(|| {
        view! {
            <h3>{ui.fill(texts::WILL_DIFFER, &[("n", &count.to_string())])}</h3>
            <table class="list-table">
                <thead><tr>{[texts::WHERE, texts::VALUES].map(|label| view! { <th scope="col">{ui.text(label)}</th> }).into_iter().collect::<Vec<_>>()}</tr></thead>
                <tbody>{lines}</tbody>
            </table>
            <p class="hint">{ui.text(texts::DECIDE_LATER)}</p>
        }
    })
}

#[component]
fn People(preview: Rc<Preview>, session: Option<Session>) -> impl IntoView {
    let ui = ui();
    preview
        .people
        .iter()
        .map(|person| person_block(ui, &preview, session, person))
        .collect::<Vec<_>>()
}

fn person_block(
    ui: Ui,
    preview: &Preview,
    session: Option<Session>,
    person: &PersonPreview,
) -> impl IntoView + use<> {
    let who = who_text(ui, preview, session, &person.who);
    let told: Vec<&FieldChange> = person
        .fields
        .iter()
        .filter(|change| ![ORDER, PARENT, PREFILLED].contains(&change.key.as_str()))
        .collect();
    let more = told.len().saturating_sub(LINES);
    let rows = told
        .iter()
        .take(LINES)
        .map(|change| change_line(ui, preview, session, person, change))
        .collect::<Vec<_>>();
    view! {
        <h3>{ui.fill(texts::BY_PERSON, &[("who", &who), ("n", &person.fields.len().to_string())])}</h3>
        <table class="list-table">
            <thead><tr>
                {[texts::WHERE, texts::BEFORE, texts::AFTER, texts::WHEN].into_iter().map(|label| view! { <th scope="col">{ui.text(label)}</th> }).collect::<Vec<_>>()}
            </tr></thead>
            <tbody>{rows}</tbody>
        </table>
        {(more > 0).then(|| view! { <p class="hint">{ui.fill(texts::MORE_ROWS, &[("n", &more.to_string())])}</p> })}
    }
}

fn change_line(
    ui: Ui,
    preview: &Preview,
    session: Option<Session>,
    person: &PersonPreview,
    change: &FieldChange,
) -> impl IntoView + use<> {
    let lang = ui.lang.get();
    let text = |value: &Value| {
        any_value_text(&preview.after.log, &change.record, &change.key, value, lang)
    };
    let named = |log: &Log| {
        preview
            .title(Some(log), &change.record)
            .map(|_| record_name(log, &change.record, lang))
    };
    let name = with_logs(preview, session, named)
        .unwrap_or_else(|| record_name(&preview.after.log, &change.record, lang));
    let field = field_name(
        crate::templates::SCHEMA.template(change.record.kind()),
        &change.key,
        lang,
    );
    let time = if change.time == 0 {
        String::new()
    } else {
        port::time_text(change.time)
    };
    let to = if change.key.as_str() == DELETED && change.to.is_true() {
        ui.text(texts::DELETION).to_owned()
    } else {
        text(&change.to)
    };
    let by = preview.replaced.iter().find(|replaced| {
        change.items.contains(&replaced.item)
            && replaced.key == change.key
            && replaced.who == person.who
    });
    let replaced = by.map(|replaced| {
        ui.fill(
            texts::ALREADY_REPLACED,
            &[("who", &who_text(ui, preview, session, &replaced.by))],
        )
    });
    let differs = change
        .is_open
        .then(|| view! { <span class="chip" data-tone="warn">{ui.text(texts::DIFFERS)}</span> });
    view! {
        <tr data-record=change.record.to_string()>
            <td>{name} " · " {field} " " {differs}</td>
            <td>{text(&change.from)}</td>
            <td>{to} {replaced.map(|text| view! { <span class="hint">" " {text}</span> })}</td>
            <td class="when">{time}</td>
        </tr>
    }
}

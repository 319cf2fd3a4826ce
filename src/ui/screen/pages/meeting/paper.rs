//! 会议纪要, on the page and on paper: who came, what came of it, what comes next, and a line for the host.

use super::AtMeeting;
use super::head::{Times, said};
use super::release::{figures_said, health_said};
use crate::analysis::inbox::agenda::next_after;
use crate::analysis::inbox::weekly_agenda::PointReason;
use crate::analysis::words::names::short_name;
use crate::model::RecordId;
use crate::model::template::{Form, Key, Label, minute_text};
use crate::templates::{action, minutes, minutes_item, review, review_task};
use crate::ui::letter::{
    came, causes, coming_said, line_said, meeting_title, point_name, point_said,
};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::long::{Window, Within, numbered};
use crate::ui::screen::base::pieces::live;
use crate::ui::screen::pages::printing::foot_of_paper;
use crate::ui::texts;
use leptos::prelude::*;

/// What stands over the agenda and the minutes on paper: which of the two it is, of what meeting, and how far that is.
#[component]
pub(super) fn Heading(at: AtMeeting, paper: Label) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let title = move || {
        let held = at.held.get()?;
        Some(session.watch(|log| meeting_title(log, &held, ui.lang.get())))
    };
    foot_of_paper(move || {
        let as_of = ui.fill(
            texts::forms::DATA_AS_OF,
            &[("time", &minute_text(session.now()))],
        );
        let paper = ui.text(paper).to_owned();
        [
            session.project_name(),
            paper,
            title().unwrap_or_default(),
            as_of,
        ]
        .join(" · ")
    });
    let state = move || at.state().map(|state| ui.text(said(state).0));
    view! {
        <p class="paper-only paper-head">
            <strong>{ui.t(paper)}</strong>
            {live(move || session.project_name())} " · " {live(title)} " · " <Times at/> " · " {live(state)}
        </p>
    }
}

/// The minutes as they are read.
#[component]
pub(super) fn Minutes(at: AtMeeting) -> impl IntoView {
    let (ui, session) = (ui(), session());
    view! {
        <article class="minutes" data-testid="minutes">
            <Heading at paper=texts::meeting::MINUTES_TITLE/>
            <p class="minutes-people">{live(move || people(at, ui, session))}</p>
            <p>{live(move || summary(at, ui, session))}</p>
            <Part label=texts::progress::ACTIONS_BEFORE lines=Signal::derive(move || earlier(at, ui, session))/>
            <Part label=texts::meeting::LATE_AND_RISK lines=Signal::derive(move || late(at, ui, session))/>
            <Actions at/>
            <Part label=texts::meeting::RESULTS_PART lines=Signal::derive(move || others(at, ui, session))/>
            <Part label=texts::meeting::NEXT_WEEK lines=Signal::derive(move || next(at, ui, session))/>
            <p class="hint">{live(move || corrections(at, ui, session))}</p>
            <p class="paper-only signature">
                {ui.t(texts::meeting::HOST_SIGNS)} " ________________  " {ui.t(texts::meeting::DATE)} " __________"
            </p>
        </article>
    }
}

/// A heading with its lines; nothing without any.
#[component]
fn Part(label: Label, lines: Signal<Vec<String>>) -> impl IntoView {
    let ui = ui();
    live(move || {
        let lines = lines.get();
        (!lines.is_empty()).then(|| view! {
            <h2>{ui.t(label)}</h2>
            <ul class="findings">{lines.into_iter().map(|line| view! { <li>{line}</li> }).collect::<Vec<_>>()}</ul>
        })
    })
}

/// 行动项: what, who, by when, in a table as on paper.
#[component]
fn Actions(at: AtMeeting) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let rows = Memo::new(move |_| {
        let held = at.held.get();
        let lang = ui.lang.get();
        session.watch(|log| {
            let actions = held.map(|held| Form::new(log, held.minutes).rows(action::KIND));
            let row = |one: &Form<'_>| {
                let owner = one.owner().map(|owner| short_name(log, &owner, lang));
                let due = one.get(action::DUE).map(|due| due.to_string());
                [
                    one.get(action::WHAT).unwrap_or_default(),
                    owner.unwrap_or_default(),
                    due.unwrap_or_default(),
                    crate::templates::status_of(one),
                ]
            };
            numbered(actions.iter().flatten().map(row))
        })
    });
    // What was agreed on just now is not called undone: its place stays free.
    let state = move |key: &str| {
        let all = [action::DONE, action::DROPPED];
        let found = all.into_iter().find(|one| one.key == key);
        found.map(|one| ui.text(one.label))
    };
    let row = move |(at, [what, owner, due, status]): (usize, [String; 4])| {
        view! {
            <tr>
                <td>{at + 1}</td><td>{what}</td><td>{owner}</td><td class="when">{due}</td><td>{state(&status)}</td>
            </tr>
        }
        .into_any()
    };
    let key = |(at, cells): &(usize, [String; 4])| format!("{at} {}", cells.join("\u{1}"));
    let is_any = Memo::new(move |_| rows.with(|rows| !rows.is_empty()));
    live(move || {
        is_any.get().then(|| {
            view! {
                <h2>{ui.t(texts::meeting::ACTIONS)}</h2>
                <table class="list-table" data-testid="minutes-actions" aria-label=ui.t(texts::meeting::ACTIONS)>
                    <tbody>{Window::of_lines(Within::Table).list(rows, key, row)}</tbody>
                </table>
            }
        })
    })
}

fn people(at: AtMeeting, ui: Ui, session: crate::state::Session) -> Option<String> {
    let held = at.held.get()?;
    let lang = ui.lang.get();
    Some(session.watch(|log| {
        let form = Form::new(log, held.minutes);
        let named = |label: Label, key: Key<RecordId>| {
            let person = form.get(key).map(|one| short_name(log, &one, lang));
            person.map(|name| format!("{} {name}", ui.text(label)))
        };
        let (there, all) = came(&form);
        let there = [("n", &*there.to_string()), ("m", &*all.to_string())];
        let there = (all > 0).then(|| ui.fill(texts::meeting::PRESENT_OF, &there));
        let parts = [
            named(texts::meeting::HOST, minutes::HOST),
            named(texts::meeting::TAKER, minutes::MINUTE_TAKER),
            there,
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }))
}

fn summary(at: AtMeeting, ui: Ui, session: crate::state::Session) -> Option<String> {
    let review = at.held.get()?.review?;
    Some(session.watch(|log| {
        let form = Form::new(log, review);
        let said = form.get(review::SUMMARY);
        let figures = figures_said(ui, |key| form.get(key).map(|figure| figure.to_string()));
        let health = form.get(review::HEALTH);
        let health = review::HEALTHS
            .iter()
            .find(|one| Some(one.key) == health.as_deref());
        let health = health.map(|one| health_said(ui, *one));
        said.into_iter()
            .chain(figures)
            .chain(health)
            .collect::<Vec<_>>()
            .join(" · ")
    }))
}

/// What was agreed on before, as it stood.
fn earlier(at: AtMeeting, ui: Ui, session: crate::state::Session) -> Vec<String> {
    let lang = ui.lang.get();
    let part = crate::templates::agenda_item::ACTIONS.key;
    let points = at
        .agenda
        .with(|agenda| agenda.part(part).cloned().collect::<Vec<_>>());
    session.watch(|log| {
        let line = |point| [point_name(log, point, lang), point_said(point, lang)].join("　");
        points.iter().map(line).collect()
    })
}

/// The causes that were found, and what else of the plan was talked of.
fn late(at: AtMeeting, ui: Ui, session: crate::state::Session) -> Vec<String> {
    let lang = ui.lang.get();
    let Some(held) = at.held.get() else {
        return Vec::new();
    };
    let part = crate::templates::agenda_item::PROGRESS.key;
    let points = at
        .agenda
        .with(|agenda| agenda.part(part).cloned().collect::<Vec<_>>());
    session.watch(|log| {
        let mut all = causes(&held, &Form::new(log, held.minutes.clone()), lang);
        let review = held.review.clone();
        let review = review.map(|review| Form::new(log, review));
        let told = review.iter().flat_map(review::causes_of);
        let told: Vec<RecordId> = told.filter_map(|row| row.get(review_task::TASK)).collect();
        let others = points.iter().filter(|point| {
            let is_told = matches!(point.reason, PointReason::Late(_) | PointReason::Settled)
                || told.contains(&point.about);
            point.is_on && !is_told
        });
        all.extend(
            others.map(|point| [point_name(log, point, lang), point_said(point, lang)].join("　")),
        );
        all
    })
}

/// Every line but the actions, each with its sort.
fn others(at: AtMeeting, ui: Ui, session: crate::state::Session) -> Vec<String> {
    let lang = ui.lang.get();
    let Some(held) = at.held.get() else {
        return Vec::new();
    };
    session.watch(|log| {
        let lines = minutes_item::lines_of(&Form::new(log, held.minutes));
        let other = |line: &Form<'_>| {
            let sort = line.get(minutes_item::SORT).unwrap_or_default();
            let sort = minutes_item::sort_of(&sort);
            let is_action = sort.choice.key == minutes_item::ACTION.key;
            (!is_action)
                .then(|| format!("{}　{}", ui.text(sort.choice.label), line_said(line, lang)))
        };
        lines.iter().filter_map(other).collect()
    })
}

fn next(at: AtMeeting, ui: Ui, session: crate::state::Session) -> Vec<String> {
    let lang = ui.lang.get();
    let next = at.agenda.with(|agenda| agenda.next.clone());
    session.watch(|log| next.iter().map(|one| coming_said(log, one, lang)).collect())
}

/// Until when and to whom corrections go: until the next meeting, to the minute taker.
fn corrections(at: AtMeeting, ui: Ui, session: crate::state::Session) -> Option<String> {
    let held = at.held.get()?;
    let lang = ui.lang.get();
    session.watch(|log| {
        let form = Form::new(log, held.meeting.clone());
        let day = next_after(&form, held.day)?;
        let taker = form
            .other(held.minutes.clone())
            .get(minutes::MINUTE_TAKER)?;
        let name = short_name(log, &taker, lang);
        let day = day.format("%m-%d").to_string();
        Some(ui.fill(
            texts::meeting::CORRECTIONS_BY,
            &[("day", &day), ("name", &name)],
        ))
    })
}

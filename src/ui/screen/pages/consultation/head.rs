//! The head of a consultation: what is asked about until when, which departments have said something and which have
//! not, how many lines are left, and the ways on.

use super::AtConsultation;
use crate::analysis::inbox::decisions::confirming;
use crate::analysis::standing::consultations::{DepartmentSays, is_over};
use crate::analysis::words::names::short_name;
use crate::analysis::{display_code, next_people};
use crate::model::RecordId;
use crate::model::template::{Form, Label, STATUS};
use crate::state::{Page, Route, Session};
use crate::templates::{SCHEMA, consultation, member, opinion, status_of};
use crate::ui::screen::base::context::{Ui, ui};
use crate::ui::screen::base::handover::offer_to;
use crate::ui::screen::base::icons::tone_key;
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::screen::base::port::ZONE;
use crate::ui::screen::pages::paper::PaperHead;
use crate::ui::texts;
use leptos::prelude::*;

#[component]
pub(super) fn Head(at: AtConsultation) -> impl IntoView {
    let ui = ui();
    let session = at.session;
    let list = Page::Kind(consultation::KIND.to_owned());
    let list = Route::Project(session.project(), list).to_string();
    let name = move || session.watch(|log| short_name(log, &at.record.get_value(), ui.lang.get()));
    let state = move || {
        session.watch(|log| {
            let form = Form::new(log, at.record.get_value());
            let machine = SCHEMA.template(consultation::KIND)?.states?;
            let state = machine.state(&status_of(&form))?;
            Some((tone_key(state.tone), state.choice.label))
        })
    };
    let is_silent = Memo::new(move |_| !silent(at).is_empty());
    let is_done = Memo::new(move |_| at.told.with(|told| !told.is_open));
    let decided = move || {
        session.watch(|log| {
            let known = confirming(log, &at.record.get_value())?;
            Some(display_code(log, &known))
        })
    };
    let next = move || {
        let next = session.begin_next_round(&at.record.get_value());
        ui.go(session.project(), Page::Record(next));
        let said = ui.text(texts::opinions::NEXT_BEGUN).to_owned();
        ui.notices.done(session, said, "undo-round");
    };
    view! {
        <p class="crumbs no-print"><a href=list>{ui.t(consultation::CONSULTATION.list_label())}</a></p>
        <header class="page-head">
            <h1><bdi>{live(name)}</bdi></h1>
            <PaperHead title=texts::opinions::SUMMARY/>
            {live(move || state().map(|(tone, label)| view! {
                <span class="chip" data-tone=tone data-field=STATUS>{ui.t(label)}</span>
            }))}
            <button type="button" data-testid="print"
                on:click=press(move || crate::ui::screen::base::dom::print(ui.on_paper))>
                {ui.t(texts::opinions::PRINT_SUMMARY)}
            </button>
            {when(move || is_silent.get(), move || view! {
                <button type="button" data-testid="send-silent" on:click=press(move || send(ui, at))>
                    {ui.t(texts::opinions::SEND_SILENT)}
                </button>
            })}
            {when(move || is_done.get(), move || view! {
                <button type="button" data-testid="issue-final" on:click=press(move || issue_final(ui, at))>
                    {live(move || match decided() {
                        Some(code) => ui.fill(texts::opinions::FINAL_IS, &[("code", &code)]),
                        None => ui.text(texts::opinions::ISSUE_FINAL).to_owned(),
                    })}
                </button>
                <button type="button" data-testid="next-round" on:click=press(next)>
                    {ui.t(texts::opinions::NEXT_ROUND)}
                </button>
            })}
        </header>
        <p class="paper-only"><strong>{live(name)}</strong></p>
        <p class="consultation-about">{live(move || about(ui, at))}</p>
        <Departments at/>
    }
}

/// 征求意见稿 0.9 · 第 1 轮 · 2026-03-23 至 2026-03-25 · 文件在 部门共享盘
fn about(ui: Ui, at: AtConsultation) -> String {
    let mut parts = at.session.watch(|log| {
        let form = Form::new(log, at.record.get_value());
        let mut parts = Vec::new();
        if let Some(draft) = form.get(consultation::DRAFT_VERSION) {
            parts.push(ui.fill(texts::opinions::DRAFT_IS, &[("draft", &draft)]));
        }
        let round = consultation::round_of(&form).to_string();
        parts.push(ui.fill(texts::opinions::ROUND_N, &[("n", &round)]));
        let from = form.get(consultation::ASKED_AT);
        let from = from.map(|from| ZONE.shown(from).date_naive().to_string());
        if let Some(due) = form.get(consultation::DUE).map(|due| due.to_string()) {
            let label = match from {
                Some(_) => texts::opinions::ASKED_UNTIL,
                None => texts::opinions::DRAFT_UNTIL,
            };
            let from = from.unwrap_or_default();
            parts.push(ui.fill(label, &[("from", &from), ("to", &due)]));
        }
        if let Some(place) = form.get(consultation::WHERE) {
            parts.push(ui.fill(texts::opinions::WHERE_IS, &[("where", &place)]));
        }
        parts
    });
    parts.extend(tally(ui, at));
    parts.join(" · ")
}

/// 采纳 2 · 部分 1 · 不采纳 1 · 下版 1, and how many are left.
fn tally(ui: Ui, at: AtConsultation) -> Vec<String> {
    let (lines, left) = at
        .told
        .with(|told| (told.lines.clone(), told.unanswered.len()));
    if lines.is_empty() {
        return Vec::new();
    }
    let answers = at.session.watch(|log| {
        let answer = |line: &RecordId| opinion::answer_of(&Form::new(log, line.clone()));
        lines.iter().filter_map(answer).collect::<Vec<_>>()
    });
    let count = |key: &str| {
        answers
            .iter()
            .filter(|one| one.key == key)
            .count()
            .to_string()
    };
    let places = [
        ("a", &*count(opinion::ADOPTED.key)),
        ("p", &*count(opinion::PARTLY.key)),
        ("d", &*count(opinion::DECLINED.key)),
        ("l", &*count(opinion::LATER.key)),
    ];
    let mut parts = vec![ui.fill(texts::opinions::WHAT_BECAME, &places)];
    parts.push(match left {
        0 => ui.text(texts::opinions::ALL_ANSWERED).to_owned(),
        left => ui.fill(texts::opinions::LINES_LEFT, &[("n", &left.to_string())]),
    });
    parts
}

/// 回了 5/6, and a mark for each department.
#[component]
fn Departments(at: AtConsultation) -> impl IntoView {
    let ui = ui();
    let replied = move || {
        at.told.with(|told| {
            let spoken = told.voices.iter();
            let spoken = spoken
                .filter(|(_, says)| *says != DepartmentSays::Silent)
                .count();
            let places = [
                ("n", &*spoken.to_string()),
                ("m", &*told.voices.len().to_string()),
            ];
            ui.fill(texts::opinions::REPLIED_N, &places)
        })
    };
    let has_time = Memo::new(move |_| {
        let today = at.session.now().date_naive();
        at.session
            .watch(|log| !is_over(&Form::new(log, at.record.get_value()), today))
    });
    let mark = move |(department, says): (RecordId, DepartmentSays)| {
        let name = at
            .session
            .read(|log| short_name(log, &department, ui.lang.get()));
        let (tone, sign, label): (_, _, Label) = match says {
            DepartmentSays::Silent if has_time.get() => {
                ("neutral", "○ ", texts::opinions::SAID_NOT_YET)
            }
            DepartmentSays::Silent => ("warn", "○ ", texts::opinions::SAID_NOTHING),
            DepartmentSays::NoComment => ("neutral", "✓ ", texts::opinions::SAID_NONE),
            DepartmentSays::Lines(_) => ("ok", "✓ ", texts::opinions::SAID_N),
        };
        let n = match says {
            DepartmentSays::Lines(n) => n.to_string(),
            _ => String::new(),
        };
        let said = ui.fill(label, &[("department", &name), ("n", &n)]);
        let is_silent = (says == DepartmentSays::Silent).to_string();
        view! {
            <li class="chip" data-tone=tone data-department=department.to_string() data-silent=is_silent>
                {sign} {said}
            </li>
        }
    };
    let all = move || at.told.with(|told| told.voices.clone());
    view! {
        <ul class="consultation-voices" data-testid="voices">
            <li><strong>{live(replied)}</strong></li>
            {live(move || all().into_iter().map(mark).collect::<Vec<_>>())}
        </ul>
    }
}

/// The text as it was amended goes to everybody as a decision, which they read and reply to; the one that there is
/// already, where it went.
fn issue_final(ui: Ui, at: AtConsultation) {
    let record = at.record.get_value();
    let lang = ui.lang.get_untracked();
    let name = at.session.read(|log| short_name(log, &record, lang));
    let title = texts::fill(texts::opinions::FINAL_TITLE, lang, &[("title", &name)]);
    let text = texts::fill(texts::opinions::FINAL_TEXT, lang, &[("title", &name)]);
    let made = at.session.begin_confirming(&record, &title, &text);
    ui.go(at.session.project(), Page::Record(made));
}

/// The departments that have said nothing, while they are asked.
fn silent(at: AtConsultation) -> Vec<RecordId> {
    at.told.with(|told| {
        let voices = told.voices.iter().filter(|_| told.is_asking);
        let silent = voices.filter(|(_, says)| *says == DepartmentSays::Silent);
        silent.map(|(department, _)| department.clone()).collect()
    })
}

/// Goes to where those who speak for the silent departments are asked by a file; where nobody does, all that are asked.
fn send(ui: Ui, at: AtConsultation) {
    let session = at.session;
    let silent = untrack(|| silent(at));
    let record = at.record.get_value();
    let mut to = speakers(session, &silent);
    if to.is_empty() {
        to = session.read(|log| next_people(log, &record, session.me().as_ref()));
    }
    offer_to(ui, session, &record, to);
    ui.go(session.project(), Page::Exchange);
}

/// Everybody who represents one of these departments today.
pub(in crate::ui::screen::pages) fn speakers(
    session: Session,
    departments: &[RecordId],
) -> Vec<RecordId> {
    let (me, today) = (session.me(), session.now().date_naive());
    session.read(|log| {
        let reps = departments.iter().flat_map(|department| {
            let form = Form::new(log, department.clone());
            let reps = member::reps_of(&form, department, today);
            reps.into_iter()
                .map(|rep| rep.record().clone())
                .collect::<Vec<_>>()
        });
        reps.filter(|rep| Some(rep) != me.as_ref()).collect()
    })
}

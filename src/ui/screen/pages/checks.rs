//! 检查: what is open or contradictory in the whole project, gravest first, each with the place to go to.

mod lines;

use super::overview::part_of;
use crate::analysis::words::names::record_name;
use crate::analysis::{CheckedFinding, GateAhead, Shortfall, ToldChecks, Urgency, told_checks};
use crate::model::template::{Label, Severity};
use crate::state::{Extent, Page, Route, Session};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::figures::figures;
use crate::ui::screen::base::long::{Window, Within, numbered};
use crate::ui::screen::base::pieces::{live, title, with_whole_days};
use crate::ui::screen::form::finding::{LackLink, finding_text};
use crate::ui::texts;
use leptos::prelude::*;
use lines::{Fold, Line, shown};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Everything there is to look at.
#[component]
pub(in crate::ui) fn Checks() -> impl IntoView {
    let ui = ui();
    let session = session();
    let rest = figures();
    let found = Memo::new_with_compare(
        move |_| {
            rest.version();
            found(session)
        },
        |_, _| true,
    );
    let opened = RwSignal::new(BTreeSet::new());
    let shown = Memo::new_with_compare(
        move |_| numbered(found.with(|told| opened.with(|opened| shown(told, opened)))),
        |_, _| true,
    );
    let window = Window::of_lines(Within::Table);
    let line = move |(_, line): (usize, Line)| match line {
        Line::Part(urgency) => view! { <Part urgency/> }.into_any(),
        Line::Fold(fold) => view! { <FoldLine fold opened/> }.into_any(),
        Line::Gate(ahead) => view! { <GateLine ahead/> }.into_any(),
        Line::Lack(lack) => view! { <LackLine lack/> }.into_any(),
        // A name may change where what was found stays.
        Line::Found(found) => {
            live(move || view! { <CheckLine line=found_line(ui, session, &found)/> }).into_any()
        }
    };
    let differs =
        Memo::new(move |_| session.watch(crate::analysis::inbox::differences::open_number));
    let is_any = Memo::new(move |_| found.with(|told| !told.is_empty()));
    view! {
        <header class="page-head"><h1>{ui.t(texts::frame::CHECKS)}</h1></header>
        {live(move || (differs.get() > 0).then(|| view! {
            <p class="notice" data-kind="warning">
                <a href=Route::Project(session.project(), Page::Conflicts).to_string()>
                    {ui.fill(texts::frame::SEVERAL_DIFFER, &[("n", &differs.get().to_string())])}
                </a>
            </p>
        }))}
        {live(move || part_of(session).map(|label| view! {
            <p class="notice" data-kind="warning" data-testid="partial">{ui.text(label)}</p>
        }))}
        {live(move || (!is_any.get() && differs.get() == 0).then(|| view! {
            <p class="empty">{ui.text(nothing(session))}</p>
        }))}
        {live(move || is_any.get().then(|| view! {
            <table class="list-table checks" aria-label=ui.t(texts::frame::CHECKS)>
                <thead>
                    <tr>
                        {[texts::mail::WHERE, texts::standing::WHAT_ABOUT]
                            .map(|label| view! { <th scope="col">{ui.t(label)}</th> })
                            .into_iter()
                            .collect::<Vec<_>>()}
                    </tr>
                </thead>
                <tbody>{window.list(shown, Line::key, line)}</tbody>
            </table>
        }))}
    }
}

/// A gate of a form, and how much it still needs: the number that stands at the form and in the rail.
#[component]
fn GateLine(ahead: GateAhead) -> impl IntoView {
    let ui = ui();
    let session = session();
    let href = Ui::href(session.project(), &ahead.record);
    let record = ahead.record.clone();
    let name = move || session.watch(|log| record_name(log, &record, ui.lang.get()));
    let count = ahead.lacks.len().to_string();
    let hook = count.clone();
    let said = move || {
        let places = [("gate", ui.text(ahead.gate.label())), ("n", &*count)];
        ui.fill(texts::forms::NEEDED_FOR, &places)
    };
    view! {
        <tr class="gate-line" data-testid="gate-ahead" data-gate=ahead.gate.key() data-missing=hook>
            <th scope="row"><a href=href>{live(name)}</a></th>
            <td><span class="chip" data-tone="warn">{live(said)}</span></td>
        </tr>
    }
}

/// Something that it needs.
#[component]
fn LackLine(lack: Shortfall) -> impl IntoView {
    view! { <tr class="lack-line"><td colspan="2"><LackLink lack/></td></tr> }
}

#[component]
fn Part(urgency: Urgency) -> impl IntoView {
    let label = match urgency {
        Urgency::Now => texts::standing::CHECKS_NOW,
        Urgency::Gate | Urgency::Suggested => texts::standing::CHECKS_GATE,
    };
    view! { <tr class="part"><th colspan="2" scope="rowgroup">{ui().t(label)}</th></tr> }
}

#[component]
fn FoldLine(fold: Fold, opened: RwSignal<BTreeSet<Fold>>) -> impl IntoView {
    let ui = ui();
    let (label, count, part) = match fold {
        Fold::Suggested(n) => (texts::standing::CHECKS_SUGGESTED, n, Some("part")),
        Fold::Same(_, n) => (texts::standing::CHECKS_SAME, n, None),
        Fold::Gate(_, n) => (texts::standing::CHECKS_MORE, n, None),
    };
    let count = count.to_string();
    let is_open = {
        let fold = fold.clone();
        move || opened.with(|opened| opened.contains(&fold)).to_string()
    };
    let turn = move |_| {
        opened.update(|opened| {
            if !opened.remove(&fold) {
                opened.insert(fold.clone());
            }
        });
    };
    let hook = part.map_or("checks-same", |_| "checks-suggested");
    view! {
        <tr class=part>
            <td colspan="2">
                <button type="button" class="fold" data-testid=hook aria-expanded=is_open on:click=turn>
                    {ui.filled(label, "n", move || count.clone())}
                </button>
            </td>
        </tr>
    }
}

/// That there is nothing, of the whole or of the part that is here.
fn nothing(session: Session) -> Label {
    match session.extent() {
        Extent::Whole => texts::standing::CHECKS_EMPTY,
        Extent::Asking => texts::frame::LOADING,
        Extent::Part | Extent::Damaged | Extent::Unread => texts::standing::CHECKS_EMPTY_PART,
    }
}

/// One finding as the table says it.
#[derive(Clone, PartialEq)]
struct FoundLine {
    record: String,
    href: String,
    name: String,
    tone: &'static str,
    word: String,
    text: String,
    rule: &'static str,
}

/// Everything that was found, by what to do first.
fn found(session: Session) -> Arc<ToldChecks> {
    let now = session.now();
    session.read(|log| told_checks(log, now))
}

fn found_line(ui: Ui, session: Session, found: &CheckedFinding) -> FoundLine {
    let lang = ui.lang.get();
    let record = found.finding.record.as_ref().unwrap_or(&found.record);
    let (tone, word) = match found.rule.severity {
        Severity::Block(gate) => {
            let places = [("gate", gate.label().text(lang))];
            ("warn", ui.fill(texts::standing::BEFORE_GATE_SHORT, &places))
        }
        Severity::Warn => ("warn", ui.text(texts::standing::LOOK_AT).to_owned()),
        Severity::Hint => ("neutral", ui.text(texts::forms::HINTS).to_owned()),
    };
    let (name, text) = session.watch(|log| {
        (
            record_name(log, record, lang),
            finding_text(log, found, lang),
        )
    });
    FoundLine {
        href: Ui::href(session.project(), record),
        record: record.to_string(),
        rule: found.rule.code,
        name,
        text,
        tone,
        word,
    }
}

#[component]
fn CheckLine(line: FoundLine) -> impl IntoView {
    view! {
        <tr data-record=line.record data-rule=line.rule>
            <td><a href=line.href>{title(line.name)}</a></td>
            <td><span class="chip" data-tone=line.tone>{line.word}</span> " " {with_whole_days(&line.text)}</td>
        </tr>
    }
}

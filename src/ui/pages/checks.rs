//! 检查: what is open or contradictory in the whole project, gravest first, each with the place to go to.

use super::overview::part_of;
use crate::analysis::{CheckedFinding, findings};
use crate::model::sort;
use crate::model::template::{Label, Severity};
use crate::state::{Extent, Page, Route, Session};
use crate::ui::context::{Ui, session, ui};
use crate::ui::names::record_name;
use crate::ui::pieces::{live, with_whole_days};
use crate::ui::settled::settled;
use crate::ui::steps::finding_text;
use crate::ui::texts;
use leptos::prelude::*;

/// Lines shown; the rest is counted.
const LINES: usize = 200;

/// Everything there is to look at.
#[component]
pub(in crate::ui) fn Checks() -> impl IntoView {
    let ui = ui();
    let session = session();
    let rest = settled();
    let found = Memo::new(move |_| {
        rest.version();
        lines(ui, session)
    });
    let differs = Memo::new(move |_| session.watch(crate::model::Log::conflict_count));
    let count = move || found.with(Vec::len);
    view! {
        <header class="page-head"><h1>{ui.t(texts::CHECKS)}</h1></header>
        {live(move || (differs.get() > 0).then(|| view! {
            <p class="notice" data-kind="warning"><a href=Route::Project(session.project(), Page::Conflicts).to_string()>{ui.fill(texts::SEVERAL_DIFFER, &[("n", &differs.get().to_string())])}</a></p>
        }))}
        {live(move || part_of(session).map(|label| view! { <p class="notice" data-kind="warning" data-testid="partial">{ui.text(label)}</p> }))}
        {live(move || (count() == 0 && differs.get() == 0).then(|| view! { <p class="empty">{ui.text(nothing(session))}</p> }))}
        {live(move || (count() > 0).then(|| view! {
            <table class="list-table checks">
                <thead><tr>{[texts::WHERE, texts::WHAT_ABOUT].map(|label| view! { <th scope="col">{ui.t(label)}</th> }).into_iter().collect::<Vec<_>>()}</tr></thead>
                <tbody>{found.get().into_iter().take(LINES).map(|line| view! { <CheckLine line/> }).collect::<Vec<_>>()}</tbody>
            </table>
        }))}
        {live(move || (count() > LINES).then(|| view! { <p class="hint">{ui.fill(texts::MORE_ROWS, &[("n", &(count() - LINES).to_string())])}</p> }))}
    }
}

/// That there is nothing, of the whole or of the part that is here.
fn nothing(session: Session) -> Label {
    match session.extent() {
        Extent::Whole => texts::CHECKS_EMPTY,
        Extent::Asking => texts::LOADING,
        Extent::Part | Extent::Damaged | Extent::Unread => texts::CHECKS_EMPTY_PART,
    }
}

const fn grave(found: &CheckedFinding) -> u8 {
    match found.rule.severity {
        Severity::Block(_) => 0,
        Severity::Warn => 1,
        Severity::Hint => 2,
    }
}

/// One finding as the table says it.
#[derive(Clone, PartialEq)]
struct Line {
    record: String,
    href: String,
    name: String,
    tone: &'static str,
    word: String,
    text: String,
    rule: &'static str,
}

fn lines(ui: Ui, session: Session) -> Vec<Line> {
    let (lang, now) = (ui.lang.get(), session.now());
    session.read(|log| {
        let mut found = findings(log, now);
        sort::sort_by(&mut found, |a: &CheckedFinding, b| grave(a).cmp(&grave(b)));
        let line = |found: CheckedFinding| {
            let record = found.finding.record.clone().unwrap_or(found.record.clone());
            let (tone, word) = match found.rule.severity {
                Severity::Block(gate) => (
                    "warn",
                    ui.fill(
                        texts::BEFORE_GATE_SHORT,
                        &[("gate", gate.label().text(lang))],
                    ),
                ),
                Severity::Warn => ("warn", ui.text(texts::LOOK_AT).to_owned()),
                Severity::Hint => ("neutral", ui.text(texts::HINTS).to_owned()),
            };
            Line {
                href: Ui::href(session.project(), &record),
                name: record_name(log, &record, lang),
                text: finding_text(log, &found, lang),
                record: record.to_string(),
                rule: found.rule.code,
                tone,
                word,
            }
        };
        found.into_iter().map(line).collect()
    })
}

#[component]
fn CheckLine(line: Line) -> impl IntoView {
    view! {
        <tr data-record=line.record data-rule=line.rule>
            <td><a href=line.href>{line.name}</a></td>
            <td><span class="chip" data-tone=line.tone>{line.word}</span> " " {with_whole_days(&line.text)}</td>
        </tr>
    }
}

//! 检查: what is open or contradictory in the whole project, gravest first, each with the place to go to.

use super::overview::part_of;
use crate::analysis::words::names::record_name;
use crate::analysis::{CheckedFinding, findings};
use crate::model::sort;
use crate::model::template::{Label, Severity};
use crate::state::{Extent, Page, Route, Session};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::long::{Window, Within, numbered};
use crate::ui::screen::base::pieces::{live, with_whole_days};
use crate::ui::screen::base::settled::settled;
use crate::ui::screen::form::finding::finding_text;
use crate::ui::texts;
use leptos::prelude::*;

/// Everything there is to look at.
#[component]
pub(in crate::ui) fn Checks() -> impl IntoView {
    let ui = ui();
    let session = session();
    let rest = settled();
    let found = Memo::new_with_compare(
        move |_| {
            rest.version();
            found(session)
        },
        |_, _| true,
    );
    let window = Window::of_lines(Within::Table);
    let key = |(at, found): &(usize, CheckedFinding)| {
        format!(
            "{at} {} {} {:?}",
            found.rule.code, found.record, found.finding
        )
    };
    let line = move |(_, found): (usize, CheckedFinding)| {
        // A name may change where what was found stays.
        live(move || view! { <CheckLine line=line(ui, session, found.clone())/> }).into_any()
    };
    let differs = Memo::new(move |_| session.watch(crate::model::Log::conflict_count));
    let is_any = Memo::new(move |_| found.with(|found| !found.is_empty()));
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
            <table class="list-table checks">
                <thead>
                    <tr>
                        {[texts::mail::WHERE, texts::standing::WHAT_ABOUT]
                            .map(|label| view! { <th scope="col">{ui.t(label)}</th> })
                            .into_iter()
                            .collect::<Vec<_>>()}
                    </tr>
                </thead>
                <tbody>{window.list(found, key, line)}</tbody>
            </table>
        }))}
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

/// Everything that was found, gravest first.
fn found(session: Session) -> Vec<(usize, CheckedFinding)> {
    let now = session.now();
    session.read(|log| {
        let mut found = findings(log, now);
        sort::sort_by(&mut found, |a: &CheckedFinding, b| grave(a).cmp(&grave(b)));
        numbered(found)
    })
}

fn line(ui: Ui, session: Session, found: CheckedFinding) -> Line {
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
            finding_text(log, &found, lang),
        )
    });
    Line {
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
fn CheckLine(line: Line) -> impl IntoView {
    view! {
        <tr data-record=line.record data-rule=line.rule>
            <td><a href=line.href>{line.name}</a></td>
            <td><span class="chip" data-tone=line.tone>{line.word}</span> " " {with_whole_days(&line.text)}</td>
        </tr>
    }
}

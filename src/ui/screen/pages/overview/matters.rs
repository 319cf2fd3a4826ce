//! 要紧的事: what is late or stuck, by how much and why; and who does what next, and what waits for it.

use crate::analysis::standing::due::next_due_items;
use crate::analysis::standing::matters::{Matter, NextMove, Worry};
use crate::analysis::words::names::{names_joined, record_name, short_name};
use crate::model::Log;
use crate::model::template::Tone;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::icons::tone_key;
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, title, with_whole_days};
use crate::ui::texts;
use leptos::prelude::*;

/// So many stand there until somebody asks for the rest.
const SHOWN: usize = 5;
/// So many tasks that wait are named.
const NAMED: usize = 3;

/// The list.
#[component]
pub(in crate::ui) fn Matters(matters: Memo<Vec<Matter>>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let all = RwSignal::new(false);
    let shown = Memo::new(move |_| {
        let most = if all.get() { usize::MAX } else { SHOWN };
        matters.with(|matters| matters.iter().take(most).cloned().collect::<Vec<_>>())
    });
    let count = Memo::new(move |_| matters.with(Vec::len));
    let window = Window::of_lines(Within::Table);
    let key = |matter: &Matter| format!("{} {:?}", matter.record, matter.trouble);
    let line = move |matter: Matter| {
        live(move || {
            let line = session.watch(|log| said(ui, log, &matter));
            let href = Ui::href(session.project(), &matter.record);
            view! { <MatterLine href line/> }
        })
        .into_any()
    };
    let rest = move || count.get().saturating_sub(SHOWN);
    view! {
        <section class="card matters" data-testid="matters">
            {live(move || match count.get() {
                0 => view! {
                    <h2>{ui.t(texts::standing::MATTERS)}</h2>
                    <p class="hint">{nothing(ui, session)}</p>
                }.into_any(),
                n => {
                    let title = ui.fill(texts::standing::MATTERS_N, &[("n", &n.to_string())]);
                    view! {
                        <table class="list-table">
                            <thead><tr>
                                <th scope="col">{title}</th>
                                <th scope="col">{ui.t(texts::standing::WHO_DOES_NEXT)}</th>
                            </tr></thead>
                            <tbody>{window.list(shown, key, line)}</tbody>
                        </table>
                    }.into_any()
                }
            })}
            {live(move || (rest() > 0 && !all.get()).then(|| view! {
                <button type="button" class="link" data-testid="all-matters" on:click=move |_| all.set(true)>
                    {ui.fill(texts::standing::MATTERS_REST, &[("n", &rest().to_string())])}</button>
            }))}
        </section>
    }
}

/// That nothing matters, and what is due next.
fn nothing(ui: Ui, session: crate::state::Session) -> String {
    let now = session.now();
    session.watch(|log| {
        let today = now.date_naive();
        let mut due = next_due_items(log, None, now, usize::MAX).into_iter();
        let next = due.find(|(_, by)| by.day(now) >= today);
        match next {
            None => ui.text(texts::standing::NOTHING_MATTERS).to_owned(),
            Some((record, by)) => {
                let name = record_name(log, &record, ui.lang.get());
                let day = by.day(now).to_string();
                ui.fill(
                    texts::standing::NOTHING_BUT,
                    &[("name", &name), ("day", &day)],
                )
            }
        }
    })
}

/// One line, in the language of the page.
#[derive(Clone, PartialEq)]
struct MatterWords {
    tone: &'static str,
    name: String,
    trouble: String,
    next: String,
    effect: String,
}

#[component]
fn MatterLine(href: String, line: MatterWords) -> impl IntoView {
    view! {
        <tr><td><a href=href>{title(line.name)}</a><span class="hint" data-tone=line.tone>{line.trouble}</span></td>
            <td>{with_whole_days(&line.next)}<span class="hint">{line.effect}</span></td></tr>
    }
}

fn said(ui: Ui, log: &Log, matter: &Matter) -> MatterWords {
    let lang = ui.lang.get();
    let (tone, label, n) = match matter.trouble {
        Worry::Slips(days) => (Tone::Danger, texts::standing::LATER_DAYS, days),
        Worry::Overtime(hours) => (Tone::Danger, texts::standing::OVERTIME_HOURS, hours),
        Worry::Late(0) => (Tone::Warn, texts::standing::LATE_SINCE_REST, 0),
        Worry::Late(days) => (Tone::Danger, texts::standing::LATE_DAYS, days),
        Worry::Blocked => (Tone::Warn, texts::standing::IS_BLOCKED, 0),
    };
    let mut trouble = ui.fill(label, &[("n", &n.to_string())]);
    if let Some(cause) = matter.cause {
        trouble.push_str(" · ");
        trouble.push_str(cause.label.text(lang));
    }
    let who = match matter.who.is_empty() {
        true => ui.text(texts::TO_BE_NAMED).to_owned(),
        false => names_joined(&matter.who, |one| short_name(log, one, lang), lang),
    };
    let what = match &matter.next {
        NextMove::Promised(day) => {
            ui.fill(texts::standing::NEXT_PROMISED, &[("day", &day.to_string())])
        }
        NextMove::SayDay => ui.text(texts::standing::NEXT_SAY_DAY).to_owned(),
        NextMove::Step(label) => label.text(lang).to_owned(),
        NextMove::WaitFor(issue) => {
            let name = record_name(log, issue, lang);
            ui.fill(texts::standing::NEXT_WAIT, &[("name", &name)])
        }
    };
    let waiting = &matter.holds_up[..matter.holds_up.len().min(NAMED)];
    let effect = match waiting.is_empty() {
        true => String::new(),
        false => {
            let mut names = names_joined(waiting, |one| short_name(log, one, lang), lang);
            if matter.holds_up.len() > NAMED {
                names.push('…');
            }
            ui.fill(texts::standing::HOLDS_UP, &[("names", &names)])
        }
    };
    MatterWords {
        tone: tone_key(tone),
        name: record_name(log, &matter.record, lang),
        trouble,
        next: ui.fill(texts::standing::WHO_WHAT, &[("who", &who), ("what", &what)]),
        effect,
    }
}

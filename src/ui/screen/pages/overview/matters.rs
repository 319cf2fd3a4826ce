//! 要紧的事: what is late or stuck, by how much and why; and who does what next, and what waits for it.

use super::remind::{asked_again, reminder};
use crate::analysis::display_code;
use crate::analysis::standing::due::next_due_items;
use crate::analysis::standing::matters::{Effect, Matter, NextMove, Worry};
use crate::analysis::words::names::{names_joined, record_name, short_name};
use crate::model::template::Tone;
use crate::model::{Log, RecordId};
use crate::state::Session;
use crate::ui::screen::base::context::{Ui, copy_and_say, session, ui};
use crate::ui::screen::base::icons::{ToneShape, tone_key};
use crate::ui::screen::base::life;
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, press, title};
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
            let asked = session.read(|log| asked_again(log, session.me().as_ref(), &matter));
            let matter = matter.clone();
            view! { <MatterLine href line matter asked/> }
        })
        .into_any()
    };
    let rest = move || count.get().saturating_sub(SHOWN);
    view! {
        <section class="card matters" data-testid="things" data-count=move || count.get().to_string()>
            {live(move || match count.get() {
                0 => view! {
                    <h2>{ui.t(texts::standing::MATTERS)}</h2>
                    <p class="hint">{nothing(ui, session)}</p>
                }.into_any(),
                n => {
                    let title = ui.fill(texts::standing::MATTERS_N, &[("n", &n.to_string())]);
                    view! {
                        <table class="list-table" aria-label=ui.t(texts::standing::MATTERS)>
                            <thead><tr>
                                <th scope="col">{title}</th>
                                <th scope="col">{ui.t(texts::standing::WHO_DOES_NEXT)}</th>
                                <td class="no-print"></td>
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
fn nothing(ui: Ui, session: Session) -> String {
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
pub(super) struct MatterWords {
    tone: Tone,
    pub(super) name: String,
    pub(super) trouble: String,
    /// What is to be done, without who does it.
    pub(super) what: String,
    next: String,
    pub(super) effect: String,
}

impl MatterWords {
    /// All of it, for a letter.
    fn in_one(&self) -> String {
        let parts = [&self.name, &self.trouble, &self.next, &self.effect];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.cloned().collect::<Vec<_>>().join(" · ")
    }
}

#[component]
fn MatterLine(
    href: String,
    line: MatterWords,
    matter: Matter,
    asked: Vec<RecordId>,
) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let names = session.read(|log| {
        let lang = ui.lang.get();
        names_joined(&asked, |one| short_name(log, one, lang), lang)
    });
    let words = line.clone();
    let remind = (!asked.is_empty()).then(|| {
        let how = ui.fill(texts::standing::REMIND_OF, &[("names", &names)]);
        let remind = move || {
            let text = untrack(|| reminder(ui, session, &matter, &asked, &words));
            life::to_the_end((ui, text), copy_and_say);
        };
        view! {
            <button type="button" class="link" data-testid="remind-matter" title=how.clone() aria-label=how
                on:click=press(remind)>
                {ui.t(texts::standing::REMIND_SHORT)}
            </button>
            " "
        }
    });
    let whole = line.in_one();
    let copy = move || life::to_the_end((ui, whole.clone()), copy_and_say);
    let label = ui.fill(texts::standing::COPY_MATTER, &[("name", &line.name)]);
    let next = line.next.clone();
    view! {
        <tr>
            <td>
                <span class="matter-name"><ToneShape tone=line.tone/> <a href=href>{title(line.name)}</a></span>
                <span class="hint" data-tone=tone_key(line.tone)>{line.trouble}</span>
            </td>
            <td><span class="matter-next" title=next>{line.next}</span>
                <span class="hint">{line.effect}</span></td>
            <td class="no-print">
                {remind}
                <button type="button" class="link" aria-label=label on:click=press(copy)>
                    {ui.t(texts::standing::COPY_SHORT)}
                </button>
            </td>
        </tr>
    }
}

pub(super) fn short(day: chrono::NaiveDate) -> String {
    day.format("%m-%d").to_string()
}

fn said(ui: Ui, log: &Log, matter: &Matter) -> MatterWords {
    let lang = ui.lang.get();
    let who = match matter.who.is_empty() {
        true => ui.text(texts::TO_BE_NAMED).to_owned(),
        false => first_names(ui, log, &matter.who),
    };
    let what = match &matter.next {
        NextMove::Promised(day) => {
            ui.fill(texts::standing::NEXT_PROMISED, &[("day", &short(*day))])
        }
        NextMove::SayDay => ui.text(texts::standing::NEXT_SAY_DAY).to_owned(),
        NextMove::Step(label) => label.text(lang).to_owned(),
        NextMove::WaitFor(issue) => {
            let name = display_code(log, issue);
            ui.fill(texts::standing::NEXT_WAIT, &[("name", &name)])
        }
        NextMove::Answer => ui.text(texts::standing::NEXT_ANSWER).to_owned(),
        NextMove::Rule => ui.text(texts::standing::NEXT_RULE).to_owned(),
    };
    let (tone, trouble) = trouble(ui, matter);
    MatterWords {
        tone,
        name: record_name(log, &matter.record, lang),
        trouble,
        next: ui.fill(texts::standing::WHO_WHAT, &[("who", &who), ("what", &what)]),
        what,
        effect: effect(ui, log, matter),
    }
}

/// 吴主管等 3 人: what they do stands behind their names and has to be seen.
fn first_names(ui: Ui, log: &Log, who: &[RecordId]) -> String {
    let lang = ui.lang.get();
    let names = |who: &[RecordId]| names_joined(who, |one| short_name(log, one, lang), lang);
    match who {
        [first, _, _, ..] => {
            let (name, n) = (names(&[first.clone()]), who.len().to_string());
            let places = [("name", &*name), ("n", &*n)];
            ui.fill(texts::standing::WITH_OTHERS, &places)
        }
        few => names(few),
    }
}

/// 逾期 2 个工作日 · 资源不足 · 预计 04-17
fn trouble(ui: Ui, matter: &Matter) -> (Tone, String) {
    let n = |n: &dyn ToString| n.to_string();
    let (tone, label, places) = match matter.trouble {
        Worry::Slips(days) => (Tone::Danger, texts::standing::SLIPS_DAYS, n(&days)),
        Worry::Overtime(hours) => (Tone::Danger, texts::standing::OVERTIME_HOURS, n(&hours)),
        Worry::Late(0) => (Tone::Warn, texts::standing::LATE_SINCE_REST, String::new()),
        Worry::Late(days) => (Tone::Danger, texts::standing::LATE_DAYS, n(&days)),
        Worry::Blocked => (Tone::Warn, texts::standing::IS_BLOCKED, String::new()),
        Worry::Unanswered(people) => (Tone::Warn, texts::standing::UNANSWERED_N, n(&people)),
        Worry::Needed(day) => (Tone::Warn, texts::standing::NEEDED_FROM, short(day)),
    };
    let mut parts = vec![ui.fill(label, &[("n", &places), ("day", &places)])];
    parts.extend(matter.cause.map(|cause| ui.text(cause.label).to_owned()));
    // What is promised stands beside it, with who promised.
    let expected = matter
        .expected
        .filter(|day| matter.next != NextMove::Promised(*day));
    parts.extend(
        expected.map(|day| ui.fill(texts::standing::EXPECTED_DAY, &[("day", &short(day))])),
    );
    (tone, parts.join(" · "))
}

/// What it does to the plan, and which tasks wait for it.
fn effect(ui: Ui, log: &Log, matter: &Matter) -> String {
    let lang = ui.lang.get();
    let named = |record: &RecordId| record_name(log, record, lang);
    let told = match &matter.effect {
        Effect::Unknown => None,
        Effect::Moves(milestone, days) => {
            let places = [("name", &*named(milestone)), ("n", &*days.to_string())];
            Some(ui.fill(texts::schedule::MOVES, &places))
        }
        Effect::NoSlack(Some(milestone)) => {
            let places = [("name", &*named(milestone))];
            Some(ui.fill(texts::schedule::MOVES_AT_ONCE, &places))
        }
        Effect::NoSlack(None) => Some(ui.text(texts::schedule::IS_CRITICAL).to_owned()),
        Effect::Spare(days) => Some(ui.fill(texts::schedule::SLACK, &[("n", &days.to_string())])),
    };
    let waiting = &matter.holds_up[..matter.holds_up.len().min(NAMED)];
    let holds = (!waiting.is_empty()).then(|| {
        let mut names = names_joined(waiting, |one| display_code(log, one), lang);
        if matter.holds_up.len() > NAMED {
            names.push('…');
        }
        ui.fill(texts::standing::HOLDS_UP, &[("names", &names)])
    });
    told.into_iter()
        .chain(holds)
        .collect::<Vec<_>>()
        .join(" · ")
}

//! A thing that matters in words: what is wrong, who does what next, and what it does to the plan.

use crate::analysis::display_code;
use crate::analysis::standing::matters::{Effect, Matter, NextMove, Worry};
use crate::analysis::words::names::{names_joined, record_name, short_name};
use crate::model::template::Tone;
use crate::model::{Log, RecordId};
use crate::ui::screen::base::context::Ui;
use crate::ui::texts;
use leptos::prelude::Get;

/// So many tasks that wait are named.
const NAMED: usize = 3;

/// One line, in the language of the page.
#[derive(Clone, PartialEq)]
pub(super) struct MatterWords {
    pub(super) tone: Tone,
    pub(super) name: String,
    pub(super) trouble: String,
    /// What is to be done, without who does it.
    pub(super) what: String,
    pub(super) next: String,
    pub(super) effect: String,
}

impl MatterWords {
    /// All of it, for a letter.
    pub(super) fn in_one(&self) -> String {
        let parts = [&self.name, &self.trouble, &self.next, &self.effect];
        let parts = parts.into_iter().filter(|part| !part.is_empty());
        parts.cloned().collect::<Vec<_>>().join(" · ")
    }
}

pub(super) fn short(day: chrono::NaiveDate) -> String {
    day.format("%m-%d").to_string()
}

/// All of it, in the language of the page.
pub(super) fn said(ui: Ui, log: &Log, matter: &Matter) -> MatterWords {
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
            let (name, n) = (names(std::slice::from_ref(first)), who.len().to_string());
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

//! Another due date for a task: written at once where it concerns nobody else, else what it would do to others, and the
//! choice (views.md §1.7).

use super::board::card_name;
use super::facts::and_more;
use super::frame::PlanFrame;
use crate::analysis::standing::schedule::{Entailed, Stuck};
use crate::analysis::words::names::{names_joined, short_name};
use crate::model::RecordId;
use crate::state::{Redate, Unmovable};
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::dom::{self, typed_text};
use crate::ui::screen::base::pieces::{live, on, press};
use crate::ui::texts;
use chrono::NaiveDate;
use leptos::prelude::*;
use web_sys::{Event, KeyboardEvent};

/// Lines of what follows; the rest is counted.
const MOST: usize = 8;

/// The date that is asked for, while it is not written.
#[derive(Clone, Copy)]
pub(super) struct Redating {
    ui: Ui,
    frame: PlanFrame,
    asked: RwSignal<Option<Redate>>,
    said: RwSignal<String>,
}

impl Redating {
    pub(super) fn new(ui: Ui, frame: PlanFrame, said: RwSignal<String>) -> Self {
        Self {
            ui,
            frame,
            asked: RwSignal::new(None),
            said,
        }
    }

    /// Gives a task another due date, or asks.
    pub(super) fn put(self, record: &RecordId, due: NaiveDate) {
        let ui = self.ui;
        self.asked.set(None);
        match self.frame.session.redated(record, due) {
            Err(why) => {
                let said = unmovable(ui, &card_name(ui, self.frame, record), why);
                self.said.set(said.clone());
                ui.notices.info(said);
            }
            Ok(redate) if redate.from == redate.to => {}
            Ok(redate) if redate.is_quiet() => self.write(&redate, false, None),
            Ok(redate) => {
                self.asked.set(Some(redate));
                dom::focus_soon("[data-testid=move-bar] h2".to_owned());
            }
        }
    }

    fn write(self, redate: &Redate, with_following: bool, reason: Option<&str>) {
        let ui = self.ui;
        self.asked.set(None);
        self.frame.session.redate(redate, with_following, reason);
        let name = card_name(ui, self.frame, &redate.task);
        let places = [("task", &*name), ("day", &*redate.to.1.to_string())];
        let said = texts::fill(texts::boards::DUE_CHANGED, ui.lang.get_untracked(), &places);
        self.said.set(said.clone());
        ui.notices.done(self.frame.session, said, "undo-redate");
        dom::focus_soon(format!("[data-chip=\"{}\"]", redate.task));
    }

    fn give_up(self) {
        if let Some(redate) = self.asked.get_untracked() {
            self.asked.set(None);
            let day = redate.from.1.to_string();
            let lang = self.ui.lang.get_untracked();
            self.said
                .set(texts::fill(texts::boards::DUE_KEPT, lang, &[("day", &day)]));
            dom::focus_soon(format!("[data-chip=\"{}\"]", redate.task));
        }
    }
}

/// Why a task stays where it is.
pub(super) fn unmovable(ui: Ui, name: &str, why: Unmovable) -> String {
    let label = match why {
        Unmovable::Done => texts::boards::TASK_IS_DONE,
        Unmovable::Fixed => texts::boards::DATE_IS_FIXED,
        Unmovable::Undated => texts::boards::NO_DATE,
    };
    texts::fill(label, ui.lang.get_untracked(), &[("task", name)])
}

/// What a new date would do to others, while it is asked for.
#[component]
pub(super) fn RedateBar(redating: Redating) -> impl IntoView {
    live(move || {
        redating
            .asked
            .get()
            .map(|redate| view! { <RedateAsk redating redate/> })
    })
}

#[component]
fn RedateAsk(redating: Redating, redate: Redate) -> impl IntoView {
    let (ui, session) = (redating.ui, redating.frame.session);
    let lang = ui.lang.get();
    let name = |record: &RecordId| session.watch(|log| short_name(log, record, lang));
    let task = name(&redate.task);
    let (from, to) = (redate.from.1.to_string(), redate.to.1.to_string());
    let title = ui.fill(
        texts::boards::DUE_MOVE,
        &[("task", &task), ("from", &from), ("to", &to)],
    );
    let entailed = redate.entails.entailed.len();
    let line = |one: &Entailed| {
        let later = ui.fill(texts::boards::LATER_N, &[("n", &one.days.to_string())]);
        let dates = format!(
            "{} → {}",
            one.from.1.format("%m-%d"),
            one.to.1.format("%m-%d")
        );
        let waits = ui.fill(
            texts::boards::WAITS_FOR_ISSUE,
            &[("issue", &name(&one.because))],
        );
        view! {
            <li>
                <span>{name(&one.task)}</span> <span class="when">{dates}</span>
                <span class="hint">{later} " · " {waits}</span>
            </li>
        }
    };
    let lines: Vec<_> = redate
        .entails
        .entailed
        .iter()
        .take(MOST)
        .map(line)
        .collect();
    let more = entailed.saturating_sub(MOST);
    let stuck = |one: &Stuck| {
        let places = [("task", &*name(&one.task)), ("n", &*one.days.to_string())];
        view! { <p class="late">{ui.fill(texts::boards::IS_STUCK, &places)}</p> }
    };
    let stuck: Vec<_> = redate.entails.stuck.iter().map(stuck).collect();
    let milestones: Vec<RecordId> = redate
        .entails
        .milestones
        .iter()
        .map(|(one, _)| one.clone())
        .collect();
    let milestones = (!milestones.is_empty()).then(|| {
        let names = names_joined(&milestones, name, lang);
        ui.fill(texts::boards::MILESTONES_MOVE, &[("names", &names)])
    });
    let beyond = (redate.beyond > 0).then(|| {
        ui.fill(
            texts::standing::LATER_THAN_FIRST,
            &[("n", &redate.beyond.to_string())],
        )
    });
    let reason = RwSignal::new(String::new());
    let asked = StoredValue::new(redate.clone());
    let write = move |with_following: bool| {
        let reason = reason.get_untracked().trim().to_owned();
        let said = Some(&*reason).filter(|reason| !reason.is_empty());
        redating.write(&asked.get_value(), with_following, said);
    };
    let key = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            redating.give_up();
        }
    };
    let all = (entailed + 1).to_string();
    let only = ui.fill(texts::boards::MOVE_ONE, &[("task", &task)]);
    view! {
        <section class="strip board-foot board-ask" data-testid="move-bar" data-entailed=entailed.to_string()
            on:keydown=on(key)>
            <h2 tabindex="-1">{title}</h2>
            {(entailed > 0).then(|| view! {
                <p>{ui.fill(texts::boards::FOLLOWS, &[("n", &entailed.to_string())])}</p>
                <ul class="entailed">{lines}</ul>
            })}
            {and_more(ui, more)}
            {stuck} {milestones.map(|said| view! { <p>{said}</p> })} {beyond.map(|said| view! { <p>{said}</p> })}
            <label class="line">
                <span>{ui.t(texts::boards::SAY_WHY)}</span>
                <input type="text" data-testid="move-reason" data-free-text=""
                    on:input=on(move |event: Event| reason.set(typed_text(&event)))/>
            </label>
            <p class="answers">
                {(entailed > 0).then(|| view! {
                    <button type="button" data-testid="move-all" on:click=press(move || write(true))>
                        {ui.fill(texts::boards::MOVE_ALL, &[("n", &all)])}
                    </button>
                })}
                <button type="button" data-testid="move-one" on:click=press(move || write(false))>{only}</button>
                <button type="button" data-testid="move-cancel" on:click=press(move || redating.give_up())>
                    {ui.t(texts::forms::CANCEL)}
                </button>
            </p>
        </section>
    }
}

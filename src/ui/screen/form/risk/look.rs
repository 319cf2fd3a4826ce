//! What a risk says in a few lines, and what can be said of it where it stands: nothing has changed, it is larger or
//! smaller, it happened, its prevention becomes a task. Nothing is chosen beforehand.

use super::matrix::RiskMatrix;
use crate::analysis::inbox::risks::is_to_be_looked_at;
use crate::analysis::words::names::short_name;
use crate::model::template::{Form, Label};
use crate::model::{FieldKey, Log, RecordId};
use crate::templates::risk;
use crate::ui::letter::{level_said, risk_said};
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::handover::offer;
use crate::ui::screen::base::long::long_text;
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::screen::frame::identity::author_of;
use crate::ui::texts;
use leptos::prelude::*;

/// Where it is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum LookPlace {
    /// Under the register, where the row says its level, its state and whose it is.
    Strip,
    /// Beside its sheet, which says it all.
    Side,
    /// Among what waits for somebody.
    Card,
}

/// A few lines and the answers.
#[component]
pub(in crate::ui) fn RiskLook(record: RecordId, place: LookPlace) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(record);
    let author = author_of(session);
    let may = Memo::new(move |_| {
        author.get();
        session.may_look_at_risk(&id.get_value())
    });
    let lines = move || session.watch(|log| said(log, ui, &id.get_value(), place));
    let line = |text: String| view! { <p>{long_text(text)}</p> };
    view! {
        <div class="risk-look" data-risk=move || id.get_value().to_string()>
            {live(move || lines().into_iter().map(line).collect::<Vec<_>>())}
            <Passed id/>
            {when(move || may.get(), move || view! { <Proposals id/> <Answers id place/> })}
        </div>
    }
}

/// The sentence of a risk, then its sign, who watches it and when somebody last did: no more than is not there already.
fn said(log: &Log, ui: Ui, record: &RecordId, place: LookPlace) -> Vec<String> {
    let form = Form::new(log, record.clone());
    let lang = ui.lang.get();
    let name = |key| {
        form.referred(key)
            .map(|one| short_name(log, one.record(), lang))
    };
    let mut lines: Vec<String> = Vec::new();
    if place != LookPlace::Side {
        lines.extend(risk_said(&form, lang));
    }
    let mut facts: Vec<String> = Vec::new();
    if place == LookPlace::Card {
        facts.extend(level_said(&form, lang));
    }
    if place != LookPlace::Side {
        let sign = form.get(risk::TRIGGER).map(|text| text.trim().to_owned());
        facts.extend(sign.map(|text| ui.fill(texts::risks::EARLY_SIGN, &[("text", &text)])));
    }
    if place == LookPlace::Strip {
        let whose = name(risk::OWNER).zip(name(risk::FALLBACK_OWNER));
        facts.extend(whose.map(|(owner, fallback)| {
            let places = [("owner", &*owner), ("fallback", &*fallback)];
            ui.fill(texts::risks::WATCHED_BY, &places)
        }));
    }
    let last = form.get(risk::LAST_REVIEWED_AT).map(|day| day.to_string());
    facts.extend(last.map(|day| ui.fill(texts::risks::LAST_LOOK, &[("day", &day)])));
    if !facts.is_empty() {
        lines.push(facts.join(" · "));
    }
    lines
}

/// 临界日期已过。它发生了吗？
#[component]
fn Passed(id: StoredValue<RecordId>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let asks = move || {
        let today = session.now().date_naive();
        session.watch(|log| {
            let form = Form::new(log, id.get_value());
            let day = form.get(risk::TRIGGER_DATE).filter(|day| *day < today)?;
            let waits = risk::is_open(&form) && is_to_be_looked_at(&form, today);
            waits.then(|| day.to_string())
        })
    };
    live(move || {
        asks().map(|day| {
            let asked = ui.fill(texts::risks::DID_IT_HAPPEN, &[("day", &day)]);
            view! { <p class="late">{asked}</p> }
        })
    })
}

/// What could be filled: shown before it is, and filled by a click.
#[component]
fn Proposals(id: StoredValue<RecordId>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let fallback = move || {
        let backup = session.fallback_for_risk(&id.get_value())?;
        let name = session.read(|log| short_name(log, &backup, ui.lang.get()));
        let take = move || {
            let value = crate::model::template::CellType::write(&backup);
            session.set_fields(&id.get_value(), &[(risk::FALLBACK_OWNER.name, value)]);
        };
        Some(view! {
            <button type="button" class="proposed" data-testid="take-fallback" on:click=press(take)>
                {ui.fill(texts::risks::FALLBACK_IS, &[("name", &name)])}
            </button>
        })
    };
    let parts = move || {
        let parts = session.parts_of_risk(&id.get_value())?;
        let places = [
            ("cause", &*parts.cause),
            ("event", &*parts.event),
            ("effect", &*parts.effect),
        ];
        let take = move || {
            session.take_risk_apart(&id.get_value());
        };
        Some(view! {
            <p>
                <span class="proposed">{ui.fill(texts::risks::PARTS, &places)}</span> " "
                <button type="button" data-testid="take-apart" on:click=press(take)>
                    {ui.t(texts::risks::TAKE_APART)}
                </button>
            </p>
        })
    };
    view! { {live(parts)} {live(fallback)} }
}

/// The buttons.
#[component]
fn Answers(id: StoredValue<RecordId>, place: LookPlace) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let placing = RwSignal::new(None::<&'static str>);
    let unchanged = move || {
        if !session.look_at_risks(&[id.get_value()]).is_empty() {
            told(ui, session, texts::risks::LOOK_NOTED);
        }
        placing.set(None);
    };
    let happened = move || {
        if !session.risk_happened(&id.get_value()).is_empty() {
            offer(ui, session, &id.get_value());
            told(ui, session, texts::risks::HAPPENED_NOTED);
        }
    };
    let make_task = move || {
        if !session.make_task_of_risk(&id.get_value()).is_empty() {
            told(ui, session, texts::risks::TASK_NOTED);
        }
    };
    let can_make = move || {
        let [prevention, task] = [risk::PREVENTION.name, risk::BECAME_TASK.name]
            .map(|key| session.value(&id.get_value(), &FieldKey::of(key)));
        place != LookPlace::Card && !prevention.is_empty() && task.is_empty()
    };
    let change = move |key: &'static str, label: Label| {
        let is_open = move || placing.get() == Some(key);
        let toggle = move || placing.update(|open| *open = (*open != Some(key)).then_some(key));
        view! {
            <button type="button" data-answer=key aria-expanded=move || is_open().to_string() on:click=press(toggle)>
                {ui.t(label)}
            </button>
        }
    };
    // What nobody has placed yet is placed at once: one click.
    let is_unplaced = Memo::new(move |_| {
        let keys = [risk::LIKELIHOOD.name, risk::IMPACT.name];
        keys.iter().any(|key| {
            session
                .value(&id.get_value(), &FieldKey::of(key))
                .is_empty()
        })
    });
    let happens = match place {
        LookPlace::Card => texts::risks::HAPPENED,
        _ => texts::risks::MAKE_ISSUE,
    };
    let changes = match place {
        LookPlace::Card => vec![
            change("larger", texts::risks::LARGER),
            change("smaller", texts::risks::SMALLER),
        ],
        _ => vec![change("changed", texts::risks::CHANGED)],
    };
    view! {
        <p class="answers">
            <button type="button" data-answer="unchanged" on:click=press(unchanged)>
                {ui.t(texts::risks::UNCHANGED)}
            </button>
            {changes}
            // Beside its sheet the step stands among the others.
            {(place != LookPlace::Side).then(|| view! {
                <button type="button" data-answer="happened" on:click=press(happened)>{ui.t(happens)}</button>
            })}
            {when(can_make, move || view! {
                <button type="button" data-testid="make-task" on:click=press(make_task)>
                    {ui.t(texts::risks::MAKE_TASK)}
                </button>
            })}
        </p>
        {when(move || is_unplaced.get() || placing.with(Option::is_some), move || view! { <Placing id placing/> })}
    }
}

/// The cells, of which one is chosen for this risk.
#[component]
fn Placing(id: StoredValue<RecordId>, placing: RwSignal<Option<&'static str>>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let place = Memo::new(move |_| {
        let [likelihood, impact] = [risk::LIKELIHOOD.name, risk::IMPACT.name]
            .map(|key| session.value(&id.get_value(), &FieldKey::of(key)).as_int());
        likelihood.zip(impact)
    });
    let placed = Signal::derive(move || {
        let here = ui.text(texts::risks::NOW_HERE).to_owned();
        place.get().map(|(l, i)| (l, i, here)).into_iter().collect()
    });
    let choose = Callback::new(move |(likelihood, impact): (i64, i64)| {
        let written = session.assess_risk(&id.get_value(), likelihood, impact);
        if !written.is_empty() {
            told(ui, session, texts::risks::LEVEL_NOTED);
        }
        placing.set(None);
    });
    view! {
        <p class="hint">{ui.t(texts::risks::MATRIX_PLACE)}</p>
        <RiskMatrix placed chosen=Signal::derive(move || place.get()) choose/>
    }
}

fn told(ui: Ui, session: crate::state::Session, label: Label) {
    ui.notices
        .done(session, ui.text(label).to_owned(), "undo-risk");
}

//! 新日期: the day on which a late task is to be done, as the meeting agrees; what the release makes of it is said at
//! once.

use super::AtMeeting;
use crate::analysis::inbox::weekly_agenda::{AgendaPoint, PointReason};
use crate::analysis::standing::plan_changes::rep_days;
use crate::analysis::words::names::{record_name, short_name};
use crate::analysis::words::typed::{Supplied, TextReading};
use crate::model::template::{CellType, FieldType, Form};
use crate::model::{FieldKey, Log, RecordId, Value};
use crate::state::{NewDay, NewDayFate};
use crate::templates::{review_task, settings, task};
use crate::ui::letter::short_day;
use crate::ui::screen::base::context::{Ui, session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::screen::form::control::{DayBox, day_hint};
use crate::ui::texts;
use chrono::NaiveDate;
use leptos::prelude::*;
use web_sys::Event;

/// The day with its effect; nothing for what is finished.
#[component]
pub(super) fn NewDayField(at: AtMeeting, point: Memo<Option<AgendaPoint>>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let task = StoredValue::new(point.get_untracked().map(|one| one.about));
    let agreed = Memo::new(move |_| point.with(|one| one.as_ref().and_then(agreed_on)));
    // Letters that are no day yet stay where they were typed, with the reason below them.
    let letters = RwSignal::new(None::<String>);
    let agree = move |day: Option<NaiveDate>| {
        letters.set(None);
        if let (Some(held), Some(task)) = (at.held(), task.get_value()) {
            session.agree_new_day(&held, &task, day);
        }
    };
    let read = Callback::new(move |text: String| match (at.held(), task.get_value()) {
        (Some(held), Some(task)) => session.read_new_day(&held, &task, &text),
        _ => TextReading::Is(Value::Null, Supplied::Nothing),
    });
    let take = Callback::new(move |text: String| match read.run(text.clone()) {
        TextReading::Is(day, _) => {
            agree(NaiveDate::read(&day));
        }
        TextReading::Unread(_) => letters.set(Some(text)),
    });
    let expected = Memo::new(move |_| {
        let (task, held) = (task.get_value()?, at.held.get()?);
        let forecast = session.watch(|log| Form::new(log, task).get(task::FORECAST_END))?;
        (forecast >= held.day && agreed.get().is_none()).then_some(forecast)
    });
    let effect = Memo::new(move |_| {
        let (task, held) = (task.get_value()?, at.held.get()?);
        session.watch(|_| ());
        let mut days = session.new_days(&held).into_iter();
        days.find(|one| one.task == task)
    });
    let said = move || {
        // While other letters stand in the box, what is said is what is wrong with them.
        let effect = effect.get().filter(|_| letters.with(Option::is_none))?;
        Some(session.watch(|log| effect_said(ui, log, &effect)))
    };
    let is_asked = Memo::new(move |_| {
        effect.with(|one| {
            one.as_ref()
                .is_some_and(|one| matches!(one.fate, NewDayFate::Requested(_)))
        })
    });
    let shown = Signal::derive(move || {
        let agreed = || agreed.get().map(|day| day.to_string());
        letters.get().or_else(agreed).unwrap_or_default()
    });
    let input = view! {
        <input type="text" data-testid="new-date" data-when-left="whole" autocomplete="off"
            placeholder=day_hint(FieldType::Date) prop:value=shown
            on:input=move |event| letters.set(Some(typed_text(&event)))
            on:change=move |event| take.run(typed_text(&event))
            on:blur=move |_| {
                if let Some(text) = letters.get_untracked() {
                    take.run(text);
                }
            }/>
    }
    .into_any();
    view! {
        <div class="causes no-print" data-testid="new-day"
            data-record=move || task.get_value().map(|task| task.to_string())>
            <label>
                <span class="hint">{ui.t(texts::meeting::NEW_DATE)}</span>" "
                <DayBox field_type=FieldType::Date text=shown take read input/>
            </label>
            {live(move || expected.get().map(|day| view! {
                <button type="button" class="small" data-testid="as-expected" on:click=press(move || agree(Some(day)))>
                    {ui.fill(texts::meeting::AS_EXPECTED, &[("day", &short_day(day))])}
                </button>
            }))}
            <span class="hint" role="status">{live(said)}</span>
            {when(move || is_asked.get(), move || view! { <IfNot at task/> })}
        </div>
    }
}

/// 不变更会怎样: with it the request is handed in by the release, without it it stays a draft.
#[component]
fn IfNot(at: AtMeeting, task: StoredValue<Option<RecordId>>) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let value = move || {
        let review = at.held.get().and_then(|held| held.review);
        let row = review.zip(task.get_value());
        let row = row.and_then(|(review, task)| review_task::record_of(&review, &task));
        row.map_or_else(String::new, |row| {
            let value = session.value(&row, &FieldKey::of(review_task::IF_NOT.name));
            value.as_text().unwrap_or_default().to_owned()
        })
    };
    let say = move |event: Event| {
        if let (Some(held), Some(task)) = (at.held(), task.get_value()) {
            session.say_if_not(&held, &task, &typed_text(&event));
        }
    };
    view! {
        <label class="line">
            <span class="hint">{ui.t(texts::changes::IF_NOTHING)}</span>
            <input type="text" data-testid="new-date-if-not" data-when-left="" autocomplete="off"
                prop:value=value on:change=say/>
        </label>
    }
}

fn agreed_on(point: &AgendaPoint) -> Option<NaiveDate> {
    match &point.reason {
        PointReason::Late(late) => late.new_day,
        _ => None,
    }
}

/// Whether a new date can be agreed on for a point: it is late and not done.
pub(super) fn is_unfinished(point: &AgendaPoint) -> bool {
    matches!(&point.reason, PointReason::Late(late) if !late.is_done)
}

/// 推后 2 个工作日，发布时写进计划
fn effect_said(ui: Ui, log: &Log, one: &NewDay) -> String {
    let days = one.days.to_string();
    match &one.fate {
        NewDayFate::Written(_) => ui.fill(texts::meeting::NEW_DATE_WRITTEN, &[("n", &days)]),
        NewDayFate::Fixed => ui.text(texts::meeting::NEW_DATE_FIXED).to_owned(),
        NewDayFate::Known(request) => {
            let name = record_name(log, request, ui.lang.get());
            ui.fill(texts::meeting::NEW_DATE_KNOWN, &[("name", &name)])
        }
        NewDayFate::Requested(redate) => {
            let milestone = redate.entails.milestones.first();
            let why = match milestone {
                Some((milestone, _)) => {
                    let name = short_name(log, milestone, ui.lang.get());
                    ui.fill(texts::meeting::MOVES_MILESTONE, &[("name", &name)])
                }
                None => {
                    let most = rep_days(&Form::new(log, settings::record())).to_string();
                    ui.fill(texts::meeting::MORE_THAN, &[("n", &most)])
                }
            };
            let places = [("n", &*days), ("why", &*why)];
            ui.fill(texts::meeting::NEW_DATE_ASKED, &places)
        }
    }
}

/// T-11 04-09 → 04-13: 写进计划, or what else the release makes of it.
pub(super) fn going_said(ui: Ui, log: &Log, one: &NewDay) -> String {
    let lang = ui.lang.get();
    let becomes = match &one.fate {
        NewDayFate::Written(_) => ui.text(texts::meeting::GOES_IN).to_owned(),
        NewDayFate::Requested(_) => ui.text(texts::meeting::GOES_ASKED).to_owned(),
        NewDayFate::Known(_) | NewDayFate::Fixed => effect_said(ui, log, one),
    };
    let places = [
        ("name", &*record_name(log, &one.task, lang)),
        ("from", &*short_day(one.from)),
        ("to", &*short_day(one.to)),
        ("becomes", &*becomes),
    ];
    ui.fill(texts::meeting::NEW_DATE_GOES, &places)
}

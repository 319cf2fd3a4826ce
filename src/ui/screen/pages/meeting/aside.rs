//! Beside the agenda: who has updated, how it stands, who came, how lines are noted.

use super::AtMeeting;
use crate::analysis::inbox::updates::{MeetingRound, owners, running_tasks};
use crate::analysis::inbox::weekly::MeetingState;
use crate::analysis::people::who::People;
use crate::analysis::standing::health::standing;
use crate::analysis::words::names::short_name;
use crate::model::template::{Choice, Form};
use crate::model::{FieldKey, RecordId};
use crate::templates::{meeting, minutes, minutes_item};
use crate::ui::letter::cause_said;
use crate::ui::screen::base::context::{session, ui};
use crate::ui::screen::base::dom::typed_text;
use crate::ui::screen::base::long::{Window, Within};
use crate::ui::screen::base::pieces::{live, press, when};
use crate::ui::screen::base::tones::health_look;
use crate::ui::screen::pages::progress::remind;
use crate::ui::texts;
use leptos::prelude::*;

/// The side of the page.
#[component]
pub(super) fn Aside(at: AtMeeting, state: MeetingState) -> impl IntoView {
    match state {
        MeetingState::Ahead => view! { <Updated at/> <HealthNow/> }.into_any(),
        MeetingState::Running => view! { <Attendance at/> <Results at/> <HowTo/> }.into_any(),
        MeetingState::Held => view! { <super::release::Gate at/> <Attendance at/> }.into_any(),
        MeetingState::Released => view! { <super::released::After at/> }.into_any(),
        MeetingState::Skipped => ().into_any(),
    }
}

/// 谁更新了 5/6
#[component]
fn Updated(at: AtMeeting) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let told = Memo::new(move |_| {
        let day = at.held.with(|held| held.as_ref().map(|held| held.day));
        let day = day.unwrap_or_else(|| session.now().date_naive());
        session.watch(|log| {
            let (_, tasks) = running_tasks(log, day);
            owners(log, &tasks)
        })
    });
    let title = move || {
        let (all, told) = told.with(|all| {
            (
                all.len(),
                all.iter().filter(|(_, open)| open.is_empty()).count(),
            )
        });
        ui.fill(
            texts::progress::WHO_UPDATED,
            &[("n", &told.to_string()), ("m", &all.to_string())],
        )
    };
    let is_somebody_silent = move || told.with(|all| all.iter().any(|(_, open)| !open.is_empty()));
    let remind_all = move || {
        let silent = told.get_untracked().into_iter();
        let silent = silent.filter(|(_, open)| !open.is_empty()).collect();
        let today = untrack(|| session.now()).date_naive();
        let round = session.read(|log| MeetingRound::of(log, today));
        remind(ui, session, round, silent);
    };
    let is_nobody =
        move || told.with(|all| !all.is_empty() && all.iter().all(|(_, open)| !open.is_empty()));
    let line = move |(person, open): (RecordId, Vec<RecordId>)| {
        let is_told = open.is_empty();
        let (tone, mark) = if is_told {
            ("ok", "✓")
        } else {
            ("warn", "○")
        };
        let name = move || session.watch(|log| short_name(log, &person, ui.lang.get()));
        view! {
            <li data-updated=is_told.to_string()>
                <span class="chip" data-tone=tone>{mark}</span> " " <bdi>{name}</bdi>
            </li>
        }
        .into_any()
    };
    let key = |(person, open): &(RecordId, Vec<RecordId>)| format!("{person} {}", open.len());
    view! {
        <section class="panel" data-testid="who-updated">
            <h2>{live(title)}</h2>
            {when(is_nobody, move || view! { <p class="hint">{ui.t(texts::meeting::NOBODY_UPDATED)}</p> })}
            <ul class="findings">{Window::of_lines(Within::List).list(told, key, line)}</ul>
            {when(is_somebody_silent, move || view! {
                <p class="answers">
                    <button type="button" class="small" data-testid="remind-silent" on:click=press(remind_all)>
                        {ui.t(texts::mail::COPY_REMINDER)}
                    </button>
                </p>
            })}
            <p class="hint">{ui.t(texts::progress::MEET_ANYWAY)}</p>
        </section>
    }
}

/// So many reasons are named.
const REASONS: usize = 5;

/// 健康度（算出） 关注, with the reasons.
#[component]
fn HealthNow() -> impl IntoView {
    let (ui, session) = (ui(), session());
    let told = Memo::new(move |_| {
        let (now, lang) = (session.now(), ui.lang.get());
        session.watch(|log| {
            let standing = standing(log, now);
            let causes = standing.causes.iter().take(REASONS);
            let said: Vec<String> = causes.map(|one| cause_said(log, one, lang)).collect();
            (standing.health, said, standing.done, standing.tasks)
        })
    });
    let look = move || {
        let (tone, label) = health_look(told.with(|told| told.0));
        view! { <span class="chip" data-tone=tone>{ui.t(label)}</span> }
    };
    let done = move || {
        let places = told.with(|told| [told.2.to_string(), told.3.to_string()]);
        ui.fill(
            texts::meeting::DONE_OF,
            &[("n", &places[0]), ("m", &places[1])],
        )
    };
    let reasons = move || {
        let all = told.with(|told| told.1.clone()).into_iter();
        all.map(|said| view! { <li>{said}</li> })
            .collect::<Vec<_>>()
    };
    view! {
        <section class="panel" data-testid="health-now">
            <h2>{ui.t(texts::meeting::HEALTH_COUNTED)} " " {live(look)}</h2>
            <ul class="findings">{live(reasons)}</ul>
            <p class="hint">{live(done)}</p>
        </section>
    }
}

/// Who should come, as the meeting says it; nobody for a place that nobody has yet.
pub(super) fn invited(at: AtMeeting, session: crate::state::Session) -> Vec<RecordId> {
    let Some(held) = at.held.get() else {
        return Vec::new();
    };
    session.watch(|log| {
        let form = Form::new(log, held.meeting.clone());
        let (people, _) = meeting::must_come(&form);
        People::shared(&form).each_once(people)
    })
}

/// 出席
#[component]
fn Attendance(at: AtMeeting) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let people = Memo::new(move |_| invited(at, session));
    let all_here = move || {
        let Some(held) = at.held() else { return };
        let unsaid = |person: &RecordId| how(session, &held.minutes, person).is_empty();
        let unsaid = people
            .get_untracked()
            .into_iter()
            .filter(|one| untrack(|| unsaid(one)));
        session.attend(&held, &unsaid.collect::<Vec<_>>(), minutes::PRESENT.key);
    };
    let line = move |person: RecordId| view! { <Person at person/> }.into_any();
    view! {
        <section class="panel attendance">
            <h2>
                {ui.t(texts::meeting::PRESENT)} " "
                <button type="button" class="small" data-testid="all-here" on:click=press(all_here)>
                    {ui.t(texts::meeting::ALL_HERE)}
                </button>
            </h2>
            <ul class="findings">{Window::of_rows(Within::List).list(people, RecordId::to_string, line)}</ul>
        </section>
    }
}

/// How somebody came, as it was noted; watches it.
fn how(session: crate::state::Session, minutes: &RecordId, person: &RecordId) -> String {
    let rest = person.rest().unwrap_or_default();
    let key = FieldKey::of(&format!("{}/{rest}", minutes::ATTENDANCE.name));
    let held = session.value(minutes, &key);
    held.as_text().unwrap_or_default().to_owned()
}

#[component]
fn Person(at: AtMeeting, person: RecordId) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let id = StoredValue::new(person);
    let name = move || session.watch(|log| short_name(log, &id.get_value(), ui.lang.get()));
    let now = move || {
        at.held.get().map_or_else(String::new, |held| {
            how(session, &held.minutes, &id.get_value())
        })
    };
    let note = move |how: &str| {
        if let Some(held) = at.held() {
            session.attend(&held, &[id.get_value()], how);
        }
    };
    let known = |how: &str| how.is_empty() || minutes::ATTENDANCES.iter().any(|one| one.key == how);
    // Who sent somebody else is absent, and says whom.
    let is_away = move || {
        let now = now();
        now == minutes::ABSENT.key || !known(&now)
    };
    let is_it = move |key: &str| match key == minutes::ABSENT.key {
        true => is_away(),
        false => now() == key,
    };
    let choice = move |one: &'static Choice| {
        view! { <option value=one.key selected=move || is_it(one.key)>{ui.t(one.label)}</option> }
    };
    let instead = move || {
        let now = now();
        if known(&now) { String::new() } else { now }
    };
    view! {
        <li class="person-line">
            <bdi>{live(name)}</bdi>
            <select aria-label=name on:change=move |event| note(&typed_text(&event))>
                <option value="" selected=move || now().is_empty()>{ui.t(texts::meeting::UNKNOWN)}</option>
                {minutes::ATTENDANCES.iter().map(choice).collect::<Vec<_>>()}
            </select>
            {when(is_away, move || view! {
                <input type="text" data-when-left="whole" placeholder=ui.t(texts::meeting::CAME_INSTEAD)
                    aria-label=ui.t(texts::meeting::CAME_INSTEAD) prop:value=instead
                    on:change=move |event| note(named_or_absent(&typed_text(&event)))/>
            })}
        </li>
    }
}

/// Who came instead, or nobody.
fn named_or_absent(text: &str) -> &str {
    match text.trim() {
        "" => minutes::ABSENT.key,
        name => name,
    }
}

/// 这次的结果 4
#[component]
fn Results(at: AtMeeting) -> impl IntoView {
    let (ui, session) = (ui(), session());
    let counted = move || {
        let minutes = at.held.get()?.minutes;
        let counts = session.watch(|log| {
            let lines = minutes_item::lines_of(&Form::new(log, minutes));
            let sorts = minutes_item::SORTS.iter().filter_map(|sort| {
                let is_it = |line: &&Form<'_>| {
                    line.get(minutes_item::SORT).as_deref() == Some(sort.choice.key)
                };
                let n = lines.iter().filter(is_it).count();
                (n > 0).then(|| format!("{} {n}", ui.text(sort.choice.label)))
            });
            (lines.len(), sorts.collect::<Vec<_>>().join(" · "))
        });
        Some(view! {
            <h2>{ui.fill(texts::meeting::RESULTS, &[("n", &counts.0.to_string())])}</h2>
            <p class="hint">{counts.1}</p>
        })
    };
    view! { <section class="panel" data-testid="results">{live(counted)}</section> }
}

#[component]
fn HowTo() -> impl IntoView {
    let ui = ui();
    let words = move || {
        let lang = ui.lang.get();
        let word = |sort: &minutes_item::LineSort| {
            ui.fill(texts::meeting::SORT_WORD, &[("word", &sort.word(lang))])
        };
        let sorts = minutes_item::SORTS.iter().map(word);
        sorts.collect::<Vec<_>>().join(" ")
    };
    view! {
        <section class="panel">
            <h2>{ui.t(texts::meeting::HOW_TO_NOTE)}</h2>
            <p class="hint">{ui.t(texts::meeting::HOW_LINES)}</p>
            <p class="hint">{live(words)}</p>
            <p class="hint">{ui.t(texts::meeting::HOW_KEYS)}</p>
        </section>
    }
}

//! What a person chooses before a file is saved: for whom, what is asked, until when.

use crate::analysis::inbox::opinions::opinions_by;
use crate::analysis::inbox::todos::{self, request};
use crate::analysis::inbox::updates::MeetingRound;
use crate::analysis::people::who::People;
use crate::analysis::words::typed::{Around, TextReading, read_when, readable};
use crate::exchange::{Envelope, purpose};
use crate::model::template::{CellType, FieldType, Form};
use crate::model::{RecordId, Value};
use crate::state::{Addressed, Session};
use crate::templates::charter;
use crate::ui::letter;
use crate::ui::screen::base::composer::kept_lines;
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::port::ZONE;
use crate::ui::screen::frame::people::{PersonChoice, people};
use crate::ui::screen::mail::sending::{Saved, save, sending};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What the person chooses before saving.
#[derive(Clone, Copy)]
pub(super) struct SendDraft {
    pub(super) to: RwSignal<BTreeSet<String>>,
    pub(super) requests: RwSignal<BTreeSet<&'static str>>,
    pub(super) by_when: RwSignal<String>,
    pub(super) ask: RwSignal<String>,
    /// What stood there when a file was saved.
    sent_with: RwSignal<String>,
    /// The time as somebody typed it, until a file was saved with it.
    own_when: RwSignal<String>,
    /// Whom and what somebody ticked, with what was ticked beforehand, until a file was saved so.
    own_ticks: RwSignal<String>,
    /// The form with which something was done that concerns them.
    about: StoredValue<Option<RecordId>>,
    pub(super) saved: RwSignal<Option<Saved>>,
}

impl SendDraft {
    /// Whom and what, as one came to send it.
    pub(super) fn preset(ui: Ui, session: Session) -> Self {
        let handover = ui.handover.get_untracked();
        let handover = handover.filter(|handover| handover.project == session.project());
        let done = handover.as_ref().map(|one| (&one.record, &*one.to));
        let Addressed { to, requests } = untrack(|| session.addressed(done));
        // The list shows one record of each person, whichever was named.
        let listed: BTreeSet<String> = session.read(|log| {
            let who = People::shared(&Form::new(log, charter::record()));
            let person = |id: &str| {
                who.author(id)
                    .map_or_else(|| id.to_owned(), |one| one.to_string())
            };
            let named: BTreeSet<String> = to.iter().map(|to| person(to.as_str())).collect();
            let is_named = |one: &PersonChoice| named.contains(&person(&one.id));
            let listed = untrack(|| people(log, ui)).into_iter();
            listed.filter(is_named).map(|one| one.id).collect()
        });
        let about = handover.map(|handover| handover.record);
        let place = about.as_ref().map(RecordId::as_str).unwrap_or_default();
        let kept = kept_lines(ui, session, &format!("ask/{place}"));
        let [ask, sent_with, own_when, own_ticks] = kept;
        // What went out with a file is no draft any more.
        if ask.get_untracked() == sent_with.get_untracked() {
            ask.set(String::new());
        }
        // What is asked for the meeting is asked for until the evening before it.
        let is_weekly = |key: &&str| request::WEEKLY.contains(key);
        let is_for_meeting = !requests.is_empty() && requests.iter().all(is_weekly);
        // Opinions are asked for until the last day of their draft.
        let for_opinions = about.as_ref().and_then(|draft| before_due(session, draft));
        let before_meeting = is_for_meeting.then(|| before_meeting(session)).flatten();
        let when = Some(own_when.get_untracked()).filter(|when| !when.is_empty());
        let for_feedback = requests.contains(&request::FEEDBACK);
        let for_feedback = for_feedback.then(|| feedback_due(session)).flatten();
        let when = when.or(before_meeting).or(for_opinions).or(for_feedback);
        let proposed = Ticks {
            to: listed,
            requests: requests.into_iter().map(str::to_owned).collect(),
        };
        let ticked = own_ticks.with_untracked(|kept| proposed.changed(kept));
        let Ticks { to, requests } = ticked.unwrap_or_else(|| proposed.clone());
        let asked = request::OFFERED.into_iter();
        let asked = asked.filter(|key| requests.contains(*key));
        let (to, requests) = (RwSignal::new(to), RwSignal::new(asked.collect()));
        Effect::new(move |_| {
            let now = Ticks {
                to: to.get(),
                requests: requests
                    .with(|all: &BTreeSet<&str>| all.iter().map(|key| (*key).to_owned()).collect()),
            };
            own_ticks.set(proposed.kept(now));
        });
        Self {
            to,
            requests,
            by_when: RwSignal::new(when.unwrap_or_else(|| usual_day(session))),
            ask,
            sent_with,
            own_when,
            own_ticks,
            about: StoredValue::new(about),
            saved: RwSignal::new(None),
        }
    }

    /// Somebody types until when an answer is asked for.
    pub(super) fn type_when(self, text: String) {
        self.own_when.set(text.clone());
        self.by_when.set(text);
    }

    /// The people it goes to.
    pub(super) fn people(self) -> Vec<RecordId> {
        self.to
            .with(|to| to.iter().filter_map(|id| id.parse().ok()).collect())
    }

    fn envelope(self, session: Session) -> Envelope {
        let is_asking = self.requests.with_untracked(|asked| !asked.is_empty());
        let typed = self.by_when.get_untracked();
        let when = match read_by_when(session, &typed) {
            TextReading::Is(value, _) => value,
            TextReading::Unread(_) => Value::typed(&typed),
        };
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Envelope {
            at: None,
            by: None,
            to: untrack(|| self.people())
                .iter()
                .map(ToString::to_string)
                .collect(),
            purpose: some(if is_asking {
                purpose::INVITE
            } else {
                purpose::UPDATE
            }),
            ask: some(self.ask.get_untracked().trim()),
            requests: request::OFFERED
                .into_iter()
                .filter(|key| self.requests.with_untracked(|asked| asked.contains(key)))
                .map(str::to_owned)
                .collect(),
            by_when: when.as_text().filter(|_| is_asking).and_then(some),
        }
    }

    /// Saves the file with its letter.
    pub(super) fn send(self, ui: Ui, session: Session) -> Saved {
        let envelope = self.envelope(session);
        self.sent_with.set(self.ask.get_untracked());
        for own in [self.own_when, self.own_ticks] {
            own.set(String::new());
        }
        let sending = letter::Sending {
            about: self.about.get_value(),
            ..sending(ui, session, &envelope)
        };
        let letter = session.read(|log| letter::invite(log, &sending));
        save(ui, session, envelope, Some(letter))
    }
}

/// Whom it goes to and what is asked, by their keys.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
struct Ticks {
    to: BTreeSet<String>,
    requests: BTreeSet<String>,
}

impl Ticks {
    /// As they are kept beside those proposed; nothing while they are as proposed.
    fn kept(&self, now: Self) -> String {
        match now == *self {
            true => String::new(),
            false => serde_json::to_string(&(self, now)).unwrap_or_default(),
        }
    }

    /// What somebody made of those proposed; nothing where something else is proposed by now.
    fn changed(&self, kept: &str) -> Option<Self> {
        let (proposed, now) = serde_json::from_str::<(Self, Self)>(kept).ok()?;
        (proposed == *self).then_some(now)
    }
}

/// What letters mean as the time until which an answer is asked for.
pub(super) fn read_by_when(session: Session, text: &str) -> TextReading {
    let around = Around {
        zone: ZONE,
        ..Around::today(session.now())
    };
    read_when(FieldType::DateTime, text, &around)
}

/// Until when an answer is asked for where nothing else is typed.
fn usual_day(session: Session) -> String {
    let day = session.read(|log| todos::answer_by(log, session.now()));
    readable(day.write().as_text().unwrap_or_default(), ZONE)
}

/// Until the evening before the next regular meeting; nothing where none comes.
fn before_meeting(session: Session) -> Option<String> {
    let now = untrack(|| session.now());
    let when = session.read(|log| MeetingRound::of(log, now.date_naive()).answer_by(log, now))?;
    Some(readable(when.write().as_text()?, ZONE))
}

/// Until the evening of the last day on which opinions on a draft are asked for; nothing for another form.
fn before_due(session: Session, draft: &RecordId) -> Option<String> {
    let now = untrack(|| session.now());
    let when = session.read(|log| opinions_by(log, draft, now))?;
    Some(readable(when.write().as_text()?, ZONE))
}

/// Until the day that the feedback form names; nothing where it is over.
fn feedback_due(session: Session) -> Option<String> {
    let now = untrack(|| session.now());
    let when = session.read(|log| todos::feedback_by(log, now))?;
    Some(readable(when.write().as_text()?, ZONE))
}

/// It goes on with the days, unless another one was typed.
pub(super) fn follow_days(session: Session, by_when: RwSignal<String>) {
    Effect::new(move |last: Option<String>| {
        let usual = usual_day(session);
        if last.is_some_and(|last| last != usual && last == by_when.get_untracked()) {
            by_when.set(usual.clone());
        }
        usual
    });
}

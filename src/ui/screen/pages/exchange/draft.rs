//! What a person chooses before a file is saved: for whom, what is asked, until when.

use crate::analysis::inbox::todos::{self, request};
use crate::analysis::words::typed::{Around, TextReading, read_when, readable};
use crate::exchange::{Envelope, purpose};
use crate::model::template::{CellType, FieldType};
use crate::model::{Log, RecordId, Value};
use crate::state::Session;
use crate::templates::member;
use crate::ui::letter;
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::port::ZONE;
use crate::ui::screen::frame::people::people;
use crate::ui::screen::mail::sending::{Saved, save, sending};
use chrono::NaiveDate;
use leptos::prelude::*;
use std::collections::BTreeSet;

/// What the person chooses before saving.
#[derive(Clone, Copy)]
pub(super) struct SendDraft {
    pub(super) to: RwSignal<BTreeSet<String>>,
    pub(super) requests: RwSignal<BTreeSet<&'static str>>,
    pub(super) by_when: RwSignal<String>,
    pub(super) ask: RwSignal<String>,
    /// The form with which something was done that concerns them.
    about: StoredValue<Option<RecordId>>,
    pub(super) saved: RwSignal<Option<Saved>>,
}

impl SendDraft {
    /// Whom: those a hand-over concerns, else everybody who is named. What: the first time the four questions.
    pub(super) fn preset(ui: Ui, session: Session) -> Self {
        let handover = ui.handover.get_untracked().map(|handover| {
            handover
                .to
                .iter()
                .map(ToString::to_string)
                .collect::<BTreeSet<_>>()
        });
        let me = session.author().unwrap_or_default();
        let everybody = || {
            let people = session.read(|log| people(log, ui));
            people
                .into_iter()
                .map(|one| one.id)
                .filter(|id| *id != me)
                .collect()
        };
        let is_first = untrack(|| session.sent().iter().all(|sent| sent.ticked_ms.is_none()));
        let leads = session
            .me()
            .is_none_or(|me| session.read(|log| is_lead(log, &me, session.now().date_naive())));
        let asks = is_first && leads && handover.is_none();
        Self {
            to: RwSignal::new(handover.unwrap_or_else(everybody)),
            requests: RwSignal::new(if asks {
                request::ALL.into_iter().collect()
            } else {
                BTreeSet::new()
            }),
            by_when: RwSignal::new(usual_day(session)),
            ask: RwSignal::new(String::new()),
            about: StoredValue::new(ui.handover.get_untracked().map(|handover| handover.record)),
            saved: RwSignal::new(None),
        }
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
            to: self.to.with_untracked(|to| {
                let known = to.iter().filter(|id| id.parse::<RecordId>().is_ok());
                known.cloned().collect()
            }),
            purpose: some(if is_asking {
                purpose::INVITE
            } else {
                purpose::UPDATE
            }),
            ask: some(self.ask.get_untracked().trim()),
            requests: request::ALL
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
        let sending = letter::Sending {
            about: self.about.get_value(),
            ..sending(ui, session, &envelope)
        };
        let letter = session.read(|log| letter::invite(log, &sending));
        save(ui, session, envelope, Some(letter))
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

fn is_lead(log: &Log, me: &RecordId, today: NaiveDate) -> bool {
    let form = crate::model::template::Form::new(log, me.clone());
    let leads = member::with_role(&form, member::LEAD, today);
    leads.is_empty() || leads.iter().any(|lead| lead.record() == me)
}

//! What an answer and a health look like: their tone and their word, the same on every page.

use super::icons::tone_key;
use crate::analysis::Answer;
use crate::analysis::standing::health::Health;
use crate::model::template::{Label, Tone};
use crate::ui::texts;

/// What `data-tone` says of an answer.
pub(in crate::ui) const fn answer_tone(answer: &Answer) -> &'static str {
    tone_key(match answer {
        Answer::Agreed => Tone::Ok,
        Answer::Objected | Answer::Outdated(_) | Answer::ObjectedBefore(_) => Tone::Warn,
        Answer::Open => Tone::Neutral,
    })
}

/// The word for an answer that somebody else gives.
pub(in crate::ui) const fn answer_word(answer: &Answer) -> Label {
    match answer {
        Answer::Agreed => texts::frame::ANSWERED,
        Answer::Objected => texts::frame::OBJECTED,
        Answer::Outdated(_) => texts::frame::AGAIN,
        Answer::ObjectedBefore(_) => texts::frame::OBJECTED_BEFORE,
        Answer::Open => texts::frame::NO_ANSWER,
    }
}

/// The tone and the word of a health.
pub(in crate::ui) const fn health_look(health: Health) -> (&'static str, Label) {
    match health {
        Health::Fine => (tone_key(Tone::Ok), texts::frame::FINE_STATE),
        Health::Watch => (tone_key(Tone::Warn), texts::frame::WATCH_STATE),
        Health::Alert => (tone_key(Tone::Danger), texts::frame::ALERT_STATE),
    }
}

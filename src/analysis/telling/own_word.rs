//! A record that is somebody's own word: told by what it says, not by that there is one more of its kind.

use super::doing::Doing;
use super::naming::Naming;
use super::sentence::WORDS;
use super::words;
use crate::model::id::{FieldKey, RecordId};
use crate::model::line::one_line;
use crate::model::template::{Form, Key, Label};
use crate::templates::{department, opinion, recipient};

/// Characters of what is replied to.
const REPLIED: usize = 60;

/// Whether records of a kind are told one by one, each with what it says.
pub(super) fn is_own_word(kind: &str) -> bool {
    [recipient::KIND, opinion::KIND].contains(&kind)
}

impl Naming<'_> {
    /// 王经理：回复了决策 D-2：有异议：「…」: what a record says that is somebody's own word, and whose it is; nothing
    /// for any other record.
    pub fn word_of(&self, record: &RecordId) -> Option<String> {
        let text = self.said_in(record, words::TOLD_OF_THING)?;
        Some(match self.whose_word(record) {
            Some(who) => self.fill(words::TOLD_OF_THING, &[("what", &who), ("text", &text)]),
            None => text,
        })
    }

    /// The same in what somebody did: whose it is goes without saying where they said it themselves.
    pub(super) fn word_added(&self, doing: &Doing) -> Option<String> {
        let text = self.said_in(&doing.thing, words::TOLD_ADDED_SAYING)?;
        let who = self.whose_word(&doing.thing);
        let by = self.person(doing.on_behalf_of.as_deref().or(doing.by.author()));
        Some(match who.filter(|who| *who != by) {
            Some(who) => self.fill(words::TOLD_OF_THING, &[("what", &who), ("text", &text)]),
            None => text,
        })
    }

    /// The person whose reply it is; an opinion says itself of which department it is.
    fn whose_word(&self, record: &RecordId) -> Option<String> {
        let form = Form::new(self.log, record.clone());
        let who = form.get(recipient::MEMBER);
        let who = who.filter(|_| record.kind() == recipient::KIND)?;
        Some(self.person(Some(who.as_str())))
    }

    fn said_in(&self, record: &RecordId, opined: Label) -> Option<String> {
        match record.kind() {
            recipient::KIND => self.replied(record),
            opinion::KIND => self.opined(record, opined),
            _ => None,
        }
    }

    /// What stands in a text field, in quotation marks; nothing where it is empty, or stands on its form alone.
    fn quoted_field(&self, form: &Form<'_>, key: Key<String>) -> Option<String> {
        let is_sealed = self.is_sealed(form.record(), &FieldKey::of(key.name));
        let text = form
            .get(key)
            .filter(|text| !text.is_empty() && !is_sealed)?;
        Some(self.words(&text, WORDS))
    }

    fn replied(&self, record: &RecordId) -> Option<String> {
        let form = Form::new(self.log, record.clone());
        let decision = recipient::decision_of(record)?;
        let what = self.spaced(one_line(&self.record(&decision), REPLIED));
        let answer = form.get(recipient::REPLY);
        let answer = answer.and_then(|key| recipient::reply_of(&key));
        let text = self.quoted_field(&form, recipient::COMMENT);
        let label = match (answer, &text) {
            (None, _) => words::TOLD_SEEN,
            (Some(_), None) => words::TOLD_REPLIED,
            (Some(_), Some(_)) => words::TOLD_REPLIED_WITH,
        };
        let answer = answer.map_or("", |answer| answer.label.text(self.lang));
        let text = text.unwrap_or_default();
        let places = [("what", &*what), ("answer", answer), ("text", &*text)];
        Some(self.fill(label, &places))
    }

    fn opined(&self, record: &RecordId, label: Label) -> Option<String> {
        let form = Form::new(self.log, record.clone());
        let said = self.quoted_field(&form, opinion::OPINION_TEXT);
        let instead = self.quoted_field(&form, opinion::SUGGESTED_TEXT);
        let what = self.record(record);
        let text = match (said, instead) {
            (Some(said), Some(instead)) => {
                let places = [("said", &*said), ("text", &*instead)];
                self.fill(words::TOLD_SAID_INSTEAD, &places)
            }
            (Some(said), None) => said,
            (None, Some(instead)) => self.fill(words::TOLD_WANTING, &[("text", &instead)]),
            (None, None) => {
                let home = form.get(opinion::DEPARTMENT);
                let home = home.filter(|home| home.kind() == department::KIND);
                let home = home.filter(|_| opinion::is_none(&form))?;
                return Some(self.fill(words::TOLD_NO_COMMENT, &[("home", &self.short(&home))]));
            }
        };
        Some(self.fill(label, &[("what", &*what), ("text", &*text)]))
    }
}

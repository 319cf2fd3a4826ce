//! A doing as a sentence: what was done, to what, from what to what, and why.

use super::doing::{Clause, Did, Doing, Signer, Subject};
use super::naming::{NAME, Naming};
use super::words;
use crate::model::id::{FieldKey, RecordId};
use crate::model::line::quoted;
use crate::model::template::CellType;
use crate::templates::{charter, comment, confirmation, member};

/// Characters of a reason, an objection or a remark in a sentence.
pub(super) const WORDS: usize = 200;

impl Naming<'_> {
    /// The sentence, without who did it.
    pub fn sentence(&self, doing: &Doing) -> String {
        let text = self.predicate(doing);
        let text = if self.names_itself(doing) {
            text
        } else {
            let what = self.record(&doing.thing);
            self.fill(words::TOLD_OF_THING, &[("what", &what), ("text", &text)])
        };
        let Some(member) = &doing.on_behalf_of else {
            return text;
        };
        let name = self.person(Some(member));
        match doing.basis.as_deref() {
            Some(basis) => {
                let basis = quoted(basis, NAME, self.lang);
                let places = [("name", &*name), ("basis", &*basis), ("text", &*text)];
                self.fill(words::TOLD_RECORDED_FOR_BY, &places)
            }
            None => self.fill(
                words::TOLD_RECORDED_FOR,
                &[("name", &name), ("text", &text)],
            ),
        }
    }

    /// What was done, without to what and for whom: for a place that says that.
    pub fn predicate(&self, doing: &Doing) -> String {
        let mut parts: Vec<String> = Vec::new();
        let clauses = &doing.clauses;
        for (at, clause) in clauses.iter().enumerate() {
            let text = self.clause(doing, clause);
            // A reason of several parts is said once, after the last of them.
            let goes_on = clauses
                .get(at + 1)
                .is_some_and(|next| next.reason == clause.reason);
            let reason = clause.reason.as_deref().filter(|_| !goes_on);
            parts.push(match reason {
                Some(why) => {
                    let why = self.words(why, WORDS);
                    self.fill(words::TOLD_BECAUSE, &[("text", &text), ("why", &why)])
                }
                None => text,
            });
        }
        parts.join(words::TOLD_SEMICOLON.text(self.lang))
    }

    /// One thing that was done to a record, with its reason.
    pub fn of_thing(&self, thing: &RecordId, did: Did, reason: Option<String>) -> String {
        self.sentence(&Doing {
            by: Signer::Outside,
            on_behalf_of: None,
            basis: None,
            thing: thing.clone(),
            clauses: vec![Clause { did, reason }],
            time_ms: 0,
        })
    }

    /// Whether the clauses say themselves what they are about, or it is the person who acts.
    fn names_itself(&self, doing: &Doing) -> bool {
        let is_own = doing.thing.kind() == member::MEMBER.kind
            && doing.by.author() == Some(doing.thing.as_str());
        let says = |clause: &Clause| match &clause.did {
            Did::Added
            | Did::Deleted
            | Did::Restored
            | Did::Remarked(..)
            | Did::Objected(Subject::Goal | Subject::Duties, _)
            | Did::Agreed(Subject::Goal | Subject::Duties, _)
            | Did::Stays(Subject::Goal | Subject::Duties)
            | Did::Unsaid(Subject::Goal | Subject::Duties) => true,
            _ => is_own,
        };
        doing.clauses.first().is_some_and(says)
    }

    fn clause(&self, doing: &Doing, clause: &Clause) -> String {
        let thing = &doing.thing;
        let what = || self.record(thing);
        let words_of = |text: &str| self.words(text, WORDS);
        match &clause.did {
            Did::Added => self.added(doing),
            Did::Deleted => self.fill(words::TOLD_DELETED, &[("what", &self.spaced(what()))]),
            Did::Restored => self.fill(words::TOLD_RESTORED, &[("what", &self.spaced(what()))]),
            Did::Objected(subject, text) => self.objected(doing, *subject, text),
            Did::Agreed(subject, text) => self.agreed(doing, *subject, text),
            Did::Stays(Subject::Goal | Subject::Duties) => {
                let department = self
                    .log_of(thing)
                    .value(thing, &FieldKey::of(confirmation::DEPARTMENT.name));
                let what = RecordId::read(&department).map(|one| self.short(&one));
                self.fill(
                    words::TOLD_GOAL_STAYS,
                    &[("what", &what.unwrap_or_default())],
                )
            }
            Did::Stays(_) => words::TOLD_DATES_STAY.text(self.lang).to_owned(),
            Did::Unsaid(subject) => {
                let label = match subject {
                    Subject::Goal => words::TOLD_GOAL_UNSAID,
                    Subject::Duties => words::TOLD_DUTIES_UNSAID,
                    Subject::Dates => words::TOLD_DATES_UNSAID,
                    Subject::Role => words::TOLD_ROLE_UNSAID,
                };
                self.fill(label, &[("what", &self.short(thing))])
            }
            Did::Remarked(about, text) => {
                let text = words_of(text);
                match about.as_ref().filter(|about| **about != charter::record()) {
                    Some(about) => {
                        let what = self.record(about);
                        let places = [("what", &*what), ("text", &*text)];
                        self.fill(words::TOLD_REMARKED_ON, &places)
                    }
                    None => self.fill(words::TOLD_REMARKED, &[("text", &text)]),
                }
            }
            Did::Suggested(key, value) => self.suggested(thing, key, value),
            Did::Decided {
                of,
                key,
                value,
                is_adopted,
            } => {
                let label = match is_adopted {
                    true => words::TOLD_ADOPTED,
                    false => words::TOLD_DECLINED,
                };
                let places = [
                    ("who", self.person(of.as_deref())),
                    ("field", self.field(thing, key)),
                    ("value", self.value(thing, key, value)),
                ];
                let places = places
                    .each_ref()
                    .map(|(place, text)| (*place, text.as_str()));
                self.fill(label, &places)
            }
            Did::Withdrew(key) => {
                self.fill(words::TOLD_WITHDREW, &[("field", &self.field(thing, key))])
            }
            Did::Stepped(from, to) => self.stepped(thing, from, to),
            Did::Wrote {
                key,
                from,
                to,
                is_settled,
            } => self.wrote(thing, key, (from, to), *is_settled),
            Did::Chose {
                key,
                element,
                is_in,
                text,
            } => self.chose(thing, key, element, is_in.then_some(text)),
            Did::MadeOriginal => words::TOLD_MADE_ORIGINAL.text(self.lang).to_owned(),
            Did::Moved => words::TOLD_MOVED.text(self.lang).to_owned(),
            Did::LookedAt => words::TOLD_LOOKED_AT.text(self.lang).to_owned(),
            Did::Unknown => words::TOLD_UNKNOWN.text(self.lang).to_owned(),
        }
    }

    /// The department that a word is of: the record, or the one whose confirmation or remark it is.
    fn department(&self, doing: &Doing) -> String {
        let parent = self.log.parent_of(&doing.thing);
        let is_remark = doing.thing.kind() == comment::COMMENT.kind;
        let department = parent.filter(|_| is_remark);
        self.short(department.as_ref().unwrap_or(&doing.thing))
    }

    fn objected(&self, doing: &Doing, subject: Subject, text: &str) -> String {
        let said = self.words(text, WORDS);
        match subject {
            Subject::Goal if text.is_empty() => words::TOLD_GOAL_NO_BARE.text(self.lang).to_owned(),
            Subject::Goal => self.fill(words::TOLD_GOAL_NO, &[("text", &said)]),
            Subject::Duties => {
                let what = self.department(doing);
                let places = [("what", &*what), ("text", &*said)];
                self.fill(words::TOLD_DUTIES_NO, &places)
            }
            Subject::Dates | Subject::Role => words::TOLD_DATES_NO.text(self.lang).to_owned(),
        }
    }

    fn agreed(&self, doing: &Doing, subject: Subject, text: &str) -> String {
        let label = match subject {
            Subject::Goal if text.is_empty() => words::TOLD_GOAL_YES,
            Subject::Goal => words::TOLD_GOAL_YES_BUT,
            Subject::Duties => words::TOLD_DUTIES_YES,
            Subject::Dates => words::TOLD_DATES_YES,
            Subject::Role => words::TOLD_ROLE_YES,
        };
        let text = self.words(text, WORDS);
        self.fill(label, &[("what", &self.department(doing)), ("text", &text)])
    }
}

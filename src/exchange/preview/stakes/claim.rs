//! Whose signature a change bears, whose word it is, and who wrote what stands here. Who is who is read from what is
//! here: a file does not vouch for itself.

use super::{Looking, Signature};
use crate::analysis::people::duty::{Duty, duty};
use crate::analysis::standing::entitled::may_lead_into;
use crate::exchange::preview::people::Signer;
use crate::model::log::ConflictPlace;
use crate::model::template::Form;
use crate::model::{Change, Value};
use crate::templates::{charter, identity, member};
use chrono::DateTime;

impl Looking<'_> {
    pub(super) fn signature(&self, by: &Signer, files: &[usize]) -> Signature {
        let Signer::Author(author) = by else {
            return Signature::Nobody;
        };
        let is = |other: &str| self.roster.people.is_same(other, author);
        if self.me.is_some_and(is) {
            return Signature::You;
        }
        if self.senders(files).any(is) {
            Signature::Sender
        } else {
            Signature::Another
        }
    }

    fn senders<'f>(&'f self, files: &'f [usize]) -> impl Iterator<Item = &'f str> + 'f {
        let files = files
            .iter()
            .filter_map(|file| self.preview.files.get(*file));
        files.filter_map(|file| file.envelope.by.as_deref())
    }

    /// Who may have written it: who signs; where nobody does, who sent it.
    pub(super) fn writers<'f>(&'f self, by: &'f Signer, files: &'f [usize]) -> Vec<&'f str> {
        match by {
            Signer::Author(author) => vec![author],
            Signer::Unknown(_) => self.senders(files).collect(),
            Signer::Outside => Vec::new(),
        }
    }

    /// Recorded for somebody counts as their word where the basis is given; for nobody without it. Whose word it is, is
    /// read from what is here, and where that names nobody yet, from what comes with it.
    pub(super) fn is_anothers_word(
        &self,
        place: &ConflictPlace,
        writers: &[&str],
        recorded: Option<(&str, bool)>,
    ) -> bool {
        let logs = [self.here, &self.after.log].into_iter();
        let known = logs.filter(|log| log.is_visible(&place.record));
        let forms: Vec<Form<'_>> = known
            .map(|log| Form::new(log, place.record.clone()))
            .collect();
        let mut all: Vec<Option<&str>> = writers.iter().map(|writer| Some(*writer)).collect();
        match recorded {
            Some((_, false)) => return true,
            Some((for_whom, true)) => all.push(Some(for_whom)),
            None => {}
        }
        if all.is_empty() {
            all.push(None);
        }
        let mut all = all.into_iter();
        all.all(|who| {
            let mut forms = forms.iter();
            forms.any(|form| self.roster.is_anothers_word(form, &place.key, who))
        })
    }

    /// Whether a state that binds or ends something was brought about by somebody who takes none of the steps into it.
    /// Of a first arrival nobody here knows who they were.
    pub(super) fn is_unentitled(
        &self,
        place: &ConflictPlace,
        state: &Value,
        writers: &[&str],
        recorded: Option<&str>,
        time: i64,
    ) -> bool {
        let state = state.as_text().unwrap_or_default();
        if self.preview.is_first {
            return false;
        }
        let roles = Form::new(self.here, charter::record());
        let logs = [self.here, &self.after.log].into_iter();
        let known = logs.filter(|log| log.is_visible(&place.record));
        let forms: Vec<Form<'_>> = known
            .map(|log| Form::new(log, place.record.clone()))
            .collect();
        let day = DateTime::from_timestamp_millis(time).unwrap_or_default();
        let people = writers.iter().copied().chain(recorded);
        let mut people = people.filter_map(|who| self.roster.people.author(who));
        !people.any(|one| may_lead_into(&roles, &forms, state, &one, day.date_naive()))
    }

    /// Whether something was decided by somebody for whom it would have been a suggestion. What is new here is judged
    /// by nobody.
    pub(super) fn is_others_to_decide(
        &self,
        place: &ConflictPlace,
        writers: &[&str],
        recorded: Option<&str>,
    ) -> bool {
        if self.preview.is_first || !self.here.is_visible(&place.record) {
            return false;
        }
        let is_own = |who: &str| duty(self.here, &place.record, &place.key, Some(who)) == Duty::Own;
        let mut all = writers.iter().copied().chain(recorded).peekable();
        all.peek().is_some() && !all.any(is_own)
    }

    /// Whether the reader wrote it: signed by them, or written here and by nobody else.
    pub(super) fn is_yours(&self, change: &Change) -> bool {
        let by = identity::signer(self.here, change);
        let slot = self.here.find(change.line());
        let is_own = slot.is_some_and(|slot| self.own.contains(&slot));
        match (by, self.me) {
            (Some(by), Some(me)) => self.roster.people.is_same(&by, me),
            _ => is_own,
        }
    }

    pub(super) fn is_same(&self, a: &Signer, b: &Signer) -> bool {
        match (a, b) {
            (Signer::Author(a), Signer::Author(b)) => self.roster.people.is_same(a, b),
            _ => a == b,
        }
    }

    pub(super) fn leads(&self, who: &Signer) -> bool {
        let Signer::Author(author) = who else {
            return false;
        };
        let Some(person) = self.roster.people.author(author) else {
            return false;
        };
        let mut records = self.roster.people.records(&person).into_iter();
        records.any(|record| {
            let role = Form::new(self.here, record).get(member::PROJECT_ROLE);
            role.as_deref() == Some(member::LEAD.key)
        })
    }
}

//! What taking does to a field, to a record that goes, and to one that comes back: read from both states.

use super::{Looking, Signature, Stake};
use crate::analysis::begin::prefilled::is_prefilled_field;
use crate::exchange::preview::people::who;
use crate::exchange::preview::union::NewChange;
use crate::exchange::preview::weight::Weight;
use crate::model::log::{ConflictPlace, Live};
use crate::model::template::{DELETED, Form, ORDER, PARENT, PREFILLED, STATUS, Template};
use crate::model::{ChangeId, FieldKey, RecordId, Value};
use std::collections::{HashMap, HashSet};

impl<'a> Looking<'a> {
    /// A field of a record that will be shown.
    pub(super) fn cell(&self, record: &RecordId, key: &FieldKey, was_shown: bool) -> Option<Stake> {
        let before = self.here.live(record, key);
        let now = self.after.log.live(record, key);
        let (from, to) = (
            self.here.value(record, key),
            self.after.log.value(record, key),
        );
        // Where the last write simply counts, an earlier one is still there and shown nowhere.
        let field = |template: &Template| template.field(key.as_str()).map(|field| field.latest);
        let template = self.here.schema().template(record.kind());
        let is_latest = template.and_then(field) == Some(true);
        let is_gone = |write: &&Live<'_>| {
            let stays = match is_latest {
                true => *write.value != from || from == to,
                false => now.iter().any(|other| other.value == write.value),
            };
            // What one has emptied oneself is as much one's own as a value.
            let is_something = !write.value.is_empty() || !write.names.is_empty();
            is_something && !stays && !(write.value.is_empty() && to.is_empty())
        };
        let form = Form::new(self.here, record.clone());
        let is_filled_in = is_filled_in(&form, key);
        let gone: Vec<Live<'_>> = before.iter().filter(is_gone).copied().collect();
        let place = ConflictPlace {
            record: record.clone(),
            key: key.clone(),
        };
        let is_settled = self.after.settled.binary_search(&place).is_ok();
        let is_same = from == to || (from.is_empty() && to.is_empty());
        if gone.is_empty() && is_same && !is_settled {
            return None;
        }
        let item = self.writer(record, key, &now)?;
        let mut stake = self.stake(place, item, from, to);
        if is_settled {
            stake.weight = stake.weight.min(Weight::Decision);
            stake.binds = true;
        }
        if !is_filled_in {
            self.replace(&mut stake, &said_before(&form, key, &gone));
        }
        let is_first_state =
            key.as_str() == STATUS && stake.from.is_empty() && self.is_once(record);
        if is_first_state && !(stake.signature == Signature::Sender && self.leads(&stake.by)) {
            stake.replaces = !stake.is_open;
        }
        self.is_told(&stake, was_shown).then_some(stake)
    }

    pub(super) fn deletion(&self, record: &RecordId) -> Option<Stake> {
        let key = FieldKey::of(DELETED);
        let item = self.writer(record, &key, &self.after.log.live(record, &key))?;
        let place = ConflictPlace {
            record: record.clone(),
            key,
        };
        let mut stake = self.stake(place, item, Value::Null, Value::Bool(true));
        let form = Form::new(self.here, record.clone());
        let of_place = [ORDER, PARENT, PREFILLED, DELETED];
        let keys = self.here.keys(record);
        let told = keys.filter(|key| !of_place.contains(&key.as_str()));
        let (filled_in, written): (Vec<&FieldKey>, Vec<&FieldKey>) =
            told.partition(|key| is_filled_in(&form, key));
        let live = |keys: Vec<&FieldKey>| -> Vec<Live<'a>> {
            let of_key = |key| {
                let mut all = self.here.live(record, key);
                all.retain(|write| !write.value.is_empty());
                said_before(&form, key, &all)
            };
            keys.into_iter().flat_map(of_key).collect()
        };
        let (filled_in, written) = (live(filled_in), live(written));
        self.replace(&mut stake, &written);
        let is_yours = stake.is_yours;
        self.replace(&mut stake, &filled_in);
        stake.is_yours = is_yours;
        Some(stake)
    }

    pub(super) fn restoring(&self, record: &RecordId) -> Option<Stake> {
        let key = FieldKey::of(DELETED);
        let now = self.after.log.live(record, &key);
        let wrote_in_it = || self.items_of(record).next_back();
        // Somebody may have written in it without knowing that it was deleted.
        let item = self.writer(record, &key, &now).or_else(wrote_in_it)?;
        let place = ConflictPlace {
            record: record.clone(),
            key: key.clone(),
        };
        let mut stake = self.stake(place, item, Value::Bool(true), Value::Null);
        stake.weight = Weight::Restored;
        let before = self.here.live(record, &key);
        self.replace(&mut stake, &before);
        Some(stake)
    }

    /// The item that wrote what will be shown; else the last one that wrote there.
    fn writer(&self, record: &RecordId, key: &FieldKey, now: &[Live<'_>]) -> Option<&'a NewChange> {
        let mut live = now
            .iter()
            .filter_map(|write| self.items.get(write.change.line()));
        if let Some(at) = live.next() {
            return self.all.get(*at).copied();
        }
        if now.is_empty() {
            return None;
        }
        let mut items = self.items_of(record);
        items.rfind(|item| item.change.cell(key).is_some())
    }

    fn items_of(&self, record: &RecordId) -> impl DoubleEndedIterator<Item = &'a NewChange> + '_ {
        let items = self.by_record.get(record).into_iter().flatten();
        items.map(|at| self.all[*at])
    }

    pub(super) fn stake(
        &self,
        place: ConflictPlace,
        item: &NewChange,
        from: Value,
        to: Value,
    ) -> Stake {
        let change = &item.change;
        let by = who(self.here, self.after, change, item.is_outside);
        let mut files: Vec<usize> = item.files.iter().map(|(file, _)| *file).collect();
        files.retain(|file| !self.off.contains(file));
        files.dedup();
        let weight = Weight::of(&place.record, &place.key, &to);
        let on_behalf_of = change.on_behalf_of.as_deref().map(str::to_owned);
        let has_basis = change
            .note
            .as_deref()
            .is_some_and(|note| !note.trim().is_empty());
        let signature = self.signature(&by, &files);
        let writers = self.writers(&by, &files);
        let recorded = on_behalf_of
            .as_deref()
            .map(|for_whom| (for_whom, has_basis));
        let is_anothers_word = self.is_anothers_word(&place, &writers, recorded);
        let binds = match weight {
            Weight::Word | Weight::Decision => true,
            Weight::State => {
                let status = to.as_text().unwrap_or_default();
                let locks = self.here.schema().locks(place.record.kind(), status);
                locks.is_some() || self.is_once(&place.record)
            }
            _ => false,
        };
        let recorded = on_behalf_of.as_deref().filter(|_| has_basis);
        let is_unentitled = match weight {
            Weight::State => self.is_unentitled(&place, &to, &writers, recorded, change.time),
            Weight::Decision => self.is_others_to_decide(&place, &writers, recorded),
            _ => false,
        };
        let is_me = |who: &str| {
            self.me
                .is_some_and(|me| self.roster.people.is_same(me, who))
        };
        let is_for_you = on_behalf_of.as_deref().is_some_and(is_me) && signature != Signature::You;
        Stake {
            is_open: self.after.open.binary_search(&place).is_ok(),
            record: place.record,
            key: place.key,
            weight,
            from,
            to,
            replaces: false,
            is_yours: false,
            whose: Vec::new(),
            by,
            signature,
            on_behalf_of,
            binds,
            is_anothers_word,
            is_unentitled,
            is_for_you,
            files,
            time: change.time,
        }
    }

    /// Notes what will not stand any more. Who goes on with their own, in their own file, replaces nothing.
    fn replace(&self, stake: &mut Stake, gone: &[Live<'_>]) {
        for write in gone {
            let by = who(self.here, self.after, write.change, false);
            let is_yours = self.is_yours(write.change);
            let is_their_own = stake.signature == Signature::Sender && self.is_same(&by, &stake.by);
            if is_yours || !(is_their_own || write.value.is_empty()) {
                stake.replaces |= !stake.is_open;
                stake.is_yours |= is_yours && !stake.is_open;
                if !stake.whose.contains(&by) {
                    stake.whose.push(by);
                }
            }
        }
    }
}

/// Whether a field stands as the app filled it when it was empty. A mark that was put on what somebody had written
/// makes it no less theirs.
fn is_filled_in(form: &Form<'_>, key: &FieldKey) -> bool {
    is_prefilled_field(form, key.as_str()) && {
        let history = form.log().history(form.record(), key);
        let first = history.iter().find(|write| !write.value.is_empty());
        let mark = FieldKey::of(PREFILLED);
        first.is_none_or(|write| write.change.cell(&mark).is_some())
    }
}

/// Live writes, and those before them that said the same: who repeats another's words does not make them their own.
fn said_before<'a>(form: &Form<'a>, key: &FieldKey, live: &[Live<'a>]) -> Vec<Live<'a>> {
    let mut said = live.to_vec();
    if live.iter().all(|write| write.names.is_empty()) {
        return said;
    }
    let history = form.log().history(form.record(), key);
    let mut by_id: HashMap<ChangeId, Vec<Live<'a>>> = HashMap::new();
    for write in history {
        by_id.entry(write.change.id).or_default().push(write);
    }
    let mut met: HashSet<&str> = said.iter().map(|write| write.change.line()).collect();
    let mut at = 0;
    while let Some(known) = said.get(at).copied() {
        let named = known.names.iter().filter_map(|id| by_id.get(id)).flatten();
        let same = named.filter(|earlier| earlier.value == known.value);
        said.extend(
            same.filter(|earlier| met.insert(earlier.change.line()))
                .copied()
                .collect::<Vec<_>>(),
        );
        at += 1;
    }
    said
}

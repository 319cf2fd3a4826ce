//! What a person should see before anything else: what stands here now and will not any more, what weighs much, and
//! what is signed by somebody else than who sent it. Found by comparing what this copy shows before and after, not by
//! trusting what a file says it knew.

mod claim;
mod effect;

use super::people::Signer;
use super::state_after::After;
use super::union::NewChange;
use super::weight::{KnownPeople, Weight};
use super::{Items, Preview};
use crate::model::log::{OWN, Slot};
use crate::model::sort::{gather, sort_by};
use crate::model::template::{CODE, DELETED, PREFILLED};
use crate::model::{FieldKey, Log, RecordId, Replica, Value};
use crate::templates::{identity, member};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Whose signature a change bears, seen from who sent the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Signature {
    /// The sender of a file it comes in.
    Sender,
    /// Somebody else.
    Another,
    /// The reader, though it was not written here.
    You,
    Nobody,
}

/// One place that deserves the first look.
#[derive(Debug, Clone, PartialEq)]
pub struct Stake {
    pub record: RecordId,
    /// The field; `deleted` is a deletion or a return from the recycle bin.
    pub key: FieldKey,
    /// What sort of thing it is.
    pub weight: Weight,
    /// What is shown here now.
    pub from: Value,
    /// What will be shown.
    pub to: Value,
    /// Whether something that stands here now will not stand any more.
    pub replaces: bool,
    /// Whether that was written by the reader.
    pub is_yours: bool,
    /// Who wrote what will not stand any more, each once.
    pub whose: Vec<Signer>,
    /// Who did it, as it is signed.
    pub by: Signer,
    pub signature: Signature,
    /// For whom it was recorded.
    pub on_behalf_of: Option<String>,
    /// Whether it makes final, confirms, decides or answers.
    pub binds: bool,
    /// Whether it is another's own word, and neither theirs nor recorded for them with a basis.
    pub is_anothers_word: bool,
    /// Whether it binds by a step that is not its writer's to take, nor theirs for whom it was recorded.
    pub is_unentitled: bool,
    /// Whether somebody else recorded it as the reader's word.
    pub is_for_you: bool,
    /// Whether it will only differ, with both kept.
    pub is_open: bool,
    /// The files it comes through, by number.
    pub files: Vec<usize>,
    /// When, by the writer's clock, milliseconds since 1970; 0 in an outside edit.
    pub time: i64,
}

impl Stake {
    /// Whether it makes final, confirms, decides or answers in the name of somebody who did not send it.
    pub fn is_in_anothers_name(&self) -> bool {
        let is_signed_so = matches!(self.signature, Signature::Another | Signature::You);
        self.is_anothers_word || self.is_unentitled || (self.binds && is_signed_so)
    }
}

/// What the comparing needs.
struct Looking<'a> {
    here: &'a Log,
    after: &'a After,
    preview: &'a Preview,
    /// What comes: the items, and what comes along because one of them names it.
    all: Vec<&'a NewChange>,
    roster: KnownPeople,
    own: BTreeSet<Slot>,
    me: Option<&'a str>,
    /// Files that are not taken.
    off: &'a Items,
    items: HashMap<&'a str, usize>,
    by_record: HashMap<&'a RecordId, Vec<usize>>,
    /// Pages whose changes are here.
    replicas: BTreeSet<Replica>,
}

impl Preview {
    /// What deserves the first look, what replaces something here first, then by weight. `log` is the project as it is
    /// here, `after` the state after taking all files but those numbered in `off`, `me` who signs here. Of a first
    /// arrival only what was answered for somebody else.
    pub fn stakes(
        &self,
        log: Option<&Log>,
        after: &After,
        me: Option<&str>,
        off: &Items,
    ) -> Vec<Stake> {
        let nothing = Log::new(self.after.log.schema(), 0);
        let here = log.unwrap_or(&nothing);
        let known = if log.is_some() { here } else { &after.log };
        let along = self.coming_along(after);
        let all: Vec<&NewChange> = self.items.iter().chain(&along).collect();
        let mut by_record: HashMap<&RecordId, Vec<usize>> = HashMap::new();
        for (at, item) in all.iter().enumerate() {
            by_record.entry(&item.change.record).or_default().push(at);
        }
        let mut touched: BTreeMap<&RecordId, BTreeSet<FieldKey>> = BTreeMap::new();
        for change in all.iter().map(|item| &item.change) {
            let keys = touched.entry(&change.record).or_default();
            let written = change.cells.iter().map(|cell| &cell.key);
            keys.extend(written.map(|key| here.key_to_write(&change.record, key)));
        }
        let looking = Looking {
            here,
            after,
            preview: self,
            roster: KnownPeople::of(known),
            own: gather(here.of_batch(OWN)),
            me,
            off,
            items: all
                .iter()
                .enumerate()
                .map(|(at, item)| (item.change.line(), at))
                .collect(),
            all,
            by_record,
            replicas: gather(here.in_force().map(|change| change.id.replica)),
        };
        let mut stakes: Vec<Stake> = touched
            .into_iter()
            .flat_map(|(record, keys)| looking.of_record(record, &keys))
            .collect();
        let place = |stake: &Stake| (!stake.replaces, stake.weight, !stake.is_yours);
        // Within one weight they stand in the order of records and fields.
        sort_by(&mut stakes, |a: &Stake, b| place(a).cmp(&place(b)));
        stakes
    }

    /// What was held back or left out and comes all the same, as if every file brought it.
    fn coming_along(&self, after: &After) -> Vec<NewChange> {
        let items = after.along.iter().map(|change| NewChange {
            change: change.clone(),
            files: (0..self.files.len()).map(|file| (file, 0)).collect(),
            is_outside: false,
            is_held_back: true,
        });
        items.collect()
    }
}

impl<'a> Looking<'a> {
    fn of_record(&self, record: &RecordId, keys: &BTreeSet<FieldKey>) -> Vec<Stake> {
        let is_shown = [&self.after.log, self.here].map(|log| log.is_visible(record));
        let was_deleted = self.here.is_deleted(record);
        let mut stakes: Vec<Stake> = Vec::new();
        match is_shown {
            [false, true] => stakes.extend(self.deletion(record)),
            [false, false] => {}
            [true, was_shown] => {
                if was_deleted && !was_shown {
                    stakes.extend(self.restoring(record));
                }
                let is_beside = |key: &FieldKey| {
                    [PREFILLED, DELETED].contains(&key.as_str())
                        || (record.kind() == identity::KIND && key.as_str() == identity::NAME)
                };
                let told = keys.iter().filter(|key| !is_beside(key));
                stakes.extend(told.filter_map(|key| self.cell(record, key, was_shown)));
            }
        }
        without_stamps(stakes, self.here)
    }

    /// Whether it deserves the first look.
    pub(super) fn is_told(&self, stake: &Stake, was_shown: bool) -> bool {
        if self.preview.is_first {
            return stake.is_anothers_word;
        }
        let is_yours = stake.signature == Signature::You || stake.is_for_you;
        if stake.replaces || is_yours || stake.is_in_anothers_name() {
            return true;
        }
        match stake.weight {
            Weight::Content | Weight::Place => false,
            Weight::Setting | Weight::Word | Weight::Decision => true,
            _ if was_shown => true,
            // Of what is new: who has which role in the project, and who is joined with whom.
            Weight::Role if stake.record.kind() == identity::KIND => !self.signs_own(stake),
            Weight::Role => {
                let told = [member::SAME_AS.name, member::PROJECT_ROLE.name];
                let is_member = stake.record.kind() == member::MEMBER.kind;
                is_member && told.contains(&stake.key.as_str())
            }
            Weight::State => self.is_once(&stake.record),
            _ => false,
        }
    }

    /// Whether somebody says of what they themselves bring that it is theirs.
    fn signs_own(&self, stake: &Stake) -> bool {
        let is_theirs = match (&stake.by, stake.to.as_text()) {
            (Signer::Author(by), Some(to)) => self.roster.people.is_same(by, to),
            _ => false,
        };
        let replica = stake.record.rest().and_then(|rest| rest.parse().ok());
        let is_new = replica.is_some_and(|replica| !self.replicas.contains(&replica));
        is_theirs && is_new && stake.signature == Signature::Sender
    }

    /// Whether a project has such a record once.
    pub(super) fn is_once(&self, record: &RecordId) -> bool {
        let template = self.here.schema().template(record.kind());
        template.is_some_and(|template| template.once)
    }
}

/// Times that a step sets say nothing beside the step.
fn without_stamps(mut stakes: Vec<Stake>, log: &Log) -> Vec<Stake> {
    let is_step = |stake: &Stake| matches!(stake.weight, Weight::State | Weight::Word);
    let is_stamp = |stake: &Stake| {
        let template = log.schema().template(stake.record.kind());
        let field = template.and_then(|template| template.field(stake.key.as_str()));
        field.is_some_and(|field| field.latest && field.filled && field.key != CODE)
    };
    if stakes
        .iter()
        .any(|stake| is_step(stake) && !is_stamp(stake))
    {
        stakes.retain(|stake| !is_stamp(stake));
    }
    stakes
}

//! Whose changes they are: by person, field by field, and what comes in already replaced.

use super::state_after::After;
use super::union::NewChange;
pub use crate::analysis::telling::Signer;
use crate::analysis::telling::{Doing, signed_doings};
use crate::model::log::Live;
use crate::model::template::DELETED;
use crate::model::{CellId, Change, ChangeId, FieldKey, Log, RecordId, Value, sort};
use crate::templates::identity;
use smallvec::SmallVec;
use std::collections::{BTreeMap, HashMap, HashSet};

/// What one person wrote into one field, in all new changes together.
#[derive(Debug, Clone)]
pub struct FieldChange {
    pub record: RecordId,
    /// The field; `deleted` is a deletion or restoring.
    pub key: FieldKey,
    /// What counts here now.
    pub from: Value,
    /// What they wrote last.
    pub to: Value,
    /// When, by their clock, milliseconds since 1970; 0 in an outside edit.
    pub time: i64,
    /// The items that wrote it, the last one last.
    pub items: SmallVec<[usize; 1]>,
    /// Whether this is (or stands beside others as) the value after taking.
    pub is_live: bool,
    /// Whether a difference is open there after taking.
    pub is_open: bool,
}

impl FieldChange {
    /// A field that was found, before what was written into it is known.
    fn unwritten(record: RecordId, key: FieldKey, from: Value) -> Self {
        Self {
            record,
            key,
            from,
            to: Value::Null,
            time: 0,
            items: SmallVec::new(),
            is_live: false,
            is_open: false,
        }
    }
}

/// One person's part.
#[derive(Debug, Clone)]
pub struct PersonPreview {
    pub who: Signer,
    /// How many new changes.
    pub count: usize,
    /// The files they come through, by number.
    pub files: Vec<usize>,
    /// Field by field, in the order of records and fields.
    pub fields: Vec<FieldChange>,
}

/// A new value that another person's write has replaced already.
#[derive(Debug, Clone)]
pub struct Replaced {
    pub item: usize,
    /// The field of its record.
    pub key: FieldKey,
    /// Whose value it was.
    pub who: Signer,
    /// Who replaced it.
    pub by: Signer,
    pub with: Value,
}

/// How much changes in one kind of record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct KindCount {
    /// Records that are new.
    pub added: usize,
    /// Records that were here and stay visible.
    pub changed: usize,
    /// Records that are hidden after taking.
    pub deleted: usize,
    /// Records that come back.
    pub restored: usize,
}

/// Who made a change: its author, or who the replica's identity record says.
pub(super) fn who(log: &Log, after: &After, change: &Change, is_outside: bool) -> Signer {
    if let Some(author) = &change.author {
        return Signer::Author(author.to_string());
    }
    if is_outside {
        return Signer::Outside;
    }
    let named = [&after.log, log]
        .into_iter()
        .find_map(|log| identity::signer(log, change));
    named.map_or(Signer::Unknown(change.id.replica), Signer::Author)
}

/// What was done in some changes that come in, one for each thing that a person did something to.
pub(super) fn doings_of<'a>(
    log: &Log,
    after: &After,
    items: impl Iterator<Item = &'a NewChange>,
) -> Vec<Doing> {
    let signed = items.map(|item| (who(log, after, &item.change, item.is_outside), &item.change));
    signed_doings(&after.log, signed.collect())
}

/// By person, and what comes in already replaced by somebody else.
pub(super) fn people(
    log: &Log,
    after: &After,
    items: &[NewChange],
) -> (Vec<PersonPreview>, Vec<Replaced>) {
    let mut people = by_person(log, after, items);
    for person in &mut people {
        sort::sort(&mut person.files);
        sort::sort_by(&mut person.fields, |a, b| {
            (&a.record, &a.key).cmp(&(&b.record, &b.key))
        });
    }
    sort::sort_by(&mut people, |a, b| {
        b.count.cmp(&a.count).then_with(|| a.who.cmp(&b.who))
    });
    let replaced = judge(log, after, items, &mut people);
    (people, replaced)
}

/// What each person wrote, field by field as it comes.
fn by_person(log: &Log, after: &After, items: &[NewChange]) -> Vec<PersonPreview> {
    let mut people: BTreeMap<Signer, PersonPreview> = BTreeMap::new();
    let mut places: HashMap<(Signer, RecordId, FieldKey), usize> = HashMap::new();
    for (at, item) in items.iter().enumerate() {
        let change = &item.change;
        let who = who(log, after, change, item.is_outside);
        let person = people.entry(who.clone()).or_insert_with(|| PersonPreview {
            who: who.clone(),
            count: 0,
            files: Vec::new(),
            fields: Vec::new(),
        });
        person.count += 1;
        for (file, _) in &item.files {
            if !person.files.contains(file) {
                person.files.push(*file);
            }
        }
        for cell in &change.cells {
            let place = places
                .entry((who.clone(), change.record.clone(), cell.key.clone()))
                .or_insert(person.fields.len());
            if *place == person.fields.len() {
                let from = log.value(&change.record, &cell.key);
                let key = cell.key.clone();
                let field = FieldChange::unwritten(change.record.clone(), key, from);
                person.fields.push(field);
            }
            let field = &mut person.fields[*place];
            (field.to, field.time) = (cell.value.clone(), change.time);
            field.items.push(at);
        }
    }
    people.into_values().collect()
}

/// Marks what is live and what is open, and finds what somebody else's write has replaced. Each cell is looked at once,
/// however many people wrote it.
fn judge(
    log: &Log,
    after: &After,
    items: &[NewChange],
    people: &mut [PersonPreview],
) -> Vec<Replaced> {
    let mut cells: BTreeMap<CellId, Vec<(usize, usize)>> = BTreeMap::new();
    for (person, part) in people.iter().enumerate() {
        for (at, field) in part.fields.iter().enumerate() {
            let cell = (field.record.clone(), field.key.clone());
            cells.entry(cell).or_default().push((person, at));
        }
    }
    // A long line is looked up once, not in each of its cells.
    let slot_of = |item: &NewChange| after.log.find(item.change.line());
    let taken: Vec<Option<&Change>> = items
        .iter()
        .map(|item| Some(after.log.change(slot_of(item)?)))
        .collect();
    let outside = items.iter().filter(|item| item.is_outside);
    let outside: HashSet<ChangeId> = outside.map(|item| item.change.id).collect();
    let mut out = Vec::new();
    for (cell, fields) in cells {
        let (record, key) = &cell;
        let live = after.log.live(record, key);
        let live: HashSet<*const Change> = live.iter().map(|write| ptr(write.change)).collect();
        let is_live = |item: &usize| taken[*item].is_some_and(|one| live.contains(&ptr(one)));
        let is_open = after.is_open(record, key);
        let mut lost = Vec::new();
        for (person, at) in fields {
            let who = people[person].who.clone();
            let field = &mut people[person].fields[at];
            field.is_open = is_open;
            field.is_live = field.items.iter().any(is_live);
            let last = field.items.last().filter(|_| !field.is_live);
            lost.extend(last.map(|item| (who, *item)));
        }
        out.extend(replaced(log, after, items, &outside, &cell, lost));
    }
    out
}

/// What the last writes of a cell that are live no longer were replaced with, where somebody else did it.
fn replaced(
    log: &Log,
    after: &After,
    items: &[NewChange],
    outside: &HashSet<ChangeId>,
    (record, key): &CellId,
    lost: Vec<(Signer, usize)>,
) -> Vec<Replaced> {
    if lost.is_empty() {
        return Vec::new();
    }
    let history = after.log.history(record, key);
    let replacers: HashMap<ChangeId, Live<'_>> = history
        .iter()
        .flat_map(|write| write.names.iter().map(|name| (*name, *write)))
        .collect();
    let of = |(writer, item): (Signer, usize)| {
        let change = &items[item].change;
        let write = replacers.get(&change.id);
        let write = write.filter(|write| write.change.lamport > change.lamport)?;
        let by = who(log, after, write.change, outside.contains(&write.change.id));
        (by != writer).then(|| Replaced {
            item,
            key: key.clone(),
            who: writer,
            by,
            with: write.value.clone(),
        })
    };
    lost.into_iter().filter_map(of).collect()
}

const fn ptr(change: &Change) -> *const Change {
    std::ptr::from_ref(change)
}

/// What happens to records.
#[derive(Default)]
pub(super) struct Records {
    pub(super) kinds: BTreeMap<String, KindCount>,
    pub(super) added: Vec<RecordId>,
    pub(super) deleted: Vec<RecordId>,
    pub(super) restored: Vec<RecordId>,
}

pub(super) fn records(log: &Log, after: &After) -> Records {
    let mut out = Records::default();
    let deleted = FieldKey::of(DELETED);
    for record in &after.touched {
        let (before, now) = (log.is_visible(record), after.log.is_visible(record));
        let count = out.kinds.entry(record.kind().to_owned()).or_default();
        match (before, now) {
            (true, true) => count.changed += 1,
            (true, false) => {
                count.deleted += 1;
                out.deleted.push(record.clone());
            }
            (false, true) if log.value(record, &deleted).is_true() => {
                count.restored += 1;
                out.restored.push(record.clone());
            }
            (false, true) => {
                count.added += 1;
                out.added.push(record.clone());
            }
            (false, false) => {}
        }
    }
    out
}

//! Whose changes they are: by person, field by field, and what comes in already replaced.

use super::after::After;
use super::union::NewChange;
use crate::model::log::{ConflictPlace, Live};
use crate::model::template::DELETED;
use crate::model::{CellId, Change, ChangeId, FieldKey, Log, RecordId, Replica, Value, sort};
use crate::templates::identity;
use smallvec::SmallVec;
use std::collections::{BTreeMap, HashMap, HashSet};

/// Who made a change, as it claims.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Signer {
    /// A member id, or a name where there is no roster.
    Author(String),
    /// Nobody said so: one page, unnamed.
    Unknown(Replica),
    /// A hand that edited `current` in a file.
    Outside,
}

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

/// By person, and what comes in already replaced by somebody else.
pub(super) fn people(
    log: &Log,
    after: &After,
    items: &[NewChange],
) -> (Vec<PersonPreview>, Vec<Replaced>) {
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
                person.fields.push(FieldChange {
                    record: change.record.clone(),
                    key: cell.key.clone(),
                    from: log.value(&change.record, &cell.key),
                    to: Value::Null,
                    time: 0,
                    items: SmallVec::new(),
                    is_live: false,
                    is_open: false,
                });
            }
            let field = &mut person.fields[*place];
            (field.to, field.time) = (cell.value.clone(), change.time);
            field.items.push(at);
        }
    }
    let mut people: Vec<PersonPreview> = people.into_values().collect();
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

/// Marks what is live and what is open, and finds what somebody else's write has replaced. Each cell is looked at once,
/// however many people wrote it.
fn judge(
    log: &Log,
    after: &After,
    items: &[NewChange],
    people: &mut [PersonPreview],
) -> Vec<Replaced> {
    let mut cells: BTreeMap<CellId, Vec<(usize, usize)>> = BTreeMap::new();
    for (person, at) in people
        .iter()
        .enumerate()
        .flat_map(|(person, part)| (0..part.fields.len()).map(move |at| (person, at)))
    {
        let field = &people[person].fields[at];
        cells
            .entry((field.record.clone(), field.key.clone()))
            .or_default()
            .push((person, at));
    }
    let outside: HashSet<ChangeId> = items
        .iter()
        .filter(|item| item.is_outside)
        .map(|item| item.change.id)
        .collect();
    // A long line is looked up once, not in each of its cells.
    let slot_of = |item: &NewChange| after.log.find(item.change.line());
    let taken: Vec<Option<&Change>> = items
        .iter()
        .map(|item| Some(after.log.change(slot_of(item)?)))
        .collect();
    let mut out = Vec::new();
    for ((record, key), fields) in cells {
        let live = after.log.live(&record, &key);
        let live: HashSet<*const Change> = live.iter().map(|write| ptr(write.change)).collect();
        let is_open = after
            .open
            .binary_search(&ConflictPlace {
                record: record.clone(),
                key: key.clone(),
            })
            .is_ok();
        let mut replacers: Option<HashMap<ChangeId, Live<'_>>> = None;
        for (person, at) in fields {
            let who_wrote = people[person].who.clone();
            let field = &mut people[person].fields[at];
            field.is_open = is_open;
            field.is_live = field
                .items
                .iter()
                .filter_map(|item| taken[*item])
                .any(|change| live.contains(&ptr(change)));
            let Some(item) = field.items.last().copied().filter(|_| !field.is_live) else {
                continue;
            };
            let change = &items[item].change;
            let replacers = replacers.get_or_insert_with(|| {
                let history = after.log.history(&record, &key);
                history
                    .iter()
                    .flat_map(|write| write.names.iter().map(|name| (*name, *write)))
                    .collect()
            });
            let Some(write) = replacers
                .get(&change.id)
                .filter(|write| write.change.lamport > change.lamport)
            else {
                continue;
            };
            let by = who(log, after, write.change, outside.contains(&write.change.id));
            if by != who_wrote {
                out.push(Replaced {
                    item,
                    key: key.clone(),
                    who: who_wrote,
                    by,
                    with: write.value.clone(),
                });
            }
        }
    }
    out
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

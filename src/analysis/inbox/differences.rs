//! A difference as it is decided: what counts for now, what stood before, the values to choose from with who wrote
//! them, when and why, and which new values could be written. Knows no words and no screen.

use super::brought_back::{behind, origin};
use crate::model::id::{ChangeId, FieldKey, RecordId};
use crate::model::log::{ConflictPlace, Live, Log};
use crate::model::template::{DELETED, FieldType, PARENT, PREFILLED, STATUS};
use crate::model::value::Value;
use crate::templates::identity;
use std::collections::{BTreeSet, HashMap};

/// So many differing values of one field are shown to choose from, and so many who wrote the same one: more than all
/// who work on a project. What is beyond is counted, stands in the record's history, and is settled by the same write.
pub const SHOWN: usize = 100;

/// Who wrote a value, when, and why, as far as the change says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// Member id or name; nothing where nobody signed.
    pub author: Option<String>,
    /// The member it was recorded for.
    pub on_behalf_of: Option<String>,
    /// Milliseconds since 1970 by the writer's clock; nothing where a hand changed the file.
    pub time_ms: Option<i64>,
    /// The reason given.
    pub note: Option<String>,
}

/// What a choice means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    Value,
    /// All values, one under the other.
    Both,
    /// The record goes.
    Delete,
    /// The record stays.
    Keep,
    /// The locking state stands, with what it had not seen.
    StandBy,
    /// Back to the first state, to look again.
    Back,
}

/// One value to choose.
#[derive(Debug, Clone, PartialEq)]
pub struct Alternative {
    pub value: Value,
    pub meaning: Meaning,
    /// Who wrote it, at most [`SHOWN`]; nobody, where it is offered only.
    pub told: Vec<Provenance>,
    /// How many more wrote it.
    pub more_told: usize,
}

impl Alternative {
    /// What is offered, and nobody has written.
    fn offered(value: Value, meaning: Meaning) -> Self {
        Self {
            value,
            meaning,
            told: Vec::new(),
            more_told: 0,
        }
    }
}

/// What a new value can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewValue {
    /// None: only what is there can be chosen.
    Nothing,
    /// A value of that type.
    Typed(FieldType),
    /// Whether the element is in the set, or the text it carries.
    Element,
    /// Letters: this version does not know the field.
    Letters,
}

/// A place where people differ, with all there is to choose from.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    pub place: ConflictPlace,
    /// The value that counts for now.
    pub for_now: Value,
    /// Why it does.
    pub why: ForNow,
    /// What stood before, and who wrote that.
    pub before: Option<(Value, Provenance)>,
    /// The values to choose from, those written at most [`SHOWN`].
    pub choices: Vec<Alternative>,
    /// How many more values were written.
    pub more: usize,
    /// What a new value can be.
    pub new: NewValue,
}

/// The open differences in the order in which they are decided: fields first, then rows and forms.
pub fn open(log: &Log) -> Vec<ConflictPlace> {
    let mut places = log.conflicts();
    // What somebody says on a form that nobody else reads, that person settles there.
    places.retain(|place| !log.schema().is_sealed(&place.record, &place.key));
    places.sort_by_key(|place| [DELETED, STATUS].contains(&place.key.as_str()));
    places
}

/// How many there are.
pub fn open_number(log: &Log) -> usize {
    match log.conflict_count() {
        0 => 0,
        _ => open(log).len(),
    }
}

/// The members and names who wrote one of the values of a difference, each once.
pub fn writers(log: &Log, place: &ConflictPlace) -> Vec<String> {
    let (mut all, mut met) = (Vec::new(), BTreeSet::new());
    for write in log.live(&place.record, &place.key) {
        let told = told(log, &origin(log, &place.record, &place.key, &write));
        for who in [told.author, told.on_behalf_of].into_iter().flatten() {
            if met.insert(who.clone()) {
                all.push(who);
            }
        }
    }
    all
}

impl Difference {
    /// Reads a difference.
    pub fn of(log: &Log, place: &ConflictPlace) -> Self {
        let field_type = field_type(log, place);
        let (mut choices, more) = values(log, place);
        match place.key.as_str() {
            DELETED => add_keep(&mut choices),
            STATUS if choices.len() < 2 => add_back(log, place, &mut choices),
            // One under the other they stand only where none is left out.
            _ if more == 0 && matches!(field_type, Some(FieldType::LongText(_))) => {
                choices.extend(both(&choices))
            }
            _ => {}
        }
        Self {
            for_now: log.value(&place.record, &place.key),
            why: why_for_now(log, place),
            before: before(log, place),
            choices,
            more,
            new: new_value(field_type, place),
            place: place.clone(),
        }
    }
}

fn field_type(log: &Log, place: &ConflictPlace) -> Option<FieldType> {
    let template = log.schema().template(place.record.kind())?;
    Some(template.field(place.key.as_str())?.field_type)
}

/// Who wrote something.
pub fn told(log: &Log, write: &Live<'_>) -> Provenance {
    let change = write.change;
    Provenance {
        author: identity::signer(log, change),
        on_behalf_of: change.on_behalf_of.as_deref().map(str::to_owned),
        time_ms: (change.time != 0).then_some(change.time),
        note: change.note.as_deref().map(str::to_owned),
    }
}

/// The values written, and how many more than are shown.
pub fn values(log: &Log, place: &ConflictPlace) -> (Vec<Alternative>, usize) {
    let mut choices: Vec<Alternative> = Vec::new();
    let mut places: HashMap<&Value, usize> = HashMap::new();
    let live = log.live(&place.record, &place.key);
    for write in &live {
        let next = places.len();
        let at = *places.entry(write.value).or_insert(next);
        if at == choices.len() && at < SHOWN {
            let meaning = match place.key.as_str() {
                DELETED if write.value.is_true() => Meaning::Delete,
                DELETED => Meaning::Keep,
                _ => Meaning::Value,
            };
            choices.push(Alternative::offered(write.value.clone(), meaning));
        }
        match choices.get_mut(at) {
            Some(choice) if choice.told.len() < SHOWN => {
                let write = origin(log, &place.record, &place.key, write);
                choice.told.push(told(log, &write));
            }
            Some(choice) => choice.more_told += 1,
            None => {}
        }
    }
    let more = places.len() - choices.len();
    (choices, more)
}

/// A deletion that somebody's edit contradicts can always be taken back.
fn add_keep(choices: &mut Vec<Alternative>) {
    if choices.len() < 2 {
        choices.push(Alternative::offered(Value::Null, Meaning::Keep));
    }
}

/// A locking state that had not seen an edit stands by it, or the form goes back.
fn add_back(log: &Log, place: &ConflictPlace, choices: &mut Vec<Alternative>) {
    for choice in choices.iter_mut() {
        choice.meaning = Meaning::StandBy;
    }
    let template = log.schema().template(place.record.kind());
    if let Some(states) = template.and_then(|template| template.states) {
        let first = Value::text(states.first().choice.key);
        choices.push(Alternative::offered(first, Meaning::Back));
    }
}

/// All texts, one under the other, each as its writer wrote it.
fn both(choices: &[Alternative]) -> Option<Alternative> {
    let texts: Vec<&str> = choices
        .iter()
        .filter_map(|choice| choice.value.as_text())
        .collect();
    (texts.len() > 1).then(|| Alternative::offered(Value::text(texts.join("\n")), Meaning::Both))
}

/// The latest value that stood for all who wrote the differing ones: what each of their writes goes back to. Nothing
/// where they share none. Of more writes than are shown, the first count.
pub fn before(log: &Log, place: &ConflictPlace) -> Option<(Value, Provenance)> {
    let live = log.live(&place.record, &place.key);
    let history = log.history(&place.record, &place.key);
    let mut shared: Option<BTreeSet<ChangeId>> = None;
    for write in live.iter().take(SHOWN) {
        let write = origin(log, &place.record, &place.key, write);
        let behind = behind(&history, &write);
        shared = Some(match shared {
            Some(shared) => shared.intersection(&behind).copied().collect(),
            None => behind,
        });
    }
    let shared = shared?;
    let mut latest_first = history.iter().rev();
    let before = latest_first.find(|write| shared.contains(&write.change.id))?;
    Some((before.value.clone(), told(log, before)))
}

/// Why the value that counts for now is shown everywhere: nobody has judged it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ForNow {
    /// Its writer had more of the project in hand than those of the others, and their clock says so, too.
    Later,
    /// They were written side by side; the numbers of the writers say which, on every copy the same.
    ByNumber,
}

/// Why the value that counts for now does. The times that stand beside the values must not say otherwise.
fn why_for_now(log: &Log, place: &ConflictPlace) -> ForNow {
    let live = log.live(&place.record, &place.key);
    let mut counted = live.iter().map(|one| (one.change.lamport, one.change.time));
    let first = counted.next().unwrap_or_default();
    match counted.all(|(count, time)| count < first.0 && time <= first.1) {
        true => ForNow::Later,
        false => ForNow::ByNumber,
    }
}

fn new_value(field_type: Option<FieldType>, place: &ConflictPlace) -> NewValue {
    if [DELETED, STATUS, PARENT, PREFILLED].contains(&place.key.as_str()) {
        return NewValue::Nothing;
    }
    match field_type {
        Some(FieldType::Set(_)) => NewValue::Element,
        Some(field_type) => NewValue::Typed(field_type),
        None => NewValue::Letters,
    }
}

/// A record and the field of it that an element of a set names, where the key is one.
pub fn element_of(log: &Log, place: &ConflictPlace) -> Option<RecordId> {
    let Some(FieldType::Set(kinds)) = field_type(log, place) else {
        return None;
    };
    let rest = FieldKey::rest(&place.key)?;
    let records = kinds
        .iter()
        .filter_map(|kind| format!("{kind}/{rest}").parse::<RecordId>().ok());
    let mut visible = records.filter(|record| log.is_visible(record));
    visible.next()
}

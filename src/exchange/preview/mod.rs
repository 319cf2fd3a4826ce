//! The look before taking: what files of one project bring, whose it is, what differs after, what is left out by
//! default. Pure: nothing is written until a person accepts the [`ImportBatches`].

mod batches;
mod clocks;
mod files;
mod gone;
mod people;
mod stakes;
mod state_after;
mod suspicions;
mod union;
mod weight;

pub use batches::ImportBatches;
pub use files::{FilePreview, Verdict};
pub use people::{FieldChange, KindCount, PersonPreview, Replaced, Signer};
pub use stakes::{Signature, Stake};
pub use state_after::After;
pub use suspicions::{SeveralAuthors, Suspicion, Twice};
pub use union::NewChange;
pub use weight::Weight;

use super::content::FileContent;
use super::json::ProjectInfo;
use crate::analysis::telling::Doing;
use crate::model::log::{Missing, Slot};
use crate::model::sort::gather;
use crate::model::template::{Schema, Template};
use crate::model::{Change, FieldKey, Log, ProjectId, RecordId, sort};
use std::collections::{BTreeMap, BTreeSet};

/// What the union of some files of one project would bring.
pub struct Preview {
    /// The project, with its name as the latest file has it.
    pub project: ProjectInfo,
    /// Whether the project is not here yet.
    pub is_first: bool,
    /// Changes not in force here, each once, in the one order; those left out by default too.
    pub items: Vec<NewChange>,
    /// How many changes of the files are in force here already, each once.
    pub known: usize,
    /// The files, in the order given.
    pub files: Vec<FilePreview>,
    /// The people, those with most changes first.
    pub people: Vec<PersonPreview>,
    /// Items left out by default, and why.
    pub left_out: BTreeMap<usize, Suspicion>,
    /// The state after taking everything but those.
    pub after: After,
    /// What comes in already replaced by somebody else's write.
    pub replaced: Vec<Replaced>,
    /// Ids with more than one content after taking.
    pub twice: Vec<Twice>,
    /// Replicas of new changes that claim more than one author.
    pub several_authors: Vec<SeveralAuthors>,
    /// Counts by kind of record.
    pub kinds: BTreeMap<String, KindCount>,
    /// Records new, gone to the recycle bin, and back from it, after taking.
    pub added: Vec<RecordId>,
    /// Records that taking hides.
    pub deleted: Vec<RecordId>,
    /// Records that taking brings back.
    pub restored: Vec<RecordId>,
    /// In force here only because something names them; taken into the batch all the same.
    lifted: Vec<Slot>,
    /// What of the files is in force here already, each once.
    known_slots: Vec<Slot>,
    /// How much was here when it was looked at.
    here: LogSize,
}

/// How much a log stores, and how much of it is in force: another one where somebody wrote, took or took back anything.
type LogSize = (usize, usize);

fn size_of(log: &Log) -> LogSize {
    (log.stored().count(), log.in_force().count())
}

/// Looks at files of one project. `log` is the project as it is here (the one the files were read with), or `None`
/// for a first arrival; `schema` and `seed` are then those of the log to come.
pub fn preview(
    log: Option<&Log>,
    schema: &'static Schema,
    seed: u64,
    files: Vec<(String, FileContent)>,
) -> Preview {
    let nothing = Log::new(schema, seed);
    let here = log.unwrap_or(&nothing);
    let union = union::Union::of(here, &files);
    let left_out = suspicions::left_out(here, &union, &files);
    let after = After::of(here, seed, &union.items, &gather(left_out.keys().copied()));
    let (people, replaced) = people::people(here, &after, &union.items);
    let changed = people::records(here, &after);
    Preview {
        project: newest_name(&files),
        is_first: log.is_none(),
        known: union.known.len(),
        twice: suspicions::twice(here, &union.items),
        several_authors: suspicions::several_authors(here, &union.items),
        kinds: changed.kinds,
        added: changed.added,
        deleted: changed.deleted,
        restored: changed.restored,
        lifted: union
            .known
            .iter()
            .copied()
            .filter(|slot| !here.is_in_batch_on(*slot))
            .collect(),
        files: files::files(here, &union, &after, files),
        known_slots: union.known,
        here: size_of(here),
        items: union.items,
        people,
        left_out,
        after,
        // In a first arrival everything is history.
        replaced: if log.is_some() { replaced } else { Vec::new() },
    }
}

/// Files by project, in the order of first appearance.
pub fn group(files: Vec<(String, FileContent)>) -> Vec<(ProjectId, Vec<(String, FileContent)>)> {
    let mut groups: Vec<(ProjectId, Vec<(String, FileContent)>)> = Vec::new();
    for file in files {
        let id = file.1.project.id;
        match groups.iter_mut().find(|(known, _)| *known == id) {
            Some((_, group)) => group.push(file),
            None => groups.push((id, vec![file])),
        }
    }
    groups
}

fn newest_name(files: &[(String, FileContent)]) -> ProjectInfo {
    let newest = files
        .iter()
        .map(|(_, content)| content)
        .max_by_key(|content| content.envelope.at);
    let nowhere = || ProjectInfo {
        id: ProjectId::from_bytes([0; 10]),
        name: String::new(),
    };
    newest.map_or_else(nowhere, |content| content.project.clone())
}

impl Preview {
    /// Whether the project here is as it was when the files were looked at: somebody may have gone on writing since,
    /// or another tab may have taken them.
    pub fn is_as_looked_at(&self, log: &Log) -> bool {
        size_of(log) == self.here
    }

    /// Changes not in force here.
    pub fn new_count(&self) -> usize {
        self.items.len()
    }

    /// What was done in what comes in, one for each thing that a person did something to. `log` is the project as it is
    /// here, `after` the state after taking all but `left`.
    pub fn doings(&self, log: Option<&Log>, after: &After, left: &Items) -> Vec<Doing> {
        let taken = self.items.iter().enumerate();
        let taken = taken
            .filter(|(at, _)| !left.contains(at))
            .map(|(_, item)| item);
        people::doings_of(log.unwrap_or(&after.log), after, taken)
    }

    /// The same of one file, by number: what is counted for it, and for no later file that holds it too.
    pub fn doings_of_file(&self, log: Option<&Log>, file: usize) -> usize {
        let Some(file) = self.files.get(file) else {
            return 0;
        };
        let own = file.counted.iter().map(|at| &self.items[*at]);
        let here = log.unwrap_or(&self.after.log);
        people::doings_of(here, &self.after, own).len()
    }

    /// Whether the files bring nothing.
    pub fn is_contained(&self) -> bool {
        self.items.is_empty()
    }

    /// Whether a file that is taken holds everything its writer had: taking it makes this copy whole, unless something
    /// of it is left out. `left` are the files that are not taken, by number.
    pub fn makes_whole(&self, left: &Items) -> bool {
        let lacking = self
            .left_out
            .keys()
            .filter_map(|item| self.items.get(*item));
        let lacking = lacking.flat_map(|item| item.files.iter().map(|(file, _)| *file));
        let lacking: Items = gather(lacking);
        let mut files = self.files.iter().enumerate();
        files.any(|(at, file)| {
            file.scope.is_whole() && !left.contains(&at) && !lacking.contains(&at)
        })
    }

    /// Whether a project would begin with nothing in it: everything in the files is left out.
    pub fn begins_empty(&self) -> bool {
        self.is_first && !self.is_contained() && self.left_out.len() == self.items.len()
    }

    /// The latest of the changes that are here already, at most so many, the latest last. `log` is the project as it
    /// is here.
    pub fn known_changes(&self, log: &Log, most: usize) -> Vec<Change> {
        let mut known: Vec<&Change> = self
            .known_slots
            .iter()
            .map(|slot| log.change(*slot))
            .collect();
        sort::sort_by(&mut known, |a, b| a.order(b));
        let from = known.len().saturating_sub(most);
        known[from..]
            .iter()
            .map(|change| (*change).clone())
            .collect()
    }

    /// Differences open after taking.
    pub fn conflicts(&self) -> usize {
        self.after.open.len()
    }

    /// What is missing after taking. `was_whole` says whether this copy is whole already.
    pub fn missing(&self, log: Option<&Log>, was_whole: bool) -> Vec<Missing> {
        suspicions::missing(
            log,
            &self.items,
            &self.left_by_default(),
            was_whole || self.makes_whole(&Items::new()),
        )
    }

    /// Whether the deletions want a second confirmation: more than 10, or more than 5 % of what is here (T7).
    pub fn deletes_much(&self, records_here: usize) -> bool {
        self.deleted.len() > 10 || self.deleted.len() * 20 > records_here.max(20)
    }

    /// What a record is called after taking, or here.
    pub fn title(&self, log: Option<&Log>, record: &RecordId) -> Option<String> {
        [Some(&self.after.log), log]
            .into_iter()
            .flatten()
            .find_map(|log| title(log, record))
    }
}

fn title(log: &Log, record: &RecordId) -> Option<String> {
    let template: Option<&Template> = log.schema().template(record.kind());
    let keys = template.map_or(["title", "name"].as_slice(), |template| {
        std::slice::from_ref(&template.name)
    });
    keys.iter().filter(|key| !key.is_empty()).find_map(|key| {
        log.value(record, &FieldKey::of(key))
            .as_text()
            .map(str::to_owned)
    })
}

/// Whether a copy is whole after taking files: made here or whole before, or one of them is.
pub fn is_whole_after<'a>(
    was_whole: bool,
    files: impl IntoIterator<Item = &'a FileContent>,
) -> bool {
    was_whole || files.into_iter().any(|content| content.scope.is_whole())
}

/// Item numbers.
type Items = BTreeSet<usize>;

//! A second oracle: the same histories in Automerge, one document per record, every write forked from what was shown.
//!
//! Each write puts its own number, for Automerge takes a value that is there already for no write at all.

use crate::oracle::{FactId, Facts};
use crate::people::{Mode, World};
use crate::schema::Reading;
use ::automerge::transaction::Transactable;
use ::automerge::{ActorId, AutoCommit, Change, ChangeHash, ROOT, ReadDoc};
use hepai::model::{FieldKey, RecordId};
use std::collections::{BTreeMap, BTreeSet};

type Place = (FactId, FieldKey);

/// Every cell of every copy holds the values that Automerge holds.
pub(crate) fn compare(world: &mut World) {
    // It knows neither lies nor two contents of one id.
    if world.mode != Mode::Honest || !world.chance(35) {
        return;
    }
    let written = replay(world);
    for who in 0..world.people.len() {
        let force = world.force(who);
        let mut cells = 0;
        for record in world.oracle.records(&force) {
            let Some(held) = document(world, &written, &force, &record) else {
                continue;
            };
            for key in world.oracle.cells(&force, Reading::Old, &record) {
                let person = &world.people[who];
                if person.reading == Reading::New && is_goal(&key) {
                    continue; // Two keys in one cell is not known there.
                }
                let ours: BTreeSet<FactId> = person
                    .log
                    .live(&record, &key)
                    .iter()
                    .map(|write| world.oracle.find(write.change))
                    .collect();
                let theirs: BTreeSet<FactId> = held
                    .get_all(ROOT, key.as_str())
                    .expect("the root is a map")
                    .into_iter()
                    .filter_map(|(value, _)| value.into_scalar().ok()?.as_u64()?.try_into().ok())
                    .collect();
                assert_eq!(
                    ours, theirs,
                    "Automerge holds other values in {record} {key} of P{who}"
                );
                cells += 1;
            }
        }
        world.count("cells equal to Automerge's", cells);
    }
}

/// Each write as a change of Automerge, made on a document that holds just what its writer was shown in that cell.
fn replay(world: &World) -> BTreeMap<Place, Change> {
    let mut documents: BTreeMap<RecordId, AutoCommit> = BTreeMap::new();
    let mut hashes: BTreeMap<Place, ChangeHash> = BTreeMap::new();
    let mut written = BTreeMap::new();
    for (id, fact) in world.oracle.facts.iter().enumerate() {
        let document = documents.entry(fact.change.record.clone()).or_default();
        for cell in &fact.change.cells {
            let shown = &fact.shown[&cell.key];
            // Under a newer version the shown value may stand under the older key.
            let keys = if is_goal(&cell.key) {
                vec![FieldKey::of("aim"), FieldKey::of("goal")]
            } else {
                vec![cell.key.clone()]
            };
            let hash_of = |shown: FactId| {
                keys.iter()
                    .find_map(|key| hashes.get(&(shown, key.clone())).copied())
            };
            let heads: Vec<ChangeHash> = shown.iter().filter_map(hash_of).collect();
            let mut fork = document.fork_at(&heads).expect("heads of this document");
            fork.set_actor(ActorId::from(
                [id.to_be_bytes().as_slice(), cell.key.as_str().as_bytes()].concat(),
            ));
            fork.put(ROOT, cell.key.as_str(), id as u64)
                .expect("the root is a map");
            let hash = fork.commit().expect("something was put");
            let change = fork.get_change_by_hash(&hash).expect("just made");
            document
                .apply_changes([change.clone()])
                .expect("its heads are here");
            hashes.insert((id, cell.key.clone()), hash);
            written.insert((id, cell.key.clone()), change);
        }
    }
    written
}

/// A record as Automerge holds it where just these changes have arrived. `None`: it waits for something missing.
fn document(
    world: &World,
    written: &BTreeMap<Place, Change>,
    force: &Facts,
    record: &RecordId,
) -> Option<AutoCommit> {
    let mut document = AutoCommit::new();
    for id in force
        .iter()
        .filter(|id| world.oracle.facts[*id].change.record == *record)
    {
        for cell in &world.oracle.facts[id].change.cells {
            document
                .apply_changes([written[&(id, cell.key.clone())].clone()])
                .expect("a change is applied or waits");
        }
    }
    document
        .get_missing_deps(&[])
        .is_empty()
        .then_some(document)
}

fn is_goal(key: &FieldKey) -> bool {
    matches!(key.as_str(), "aim" | "goal")
}

//! Who this browser says it is: a claim, kept per browser and project, never a lock.

use super::session::{IDENTITY, Session};
use crate::model::log::{OWN, Seen, Write};
use crate::model::{FieldKey, RecordId, Replica, Value};
use crate::templates::{identity, member};
use std::collections::BTreeSet;

impl Session {
    /// The member id or name that signs; nothing before somebody has said who they are.
    pub fn author(&self) -> Option<String> {
        self.inner()
            .borrow()
            .author
            .as_ref()
            .map(ToString::to_string)
    }

    /// The member who signs; nothing where it is only a name, or nobody.
    pub fn me(&self) -> Option<RecordId> {
        self.author()?
            .parse::<RecordId>()
            .ok()
            .filter(|author| author.kind() == member::KIND)
    }

    /// Another person acts here from now on, under a new replica. What was written here before anybody was named is
    /// attributed to them, by `identity/<replica>` records.
    pub fn set_author(&self, author: Option<String>) {
        self.end_visits();
        let author = author
            .filter(|author| !author.is_empty())
            .map(String::into_boxed_str);
        {
            let inner = self.inner();
            let mut inner = inner.borrow_mut();
            if inner.author == author {
                return;
            }
            inner.port.set_note(
                inner.project,
                IDENTITY,
                author.as_deref().unwrap_or_default(),
            );
            let before = std::mem::replace(&mut inner.author, author.clone());
            inner.stacks.change_hands(before, author.as_deref());
            inner.forget_replica();
        }
        if let Some(author) = author {
            let writes = self.unsigned().into_iter().map(|replica| Write {
                record: RecordId::of(&format!("{}/{replica}", identity::KIND)),
                key: FieldKey::of(identity::MEMBER),
                value: Value::text(&*author),
                seen: Seen::default(),
            });
            self.write(writes.collect(), None);
        }
        self.wake_all();
    }

    /// Replicas of this browser that wrote without an author and are not attributed yet.
    fn unsigned(&self) -> BTreeSet<Replica> {
        self.read(|log| {
            let mut all: BTreeSet<Replica> = BTreeSet::new();
            for slot in log.of_batch(OWN) {
                let change = log.change(slot);
                if change.author.is_none() {
                    all.insert(change.id.replica);
                }
            }
            all.retain(|replica| {
                let signed = RecordId::of(&format!("{}/{replica}", identity::KIND));
                log.value(&signed, &FieldKey::of(identity::MEMBER))
                    .is_empty()
            });
            all
        })
    }
}

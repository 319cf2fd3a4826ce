//! What another tab gave to localStorage: shown here at once, and called saved only once that tab tells that it is,
//! or, where it went away over it, once this one has written it.

use super::keys::ParsedKey;
use super::segment;
use super::store::Store;
use crate::model::ProjectId;

/// How long another tab may take to tell that what it wrote is safe, in milliseconds.
const PATIENCE_MS: u32 = 1_000;

impl Store {
    /// Another tab wrote an entry of localStorage.
    pub(super) fn heard_handed(&self, key: &str, text: &str) {
        let Some(project) = project_of(key).filter(|project| !self.has_far(*project, key, text))
        else {
            return;
        };
        let mark = self.mark(key, text);
        self.inner.doubts.handed.borrow_mut().insert(mark, project);
        self.tell_state();
        let store = self.clone();
        self.inner.host.spawn(Box::pin(async move {
            store.inner.host.sleep(PATIENCE_MS).await;
            if store
                .inner
                .doubts
                .handed
                .borrow_mut()
                .remove(&mark)
                .is_some()
            {
                store.doubt(project);
            }
        }));
    }

    /// Another tab tells that an entry is safe.
    pub(super) fn heard_safe(&self, key: &str, text: &str) {
        let Some(project) = project_of(key) else {
            return;
        };
        let mark = self.mark(key, text);
        self.inner.doubts.handed.borrow_mut().remove(&mark);
        let marks = self.marks_of(key, text);
        if let Some(shelved) = self.inner.projects.borrow_mut().get_mut(&project) {
            match ParsedKey::of(key) {
                ParsedKey::Segment(..) => shelved.far.extend(marks),
                _ => shelved.far_facts.extend(marks),
            }
        }
        self.tell_state();
    }

    fn has_far(&self, project: ProjectId, key: &str, text: &str) -> bool {
        let projects = self.inner.projects.borrow();
        let Some(shelved) = projects.get(&project) else {
            return false;
        };
        let held = match ParsedKey::of(key) {
            ParsedKey::Segment(..) => &shelved.far,
            _ => &shelved.far_facts,
        };
        self.marks_of(key, text)
            .iter()
            .all(|mark| held.contains(mark))
    }

    /// What an entry is known by in IndexedDB: its lines, or itself. What cannot be read is nothing.
    fn marks_of(&self, key: &str, text: &str) -> Vec<u64> {
        match (ParsedKey::of(key), segment::decode(text)) {
            (ParsedKey::Segment(..), Ok(found)) => {
                let marks = found.lines.iter().map(|line| self.mark(&found.batch, line));
                marks.collect()
            }
            (ParsedKey::Segment(..), Err(_)) => Vec::new(),
            _ => vec![self.fact_mark(key, text)],
        }
    }
}

/// The project of a segment or fact.
fn project_of(key: &str) -> Option<ProjectId> {
    match ParsedKey::of(key) {
        ParsedKey::Segment(project, _) | ParsedKey::Fact(project, _) => Some(project),
        _ => None,
    }
}

//! The open projects of a page: how one begins here, arrives with a file, is shown with what the near home holds and
//! completed from the far one. Knows no screen: that something is damaged is told to who listens.

use super::session::{Port, Session};
use crate::model::ProjectId;
use crate::storage::{Loaded, Store};
use crate::templates::SCHEMA;
use reactive_graph::owner::{LocalStorage, Owner, StoredValue};
use reactive_graph::traits::{UpdateValue, WithValue};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The open projects of a page. Copies are handles to the same ones; they live as long as the owner they are made
/// under.
#[derive(Clone, Copy)]
pub struct Projects(StoredValue<ProjectsInner, LocalStorage>);

struct ProjectsInner {
    store: Store,
    port: Rc<dyn Port>,
    tell_damage: Rc<dyn Fn(usize)>,
    owner: Owner,
    sessions: BTreeMap<ProjectId, Session>,
}

/// A project that was opened.
#[derive(Clone, Copy)]
pub struct Opened {
    pub session: Session,
    /// Whether the far home may hold more: to be asked by [`Projects::join_rest`] once the screen has been drawn.
    pub has_rest: bool,
}

impl Projects {
    /// None open yet. Sessions live as long as the owner of now; `tell_damage` hears how many pieces could not be read.
    pub fn new(store: Store, port: Rc<dyn Port>, tell_damage: impl Fn(usize) + 'static) -> Self {
        Self(StoredValue::new_local(ProjectsInner {
            store,
            port,
            tell_damage: Rc::new(tell_damage),
            owner: Owner::current().expect("projects are opened under an owner"),
            sessions: BTreeMap::new(),
        }))
    }

    /// The session of a project, if it is open already.
    pub fn opened(&self, project: ProjectId) -> Option<Session> {
        self.0
            .with_value(|inner| inner.sessions.get(&project).copied())
    }

    /// Every session that is open.
    pub fn all(&self) -> Vec<Session> {
        self.0
            .with_value(|inner| inner.sessions.values().copied().collect())
    }

    /// A project begins here: from now on what other tabs write in it is heard.
    pub fn begin(&self, project: ProjectId) -> Session {
        let store = self.store();
        store.load_now(project);
        store.begin(project);
        self.new_session(project)
    }

    /// A project of which a file is taken: as it is open, or with what another tab stored of it since.
    pub fn begin_arrival(&self, project: ProjectId) -> Opened {
        self.already(project).unwrap_or_else(|| {
            let near = self.store().load_now(project);
            let session = self.new_session(project);
            fill(session, near);
            let has_rest = true;
            Opened { session, has_rest }
        })
    }

    /// A project to be shown: with what the near home holds, where that is provably all; nothing where no home holds
    /// anything of it.
    pub async fn show(&self, project: ProjectId) -> Option<Opened> {
        if let Some(opened) = self.already(project) {
            return Some(opened);
        }
        let near = self.store().load_near(project).await;
        if let Some(opened) = self.already(project) {
            return Some(opened);
        }
        let (session, has_rest) = match near {
            None => (self.load(project).await?, false),
            Some(near) => {
                let session = self.new_session(project);
                fill(session, near);
                (session, true)
            }
        };
        Some(Opened { session, has_rest })
    }

    /// The session of a project with everything its homes hold; nothing where they hold nothing.
    pub async fn load(&self, project: ProjectId) -> Option<Session> {
        if let Some(session) = self.opened(project) {
            return Some(session);
        }
        let loaded = self.store().load(project).await;
        self.tell_damage(&loaded);
        if let Some(session) = self.opened(project) {
            return Some(session);
        }
        if loaded.batches.is_empty() {
            return None;
        }
        let session = self.new_session(project);
        fill(session, loaded);
        Some(session)
    }

    /// What the far home holds besides comes in.
    pub async fn join_rest(&self, session: Session) {
        let rest = self.store().load_rest(session.project()).await;
        self.tell_damage(&rest);
        session.join(rest.batches, &rest.switches, rest.whole);
    }

    /// A project that is taken away is no longer open.
    pub fn forget(&self, project: ProjectId) {
        self.0.update_value(|inner| {
            inner.sessions.remove(&project);
        });
    }

    fn already(&self, project: ProjectId) -> Option<Opened> {
        let session = self.opened(project)?;
        let has_rest = false;
        Some(Opened { session, has_rest })
    }

    /// A new, empty session; it lives as long as the page.
    fn new_session(&self, project: ProjectId) -> Session {
        let (owner, port) = self
            .0
            .with_value(|inner| (inner.owner.clone(), inner.port.clone()));
        let session = owner.with(|| Session::new(project, &SCHEMA, port));
        self.keep_open(session);
        session
    }

    pub(super) fn keep_open(&self, session: Session) {
        self.0.update_value(|inner| {
            inner.sessions.insert(session.project(), session);
        });
    }

    pub(super) fn store(&self) -> Store {
        self.0.with_value(|inner| inner.store.clone())
    }

    fn tell_damage(&self, loaded: &Loaded) {
        if !loaded.damaged.is_empty() {
            let tell = self.0.with_value(|inner| inner.tell_damage.clone());
            tell(loaded.damaged.len());
        }
    }
}

fn fill(session: Session, loaded: Loaded) {
    session.load(loaded.batches, &loaded.switches, loaded.whole);
}

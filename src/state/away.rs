//! A project that is taken out of this browser: gone from both homes, and for as long as the page lives on its way
//! back, since the page still holds all of it.

use super::projects::Projects;
use super::session::Session;
use crate::storage::ShelfError;

/// A project that was taken away, with all that the page still holds of it.
#[derive(Clone)]
pub struct TakenAway {
    session: Session,
    /// What this browser noted beside it, by name.
    notes: Vec<(String, String)>,
}

impl TakenAway {
    /// The session that holds its changes.
    pub const fn session(&self) -> Session {
        self.session
    }
}

impl Projects {
    /// Takes a project out of this browser.
    ///
    /// # Errors
    /// Where a home refuses; what that holds is still there, and opens as before.
    pub async fn take_away(&self, session: Session) -> Result<TakenAway, ShelfError> {
        let notes = session.facts("");
        self.forget(session.project());
        let removed = self.store().remove_project(session.project()).await;
        // Whoever asked for it meanwhile holds what is stored nowhere any more.
        self.forget(session.project());
        removed?;
        Ok(TakenAway { session, notes })
    }

    /// Writes a project that was taken away again, with what was noted beside it; it is open as before.
    pub fn put_back(&self, away: &TakenAway) {
        let (project, store) = (away.session.project(), self.store());
        store.load_now(project);
        store.begin(project);
        self.keep_open(away.session);
        let held = away.session.holdings();
        // Switches before what they hold back, and the mark of a whole copy after all of it.
        for (batch, number) in &held.switches {
            store.switch(project, batch, *number);
        }
        for (batch, changes) in &held.batches {
            store.append(project, batch, changes);
        }
        for (name, text) in &away.notes {
            store.set_note(project, name, text);
        }
        if held.whole {
            store.set_whole(project);
        }
    }
}

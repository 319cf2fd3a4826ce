//! A project begins in this browser: the one way in which the wizard, the copy of a plan and the sample make theirs.

use crate::model::ProjectId;
use crate::state::Session;
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::port;
use leptos::prelude::untrack;

/// Draws its id, opens it, writes what it begins with, and keeps its name for the list of projects.
pub(in crate::ui) fn begin(ui: Ui, write: impl FnOnce(Session)) -> Session {
    let mut bytes = [0; 10];
    port::random(&mut bytes);
    begin_as(ui, ProjectId::from_bytes(bytes), write)
}

/// The same under an id that was drawn already.
pub(in crate::ui) fn begin_as(ui: Ui, id: ProjectId, write: impl FnOnce(Session)) -> Session {
    let session = ui.projects.begin(id);
    let project = session.project();
    write(session);
    // Last: a copy that says it is whole is.
    ui.store().set_whole(project);
    let name = untrack(|| session.project_name());
    ui.store().set_note(project, "name", &name);
    session
}

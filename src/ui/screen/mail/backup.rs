//! 存备份: everything of a project as a file, from wherever one is.

use super::sending::save;
use crate::exchange::{Envelope, purpose};
use crate::model::ProjectId;
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::figures::CARD;
use crate::ui::screen::pages::card;
use crate::ui::texts;
use leptos::prelude::{GetUntracked, Update};

/// Saves it, and says where it lies.
pub(in crate::ui) async fn make((ui, project): (Ui, ProjectId)) {
    let Some(session) = ui.projects.load(project).await else {
        return;
    };
    let saved = save(ui, session, Envelope::of(purpose::BACKUP), None);
    let lang = ui.lang.get_untracked();
    let file = [("file", saved.file.as_str())];
    if saved.is_part {
        ui.notices
            .warn(texts::fill(texts::mail::BACKUP_PART, lang, &file));
        return;
    }
    ui.notices
        .info(texts::fill(texts::mail::BACKUP_SAVED, lang, &file));
    let counted = card::count(ui, session);
    ui.store().set_note(project, CARD, &counted.card);
    ui.projects_changed.update(|n| *n += 1);
}

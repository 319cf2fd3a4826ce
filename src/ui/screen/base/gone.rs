//! What is told of projects that are no longer where they were stored.

use super::context::Ui;
use crate::model::ProjectId;
use crate::ui::texts::{self, fill};
use leptos::prelude::{GetUntracked, Update, untrack};

impl Ui {
    /// A project that is open here went from this computer, or came back from this page.
    pub(in crate::ui) fn tell_of_loss(&self, project: ProjectId) {
        if self.open_session(project).is_none() {
            return;
        }
        let lang = self.lang.get_untracked();
        self.notices.error(if self.store().is_removed(project) {
            texts::frame::REMOVED_ELSEWHERE.text(lang).to_owned()
        } else {
            let name = untrack(|| self.project_name(project));
            fill(texts::frame::CAME_BACK, lang, &[("name", &name)])
        });
    }

    /// Projects went with the site's data while nobody had them open: they are named as they were shown.
    pub(in crate::ui) fn tell_of_lost(&self, projects: &[ProjectId]) {
        let lang = self.lang.get_untracked();
        let names = projects.iter().map(|project| self.project_name(*project));
        let names = untrack(|| names.collect::<Vec<_>>()).join(texts::LIST_SEPARATOR.text(lang));
        let places = [("names", &*names)];
        self.notices
            .error(fill(texts::frame::GONE_WITH_SITE_DATA, lang, &places));
        self.projects_changed.update(|n| *n += 1);
    }
}

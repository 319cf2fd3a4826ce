//! 从旧项目复制: another project with the plan of this one, its dates moved to next Monday.

use super::context::Ui;
use super::{founding, port, texts};
use crate::analysis::copy::copy;
use crate::analysis::start::defaults;
use crate::model::ProjectId;
use crate::state::Page;
use leptos::prelude::GetUntracked;

/// Makes the copy and opens it.
pub(super) async fn make(ui: Ui, from: ProjectId) {
    let lang = ui.lang.get_untracked();
    let Some(old) = ui.load_session(from).await else {
        return;
    };
    if old.is_unread() {
        ui.notices.warn(texts::UNREAD_NOT_NOW.text(lang).to_owned());
        return;
    }
    let name = ui.project_name(from);
    let name = texts::fill(texts::COPY_OF, lang, &[("name", &name)]);
    let start = defaults(port::now().date_naive(), lang).start;
    let Some(records) = old.read(|log| copy(log, &name, start)) else {
        ui.notices
            .warn(texts::NOTHING_TO_COPY.text(lang).to_owned());
        return;
    };
    let session = founding::found(ui, |session| {
        session.begin_project(&records);
    });
    ui.go(session.project(), Page::Kind("charter".to_owned()));
    ui.notices.info(texts::COPIED_PROJECT.text(lang).to_owned());
}

//! Another project made of one that is here. 从旧项目复制: with its plan, the dates moved to next Monday. 作为另一个项目
//! 打开: with everything as it stands, without its history (干净副本).

use super::new_project;
use crate::analysis::begin::copy::copy;
use crate::analysis::begin::start::defaults;
use crate::exchange::{Seed, clean_copy};
use crate::model::{Log, ProjectId};
use crate::state::{Page, Session};
use crate::templates::{SCHEMA, charter};
use crate::ui::screen::base::context::Ui;
use crate::ui::screen::base::port;
use crate::ui::texts;
use leptos::prelude::GetUntracked;

/// Opens what stands in a project as another one: old files never merge into it, and its changes are numbered anew.
pub(in crate::ui) fn clean(ui: Ui, old: Session) {
    if old.is_unread() {
        let said = texts::start::UNREAD_NOT_NOW.text(ui.lang.get_untracked());
        ui.notices.warn(said.to_owned());
        return;
    }
    let log = old.read(|log| Log::of(&SCHEMA, 0, log.in_force().cloned()));
    clean_of(ui, &log, old.project(), old.author());
}

/// The same of changes that are not here: what files bring for a project.
pub(in crate::ui) fn clean_of(ui: Ui, log: &Log, origin: ProjectId, author: Option<String>) {
    let mut random = [0; 20];
    port::random(&mut random);
    let seed = Seed {
        random,
        time: ui.now().timestamp_millis(),
        author: author.clone(),
    };
    let copy = clean_copy(log, origin, &seed);
    let session = new_project::begin_as(ui, copy.id, |session| {
        session.begin_copy(copy.changes, author);
    });
    ui.go(session.project(), Page::Overview);
    let lang = ui.lang.get_untracked();
    let said = match copy.undecided.len() {
        0 => texts::start::OPENED_AS_ANOTHER.text(lang).to_owned(),
        n => texts::fill(
            texts::start::OPENED_UNDECIDED,
            lang,
            &[("n", &n.to_string())],
        ),
    };
    ui.notices.info_there(said);
}

/// Makes the copy and opens it.
pub(in crate::ui) async fn make((ui, from): (Ui, ProjectId)) {
    let lang = ui.lang.get_untracked();
    let Some(old) = ui.projects.load(from).await else {
        return;
    };
    if old.is_unread() {
        ui.notices
            .warn(texts::start::UNREAD_NOT_NOW.text(lang).to_owned());
        return;
    }
    let name = ui.project_name(from);
    let name = texts::fill(texts::start::COPY_OF, lang, &[("name", &name)]);
    let start = defaults(ui.now().date_naive(), lang).start;
    let Some(records) = old.read(|log| copy(log, &name, start)) else {
        ui.notices
            .warn(texts::start::NOTHING_TO_COPY.text(lang).to_owned());
        return;
    };
    let session = new_project::begin(ui, |session| {
        session.begin_project(&records);
    });
    ui.go(session.project(), Page::Kind(charter::KIND.to_owned()));
    ui.notices
        .info_there(texts::start::COPIED_PROJECT.text(lang).to_owned());
}

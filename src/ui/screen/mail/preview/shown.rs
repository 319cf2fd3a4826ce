//! One preview as all its parts are drawn from it: what came, beside which project, what was answered so far, and what
//! the files that are ticked would do.

use super::outlook::{Outlook, outlook};
use super::whose::Whose;
use crate::exchange::Preview;
use crate::state::Session;
use crate::ui::screen::base::arrival::Answers;
use crate::ui::screen::base::composer::kept_line;
use crate::ui::screen::base::context::Ui;
use leptos::prelude::*;
use std::rc::Rc;

/// A preview with what its parts need to be written.
#[derive(Clone, Copy)]
pub(super) struct Shown {
    pub(super) ui: Ui,
    pub(super) preview: StoredValue<Rc<Preview>, LocalStorage>,
    /// The project that is here already.
    pub(super) session: Option<Session>,
    pub(super) answers: Answers,
    /// What the files that are ticked would do.
    pub(super) outlook: Memo<Outlook>,
}

impl Shown {
    /// What came, beside a project.
    pub(super) fn of(
        ui: Ui,
        preview: &Rc<Preview>,
        session: Option<Session>,
        answers: Answers,
    ) -> Self {
        Self {
            ui,
            preview: StoredValue::new_local(Rc::clone(preview)),
            session,
            answers,
            outlook: outlook(preview, session, answers),
        }
    }

    /// Who is who, the answers given so far supposed.
    pub(super) fn with_whose<T>(self, draw: impl FnOnce(&Whose<'_>) -> T) -> T {
        self.preview.with_value(|preview| {
            let said = self.answers.said(self.ui, self.session, preview);
            draw(&Whose {
                ui: self.ui,
                said: &said,
                preview,
            })
        })
    }

    /// What is searched in these files, also when they are looked at again after the page was loaded anew.
    pub(super) fn searched(self) -> RwSignal<String> {
        let Some(session) = self.session else {
            return RwSignal::new(String::new());
        };
        let names = self.preview.with_value(|preview| {
            let names: Vec<&str> = preview.files.iter().map(|file| &*file.name).collect();
            names.join("/")
        });
        let line = kept_line(self.ui, session, &format!("preview/{names}"));
        let (incoming, project) = (self.ui.incoming, session.project());
        on_cleanup(move || {
            let is_there = incoming
                .arrivals
                .with_untracked(|all| all.iter().any(|one| one.project == project));
            if !is_there {
                line.set(String::new());
            }
        });
        line
    }
}

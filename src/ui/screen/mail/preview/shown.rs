//! One preview as all its parts are drawn from it: what came, beside which project, what was answered so far, and what
//! the files that are ticked would do.

use super::outlook::{Outlook, outlook};
use super::whose::Whose;
use crate::exchange::Preview;
use crate::state::Session;
use crate::ui::screen::base::arrival::Answers;
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
}

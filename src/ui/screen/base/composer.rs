//! Lines that count only once a button says so: what is typed into them stays when their place goes, and whoever comes
//! back is told that it is still to be noted.

use super::context::Ui;
use super::pieces::when;
use crate::state::Session;
use crate::ui::texts;
use leptos::prelude::*;

/// What is being said at a place of the open project: the same whenever it is asked for.
pub(in crate::ui) fn unsaid<T: Copy + 'static>(
    ui: Ui,
    session: Session,
    place: String,
    new: impl FnOnce() -> T,
) -> T {
    ui.unsaid.at(session.project(), place, new)
}

/// Lines that open with a button and close when they are noted or given up.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Composer<const N: usize> {
    is_open: RwSignal<bool>,
    is_resumed: RwSignal<bool>,
    /// The letters of each line.
    pub(in crate::ui) lines: [RwSignal<String>; N],
}

impl<const N: usize> Composer<N> {
    /// The one at that place; open where somebody left it half said.
    pub(in crate::ui) fn at(ui: Ui, session: Session, place: String) -> Self {
        let one = unsaid(ui, session, place, || Self {
            is_open: RwSignal::new(false),
            is_resumed: RwSignal::new(false),
            lines: std::array::from_fn(|_| RwSignal::new(String::new())),
        });
        let is_begun = one.is_open.get_untracked() && one.is_begun();
        one.is_open.set(is_begun);
        one.is_resumed.set(is_begun);
        one
    }

    /// Whether it is open; watched.
    pub(in crate::ui) fn is_open(self) -> bool {
        self.is_open.get()
    }

    /// Opens it with these letters, unless some stand there.
    pub(in crate::ui) fn begin(self, letters: [String; N]) {
        if !self.is_begun() {
            for (line, letters) in self.lines.into_iter().zip(letters) {
                line.set(letters);
            }
        }
        self.is_open.set(true);
    }

    /// It is noted or given up.
    pub(in crate::ui) fn end(self) {
        self.is_open.set(false);
        self.is_resumed.set(false);
        self.lines
            .into_iter()
            .for_each(|line| line.set(String::new()));
    }

    fn is_begun(self) -> bool {
        let has_letters =
            |line: &RwSignal<String>| line.with_untracked(|text| !text.trim().is_empty());
        self.lines.iter().any(has_letters)
    }

    /// Says that it was left half said, as long as it stands there so.
    pub(in crate::ui) fn still_here(self, ui: Ui) -> impl IntoView + use<N> {
        still_here(ui, self.is_resumed)
    }
}

/// Says of what one comes back to that it is not noted yet.
pub(in crate::ui) fn still_here(ui: Ui, is_resumed: RwSignal<bool>) -> impl IntoView {
    when(
        move || is_resumed.get(),
        move || {
            view! {
                <span class="hint" role="status" data-testid="half-said">{ui.t(texts::forms::HALF_SAID)}</span>
            }
        },
    )
}

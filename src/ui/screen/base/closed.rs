//! Whether the open project is closed, so that its pages show text in place of controls.

use crate::state::Session;
use leptos::prelude::*;

#[derive(Clone, Copy)]
struct IsClosed(Memo<bool>);

/// Follows it for all pages of a project.
pub(in crate::ui) fn provide(session: Session) -> Memo<bool> {
    let is_closed = Memo::new(move |_| session.is_closed());
    provide_context(IsClosed(is_closed));
    is_closed
}

/// Whether the project around is closed; never where there is none.
pub(in crate::ui) fn is_closed() -> Signal<bool> {
    use_context::<IsClosed>().map_or_else(|| Signal::stored(false), |IsClosed(memo)| memo.into())
}

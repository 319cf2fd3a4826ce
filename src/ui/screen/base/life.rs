//! Work that is done later: what belongs to a screen goes with it, what outlives it takes only what lives as long as
//! the page.
//!
//! Architecture invariant: nothing else in the screens starts a timer, a frame or a task (`tests/architecture.rs`
//! lists the exceptions), for whatever runs later may find that its screen is gone.

use super::context::Ui;
use crate::model::{ProjectId, RecordId};
use crate::state::Session;
use leptos::prelude::{
    GetUntracked, IsDisposed, Set, SetValue, StoredValue, UpdateValue, WithValue,
    request_animation_frame, set_timeout,
};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

/// Whether the screen that asked is still there. Asked outside of one, by the page itself: always.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Here(StoredValue<()>);

impl Here {
    /// The screen that is being drawn, or whose handler runs.
    pub(in crate::ui) fn now() -> Self {
        Self(StoredValue::new(()))
    }

    /// Whether it is still there.
    pub(in crate::ui) fn is(self) -> bool {
        !self.0.is_disposed()
    }
}

impl Default for Here {
    fn default() -> Self {
        Self::now()
    }
}

/// Does it at the next frame, if the screen is still there.
pub(in crate::ui) fn next_frame(act: impl FnOnce() + 'static) {
    let here = Here::now();
    request_animation_frame(move || {
        if here.is() {
            act();
        }
    });
}

/// Does it at the next frame, whatever becomes of the screen.
pub(in crate::ui) fn then_at_next_frame<T: Lasting>(given: T, act: fn(T)) {
    request_animation_frame(move || act(given));
}

/// Goes on for as long as the screen is there: what asks the browser for something that only this screen shows.
pub(in crate::ui) fn while_here(work: impl Future<Output = ()> + 'static) {
    leptos::task::spawn_local(WhileHere {
        here: Here::now(),
        work: Box::pin(work),
    });
}

struct WhileHere {
    here: Here,
    work: Pin<Box<dyn Future<Output = ()>>>,
}

impl Future for WhileHere {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        if self.here.is() {
            self.work.as_mut().poll(context)
        } else {
            Poll::Ready(())
        }
    }
}

/// What lives as long as the page, or is plain: nothing of a screen is.
pub(in crate::ui) trait Lasting: 'static {}

impl Lasting for Ui {}
impl Lasting for Session {}
impl Lasting for ProjectId {}
impl Lasting for RecordId {}
impl Lasting for String {}
impl Lasting for bool {}
impl Lasting for crate::ui::screen::frame::deeds::Deed {}
impl Lasting for crate::ui::screen::mail::incoming::Source {}
impl<T: Lasting> Lasting for Vec<T> {}
impl<A: Lasting, B: Lasting> Lasting for (A, B) {}
impl<A: Lasting, B: Lasting, C: Lasting> Lasting for (A, B, C) {}

/// Goes on whatever becomes of the screen: what was asked for is done. It can take hold of nothing of the screen, being
/// a function by its name and given only what lasts.
pub(in crate::ui) fn to_the_end<T: Lasting, W: Future<Output = ()> + 'static>(
    given: T,
    work: fn(T) -> W,
) {
    leptos::task::spawn_local(work(given));
}

/// The same, and then something of the screen, if it is still there.
pub(in crate::ui) fn to_the_end_then<T: Lasting, W: Future<Output = ()> + 'static>(
    given: T,
    work: fn(T) -> W,
    act: impl FnOnce() + 'static,
) {
    let here = Here::now();
    leptos::task::spawn_local(async move {
        work(given).await;
        if here.is() {
            act();
        }
    });
}

/// Does it after a while, whatever becomes of the screen.
pub(in crate::ui) fn after<T: Lasting>(milliseconds: u64, given: T, act: fn(T)) {
    set_timeout(move || act(given), Duration::from_millis(milliseconds));
}

impl Ui {
    /// The next page begins with the caret at the first of these.
    pub(in crate::ui) fn focus_there(&self, selectors: String) {
        self.focus.set_value(Some(selectors));
    }

    /// Where the caret begins on a new page.
    pub(in crate::ui) fn take_focus(&self) -> String {
        let focus = self.focus.try_update_value(Option::take).flatten();
        focus.unwrap_or_else(|| "main".to_owned())
    }

    /// Runs for the page as a whole: what is made in it stays.
    pub(in crate::ui) fn for_the_page<T>(&self, act: impl FnOnce() -> T) -> T {
        let owner = self.owner.with_value(Clone::clone);
        owner.with(act)
    }

    /// One more control holds letters that are not yet written, or one less.
    pub(in crate::ui) fn draft(&self, begins: bool) {
        let now = self.drafts.get_untracked();
        self.drafts.set(if begins {
            now + 1
        } else {
            now.saturating_sub(1)
        });
    }
}

//! Work that is done later: what belongs to a screen goes with it, what outlives it takes only what lives as long as
//! the page.
//!
//! Architecture invariant: nothing else in the screens starts a timer, a frame or a task (`tests/architecture.rs`
//! lists the exceptions), for whatever runs later may find that its screen is gone.

use crate::model::{ProjectId, RecordId};
use crate::state::Session;
use leptos::prelude::{IsDisposed, StoredValue, request_animation_frame, set_timeout};
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

impl Lasting for Session {}
impl Lasting for ProjectId {}
impl Lasting for RecordId {}
impl Lasting for String {}
impl Lasting for bool {}
impl Lasting for usize {}
impl Lasting for i64 {}
impl Lasting for crate::ui::screen::base::deed::Deed {}
impl Lasting for crate::ui::screen::base::arrival::Source {}
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

/// Does it once a second, for as long as the screen is there and it answers that it goes on.
pub(in crate::ui) fn each_second(act: impl FnMut() -> bool + 'static) {
    tick(Here::now(), Box::new(act));
}

fn tick(here: Here, mut act: Box<dyn FnMut() -> bool>) {
    let next = move || {
        if here.is() && act() {
            tick(here, act);
        }
    };
    set_timeout(next, Duration::from_secs(1));
}

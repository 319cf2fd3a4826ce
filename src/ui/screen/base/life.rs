//! Work that is done later: what belongs to a screen goes with it, what outlives it takes only what lives as long as
//! the page.
//!
//! Architecture invariant: nothing else in the screens starts a timer, a frame or a task, or hears the window
//! (`tests/architecture.rs` lists the exceptions), for whatever runs later may find that its screen is gone.

use crate::model::{ProjectId, RecordId};
use crate::state::Session;
use leptos::ev::{Custom, EventDescriptor};
use leptos::prelude::{
    Dispose, GetValue, Owner, StoredValue, WeakOwner, on_cleanup, request_animation_frame,
    set_timeout, window_event_listener,
};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

/// The screen that asked, as long as it is there. Asked outside of one, by the page itself: always.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Here(StoredValue<Option<WeakOwner>>);

impl Here {
    /// The screen that is being drawn, or whose handler runs.
    pub(in crate::ui) fn now() -> Self {
        Self(StoredValue::new(
            Owner::current().map(|owner| owner.downgrade()),
        ))
    }

    /// Does it as a handler of the screen would, so that what is begun by it goes with the screen, too; nothing where
    /// the screen is gone.
    pub(super) fn act<T>(self, act: impl FnOnce() -> T) -> Option<T> {
        let owner = self.0.try_get_value()?;
        Some(match owner.and_then(|owner| owner.upgrade()) {
            Some(owner) => owner.with(act),
            None => act(),
        })
    }

    /// Does it at the next frame, if the screen is still there.
    pub(in crate::ui) fn at_next_frame(self, act: impl FnOnce() + 'static) {
        request_animation_frame(move || {
            self.act(act);
        });
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
    here.at_next_frame(move || {
        here.0.dispose();
        act();
    });
}

/// Hears something of the window, as a handler of the screen, for as long as the screen is there.
pub(in crate::ui) fn hear<E: EventDescriptor + 'static>(
    event: E,
    act: impl Fn(E::EventType) + 'static,
) where
    E::EventType: wasm_bindgen::JsCast,
{
    let here = Here::now();
    let listener = window_event_listener(event, move |event| {
        here.act(|| act(event));
    });
    on_cleanup(move || listener.remove());
}

/// The same, of several things that have no type of their own.
pub(in crate::ui) fn hear_any(
    names: &[&'static str],
    act: impl Fn(web_sys::Event) + Clone + 'static,
) {
    for name in names {
        hear(Custom::new(*name), act.clone());
    }
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
        let here = self.here;
        let poll = here.act(|| self.work.as_mut().poll(context));
        poll.unwrap_or(Poll::Ready(()))
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
        here.act(act);
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
        if here.act(&mut act) == Some(true) {
            tick(here, act);
        }
    };
    set_timeout(next, Duration::from_secs(1));
}

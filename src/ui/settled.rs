//! What is counted over the whole project is counted anew when typing rests, not at every key press. The dearer the
//! counting, the longer it waits, so that a large project stays as quick to type in as a small one.

use super::dom::Pause;
use crate::state::Session;
use leptos::prelude::*;

/// The shortest rest, in milliseconds; the first one, while a project opens, is longer.
const REST_MS: i32 = 80;
const FIRST_REST_MS: i32 = 250;
/// So many times as long as the counting took last time.
const PATIENCE: f64 = 20.0;
/// The longest rest.
const LONGEST_MS: f64 = 3000.0;

#[derive(Clone, Copy)]
pub(super) struct Settled {
    count: RwSignal<usize>,
    cost_ms: StoredValue<f64>,
}

/// Makes the count of a project page.
pub(super) fn provide(session: Session) {
    let settled = Settled {
        count: RwSignal::new(0),
        cost_ms: StoredValue::new(0.0),
    };
    let pause = StoredValue::new_local(Pause::default());
    Effect::new(move |_| {
        session.watch(|_| ());
        let _ = session.fact("");
        let wait = settled.wait();
        pause.with_value(|pause| {
            pause.start(wait, move || {
                let _ = settled.cost_ms.try_set_value(0.0);
                let _ = settled.count.try_update(|count| *count += 1);
            });
        });
    });
    provide_context(settled);
}

/// The rest of this project's page.
pub(super) fn settled() -> Settled {
    use_context::<Settled>().expect("a project page provides its rest")
}

impl Settled {
    fn wait(self) -> i32 {
        if self.count.get_untracked() == 0 {
            return FIRST_REST_MS;
        }
        #[expect(
            clippy::cast_possible_truncation,
            reason = "bounded by the longest rest"
        )]
        let patient = (self.cost_ms.get_value() * PATIENCE).min(LONGEST_MS) as i32;
        patient.max(REST_MS)
    }

    /// Follows the rests, for what a page shows as its own.
    pub(super) fn version(self) -> usize {
        self.count.get()
    }

    /// A figure over the whole project: its least value until the project rests for the first time, then counted at
    /// every rest.
    pub(super) fn memo<T>(self, count: impl Fn() -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: Default + PartialEq + Send + Sync + 'static,
    {
        Memo::new(move |_| {
            if self.count.get() == 0 {
                return T::default();
            }
            let start = js_sys::Date::now();
            let figure = untrack(&count);
            self.cost_ms
                .update_value(|cost| *cost += js_sys::Date::now() - start);
            figure
        })
    }
}

//! What is counted over the whole project is counted anew when typing rests, not at every key press. The dearer the
//! counting, the longer it waits, so that a large project stays as quick to type in as a small one.

use super::context::{Ui, ui};
use super::counts::Counts;
use super::dom::Pause;
use super::door;
use crate::state::Session;
use leptos::prelude::*;

/// The shortest rest, in milliseconds; the first one, while a project opens, is longer.
const REST_MS: i32 = 80;
const FIRST_REST_MS: i32 = 250;
/// So many times as long as the counting took last time.
const PATIENCE: f64 = 20.0;
/// The longest rest.
const LONGEST_MS: f64 = 3000.0;

/// The fact of this browser that holds the line of a project in the list.
pub(in crate::ui) const CARD: &str = "card";

/// The figures of a project page, and how often it has rested.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Figures {
    rests: RwSignal<usize>,
    counts: Memo<Counts>,
}

/// Makes the figures of a project page.
pub(in crate::ui) fn provide(session: Session) {
    let ui = ui();
    let rests = RwSignal::new(0);
    let cost_ms = StoredValue::new(0.0);
    let counts = Memo::new(move |last: Option<&Counts>| {
        if rests.get() == 0 || !door::has_arrived(ui) {
            return Counts::default();
        }
        ui.lang.track();
        let start = js_sys::Date::now();
        let counts = untrack(|| door::counts(ui, session));
        cost_ms.set_value(js_sys::Date::now() - start);
        if !counts.card.is_empty() && last.is_none_or(|last| last.card != counts.card) {
            keep_card(ui, session, &counts.card);
        }
        counts
    });
    let pause = StoredValue::new_local(Pause::default());
    Effect::new(move |_| {
        session.watch(|_| ());
        let _ = (session.fact(""), session.now());
        // Letters that wait to be written are counted when they are; before, the next key would wait for the counting.
        if ui.drafts.get() > 0 {
            pause.with_value(Pause::stop);
            return;
        }
        let wait = if rests.get_untracked() == 0 {
            FIRST_REST_MS
        } else {
            patient_ms(cost_ms.get_value())
        };
        pause.with_value(|pause| {
            pause.start(wait, move || {
                let _ = rests.try_update(|rests| *rests += 1);
            });
        });
    });
    provide_context(Figures { rests, counts });
}

/// Keeps the line of the list of projects. Only what changed on this page is written: two tabs that sign differently
/// would else write theirs over the other's for ever.
fn keep_card(ui: Ui, session: Session, card: &str) {
    let project = session.project();
    if ui.store().note(project, CARD).as_deref() != Some(card) {
        ui.store().set_note(project, CARD, card);
    }
}

#[expect(
    clippy::cast_possible_truncation,
    reason = "bounded by the longest rest"
)]
fn patient_ms(cost_ms: f64) -> i32 {
    ((cost_ms * PATIENCE).min(LONGEST_MS) as i32).max(REST_MS)
}

/// The figures of this project's page.
pub(in crate::ui) fn figures() -> Figures {
    use_context::<Figures>().expect("a project page provides its figures")
}

impl Figures {
    /// Follows the rests, for what a page shows as its own.
    pub(in crate::ui) fn version(self) -> usize {
        self.rests.get()
    }

    /// The figures as of the last rest; all nothing before the first one.
    pub(in crate::ui) fn counts(self) -> Memo<Counts> {
        self.counts
    }
}

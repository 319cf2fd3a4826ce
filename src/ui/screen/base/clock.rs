//! The day goes on while the page is open, and a clock may jump: looked at when somebody comes back, before printing,
//! at midnight, and now and then.

use super::context::Ui;
use super::life;
use super::port::{self, clock};
use crate::model::Moment;
use crate::state::Session;
use leptos::prelude::{GetUntracked, Set, Track};

/// Milliseconds between two looks at the clock, and after midnight.
const LOOK_MS: u32 = 60_000;
const AFTER_MIDNIGHT_MS: u32 = 50;

/// Looks at the clock from now on.
pub(in crate::ui) fn follow(ui: Ui) {
    let moments = ["visibilitychange", "focus", "pageshow", "beforeprint"];
    life::hear_any(&moments, move |_| ui.look_at_clock());
    look_again(ui);
}

fn look_again(ui: Ui) {
    let rest_ms = port::until_midnight_ms() + AFTER_MIDNIGHT_MS;
    life::after(rest_ms.min(LOOK_MS).into(), ui, |ui| {
        ui.look_at_clock();
        look_again(ui);
    });
}

impl Ui {
    /// Now, in the person's time zone; watches the day, so that whatever is dated follows it.
    pub(in crate::ui) fn now(self) -> Moment {
        self.today.track();
        clock()
    }

    /// Looks whether it is another day by now, and tells what is dated, on this page and in the open projects.
    pub(in crate::ui) fn look_at_clock(self) {
        let today = clock().date_naive();
        if self.today.get_untracked() != today {
            self.today.set(today);
        }
        self.projects.all().iter().for_each(Session::look_at_clock);
    }
}

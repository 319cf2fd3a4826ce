//! The window of a list that may be long: which of its lines are drawn. On paper it is wider. Draws nothing.

use leptos::prelude::{Get, GetUntracked, RwSignal, Set, Signal, Update};

/// Lines drawn on paper; what is beyond is counted there.
const ON_PAPER: usize = 1_000;

/// What a list stands in, which says what a line of it is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::ui) enum Within {
    /// `ul` or `ol`.
    List,
    /// `tbody`.
    Table,
    /// Anything else.
    Page,
}

/// Which part of a list is drawn.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Window {
    pub(super) within: Within,
    /// So many lines are drawn at first, and so many more each time.
    pub(super) step: usize,
    /// A list up to this length is drawn whole.
    whole: usize,
    /// The number of the first line drawn, and of the one behind the last.
    drawn: RwSignal<(usize, usize)>,
    on_paper: RwSignal<bool>,
}

/// The window of a list of so many lines, and whether its upper edge is meant.
pub(in crate::ui) type Edge = (Window, Signal<usize>, bool);

impl Window {
    /// The first lines of a list: so many, and all where it is no longer than that.
    pub(super) fn new(within: Within, step: usize, whole: usize, on_paper: RwSignal<bool>) -> Self {
        Self {
            within,
            step,
            whole,
            drawn: RwSignal::new((0, step)),
            on_paper,
        }
    }

    /// The numbers of the lines drawn, of so many.
    pub(super) fn range(self, count: usize) -> (usize, usize) {
        if self.on_paper.get() {
            return (0, count.min(ON_PAPER));
        }
        if count <= self.whole {
            return (0, count);
        }
        let (from, to) = self.drawn.get();
        let to = to.min(count);
        // A list that became shorter still fills its window.
        (from.min(to.saturating_sub(self.step)), to)
    }

    /// Brings a line into the window; what was far from it is no longer drawn.
    pub(in crate::ui) fn reveal(self, at: usize) {
        let (from, to) = self.drawn.get_untracked();
        if at < from || at >= to {
            let from = at.saturating_sub(self.step / 2);
            self.drawn.set((from, from + self.step));
        }
    }

    /// How many lines lie outside, before or behind what is drawn.
    pub(super) fn outside(self, count: usize, is_before: bool) -> usize {
        let (from, to) = self.range(count);
        if is_before { from } else { count - to }
    }

    /// Draws one step more.
    pub(super) fn widen(self, is_before: bool) {
        self.drawn.update(|(from, to)| {
            if is_before {
                *from = from.saturating_sub(self.step);
            } else {
                *to += self.step;
            }
        });
    }
}

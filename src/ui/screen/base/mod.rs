//! What every screen stands on: the services of the page, messages, small parts of views. Knows no form and no page.

pub(super) mod arrival;
pub(super) mod behind;
pub(super) mod chart;
pub(in crate::ui) mod chart_spots;
pub(super) mod clipboard;
pub(super) mod clock;
pub(super) mod closed;
pub(super) mod composer;
pub(super) mod context;
pub(super) mod counts;
pub(super) mod deed;
pub(super) mod dom;
pub(super) mod door;
pub(super) mod esc_back;
pub(super) mod figures;
pub(super) mod focus;
pub(super) mod focus_kept;
pub(super) mod gone;
pub(super) mod handover;
pub(super) mod icons;
pub(super) mod keys;
pub(super) mod later_view;
pub(super) mod life;
pub(super) mod long;
pub(super) mod mark;
pub(super) mod notices;
pub(super) mod overlay;
pub(super) mod pieces;
pub(super) mod port;
pub(super) mod press_held;
pub(super) mod reveal;
pub(super) mod tones;
pub(super) mod unsaid;
pub(super) mod when_left;
mod window;

/// Watches, as long as the page lives, what hands do on it: where they press, give up and go on.
pub(super) fn watch_hands() {
    press_held::watch();
    esc_back::watch();
    focus_kept::watch();
}

//! Nothing moves under the pointer between press and release. Pressing a button takes the focus out of a field, and
//! whatever the field does then (it is saved, a hint comes or goes) would move the button away before it is let go, and
//! the click would be lost. So what fields are told of losing the focus waits until the click, and is told before it.
//! Knows no field and no button by name.

use super::life;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, EventTarget, MouseEvent};

/// What can be pressed.
const PRESSABLE: &str = "button, a[href], summary, label, [role=button], [role=tab], \
    input:is([type=radio], [type=checkbox], [type=submit], [type=text], [type=search]), textarea";
/// What a field is told when the focus leaves it for what was pressed; told later, it is told in this order.
const LEAVING: [&str; 5] = ["change", "blur", "focusout", "focus", "focusin"];
/// What ends a press without a click.
const ENDING: [&str; 5] = [
    "dragend",
    "keydown",
    "contextmenu",
    "pagehide",
    "visibilitychange",
];

/// The press that has not been let go.
#[derive(Default)]
struct Press {
    is_held: bool,
    /// What waits for its end, each with whom it is told.
    waiting: Vec<(EventTarget, Event)>,
}

thread_local! {
    static PRESS: RefCell<Press> = RefCell::default();
}

/// Watches the presses of the page from now on.
pub(in crate::ui) fn watch() {
    before_all("mousedown", press);
    before_all("click", |_| release());
    // A press that was let go elsewhere is followed by no click.
    before_all("mouseup", |_| life::after(0, true, |_| release()));
    for name in ENDING {
        before_all(name, |_| release());
    }
    for name in LEAVING {
        before_all(name, hold);
    }
}

/// Hears of an event before anything on the page does.
pub(super) fn before_all(name: &str, act: fn(&Event)) {
    let hear = Closure::<dyn Fn(Event)>::new(move |event: Event| act(&event));
    let hear = hear.into_js_value();
    let _ = leptos::prelude::window().add_event_listener_with_callback_and_bool(
        name,
        hear.unchecked_ref(),
        true,
    );
}

fn press(event: &Event) {
    release();
    let is_main = event
        .dyn_ref::<MouseEvent>()
        .is_some_and(|mouse| mouse.button() == 0);
    let pressed = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let is_pressable =
        pressed.is_some_and(|pressed| pressed.closest(PRESSABLE).ok().flatten().is_some());
    PRESS.with_borrow_mut(|press| press.is_held = is_main && is_pressable);
}

fn hold(event: &Event) {
    let Some(target) = event.target() else { return };
    if target.dyn_ref::<Element>().is_none() {
        // The window itself loses the focus.
        release();
        return;
    }
    PRESS.with_borrow_mut(|press| {
        if press.is_held {
            event.stop_immediate_propagation();
            press.waiting.push((target, event.clone()));
        }
    });
}

/// Tells what waited, in its order.
fn release() {
    let waiting = PRESS.with_borrow_mut(|press| {
        press.is_held = false;
        std::mem::take(&mut press.waiting)
    });
    for (target, event) in waiting {
        let _ = target.dispatch_event(&event);
    }
}

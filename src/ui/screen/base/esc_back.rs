//! Esc in a line that counts once it is left: what stood there when the focus came stands there again, as in a field of
//! a form. Knows no line by name.

use super::{dom, press_held};
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

/// The lines that count when they are left.
const LINES: &str = "[data-when-left], [data-esc-back]";

/// The line that has the focus.
struct EnteredLine {
    element: Element,
    before: String,
    /// Whether it was written meanwhile without being left.
    is_written: bool,
}

thread_local! {
    static ENTERED: RefCell<Option<EnteredLine>> = const { RefCell::new(None) };
}

/// Watches these lines from now on.
pub(in crate::ui) fn watch() {
    press_held::before_all("focusin", enter);
    press_held::before_all("change", |event| {
        with_line(event, |line| line.is_written = true);
    });
    press_held::before_all("keydown", give_back);
}

fn enter(event: &Event) {
    let target = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let line = target.filter(|one| one.matches(LINES) == Ok(true));
    ENTERED.set(line.map(|element| EnteredLine {
        before: dom::text_of(&element),
        element,
        is_written: false,
    }));
}

/// What is done with the line if the event is its own.
fn with_line<T>(event: &Event, act: impl FnOnce(&mut EnteredLine) -> T) -> Option<T> {
    ENTERED.with_borrow_mut(|entered| {
        let line = entered.as_mut()?;
        let target = event.target()?.dyn_into::<Element>().ok()?;
        (target == line.element).then(|| act(line))
    })
}

fn give_back(event: &Event) {
    let Some(key) = event.dyn_ref::<KeyboardEvent>() else {
        return;
    };
    if key.key() != "Escape" || key.is_composing() || key.key_code() == 229 {
        return;
    }
    let back = with_line(event, |line| {
        let is_other = dom::text_of(&line.element) != line.before;
        let names = ["input", "change"]
            .into_iter()
            .take(match (is_other, line.is_written) {
                (false, _) => 0,
                (true, false) => 1,
                (true, true) => 2,
            });
        (line.element.clone(), line.before.clone(), names)
    });
    let Some((element, before, names)) = back else {
        return;
    };
    for name in names {
        let _ = js_sys::Reflect::set(&element, &"value".into(), &(*before).into());
        if let Ok(told) = Event::new(name) {
            told.init_event_with_bubbles(name, true);
            let _ = element.dispatch_event(&told);
        }
    }
}

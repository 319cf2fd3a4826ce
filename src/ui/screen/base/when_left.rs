//! Lines that count once they are left (`data-when-left`): while letters stand in one that are not written, the save
//! state says so; in a pause they are written, unless the line takes a name or a day (`data-when-left="whole"`), of
//! which a part is none. Knows no line by name.

use super::context::Ui;
use super::{dom, focus, life};
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, InputEvent};

/// Longer than a hand rests within a word.
const PAUSE_MS: i32 = 1_000;
/// The name of the mark.
const WHEN_LEFT: &str = "data-when-left";

/// The line in which letters stand that are not written.
#[derive(Clone, Default)]
struct OpenLine(Rc<RefCell<Option<HtmlElement>>>);

impl OpenLine {
    fn is(&self, element: &HtmlElement) -> bool {
        self.0.borrow().as_ref() == Some(element)
    }

    fn begin(&self, ui: Ui, element: HtmlElement) {
        if self.0.replace(Some(element)).is_none() {
            ui.draft(true);
        }
    }

    fn end(&self, ui: Ui) {
        if self.0.take().is_some() {
            ui.draft(false);
        }
    }

    /// Ends where the line went, or the focus went elsewhere.
    fn end_if_left(&self, ui: Ui) {
        let here = dom::focused();
        let is_here = |line: &HtmlElement| line.is_connected() && here.as_ref() == Some(line);
        if !self.0.borrow().as_ref().is_some_and(is_here) {
            self.end(ui);
        }
    }

    /// A pause of the hand.
    fn rest(&self, ui: Ui) {
        self.end_if_left(ui);
        let line = self.0.borrow().clone();
        let takes_part = |line: &HtmlElement| {
            let is_whole = line.get_attribute(WHEN_LEFT).as_deref() == Some("whole");
            !is_whole && !dom::text_of(line).ends_with(char::is_whitespace)
        };
        if line.as_ref().is_some_and(takes_part) {
            focus::write_what_is_left();
        }
    }
}

/// Watches these lines as long as the page lives.
pub(in crate::ui) fn watch(ui: Ui) {
    let (open, pause) = (OpenLine::default(), dom::Pause::default());
    life::hear_any(
        &["input", "compositionend", "change", "focusout", "focusin"],
        move |event| {
            let Some(line) = line_of(&event) else {
                return open.end_if_left(ui);
            };
            let is_composing = event
                .dyn_ref::<InputEvent>()
                .is_some_and(InputEvent::is_composing);
            match event.type_().as_str() {
                "input" | "compositionend" => {
                    open.begin(ui, line);
                    pause.stop();
                    if !is_composing {
                        let open = open.clone();
                        pause.start(PAUSE_MS, move || open.rest(ui));
                    }
                }
                "focusin" => open.end_if_left(ui),
                _ if open.is(&line) => {
                    pause.stop();
                    open.end(ui);
                }
                _ => {}
            }
        },
    );
}

/// Nothing where the event is of something else.
fn line_of(event: &Event) -> Option<HtmlElement> {
    let target = event.target()?.dyn_into::<HtmlElement>().ok()?;
    target.has_attribute(WHEN_LEFT).then_some(target)
}

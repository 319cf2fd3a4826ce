//! The box into which letters are typed.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

/// An input or a text area, told apart nowhere else.
#[derive(Clone)]
pub(super) struct TextBox(pub(super) web_sys::Element);

impl TextBox {
    /// What stands in it.
    pub(super) fn get(&self) -> String {
        crate::ui::screen::base::dom::text_of(&self.0)
    }
    /// Puts a text in it; the caret stays where nothing changes.
    pub(super) fn set(&self, text: &str) {
        if self.get() != text {
            let _ = js_sys::Reflect::set(
                &self.0,
                &JsValue::from_str("value"),
                &JsValue::from_str(text),
            );
        }
    }
}

/// The one to which something happened.
pub(super) fn letters(event: &Event) -> Option<TextBox> {
    event
        .current_target()
        .and_then(|target| target.dyn_into().ok())
        .map(TextBox)
}

/// Marks the area somebody is in, which is as high as its text: not by the focus itself, which goes with the press, but
/// by what is told of it, which waits until the pressed is let go. Whoever only leaves the window is still in it.
pub(super) fn visit_area(event: &Event, is_in: bool) {
    let Some(area) = letters(event) else { return };
    if is_in {
        let _ = area.0.set_attribute("data-visited", "");
    } else if leptos::prelude::document().has_focus().unwrap_or(true) {
        let _ = area.0.remove_attribute("data-visited");
    }
}

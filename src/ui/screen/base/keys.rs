//! What keys do in controls: a list opens and is never changed unopened; where the caret stands among letters.

use super::{dom, life};
use js_sys::Reflect;
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// Whether an element is a list to choose from.
pub(in crate::ui) fn is_list(element: &Element) -> bool {
    element.tag_name() == "SELECT"
}

/// Whether letters are typed in an element.
pub(in crate::ui) fn is_text(element: &Element) -> bool {
    match &*element.tag_name() {
        "TEXTAREA" => true,
        "INPUT" => !matches!(
            element.get_attribute("type").as_deref(),
            Some("radio" | "checkbox")
        ),
        _ => false,
    }
}

/// Enter in a line of a long form: it ends the line, and the button alone sends off what is half filled in.
pub(in crate::ui) fn no_sending(event: KeyboardEvent) {
    let at = event
        .target()
        .and_then(|at| at.dyn_into::<Element>().ok())
        .filter(|at| at.tag_name() == "INPUT");
    let is_plain = event.key() == "Enter" && !event.ctrl_key() && !event.meta_key();
    if at.is_some() && is_plain && !event.is_composing() {
        event.prevent_default();
    }
}

/// Whether a list is open: its keys are then its own. Browsers that do not know say that it is not, and keep them to
/// themselves while it is.
pub(in crate::ui) fn is_open(list: &Element) -> bool {
    list.matches(":open") == Ok(true)
}

/// Does something an element can do; false where it cannot.
fn call(element: &Element, name: &str) -> bool {
    let method = Reflect::get(element, &JsValue::from_str(name)).ok();
    let method: Option<js_sys::Function> = method.and_then(|method| method.dyn_into().ok());
    method.is_some_and(|method| method.call0(element).is_ok())
}

/// A key in a list that has the focus: what would change it unseen opens it, or does nothing. In the table the arrows
/// are the table's; among the rows of a form Alt moves the row.
pub(in crate::ui) fn in_list(event: &KeyboardEvent) {
    let list = event.current_target();
    let Some(list) = list.and_then(|list| list.dyn_into::<Element>().ok()) else {
        return;
    };
    if event.is_composing() || event.ctrl_key() || event.meta_key() || is_open(&list) {
        return;
    }
    let key = event.key();
    let opens = match key.as_str() {
        "ArrowUp" | "ArrowDown" if event.alt_key() => list.closest(".rows-table") == Ok(None),
        "ArrowUp" | "ArrowDown" => list.closest(".grid") == Ok(None),
        "Enter" | "F2" | "F4" => true,
        letter => letter.chars().count() == 1,
    };
    let changes = matches!(
        key.as_str(),
        "ArrowLeft" | "ArrowRight" | "Home" | "End" | "PageUp" | "PageDown"
    );
    if changes || opens && call(&list, "showPicker") {
        event.prevent_default();
    }
}

/// Whether the caret stands at an end of the letters, or all of them are chosen.
pub(in crate::ui) fn is_at_end(element: &Element, right: bool) -> bool {
    let number = |name: &str| {
        let number = Reflect::get(element, &JsValue::from_str(name)).ok();
        number.and_then(|number| number.as_f64())
    };
    let (start, end) = (number("selectionStart"), number("selectionEnd"));
    let last = dom::text_units(element);
    let is_whole = start == Some(0.0) && end == Some(last);
    let is_there = if right {
        start == Some(last)
    } else {
        end == Some(0.0)
    };
    start.is_none() || is_whole || is_there
}

/// Puts the caret behind the last letter.
pub(in crate::ui) fn to_last_letter(element: &Element) {
    let last = JsValue::from_f64(dom::text_units(element));
    for name in ["selectionStart", "selectionEnd"] {
        let _ = Reflect::set(element, &JsValue::from_str(name), &last);
    }
}

/// Puts letters into a control as if they were typed: in place of those that are chosen, or of all.
pub(in crate::ui) fn replace(element: &Element, text: &str, all: bool) {
    if all {
        call(element, "select");
    }
    let document: JsValue = document().into();
    let insert = Reflect::get(&document, &"execCommand".into());
    if let Some(insert) = insert
        .ok()
        .and_then(|insert| insert.dyn_into::<js_sys::Function>().ok())
    {
        let _ = insert.call3(
            &document,
            &"insertText".into(),
            &JsValue::FALSE,
            &text.into(),
        );
    }
}

/// Gives the focus to a control, its letters chosen: typing replaces them, as in a spreadsheet.
pub(in crate::ui) fn enter(element: &HtmlElement) {
    let _ = element.focus();
    if is_text(element) {
        call(element, "select");
    }
}

/// The same after the screen has been drawn, for the first that any of the selectors finds, tried in their order.
pub(in crate::ui) fn enter_soon(selectors: String) {
    life::then_at_next_frame(selectors, |selectors| {
        let find = |selector: &str| document().query_selector(selector).ok().flatten();
        let found = selectors.split(", ").find_map(find);
        if let Some(element) = found.and_then(|element| element.dyn_into().ok()) {
            enter(&element);
        }
    });
}

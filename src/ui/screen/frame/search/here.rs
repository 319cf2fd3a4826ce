//! What the page under the search offers: its buttons, by the words that stand on them. So no page has to say twice
//! what can be done on it.

use crate::model::line::one_line;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Letters of what stands on a button.
const CHARS: usize = 40;
/// What is a button of the page and not of one line among many, or of something that is shut.
const BUTTONS: &str = "main button, main a.button";
const NOT_OF_THE_PAGE: [&str; 2] = [
    "table, li, tr, [role=row], [role=grid], [role=treegrid]",
    "[data-testid=sample-bar], .popover, .notice",
];

/// What can be pressed, with the words on it.
#[derive(Clone)]
pub(super) struct PageButton {
    pub(super) name: String,
    element: HtmlElement,
}

impl PageButton {
    /// Presses it.
    pub(super) fn press(&self) {
        self.element.click();
    }
}

/// The buttons of the page that can be seen and pressed, each name once.
pub(super) fn on_the_page() -> Vec<PageButton> {
    let mut out: Vec<PageButton> = Vec::new();
    for element in all(BUTTONS) {
        let mut places = NOT_OF_THE_PAGE.iter();
        let is_of_page = places.all(|place| element.closest(place) == Ok(None));
        let is_seen = element.offset_parent().is_some() && !element.has_attribute("disabled");
        if !is_of_page || !is_seen {
            continue;
        }
        let named = element.get_attribute("aria-label");
        let name = named.or_else(|| element.text_content()).unwrap_or_default();
        let name = one_line(&name, CHARS);
        if name.chars().count() > 1 && out.iter().all(|one| one.name != name) {
            out.push(PageButton { name, element });
        }
    }
    out
}

/// Every element of the page that a selector finds, in the order of the page.
fn all(selector: &str) -> Vec<HtmlElement> {
    let page: wasm_bindgen::JsValue = document().into();
    let find = js_sys::Reflect::get(&page, &"querySelectorAll".into()).ok();
    let find: Option<js_sys::Function> = find.and_then(|find| find.dyn_into().ok());
    let found = find.and_then(|find| find.call1(&page, &selector.into()).ok());
    let found = found.map(|found| js_sys::Array::from(&found));
    let elements = found.iter().flat_map(js_sys::Array::iter);
    elements.filter_map(|one| one.dyn_into().ok()).collect()
}

//! Small services of the page: focus, timers, the address. Knows no project.

use crate::state::Route;
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::HtmlElement;

/// Goes to another address.
pub(in crate::ui) fn go(route: &Route) {
    let _ = window().location().set_hash(&route.to_string());
}

/// Where the address says that we are.
pub(in crate::ui) fn route_there() -> Route {
    Route::parse(&window().location().hash().unwrap_or_default())
}

/// Gives the page its real address without drawing it anew. False where the address says another already: somebody is
/// leaving, and must not be taken back.
pub(in crate::ui) fn rename_page(from: &Route, to: &Route) -> bool {
    let is_here = route_there().to_string() == from.to_string();
    if let (true, Ok(history)) = (is_here, window().history()) {
        let nothing = wasm_bindgen::JsValue::NULL;
        let _ = history.replace_state_with_url(&nothing, "", Some(&to.to_string()));
    }
    is_here
}

/// Focuses an element after the screen has been drawn: the first that any of the selectors finds, the selectors
/// (parted by commas) tried in their order.
pub(in crate::ui) fn focus_soon(selectors: String) {
    super::life::then_at_next_frame(selectors, |selectors| {
        let find = |selector: &str| document().query_selector(selector).ok().flatten();
        let found = selectors.split(", ").find_map(find);
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            let _ = element.focus();
        }
    });
}

/// Whether something is on the page; what it is folded away in is opened.
pub(in crate::ui) fn unfold(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    let mut inside = found.clone();
    while let Some(folded) =
        inside.and_then(|one| one.closest("details:not([open])").ok().flatten())
    {
        let _ = folded.set_attribute("open", "");
        inside = folded.parent_element();
    }
    found.is_some()
}

/// Scrolls to something after the screen has been drawn.
pub(in crate::ui) fn show_soon(selector: String) {
    super::life::then_at_next_frame(selector, |selector| {
        if let Some(element) = document().query_selector(&selector).ok().flatten() {
            show_whole(&element);
        }
    });
}

/// Scrolls only as far as it takes to see an element whole.
pub(in crate::ui) fn show_whole(element: &web_sys::Element) {
    let options = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&options, &"block".into(), &"nearest".into());
    let scroll = js_sys::Reflect::get(element, &"scrollIntoView".into());
    if let Some(scroll) = scroll
        .ok()
        .and_then(|one| one.dyn_into::<js_sys::Function>().ok())
    {
        let _ = scroll.call1(element, &options);
    }
}

/// What is open under a word of the top bar, or of a page's head.
fn open_popover() -> Option<web_sys::Element> {
    document()
        .query_selector("details.identity[open], details.start-gate[open]")
        .ok()
        .flatten()
}

/// Closes what is open under a word of the top bar; a focus in it goes back to the word.
pub(in crate::ui) fn close_popover() {
    let Some(popover) = open_popover() else {
        return;
    };
    let summary = popover.query_selector("summary").ok().flatten();
    let has_focus = focused().is_some_and(|element| popover.contains(Some(&element)));
    if let Some(summary) = summary.and_then(|one| one.dyn_into::<HtmlElement>().ok())
        && has_focus
    {
        let _ = summary.focus();
    }
    let _ = popover.remove_attribute("open");
}

/// Closes what is open under a word of the top bar when a click or the focus goes elsewhere.
pub(in crate::ui) fn close_outside() {
    super::life::hear_any(&["pointerdown", "focusin"], |event| {
        let target = event
            .target()
            .and_then(|target| target.dyn_into::<web_sys::Node>().ok());
        if open_popover().is_some_and(|popover| !popover.contains(target.as_ref())) {
            close_popover();
        }
    });
}

/// Prints the page, with what stands on paper alone drawn before: a page that prints itself draws nothing more.
pub(in crate::ui) fn print(on_paper: leptos::prelude::RwSignal<bool>) {
    use leptos::prelude::{Set, request_animation_frame};
    on_paper.set(true);
    request_animation_frame(move || {
        let _ = window().print();
        on_paper.set(false);
    });
}

/// The files that were opened with the installed program and wait (boot.js), each given out once.
pub(in crate::ui) fn take_launched() -> Vec<web_sys::File> {
    let name = wasm_bindgen::JsValue::from_str("hepaiLaunched");
    let window = window();
    let Ok(waiting) = js_sys::Reflect::get(&window, &name) else {
        return Vec::new();
    };
    let _ = js_sys::Reflect::set(&window, &name, &wasm_bindgen::JsValue::UNDEFINED);
    let files = waiting.dyn_into::<js_sys::Array>();
    let files = files.iter().flat_map(js_sys::Array::iter);
    files.filter_map(|file| file.dyn_into().ok()).collect()
}

/// What stands in a control, composed (NFC): the browser has the tables for it.
pub(in crate::ui) fn text_of(element: &web_sys::Element) -> String {
    let value = js_sys::Reflect::get(element, &wasm_bindgen::JsValue::from_str("value")).ok();
    let text: Option<js_sys::JsString> = value.and_then(|value| value.dyn_into().ok());
    text.map(|text| String::from(text.normalize("NFC")))
        .unwrap_or_default()
}

/// How many characters stand in a control, as the browser counts them for the caret.
pub(in crate::ui) fn text_units(element: &web_sys::Element) -> f64 {
    let value = js_sys::Reflect::get(element, &wasm_bindgen::JsValue::from_str("value")).ok();
    let text: Option<js_sys::JsString> = value.and_then(|value| value.dyn_into().ok());
    text.map_or(0.0, |text| f64::from(text.length()))
}

/// What stands in the control of an event.
pub(in crate::ui) fn typed_text(event: &web_sys::Event) -> String {
    let element = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.map(|element| text_of(&element)).unwrap_or_default()
}

/// The tag of the element of an event, in capitals; "" where there is none.
pub(in crate::ui) fn tag_of(event: &web_sys::Event) -> String {
    let element = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element
        .map(|element| element.tag_name())
        .unwrap_or_default()
}

/// Whether letters are typed where an event happens, or one of a list is picked by key.
pub(in crate::ui) fn takes_letters(event: &web_sys::Event) -> bool {
    let element = event
        .target()
        .and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|element| match &*element.tag_name() {
        "TEXTAREA" | "SELECT" => true,
        "INPUT" => {
            !["radio", "checkbox"].contains(&&*element.get_attribute("type").unwrap_or_default())
        }
        _ => false,
    })
}

/// Presses a button; false where there is none.
pub(in crate::ui) fn push(selector: &str) -> bool {
    let found = document().query_selector(selector).ok().flatten();
    let element = found.and_then(|found| found.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| {
        element.click();
        true
    })
}

/// What is typed and not yet written is written, and the control lets go of it.
pub(in crate::ui) fn leave() {
    if let Some(element) = focused() {
        let _ = element.blur();
    }
}

/// Every control writes what is typed and not yet written.
pub(in crate::ui) fn write_now() {
    if let Ok(event) = web_sys::Event::new("hepai-write") {
        let _ = window().dispatch_event(&event);
    }
}

/// Whether letters stand in an element that are no field of the project: the browser takes these back.
pub(in crate::ui) fn has_own_undo(element: &web_sys::Element) -> bool {
    let takes_letters = matches!(&*element.tag_name(), "INPUT" | "TEXTAREA");
    element.has_attribute("data-free-text")
        || takes_letters && !element.has_attribute("data-field") && !text_of(element).is_empty()
}

/// Whether the focus went with what had it.
pub(in crate::ui) fn has_no_focus() -> bool {
    focused().is_none_or(|element| matches!(&*element.tag_name(), "BODY"))
}

/// The element that has the focus.
pub(in crate::ui) fn focused() -> Option<HtmlElement> {
    document()
        .active_element()
        .and_then(|element| element.dyn_into().ok())
}

/// The page's address without its hash, for texts that send people here.
pub(in crate::ui) fn address() -> String {
    let location = window().location();
    let href = location.href().unwrap_or_default();
    href.split('#')
        .next()
        .unwrap_or_default()
        .split("index.html")
        .next()
        .unwrap_or_default()
        .to_owned()
}

/// Characters kept of the name that an address carries.
const NAMED_CHARS: usize = 24;

/// The project's name that an address carries for somebody who does not have it yet (`?n=`). Anybody can make an
/// address: it is shown as text only, on one line, short, and as what the address says.
pub(in crate::ui) fn named_project() -> Option<String> {
    let location = window().location();
    let hash = location.hash().unwrap_or_default();
    let query = hash
        .split_once('?')
        .map(|(_, query)| query.to_owned())
        .or_else(|| location.search().ok())?;
    let value = query
        .trim_start_matches('?')
        .split('&')
        .find_map(|pair| pair.strip_prefix("n="))?
        .to_owned();
    let decoded = js_sys::decode_uri_component(&value)
        .ok()
        .and_then(|text| text.as_string())
        .unwrap_or(value);
    Some(crate::model::line::one_line(&decoded, NAMED_CHARS)).filter(|name| !name.is_empty())
}

/// Says something on `html`, or no longer: `data-ready`, `lang`.
pub(in crate::ui) fn mark_page(name: &str, value: Option<&str>) {
    if let Some(html) = document().document_element() {
        let _ = match value {
            Some(value) => html.set_attribute(name, value),
            None => html.remove_attribute(name),
        };
    }
}

/// Runs later unless started again before, or the screen that made it is gone: the pause after the last key press.
#[derive(Clone, Default)]
pub(in crate::ui) struct Pause(std::rc::Rc<std::cell::Cell<Option<i32>>>, super::life::Here);

impl Pause {
    /// Starts anew.
    pub(in crate::ui) fn start(&self, milliseconds: i32, then: impl FnOnce() + 'static) {
        self.stop();
        let own = self.clone();
        let run = Closure::once_into_js(move || {
            own.0.set(None);
            own.1.act(then);
        });
        let timer = window().set_timeout_with_callback_and_timeout_and_arguments_0(
            run.unchecked_ref(),
            milliseconds,
        );
        self.0.set(timer.ok());
    }

    /// Forgets what was to run.
    pub(in crate::ui) fn stop(&self) {
        if let Some(timer) = self.0.take() {
            window().clear_timeout_with_handle(timer);
        }
    }
}

//! The clipboard: what is copied to it, and what is pasted from it.

use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};

/// Copies a text; false where the browser refuses.
pub(in crate::ui) async fn copy(text: &str) -> bool {
    let promise = window().navigator().clipboard().write_text(text);
    wasm_bindgen_futures::JsFuture::from(promise).await.is_ok()
}

/// Gives what is copied its letters and its markup, in place of what the browser would copy.
pub(in crate::ui) fn give(event: &web_sys::Event, text: &str, markup: &str) {
    let data = js_sys::Reflect::get(event, &JsValue::from_str("clipboardData")).ok();
    let data: Option<web_sys::DataTransfer> = data.and_then(|data| data.dyn_into().ok());
    if let Some(data) = data {
        let _ = data.set_data("text/plain", text);
        let _ = data.set_data("text/html", markup);
        event.prevent_default();
    }
}

/// What is pasted, composed (NFC): its letters, and its markup, "" where it has none.
pub(in crate::ui) fn pasted(event: &web_sys::Event) -> Option<(String, String)> {
    let data = js_sys::Reflect::get(event, &JsValue::from_str("clipboardData")).ok();
    let data: web_sys::DataTransfer = data?.dyn_into().ok()?;
    let read = |kind: &str| {
        let text = js_sys::JsString::from(data.get_data(kind).unwrap_or_default());
        String::from(text.normalize("NFC"))
    };
    Some((read("text/plain"), read("text/html")))
}

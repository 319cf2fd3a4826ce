//! The browser's own localStorage gives back what was laid into it, and a page without one is none to panic at.

use crate::report::SMALL;
use gloo_storage::{LocalStorage, Storage as _};
use hepai::storage::{decode, encode, units};
use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

/// localStorage, where there is one: `raw` panics where there is none.
fn storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()?;
    Some(LocalStorage::raw())
}

#[wasm_bindgen_test]
fn a_segment_comes_back_from_the_real_local_storage() {
    let Some(storage) = storage() else {
        return;
    };
    let read = hepai::exchange::read(SMALL.as_bytes(), None).expect("a golden file");
    let mut lines: Vec<String> = read
        .changes(None)
        .map(|change| change.line().to_owned())
        .collect();
    lines.push("\u{0}\u{7F}\u{FEFF}\u{FFFD}\u{1F600}".to_owned());
    let key = "hepai/test/段";
    let text = encode("own", lines.iter().map(String::as_str));
    storage.set_item(key, &text).expect("room");
    let back = storage.get_item(key).expect("readable").expect("there");
    storage.remove_item(key).expect("removed");
    assert_eq!(back, text);
    assert_eq!(decode(&back).expect("a segment").lines, lines);
    let length = js_sys::JsString::from(text.as_str()).length();
    assert_eq!(
        units(&text),
        length as usize,
        "space is counted as the browser counts it"
    );
}

#[wasm_bindgen_test]
fn a_page_without_local_storage_is_noticed() {
    let window: Object = web_sys::window().expect("a window").unchecked_into();
    let name: JsValue = "localStorage".into();
    let own = Object::<JsValue>::get_own_property_descriptor(&window, &name);
    let absent = Object::new();
    for (key, value) in [("value", JsValue::NULL), ("configurable", JsValue::TRUE)] {
        assert_eq!(Reflect::set(&absent, &key.into(), &value), Ok(true));
    }
    Object::<JsValue>::define_property(&window, &name, &absent);
    assert!(storage().is_none());
    Object::<JsValue>::define_property(&window, &name, own.unchecked_ref());
    assert!(storage().is_some());
}

//! Stands in for the crate `wasm-streams`, of which `server_fn` uses these four functions. This app has no server
//! functions and calls none of them; but the crate exports classes to JavaScript, which no linker can drop, and with
//! what they hold on to they made the first visit 5 KiB larger.

use futures_util::stream::{Empty, empty};
use wasm_bindgen::JsValue;

/// A stream that never gives anything.
#[derive(Debug)]
pub struct ReadableStream(web_sys::ReadableStream);

impl ReadableStream {
    /// Keeps the stream.
    pub fn from_raw(raw: web_sys::ReadableStream) -> Self {
        Self(raw)
    }
    /// The stream that was kept.
    pub fn into_raw(self) -> web_sys::ReadableStream {
        self.0
    }
    /// Nothing.
    pub fn into_stream(self) -> Empty<Result<JsValue, JsValue>> {
        empty()
    }
    /// Never called.
    pub fn from_stream<S>(_: S) -> Self {
        unimplemented!("this app has no server functions")
    }
}

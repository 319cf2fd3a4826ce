//! The browser's two shelves and the page around them. The only place that touches localStorage, IndexedDB and the
//! glue script; it knows no project.

mod database;
mod tab;

use super::host::{Host, Task, Timer};
use super::memory::NoShelf;
use super::shelf::{Entry, Room, Shelf, ShelfError, ShelfFuture, ready};
use super::store::{Mode, Shelves, Store};
use super::units;
use crate::model::id::drawn_name;
use crate::model::sort::gather;
use database::Database;
use gloo_storage::{LocalStorage, Storage as _};
use js_sys::{Function, JsString, Promise, Reflect};
use std::collections::BTreeSet;
use std::future::{Future as _, poll_fn};
use std::pin::Pin;
use std::rc::Rc;
use std::task::Poll;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, JsValue, wasm_bindgen};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};

/// The name of the channel on which tabs talk.
const CHANNEL: &str = "hepai";

/// The setting that remembers whether the browser was asked to keep what is stored.
const ASKED: &str = "asked-to-keep";

#[wasm_bindgen(module = "/src/shell/glue.js")]
extern "C" {
    fn memory_storage() -> web_sys::Storage;
    fn idb_open() -> Promise;
    fn persist() -> Promise;
    fn persisted() -> Promise;
    fn channel_open(name: &str, callback: &Closure<dyn FnMut(JsValue)>) -> bool;
    fn channel_post(text: &str) -> bool;
    #[wasm_bindgen(js_name = download)]
    fn download_text(name: &str, text: &str, mime: &str);
    #[wasm_bindgen(js_name = save_picture)]
    fn picture_file(name: &str, svg: &str, width: f64, height: f64) -> Promise;
    #[wasm_bindgen(js_name = copy_table)]
    fn table_to_clipboard(text: &str, markup: &str) -> Promise;
    #[wasm_bindgen(js_name = read_file)]
    fn bytes_of(file: &JsValue) -> Promise;
    #[wasm_bindgen(js_name = panic_hook)]
    fn stop_writing(text: &str);
}

/// Offers a text to the person as a file of this name.
pub fn download(name: &str, text: &str, mime: &str) {
    download_text(name, text, mime);
}

/// Offers a picture of so many pixels to the person as a PNG of this name; false where the browser cannot make one.
pub async fn save_picture(name: &str, svg: &str, width: i64, height: i64) -> bool {
    let made = picture_file(name, svg, width as f64, height as f64);
    is_done(made).await
}

/// Copies a table as text and as markup; false where the browser refuses.
pub async fn copy_table(text: &str, markup: &str) -> bool {
    is_done(table_to_clipboard(text, markup)).await
}

async fn is_done(promise: Promise) -> bool {
    let done = JsFuture::from(promise).await;
    done.is_ok_and(|done| done.is_truthy())
}

/// The bytes of a file that a person gave.
///
/// # Errors
/// Where the browser cannot read it; the name of its error.
pub async fn read_file(file: &web_sys::File) -> Result<Vec<u8>, String> {
    let bytes = JsFuture::from(bytes_of(file))
        .await
        .map_err(|error| name_of(&error))?;
    Ok(js_sys::Uint8Array::new(&bytes).to_vec())
}

/// For the panic hook: from here on nothing is written, in either home.
pub fn poison(text: &str) {
    stop_writing(text);
}

impl Store {
    /// The store of this browser. Answers at once where there is a localStorage; asks for IndexedDB otherwise.
    pub async fn open() -> Self {
        let host = Rc::new(BrowserHost);
        let mut name = [0; 10];
        let mut seed = [0; 8];
        // Without randomness the clock tells pages apart.
        if getrandom::fill(&mut name).is_err() || getrandom::fill(&mut seed).is_err() {
            name[..8].copy_from_slice(&js_sys::Date::now().to_bits().to_le_bytes());
        }
        let seed = u64::from_be_bytes(seed);
        let page = drawn_name(name);
        if web_sys::window().is_some_and(|window| {
            window
                .location()
                .protocol()
                .is_ok_and(|protocol| protocol == "file:")
        }) {
            return Self::in_page(Mode::FileProtocol, host, seed);
        }
        let near = local_storage();
        if near.is_none() && is_denied(&*host).await {
            return Self::in_page(Mode::MemoryOnly, host, seed);
        }
        let near: Rc<dyn Shelf> = match near {
            Some(storage) => Rc::new(LocalShelf { storage }),
            None => Rc::new(NoShelf),
        };
        let shelves = Shelves {
            near,
            rows: Rc::new(Database { room: Room::Rows }),
            facts: Rc::new(Database { room: Room::Facts }),
        };
        let store = Self::new(Mode::Ready, shelves, host, &page, seed);
        store.listen();
        store.prove_all();
        store
    }

    /// A store that keeps everything for as long as the page lives.
    fn in_page(mode: Mode, host: Rc<dyn Host>, seed: u64) -> Self {
        let near = Rc::new(LocalShelf {
            storage: memory_storage(),
        });
        Self::in_memory_with(mode, near, host, seed)
    }

    /// Whether the browser promises to keep what is stored. Asks it, but only once ever.
    pub async fn persist(&self) -> bool {
        if self.mode() != Mode::Ready {
            return false;
        }
        let is_kept = JsFuture::from(persisted())
            .await
            .is_ok_and(|kept| kept.is_truthy());
        if is_kept || self.setting(ASKED).is_some() {
            return is_kept;
        }
        self.set_setting(ASKED, "1");
        JsFuture::from(persist())
            .await
            .is_ok_and(|kept| kept.is_truthy())
    }

    /// Hears other tabs, and flushes when the page is about to be loaded anew. For the life of the page.
    fn listen(&self) {
        let store = self.clone();
        let heard = Closure::<dyn FnMut(JsValue)>::new(move |text: JsValue| {
            if let Some(text) = text.as_string() {
                store.heard_post(&text);
            }
        });
        channel_open(CHANNEL, &heard);
        heard.forget();
        let store = self.clone();
        on_window("storage", move |event| {
            let Ok(event) = event.dyn_into::<web_sys::StorageEvent>() else {
                return;
            };
            if event.storage_area().is_some() && event.storage_area() == local_storage() {
                store.heard_storage(event.key().as_deref(), event.new_value().as_deref());
            }
        });
        let store = self.clone();
        on_window("pagehide", move |_| store.leave());
        let store = self.clone();
        on_window("hepai-closed", move |_| store.homes_lost());
        let store = self.clone();
        on_window("hepai-save", move |event| {
            let detail = Reflect::get(&event, &"detail".into()).unwrap_or_default();
            let Ok(wait) =
                Reflect::get(&detail, &"wait".into()).and_then(JsCast::dyn_into::<Function>)
            else {
                return;
            };
            let store = store.clone();
            let flushed = future_to_promise(async move { Ok(store.flush().await.into()) });
            // Who asks may have gone; what is written stays written.
            let _ = wait.call1(&detail, &flushed);
        });
    }
}

fn on_window(name: &str, work: impl FnMut(web_sys::Event) + 'static) {
    let Some(window) = web_sys::window() else {
        return;
    };
    let work = Closure::<dyn FnMut(web_sys::Event)>::new(work);
    // Cannot fail for a name and a function.
    let _ = window.add_event_listener_with_callback(name, work.as_ref().unchecked_ref());
    work.forget();
}

/// localStorage, where the browser gives it: reading the property alone may throw, and `raw` would panic then.
fn local_storage() -> Option<web_sys::Storage> {
    web_sys::window()?.local_storage().ok().flatten()?;
    Some(LocalStorage::raw())
}

/// How long IndexedDB may take to say that it is not to be had, in milliseconds.
const DENIAL_MS: u32 = 1_000;

/// Whether the browser gives no IndexedDB at all. One that fails in any other way may hold what it was given earlier.
async fn is_denied(host: &dyn Host) -> bool {
    let (mut opened, mut clock) = (JsFuture::from(idb_open()), host.sleep(DENIAL_MS));
    let denial = poll_fn(|context| match Pin::new(&mut opened).poll(context) {
        Poll::Ready(opened) => Poll::Ready(opened.err()),
        Poll::Pending => clock.as_mut().poll(context).map(|()| None),
    })
    .await;
    denial.is_some_and(|error| DENIALS.contains(&&*name_of(&error)))
}

/// What a browser without IndexedDB, or one that was told to keep nothing, answers to who opens it.
const DENIALS: [&str; 3] = ["SecurityError", "TypeError", "ReferenceError"];

fn name_of(error: &JsValue) -> String {
    let name = || Reflect::get(error, &"name".into()).ok()?.as_string();
    error
        .as_string()
        .or_else(name)
        .unwrap_or_else(|| "unknown".to_owned())
}

fn shelf_error(error: &JsValue) -> ShelfError {
    match name_of(error) {
        name if name == "QuotaExceededError" || name == "NS_ERROR_DOM_QUOTA_REACHED" => {
            ShelfError::Full
        }
        name => ShelfError::Refused(name),
    }
}

/// The page: its clock, its tasks, the other tabs.
struct BrowserHost;

impl Host for BrowserHost {
    fn spawn(&self, task: Task) {
        spawn_local(task);
    }
    fn now_ms(&self) -> f64 {
        js_sys::Date::now()
    }
    fn sleep(&self, ms: u32) -> Timer {
        let promise = Promise::new(&mut |resolve, _| {
            let ms = i32::try_from(ms).unwrap_or(i32::MAX);
            web_sys::window().map(|window| {
                window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, ms)
            });
        });
        Box::pin(async move {
            // A timer does not reject.
            let _ = JsFuture::from(promise).await;
        })
    }
    fn post(&self, text: &str) {
        channel_post(text);
    }
}

/// localStorage, or what stands for it.
struct LocalShelf {
    storage: web_sys::Storage,
}

impl LocalShelf {
    fn keys(&self, prefix: &str) -> BTreeSet<String> {
        let length = self.storage.length().unwrap_or(0);
        gather(
            (0..length)
                .filter_map(|at| self.storage.key(at).ok().flatten())
                .filter(|key| key.starts_with(prefix)),
        )
    }
    /// A method called with values as they are, which need be no valid text.
    fn call(&self, method: &str, key: &str, value: Option<&JsValue>) -> Result<JsValue, JsValue> {
        let method: Function = Reflect::get(&self.storage, &method.into())?.dyn_into()?;
        match value {
            Some(value) => method.call2(&self.storage, &key.into(), value),
            None => method.call1(&self.storage, &key.into()),
        }
    }
    fn remove_all(&self, keys: impl IntoIterator<Item = String>) -> ShelfFuture<()> {
        ready(
            keys.into_iter()
                .try_for_each(|key| self.storage.remove_item(&key))
                .map_err(|error| shelf_error(&error)),
        )
    }
}

impl Shelf for LocalShelf {
    fn put(&self, entries: Vec<Entry>) -> ShelfFuture<()> {
        ready(
            entries
                .iter()
                .try_for_each(|(key, text)| self.storage.set_item(key, text))
                .map_err(|error| shelf_error(&error)),
        )
    }
    fn read(&self, prefix: &str) -> ShelfFuture<Vec<Entry>> {
        ready(Ok(self
            .keys(prefix)
            .into_iter()
            .filter_map(|key| {
                self.storage
                    .get_item(&key)
                    .ok()
                    .flatten()
                    .map(|text| (key, text))
            })
            .collect()))
    }
    fn count(&self, prefix: &str) -> ShelfFuture<usize> {
        ready(Ok(self.keys(prefix).len()))
    }
    fn get(&self, key: &str) -> ShelfFuture<Option<String>> {
        ready(
            self.storage
                .get_item(key)
                .map_err(|error| shelf_error(&error)),
        )
    }
    fn sizes(&self) -> ShelfFuture<Vec<(String, usize)>> {
        let size = |key: String| {
            let text = self
                .call("getItem", &key, None)
                .ok()?
                .dyn_into::<JsString>()
                .ok()?;
            let size = units(&key) + text.length() as usize;
            Some((key, size))
        };
        ready(Ok(self.keys("").into_iter().filter_map(size).collect()))
    }
    fn folders(&self, prefix: &str) -> ShelfFuture<Vec<String>> {
        let keys = self.keys(prefix);
        let names: BTreeSet<String> = gather(
            keys.iter()
                .filter_map(|key| Some(key[prefix.len()..].split_once('/')?.0.to_owned())),
        );
        ready(Ok(names.into_iter().collect()))
    }
    fn copy(&self, from: &str, to: &str) -> ShelfFuture<()> {
        ready(
            self.call("getItem", from, None)
                .and_then(|value| self.call("setItem", to, Some(&value)))
                .map(|_| ())
                .map_err(|error| shelf_error(&error)),
        )
    }
    fn remove(&self, keys: Vec<String>) -> ShelfFuture<()> {
        self.remove_all(keys)
    }
    fn remove_under(&self, prefix: &str) -> ShelfFuture<()> {
        self.remove_all(self.keys(prefix))
    }
}

//! IndexedDB as two shelves, through the glue script: rows and small entries.

use super::shelf_error;
use crate::storage::shelf::{Entry, NO_TEXT, Room, Shelf, ShelfFuture};
use crate::storage::units;
use js_sys::{Array, Promise};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen(module = "/src/shell/glue.js")]
extern "C" {
    fn idb_put_rows(keys: Vec<String>, values: Vec<String>) -> Promise;
    fn idb_put_facts(keys: Vec<String>, values: Vec<String>) -> Promise;
    fn idb_rows(prefix: &str) -> Promise;
    fn idb_kv(prefix: &str) -> Promise;
    fn idb_count(store: &str, prefix: &str) -> Promise;
    fn idb_folders(store: &str, prefix: &str) -> Promise;
    fn idb_delete_rows(keys: Vec<String>) -> Promise;
    fn idb_delete_facts(keys: Vec<String>) -> Promise;
    fn idb_delete_prefix(prefix: &str) -> Promise;
}

/// One store of IndexedDB.
pub(super) struct Database {
    pub(super) room: Room,
}

/// Waits for what the glue promised; the promise is under way already.
fn answer<T: 'static>(
    promise: Promise,
    read: impl FnOnce(JsValue) -> T + 'static,
) -> ShelfFuture<T> {
    Box::pin(async move {
        JsFuture::from(promise)
            .await
            .map(read)
            .map_err(|error| shelf_error(&error))
    })
}

fn texts(value: &JsValue) -> impl Iterator<Item = Option<String>> + use<> {
    Array::from(value).into_iter().map(|item| item.as_string())
}

fn entries(read: JsValue) -> Vec<Entry> {
    let both = Array::from(&read);
    texts(&both.get(0))
        .zip(texts(&both.get(1)))
        // What is no text is told as damaged, not passed over.
        .filter_map(|(key, text)| Some((key?, text.unwrap_or_else(|| NO_TEXT.to_owned()))))
        .collect()
}

impl Database {
    fn store(&self) -> &'static str {
        match self.room {
            Room::Rows => "rows",
            Room::Facts => "kv",
        }
    }
    fn read_from(&self, prefix: &str) -> Promise {
        match self.room {
            Room::Rows => idb_rows(prefix),
            Room::Facts => idb_kv(prefix),
        }
    }
}

impl Shelf for Database {
    fn put(&self, entries: Vec<Entry>) -> ShelfFuture<()> {
        let (keys, values) = entries.into_iter().unzip();
        let promise = match self.room {
            Room::Rows => idb_put_rows(keys, values),
            Room::Facts => idb_put_facts(keys, values),
        };
        answer(promise, |_| ())
    }
    fn read(&self, prefix: &str) -> ShelfFuture<Vec<Entry>> {
        answer(self.read_from(prefix), entries)
    }
    fn count(&self, prefix: &str) -> ShelfFuture<usize> {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a count of keys"
        )]
        answer(idb_count(self.store(), prefix), |count| {
            count.as_f64().unwrap_or_default() as usize
        })
    }
    fn get(&self, key: &str) -> ShelfFuture<Option<String>> {
        let key = key.to_owned();
        answer(self.read_from(&key), move |read| {
            entries(read)
                .into_iter()
                .find(|entry| entry.0 == key)
                .map(|entry| entry.1)
        })
    }
    fn sizes(&self) -> ShelfFuture<Vec<(String, usize)>> {
        answer(self.read_from(""), |read| {
            entries(read)
                .into_iter()
                .map(|(key, text)| (units(&key) + units(&text), key))
                .map(|(size, key)| (key, size))
                .collect()
        })
    }
    fn folders(&self, prefix: &str) -> ShelfFuture<Vec<String>> {
        answer(idb_folders(self.store(), prefix), |names| {
            texts(&names).flatten().collect()
        })
    }
    fn copy(&self, from: &str, to: &str) -> ShelfFuture<()> {
        let (read, to, room) = (self.get(from), to.to_owned(), self.room);
        Box::pin(async move {
            match read.await? {
                Some(text) => Self { room }.put(vec![(to, text)]).await,
                None => Ok(()),
            }
        })
    }
    fn remove(&self, keys: Vec<String>) -> ShelfFuture<()> {
        let promise = match self.room {
            Room::Rows => idb_delete_rows(keys),
            Room::Facts => idb_delete_facts(keys),
        };
        answer(promise, |_| ())
    }
    /// In both stores: a prefix of this app is a project's.
    fn remove_under(&self, prefix: &str) -> ShelfFuture<()> {
        answer(idb_delete_prefix(prefix), |_| ())
    }
}

//! Everything that is stored, raw, for people who want it whole. Understands none of it.

use super::store::Store;

impl Store {
    /// Everything that both homes hold, raw, as one JSON text; what cannot be read is left out and named.
    pub async fn raw_dump(&self) -> String {
        let shelves = &self.inner.shelves;
        let (near, rows, facts) = (
            shelves.near.read(""),
            shelves.rows.read(""),
            shelves.facts.read(""),
        );
        let (near, rows, facts) = (near.await, rows.await, facts.await);
        let problems: Vec<String> = [("localStorage", &near), ("rows", &rows), ("kv", &facts)]
            .into_iter()
            .filter_map(|(name, read)| read.as_ref().err().map(|error| format!("{name}: {error}")))
            .collect();
        serde_json::json!({
            "readme": "合拍 Hepai：浏览器里存着的全部内容，原样。Everything the browser has stored, as it is.",
            "problems": problems,
            "localStorage": near.unwrap_or_default(),
            "indexedDB": {"hepai": {"rows": rows.unwrap_or_default(), "kv": facts.unwrap_or_default()}},
        })
        .to_string()
    }
}

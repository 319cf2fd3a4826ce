//! The app's own path from bytes to merged bytes, callable from the benchmark's page. Nothing of it
//! is special to the benchmark: `exchange::read`, the log, `exchange::write`.
#![cfg(target_family = "wasm")]

use hepai::exchange::{self, Envelope, FileChange, FileContent, Header, ProjectInfo, Scope};
use hepai::model::log::OWN;
use hepai::model::template::Lang;
use hepai::model::{Change, Log};
use hepai::templates::SCHEMA;
use wasm_bindgen::prelude::{JsError, wasm_bindgen};

/// A copy of one project.
#[wasm_bindgen]
pub struct Copy {
    log: Log,
    project: ProjectInfo,
}

#[wasm_bindgen]
impl Copy {
    /// Opens a project file.
    ///
    /// # Errors
    /// Where it is none.
    pub fn open(bytes: &[u8], seed: u32) -> Result<Copy, JsError> {
        let content = read(bytes, None)?;
        let project = content.project.clone();
        let mut log = Log::new(&SCHEMA, u64::from(seed));
        log.load(OWN, new_ones(content));
        Ok(Copy { log, project })
    }

    /// Takes everything that a file brings.
    ///
    /// # Errors
    /// Where it is none.
    pub fn take(&mut self, bytes: &[u8], batch: &str) -> Result<(), JsError> {
        let content = read(bytes, Some(&self.log))?;
        let changes = new_ones(content);
        self.log.add_all(batch, changes);
        Ok(())
    }

    /// The whole project as a file.
    pub fn save(&self, with_current: bool) -> Vec<u8> {
        let header = Header {
            app: env!("CARGO_PKG_VERSION").to_owned(),
            page: "https://example.org/hepai/".to_owned(),
            project: self.project.clone(),
            envelope: Envelope::default(),
            scope: Scope::Whole,
            lang: Lang::Zh,
            current: Some(with_current),
        };
        exchange::write(&self.log, &header).into_bytes()
    }

    /// Reads every value that counts for now; answers with how many there are.
    pub fn read(&self) -> usize {
        self.log.current().values().map(|fields| fields.len()).sum()
    }

    /// How many changes are in force.
    pub fn changes(&self) -> usize {
        self.log.len()
    }

    /// How many places differ.
    pub fn conflicts(&self) -> usize {
        self.log.conflicts().len()
    }
}

fn read(bytes: &[u8], known: Option<&Log>) -> Result<FileContent, JsError> {
    exchange::read(bytes, known).map_err(|refusal| JsError::new(&format!("{refusal:?}")))
}

fn new_ones(content: FileContent) -> impl Iterator<Item = Change> {
    let fresh = content.entries.into_iter().filter_map(|entry| match entry {
        FileChange::Fresh(change, _) => Some(*change),
        FileChange::Known(_) => None,
    });
    fresh.chain(content.outside)
}

//! Files as somebody makes them with a text editor: changes in anybody's name that claim to know everything.

use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result};
use serde_json::{Value, json};

use crate::ProjectFile;

/// The replica of what is forged.
const REPLICA: &str = "F0RGEDF0RG";

/// A file of a project with more in it than was written by the app.
#[derive(Clone, Debug)]
pub struct Forged {
    json: Value,
    lamport: u64,
    seq: u64,
}

impl Forged {
    /// Everything in a file, said to be sent by somebody.
    pub fn of(file: &ProjectFile, sender: &str) -> Self {
        let mut json: Value = serde_json::from_str(file.text()).unwrap_or_default();
        json["exported"]["by"] = json!(sender);
        if let Some(file) = json.as_object_mut() {
            file.remove("sum");
            file.remove("current");
        }
        let top = file
            .changes()
            .iter()
            .filter_map(|one| one["lamport"].as_u64());
        Self {
            lamport: top.max().unwrap_or_default(),
            seq: 0,
            json,
        }
    }

    /// Says another name of the project, or another time of the file, as the header has it.
    #[must_use]
    pub fn header(mut self, part: &str, key: &str, value: Value) -> Self {
        self.json[part][key] = value;
        self
    }

    /// One change in somebody's name, one field, knowing every change of that field; a deletion knows the record.
    #[must_use]
    pub fn write(self, author: &str, record: &str, field: &str, value: Value) -> Self {
        self.change(record, field, value, json!({ "author": author }))
    }

    /// The same, with other members of the change: `author`, `for`, `note`, `time`.
    #[must_use]
    pub fn change(mut self, record: &str, field: &str, value: Value, members: Value) -> Self {
        let is_known = |change: &&Value| {
            let is_cell = change["cells"].get(field).is_some() || field == "deleted";
            change["record"] == record && is_cell
        };
        let changes = self.json["changes"].as_array().cloned().unwrap_or_default();
        let names = changes.iter().filter(is_known).map(|one| one["id"].clone());
        let cell: Vec<Value> = std::iter::once(value).chain(names).collect();
        self.lamport += 1;
        self.seq += 1;
        let mut change = json!({
            "cells": { field: cell }, "id": format!("{REPLICA}-{}", self.seq), "lamport": self.lamport,
            "record": record, "time": 1_772_692_300_000_u64 + self.seq,
        });
        for (key, value) in members.as_object().into_iter().flatten() {
            change[key] = value.clone();
        }
        if let Some(all) = self.json["changes"].as_array_mut() {
            all.push(change);
        }
        self
    }

    /// Writes the file.
    ///
    /// # Errors
    /// Where the folder is not writable.
    pub fn save(&self, folder: &Path, name: &str) -> Result<PathBuf> {
        let path = folder.join(name);
        std::fs::write(&path, self.json.to_string()).with_context(|| path.display().to_string())?;
        Ok(path)
    }
}

//! The sources as the laws read them: file by file, line by line, without comments.

use super::rooms::ROOMS;
use std::fs;
use std::path::{Path, PathBuf};

pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) text: String,
}

impl Source {
    pub(crate) fn room(&self) -> Option<&str> {
        let inside = self.path.strip_prefix("src/")?;
        let room = inside.split(['/', '.']).next()?;
        ROOMS
            .iter()
            .map(|(name, ..)| *name)
            .find(|name| *name == room)
    }

    /// How deep its module lies: 1 for a room itself.
    pub(crate) fn depth(&self) -> usize {
        let inside = self
            .path
            .trim_start_matches("src/")
            .trim_end_matches(".rs")
            .trim_end_matches("/mod");
        inside.split('/').count()
    }

    /// Numbered lines without comments.
    pub(crate) fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self
            .text
            .lines()
            .enumerate()
            .map(|(at, line)| (at + 1, line));
        lines
            .map(|(at, line)| (at, line.split("// ").next().unwrap_or_default()))
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
    }

    /// The same without the tests at the end of the file.
    pub(crate) fn shipped(&self) -> impl Iterator<Item = (usize, &str)> {
        self.code()
            .take_while(|(_, line)| line.trim() != "#[cfg(test)]")
    }
}

pub(crate) fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

pub(crate) fn sources() -> Vec<Source> {
    let files = rust_files(&["src"]).into_iter();
    let out: Vec<Source> = files.map(|(path, text)| Source { path, text }).collect();
    assert!(out.len() > 20, "the sources were found");
    out
}

/// The Rust files of folders of this place, with their text, in the order of their paths.
pub(crate) fn rust_files(folders: &[&str]) -> Vec<(String, String)> {
    let mut out = Vec::new();
    let mut folders: Vec<PathBuf> = folders.iter().map(|name| root().join(name)).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the sources are here") {
            let path = entry.expect("a readable folder").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = fs::read_to_string(&path).expect("sources are UTF-8");
                out.push((relative(&path), text));
            }
        }
    }
    out.sort();
    out
}

fn relative(path: &Path) -> String {
    path.strip_prefix(root())
        .unwrap_or(path)
        .to_string_lossy()
        .replace('\\', "/")
}

pub(crate) fn none(reason: &str, found: &[String]) {
    assert!(found.is_empty(), "{reason}\n  {}", found.join("\n  "));
}

/// Where a word stands by itself in a line: not as a part of a longer name.
pub(crate) fn words<'a>(line: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word)
        .map(|(at, _)| at)
        .filter(move |at| {
            !line[..*at].ends_with(is_part) && !line[at + word.len()..].starts_with(is_part)
        })
}

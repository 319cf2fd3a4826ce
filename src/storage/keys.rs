//! The names under which things lie. The only place that joins a key and the only one that splits it.

use crate::model::{Change, ProjectId};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// Everything of a project in localStorage begins so, then its id and a slash.
pub(super) const PROJECTS: &str = "hepai/p/";
const DAMAGED: &str = "hepai/damaged/";
const SETTING: &str = "hepai/setting/";
#[cfg(target_family = "wasm")]
const HALF_SAID: &str = "hepai/half-said/";

/// One thing kept of a project that is no change: the same key in both homes but for [`PROJECTS`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fact<'a> {
    /// A batch was switched: the highest number counts, odd means off.
    Switch(&'a str, u64),
    /// The copy is whole.
    Whole,
    /// A local note beside the project.
    Note(&'a str),
}

impl Fact<'_> {
    /// The key in IndexedDB.
    pub(super) fn key(self, project: ProjectId) -> String {
        match self {
            Self::Switch(batch, number) => format!("{project}/b/{batch}/{number}"),
            Self::Whole => format!("{project}/whole"),
            Self::Note(name) => format!("{project}/n/{name}"),
        }
    }
}

/// What lies under a key of localStorage, or under one of IndexedDB with [`PROJECTS`] before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ParsedKey<'a> {
    /// A segment of a project, by name.
    Segment(ProjectId, &'a str),
    Fact(ProjectId, Fact<'a>),
    /// The mark that IndexedDB holds more of the project than localStorage.
    More(ProjectId),
    /// The mark that a page, by name, writes into the project.
    Writing(ProjectId, &'a str),
    /// A setting of the app.
    Setting(&'a str),
    /// Anything else; not ours to read.
    Other,
}

impl<'a> ParsedKey<'a> {
    /// What lies under that key of localStorage.
    pub(super) fn of(key: &'a str) -> Self {
        if let Some(name) = key.strip_prefix(SETTING) {
            return Self::Setting(name);
        }
        key.strip_prefix(PROJECTS)
            .and_then(Self::of_project)
            .unwrap_or(Self::Other)
    }
    /// What lies under that key without [`PROJECTS`].
    pub(super) fn of_project(key: &'a str) -> Option<Self> {
        let (project, rest) = key.split_once('/')?;
        let project = project.parse().ok()?;
        let (room, name) = rest.split_once('/').unwrap_or((rest, ""));
        match room {
            "s" => Some(Self::Segment(project, name)),
            "n" => Some(Self::Fact(project, Fact::Note(name))),
            "whole" => Some(Self::Fact(project, Fact::Whole)),
            "more" => Some(Self::More(project)),
            "w" => Some(Self::Writing(project, name)),
            "b" => {
                let (batch, number) = name.rsplit_once('/')?;
                Some(Self::Fact(
                    project,
                    Fact::Switch(batch, number.parse().ok()?),
                ))
            }
            _ => None,
        }
    }
}

pub(super) fn of_project(project: ProjectId) -> String {
    format!("{PROJECTS}{project}/")
}

pub(super) fn segments(project: ProjectId) -> String {
    format!("{PROJECTS}{project}/s/")
}

pub(super) fn segment(project: ProjectId, name: &str) -> String {
    format!("{PROJECTS}{project}/s/{name}")
}

pub(super) fn more(project: ProjectId) -> String {
    format!("{PROJECTS}{project}/more")
}

/// Where a page marks that it writes into a project.
pub(super) fn writing(project: ProjectId, page: &str) -> String {
    format!("{PROJECTS}{project}/w/{page}")
}

pub(super) fn setting(name: &str) -> String {
    format!("{SETTING}{name}")
}

/// Where IndexedDB keeps what is typed before there is a project: no project is called so.
pub(super) fn draft(name: &str) -> String {
    format!("draft/{name}")
}

/// What is being said in one tab, by a name.
#[cfg(target_family = "wasm")]
pub(super) fn half_said(project: ProjectId, name: &str) -> String {
    format!("{HALF_SAID}{project}/{name}")
}

/// Where damaged bytes of a project are set aside.
pub(super) fn damaged(project: ProjectId) -> String {
    format!("{DAMAGED}{project}/")
}

/// Everything of a project in IndexedDB begins so.
pub(super) fn far(project: ProjectId) -> String {
    format!("{project}/")
}

/// Where damaged bytes of a project are set aside in IndexedDB.
pub(super) fn damaged_far(project: ProjectId) -> String {
    format!("{project}/damaged/")
}

/// The key of a row: `<project>/<batch>/<change id>/<hash of content>`. The hash is SHA-256, 128 bits of it, so that
/// nobody can make one content overwrite another.
pub(super) fn row(project: ProjectId, batch: &str, change: &Change) -> String {
    let mut key = format!("{project}/{batch}/{}/", change.id);
    for byte in &Sha256::digest(change.line().as_bytes())[..16] {
        write!(key, "{byte:02x}").expect("writing to a text cannot fail");
    }
    key
}

/// Which batch a row of IndexedDB belongs to; nothing where the key is not one of a row.
pub(super) fn batch_of_row(key: &str) -> Option<&str> {
    let (_, rest) = key.split_once('/')?;
    rest.rsplitn(3, '/').nth(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_read_back_as_it_was_joined() {
        let project: ProjectId = "0123456789".parse().expect("an id");
        for fact in [Fact::Switch("own/er", 3), Fact::Whole, Fact::Note("sent/1")] {
            let key = fact.key(project);
            assert_eq!(
                ParsedKey::of_project(&key),
                Some(ParsedKey::Fact(project, fact))
            );
            assert_eq!(
                ParsedKey::of(&format!("{PROJECTS}{key}")),
                ParsedKey::Fact(project, fact)
            );
        }
        assert_eq!(
            ParsedKey::of(&segment(project, "a-1")),
            ParsedKey::Segment(project, "a-1")
        );
        assert_eq!(ParsedKey::of(&more(project)), ParsedKey::More(project));
        assert_eq!(
            ParsedKey::of(&writing(project, "a")),
            ParsedKey::Writing(project, "a")
        );
        assert_eq!(ParsedKey::of(&setting("lang")), ParsedKey::Setting("lang"));
        for other in [
            "",
            "x",
            "hepai/p/",
            "hepai/p/0123456789",
            "hepai/p/bad/s/1",
            "hepai/p/0123456789/b/own/x",
            "hepai/damaged/0123456789/1",
        ] {
            assert_eq!(ParsedKey::of(other), ParsedKey::Other, "{other}");
        }
        assert_eq!(
            batch_of_row("0123456789/ba/tch/ABCDEFGHJK-1/00ff"),
            Some("ba/tch")
        );
    }
}

//! The last step of a build: what `index.html` and `sw.js` can only say once all files exist.

use std::path::Path;

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};
use xtask::serve::POLICY;

use crate::sh;

/// The place of the policy in `index.html` and `rescue.html`.
const POLICY_PLACE: &str = "<meta name=\"policy\" content=\"of the build\">";

/// The place of the version in `index.html`.
const VERSION_PLACE: &str = "<meta name=\"version\" content=\"of the build\">";

/// The places in the service worker's template.
const FILES_PLACE: &str = "/* FILES */ []";
const BUILD_PLACE: &str = "/* BUILD */ ''";

/// Writes the policy, the version and the service worker; answers with the build's id.
pub(crate) fn finish(dist: &Path) -> Result<String> {
    let policy = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">");
    for page in ["index.html", "rescue.html"] {
        let file = dist.join(page);
        let text =
            std::fs::read_to_string(&file).with_context(|| format!("no {page} in the build"))?;
        let text = fill(page, &text, POLICY_PLACE, &policy)?;
        policy_first(page, &text)?;
        let text = match page {
            "index.html" => fill(page, &text, VERSION_PLACE, &version())?,
            _ => text,
        };
        std::fs::write(&file, text)?;
    }
    let worker = dist.join("sw.js");
    // A worker of an older build is no part of this one.
    if worker.exists() {
        std::fs::remove_file(&worker)?;
    }
    let template =
        std::fs::read_to_string(sh::root().join("src/shell/sw.js")).context("src/shell/sw.js")?;
    let (id, list) = listing(dist, &template)?;
    let text = fill("sw.js", &template, FILES_PLACE, &list)?;
    let text = fill("sw.js", &text, BUILD_PLACE, &format!("'{id}'"))?;
    std::fs::write(worker, text)?;
    Ok(id)
}

/// All files of the build by path with slashes, in order.
pub(crate) fn files(dist: &Path) -> Result<Vec<String>> {
    let mut names = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(dist.join(&folder))? {
            let entry = entry?;
            let name = format!("{folder}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                folders.push(format!("{name}/"));
            } else {
                names.push(name);
            }
        }
    }
    names.retain(|name| !name.starts_with('.'));
    names.sort();
    Ok(names)
}

/// The build's id (over the worker, names and bytes) and the list of `[path, integrity]` as JavaScript.
fn listing(dist: &Path, template: &str) -> Result<(String, String)> {
    let mut whole = Sha256::new();
    whole.update(template.as_bytes());
    let mut rows = String::new();
    for name in files(dist)? {
        if name.contains(['\'', '\\', '\n']) {
            bail!("the file name {name:?} does not fit into the precache list");
        }
        let bytes = std::fs::read(dist.join(&name))?;
        whole.update(name.as_bytes());
        whole.update([0]);
        whole.update(bytes.len().to_le_bytes());
        whole.update(&bytes);
        let integrity = STANDARD.encode(Sha256::digest(&bytes));
        rows.push_str(&format!("  ['{name}', 'sha256-{integrity}'],\n"));
    }
    let id: String = whole
        .finalize()
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    Ok((id, format!("[\n{rows}]")))
}

fn version() -> String {
    format!(
        "<meta name=\"version\" content=\"{}\">",
        env!("CARGO_PKG_VERSION")
    )
}

/// Puts the text in its one place; a place that is not found is a broken build, not a warning.
pub(crate) fn fill(name: &str, text: &str, place: &str, with: &str) -> Result<String> {
    match text.matches(place).count() {
        1 => Ok(text.replacen(place, with, 1)),
        count => bail!("{name} has {count} places {place:?}, not one"),
    }
}

/// A policy holds only for what stands after it.
fn policy_first(page: &str, text: &str) -> Result<()> {
    let Some(policy) = text.find("Content-Security-Policy") else {
        bail!("{page} has no policy")
    };
    let early = ["<link", "<script", "<style"]
        .into_iter()
        .find(|tag| text[..policy].contains(tag));
    match early {
        Some(tag) => bail!("{page}: {tag} stands before the content policy"),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::{fill, policy_first};

    #[test]
    fn a_missing_or_double_place_stops_the_build() {
        assert_eq!(
            fill("x", "a PLACE b", "PLACE", "c").expect("one place"),
            "a c b"
        );
        assert!(fill("x", "a b", "PLACE", "c").is_err());
        assert!(fill("x", "PLACE PLACE", "PLACE", "c").is_err());
    }

    #[test]
    fn a_link_before_the_policy_stops_the_build() {
        assert!(policy_first("x", "<meta http-equiv=\"Content-Security-Policy\"><link>").is_ok());
        assert!(policy_first("x", "<link><meta http-equiv=\"Content-Security-Policy\">").is_err());
        assert!(policy_first("x", "<link>").is_err());
    }
}

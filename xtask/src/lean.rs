//! What the page loads besides the program, made lean: one stylesheet instead of many, and no comments on the wire.

use std::path::Path;

use anyhow::{Context, Result, bail};
use sha2::{Digest as _, Sha256};

use crate::precache;
use crate::split::{integrity, sign};

/// Joins the stylesheets in the order of the page and takes the comments out of them and of the scripts.
pub(crate) fn run(dist: &Path) -> Result<()> {
    let file = dist.join("index.html");
    let mut page = one_stylesheet(dist, &std::fs::read_to_string(&file)?)?;
    for name in precache::files(dist)? {
        // The service worker is made from its template later.
        if name.ends_with(".js") && name != "sw.js" {
            let path = dist.join(&name);
            let script = without_comment_lines(&name, &std::fs::read_to_string(&path)?)?;
            if page.contains(&format!("=\"./{name}\"")) {
                page = sign(&page, &name, script.as_bytes())?;
            }
            std::fs::write(path, script)?;
        }
    }
    std::fs::write(file, page).context("index.html")
}

fn one_stylesheet(dist: &Path, page: &str) -> Result<String> {
    let tags: Vec<&str> = page
        .split_inclusive('>')
        .filter_map(|piece| piece.rfind("<link").map(|at| &piece[at..]))
        .filter(|tag| tag.contains("rel=\"stylesheet\""))
        .collect();
    let mut joined = String::new();
    for tag in &tags {
        let name = tag
            .split_once("href=\"./")
            .and_then(|(_, rest)| rest.split_once('"'))
            .map(|(name, _)| name)
            .with_context(|| format!("index.html: {tag} names no file"))?;
        let path = dist.join(name);
        joined += &without_comments(&std::fs::read_to_string(&path)?)?;
        std::fs::remove_file(path)?;
    }
    let [first, others @ ..] = tags.as_slice() else {
        bail!("index.html has no stylesheet")
    };
    let hash: String = Sha256::digest(joined.as_bytes())
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect();
    let name = format!("style-{hash}.css");
    std::fs::write(dist.join(&name), &joined)?;
    let one = format!(
        "<link rel=\"stylesheet\" href=\"./{name}\" integrity=\"{}\">",
        integrity(joined.as_bytes())
    );
    let mut page = page.replacen(first, &one, 1);
    for other in others {
        page = page.replacen(other, "", 1);
    }
    Ok(page)
}

/// A stylesheet without comments and without the white space that begins its lines.
fn without_comments(text: &str) -> Result<String> {
    let mut rest = text;
    let mut out = String::new();
    while let Some((before, after)) = rest.split_once("/*") {
        out += before;
        let Some((_, behind)) = after.split_once("*/") else {
            bail!("a comment of a stylesheet has no end");
        };
        rest = behind;
    }
    out += rest;
    let lines: Vec<&str> = out
        .lines()
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    Ok(lines.join("\n") + "\n")
}

/// A script without the lines that are nothing but a comment, and without indentation. A text in it that goes over
/// several lines stops the build: it would become another one.
fn without_comment_lines(name: &str, text: &str) -> Result<String> {
    let mut out = String::new();
    let mut is_inside = false;
    for line in text.lines().map(str::trim) {
        is_inside |= line.starts_with("/*");
        let is_comment = is_inside || line.is_empty() || line.starts_with("//");
        if !is_comment {
            if !line.matches('`').count().is_multiple_of(2) {
                bail!("{name}: a text goes over the end of the line {line:?}");
            }
            out += line;
            out.push('\n');
        }
        is_inside &= !line.ends_with("*/");
    }
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::{without_comment_lines, without_comments};

    #[test]
    fn a_stylesheet_keeps_its_rules_and_loses_its_comments() {
        let text = "/* one\n   two */\n:root {\n  --a: url(\"data:x\"); /* b */\n}\n";
        let lean = without_comments(text).expect("whole");
        assert_eq!(lean, ":root {\n--a: url(\"data:x\");\n}\n");
        assert!(without_comments("a { } /* open").is_err());
    }

    #[test]
    fn a_script_keeps_every_line_that_does_something() {
        let text =
            "// why\n\n/** what\n * more */\nconst a = 'https://x'; // kept\n  if (a) {\n  }\n";
        assert_eq!(
            without_comment_lines("a.js", text).expect("whole"),
            "const a = 'https://x'; // kept\nif (a) {\n}\n"
        );
        assert!(without_comment_lines("a.js", "const a = `one\n  two`;\n").is_err());
    }
}

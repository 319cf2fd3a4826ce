//! What the docs of items say: something, or nothing at all. What only repeats a name goes, the name is enough.

use super::sources::{none, rust_files};
use std::collections::BTreeSet;

/// Words that say nothing beside a name.
const EMPTY: &[&str] = &[
    "a", "all", "an", "and", "are", "as", "by", "for", "in", "is", "it", "its", "of", "on", "one",
    "that", "the", "this", "to", "what", "which", "whose", "with",
];

/// The words of a text or of names in it, in small letters and without an ending of several.
fn words(text: &str) -> BTreeSet<String> {
    let mut out = BTreeSet::new();
    let mut word = String::new();
    let mut take = |word: &mut String| {
        let small = word.to_lowercase();
        let one = small.strip_suffix("ies").map(|stem| format!("{stem}y"));
        let one = one.or_else(|| small.strip_suffix('s').map(str::to_owned));
        out.insert(one.filter(|_| small.len() > 3).unwrap_or(small));
        word.clear();
    };
    for c in text.chars().chain([' ']) {
        let begins = c.is_uppercase() && word.chars().last().is_some_and(char::is_lowercase);
        if !word.is_empty() && (begins || !c.is_alphanumeric()) {
            take(&mut word);
        }
        if c.is_alphanumeric() {
            word.push(c);
        }
    }
    out
}

/// Whether a doc says no more than the line of its item.
fn is_filler(doc: &str, item: &str) -> bool {
    let item = item.split(['=', '>']).next().unwrap_or_default();
    let item = words(item);
    let mut said = words(doc);
    said.retain(|word| !EMPTY.contains(&word.as_str()));
    said.is_subset(&item)
}

/// A doc of one line, and the line of what it is about.
fn docs(text: &str) -> Vec<(usize, &str, &str)> {
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let doc = |at: usize| lines.get(at).and_then(|line| line.strip_prefix("///"));
    let mut out = Vec::new();
    for at in 0..lines.len() {
        let is_alone = (at == 0 || doc(at - 1).is_none()) && doc(at + 1).is_none();
        let Some(said) = doc(at).filter(|_| is_alone) else {
            continue;
        };
        let mut below = lines[at + 1..].iter();
        let item = below.find(|line| !line.starts_with("#["));
        out.push((at + 1, said.trim(), *item.unwrap_or(&"")));
    }
    out
}

#[test]
fn no_doc_repeats_the_name_of_its_item() {
    let mut found = Vec::new();
    for (path, text) in rust_files(&["src"]) {
        for (at, doc, item) in docs(&text) {
            if is_filler(doc, item) {
                found.push(format!("{path}:{at}: \"{doc}\" of {item}"));
            }
        }
    }
    none(
        "A doc says what a name cannot: a unit, an error, a rule's code, a reason. One that repeats the name is read for nothing.",
        &found,
    );
}

/// Whether the line begins an item that the world outside of its module may use, other than a constant of a template.
fn is_for_others(path: &str, line: &str) -> bool {
    let rest = line.trim_start().strip_prefix("pub ").unwrap_or_default();
    let rest = rest.strip_prefix("async ").unwrap_or(rest);
    let is_function = rest.starts_with("fn ") || rest.starts_with("const fn ");
    let is_constant = !is_function
        && ["const ", "static "]
            .iter()
            .any(|word| rest.starts_with(word));
    let is_type = ["struct ", "enum ", "trait ", "type "];
    is_function
        || is_type.iter().any(|word| rest.starts_with(word))
        // What a key is, its declaration says to people, in label and help.
        || is_constant && !path.starts_with("src/templates/")
}

#[test]
fn whatever_others_use_says_what_it_is() {
    let mut found = Vec::new();
    for (path, text) in rust_files(&["src"]) {
        let shipped = text.split("#[cfg(test)]").next().unwrap_or_default();
        let lines: Vec<&str> = shipped.lines().collect();
        for (at, line) in lines.iter().enumerate() {
            let ends =
                |line: &&&str| line.trim().is_empty() || line.trim().ends_with(['{', '}', ';']);
            let above = lines[..at].iter().rev().take_while(|line| !ends(line));
            let mut above = above.map(|line| line.trim_start());
            let is_said = above.any(|line| {
                ["///", "#[doc", "$(#[$"]
                    .iter()
                    .any(|begin| line.starts_with(begin))
            });
            if is_for_others(&path, line) && !is_said {
                found.push(format!("{path}:{}: {}", at + 1, line.trim()));
            }
        }
    }
    none(
        "Functions, types and constants for other modules say what they do in a line of docs; fields may be named so that they need none.",
        &found,
    );
}

#[test]
fn no_doc_holds_a_program_that_nobody_runs() {
    let mut found = Vec::new();
    for (path, text) in rust_files(&["src", "xtask/src", "tests/browser/src", "tests/growth/src"]) {
        let docs = text
            .lines()
            .enumerate()
            .filter(|(_, line)| line.trim_start().starts_with("//"));
        let mut is_open = false;
        for (at, line) in docs.filter(|(_, line)| line.contains("```")) {
            if !is_open && !line.trim_end().ends_with("```text") {
                found.push(format!("{path}:{}", at + 1));
            }
            is_open = !is_open;
        }
    }
    none(
        "The test command runs no examples of docs: an example is a test, and what is not Rust is marked ```text.",
        &found,
    );
}

#[test]
fn docs_are_weighed_by_their_words() {
    assert!(is_filler("The field.", "pub key: FieldKey,"));
    assert!(is_filler("Its records.", "pub record: RecordId,"));
    assert!(!is_filler("Days from now.", "pub days: u32,"));
    assert!(!is_filler("总览", "Overview,"));
    let text = "/// One.\n#[derive(Debug)]\npub struct One;\n/// Two\n/// lines.\nfn two();\n";
    assert_eq!(docs(text), [(1, "One.", "pub struct One;")]);
    assert!(is_for_others("src/a.rs", "    pub const fn a() {"));
    assert!(!is_for_others("src/a.rs", "pub(crate) fn a() {"));
    assert!(!is_for_others(
        "src/templates/a.rs",
        "pub const KIND: &str = \"a\";"
    ));
}

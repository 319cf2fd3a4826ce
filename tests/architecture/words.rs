//! One word, one thing: what a type is called says which of all the things of the program it is.

use super::sources::{none, sources};
use std::collections::BTreeMap;

/// The type that a line defines. What an implementation says of a trait's own types (`type Err = …`) is indented, and
/// named by the trait.
fn defined(line: &str) -> Option<&str> {
    let line = match line.strip_prefix("pub") {
        Some(rest) if rest.starts_with('(') => rest.split_once(')')?.1.trim_start(),
        Some(rest) => rest.trim_start(),
        None => line,
    };
    let (what, rest) = line.trim_start().split_once(' ')?;
    let is_type = ["struct", "enum", "trait", "union"].contains(&what)
        || what == "type" && !line.starts_with(' ');
    let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_');
    let name = &rest[..end.unwrap_or(rest.len())];
    (is_type && name.starts_with(char::is_uppercase)).then_some(name)
}

#[test]
fn a_definition_is_read_as_it_is_written() {
    assert_eq!(defined("pub struct Cell {"), Some("Cell"));
    assert_eq!(defined("pub(in crate::ui) type Live<T> = T;"), Some("Live"));
    assert_eq!(defined("    struct Inside;"), Some("Inside"));
    assert_eq!(defined("    type Err = IdError;"), None);
    assert_eq!(defined("    enumerated (Things)"), None);
}

#[test]
fn a_name_means_one_type_in_the_whole_program() {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for source in sources() {
        for (at, line) in source.shipped() {
            if let Some(name) = defined(line) {
                let places = all.entry(name.to_owned()).or_default();
                places.push(format!("{}:{at}", source.path));
            }
        }
    }
    assert!(all.len() > 300, "the types were found");
    let twice = all.into_iter().filter(|(_, places)| places.len() > 1);
    let found: Vec<String> = twice
        .map(|(name, places)| format!("{name}: {}", places.join(", ")))
        .collect();
    none(
        "A type is called by a word that nothing else of the program is called by: whoever reads the word knows the thing.",
        &found,
    );
}

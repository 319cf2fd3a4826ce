//! Kinds, fields and states are spelled once, in their template: everywhere else their constants stand.

use super::sources::{Source, none, sources};
use hepai::templates::SCHEMA;
use std::collections::BTreeSet;

/// Calls whose argument is a kind or a field.
const CALLS: &[&str] = &[
    "Kind",
    "New",
    "NotPerson",
    "Person",
    "RepOf",
    "all",
    "at",
    "coded",
    "count",
    "elements",
    "field",
    "get",
    "has",
    "is_empty",
    "named",
    "new",
    "of",
    "once",
    "rows",
    "rows_under",
    "template",
    "value",
];

/// What a name may stand behind in a template: its own line, a text, or what a column is called elsewhere.
const OWN: &[&str] = &[
    "Key::new",
    "Choice::new",
    "Transition::new",
    "Label::new",
    "with",
    "also",
];

fn kinds_and_fields() -> BTreeSet<&'static str> {
    let own = |template: &&'static hepai::model::template::Template| {
        let fields = template.fields.iter().map(|field| field.key);
        fields.chain([template.kind]).collect::<Vec<_>>()
    };
    SCHEMA.templates.iter().flat_map(own).collect()
}

fn states() -> BTreeSet<&'static str> {
    let machines = SCHEMA.templates.iter().filter_map(|one| one.states);
    let states = machines.flat_map(|machine| machine.states);
    states.map(|state| state.choice.key).collect()
}

/// The shipped text of a source without its comments, lines kept.
fn shipped(source: &Source) -> String {
    let mut out = String::new();
    let mut last = 0;
    for (at, line) in source.shipped() {
        out.extend(std::iter::repeat_n('\n', at - last - 1));
        out.push_str(line);
        out.push('\n');
        last = at;
    }
    out
}

/// Every plain word in quotation marks: where it begins, the word, where the quotation ends.
fn literals(text: &str) -> Vec<(usize, &str, usize)> {
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(open) = text[from..].find('"').map(|at| from + at) {
        let rest = &text[open + 1..];
        let mut is_escaped = false;
        let len = rest.find(|c| {
            let ends = c == '"' && !is_escaped;
            is_escaped = c == '\\' && !is_escaped;
            ends
        });
        let Some(len) = len else { break };
        let word = &rest[..len];
        if !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'_') {
            out.push((open, word, open + len + 2));
        }
        from = open + len + 2;
    }
    out
}

/// The name of the call that text ends in the arguments of, lists passed over: `Key::new` in `Key::new("`.
fn call(before: &str) -> &str {
    let mut depth = 0;
    let mut is_text = false;
    for (at, c) in before.char_indices().rev() {
        match c {
            '"' if !before[..at].ends_with('\\') => is_text = !is_text,
            _ if is_text => {}
            ')' | ']' | '}' => depth += 1,
            '(' | '[' | '{' if depth > 0 => depth -= 1,
            '(' => {
                let head = &before[..at];
                let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
                return &head[head.trim_end_matches(is_part).len()..];
            }
            '{' | ';' => return "",
            _ => {}
        }
    }
    ""
}

fn place(source: &Source, text: &str, at: usize, word: &str) -> String {
    let line = text[..at].matches('\n').count() + 1;
    format!("{}:{line}: \"{word}\"", source.path)
}

#[test]
fn no_room_but_the_templates_spells_a_kind_or_a_field() {
    let names = kinds_and_fields();
    let mut found = Vec::new();
    for source in sources() {
        let Some(room) = source.room() else { continue };
        if ["model", "templates"].contains(&room) || source.path == "src/analysis/cost.rs" {
            continue;
        }
        let text = shipped(&source);
        for (from, word, to) in literals(&text) {
            let (before, behind) = (text[..from].trim_end(), text[to..].trim_start());
            let is_call =
                before.ends_with('(') && CALLS.iter().any(|name| call(before).ends_with(name));
            let is_arm = behind.starts_with("=>") || behind.starts_with("| \"");
            let is_compared = ["kind ==", "kind !=", "kind() ==", "kind() !="]
                .iter()
                .any(|end| before.ends_with(end));
            let is_line = before.ends_with('(') && behind.starts_with(", &[");
            if names.contains(word) && (is_call || is_arm || is_compared || is_line) {
                found.push(place(&source, &text, from, word));
            }
        }
    }
    none(
        "A kind or a field is spelled once, in its template: elsewhere `task::KIND` and `task::TITLE.name` stand, so that the compiler knows of every use.",
        &found,
    );
}

#[test]
fn a_template_spells_kinds_fields_and_states_in_their_own_line_alone() {
    let mut names = kinds_and_fields();
    names.extend(states());
    let mut found = Vec::new();
    for source in sources() {
        if source.room() != Some("templates") || source.path == "src/templates/identity.rs" {
            continue;
        }
        let text = shipped(&source);
        for (from, word, _) in literals(&text) {
            let before = text[..from].trim_end();
            let is_own = OWN.iter().any(|name| call(before).ends_with(name));
            let line = &before[before.rfind('\n').map_or(0, |at| at + 1)..];
            let is_constant = line.contains(": &str =");
            if names.contains(word) && !is_own && !is_constant {
                found.push(place(&source, &text, from, word));
            }
        }
    }
    none(
        "A key stands in its own line (`Key::new`, `Choice::new`, `KIND`); sections, columns, locks, steps and rules name the constant.",
        &found,
    );
}

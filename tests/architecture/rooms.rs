//! The rooms and their arrows: what each may use and must not know.

use super::sources::{none, root, sources, words};
use std::fs;

/// A room, the rooms it may use, and the crates it may use beside those that know neither screen nor browser.
pub(crate) const ROOMS: &[(&str, &[&str], &[&str])] = &[
    ("model", &[], &[]),
    ("templates", &["model"], &[]),
    ("analysis", &["model", "templates"], &[]),
    ("exchange", &["model", "templates", "analysis"], &[]),
    ("storage", &["model", "exchange"], &[]),
    (
        "state",
        &["model", "templates", "analysis", "exchange", "storage"],
        &["reactive_graph"],
    ),
    (
        "ui",
        &[
            "model",
            "templates",
            "analysis",
            "exchange",
            "storage",
            "state",
        ],
        SCREEN,
    ),
];

/// Crates that know a screen or a browser.
const SCREEN: &[&str] = &[
    "leptos",
    "reactive_graph",
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo",
    "gloo_storage",
    "getrandom",
    "console_error_panic_hook",
];

/// The one place outside the screens that touches the browser.
const BROWSER: &[&str] = &["src/storage/browser.rs", "src/storage/browser/"];

const BROWSER_CRATES: &[&str] = &[
    "web_sys",
    "js_sys",
    "wasm_bindgen",
    "wasm_bindgen_futures",
    "gloo",
    "gloo_storage",
    "getrandom",
];

/// Rooms whose results must follow from their arguments alone.
const PURE: &[&str] = &["model", "templates", "analysis", "exchange"];

/// The names that follow a path's beginning: one, or those in its braces.
fn heads(rest: &str) -> Vec<&str> {
    let name = |text: &str| {
        text.trim_start().len()
            - text
                .trim_start()
                .trim_start_matches(|c: char| c.is_alphanumeric() || c == '_')
                .len()
    };
    let first = |text| {
        let text: &str = text;
        &text.trim_start()[..name(text)]
    };
    match rest.strip_prefix('{') {
        None => vec![first(rest)],
        Some(list) => {
            let (mut depth, mut from, mut out) = (0, 0, Vec::new());
            for (at, c) in list.char_indices() {
                match c {
                    '{' => depth += 1,
                    '}' if depth == 0 => {
                        out.push(first(&list[from..at]));
                        return out;
                    }
                    '}' => depth -= 1,
                    ',' if depth == 0 => {
                        out.push(first(&list[from..at]));
                        from = at + 1;
                    }
                    _ => {}
                }
            }
            out.push(first(&list[from..]));
            out
        }
    }
}

/// The rooms that a text names: `crate::room`, `hepai::room`, or `super::` up to the root and a room.
fn rooms_named(text: &str, depth: usize) -> Vec<&str> {
    let mut out = Vec::new();
    for start in ["crate::", "hepai::"] {
        for (at, _) in text.match_indices(start) {
            let before = &text[..at];
            if !before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':' || c == '$')
                || before.ends_with(" ::")
            {
                out.extend(heads(&text[at + start.len()..]));
            }
        }
    }
    let climb = "super::".repeat(depth);
    for (at, _) in text.match_indices(&climb) {
        out.extend(heads(&text[at + climb.len()..]));
    }
    out.retain(|name| ROOMS.iter().any(|(room, ..)| room == name));
    out
}

#[test]
fn paths_are_read_as_they_are_written() {
    assert_eq!(
        rooms_named("use crate::{model::{Log, state}, ui};", 1),
        ["model", "ui"]
    );
    assert_eq!(rooms_named("use crate::model::template::ui;", 1), ["model"]);
    assert_eq!(rooms_named("    hepai::ui::start();", 1), ["ui"]);
    assert_eq!(
        rooms_named("use super::super::storage::Shelf;", 2),
        ["storage"]
    );
    assert_eq!(rooms_named("use super::storage::Shelf;", 2), [""; 0]);
    assert_eq!(words("use leptos::x; // leptos_meta", "leptos").count(), 1);
}

#[test]
fn a_room_uses_only_the_rooms_above_it() {
    let mut found = Vec::new();
    for source in sources() {
        let Some(room) = source.room() else { continue };
        let (_, may_use, _) = ROOMS
            .iter()
            .find(|(name, ..)| *name == room)
            .expect("a room of the table");
        let code: String = source.code().map(|(_, line)| format!("{line}\n")).collect();
        let code = code.replace('\n', " ");
        for named in rooms_named(&code, source.depth()) {
            if named != room && !may_use.contains(&named) {
                found.push(format!("{}: {room} uses {named}", source.path));
            }
        }
    }
    none(
        "A room uses only rooms above it in the table of design.md §5, so that what lies below can be read, tested and changed without what lies above.",
        &found,
    );
}

#[test]
fn only_screens_know_the_browser() {
    let mut found = Vec::new();
    for source in sources() {
        let Some(room) = source.room() else { continue };
        let (.., allowed) = ROOMS
            .iter()
            .find(|(name, ..)| *name == room)
            .expect("a room of the table");
        let is_browser = BROWSER.iter().any(|path| source.path.starts_with(path));
        for (at, line) in source.code() {
            for name in SCREEN.iter().filter(|name| {
                !(allowed.contains(name) || is_browser && BROWSER_CRATES.contains(name))
            }) {
                if words(line, name).any(|from| line[from + name.len()..].starts_with("::")) {
                    found.push(format!("{}:{at}: {room} names {name}", source.path));
                }
            }
        }
    }
    none(
        "Screens and browsers are known to `ui` and `storage/browser.rs` alone (`state` has the triggers of `reactive_graph`), so that everything else runs natively in tests.",
        &found,
    );
}

#[test]
fn screen_crates_are_dependencies_of_the_browser_alone() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("the manifest is here");
    let mut section = String::new();
    let mut found = Vec::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            line.clone_into(&mut section);
        }
        let name = line
            .split([' ', '=', '.'])
            .next()
            .unwrap_or_default()
            .replace('-', "_");
        if section == "[dependencies]"
            && SCREEN.contains(&name.as_str())
            && name != "reactive_graph"
        {
            found.push(format!("{section} {line}"));
        }
    }
    none(
        "Crates of the screen belong under the wasm target, so that the compiler itself keeps the other rooms pure and native tests build fast.",
        &found,
    );
}

#[test]
fn time_chance_and_storage_are_arguments() {
    let impure = [
        "SystemTime",
        "Instant::now",
        "Utc::now",
        "Local::now",
        "std::fs",
        "std::env",
        "std::net",
        "std::thread",
        "thread_rng",
        "fastrand",
        "RandomState",
    ];
    let mut found = Vec::new();
    for source in sources()
        .iter()
        .filter(|source| source.room().is_some_and(|room| PURE.contains(&room)))
    {
        for (at, line) in source.shipped() {
            if let Some(name) = impure
                .iter()
                .find(|name| words(line, name).next().is_some())
            {
                found.push(format!("{}:{at}: {name}", source.path));
            }
        }
    }
    none(
        "Clock, chance and storage are arguments in these rooms: a chart of last March can be tested in November.",
        &found,
    );
}

#[test]
fn analysis_and_templates_keep_nothing_by_themselves() {
    let mut found = Vec::new();
    let is_kept_to = |room: &str| ["templates", "analysis"].contains(&room);
    for source in sources()
        .iter()
        .filter(|source| source.room().is_some_and(is_kept_to))
    {
        for (at, line) in source.shipped() {
            let keeps = ["RefCell", "OnceCell", "Cell", "Mutex", "OnceLock"];
            if keeps.iter().any(|word| words(line, word).next().is_some()) {
                found.push(format!("{}:{at}: {}", source.path, line.trim()));
            }
        }
    }
    none(
        "What is read after something derived was made is on no trail, and stands when it should not: KeptBy keeps answers while they hold.",
        &found,
    );
}

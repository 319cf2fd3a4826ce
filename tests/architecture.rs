//! The rooms and their arrows, read from the sources. Each rule says why it is one where it fails.

#[cfg(test)]
#[path = "architecture/docs.rs"]
mod docs;

#[cfg(test)]
#[path = "architecture/lines.rs"]
mod lines;

#[cfg(test)]
#[path = "architecture/spelling.rs"]
mod spelling;
#[cfg(test)]
#[path = "architecture/words.rs"]
mod words;

#[cfg(test)]
mod rules {
    use std::fs;
    use std::path::{Path, PathBuf};

    /// A room, the rooms it may use, and the crates it may use beside those that know neither screen nor browser.
    const ROOMS: &[(&str, &[&str], &[&str])] = &[
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

    /// Files whose shipped part is past 300 lines, each with the reason why it is still one.
    const LONG: &[(&str, &str)] = &[
        (
            "src/model/log/cells.rs",
            "what is live in a cell, and who knew it: one rule read from both sides",
        ),
        (
            "src/model/log/conflicts.rs",
            "one notion of contradiction for cells, deletions and locking states",
        ),
        (
            "src/model/log/mod.rs",
            "the log's fields and the few functions that may touch all of them",
        ),
        (
            "src/model/template/field.rs",
            "one table of what a field can be, a builder each",
        ),
        (
            "src/state/acts.rs",
            "every act on records, each a few lines over the one write path",
        ),
        (
            "src/state/session.rs",
            "the one write path: everything that may touch the log and the stacks of undo",
        ),
        (
            "src/storage/browser.rs",
            "the only file that touches the browser's stores",
        ),
        (
            "src/templates/preset/project.rs",
            "one table of rows, read from top to bottom",
        ),
        (
            "src/ui/texts/mail.rs",
            "one catalogue: every sentence about files that come and go",
        ),
    ];

    pub(crate) struct Source {
        pub(crate) path: String,
        text: String,
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
        fn depth(&self) -> usize {
            let inside = self
                .path
                .trim_start_matches("src/")
                .trim_end_matches(".rs")
                .trim_end_matches("/mod");
            inside.split('/').count()
        }

        /// Numbered lines without comments.
        fn code(&self) -> impl Iterator<Item = (usize, &str)> {
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

    fn root() -> PathBuf {
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
    fn words<'a>(line: &'a str, word: &'a str) -> impl Iterator<Item = usize> + 'a {
        let is_part = |c: char| c.is_alphanumeric() || c == '_';
        line.match_indices(word)
            .map(|(at, _)| at)
            .filter(move |at| {
                !line[..*at].ends_with(is_part) && !line[at + word.len()..].starts_with(is_part)
            })
    }

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
                if !before
                    .ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':' || c == '$')
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
    fn views_carry_no_styles_and_no_markup_in_texts() {
        let forbidden = [
            "style=\"",
            "style=move",
            "style=format",
            "inner_html",
            "set_inner_html",
            "insert_adjacent_html",
        ];
        let mut found = Vec::new();
        for source in sources()
            .iter()
            .filter(|source| source.room() == Some("ui"))
        {
            for (at, line) in source.code() {
                if let Some(what) = forbidden.iter().find(|what| line.contains(**what)) {
                    found.push(format!("{}:{at}: {what}", source.path));
                }
            }
        }
        none(
            "The content security policy allows no inline style and no markup from texts: computed geometry goes through `style:--name=…`, texts stay texts.",
            &found,
        );
    }

    /// What runs later than the handler that asked for it, and the files that may start it, each with the reason.
    const LATER: &[&str] = &[
        "spawn_local",
        "set_timeout",
        "set_timeout_with_handle",
        "set_interval",
        "request_animation_frame",
        "queue_microtask",
        "set_timeout_with_callback_and_timeout_and_arguments_0",
        "Closure",
        "future_to_promise",
    ];
    const MAY_RUN_LATER: &[(&str, &str)] = &[
        (
            "src/ui/screen/base/life.rs",
            "it knows whether the screen is there",
        ),
        (
            "src/ui/screen/base/dom.rs",
            "the pause after typing, which asks it",
        ),
        (
            "src/ui/screen/app.rs",
            "the start of the program, before any screen",
        ),
        (
            "src/ui/screen/base/door.rs",
            "fetches the program for the page as a whole",
        ),
        (
            "src/ui/screen/later.rs",
            "does what buttons asked for, whatever becomes of their screens",
        ),
    ];

    #[test]
    fn whatever_runs_later_knows_whether_its_screen_is_there() {
        let mut found = Vec::new();
        for source in sources().iter().filter(|source| {
            source.room() == Some("ui")
                && MAY_RUN_LATER.iter().all(|(path, _)| *path != source.path)
        }) {
            for (at, line) in source.code() {
                if let Some(name) = LATER.iter().find(|name| words(line, name).next().is_some()) {
                    found.push(format!("{}:{at}: {name}", source.path));
                }
            }
        }
        for (path, reason) in MAY_RUN_LATER {
            assert!(!reason.is_empty() && root().join(path).is_file(), "{path}");
        }
        none(
            "Timers, frames and tasks are started by `ui/life.rs` alone: what belongs to a screen ends with it, what outlives it is given only what lasts.",
            &found,
        );
    }

    #[test]
    fn what_outlives_a_screen_holds_nothing_of_one() {
        // The types of what is shown over every page, and of what is done when a button of it is pressed.
        let files = [
            "src/ui/screen/base/notices.rs",
            "src/ui/screen/base/deed.rs",
        ];
        let of_screens = ["Callback", "NodeRef", "Memo", "Table", "Rc", "Fn", "FnMut"];
        let mut found = Vec::new();
        for source in sources()
            .iter()
            .filter(|source| files.contains(&source.path.as_str()))
        {
            for (at, line) in source.code() {
                if let Some(name) = of_screens
                    .iter()
                    .find(|name| words(line, name).next().is_some())
                {
                    found.push(format!("{}:{at}: {name}", source.path));
                }
            }
        }
        none(
            "A message is still there when its screen is not: it holds a deed, and a deed holds plain data and what lives as long as the page.",
            &found,
        );
    }

    #[test]
    fn every_listener_of_the_window_goes_with_its_screen() {
        let mut found = Vec::new();
        for source in sources()
            .iter()
            .filter(|source| source.room() == Some("ui"))
        {
            let count = |what: &[&str]| {
                let lines = source.code().filter(|(_, line)| {
                    !line.trim_start().starts_with("use ")
                        && what.iter().any(|what| line.contains(what))
                });
                lines.count()
            };
            let listeners = count(&["window_event_listener(", "window_event_listener_untyped("]);
            let removed = count(&[".remove();", ".remove())"]);
            if listeners > removed {
                found.push(format!("{}: {listeners}, {removed} removed", source.path));
            }
        }
        none(
            "A listener of the window is removed by `on_cleanup`, or it hears events for a screen that is gone.",
            &found,
        );
    }

    #[test]
    fn what_is_dated_follows_the_day() {
        let mut found = Vec::new();
        for source in sources().iter().filter(|source| {
            source.room() == Some("ui")
                && ![
                    "src/ui/screen/base/port.rs",
                    "src/ui/screen/base/clock.rs",
                    "src/ui/screen/base/context.rs",
                ]
                .contains(&source.path.as_str())
        }) {
            for (at, line) in source.shipped() {
                let reads = ["clock", "new_0"].iter().any(|name| {
                    words(line, name).any(|from| line[from + name.len()..].starts_with('('))
                });
                // The overview of yesterday: a component runs once, what it shows follows.
                let once = line.starts_with("    let now = session.now()")
                    || line.starts_with("    let today = session.now()");
                let component = once && component_of(source, at);
                if reads || component {
                    found.push(format!("{}:{at}: {}", source.path, line.trim()));
                }
            }
        }
        none(
            "Screens ask `Session::now` or `Ui::now` where they draw: these watch the day, so that what is open overnight follows it.",
            &found,
        );
    }

    /// Whether the line stands in the body of a component, outside of everything that follows.
    fn component_of(source: &Source, at: usize) -> bool {
        let lines: Vec<&str> = source.text.lines().take(at).collect();
        let head = lines.iter().rposition(|line| {
            line.starts_with("fn ") || line.starts_with("pub") && line.contains("fn ")
        });
        head.is_some_and(|head| head > 0 && lines[head - 1] == "#[component]")
    }

    #[test]
    fn no_file_is_long_without_a_reason() {
        let mut found = Vec::new();
        for source in sources() {
            let lines = source.shipped().count();
            let is_listed = LONG.iter().any(|(path, _)| *path == source.path);
            let is_template = source
                .path
                .strip_prefix("src/templates/")
                .is_some_and(|path| !path.contains('/'));
            // One template is one file, however many fields it has.
            if lines > 300 && !is_listed && !is_template {
                found.push(format!("{}: {lines} lines", source.path));
            }
            if lines <= 300 && is_listed {
                found.push(format!(
                    "{}: {lines} lines, and still listed as long",
                    source.path
                ));
            }
        }
        for (path, reason) in LONG {
            assert!(
                !reason.is_empty() && root().join(path).is_file(),
                "{path} is listed as long and is not there"
            );
        }
        none(
            "A file past 300 lines is asking to be two; where it is one for a reason, the list in this test says the reason.",
            &found,
        );
    }

    #[test]
    fn analysis_is_sorted_by_the_question_it_answers() {
        let outside = ["mod.rs", "computed.rs", "cost.rs"];
        let found: Vec<String> = sources()
            .iter()
            .filter_map(|source| source.path.strip_prefix("src/analysis/"))
            .filter(|path| !path.contains('/') && !outside.contains(path))
            .map(str::to_owned)
            .collect();
        none(
            "A file of `analysis` stands in the folder whose question it answers; the first line of the folder's mod.rs says which that is.",
            &found,
        );
    }

    /// The paths that a use tree or an expression names, and what of the text comes after it.
    fn named<'a>(text: &'a str, before: &[&'a str], out: &mut Vec<Vec<&'a str>>) -> &'a str {
        let text = text.trim_start();
        if let Some(mut rest) = text.strip_prefix('{') {
            loop {
                rest = rest.trim_start();
                if rest.is_empty() || rest.starts_with('}') {
                    return rest.get(1..).unwrap_or_default();
                }
                let after = named(rest, before, out).trim_start();
                rest = match after.strip_prefix(',') {
                    Some(next) => next,
                    None if after.len() == rest.len() => &rest[1..],
                    None => after,
                };
            }
        }
        let is_name = |c: char| c.is_alphanumeric() || c == '_';
        let end = text.find(|c| !is_name(c)).unwrap_or(text.len());
        let path = [before, &[&text[..end]]].concat();
        match text[end..].strip_prefix("::") {
            Some(rest) if rest.starts_with(|c| is_name(c) || c == '{') => named(rest, &path, out),
            _ => {
                out.push(path);
                &text[end..]
            }
        }
    }

    /// The sources as modules of the crate.
    struct Modules<'a> {
        paths: Vec<Vec<&'a str>>,
        texts: Vec<String>,
    }

    impl<'a> Modules<'a> {
        fn of(sources: &'a [Source]) -> Self {
            let path = |source: &'a Source| -> Vec<&'a str> {
                let inside = source
                    .path
                    .trim_start_matches("src/")
                    .trim_end_matches(".rs");
                let inside = inside.trim_end_matches("/mod");
                inside.split('/').filter(|name| *name != "lib").collect()
            };
            let text = |source: &Source| {
                let lines = source.code().map(|(_, line)| format!("{line}\n"));
                let text: String = lines.collect();
                let shipped = text.split("#[cfg(test)]\nmod tests").next();
                shipped.unwrap_or_default().to_owned()
            };
            Self {
                paths: sources.iter().map(path).collect(),
                texts: sources.iter().map(text).collect(),
            }
        }

        fn find(&self, path: &[&str]) -> Option<usize> {
            self.paths.iter().position(|known| known == path)
        }

        /// The file that a path leads to, through what files hand on from those below them.
        fn leads_to(&self, path: &[&str]) -> Option<usize> {
            let found = |n: usize| Some((n, self.find(&path[..n])?));
            let (n, file) = (1..=path.len()).rev().find_map(found)?;
            let handed_on = path.get(n).and_then(|name| self.handed_on(file, name));
            Some(handed_on.unwrap_or(file))
        }

        fn handed_on(&self, file: usize, name: &str) -> Option<usize> {
            self.texts[file].split(';').find_map(|item| {
                let item = item.trim_start();
                let from = item.strip_prefix("pub")?.split_once("use ")?.1;
                let mut all = Vec::new();
                named(from, &[], &mut all);
                let is_it = all.iter().any(|path| path.last() == Some(&name));
                let child = all.first().filter(|_| is_it)?.first()?;
                self.find(&[&*self.paths[file], &[child]].concat())
            })
        }

        /// The files that a file names; those below it and above it are one house with it.
        fn uses(&self, file: usize) -> Vec<usize> {
            let (text, own) = (&self.texts[file], &self.paths[file]);
            let mut all = Vec::new();
            for (at, _) in text.match_indices("crate::") {
                named(&text[at + 7..], &[], &mut all);
            }
            let ups = text.match_indices("super::");
            for (at, _) in ups.filter(|(at, _)| !text[..*at].ends_with("super::")) {
                let rest = text[at..].trim_start_matches("super::");
                let up = (text.len() - at - rest.len()) / 7;
                if let Some(above) = own.len().checked_sub(up) {
                    named(rest, &own[..above], &mut all);
                }
            }
            let files = all.iter().filter_map(|path| self.leads_to(path));
            let is_apart = |other: &usize| {
                let other = &self.paths[*other];
                !other.starts_with(own) && !own.starts_with(other)
            };
            files.filter(is_apart).collect()
        }
    }

    /// So many files may know each other in a circle: a pair, read as one, such as a form and the work it is.
    const CIRCLE: usize = 2;

    #[test]
    fn no_more_than_two_files_know_each_other_but_for_forms() {
        let sources = sources();
        let modules = Modules::of(&sources);
        let uses: Vec<Vec<usize>> = (0..sources.len()).map(|at| modules.uses(at)).collect();
        let reach = |from: usize| {
            let mut seen = vec![false; uses.len()];
            let mut open = vec![from];
            while let Some(at) = open.pop() {
                for next in &uses[at] {
                    if !std::mem::replace(&mut seen[*next], true) {
                        open.push(*next);
                    }
                }
            }
            seen
        };
        let reach: Vec<Vec<bool>> = (0..uses.len()).map(reach).collect();
        assert!(
            uses.iter().map(Vec::len).sum::<usize>() > 1_000,
            "uses were read"
        );
        let mut found = Vec::new();
        for (at, reached) in reach.iter().enumerate() {
            let circle: Vec<usize> = (0..uses.len())
                .filter(|other| reached[*other] && reach[*other][at])
                .collect();
            let is_form = |at: &usize| sources[*at].room() == Some("templates");
            // Forms name each other as on paper: a department its people, a person their department.
            let is_of_forms = circle.iter().all(is_form);
            if circle.len() > CIRCLE && !is_of_forms && circle.first() == Some(&at) {
                let paths: Vec<&str> = circle.iter().map(|at| &*sources[*at].path).collect();
                found.push(format!("{} files: {}", circle.len(), paths.join(", ")));
            }
        }
        none(
            "Files that know each other in a circle can only be read, tested and changed together: put what both need below them.",
            &found,
        );
    }

    #[test]
    fn every_module_begins_by_saying_what_it_is() {
        let found: Vec<String> = sources()
            .iter()
            .filter(|source| !source.text.starts_with("//! "))
            .map(|source| source.path.clone())
            .collect();
        none(
            "The first line of a module says what it is and what it refuses to know: it is the map of the house.",
            &found,
        );
    }
}

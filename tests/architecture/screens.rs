//! What screens may do: no styles, nothing that outlives them unwatched, nothing that forgets the day.

use super::sources::{Source, none, root, sources, words};

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

#[test]
fn no_box_cuts_off_what_is_pasted_into_it() {
    let mut found = Vec::new();
    for source in sources() {
        let cuts = source.code().filter(|(_, line)| line.contains("maxlength"));
        found.extend(cuts.map(|(at, _)| format!("{}:{at}", source.path)));
    }
    none(
        "A browser cuts off in silence what is longer than maxlength: a text is kept whole, and `length_told` says that it is too long (G-02).",
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
    "window_event_listener",
    "window_event_listener_untyped",
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
        "src/ui/screen/base/press_held.rs",
        "hears of presses before anything on the page, as long as the page lives",
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
        source.room() == Some("ui") && MAY_RUN_LATER.iter().all(|(path, _)| *path != source.path)
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
        "Timers, frames, tasks and listeners of the window are begun by `base/life.rs` alone: what belongs to a screen ends with it, what outlives it is given only what lasts.",
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
fn every_table_has_a_name_for_who_hears_it() {
    let mut found = Vec::new();
    for source in sources()
        .iter()
        .filter(|source| source.room() == Some("ui"))
    {
        let lines: Vec<(usize, &str)> = source.code().collect();
        for (place, (at, line)) in lines.iter().enumerate() {
            // In a view, not in what is copied as markup.
            let begins = line.trim_start().starts_with("<table ");
            let tag = || lines[place..lines.len().min(place + 4)].iter();
            let is_named =
                || tag().any(|(_, line)| line.contains("aria-label=") || line.contains("<caption"));
            if begins && !is_named() {
                found.push(format!("{}:{at}: {}", source.path, line.trim()));
            }
        }
    }
    none(
        "A reader's software names a table by its label or its caption.",
        &found,
    );
}

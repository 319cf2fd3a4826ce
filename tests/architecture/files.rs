//! Files: none long without a reason, each where its question is, each saying what it is.

use super::sources::{Source, none, root, rust_files, sources};

/// Lines of a file, comments left out.
const MOST: usize = 300;

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
        "src/templates/mod.rs",
        "the table of all forms and the one of their checks, a line each",
    ),
    (
        "src/templates/preset/problem.rs",
        "one table of rows, read from top to bottom",
    ),
    (
        "src/templates/preset/process.rs",
        "one table of rows, read from top to bottom",
    ),
    (
        "src/templates/preset/project.rs",
        "one table of rows, read from top to bottom",
    ),
    (
        "src/templates/preset/resource.rs",
        "one table of rows, read from top to bottom",
    ),
    (
        "src/ui/texts/mail.rs",
        "one catalogue: every sentence about files that come and go",
    ),
];

/// Files of the tests past 300 lines, each with the reason why it is still one.
const LONG_TESTS: &[(&str, &str)] = &[
    (
        "tests/browser/src/life.rs",
        "the life of one browser, from its start to its end",
    ),
    (
        "tests/browser/src/shapes.rs",
        "one table of odd projects, a function each",
    ),
    (
        "tests/browser/tests/all/answers.rs",
        "the round trip of one representative, with one pair of hands",
    ),
    (
        "tests/browser/tests/all/imports.rs",
        "one page of arrivals, seen before, while and after",
    ),
    (
        "tests/browser/tests/all/lists.rs",
        "one rule for lists without end, on every page that has one",
    ),
    (
        "tests/browser/tests/all/outlives.rs",
        "one list of what is left behind, and what must still happen",
    ),
    (
        "tests/browser/tests/all/plan.rs",
        "one table, worked on with one set of hands",
    ),
    (
        "tests/browser/tests/all/screens.rs",
        "one walk over all screens, looked at in five ways",
    ),
    (
        "tests/browser/tests/all/stakes.rs",
        "one desk of a lead, and the attacks on its first screen",
    ),
    (
        "tests/desk/hostile.rs",
        "one forge of extreme values, and everything that counts with them",
    ),
    (
        "tests/exchange/attacks.rs",
        "one table of attacks, and the innocents around them",
    ),
    (
        "tests/exchange/help.rs",
        "the small projects with which every test of the room begins",
    ),
    (
        "tests/exchange/mutations.rs",
        "one generator of broken files, and what must hold of all",
    ),
    (
        "tests/growth/src/parts.rs",
        "one table of what is measured, a function each",
    ),
    (
        "tests/growth/src/shapes/writes.rs",
        "one part of the table of shapes, a function each",
    ),
    (
        "tests/start/sample.rs",
        "one worked example, held against its specification",
    ),
    (
        "tests/storage/lost.rs",
        "one table of losses, and what must hold after each",
    ),
    (
        "tests/storage/proof.rs",
        "one promise, saved means saved, tried at every step",
    ),
    (
        "tests/storage/truth.rs",
        "one table of failures against what is said of them",
    ),
    (
        "tests/templates/words.rs",
        "one list of rules for words, over all texts",
    ),
    (
        "tests/words/dates.rs",
        "one table of how people write days, read line by line",
    ),
];

/// Files past the limit that the list does not name, and files that it names without need.
fn long<'a>(
    lines_of: impl Iterator<Item = (&'a str, usize)>,
    listed: &[(&str, &str)],
) -> Vec<String> {
    let mut found = Vec::new();
    for (path, lines) in lines_of {
        match (lines > MOST, listed.iter().any(|(known, _)| *known == path)) {
            (true, false) => found.push(format!("{path}: {lines} lines")),
            (false, true) => found.push(format!("{path}: {lines} lines, and still listed as long")),
            _ => {}
        }
    }
    let is_gone = |path: &str| !root().join(path).is_file();
    let gone = listed
        .iter()
        .filter(|(path, reason)| reason.is_empty() || is_gone(path));
    found.extend(gone.map(|(path, _)| format!("{path} is listed as long and is not there")));
    found
}

#[test]
fn no_file_is_long_without_a_reason() {
    // One template is one file, however many fields it has.
    let is_template = |path: &str| {
        let inside = path.strip_prefix("src/templates/");
        inside.is_some_and(|path| !path.contains('/'))
    };
    let sources = sources();
    let all = sources.iter().filter(|source| !is_template(&source.path));
    let lines = all.map(|source| (&*source.path, source.shipped().count()));
    none(
        "A file past 300 lines is asking to be two; where it is one for a reason, the list in this test says the reason.",
        &long(lines, LONG),
    );
}

#[test]
fn no_file_of_the_tests_is_long_without_a_reason() {
    let files = rust_files(&["tests"]);
    let files: Vec<Source> = files
        .into_iter()
        .map(|(path, text)| Source { path, text })
        .collect();
    let lines = files.iter().map(|file| (&*file.path, file.code().count()));
    none(
        "Tests are read more often than they are written: a file of several subjects is several files, a table may be long.",
        &long(lines, LONG_TESTS),
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

//! Writing and reading back; merging in any order; slips.

use crate::help::{Person, SCHEMA, change, header, log_of, read, read_known, sample, text};
use hepai::exchange;
use hepai::exchange::{Scope, write};
use hepai::model::{Log, Value};
use std::collections::BTreeSet;

pub(crate) fn lines(log: &Log) -> Vec<String> {
    log.sorted()
        .iter()
        .map(|change| change.line().to_owned())
        .collect()
}

#[test]
fn a_file_written_and_read_and_written_again_has_the_same_bytes() {
    let log = sample();
    let file = write(&log, &header("member/m1", Scope::Whole));
    let content = read(&file).expect("our own file");
    assert_eq!(
        (
            content.entries.len(),
            content.outside.len(),
            content.warnings.len()
        ),
        (11, 0, 0),
        "{:?}",
        content.warnings
    );
    assert_eq!(
        write(&log_of(&file), &header("member/m1", Scope::Whole)),
        file
    );
}

#[test]
fn known_lines_are_recognised_and_the_others_parsed() {
    let log = sample();
    let file = write(&log, &header("member/m1", Scope::Whole));
    let content = read_known(&file, &log);
    assert!(
        content
            .entries
            .iter()
            .all(|entry| matches!(entry, exchange::FileChange::Known(_)))
    );
    let mut longer = log_of(&file);
    longer.add(
        "own",
        change(
            "DDDDDDDDDD-1",
            9,
            None,
            "task/t9",
            &[("title", text("新"), &[])],
        ),
    );
    let file = write(&longer, &header("member/m1", Scope::Whole));
    let content = read_known(&file, &log);
    let fresh: Vec<usize> = content
        .entries
        .iter()
        .filter_map(|entry| {
            if let exchange::FileChange::Fresh(_, line) = entry {
                Some(*line)
            } else {
                None
            }
        })
        .collect();
    let line = 1 + file
        .lines()
        .position(|line| line.contains("DDDDDDDDDD-1"))
        .expect("the line");
    assert_eq!(fresh, [line]);
    assert!(content.warnings.is_empty() && content.outside.is_empty());
}

#[test]
fn lines_repeated_or_moved_are_the_same_set() {
    let file = write(&sample(), &header("member/m1", Scope::Whole));
    let lines: Vec<&str> = file.lines().collect();
    let at = |text: &str| {
        lines
            .iter()
            .position(|line| line.contains(text))
            .expect("there")
    };
    let (first, third) = (at("AAAAAAAAAA-1\","), at("AAAAAAAAAA-3"));
    let mut moved = lines.clone();
    moved.swap(first, third);
    moved.insert(first, lines[third]);
    let moved = moved.join("\n");
    let log = log_of(&file);
    for content in [read(&moved).expect("a file"), read_known(&moved, &log)] {
        assert_eq!(
            (
                content.entries.len(),
                content.outside.len(),
                content.warnings.len()
            ),
            (11, 0, 0)
        );
    }
    assert_eq!(
        write(&log_of(&moved), &header("member/m1", Scope::Whole)),
        file
    );
}

#[test]
fn the_second_line_tells_what_to_do_with_the_file() {
    for (name, page) in [
        ("A1 台灯上市", "https://example.org/hepai/#/p/PR0JECT0AA"),
        (
            &*"长\"".repeat(90),
            &*format!("https://example.org/{}#/p/PR0JECT0AA", "x".repeat(90)),
        ),
    ] {
        for lang in [
            hepai::model::template::Lang::Zh,
            hepai::model::template::Lang::En,
        ] {
            let mut header = header("member/m1", Scope::Whole);
            (header.project.name, header.page, header.lang) =
                (name.to_owned(), page.to_owned(), lang);
            let file = write(&sample(), &header);
            let line = file.lines().nth(1).expect("a second line");
            assert!(
                line.chars().count() <= 240,
                "{} {line}",
                line.chars().count()
            );
            for word in [
                "合拍",
                "请不要在这里改",
                "拖",
                page.split('#').next().expect("a page"),
                "drag it",
            ] {
                assert!(line.contains(word), "{word}: {line}");
            }
        }
    }
}

#[test]
fn the_header_stands_in_its_order_one_key_per_line_and_current_is_last() {
    let file = write(&sample(), &header("member/m1", Scope::Whole));
    let keys: Vec<&str> = file
        .lines()
        .filter_map(|line| line.strip_prefix("  \"")?.split('"').next())
        .collect();
    assert_eq!(
        keys,
        [
            "readme", "format", "version", "app", "project", "exported", "scope", "sum", "changes",
            "current"
        ]
    );
    let json: serde_json::Value = serde_json::from_str(&file).expect("JSON");
    assert_eq!(json["current"]["task/t1"]["title"], "产品需求文档");
    assert!(
        json["current"].get("metric/x").is_none(),
        "hidden records are not in the plain state"
    );
    let mut without = header("member/m1", Scope::Whole);
    without.current = Some(false);
    let file = write(&sample(), &without);
    assert!(!file.contains("\"current\"") && file.ends_with("  ]\n}\n"));
    assert_eq!(read(&file).expect("a file").entries.len(), 11);
}

#[test]
fn the_order_in_which_files_come_does_not_matter() {
    let base = write(&sample(), &header("member/m1", Scope::Whole));
    let mut people: Vec<Person> = ["member/a", "member/b", "member/c"]
        .into_iter()
        .map(|name| Person::new(name, log_of(&base)))
        .collect();
    people[0].act(&[
        ("task/t1", "title", text("甲")),
        ("charter", "background", text("x")),
    ]);
    people[1].act(&[
        ("task/t1", "title", text("乙")),
        ("issue/i1", "status", text("submitted")),
    ]);
    people[2].act(&[("task/t2", "title", text("丙"))]);
    people[2].act(&[("task/t1", "deleted", Value::Bool(true))]);
    let files: Vec<String> = people
        .iter()
        .map(Person::file)
        .chain([base.clone()])
        .collect();
    let mut results = BTreeSet::new();
    for order in orders(4) {
        for grouped in [false, true] {
            let mut reader = Person::new("member/z", Log::new(&SCHEMA, 9));
            let ordered: Vec<&str> = order.iter().map(|at| files[*at].as_str()).collect();
            if grouped {
                reader.take(&ordered);
            } else {
                for file in &ordered {
                    let preview = reader.look(&[file]);
                    let before = lines(&reader.log);
                    assert_eq!(lines(&reader.log), before, "a look changes nothing");
                    let promised = preview.conflicts();
                    reader.take(&[file]);
                    assert_eq!(reader.log.conflict_count(), promised);
                }
            }
            results.insert((reader.file(), reader.log.conflict_count()));
        }
    }
    assert_eq!(results.len(), 1);
    let conflicts = results.first().expect("one result").1;
    assert_eq!(conflicts, 3, "the title, the deletion and the submission");
}

fn orders(count: usize) -> Vec<Vec<usize>> {
    if count == 0 {
        return vec![Vec::new()];
    }
    orders(count - 1)
        .into_iter()
        .flat_map(|order| {
            (0..count).map(move |at| {
                let mut order = order.clone();
                order.insert(at, count - 1);
                order
            })
        })
        .collect()
}

#[test]
fn taking_the_same_file_twice_changes_nothing_and_says_so() {
    let file = write(&sample(), &header("member/m1", Scope::Whole));
    let mut reader = Person::new("member/z", Log::new(&SCHEMA, 3));
    assert_eq!(reader.take(&[&file]).new_count(), 11);
    let before = reader.file();
    let again = reader.take(&[&file, &file]);
    assert!(again.is_contained());
    assert_eq!((again.new_count(), again.known), (0, 11));
    assert!(
        again
            .files
            .iter()
            .all(|file| file.verdict == exchange::preview::Verdict::Contained)
    );
    assert_eq!(reader.file(), before);
}

//! Writing and reading back; merging in any order; slips.

use crate::help::{Person, SCHEMA, change, header, log_of, read, read_known, sample, text};
use hepai::exchange::{self, Part, Scope, slip, write, write_part};
use hepai::model::{Log, RecordId, Value};
use hepai::templates::identity;
use std::collections::BTreeSet;

fn lines(log: &Log) -> Vec<String> {
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
fn slips_merged_again_are_the_same_file_and_a_reply_to_one_merges_like_any_other() {
    let log = sample();
    let whole = write(&log, &header("member/m1", Scope::Whole));
    let everything: Vec<RecordId> = log.all_records();
    let mut merged = Person::new("member/z", Log::new(&SCHEMA, 3));
    for chunk in everything.chunks(2) {
        let part = slip(&log, &chunk.iter().cloned().collect(), &[]);
        let file = write_part(
            &part,
            &header(
                "member/m1",
                Scope::Slip {
                    slip: chunk[0].to_string(),
                    left: vec![],
                },
            ),
        );
        let content = read(&file).expect("a slip");
        assert!(
            !content.scope.is_whole() && content.outside.is_empty() && content.warnings.is_empty(),
            "{:?}",
            content.outside
        );
        merged.take(&[&file]);
    }
    assert_eq!(
        write(&merged.log, &header("member/m1", Scope::Whole)),
        whole
    );

    let part = slip(
        &log,
        &BTreeSet::from([RecordId::of("issue/i1")]),
        &["contact".to_owned()],
    );
    let records: BTreeSet<&str> = part
        .changes
        .iter()
        .map(|change| change.record.as_str())
        .collect();
    assert_eq!(
        records,
        BTreeSet::from(["issue/i1", "task/t2"]),
        "the form and its rows; its author has no record here"
    );
    let file = write_part(
        &part,
        &header(
            "member/m1",
            Scope::Slip {
                slip: "issue/i1".to_owned(),
                left: vec!["contact".to_owned()],
            },
        ),
    );
    let (mut from_slip, mut from_whole) = (
        Person::new("member/r", log_of(&file)),
        Person::new("member/r", log_of(&whole)),
    );
    // The same act, by the same hand, once in the slip and once in the whole file.
    let edit = change(
        "RRRRRRRRRR-1",
        20,
        Some("member/r"),
        "issue/i1",
        &[("need", text("样机 3 台"), &["BBBBBBBBBB-2"])],
    );
    from_slip.log.add("own", edit.clone());
    from_whole.log.add("own", edit);
    let reply = |person: &Person| person.file();
    let mut lead = [
        Person::new("member/m1", log_of(&whole)),
        Person::new("member/m1", log_of(&whole)),
    ];
    lead[0].take(&[&reply(&from_slip)]);
    lead[1].take(&[&reply(&from_whole)]);
    assert_eq!(lines(&lead[0].log), lines(&lead[1].log));
    assert_eq!(lines(&lead[0].log).len(), 12);
}

#[test]
fn a_slip_carries_the_names_of_its_authors_and_nothing_else() {
    let mut log = sample();
    log.add(
        "own",
        change(
            "CCCCCCCCCC-2",
            8,
            None,
            "identity/CCCCCCCCCC",
            &[("member", text("member/m3"), &[])],
        ),
    );
    log.add(
        "own",
        change(
            "AAAAAAAAAA-8",
            8,
            Some("member/m1"),
            "member/m3",
            &[("person", text("陈专员"), &[])],
        ),
    );
    log.add(
        "own",
        change(
            "AAAAAAAAAA-9",
            8,
            Some("member/m1"),
            "contact/m3",
            &[("contact", text("138…"), &[])],
        ),
    );
    // Somebody signed with a name that was joined with a member; another name stays a name.
    let joined = identity::of_name("陈主管");
    let name = [
        ("name", text("陈主管"), &[][..]),
        ("member", text("member/m2"), &[]),
    ];
    log.add(
        "own",
        change("AAAAAAAAAB-1", 8, Some("member/m1"), joined.as_str(), &name),
    );
    for (id, author) in [("DDDDDDDDDD-1", "陈主管"), ("EEEEEEEEEE-1", "谁谁")] {
        let cells = [("effort", text(author), &["AAAAAAAAAA-4"][..])];
        log.add("own", change(id, 8, Some(author), "task/t1", &cells));
    }
    let part = slip(
        &log,
        &BTreeSet::from([RecordId::of("task/t1")]),
        &["contact".to_owned()],
    );
    let records: BTreeSet<&str> = part
        .changes
        .iter()
        .map(|change| change.record.as_str())
        .collect();
    assert_eq!(
        records,
        BTreeSet::from([
            "identity/CCCCCCCCCC",
            joined.as_str(),
            "member/m1",
            "member/m3",
            "task/t1"
        ])
    );
}

#[test]
fn an_update_holds_what_its_recipient_lacks_and_merges_without_special_rules() {
    let base = write(&sample(), &header("member/m1", Scope::Whole));
    let mut lead = Person::new("member/m1", log_of(&base));
    let known = lead.log.in_force().map(|change| change.id).collect();
    let act = lead.act(&[
        ("task/t1", "title", text("新名")),
        ("charter", "background", text("背景")),
    ]);
    let part = Part::update(&lead.log, &known);
    assert_eq!(part.changes.len(), act.len());
    let file = write_part(
        &part,
        &header("member/m1", Scope::Update("since Monday".to_owned())),
    );
    let mut other = Person::new("member/m2", log_of(&base));
    let preview = other.take(&[&file]);
    assert_eq!(
        (preview.new_count(), preview.known, preview.conflicts()),
        (2, 0, 0)
    );
    assert_eq!(lines(&other.log), lines(&lead.log));
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

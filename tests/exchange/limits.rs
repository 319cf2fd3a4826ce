//! The limits of size and number hold, and what is just inside is taken.

use crate::fixtures::fixture;
use crate::help::read;
use crate::refuse::{faults, refused};
use hepai::exchange::{Fault, Looks, Refusal, Warning, limits};

#[test]
fn more_faults_than_are_listed_are_counted() {
    let bad = vec!["{\"lamport\":0}"; 300].join(",\n");
    let file = format!(
        "{{\"format\":\"hepai-project\",\"version\":1,\"project\":{{\"id\":\"PR0JECT0AA\"}},\"changes\":[{bad}]}}"
    );
    let Refusal::Faulty { findings, count } = refused(file.as_bytes()) else {
        panic!("faulty")
    };
    assert_eq!(
        (findings.len(), count, findings[1].place.line),
        (limits::FINDINGS, 300, 2)
    );
}

#[test]
fn the_limits_hold_and_what_is_just_inside_is_taken() {
    let with = |extra: &str| {
        fixture("small.json").replacen("\"app\"", &format!("\"x\": {extra}, \"app\""), 1)
    };
    let nest = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    assert!(read(&with(&nest(limits::DEPTH - 1))).is_ok());
    let Refusal::TooDeep(place) = refused(with(&nest(limits::DEPTH)).as_bytes()) else {
        panic!("too deep")
    };
    assert_eq!((place.line, place.path.starts_with("x[0][0]")), (5, true));
    assert!(matches!(
        refused("[".repeat(100_000).as_bytes()),
        Refusal::NotOurs(Looks::OtherJson)
    ));
    assert!(matches!(
        refused(with(&"[".repeat(1_000_000)).as_bytes()),
        Refusal::TooDeep(_)
    ));
    let long = |length: usize| with(&format!("\"{}\"", "a".repeat(length)));
    assert!(read(&long(limits::TEXT_BYTES)).is_ok());
    assert!(matches!(
        faults(&long(limits::TEXT_BYTES + 1))[0],
        (Fault::TextTooLong(_), 5, ..)
    ));
    assert_eq!(
        refused(&vec![b' '; limits::FILE_BYTES + 1]),
        Refusal::TooLarge(limits::FILE_BYTES + 1)
    );
    let fields = |count: usize| {
        let cells: Vec<String> = (0..count).map(|at| format!("\"f/{at}\":[1]")).collect();
        let line = format!(
            "{{\"cells\":{{{}}},\"id\":\"ZZZZZZZZZZ-1\",\"lamport\":9,\"record\":\"task/t9\",\"time\":0}}",
            cells.join(",")
        );
        fixture("small.json").replace("\"changes\": [", &format!("\"changes\": [{line},"))
    };
    assert!(read(&fields(limits::FIELDS)).is_ok());
    assert!(matches!(
        faults(&fields(limits::FIELDS + 1))[0].0,
        Fault::TooManyFields(_)
    ));
}

#[test]
fn a_record_filled_with_fields_by_many_changes_is_refused_as_well() {
    let lines: Vec<String> = (0..limits::FIELDS / 100 + 1)
        .map(|number| {
            let cells: Vec<String> = (0..100).map(|at| format!("\"f/{number}-{at}\":[1]")).collect();
            format!("{{\"cells\":{{{}}},\"id\":\"ZZZZZZZZZZ-{}\",\"lamport\":9,\"record\":\"task/t9\",\"time\":0}}", cells.join(","), number + 1)
        })
        .collect();
    let file = |count: usize| {
        fixture("small.json").replace(
            "\"changes\": [",
            &format!("\"changes\": [{},", lines[..count].join(",\n")),
        )
    };
    assert!(read(&file(lines.len() - 1)).is_ok());
    assert!(matches!(
        faults(&file(lines.len()))[0].0,
        Fault::TooManyFields(_)
    ));
}

#[test]
fn one_change_more_than_the_limit_is_refused_at_its_place() {
    let file = |count: usize| {
        let changes = vec!["0"; count].join(",\n");
        format!(
            "{{\"format\":\"hepai-project\",\"version\":1,\"project\":{{\"id\":\"PR0JECT0AA\"}},\"changes\":[\n{changes}]}}"
        )
    };
    assert!(matches!(
        faults(&file(limits::CHANGES))[0].0,
        Fault::BadChange(_)
    ));
    let found = faults(&file(limits::CHANGES + 1));
    let place = format!("changes[{}]", limits::CHANGES);
    assert!(
        matches!(&found[..], [(Fault::TooMany, line, _, path)] if *line == limits::CHANGES + 2 && *path == place)
    );
}

/// A file of canonical lines, each beginning its line: read without a scan.
fn of_lines(lines: &[String]) -> String {
    let changes = lines.join(",\n");
    format!(
        "{{\"format\":\"hepai-project\",\"version\":1,\"project\":{{\"id\":\"PR0JECT0AA\"}},\"changes\":[\n{changes}\n]}}"
    )
}

fn line(number: usize, cells: &str) -> String {
    format!(
        "{{\"cells\":{{{cells}}},\"id\":\"ZZZZZZZZZZ-{number}\",\"lamport\":{number},\"record\":\"task/t{number}\",\"time\":0}}"
    )
}

#[test]
fn the_limits_hold_in_lines_that_need_no_scan_too() {
    let long = |length: usize| {
        let text = "a".repeat(length);
        of_lines(&[
            line(1, "\"f\":[1]"),
            line(2, &format!("\"f\":[\"{text}\"]")),
        ])
    };
    assert!(read(&long(limits::TEXT_BYTES)).is_ok());
    assert!(matches!(
        faults(&long(limits::TEXT_BYTES + 1))[0],
        (Fault::TextTooLong(_), 3, ..)
    ));
    let many = |count: usize| {
        let cells: Vec<String> = (0..count).map(|at| format!("\"f/{at:05}\":[1]")).collect();
        of_lines(&[line(1, "\"f\":[1]"), line(2, &cells.join(","))])
    };
    assert!(read(&many(limits::FIELDS)).is_ok());
    assert!(matches!(
        faults(&many(limits::FIELDS + 1))[0],
        (Fault::TooManyFields(_), 3, ..)
    ));
}

#[test]
fn a_record_of_current_holds_as_many_fields_as_one_of_changes() {
    let file = |count: usize| {
        let fields: Vec<String> = (0..count).map(|at| format!("\"f/{at}\":1")).collect();
        format!(
            "{{\"format\":\"hepai-project\",\"version\":1,\"project\":{{\"id\":\"PR0JECT0AA\"}},\"current\":{{\"task/t\":{{{}}}}}}}",
            fields.join(",")
        )
    };
    assert!(read(&file(limits::FIELDS)).is_ok());
    assert!(matches!(
        faults(&file(limits::FIELDS + 1))[0].0,
        Fault::TooManyFields(_)
    ));
}

#[test]
fn a_project_is_called_large_from_so_many_changes_on() {
    let is_many = |count: usize| {
        let lines: Vec<String> = (1..=count).map(|at| line(at, "\"f\":[1]")).collect();
        let content = read(&of_lines(&lines)).expect("a file");
        content.warnings.contains(&Warning::Many(count))
    };
    assert!(!is_many(limits::MANY_CHANGES - 1));
    assert!(is_many(limits::MANY_CHANGES));
}

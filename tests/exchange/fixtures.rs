//! The golden files of every format version. Once shipped they are never edited again.

use crate::help::{Person, SCHEMA, header, log_of, moment, read, sample};
use hepai::exchange::{
    self, Envelope, Header, Part, Refusal, Scope, VERSION, read as read_bytes, slip, write,
    write_part,
};
use hepai::model::{Log, RecordId};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

pub(crate) fn folder(version: u64) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/fixtures/v{version}"))
}

pub(crate) fn fixture(name: &str) -> String {
    std::fs::read_to_string(folder(1).join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The header of the golden files: every key is written.
fn full_header() -> Header {
    Header {
        envelope: Envelope {
            at: Some(moment()),
            by: Some("member/m1".to_owned()),
            to: vec!["member/m2".to_owned(), "member/m3".to_owned()],
            purpose: Some("invite".to_owned()),
            ask: Some("请确认目标和分工".to_owned()),
            requests: [
                "confirm_goal",
                "confirm_duties",
                "confirm_tasks",
                "name_backup",
            ]
            .map(str::to_owned)
            .to_vec(),
            by_when: Some("2026-03-05T18:00:00+08:00".to_owned()),
        },
        ..header("member/m1", Scope::Whole)
    }
}

#[test]
fn what_is_written_today_is_what_was_written_first() {
    let log = sample();
    assert_eq!(write(&log, &full_header()), fixture("small.json"));
    let part = slip(
        &log,
        &BTreeSet::from([RecordId::of("issue/i1"), RecordId::of("task/t1")]),
        &["contact".to_owned()],
    );
    let scope = Scope::Slip {
        slip: "issue/i1".to_owned(),
        left: vec!["contact".to_owned()],
    };
    assert_eq!(
        write_part(&part, &header("member/m1", scope)),
        fixture("slip.json")
    );
    let known = log
        .in_force()
        .filter(|change| change.lamport < 5)
        .map(|change| change.id)
        .collect();
    assert_eq!(
        write_part(
            &Part::update(&log, &known),
            &header("member/m1", Scope::Update("2026-03-02".to_owned()))
        ),
        fixture("update.json")
    );
}

#[test]
fn every_released_file_opens_and_is_written_again_with_the_same_changes() {
    for version in 1..=VERSION {
        let mut count = 0;
        for entry in std::fs::read_dir(folder(version))
            .unwrap_or_else(|error| panic!("version {version} has no golden files: {error}"))
        {
            let path = entry.expect("an entry").path();
            if path.extension().is_none_or(|extension| extension != "json")
                || path.file_name().is_some_and(|name| name == "newer.json")
            {
                continue;
            }
            count += 1;
            let bytes = std::fs::read(&path).expect("a file");
            let content = read_bytes(&bytes, None)
                .unwrap_or_else(|refusal| panic!("{}: {refusal}", path.display()));
            assert!(!content.is_empty(), "{}", path.display());
            let log = Log::of(&SCHEMA, 1, content.changes(None).cloned());
            let file = write(&log, &header("member/m1", content.scope.clone()));
            let again = read(&file).expect("our own file");
            assert_eq!(again.entries.len(), content.len(), "{}", path.display());
            assert!(
                again.warnings.is_empty() && again.outside.is_empty(),
                "{}",
                path.display()
            );
            assert_eq!(
                write(&log_of(&file), &header("member/m1", content.scope)),
                file,
                "{}",
                path.display()
            );
        }
        assert!(count >= 6, "version {version} has {count} golden files");
    }
}

#[test]
fn the_header_of_a_file_is_read_as_it_was_written() {
    let content = read(&fixture("small.json")).expect("a file");
    let header = full_header();
    assert_eq!(
        (
            content.project,
            content.envelope,
            content.scope,
            content.app
        ),
        (
            header.project.clone(),
            header.envelope,
            header.scope,
            header.app
        )
    );
    assert_eq!(
        exchange::peek(fixture("small.json").as_bytes()),
        Some(header.project.clone())
    );
    assert_eq!(
        exchange::peek(fixture("unknown.json").as_bytes()).map(|project| project.id),
        Some(header.project.id)
    );
    let slip = read(&fixture("slip.json")).expect("a file");
    assert_eq!(
        slip.scope,
        Scope::Slip {
            slip: "issue/i1".to_owned(),
            left: vec!["contact".to_owned()]
        }
    );
    assert_eq!(
        read(&fixture("update.json")).expect("a file").scope,
        Scope::Update("2026-03-02".to_owned())
    );
}

#[test]
fn what_a_newer_version_wrote_is_kept_carried_and_written_again_untouched() {
    let content = read(&fixture("unknown.json")).expect("a file");
    assert!(
        content.outside.is_empty() && content.warnings.is_empty(),
        "{:?} {:?}",
        content.outside,
        content.warnings
    );
    let mut person = Person::new("member/m9", log_of(&fixture("unknown.json")));
    let before = person.lines();
    assert!(before.iter().any(|line| {
        line.contains("\"basis_of_2031\":{\"list\":[1,1.5,null],\"nested\":{\"deep\":true}}")
    }));
    person.act(&[("task/t1", "title", crate::help::text("由旧版改过"))]);
    let file = person.file();
    assert_eq!(
        file.lines()
            .filter(|line| line.contains("hologram"))
            .count(),
        2,
        "the change and its record in current"
    );
    let after = log_of(&file);
    assert!(
        before.iter().all(|line| after.find(line).is_some()),
        "every change of the newer version is still there"
    );
    assert!(
        !file.contains("header_of_2031"),
        "the header belongs to the file, not to the project"
    );
}

#[test]
fn a_file_that_an_editor_saved_anew_is_the_same_file() {
    let small = read(&fixture("small.json")).expect("a file");
    let lines = |content: &exchange::FileContent| {
        content
            .changes(None)
            .map(|change| change.line().to_owned())
            .collect::<Vec<_>>()
    };
    let json: serde_json::Value = serde_json::from_str(&fixture("small.json")).expect("JSON");
    let pretty = serde_json::to_string_pretty(&json).expect("JSON");
    let forms = [
        format!("\u{FEFF}{}", fixture("small.json")),
        fixture("small.json").replace('\n', "\r\n"),
        format!(
            "\u{FEFF}{}\r\n\r\n ",
            fixture("small.json").replace('\n', "\r\n")
        ),
        fixture("small.json").trim_end().to_owned(),
        pretty.clone(),
        pretty.replace('\n', "\r\n\t"),
        serde_json::to_string(&json).expect("JSON"),
        fixture("reformatted.json"),
    ];
    let log = log_of(&fixture("small.json"));
    for (at, form) in forms.iter().enumerate() {
        for known in [None, Some(&log)] {
            let content = read_bytes(form.as_bytes(), known)
                .unwrap_or_else(|refusal| panic!("form {at}: {refusal}"));
            let found: Vec<String> = content
                .changes(known)
                .map(|change| change.line().to_owned())
                .collect();
            assert_eq!(found, lines(&small), "form {at}");
            assert!(
                content.warnings.is_empty() && content.outside.is_empty(),
                "form {at}: {:?}",
                content.warnings
            );
            assert_eq!(content.envelope, small.envelope, "form {at}");
            assert!(
                known.is_none()
                    || content
                        .entries
                        .iter()
                        .all(|entry| matches!(entry, exchange::FileChange::Known(_))),
                "form {at}"
            );
        }
    }
}

#[test]
fn a_file_of_a_newer_version_is_refused_whatever_is_in_it() {
    assert_eq!(
        read(&fixture("newer.json")).expect_err("newer"),
        Refusal::Newer(2)
    );
}

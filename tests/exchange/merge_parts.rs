//! Parts of a project: slips and updates, merged like whole files.

use crate::help::{Person, SCHEMA, change, header, log_of, read, sample, text};
use crate::merge::lines;
use hepai::exchange::{Part, Scope, slip, write, write_part};
use hepai::model::{Log, RecordId};
use hepai::templates::identity;
use std::collections::BTreeSet;

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

//! Outside edits: `current` changed by hand, and files that other tools make. Their bytes are frozen.

use crate::fixtures::fixture;
use crate::help::{Person, SCHEMA, log_of, read, text};
use hepai::exchange::{FileChange, Warning};
use hepai::model::{Log, RecordId};

fn outside_lines(file: &str) -> Vec<String> {
    read(file)
        .expect("a file")
        .outside
        .iter()
        .map(|change| change.line().to_owned())
        .collect()
}

#[test]
fn a_hand_edited_file_gives_the_frozen_changes() {
    let lines = outside_lines(&fixture("edited.json"));
    assert_eq!(lines.join("\n") + "\n", fixture("edited.outside.txt"));
    let lines = outside_lines(&fixture("current_only.json"));
    assert_eq!(lines.join("\n") + "\n", fixture("current_only.outside.txt"));
}

#[test]
fn only_values_that_stand_there_and_differ_count() {
    let content = read(&fixture("edited.json")).expect("a file");
    let cells: Vec<String> = content
        .outside
        .iter()
        .flat_map(|change| {
            change
                .cells
                .iter()
                .map(|cell| format!("{} {}", change.record, cell.key))
        })
        .collect();
    // In it: a title changed, a field emptied, a new record, a record and a field taken away, a float written anew.
    assert_eq!(
        cells,
        [
            "charter goal_statement",
            "issue/i1 need",
            "task/byhand title",
            "task/t1 title"
        ]
    );
    assert!(
        content
            .outside
            .iter()
            .all(|change| change.time == 0 && change.author.is_none() && change.lamport == 8)
    );
    assert_eq!(
        content
            .outside
            .iter()
            .map(|change| change.id.seq)
            .collect::<Vec<_>>(),
        [1, 2, 3, 4]
    );
    let places: Vec<_> = content
        .outside
        .iter()
        .flat_map(|change| {
            change
                .cells
                .iter()
                .map(|cell| (change.record.clone(), cell.key.clone()))
        })
        .collect();
    assert_eq!(content.warnings, [Warning::CurrentDiffers(places)]);
    let names: Vec<String> = content.outside[3]
        .names()
        .map(|name| name.to_string())
        .collect();
    assert_eq!(
        names,
        ["AAAAAAAAAA-5"],
        "the live value of the file, and nothing else"
    );
}

#[test]
fn the_edit_arrives_replaces_what_it_saw_and_is_known_ever_after() {
    let edited = fixture("edited.json");
    let mut lead = Person::new("member/m1", log_of(&fixture("small.json")));
    let preview = lead.take(&[&edited]);
    assert_eq!(
        (preview.new_count(), preview.known, preview.conflicts()),
        (4, 11, 0)
    );
    assert!(preview.items.iter().all(|item| item.is_outside));
    let title = lead
        .log
        .value(&RecordId::of("task/t1"), &"title".parse().expect("a key"));
    assert_eq!(title.as_text(), Some("手改的题目"));
    assert!(lead.take(&[&edited]).is_contained());
    // Overruled, and the same file comes once more.
    lead.act(&[
        ("task/t1", "title", text("还是原来的")),
        ("charter", "goal_statement", text("另一个目标")),
    ]);
    let before = lead.file();
    let again = lead.take(&[&edited]);
    assert!(again.is_contained() && again.known == 15);
    assert_eq!(lead.file(), before);
    assert_eq!(lead.log.conflict_count(), 0);
    // Others who take both meet no difference either, in any order.
    for order in [[&edited, &before], [&before, &edited]] {
        let mut other = Person::new("member/m2", Log::new(&SCHEMA, 4));
        for file in order {
            other.take(&[file]);
        }
        assert_eq!(
            (other.file(), other.log.conflict_count()),
            (Person::new("member/m2", log_of(&before)).file(), 0)
        );
    }
}

#[test]
fn a_hand_edit_of_a_stale_copy_is_a_difference_and_not_a_loss() {
    let mut lead = Person::new("member/m1", log_of(&fixture("small.json")));
    lead.act(&[("task/t1", "title", text("后来改的"))]);
    let preview = lead.take(&[&fixture("edited.json")]);
    assert_eq!(preview.conflicts(), 1);
    assert_eq!(
        lead.log
            .distinct(&RecordId::of("task/t1"), &"title".parse().expect("a key"))
            .len(),
        2
    );
}

#[test]
fn a_file_with_current_alone_makes_a_project() {
    let content = read(&fixture("current_only.json")).expect("a file");
    assert!(content.entries.is_empty() && content.scope.is_whole());
    let log = Log::of(&SCHEMA, 1, content.changes(None).cloned());
    assert_eq!(log.current().len(), 3);
    assert!(
        content
            .outside
            .iter()
            .all(|change| change.lamport == 1 && change.names().next().is_none())
    );
}

#[test]
fn a_line_edited_by_hand_is_told_with_its_place_and_left_out_where_it_is_a_second_content() {
    let forged = fixture("small.json").replace(
        "\"产品需求文档\",\"AAAAAAAAAA-4\"",
        "\"伪造的题目\",\"AAAAAAAAAA-4\"",
    );
    let line = 1 + forged
        .lines()
        .position(|line| line.contains("伪造"))
        .expect("the line");
    let mut lead = Person::new("member/m1", log_of(&fixture("small.json")));
    let content = hepai::exchange::read(forged.as_bytes(), Some(&lead.log)).expect("a file");
    assert!(
        content
            .warnings
            .contains(&Warning::ChangesDiffer(vec![line])),
        "{:?}",
        content.warnings
    );
    assert!(
        content
            .entries
            .iter()
            .any(|entry| matches!(entry, FileChange::Fresh(_, at) if *at == line))
    );
    let preview = lead.take(&[&forged]);
    assert_eq!(preview.left_out.len(), 1);
    assert_eq!(preview.twice.len(), 1);
    assert_eq!(
        (preview.twice[0].id.to_string(), preview.new_count()),
        ("BBBBBBBBBB-1".to_owned(), 1)
    );
    assert_eq!(lead.log.len(), 11, "held back");
    // Taken all the same, both contents are kept, and in any order the bytes are the same.
    let both = |files: [&str; 2]| {
        let mut person = Person::new("member/z", Log::new(&SCHEMA, 2));
        for file in files {
            let preview = person.look(&[file]);
            let batches = preview.batches(Some(&person.log), &Default::default());
            person.log.load(file, batches.take);
        }
        person.file()
    };
    let (small, forged) = (fixture("small.json"), forged);
    assert_eq!(both([&small, &forged]), both([&forged, &small]));
    assert_eq!(log_of(&both([&small, &forged])).len(), 12);
}

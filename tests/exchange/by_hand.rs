//! What a hand or a damaged disk did to a file, and how it is told from what people sent.

use crate::closer::two;
use crate::help::{Person, SCHEMA, header, log_of, read, sample, text};
use crate::preview::{file_of, look, title, with};
use hepai::exchange::preview::{Signer, Suspicion};
use hepai::exchange::{Scope, Warning, write};
use hepai::model::id::MAX_INTEGER;
use hepai::model::{Change, Log};

#[test]
fn a_hand_in_current_is_nobodys_and_a_line_that_somebody_sent_is_theirs() {
    let (lead, _) = two();
    let file = write(&sample(), &header("member/m2", Scope::Whole));
    let edited = file.replace("\"title\":\"补测\"}", "\"title\":\"手改\"}");
    assert_ne!(edited, file);
    let preview = look(&lead.log, &[&edited]);
    assert_eq!(preview.people.len(), 1);
    assert_eq!(preview.people[0].who, Signer::Outside);
    assert!(preview.items[0].is_outside);
    // Once taken and sent on it is a change like any other, also beside the file that it came from.
    let mut zhao = Person::new("赵主管", log_of(&file));
    zhao.take(&[&edited]);
    let preview = look(&lead.log, &[&edited, &zhao.file()]);
    assert_eq!(
        (preview.new_count(), preview.items[0].is_outside),
        (1, false)
    );
    let replica = preview.items[0].change.id.replica;
    assert_eq!(preview.people[0].who, Signer::Unknown(replica));
}

#[test]
fn a_hand_edit_at_the_end_of_the_lamports_can_still_be_read() {
    let log = with([title(
        "MMMMMMMMMM-1",
        MAX_INTEGER,
        "x",
        "末",
        &["AAAAAAAAAA-5"],
    )]);
    let file = file_of(&log, "x", 0).replace("\"title\":\"末\"", "\"title\":\"手改\"");
    let content = read(&file).expect("a file");
    let edit = content.outside.first().expect("an outside edit");
    assert_eq!(edit.lamport, MAX_INTEGER);
    assert_eq!(Change::parse(edit.line()).ok().as_ref(), Some(edit));
}

#[test]
fn of_two_contents_that_which_a_sound_file_brings_is_taken() {
    let (lead, mut li) = two();
    li.act(&[("task/t9", "title", text("真的"))]);
    let sound = file_of(&li.log, "member/m2", 0);
    let forged = |value: &str| sound.replace("\"真的\"", &format!("\"{value}\""));
    let reasons = |files: &[&str]| -> Vec<(String, Suspicion)> {
        let preview = look(&lead.log, files);
        let value = |at: &usize| {
            preview.items[*at].change.cells[0]
                .value
                .as_text()
                .map(str::to_owned)
        };
        preview
            .left_out
            .iter()
            .map(|(at, reason)| (value(at).expect("a text"), *reason))
            .collect()
    };
    let second = |value: &str| (value.to_owned(), Suspicion::SecondContent);
    let (fake, other) = (forged("假的"), forged("也假"));
    // Only `current` beside it would be an outside edit; the changes are what counts here.
    assert!(reasons(&[&fake, &sound]).contains(&second("假的")));
    assert!(reasons(&[&sound, &fake]).contains(&second("假的")));
    assert!(!reasons(&[&sound, &fake]).contains(&second("真的")));
    assert!(
        reasons(&[&fake]).is_empty(),
        "alone it is no second content"
    );
    let of_two = reasons(&[&fake, &other]);
    assert_eq!(
        of_two
            .iter()
            .filter(|(_, reason)| *reason == Suspicion::SecondContent)
            .count(),
        1
    );
}

#[test]
fn what_is_held_back_here_makes_no_second_content() {
    let mut here = sample();
    here.load("off", [title("MMMMMMMMMM-1", 8, "x", "留着", &[])]);
    here.switch("off", 1);
    let log = with([title("MMMMMMMMMM-1", 8, "x", "来的", &[])]);
    let preview = look(&here, &[&file_of(&log, "x", 0)]);
    assert!(preview.twice.is_empty() && preview.left_out.is_empty());
}

/// The lines that a file with a wrong `sum` points at.
fn suspicious(file: &str, known: Option<&Log>) -> Vec<usize> {
    let content = hepai::exchange::read(file.as_bytes(), known).expect("a file");
    let told = content
        .warnings
        .into_iter()
        .find_map(|warning| match warning {
            Warning::ChangesDiffer(lines) => Some(lines),
            _ => None,
        });
    told.expect("a wrong sum")
}

#[test]
fn a_wrong_sum_points_at_the_lines_that_were_touched_and_at_no_other() {
    let file = write(&sample(), &header("member/m1", Scope::Whole));
    let lines: Vec<&str> = file.lines().collect();
    let first = lines
        .iter()
        .position(|line| line.contains("AAAAAAAAAA-1\""))
        .expect("a line");
    let with = |touch: &dyn Fn(usize, &str) -> String| -> String {
        let touched = lines.iter().enumerate().map(|(at, line)| touch(at, line));
        touched.map(|line| line + "\n").collect()
    };
    // Two lines retyped with spaces and another text, several lines apart.
    let retyped = with(&|at, line| match at {
        _ if at == first + 3 => line.replace("\"需求文档\"", " \"别的文档\""),
        _ if at == first + 9 => line.replace("\"销售额\"", " \"利润\""),
        _ => line.to_owned(),
    });
    assert_eq!(suspicious(&retyped, None), [first + 4, first + 10]);
    // Most lines with spaces: an editor did that, and only what was retyped would be told, which nobody can see.
    let spaced = with(&|at, line| {
        let line = line.replace("\"销售额\"", "\"利润\"");
        if at >= first && at < first + 11 {
            line.replace(":{", ": {")
        } else {
            line
        }
    });
    assert_eq!(suspicious(&spaced, None), Vec::<usize>::new());
    // A line that names an id known here with another content.
    let forged = with(&|_, line| line.replace("\"销售额\"", "\"利润\""));
    assert_eq!(suspicious(&forged, None), Vec::<usize>::new());
    assert_eq!(suspicious(&forged, Some(&sample())), [first + 10]);
    // A line that stands twice is told where it stands again.
    let mut twice: Vec<&str> = lines.clone();
    twice.insert(first + 3, lines[first + 2]);
    let twice = twice.join("\n").replace("\"销售额\"", "\"利润\"");
    assert_eq!(suspicious(&twice, None), [first + 4]);
    // A line moved up stands before one that belongs before it.
    let mut moved: Vec<&str> = lines.clone();
    let line = moved.remove(first + 6);
    moved.insert(first, line);
    let moved = moved.join("\n").replace("\"销售额\"", "\"利润\"");
    assert_eq!(suspicious(&moved, None), [first + 2]);
}

#[test]
fn at_most_twenty_touched_lines_are_told() {
    let changes = (1..=60).map(|n| title(&format!("MMMMMMMMMM-{n}"), n, "x", "题", &[]));
    let file = write(&Log::of(&SCHEMA, 1, changes), &header("x", Scope::Whole));
    let touched: String = file
        .lines()
        .enumerate()
        .map(|(at, line)| if at % 2 == 0 { line.replace("\"题\"", " \"改\"") } else { line.to_owned() } + "\n")
        .collect();
    assert_eq!(suspicious(&touched, None).len(), 20);
}

#[test]
fn a_record_of_current_that_is_no_record_is_refused() {
    let file = write(&sample(), &header("x", Scope::Whole));
    let broken = file.replace("\"task/t2\": {", "\"task/t0\": 5,\n    \"task/t2\": {");
    let broken = if broken == file {
        file.replace("\"task/t2\":{", "\"task/t0\":5,\n    \"task/t2\":{")
    } else {
        broken
    };
    assert_ne!(broken, file);
    assert!(read(&broken).is_err());
}

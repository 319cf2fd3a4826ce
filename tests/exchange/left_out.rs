//! What is left out by default, what can be left out, and what comes along all the same.

use crate::help::{SCHEMA, change, id, read, sample, text};
use crate::preview::{file_of, look, title, with};
use hepai::exchange;
use hepai::exchange::limits::LAMPORT_END;
use hepai::exchange::preview::Suspicion;
use hepai::model::Log;
use hepai::model::id::MAX_INTEGER;
use std::collections::BTreeSet;

#[test]
fn a_lamport_that_jumps_is_left_out_by_default_and_can_be_taken() {
    let here = sample();
    let far = 7 + (1u64 << 32);
    let log = with([
        title(
            "MMMMMMMMMM-1",
            far + 1,
            "member/m9",
            "赢定了",
            &["AAAAAAAAAA-5"],
        ),
        title(
            "MMMMMMMMMM-2",
            far + 2,
            "member/m9",
            "再赢",
            &["MMMMMMMMMM-1"],
        ),
    ]);
    let preview = look(&here, &[&file_of(&log, "member/m9", 0)]);
    assert_eq!(
        preview.left_out.values().collect::<Vec<_>>(),
        [&Suspicion::LamportJump, &Suspicion::LamportJump]
    );
    assert_eq!(
        (
            preview.new_count(),
            preview.conflicts(),
            preview.after.touched.len()
        ),
        (2, 0, 0)
    );
    let batches = preview.batches(Some(&here), &preview.left_by_default());
    assert_eq!((batches.take.len(), batches.leave.len()), (0, 2));
    // Just below the limit it is an ordinary change.
    let near = with([title(
        "MMMMMMMMMM-1",
        far,
        "member/m9",
        "合理",
        &["AAAAAAAAAA-5"],
    )]);
    assert!(
        look(&here, &[&file_of(&near, "member/m9", 0)])
            .left_out
            .is_empty()
    );
}

/// What a file of these lamports leaves out in a first arrival: how many of its changes.
fn left_out_at_first(lamports: &[u64]) -> usize {
    let write = |(number, lamport): (usize, &u64)| {
        let id = format!("MMMMMMMMMM-{}", number + 1);
        title(&id, *lamport, "x", &number.to_string(), &[])
    };
    let log = Log::of(&SCHEMA, 1, lamports.iter().enumerate().map(write));
    let content = read(&file_of(&log, "x", 0)).expect("a file");
    let preview = exchange::preview(None, &SCHEMA, 1, vec![(String::new(), content)]);
    let batches = preview.batches(None, &preview.left_by_default());
    let taken = Log::of(&SCHEMA, 2, batches.take);
    assert!(!taken.is_spent(), "what is taken can be written on");
    preview.left_out.len()
}

#[test]
fn in_a_first_arrival_lamports_are_measured_from_nothing() {
    let end = MAX_INTEGER;
    assert_eq!(left_out_at_first(&[1, 2, 3]), 0);
    assert_eq!(left_out_at_first(&[1 << 32]), 0);
    assert_eq!(left_out_at_first(&[(1 << 32) + 1]), 1);
    assert_eq!(left_out_at_first(&[end, end, end]), 3, "all at the end");
    assert_eq!(left_out_at_first(&[1, end - 1, end]), 2);
    // A ladder of steps each of which is small enough.
    let ladder: Vec<u64> = (1..=2_000u64).map(|step| step << 32).collect();
    assert_eq!(
        left_out_at_first(&ladder),
        2_000 - 256,
        "no higher than any project comes"
    );
}

#[test]
fn near_the_end_of_the_range_everything_is_left_out_whatever_the_steps() {
    let end = LAMPORT_END;
    let here = Log::of(
        &SCHEMA,
        1,
        [title("AAAAAAAAAA-5", end - 1, "x", "这里", &[])],
    );
    let write = |number: u64| {
        let id = format!("MMMMMMMMMM-{number}");
        title(&id, end - 1 + number, "x", "近", &[])
    };
    let file = file_of(&Log::of(&SCHEMA, 1, (1..=3).map(write)), "x", 0);
    let left: Vec<usize> = look(&here, &[&file]).left_out.into_keys().collect();
    assert_eq!(left, [1, 2], "the first one stands at the end itself");
}

#[test]
fn leaving_out_offers_what_names_it_and_what_is_named_comes_along_all_the_same() {
    let mut here = sample();
    let log = with([
        title("DDDDDDDDDD-1", 20, "member/m4", "一", &["AAAAAAAAAA-5"]),
        title("DDDDDDDDDD-2", 21, "member/m4", "二", &["DDDDDDDDDD-1"]),
        change(
            "DDDDDDDDDD-3",
            22,
            Some("member/m4"),
            "task/t2",
            &[("title", text("别的"), &["BBBBBBBBBB-3"])],
        ),
    ]);
    let preview = look(&here, &[&file_of(&log, "member/m4", 0)]);
    let first = BTreeSet::from([0]);
    assert_eq!(preview.with_dependents(&first), BTreeSet::from([0, 1]));
    let after = preview.after_leaving(Some(&here), 1, &first);
    assert_eq!(
        after
            .along
            .iter()
            .map(|change| change.id)
            .collect::<Vec<_>>(),
        [id("DDDDDDDDDD-1")]
    );
    let both = preview.with_dependents(&first);
    let batches = preview.batches(Some(&here), &both);
    here.switch("off", 1);
    here.load("off", batches.leave);
    here.load("on", batches.take);
    assert_eq!((here.len(), here.stored().count()), (12, 14));
    // Held back is still new, and what names it brings it.
    let again = look(&here, &[&file_of(&log, "member/m4", 0)]);
    assert_eq!((again.new_count(), again.known), (2, 12));
    assert!(again.items.iter().all(|item| item.is_held_back));
    let next = with([title(
        "EEEEEEEEEE-1",
        23,
        "member/m5",
        "三",
        &["DDDDDDDDDD-2"],
    )]);
    let naming = look(&here, &[&file_of(&next, "member/m5", 0)]);
    assert_eq!((naming.new_count(), naming.after.along.len()), (1, 2));
}

#[test]
fn what_was_in_force_only_because_something_named_it_is_taken_for_its_own_sake() {
    let first = title("DDDDDDDDDD-1", 20, "member/m4", "一", &["AAAAAAAAAA-5"]);
    let second = title("DDDDDDDDDD-2", 21, "member/m4", "二", &["DDDDDDDDDD-1"]);
    let mut here = sample();
    here.switch("off", 1);
    here.load("off", [first.clone()]);
    here.load("naming", [second]);
    assert_eq!(here.len(), 13);
    let preview = look(&here, &[&file_of(&with([first]), "member/m4", 0)]);
    assert_eq!(
        (preview.new_count(), preview.known),
        (0, 12),
        "in force already"
    );
    let batches = preview.batches(Some(&here), &preview.left_by_default());
    assert_eq!((batches.take.len(), batches.leave.len()), (1, 0));
    here.load("own sake", batches.take);
    here.switch("naming", 1);
    assert_eq!(here.len(), 12, "it stays when what named it goes");
}

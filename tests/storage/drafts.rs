//! What is typed before there is a project: in both homes, and not called saved before IndexedDB has it.

use super::bench::Bench;
use hepai::storage::SaveState;

const NAME: &str = "start/A";

fn far(bench: &Bench) -> Vec<(String, String)> {
    bench.page.finish(bench.store.drafts("start/"))
}

fn one(text: &str) -> Vec<(String, String)> {
    vec![("A".to_owned(), text.to_owned())]
}

#[test]
fn a_draft_is_saved_once_both_homes_have_it_and_outlives_the_loss_of_the_near_one() {
    let bench = Bench::new();
    bench.page.run();
    assert!(bench.store.keep_draft(NAME, "灯会"));
    assert_eq!(bench.store.save_state(), SaveState::Saving);
    assert_eq!(bench.store.settings("start/"), one("灯会"));
    bench.page.run();
    assert!(bench.is_saved());
    let next = bench.again("NEXT");
    next.near.content().clear();
    assert_eq!(far(&next), one("灯会"));
    assert!(
        next.page.finish(next.store.projects()).is_empty(),
        "it is no project"
    );
    next.store.forget_draft(NAME);
    next.page.run();
    assert!(far(&next).is_empty() && next.is_saved());
}

#[test]
fn what_is_refused_is_tried_again_with_what_it_says_by_then() {
    let bench = Bench::new();
    bench.far_faults.refuse(true);
    bench.store.keep_draft(NAME, "灯");
    bench.page.wait(2_500.0);
    assert_eq!(bench.store.save_state(), SaveState::Saving);
    bench.store.keep_draft(NAME, "灯会");
    bench.far_faults.refuse(false);
    bench.page.wait(30_000.0);
    assert!(bench.is_saved());
    assert_eq!(far(&bench), one("灯会"));
}

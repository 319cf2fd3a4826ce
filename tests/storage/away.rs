//! A project that a person does not want: gone from both homes, told to other tabs, and back with one click.

use super::bench::{Bench, changes, numbers, project};
use super::taken::port;
use hepai::state::Projects;
use hepai::storage::News;
use reactive_graph::owner::Owner;
use std::cell::RefCell;
use std::rc::Rc;

fn homes_know(bench: &Bench) -> bool {
    let shelves = [&bench.near, &bench.rows, &bench.facts];
    let id = project().to_string();
    shelves
        .iter()
        .any(|shelf| shelf.content().keys().any(|key| key.contains(&id)))
}

#[test]
fn a_project_that_came_with_a_file_goes_wholly_and_comes_back_wholly() {
    let bench = Bench::new();
    let owner = Owner::new();
    owner.set();
    let projects = Projects::new(bench.store.clone(), port(&bench, 1), |_| {});
    let session = projects.begin_arrival(project()).session;
    let batch = session.take(
        changes(10..=14),
        changes(20..=24),
        vec!["a.json".to_owned()],
        true,
        Vec::new(),
    );
    session.set_author(Some("何俊".to_owned()));
    bench.page.wait(5_000.0);
    let before = bench.again("BEFORE").load();
    assert!(homes_know(&bench) && bench.is_saved());

    let other = bench.tab("SECONDTAB0");
    let heard = Rc::new(RefCell::new(Vec::new()));
    let ear = heard.clone();
    other.store.on_news(move |news| ear.borrow_mut().push(news));
    bench.page.posts.take();
    let away = bench
        .page
        .finish(projects.take_away(session))
        .expect("it is taken away");
    bench.page.wait(5_000.0);
    assert!(!homes_know(&bench), "nothing of it is left");
    assert_eq!(bench.page.finish(bench.store.projects()), []);
    assert!(projects.opened(project()).is_none());
    let posts = bench.page.posts.take();
    posts.iter().for_each(|post| other.store.heard_post(post));
    assert!(heard.borrow().contains(&News::Removed(project())));

    projects.put_back(&away);
    bench.page.wait(5_000.0);
    assert!(bench.is_saved());
    assert_eq!(bench.page.finish(bench.store.projects()), [project()]);
    for is_far_alone in [false, true] {
        let next = bench.again("AFTER");
        if is_far_alone {
            next.near.content().clear();
        }
        let after = next.load();
        assert_eq!(numbers(&after, &batch), numbers(&before, &batch));
        assert_eq!(after.switches, before.switches);
        assert!(after.whole);
        assert_eq!(
            next.store.note(project(), "identity").as_deref(),
            Some("何俊")
        );
        assert_eq!(next.store.notes(project(), "import/").len(), 1);
    }
    let again = projects.opened(project()).expect("it is open");
    assert_eq!(again.beginning(), session.beginning());
}

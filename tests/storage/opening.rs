//! Opening a project: once, with what the near home holds at once and the rest of the far one later.

use super::bench::{Bench, project};
use super::taken::port;
use hepai::state::{Projects, Session};
use reactive_graph::owner::Owner;
use std::cell::Cell;
use std::rc::Rc;

/// The projects of a page over a store, and how many damaged pieces it told of.
fn page(bench: &Bench) -> (Owner, Projects, Rc<Cell<usize>>) {
    let owner = Owner::new();
    owner.set();
    let told = Rc::new(Cell::new(0));
    let ear = told.clone();
    let tell = move |n| ear.set(ear.get() + n);
    let projects = Projects::new(bench.store.clone(), port(bench, 1), tell);
    (owner, projects, told)
}

fn len(session: Session) -> usize {
    session.read(|log| log.in_force().count())
}

#[test]
fn nothing_is_opened_where_no_home_holds_anything() {
    let bench = Bench::new();
    let (_owner, projects, told) = page(&bench);
    assert!(bench.page.finish(projects.show(project())).is_none());
    assert!(bench.page.finish(projects.load(project())).is_none());
    assert!(projects.opened(project()).is_none() && projects.all().is_empty());
    assert_eq!(told.get(), 0);
}

#[test]
fn a_project_is_shown_from_the_near_home_and_completed_from_the_far_one() {
    let first = Bench::new();
    (1..=3).for_each(|number| first.edit(number));
    first.store.leave();
    first.page.run();
    let bench = first.again("SECONDPAGE");
    bench.store.prove_all();
    let (_owner, projects, _) = page(&bench);
    let opened = bench.page.finish(projects.show(project()));
    let opened = opened.expect("it is stored");
    assert_eq!(len(opened.session), 3);
    assert!(
        opened.has_rest,
        "the far home is not read before the first screen"
    );
    bench.page.finish(projects.join_rest(opened.session));
    assert_eq!(len(opened.session), 3, "the same from both homes");
    let again = bench.page.finish(projects.show(project()));
    let again = again.expect("it is open");
    assert!(!again.has_rest, "what is open is not read again");
    assert_eq!(projects.all().len(), 1);
}

#[test]
fn a_project_that_only_the_far_home_holds_is_opened_whole() {
    let first = Bench::new();
    first.edit(1);
    let bench = first.again("SECONDPAGE");
    bench.near.content().clear();
    let (_owner, projects, _) = page(&bench);
    let opened = bench.page.finish(projects.show(project()));
    let opened = opened.expect("it is stored");
    assert_eq!(len(opened.session), 1);
    assert!(!opened.has_rest);
    projects.forget(project());
    assert!(projects.opened(project()).is_none());
}

#[test]
fn a_file_finds_what_was_stored_of_its_project() {
    let first = Bench::new();
    first.edit(1);
    let bench = first.again("SECONDPAGE");
    let (_owner, projects, _) = page(&bench);
    let opened = projects.begin_arrival(project());
    assert!(opened.has_rest);
    assert_eq!(len(opened.session), 1);
    assert!(!projects.begin_arrival(project()).has_rest);
    let begun = bench.page.finish(projects.load(project()));
    assert!(begun.is_some(), "the one that is open");
    assert_eq!(projects.all().len(), 1);
}

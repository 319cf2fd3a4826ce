//! A project that is closed: read by everybody, opened again by the lead, and what was worked on elsewhere meanwhile.

use crate::closing::ready;
use crate::feedback::{as_lead, cards_of, closing};
use crate::people::{Desk, empty};
use hepai::analysis::{StepCount, six_steps};
use hepai::model::Value;
use hepai::state::Refused;
use hepai::templates::{lesson, settings, task};

#[test]
fn a_closed_project_is_read_only_until_the_lead_opens_it_again() {
    let desk = ready();
    let (lead, chen) = (desk.person("王经理"), desk.person("陈专员"));
    desk.session.set_author(Some(chen.to_string()));
    assert!(
        desk.session.move_project(settings::CLOSE, None).is_empty(),
        "who leads closes it"
    );
    desk.session.set_author(Some(lead.to_string()));
    desk.session.move_project(settings::CLOSE, None);
    assert!(desk.session.is_closed());
    let before = desk.changes().len();
    let first = desk.session.rows(task::KIND)[0].clone();
    desk.set(&first, task::TITLE.name, Value::text("另一个"));
    desk.session.add_rows(lesson::KIND, None, None, &[vec![]]);
    desk.session.delete(&first);
    assert_eq!(desk.changes().len(), before, "nothing was written");
    assert_eq!(desk.session.refused().1, Some(Refused::Closed));
    assert!(desk.session.offered_steps(&first).next.is_none());
    assert_eq!(cards_of(&desk, &chen, &[]), [], "nothing waits for anybody");
    let told = desk.session.closed().expect("closed");
    assert_eq!((told.author, told.places), (Some(lead.to_string()), 0));
    desk.session.move_project(settings::REOPEN, None);
    assert!(!desk.session.is_closed());
    desk.set(&first, task::TITLE.name, Value::text("另一个"));
    assert_eq!(desk.value(&first, task::TITLE.name), Value::text("另一个"));
}

#[test]
fn closing_is_taken_back_like_any_step_and_nothing_before_it_is_meanwhile() {
    let desk = ready();
    let first = desk.session.rows(task::KIND)[0].clone();
    desk.set(&first, task::TITLE.name, Value::text("另一个"));
    desk.session.move_project(settings::CLOSE, None);
    let step = desk.session.last_step();
    desk.session.undo_step(step - 1);
    assert_eq!(desk.value(&first, task::TITLE.name), Value::text("另一个"));
    desk.session.undo_step(step);
    assert!(!desk.session.is_closed());
}

#[test]
fn the_lead_closes_it_all_the_same_with_a_reason_that_is_kept() {
    let desk = closing();
    as_lead(&desk);
    assert!(desk.session.move_project(settings::CLOSE, None).is_empty());
    let is_late = || {
        let later = desk.session.now() + chrono::Duration::days(365);
        let steps = desk.session.read(|log| six_steps(log, later));
        matches!(steps[4], StepCount::Late(_))
    };
    assert!(is_late());
    desk.session
        .move_project(settings::CLOSE, Some("公司要求 6 月底前结清"));
    assert!(!is_late(), "what is open is late no more");
    let told = desk.session.closed().expect("closed");
    assert_eq!(told.reason.as_deref(), Some("公司要求 6 月底前结清"));
}

#[test]
fn what_was_worked_on_elsewhere_is_taken_and_counted_and_the_project_stays_closed() {
    let desk = ready();
    let lead = desk.person("王经理");
    let other = empty(7);
    other.take(desk.changes(), &lead);
    other
        .session
        .set_author(Some(desk.person("陈专员").to_string()));
    desk.session.move_project(settings::CLOSE, None);
    other.browser.set_now("2026-06-03T09:00:00+08:00");
    let first = other.session.rows(task::KIND)[0].clone();
    other.set(&first, task::TITLE.name, Value::text("另一个"));
    let (here, there) = (desk.changes(), other.changes());
    desk.take(there, &lead);
    other.take(here, &lead);
    for desk in [&desk, &other] {
        let told = desk.session.closed().expect("closed");
        assert_eq!((told.places, told.after), (1, vec![first.clone()]));
        assert_eq!(desk.value(&first, task::TITLE.name), Value::text("另一个"));
    }
    let bytes = |desk: &Desk| desk.session.read(|log| format!("{:?}", log.current()));
    assert_eq!(bytes(&desk), bytes(&other));
}

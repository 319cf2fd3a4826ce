//! Beside the steps of a problem: its watch, its second page, the deadline that an issue usually has.

use crate::joint::begun;
use crate::people::{Desk, moment};
use chrono::NaiveDate;
use hepai::analysis::standing::closing::{ClosingNeed, closing_row};
use hepai::analysis::time::issue_clock::usual_limit;
use hepai::analysis::{Item, todos};
use hepai::model::Value;
use hepai::model::template::{Form, Lang, Viewpoint};
use hepai::templates::{case, charter, issue, task};
use hepai::ui::letter::case_on_paper;

#[test]
fn when_the_watch_ends_its_owner_says_whether_it_came_back_and_closing_waits_for_that() {
    let (desk, issue) = begun();
    let case = case::of(&issue).expect("a case");
    desk.set(&issue, "status", Value::text(issue::CLOSED.key));
    let owner = desk
        .session
        .read(|log| Form::new(log, issue.clone()).get(issue::OWNER));
    let owner = owner.expect("an owner");
    let cards = |day: &str| {
        let day: NaiveDate = day.parse().expect("a day");
        let all = desk.session.read(|log| todos(log, &owner, &[], day));
        let again = all
            .into_iter()
            .filter(|todo| matches!(todo.item, Item::LookAgain(_)));
        again.count()
    };
    assert_eq!(
        (cards("2026-03-20"), cards("2026-03-29")),
        (0, 1),
        "30 days later"
    );
    let row = || {
        desk.session
            .read(|log| closing_row(log, ClosingNeed::Watched))
            .expect("a row")
    };
    assert!(!row().is_met);
    desk.session.end_watch(&issue, case::NOT_AGAIN);
    assert!(row().is_met);
    assert_eq!(cards("2026-03-29"), 0);
    desk.session.end_watch(&issue, case::AGAIN);
    assert!(!row().is_met, "it came back");
    assert!(desk.session.read(|log| log.is_visible(&case)));
}

#[test]
fn the_second_page_of_the_issue_has_the_steps_with_all_that_was_written() {
    let (desk, issue) = begun();
    let case = case::of(&issue).expect("a case");
    desk.set(&case, case::CONTAINMENT.name, Value::text("停发散件"));
    desk.session.note_case_action(&issue, "改外箱 郑主管 03-10");
    let lines = desk
        .session
        .read(|log| case_on_paper(log, &issue, Viewpoint::anywhere(Lang::Zh)));
    let steps: Vec<&str> = lines.iter().map(|line| line.step).collect();
    assert_eq!(steps.len(), 7, "{steps:?}");
    let of = |step: &str| lines.iter().find(|line| line.step == step).expect("a step");
    assert_eq!(of("临时遏制").what, ["做了什么：停发散件"]);
    assert!(!of("临时遏制").who.is_empty() && of("临时遏制").when.contains("前"));
    let actions = &of("长期措施").what;
    assert!(
        actions.len() == 1 && actions[0].contains("郑主管"),
        "{actions:?}"
    );
}

#[test]
fn an_issue_has_two_days_and_where_a_process_is_changed_five() {
    let (desk, issue) = begun();
    let limit = |desk: &Desk| {
        desk.session
            .read(|log| usual_limit(&Form::new(log, issue.clone())))
            .expect("a limit")
    };
    // Friday 16:30, Saturday is worked, Sunday stands still.
    let usual = limit(&desk);
    assert_eq!((usual.n, usual.is_in_days), (48, false));
    assert_eq!(usual.at, moment("2026-03-02T16:30"));
    let scenario =
        |key: &str| desk.set(&charter::record(), charter::SCENARIO.name, Value::text(key));
    scenario("process");
    let days = limit(&desk);
    assert_eq!((days.n, days.is_in_days), (5, true));
    let task = desk.session.rows(task::KIND).remove(0);
    desk.set(&task, task::TITLE.name, Value::text("试点运行"));
    desk.set(&task, "status", Value::text(task::DOING.key));
    assert_eq!(limit(&desk).n, 48, "in the pilot");
}

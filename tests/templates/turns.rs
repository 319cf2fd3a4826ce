//! Whose turn it is with a form, and which step leads on.

use crate::steps::{now, with_roster};
use hepai::analysis::{OfferedSteps, offered_steps};
use hepai::model::{Log, RecordId};
use hepai::templates::SCHEMA;

fn offered(log: &Log, record: &str, me: Option<&str>) -> OfferedSteps {
    let me = me.map(RecordId::of);
    offered_steps(log, &RecordId::of(record), me.as_ref(), now().date_naive())
}

/// 等 … : the step that is waited for and by whom it is taken.
fn turn(steps: &OfferedSteps) -> String {
    let Some(turn) = &steps.turn else {
        return String::new();
    };
    let people = turn.people.iter().filter_map(|person| person.rest());
    format!("{} {}", turn.step, people.collect::<Vec<_>>().join(" "))
}

#[test]
fn one_line_says_whose_turn_it_is_with_every_form() {
    let issue = "raised_by=member/wu; support_department=department/a; owner=member/sun";
    let issue = |status: &str| format!("issue/i status={status}; {issue}");
    let task =
        |status: &str| format!("task/t status={status}; owner=member/sun; reviewer=member/li");
    let request = |status: &str| {
        format!(
            "resource_request/r status={status}; requester=member/wu; provider_dept=department/a"
        )
    };
    let risk = |status: &str| format!("risk/x status={status}; owner=member/sun");
    let once = |kind: &str, status: &str| format!("{kind} status={status}");
    let table = [
        ("issue/i", issue("draft"), "sun", "submit wu"),
        ("issue/i", issue("submitted"), "wu", "accept li"),
        ("issue/i", issue("accepted"), "wu", "start sun"),
        ("issue/i", issue("working"), "wu", "resolve sun"),
        ("issue/i", issue("need_info"), "li", "give_info wu"),
        ("issue/i", issue("resolved"), "sun", "verify wu"),
        ("issue/i", issue("postponed"), "wu", "resume lead"),
        ("issue/i", issue("closed"), "sun", ""),
        ("issue/i", issue("submitted"), "li", ""),
        ("issue/i", issue("submitted"), "lead", ""),
        ("task/t", task("todo"), "wu", "start sun"),
        ("task/t", task("doing"), "wu", "complete sun"),
        ("task/t", task("review"), "sun", "approve li"),
        ("task/t", task("done"), "sun", ""),
        (
            "resource_request/r",
            request("submitted"),
            "wu",
            "coordinate lead",
        ),
        (
            "resource_request/r",
            request("decided"),
            "wu",
            "hand_over li",
        ),
        (
            "resource_request/r",
            request("in_use"),
            "sun",
            "give_back li",
        ),
        ("risk/x", risk("identified"), "wu", "assess sun"),
        ("charter", once("charter", "draft"), "li", "confirm lead"),
        (
            "charter",
            once("charter", "confirming"),
            "li",
            "finalise lead",
        ),
        ("charter", once("charter", "confirmed"), "li", ""),
        ("settings", once("settings", "planning"), "li", "start lead"),
    ];
    for (record, line, me, expected) in table {
        let log = with_roster(&[&line]);
        let steps = offered(&log, record, Some(&format!("member/{me}")));
        assert_eq!(turn(&steps), expected, "{line} for {me}");
        assert!(steps.next.is_none() || steps.turn.is_none(), "{line}");
    }
    let nobody = with_roster(&["issue/i status=submitted; support_department=department/b2"]);
    let steps = offered(&nobody, "issue/i", Some("member/wu"));
    assert_eq!(
        turn(&steps),
        "accept lead",
        "where no department is asked, the lead"
    );
    let unsaid = with_roster(&[&issue("submitted")]);
    let steps = offered(&unsaid, "issue/i", None);
    assert!(steps.is_nobody && turn(&steps) == "accept li");
}

#[test]
fn the_step_that_leads_on_comes_first_and_what_refuses_stands_aside() {
    let log = with_roster(&[
        "issue/i status=submitted; raised_by=member/wu; support_department=department/a",
    ]);
    let steps = offered(&log, "issue/i", Some("member/li"));
    let keys = |steps: &[hepai::analysis::Step]| {
        let keys = steps.iter().map(|step| step.transition.key);
        keys.collect::<Vec<_>>()
    };
    assert_eq!(steps.next.map(|step| step.transition.key), Some("accept"));
    assert_eq!(keys(&steps.beside), ["ask_info"]);
    assert_eq!(keys(&steps.aside), ["pass_on", "reject"]);
}

#[test]
fn whatever_ends_refuses_or_turns_back_is_aside_in_every_form() {
    let words =
        "终止 暂停 暂缓 取消 撤回 退回草稿 不受理 不批准 不成立 重新打开 重新协调 修订 申诉";
    for template in SCHEMA.templates {
        let Some(machine) = template.states else {
            continue;
        };
        for step in machine.transitions {
            let ends = words.split(' ').any(|word| step.label.zh == word);
            assert!(!ends || step.aside, "{} {}", template.kind, step.key);
        }
        // From the first state there is a way on.
        let first = machine.first().choice.key;
        let mut from_first = machine.transitions.iter();
        assert!(
            from_first.any(|step| step.from.contains(&first) && !step.aside),
            "{}",
            template.kind
        );
    }
}

#[test]
fn what_is_all_that_can_be_done_is_not_tucked_away() {
    let table = [
        (
            "issue/i",
            "issue/i status=rejected; raised_by=member/wu",
            "appeal",
        ),
        ("charter", "charter status=confirmed", "revise"),
        ("risk/x", "risk/x status=closed; owner=member/sun", "reopen"),
        (
            "task/t",
            "task/t status=cancelled; owner=member/sun",
            "restore",
        ),
    ];
    for (record, there, step) in table {
        let steps = offered(&with_roster(&[there]), record, Some("member/lead"));
        let beside = steps.beside.iter().map(|one| one.transition.key);
        assert!(
            beside.collect::<Vec<_>>().contains(&step),
            "{record}: {steps:?}"
        );
        assert!(steps.aside.iter().all(|one| one.may.is_err()), "{record}");
    }
    let risk = "risk/x status=assessed; owner=member/sun";
    let steps = offered(&with_roster(&[risk]), "risk/x", Some("member/lead"));
    assert!(steps.aside.iter().any(|one| one.transition.key == "reject"));
}

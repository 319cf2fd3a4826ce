//! What of the forms is at hand from the start by the scenario of a project, and what waits until it is asked for
//! (§6.1). Knows kinds alone.

use super::{charter, consultation, decision, feedback, resource_request, stage, work_item};
use crate::model::template::Label;

/// The forms whose tab stands before their first record.
const AT_HAND: &[(&str, &[&str])] = &[
    (
        charter::RESOURCE.key,
        &[resource_request::KIND, decision::KIND],
    ),
    (charter::PROBLEM.key, &[decision::KIND]),
    (
        charter::PROCESS.key,
        &[consultation::KIND, decision::KIND, work_item::KIND],
    ),
];

/// The forms whose tab waits although the preset has written records of them.
const IN_THE_BACK: &[(&str, &[&str])] = &[(charter::PROBLEM.key, &[stage::KIND])];

/// The score that the feedback begins with in a scenario, with its sentence open where it has one.
pub fn feedback_first(scenario: &str) -> &'static [&'static str] {
    match scenario {
        one if one == charter::RESOURCE.key => &[feedback::SCORE_RESOURCE.name],
        one if one == charter::PROBLEM.key => &[
            feedback::SCORE_PROBLEM.name,
            feedback::SCORE_RESPONSIBILITY.name,
        ],
        one if one == charter::PROCESS.key => &[feedback::SCORE_COMMUNICATION.name],
        _ => &[],
    }
}

/// What stands beside that score: where a process is changed, whether one's opinions were taken seriously.
pub fn feedback_asks(scenario: &str) -> Label {
    match scenario {
        one if one == charter::PROCESS.key => Label::new(
            "您的意见有没有被认真答复？",
            "Were your opinions answered seriously?",
        ),
        one if one == charter::RESOURCE.key => Label::new(
            "要的资源给得及时、够用吗？写一句。",
            "Did you get what you needed, in time? A sentence.",
        ),
        _ => Label::NONE,
    }
}

fn names(all: &[(&str, &[&str])], scenario: &str, kind: &str) -> bool {
    let own = all.iter().filter(|(one, _)| *one == scenario);
    own.flat_map(|(_, kinds)| *kinds).any(|one| *one == kind)
}

/// Whether a form's tab stands from the start in a scenario.
pub fn is_at_hand(scenario: &str, kind: &str) -> bool {
    names(AT_HAND, scenario, kind)
}

/// Whether a form's tab waits in a scenario until all forms are shown.
pub fn is_in_the_back(scenario: &str, kind: &str) -> bool {
    names(IN_THE_BACK, scenario, kind)
}

//! Each rule with a project in which it fires, and one in which it is silent.

mod actions;
mod changes;
mod closing;
mod closing_gate;
mod decisions;
mod departments;
mod goal;
mod issues;
mod joint;
mod meetings;
mod opinions;
mod order;
mod people;
mod plan;
mod progress;
mod requests;
mod resources;
mod roles;
mod talk;
mod tasks;

/// Kind, code, and the number of the rule among those of that code; a project where it fires, one where it does not.
pub(crate) type Case = (
    &'static str,
    &'static str,
    usize,
    &'static [&'static str],
    &'static [&'static str],
);

/// All of them.
pub(crate) fn cases() -> impl Iterator<Item = &'static Case> {
    let all = [
        goal::CASES,
        changes::CASES,
        decisions::CASES,
        departments::CASES,
        people::CASES,
        tasks::CASES,
        order::CASES,
        plan::CASES,
        progress::CASES,
        actions::CASES,
        talk::CASES,
        meetings::CASES,
        opinions::CASES,
        issues::CASES,
        joint::CASES,
        requests::CASES,
        resources::CASES,
        closing::CASES,
        closing_gate::CASES,
        roles::CASES,
    ];
    all.into_iter().flatten()
}

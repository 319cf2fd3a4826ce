//! What the declarations say of work: who answers for it, by when, whose turn it is, and the conditions of its steps.

use hepai::analysis::people::guards::is_met;
use hepai::model::template::{Form, Turn, Work};
use hepai::templates::{SCHEMA, coming_up, works};

#[test]
fn work_says_who_answers_for_it_by_when_and_whose_turn_it_is() {
    let told: Vec<String> = works()
        .map(|(form, work)| {
            let field = form.field(work.due_field).map(|field| field.key);
            let states = form.states.map_or(0, |machine| machine.states.len());
            let turns: usize = work.turns.iter().map(|(states, _)| states.len()).sum();
            format!(
                "{}: {} of {}, {turns} of {states} states",
                form.kind,
                field.unwrap_or_default(),
                work.owner.name
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "task: current_end of owner, 4 of 6 states",
            "issue: due_at of owner, 6 of 9 states",
            "resource_request: need_from of requester, 5 of 9 states",
            "risk: action_due of owner, 0 of 7 states",
            "action: due of owner, 1 of 3 states",
        ]
    );
    let of = |is_it: fn(&Work) -> bool| {
        let all = works().filter(|(_, work)| is_it(work));
        all.map(|(form, _)| form.kind).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(of(|work| work.effort.is_some()), "task");
    assert_eq!(of(|work| work.alike), "task issue action");
    assert_eq!(of(|work| work.watched.is_some()), "risk");
    for (form, work) in works() {
        let effort = work.effort.iter();
        let mut keys = effort.flat_map(|one| [one.from.name, one.to.name, one.person_days.name]);
        assert!(keys.all(|key| form.field(key).is_some()), "{}", form.kind);
        assert!(
            [work.called, work.many]
                .iter()
                .all(|label| !label.zh.is_empty() && !label.en.is_empty()),
            "{}",
            form.kind
        );
    }
    let coming: Vec<&str> = coming_up().map(|(form, _)| form.kind).collect();
    assert_eq!(coming, ["action", "resource_request", "issue", "task"]);
}

#[test]
fn turns_name_states_steps_and_people_that_are_there() {
    for (form, work) in works() {
        let machine = form.states.expect("work has states");
        assert!(form.field(work.owner.name).is_some(), "{}", form.kind);
        assert!(
            work.watched
                .is_none_or(|day| form.field(day.name).is_some()),
            "{}",
            form.kind
        );
        for (states, turns) in work.turns {
            assert!(
                states.iter().all(|state| machine.state(state).is_some()),
                "{} {states:?}",
                form.kind
            );
            for turn in *turns {
                let is_step = |key: &str, states: &[&str]| {
                    let mut steps = machine.transitions.iter();
                    steps.any(|step| {
                        step.key == key && states.iter().all(|state| step.from.contains(state))
                    })
                };
                let is_there = match turn {
                    Turn::Owner | Turn::OwnerInTime => true,
                    Turn::Person(field) | Turn::PersonInTime(field, _) => {
                        form.field(field).is_some()
                    }
                    Turn::Step(step) | Turn::Awaited(step) => is_step(step, states),
                    Turn::StepFrom(step, day) => {
                        is_step(step, states) && form.field(day.name).is_some()
                    }
                };
                assert!(is_there, "{} {turn:?}", form.kind);
            }
        }
    }
}

#[test]
fn every_guard_that_is_named_is_counted_and_says_its_number() {
    let project = hepai::model::Log::new(&SCHEMA, 1);
    let today = chrono::NaiveDate::default();
    let mut names = Vec::new();
    for form in SCHEMA.templates {
        let steps = form.states.map_or(&[][..], |machine| machine.transitions);
        for (step, guard) in steps.iter().filter_map(|step| Some((step, step.guard?))) {
            let record = hepai::model::RecordId::of(&format!("{}/x", form.kind));
            let record = Form::new(&project, record);
            assert!(
                is_met(guard, &record, today).is_some(),
                "{} is counted nowhere",
                guard.name
            );
            let has_place = guard.says.is_some_and(|says| says.zh.contains("{n}"));
            assert_eq!(has_place, guard.n > 0, "{}", guard.name);
            names.push(format!("{}.{}: {}", form.kind, step.key, guard.name));
        }
    }
    assert_eq!(
        names,
        [
            "task.complete: no_review",
            "issue.close_silent: unanswered",
            "issue.reopen: closed_lately",
            "resource_request.answer: not_answered",
            "feedback.show: all_together",
            "decision.confirm: all_replied",
            "decision.confirm_silent: silent_consent",
            "decision.confirm_anyway: not_all_replied",
            "decision.give_way: replaced",
            "change_request.assess: by_route",
            "change_request.approve: by_route",
            "change_request.refuse: by_route",
            "change_request.postpone: by_route",
            "change_request.hand_in: by_route",
        ]
    );
}

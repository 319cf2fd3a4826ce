//! State machines are whole, and their steps, locks and gates name what is there.

use crate::{assert_unique, is_key};
use hepai::analysis::rules::checks;
use hepai::model::template::{FieldType, Gate, STATUS, Severity, StateMachine, Template, Who};
use hepai::templates::SCHEMA;
use std::collections::BTreeSet;

fn machines() -> impl Iterator<Item = (&'static Template, &'static StateMachine)> {
    SCHEMA
        .templates
        .iter()
        .filter_map(|template| template.states.map(|machine| (*template, machine)))
}

#[test]
fn state_machines_are_whole() {
    for (template, machine) in machines() {
        let kind = template.kind;
        assert_unique(kind, machine.states.iter().map(|state| state.choice.key));
        assert_unique(kind, machine.transitions.iter().map(|step| step.key));
        let Some(FieldType::Enum(choices)) = template.field(STATUS).map(|field| field.field_type)
        else {
            panic!("{kind} has no status")
        };
        let keys = |choices: &mut dyn Iterator<Item = &'static str>| choices.collect::<Vec<_>>();
        assert_eq!(
            keys(&mut choices.iter().map(|choice| choice.key)),
            keys(&mut machine.states.iter().map(|state| state.choice.key)),
            "{kind}"
        );
        for step in machine.transitions {
            assert!(
                is_key(step.key) && !step.from.is_empty() && !step.who.is_empty(),
                "{kind}.{}",
                step.key
            );
            for state in step.from.iter().chain([&step.to]) {
                assert!(
                    machine.state(state).is_some(),
                    "{kind}.{}: {state}",
                    step.key
                );
            }
        }
        let mut reached = BTreeSet::from([machine.first().choice.key]);
        for _ in machine.states {
            let next: Vec<&str> = machine
                .transitions
                .iter()
                .filter(|step| step.from.iter().any(|state| reached.contains(state)))
                .map(|step| step.to)
                .collect();
            reached.extend(next);
        }
        for state in machine.states {
            assert!(
                reached.contains(state.choice.key),
                "{kind} never reaches {}",
                state.choice.key
            );
        }
    }
}

#[test]
fn steps_and_locks_name_fields_that_are_there() {
    for (template, machine) in machines() {
        let kind = template.kind;
        for state in machine.states {
            assert!(
                state
                    .locks
                    .fields
                    .iter()
                    .all(|key| template.fields.iter().any(|field| field.key == *key)),
                "{kind}.{}",
                state.choice.key
            );
            assert!(
                state
                    .locks
                    .rows
                    .iter()
                    .all(|rows| template.rows.iter().any(|template| template.kind == *rows)),
                "{kind}.{}",
                state.choice.key
            );
        }
        for step in machine.transitions {
            let place = format!("{kind}.{}", step.key);
            assert!(
                step.asks
                    .iter()
                    .all(|key| template.field(key).is_some_and(|field| !field.filled)),
                "{place} asks"
            );
            for key in step.stamps.iter().chain(step.clears) {
                let field = template
                    .field(key)
                    .unwrap_or_else(|| panic!("{place}: {key}"));
                assert!(
                    field.latest
                        && matches!(field.field_type, FieldType::Date | FieldType::DateTime),
                    "{place}: {key}"
                );
            }
            for (key, number) in step.sets {
                let Some(FieldType::Int(min, max)) =
                    template.field(key).map(|field| field.field_type)
                else {
                    panic!("{place}: {key}")
                };
                assert!((min..=max).contains(number), "{place}: {key}");
            }
            for who in step.who {
                if let Who::Person(key) | Who::RepOf(key) | Who::NotPerson(key) = who {
                    let field = template
                        .field(key)
                        .unwrap_or_else(|| panic!("{place}: {key}"));
                    let kinds =
                        if let FieldType::Ref(kinds) | FieldType::Set(kinds) = field.field_type {
                            kinds
                        } else {
                            &[]
                        };
                    assert_eq!(
                        kinds,
                        if matches!(who, Who::RepOf(_)) {
                            ["department"]
                        } else {
                            ["member"]
                        },
                        "{place}: {key}"
                    );
                }
            }
        }
    }
}

/// Whether records of the form, or those whose ids are made of them, bear the moment of an act that no step is: the
/// whole list is shown to all at once.
fn is_shown_at_once(template: &Template) -> bool {
    let names = |form: &Template| {
        let refers = |key: &&str| {
            let named = form.field(key).map(|field| field.field_type);
            matches!(named, Some(FieldType::Ref(kinds)) if kinds.contains(&template.kind))
        };
        form.kind == template.kind || form.made_of.iter().any(refers)
    };
    let is_stamped = |form: &Template| {
        let mut fields = form.fields.iter();
        fields.any(|field| {
            field.latest && field.filled && matches!(field.field_type, FieldType::DateTime)
        })
    };
    let mut forms = SCHEMA.templates.iter();
    template.states.is_none()
        && forms.any(|form| form.states.is_none() && names(form) && is_stamped(form))
}

/// A gate that no button has would hold back nothing, and its fields would never be asked for.
#[test]
fn every_gate_belongs_to_a_step_of_the_form_or_of_the_one_it_lies_under_or_to_an_act() {
    for template in SCHEMA.templates {
        let above = SCHEMA.templates.iter().filter(|form| {
            form.kind == template.kind || form.rows.iter().any(|rows| rows.kind == template.kind)
        });
        let gates: Vec<_> = above
            .filter_map(|form| form.states)
            .flat_map(|machine| machine.transitions)
            .filter_map(|step| step.gate)
            .chain(is_shown_at_once(template).then_some(Gate::Publish))
            .collect();
        for field in template.fields {
            assert!(
                field.gates.iter().all(|gate| gates.contains(gate)),
                "{}.{}",
                template.kind,
                field.key
            );
        }
        for rule in checks::rules(template) {
            if let Severity::Block(gate) = rule.severity {
                assert!(gates.contains(&gate), "{} {}", template.kind, rule.code);
            }
        }
    }
}

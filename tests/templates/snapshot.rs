//! What of the declarations stands in files: every kind with its keys, types, choices, rows, states and steps. Files of
//! other people hold these words, so one that was given out never changes its meaning. `schema.txt` is what was agreed;
//! where something was added on purpose, `HEPAI_GOLDEN=1 cargo test --test templates -- snapshot` writes it anew.

use hepai::model::template::{Choice, Field, FieldType, Locks, StateMachine, Template};
use hepai::templates::SCHEMA;

const AGREED: &str = include_str!("schema.txt");

#[test]
fn no_key_choice_or_state_changes_unseen() {
    let found: Vec<String> = SCHEMA.templates.iter().flat_map(|one| kind(one)).collect();
    if std::env::var_os("HEPAI_GOLDEN").is_some() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/templates/schema.txt");
        std::fs::write(file, found.join("\n") + "\n").expect("a file to write");
        return;
    }
    let agreed: Vec<&str> = AGREED.lines().collect();
    let gone: Vec<&&str> = agreed
        .iter()
        .filter(|line| !found.iter().any(|one| one == *line))
        .collect();
    let new: Vec<&String> = found
        .iter()
        .filter(|line| !agreed.contains(&line.as_str()))
        .collect();
    assert!(
        gone.is_empty() && new.is_empty(),
        "gone: {gone:#?}\nnew: {new:#?}"
    );
    assert_eq!(found, agreed, "the same lines in another order");
}

/// A line for the kind, for each of its fields, for each locking state and for each step; every line names the kind.
fn kind(form: &Template) -> Vec<String> {
    let name = form.kind;
    let mut head = vec![format!("{name}:")];
    head.extend((!form.letter.is_empty()).then(|| format!("letter {}", form.letter)));
    head.extend(form.once.then(|| "once".to_owned()));
    head.extend(named("made of", form.made_of.iter().copied()));
    head.extend(named("rows", form.rows.iter().map(|rows| rows.kind)));
    let fields = form.fields.iter().map(|one| field(name, one));
    let states = form.states.into_iter().flat_map(|one| machine(name, one));
    let head = std::iter::once(head.join(" "));
    head.chain(fields).chain(states).collect()
}

fn named<'a>(what: &str, keys: impl Iterator<Item = &'a str>) -> Option<String> {
    let keys: Vec<&str> = keys.collect();
    (!keys.is_empty()).then(|| format!("{what} {}", keys.join(" ")))
}

fn field(kind: &str, field: &Field) -> String {
    let keys = |choices: &[Choice]| {
        let keys: Vec<&str> = choices.iter().map(|choice| choice.key).collect();
        keys.join(" ")
    };
    let what = match field.field_type {
        FieldType::Text(most) => format!("text {most}"),
        FieldType::LongText(most) => format!("long text {most}"),
        FieldType::Int(least, most) => format!("int {least} {most}"),
        FieldType::Decimal => "decimal".to_owned(),
        FieldType::Money => "money".to_owned(),
        FieldType::Bool => "bool".to_owned(),
        FieldType::Date => "date".to_owned(),
        FieldType::DateTime => "moment".to_owned(),
        FieldType::Enum(choices) => format!("one of {}", keys(choices)),
        FieldType::Scale(choices) => format!("scale {}", keys(choices)),
        FieldType::Ref(kinds) => format!("a {}", kinds.join(" ")),
        FieldType::Set(kinds) => format!("set of {}", kinds.join(" ")),
    };
    let latest = if field.latest { ", latest" } else { "" };
    format!("{kind}.{}: {what}{latest}", field.key)
}

fn machine(kind: &str, machine: &StateMachine) -> Vec<String> {
    let locking = machine
        .states
        .iter()
        .filter(|one| !one.locks.is_nothing())
        .map(|one| {
            let Locks { fields, rows } = one.locks;
            let rows = named("; rows", rows.iter().copied()).unwrap_or_default();
            format!(
                "{kind} locks in {}: {}{rows}",
                one.choice.key,
                fields.join(" ")
            )
        });
    let steps = machine.transitions.iter().map(|step| {
        let from = step.from.join(" ");
        format!("{kind} {}: {from} > {}", step.key, step.to)
    });
    locking.chain(steps).collect()
}

//! A look promises what taking gives.

use crate::help::{Person, header, log_of, sample, text};
use crate::mutations::Dice;
use crate::preview::look;
use hepai::exchange::{Scope, write};
use hepai::model::Value;
use std::collections::BTreeSet;

/// Random work of several people, files taken in part, imports undone: the look promises exactly what taking gives.
#[test]
#[expect(clippy::too_many_lines, reason = "one story")]
fn a_look_promises_what_taking_gives() {
    for seed in 1..=150u64 {
        let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
        let base = write(&sample(), &header("member/m1", Scope::Whole));
        let names = ["member/a", "member/b", "member/c"];
        let mut people: Vec<Person> = names
            .into_iter()
            .map(|name| Person::new(name, log_of(&base)))
            .collect();
        let mut imports = 0;
        for _ in 0..25 {
            let who = dice.below(3);
            match dice.below(6) {
                0..3 => {
                    let record = dice.pick(&["task/t1", "task/t2", "issue/i1", "task/t9"]);
                    let (key, value) = match dice.below(8) {
                        0 => ("deleted", Value::Bool(true)),
                        1 => ("deleted", Value::Null),
                        2 => ("status", text(dice.pick(&["submitted", "draft"]))),
                        3 => (
                            "parent",
                            text(dice.pick(&["issue/i1", "task/t1", "task/t2"])),
                        ),
                        _ => (
                            dice.pick(&["title", "need"]),
                            text(&format!("v{}", dice.below(4))),
                        ),
                    };
                    people[who].act(&[(record, key, value)]);
                }
                3 => {
                    let batches: Vec<String> =
                        people[who].log.batch_names().map(str::to_owned).collect();
                    if !batches.is_empty() {
                        let batch = &batches[dice.below(batches.len())];
                        let now = people[who].log.switch_of(batch);
                        people[who].log.switch(batch, now + 1);
                    }
                }
                _ => {
                    let files: Vec<String> = (0..=dice.below(2))
                        .map(|_| people[dice.below(3)].file())
                        .collect();
                    let reader = &mut people[who];
                    let preview = look(
                        &reader.log,
                        &files.iter().map(String::as_str).collect::<Vec<_>>(),
                    );
                    let left: BTreeSet<usize> = (0..preview.items.len())
                        .filter(|_| dice.below(4) == 0)
                        .collect();
                    let left = if dice.below(2) == 0 {
                        preview.with_dependents(&left)
                    } else {
                        left
                    };
                    let promise = preview.after_leaving(Some(&reader.log), 1, &left);
                    let batches = preview.batches(Some(&reader.log), &left);
                    let before: BTreeSet<String> = reader
                        .log
                        .in_force()
                        .map(|change| change.line().to_owned())
                        .collect();
                    let taken: BTreeSet<String> = batches
                        .take
                        .iter()
                        .map(|change| change.line().to_owned())
                        .collect();
                    imports += 1;
                    reader.log.switch(&format!("{imports}x"), 1);
                    reader.log.load(&format!("{imports}x"), batches.leave);
                    reader.log.add_all(&imports.to_string(), batches.take);
                    assert_eq!(reader.log.conflicts(), promise.open, "seed {seed}");
                    let along: BTreeSet<String> = promise
                        .along
                        .iter()
                        .map(|change| change.line().to_owned())
                        .collect();
                    let came: BTreeSet<String> = reader
                        .log
                        .in_force()
                        .map(|change| change.line().to_owned())
                        .filter(|line| !before.contains(line))
                        .collect();
                    let expected: BTreeSet<String> = taken
                        .iter()
                        .filter(|line| !before.contains(*line))
                        .cloned()
                        .chain(along)
                        .collect();
                    assert_eq!(came, expected, "seed {seed}");
                    assert_eq!(
                        reader.log.missing(true),
                        look(&reader.log, &[]).missing(Some(&reader.log), true),
                        "seed {seed}"
                    );
                }
            }
        }
    }
}

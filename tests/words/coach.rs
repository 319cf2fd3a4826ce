//! How well the coach tells vague goals and actions from good ones: tuned on two thirds of a labelled set, measured on
//! a third that was written before it and is looked at by nobody.

use hepai::analysis::goal::coach::{Coached, advice};

/// Goals and actions with what is thought of them.
struct Labelled {
    is_vague: bool,
    sort: Coached,
    text: &'static str,
}

fn read(set: &'static str) -> Vec<Labelled> {
    let lines = set.lines().filter(|line| !line.starts_with('#'));
    let line = |line: &'static str| {
        let parts: Vec<&'static str> = line.split(" | ").collect();
        Labelled {
            is_vague: parts[0] == "vague",
            sort: match parts[1] {
                "goal" => Coached::Goal,
                _ => Coached::Action,
            },
            text: parts[2],
        }
    };
    lines.map(line).collect()
}

fn tuning() -> Vec<Labelled> {
    read(include_str!("coach/tuning.txt"))
}

fn held_out() -> Vec<Labelled> {
    read(include_str!("coach/held_out.txt"))
}

fn fresh() -> Vec<Labelled> {
    read(include_str!("coach/fresh.txt"))
}

/// Of those found vague how many are, and of those that are how many are found.
fn measured(set: &[Labelled]) -> (f64, f64) {
    let found = |one: &&Labelled| advice(one.text, one.sort).is_some();
    let vague = |one: &&Labelled| one.is_vague;
    let count = |n: usize| f64::from(u32::try_from(n).expect("few"));
    let right = count(set.iter().filter(found).filter(vague).count());
    let precision = right / count(set.iter().filter(found).count());
    (precision, right / count(set.iter().filter(vague).count()))
}

#[test]
fn the_set_is_large_half_vague_and_a_third_of_it_held_out() {
    let (tuning, held_out) = (tuning(), held_out());
    assert!(tuning.len() + held_out.len() >= 120);
    assert_eq!(tuning.len(), 2 * held_out.len());
    for set in [&tuning, &held_out] {
        assert_eq!(set.iter().filter(|one| one.is_vague).count() * 2, set.len());
        let is_english = |one: &&Labelled| one.text.is_ascii();
        let english = set.iter().filter(is_english).count();
        assert!(
            (set.len() / 3..=set.len() * 2 / 3).contains(&english),
            "{english}"
        );
    }
}

#[test]
fn what_it_was_tuned_on_is_told_apart() {
    let set = tuning();
    for one in &set {
        let told = advice(one.text, one.sort);
        if told.is_some() != one.is_vague {
            println!("{}: {told:?}", one.text);
        }
    }
    let (precision, recall) = measured(&set);
    println!("tuned on: precision {precision:.2}, recall {recall:.2}");
    assert!(
        precision >= 0.9 && recall >= 0.9,
        "{precision:.2} {recall:.2}"
    );
}

#[test]
fn what_was_held_out_is_told_apart_nearly_as_well() {
    let (precision, recall) = measured(&held_out());
    println!("held out: precision {precision:.2}, recall {recall:.2}");
    assert!(
        precision >= 0.85 && recall >= 0.85,
        "{precision:.2} {recall:.2}"
    );
}

#[test]
fn what_was_written_later_is_told_apart_as_well() {
    let set = fresh();
    assert!(set.len() >= 60);
    let (precision, recall) = measured(&set);
    println!("written later: precision {precision:.2}, recall {recall:.2}");
    assert!(
        precision >= 0.85 && recall >= 0.85,
        "{precision:.2} {recall:.2}"
    );
}

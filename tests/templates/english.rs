//! English as it is spoken: one is one and two are two, in every text that counts.

use crate::words::{said_on_screens, texts};
use hepai::model::template::{Label, Lang};
use hepai::ui::texts::fill;
use std::collections::BTreeSet;

/// Places that hold a number in whatever text they stand.
const NUMBERS: &[&str] = &["n", "m", "h"];
/// Words that end like many and are none.
const NOT_MANY: &[&str] = &["its", "this", "others", "yours", "days", "plus"];
/// So many words behind a number are looked at.
const NEAR: usize = 3;

/// A place of a text: its name, and the words of one and of many where it has some.
fn places(text: &str) -> impl Iterator<Item = (&str, Option<(&str, &str)>)> {
    text.split('{').skip(1).filter_map(|rest| {
        let (place, _) = rest.split_once('}')?;
        Some(match place.split_once('|') {
            Some((name, words)) => (name, words.split_once('|')),
            None => (place, None),
        })
    })
}

/// Every text with the place it stands at.
fn all() -> Vec<(String, Label)> {
    let screens = said_on_screens().map(|(part, name, label)| (format!("{part}::{name}"), label));
    texts().into_iter().chain(screens).collect()
}

/// The text with each number in it being so many, and letters in the other places.
fn counted(label: Label, count: &str) -> String {
    let counts = |name: &str| {
        NUMBERS.contains(&name)
            || places(label.en).any(|(known, words)| known == name && words.is_some())
    };
    let values: Vec<(&str, &str)> = places(label.en)
        .map(|(name, _)| (name, if counts(name) { count } else { "X" }))
        .collect();
    fill(label, Lang::En, &values)
}

/// The words that stand close behind a number, up to the next stop.
fn near(text: &str, number: &str) -> Vec<String> {
    let words: Vec<&str> = text.split(' ').collect();
    let mut out = Vec::new();
    for at in (0..words.len()).filter(|at| words[*at].trim_start_matches('(') == number) {
        for word in words.iter().skip(at + 1).take(NEAR) {
            let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
            out.push(bare.to_owned());
            if bare != *word {
                break;
            }
        }
    }
    out
}

/// The words that only one takes, and those that only many take, as the texts themselves say.
fn of_one_and_of_many() -> (BTreeSet<String>, BTreeSet<String>) {
    let split = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
    let (mut one, mut many) = (BTreeSet::new(), BTreeSet::new());
    for (_, label) in all() {
        for (few, more) in places(label.en).filter_map(|(_, words)| words) {
            one.extend(split(few));
            many.extend(split(more));
        }
    }
    let both: BTreeSet<String> = one.intersection(&many).cloned().collect();
    one.retain(|word| !both.contains(word));
    many.retain(|word| !both.contains(word));
    (one, many)
}

/// What is wrong with a text where its numbers are one, or two.
fn fault(label: Label, one: &BTreeSet<String>, many: &BTreeSet<String>) -> Option<String> {
    let is_many = |word: &String| {
        let ends_so = word.len() > 2 && word.ends_with('s') && !one.contains(word);
        many.contains(word) || (ends_so && !NOT_MANY.contains(&word.as_str()))
    };
    let (single, several) = (counted(label, "1"), counted(label, "2"));
    let wrong_single = near(&single, "1").into_iter().find(is_many);
    let wrong_several = near(&several, "2")
        .into_iter()
        .find(|word| one.contains(word));
    let wrong = |text: String, word: String| format!("{text} ({word})");
    wrong_single
        .map(|word| wrong(single, word))
        .or_else(|| wrong_several.map(|word| wrong(several, word)))
}

#[test]
fn every_text_counts_one_and_two_as_they_are_said() {
    let (one, many) = of_one_and_of_many();
    assert!(one.contains("thing") && many.contains("places"));
    let wrong = |text: &'static str| fault(Label::new("", text), &one, &many);
    assert!(wrong("{n} things wait for you").is_some());
    assert!(wrong("{n} more quarrels").is_some());
    assert!(wrong("{n} {n|thing|things} waits for you").is_some());
    assert!(wrong("{n} {n|thing waits|things wait} for you").is_none());
    let faults: Vec<String> = all()
        .into_iter()
        .filter_map(|(place, label)| Some(format!("{place}: {}", fault(label, &one, &many)?)))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn only_english_has_words_of_one_and_of_many() {
    for (place, label) in all() {
        assert!(!label.zh.contains('|'), "{place}: {}", label.zh);
        let named: BTreeSet<&str> = places(label.zh).map(|(name, _)| name).collect();
        let asked = places(label.en).filter(|(_, words)| words.is_some());
        for (name, _) in asked {
            assert!(
                named.contains(name),
                "{place} counts {name}, which nobody gives"
            );
        }
    }
}

#[test]
fn words_follow_the_number_they_are_of() {
    use hepai::ui::texts::{decide::TODO_EMPTY, forms::NOT_YET_OBJECTED, standing::NEXT_TODO};
    let said = |n, m| {
        let places = [("action", "Make final"), ("n", n), ("m", m)];
        fill(NOT_YET_OBJECTED, Lang::En, &places)
    };
    assert_eq!(
        said("1", "2"),
        "1 item missing before Make final, and 2 objections."
    );
    assert_eq!(
        said("21", "1"),
        "21 items missing before Make final, and 1 objection."
    );
    assert_eq!(
        fill(NEXT_TODO, Lang::En, &[("n", "1")]),
        "1 thing waits for you"
    );
    assert_eq!(
        fill(NEXT_TODO, Lang::En, &[("n", "2")]),
        "2 things wait for you"
    );
    let item = [("item", "order 1 items"), ("date", "1")];
    let said = fill(TODO_EMPTY, Lang::En, &item);
    assert!(
        said.contains("order 1 items"),
        "what is given is not touched: {said}"
    );
}

#[test]
fn a_tab_is_called_by_what_several_are_called() {
    use hepai::templates::SCHEMA;
    for template in SCHEMA.templates {
        let is_list = template.place.is_some() && !template.once;
        let own = template.words.list;
        assert!(
            !is_list || own != Label::NONE,
            "{} has no name for its list",
            template.kind
        );
        assert!(
            own == Label::NONE || own.en != template.one.en,
            "{}: {}",
            template.kind,
            own.en
        );
    }
}

#[test]
fn a_name_within_a_sentence_begins_small_and_letters_stay_letters() {
    use hepai::ui::texts::in_sentence;
    let stage = Label::new("阶段", "Stage");
    assert_eq!(in_sentence(stage, Lang::En), "stage");
    assert_eq!(in_sentence(stage, Lang::Zh), "阶段");
    assert_eq!(
        in_sentence(Label::new("", "ID of it"), Lang::En),
        "ID of it"
    );
    assert_eq!(in_sentence(Label::NONE, Lang::En), "");
}

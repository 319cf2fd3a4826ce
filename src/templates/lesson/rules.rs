//! The checks of a lesson: whether it can be carried out, and whether it was written already.

use super::{RECOMMENDATION, times_used};
use crate::model::Moment;
use crate::model::template::{Arg, Finding, Form, Label, Rule};
use crate::templates::alike::Name;
use crate::templates::{hint, warn};

/// What everybody agrees to and nobody can do.
const SLOGANS: [&str; 6] = [
    "加强",
    "提高",
    "重视",
    "strengthen",
    "improve",
    "pay attention",
];

/// A slogan without a number that says how much.
fn slogan(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let text = form.get(RECOMMENDATION).unwrap_or_default();
    let small = text.to_ascii_lowercase();
    let says_how_much = text.chars().any(|c| c.is_ascii_digit());
    let word = SLOGANS.iter().find(|word| small.contains(**word));
    let found = word
        .filter(|_| !says_how_much)
        .map(|word| Finding::at(RECOMMENDATION.name).with("word", Arg::Text((*word).to_owned())));
    found.into_iter().collect()
}

/// Another one, written before it, says the same.
fn alike(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let Some(text) = form.get(RECOMMENDATION) else {
        return Vec::new();
    };
    let own = Name::of(&text);
    let all = form.all(super::KIND).into_iter();
    let mut before = all.take_while(|one| one.record() != form.record());
    let same = before.find(|one| {
        let other = one.get(RECOMMENDATION);
        other.is_some_and(|other| Name::of(&other).is_like(&own))
    });
    let found = same.map(|same| {
        let n = i64::try_from(times_used(&same)).unwrap_or(i64::MAX);
        Finding::at(RECOMMENDATION.name)
            .with("lesson", Arg::Record(same.record().clone()))
            .with("n", Arg::Number(n))
    });
    found.into_iter().collect()
}

pub static RULES: &[Rule] = &[
    warn(
        "LES-01",
        Label::new(
            "「{word}」不好执行。请写成下次可以照做的一句话。",
            "\"{word}\" cannot be carried out. Write what to do next time.",
        ),
        slogan,
    ),
    hint(
        "LES-02",
        Label::new(
            "已有类似经验「{lesson}」（用过 {n} 次），要合并吗？",
            "A similar lesson exists: {lesson} (used {n} {n|time|times}). Merge?",
        ),
        alike,
    ),
];

//! Vague words (G-08): where a goal, a support, an action or a condition should name a date, a number or a person.
//! The words stand here and nowhere else; a template says which of its fields should be concrete.

use crate::model::Moment;
use crate::model::template::{Arg, Field, Finding, Form, Key, Label, Rule, Severity, Template};

const A_DATE: Label = Label::new("3 月 6 日 18:00 前", "by 6 March, 18:00");
const A_NUMBER: Label = Label::new("30 万元", "300,000 yuan");
const SOMEBODY: Label = Label::new("市场部陈专员", "Ms Chen of Marketing");
const A_THING: Label = Label::new(
    "财务部确认 30 万元预算",
    "Finance confirms the budget of 300,000",
);

/// A word, and what says more. Latin words are small here and stand by themselves in a text.
const WORDS: &[(&str, Label)] = &[
    ("尽快", A_DATE),
    ("尽早", A_DATE),
    ("马上", A_DATE),
    ("近期", A_DATE),
    ("适时", A_DATE),
    ("大概", A_NUMBER),
    ("左右", A_NUMBER),
    ("相关部门", SOMEBODY),
    ("有关部门", SOMEBODY),
    ("有关人员", SOMEBODY),
    ("相关人员", SOMEBODY),
    ("支持一下", A_THING),
    ("跟进一下", A_THING),
    ("asap", A_DATE),
    ("as soon as possible", A_DATE),
    ("soon", A_DATE),
    ("tbd", A_DATE),
    ("approximately", A_NUMBER),
    ("relevant teams", SOMEBODY),
    ("relevant departments", SOMEBODY),
];

/// The check of vague words, for the forms with a field that should be concrete.
pub(in crate::analysis) fn rules_of(template: &Template) -> &'static [Rule] {
    if template.fields.iter().any(|field| field.concrete) {
        RULES
    } else {
        &[]
    }
}

const RULES: &[Rule] = &[Rule {
    code: "G-08",
    severity: Severity::Warn,
    text: Label::new(
        "「{word}」不够具体。请改成日期、数字或人名，例如「{suggestion}」。",
        "\"{word}\" is vague. Use a date, a number or a name, for example \"{suggestion}\".",
    ),
    check: vague_words,
}];

fn vague_words(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let Some(template) = form.template() else {
        return Vec::new();
    };
    let found = |field: &Field| {
        let text = form.get(Key::<String>::new(field.key))?;
        let (word, instead) = vague_word(&text)?;
        Some(
            Finding::at(field.key)
                .with("word", Arg::Text(word.to_owned()))
                .with("suggestion", Arg::Label(instead)),
        )
    };
    let fields = template.fields.iter();
    fields
        .filter(|field| field.concrete)
        .filter_map(found)
        .collect()
}

/// The first vague word of a text, and what says more.
fn vague_word(text: &str) -> Option<(&'static str, Label)> {
    let text = text.to_ascii_lowercase();
    let stands_alone = |at: usize, word: &str| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        !word.is_ascii()
            || ![before, after]
                .into_iter()
                .flatten()
                .any(|c| c.is_ascii_alphanumeric())
    };
    WORDS
        .iter()
        .find(|(word, _)| {
            text.match_indices(word)
                .any(|(at, word)| stands_alone(at, word))
        })
        .copied()
}

#[cfg(test)]
mod tests {
    use super::vague_word;

    #[test]
    fn a_vague_word_is_found_and_a_word_that_holds_one_is_not() {
        let word = |text| vague_word(text).map(|(word, _)| word);
        assert_eq!(word("请财务部尽快确认"), Some("尽快"));
        assert_eq!(word("Please do it ASAP."), Some("asap"));
        assert_eq!(word("the monsoon season, sooner or later"), None);
        assert_eq!(word("4 月 12 日前开通账号"), None);
    }
}

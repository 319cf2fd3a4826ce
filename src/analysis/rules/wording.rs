//! The check of vague words (G-08). The words stand in `words/vague.rs`; a template says which of its fields should be
//! concrete.

use crate::analysis::words::vague::vague_word;
use crate::model::Moment;
use crate::model::template::{Arg, Field, Finding, Form, Key, Label, Rule, Template};
use crate::templates::warn;

/// The check of vague words, for the forms with a field that should be concrete.
pub(in crate::analysis) fn rules_of(template: &Template) -> &'static [Rule] {
    if template.fields.iter().any(|field| field.concrete) {
        RULES
    } else {
        &[]
    }
}

const RULES: &[Rule] = &[warn(
    "G-08",
    Label::new(
        "「{word}」不够具体。请改成日期、数字或人名，例如「{suggestion}」。",
        "\"{word}\" is vague. Use a date, a number or a name, for example \"{suggestion}\".",
    ),
    vague_words,
)];

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

//! One of some words: choices, yes or no.

use super::letters::clean;
use super::reading::Oddity;
use crate::model::template::Choice;

/// Why no choice was made of a text, and which it may have meant.
#[derive(Debug)]
pub(super) struct ChoiceDoubt {
    pub(super) why: Oddity,
    pub(super) choices: Vec<&'static Choice>,
}

/// Candidates offered where a text names none of few.
const FEW: usize = 6;

/// The choice that a text names in either language, or by its key.
pub(super) fn chosen(
    choices: &'static [Choice],
    text: &str,
) -> Result<&'static Choice, ChoiceDoubt> {
    let names = |choice: &Choice| [choice.label.zh, choice.label.en, choice.key].map(bare);
    let wanted = [bare(text), bare(before_bracket(text))];
    let is_it = |choice: &&Choice| names(choice).iter().any(|name| wanted.contains(name));
    if let Some(choice) = choices.iter().find(is_it) {
        return Ok(choice);
    }
    let parts = text.split(['/', '、', '，', ',', ';', '；', '或']);
    let parts: Vec<String> = parts.map(bare).filter(|part| !part.is_empty()).collect();
    let is_named = |choice: &&Choice| names(choice).iter().any(|name| parts.contains(name));
    let named: Vec<&Choice> = choices.iter().filter(is_named).collect();
    if named.len() > 1 {
        return Err(ChoiceDoubt {
            why: Oddity::SeveralChoices,
            choices: named,
        });
    }
    let wanted = &wanted[0];
    let is_near = |choice: &&Choice| {
        let [zh, en, _] = names(choice);
        let is_in =
            |name: &String| wanted.contains(name.as_str()) || name.contains(wanted.as_str());
        !wanted.is_empty() && (is_in(&zh) || is_in(&en))
    };
    let mut near: Vec<&Choice> = choices.iter().filter(is_near).collect();
    if near.is_empty() && choices.len() <= FEW {
        near.extend(choices);
    }
    Err(ChoiceDoubt {
        why: Oddity::NotAChoice,
        choices: near,
    })
}

/// Yes or no; a cross may be either.
pub(super) fn yes_or_no(text: &str) -> Option<bool> {
    match bare(text).as_str() {
        "是" | "是的" | "真" | "有" | "对" | "√" | "✓" | "✔" | "☑" | "✅" | "y" | "yes"
        | "true" | "1" | "1.0" => Some(true),
        "否" | "假" | "无" | "没有" | "不" | "不是" | "×" | "✗" | "✘" | "☐" | "❌" | "n" | "no"
        | "false" | "0" | "0.0" => Some(false),
        _ => None,
    }
}

/// A name as it is compared: without blanks and signs of a form.
pub(super) fn bare(text: &str) -> String {
    let text = clean(text);
    let text = text.trim_matches(['*', ':', '.']);
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn before_bracket(text: &str) -> &str {
    match text.find(['（', '(']) {
        Some(at) if at > 0 => &text[..at],
        _ => text,
    }
}

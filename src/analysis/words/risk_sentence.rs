//! 因…，可能…，导致…: a risk said in one sentence, taken apart into its three parts. What does not read so is left as it
//! was typed; nothing is guessed.

use crate::model::Value;
use crate::templates::risk;

/// Because of what, what may happen, and with what effect.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RiskSentence {
    pub cause: String,
    pub event: String,
    pub effect: String,
}

const BECAUSE: &[&str] = &["因为", "由于", "因"];
const MAY: &[&str] = &["有可能会", "有可能", "可能会", "可能", "也许会"];
const SO_THAT: &[&str] = &[
    "从而导致",
    "进而导致",
    "会导致",
    "导致",
    "从而造成",
    "造成",
    "致使",
    "使得",
];
const BECAUSE_EN: &[&str] = &[
    "because of ",
    "because ",
    "due to ",
    "owing to ",
    "since ",
    "as a result of ",
    "if ",
];
const MAY_EN: &[&str] = &[" may ", " might ", " could "];
const SO_THAT_EN: &[&str] = &[
    "so that ",
    "leading to ",
    "which leads to ",
    "resulting in ",
    "which results in ",
    "causing ",
    "which causes ",
    "so ",
];
/// Before its "may" nothing is said.
const NOBODY_EN: &[&str] = &["there", "it", "this", "we", "they", "which"];
const HAPPENS_EN: &[&str] = &["happen", "occur", "happens", "come up", "arise"];

/// The three parts of a sentence; nothing where one of them is missing.
pub fn risk_sentence(text: &str) -> Option<RiskSentence> {
    let text = text
        .trim()
        .trim_end_matches(['。', '.', '；', ';', '！', '!']);
    let parts = chinese(text).or_else(|| english(text))?;
    let is_whole = ![&parts.cause, &parts.event, &parts.effect]
        .iter()
        .any(|part| part.is_empty());
    is_whole.then_some(parts)
}

/// The fields of a new risk that a whole sentence says: it is called by what may happen.
pub fn risk_fields(text: &str) -> Option<Vec<(&'static str, Value)>> {
    let parts = risk_sentence(text)?;
    let title = (risk::TITLE.name, Value::typed(&parts.event));
    Some([vec![title], parts.fields()].concat())
}

impl RiskSentence {
    /// The three fields that it is.
    pub fn fields(&self) -> Vec<(&'static str, Value)> {
        vec![
            (risk::CAUSE.name, Value::typed(&self.cause)),
            (risk::EVENT.name, Value::typed(&self.event)),
            (risk::EFFECT.name, Value::typed(&self.effect)),
        ]
    }
}

fn tidy(text: &str) -> String {
    let text = text.trim_matches(|c: char| c.is_whitespace() || "，,、；;：:".contains(c));
    text.to_owned()
}

/// The first place of one of these words, the earliest; of two that begin there the longer.
fn first<'a>(text: &str, words: &[&'a str]) -> Option<(usize, &'a str)> {
    let found = words
        .iter()
        .filter_map(|word| Some((text.find(word)?, *word)));
    found.min_by_key(|(at, word)| (*at, std::cmp::Reverse(word.len())))
}

fn chinese(text: &str) -> Option<RiskSentence> {
    let rest = BECAUSE.iter().find_map(|word| text.strip_prefix(word))?;
    let (may, may_word) = first(rest, MAY)?;
    let (cause, after) = (&rest[..may], &rest[may + may_word.len()..]);
    let (so, so_word) = first(after, SO_THAT)?;
    Some(RiskSentence {
        cause: tidy(cause),
        event: tidy(&after[..so]),
        effect: tidy(&after[so + so_word.len()..]),
    })
}

fn english(text: &str) -> Option<RiskSentence> {
    // Of the same length, byte for byte: only ASCII letters change.
    let low = text.to_ascii_lowercase();
    let begins = BECAUSE_EN
        .iter()
        .find(|word| low.starts_with(**word))?
        .len();
    let comma = begins + low[begins..].find(',')?;
    let cause = tidy(&text[begins..comma]);
    let after = (&text[comma + 1..], &low[comma + 1..]);
    let so_word = |word: &&str| {
        let found = after.1.match_indices(*word);
        let mut found = found.filter(|(at, _)| after.1[..*at].ends_with([' ', ',']));
        found.next().map(|(at, word)| (at, word.len()))
    };
    let found = SO_THAT_EN.iter().filter_map(so_word);
    let (so, length) = found.min_by_key(|(at, length)| (*at, std::cmp::Reverse(*length)))?;
    Some(RiskSentence {
        cause,
        event: event(&tidy(&after.0[..so]))?,
        effect: effect(&after.0[so + length..]),
    })
}

/// What follows; of "so that" with nothing behind it, nothing.
fn effect(text: &str) -> String {
    let text = tidy(text);
    if text == "that" { String::new() } else { text }
}

/// "the lab may ask for a retest" and "a retest may happen": what may be, said as something that is.
fn event(text: &str) -> Option<String> {
    let low = text.to_ascii_lowercase();
    let low = format!(" {low} ");
    let (at, word) = first(&low, MAY_EN)?;
    // The blank before is not of the text.
    let before = text[..at.saturating_sub(1).min(text.len())].trim();
    let after = text[(at + word.len() - 1).min(text.len())..].trim();
    if HAPPENS_EN.contains(&after.to_ascii_lowercase().as_str()) {
        return Some(before.to_owned());
    }
    if NOBODY_EN.contains(&before.to_ascii_lowercase().as_str()) {
        return Some(after.strip_prefix("be ").unwrap_or(after).to_owned());
    }
    Some(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::risk_sentence;

    #[test]
    fn a_sentence_falls_into_its_three_parts() {
        for (text, cause, event, effect) in [
            (
                "因需求评审不严，可能中途改需求，导致开发延期",
                "需求评审不严",
                "中途改需求",
                "开发延期",
            ),
            (
                "因为实验室排期紧,可能要补测,导致认证延期。",
                "实验室排期紧",
                "要补测",
                "认证延期",
            ),
            (
                "由于灯珠只有一家供应商，有可能交期推迟，从而造成量产断料",
                "灯珠只有一家供应商",
                "交期推迟",
                "量产断料",
            ),
            (
                "因研发主管要请假可能会无人决策导致测试停顿",
                "研发主管要请假",
                "无人决策",
                "测试停顿",
            ),
            (
                "Because the lab is booked, a retest may happen, so that certification is late.",
                "the lab is booked",
                "a retest",
                "certification is late",
            ),
            (
                "Due to a single supplier, the parts may come late, leading to a stop of production",
                "a single supplier",
                "the parts may come late",
                "a stop of production",
            ),
            (
                "Since nobody decides, there may be a standstill, causing late tests",
                "nobody decides",
                "a standstill",
                "late tests",
            ),
        ] {
            let parts = risk_sentence(text).expect(text);
            let said = (&*parts.cause, &*parts.event, &*parts.effect);
            assert_eq!(said, (cause, event, effect), "{text}");
        }
    }

    #[test]
    fn what_does_not_say_all_three_is_left_alone() {
        for text in [
            "",
            "中途改需求",
            "因需求评审不严，可能中途改需求",
            "可能补测，导致延期",
            "因可能导致",
            "因，可能，导致",
            "Because it rains, we stay",
            "The lab may be late",
            "Because a, b may c, so that ",
            "because é, x may y",
        ] {
            assert_eq!(risk_sentence(text), None, "{text}");
        }
    }
}

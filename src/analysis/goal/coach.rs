//! The coach of goals and actions: what a text leaves open (how much, by when, who) and a frame to say it in. Advice
//! beside the text, never a condition of anything. Pure; knows no form but which of their texts it looks at.

mod said;

use crate::analysis::words::labels::fill;
use crate::analysis::words::vague::loose_words;
use crate::model::template::{Label, Lang};
use crate::templates::{action, charter, metric, task};
pub use said::says_by_when;
use said::{says_a_day, says_a_number, says_who};

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Coached {
    /// It stands alone and says all: how much, by when.
    Goal,
    /// Its number, its day and its owner have fields of their own: the text says what.
    Action,
}

/// The texts that are looked at.
const FIELDS: &[(&str, &str, Coached)] = &[
    (charter::KIND, charter::GOAL_STATEMENT.name, Coached::Goal),
    (metric::KIND, metric::NAME.name, Coached::Action),
    (task::KIND, task::TITLE.name, Coached::Action),
    (action::KIND, action::WHAT.name, Coached::Action),
];

/// Whether the text of a field is looked at, and as what.
pub fn coached(kind: &str, key: &str) -> Option<Coached> {
    let mut all = FIELDS.iter();
    let (.., sort) = all.find(|(of, field, _)| *of == kind && *field == key)?;
    Some(*sort)
}

/// What a text leaves open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOpen {
    /// How much.
    Number,
    /// By when.
    Day,
    /// Which department or person.
    Who,
}

/// What would make a text say more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CoachAdvice {
    /// Its words that leave the reader guessing.
    pub loose: Vec<&'static str>,
    /// What it does not say; of an action only where its words are loose.
    pub open: Vec<LeftOpen>,
}

/// Characters of a text that says something at all.
const SAYS_NOTHING: usize = 2;

/// What a text leaves open; nothing where it says enough.
pub fn advice(text: &str, sort: Coached) -> Option<CoachAdvice> {
    let text = text.trim();
    if text.chars().count() <= SAYS_NOTHING {
        return None;
    }
    let says_a_number = says_a_number(text);
    let loose = loose_words(text, says_a_number);
    let open = [
        (LeftOpen::Number, says_a_number),
        (LeftOpen::Day, says_a_day(text)),
        (LeftOpen::Who, says_who(text)),
    ];
    let open = open.into_iter().filter(|(_, is_said)| !is_said);
    let mut open: Vec<LeftOpen> = open.map(|(open, _)| open).collect();
    let is_enough = match sort {
        // Who takes part is said by the departments of the charter.
        Coached::Goal => loose.is_empty() && open.iter().all(|open| *open == LeftOpen::Who),
        Coached::Action => loose.is_empty(),
    };
    if is_enough {
        return None;
    }
    if sort == Coached::Goal && loose.is_empty() {
        open.retain(|open| *open != LeftOpen::Who);
    }
    Some(CoachAdvice { loose, open })
}

const ON_A_DAY: Label = Label::new("＿月＿日前，{text}", "{text} by ＿ (date)");
const SOMEBODY: Label = Label::new(
    "由＿部＿＿（人）{text}",
    "{text}, done by ＿ of ＿ (person, department)",
);
const SO_MUCH: Label = Label::new("{text}，从＿到＿", "{text} from ＿ to ＿");

/// A frame for a text: what it says without its loose words, with a gap for all it leaves open. Loose words that carry
/// the sentence stay: they are said better once a number stands beside them.
pub fn frame(text: &str, advice: &CoachAdvice, lang: Lang) -> String {
    let mut said = text
        .trim()
        .trim_end_matches(['。', '.', '！', '!'])
        .to_owned();
    for word in &advice.loose {
        if let Some(rest) = without(&said, word) {
            said = rest;
        }
    }
    let mut order = [LeftOpen::Number, LeftOpen::Who, LeftOpen::Day];
    if lang == Lang::En {
        order.swap(1, 2);
    }
    for open in order.into_iter().filter(|open| advice.open.contains(open)) {
        let label = match open {
            LeftOpen::Number => SO_MUCH,
            LeftOpen::Day => ON_A_DAY,
            LeftOpen::Who => SOMEBODY,
        };
        said = fill(label, lang, &[("text", &said)]);
    }
    said
}

/// Words that can go without taking the sense of the sentence with them.
const CAN_GO: &[&str] = &[
    "尽快",
    "尽早",
    "马上",
    "近期",
    "适时",
    "大概",
    "左右",
    "抓紧",
    "尽量",
    "适当",
    "及时",
    "进一步",
    "大力",
    "大幅",
    "显著",
    "明显",
    "全力",
    "积极",
    "密切",
    "一下",
    "asap",
    "as soon as possible",
    "soon",
    "tbd",
    "approximately",
    "significantly",
    "substantially",
    "closely",
    "further",
    "a bit",
    "in due course",
    "if possible",
    "when possible",
];

/// The text without a word that can go; nothing where it cannot or nothing would be left.
fn without(text: &str, word: &str) -> Option<String> {
    if !CAN_GO.contains(&word) {
        return None;
    }
    // The same bytes: only ASCII letters change.
    let at = text.to_ascii_lowercase().find(word)?;
    let rest = format!("{}{}", text[..at].trim_end(), &text[at + word.len()..]);
    let rest = rest.trim_matches([' ', '，', ',']).to_owned();
    (rest.chars().count() >= SAYS_NOTHING).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::{Coached, LeftOpen, advice, coached, frame};
    use crate::model::template::Lang;

    #[test]
    fn the_frame_keeps_what_was_said_and_has_a_gap_for_the_rest() {
        let framed = |text: &str, sort, lang| {
            let advice = advice(text, sort).expect(text);
            frame(text, &advice, lang)
        };
        assert_eq!(
            framed("进一步提高客户满意度。", Coached::Goal, Lang::Zh),
            "＿月＿日前，由＿部＿＿（人）提高客户满意度，从＿到＿"
        );
        assert_eq!(
            framed("完成系统升级", Coached::Goal, Lang::Zh),
            "＿月＿日前，完成系统升级，从＿到＿"
        );
        assert_eq!(
            framed("Improve quality ASAP", Coached::Goal, Lang::En),
            "Improve quality from ＿ to ＿ by ＿ (date), done by ＿ of ＿ (person, department)"
        );
    }

    #[test]
    fn what_is_open_is_named_and_what_says_enough_is_left_alone() {
        let open = |text| advice(text, Coached::Goal).map(|advice| advice.open);
        assert_eq!(open("9 月前完成系统升级"), Some(vec![LeftOpen::Number]));
        assert_eq!(open("开 8 家门店"), Some(vec![LeftOpen::Day]));
        assert_eq!(open("年底前开 8 家门店"), None);
        assert_eq!(open("2027-01-29 前把会诊时长从 26 小时降到 12 小时"), None);
        assert_eq!(open("By 2027-01-29 cut the time from 26 to 12 hours"), None);
        assert_eq!(advice("取补测报告", Coached::Action), None);
        assert_eq!(advice("", Coached::Goal), None);
        assert_eq!(coached("task", "title"), Some(Coached::Action));
        assert_eq!(coached("task", "owner"), None);
    }
}

//! Vague words (G-08), where a goal, a support, an action or a condition should name a date, a number or a person. They
//! stand here and nowhere else; a template says which of its fields should be concrete.

use crate::model::template::Label;

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

/// Words that say nothing by themselves, whatever stands beside them; the coach names them, no check does.
const EMPTY: &[&str] = &[
    "一下",
    "有空",
    "抓紧",
    "尽量",
    "适当",
    "密切",
    "关注",
    "再沟通",
    "继续沟通",
    "及时",
    "相关",
    "有关",
    "事宜",
    "一流",
    "领先",
    "万无一失",
    "进一步",
    "大力",
    "大幅",
    "显著",
    "明显",
    "全力",
    "积极",
    "合力",
    "前期",
    "后续",
    "relevant",
    "appropriate",
    "needful",
    "somebody",
    "someone",
    "as needed",
    "if possible",
    "when possible",
    "adequate",
    "necessary",
    "in due course",
    "a bit",
    "as appropriate",
    "etc",
    "world-class",
    "significantly",
    "substantially",
    "closely",
    "further",
    "an eye on",
    "when there is time",
    "follow up",
    "look into",
    "try to",
    "sort out",
    // Tries and hedges.
    "争取",
    "力争",
    "尽力",
    "尽可能",
    "想办法",
    "设法",
    "看看",
    "试试",
    "看情况",
    "视情况",
    "能不能",
    "是否可以",
    // Some other time.
    "再说",
    "再定",
    "再议",
    "回头",
    "到时候",
    "以后再",
    "后面再",
    "早点",
    "晚点",
    "早日",
    "择机",
    "有机会",
    "有条件",
    // Nobody in particular, nothing in particular.
    "大家",
    "各位",
    "有人",
    "找人",
    "提质增效",
    "到位",
    "切实",
    "高度重视",
    "更加",
    "更好",
    "see if",
    "consider",
    "think about",
    "look at",
    "work on",
    "touch base",
    "catch up",
    "reach out",
    "circle back",
    "at some point",
    "sometime",
    "eventually",
    "later on",
    "whenever",
    "wherever",
    "where possible",
    "as far as possible",
    "informed",
    "in the loop",
    "everyone",
    "everybody",
    "people",
    "things",
    "stuff",
    "various",
];

/// Words that promise a change: they say something once a number stands beside them.
const PROMISES: &[&str] = &[
    "加强",
    "增强",
    "提升",
    "提高",
    "优化",
    "完善",
    "改善",
    "推进",
    "推动",
    "促进",
    "深化",
    "打造",
    "确保",
    "做好",
    "协助",
    "配合",
    "落实",
    "降低",
    "满意",
    "研究",
    "考虑",
    "沟通",
    "协调",
    "对接",
    "跟进",
    "重视",
    "注意",
    "保持",
    "加大",
    "加快",
    "讨论",
    "discuss",
    "talk",
    "think",
    "efficient",
    "effective",
    "quality",
    "awareness",
    "keep",
    "improve",
    "improves",
    "improving",
    "enhance",
    "strengthen",
    "optimise",
    "optimize",
    "boost",
    "increase",
    "better",
    "best",
    "ensure",
    "drive",
    "foster",
    "achieve",
    "support",
    "help",
    "easier",
    "smooth",
    "monitor",
    "encourage",
    "promote",
    "maximise",
    "maximize",
    "minimise",
    "minimize",
];

/// The first vague word of a text, and what says more.
pub fn vague_word(text: &str) -> Option<(&'static str, Label)> {
    let text = text.to_ascii_lowercase();
    let mut words = WORDS.iter();
    words.find(|(word, _)| holds(&text, word)).copied()
}

/// The words of a text that leave its reader guessing, in the order of the lists; those that only promise something
/// only where it says no number.
pub fn loose_words(text: &str, says_a_number: bool) -> Vec<&'static str> {
    let text = text.to_ascii_lowercase();
    let words = WORDS.iter().map(|(word, _)| *word);
    let promises = PROMISES.iter().filter(|_| !says_a_number);
    let all = words.chain(EMPTY.iter().chain(promises).copied());
    let mut found: Vec<&'static str> = Vec::new();
    for word in all.filter(|word| holds(&text, word)) {
        // 相关部门 is told, 相关 in it is not told again.
        if !found.iter().any(|known| known.contains(word)) {
            found.push(word);
        }
    }
    found
}

/// Whether a text in small letters has a word; a Latin one stands by itself.
fn holds(text: &str, word: &str) -> bool {
    let stands_alone = |at: usize| {
        let before = text[..at].chars().next_back();
        let after = text[at + word.len()..].chars().next();
        let mut beside = [before, after].into_iter().flatten();
        !word.is_ascii() || !beside.any(|c| c.is_ascii_alphanumeric())
    };
    text.match_indices(word).any(|(at, _)| stands_alone(at))
}

#[cfg(test)]
mod tests {
    use super::{loose_words, vague_word};

    #[test]
    fn a_vague_word_is_found_and_a_word_that_holds_one_is_not() {
        let word = |text| vague_word(text).map(|(word, _)| word);
        assert_eq!(word("请财务部尽快确认"), Some("尽快"));
        assert_eq!(word("Please do it ASAP."), Some("asap"));
        assert_eq!(word("the monsoon season, sooner or later"), None);
        assert_eq!(word("4 月 12 日前开通账号"), None);
    }

    #[test]
    fn a_promise_is_loose_until_a_number_stands_beside_it() {
        assert_eq!(loose_words("提高效率", false), ["提高"]);
        assert!(loose_words("把效率提高 8%", true).is_empty());
        assert_eq!(
            loose_words("请相关部门尽快配合 3 次", true),
            ["尽快", "相关部门"]
        );
    }
}

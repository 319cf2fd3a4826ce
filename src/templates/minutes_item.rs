//! One line that was typed in a meeting (T13), and the sorts of lines with what each becomes.

use crate::model::id::RecordId;
use crate::model::template::{Choice, Field, Form, Key, Label, Lang, Template};
use crate::templates::alike::Name;
use crate::templates::{action, agenda_item, decision, issue, lesson, risk, task};

pub const KIND: &str = "minutes_item";

/// As it was typed, without what was read out of it.
pub const TEXT: Key<String> = Key::new("text");
/// What it stands under.
pub const ABOUT: Key<RecordId> = Key::new("about");
/// What kind of result it is.
pub const SORT: Key<String> = Key::new("sort");
/// What was made of it at once.
pub const BECAME: Key<RecordId> = Key::new("became");

/// 记一笔
pub const NOTE: Choice = Choice::new("note", "记一笔", "Note");
/// 行动项
pub const ACTION: Choice = Choice::new("action", "行动项", "Action");
/// 任务
pub const TASK: Choice = Choice::new("task", "任务", "Task");
/// 决定
pub const DECISION: Choice = Choice::new("decision", "决定", "Decision");
/// 问题
pub const ISSUE: Choice = Choice::new("issue", "问题", "Issue");
/// 风险
pub const RISK: Choice = Choice::new("risk", "风险", "Risk");
/// 变更
pub const CHANGE: Choice = Choice::new("change", "变更申请", "Change request");
/// 亮点
pub const HIGHLIGHT: Choice = Choice::new("highlight", "亮点", "Highlight");
/// 分歧
pub const DISPUTE: Choice = Choice::new("dispute", "分歧", "Disagreement");
/// 经验
pub const LESSON: Choice = Choice::new("lesson", "经验", "Lesson");
/// 以后再议
pub const LATER: Choice = Choice::new("later", "以后再议", "Later");

/// A sort of line: by which words it is asked for, and which kind of record it becomes; "": it stays a line. A kind
/// that this version does not have stays a line, too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineSort {
    pub choice: Choice,
    /// Beside what it is called: before a colon at the start of a line, in small letters.
    pub words: &'static [&'static str],
    /// The kind it becomes.
    pub becomes: &'static str,
    /// Whether it is work: somebody's, by a day. Of the others every word is text.
    pub is_work: bool,
}

const fn sort(choice: Choice, words: &'static [&'static str], becomes: &'static str) -> LineSort {
    LineSort {
        choice,
        words,
        becomes,
        is_work: false,
    }
}

const fn work(choice: Choice, words: &'static [&'static str], becomes: &'static str) -> LineSort {
    LineSort {
        is_work: true,
        ..sort(choice, words, becomes)
    }
}

/// All of them.
pub static SORTS: &[LineSort] = &[
    sort(NOTE, &["记"], ""),
    work(ACTION, &["行动", "待办", "to do"], action::KIND),
    work(TASK, &[], task::KIND),
    sort(DECISION, &["决议", "决策"], decision::KIND),
    work(ISSUE, &[], issue::KIND),
    work(RISK, &[], risk::KIND),
    sort(CHANGE, &["变更", "change"], NO_FORM_YET),
    sort(HIGHLIGHT, &["感谢", "thanks"], ""),
    sort(LESSON, &["教训"], lesson::KIND),
    sort(DISPUTE, &["dispute"], ""),
    sort(LATER, &["以后"], agenda_item::KIND),
];

/// Of a change request, whose form this version may not have.
const NO_FORM_YET: &str = "change_request";

impl LineSort {
    /// Whether a word before a colon asks for it: what it is called in either language, or one of its words.
    pub fn is_asked_by(&self, word: &str) -> bool {
        let label = self.choice.label;
        label.zh == word || label.en.to_lowercase() == word || self.words.contains(&word)
    }

    /// The word that asks for it, as short as it gets.
    pub fn word(&self, lang: Lang) -> String {
        let label = self.choice.label;
        if lang == Lang::En {
            return label.en.to_lowercase();
        }
        // Of words as short as what it is called, that one.
        let words = self.words.iter().filter(|word| !word.is_ascii());
        let all = std::iter::once(&label.zh).chain(words);
        let shortest = all.min_by_key(|word| word.chars().count());
        shortest.copied().unwrap_or_default().to_owned()
    }
}

/// A sort by its key; [`NOTE`] for one this version does not know.
pub fn sort_of(key: &str) -> &'static LineSort {
    let mut all = SORTS.iter();
    all.find(|sort| sort.choice.key == key).unwrap_or(&SORTS[0])
}

const FIELDS: &[Field] = &[
    Field::text(TEXT, Label::new("内容", "Text"), 500)
        .wide()
        .width(40),
    Field::choice(
        SORT,
        Label::new("种类", "Sort"),
        &[
            NOTE, ACTION, TASK, DECISION, ISSUE, RISK, CHANGE, HIGHLIGHT, LESSON, DISPUTE, LATER,
        ],
    ),
    Field::reference(ABOUT, Label::new("关于", "About"), &[]).filled(),
    Field::reference(BECAME, Label::new("记成了", "Became"), &[]).filled(),
];

/// A line of minutes.
pub static MINUTES_ITEM: Template = Template {
    copied: false,
    ..Template::plain(
        KIND,
        Label::new("结果", "Results"),
        Label::new("一行结果", "Result"),
        TEXT.name,
        FIELDS,
    )
};

/// A line before this one, of the same minutes and sort, that says the same in nearly the same letters: two people may
/// have noted one thing.
pub fn said_before<'a>(line: &Form<'a>) -> Option<Form<'a>> {
    let minutes = line.parent()?;
    let text = Name::of(&line.get(TEXT)?);
    let before = lines_of(&minutes).into_iter();
    let mut before = before.take_while(|one| one.record() != line.record());
    let sort = line.get(SORT);
    before.find(|one| {
        let said = one.get(TEXT).map(|said| Name::of(&said));
        one.get(SORT) == sort && said.is_some_and(|said| said.is_like(&text))
    })
}

/// The lines of minutes, in the order of time.
pub fn lines_of<'a>(minutes: &Form<'a>) -> Vec<Form<'a>> {
    minutes.rows(KIND)
}

#[cfg(test)]
mod tests {
    use super::SORTS;
    use crate::model::template::Lang;

    #[test]
    fn a_sort_is_asked_for_by_the_word_that_it_is_called() {
        let words: Vec<String> = SORTS.iter().map(|sort| sort.word(Lang::Zh)).collect();
        let all = "记 行动 任务 决定 问题 风险 变更 亮点 经验 分歧 以后";
        assert_eq!(words.join(" "), all);
        assert!(
            SORTS
                .iter()
                .all(|sort| sort.is_asked_by(&sort.word(Lang::Zh)))
        );
    }
}

//! The words that names and values need of themselves, whoever writes them down: a screen, a letter, a table of a file.
//! Knows no form; what a form says stands in its template. A text with `{places}` is completed by [`fill`].

use crate::model::template::{Label, Lang};

/// Declares texts in both languages, a line each, and the list of them all for the tests of words.
macro_rules! catalogue {
    ($($name:ident: $zh:literal, $en:literal;)*) => {
        $(
            #[doc = $en]
            pub const $name: $crate::model::template::Label =
                $crate::model::template::Label::new($zh, $en);
        )*
        /// All of them, for the tests of words and punctuation.
        pub const ALL: &[(&str, $crate::model::template::Label)] =
            &[$((stringify!($name), $name)),*];
    };
}
pub(crate) use catalogue;

/// Puts values in the places of a text. What stands in a value is nobody's place. `{n|item|items}` is the first where
/// `n` is one and the second where it is more or none.
pub fn fill(label: Label, lang: Lang, places: &[(&str, &str)]) -> String {
    let mut rest = label.text(lang);
    let mut text = String::with_capacity(rest.len());
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let place = after.split_once('}').and_then(|(place, after)| {
            let said = said_at(place, places)?;
            Some((said, after))
        });
        if let Some((said, after)) = place {
            // Where nothing stands, no blank stands beside it.
            let is_end = after.is_empty()
                || after.starts_with([' ', '，', '。', '；', '）', ',', '.', ';', ')']);
            if said.is_empty() && is_end && text.ends_with(' ') {
                text.pop();
            }
            text.push_str(not_twice(&text, said, after));
            rest = after;
        } else {
            text.push('{');
            rest = after;
        }
    }
    text.push_str(rest);
    text
}

/// Words with which a frame leads to a place, and those with which people begin what they write there.
const LEADS: &[(&str, &[&str])] = &[
    ("因为", &["因为", "由于", "因"]),
    (
        "可能",
        &["有可能会", "有可能", "可能会", "可能", "也许会", "也许"],
    ),
    (
        "导致",
        &[
            "从而导致",
            "进而导致",
            "会导致",
            "导致",
            "从而造成",
            "会造成",
            "造成",
            "致使",
        ],
    ),
    ("请", &["请"]),
    ("because ", &["because "]),
    ("by ", &["by ", "before "]),
    ("due ", &["due ", "by "]),
    ("lease: ", &["please "]),
];
/// Words in which such a word is no lead.
const NO_LEAD: &[&str] = &[
    "因果",
    "因此",
    "因素",
    "因子",
    "因而",
    "因地",
    "因人",
    "因时",
    "可能性",
    "请假",
    "请示",
    "请柬",
    "请款",
    "请购",
    "请求",
];
const BEFORE_THEN: &[&str] = &["之前", "以前", "前"];
/// Words that end so, and are no time.
const NO_TIME: &[&str] = &["目前", "提前", "空前", "当前", "生前"];

/// A value without what its frame says already: 因为{因为…}, {周五前}前, {…。}。 People write a part as a sentence of its
/// own, and it is read as one; the frame is not to say it twice.
fn not_twice<'a>(before: &str, value: &'a str, after: &str) -> &'a str {
    let begins = |words: &[&str]| words.iter().any(|word| value.starts_with(word));
    let lead = LEADS.iter().find(|(frame, _)| before.ends_with(frame));
    let led = lead.filter(|_| !begins(NO_LEAD)).and_then(|(_, words)| {
        let mut all = words.iter().map(|word| at_start(value, word));
        all.find_map(|rest| rest)
    });
    let mut said = led.map_or(value, |rest| {
        rest.trim_start_matches([' ', '，', ',', '：', ':'])
    });
    if after.trim_start().starts_with('前') && !NO_TIME.iter().any(|word| said.ends_with(word)) {
        let shorter = BEFORE_THEN.iter().find_map(|word| said.strip_suffix(word));
        said = shorter.map_or(said, str::trim_end);
    }
    let is_clause = after.starts_with(['。', '；', '，', '、']);
    let stop = match after.chars().next() {
        Some('.') if !said.ends_with("..") => Some('.'),
        _ if is_clause => Some('。'),
        _ => None,
    };
    let shorter = stop.and_then(|stop| said.strip_suffix(stop));
    match shorter.unwrap_or(said) {
        "" => value,
        said => said,
    }
}

/// What follows a word at the start of a text, whatever its capitals.
fn at_start<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let start = text.get(..word.len())?;
    start
        .eq_ignore_ascii_case(word)
        .then(|| &text[word.len()..])
}

/// What stands at a place: its value, or the words for so many.
fn said_at<'a>(place: &'a str, places: &[(&str, &'a str)]) -> Option<&'a str> {
    let (name, words) = match place.split_once('|') {
        Some((name, words)) => (name, words.split_once('|')),
        None => (place, None),
    };
    let (_, value) = *places.iter().find(|(known, _)| *known == name)?;
    Some(match words {
        None => value,
        Some((one, _)) if value == "1" => one,
        Some((_, many)) => many,
    })
}

/// What is called so, within a sentence: English begins it with a small letter, but for letters that are names.
pub fn in_sentence(label: Label, lang: Lang) -> String {
    let text = label.text(lang);
    let mut letters = text.chars();
    let Some(first) = letters.next() else {
        return String::new();
    };
    let is_name = letters.next().is_none_or(|second| !second.is_lowercase());
    if lang == Lang::Zh || is_name {
        return text.to_owned();
    }
    first.to_lowercase().chain(text.chars().skip(1)).collect()
}

catalogue! {
    UNNAMED: "（未命名）", "(no name)";
    TO_BE_NAMED: "（待定）", "(to be named)";
    TO_BE_NAMED_OF: "（待定，{department}）", "(to be named, {department})";
    REPLY_OF: "{who}对「{what}」的回复", "the reply of {who} to {what}";
    OF_HOME: "{one}（{home}）", "{one} ({home})";
    NAMED_OF_HOME: "{one}{name}（{home}）", "{one} {name} ({home})";
    MINUTES_OF: "{meeting}纪要 {day}", "minutes of {meeting}, {day}";
    ABOUT_THING: "{one} {what}", "{one} {what}";
    YES: "是", "Yes";
    NO: "否", "No";
    NOTHING: "（空）", "(empty)";
    ON_ITS_FORM: "（只写在表上）", "(on the form alone)";
    STATUS: "状态", "Status";
    NUMBER: "编号", "No.";
    DELETE: "删除", "Delete";
    PLACE: "顺序", "Order";
    PREFILLED_FIELD: "预排", "Pre-filled";
    BELONGS_TO: "属于", "Belongs to";
    LIST_SEPARATOR: "、", ", ";
    AND_OTHERS: "{name}等 {n} 人", "{name} and others ({n})";
    MORE_OF_THEM: "{name}等 {n} 个", "{name} and others ({n})";
    DELETED_NAME: "{name}（已删除）", "{name} (deleted)";
    WRITTEN_ELSEWHERE: "{here}（原写 {written}）", "{here} (written as {written})";
    DAY_ALONE: "{day}（只记日期）", "{day} (the date alone)";
    NAMELESS: "（没有署名）", "(not signed)";
}

#[cfg(test)]
mod tests {
    use super::fill;
    use crate::model::template::{Label, Lang};

    #[test]
    fn beside_nothing_stands_no_blank() {
        const DAILY: Label = Label::new("每日 {time}，{n} 分钟", "daily {time} for {n} min");
        let said = |time, lang| fill(DAILY, lang, &[("time", time), ("n", "15")]);
        assert_eq!(said("", Lang::Zh), "每日，15 分钟");
        assert_eq!(said("09:00", Lang::Zh), "每日 09:00，15 分钟");
        assert_eq!(said("", Lang::En), "daily for 15 min");
    }

    #[test]
    fn a_frame_does_not_say_twice_what_a_part_says() {
        const WHY: Label = Label::new("{what}，因为{why}。", "{what}, because {why}.");
        const ASK: Label = Label::new("请{what}，{when} 前发回。", "Please {what} by {when}.");
        let why = |what, why, lang| fill(WHY, lang, &[("what", what), ("why", why)]);
        let ask = |what, when, lang| fill(ASK, lang, &[("what", what), ("when", when)]);
        let (zh, en) = (Lang::Zh, Lang::En);
        for (composed, said) in [
            (why("晚三天", "因为模具晚到", zh), "晚三天，因为模具晚到。"),
            (
                why("晚三天。", "由于模具晚到。", zh),
                "晚三天，因为模具晚到。",
            ),
            (why("晚三天", "因模具晚到", zh), "晚三天，因为模具晚到。"),
            (
                why("晚三天", "因果关系不清", zh),
                "晚三天，因为因果关系不清。",
            ),
            (why("晚三天", "因为", zh), "晚三天，因为因为。"),
            (ask("请看一下", "周五前", zh), "请看一下，周五 前发回。"),
            (
                ask("请假的人补答", "周五之前", zh),
                "请请假的人补答，周五 前发回。",
            ),
            (ask("看一下", "03-20", zh), "请看一下，03-20 前发回。"),
            (
                why("late", "Because the mould is late.", en),
                "late, because the mould is late.",
            ),
            (ask("look", "by Friday", en), "Please look by Friday."),
            (
                why("late", "the lab etc...", en),
                "late, because the lab etc....",
            ),
        ] {
            assert_eq!(composed, said);
        }
    }
}

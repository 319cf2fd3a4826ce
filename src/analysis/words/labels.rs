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

/// Puts values in the places of a text. What stands in a value is nobody's place.
pub fn fill(label: Label, lang: Lang, places: &[(&str, &str)]) -> String {
    let mut rest = label.text(lang);
    let mut text = String::with_capacity(rest.len());
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let named = after.split_once('}').and_then(|(name, after)| {
            let place = places.iter().find(|(place, _)| *place == name);
            place.map(|(_, value)| (*value, after))
        });
        let Some((value, after)) = named else {
            text.push('{');
            rest = after;
            continue;
        };
        text.push_str(value);
        rest = after;
        if lang == Lang::En
            && value == "1"
            && let Some((one, after)) = of_one(after)
        {
            text.push_str(one);
            rest = after;
        }
    }
    text.push_str(rest);
    text
}

/// English words after a number, of many and of one.
const OF_ONE: [(&str, &str); 14] = [
    (" places differ", " place differs"),
    (" places were", " place was"),
    (" places", " place"),
    (" items", " item"),
    (" objections", " objection"),
    (" edits", " edit"),
    (" changes", " change"),
    (" working days", " working day"),
    (" days", " day"),
    (" hours", " hour"),
    (" files have", " file has"),
    (" files", " file"),
    (" people", " person"),
    (" entries", " entry"),
];

/// How the words behind a place begin as one says them of one, and what follows them.
fn of_one(text: &str) -> Option<(&'static str, &str)> {
    let mut words = OF_ONE.iter();
    words.find_map(|(many, one)| Some((*one, text.strip_prefix(many)?)))
}

catalogue! {
    UNNAMED: "（未命名）", "(no name)";
    TO_BE_NAMED: "（待定）", "(to be named)";
    YES: "是", "Yes";
    NO: "否", "No";
    NOTHING: "（空）", "(empty)";
    STATUS: "状态", "Status";
    NUMBER: "编号", "No.";
    DELETE: "删除", "Delete";
    PLACE: "顺序", "Order";
    PREFILLED_FIELD: "预排", "Pre-filled";
    BELONGS_TO: "属于", "Belongs to";
    LIST_SEPARATOR: "、", ", ";
    AND_OTHERS: "{name}等 {n} 人", "{name} and others ({n})";
    DELETED_NAME: "{name}（已删除）", "{name} (deleted)";
    WRITTEN_ELSEWHERE: "{here}（原写 {written}）", "{here} (written as {written})";
    DAY_ALONE: "{day}（只记日期）", "{day} (the date alone)";
    NAMELESS: "（没有署名）", "(not signed)";
}

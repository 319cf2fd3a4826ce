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
            text.push_str(said);
            rest = after;
        } else {
            text.push('{');
            rest = after;
        }
    }
    text.push_str(rest);
    text
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
    DELETED_NAME: "{name}（已删除）", "{name} (deleted)";
    WRITTEN_ELSEWHERE: "{here}（原写 {written}）", "{here} (written as {written})";
    DAY_ALONE: "{day}（只记日期）", "{day} (the date alone)";
    NAMELESS: "（没有署名）", "(not signed)";
}

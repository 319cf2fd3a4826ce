//! Words by which the app itself speaks of people. Who signs with one of them is not taken for whom it means: such a
//! name stands in quotation marks.

const RESERVED: [&str; 26] = [
    "您",
    "您自己",
    "你",
    "我",
    "本人",
    "自己",
    "名单外",
    "不在名单里",
    "没有署名",
    "没署名",
    "匿名",
    "不记名",
    "待定",
    "所有人",
    "大家",
    "系统",
    "合拍",
    "you",
    "yourself",
    "me",
    "not signed",
    "off the list",
    "everybody",
    "everyone",
    "nobody",
    "hepai",
];

/// None of them is longer, in characters.
const LONGEST: usize = 12;

/// A name as it stands in a sentence: in quotation marks where it is one of the app's own words. A
/// department behind it makes it nobody's name either.
pub(in crate::analysis) fn set_apart(name: String) -> String {
    let bare = name.trim_start_matches(|c: char| !c.is_alphanumeric());
    let bare = bare.split(['（', '(']).next().unwrap_or_default();
    let bare = bare.trim_end_matches(|c: char| !c.is_alphanumeric());
    let is_short = !bare.is_empty() && bare.chars().nth(LONGEST).is_none();
    match is_short && RESERVED.contains(&&*narrow(bare)) {
        true => format!("「{name}」"),
        false => name,
    }
}

/// In letters of one width and case. Letters that merely look alike are told where people are joined.
fn narrow(name: &str) -> String {
    let narrowed = name.chars().map(|c| {
        let wide = u32::from(c).checked_sub(0xFEE0);
        let latin = wide.and_then(char::from_u32);
        latin.filter(char::is_ascii_graphic).unwrap_or(c)
    });
    narrowed.map(|c| c.to_ascii_lowercase()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_a_word_of_the_apps_own_stands_in_quotation_marks() {
        for (name, shown) in [
            ("您", "「您」"),
            ("（没有署名）", "「（没有署名）」"),
            ("YOU", "「YOU」"),
            ("ｙｏｕ", "「ｙｏｕ」"),
            ("您（市场部）", "「您（市场部）」"),
            ("王经理", "王经理"),
            ("我佳", "我佳"),
            ("Young", "Young"),
            ("", ""),
        ] {
            assert_eq!(set_apart(name.to_owned()), shown);
        }
    }
}

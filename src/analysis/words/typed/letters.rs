//! A text as it is read: in half-width, in small letters, without what cannot be seen; and numbers in Chinese.

use crate::analysis::words::look::narrow;
use crate::model::line::one_line;

/// Characters beyond which a text is neither a date nor a number.
const MOST: usize = 80;

/// The text for reading: every run of blanks one blank, every dash `-`.
pub(super) fn clean(text: &str) -> String {
    let one = |c: char| match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' => '-',
        '。' => '.',
        '￥' => '¥',
        '〜' => '~',
        _ => narrow(c),
    };
    let line = one_line(text, MOST);
    let line: String = line.chars().flat_map(|c| one(c).to_lowercase()).collect();
    line.trim().to_owned()
}

/// Signs of a list or of the end of a sentence: behind a value they say nothing.
const BEHIND: [char; 6] = ['、', '，', ',', '；', ';', '。'];
const QUOTES: [(char, char); 7] = [
    ('"', '"'),
    ('“', '”'),
    ('\'', '\''),
    ('‘', '’'),
    ('「', '」'),
    ('【', '】'),
    ('＂', '＂'),
];

/// A value without the quotes around it, the signs behind it, and the apostrophe with which spreadsheets mark a text.
pub(super) fn without_marks(text: &str) -> &str {
    let mut bare = text.trim();
    loop {
        let quoted = QUOTES.iter().find_map(|(open, close)| {
            let inner = bare.strip_prefix(*open)?.strip_suffix(*close)?;
            (!inner.contains([*open, *close])).then_some(inner)
        });
        let next = quoted.unwrap_or(bare).trim_end_matches(BEHIND).trim();
        if next == bare || next.is_empty() {
            break;
        }
        bare = next;
    }
    let number = bare.strip_prefix(['\'', '’', '‘', '＇']);
    let number = number
        .filter(|rest| rest.starts_with(|c: char| narrow(c).is_ascii_digit() || "-+.".contains(c)));
    number.unwrap_or(bare)
}

/// The value of a Chinese digit, also as it is written in amounts.
fn digit(c: char) -> Option<i64> {
    Some(match c {
        '〇' | '零' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

fn unit(c: char) -> Option<i64> {
    Some(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1_000,
        '万' | '萬' => 10_000,
        '亿' | '億' => 100_000_000,
        _ => return None,
    })
}

/// A whole number written in Chinese throughout: `十二`, `三百零五`, `叁万伍仟`. `两万五` may be more than one and is none.
pub(super) fn han_number(text: &str) -> Option<i64> {
    let (mut total, mut section, mut last) = (0_i64, 0_i64, None);
    // The unit that came last, and whether a 零 stands behind it.
    let (mut before, mut is_apart) = (None::<i64>, false);
    for c in text.chars() {
        match (digit(c), unit(c)) {
            (Some(0), _) => is_apart = true,
            (Some(value), _) if last.is_none() => last = Some(value),
            (_, Some(times @ (10 | 100 | 1_000))) => {
                let is_first = total == 0 && section == 0;
                let value = last.take().or((times == 10 && is_first).then_some(1))?;
                section += value * times;
                (before, is_apart) = (Some(times), false);
            }
            (_, Some(times)) => {
                section += last.take().unwrap_or(0);
                if section == 0 || (total > 0 && times > 10_000) {
                    return None;
                }
                total += section * times;
                (section, before, is_apart) = (0, Some(times), false);
            }
            _ => return None,
        }
    }
    let is_clear = last.is_none() || is_apart || before.is_none_or(|times| times == 10);
    let is_any = text
        .chars()
        .any(|c| digit(c).is_some() || unit(c).is_some());
    (is_any && is_clear).then(|| total + section + last.unwrap_or(0))
}

/// `一点五`: a whole number in Chinese, and its decimals digit by digit.
pub(super) fn han_decimal(text: &str) -> Option<String> {
    let Some((whole, part)) = text.split_once('点') else {
        return han_number(text).map(|number| number.to_string());
    };
    let part: Option<String> = part
        .chars()
        .map(|c| digit(c).map(|n| n.to_string()))
        .collect();
    let part = part.filter(|part| !part.is_empty())?;
    Some(format!("{}.{part}", han_number(whole)?))
}

/// The same text with the numbers before 年, 月, 日 and their like in digits: `二〇二六年三月` → `2026年3月`.
pub(super) fn in_digits(text: &str) -> String {
    let is_han = |c: char| digit(c).is_some() || "十廿卅".contains(c);
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(from) = rest.find(is_han) {
        out.push_str(&rest[..from]);
        let run = &rest[from..];
        let end = run.find(|c| !is_han(c)).unwrap_or(run.len());
        let (run, after) = run.split_at(end);
        let is_counted = after
            .starts_with(['年', '月', '日', '号', '天', '周', '个', '点', '时', '分'])
            || out.ends_with('月') && (after.is_empty() || after.starts_with([' ', '(']));
        match day_number(run).filter(|_| is_counted) {
            Some(number) => out.push_str(&number),
            None => out.push_str(run),
        }
        rest = after;
    }
    out.push_str(rest);
    out
}

/// `二〇二六` digit by digit, `廿五` and `三十一` by their tens.
fn day_number(run: &str) -> Option<String> {
    if run.contains(['十', '廿', '卅']) {
        let run = run.replace('廿', "二十").replace('卅', "三十");
        return han_number(&run).map(|number| number.to_string());
    }
    let digits = run.chars().map(digit).collect::<Option<Vec<_>>>()?;
    Some(digits.iter().map(i64::to_string).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_chinese_are_read_where_they_say_one_number() {
        for (text, number) in [
            ("三", Some(3)),
            ("十", Some(10)),
            ("十二", Some(12)),
            ("三十一", Some(31)),
            ("三百零五", Some(305)),
            ("三万", Some(30_000)),
            ("叁万伍仟", Some(35_000)),
            ("一千二百三十四", Some(1_234)),
            ("两百万", Some(2_000_000)),
            ("一亿二千万", Some(120_000_000)),
            ("两万五", None),
            ("三百五", None),
            ("万", None),
            ("", None),
            ("三三", None),
            ("三天", None),
        ] {
            assert_eq!(han_number(text), number, "{text}");
        }
        assert_eq!(in_digits("二〇二六年三月十二日"), "2026年3月12日");
        assert_eq!(in_digits("下周一"), "下周一");
        assert_eq!(in_digits("三月廿五日周五"), "3月25日周五");
        assert_eq!(clean(" ２０２６－３－５　\u{200B}Ａ—Ｂ "), "2026-3-5 a-b");
    }
}

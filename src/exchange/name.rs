//! Names of files: the project without blanks, its Latin words apart, for whom or from whom, and the minute.

use crate::model::Moment;
use crate::model::line::is_unseen;
use crate::model::template::{Lang, minute_text};

/// Characters kept of each part of a name.
const PART_CHARS: usize = 40;

/// `项目名_发给X_20260305-1430.json`, `Project_to_X_…`; `to` is a person, a department or 大家.
pub fn sent_name(project: &str, to: &str, at: Moment, lang: Lang) -> String {
    let to = match lang {
        Lang::Zh => format!("发给{}", part(to)),
        Lang::En => format!("to_{}", part(to)),
    };
    join(&[&part(project), &to], at)
}

/// `项目名_部门_姓名_回复_20260305-1430.json`, `…_reply_…`; what is not known is left out.
pub fn reply_name(project: &str, department: &str, person: &str, at: Moment, lang: Lang) -> String {
    let reply = match lang {
        Lang::Zh => "回复",
        Lang::En => "reply",
    };
    join(
        &[&part(project), &part(department), &part(person), reply],
        at,
    )
}

/// `项目名_备份_20260305-1430.json` and the like: what the file is, in one word.
pub fn plain_name(project: &str, what: &str, at: Moment) -> String {
    join(&[&part(project), &part(what)], at)
}

/// `项目名_会议_20260305-1430.ics`
pub fn calendar_name(project: &str, what: &str, at: Moment) -> String {
    let name = plain_name(project, what, at);
    [name.trim_end_matches(".json"), ".ics"].concat()
}

fn join(parts: &[&str], at: Moment) -> String {
    let mut name: String = parts
        .iter()
        .filter(|part| !part.is_empty())
        .flat_map(|part| [*part, "_"])
        .collect();
    name += &minute_text(at).replace(['-', ':'], "").replace(' ', "-");
    format!("{name}.json")
}

/// Without blanks, control and invisible characters, and what Windows forbids in names. Words of letters that are not
/// Chinese stay apart.
fn part(text: &str) -> String {
    let is_forbidden = |c: char| is_unseen(c) || r#"<>:"/\|?*"#.contains(c);
    let is_word = |c: char| c.is_alphanumeric() && !is_wide(c);
    let mut kept = String::new();
    let mut is_apart = false;
    for c in text
        .chars()
        .filter(|c| !is_forbidden(*c) || c.is_whitespace())
    {
        if c.is_whitespace() {
            is_apart = true;
            continue;
        }
        let is_next_word = is_apart && is_word(c) && kept.chars().next_back().is_some_and(is_word);
        is_apart = false;
        kept.extend(is_next_word.then_some('-'));
        kept.push(c);
    }
    let kept: String = kept.chars().take(PART_CHARS).collect();
    kept.trim_matches(['.', '-']).to_owned()
}

/// Whether a letter stands without blanks between the words: Chinese, Japanese.
const fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{ff00}'..='\u{ffef}' | '\u{20000}'..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_holds_nothing_that_windows_forbids() {
        let at = Moment::parse_from_rfc3339("2026-03-05T14:30:59+08:00").expect("a moment");
        assert_eq!(
            sent_name("A1 台灯 上市", "李主管", at, Lang::Zh),
            "A1台灯上市_发给李主管_20260305-1430.json"
        );
        assert_eq!(
            sent_name("Whale Hall", "Jun Sato", at, Lang::En),
            "Whale-Hall_to_Jun-Sato_20260305-1430.json"
        );
        assert_eq!(
            plain_name("Museum art-handling resources", "backup", at),
            "Museum-art-handling-resources_backup_20260305-1430.json"
        );
        assert_eq!(
            reply_name(
                "新产品: \"X/Y\"?",
                "研发 部",
                "李\u{202E}主管",
                at,
                Lang::Zh
            ),
            "新产品XY_研发部_李主管_回复_20260305-1430.json"
        );
        assert_eq!(
            reply_name("..", "", "", at, Lang::Zh),
            "回复_20260305-1430.json"
        );
        assert!(
            sent_name(&"长".repeat(300), "大家", at, Lang::Zh)
                .chars()
                .count()
                < 80
        );
    }
}

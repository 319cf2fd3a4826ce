//! A file of public holidays, as packages of such data write them: `{"holidays": {"2027-01-01": "…"}, "workdays":
//! {…}}`. Reading ends in days or in nothing.

use super::bytes::text_of;
use crate::exchange::limits::HOLIDAY_BYTES;
use chrono::{Datelike, NaiveDate};
use serde_json::{Map, Value as Json};
use std::collections::BTreeMap;

/// Days that are not what their weekday says: whether each is a day off, and what it is called.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HolidayFile {
    pub days: BTreeMap<NaiveDate, (bool, String)>,
}

impl HolidayFile {
    /// The years it speaks of.
    pub fn years(&self) -> Vec<i32> {
        let mut years: Vec<i32> = self.days.keys().map(Datelike::year).collect();
        years.dedup();
        years
    }

    /// Whether it says that a day is worked; a day it does not name is what its weekday says.
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        let named = self.days.get(&day).map(|(is_rest, _)| !is_rest);
        named.unwrap_or_else(|| day.weekday().number_from_monday() <= 5)
    }
}

/// Reads such a file; nothing where it is none or names no day.
pub fn read_holidays(bytes: &[u8]) -> Option<HolidayFile> {
    if bytes.len() > HOLIDAY_BYTES {
        return None;
    }
    let json: Map<String, Json> = serde_json::from_str(text_of(bytes).ok()?).ok()?;
    let mut file = HolidayFile::default();
    for (key, is_rest) in [("holidays", true), ("workdays", false)] {
        let Some(Json::Object(named)) = json.get(key) else {
            continue;
        };
        for (day, called) in named {
            let day = day.parse().ok()?;
            file.days.insert(day, (is_rest, called_of(called)));
        }
    }
    (!file.days.is_empty()).then_some(file)
}

/// "Spring Festival,春节,4": the part in Chinese, or all of it.
fn called_of(json: &Json) -> String {
    let text = json.as_str().unwrap_or_default();
    let is_chinese = |part: &&str| part.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    let part = text.split(',').find(is_chinese).unwrap_or(text);
    part.trim().chars().take(MOST_CHARS).collect()
}

/// Characters of a name.
const MOST_CHARS: usize = 80;

#[cfg(test)]
mod tests {
    use super::read_holidays;

    #[test]
    fn a_year_is_read_and_anything_else_is_nothing() {
        let text = r#"{"holidays":{"2027-01-01":"New Year's Day,元旦,1"},"workdays":{"2027-01-03":"New Year's Day,元旦,1"},"inLieuDays":{}}"#;
        let file = read_holidays(text.as_bytes()).expect("a file of holidays");
        assert_eq!(file.years(), [2027]);
        let day = |text: &str| text.parse().expect("a day");
        assert_eq!(file.days[&day("2027-01-01")], (true, "元旦".to_owned()));
        assert!(!file.is_working_day(day("2027-01-01")));
        assert!(
            file.is_working_day(day("2027-01-03")),
            "a Sunday that is worked"
        );
        assert!(!file.is_working_day(day("2027-01-02")) && file.is_working_day(day("2027-01-04")));
        for bad in [
            "",
            "[]",
            "{}",
            r#"{"holidays":{}}"#,
            r#"{"holidays":{"soon":"x"}}"#,
            r#"{"holidays":[1]}"#,
            "{",
        ] {
            assert_eq!(read_holidays(bad.as_bytes()), None, "{bad}");
        }
        assert_eq!(read_holidays(&[0xff, 0xfe, 0xfd]), None);
    }
}

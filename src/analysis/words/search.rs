//! 搜索: which records of a project hold what somebody types: in their number, their name, their texts, the words of
//! their choices, or the name of who is responsible. Letters count the same in either width and case.

use super::codes::Codes;
use super::look::narrow;
use super::names::{chosen, own_name};
use super::typed::plain;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::{
    CODE, CellType, Field, FieldType, Lang, ORDER, PARENT, PREFILLED, Template, minute_text,
};
use crate::model::value::Value;
use std::collections::BTreeMap;

/// Hits shown of one kind; the rest is counted.
const MOST: usize = 8;
/// Letters shown before and after what was found.
const BEFORE: usize = 10;
const AFTER: usize = 30;

/// A record that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    pub record: RecordId,
    /// The field in which it was found; nothing where that is its number or its name.
    pub field: Option<&'static str>,
    /// What stands there, as much as helps.
    pub excerpt: String,
}

/// What was found of one kind, best first.
#[derive(Debug)]
pub struct KindHits {
    pub template: &'static Template,
    /// The first of them.
    pub hits: Vec<Hit>,
    /// How many more there are.
    pub more: usize,
}

/// How well something fits, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    Number,
    NumberBegins,
    NameBegins,
    Name,
    Text,
}

/// The letters as they are compared: one for one, so that places stay.
fn folded(text: &str) -> Vec<char> {
    let lower = |c: char| c.to_lowercase().next().unwrap_or(c);
    text.chars().map(|c| lower(narrow(c))).collect()
}

/// Where the letters stand in others.
fn place(text: &[char], part: &[char]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}

/// A number as it is compared: `T-17`, `t17` and `T－17` are one.
fn bare(text: &[char]) -> Vec<char> {
    let is_kept = |c: &&char| !matches!(c, '-' | '·' | '.' | ' ' | '－' | '—' | '–');
    text.iter().filter(is_kept).copied().collect()
}

/// What is in question: every word, and all of it as a number.
struct Query {
    words: Vec<Vec<char>>,
    number: Vec<char>,
}

impl Query {
    fn of(text: &str) -> Self {
        let text = folded(text);
        let words = text
            .split(|c| c.is_whitespace())
            .filter(|word| !word.is_empty());
        Self {
            words: words.map(<[char]>::to_vec).collect(),
            number: bare(&text),
        }
    }

    fn by_number(&self, code: &str) -> Option<Fit> {
        let code = bare(&folded(code));
        let digits: Vec<char> = code
            .iter()
            .filter(|c| c.is_ascii_digit())
            .copied()
            .collect();
        match () {
            () if code.is_empty() || self.number.is_empty() => None,
            () if code == self.number || digits == self.number => Some(Fit::Number),
            () if self.number[0].is_alphabetic() && code.starts_with(&self.number) => {
                Some(Fit::NumberBegins)
            }
            () => None,
        }
    }
}

/// The records in which every word occurs, by kind. Nothing for an empty question. What lies in the recycle bin is not
/// searched. What has that very number comes first.
pub fn search(log: &Log, text: &str, lang: Lang) -> Vec<KindHits> {
    let query = Query::of(text);
    if query.words.is_empty() {
        return Vec::new();
    }
    let mut names = BTreeMap::new();
    let mut groups: Vec<(bool, KindHits)> = Vec::new();
    for template in log.schema().templates.iter().copied() {
        let codes = Codes::of(log, template.kind);
        let mut found: Vec<(Fit, Hit)> = Vec::new();
        for record in log.rows(template.kind) {
            let code = codes.display(log, &record);
            let looked = SearchedRecord {
                log,
                template,
                record: &record,
                lang,
            };
            found.extend(looked.find(&query, &code, &mut names));
        }
        crate::model::sort::sort_by(&mut found, |a: &(Fit, Hit), b| a.0.cmp(&b.0));
        let is_number = found.first().is_some_and(|(fit, _)| *fit == Fit::Number);
        let more = found.len().saturating_sub(MOST);
        let hits: Vec<Hit> = found.into_iter().take(MOST).map(|(_, hit)| hit).collect();
        if !hits.is_empty() {
            let group = KindHits {
                template,
                hits,
                more,
            };
            groups.push((!is_number, group));
        }
    }
    crate::model::sort::sort_by(&mut groups, |a: &(bool, KindHits), b| a.0.cmp(&b.0));
    groups.into_iter().map(|(_, group)| group).collect()
}

/// A record that is looked through.
struct SearchedRecord<'a> {
    log: &'a Log,
    template: &'static Template,
    record: &'a RecordId,
    lang: Lang,
}

/// What records are called, for references to them.
type Names = BTreeMap<RecordId, String>;

impl SearchedRecord<'_> {
    fn find(&self, query: &Query, code: &str, names: &mut Names) -> Option<(Fit, Hit)> {
        let hit = |fit, field, excerpt| {
            let record = self.record.clone();
            let hit = Hit {
                record,
                field,
                excerpt,
            };
            Some((fit, hit))
        };
        if let Some(fit) = query.by_number(code) {
            return hit(fit, None, String::new());
        }
        let texts = self.texts(names);
        let folds: Vec<Vec<char>> = texts.iter().map(|(_, text)| folded(text)).collect();
        let holds = |word: &Vec<char>| folds.iter().any(|text| place(text, word).is_some());
        if !query.words.iter().all(holds) {
            return None;
        }
        let first = &query.words[0];
        let places = texts
            .iter()
            .zip(&folds)
            .filter_map(|((field, text), fold)| {
                let at = place(fold, first)?;
                Some((*field, text, at))
            });
        let places: Vec<_> = places.collect();
        let named = places.iter().find(|(field, ..)| self.is_name(*field));
        match (named, places.first()) {
            (Some((.., 0)), _) => hit(Fit::NameBegins, None, String::new()),
            (Some(_), _) => hit(Fit::Name, None, String::new()),
            (None, Some((field, text, at))) => hit(
                Fit::Text,
                field.map(|field| field.key),
                excerpt(text, *at, first.len()),
            ),
            (None, None) => None,
        }
    }

    fn is_name(&self, field: Option<&'static Field>) -> bool {
        field.is_none_or(|field| field.key == self.template.name)
    }

    /// Its texts as people read them. A form that a project has once is named by its title.
    fn texts(&self, names: &mut Names) -> Vec<(Option<&'static Field>, String)> {
        let mut out = Vec::new();
        if self.template.once {
            out.push((None, self.template.title.text(self.lang).to_owned()));
        }
        for key in self.log.keys(self.record) {
            let Some(field) = self.template.field(key.as_str()) else {
                continue;
            };
            if field.sealed || [CODE, ORDER, PARENT, PREFILLED].contains(&field.key) {
                continue;
            }
            let text = self.text(field, &self.log.value(self.record, key), names);
            out.extend(text.map(|text| (Some(field), text)));
        }
        out
    }

    fn text(&self, field: &Field, value: &Value, names: &mut Names) -> Option<String> {
        let text = value.as_text()?;
        match field.field_type {
            FieldType::Enum(choices) | FieldType::Scale(choices) => {
                Some(chosen(choices, text, self.lang).unwrap_or(text).to_owned())
            }
            // Whose something is counts where it has a number of its own; elsewhere everything would be found.
            FieldType::Ref(_) if self.template.letter.is_empty() => None,
            FieldType::Ref(_) => {
                let record: RecordId = text.parse().ok()?;
                let name = || plain(&own_name(self.log, &record));
                let name = names.entry(record.clone()).or_insert_with(name);
                Some(name.clone())
            }
            FieldType::Set(_) => None,
            FieldType::DateTime => Moment::read(value).map(minute_text),
            _ => Some(text.to_owned()),
        }
    }
}

/// What stands around a place, on one line.
fn excerpt(text: &str, at: usize, length: usize) -> String {
    let letters: Vec<char> = text.chars().collect();
    let from = at.saturating_sub(BEFORE);
    let to = (at + length + AFTER).min(letters.len());
    let shown: String = letters[from..to].iter().collect();
    let shown = shown.replace(['\n', '\r', '\t'], " ");
    let before = if from > 0 { "…" } else { "" };
    let after = if to < letters.len() { "…" } else { "" };
    format!("{before}{}{after}", shown.trim())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(query: &str, code: &str) -> Option<Fit> {
        Query::of(query).by_number(code)
    }

    #[test]
    fn a_number_is_found_however_it_is_typed() {
        for query in ["T-17", "t17", "t-17", "Ｔ－１７", "T 17", "17", " t－17 "] {
            assert_eq!(number(query, "T-17"), Some(Fit::Number), "{query}");
        }
        assert_eq!(number("t1", "T-17"), Some(Fit::NumberBegins));
        assert_eq!(number("t", "T-17"), Some(Fit::NumberBegins));
        assert_eq!(number("1", "T-17"), None, "a digit alone is no beginning");
        assert_eq!(number("i-17", "T-17"), None);
        assert_eq!(number("i3", "I-3·7Q"), Some(Fit::NumberBegins));
        assert_eq!(number("17", ""), None);
    }

    #[test]
    fn what_is_cut_out_keeps_what_was_found() {
        let long = "甲".repeat(40) + "目标" + &"乙".repeat(60);
        let cut = excerpt(&long, 40, 2);
        assert!(cut.starts_with('…') && cut.ends_with('…') && cut.contains("甲目标乙"));
        assert_eq!(excerpt("目标\n一行", 0, 2), "目标 一行");
    }
}

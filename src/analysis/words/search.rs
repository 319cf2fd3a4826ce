//! 搜索: which records of a project hold what somebody types: in their number, their name, their texts, the words of
//! their choices, or the name of who is responsible. Letters count the same in either width and case; a name is also
//! found by how its characters begin when they are spoken.

mod query;

pub use query::{Fit, Query};

use super::codes::Codes;
use super::initials::Initials;
use super::names::{chosen, own_name};
use super::typed::plain;
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::{
    CODE, CellType, Field, FieldType, Lang, ORDER, PARENT, PREFILLED, Template, minute_text,
};
use crate::model::value::Value;
use query::{folded, one, place};
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
    /// How well the best of them fits.
    pub fit: Fit,
    /// The first of them.
    pub hits: Vec<Hit>,
    /// How many more there are.
    pub more: usize,
}

/// The records in which every word occurs, by kind. Nothing for an empty question. What lies in the recycle bin is not
/// searched. What has that very number comes first.
pub fn search(log: &Log, text: &str, lang: Lang, initials: &Initials) -> Vec<KindHits> {
    let query = Query::of(text);
    if query.is_empty() {
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
                initials,
            };
            found.extend(looked.find(&query, &code, &mut names));
        }
        crate::model::sort::sort_by(&mut found, |a: &(Fit, Hit), b| a.0.cmp(&b.0));
        let Some(fit) = found.first().map(|(fit, _)| *fit) else {
            continue;
        };
        let more = found.len().saturating_sub(MOST);
        let hits: Vec<Hit> = found.into_iter().take(MOST).map(|(_, hit)| hit).collect();
        let group = KindHits {
            template,
            fit,
            hits,
            more,
        };
        groups.push((fit != Fit::Number, group));
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
    initials: &'a Initials,
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
        let names = texts.iter().zip(&folds);
        let names = names.filter(|((field, _), _)| self.is_name(*field));
        let names: Vec<&Vec<char>> = names.map(|(_, fold)| fold).collect();
        let spoken = |word: &[char]| names.iter().find_map(|name| one(name, word, self.initials));
        let holds = |word: &Vec<char>| {
            folds.iter().any(|text| place(text, word).is_some()) || spoken(word).is_some()
        };
        if !query.words.iter().all(holds) {
            return None;
        }
        let first = &query.words[0];
        let mut places = texts
            .iter()
            .zip(&folds)
            .filter_map(|((field, text), fold)| {
                let at = place(fold, first)?;
                Some((*field, text, at))
            });
        match (spoken(first), places.next()) {
            (Some(fit), _) => hit(fit, None, String::new()),
            (None, Some((field, text, at))) => hit(
                Fit::Text,
                field.map(|field| field.key),
                excerpt(text, at, first.len()),
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

    #[test]
    fn what_is_cut_out_keeps_what_was_found() {
        let long = "甲".repeat(40) + "目标" + &"乙".repeat(60);
        let cut = excerpt(&long, 40, 2);
        assert!(cut.starts_with('…') && cut.ends_with('…') && cut.contains("甲目标乙"));
        assert_eq!(excerpt("目标\n一行", 0, 2), "目标 一行");
    }
}

//! The records that a text names: people by their name, `T-17` by its number. What several have in common is nobody's
//! name, and nobody is guessed; whom it may mean is said.

use super::codes::display_code;
use super::look::{narrow_in_name, skeleton};
use super::names::own_name;
use super::typed::{Oddity, plain};
use crate::analysis::people::same_person::{guess, listed};
use crate::analysis::people::who::People;
use crate::model::line::one_line;
use crate::model::template::{Form, Key};
use crate::model::{Log, RecordId};
use crate::templates::{charter, contact, department, member};
use std::collections::BTreeMap;

/// Characters beyond which a text names nobody.
const MOST: usize = 200;

/// What stands between several names.
const LISTING: [char; 13] = [
    '、', '，', ',', '；', ';', '/', '和', '与', '及', '&', '+', '→', ' ',
];

/// The records of some kinds by what they are called.
pub struct RecordNames<'a> {
    log: &'a Log,
    by_name: BTreeMap<String, Vec<RecordId>>,
    are_people: bool,
}

/// Why a text names none, and whom it may have meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct NameDoubt {
    pub(super) why: Oddity,
    pub(super) records: Vec<RecordId>,
}

impl<'a> RecordNames<'a> {
    /// The records of some kinds, but for those that are not meant.
    pub fn of(log: &'a Log, kinds: &[&str], not: &[&RecordId]) -> Self {
        let mut names = Self {
            log,
            by_name: BTreeMap::new(),
            are_people: kinds.contains(&member::KIND),
        };
        let people = People::shared(&Form::new(log, charter::record()));
        for record in kinds.iter().flat_map(|kind| log.rows(kind)) {
            if !not.contains(&&record) {
                let name = plain(&own_name(log, &record));
                names.add(&name, people.person(&record));
                let code = display_code(log, &record);
                let number = code.split_once('-').map_or("", |(_, number)| number);
                for code in [&code, &code.replace('-', ""), number] {
                    names.add(code, record.clone());
                }
            }
        }
        names
    }

    fn add(&mut self, name: &str, record: RecordId) {
        let name = folded(name);
        let short = (record.kind() == department::KIND)
            .then(|| name.strip_suffix('部'))
            .flatten();
        for name in [Some(name.as_str()), short]
            .into_iter()
            .flatten()
            .filter(|name| !name.is_empty())
        {
            let all = self.by_name.entry(name.to_owned()).or_default();
            if !all.contains(&record) {
                all.push(record.clone());
            }
        }
    }

    /// Whether a text names one of them.
    pub fn knows(&self, text: &str) -> bool {
        self.read(text).is_ok()
    }

    fn called(&self, text: &str) -> &[RecordId] {
        self.by_name.get(&folded(text)).map_or(&[], Vec::as_slice)
    }

    /// The one record that a text names.
    pub(super) fn read(&self, text: &str) -> Result<RecordId, NameDoubt> {
        let line = one_line(text, MOST);
        let text =
            line.trim_matches(|c: char| c.is_whitespace() || "@＠。;；,，、*'’‘".contains(c));
        match self.called(text) {
            [] => {}
            [only] => return Ok(only.clone()),
            several => {
                return Err(NameDoubt {
                    why: Oddity::SeveralOfTheName,
                    records: several.to_vec(),
                });
            }
        }
        // Wang, Lily
        if let Some([only]) = turned(text).as_deref().map(|name| self.called(name)) {
            return Ok(only.clone());
        }
        let several = text.split(LISTING).filter(|name| !name.trim().is_empty());
        let several: Vec<&[RecordId]> = several.map(|name| self.called(name)).collect();
        let mut known: Vec<RecordId> = Vec::new();
        for record in several.iter().copied().flatten() {
            if !known.contains(record) {
                known.push(record.clone());
            }
        }
        match known.as_slice() {
            // `T-2 拍主图`: the same one twice.
            [only] if several.iter().all(|all| !all.is_empty()) => return Ok(only.clone()),
            [_, _, ..] if several.iter().filter(|all| !all.is_empty()).count() > 1 => {
                return Err(NameDoubt {
                    why: Oddity::SeveralNames,
                    records: known,
                });
            }
            _ => {}
        }
        let parted = parts(text);
        if let Some((name, more)) = parted
            .iter()
            .find(|(name, _)| !self.called(name).is_empty())
        {
            return self.told_apart(name, more);
        }
        match known.as_slice() {
            [] => Err(NameDoubt {
                why: Oddity::NotListed,
                records: self.like(text),
            }),
            _ => Err(NameDoubt {
                why: Oddity::SeveralNames,
                records: known,
            }),
        }
    }

    /// Of those of a name the one to whom what stands beside it belongs: a department, an address.
    fn told_apart(&self, name: &str, more: &str) -> Result<RecordId, NameDoubt> {
        let all = self.called(name);
        let fits: Vec<&RecordId> = all
            .iter()
            .filter(|record| self.says(record, more))
            .collect();
        match (fits.as_slice(), all) {
            ([only], _) => Ok((*only).clone()),
            _ => Err(NameDoubt {
                why: Oddity::OtherBeside,
                records: all.to_vec(),
            }),
        }
    }

    /// Whether something is said of a record: its number, of a person the department or how to reach them.
    fn says(&self, record: &RecordId, more: &str) -> bool {
        let more = folded(more);
        let form = Form::new(self.log, record.clone());
        let is = |text: &str| {
            let text = folded(text);
            !text.is_empty() && (text == more || text.strip_suffix('部') == Some(more.as_str()))
        };
        if is(&display_code(self.log, record)) || is(&plain(&own_name(self.log, record))) {
            return true;
        }
        if record.kind() != member::KIND {
            return false;
        }
        let records = People::shared(&form).records(record);
        records.into_iter().any(|record| {
            let form = form.other(record);
            let home = form.referred(member::DEPARTMENT);
            let home = home.and_then(|home| home.get(Key::<String>::new(department::NAME.name)));
            let mut reached = form.rows(contact::KIND).into_iter();
            home.is_some_and(|home| is(&home))
                || reached.any(|row| row.get(contact::CONTACT_OF).is_some_and(|text| is(&text)))
        })
    }

    /// Who may be meant by a name that nobody has.
    fn like(&self, text: &str) -> Vec<RecordId> {
        let wanted = skeleton(text);
        let alike = self
            .by_name
            .iter()
            .filter(|(name, _)| !wanted.is_empty() && skeleton(name) == wanted);
        let mut found: Vec<RecordId> = alike.flat_map(|(_, records)| records).cloned().collect();
        if found.is_empty() && self.are_people {
            let listed = listed(&Form::new(self.log, charter::record()));
            found.extend(guess(text, None, &listed));
        }
        found.dedup();
        found
    }
}

/// A name as it is compared: in half-width and small letters, without blanks and what cannot be seen.
fn folded(name: &str) -> String {
    let line = one_line(name, MOST);
    let letters = line.chars().map(narrow_in_name);
    let letters = letters.filter(|c| !c.is_whitespace());
    letters.flat_map(char::to_lowercase).collect()
}

/// A Latin name of two words in the other order.
fn turned(text: &str) -> Option<String> {
    let (first, rest) = text.split_once([',', ' '])?;
    let is_word = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphabetic());
    let rest = rest.trim();
    (is_word(first) && is_word(rest)).then(|| format!("{rest} {first}"))
}

/// A text as a name and what stands beside it, in either order.
fn parts(text: &str) -> Vec<(&str, &str)> {
    let mut all = Vec::new();
    for (open, close) in [
        ('（', '）'),
        ('(', ')'),
        ('<', '>'),
        ('[', ']'),
        ('【', '】'),
    ] {
        if let Some((name, more)) = text.split_once(open) {
            all.push((name.trim(), more.trim_end().trim_end_matches(close).trim()));
        }
    }
    for (at, sign) in text.match_indices([
        ' ', '-', '－', '/', '：', ':', '·', '|', '_', '　', ',', '，',
    ]) {
        let (a, b) = (text[..at].trim(), text[at + sign.len()..].trim());
        all.extend([(a, b), (b, a)]);
    }
    all.retain(|(name, more)| !name.is_empty() && !more.is_empty());
    all
}

//! Whom a line names: somebody of the roster by name or by family name and title, a department for its representative.
//! A name that several have is nobody's.

use super::{LineLetters, is_gap};
use crate::analysis::people::who::People;
use crate::analysis::time::calendar::Calendar;
use crate::analysis::time::project_calendar::calendar_of;
use crate::analysis::words::look::narrow_in_name;
use crate::model::template::Form;
use crate::model::{Log, RecordId};
use crate::templates::{charter, department, member};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::ops::Range;

/// Titles that stand behind a family name.
const TITLES: &[&str] = &[
    "总经理",
    "经理",
    "主管",
    "总监",
    "主任",
    "专员",
    "工程师",
    "工",
    "总",
    "主席",
    "老师",
    "博士",
];
/// Words before a name that ask somebody for something; they go with the name.
const ASKING: &[&str] = &["请", "由", "让", "找", "麻烦", "@"];

/// Who may be named in a line, and which days are working days: looked up once for all the letters that are typed.
#[derive(Debug, Clone, PartialEq)]
pub struct LineBook {
    calendar: Calendar,
    /// The longest first.
    names: Vec<(Vec<char>, Option<RecordId>, bool)>,
}

/// Somebody who is named at a place.
pub(super) struct NamedAt {
    pub(super) range: Range<usize>,
    pub(super) person: RecordId,
}

impl LineBook {
    /// Everybody who is on the roster on a day, and the departments.
    pub fn of(log: &Log, today: NaiveDate) -> Self {
        let form = Form::new(log, charter::record());
        let people = People::shared(&form);
        let mut all: BTreeMap<Vec<char>, (Option<RecordId>, bool)> = BTreeMap::new();
        let mut add = |name: &str, person: RecordId, is_short: bool| {
            let name = folded(name);
            if name.is_empty() {
                return;
            }
            let known = all.entry(name).or_insert((Some(person.clone()), is_short));
            if known.0.as_ref() != Some(&person) {
                known.0 = None;
            }
            known.1 &= is_short;
        };
        for one in form.all(member::KIND) {
            let Some(name) = one
                .get(member::PERSON)
                .filter(|_| member::is_active(&one, today))
            else {
                continue;
            };
            let person = people.person(one.record());
            add(&name, person.clone(), false);
            for spoken in spoken(&name) {
                add(&spoken, person.clone(), false);
            }
        }
        for home in form.all(department::KIND) {
            let rep = member::first_rep(&form, home.record(), today);
            let (Some(name), Some(rep)) = (home.get(department::NAME), rep) else {
                continue;
            };
            add(&name, people.person(&rep), false);
            if let Some(short) = name.strip_suffix('部') {
                add(short, people.person(&rep), true);
            }
        }
        let mut names: Vec<_> = all
            .into_iter()
            .map(|(name, (who, short))| (name, who, short))
            .collect();
        names.sort_by_key(|(name, ..)| std::cmp::Reverse(name.len()));
        Self {
            calendar: (*calendar_of(&form)).clone(),
            names,
        }
    }

    pub(super) fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// Everybody who is named, in the order of the line.
    pub(super) fn places(&self, letters: &LineLetters) -> Vec<NamedAt> {
        let mut all = Vec::new();
        let mut at = 0;
        while at < letters.len() {
            let found = self.names.iter().find(|(name, _, is_short)| {
                stands(letters, at, name) && (!is_short || is_apart(letters, at, name.len()))
            });
            match found {
                Some((name, person, _)) => {
                    let range = at..at + name.len();
                    at = range.end;
                    all.extend(person.clone().map(|person| NamedAt { range, person }));
                }
                None => at += 1,
            }
        }
        all
    }
}

/// 李娜（主管） and 李娜 主管 are 李主管 and 李娜 when one speaks; Li Na is Na Li in no sentence.
fn spoken(name: &str) -> Vec<String> {
    let parts: Vec<&str> = name
        .split(|c: char| c.is_whitespace() || "（）()·,，".contains(c))
        .filter(|part| !part.is_empty())
        .collect();
    let [person, title] = parts.as_slice() else {
        return Vec::new();
    };
    let family = person.chars().next().filter(|c| !c.is_ascii());
    match (family, TITLES.contains(title)) {
        (Some(family), true) => vec![format!("{family}{title}"), (*person).to_owned()],
        _ => Vec::new(),
    }
}

fn folded(name: &str) -> Vec<char> {
    let name = name.trim().chars().map(narrow_in_name);
    name.flat_map(char::to_lowercase).collect()
}

/// Whether a name stands at a place; of Latin letters, as a word of its own.
fn stands(letters: &LineLetters, at: usize, name: &[char]) -> bool {
    let end = at + name.len();
    if letters.folded.get(at..end) != Some(name) {
        return false;
    }
    let is_latin = |c: Option<&char>| c.is_some_and(char::is_ascii_alphanumeric);
    let runs_on = |inner: Option<&char>, outer: Option<char>| {
        is_latin(inner) && outer.is_some_and(|c| c.is_ascii_alphanumeric())
    };
    !runs_on(name.first(), letters.before(at))
        && !runs_on(name.last(), letters.folded.get(end).copied())
}

/// Whether a short name of a department stands by itself: 市场 is nobody in 市场调研.
fn is_apart(letters: &LineLetters, at: usize, length: usize) -> bool {
    letters.before(at).is_none_or(is_gap)
        && letters.folded.get(at + length).is_none_or(|c| is_gap(*c))
}

/// Whose it is of several who are named: whoever begins the line, else who stands by themselves at its end (向李主管要一名
/// 设计支援 陈专员), else the first.
pub(super) fn whose<'a>(
    letters: &LineLetters,
    named: &'a [NamedAt],
    cut: &[Range<usize>],
) -> Option<&'a NamedAt> {
    let (first, last) = (named.first()?, named.last()?);
    let is_cut = |at: usize| cut.iter().any(|range| range.contains(&at));
    let only_gaps =
        |mut places: Range<usize>| places.all(|at| is_cut(at) || is_gap(letters.folded[at]));
    let begins = apart(letters, first, cut).is_some_and(|range| only_gaps(0..range.start));
    let closes = apart(letters, last, cut).is_some() && only_gaps(last.range.end..letters.len());
    // Words of Latin letters are always parted: there a sign has to stand before the name.
    let mut before = (0..last.range.start).rev();
    let before = before.find(|at| is_cut(*at) || !letters.folded[*at].is_whitespace());
    let is_parted =
        before.is_none_or(|at| is_cut(at) || !letters.folded[at].is_ascii_alphanumeric());
    let is_one_of_several =
        named.len() > 1 && is_list(letters, &named[named.len() - 2].range, &last.range, &is_cut);
    let is_last = !begins && closes && is_parted && !is_one_of_several;
    Some(if is_last { last } else { first })
}

/// Words between two names that make a list of them.
const LISTING: &[&str] = &["和", "与", "及", "以及", "跟", "同", "或", "and", "or"];

/// Whether nothing but signs and such a word stands between two names: 通知市场部、客服部 is a list, and both are told.
fn is_list(
    letters: &LineLetters,
    before: &Range<usize>,
    after: &Range<usize>,
    is_cut: &impl Fn(usize) -> bool,
) -> bool {
    let between = before.end..after.start;
    let said: String = between
        .filter(|at| !is_cut(*at) && !is_gap(letters.folded[*at]))
        .map(|at| letters.folded[at])
        .collect();
    said.is_empty() || LISTING.contains(&said.as_str())
}

/// What is cut out of the text with a name: where it begins the line, or stands by itself; a name within the sentence
/// stays there.
pub(super) fn apart(
    letters: &LineLetters,
    named: &NamedAt,
    cut: &[Range<usize>],
) -> Option<Range<usize>> {
    let mut from = named.range.start;
    for word in ASKING {
        let length = word.chars().count();
        let before = from.checked_sub(length);
        if before.is_some_and(|at| letters.has(at, word).is_some()) {
            from -= length;
            break;
        }
    }
    let end = named.range.end;
    let meets = |at: usize| cut.iter().any(|range| range.start == at || range.end == at);
    let begins = letters.before(from).is_none_or(is_gap) || meets(from);
    let ends = letters.folded.get(end).is_none_or(|c| is_gap(*c)) || meets(end);
    let mut before = letters.folded[..from].iter().enumerate();
    let is_first =
        before.all(|(at, c)| c.is_whitespace() || cut.iter().any(|range| range.contains(&at)));
    let is_latin = letters.folded[named.range.start].is_ascii();
    let belongs =
        letters.folded.get(end) == Some(&'的') || is_latin && letters.has(end, "'s").is_some();
    (!belongs && (is_first || begins && ends)).then_some(from..end)
}

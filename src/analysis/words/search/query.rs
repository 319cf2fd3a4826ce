//! What is asked for in a search: its words, and all of it as a number; and how well something fits. Knows no record.

use super::super::initials::Initials;
use super::super::look::narrow;

/// How well something fits, best first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    Number,
    NumberBegins,
    NameBegins,
    Name,
    /// The name is spoken so from its beginning.
    SpokenBegins,
    /// A part of the name is.
    Spoken,
    Text,
}

/// The letters as they are compared: one for one, so that places stay.
pub(super) fn folded(text: &str) -> Vec<char> {
    let lower = |c: char| c.to_lowercase().next().unwrap_or(c);
    text.chars().map(|c| lower(narrow(c))).collect()
}

/// Where the letters stand in others.
pub(super) fn place(text: &[char], part: &[char]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}

/// A number as it is compared: `T-17`, `t17` and `T－17` are one.
fn bare(text: &[char]) -> Vec<char> {
    let is_kept = |c: &&char| !matches!(c, '-' | '·' | '.' | ' ' | '－' | '—' | '–');
    text.iter().filter(is_kept).copied().collect()
}

/// What is in question: every word, and all of it as a number.
#[derive(Debug)]
pub struct Query {
    pub(super) words: Vec<Vec<char>>,
    number: Vec<char>,
}

impl Query {
    /// What somebody typed.
    pub fn of(text: &str) -> Self {
        let text = folded(text);
        let words = text
            .split(|c| c.is_whitespace())
            .filter(|word| !word.is_empty());
        Self {
            words: words.map(<[char]>::to_vec).collect(),
            number: bare(&text),
        }
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    pub(super) fn by_number(&self, code: &str) -> Option<Fit> {
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

    /// How well something fits that has no more than a name, and one in the other language: every word stands in the
    /// same one, or spells it. A single letter is not of the other language.
    pub fn of_names(&self, name: &str, other: &str, initials: &Initials) -> Option<Fit> {
        let others = (self.number.len() > 1).then_some(other);
        let fits = [name].into_iter().chain(others).filter_map(|name| {
            let name = folded(name);
            let each = self.words.iter().map(|word| one(&name, word, initials));
            let each: Option<Vec<Fit>> = each.collect();
            each?.into_iter().max()
        });
        fits.min()
    }
}

/// How well one word fits a name.
pub(super) fn one(name: &[char], word: &[char], initials: &Initials) -> Option<Fit> {
    let fit = |at, begins, within| if at == 0 { begins } else { within };
    let stands = place(name, word).map(|at| fit(at, Fit::NameBegins, Fit::Name));
    stands.or_else(|| {
        let at = initials.place(name, word)?;
        Some(fit(at, Fit::SpokenBegins, Fit::Spoken))
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::initials::TABLE;
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
    fn a_page_is_found_by_its_name_in_either_language_or_by_how_it_is_spoken() {
        let initials = Initials::read(TABLE);
        let of = |typed| Query::of(typed).of_names("收发文件", "Send & receive", &initials);
        assert_eq!(of("收发"), Some(Fit::NameBegins));
        assert_eq!(of("文件"), Some(Fit::Name));
        assert_eq!(of("SEND"), Some(Fit::NameBegins));
        assert_eq!(of("receive send"), Some(Fit::Name), "both words, wherever");
        assert_eq!(of("sfwj"), Some(Fit::SpokenBegins));
        assert_eq!(of("ｗｊ"), Some(Fit::Spoken));
        assert_eq!(of("send 文件"), None, "in one language");
        assert_eq!(of("总览"), None);
        assert_eq!(of("s"), None, "half of all names have that letter");
    }
}

//! Which of many short texts stand in others, without comparing each with each.

use crate::model::sort::gather;
use std::collections::BTreeSet;

/// Texts in their order, each with the longest other one that it begins with.
pub(crate) struct Texts<'a> {
    sorted: Vec<&'a str>,
    shorter: Vec<Option<usize>>,
    first_letters: BTreeSet<char>,
}

impl<'a> Texts<'a> {
    pub(crate) fn of(texts: &BTreeSet<&'a str>) -> Self {
        let sorted: Vec<&str> = texts.iter().copied().collect();
        let (mut shorter, mut begun): (Vec<Option<usize>>, Vec<usize>) = (Vec::new(), Vec::new());
        for (at, text) in sorted.iter().enumerate() {
            while begun
                .last()
                .is_some_and(|last| !text.starts_with(sorted[*last]))
            {
                begun.pop();
            }
            shorter.push(begun.last().copied());
            begun.push(at);
        }
        let first_letters = gather(sorted.iter().filter_map(|text| text.chars().next()));
        Self {
            sorted,
            shorter,
            first_letters,
        }
    }

    /// Whether nothing is one of them, which stands everywhere.
    fn has_empty(&self) -> bool {
        self.sorted.first().is_some_and(|first| first.is_empty())
    }

    /// The longest of them with which a text begins: among those before it in their order, which all begin alike.
    fn beginning(&self, text: &str) -> Option<usize> {
        let before = self.sorted.partition_point(|one| *one <= text);
        let mut found = before.checked_sub(1);
        while let Some(at) = found.filter(|at| !text.starts_with(self.sorted[*at])) {
            found = self.shorter[at];
        }
        found
    }

    /// The places of a text at which one of them begins, with the longest of those.
    fn places(&self, text: &str) -> impl Iterator<Item = usize> {
        let starts = text
            .char_indices()
            .filter(|(_, c)| self.first_letters.contains(c));
        starts.filter_map(|(from, _)| self.beginning(&text[from..]))
    }

    /// Whether any of them stands in a text.
    pub(crate) fn any_in(&self, text: &str) -> bool {
        self.has_empty() || self.places(text).next().is_some()
    }

    /// Those that stand in any of these texts.
    pub(crate) fn met_in(&self, texts: &BTreeSet<&str>) -> BTreeSet<&'a str> {
        let mut is_met = vec![false; self.sorted.len()];
        if self.has_empty() && !texts.is_empty() {
            is_met[0] = true;
        }
        for place in texts.iter().flat_map(|text| self.places(text)) {
            let mut found = Some(place);
            while let Some(at) = found.filter(|at| !is_met[*at]) {
                is_met[at] = true;
                found = self.shorter[at];
            }
        }
        let met = self.sorted.iter().zip(is_met).filter(|(_, is_met)| *is_met);
        gather(met.map(|(text, _)| *text))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{Strategy, proptest};

    fn texts() -> impl Strategy<Value = BTreeSet<String>> {
        proptest::collection::btree_set("[甲乙a]{0,4}", 0..8)
    }

    proptest! {
        #[test]
        fn it_finds_what_comparing_each_with_each_finds(wanted in texts(), others in texts()) {
            let plain = |texts: &'_ BTreeSet<String>| -> Vec<String> { texts.iter().cloned().collect() };
            let (some, more) = (plain(&wanted), plain(&others));
            let some = gather(some.iter().map(String::as_str));
            let more = gather(more.iter().map(String::as_str));
            let met = Texts::of(&some).met_in(&more);
            let in_any = Texts::of(&more);
            for text in &wanted {
                let is_in = others.iter().any(|other| other.contains(text.as_str()));
                assert_eq!(met.contains(text.as_str()), is_in, "{text} in {others:?}");
                let holds = others.iter().any(|other| text.contains(other.as_str()));
                assert_eq!(in_any.any_in(text), holds, "{others:?} in {text}");
            }
        }
    }
}

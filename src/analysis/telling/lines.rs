//! Doings as lines of a list: one sentence each, in the order in which one reads them; many of one sort in one line
//! with the first names and how many they are.

use super::doing::{Did, Doing, Signer, Subject};
use super::naming::Naming;
use super::own_word::is_own_word;
use super::words;
use crate::analysis::words::labels::{LIST_SEPARATOR, fill, in_sentence};
use crate::model::RecordId;
use crate::model::sort::sort_by;
use crate::model::template::Label;

/// From so many on they are told in one line.
const FEW: usize = 4;
/// So many are named in it.
const NAMED: usize = 4;

/// A sentence, and which doings it tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DoingLine {
    /// Who did it.
    pub by: Signer,
    /// The sentence, without who did it.
    pub text: String,
    /// The doings it tells, by number.
    pub doings: Vec<usize>,
    /// The record it is about, where it is one.
    pub thing: RecordId,
}

/// What doings have in common that are told in one line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    Added,
    Deleted,
    DatesFine,
    MadeOriginal,
    Moved,
    LookedAt,
}

/// The lines, person by person in the order of the doings; of one person what asks for an answer first.
pub fn lines(naming: Naming<'_>, doings: &[Doing]) -> Vec<DoingLine> {
    let mut signers: Vec<&Signer> = Vec::new();
    for doing in doings {
        if !signers.contains(&&doing.by) {
            signers.push(&doing.by);
        }
    }
    let mut all = Vec::new();
    for by in signers {
        let own = doings
            .iter()
            .enumerate()
            .filter(|(_, doing)| doing.by == *by);
        let mut own: Vec<(usize, &Doing)> = own.collect();
        sort_by(&mut own, |(_, a), (_, b)| a.rank().cmp(&b.rank()));
        all.extend(of_person(naming, own));
    }
    all
}

fn of_person(naming: Naming<'_>, doings: Vec<(usize, &Doing)>) -> Vec<DoingLine> {
    let alike = |a: &Doing, b: &Doing| {
        let sorts = (sort_of(a), sort_of(b));
        sorts.0.is_some() && sorts.0 == sorts.1 && a.thing.kind() == b.thing.kind()
    };
    let mut groups: Vec<Vec<(usize, &Doing)>> = Vec::new();
    for (at, doing) in doings {
        let group = groups.iter_mut().find(|group| alike(group[0].1, doing));
        match group {
            Some(group) => group.push((at, doing)),
            None => groups.push(vec![(at, doing)]),
        }
    }
    let mut all = Vec::new();
    for group in groups {
        let sort = sort_of(group[0].1).filter(|_| group.len() >= FEW);
        match sort {
            Some(sort) => all.push(of_many(naming, sort, &group)),
            None => all.extend(group.into_iter().map(|(at, doing)| DoingLine {
                by: doing.by.clone(),
                text: naming.sentence(doing),
                doings: vec![at],
                thing: doing.thing.clone(),
            })),
        }
    }
    all
}

fn of_many(naming: Naming<'_>, sort: Sort, group: &[(usize, &Doing)]) -> DoingLine {
    let (_, first) = group[0];
    let n = group.len().to_string();
    let lang = naming.lang;
    let named = group
        .iter()
        .take(NAMED)
        .map(|(_, doing)| naming.record(&doing.thing));
    let named: Vec<String> = named.collect();
    let mut names = named.join(LIST_SEPARATOR.text(lang));
    if group.len() > NAMED {
        names = fill(words::TOLD_AND_N, lang, &[("names", &names), ("n", &n)]);
    }
    let template = naming.log.schema().template(first.thing.kind());
    let kind = template.map_or_else(String::new, |template| in_sentence(template.one, lang));
    let label: Label = match sort {
        Sort::Added => words::TOLD_ADDED_MANY,
        Sort::Deleted => words::TOLD_DELETED_MANY,
        Sort::DatesFine => words::TOLD_DATES_YES_MANY,
        Sort::MadeOriginal => words::TOLD_MADE_ORIGINAL_MANY,
        Sort::Moved => words::TOLD_MOVED_MANY,
        Sort::LookedAt => words::TOLD_LOOKED_AT_MANY,
    };
    let places = [("n", &*n), ("kind", &*kind), ("names", &*names)];
    DoingLine {
        by: first.by.clone(),
        text: fill(label, lang, &places),
        doings: group.iter().map(|(at, _)| *at).collect(),
        thing: first.thing.clone(),
    }
}

/// The sort of a doing that says nothing but that, and for nobody else.
fn sort_of(doing: &Doing) -> Option<Sort> {
    let [only] = doing.clauses.as_slice() else {
        return None;
    };
    if only.reason.is_some() || doing.on_behalf_of.is_some() {
        return None;
    }
    match only.did {
        // Each of them says something of its own.
        Did::Added if is_own_word(doing.thing.kind()) => None,
        Did::Added => Some(Sort::Added),
        Did::Deleted => Some(Sort::Deleted),
        Did::Agreed(Subject::Dates, _) => Some(Sort::DatesFine),
        Did::MadeOriginal => Some(Sort::MadeOriginal),
        Did::Moved => Some(Sort::Moved),
        Did::LookedAt => Some(Sort::LookedAt),
        _ => None,
    }
}

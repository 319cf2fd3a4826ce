//! Many small segments of localStorage are rewritten as few: new first, then the old ones removed. A crash between
//! leaves duplicates, which union removes. IndexedDB holds all of it already when this begins.

use super::keys::{self, ParsedKey};
use super::segment;
use super::shelf::{Entry, now};
use super::space::units;
use super::store::Store;
use crate::model::ProjectId;
use std::collections::{BTreeMap, HashSet};

/// A segment below this is small, in UTF-16 units.
const SMALL_UNITS: usize = 8_192;

/// So many small ones are worth rewriting.
const MANY: usize = 32;

/// About how large a rewritten segment becomes, in UTF-16 units.
const FULL_UNITS: usize = 65_536;

/// One rewriting: these lines of a batch, then those segments are not needed any longer.
#[derive(Debug, PartialEq, Eq)]
struct Rewriting<'a> {
    batch: String,
    lines: Vec<&'a str>,
    replaced: Vec<&'a str>,
}

impl<'a> Rewriting<'a> {
    /// Nothing yet, of a batch.
    const fn of(batch: String) -> Self {
        Self {
            batch,
            lines: Vec::new(),
            replaced: Vec::new(),
        }
    }
}

/// The segments of localStorage by what can be done with them. Those that cannot be read are left alone.
#[derive(Default)]
struct Sorted<'a> {
    /// The lines of large segments, with their batch.
    seen: HashSet<(String, &'a str)>,
    /// Large segments that hold no line which others before them do not.
    repeats: Vec<&'a str>,
    /// The small ones with their lines, by batch.
    small: BTreeMap<String, Vec<(&'a str, Vec<&'a str>)>>,
}

impl<'a> Sorted<'a> {
    fn of(entries: &'a [Entry]) -> Self {
        let mut out = Self::default();
        for (key, text) in entries {
            let (ParsedKey::Segment(..), Ok(found)) = (ParsedKey::of(key), segment::decode(text))
            else {
                continue;
            };
            if text.len() < SMALL_UNITS {
                let small = out.small.entry(found.batch).or_default();
                small.push((key, found.lines));
                continue;
            }
            // Counted all, so that every line is seen.
            let lines = found.lines.iter();
            let new = lines.filter(|line| out.seen.insert((found.batch.clone(), line)));
            if new.count() == 0 {
                out.repeats.push(key);
            }
        }
        out
    }
}

/// What is to be rewritten.
fn plan(entries: &[Entry]) -> Vec<Rewriting<'_>> {
    let Sorted {
        mut seen,
        repeats,
        small,
    } = Sorted::of(entries);
    let mut steps = Vec::new();
    if !repeats.is_empty() {
        steps.push(Rewriting {
            replaced: repeats,
            ..Rewriting::of(String::new())
        });
    }
    if small.values().map(Vec::len).sum::<usize>() < MANY {
        return steps;
    }
    for (batch, segments) in small {
        let mut step = Rewriting::of(batch.clone());
        let mut size = 0;
        for (key, lines) in segments {
            for line in lines {
                if seen.insert((batch.clone(), line)) {
                    size += units(line) + 1;
                    step.lines.push(line);
                }
            }
            step.replaced.push(key);
            if size >= FULL_UNITS {
                let next = Rewriting::of(batch.clone());
                steps.push(std::mem::replace(&mut step, next));
                size = 0;
            }
        }
        // One segment alone gains nothing.
        if step.replaced.len() > 1 {
            steps.push(step);
        }
    }
    steps
}

impl Store {
    /// Rewrites the small segments among these entries, as far as there is room.
    pub(super) fn compact(&self, project: ProjectId, entries: &[Entry]) {
        for step in plan(entries) {
            if !step.lines.is_empty() {
                let key = keys::segment(project, &self.segment_name());
                let text = segment::encode(&step.batch, step.lines.iter().copied());
                let room = self.space();
                let has_room = room.used_units + units(&key) + units(&text) <= room.limit_units;
                // Near its limit a browser may take a write back without an error: what is not there afterwards
                // replaces nothing.
                if !has_room
                    || !self.put_near(&key, text.clone())
                    || now(self.inner.shelves.near.get(&key)) != Ok(Some(text))
                {
                    return;
                }
            }
            for key in step.replaced {
                self.remove_near(key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(number: usize, batch: &str, lines: &[String]) -> Entry {
        (
            format!("hepai/p/0123456789/s/a-{number:04}"),
            segment::encode(batch, lines.iter().map(String::as_str)),
        )
    }

    #[test]
    fn many_small_segments_become_few_of_the_same_lines_per_batch() {
        let entries: Vec<Entry> = (0..100)
            .map(|n| {
                entry(
                    n,
                    if n % 3 == 0 { "own" } else { "import" },
                    &[format!("line {}", n / 2)],
                )
            })
            .collect();
        let steps = plan(&entries);
        assert_eq!(
            steps.iter().map(|step| step.replaced.len()).sum::<usize>(),
            100
        );
        assert_eq!(steps.len(), 2);
        for step in steps {
            let unique: HashSet<&&str> = step.lines.iter().collect();
            assert_eq!(unique.len(), step.lines.len());
        }
    }

    #[test]
    fn few_segments_and_unreadable_ones_are_left_alone() {
        let mut entries: Vec<Entry> = (0..MANY - 1)
            .map(|n| entry(n, "own", &[format!("line {n}")]))
            .collect();
        entries
            .extend((0..50).map(|n| (format!("hepai/p/0123456789/s/b-{n}"), "damaged".to_owned())));
        assert_eq!(plan(&entries), Vec::new());
    }

    #[test]
    fn a_large_segment_that_repeats_another_is_removed_once() {
        let lines: Vec<String> = (0..SMALL_UNITS).map(|n| format!("{n}")).collect();
        let entries = [
            entry(1, "own", &lines),
            entry(2, "own", &lines),
            entry(3, "import", &lines),
        ];
        let steps = plan(&entries);
        assert_eq!(steps.len(), 1);
        assert_eq!(steps[0].replaced, ["hepai/p/0123456789/s/a-0002"]);
    }
}

//! How much of localStorage is used: the browser does not say, so every key and text is counted, in UTF-16 units.

use std::collections::BTreeMap;

/// What localStorage holds per origin, keys included, in UTF-16 units.
pub const LIMIT_UNITS: usize = 5_242_880;

/// Kept free of large batches, so that small edits, switches and notes still find room, in UTF-16 units.
pub(super) const RESERVE_UNITS: usize = 262_144;

/// Length of a text as localStorage counts it.
pub fn units(text: &str) -> usize {
    if text.is_ascii() {
        text.len()
    } else {
        text.encode_utf16().count()
    }
}

/// How full localStorage is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Space {
    /// Used by keys and texts of this origin, in UTF-16 units.
    pub used_units: usize,
    /// All there is, in UTF-16 units.
    pub limit_units: usize,
}

/// What to tell about the space.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Below 70 %.
    Fine,
    /// From 70 %.
    Warn70,
    /// From 85 %.
    Warn85,
    /// From 95 %.
    Warn95,
}

impl Space {
    /// Used, in whole percent, rounded down.
    pub fn percent(self) -> usize {
        self.used_units * 100 / self.limit_units.max(1)
    }
    /// How near the end is, as people are told.
    pub fn level(self) -> Level {
        match self.percent() {
            0..70 => Level::Fine,
            70..85 => Level::Warn70,
            85..95 => Level::Warn85,
            _ => Level::Warn95,
        }
    }
}

/// The count, kept up with every write instead of counting anew.
#[derive(Default)]
pub(super) struct Meter {
    sizes: BTreeMap<String, usize>,
    used: usize,
}

impl Meter {
    pub(super) fn of(sizes: Vec<(String, usize)>) -> Self {
        let mut meter = Self::default();
        for (key, size) in sizes {
            meter.set(&key, size);
        }
        meter
    }
    /// A key holds now so many units, itself included.
    pub(super) fn set(&mut self, key: &str, size: usize) {
        self.remove(key);
        self.sizes.insert(key.to_owned(), size);
        self.used += size;
    }
    pub(super) fn remove(&mut self, key: &str) {
        self.used -= self.sizes.remove(key).unwrap_or(0);
    }
    pub(super) fn space(&self) -> Space {
        Space {
            used_units: self.used,
            limit_units: LIMIT_UNITS,
        }
    }
    /// The keys that begin with the prefix, and their sizes.
    pub(super) fn under<'a>(
        &'a self,
        prefix: &'a str,
    ) -> impl Iterator<Item = (&'a str, usize)> + 'a {
        self.sizes
            .range(prefix.to_owned()..)
            .take_while(move |(key, _)| key.starts_with(prefix))
            .map(|(key, size)| (key.as_str(), *size))
    }
    pub(super) fn has(&self, key: &str) -> bool {
        self.sizes.contains_key(key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_count_is_in_utf_16_units_and_follows_every_write() {
        assert_eq!([units("a"), units("中"), units("😀")], [1, 1, 2]);
        let mut meter = Meter::of(vec![("a".to_owned(), 10), ("b".to_owned(), 5)]);
        meter.set("a", 3);
        meter.remove("b");
        meter.remove("c");
        assert_eq!(meter.space().used_units, 3);
    }

    #[test]
    fn the_levels_begin_at_70_85_and_95_percent() {
        let level = |used_units| {
            Space {
                used_units,
                limit_units: 100,
            }
            .level()
        };
        assert_eq!(
            [69, 70, 84, 85, 94, 95, 100].map(level),
            [
                Level::Fine,
                Level::Warn70,
                Level::Warn70,
                Level::Warn85,
                Level::Warn85,
                Level::Warn95,
                Level::Warn95
            ]
        );
    }
}

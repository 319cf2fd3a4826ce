//! Hashing for maps in memory: a few multiplications keyed by a secret number, where the library's own takes a dozen
//! rounds. Knows what makes colliding keys useless to a hostile file (the key), and promises nothing beyond that.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, Hasher};

/// A map hashed by a key of its owner.
pub(crate) type KeyedMap<K, V> = HashMap<K, V, HashKey>;

/// A set hashed by a key of its owner.
pub(crate) type KeyedSet<T> = HashSet<T, HashKey>;

/// The key; draw it anew per page.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct HashKey(pub(crate) u64);

/// One hash under way.
pub(crate) struct Mixer(u64);

/// An odd number without a pattern (2^64 over the golden ratio).
const ODD: u64 = 0x9E37_79B9_7F4A_7C15;

impl Mixer {
    fn mix(&mut self, word: u64) {
        let mixed = (self.0 ^ word).wrapping_mul(ODD);
        self.0 = (mixed ^ mixed >> 32).wrapping_mul(ODD) ^ self.0.rotate_left(23);
    }
}

impl Hasher for Mixer {
    fn write(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            self.mix(u64::from_le_bytes(*word));
        }
        if !rest.is_empty() {
            let mut last = [0; 8];
            last[..rest.len()].copy_from_slice(rest);
            self.mix(u64::from_le_bytes(last) ^ (rest.len() as u64) << 56);
        }
    }
    fn write_u8(&mut self, number: u8) {
        self.mix(number.into());
    }
    fn write_u32(&mut self, number: u32) {
        self.mix(number.into());
    }
    fn write_u64(&mut self, number: u64) {
        self.mix(number);
    }
    fn write_usize(&mut self, number: usize) {
        self.mix(number as u64);
    }
    fn finish(&self) -> u64 {
        let mixed = self.0.wrapping_mul(ODD);
        mixed ^ mixed >> 32
    }
}

impl BuildHasher for HashKey {
    type Hasher = Mixer;
    fn build_hasher(&self) -> Mixer {
        Mixer(self.0 ^ ODD)
    }
}

#[cfg(test)]
mod tests {
    use super::HashKey;
    use std::collections::BTreeSet;
    use std::hash::BuildHasher;

    #[test]
    fn like_texts_and_numbers_spread_over_places_and_tags_and_the_key_moves_them() {
        let hashes = |key: u64| -> Vec<u64> {
            let texts = (0..4096).map(|n| HashKey(key).hash_one(format!("task/{n:08}")));
            texts
                .chain((0..4096u64).map(|n| HashKey(key).hash_one(n)))
                .collect()
        };
        let [one, other] = [hashes(1), hashes(2)];
        for of_one in [&one[..4096], &one[4096..]] {
            let places: BTreeSet<u64> = of_one.iter().map(|hash| hash & 4095).collect();
            let tags: BTreeSet<u64> = of_one.iter().map(|hash| hash >> 57).collect();
            // Thrown at random, 4,096 things hit about 2,589 of as many places.
            assert!((2_400..2_800).contains(&places.len()), "{}", places.len());
            assert_eq!(tags.len(), 128);
        }
        assert_eq!(one.iter().collect::<BTreeSet<_>>().len(), one.len());
        assert!(one.iter().zip(&other).all(|(one, other)| one != other));
    }
}

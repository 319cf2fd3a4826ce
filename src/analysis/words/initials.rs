//! 拼音首字母: the Latin letters that a Han character may begin with when it is spoken. 6,832 characters, those of GB 2312
//! and some that stand in names only; 124 of them are read in two ways. Knows no record.

use std::collections::BTreeMap;

/// The characters in the order of their numbers from U+4E00 on: how many are left out, then the letter of the next; on
/// a second line those with further letters. Read once, by who searches: 6.1 KiB on the wire (all 20,902 characters of
/// that block would be 11.3, the 3,755 common ones alone 3.7; as texts in their order of sound 6.8).
pub const TABLE: &str = include_str!("initials.txt");

/// The first character of the table.
const FIRST: u32 = 0x4E00;

/// How characters begin. Empty: letters stand for themselves alone.
#[derive(Debug, Default)]
pub struct Initials {
    letters: Vec<u8>,
    others: BTreeMap<char, Vec<char>>,
}

impl Initials {
    /// From letters, numbers and further letters as [`TABLE`] has them; what is neither is left out.
    pub fn read(table: &str) -> Self {
        let mut lines = table.lines();
        let (first, second) = (lines.next(), lines.next());
        let mut out = Self::default();
        let mut left_out = 0;
        for byte in first.unwrap_or_default().bytes() {
            if byte.is_ascii_digit() {
                left_out = left_out * 10 + usize::from(byte - b'0');
            } else {
                out.letters.resize(out.letters.len() + left_out, 0);
                out.letters.push(byte);
                left_out = 0;
            }
        }
        let mut read_in_two_ways = None;
        for c in second.unwrap_or_default().chars() {
            match read_in_two_ways {
                Some(han) if c.is_ascii_lowercase() => out.others.entry(han).or_default().push(c),
                _ => read_in_two_ways = Some(c),
            }
        }
        out
    }

    /// Whether a character may be meant by what is typed: it is that letter, or is spoken with it at its beginning.
    pub fn may_mean(&self, typed: char, stands: char) -> bool {
        if typed == stands {
            return true;
        }
        let place = u32::from(stands).checked_sub(FIRST);
        let place = place.and_then(|place| usize::try_from(place).ok());
        let letter = place.and_then(|place| self.letters.get(place));
        let others = self.others.get(&stands);
        letter.is_some_and(|letter| char::from(*letter) == typed)
            || others.is_some_and(|others| others.contains(&typed))
    }

    /// Where letters that were typed stand for characters of a text: `wlsj` of 宣传物料设计 stands at the third. Nothing
    /// for a single letter, which would stand for half of everything, and for what is no Latin letter.
    pub fn place(&self, text: &[char], typed: &[char]) -> Option<usize> {
        let is_spelled = typed.iter().all(char::is_ascii_alphanumeric)
            && typed.iter().any(char::is_ascii_alphabetic);
        if typed.len() < 2 || !is_spelled || self.letters.is_empty() {
            return None;
        }
        let stands = |part: &[char]| {
            let mut pairs = typed.iter().zip(part);
            pairs.all(|(typed, stands)| self.may_mean(*typed, *stands))
        };
        text.windows(typed.len()).position(stands)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(text: &str, typed: &str) -> Option<usize> {
        let (text, typed): (Vec<char>, Vec<char>) =
            (text.chars().collect(), typed.chars().collect());
        Initials::read(TABLE).place(&text, &typed)
    }

    #[test]
    fn letters_stand_for_characters_that_are_spoken_so() {
        assert_eq!(place("宣传物料设计制作", "wlsj"), Some(2));
        assert_eq!(place("宣传物料设计制作", "xcwl"), Some(0));
        assert_eq!(place("a1 台灯上市", "a1"), Some(0));
        assert_eq!(
            place("a1台灯上市", "a1td"),
            Some(0),
            "letters and digits as they stand"
        );
        assert_eq!(place("王经理", "wjl"), Some(0));
        assert_eq!(place("王经理", "wl"), None, "what lies between counts");
        assert_eq!(place("王经理", "w"), None, "one letter says nothing");
        assert_eq!(place("2026", "2026"), None, "digits alone are no spelling");
    }

    #[test]
    fn what_is_read_in_two_ways_is_found_by_both() {
        for (name, spellings) in [
            ("重庆", ["cq", "zq"]),
            ("曾毅", ["zy", "cy"]),
            ("单晓", ["sx", "dx"]),
            ("行长", ["hz", "xc"]),
        ] {
            for typed in spellings {
                assert_eq!(place(name, typed), Some(0), "{name} {typed}");
            }
        }
        assert_eq!(place("璟堃", "jk"), Some(0), "characters of names");
    }

    #[test]
    fn without_the_table_letters_stand_for_themselves() {
        let (text, typed): (Vec<char>, Vec<char>) = ("王经理".chars().collect(), vec!['w', 'j']);
        assert_eq!(Initials::default().place(&text, &typed), None);
    }

    /// The characters of GB 2312 are sorted by how they are spoken in its first part: 阿 … 座. The table is in the order
    /// of their numbers, so this is another path to the same letters.
    #[test]
    fn the_table_is_whole() {
        let all = Initials::read(TABLE);
        let known = all.letters.iter().filter(|letter| **letter != 0).count();
        assert_eq!((known, all.others.len()), (6832, 124));
        let each_begins = "阿芭擦搭蛾发噶哈击喀垃妈拿哦啪期然撒塌挖昔压匝".chars();
        let letters = "abcdefghjklmnopqrstwxyz".chars();
        for (han, letter) in each_begins.zip(letters) {
            assert!(all.may_mean(letter, han), "{han} {letter}");
        }
    }
}

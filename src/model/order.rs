//! Fractional index: texts that sort between any two others, ending in random characters, so that rows which two
//! people insert at one place do not meet and pasted blocks do not interleave.

/// Digits in the order of their bytes.
const DIGITS: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

fn digit(byte: u8) -> usize {
    DIGITS.iter().position(|d| *d == byte).unwrap_or(0)
}

/// Keys for `count` rows between `before` and `after` (`None` = the end of the list). All of one act share the
/// random `stem`, so they stay together whatever others insert at the same place.
///
/// `after` must sort behind `before`; where the two are equal or crossed, the keys sort behind `before` and the
/// later row wants a new key ([`needs_new_key`]).
pub fn keys_between(
    before: Option<&str>,
    after: Option<&str>,
    count: usize,
    stem: u32,
) -> Vec<String> {
    let low = before.unwrap_or_default();
    let high = after.filter(|high| *high > low);
    let place = between(low, high);
    let mut random = String::new();
    let mut rest = stem;
    for _ in 0..4 {
        random.push(char::from(DIGITS[(rest % 62) as usize]));
        rest /= 62;
    }
    let width = digits_for(count);
    (0..count)
        .map(|number| format!("{place}{random}{}", fixed(number, width)))
        .collect()
}

/// Whether a row with key `after` leaves no room behind `before`: it is re-keyed when something is inserted there.
pub fn needs_new_key(before: &str, after: &str) -> bool {
    after <= before
}

/// A text that sorts behind `low` and before `high`, and of which neither is an extension that breaks the order
/// when characters are appended.
fn between(low: &str, high: Option<&str>) -> String {
    let (low, high) = (low.as_bytes(), high.map(str::as_bytes));
    let mut out = Vec::new();
    let mut free_above = high.is_none();
    let mut free_below = false;
    for at in 0.. {
        let from = if free_below {
            0
        } else {
            low.get(at).map_or(0, |byte| digit(*byte))
        };
        let to = if free_above {
            62
        } else {
            high.and_then(|high| high.get(at))
                .map_or(0, |byte| digit(*byte))
        };
        if !free_below && at >= low.len() {
            free_below = true;
        }
        // A key of zeros (only a foreign hand writes one) leaves no room: what is inserted sorts behind it.
        let no_room = !free_above && high.is_some_and(|high| at > high.len() + low.len());
        if no_room {
            out.push(DIGITS[31]);
            break;
        }
        if to > from + 1 {
            out.push(DIGITS[(from + to) / 2]);
            break;
        }
        out.push(DIGITS[from]);
        if to > from {
            free_above = true;
        }
    }
    String::from_utf8(out).expect("digits are ASCII")
}

fn digits_for(count: usize) -> usize {
    let (mut width, mut room) = (0, 1);
    while room < count {
        width += 1;
        room *= 62;
    }
    width
}

fn fixed(mut number: usize, width: usize) -> String {
    let mut out = vec![b'0'; width];
    for place in out.iter_mut().rev() {
        *place = DIGITS[number % 62];
        number /= 62;
    }
    String::from_utf8(out).expect("digits are ASCII")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_lies_between_its_neighbours_however_often_one_inserts_at_one_place() {
        let mut keys = vec![keys_between(None, None, 1, 7)[0].clone()];
        for step in 0..500u32 {
            let at = (step as usize * 7919) % (keys.len() + 1);
            let before = at.checked_sub(1).map(|at| keys[at].as_str());
            let key = keys_between(
                before,
                keys.get(at).map(String::as_str),
                1,
                step.wrapping_mul(2_654_435_761),
            )[0]
            .clone();
            keys.insert(at, key);
            assert!(
                keys.windows(2).all(|pair| pair[0] < pair[1]),
                "step {step}: {keys:?}"
            );
        }
        for step in 0..200 {
            let key = keys_between(None, keys.first().map(String::as_str), 1, step)[0].clone();
            assert!(key < keys[0], "{key} < {}", keys[0]);
            keys.insert(0, key);
        }
    }

    #[test]
    fn a_key_that_leaves_no_room_does_not_hang() {
        for (before, after) in [
            (None, Some("0")),
            (Some("0"), Some("00")),
            (Some("a"), Some("a")),
            (Some("ü"), Some("~")),
            (None, Some("")),
        ] {
            assert_eq!(keys_between(before, after, 2, 5).len(), 2);
        }
    }

    #[test]
    fn blocks_pasted_by_two_people_at_one_place_do_not_interleave() {
        let ends = keys_between(None, None, 2, 1);
        let mine = keys_between(Some(&ends[0]), Some(&ends[1]), 100, 11_111);
        let theirs = keys_between(Some(&ends[0]), Some(&ends[1]), 70, 22_222);
        let mut all: Vec<(&String, bool)> = mine
            .iter()
            .map(|key| (key, true))
            .chain(theirs.iter().map(|key| (key, false)))
            .collect();
        all.sort();
        assert_eq!(
            all.windows(2).filter(|pair| pair[0].1 != pair[1].1).count(),
            1
        );
        assert!(
            mine.windows(2).all(|pair| pair[0] < pair[1])
                && ends[0] < mine[0]
                && mine[99] < ends[1]
        );
    }
}

//! A number among other letters: what it may mean is said, never taken.

use super::numbers::{NumberDoubt, TIMES, plain, shifted, times};
use super::reading::Oddity;

/// A number among other letters: the only one may be meant.
pub(super) fn beside(text: &str) -> NumberDoubt {
    let is_in = |c: char| {
        c.is_ascii_digit() || TIMES.iter().any(|(unit, _)| *unit == c) || ".,".contains(c)
    };
    let parts = text
        .split(|c| !is_in(c))
        .filter(|part| part.contains(|c: char| c.is_ascii_digit()));
    let parts: Vec<&str> = parts.map(|part| part.trim_matches([',', '.'])).collect();
    let [only] = parts.as_slice() else {
        return NumberDoubt::new(Oddity::NotANumber, []);
    };
    let (before, after) = text.split_once(only).unwrap_or_default();
    // 3 角 is a part of what is counted.
    if after
        .trim_start()
        .starts_with(['角', '毛', '分', '成', '折', '½', '¼', '¾'])
    {
        return NumberDoubt::new(Oddity::MoreThanANumber, []);
    }
    let (digits, mut places) = times(only);
    places += in_latin(after);
    let is_below = before.ends_with('-') && !before.ends_with("--")
        || before.ends_with('(') && after.starts_with(')');
    let sign = if is_below { "-" } else { "" };
    let said = |number: &String| format!("{sign}{}", shifted(number, places));
    match plain(digits) {
        Ok(number) => NumberDoubt::new(Oddity::MoreThanANumber, [said(&number)]),
        Err(doubt) if doubt.numbers.is_empty() => doubt,
        Err(doubt) => {
            let numbers: Vec<String> = doubt.numbers.iter().map(said).collect();
            NumberDoubt::new(Oddity::MoreThanANumber, numbers)
        }
    }
}

/// How many digits the Latin letter behind a number may be worth: 30w, 300k.
fn in_latin(after: &str) -> usize {
    let mut letters = after.trim_start().chars();
    let unit = letters.next();
    let is_alone = !letters.next().is_some_and(|c| c.is_ascii_alphabetic());
    match unit {
        Some('w') if is_alone => 4,
        Some('k') if is_alone => 3,
        _ => 0,
    }
}

//! Numbers as people write them. A comma counts where it stands in groups of three, a unit where the field has it;
//! whatever can be read in two ways is asked, with both.

use super::beside::beside;
use super::letters::{clean, han_decimal};
use super::reading::Oddity;
use crate::model::template::Field;

/// Why no number was made of a text, and which it may have meant, in plain notation.
#[derive(Debug)]
pub(super) struct NumberDoubt {
    pub(super) why: Oddity,
    pub(super) numbers: Vec<String>,
}

impl NumberDoubt {
    pub(super) fn new(why: Oddity, numbers: impl IntoIterator<Item = String>) -> Self {
        let mut all: Vec<String> = Vec::new();
        for number in numbers {
            if !all.contains(&number) {
                all.push(number);
            }
        }
        Self { why, numbers: all }
    }
}

/// What may stand around an amount of money.
const MONEY: [&str; 10] = [
    "人民币",
    "rmb",
    "cny",
    "¥",
    "元整",
    "圆整",
    "元",
    "圆",
    "块钱",
    "块",
];
/// How many digits a Chinese unit is worth.
pub(super) const TIMES: [(char, usize); 4] = [('亿', 8), ('万', 4), ('千', 3), ('百', 2)];
/// Digits of the longest number.
const MOST: usize = 30;

/// A decimal in plain notation, without needless zeros before it.
pub(super) fn decimal(text: &str, units: &[&str]) -> Result<String, NumberDoubt> {
    let text = clean(text);
    let (sign, text) = text
        .strip_prefix('-')
        .map_or(("", text.as_str()), |rest| ("-", rest.trim_start()));
    let text = without_units(text, units);
    let text = text
        .strip_prefix('+')
        .filter(|_| sign.is_empty())
        .unwrap_or(text);
    if let Some(number) = han_decimal(text).filter(|_| sign.is_empty()) {
        return Ok(number);
    }
    let text = format!("{sign}{text}");
    let text = text.as_str();
    let (digits, places) = times(text);
    plain(digits)
        .map(|number| shifted(&number, places))
        .map_err(|doubt| {
            let numbers = doubt.numbers.iter().map(|number| shifted(number, places));
            match doubt.why {
                Oddity::NotANumber => beside(text),
                why => NumberDoubt::new(why, numbers),
            }
        })
}

/// 分 of an amount, also of `30万`.
pub(super) fn money(text: &str) -> Result<i64, NumberDoubt> {
    let decimal = decimal(text, &MONEY).map_err(|doubt| match doubt.why {
        Oddity::NotANumber => NumberDoubt {
            why: Oddity::NotMoney,
            ..doubt
        },
        _ => doubt,
    })?;
    cents(&decimal).ok_or_else(|| {
        let (whole, part) = decimal.split_once('.').unwrap_or((&decimal, ""));
        let is_fine = part.len() > 2;
        let near = cents(&format!("{whole}.{}", part.get(..2).unwrap_or_default()));
        let up = if decimal.starts_with('-') { -1 } else { 1 };
        let near = near
            .filter(|_| is_fine)
            .into_iter()
            .flat_map(|cents| [cents, cents + up]);
        let why = if is_fine {
            Oddity::TooFine
        } else {
            Oddity::NotMoney
        };
        NumberDoubt::new(
            why,
            near.map(|cents| format!("{}.{:02}", cents / 100, (cents % 100).abs())),
        )
    })
}

fn cents(decimal: &str) -> Option<i64> {
    let (whole, part) = decimal.split_once('.').unwrap_or((decimal, ""));
    let part = part.trim_end_matches('0');
    let cents: i64 = format!("{whole}{part:0<2}")
        .parse()
        .ok()
        .filter(|_| part.len() <= 2)?;
    (cents.unsigned_abs() < 1 << 53).then_some(cents)
}

/// A whole number; of a share below one the per cent may be meant.
pub(super) fn whole(text: &str, units: &[&str]) -> Result<i64, NumberDoubt> {
    let decimal = decimal(text, units)?;
    let (whole, part) = decimal.split_once('.').unwrap_or((&decimal, ""));
    let number: Option<i64> = whole
        .parse()
        .ok()
        .filter(|n: &i64| n.unsigned_abs() < 1 << 53);
    match number {
        Some(number) if part.bytes().all(|b| b == b'0') => Ok(number),
        Some(number) => {
            let share = whole == "0" && units.contains(&"%");
            let share = share
                .then(|| shifted(&decimal, 2))
                .filter(|share| !share.contains('.'));
            let down = number - i64::from(decimal.starts_with('-'));
            let near = share.map_or_else(
                || vec![down.to_string(), (down + 1).to_string()],
                |share| vec![share],
            );
            Err(NumberDoubt::new(Oddity::NotAnInteger, near))
        }
        None => Err(NumberDoubt::new(Oddity::NotAnInteger, [])),
    }
}

/// The units that a field names: in the brackets of its label, or as the whole of it.
pub(super) fn units(field: &Field) -> Vec<&'static str> {
    let in_brackets = |label: &'static str| {
        let inner = label
            .split_once(['（', '('])
            .map(|(_, inner)| inner.trim_end_matches(['）', ')']));
        inner.unwrap_or(label)
    };
    let mut units = vec![in_brackets(field.label.zh), in_brackets(field.label.en)];
    units.retain(|unit| !unit.is_empty());
    // The same amount of work under its other name.
    if units.contains(&"人日") {
        units.push("人天");
    }
    units
}

fn without_units<'a>(text: &'a str, units: &[&str]) -> &'a str {
    let mut text = text;
    for _ in 0..3 {
        for unit in units {
            let small = unit.to_lowercase();
            let is_word = small.ends_with(|c: char| c.is_ascii_alphabetic());
            let without = text.strip_suffix(small.as_str()).or_else(|| {
                let many = is_word && small.len() > 1;
                text.strip_suffix(small.strip_suffix('s').filter(|_| many)?)
            });
            text = without
                .or_else(|| text.strip_prefix(small.as_str()))
                .unwrap_or(text)
                .trim();
        }
    }
    if units.contains(&"%") {
        text = text.strip_prefix("百分之").unwrap_or(text);
    }
    text.strip_suffix('个').unwrap_or(text).trim()
}

/// What stands before Chinese units, and how many digits they are worth.
pub(super) fn times(text: &str) -> (&str, usize) {
    let (mut text, mut places) = (text, 0);
    while let Some((unit, digits)) = TIMES.iter().find(|(unit, _)| text.ends_with(*unit)) {
        text = text.trim_end_matches(*unit).trim_end();
        places += digits;
    }
    (text, places)
}

pub(super) fn shifted(number: &str, places: usize) -> String {
    if places == 0 {
        return number.to_owned();
    }
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let moved: String = part
        .chars()
        .chain(std::iter::repeat('0'))
        .take(places)
        .collect();
    let rest = part.get(places..).unwrap_or_default();
    normal(&format!("{whole}{moved}"), rest)
}

/// Without needless zeros before it.
fn normal(whole: &str, part: &str) -> String {
    let (sign, digits) = whole
        .strip_prefix('-')
        .map_or(("", whole), |digits| ("-", digits));
    let digits = digits.trim_start_matches('0');
    let digits = if digits.is_empty() { "0" } else { digits };
    let is_nothing = [digits, part].concat().bytes().all(|b| b == b'0');
    let sign = if is_nothing { "" } else { sign };
    if part.is_empty() {
        format!("{sign}{digits}")
    } else {
        format!("{sign}{digits}.{part}")
    }
}

pub(super) fn plain(text: &str) -> Result<String, NumberDoubt> {
    let (sign, digits) = text
        .strip_prefix('-')
        .map_or(("", text), |digits| ("-", digits.trim_start()));
    let is_of = |signs: &str| {
        digits
            .chars()
            .all(|c| c.is_ascii_digit() || signs.contains(c))
    };
    let has_digit = digits.contains(|c: char| c.is_ascii_digit());
    if !has_digit || !is_of(".,' ") || digits.len() > MOST {
        return Err(NumberDoubt::new(Oddity::NotANumber, []));
    }
    let read = |digits: &str| {
        let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
        let is_one = !(part.contains('.') || whole.is_empty() && part.is_empty());
        is_one.then(|| normal(&format!("{sign}{whole}"), part))
    };
    let without = |signs: &str| {
        digits
            .chars()
            .filter(|c| !signs.contains(*c))
            .collect::<String>()
    };
    if let Some(number) = read(digits).filter(|_| is_of(".")) {
        return Ok(number);
    }
    if is_of(".,") && is_grouped(digits) {
        return read(&without(",")).ok_or_else(|| NumberDoubt::new(Oddity::NotANumber, []));
    }
    let as_point = || {
        let is_only = digits.matches(',').count() == 1 && digits.rfind(',') > digits.rfind('.');
        let text = without(". '").replace(',', ".");
        is_only.then(|| read(&text)).flatten()
    };
    let bare = || {
        let is_behind = digits.rfind('.') > digits.rfind(',') && digits.matches('.').count() == 1;
        let signs = if is_behind { ",' " } else { ",.' " };
        let is_mixed = !is_behind && digits.contains(',') && digits.contains(['.', '\'', ' ']);
        (!is_mixed).then(|| read(&without(signs))).flatten()
    };
    Err(NumberDoubt::new(
        Oddity::Commas,
        [as_point(), bare()].into_iter().flatten(),
    ))
}

/// Whether the commas stand before groups of three.
fn is_grouped(digits: &str) -> bool {
    let whole = digits.split_once('.').map_or(digits, |(whole, _)| whole);
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let is_first = (1..=3).contains(&first.len()) && !first.starts_with('0');
    is_first && !rest.is_empty() && rest.iter().all(|group| group.len() == 3)
}

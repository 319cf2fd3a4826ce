//! The goal measured (T01, F-22): five SMART lamps, and how far each metric was reached. Sums are whole numbers, so
//! that every copy of a project says the same.

use crate::model::id::RecordId;
use crate::model::template::{Form, Key};
use crate::templates::{charter, metric};
use chrono::NaiveDate;

/// A letter of SMART, and whether its lamp is lit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lamp {
    pub letter: char,
    /// Whether the goal says that much.
    pub is_lit: bool,
}

/// How a metric came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// 100 % or more, or in time.
    Met,
    /// 90 to 99.9 %.
    Partly,
    /// Less, or too late.
    Missed,
}

/// How far a metric was reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attainment {
    pub metric: RecordId,
    /// In thousandths of the target; nothing for dates, and where no share can be told.
    pub permille: Option<i64>,
    /// How that came out.
    pub outcome: Outcome,
}

/// The lamps: S, A and R are texts, M a metric with a name, T both dates.
pub fn smart(charter: &Form<'_>) -> [Lamp; 5] {
    let has = |key: Key<String>| charter.has(key.name);
    let is_measured = charter
        .all(metric::METRIC.kind)
        .iter()
        .any(|row| row.has(metric::NAME.name));
    let is_dated =
        charter.has(charter::PLANNED_START.name) && charter.has(charter::PLANNED_END.name);
    [
        ('S', has(charter::SMART_SPECIFIC)),
        ('M', is_measured),
        ('A', has(charter::SMART_ACHIEVABLE)),
        ('R', has(charter::SMART_RELEVANT)),
        ('T', is_dated),
    ]
    .map(|(letter, is_lit)| Lamp { letter, is_lit })
}

/// How far the metrics were reached, in their order: those whose actual value and target can be read.
pub fn attainments(charter: &Form<'_>) -> Vec<Attainment> {
    let rows = charter.all(metric::METRIC.kind);
    rows.iter().filter_map(attainment).collect()
}

fn attainment(row: &Form<'_>) -> Option<Attainment> {
    let direction = row.get(metric::DIRECTION)?;
    let (share, is_met) = if direction == metric::BY_DATE.key {
        let day = |key: Key<String>| row.get(Key::<NaiveDate>::new(key.name));
        let is_met = day(metric::ACTUAL_VALUE)? <= day(metric::TARGET_VALUE)?;
        (None, is_met)
    } else {
        let number = |key: Key<String>| decimal(&row.get(key)?);
        let (actual, target) = (number(metric::ACTUAL_VALUE)?, number(metric::TARGET_VALUE)?);
        if direction == metric::AT_LEAST.key {
            (share_of(actual, target), actual >= target)
        } else if actual <= target {
            (share_of(1, 1), true)
        } else {
            (share_of(target, actual), false)
        }
    };
    let outcome = match share {
        _ if is_met => Outcome::Met,
        Some((900.., _)) => Outcome::Partly,
        _ => Outcome::Missed,
    };
    Some(Attainment {
        metric: row.record().clone(),
        permille: share.map(|(_, rounded)| rounded),
        outcome,
    })
}

/// Whole thousandths, and the same rounded half up: but what was missed by a little never reads as reached, in part or
/// whole.
fn share_of(part: i64, whole: i64) -> Option<(i64, i64)> {
    if whole <= 0 || part < 0 {
        return None;
    }
    let (wide, among) = (i128::from(part), i128::from(whole));
    let shown = |share: i128| i64::try_from(share).unwrap_or(i64::MAX);
    let rounded = shown((wide * 2000 + among) / (2 * among));
    let whole_ones = shown(wide * 1000 / among);
    let most = match whole_ones {
        ..900 => 899,
        900..1000 => 999,
        _ => i64::MAX,
    };
    Some((whole_ones, rounded.min(most)))
}

/// Plain decimal notation in ten-thousandths, further digits left off; nothing where it is none, or too big.
pub(in crate::analysis) fn decimal(text: &str) -> Option<i64> {
    const DIGITS: usize = 4;
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(whole) || !is_number(fraction) {
        return None;
    }
    let fraction: String = fraction
        .chars()
        .chain("0000".chars())
        .take(DIGITS)
        .collect();
    let whole: i64 = whole.parse().ok()?;
    let small: i64 = fraction.parse().ok()?;
    Some(sign * whole.checked_mul(10_000)?.checked_add(small)?)
}

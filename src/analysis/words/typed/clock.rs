//! The time of day behind a date, and moments.

use chrono::{FixedOffset, NaiveTime, Timelike};

/// A text parted into its day and its time of day.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parted<'a> {
    /// What stands before the time.
    pub(super) day: &'a str,
    pub(super) time: NaiveTime,
    /// The zone it names.
    pub(super) zone: Option<FixedOffset>,
}

/// The part of the day that is said before an hour, and whether the hour counts from noon.
const PARTS: &[(&str, bool)] = &[
    ("上午", false),
    ("早上", false),
    ("凌晨", false),
    ("中午", true),
    ("下午", true),
    ("晚上", true),
    ("am", false),
    ("pm", true),
];

/// Parts a text in small letters; nothing where it has no time, an error where its time cannot be read.
pub(super) fn part(text: &str) -> Result<Option<Parted<'_>>, ()> {
    let Some(sign) = text.find([':', '点', '时']).or_else(|| hour_alone(text)) else {
        return Ok(None);
    };
    let before = text[..sign].trim_end_matches(|c: char| c.is_ascii_digit());
    if before.len() == sign {
        return Ok(None);
    }
    let hour: u32 = text[before.len()..sign].parse().map_err(|_| ())?;
    let (minute, second, after) = minutes(&text[sign..]).ok_or(())?;
    let (half, zone) = after_time(after).ok_or(())?;
    let mut day = before.trim_end();
    let mut from_noon = half;
    if let Some((word, is_late)) = PARTS.iter().find(|(word, _)| day.ends_with(word)) {
        day = day.strip_suffix(word).unwrap_or(day).trim_end();
        from_noon = Some(*is_late);
    }
    let hour = match (from_noon, hour) {
        (Some(true), 1..=11) => hour + 12,
        (Some(false), 12) => 0,
        (Some(false), 13..) => return Err(()),
        _ => hour,
    };
    let time = NaiveTime::from_hms_opt(hour, minute, second).ok_or(())?;
    let is_digit = |c: char| c.is_ascii_digit();
    let day = day
        .strip_suffix('t')
        .filter(|day| day.ends_with(is_digit))
        .unwrap_or(day);
    Ok(Some(Parted {
        day: day.trim_end_matches([' ', ',']),
        time,
        zone,
    }))
}

/// Where the hour of `3pm` ends.
fn hour_alone(text: &str) -> Option<usize> {
    let before = text
        .strip_suffix("am")
        .or(text.strip_suffix("pm"))?
        .trim_end();
    let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    (1..=2).contains(&digits).then_some(before.len())
}

/// Minutes and seconds behind the sign of an hour, and what follows.
fn minutes(text: &str) -> Option<(u32, u32, &str)> {
    let number = |text: &str| {
        let end = text
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(text.len());
        let digits = (1..=2).contains(&end).then(|| &text[..end])?;
        Some((digits.parse::<u32>().ok()?, end))
    };
    if let Some(rest) = text.strip_prefix(':') {
        let (minute, end) = number(rest)?;
        let rest = &rest[end..];
        let Some(rest) = rest.strip_prefix(':') else {
            return Some((minute, 0, rest));
        };
        let (second, end) = number(rest)?;
        let rest = &rest[end..];
        let rest = rest.strip_prefix('.').map_or(rest, |part| {
            part.trim_start_matches(|c: char| c.is_ascii_digit())
        });
        return Some((minute, second, rest));
    }
    let rest = text.trim_start_matches(['点', '时', '整']);
    if rest.len() == text.len() {
        return Some((0, 0, text));
    }
    if let Some(rest) = rest.strip_prefix('半') {
        return Some((30, 0, rest));
    }
    match number(rest) {
        Some((minute, end)) => Some((minute, 0, rest[end..].trim_start_matches('分'))),
        None => Some((0, 0, rest)),
    }
}

/// What may follow a time: half of the day, a zone.
fn after_time(text: &str) -> Option<(Option<bool>, Option<FixedOffset>)> {
    match text.trim() {
        "" => Some((None, None)),
        "am" => Some((Some(false), None)),
        "pm" => Some((Some(true), None)),
        "z" | "utc" | "gmt" => Some((None, FixedOffset::east_opt(0))),
        zone => {
            let zone = zone.trim_start_matches("utc").trim_start_matches("gmt");
            let sign = if zone.starts_with('-') { -1 } else { 1 };
            let digits: String = zone.strip_prefix(['+', '-'])?.split(':').collect();
            let number: i32 = digits.parse().ok().filter(|_| digits.len() == 4)?;
            Some((
                None,
                FixedOffset::east_opt(sign * (number / 100 * 3600 + number % 100 * 60)),
            ))
        }
    }
}

/// The time of day of a number as spreadsheets count days, to the nearest minute; nothing where it has none.
pub(super) fn of_serial(text: &str) -> Option<NaiveTime> {
    let (_, part) = text.split_once('.')?;
    let part: f64 = format!("0.{part}").parse().ok()?;
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "minutes of one day"
    )]
    let minutes = (part * 1440.0).round().min(1439.0) as u32;
    NaiveTime::from_hms_opt(minutes / 60, minutes % 60, 0)
}

/// Whether a time says nothing beside the day.
pub(super) fn is_midnight(time: NaiveTime) -> bool {
    time.num_seconds_from_midnight() == 0
}

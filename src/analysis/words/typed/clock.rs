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

/// The part of the day that is said before an hour, and which hours it can be: by the clock of twelve, and by that of
/// twenty-four. 晚上 12 点 is another day to some, and 上午 12 点 noon: these are asked.
type DayPart = (&'static str, &'static [(u32, u32)]);
const MORNING: &[(u32, u32)] = &[(5, 5), (6, 6), (7, 7), (8, 8), (9, 9), (10, 10), (11, 11)];
const NIGHT: &[(u32, u32)] = &[
    (12, 0),
    (0, 0),
    (1, 1),
    (2, 2),
    (3, 3),
    (4, 4),
    (5, 5),
    (6, 6),
];
const NOON: &[(u32, u32)] = &[(11, 11), (12, 12), (1, 13), (2, 14), (13, 13), (14, 14)];
const AFTERNOON: &[(u32, u32)] = &[
    (12, 12),
    (1, 13),
    (2, 14),
    (3, 15),
    (4, 16),
    (5, 17),
    (6, 18),
    (7, 19),
    (13, 13),
    (14, 14),
    (15, 15),
    (16, 16),
    (17, 17),
    (18, 18),
    (19, 19),
];
const EVENING: &[(u32, u32)] = &[
    (5, 17),
    (6, 18),
    (7, 19),
    (8, 20),
    (9, 21),
    (10, 22),
    (11, 23),
    (17, 17),
    (18, 18),
    (19, 19),
    (20, 20),
    (21, 21),
    (22, 22),
    (23, 23),
];
const PARTS: &[DayPart] = &[
    ("上午", MORNING),
    ("早上", MORNING),
    ("早晨", MORNING),
    ("早", MORNING),
    ("凌晨", NIGHT),
    ("中午", NOON),
    ("下午", AFTERNOON),
    ("午后", AFTERNOON),
    ("傍晚", EVENING),
    ("晚上", EVENING),
    ("晚", EVENING),
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
    for (word, is_late) in [("am", false), ("pm", true)] {
        if let Some(rest) = day.strip_suffix(word) {
            (day, from_noon) = (rest.trim_end(), Some(is_late));
        }
    }
    let mut hour = match (from_noon, hour) {
        (Some(true), 1..=11) => hour + 12,
        (Some(false), 12) => 0,
        (Some(false), 13..) => return Err(()),
        _ => hour,
    };
    if let Some((word, hours)) = PARTS.iter().find(|(word, _)| day.ends_with(word)) {
        day = day.strip_suffix(word).unwrap_or(day).trim_end();
        hour = hours.iter().find(|(said, _)| *said == hour).ok_or(())?.1;
        day = match day {
            "今" => "今天",
            "明" => "明天",
            "昨" => "昨天",
            day => day,
        };
    }
    let time = NaiveTime::from_hms_opt(hour, minute, second).ok_or(())?;
    let is_digit = |c: char| c.is_ascii_digit();
    let by_t = day.strip_suffix('t').filter(|day| day.ends_with(is_digit));
    // 18:00-20:00 is from one time to another, unless a program wrote it.
    let names_it =
        after.contains(['u', 'g']) || by_t.is_some() || text[sign..].matches(':').count() > 2;
    if zone.is_some_and(|zone| zone.local_minus_utc() < 0) && !names_it {
        return Err(());
    }
    let day = by_t.unwrap_or(day);
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
                FixedOffset::east_opt(sign * (number / 100 * 3600 + number % 100 * 60))
                    .filter(|zone| zone.local_minus_utc().abs() <= 14 * 3600)
                    .map(Some)?,
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

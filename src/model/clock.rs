//! What a change says of its writer's clock, as a moment that people can read. Knows no clock of its own.

use chrono::{DateTime, FixedOffset};

/// A moment with the offset of the place where it was written: what a field holds, and the day and time at which a
/// question is asked.
pub type Moment = DateTime<FixedOffset>;

/// The first and the last moment shown, in milliseconds since 1970: the days of [`super::template::CellType`], less one
/// at each end for the time zones.
const SHOWN_MS: (i64, i64) = (-2_208_902_400_000, 7_258_032_000_000);

/// A moment given in milliseconds since 1970, in that time zone. A clock may say anything, and a forged file more than
/// a calendar holds: what lies beyond the years 1900 to 2199 is shown as their end.
pub fn moment_of(ms: i64, zone: FixedOffset) -> Moment {
    let ms = ms.clamp(SHOWN_MS.0, SHOWN_MS.1);
    DateTime::from_timestamp_millis(ms)
        .unwrap_or_default()
        .with_timezone(&zone)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::template::minute_text;

    #[test]
    fn any_number_is_a_moment_within_the_years() {
        let zone = |hours: i32| FixedOffset::east_opt(hours * 3600).expect("a zone");
        for hours in [-23, -8, 0, 8, 14, 23] {
            let text = |ms| minute_text(moment_of(ms, zone(hours)));
            assert_eq!(text(i64::MIN), text(-9_007_199_254_740_991));
            assert!(text(i64::MIN).starts_with("19"), "{}", text(i64::MIN));
            // The last milliseconds that chrono knows, of which no time zone may be added to.
            for far in [8_210_266_876_799_999, 9_007_199_254_740_991, i64::MAX] {
                assert!(text(far).starts_with("2199-12-3"), "{}", text(far));
            }
        }
        assert_eq!(
            minute_text(moment_of(1_772_692_200_000, zone(8))),
            "2026-03-05 14:30"
        );
    }
}

//! What a change says of its writer's clock, as a moment that people can read. Knows no clock of its own.

use chrono::{DateTime, FixedOffset, NaiveDateTime, Offset, Utc};

/// A moment with the offset of the place where it was written: what a field holds, and the day and time at which a
/// question is asked.
pub type Moment = DateTime<FixedOffset>;

/// Where moments are read.
#[derive(Debug, Clone, Copy, Default)]
pub enum Zone {
    /// Wherever each was written: for names, and files.
    #[default]
    AsWritten,
    /// In a zone without summer time.
    Fixed(FixedOffset),
    /// Where the offset follows from the milliseconds since 1970, as a browser knows it.
    Local(fn(i64) -> FixedOffset),
}

impl Zone {
    /// The same moment as it is read there.
    pub fn shown(self, moment: Moment) -> Moment {
        match self {
            Self::AsWritten => moment,
            Self::Fixed(zone) => moment.with_timezone(&zone),
            Self::Local(offset) => moment.with_timezone(&offset(moment.timestamp_millis())),
        }
    }

    /// The moment of a day and time there.
    pub fn moment(self, local: NaiveDateTime) -> Option<Moment> {
        let zone = match self {
            Self::AsWritten => Utc.fix(),
            Self::Fixed(zone) => zone,
            // Near a change of the clocks the offset is that of the moment itself.
            Self::Local(offset) => {
                let near = offset(local.and_utc().timestamp_millis());
                let moment = local.and_local_timezone(near).single()?;
                offset(moment.timestamp_millis())
            }
        };
        local.and_local_timezone(zone).single()
    }
}

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

    /// Two hours east of London from the last days of March to those of October, in 2026.
    fn berlin(ms: i64) -> FixedOffset {
        let summer = 1_774_746_000_000..1_792_886_400_000;
        let hours = if summer.contains(&ms) { 2 } else { 1 };
        FixedOffset::east_opt(hours * 3600).expect("a zone")
    }

    #[test]
    fn a_moment_is_read_where_somebody_is_also_in_summer() {
        let zone = Zone::Local(berlin);
        let moment = |text: &str| Moment::parse_from_rfc3339(text).expect("a moment");
        for (written, shown) in [
            ("2026-03-05T14:30:00+08:00", "2026-03-05 07:30"),
            ("2026-07-05T14:30:00+08:00", "2026-07-05 08:30"),
            ("2026-03-29T00:59:00Z", "2026-03-29 01:59"),
            ("2026-03-29T01:00:00Z", "2026-03-29 03:00"),
        ] {
            let here = zone.shown(moment(written));
            assert_eq!(minute_text(here), shown);
            assert_eq!(here, moment(written));
            assert_eq!(zone.moment(here.naive_local()), Some(here));
        }
        let as_written = Zone::AsWritten.shown(moment("2026-03-05T14:30:00+08:00"));
        assert_eq!(minute_text(as_written), "2026-03-05 14:30");
    }

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

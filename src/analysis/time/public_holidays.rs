//! The public holidays that are known here, and what an exception of a calendar is.

use chrono::NaiveDate;

/// Days that are not what their weekday says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Exception {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// A holiday, or a weekend day that is worked.
    pub is_rest: bool,
}

const fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).expect("a day of 2026")
}

const fn holiday(from: (u32, u32), to: (u32, u32)) -> Exception {
    Exception {
        from: day(from.0, from.1),
        to: day(to.0, to.1),
        is_rest: true,
    }
}

const fn worked(on: (u32, u32)) -> Exception {
    Exception {
        from: day(on.0, on.1),
        to: day(on.0, on.1),
        is_rest: false,
    }
}

/// Public holidays of China and the weekend days worked for them: the State Council's notice of 2025-11-04 for 2026.
/// No day stands in two lines.
pub static CHINA: &[Exception] = &[
    holiday((1, 1), (1, 3)), // 元旦
    worked((1, 4)),
    worked((2, 14)),
    holiday((2, 15), (2, 23)), // 春节
    worked((2, 28)),
    holiday((4, 4), (4, 6)), // 清明
    holiday((5, 1), (5, 5)), // 劳动节
    worked((5, 9)),
    holiday((6, 19), (6, 21)), // 端午
    worked((9, 20)),
    holiday((9, 25), (9, 27)), // 中秋
    holiday((10, 1), (10, 7)), // 国庆
    worked((10, 10)),
];

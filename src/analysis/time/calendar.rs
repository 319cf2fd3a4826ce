//! Working days: Monday to Friday, and the exceptions of a table. Every answer is one sum, never a walk
//! through years, whatever dates a file holds. What a project itself says of its days is read in `project_calendar`.

use chrono::{Datelike, Days, NaiveDate};
use std::collections::BTreeMap;

pub use super::public_holidays::{CHINA, Exception};

/// An exception of a calendar, with what is known of the days before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct CountedException {
    /// Its first and last day, as numbers.
    first: i64,
    last: i64,
    is_rest: bool,
    /// By how much the exceptions before it change the sum of Mondays to Fridays.
    before: i64,
}

impl CountedException {
    fn of(exception: &Exception) -> Self {
        Self {
            first: days(exception.from),
            last: days(exception.to),
            is_rest: exception.is_rest,
            before: 0,
        }
    }

    /// By how much its days before day `end` change the sum of Mondays to Fridays.
    fn changes_before(&self, end: i64) -> i64 {
        let end = end.min(self.last + 1);
        if end <= self.first {
            return 0;
        }
        let weekdays = weekdays_before(end) - weekdays_before(self.first);
        if self.is_rest {
            -weekdays
        } else {
            end - self.first - weekdays
        }
    }
}

/// Which days are worked. Every question is a search among sorted exceptions, whatever a file holds of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    weekends_rest: bool,
    /// In order; no two share a day.
    spans: Vec<CountedException>,
}

impl Default for Calendar {
    fn default() -> Self {
        Self::new(&CHINA)
    }
}

impl Calendar {
    /// Every day is worked.
    pub const EVERY_DAY: Self = Self {
        weekends_rest: false,
        spans: Vec::new(),
    };

    /// Weekends rest but for the exceptions; where two name a day, the one further down counts.
    pub fn new(exceptions: &[Exception]) -> Self {
        let plain = Self {
            weekends_rest: true,
            spans: Vec::new(),
        };
        plain.with(exceptions.iter().copied())
    }

    /// The same, but for the days of these lines; where two name a day, the one further down counts.
    #[must_use]
    pub fn with(self, lines: impl IntoIterator<Item = Exception>) -> Self {
        let lines = lines.into_iter().filter(|line| line.from <= line.to);
        self.laid(&mut lines.map(|line| CountedException::of(&line)))
    }

    /// The same under some more exceptions, none of which ends before it begins.
    fn laid(self, lines: &mut dyn Iterator<Item = CountedException>) -> Self {
        let mut all = Exceptions::default();
        for line in self.spans.into_iter().chain(lines) {
            all.lay(line);
        }
        let mut spans: Vec<CountedException> = all.0.into_values().collect();
        let mut before = 0;
        for span in &mut spans {
            span.before = before;
            before += span.changes_before(i64::MAX);
        }
        Self {
            weekends_rest: self.weekends_rest,
            spans,
        }
    }

    /// Its exceptions from a day on as a text, for counting from that day where the project is not at hand; empty for
    /// the calendar that everybody has.
    pub fn kept(&self, from: NaiveDate) -> String {
        if *self == Self::default() {
            return String::new();
        }
        let span = |span: &CountedException| {
            let sign = if span.is_rest { "" } else { "+" };
            format!("{}~{}{sign}", span.first, span.last)
        };
        let spans = self.spans.iter().filter(|span| span.last >= days(from));
        let kept: Vec<String> = spans.map(span).collect();
        // Of a project without a single exception something is kept too.
        format!(";{}", kept.join(";"))
    }

    /// Reads what was kept. What is no exception is none.
    pub fn of_kept(text: &str) -> Self {
        if text.is_empty() {
            return Self::default();
        }
        let span = |text: &str| {
            let (first, last) = text.trim_end_matches('+').split_once('~')?;
            let (first, last) = (first.parse().ok()?, last.parse().ok()?);
            let is_span = 0 <= first && first <= last && last <= days(LAST);
            let is_rest = !text.ends_with('+');
            let before = 0;
            is_span.then_some(CountedException {
                first,
                last,
                is_rest,
                before,
            })
        };
        Self::new(&[]).laid(&mut text.split(';').filter_map(span))
    }

    /// How many exceptions begin on that day or before.
    fn begun(&self, day: i64) -> usize {
        self.spans.partition_point(|span| span.first <= day)
    }

    /// The exception that names a day.
    fn span_of(&self, day: i64) -> Option<&CountedException> {
        let last = self.begun(day).checked_sub(1)?;
        self.spans.get(last).filter(|span| day <= span.last)
    }

    fn works(&self, day: i64) -> bool {
        self.span_of(day)
            .map_or(!self.weekends_rest || day.rem_euclid(7) < 5, |span| {
                !span.is_rest
            })
    }

    /// Working days before day `end`, from some day on that is the same for all.
    fn worked_before(&self, end: i64) -> i64 {
        let changed = match self.begun(end - 1).checked_sub(1) {
            Some(last) => self.spans[last].before + self.spans[last].changes_before(end),
            None => 0,
        };
        weekdays_before(end) + changed
    }

    /// Whether that day is worked.
    pub fn is_working_day(&self, date: NaiveDate) -> bool {
        self.works(days(date))
    }

    /// How many days from `from` to `to`, both counted, are worked; 0 where `to` comes first.
    pub fn working_days(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        if to < from {
            return 0;
        }
        if !self.weekends_rest {
            return (to - from).num_days() + 1;
        }
        self.worked_before(days(to) + 1) - self.worked_before(days(from))
    }

    /// Working days that have passed since `due`, which is not counted itself (F-05); 0 while it is not late.
    pub fn late_days(&self, due: NaiveDate, today: NaiveDate) -> i64 {
        due.succ_opt()
            .map_or(0, |next| self.working_days(next, today))
    }

    /// How many working days a date has moved; negative: earlier.
    pub fn moved_days(&self, from: NaiveDate, to: NaiveDate) -> i64 {
        if to >= from {
            self.late_days(from, to)
        } else {
            -self.late_days(to, from)
        }
    }

    /// That day, or the next one that is worked; nothing beyond 2199.
    pub fn next_working_day(&self, date: NaiveDate) -> Option<NaiveDate> {
        if self.is_working_day(date) {
            return Some(date);
        }
        self.nth_after(date, 1)
    }

    /// The day that lies so many working days after `date`; nothing beyond 2199.
    pub fn add_working_days(&self, date: NaiveDate, working_days: u32) -> Option<NaiveDate> {
        match working_days {
            0 => Some(date),
            n => self.nth_after(date, i64::from(n)),
        }
    }

    /// The `n`th working day after a day; nothing beyond 2199.
    pub(in crate::analysis) fn nth_after(&self, date: NaiveDate, n: i64) -> Option<NaiveDate> {
        let first = later(date, 1)?;
        let (from, mut low) = (days(first), days(first));
        let mut high = days(LAST);
        if low > high || self.sum(from, high) < n {
            return None;
        }
        // The first day up to which there are enough.
        while low < high {
            let middle = low + (high - low) / 2;
            if self.sum(from, middle) < n {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        later(first, u64::try_from(low - from).ok()?)
    }

    /// How many days from one to another, as numbers, are worked.
    fn sum(&self, from: i64, to: i64) -> i64 {
        if self.weekends_rest {
            self.worked_before(to + 1) - self.worked_before(from)
        } else {
            to + 1 - from
        }
    }
}

/// Exceptions by their first day, of which no two share a day.
#[derive(Default)]
struct Exceptions(BTreeMap<i64, CountedException>);

impl Exceptions {
    /// Lays one over those there: it takes its days from them.
    fn lay(&mut self, new: CountedException) {
        while let Some((_, old)) = self.0.range(..=new.last).next_back() {
            let old = *old;
            if old.last < new.first {
                break;
            }
            self.0.remove(&old.first);
            if old.last > new.last {
                let first = new.last + 1;
                self.0.insert(first, CountedException { first, ..old });
            }
            if old.first < new.first {
                let last = new.first - 1;
                self.0.insert(old.first, CountedException { last, ..old });
                break;
            }
        }
        self.0.insert(new.first, new);
    }
}

/// The last day of the calendar.
const LAST: NaiveDate = NaiveDate::from_ymd_opt(2199, 12, 31).expect("a day");

/// A later day, within the years a project can hold.
pub(crate) fn later(date: NaiveDate, days: u64) -> Option<NaiveDate> {
    date.checked_add_days(Days::new(days))
        .filter(|date| (1900..=2199).contains(&date.year()))
}

/// Days since Monday, 1900-01-01.
fn days(date: NaiveDate) -> i64 {
    const MONDAY: NaiveDate = NaiveDate::from_ymd_opt(1900, 1, 1).expect("a Monday");
    (date - MONDAY).num_days()
}

/// Mondays to Fridays among the days before day `n`, counted from that Monday.
fn weekdays_before(n: i64) -> i64 {
    n.div_euclid(7) * 5 + n.rem_euclid(7).min(5)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::{any, proptest};

    fn date(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    #[test]
    fn the_sum_is_what_a_walk_through_the_days_finds() {
        let calendar = Calendar::default();
        let start = date("2025-12-20");
        for from in 0..40u64 {
            for length in 0..330u64 {
                let from = start + Days::new(from * 7 / 3);
                let to = from + Days::new(length);
                let walked = from
                    .iter_days()
                    .take_while(|day| *day <= to)
                    .filter(|day| calendar.is_working_day(*day))
                    .count();
                assert_eq!(
                    calendar.working_days(from, to),
                    i64::try_from(walked).expect("few"),
                    "{from} {to}"
                );
            }
        }
    }

    #[test]
    fn holidays_rest_and_make_up_days_work() {
        let calendar = Calendar::default();
        assert!(!calendar.is_working_day(date("2026-10-01")));
        assert!(
            calendar.is_working_day(date("2026-10-10")),
            "a Saturday that is worked"
        );
        assert!(!calendar.is_working_day(date("2026-10-11")));
        assert_eq!(
            calendar.working_days(date("2026-02-13"), date("2026-02-24")),
            3,
            "Friday, the worked Saturday, Tuesday"
        );
        assert_eq!(
            calendar.next_working_day(date("2026-02-15")),
            Some(date("2026-02-24"))
        );
        assert_eq!(
            calendar.add_working_days(date("2026-04-03"), 2),
            Some(date("2026-04-08"))
        );
    }

    #[test]
    fn no_day_stands_in_two_lines_of_the_table() {
        for pair in CHINA.windows(2) {
            assert!(
                pair[0].from <= pair[0].to && pair[0].to < pair[1].from,
                "{pair:?}"
            );
        }
    }

    #[test]
    fn a_line_takes_its_days_from_what_stood_there() {
        let line = |from: &str, to: &str, is_rest| Exception {
            from: date(from),
            to: date(to),
            is_rest,
        };
        let calendar = Calendar::default().with([
            line("2026-10-03", "2026-10-04", false),
            line("2026-07-06", "2026-07-08", true),
            line("2026-07-08", "2026-07-08", false),
            line("2026-07-09", "2026-07-01", true),
        ]);
        let rests = |day: &str| !calendar.is_working_day(date(day));
        assert!(rests("2026-10-02") && rests("2026-10-05") && !rests("2026-10-03"));
        assert!(
            rests("2026-07-07") && !rests("2026-07-08"),
            "the line further down counts"
        );
        assert!(
            !rests("2026-07-09"),
            "a line that ends before it begins says nothing"
        );
        assert_eq!(
            calendar.working_days(date("2026-07-06"), date("2026-07-10")),
            3,
            "the sum sees each day once"
        );
        assert_eq!(
            calendar.working_days(date("2026-10-01"), date("2026-10-07")),
            2
        );
    }

    #[test]
    fn late_days_count_from_the_day_after() {
        let calendar = Calendar::default();
        assert_eq!(
            calendar.late_days(date("2026-04-13"), date("2026-04-15")),
            2
        );
        assert_eq!(
            calendar.late_days(date("2026-04-15"), date("2026-04-13")),
            0
        );
        assert_eq!(
            calendar.moved_days(date("2026-04-15"), date("2026-04-13")),
            -2
        );
    }

    #[test]
    fn the_end_of_the_calendar_is_not_crossed() {
        assert_eq!(
            Calendar::default().add_working_days(date("2199-12-31"), 1),
            None
        );
        assert_eq!(
            Calendar::EVERY_DAY.working_days(date("1900-01-01"), date("2199-12-31")),
            109_573
        );
    }

    proptest! {
        #[test]
        fn the_last_line_that_names_a_day_counts_in_every_sum(
            lines in proptest::collection::vec((0u64..60, 0u64..9, any::<bool>()), 0..9),
            from in 0u64..70,
            length in 0u64..40,
            n in 0u32..12,
        ) {
            let start = date("2026-02-01");
            let lines: Vec<Exception> = lines
                .into_iter()
                .map(|(first, length, is_rest)| Exception {
                    from: start + Days::new(first),
                    to: start + Days::new(first + length),
                    is_rest,
                })
                .collect();
            let calendar = Calendar::default().with(lines.iter().copied());
            let works = |day: NaiveDate| {
                let named = CHINA.iter().chain(&lines).rfind(|line| (line.from..=line.to).contains(&day));
                named.map_or(day.weekday().number_from_monday() <= 5, |line| !line.is_rest)
            };
            let (from, to) = (start + Days::new(from), start + Days::new(from + length));
            assert_eq!(calendar.is_working_day(from), works(from));
            let walked = from.iter_days().take_while(|day| *day <= to).filter(|day| works(*day));
            assert_eq!(calendar.working_days(from, to), i64::try_from(walked.count()).expect("few"));
            let later = || from.iter_days().skip(1).filter(|day| works(*day));
            let nth = n.checked_sub(1).map_or(Some(from), |n| later().nth(n as usize));
            assert_eq!(calendar.add_working_days(from, n), nth);
            assert_eq!(calendar.next_working_day(from), from.iter_days().find(|day| works(*day)));
        }
    }
}

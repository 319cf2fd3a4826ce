//! Progress in working days of the plan as it was made first (F-01 to F-04, views.md §1.9): what is done, what should
//! be, and by how many per cent the first falls short of the second.

use super::plan::{Plan, Progress};
use crate::model::id::RecordId;
use crate::model::log::Log;
use crate::model::template::Form;
use crate::templates::{minutes, review, settings};
use chrono::NaiveDate;

/// Working days of the tasks that have dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Earned {
    /// All of them.
    pub all: i64,
    /// Done, in hundredths of a working day (EV).
    pub earned: i64,
    /// What the plan has done by the end of the day (PV).
    pub planned: i64,
}

impl Earned {
    /// Weighted completion in per cent, to the nearest (F-02); nothing without dates.
    pub fn percent(self) -> Option<i64> {
        (self.all > 0).then(|| (2 * self.earned + self.all) / (2 * self.all))
    }

    /// Where the plan would be, in per cent, to the nearest (F-03).
    pub fn planned_percent(self) -> Option<i64> {
        (self.all > 0).then(|| (200 * self.planned + self.all) / (2 * self.all))
    }

    /// How many per cent of what should be done are not (F-04); negative where more is done.
    pub fn behind(self) -> i64 {
        behind(self.earned, self.planned * 100)
    }
}

/// What is missing of what should be done, in per cent, to the nearest: 1 − EV/PV (F-04).
fn behind(earned: i64, planned: i64) -> i64 {
    match planned {
        0 => 0,
        planned => ((planned - earned) * 200 + planned).div_euclid(2 * planned),
    }
}

/// How far a plan has come by the end of a day.
pub fn earned(plan: &Plan, today: NaiveDate) -> Earned {
    let now = plan.days.end(today);
    let mut all = Earned::default();
    for task in &plan.tasks {
        let Some(dates) = task.original.or(task.planned) else {
            continue;
        };
        let (start, days) = plan.numbers(dates);
        let percent = match task.progress {
            Progress::Cancelled => continue,
            Progress::Done => 100,
            Progress::Open | Progress::Started | Progress::Blocked => task.percent,
        };
        let passed = (now - start + 1).clamp(0, days);
        all.all += i64::from(days);
        all.earned += i64::from(days) * i64::from(percent);
        all.planned += i64::from(passed);
    }
    all
}

/// Progress against the plan as a released review froze it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProgressPoint {
    pub review: RecordId,
    /// The planned day of its meeting.
    pub day: NaiveDate,
    /// Per cent behind the plan, as in [`Earned::behind`].
    pub behind: i64,
}

/// The points of all released reviews that froze both figures, oldest first. No point is made up of what is known now.
pub fn progress_trend(log: &Log) -> Vec<ProgressPoint> {
    let form = Form::new(log, settings::record());
    let point = |review: Form<'_>| {
        let frozen = review.get(review::PERCENT).zip(review.get(review::PLANNED));
        // Reviews of earlier versions froze whole per cents alone.
        let of_both = frozen.map(|(percent, planned)| behind(percent, planned));
        Some(ProgressPoint {
            day: minutes::day_of(review.record())?,
            behind: review.get(review::BEHIND).or(of_both)?,
            review: review.record().clone(),
        })
    };
    let released = review::released(&form).into_iter();
    released.filter_map(point).collect()
}

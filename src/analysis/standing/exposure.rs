//! The exposure to risks (F-11): how many are open, what their scores come to, and what all came to when each was
//! scored first.

use crate::model::id::{FieldKey, RecordId};
use crate::model::log::Log;
use crate::model::template::{Form, Key};
use crate::templates::{minutes, review, risk, settings};
use chrono::NaiveDate;

/// A risk in the 5×5.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlacedRisk {
    pub record: RecordId,
    pub likelihood: i64,
    pub impact: i64,
    /// Where it is to come to lie once its measures hold, where that is written and another place.
    pub residual: Option<(i64, i64)>,
}

/// What the open scores come to, and what all came to at first (F-11).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Exposure {
    /// The open ones that have a score.
    pub placed: Vec<PlacedRisk>,
    /// With a score or without.
    pub open: usize,
    /// Σ of the open scores.
    pub total: i64,
    /// Σ of the first score of every risk, open or not.
    pub at_start: i64,
}

/// What the open scores came to when a review was released.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExposurePoint {
    pub review: RecordId,
    /// The planned day of its meeting.
    pub day: NaiveDate,
    pub total: i64,
}

/// The points of all released reviews that froze it, oldest first. No point is made up of what is known now.
pub fn exposure_trend(log: &Log) -> Vec<ExposurePoint> {
    let form = Form::new(log, settings::record());
    let point = |review: Form<'_>| {
        Some(ExposurePoint {
            day: minutes::day_of(review.record())?,
            total: review.get(review::EXPOSURE)?,
            review: review.record().clone(),
        })
    };
    review::released(&form)
        .into_iter()
        .filter_map(point)
        .collect()
}

/// The exposure as it stands.
pub fn exposure(log: &Log) -> Exposure {
    let mut all = Exposure::default();
    for record in log.rows(risk::KIND) {
        let form = Form::new(log, record.clone());
        let first = |key: Key<i64>| {
            let written = log.history(&record, &FieldKey::of(key.name));
            written.iter().find_map(|live| live.value.as_int())
        };
        let first = first(risk::LIKELIHOOD).zip(first(risk::IMPACT));
        let first = first.and_then(|(l, i)| risk::score_of(l, i));
        all.at_start += first.unwrap_or_default();
        if !risk::is_open(&form) {
            continue;
        }
        all.open += 1;
        let place = form.get(risk::LIKELIHOOD).zip(form.get(risk::IMPACT));
        let score = risk::score(&form);
        if let (Some((likelihood, impact)), Some(score)) = (place, score) {
            let residual = form
                .get(risk::RESIDUAL_LIKELIHOOD)
                .zip(form.get(risk::RESIDUAL_IMPACT))
                .filter(|(l, i)| risk::score_of(*l, *i).is_some());
            all.total += score;
            all.placed.push(PlacedRisk {
                residual: residual.filter(|there| *there != (likelihood, impact)),
                record,
                likelihood,
                impact,
            });
        }
    }
    all
}

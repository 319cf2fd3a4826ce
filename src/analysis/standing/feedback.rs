//! What the feedback comes to: who has answered, until when, and once it is shown to all the averages of every
//! dimension (F-21). No department is rated: nothing here is counted by who answered.

use crate::analysis::people::who::{People, represented};
use crate::analysis::time::project_calendar::calendar_of;
use crate::model::id::{FieldKey, RecordId};
use crate::model::log::Log;
use crate::model::template::{Field, Form};
use crate::templates::feedback::{self, DIMENSIONS, Dimension, SHEETS_SHOWN};
use crate::templates::{department, member, settings, suggestion};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// Working days from the begin of the closing until feedback is due (W-34).
const DUE_DAYS: u32 = 5;

/// Who has answered, and whether the answers are shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FeedbackStanding {
    /// The departments that take part, and whether somebody of each has submitted one.
    pub departments: Vec<(RecordId, bool)>,
    /// How many sheets without a name were entered.
    pub sheets: usize,
    /// How many were submitted and are not shown.
    pub waiting: usize,
    /// Whether they are shown to all.
    pub is_shown: bool,
    /// Until when they are asked for.
    pub due: Option<NaiveDate>,
}

impl FeedbackStanding {
    /// How many departments have answered.
    pub fn answered(&self) -> usize {
        self.departments.iter().filter(|(_, has)| *has).count()
    }

    /// Those that have not.
    pub fn silent(&self) -> Vec<RecordId> {
        let silent = self.departments.iter().filter(|(_, has)| !has);
        silent.map(|(department, _)| department.clone()).collect()
    }
}

/// What a dimension came to, in hundredths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DimensionFigures {
    /// Its place among [`DIMENSIONS`].
    pub place: usize,
    /// The mean of all scores.
    pub mean: i64,
    pub least: i64,
    pub most: i64,
    /// How often each score was given, from 1 to 5.
    pub counts: [usize; 5],
    /// The sentences to it, each with the feedback it stands in.
    pub reasons: Vec<(RecordId, String)>,
    /// Whether no other one is lower.
    pub is_lowest: bool,
}

/// What the feedback came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FeedbackFigures {
    /// A line for each dimension that somebody scored.
    pub dimensions: Vec<DimensionFigures>,
    /// The mean of the means of what every feedback has, in hundredths.
    pub overall: Option<i64>,
    /// How many feedbacks count.
    pub answers: usize,
    /// The sheets without a name that do not, because there are fewer than five.
    pub hidden_sheets: usize,
}

/// A feedback of which all may see what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownFeedback {
    pub record: RecordId,
    /// Whether it came after the others were shown: then it stands below them and counts for nothing.
    pub is_late: bool,
    /// The answer to what it suggests, once there is one.
    pub answer: Option<String>,
}

/// When feedback is due, once the project is in its closing.
pub fn due(log: &Log) -> Option<NaiveDate> {
    let form = Form::new(log, settings::record());
    let since = form.get(settings::CLOSING_AT)?.date_naive();
    calendar_of(&form).add_working_days(since, DUE_DAYS)
}

fn all(log: &Log) -> Vec<Form<'_>> {
    let rows = log.rows(feedback::KIND).into_iter();
    rows.map(|record| Form::new(log, record)).collect()
}

/// Whether the feedback is shown to all.
pub fn is_shown(log: &Log) -> bool {
    all(log).iter().any(feedback::is_shown)
}

/// The department of who gave it.
pub fn department_of(form: &Form<'_>) -> Option<RecordId> {
    form.referred(feedback::RESPONDENT)?.get(member::DEPARTMENT)
}

/// Who has answered.
pub fn feedback_standing(log: &Log) -> FeedbackStanding {
    let all = all(log);
    let submitted: Vec<&Form<'_>> = all
        .iter()
        .filter(|one| feedback::is_submitted(one))
        .collect();
    let answered: Vec<RecordId> = submitted
        .iter()
        .filter_map(|one| department_of(one))
        .collect();
    let departments = department::taking_part(&Form::new(log, settings::record()));
    let departments = departments.into_iter().map(|one| {
        let record = one.record().clone();
        let has = answered.contains(&record);
        (record, has)
    });
    FeedbackStanding {
        departments: departments.collect(),
        sheets: all.iter().filter(|one| feedback::is_sheet(one)).count(),
        waiting: submitted
            .iter()
            .filter(|one| !feedback::is_shown(one))
            .count(),
        is_shown: all.iter().any(feedback::is_shown),
        due: due(log),
    }
}

/// All that may be seen, those that came late last; nothing before they are shown.
pub fn shown(log: &Log) -> Vec<ShownFeedback> {
    let all = all(log);
    if !all.iter().any(feedback::is_shown) {
        return Vec::new();
    }
    let sheets = all.iter().filter(|one| feedback::is_sheet(one)).count();
    let may_be_seen = |one: &&Form<'_>| {
        let is_guessable = feedback::is_sheet(one) && sheets < SHEETS_SHOWN;
        feedback::is_submitted(one) && !is_guessable
    };
    let line = |one: &Form<'_>| ShownFeedback {
        record: one.record().clone(),
        is_late: !feedback::is_shown(one),
        answer: suggestion::record_of(one.record())
            .filter(|record| log.is_visible(record))
            .and_then(|record| one.other(record).get(suggestion::ANSWER)),
    };
    let mut lines: Vec<ShownFeedback> = all.iter().filter(may_be_seen).map(line).collect();
    lines.sort_by_key(|line| line.is_late);
    lines
}

/// What those come to that were shown; nothing before that.
pub fn feedback_figures(log: &Log) -> FeedbackFigures {
    let shown = shown(log);
    let counting = shown.iter().filter(|one| !one.is_late);
    let counting: Vec<Form<'_>> = counting
        .map(|one| Form::new(log, one.record.clone()))
        .collect();
    let all = all(log);
    let sheets = all.iter().filter(|one| feedback::is_sheet(one)).count();
    let places = DIMENSIONS.iter().enumerate();
    let figures = places.filter_map(|(place, one)| figures_of(&counting, place, one));
    let mut dimensions: Vec<DimensionFigures> = figures.collect();
    let lowest = dimensions.iter().map(|one| one.mean).min();
    let is_even = dimensions.iter().all(|one| Some(one.mean) == lowest);
    for one in &mut dimensions {
        one.is_lowest = !is_even && Some(one.mean) == lowest;
    }
    let is_hidden = !shown.is_empty() && sheets < SHEETS_SHOWN;
    FeedbackFigures {
        overall: overall(&counting),
        dimensions,
        answers: counting.len(),
        hidden_sheets: if is_hidden { sheets } else { 0 },
    }
}

fn figures_of(
    counting: &[Form<'_>],
    place: usize,
    dimension: &Dimension,
) -> Option<DimensionFigures> {
    let scores = counting
        .iter()
        .filter_map(|form| feedback::score_in(form, dimension));
    let scores: Vec<i64> = scores.collect();
    let mut counts = [0; 5];
    for place in scores
        .iter()
        .filter_map(|score| usize::try_from(score - 1).ok())
    {
        counts[place] += 1;
    }
    let reasons = counting.iter().filter_map(|form| {
        let reason = feedback::reason_in(form, dimension)?;
        Some((form.record().clone(), reason))
    });
    Some(DimensionFigures {
        place,
        mean: hundredths(scores.iter().sum::<i64>().into(), scores.len())?,
        least: *scores.iter().min()?,
        most: *scores.iter().max()?,
        counts,
        reasons: reasons.collect(),
        is_lowest: false,
    })
}

/// The mean of the means of what every feedback has, exactly, and rounded once.
fn overall(counting: &[Form<'_>]) -> Option<i64> {
    let asked = DIMENSIONS.iter().filter(|one| one.is_asked);
    let sums = asked.map(|dimension| {
        let scores = counting
            .iter()
            .filter_map(|form| feedback::score_in(form, dimension));
        scores.fold((0_i128, 0_usize), |(sum, n), score| {
            (sum + i128::from(score), n + 1)
        })
    });
    let sums: Vec<(i128, usize)> = sums.filter(|(_, n)| *n > 0).collect();
    let common: usize = sums.iter().map(|(_, n)| n).product();
    let sum = sums.iter().map(|(sum, n)| sum * (common / n) as i128).sum();
    (!sums.is_empty()).then(|| hundredths(sum, common * sums.len()))?
}

/// A sum shared among so many, in hundredths, rounded half up.
fn hundredths(sum: i128, among: usize) -> Option<i64> {
    let among = i128::try_from(among).ok().filter(|among| *among > 0)?;
    i64::try_from((sum * 200 + among) / (2 * among)).ok()
}

/// 3.83
pub fn in_hundredths(mean: i64) -> String {
    format!("{}.{:02}", mean / 100, mean % 100)
}

/// What of a person's own feedback differs, as two copies of it say: the fields, for that person to settle.
pub fn differing(log: &Log, feedback: &RecordId) -> Vec<&'static Field> {
    let fields = feedback::FEEDBACK.fields.iter();
    let differs = |field: &&Field| {
        let differs = || {
            let mut values: Vec<_> = log.live(feedback, &FieldKey::of(field.key));
            values.dedup_by(|a, b| a.value == b.value);
            values.len() > 1
        };
        field.sealed && differs()
    };
    fields.filter(differs).collect()
}

/// The feedback that a person is asked for: that of a representative of a department that takes part.
pub fn asked_of(log: &Log, people: &People, me: &RecordId) -> Option<RecordId> {
    let mut own = represented(log, me).into_iter();
    let is_rep = own.any(|one| department::takes_part(&Form::new(log, one)));
    is_rep.then(|| of_person(log, people, me))?
}

/// The feedback of a person: what they have begun, or the one they would begin.
pub fn of_person(log: &Log, people: &People, me: &RecordId) -> Option<RecordId> {
    let records = people.records(me);
    let mut begun = records.iter().filter_map(feedback::record_of);
    begun
        .find(|record| log.is_visible(record))
        .or_else(|| feedback::record_of(&people.person(me)))
}

/// The feedbacks that are shown and whose suggestion nobody has answered.
pub fn unanswered(log: &Log) -> Vec<RecordId> {
    let suggests = |one: &ShownFeedback| {
        let form = Form::new(log, one.record.clone());
        one.answer.is_none() && form.has(feedback::SUGGESTION.name)
    };
    let open = shown(log).into_iter().filter(suggests);
    open.map(|one| one.record).collect()
}

/// What the answers to the suggestions came to: how many of each.
pub fn answered(shown: &[ShownFeedback]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for answer in shown.iter().filter_map(|one| one.answer.clone()) {
        *counts.entry(answer).or_default() += 1;
    }
    counts
}

//! The first draft of the summary, and what the report could take over: sentences of fixed patterns over counted
//! figures. The same data gives the same words. Pure; knows no screen.

use super::texts::{self, LIST_SEPARATOR, fill};
use crate::analysis::goal::meter::Outcome;
use crate::analysis::standing::feedback::{feedback_figures, in_hundredths, shown};
use crate::analysis::standing::report::{metrics_reached, report_figures};
use crate::analysis::standing::schedule::delays;
use crate::model::line::one_line;
use crate::model::template::{Form, Key, Lang};
use crate::model::{Log, Moment, RecordId};
use crate::templates::feedback::{BEST_PRACTICE, DIMENSIONS};
use crate::templates::{charter, report, task};

/// Characters of a name in the draft.
const NAME: usize = 60;
/// So many candidates of each sort are offered.
const MOST: usize = 6;

/// A line that the report could take over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Candidate {
    pub text: String,
    /// The record that shows it.
    pub evidence: Option<RecordId>,
}

/// A draft of the summary.
pub fn summary(log: &Log, now: Moment, lang: Lang) -> String {
    let charter = Form::new(log, charter::record());
    let text = |key: Key<String>| one_line(&charter.get(key).unwrap_or_default(), NAME);
    let (project, goal) = (text(charter::PROJECT_NAME), text(charter::GOAL_STATEMENT));
    let mut parts = vec![match goal.is_empty() {
        true => fill(
            texts::closing::DRAFT_PROJECT,
            lang,
            &[("project", &project)],
        ),
        false => fill(
            texts::closing::DRAFT_GOAL,
            lang,
            &[("project", &project), ("goal", &goal)],
        ),
    }];
    let (reached, all) = metrics_reached(log);
    if all > 0 {
        let met = reached
            .iter()
            .filter(|one| one.outcome == Outcome::Met)
            .count();
        let (n, m) = (met.to_string(), all.to_string());
        parts.push(fill(
            texts::closing::DRAFT_METRICS,
            lang,
            &[("n", &n), ("m", &m)],
        ));
    }
    let figures = report_figures(log, now);
    let (n, m) = (figures.done.to_string(), figures.tasks.to_string());
    parts.push(fill(
        texts::closing::DRAFT_TASKS,
        lang,
        &[("n", &n), ("m", &m)],
    ));
    if let Some(share) = figures.on_time_permille() {
        let (share, days) = (permille(share), figures.late_days.to_string());
        let places = [("share", &*share), ("n", &*days)];
        parts.push(fill(texts::closing::DRAFT_ON_TIME, lang, &places));
    }
    if figures.issues > 0 {
        let (n, m) = (
            figures.issues.to_string(),
            figures.issues_on_time.to_string(),
        );
        parts.push(fill(
            texts::closing::DRAFT_ISSUES,
            lang,
            &[("n", &n), ("m", &m)],
        ));
    }
    if let Some(mean) = feedback_figures(log).overall {
        parts.push(fill(
            texts::closing::DRAFT_FEEDBACK,
            lang,
            &[("mean", &in_hundredths(mean))],
        ));
    }
    let gap = if lang == Lang::En { " " } else { "" };
    let whole = parts.join(gap);
    whole.chars().take(report::SUMMARY_CHARS).collect()
}

/// 外部供应商/第三方 11、资源不足 7
pub fn causes_said(causes: &[(String, i64)], lang: Lang) -> String {
    let named = causes.iter().filter_map(|(cause, days)| {
        let choice = task::DELAY_CAUSES.iter().find(|one| one.key == cause)?;
        Some(format!("{} {days}", choice.label.text(lang)))
    });
    let named: Vec<String> = named.take(MOST).collect();
    named.join(LIST_SEPARATOR.text(lang))
}

/// Minutes of the clock as hours: 62.25
pub fn in_hours(minutes: i64) -> String {
    let hundredths = (minutes * 10 + 3) / 6;
    format!("{}.{:02}", hundredths / 100, hundredths % 100)
}

/// 56.7%
pub fn permille(share: i64) -> String {
    format!("{}.{}%", share / 10, share % 10)
}

/// What went well, as the feedback says it.
pub fn highlights(log: &Log) -> Vec<Candidate> {
    let line = |record: RecordId| {
        let text = Form::new(log, record.clone()).get(BEST_PRACTICE)?;
        let evidence = Some(record);
        Some(Candidate { text, evidence })
    };
    let all = shown(log).into_iter();
    all.filter_map(|one| line(one.record)).take(MOST).collect()
}

/// What did not: the lowest dimension, the causes of delay, how much was on time.
pub fn shortcomings(log: &Log, now: Moment, lang: Lang) -> Vec<Candidate> {
    let mut all: Vec<String> = Vec::new();
    let told = feedback_figures(log);
    for one in told.dimensions.iter().filter(|one| one.is_lowest) {
        let name = DIMENSIONS[one.place].score.label.text(lang);
        let places = [("name", name), ("mean", &*in_hundredths(one.mean))];
        all.push(fill(texts::closing::CANDIDATE_LOWEST, lang, &places));
    }
    let figures = report_figures(log, now);
    let share = figures.on_time_permille().filter(|share| *share < 1000);
    all.extend(share.map(|share| {
        let (share, days) = (permille(share), figures.late_days.to_string());
        fill(
            texts::closing::DRAFT_ON_TIME,
            lang,
            &[("share", &share), ("n", &days)],
        )
    }));
    let named = causes_said(&delays(log, now.date_naive()).finished().rooted(), lang);
    if !named.is_empty() {
        all.push(fill(
            texts::closing::CANDIDATE_CAUSES,
            lang,
            &[("names", &named)],
        ));
    }
    let line = |text| Candidate {
        text,
        evidence: None,
    };
    all.into_iter().map(line).collect()
}

//! The worked example to its end: what §7 says of feedback, report and lessons, computed and not written down.

use super::answers::{date, empty};
use super::fit::assert_every_value_fits;
use super::sample::{evening, with_code};
use chrono::{Datelike, Days, NaiveDate};
use hepai::analysis::begin::sample::closed_sample;
use hepai::analysis::goal::answers::takeover_answer;
use hepai::analysis::goal::meter::{Outcome, attainments};
use hepai::analysis::goal::replies::replied_of;
use hepai::analysis::standing::closing::{closing_lacks, closing_rows};
use hepai::analysis::standing::feedback::{
    answered, feedback_figures, feedback_standing, in_hundredths, shown,
};
use hepai::analysis::standing::left_over::left_over;
use hepai::analysis::{Answer, findings};
use hepai::model::template::{Form, Key, Lang, STATUS, Severity};
use hepai::model::{FieldKey, Log, RecordId};
use hepai::state::Session;
use hepai::templates::feedback::DIMENSIONS;
use hepai::templates::{
    action, charter, decision, lesson, report, report_item, resource_request, risk, settings,
    status_of,
};
use reactive_graph::owner::Owner;
use std::collections::BTreeSet;

/// A Friday.
pub(super) fn friday() -> NaiveDate {
    date("2026-08-28")
}

struct Closed {
    _owner: Owner,
    session: Session,
}

fn show(lang: Lang) -> Closed {
    let (owner, session) = empty();
    let sample = closed_sample(evening(friday()), lang);
    assert!(sample.unread.is_empty(), "{:#?}", sample.unread);
    session.begin_sample(&sample);
    Closed {
        _owner: owner,
        session,
    }
}

pub(super) fn read<T>(read: impl FnOnce(&Log) -> T) -> T {
    show(Lang::Zh).session.read(read)
}

#[test]
fn the_metrics_came_out_as_the_specification_says() {
    read(|log| {
        let reached = attainments(&Form::new(log, charter::record()));
        let outcomes: Vec<Outcome> = reached.iter().map(|one| one.outcome).collect();
        assert_eq!(
            outcomes,
            [Outcome::Met, Outcome::Partly, Outcome::Met, Outcome::Met]
        );
        assert_eq!(reached[1].permille, Some(973), "97.3 %");
    });
}

#[test]
fn the_feedback_came_to_what_the_specification_says() {
    read(|log| {
        let told = feedback_figures(log);
        let means: Vec<String> = told
            .dimensions
            .iter()
            .map(|one| in_hundredths(one.mean))
            .collect();
        assert_eq!(means, ["3.83", "4.17", "3.33", "4.17"]);
        assert_eq!(told.overall.map(in_hundredths).as_deref(), Some("3.88"));
        let lowest = told.dimensions.iter().filter(|one| one.is_lowest);
        let lowest: Vec<&str> = lowest
            .map(|one| DIMENSIONS[one.place].score.label.zh)
            .collect();
        assert_eq!(lowest, ["资源支持"]);
        assert_eq!(feedback_standing(log).answered(), 6);
        let answers = answered(&shown(log));
        assert_eq!(
            (answers["adopted"], answers["partly"], answers.len()),
            (5, 1, 2)
        );
    });
}

#[test]
fn the_report_the_lessons_and_what_is_left_over_are_those_of_the_specification() {
    read(|log| {
        let form = Form::new(log, report::record());
        assert!(report::is_final(&form));
        let lines = |section| report_item::lines_of(&form, section).len();
        assert_eq!(
            [
                report_item::HIGHLIGHT,
                report_item::SHORTCOMING,
                report_item::CONTRIBUTION
            ]
            .map(lines),
            [3, 3, 6]
        );
        assert_eq!(form.rows(action::KIND).len(), 3, "improvements");
        let used: Vec<_> = form
            .all(lesson::KIND)
            .iter()
            .map(|one| {
                (
                    one.get(lesson::KIND_OF).expect("a kind"),
                    one.get(lesson::REUSE_AS).expect("a use"),
                    status_of(one),
                )
            })
            .collect();
        let used: Vec<(&str, &str, &str)> =
            used.iter().map(|(a, b, c)| (&**a, &**b, &**c)).collect();
        assert_eq!(
            used,
            [
                ("keep", "rule", "confirmed"),
                ("avoid", "task", "confirmed"),
                ("avoid", "checklist", "confirmed"),
                ("keep", "rule", "confirmed"),
                ("avoid", "risk", "confirmed"),
            ]
        );
        let left = left_over(log);
        assert_eq!(left.len(), 3);
        assert!(
            left.iter()
                .all(|one| one.is_settled && takeover_answer(log, &one.item) == Answer::Agreed)
        );
        assert_eq!(
            form.all(action::KIND)
                .iter()
                .filter(|one| action::is_open(one))
                .count(),
            3
        );
    });
}

#[test]
fn all_that_closing_needs_is_there_and_it_is_closed() {
    read(|log| {
        let open: Vec<_> = closing_rows(log)
            .into_iter()
            .filter(|row| !row.is_met)
            .collect();
        assert!(open.is_empty(), "{open:#?}");
        assert_eq!(closing_lacks(log), 0);
        assert!(settings::is_closed(&Form::new(log, settings::record())));
        let form = Form::new(log, charter::record());
        let states = |kind: &str| -> Vec<String> { form.all(kind).iter().map(status_of).collect() };
        assert!(
            states("issue").iter().all(|one| one == "closed"),
            "{:?}",
            states("issue")
        );
        assert!(states(decision::KIND).iter().all(|one| one == "confirmed"));
        let replied: Vec<_> = form.all(decision::KIND).iter().map(replied_of).collect();
        assert_eq!(replied, [Some((6, 6)); 4]);
        assert_eq!(
            states(risk::KIND),
            [
                "occurred", "closed", "closed", "occurred", "occurred", "occurred", "closed",
                "closed"
            ]
        );
        let back = form.all(resource_request::KIND);
        let out: Vec<i64> = back
            .iter()
            .filter(|one| resource_request::is_open(one))
            .filter_map(|one| one.get(Key::<i64>::new("code")))
            .collect();
        assert_eq!(out, [1], "money is used up");
        let i6 = with_code(&form, "issue", 6);
        assert_eq!(status_of(&i6), "closed");
    });
    let closed = show(Lang::En);
    assert_eq!(closed.session.closed().expect("closed").places, 0);
}

#[test]
fn nothing_differs_and_nothing_of_it_lies_ahead() {
    for lang in [Lang::Zh, Lang::En] {
        let shown = show(lang);
        shown.session.read(|log| {
            assert_eq!(log.conflicts(), []);
            assert!(log.missing(true).is_empty());
            assert_every_value_fits(log);
            let status = FieldKey::of(STATUS);
            for record in log.all_records() {
                assert!(log.contradictions(&record, &status).is_empty(), "{record}");
            }
            let blocking: BTreeSet<&str> = findings(log, evening(friday()))
                .into_iter()
                .filter(|found| matches!(found.rule.severity, Severity::Block(_)))
                .map(|found| found.rule.code)
                .collect();
            assert_eq!(blocking, ["COM-05"].into());
            let is_han = |c: char| ('\u{4e00}'..='\u{9fff}').contains(&c);
            let mut records: Vec<RecordId> = log.all_records().into_iter().collect();
            records.retain(|_| lang == Lang::En);
            for record in records {
                for key in log.keys(&record) {
                    let value = log.value(&record, key);
                    let text = value.as_text().unwrap_or_default();
                    assert!(!text.contains(is_han), "{record} {key} {value:?}");
                }
            }
        });
    }
    for days in 0..20 {
        let today = friday() + Days::new(days);
        let sample = closed_sample(evening(today), Lang::En);
        assert_eq!(sample.shown_day.weekday().number_from_monday(), 5);
        assert_eq!(sample.first_day.weekday().number_from_monday(), 1);
        assert!(sample.acts.iter().all(|act| act.at <= evening(today)));
    }
}

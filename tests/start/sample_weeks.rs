//! The four weeks of the worked example that were reviewed (7.11): what stands of them is what the app itself counts of
//! the project as it stood on that evening.

use super::answers::{date, empty};
use super::sample::{evening, show};
use chrono::{Days, NaiveDate};
use hepai::analysis::begin::sample::sample;
use hepai::analysis::inbox::week_figures::week_figures;
use hepai::analysis::inbox::weekly::{HeldMeeting, MeetingState, past_meetings, week_of};
use hepai::analysis::inbox::weekly_agenda::{PointReason, weekly_agenda};
use hepai::analysis::inbox::weekly_late::late_of_review;
use hepai::analysis::missing;
use hepai::analysis::standing::health::standing;
use hepai::model::template::{Form, Gate, Key, Lang};
use hepai::model::{Log, RecordId};
use hepai::templates::{
    action, agenda_item, decision, meeting, minutes, minutes_item, review, review_task, status_of,
    task,
};
use hepai::ui::letter::came;

/// As the specification has a week: its day, done, due by the first plan, late, how far it has come and should have,
/// in tenths of a per cent, and how many came for the six departments.
const WEEKS: [(i64, i64, usize, i64, i64, i64); 4] = [
    (11, 5, 5, 0, 126, 130),
    (25, 9, 10, 0, 332, 377),
    (32, 11, 11, 0, 466, 535),
    (39, 14, 17, 1, 615, 651),
];

/// A Wednesday in a year of which no holidays are known: the specification counts weekends alone.
fn shown_day() -> NaiveDate {
    date("2030-08-28")
}

fn day(n: i64) -> NaiveDate {
    shown_day() - Days::new(44) + Days::new(n.unsigned_abs())
}

/// The example as it stood just before the review of a day was released.
fn before_release<T>(day: NaiveDate, read: impl FnOnce(&Log) -> T) -> T {
    let (_owner, session) = empty();
    let mut sample = sample(evening(shown_day()), Lang::Zh);
    sample.acts.retain(|act| act.at < evening(day));
    session.begin_sample(&sample);
    session.read(read)
}

fn held_on(log: &Log, day: NaiveDate) -> HeldMeeting {
    let mut past = past_meetings(log).into_iter();
    past.find(|held| held.day == day).expect("a meeting")
}

fn code_of(form: &Form<'_>) -> i64 {
    form.get(Key::<i64>::new("code")).expect("a number")
}

#[test]
fn four_weekly_meetings_and_a_gate_were_held_and_released() {
    let shown = show(shown_day(), Lang::Zh);
    shown.session.read(|log| {
        let past: Vec<(NaiveDate, MeetingState, Option<i64>, bool)> = past_meetings(log)
            .iter()
            .map(|held| {
                (
                    held.day,
                    held.state,
                    week_of(log, held.day),
                    held.review.is_some(),
                )
            })
            .collect();
        let released = MeetingState::Released;
        assert_eq!(
            past,
            [
                (day(43), released, Some(7), false),
                (day(39), released, Some(6), true),
                (day(32), released, Some(5), true),
                (day(25), released, Some(4), true),
                (day(11), released, Some(2), true),
            ]
        );
        let lasted: Vec<i64> = past_meetings(log)
            .iter()
            .map(|held| {
                let form = Form::new(log, held.minutes.clone());
                let (from, to) = (
                    form.get(minutes::ACTUAL_START),
                    form.get(minutes::ACTUAL_END),
                );
                (to.expect("an end") - from.expect("a beginning")).num_minutes()
            })
            .collect();
        assert_eq!(lasted, [45, 52, 60, 58, 55]);
        let came: Vec<(usize, usize)> = past_meetings(log)[1..]
            .iter()
            .map(|held| came(&Form::new(log, held.minutes.clone())))
            .collect();
        assert_eq!(came, [(8, 8); 4], "in week 5 somebody came for finance");
    });
}

#[test]
fn the_figures_that_a_week_keeps_are_those_that_are_counted_on_its_evening() {
    let shown = show(shown_day(), Lang::Zh);
    let mut wrong = Vec::new();
    for (n, done, due, late, earned, planned) in WEEKS {
        let kept = |key: Key<i64>| {
            shown.session.read(|log| {
                let review = held_on(log, day(n)).review.expect("a review");
                Form::new(log, review).get(key)
            })
        };
        before_release(day(n), |log| {
            for (key, counted) in week_figures(log, day(n), evening(day(n))) {
                if kept(key) != Some(counted) {
                    wrong.push((n, key.name, counted));
                }
            }
            let ends = log.rows(task::KIND).into_iter();
            let ends = ends.filter_map(|one| Form::new(log, one).get(task::BASELINE_END));
            assert_eq!(ends.filter(|end| *end <= day(n)).count(), due, "D+{n}");
        });
        assert_eq!(
            (kept(review::DONE), kept(review::OVERDUE)),
            (Some(done), Some(late)),
            "D+{n}"
        );
        // Whole per cent, and what the owners said instead of even progress.
        let near =
            |key: Key<i64>, said: i64| (kept(key).expect("a figure") * 10 - said).abs() <= 20;
        assert!(
            near(review::PERCENT, earned) && near(review::PLANNED, planned),
            "D+{n}"
        );
    }
    assert_eq!(wrong, [], "what was counted instead");
}

#[test]
fn each_week_could_be_released_as_it_stood_and_every_late_task_has_the_cause_that_was_given() {
    let shown = show(shown_day(), Lang::Zh);
    let healths = WEEKS.map(|(n, ..)| {
        before_release(day(n), |log| {
            let meetings = log.rows(meeting::KIND).into_iter();
            let mut held = meetings.filter_map(|one| HeldMeeting::on(log, &one, day(n)));
            let held =
                held.find(|held| held.review.as_ref().is_some_and(|one| log.is_visible(one)));
            let held = held.expect("the week's meeting");
            let review = held.review.expect("a review");
            for record in [&review, &held.minutes] {
                assert_eq!(
                    missing(log, record, Gate::Release, evening(day(n))).len(),
                    0,
                    "D+{n}"
                );
            }
            let late = late_of_review(log, &review, day(n));
            assert!(
                late.iter().all(|one| one.cause.is_some()),
                "D+{n}: {late:?}"
            );
            standing(log, evening(day(n))).health
        })
    });
    shown.session.read(|log| {
        let said = WEEKS.map(|(n, ..)| {
            let review = Form::new(log, held_on(log, day(n)).review.expect("a review"));
            review.get(review::HEALTH).unwrap_or_default()
        });
        assert_eq!(said, ["green", "yellow", "yellow", "yellow"]);
        let counted = healths.map(|one| one.choice().key);
        assert_eq!(said, counted);
        let causes = |n: i64| -> Vec<(i64, i64, String)> {
            let review = Form::new(log, held_on(log, day(n)).review.expect("a review"));
            let rows = review::causes_of(&review).into_iter();
            let row = |row: Form<'_>| {
                let task = row.referred(review_task::TASK).expect("a task");
                let cause = row.get(review_task::DELAY_CAUSE).unwrap_or_default();
                (
                    code_of(&task),
                    row.get(review_task::DAYS_LATE).unwrap_or_default(),
                    cause,
                )
            };
            rows.map(row).collect()
        };
        let one = |task, days, cause: &str| (task, days, cause.to_owned());
        assert_eq!(causes(11), []);
        assert_eq!(
            causes(25),
            [
                one(16, 2, "approval"),
                one(17, 3, "resource"),
                one(9, 1, "third_party")
            ]
        );
        assert_eq!(
            causes(32),
            [one(7, 1, "requirement_change"), one(10, 1, "predecessor")]
        );
        let week_six = causes(39);
        assert_eq!(week_six[0], one(11, 1, "third_party"));
        assert_eq!(week_six[1], one(17, 1, "resource"));
    });
}

#[test]
fn what_came_of_a_meeting_stands_under_what_was_talked_of_and_in_its_own_list() {
    let shown = show(shown_day(), Lang::Zh);
    shown.session.read(|log| {
        let held = held_on(log, day(39));
        let agenda = weekly_agenda(log, &held, evening(shown_day()));
        let of_part = |part| agenda.part(part).filter(|one| one.is_done).count();
        let parts = [
            agenda_item::ACTIONS,
            agenda_item::PROGRESS,
            agenda_item::ISSUES,
            agenda_item::REST,
        ];
        assert_eq!(parts.map(|part| of_part(part.key)), [2, 3, 1, 1]);
        assert_eq!(of_part(""), 2, "what the lead and sales proposed");
        let done = agenda
            .part(agenda_item::ACTIONS.key)
            .map(|one| one.reason.clone());
        let done: Vec<PointReason> = done.collect();
        assert_eq!(
            done,
            [PointReason::ActionDone(0), PointReason::ActionDone(1)],
            "a day late"
        );
        let lines = minutes_item::lines_of(&Form::new(log, held.minutes.clone()));
        let sorts: Vec<String> = lines
            .iter()
            .filter_map(|one| one.get(minutes_item::SORT))
            .collect();
        assert_eq!(
            sorts,
            [
                "action",
                "action",
                "action",
                "change",
                "dispute",
                "highlight"
            ]
        );
        let actions = Form::new(log, held.minutes).rows(action::KIND);
        let became: Vec<RecordId> = lines
            .iter()
            .filter_map(|one| one.get(minutes_item::BECAME))
            .collect();
        assert!(actions.iter().all(|one| became.contains(one.record())));
        assert!(actions.iter().all(|one| status_of(one) == action::DONE.key));
        let start = Form::new(log, became[3].clone());
        assert_eq!(code_of(&start), 3, "C-3");
    });
}

#[test]
fn the_gate_decision_names_its_meeting_and_what_comes_later_is_not_there_yet() {
    let shown = show(shown_day(), Lang::Zh);
    shown.session.read(|log| {
        let decisions: Vec<Form<'_>> = log
            .rows(decision::KIND)
            .into_iter()
            .map(|one| Form::new(log, one))
            .collect();
        assert_eq!(decisions.len(), 3);
        let decided_in = decisions[2]
            .referred(decision::DECIDED_IN)
            .expect("a meeting");
        assert_eq!(decided_in.get(meeting::FIRST_DATE), Some(day(43)));
    });
}

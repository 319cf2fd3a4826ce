//! The plan of the worked example at its end: on time or late, and why (§7.5, §7.7).

use super::closed_sample::{friday, read};
use super::sample::evening;
use chrono::Days;
use hepai::analysis::standing::report::{counted, report_figures};
use hepai::analysis::standing::schedule::{burndown, delays, schedule};
use hepai::model::template::{Form, Lang};
use hepai::templates::{charter, milestone};
use hepai::ui::report::{in_hours, permille, shortcomings};
use std::collections::BTreeMap;

#[test]
fn the_plan_came_to_its_end_as_the_specification_says() {
    read(|log| {
        let told = counted(log, evening(friday()));
        assert_eq!((told.tasks, told.done), (30, 30));
        assert_eq!((told.on_time, told.on_time_now), (17, 22));
        let shares = told.shares().map(|(_, share)| share.map(permille));
        let shares: Vec<&str> = shares
            .iter()
            .map(|one| one.as_deref().expect("a share"))
            .collect();
        assert_eq!(shares, ["56.7%", "73.3%", "50.0%", "66.7%"]);
        assert_eq!(told.late_days, 28);
        assert_eq!(
            (told.issues, told.issues_on_time, told.issues_on_time_now),
            (6, 3, 4)
        );
        assert_eq!(in_hours(told.solving_minutes), "62.25");
        assert_eq!((told.moved, told.requests), (2, 5));
        assert_eq!(
            report_figures(log, evening(friday())),
            told,
            "and was kept so"
        );
        let form = Form::new(log, charter::record());
        let slips: Vec<_> = form
            .all(milestone::KIND)
            .iter()
            .map(|one| {
                (
                    one.get(milestone::BASELINE_DATE),
                    one.get(milestone::ACTUAL_DATE),
                )
            })
            .collect();
        let day = |n| Some(friday() - Days::new(95) + Days::new(n));
        let expected = [(16, 16), (39, 43), (53, 56), (57, 57), (88, 88)];
        assert_eq!(
            slips,
            expected.map(|(planned, was)| (day(planned), day(was)))
        );
    });
}

#[test]
fn what_was_late_is_rolled_up_to_where_it_began() {
    read(|log| {
        let told = delays(log, friday()).finished();
        assert_eq!((told.tasks.len(), told.days()), (13, 28));
        let days = |causes: &[(String, i64)]| -> BTreeMap<String, i64> {
            causes.iter().cloned().collect()
        };
        let of = |pairs: &[(&str, i64)]| -> BTreeMap<String, i64> {
            pairs
                .iter()
                .map(|(cause, days)| ((*cause).to_owned(), *days))
                .collect()
        };
        assert_eq!(
            days(&told.entered()),
            of(&[
                ("predecessor", 11),
                ("resource", 7),
                ("third_party", 5),
                ("requirement_change", 3),
                ("approval", 2),
            ])
        );
        assert_eq!(
            days(&told.rooted()),
            of(&[
                ("third_party", 11),
                ("resource", 7),
                ("requirement_change", 6),
                ("approval", 4),
            ])
        );
        assert_eq!(told.rooted()[0].0, "third_party", "most first");
        let said = shortcomings(log, evening(friday()), Lang::Zh);
        let causes = "外部供应商/第三方 11、资源不足 7、需求变更 6、审批等待 4";
        assert!(said.iter().any(|one| one.text.contains(causes)), "{said:?}");
    });
}

#[test]
fn what_was_left_to_do_at_the_end_of_each_week_is_what_the_specification_says() {
    read(|log| {
        let drawn = burndown(&schedule(log, friday())).expect("dated tasks");
        let first = friday() - Days::new(95);
        let left = |day: u64, values: &[i64]| {
            let at = drawn
                .days
                .iter()
                .position(|one| *one == first + Days::new(day));
            values[at.expect("a working day")]
        };
        let days = [0, 4, 11, 18, 25, 32, 39, 46, 53, 60, 67, 74, 81, 88];
        let planned = days.map(|day| left(day, &drawn.planned));
        let actual = days.map(|day| left(day, &drawn.actual));
        assert_eq!(
            (drawn.ends(), drawn.expected.len()),
            (None, 0),
            "all is over"
        );
        assert_eq!(planned, [30, 27, 25, 23, 20, 19, 13, 10, 7, 5, 4, 4, 4, 0]);
        assert_eq!(actual, [30, 27, 25, 23, 21, 19, 16, 11, 8, 5, 4, 4, 4, 0]);
    });
}

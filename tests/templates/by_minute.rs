//! Which rules ask for the time of day: these are asked again with every minute, all others once a day.

use super::cases::cases;
use super::project::log;
use super::rules::{found_at, rule_of};
use chrono::DateTime;
use hepai::model::template::Severity;
use hepai::templates::SCHEMA;
use std::collections::BTreeSet;

#[test]
fn a_rule_that_asks_for_the_day_alone_finds_the_same_all_day() {
    const TIMES: [&str; 7] = [
        "00:00", "08:59", "10:00", "11:59", "15:31", "18:30", "23:59",
    ];
    let mut by_time = BTreeSet::new();
    for (kind, code, nth, fires, quiet) in cases() {
        let rule = rule_of(kind, code, *nth);
        if rule.by_minute {
            // What the gates of the project need is found once a day.
            let is_once = SCHEMA.template(kind).is_some_and(|one| one.once);
            let blocks = matches!(rule.severity, Severity::Block(_));
            assert!(!(is_once && blocks), "{kind} {code} {nth}");
            continue;
        }
        for (log, day) in [fires, quiet]
            .into_iter()
            .flat_map(|lines| (11..20).map(move |day| (log(lines), day)))
        {
            let at = |time: &str| {
                let moment = format!("2026-04-{day}T{time}:30+08:00");
                DateTime::parse_from_rfc3339(&moment).expect("a moment")
            };
            let mut all = TIMES
                .map(|time| found_at(&log, kind, rule, at(time)))
                .into_iter();
            let first = all.next();
            if !all.all(|one| Some(one) == first) {
                by_time.insert((*kind, *code, *nth));
            }
        }
    }
    assert!(by_time.is_empty(), "these ask for the time: {by_time:?}");
}

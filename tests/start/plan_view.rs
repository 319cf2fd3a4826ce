//! The lines of the views, in the worked example: what filters, words, groups and orders show of it.

use super::sample::{evening, show, wednesday};
use chrono::Days;
use hepai::analysis::standing::plan_view::{
    FilterBy, GroupBy, LinesAsked, PlanFilter, PlanLine, PlanLines, SortBy, plan_lines,
};
use hepai::analysis::standing::schedule::{Progress, schedule};
use hepai::analysis::time::lateness::late_tasks;
use hepai::analysis::words::codes::display_code;
use hepai::model::template::Lang;
use hepai::model::{Log, RecordId};
use hepai::state::PlanShown;
use std::collections::BTreeSet;

/// What an address shows of the example, and the numbers of the tasks in their order.
fn shown(query: &str) -> (PlanLines, Vec<String>) {
    let example = show(wednesday(), Lang::Zh);
    let shown = PlanShown::parse(query);
    let (sort, is_reversed) = shown.sort.unwrap_or((SortBy::Plan, false));
    let asking = LinesAsked {
        filters: &shown.filters,
        words: &shown.words,
        is_critical: shown.is_critical,
        group: shown.group.unwrap_or(GroupBy::None),
        sort,
        is_reversed,
        shut: &shown.shut,
        lang: Lang::Zh,
    };
    example.session().read(|log: &Log| {
        let schedule = schedule(log, wednesday());
        let lines = plan_lines(log, &schedule, &asking);
        let code = |task: u32| display_code(log, &schedule.plan.tasks[task as usize].record);
        let tasks = lines
            .lines
            .iter()
            .filter_map(PlanLine::task)
            .map(code)
            .collect();
        (lines, tasks)
    })
}

#[test]
fn filters_show_what_they_name() {
    assert_eq!(shown("f=late").1, ["T-17"]);
    assert_eq!(shown("f=held").1, ["T-20"]);
    assert_eq!(
        shown("c=1").1,
        ["T-14", "T-23", "T-24", "T-25", "T-27", "T-29", "T-30"]
    );
    assert_eq!(shown("f=critical").1, shown("c=1").1);
    let (open, _) = shown("f=status~-open");
    assert_eq!((open.all, open.shown), (30, 14));
    let done = shown("f=status~done").0.shown;
    let both = shown("f=status~done,-open").0.shown;
    assert_eq!((done, both), (16, 30), "any of the values");
    assert_eq!(shown("f=status~done;late").0.shown, 0, "all of the filters");
}

#[test]
fn what_is_late_is_counted_alike_on_every_day_of_the_week() {
    let example = show(wednesday(), Lang::Zh);
    let filters = [PlanFilter {
        by: FilterBy::Late,
        values: Vec::new(),
    }];
    example.session().read(|log: &Log| {
        for after in 0..14 {
            let day = wednesday() + Days::new(after);
            let schedule = schedule(log, day);
            let late = schedule.plan.tasks.iter().filter(|one| {
                let is_over = matches!(one.progress, Progress::Done | Progress::Cancelled);
                !is_over && schedule.plan.is_late(one, day)
            });
            let late: BTreeSet<RecordId> = late.map(|one| one.record.clone()).collect();
            let counted = late_tasks(log, evening(day)).into_iter();
            let counted: BTreeSet<RecordId> = counted.map(|(task, _)| task).collect();
            assert_eq!(late, counted, "{day}");
            let asking = LinesAsked {
                filters: &filters,
                words: "",
                is_critical: false,
                group: GroupBy::None,
                sort: SortBy::Plan,
                is_reversed: false,
                shut: &[],
                lang: Lang::Zh,
            };
            let shown = plan_lines(log, &schedule, &asking).shown;
            assert_eq!(shown, counted.len(), "{day}");
        }
    });
}

#[test]
fn words_are_looked_for_in_titles_numbers_and_owners() {
    assert_eq!(shown("q=t-17").1, ["T-17"]);
    assert_eq!(
        shown("q=%E5%AE%A3%E4%BC%A0 T-17").1,
        ["T-17"],
        "all of the words"
    );
    let of_owner = shown("q=%E9%99%88%E4%B8%93%E5%91%98").1;
    assert!(of_owner.contains(&"T-17".to_owned()) && of_owner.len() < 30);
}

#[test]
fn groups_stand_in_their_order_with_all_of_their_tasks_and_shut_ones_with_none() {
    let (all, tasks) = shown("g=stage");
    let heads = |lines: &PlanLines| {
        let heads = lines.lines.iter().filter_map(|line| match line {
            PlanLine::Heading(heading) => Some(heading.clone()),
            PlanLine::Task(_) => None,
        });
        heads.collect::<Vec<_>>()
    };
    let counts: usize = heads(&all).iter().map(|head| head.count).sum();
    assert_eq!((counts, tasks.len()), (30, 30));
    let first = heads(&all)[0].clone();
    let (shut, rest) = shown(&format!("g=stage&h={}", first.group.word()));
    assert_eq!(rest.len(), 30 - first.count);
    assert_eq!(shut.shown, 30, "what is shut is counted");
    assert!(heads(&shut)[0].is_shut);
    for by in GroupBy::all() {
        let (_, tasks) = shown(&format!("g={}", by.word()));
        assert_eq!(tasks.len(), 30, "{by:?}");
    }
}

#[test]
fn orders_go_both_ways_and_leave_out_nothing() {
    let by_slack = shown("s=slack&f=status~-open").1;
    assert_eq!(by_slack[0], "T-14", "no slack first");
    let due = shown("s=due").1;
    let mut reversed = shown("s=-due").1;
    assert_eq!(due.first(), Some(&"T-1".to_owned()));
    reversed.reverse();
    assert_eq!(due.first(), reversed.first());
    for by in SortBy::all() {
        assert_eq!(shown(&format!("s={}", by.word())).1.len(), 30, "{by:?}");
    }
}

#[test]
fn every_filter_has_a_word_and_reads_as_it_is_written() {
    for by in FilterBy::FLAGS {
        let filter = PlanFilter {
            by,
            values: Vec::new(),
        };
        assert_eq!(
            PlanShown::parse(&format!("f={}", by.word())).filters,
            [filter]
        );
        assert!(by.field().is_none());
    }
    for by in [FilterBy::Status, FilterBy::Type, FilterBy::Owner] {
        assert!(by.field().is_some() && !by.is_flag(), "{by:?}");
        assert_eq!(FilterBy::of_word(by.word()), Some(by));
    }
}

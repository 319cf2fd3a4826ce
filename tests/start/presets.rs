//! The presets of sharing, of a problem and of a process: each with the answers of the wizard, in both languages.

use super::answers::{Opened, answers, open};
use super::begun::assert_nothing_blocks;
use super::fit::assert_every_value_fits;
use hepai::analysis::Calendar;
use hepai::analysis::begin::start::{
    Besides, Scenario, Start, defaults_of, goal_sentence, usual_end,
};
use hepai::model::template::{Form, Lang};
use hepai::templates::preset::DESKS;
use hepai::templates::{
    assignment, dependency, ground_rule, meeting, metric, risk, scope_item, task,
};

const SCENARIOS: [Scenario; 4] = [
    Scenario::Project,
    Scenario::Resource,
    Scenario::Problem,
    Scenario::Process,
];

/// As little as the wizard asks for in that scenario, with two or three departments named.
pub(crate) fn asked(scenario: Scenario, lang: Lang) -> Start {
    let usual = answers();
    let shown = defaults_of(scenario, usual.now.date_naive(), lang);
    let mut departments = shown.departments;
    for (row, rep) in departments.iter_mut().zip(["吴主管", "郑主管", "李主管"]) {
        row.is_in = true;
        row.representative = Some(rep.to_owned());
    }
    Start {
        lang,
        scenario,
        project_name: "演示".to_owned(),
        me: "孙经理".to_owned(),
        my_department: "运营部".to_owned(),
        start: shown.start,
        months: shown.months,
        end: usual_end(scenario, shown.start, shown.months, shown.weeks),
        departments,
        out_of_scope: match scenario {
            Scenario::Resource | Scenario::Problem => String::new(),
            _ => "海外市场".to_owned(),
        },
        besides: Besides {
            weeks: shown.weeks,
            resources: "培训教室 A 1 间 行政部 周专员\n大会议室 1 间 后勤部".to_owned(),
            wrong: "首周运输破损投诉 37 起，全是散件发货".to_owned(),
            since: "05-06 10:00".to_owned(),
            affected: "37 位客户，退货率可能超过 3%".to_owned(),
            process: "费用报销".to_owned(),
            before: "9".to_owned(),
            after: "5".to_owned(),
            ..Besides::default()
        },
        ..usual
    }
}

fn titles(opened: &Opened) -> Vec<String> {
    let all = |form: &Form<'_>| {
        let tasks = form.all(task::KIND).into_iter();
        tasks.filter_map(|task| task.get(task::TITLE)).collect()
    };
    opened.read(all)
}

#[test]
fn every_preset_is_whole_in_both_languages() {
    for scenario in SCENARIOS {
        for lang in [Lang::Zh, Lang::En] {
            let start = asked(scenario, lang);
            let opened = open(&start);
            opened.session.read(assert_every_value_fits);
            opened.session.read(assert_nothing_blocks);
            let preset = scenario.preset().expect("rows");
            let calendar = Calendar::default();
            opened.read(|form| {
                assert_eq!(form.all("stage").len(), preset.stages.len());
                assert_eq!(form.all(risk::KIND).len(), preset.risks.len());
                assert_eq!(
                    form.all(meeting::KIND).len(),
                    preset.meetings.len(),
                    "{scenario:?}"
                );
                assert_eq!(form.all("work_item").len(), preset.work_items.len());
                assert_eq!(form.all(ground_rule::KIND).len(), preset.agreements.len());
                if scenario != Scenario::Project {
                    assert_eq!(
                        form.all(task::KIND).len(),
                        preset.tasks.len(),
                        "{scenario:?}"
                    );
                }
                for one in form.all(task::KIND) {
                    for key in [task::TITLE, task::DELIVERABLE] {
                        assert!(one.get(key).is_some_and(|text| !text.trim().is_empty()));
                    }
                    assert!(
                        one.referred(task::OWNER).is_some() && one.referred(task::STAGE).is_some()
                    );
                    let first = one.get(task::CURRENT_START).expect("a first day");
                    let last = one.get(task::CURRENT_END).expect("a last day");
                    assert!(calendar.is_working_day(first) && calendar.is_working_day(last));
                    assert!(
                        start.start <= first && first <= last && last <= start.end,
                        "{scenario:?} {last} {}",
                        start.end
                    );
                    let says = one.elements(task::HELPERS.name);
                    assert!(
                        says.len() <= 5 && says.iter().all(|(_, says)| says.as_text().is_some())
                    );
                }
                for row in form.all(dependency::KIND) {
                    let after = row.parent().expect("a task");
                    let before = row
                        .referred(dependency::PREDECESSOR)
                        .expect("a predecessor");
                    let (ends, begins) = (
                        before.get(task::CURRENT_END),
                        after.get(task::CURRENT_START),
                    );
                    let same_day = row.get(dependency::LAG_DAYS) == Some(-1);
                    assert!(
                        if same_day {
                            ends >= begins
                        } else {
                            ends < begins
                        },
                        "{scenario:?}"
                    );
                    assert!(before.get(task::CURRENT_START) <= begins);
                }
                for one in form.all(meeting::KIND) {
                    let (first, last) = (one.get(meeting::FIRST_DATE), one.get(meeting::LAST_DATE));
                    assert!(first.is_none_or(|day| calendar.is_working_day(day)));
                    assert!(last.is_none_or(|last| first.is_some_and(|first| first <= last)));
                }
                for one in form.all(assignment::KIND) {
                    assert!(one.has(assignment::LETTER.name));
                }
                assert!(!form.all(metric::KIND).is_empty());
                if scenario != Scenario::Process && scenario != Scenario::Project {
                    assert_eq!(form.all(scope_item::KIND).len(), 1, "a line is proposed");
                }
            });
            let sentence = goal_sentence(&start);
            assert!(!sentence.is_empty(), "{scenario:?}");
            // Nothing of the other language stands in a text that the preset brings along.
            if lang == Lang::En {
                let names: Vec<&str> = DESKS.iter().map(|row| row.name.zh).collect();
                for title in titles(&opened) {
                    assert!(title.is_ascii(), "{title}");
                }
                assert!(names.iter().all(|name| !sentence.contains(name)));
            }
        }
    }
}

//! What the goal of a new project is measured by, and what is left out.

use super::people::NewPeople;
use super::{Besides, CHARTER, Scenario, Start, as_typed, words};
use crate::analysis::begin::draft::NewRecord;
use crate::model::template::{Choice, Key, Label, Lang};
use crate::templates::{metric, scope_item};

/// Adds the metrics and what is out of scope.
pub(super) fn goal_rows(start: &Start, people: &NewPeople, records: &mut Vec<NewRecord>) {
    match start.scenario {
        Scenario::Project | Scenario::Blank => records.extend(typed(start, people)),
        _ => records
            .extend(of_scenario(start).map(|row| row.refer(metric::OWNER, Some(people.lead)))),
    }
    let lines = start.out_of_scope.split(['；', ';', '\n']);
    let mut lines: Vec<&str> = lines
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let is_typed = !lines.is_empty();
    let proposed = match start.scenario {
        Scenario::Resource => Some(NOT_RENTED),
        Scenario::Problem => Some(NO_BLAME),
        _ => None,
    };
    if !is_typed {
        lines.extend(proposed.map(|line| words(start, line)));
    }
    for line in lines {
        let row = NewRecord::new(scope_item::SCOPE_ITEM.kind)
            .under(CHARTER)
            .set(scope_item::SIDE, scope_item::OUT.key.to_owned())
            .text(scope_item::TEXT, line);
        records.push(if is_typed { row } else { row.prefilled() });
    }
}

const NOT_RENTED: Label = Label::new(
    "从外部租用或新买资源，另行申请",
    "Renting or buying resources outside, which is asked for apart",
);
const NO_BLAME: Label = Label::new("追究个人责任", "Holding persons to account");

/// The metric that was typed.
fn typed(start: &Start, people: &NewPeople) -> Option<NewRecord> {
    let measure = start.measure();
    if measure.name.is_empty() {
        return None;
    }
    let row = NewRecord::new(metric::METRIC.kind)
        .under(CHARTER)
        .text(metric::NAME, &measure.name)
        .set(metric::DIRECTION, measure.direction.key.to_owned())
        .text(metric::TARGET_VALUE, &measure.target)
        .text(metric::UNIT, &measure.unit)
        .set(metric::MEASURE_FROM, start.start)
        .set(metric::MEASURE_TO, start.end)
        .refer(metric::OWNER, Some(people.lead));
    let proposed = [
        metric::DIRECTION.name,
        metric::MEASURE_FROM.name,
        metric::MEASURE_TO.name,
        metric::OWNER.name,
    ];
    let chosen = usize::from(start.metric.direction.is_some());
    Some(row.prefilled_fields(&proposed[chosen..]))
}

/// A metric that a scenario brings along.
struct Measured {
    name: String,
    direction: Choice,
    target: String,
    unit: Label,
    source: Label,
    before: String,
}

const WORKING_DAYS: Label = Label::new("个工作日", "working days");
const DAYS: Label = Label::new("天", "days");
const PER_CENT: Label = Label::new("%", "%");
const HOURS: Label = Label::new("小时", "hours");
const TIMES: Label = Label::new("次", "times");
const BY_REQUESTS: Label = Label::new("资源申请单", "Resource requests");
const BY_ISSUES: Label = Label::new("问题申请单", "Issue forms");
const BY_SAMPLES: Label = Label::new("流程记录抽样", "Samples of the process");
const BY_CHECKS: Label = Label::new("落地检查", "Rollout check");
/// Per cent of the rollout at which a process counts as in force.
const IN_FORCE: &str = "95";
/// Hours to the containment of a problem.
const CONTAINED_H: &str = "24";

fn of_scenario(start: &Start) -> impl Iterator<Item = NewRecord> {
    let number =
        |key: Key<String>, text: &str| as_typed(&metric::METRIC, key.name, text, start.now);
    measured_in(start).into_iter().map(move |one| {
        NewRecord::new(metric::METRIC.kind)
            .under(CHARTER)
            .text(metric::NAME, &one.name)
            .set(metric::DIRECTION, one.direction.key.to_owned())
            .put(
                metric::BASELINE_VALUE.name,
                number(metric::BASELINE_VALUE, &one.before),
            )
            .put(
                metric::TARGET_VALUE.name,
                number(metric::TARGET_VALUE, &one.target),
            )
            .text(metric::UNIT, words(start, one.unit))
            .text(metric::SOURCE, words(start, one.source))
            .set(metric::MEASURE_FROM, start.start)
            .set(metric::MEASURE_TO, start.end)
            .prefilled()
    })
}

/// What a project of that scenario is measured by.
fn measured_in(start: &Start) -> Vec<Measured> {
    let Besides {
        settle_days,
        in_use,
        process,
        before,
        after,
        ..
    } = &start.besides;
    let measured = |name: Label, direction, target: &str, unit, source| Measured {
        name: words(start, name).to_owned(),
        direction,
        target: target.to_owned(),
        unit,
        source,
        before: String::new(),
    };
    match start.scenario {
        Scenario::Resource => vec![
            measured(
                Label::new("撞期平均裁定时间", "Mean time to settle a clash"),
                metric::AT_MOST,
                settle_days,
                WORKING_DAYS,
                BY_REQUESTS,
            ),
            measured(
                Label::new("共享资源利用率", "Utilisation of what is shared"),
                metric::AT_LEAST,
                in_use,
                PER_CENT,
                BY_REQUESTS,
            ),
        ],
        Scenario::Problem => vec![
            measured(
                Label::new("临时遏制用时", "Hours to the containment"),
                metric::AT_MOST,
                CONTAINED_H,
                HOURS,
                BY_ISSUES,
            ),
            measured(
                Label::new("30 天内再次发生", "Recurrences within 30 days"),
                metric::AT_MOST,
                "0",
                TIMES,
                BY_ISSUES,
            ),
        ],
        Scenario::Process => vec![
            Measured {
                name: duration_of(start, process),
                before: before.trim().to_owned(),
                ..measured(DAYS, metric::AT_MOST, after, DAYS, BY_SAMPLES)
            },
            // Before it is in force nobody keeps the new way.
            Measured {
                before: "0".to_owned(),
                ..measured(
                    Label::new("落地率", "Rollout rate"),
                    metric::AT_LEAST,
                    IN_FORCE,
                    PER_CENT,
                    BY_CHECKS,
                )
            },
        ],
        Scenario::Project | Scenario::Blank => Vec::new(),
    }
}

fn duration_of(start: &Start, process: &str) -> String {
    match (process.trim(), start.lang) {
        ("", Lang::Zh) => "平均时长".to_owned(),
        ("", Lang::En) => "Mean duration".to_owned(),
        (process, Lang::Zh) => format!("{process}平均时长"),
        (process, Lang::En) => format!("Mean duration of {process}"),
    }
}

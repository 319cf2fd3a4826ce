//! A success metric of the charter (T01 `metrics.*`).

use super::member;
use super::{ENTER, block, end_before_start, enter, hint, warn};
use crate::model::Moment;
use crate::model::id::RecordId;
use crate::model::template::{
    Arg, Choice, Field, Finding, Form, Gate, Key, Label, Rule, Tab, Template, Who, Words, Writers,
};
use crate::templates::{END_BEFORE_START, charter};
use chrono::NaiveDate;

pub const KIND: &str = "metric";

/// What is measured.
pub const NAME: Key<String> = Key::new("name");
pub const UNIT: Key<String> = Key::new("unit");
/// The value before, in plain decimal notation.
pub const BASELINE_VALUE: Key<String> = Key::new("baseline_value");
/// The value to reach: plain decimal notation, or a date where the direction is `by_date`.
pub const TARGET_VALUE: Key<String> = Key::new("target_value");
/// At least, at most, by date.
pub const DIRECTION: Key<String> = Key::new("direction");
/// First day measured.
pub const MEASURE_FROM: Key<NaiveDate> = Key::new("measure_from");
/// Last day measured.
pub const MEASURE_TO: Key<NaiveDate> = Key::new("measure_to");
/// Where the figure comes from.
pub const SOURCE: Key<String> = Key::new("source");
/// Who measures.
pub const OWNER: Key<RecordId> = Key::new("owner");
/// The value of the pilot, in plain decimal notation.
pub const PILOT_VALUE: Key<String> = Key::new("pilot_value");
/// What was reached; written like [`TARGET_VALUE`], after the charter is final.
pub const ACTUAL_VALUE: Key<String> = Key::new("actual_value");

/// Why it was missed.
pub const EXPLANATION: Key<String> = Key::new("explanation");

/// 按期
pub const BY_DATE: Choice = Choice::new("by_date", "按期", "By date");
/// 不低于
pub const AT_LEAST: Choice = Choice::new("at_least", "不低于", "At least");
/// 不高于
pub const AT_MOST: Choice = Choice::new("at_most", "不高于", "At most");
/// What a metric may be, in the order in which they are offered.
pub const DIRECTIONS: &[Choice] = &[AT_LEAST, AT_MOST, BY_DATE];

const UNIT_FIELD: Field = Field::text(UNIT, Label::new("单位", "Unit"), 20).width(6);
const FROM_FIELD: Field = Field::date(MEASURE_FROM, Label::new("统计开始", "Measured from"));
const TO_FIELD: Field =
    Field::date(MEASURE_TO, Label::new("统计结束", "Measured to")).ends(MEASURE_FROM.name);
const SOURCE_FIELD: Field = Field::text(SOURCE, Label::new("数据来源", "Data source"), 200);
const BASELINE_FIELD: Field = Field::decimal(BASELINE_VALUE, Label::new("现状值", "Before")).more();

const FIELDS: &[Field] = &[
    Field::text(NAME, Label::new("指标", "Metric"), 80)
        .also(&["指标名称", "kpi", "measure"])
        .needed(&[Gate::Final]),
    Field::choice(DIRECTION, Label::new("方向", "Direction"), DIRECTIONS).needed(&[Gate::Final]),
    Field::text(TARGET_VALUE, Label::new("目标值", "Target"), 20)
        .also(&["目标", "target value", "goal"])
        .needed(&[Gate::Final])
        .width(10),
    UNIT_FIELD,
    FROM_FIELD,
    TO_FIELD,
    Field::reference(OWNER, Label::new("统计人", "Measured by"), &[member::KIND])
        .needed(&[Gate::Final]),
    SOURCE_FIELD,
    BASELINE_FIELD,
    Field::decimal(PILOT_VALUE, Label::new("试点值", "Pilot"))
        .later()
        .happened()
        .more(),
    Field::text(ACTUAL_VALUE, Label::new("实际值", "Actual"), 20)
        .later()
        .happened()
        .more()
        .width(10),
    Field::text(
        EXPLANATION,
        Label::new("没达成的原因", "Why it was missed"),
        200,
    )
    .later()
    .happened()
    .wide()
    .more(),
];

/// A metric of the charter.
pub static METRIC: Template = Template {
    writers: &[Writers {
        fields: &[PILOT_VALUE.name, ACTUAL_VALUE.name, EXPLANATION.name],
        who: &[Who::Person(OWNER.name)],
    }],
    columns: &[
        NAME.name,
        DIRECTION.name,
        TARGET_VALUE.name,
        UNIT.name,
        MEASURE_FROM.name,
        MEASURE_TO.name,
        SOURCE.name,
        OWNER.name,
        ACTUAL_VALUE.name,
    ],
    place: Some(Tab::later(6)),
    words: Words {
        list: Label::new("指标结果", "Results"),
        purpose: Label::new(
            "目标说明书里的指标，做到了多少，没达成的为什么。",
            "The metrics of the goal charter: what was reached, and why where it was not.",
        ),
        empty: Label::new(
            "还没有指标。指标写在目标说明书里，项目关闭前在这里填实际值。",
            "No metrics yet. They are written in the goal charter; their actual values are filled in here before the project closes.",
        ),
        ..Words::USUAL
    },
    ..Template::plain(
        KIND,
        Label::new("衡量指标", "Success metrics"),
        Label::new("指标", "Metric"),
        NAME.name,
        FIELDS,
    )
};

fn is_by_date(form: &Form<'_>) -> bool {
    form.get(DIRECTION).as_deref() == Some(BY_DATE.key)
}

/// The last day that counts for it: of a metric by date, that date.
pub fn window_end(form: &Form<'_>) -> Option<NaiveDate> {
    match is_by_date(form) {
        true => form.get(Key::<NaiveDate>::new(TARGET_VALUE.name)),
        false => form.get(MEASURE_TO),
    }
}

fn window_and_source(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    if is_by_date(form) {
        Vec::new()
    } else {
        enter(form, &[UNIT_FIELD, FROM_FIELD, TO_FIELD, SOURCE_FIELD])
    }
}

/// The process scenario compares before and after.
fn value_before(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let compares = charter::scenario(form).as_deref() == Some(charter::PROCESS.key);
    if compares {
        enter(form, &[BASELINE_FIELD])
    } else {
        Vec::new()
    }
}

fn target_unreadable(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let Some(target) = form.get(TARGET_VALUE) else {
        return Vec::new();
    };
    let reads = if is_by_date(form) {
        form.get(Key::<NaiveDate>::new(TARGET_VALUE.name)).is_some()
    } else {
        is_decimal(&target)
    };
    named(form, TARGET_VALUE.name).when(!reads)
}

/// Plain decimal notation: `-12`, `3.5`.
fn is_decimal(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let all_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    match digits.split_once('.') {
        Some((whole, fraction)) => all_digits(whole) && all_digits(fraction),
        None => all_digits(digits),
    }
}

fn named(form: &Form<'_>, field: &'static str) -> Finding {
    Finding::at(field).with("m", Arg::Text(form.get(NAME).unwrap_or_default()))
}

fn measured_after_end(form: &Form<'_>, _: Moment) -> Vec<Finding> {
    let end = form.other(charter::record()).get(charter::PLANNED_END);
    let (Some(to), Some(end)) = (form.get(MEASURE_TO), end) else {
        return Vec::new();
    };
    named(form, MEASURE_TO.name)
        .with("d", Arg::Text(to.to_string()))
        .when(to > end)
}

pub static RULES: &[Rule] = &[
    block("G-01", Gate::Final, ENTER, window_and_source),
    block("G-03", Gate::Final, END_BEFORE_START, |form, _| {
        end_before_start(form, &FROM_FIELD, &TO_FIELD)
    }),
    block("G-01", Gate::Final, ENTER, value_before),
    warn(
        "MET-01",
        Label::new(
            "「{m}」的目标值应是数字；按期的指标应是日期。",
            "The target of \"{m}\" should be a number, or a date for a metric by date.",
        ),
        target_unreadable,
    ),
    hint(
        "CHT-04",
        Label::new(
            "指标「{m}」统计到 {d}，晚于项目结束日。项目关闭前会进入「观察期」等待数据。",
            "Metric \"{m}\" is measured until {d}, after the end date. The project will stay in observation until the data is in.",
        ),
        measured_after_end,
    ),
];

#[cfg(test)]
mod tests {
    use super::is_decimal;

    #[test]
    fn plain_decimal_notation_is_recognised() {
        assert!(["500", "-3", "3.5", "120.0"].into_iter().all(is_decimal));
        assert!(
            ["", "-", "3.", ".5", "1e3", "5 000", "约 5", "5%"]
                .into_iter()
                .all(|text| !is_decimal(text))
        );
    }
}

//! What is counted of goal, roster and handovers: the meter, attainment, load, accepted roles, handovers not there yet.

use super::project::log;
use chrono::NaiveDate;
use hepai::analysis::goal::meter::{Outcome, attainments, smart};
use hepai::analysis::standing::load::{LoadLevel, load, roles_accepted};
use hepai::analysis::standing::possible_handovers::possible_handovers;
use hepai::model::template::Form;
use hepai::model::{Log, RecordId, Value};

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 4, 15).expect("a Wednesday")
}

fn form<'a>(log: &'a Log, record: &str) -> Form<'a> {
    Form::new(log, RecordId::of(record))
}

#[test]
fn each_lamp_of_the_goal_is_lit_by_its_own_field() {
    let lit = |lines: &[&str]| -> String {
        let log = log(&[&["charter project_code=A1"], lines].concat());
        let lamps = smart(&form(&log, "charter"));
        let lit = lamps.iter().filter(|lamp| lamp.is_lit);
        lit.map(|lamp| lamp.letter).collect()
    };
    assert_eq!(lit(&[]), "");
    assert_eq!(lit(&["charter smart_specific=国内首发"]), "S");
    assert_eq!(lit(&["metric/m unit=件"]), "", "a metric without a name");
    assert_eq!(lit(&["metric/m name=首月销售额"]), "M");
    assert_eq!(lit(&["charter smart_achievable=供应商已有产能"]), "A");
    assert_eq!(lit(&["charter smart_relevant=占全年目标的 12%"]), "R");
    assert_eq!(lit(&["charter planned_end=2026-05-29"]), "", "one date");
    assert_eq!(
        lit(&["charter planned_start=2026-03-02; planned_end=2026-05-29"]),
        "T"
    );
}

#[test]
fn the_metrics_of_the_worked_example_come_out_as_it_says() {
    let log = log(&[
        "metric/a order=a; name=上市日期; direction=by_date; target_value=2026-04-28; actual_value=2026-04-28",
        "metric/b order=b; name=首月销售额; direction=at_least; target_value='500; actual_value=486.3",
        "metric/c order=c; name=首月退货率; direction=at_most; target_value=3.0; actual_value=2.6",
        "metric/d order=d; name=项目费用; direction=at_most; target_value=120.0; actual_value=116.35",
    ]);
    let all = attainments(&form(&log, "charter"));
    let said: Vec<_> = all.iter().map(|one| (one.permille, one.outcome)).collect();
    assert_eq!(
        said,
        [
            (None, Outcome::Met),
            (Some(973), Outcome::Partly),
            (Some(1000), Outcome::Met),
            (Some(1000), Outcome::Met),
        ],
        "97.26 %: rounded"
    );
}

#[test]
fn a_metric_is_partly_reached_from_nine_tenths_on() {
    let outcome = |direction: &str, target: &str, actual: &str| {
        let line = format!(
            "metric/m name=m; direction={direction}; target_value='{target}; actual_value='{actual}"
        );
        let log = log(&[&line]);
        let all = attainments(&form(&log, "charter"));
        all.first().map(|one| (one.permille, one.outcome))
    };
    let missed = |permille| Some((permille, Outcome::Missed));
    assert_eq!(
        outcome("at_least", "500", "500"),
        Some((Some(1000), Outcome::Met))
    );
    assert_eq!(
        outcome("at_least", "500", "450"),
        Some((Some(900), Outcome::Partly))
    );
    assert_eq!(outcome("at_least", "500", "449.9"), missed(Some(899)));
    assert_eq!(
        outcome("at_least", "500", "499.99"),
        Some((Some(999), Outcome::Partly))
    );
    assert_eq!(
        outcome("at_most", "90", "100"),
        Some((Some(900), Outcome::Partly))
    );
    assert_eq!(outcome("at_most", "89", "100"), missed(Some(890)));
    assert_eq!(
        outcome("at_most", "0", "1"),
        missed(Some(0)),
        "nothing was to be"
    );
    assert_eq!(
        outcome("at_least", "0", "-1"),
        missed(None),
        "no share of nothing"
    );
    assert_eq!(
        outcome("at_most", "0", "-1"),
        Some((Some(1000), Outcome::Met))
    );
    assert_eq!(outcome("by_date", "2026-04-28", "2026-04-29"), missed(None));
    assert_eq!(outcome("at_least", "500", ""), None, "not measured yet");
    assert_eq!(outcome("at_least", "约 500", "500"), None);
}

#[test]
fn a_persons_load_is_their_work_by_the_days_they_have() {
    let log = log(&[
        "member/a person=陈专员; allocation_pct=50",
        "member/b person=陈专员; same_as=member/a",
        "absence/x parent=member/a; from=2026-05-06; to=2026-05-09",
        "task/a owner=member/a; current_start=2026-04-13; current_end=2026-04-24; effort_pd='4",
        "task/b owner=member/b; current_start=2026-04-20; current_end=2026-04-20; effort_pd=0.5",
        "task/c owner=member/a; current_start=2026-04-27; current_end=2026-05-05; effort_pd=2.2",
        "task/d owner=member/a; current_start=2026-05-11; current_end=2026-05-15; effort_pd=2.2",
        "task/e owner=member/a; current_start=2026-04-13; current_end=2026-04-14",
        "task/f owner=member/a; current_start=2026-04-13; current_end=2026-04-14; effort_pd='9; status=done",
        "task/g owner=member/c; current_start=2026-04-13; current_end=2026-04-14; effort_pd='9",
        "task/h owner=member/a; current_start=2026-03-02; current_end=2026-03-03; effort_pd='9",
    ]);
    let load = load(&form(&log, "member/a"), today());
    let weeks: Vec<_> = load
        .weeks
        .iter()
        .map(|one| (one.percent, one.level))
        .collect();
    assert_eq!(
        weeks,
        [
            (Some(80), LoadLevel::Fine),
            (Some(100), LoadLevel::Full),
            (Some(110), LoadLevel::Over),
            (None, LoadLevel::Fine),
            (Some(88), LoadLevel::High),
            (Some(0), LoadLevel::Fine),
        ],
        "1 May is a holiday; away in the week after it"
    );
    assert_eq!(load.weeks[0].monday.to_string(), "2026-04-13");
    assert_eq!(
        load.unweighed, 1,
        "only what lies in these weeks is counted"
    );
}

#[test]
fn whoever_is_entered_twice_accepts_once_and_observers_are_not_asked() {
    let log = log(&[
        "member/a person=王经理; project_role=lead; accepted_at=2026-03-02T10:00:00+08:00",
        "member/b person=陈专员; project_role=rep",
        "member/c person=陈专员; project_role=member; same_as=member/b; accepted_at=2026-03-02T10:00:00+08:00",
        "member/d person=李主管; project_role=rep",
        "member/e person=访客; project_role=viewer",
        "member/f project_role=rep",
        "member/g person=赵主管; project_role=rep; leave_date=2026-04-01",
    ]);
    assert_eq!(roles_accepted(&form(&log, "charter"), today()), (2, 3));
}

const DEPARTMENTS: &[&str] = &[
    "department/a department=研发部; order=a",
    "department/b department=供应链部; order=b",
    "department/c department=客服部; order=c",
    "member/li person=李主管; project_role=rep; department=department/a",
    "member/zheng person=郑主管; project_role=rep; department=department/b",
    "need/x parent=department/a; side=needs; what=样机 20 台; other=department/b; by_when=2026-03-26",
];

/// Giver, receiver, and what they lack.
fn wanted(lines: &[&str]) -> Vec<(String, String)> {
    let log = log(&[DEPARTMENTS, lines].concat());
    let all = possible_handovers(&log, today());
    all.into_iter()
        .map(|one| (one.from.to_string(), one.to.to_string()))
        .collect()
}

#[test]
fn a_need_becomes_a_handover_between_the_representatives() {
    let log = log(DEPARTMENTS);
    let all = possible_handovers(&log, today());
    assert_eq!(all.len(), 1);
    let held = |key: &str| {
        let found = all[0].fields.iter().find(|(name, _)| *name == key);
        found.map(|(_, value)| value.clone())
    };
    assert_eq!(held("what"), Some(Value::text("样机 20 台")));
    assert_eq!(held("giver"), Some(Value::text("member/zheng")));
    assert_eq!(held("receiver"), Some(Value::text("member/li")));
    assert_eq!(held("promised_date"), Some(Value::text("2026-03-26")));
    assert_eq!(held("criteria"), None, "that is for the two of them");
    assert_eq!(all[0].record, possible_handovers(&log, today())[0].record);
}

#[test]
fn only_handovers_not_there_yet_are_wanted() {
    let pair = |from: &str, to: &str| (from.to_owned(), to.to_owned());
    let from_b_to_a = || pair("department/b", "department/a");
    let gives = "need/y parent=department/b; side=gives; what=样机20台; other=department/a";
    assert_eq!(wanted(&[gives]), [from_b_to_a()], "listed by both");
    let more = "need/y parent=department/a; side=gives; what=功能说明; other=department/c";
    assert_eq!(
        wanted(&[more]),
        [from_b_to_a(), pair("department/a", "department/c")]
    );
    assert!(wanted(&["handoff/h what=样机 20台; giver=member/zheng"]).is_empty());
    assert_eq!(
        wanted(&["handoff/h what=样机 20 台; giver=member/li"]),
        [from_b_to_a()],
        "given by another department"
    );
    let itself = "need/y parent=department/a; side=needs; what=图纸; other=department/a";
    assert_eq!(wanted(&[itself]), [from_b_to_a()]);
}

#[test]
fn a_handover_made_of_a_need_is_not_wanted_again_even_when_thrown_away_or_renamed() {
    let record = possible_handovers(&log(DEPARTMENTS), today())[0]
        .record
        .clone();
    assert!(wanted(&[&format!("{record} what=样机 30 台")]).is_empty());
    let thrown = [
        format!("{record} what=样机 20 台"),
        format!("{record} deleted=true"),
    ];
    assert!(wanted(&thrown.each_ref().map(String::as_str)).is_empty());
}

#[test]
fn the_representative_should_know_from_the_first_day_late_and_the_lead_from_the_third() {
    use hepai::analysis::rules::checks;
    let told = |due: &str, owner: &str| {
        let task = format!("task/t owner={owner}; current_end={due}");
        let log = log(&[
            "member/lead person=王经理; project_role=lead; department=department/a",
            "member/li person=李主管; project_role=rep; department=department/a",
            "member/sun person=孙工程师; project_role=member; department=department/a",
            &task,
        ]);
        let now = chrono::DateTime::parse_from_rfc3339("2026-04-15T10:00:00+08:00");
        let now = now.expect("a moment");
        let found = checks::findings_of(&log, &RecordId::of("task/t"), now).into_iter();
        let found = found.filter(|one| one.rule.code == "TASK-19");
        found
            .flat_map(|one| one.finding.args)
            .filter_map(|(name, arg)| match arg {
                hepai::model::template::Arg::Record(person) if name == "name" => {
                    Some(person.to_string())
                }
                _ => None,
            })
            .collect::<Vec<_>>()
    };
    assert!(told("2026-04-15", "member/sun").is_empty());
    assert_eq!(told("2026-04-14", "member/sun"), ["member/li"]);
    assert_eq!(told("2026-04-13", "member/sun"), ["member/li"]);
    assert_eq!(
        told("2026-04-10", "member/sun"),
        ["member/li", "member/lead"],
        "three working days"
    );
    assert_eq!(told("2026-04-10", "member/li"), ["member/lead"]);
    assert_eq!(told("2026-04-10", "member/lead"), ["member/li"]);
}

#[test]
fn the_share_of_a_department_is_rounded_to_the_nearest() {
    let log = log(&[
        "department/a department=研发部",
        "work_item/x name=规格; lead_department=department/a",
        "work_item/y name=开发与认证; lead_department=department/a",
        "work_item/z name=渠道",
    ]);
    let now = chrono::DateTime::parse_from_rfc3339("2026-04-15T10:00:00+08:00");
    let all = hepai::analysis::standing::boundaries::boundaries(&log, now.expect("a moment"));
    assert_eq!(all.shares[0].percent, 67);
}

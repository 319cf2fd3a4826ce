//! How the work went: who is asked, who reads it when, what it comes to, and what two copies make of it.

use crate::people::{Desk, date, lead};
use hepai::analysis::inbox::todos::request;
use hepai::analysis::standing::feedback::{
    FeedbackFigures, feedback_figures, feedback_standing, in_hundredths, shown,
};
use hepai::analysis::{Answer, Item, Todo, findings, todos};
use hepai::model::template::CellType;
use hepai::model::{RecordId, Value};
use hepai::templates::feedback::{self, DIMENSIONS};
use hepai::templates::{action, department, member, settings, suggestion};

/// The rows of the worked example (§7.13): who, four scores, what happened, the good point, the suggestion.
const ROWS: [(&str, [i64; 4], &str, &str, &str); 6] = [
    (
        "李主管",
        [4, 4, 3, 4],
        "",
        "冻结后变更都有记录",
        "需求评审请销售、客服同时到场一次定完",
    ),
    (
        "陈专员",
        [4, 4, 2, 4],
        "首笔预算晚 3 个工作日到位",
        "每周五一小时说得清",
        "预算批准时同时生成拨付单",
    ),
    (
        "赵主管",
        [4, 4, 4, 4],
        "",
        "关口结论当天就收到",
        "开放渠道库存数据给市场部，少问一次",
    ),
    (
        "刘经理",
        [3, 4, 4, 4],
        "",
        "决策写明费用归属",
        "重要决策不要在周五 17 点后发出",
    ),
    (
        "吴主管",
        [4, 5, 3, 4],
        "",
        "升级后当天有人处理",
        "系统权限类需求在启动时就登记",
    ),
    (
        "郑主管",
        [4, 4, 4, 5],
        "",
        "I-6 当天就定了包装方案",
        "检测样机数量写进认证计划",
    ),
];

/// The project of the wizard in its closing, with a representative in each of the six departments.
pub(crate) fn closing() -> Desk {
    let desk = lead();
    let fields = vec![(department::NAME.name, Value::text("供应链部二组"))];
    let last = desk
        .session
        .add_rows(department::DEPARTMENT.kind, None, None, &[fields])
        .remove(0);
    let fields = vec![
        (member::PERSON.name, Value::text("郑主管")),
        (member::DEPARTMENT.name, last.write()),
        (member::PROJECT_ROLE.name, Value::text(member::REP.key)),
    ];
    desk.session
        .add_rows(member::MEMBER.kind, None, None, &[fields]);
    desk.browser.set_now("2026-06-01T09:00:00+08:00");
    desk.step(&settings::record(), "wrap_up");
    desk
}

pub(crate) fn fill(desk: &Desk, row: usize) -> RecordId {
    let (name, scores, reason, good, suggests) = ROWS[row];
    let me = desk.person(name);
    desk.session.set_author(Some(me.to_string()));
    let own = desk.session.own_feedback().expect("a representative");
    for (dimension, score) in DIMENSIONS.iter().zip(scores) {
        let key = hepai::model::template::Key::new(dimension.score.key);
        desk.session.score(&own, key, score);
    }
    desk.set(&own, feedback::REASON_RESOURCE.name, Value::typed(reason));
    desk.set(&own, feedback::BEST_PRACTICE.name, Value::typed(good));
    desk.set(&own, feedback::SUGGESTION.name, Value::typed(suggests));
    own
}

pub(crate) fn give(desk: &Desk, row: usize) -> RecordId {
    let own = fill(desk, row);
    assert!(
        !desk
            .session
            .feedback_to(&own, feedback::SUBMITTED)
            .is_empty()
    );
    own
}

pub(crate) fn as_lead(desk: &Desk) -> RecordId {
    let lead = desk.person("王经理");
    desk.session.set_author(Some(lead.to_string()));
    lead
}

pub(crate) fn cards_of(desk: &Desk, who: &RecordId, requests: &[&str]) -> Vec<Todo> {
    let requests: Vec<String> = requests.iter().map(|&key| key.to_owned()).collect();
    let today = date("2026-06-02");
    desk.session.read(|log| todos(log, who, &requests, today))
}

/// Those of them that are about feedback.
pub(crate) fn cards(desk: &Desk, who: &RecordId, requests: &[&str]) -> Vec<Todo> {
    let mut all = cards_of(desk, who, requests);
    all.retain(|todo| matches!(todo.item, Item::Feedback(_) | Item::Improvements(_)));
    all
}

#[test]
fn the_worked_example_comes_to_what_it_says() {
    let desk = closing();
    for row in 0..ROWS.len() {
        give(&desk, row);
    }
    let figures = |desk: &Desk| desk.session.read(feedback_figures);
    assert_eq!(
        figures(&desk),
        FeedbackFigures::default(),
        "nothing before it is shown"
    );
    assert_eq!(desk.session.read(shown), []);
    as_lead(&desk);
    assert_eq!(desk.session.show_feedback().len(), 6);
    let told = figures(&desk);
    let means: Vec<String> = told
        .dimensions
        .iter()
        .map(|one| in_hundredths(one.mean))
        .collect();
    assert_eq!(means, ["3.83", "4.17", "3.33", "4.17"]);
    assert_eq!(told.overall.map(in_hundredths).as_deref(), Some("3.88"));
    assert_eq!(told.answers, 6);
    let lowest = told.dimensions.iter().filter(|one| one.is_lowest);
    let lowest: Vec<&str> = lowest
        .map(|one| DIMENSIONS[one.place].score.label.zh)
        .collect();
    assert_eq!(lowest, ["资源支持"]);
    let resource = &told.dimensions[2];
    assert_eq!(
        (resource.least, resource.most, resource.counts),
        (2, 4, [0, 1, 2, 3, 0])
    );
    assert_eq!(resource.reasons[0].1, "首笔预算晚 3 个工作日到位");
}

#[test]
fn representatives_are_asked_in_the_closing_until_they_have_answered() {
    let desk = lead();
    let (rep, lead) = (desk.person("陈专员"), desk.person("王经理"));
    assert_eq!(cards(&desk, &rep, &[]), [], "before the closing");
    let desk = closing();
    let own = Item::Feedback(feedback::record_of(&rep).expect("an id"));
    let card = |answer| Todo {
        item: own.clone(),
        answer,
    };
    assert_eq!(cards(&desk, &rep, &[]), [card(Answer::Open)]);
    assert_eq!(cards(&desk, &lead, &[]), [], "who represents nobody");
    give(&desk, 1);
    assert_eq!(cards(&desk, &rep, &[]), []);
    assert_eq!(
        cards(&desk, &rep, &[request::FEEDBACK]),
        [card(Answer::Agreed)]
    );
    let standing = desk.session.read(feedback_standing);
    assert_eq!(standing.answered(), 1);
    assert_eq!(standing.due, Some(date("2026-06-08")), "five working days");
    let late = hepai::model::Moment::parse_from_rfc3339("2026-06-09T09:00:00+08:00").expect("now");
    let told = desk.session.read(|log| findings(log, late));
    let silent = told
        .iter()
        .find(|found| found.rule.code == "FBK-03")
        .expect("told");
    assert!(silent.finding.args.iter().any(|(_, arg)| *arg
        == hepai::model::template::Arg::Number(
            i64::try_from(standing.departments.len() - 1).expect("few")
        )));
}

#[test]
fn what_the_gate_needs_is_four_scores_two_sentences_and_a_reason_for_a_low_one() {
    let desk = closing();
    let own = fill(&desk, 1);
    desk.set(&own, feedback::REASON_RESOURCE.name, Value::Null);
    assert!(
        desk.session
            .feedback_to(&own, feedback::SUBMITTED)
            .is_empty(),
        "no reason for a 2"
    );
    desk.set(&own, feedback::REASON_RESOURCE.name, Value::text("晚到"));
    for key in [
        feedback::SCORE_PROBLEM.name,
        feedback::BEST_PRACTICE.name,
        feedback::SUGGESTION.name,
    ] {
        let stood = desk.value(&own, key);
        desk.set(&own, key, Value::Null);
        assert!(
            desk.session
                .feedback_to(&own, feedback::SUBMITTED)
                .is_empty(),
            "{key}"
        );
        desk.set(&own, key, stood);
    }
    assert!(
        !desk
            .session
            .feedback_to(&own, feedback::SUBMITTED)
            .is_empty()
    );
}

#[test]
fn every_suggestion_is_answered_by_the_lead() {
    let desk = closing();
    let own = give(&desk, 1);
    let lead = as_lead(&desk);
    assert_eq!(cards(&desk, &lead, &[]), [], "not before it is shown");
    desk.session.show_feedback();
    let open = Todo {
        item: Item::Improvements(vec![own.clone()]),
        answer: Answer::Open,
    };
    assert_eq!(cards(&desk, &lead, &[]), [open]);
    desk.session
        .answer_improvement(&own, suggestion::PARTLY, "先在新品线试行");
    assert_eq!(cards(&desk, &lead, &[]), []);
    let answer = suggestion::record_of(&own).expect("an id");
    assert_eq!(
        desk.value(&answer, suggestion::REASON.name),
        Value::text("先在新品线试行")
    );
    let told = desk.session.read(shown);
    assert_eq!(told[0].answer.as_deref(), Some(suggestion::PARTLY.key));
}

#[test]
fn what_is_adopted_becomes_one_action_of_the_report_whoever_makes_it() {
    let desk = closing();
    let own = give(&desk, 1);
    let lead = as_lead(&desk);
    desk.session.show_feedback();
    desk.session
        .answer_improvement(&own, suggestion::ADOPTED, "");
    let answer = suggestion::record_of(&own).expect("an id");
    desk.set(&answer, suggestion::OWNER.name, lead.write());
    let other = crate::people::empty(7);
    other.take(desk.changes(), &lead);
    other.session.set_author(Some(lead.to_string()));
    let made = desk.session.improve(&own).expect("an action");
    assert_eq!(other.session.improve(&own), Some(made.clone()));
    let (here, there) = (desk.changes(), other.changes());
    desk.take(there, &lead);
    other.take(here, &lead);
    let actions = desk.session.rows(action::KIND);
    assert_eq!(actions, std::slice::from_ref(&made));
    assert_eq!(desk.session.improve(&own), Some(made.clone()), "again");
    assert_eq!(
        desk.value(&made, action::WHAT.name),
        Value::text("预算批准时同时生成拨付单")
    );
    assert_eq!(desk.value(&made, action::OWNER.name), lead.write());
    let bytes = |desk: &Desk| desk.session.read(|log| format!("{:?}", log.current()));
    assert_eq!(bytes(&desk), bytes(&other));
}

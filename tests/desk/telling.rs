//! What was done is told in sentences: one per person and thing, from what to what, in whose words.

use crate::people::{Desk, date, empty, lead};
use hepai::analysis::telling::{Doing, Naming, doings, lines};
use hepai::model::template::{CellType, Lang, ORDER};
use hepai::model::{Change, RecordId, Value};
use hepai::state::Behalf;
use hepai::templates::{
    charter, comment, confirmation, department, issue, member, metric, proposal, task,
};

/// The lead's browser, that of 李主管 who has the project, and who they are.
fn two() -> (Desk, Desk, RecordId) {
    let lead = lead();
    let rep = empty(2);
    rep.take(lead.changes(), &lead.person("王经理"));
    let me = rep.person("李主管");
    rep.session.set_author(Some(me.to_string()));
    (lead, rep, me)
}

/// The changes that were made since there were so many.
fn since(desk: &Desk, before: usize) -> Vec<Change> {
    desk.changes().split_off(before)
}

fn doings_of(desk: &Desk, changes: &[Change]) -> Vec<Doing> {
    let changes: Vec<&Change> = changes.iter().collect();
    desk.session.read(|log| doings(log, &changes))
}

/// The sentences of what is done, in a language.
fn told(desk: &Desk, lang: Lang, act: impl FnOnce()) -> Vec<String> {
    let before = desk.changes().len();
    act();
    let all = doings_of(desk, &since(desk, before));
    desk.session.read(|log| {
        let lines = lines(Naming::of(log, lang), &all).into_iter();
        lines.map(|line| line.text).collect()
    })
}

fn in_both(act: impl Fn(&Desk, &RecordId)) -> (Vec<String>, Vec<String>) {
    let of = |lang| {
        let (_lead, rep, me) = two();
        told(&rep, lang, || act(&rep, &me))
    };
    (of(Lang::Zh), of(Lang::En))
}

#[test]
fn an_answer_is_told_in_the_words_in_which_it_was_given() {
    let (zh, en) = in_both(|desk, me| {
        let own = desk.department(me);
        desk.session
            .answer_goal(&own, confirmation::OBJECTION, "预算不够\n还缺 20 万", None);
    });
    assert_eq!(zh, ["对目标有异议：「预算不够；还缺 20 万」"]);
    assert_eq!(en, ["objects to the goal: “预算不够; 还缺 20 万”"]);
    let (zh, _) = in_both(|desk, me| {
        let own = desk.department(me);
        desk.session
            .answer_goal(&own, confirmation::CONFIRMED, "", None);
        desk.session.remark(&own, "样机不归我们");
        desk.session.remark(&charter::record(), "周五请早点开");
    });
    assert_eq!(
        zh,
        [
            "对研发部的职责有异议：「样机不归我们」",
            "留言：「周五请早点开」",
            "确认了目标",
        ]
    );
}

#[test]
fn a_date_is_told_from_what_to_what_and_why() {
    let (zh, en) = in_both(|desk, me| {
        let task = &desk.tasks(me)[0];
        desk.set(task, task::TITLE.name, Value::text("打样"));
        desk.session
            .adjust_task(task, date("2026-03-26").write(), "等样件");
    });
    assert_eq!(zh.len(), 1, "one sentence per person and thing: {zh:?}");
    assert!(zh[0].contains("日期要调整；截止 03-"), "{}", zh[0]);
    assert!(zh[0].contains(" → 03-26，因为「等样件」"), "{}", zh[0]);
    assert_eq!(zh[0].matches("等样件").count(), 1, "{}", zh[0]);
    assert!(en[0].contains(" → 03-26, because “等样件”"), "{}", en[0]);
    assert!(!zh[0].contains("current_end") && !zh[0].contains(task::ADJUST.key));
}

#[test]
fn what_stands_as_before_is_no_deed_and_a_field_written_often_is_one() {
    let (_lead, rep, me) = two();
    let own = rep.department(&me);
    let write = |text: &str| rep.set(&own, department::DUTIES.name, Value::text(text));
    let was = rep.value(&own, department::DUTIES.name);
    let said = told(&rep, Lang::Zh, || {
        write("研发");
        rep.set(&own, department::DUTIES.name, was.clone());
    });
    assert_eq!(said, [""; 0], "it stands as before");
    let said = told(&rep, Lang::Zh, || {
        write("研发");
        write("研发和测试");
    });
    assert_eq!(said, ["部门「研发部」：负责什么 「研发和测试」"]);
}

#[test]
fn a_suggestion_is_told_about_the_form_it_would_change_and_its_answer_with_the_reason() {
    let (lead, rep, me) = two();
    let goal = hepai::model::FieldKey::of(charter::GOAL_STATEMENT.name);
    let said = told(&rep, Lang::Zh, || {
        let field = rep.session.field(charter::record(), goal.clone());
        field.begin();
        field.write(Value::text("两个月内上市"));
        field.end();
    });
    let yes =
        "跨部门协作目标说明书：建议协作目标 「3 个月内完成 A1 台灯上市。」 → 「两个月内上市」";
    assert_eq!(said, [yes]);
    lead.take(rep.changes(), &me);
    let one = lead.session.rows(proposal::PROPOSAL.kind).remove(0);
    let said = told(&lead, Lang::Zh, || {
        lead.session.decline(&one, Some("来不及"));
    });
    let no =
        "跨部门协作目标说明书：没有采纳李主管的建议：协作目标 「两个月内上市」，因为「来不及」";
    assert_eq!(said, [no]);
}

#[test]
fn a_step_is_told_with_number_title_and_the_state_it_leads_to() {
    let desk = lead();
    let rep = desk.person("陈专员");
    let fields = vec![
        (issue::TITLE.name, Value::text("模具样件迟了")),
        (issue::RAISED_BY.name, desk.person("王经理").write()),
        (
            issue::SUPPORT_DEPARTMENT.name,
            desk.department(&rep).write(),
        ),
    ];
    let made = std::cell::RefCell::new(None);
    let said = told(&desk, Lang::Zh, || {
        let one = desk
            .session
            .add_rows(issue::ISSUE.kind, None, None, &[fields])
            .remove(0);
        made.replace(Some(one));
    });
    assert_eq!(said, ["新加了 I-1 模具样件迟了"]);
    let record = made.into_inner().expect("an issue");
    let said = told(&desk, Lang::En, || desk.step(&record, "submit"));
    assert_eq!(
        said,
        ["I-1 模具样件迟了: Submit (now: Awaiting acceptance)"]
    );
}

#[test]
fn many_of_one_sort_are_one_line_that_says_how_many() {
    let (_lead, rep, _) = two();
    let before = rep.changes().len();
    let tasks = rep.session.rows(task::TASK.kind);
    rep.session.answer_tasks(&tasks[..1], task::FINE.key, None);
    let first = doings_of(&rep, &since(&rep, before));
    assert!(first.len() <= 1);
    let lead = lead();
    let own = lead.tasks(&lead.person("李主管"));
    lead.session
        .set_author(Some(lead.person("李主管").to_string()));
    let before = lead.changes().len();
    lead.session.answer_tasks(&own, task::FINE.key, None);
    let all = doings_of(&lead, &since(&lead, before));
    assert_eq!(all.len(), own.len(), "counted one by one");
    let text = lead
        .session
        .read(|log| lines(Naming::of(log, Lang::Zh), &all));
    if own.len() >= 4 {
        assert_eq!(text.len(), 1, "{text:?}");
    }
    let told: usize = text.iter().map(|line| line.doings.len()).sum();
    assert_eq!(told, all.len());
}

#[test]
fn elements_of_a_set_come_in_and_go_out_and_places_are_no_fields() {
    let desk = lead();
    let (task, chen) = (
        desk.session.rows(task::TASK.kind).remove(0),
        desk.person("陈专员"),
    );
    let key = format!("{}/{}", task::HELPERS.name, chen.rest().expect("an id"));
    let said = told(&desk, Lang::Zh, || desk.set(&task, &key, Value::Bool(true)));
    assert!(said[0].ends_with("协助人加上陈专员"), "{said:?}");
    let said = told(&desk, Lang::Zh, || desk.set(&task, &key, Value::Null));
    assert!(said[0].ends_with("协助人去掉陈专员"), "{said:?}");
    let said = told(&desk, Lang::Zh, || {
        desk.set(&task, ORDER, Value::text("zz"));
    });
    assert!(said[0].ends_with("换了位置"), "{said:?}");
}

#[test]
fn what_was_recorded_for_somebody_says_for_whom_and_on_what_basis() {
    let desk = lead();
    let them = desk.person("陈专员");
    let behalf = Behalf {
        member: them.clone(),
        basis: "04-13 微信".to_owned(),
    };
    let said = told(&desk, Lang::Zh, || {
        let own = desk.department(&them);
        desk.session
            .answer_goal(&own, confirmation::OBJECTION, "人手不够", Some(&behalf));
    });
    assert_eq!(
        said,
        ["替陈专员登记（凭据「04-13 微信」）：对目标有异议：「人手不够」"]
    );
}

#[test]
fn a_difference_that_is_settled_is_told_even_where_the_value_stays() {
    let (lead, rep, me) = two();
    let goal = charter::GOAL_STATEMENT.name;
    lead.set(&charter::record(), goal, Value::text("甲"));
    rep.session.set_author(None);
    rep.set(&charter::record(), goal, Value::text("乙"));
    lead.take(rep.changes(), &me);
    let key = hepai::model::FieldKey::of(goal);
    let now = lead.value(&charter::record(), goal);
    let said = told(&lead, Lang::Zh, || {
        lead.session
            .decide(&charter::record(), &key, now.clone(), Some("会上定的"));
    });
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(
        said[0].contains("定为") && said[0].contains("会上定的"),
        "{said:?}"
    );
}

#[test]
fn nobody_reads_a_key_or_an_id_in_any_sentence_of_a_whole_project() {
    let desk = lead();
    desk.session.remark(&charter::record(), "好");
    let changes = desk.changes();
    let all = doings_of(&desk, &changes);
    assert!(all.len() > 40, "{}", all.len());
    for lang in [Lang::Zh, Lang::En] {
        let text = desk.session.read(|log| {
            let naming = Naming::of(log, lang);
            all.iter()
                .map(|doing| naming.sentence(doing))
                .collect::<Vec<_>>()
        });
        for line in text {
            let is_key = |word: &str| {
                word.contains('_') || word.contains('/') && word.chars().any(|c| c.is_ascii_digit())
            };
            let words = line.split(|c: char| c.is_whitespace() || "：；，、（）「」".contains(c));
            let found: Vec<&str> = words.filter(|word| is_key(word)).collect();
            assert!(found.is_empty(), "{found:?} in {line}");
            assert!(!line.contains('\n') && !line.contains("{"), "{line}");
        }
    }
    let _ = (comment::TEXT, member::PERSON, metric::NAME);
}

#[test]
fn the_same_deeds_are_counted_where_they_were_done_and_where_they_arrive() {
    let (lead, rep, me) = two();
    let own = rep.department(&me);
    let before = rep.changes().len();
    rep.session
        .answer_goal(&own, confirmation::CONFIRMED, "", None);
    rep.session.confirm_duties(&own, None);
    let tasks = rep.tasks(&me);
    rep.session.answer_tasks(&tasks, task::FINE.key, None);
    rep.session.name_backup(&me, "小陈");
    rep.session.remark(&charter::record(), "好");
    let there = doings_of(&rep, &since(&rep, before)).len();
    assert_eq!(rep.session.unsent().len(), there);
    let held = lead.changes();
    lead.take(rep.changes(), &me);
    let came: Vec<Change> = lead
        .changes()
        .into_iter()
        .filter(|change| !held.contains(change))
        .collect();
    assert_eq!(doings_of(&lead, &came).len(), there);
}

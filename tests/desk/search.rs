//! 搜索 over a project: numbers, names, texts, choices, and whose something is.

use crate::people::{Desk, lead};
use hepai::analysis::words::initials::{Initials, TABLE};
use hepai::analysis::words::search::search;
use hepai::model::template::Lang;
use hepai::model::{RecordId, Value};
use hepai::templates::{charter, issue, task};

/// Kind, record and field of what is found.
fn found(desk: &Desk, text: &str) -> Vec<(&'static str, RecordId, Option<&'static str>)> {
    let groups = desk
        .session
        .read(|log| search(log, text, Lang::Zh, &Initials::read(TABLE)));
    let hits = groups.into_iter().flat_map(|group| {
        let kind = group.template.kind;
        group
            .hits
            .into_iter()
            .map(move |hit| (kind, hit.record, hit.field))
    });
    hits.collect()
}

fn a_task(desk: &Desk, fields: &[(&str, &str)]) -> RecordId {
    let fields: Vec<_> = fields
        .iter()
        .map(|(key, text)| (*key, Value::text(*text)))
        .collect();
    let made = desk
        .session
        .add_rows(task::TASK.kind, None, None, &[fields]);
    made[0].clone()
}

#[test]
fn a_number_comes_first_and_stands_for_one_record() {
    let desk = lead();
    let first = desk.session.rows(task::TASK.kind)[0].clone();
    for text in ["T-1", "t1", "Ｔ－１"] {
        let hits = found(&desk, text);
        assert_eq!(hits[0], ("task", first.clone(), None), "{text}");
    }
    assert!(found(&desk, "t1").len() > 1, "T-10 and the others after it");
}

#[test]
fn names_and_texts_are_found_in_either_width_and_case() {
    let desk = lead();
    let made = a_task(
        &desk,
        &[
            ("title", "ＡＢ 测试报告"),
            ("deliverable", "第 3 版 Report"),
        ],
    );
    let of = |text: &str| {
        let hits = found(&desk, text);
        let hit = hits.into_iter().find(|(_, record, _)| *record == made);
        hit.map(|(_, _, field)| field)
    };
    assert_eq!(of("ab"), Some(None));
    assert_eq!(of("测试报"), Some(None), "in the middle of a name");
    assert_eq!(of("REPORT"), Some(Some("deliverable")));
    assert_eq!(of("３"), Some(Some("deliverable")));
    assert_eq!(of("ab report"), Some(None), "both words, wherever");
    assert_eq!(of("ab 没有"), None);
    assert_eq!(of(""), None);
    assert_eq!(of("　"), None);
}

#[test]
fn whose_it_is_and_what_is_chosen_are_found() {
    let desk = lead();
    let li = desk.person("李主管");
    let own = desk.tasks(&li);
    let hits = found(&desk, "李主管");
    assert!(hits.contains(&("member", li, None)));
    for task in own.iter().take(3) {
        assert!(
            hits.contains(&("task", task.clone(), Some("owner"))),
            "{task}"
        );
    }
    assert!(hits.iter().all(|(kind, ..)| *kind != "assignment"));
    let raised = desk.session.add_rows(
        issue::ISSUE.kind,
        None,
        None,
        &[vec![
            ("title", Value::text("样机")),
            ("category", Value::text("information")),
        ]],
    );
    let field = |text: &str| {
        let hits = found(&desk, text);
        let hit = hits.into_iter().find(|(_, record, _)| *record == raised[0]);
        hit.and_then(|(.., field)| field)
    };
    assert_eq!(
        field("信息不通"),
        Some("category"),
        "{:?}",
        found(&desk, "信息不通")
    );
}

#[test]
fn what_lies_in_the_recycle_bin_is_not_found_and_the_charter_is_by_its_title() {
    let desk = lead();
    let made = a_task(&desk, &[("title", "独一无二")]);
    assert_eq!(found(&desk, "独一无二").len(), 1);
    desk.session.delete(&made);
    assert!(found(&desk, "独一无二").is_empty());
    let charter = ("charter", charter::record(), None);
    assert!(found(&desk, "目标说明书").contains(&charter));
}

#[test]
fn of_many_the_best_are_shown_and_the_rest_is_counted() {
    let desk = lead();
    for n in 0..20 {
        a_task(
            &desk,
            &[
                ("title", &format!("第 {n} 批入库")),
                ("deliverable", "入库单"),
            ],
        );
    }
    let last = a_task(&desk, &[("title", "入库")]);
    let groups = desk
        .session
        .read(|log| search(log, "入库", Lang::Zh, &Initials::read(TABLE)));
    let tasks = groups
        .into_iter()
        .find(|group| group.template.kind == "task")
        .expect("tasks");
    assert_eq!(
        tasks.hits[0].record, last,
        "a name that begins so comes first"
    );
    assert!(tasks.hits.len() < 20 && tasks.more > 10, "{}", tasks.more);
}

#[test]
fn a_name_is_found_by_how_its_characters_begin() {
    let desk = lead();
    let made = a_task(
        &desk,
        &[("title", "宣传物料设计制作"), ("deliverable", "王佳丽")],
    );
    let of = |text: &str| {
        let hits = found(&desk, text);
        hits.into_iter().any(|(_, record, _)| record == made)
    };
    assert!(of("xcwl") && of("WLSJ") && of("ｗｌ") && of("xc zz"));
    assert!(!of("wljs"), "in the order of the characters");
    assert!(
        !of("wjl"),
        "long texts are not spelled: everything would be found"
    );
    let li = desk.person("李主管");
    assert!(found(&desk, "lzg").contains(&("member", li, None)));
}

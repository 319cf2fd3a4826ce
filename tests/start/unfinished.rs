//! What is typed into the wizard, kept while there is no project.

use super::answers::date;
use hepai::analysis::begin::start::{
    Unfinished, UnfinishedDepartment, defaults, read_roster, take_rest_of_roster, take_roster,
};
use hepai::model::template::Lang;

#[test]
fn what_is_kept_is_read_back_letter_by_letter() {
    let mut rows = defaults(date("2026-02-27"), Lang::Zh).departments;
    take_roster(&mut rows, &read_roster("研发中心 李主管\n法务部 何律师"));
    rows[2].is_in = false;
    let typed = Unfinished {
        name: " A1 台灯".to_owned(),
        months: Some("四个".to_owned()),
        departments: Some(rows.iter().map(UnfinishedDepartment::of).collect()),
        ..Unfinished::default()
    };
    assert!(!typed.is_empty());
    let kept = typed.kept(7);
    let (name, back) = Unfinished::latest([("one".to_owned(), kept)]).expect("it is there");
    assert_eq!((name.as_str(), &back), ("one", &typed));
    assert_eq!(back.department_answers().expect("changed"), rows);
    assert_eq!(Unfinished::default().department_answers(), None);
}

#[test]
fn the_one_kept_last_counts_and_what_cannot_be_read_is_passed_over() {
    let typed = |name: &str| Unfinished {
        name: name.to_owned(),
        ..Unfinished::default()
    };
    let kept = [
        ("a", typed("旧").kept(1)),
        ("b", typed("新").kept(3)),
        ("c", "{\"at_ms\":9".to_owned()),
        ("d", typed("中").kept(2)),
        (
            "e",
            "{\"at_ms\":0,\"typed\":{\"name\":\"x\",\"later\":1}}".to_owned(),
        ),
    ];
    let kept = kept.map(|(name, text)| (name.to_owned(), text));
    let (name, back) = Unfinished::latest(kept).expect("some can be read");
    assert_eq!((name.as_str(), back.name.as_str()), ("b", "新"));
    assert_eq!(Unfinished::latest([]), None);
}

#[test]
fn what_a_list_left_touches_nobody_else() {
    let mut rows = defaults(date("2026-02-27"), Lang::En).departments;
    take_roster(
        &mut rows,
        &read_roster("Conservation\tAnn Lee\nFinance\nLegal and rights\tJun Sato"),
    );
    let rest = read_roster("Conservation Tomás");
    let left = take_rest_of_roster(&mut rows, &rest);
    assert_eq!(left, ["Conservation Tomás"]);
    let is_in = |name: &str| rows.iter().any(|row| row.name == name && row.is_in);
    assert!(
        ["Conservation", "Finance", "Legal and rights"]
            .into_iter()
            .all(is_in)
    );
    let row = rows.iter().find(|row| row.name == "Conservation");
    let named = row.and_then(|row| row.representative.as_deref());
    assert_eq!(named, Some("Ann Lee"));
}

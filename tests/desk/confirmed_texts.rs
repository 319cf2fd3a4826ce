//! Texts that everybody confirms by a decision: what came of a consultation, and the summary report.

use crate::people::lead;
use hepai::analysis::inbox::decisions::confirming;
use hepai::model::Value;
use hepai::model::template::Form;
use hepai::templates::{consultation, decision, report, status_of};

#[test]
fn a_final_text_is_one_decision_that_all_representatives_reply_to() {
    let desk = lead();
    let fields = vec![(consultation::TITLE.name, Value::text("报销办法"))];
    let draft = desk
        .session
        .add_rows(consultation::KIND, None, None, &[fields])
        .remove(0);
    let made =
        desk.session
            .begin_confirming(&draft, "发布报销办法", "报销办法已改定，各部门照此执行。");
    let form = |key| {
        desk.session
            .read(|log| Form::new(log, made.clone()).get(key))
    };
    assert_eq!(form(decision::ABOUT), Some(draft.clone()));
    assert_eq!(form(decision::APPROVER), Some(desk.person("王经理")));
    let asked = desk
        .session
        .read(|log| Form::new(log, made.clone()).elements(decision::RECIPIENTS.name));
    assert!(asked.len() >= 4, "the representatives but for who decides");
    let status = desk
        .session
        .read(|log| status_of(&Form::new(log, made.clone())));
    assert_eq!(status, decision::DRAFT.key, "whoever decides releases it");
    let again = desk.session.begin_confirming(&draft, "", "");
    assert_eq!(again, made, "pressed again it is the same one");
    let other = desk
        .session
        .begin_confirming(&report::record(), "确认总结报告", "请确认。");
    assert_ne!(other, made);
    let known = desk.session.read(|log| confirming(log, &report::record()));
    assert_eq!(known, Some(other));
}

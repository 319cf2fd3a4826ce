//! What a meeting decides goes out with its release.

use crate::weekly::{held, talked};
use hepai::model::Value;
use hepai::model::template::{Form, STATUS};
use hepai::state::Behalf;
use hepai::templates::decision;

#[test]
fn a_decision_noted_in_the_meeting_is_released_with_it_to_the_representatives() {
    let (desk, task) = talked();
    let meeting = held(&desk);
    desk.session
        .explain_delay(&meeting, &task, "third_party", None);
    let decision = desk.session.rows(decision::KIND).remove(0);
    assert_eq!(
        desk.value(&decision, decision::DECISION_TEXT.name),
        Value::text("价格 399")
    );
    let behalf = Behalf {
        member: desk.person("王经理"),
        basis: "03-13 会上同意".to_owned(),
    };
    desk.session.release_meeting(&meeting, Some(&behalf));
    assert_eq!(desk.value(&decision, STATUS), Value::text("issued"));
    assert!(!desk.value(&decision, decision::REPLY_BY_AT.name).is_empty());
    let asked = desk
        .session
        .read(|log| Form::new(log, decision.clone()).elements(decision::RECIPIENTS.name));
    assert!(!asked.is_empty(), "every department's representative");
}

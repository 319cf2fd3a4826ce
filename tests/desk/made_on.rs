//! On which of the files sent from here a reply was made, and what was decided and is still to be sent.

use crate::ledger::save;
use crate::people::{Desk, empty, lead};
use hepai::model::Value;
use hepai::templates::charter;

#[test]
fn a_reply_is_made_on_the_latest_file_it_holds_all_of() {
    let desk = lead();
    let held = |desk: &Desk| {
        let mut held = std::collections::BTreeMap::new();
        for change in desk.changes() {
            let top = held.entry(change.id.replica).or_insert(0);
            *top = change.id.seq.max(*top);
        }
        held
    };
    let before = held(&desk);
    let made_on = |heads| desk.session.sent_before(heads).map(|sent| sent.key);
    assert_eq!(made_on(&before), None, "nothing was sent yet");
    let first = save(&desk, &[]);
    let goal = charter::GOAL_STATEMENT.name;
    desk.set(&charter::record(), goal, Value::text("一"));
    let second = save(&desk, &[]);
    assert_eq!(made_on(&before), Some(first));
    assert_eq!(made_on(&held(&desk)), Some(second));
}

#[test]
fn what_was_decided_waits_until_it_is_sent() {
    let (lead, rep) = (lead(), empty(2));
    let me = lead.person("王经理");
    rep.take(lead.changes(), &me);
    let goal = charter::GOAL_STATEMENT.name;
    lead.set(&charter::record(), goal, Value::text("甲"));
    rep.set(&charter::record(), goal, Value::text("乙"));
    let key = save(&lead, &[]);
    lead.session.tick_sent(&key, true);
    lead.take(rep.changes(), &me);
    assert!(!lead.session.has_unsent_decision(), "it still differs");
    let field = hepai::model::FieldKey::of(goal);
    lead.session
        .decide(&charter::record(), &field, Value::text("甲"), None);
    assert!(lead.session.has_unsent_decision());
    let key = save(&lead, &[]);
    lead.session.tick_sent(&key, true);
    assert!(!lead.session.has_unsent_decision());
}

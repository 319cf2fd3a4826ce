//! The communication rules as sentences, and the mail that asks to know them.

use crate::people::{Desk, lead, moment};
use hepai::analysis::inbox::todos::request;
use hepai::exchange::Envelope;
use hepai::model::Value;
use hepai::model::template::Lang;
use hepai::templates::{escalation, ground_rule, mechanism, meeting, work_item};
use hepai::ui::letter::{RuleLine, RulesPart, Sending, invite, rules_said};

fn said(desk: &Desk, part: RulesPart) -> Vec<RuleLine> {
    let now = moment("2026-03-11T09:00");
    desk.session
        .read(|log| rules_said(log, part, now, Lang::Zh))
}

fn text(desk: &Desk, part: RulesPart) -> String {
    let lines = said(desk, part).into_iter().map(|line| line.text);
    lines.collect::<Vec<_>>().join("\n")
}

/// A level of escalation for which nobody is named yet.
fn add_level(desk: &Desk) {
    let level = vec![
        (escalation::LEVEL.name, Value::int(3)),
        (escalation::AFTER_H.name, Value::int(24)),
    ];
    let under = mechanism::record();
    desk.session
        .add_rows(escalation::KIND, Some(&under), None, &[level]);
}

#[test]
fn what_the_records_hold_is_read_and_what_is_missing_stands_in_its_place() {
    let desk = lead();
    let meetings = text(&desk, RulesPart::Meetings);
    assert!(meetings.contains("每周五 10:00"), "{meetings}");
    assert!(meetings.contains("下次 2026-03-13"), "{meetings}");
    let weekly = desk.with(meeting::KIND, meeting::KIND_OF, meeting::WEEKLY.key);
    desk.set(&weekly, meeting::WEEKDAY.name, Value::int(4));
    let moved = text(&desk, RulesPart::Meetings);
    assert!(moved.contains("每周四 10:00"), "{moved}");
    assert!(moved.contains("下次 2026-03-12"), "{moved}");
    desk.set(&weekly, meeting::TIME.name, Value::Null);
    assert!(
        said(&desk, RulesPart::Meetings)
            .iter()
            .any(|line| line.lacks)
    );
    let levels = said(&desk, RulesPart::Escalation);
    assert!(levels.iter().all(|line| !line.lacks), "{levels:?}");
    let at_due = levels
        .iter()
        .filter(|line| line.text.starts_with("到时限当时"));
    assert_eq!(at_due.count(), 1, "told at once, read as one: {levels:?}");
    add_level(&desk);
    let levels = said(&desk, RulesPart::Escalation);
    assert!(
        levels
            .iter()
            .any(|line| line.lacks && line.text.contains("还没有指定"))
    );
    let decisions = text(&desk, RulesPart::Decisions);
    assert!(
        decisions.contains("24 小时内已读，48 小时内反馈"),
        "{decisions}"
    );
    let rule = vec![(ground_rule::TEXT.name, Value::text("会上只谈逾期和问题"))];
    desk.session
        .add_rows(ground_rule::KIND, None, None, &[rule]);
    assert_eq!(text(&desk, RulesPart::Agreements), "会上只谈逾期和问题");
}

#[test]
fn without_a_regular_meeting_the_rules_wait_and_say_so() {
    let desk = lead();
    for row in desk.session.rows(meeting::KIND) {
        desk.session.delete(&row);
    }
    let first = said(&desk, RulesPart::Meetings);
    assert_eq!(first.len(), 1);
    assert!(first[0].lacks);
    let held = || {
        let finalise = Some(hepai::model::template::Gate::Final);
        desk.session.held_at(&mechanism::record(), finalise)
    };
    assert!(held().is_held());
    let lacks = held().lacks.len();
    add_level(&desk);
    assert_eq!(held().lacks.len(), lacks + 1);
}

#[test]
fn a_mail_that_asks_to_know_the_roles_holds_the_persons_own_letters() {
    let desk = lead();
    let li = desk.person("李主管");
    let item = desk.session.rows(work_item::KIND).remove(0);
    let name = desk.value(&item, work_item::NAME.name);
    let name = name.as_text().expect("a name").to_owned();
    let letter = |requests: Vec<String>| {
        let sending = Sending {
            envelope: Envelope {
                to: vec![li.to_string()],
                requests,
                ..Envelope::default()
            },
            ..Sending::default()
        };
        desk.session.read(|log| invite(log, &sending)).body
    };
    let body = letter(vec![request::KNOW.to_owned()]);
    assert!(body.contains(&format!("{name}：拍板并执行")), "{body}");
    assert!(!body.contains("- 陈专员："), "others' letters: {body}");
    assert!(!letter(Vec::new()).contains("拍板并执行"));
}

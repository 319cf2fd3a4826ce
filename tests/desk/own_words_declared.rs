//! Which fields are somebody's own word: all of them are named here, and what only sounds like one.

use crate::own_words::words;
use hepai::model::template::FieldType;
use hepai::templates::SCHEMA;

/// Every own word there is: a careless new field has to say whose it is.
const WORDS: &[(&str, &str)] = &[
    ("assessment", "at"),
    ("assessment", "cost"),
    ("assessment", "days"),
    ("assessment", "opinion"),
    ("comment", "at"),
    ("comment", "by"),
    ("comment", "text"),
    ("confirmation", "answer"),
    ("confirmation", "at"),
    ("confirmation", "comment"),
    ("department", "boundary_confirmed_at"),
    ("extension", "approved_by"),
    ("extension", "at"),
    ("feedback", "best_practice"),
    ("feedback", "reason_communication"),
    ("feedback", "reason_decision"),
    ("feedback", "reason_goal"),
    ("feedback", "reason_problem"),
    ("feedback", "reason_resource"),
    ("feedback", "reason_responsibility"),
    ("feedback", "score_communication"),
    ("feedback", "score_decision"),
    ("feedback", "score_goal"),
    ("feedback", "score_problem"),
    ("feedback", "score_resource"),
    ("feedback", "score_responsibility"),
    ("feedback", "sheet_no"),
    ("feedback", "suggestion"),
    ("feedback", "suggestion_type"),
    ("feedback", "thank_departments"),
    ("feedback", "would_repeat"),
    ("handoff", "receiver_agreed"),
    ("handoff", "result"),
    ("handoff", "return_reason"),
    ("member", "accepted_at"),
    ("open_item", "answer"),
    ("open_item", "comment"),
    ("opinion", "at"),
    ("opinion", "clause"),
    ("opinion", "none"),
    ("opinion", "opinion"),
    ("opinion", "suggested_text"),
    ("progress", "at"),
    ("progress", "blocker_issue"),
    ("progress", "by"),
    ("progress", "confidence"),
    ("progress", "delay_cause"),
    ("progress", "done"),
    ("progress", "forecast_end"),
    ("progress", "hours_spent"),
    ("progress", "key_data"),
    ("progress", "next_step"),
    ("progress", "percent_after"),
    ("progress", "remaining"),
    ("recipient", "comment"),
    ("recipient", "read_at"),
    ("recipient", "replied_at"),
    ("recipient", "reply"),
    ("task", "accepted"),
];

#[test]
fn every_own_word_is_declared() {
    let mut declared: Vec<(&str, &str)> = words()
        .iter()
        .map(|(template, field)| (template.kind, field.key))
        .collect();
    declared.sort_unstable();
    assert_eq!(declared, WORDS);
    // Whatever sounds like one is one, or is said here to be none.
    let none = [
        ("charter", "confirm_by"),
        ("mechanism", "decision_confirm"),
        ("proposal", "answer"),
        ("suggestion", "answer"),
        ("rollout_check", "exception_answer"),
        // What is answered to an objection, by whoever decided.
        ("recipient", "response"),
        // Who approves a change is said by how far it reaches; what they said elsewhere is recorded with its basis.
        ("change_request", "decided_by"),
        ("change_request", "decided_at"),
        // The day until which people answer.
        ("decision", "reply_by_at"),
        ("decision", "recipients"),
        ("message", "reply_needed"),
        ("message", "reply_within"),
        ("mechanism", "reply_within_h"),
    ];
    for template in SCHEMA.templates {
        for field in template.fields {
            let sounds = ["同意", "确认", "认领", "答复", "批准", "接收方同意", "异议"]
                .iter()
                .any(|word| field.label.zh.contains(word));
            let is_known = none.contains(&(template.kind, field.key))
                || field.own_word.is_some()
                || matches!(
                    field.field_type,
                    FieldType::Ref(_)
                        | FieldType::Int(..)
                        | FieldType::Decimal
                        | FieldType::Money
                        | FieldType::Date
                );
            assert!(
                !sounds || is_known || field.label.zh.contains("在哪里"),
                "{} {}",
                template.kind,
                field.key
            );
        }
    }
}

//! Each rule fires where it should and is silent where it should, and fills the placeholders of its text.

use super::cases::cases;
use super::project::log;
use chrono::{DateTime, FixedOffset};
use hepai::analysis::rules::checks;
use hepai::model::template::{Finding, Form, Rule};
use hepai::model::{Log, RecordId};
use hepai::templates::SCHEMA;
use std::collections::BTreeSet;

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-04-15T10:00:00+08:00").expect("a moment")
}

fn rule_of(kind: &str, code: &str, nth: usize) -> &'static Rule {
    let template = SCHEMA.template(kind).unwrap_or_else(|| panic!("{kind}"));
    checks::rules(template)
        .filter(|rule| rule.code == code)
        .nth(nth)
        .unwrap_or_else(|| panic!("{kind} has no {code}"))
}

fn found(log: &Log, kind: &str, rule: &Rule) -> Vec<Finding> {
    let records = if kind == "settings" {
        vec![RecordId::of(kind)]
    } else {
        log.rows(kind)
    };
    assert!(
        !records.is_empty(),
        "{}: the project of the case has no {kind}",
        rule.code
    );
    records
        .into_iter()
        .flat_map(|record| (rule.check)(&Form::new(log, record), now()))
        .collect()
}

#[test]
fn every_rule_fires_and_is_silent_where_it_should() {
    for (kind, code, nth, fires, quiet) in cases() {
        let rule = rule_of(kind, code, *nth);
        assert!(
            !found(&log(fires), kind, rule).is_empty(),
            "{kind} {code} {nth} should fire"
        );
        let surprising = found(&log(quiet), kind, rule);
        assert!(
            surprising.is_empty(),
            "{kind} {code} {nth} should be silent: {surprising:?}"
        );
    }
}

#[test]
fn every_rule_has_a_case() {
    let tried: BTreeSet<(&str, &str, usize)> = cases()
        .map(|(kind, code, nth, ..)| (*kind, *code, *nth))
        .collect();
    for template in SCHEMA.templates {
        let mut codes: Vec<&str> = Vec::new();
        for rule in checks::rules(template) {
            let nth = codes.iter().filter(|code| **code == rule.code).count();
            assert!(
                tried.contains(&(template.kind, rule.code, nth)),
                "{} {} {nth} is tried nowhere",
                template.kind,
                rule.code
            );
            codes.push(rule.code);
        }
    }
}

#[test]
fn findings_fill_every_placeholder_and_point_at_a_field() {
    for (kind, code, nth, fires, _) in cases() {
        let rule = rule_of(kind, code, *nth);
        for finding in found(&log(fires), kind, rule) {
            let mut left = rule.text.zh.to_owned();
            for (name, _) in &finding.args {
                left = left.replace(&format!("{{{name}}}"), "");
            }
            assert!(!left.contains('{'), "{kind} {code}: {left}");
            let record = finding.record.as_ref().map_or(*kind, RecordId::kind);
            let template = SCHEMA.template(record).expect("a kind of the schema");
            let is_there = |key| {
                template.field(key).is_some() || template.rows.iter().any(|rows| rows.kind == key)
            };
            assert!(
                finding.field.is_none_or(is_there),
                "{kind} {code}: {:?}",
                finding.field
            );
        }
    }
}

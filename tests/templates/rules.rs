//! Each rule fires where it should and is silent where it should, and fills the placeholders of its text.

use super::cases::cases;
use super::project::log;
use chrono::{DateTime, FixedOffset};
use hepai::analysis::rules::checks;
use hepai::model::template::{Arg, FieldType, Finding, Form, Rule};
use hepai::model::{Log, RecordId};
use hepai::templates::SCHEMA;
use std::collections::BTreeSet;

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-04-15T10:00:00+08:00").expect("a moment")
}

pub(crate) fn rule_of(kind: &str, code: &str, nth: usize) -> &'static Rule {
    let template = SCHEMA.template(kind).unwrap_or_else(|| panic!("{kind}"));
    checks::rules(template)
        .filter(|rule| rule.code == code)
        .nth(nth)
        .unwrap_or_else(|| panic!("{kind} has no {code}"))
}

fn found(log: &Log, kind: &str, rule: &Rule) -> Vec<Finding> {
    found_at(log, kind, rule, now())
}

pub(crate) fn found_at(
    log: &Log,
    kind: &str,
    rule: &Rule,
    now: DateTime<FixedOffset>,
) -> Vec<Finding> {
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
        .flat_map(|record| (rule.check)(&Form::new(log, record), now))
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

/// Rules that follow from what a field is declared to hold: tried on every field there is.
const OF_EVERY_FORM: [&str; 5] = ["G-02", "G-07", "G-18", "G-19", "G-20"];

#[test]
fn whatever_a_field_holds_that_is_no_value_of_it_is_found() {
    let fires = |lines: &[&str], kind: &str, code: &str, key: &str| {
        let template = SCHEMA.template(kind).expect("a kind of the schema");
        let mut rules = checks::rules(template).filter(|rule| rule.code == code);
        let is_here = |one: Finding| one.field == Some(key);
        rules.any(|rule| found(&log(lines), kind, rule).into_iter().any(is_here))
    };
    for template in SCHEMA.templates {
        let record = if template.once {
            template.kind.to_owned()
        } else {
            format!("{}/x", template.kind)
        };
        for field in template.fields.iter().filter(|field| !field.filled) {
            let (kind, key) = (template.kind, field.key);
            let unread = format!("{record} {key}=看情况");
            let is_read = matches!(
                field.field_type,
                FieldType::Text(_) | FieldType::LongText(_) | FieldType::Set(_)
            );
            assert_eq!(fires(&[&unread], kind, "G-18", key), !is_read, "{unread}");
            if matches!(field.field_type, FieldType::Text(_)) {
                let unseen = format!("{record} {key}=发\u{200b}布");
                let seen = format!("{record} {key}=发布 👨\u{200d}👩 José");
                assert!(fires(&[&unseen], kind, "G-20", key), "{unseen}");
                assert!(!fires(&[&seen], kind, "G-20", key), "{seen}");
            }
            let FieldType::Ref([named, ..]) = field.field_type else {
                continue;
            };
            let gone = [
                format!("{named}/gone deleted=true"),
                format!("{record} {key}={named}/gone"),
            ];
            let here = [format!("{named}/gone code=1"), gone[1].clone()];
            assert!(fires(&[&gone[0], &gone[1]], kind, "G-19", key), "{gone:?}");
            assert!(!fires(&[&here[0], &here[1]], kind, "G-19", key), "{here:?}");
            assert!(!fires(&[&here[0], &here[1]], kind, "G-18", key), "{here:?}");
        }
    }
}

#[test]
fn where_a_day_is_a_rest_day_the_next_working_day_is_offered_at_a_press() {
    let mut offered = 0;
    for (kind, code, nth, fires, _) in cases() {
        for finding in found(&log(fires), kind, rule_of(kind, code, *nth)) {
            let d2 = finding.args.iter().find(|(name, _)| *name == "d2");
            match &finding.offer {
                Some(offer) => {
                    let Some((_, Arg::Text(day))) = d2 else {
                        panic!("{kind} {code} offers what it does not say")
                    };
                    assert_eq!(offer.as_text(), Some(&**day), "{kind} {code}");
                    let field = SCHEMA
                        .template(kind)
                        .and_then(|one| one.field(finding.field?));
                    assert!(field.is_some_and(|field| field.field_type.holds(offer)));
                    offered += 1;
                }
                None => assert_ne!(*code, "G-16", "{kind} asks and offers nothing"),
            }
        }
    }
    assert!(offered > 5, "{offered}");
}

/// What the rules with a code say of a field, its places filled.
fn told(lines: &[&str], kind: &str, code: &str, key: &str) -> Vec<String> {
    let project = log(lines);
    let template = SCHEMA.template(kind).expect("a kind of the schema");
    let rules = checks::rules(template).filter(|rule| rule.code == code);
    let said = |rule: &Rule, finding: Finding| {
        let fill = |text: String, (name, arg): &(&str, Arg)| {
            let value = match arg {
                Arg::Text(text) => text.clone(),
                Arg::Number(number) => number.to_string(),
                Arg::Label(label) => label.zh.to_owned(),
                other => panic!("{other:?}"),
            };
            text.replace(&format!("{{{name}}}"), &value)
        };
        finding.args.iter().fold(rule.text.zh.to_owned(), fill)
    };
    let mut all = Vec::new();
    for rule in rules {
        let found = found(&project, kind, rule).into_iter();
        let here = found.filter(|one| one.field == Some(key));
        all.extend(here.map(|one| said(rule, one)));
    }
    all
}

#[test]
fn a_text_too_long_and_a_number_out_of_its_range_are_told_with_the_limit() {
    for template in SCHEMA.templates {
        let kind = template.kind;
        let record = match template.once {
            true => kind.to_owned(),
            false => format!("{kind}/x"),
        };
        let holds = |key: &str, text: &str| format!("{record} {key}={text}");
        for field in template.fields.iter().filter(|field| !field.filled) {
            let (key, label) = (field.key, field.label.zh);
            let said = |text: &str, code| told(&[&holds(key, text)], kind, code, key);
            match field.field_type {
                FieldType::Text(max) | FieldType::LongText(max) => {
                    let (most, more) = ("字".repeat(max), "字".repeat(max + 3));
                    let n = max + 3;
                    let sentence =
                        format!("「{label}」最多 {max} 个字，现在 {n} 个，都留着。请写短一些。");
                    assert_eq!(said(&most, "G-02"), [""; 0], "{kind} {key}");
                    assert_eq!(said(&more, "G-02"), [sentence], "{kind} {key}");
                    assert_eq!(said(&more, "G-18"), [""; 0], "the text counts");
                }
                FieldType::Int(min, max) => {
                    for (text, shown) in [
                        ((max + 1).to_string(), (max + 1).to_string()),
                        (format!("'{}", min - 1), (min - 1).to_string()),
                    ] {
                        let sentence =
                            format!("「{label}」应在 {min} 到 {max} 之间，现在写的是「{shown}」。");
                        assert_eq!(said(&text, "G-07"), [sentence], "{kind} {key}");
                        assert_eq!(said(&text, "G-18"), [""; 0], "{kind} {key} once");
                    }
                    assert_eq!(said(&max.to_string(), "G-07"), [""; 0], "{kind} {key}");
                    assert_eq!(said("看情况", "G-07"), [""; 0], "{kind} {key}");
                }
                FieldType::Decimal | FieldType::Money if field.from_zero => {
                    let is_money = field.field_type == FieldType::Money;
                    let (text, shown) = match is_money {
                        true => ("-150", "-1.50"),
                        false => ("'-1.5", "-1.5"),
                    };
                    let sentence = format!("「{label}」不能小于 0，现在写的是「{shown}」。");
                    assert_eq!(said(text, "G-07"), [sentence], "{kind} {key}");
                    assert_eq!(said("'-1.5", "G-07").len(), 1, "as it was typed");
                    assert_eq!(said("'-1.5", "G-18"), [""; 0], "{kind} {key} once");
                    assert_eq!(said("'0", "G-07"), [""; 0], "{kind} {key}");
                }
                _ => {}
            }
        }
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
            if OF_EVERY_FORM.contains(&rule.code) {
                continue;
            }
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

/// Rules of these forms that are checked elsewhere than by a rule: a lock or a gate says them.
const SAID_OTHERWISE: [&str; 0] = [];

#[test]
fn every_rule_that_the_specification_gives_these_forms_is_there() {
    let known: BTreeSet<&str> = cases().map(|(_, code, ..)| *code).collect();
    let numbers = [
        ("RACI", 12),
        ("COM", 8),
        ("PRG", 5),
        ("RSK", 9),
        ("REV", 7),
        ("MTG", 7),
        ("DEC", 7),
        ("CHG", 6),
        ("RES", 13),
    ];
    for (form, most) in numbers {
        for number in 1..=most {
            let code = format!("{form}-{number:02}");
            let is_there = known.contains(code.as_str()) || SAID_OTHERWISE.contains(&code.as_str());
            assert!(is_there, "{code} has no case");
        }
    }
}

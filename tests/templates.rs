//! The whole table of templates is looked at, so that no careless entry can land.

#[path = "templates/by_minute.rs"]
mod by_minute;
#[path = "templates/cases/mod.rs"]
mod cases;
#[path = "templates/clock.rs"]
mod clock;
#[path = "templates/declared.rs"]
mod declared;
#[path = "templates/english.rs"]
mod english;
#[path = "templates/fields.rs"]
mod fields;
#[path = "templates/gates.rs"]
mod gates;
#[path = "templates/machines.rs"]
mod machines;
#[path = "templates/measured.rs"]
mod measured;
#[path = "templates/project.rs"]
mod project;
#[path = "templates/rules.rs"]
mod rules;
#[path = "templates/snapshot.rs"]
mod snapshot;
#[path = "templates/specified.rs"]
mod specified;
#[path = "templates/steps.rs"]
mod steps;
#[path = "templates/turns.rs"]
mod turns;
#[path = "templates/words.rs"]
mod words;
#[path = "templates/works.rs"]
mod works;

use hepai::model::template::{Field, FieldType, STATUS};
use hepai::templates::SCHEMA;
use std::collections::BTreeSet;

pub(crate) fn is_key(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
}

/// No text twice; the places tell which.
pub(crate) fn assert_unique<'a>(place: &str, keys: impl IntoIterator<Item = &'a str>) {
    let mut seen = BTreeSet::new();
    for key in keys {
        assert!(seen.insert(key), "{place}: {key} stands twice");
    }
}

#[test]
fn kinds_and_keys_are_unique_and_well_formed() {
    assert_unique(
        "kinds",
        SCHEMA.templates.iter().map(|template| template.kind),
    );
    assert_unique(
        "letters",
        SCHEMA
            .templates
            .iter()
            .map(|template| template.letter)
            .filter(|letter| !letter.is_empty()),
    );
    for template in SCHEMA.templates {
        assert!(is_key(template.kind), "{}", template.kind);
        let rows = template.rows.iter().map(|rows| rows.kind);
        assert_unique(
            template.kind,
            template.fields.iter().map(|field| field.key).chain(rows),
        );
        for field in template.fields {
            assert!(is_key(field.key), "{}.{}", template.kind, field.key);
            assert!(
                !["parent", "order", "deleted"].contains(&field.key),
                "{}.{} is the language's own",
                template.kind,
                field.key
            );
            if let FieldType::Enum(choices) | FieldType::Scale(choices) = field.field_type {
                assert_unique(field.key, choices.iter().map(|choice| choice.key));
                assert!(!choices.is_empty(), "{}.{}", template.kind, field.key);
            }
            if let FieldType::Scale(choices) = field.field_type {
                assert!(
                    choices
                        .iter()
                        .all(|choice| choice.key.parse::<i64>().is_ok()),
                    "{}.{}",
                    template.kind,
                    field.key
                );
            }
        }
    }
}

#[test]
fn every_kind_that_is_named_exists() {
    for template in SCHEMA.templates {
        assert!(
            template
                .rows
                .iter()
                .all(|rows| SCHEMA.template(rows.kind).is_some()),
            "rows of {}",
            template.kind
        );
        for field in template.fields {
            if let FieldType::Ref(kinds) | FieldType::Set(kinds) = field.field_type {
                assert!(
                    kinds.iter().all(|kind| SCHEMA.template(kind).is_some()),
                    "{}.{}",
                    template.kind,
                    field.key
                );
            }
        }
    }
}

#[test]
fn every_key_that_is_named_exists() {
    for template in SCHEMA.templates {
        let kind = template.kind;
        let is_rows = |key: &str| template.rows.iter().any(|rows| rows.kind == key);
        assert!(template.field(template.name).is_some(), "name of {kind}");
        for key in template.columns {
            assert!(template.field(key).is_some(), "column {kind}.{key}");
        }
        assert_unique(kind, template.columns.iter().copied());
        let placed: Vec<&str> = template
            .sections
            .iter()
            .flat_map(|section| section.fields)
            .copied()
            .collect();
        assert_unique(kind, placed.iter().copied());
        for key in &placed {
            assert!(
                template.field(key).is_some() || is_rows(key),
                "section {kind}.{key}"
            );
        }
        if !placed.is_empty() {
            let shown_above = |field: &Field| field.key == "code" || field.key == STATUS;
            let forgotten: Vec<&str> = template
                .fields
                .iter()
                .filter(|field| !shown_above(field) && !placed.contains(&field.key))
                .map(|field| field.key)
                .collect();
            assert!(forgotten.is_empty(), "{kind} places {forgotten:?} nowhere");
            assert!(
                template.rows.iter().all(|rows| placed.contains(&rows.kind)),
                "{kind} places some rows nowhere"
            );
        }
    }
}

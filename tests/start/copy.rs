//! A new project from what stands in an earlier one.

use super::answers::{date, empty};
use super::fit::assert_every_value_fits;
use chrono::{DateTime, FixedOffset};
use hepai::analysis::begin::copy::copy;
use hepai::analysis::begin::sample::sample;
use hepai::analysis::time::calendar::Calendar;
use hepai::model::template::{Form, Lang};
use hepai::model::{RecordId, Value};
use hepai::templates::{SCHEMA, charter, member, status_of, task};

#[test]
fn a_copy_holds_the_plan_and_nothing_that_happened() {
    let (_owner, old) = empty();
    let evening: DateTime<FixedOffset> = "2026-08-26T18:00:00+08:00".parse().expect("a moment");
    old.begin_sample(&sample(evening, Lang::Zh));
    let start = date("2027-03-01");
    let records = old
        .read(|log| copy(log, "明年的上市", start))
        .expect("a roster to begin with");
    let (_other, new) = empty();
    let begun = new.begin_project(&records);
    new.read(|log| {
        let form = Form::new(log, charter::record());
        assert_eq!(
            form.get(charter::PROJECT_NAME).as_deref(),
            Some("明年的上市")
        );
        assert_eq!(form.get(charter::PLANNED_START), Some(start));
        assert_eq!(log.rows("task").len(), 30);
        assert_eq!(
            log.rows("dependency").len(),
            old.read(|log| log.rows("dependency").len())
        );
        assert!(log.rows("issue").is_empty() && log.rows("confirmation").is_empty());
        let lead = form.other(begun.me.clone());
        assert_eq!(
            lead.get(member::PROJECT_ROLE).as_deref(),
            Some(member::LEAD.key)
        );
        let calendar = Calendar::default();
        for task in form.all("task") {
            assert_eq!(status_of(&task), "todo");
            assert!(!task.has(task::ACTUAL_START.name) && !task.has(task::PERCENT.name));
            assert!(!task.has(task::BASELINE_END.name));
            let owner = task.get(task::OWNER).expect("an owner");
            assert!(log.is_visible(&owner), "an owner of the old project");
            let due = task.get(task::CURRENT_END).expect("a due date");
            assert!(due >= start && calendar.is_working_day(due), "{due}");
        }
        assert_every_value_fits(log);
    });
}

#[test]
fn a_project_without_people_cannot_be_copied() {
    let (_owner, old) = empty();
    old.set_fields(
        &charter::record(),
        &[(charter::PROJECT_NAME.name, Value::text("空"))],
    );
    assert!(
        old.read(|log| copy(log, "新", date("2027-03-01")))
            .is_none()
    );
}

#[test]
fn whatever_a_reference_names_a_project_can_be_copied() {
    let made = SCHEMA
        .templates
        .iter()
        .filter(|one| !one.made_of.is_empty());
    let mut tried = 0;
    for template in made.filter(|one| one.copied) {
        let itself = RecordId::of(&format!("{}/AAAAAAAA", template.kind));
        let later = SCHEMA
            .templates
            .iter()
            .rev()
            .find(|one| one.copied && !one.once);
        let later = RecordId::of(&format!("{}/ZZZZZZZZ", later.expect("forms").kind));
        for named in [charter::record(), itself.clone(), later.clone()] {
            let (_owner, old) = empty();
            let evening: DateTime<FixedOffset> =
                "2026-08-26T18:00:00+08:00".parse().expect("a moment");
            old.begin_sample(&sample(evening, Lang::Zh));
            old.set_fields(&later, &[("title", Value::text("last"))]);
            let refs: Vec<(&str, Value)> = template
                .made_of
                .iter()
                .map(|key| (*key, Value::text(named.as_str())))
                .collect();
            old.set_fields(&itself, &refs);
            let copied = old.read(|log| copy(log, "again", date("2027-03-01")));
            let (_other, new) = empty();
            new.begin_project(&copied.expect("people"));
            tried += 1;
        }
    }
    assert!(tried >= 3, "{tried}");
}

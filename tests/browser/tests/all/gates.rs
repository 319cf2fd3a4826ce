//! Nothing blocks but gates (ux.md §7, check 10): what is half filled is kept, and what is disabled says why.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Person, World, test};
use serde_json::{Value, json};

use crate::at;
use crate::screens::{PAGES, sample};

/// The first field of text of the form that is open: its record and name.
const FIRST: &str = "const all = [...document.querySelectorAll(\"main [data-record] [data-field]\")];
    const one = all.find((one) => ['INPUT', 'TEXTAREA'].includes(one.tagName) && ['text', 'textarea'].includes(one.type) && !one.readOnly && !one.disabled);
    return one ? [one.closest('[data-record]').dataset.record, one.dataset.field] : null;";

#[test]
fn one_field_of_every_kind_is_kept_without_the_others() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        let mut kept: Vec<(String, Value)> = Vec::new();
        for kind in [
            "department",
            "member",
            "task",
            "stage",
            "milestone",
            "issue",
            "risk",
            "metric",
        ] {
            person.go(&at(&project, &format!("{kind}/new"))).await?;
            let first = person.wait("a field of text", FIRST, json!([])).await?;
            let (record, field) = (
                first[0].as_str().unwrap_or_default(),
                first[1].as_str().unwrap_or_default(),
            );
            ensure!(
                record.starts_with(&format!("{kind}/")),
                "{first} is no {kind}"
            );
            person
                .fill(record, field, &format!("只填这一格 {kind}"))
                .await?;
            person.saved().await?;
            kept.push((kind.to_owned(), first));
        }
        person.go(&at(&project, "exchange")).await?;
        person.reload().await?;
        let sends = "return [testid('send-file'), testid('export-whole')].every((one) => one && !one.disabled);";
        assert_eq!(
            person.run(sends, json!([])).await?,
            true,
            "whatever is missing can be sent"
        );
        for (kind, first) in &kept {
            let (record, field) = (
                first[0].as_str().unwrap_or_default(),
                first[1].as_str().unwrap_or_default(),
            );
            person.open(&at(&project, record)).await?;
            person
                .wait_shown(record, field, &format!("只填这一格 {kind}"))
                .await?;
        }
        person.open(&at(&project, "brief")).await?;
        person
            .find(&format!("{}:not(:disabled)", testid("print")))
            .await
            .map(drop)
    });
}

/// Buttons and controls that cannot be used, and what is wrong with them.
const DISABLED: &str = "return [...document.querySelectorAll('main :disabled, header :disabled')].filter((one) => one.checkVisibility()).map((one) => {
    const step = one.closest('.step');
    const told = one.dataset.testid === 'gate' && Number(one.dataset.missing) > 0
      && [...(step?.querySelectorAll('a[href]') ?? [])].some((link) => link.checkVisibility() && link.innerText.trim() !== '');
    return told ? null : one.outerHTML.slice(0, 200);
  }).filter(Boolean);";

async fn disabled(person: &Person, route: &str) -> Result<Vec<String>> {
    person.go(route).await?;
    person.find("main").await?;
    let lines = person.lines(DISABLED, json!([])).await?;
    Ok(lines
        .into_iter()
        .map(|line| format!("{route}: {line}"))
        .collect())
}

#[test]
fn only_gates_are_disabled_and_each_says_what_is_missing() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = sample(&person, "zh-CN").await?;
        let mut found = Vec::new();
        for page in PAGES {
            found.extend(disabled(&person, at(&project, page).trim_end_matches('/')).await?);
        }
        found.extend(disabled(&person, "#/new").await?);
        let lamp = person.new_lamp().await?;
        person.go(&at(&lamp, "issue/new")).await?;
        let issue = person.wait_records("issue", 1).await?.remove(0);
        person.fill(&issue, "title", "样件迟了").await?;
        let gates = "return document.querySelectorAll('[data-testid=gate]:disabled').length > 0;";
        person
            .wait("a gate that is not open yet", gates, json!([]))
            .await?;
        found.extend(person.lines(DISABLED, json!([])).await?);
        ensure!(found.is_empty(), "{}", found.join("\n"));
        Ok(())
    });
}

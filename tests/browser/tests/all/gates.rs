//! Nothing blocks but gates (ux.md §7, check 10): what is half filled is kept, and what is disabled says why.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Person, World, test};
use serde_json::json;

use crate::at;
use crate::screens::{PAGES, sample};

/// The first field of text of the form that is open: its record and name.
const FIRST: &str = "const all = [...document.querySelectorAll(\"main [data-record] [data-field]\")];
    const one = all.find((one) => ['INPUT', 'TEXTAREA'].includes(one.tagName) && ['text', 'textarea'].includes(one.type) && !one.readOnly && !one.disabled);
    return one ? [one.closest('[data-record]').dataset.record, one.dataset.field] : null;";

/// Every kind of record that has a form of its own with something to type in.
const KINDS: [&str; 18] = [
    "department",
    "member",
    "work_item",
    "task",
    "stage",
    "milestone",
    "meeting",
    "agenda_item",
    "channel",
    "message",
    "escalation",
    "issue",
    "risk",
    "metric",
    "deliverable",
    "scope_item",
    "assumption",
    "need",
];

/// What a form looks like on paper: its sheet is there, and nothing of it is left to click.
const PAPER: &str = "const sheet = document.querySelector('main .sheet');
    const left = [...document.querySelectorAll('.top, .rail, .side, .sheet button:not(.chip)')].filter((one) => one.checkVisibility());
    return !sheet?.checkVisibility() ? 'no sheet' : left.length ? left[0].outerHTML.slice(0, 200) : null;";

/// A form can be printed as it is; answers with what is wrong.
async fn print(person: &Person, record: &str) -> Result<Option<String>> {
    person.on_paper(true).await?;
    let wrong = person.run(PAPER, json!([])).await?;
    person.on_paper(false).await?;
    let bytes = person.print().await?;
    let wrong = wrong.as_str().map(str::to_owned);
    let wrong = wrong.or_else(|| (bytes < 5_000).then(|| format!("{bytes} bytes of paper")));
    Ok(wrong.map(|wrong| format!("{record}: {wrong}")))
}

#[test]
fn one_field_of_every_kind_is_kept_and_printed_without_the_others() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        let mut kept: Vec<(String, String, String)> = Vec::new();
        for page in KINDS
            .map(|kind| format!("{kind}/new"))
            .into_iter()
            .chain(["charter".to_owned()])
        {
            person.go(&at(&project, &page)).await?;
            let first = person.wait("a field of text", FIRST, json!([])).await?;
            let text = |at: usize| first[at].as_str().unwrap_or_default().to_owned();
            let (record, field) = (text(0), text(1));
            let kind = page.trim_end_matches("/new");
            ensure!(
                record.split('/').next() == Some(kind),
                "{first} is no {kind}"
            );
            let value = format!("只填这一格 {kind}");
            person.fill(&record, &field, &value).await?;
            person.saved().await?;
            kept.push((record, field, value));
        }
        person.go(&at(&project, "exchange")).await?;
        person.reload().await?;
        let sends = "return [testid('send-file'), testid('export-whole')].every((one) => one && !one.disabled);";
        assert_eq!(
            person.run(sends, json!([])).await?,
            true,
            "whatever is missing can be sent"
        );
        let mut wrong = Vec::new();
        for (record, field, value) in &kept {
            person.go(&at(&project, record)).await?;
            person.wait_shown(record, field, value).await?;
            wrong.extend(person.lines(DISABLED, json!([])).await?);
            wrong.extend(print(&person, record).await?);
        }
        ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
        // The charter is signed on paper, and has room for what is not written yet.
        person.on_paper(true).await?;
        let signed = "const seen = (one) => one?.checkVisibility();
            return seen(document.querySelector('.signatures, .signature'));";
        ensure!(
            person.run(signed, json!([])).await? == true,
            "lines to sign"
        );
        person.on_paper(false).await?;
        person.go(&at(&project, "brief")).await?;
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

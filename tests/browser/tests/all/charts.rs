//! Charts in the browser: drawn, with a table behind, printed, saved and copied; and the overview in its first look.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Person, World, test};
use serde_json::json;

/// Opens the example.
async fn sample(person: &Person) -> Result<String> {
    person.open("#/").await?;
    person.click(&testid("sample")).await?;
    let there = "return location.hash.startsWith('#/p/') && document.querySelector('[data-testid=things]') !== null;";
    person.wait("the sample", there, json!([])).await?;
    let hash = person.run("return location.hash;", json!([])).await?;
    Ok(hash.as_str().unwrap_or_default().to_owned())
}

#[test]
fn charts_are_drawn_told_and_taken_along() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("wang").await?;
        let project = sample(&person).await?;
        person.go(&format!("{project}/charts")).await?;
        for name in ["burndown", "trend", "load", "causes", "risk", "exposure"] {
            let chart = testid(&format!("chart-{name}"));
            person
                .find(&format!("{chart} svg.drawing[aria-hidden=true] path"))
                .await?;
            person.find(&format!("{chart} figcaption")).await?;
            ensure!(
                person
                    .count(&format!("{chart} .chart-rows.hidden table"))
                    .await?
                    == 1,
                "{name}"
            );
        }
        let table = format!("{} {}", testid("chart-burndown"), testid("chart-table"));
        person.click(&table).await?;
        let open = format!(
            "{} .chart-rows:not(.hidden) table",
            testid("chart-burndown")
        );
        person.find(&open).await?;
        let effort = format!("{} {}", testid("chart-burndown"), testid("by-effort"));
        let before = person
            .text(&format!("{} h2", testid("chart-burndown")))
            .await?;
        person.click(&effort).await?;
        let other = "return document.querySelector('[data-testid=chart-burndown] h2').innerText !== arguments[0];";
        person
            .wait("another measure", other, json!([before]))
            .await?;
        let found = person.axe().await?;
        ensure!(found.is_empty(), "{found:?}");
        person.resize(390, 844).await?;
        let fits = "return document.documentElement.scrollWidth <= innerWidth
            && [...document.querySelectorAll('.chart-place > svg')].every(svg => svg.clientWidth <= innerWidth
                && svg.clientWidth === svg.viewBox.baseVal.width);";
        person
            .wait("charts as wide as a phone", fits, json!([]))
            .await?;
        Ok(())
    });
}

#[test]
fn a_chart_is_saved_as_a_picture() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("wang").await?;
        let project = sample(&person).await?;
        person.go(&format!("{project}/charts")).await?;
        let hear = "window.saved = [];
            HTMLAnchorElement.prototype.click = function () { window.saved.push([this.download, this.href]); };
            return true;";
        person.run(hear, json!([])).await?;
        for kind in ["svg", "png"] {
            person
                .click(&format!(
                    "{} {}",
                    testid("chart-causes"),
                    testid(&format!("chart-{kind}"))
                ))
                .await?;
            let is_there = "return window.saved.some(([name, href]) => name.endsWith(arguments[0]) && href.startsWith('blob:'));";
            person
                .wait("a file", is_there, json!([format!(".{kind}")]))
                .await?;
        }
        Ok(())
    });
}

#[test]
fn the_first_look_says_how_it_stands_why_and_who_acts() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("wang").await?;
        sample(&person).await?;
        person.resize(1366, 620).await?;
        let fits = "const foot = selector => document.querySelector(selector)?.getBoundingClientRect().bottom ?? 1e9;
            const rows = [...document.querySelectorAll('[data-testid=things] tbody tr')].slice(0, 5);
            return foot('[data-testid=verdict]') < 200 && foot('.timeline') < 340 && rows.length === 5
                && rows.every(row => row.getBoundingClientRect().bottom <= 620);";
        person
            .wait(
                "verdict, time and five things in the first look",
                fits,
                json!([]),
            )
            .await?;
        let count =
            "return Number(document.querySelector('[data-testid=things]').dataset.count) >= 5;";
        ensure!(person.run(count, json!([])).await? == json!(true));
        person.find(&testid("critical-line")).await?;
        person.click(&testid("small-burndown")).await?;
        person.find(&testid("chart-burndown")).await?;
        Ok(())
    });
}

#[test]
fn what_a_chart_counts_is_opened_by_click_and_by_key() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("wang").await?;
        let project = sample(&person).await?;
        let charts = format!("{project}/charts");
        person.go(&charts).await?;
        // One stop for all cells; arrows lead on, Enter opens the list behind.
        let first = format!("{} .chart-spot[tabindex='0']", testid("chart-load"));
        let said =
            "const one = document.querySelector(arguments[0]); one.focus(); return one.ariaLabel;";
        person.find(&first).await?;
        let from = person.run(said, json!([first])).await?;
        person.press("ArrowRight", 0).await?;
        let moved = "return document.activeElement.classList.contains('chart-spot') && document.activeElement.tabIndex === 0
            && document.activeElement.ariaLabel !== arguments[0];";
        person.wait("the next cell", moved, json!([from])).await?;
        person.press("Enter", 0).await?;
        let narrowed = "return location.hash.includes('/plan/gantt?f=only~') && document.querySelector('[data-testid=plan-chip]') !== null;";
        person.wait("its tasks alone", narrowed, json!([])).await?;
        // A click on a cell of the matrix narrows the register to it.
        person.go(&charts).await?;
        person
            .click(&format!("{} .chart-spot", testid("chart-risk")))
            .await?;
        let chosen = "return location.hash.includes('/risk?likelihood=')
            && document.querySelectorAll('.risk-matrix [aria-pressed=true]').length === 1;";
        person.wait("that cell alone", chosen, json!([])).await?;
        // The bar of a cause leads to the tasks that it made late.
        person.go(&charts).await?;
        person
            .click(&format!("{} .chart-spot", testid("chart-causes")))
            .await?;
        person
            .wait("the late tasks", narrowed, json!([]))
            .await
            .map(drop)
    });
}

#[test]
fn from_the_overview_one_click_leads_to_the_critical_path_and_two_to_the_details() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("wang").await?;
        sample(&person).await?;
        person.click(&testid("to-gantt")).await?;
        let alone = "return location.hash.includes('c=1') && document.querySelector('[data-testid=gantt][data-painted]') !== null;";
        person.wait("the critical path", alone, json!([])).await?;
        person.click(&testid("gantt-details")).await?;
        let told = person.text(&testid("gantt-detail")).await?;
        ensure!(told.contains("T-14"), "{told}");
        Ok(())
    });
}

#[test]
fn whoever_must_act_is_reminded_by_a_text_that_one_sends() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("wang").await?;
        sample(&person).await?;
        let hear = "window.copied = []; navigator.clipboard.writeText = async (text) => { window.copied.push(text); }; return true;";
        person.run(hear, json!([])).await?;
        person.click(&testid("remind-matter")).await?;
        let told = "return window.copied.length === 1 && window.copied[0].includes('\\n');";
        person.wait("a text", told, json!([])).await?;
        ensure!(person.count(&format!("{} li", testid("six-steps"))).await? == 6);
        Ok(())
    });
}

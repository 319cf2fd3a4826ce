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
        for name in ["burndown", "trend", "load", "causes", "risk"] {
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

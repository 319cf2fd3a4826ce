//! What must not break to the eye: the lines of the rail, what is on the paper, suggestions in tables.

use anyhow::{Context as _, Result, ensure};
use browser_tests::page::testid;
use browser_tests::{World, test};
use serde_json::json;

use crate::at;
use crate::screens::sample;

#[test]
fn each_page_in_the_rail_is_one_whole_line_in_both_languages() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        person.resize(1366, 768).await?;
        person.new_lamp().await?;
        let broken = "const links = [...document.querySelectorAll('.rail-link')];
            const least = Math.min(...links.map((link) => link.offsetHeight));
            const is_cut = (name) => name.scrollWidth > name.clientWidth;
            return links.filter((link) => link.offsetHeight > least || is_cut(link.querySelector('.rail-name')))
                .map((link) => link.innerText);";
        for language in ["zh-CN", "en"] {
            let speaks = "return document.documentElement.lang === arguments[0];";
            if person.run(speaks, json!([language])).await? == false {
                person.click(&testid("language")).await?;
            }
            person
                .wait("the language", speaks, json!([language]))
                .await?;
            let lacks = "return [...document.querySelectorAll('.rail-count')].some((one) => /\\d/.test(one.textContent));";
            person.wait("a count", lacks, json!([])).await?;
            assert_eq!(
                person.run(broken, json!([])).await?,
                json!([]),
                "{language}"
            );
        }
        Ok(())
    });
}

#[test]
fn what_is_shut_on_the_screen_is_on_the_paper() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = sample(&person, "zh-CN").await?;
        person.go(&at(&project, "issue/new")).await?;
        person.find(".sheet-more:not([open])").await?;
        // What is not drawn takes no room.
        let tall = "return [...document.querySelectorAll('.sheet-more:not([open])')].every((one) => one.offsetHeight >= one.querySelector('.sheet-body').offsetHeight);";
        assert_eq!(person.run(tall, json!([])).await?, false);
        person
            .cdp("Emulation.setEmulatedMedia", json!({ "media": "print" }))
            .await?;
        assert_eq!(person.run(tall, json!([])).await?, true);
        Ok(())
    });
}

#[test]
fn a_suggestion_in_a_list_stands_under_the_list_and_leaves_its_rows_as_high() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("wang").await?;
        let project = person.new_lamp().await?;
        person.click(&format!("{} summary", testid("who"))).await?;
        let other = "const all = [...document.querySelectorAll('[data-testid=identity] label')];
            const one = all.find((label) => label.innerText.includes('陈专员')); one?.querySelector('input').click(); return !!one;";
        person.wait("another person", other, json!([])).await?;
        person.go(&at(&project, "task")).await?;
        let task = person.records("task").await?;
        let task = task.get(3).context("a task of another department")?;
        person
            .click(&format!("tr[data-record='{task}'] td[data-key='title']"))
            .await?;
        person.fill(task, "title", "换一个名字").await?;
        let told = format!("{} {}", testid("strip"), testid("suggestion"));
        let told = person.text(&told).await?;
        ensure!(
            told.contains("换一个名字") && told.contains("收回"),
            "{told}"
        );
        let heights = "const rows = [...document.querySelectorAll('.grid-table tr[data-record]')];
            return new Set(rows.map((row) => row.offsetHeight)).size;";
        assert_eq!(person.run(heights, json!([])).await?, 1);
        Ok(())
    });
}

#[test]
fn what_the_app_fills_in_a_row_is_read_and_not_typed() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = sample(&person, "zh-CN").await?;
        person.go(&at(&project, "charter")).await?;
        let named = "const rows = [...document.querySelectorAll('[data-rows=confirmation] tbody tr')];
            return rows.length > 0 && rows.every((row) => !row.querySelector('[data-field=rep]') && row.querySelector('output[data-key=rep]')?.textContent);";
        person
            .wait("the representatives of the departments", named, json!([]))
            .await
            .map(drop)
    });
}

/// What is wrong with a paper, as the page would be printed: a column that is cut off, or no name over it.
const PAPER_LACKS: &str = "const found = [];
    const seen = (one) => one.checkVisibility();
    for (const table of [...document.querySelectorAll('main table')].filter(seen)) {
      if (table.getBoundingClientRect().right > innerWidth + 1) found.push(`wider than the paper: ${table.className}`);
      for (let up = table.parentElement; up && up !== document.body; up = up.parentElement)
        if (getComputedStyle(up).overflowX !== 'visible' && up.scrollWidth > up.clientWidth + 1) found.push(`cut off: ${table.className}`);
    }
    if (![...document.querySelectorAll('main :is(.paper-head, .sheet-head)')].some(seen)) found.push('no name over it');
    return found;";

#[test]
fn every_paper_of_the_method_has_its_name_and_all_its_columns() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = sample(&person, "zh-CN").await?;
        let mut found = Vec::new();
        // The widths of A4 between its margins, lying and standing.
        for (width, pages) in [
            (
                1001,
                &[
                    "work_item",
                    "risk",
                    "clashes",
                    "progress",
                    "change_request",
                    "decision",
                ][..],
            ),
            (
                673,
                &[
                    "meeting",
                    "closing",
                    "feedback",
                    "mechanism",
                    "decision/new",
                    "change_request/new",
                ][..],
            ),
        ] {
            for page in pages {
                person.resize(1366, 768).await?;
                crate::screens::show(&person, &at(&project, page)).await?;
                person.on_paper(true).await?;
                person.resize(width, 900).await?;
                let lacks = person.lines(PAPER_LACKS, json!([])).await?;
                found.extend(lacks.into_iter().map(|lack| format!("{page}: {lack}")));
                person.on_paper(false).await?;
            }
        }
        ensure!(found.is_empty(), "{}", found.join("\n"));
        Ok(())
    });
}

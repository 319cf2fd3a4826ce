//! One button of a view looks like the next step, and what ends or refuses never does.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Person, World, test};
use serde_json::json;

use crate::at;
use crate::screens::{PAGES, sample, show};

/// The buttons that look like the next step: filled with the accent.
const FILLED: &str = "const probe = document.createElement('i');
    probe.style.color = 'var(--accent)';
    document.body.append(probe);
    const accent = getComputedStyle(probe).color;
    probe.remove();
    return [...document.querySelectorAll('button, .button')]
      .filter((one) => one.checkVisibility() && getComputedStyle(one).backgroundColor === accent)
      .map((one) => one.innerText.trim());";

/// Words of buttons that end, refuse or turn back.
const NEVER: &str = "终止 暂停 暂缓 取消 删除 撤回 退回 不受理 不批准 不成立 都不收 删掉";

async fn look(person: &Person, route: &str, wrong: &mut Vec<String>) -> Result<()> {
    show(person, route).await?;
    look_here(person, route, wrong).await
}

async fn look_here(person: &Person, route: &str, wrong: &mut Vec<String>) -> Result<()> {
    let filled = person.lines(FILLED, json!([])).await?;
    let is_bare = filled.is_empty() && route == "#/new";
    let ends = |text: &&String| NEVER.split(' ').any(|word| text.contains(word));
    if is_bare || filled.len() > 1 || filled.iter().any(|text| ends(&text)) {
        wrong.push(format!("{route}: {}", filled.join(" | ")));
    }
    Ok(())
}

#[test]
fn no_view_of_the_sample_has_two_next_steps() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = sample(&person, "zh-CN").await?;
        let mut wrong = Vec::new();
        for page in ["#/", "#/new"] {
            look(&person, page, &mut wrong).await?;
        }
        for page in PAGES {
            look(
                &person,
                at(&project, page).trim_end_matches('/'),
                &mut wrong,
            )
            .await?;
        }
        // The forms of each state of those that have steps.
        for kind in ["issue", "task", "risk"] {
            person.go(&at(&project, kind)).await?;
            person.find("tr[data-record]").await?;
            let rows = "const seen = new Map();
                for (const row of document.querySelectorAll('tr[data-record]')) {
                  const status = row.querySelector('[data-testid=status]')?.dataset.status;
                  if (!seen.has(status)) seen.set(status, row.dataset.record);
                }
                return [...seen.values()];";
            for record in person.lines(rows, json!([])).await? {
                look(&person, &at(&project, &record), &mut wrong).await?;
            }
        }
        // Files that have come are the next step of the page they stand on.
        person.go(&at(&project, "exchange")).await?;
        person.click(&testid("sample-replies")).await?;
        person.find(&testid("import-accept")).await?;
        look_here(&person, "files that came", &mut wrong).await?;
        ensure!(wrong.is_empty(), "{}", wrong.join("\n"));
        Ok(())
    });
}

#[test]
fn an_issue_that_waits_for_somebody_else_says_so_in_one_line() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = sample(&person, "zh-CN").await?;
        person.go(&at(&project, "issue")).await?;
        let waiting = "return document.querySelector('tr[data-record]:has([data-status=submitted], [data-status=working], [data-status=resolved])')?.dataset.record ?? null;";
        let record = person
            .wait("an issue under way", waiting, json!([]))
            .await?;
        let record = record.as_str().unwrap_or_default().to_owned();
        show(&person, &at(&project, &record)).await?;
        let said = "const turn = testid('turn')?.innerText ?? '';
            const shut = [...document.querySelectorAll('.side .withheld')].filter((one) => one.checkVisibility()).length;
            return [turn, shut, document.querySelectorAll('.side .step-button.primary').length];";
        let said = person.run(said, json!([])).await?;
        let turn = said[0].as_str().unwrap_or_default();
        ensure!(
            turn.starts_with('等') || said[2] == 1,
            "neither a next step nor whose turn it is: {said}"
        );
        ensure!(said[1] == 0, "buttons one cannot press: {said}");
        Ok(())
    });
}

#[test]
fn the_calendar_opens_without_what_stops_the_project() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = sample(&person, "zh-CN").await?;
        person.click(&format!("{} summary", testid("menu"))).await?;
        person.click(&testid("calendar")).await?;
        person.find(&testid("holidays")).await?;
        person
            .find("[data-testid='add-row'][data-rows='calendar_day']")
            .await?;
        ensure!(
            person.count("[data-step]").await? == 0,
            "steps of the project"
        );
        person.go(&at(&project, "settings")).await?;
        person.find("[data-step]").await?;
        let stops = "const stop = document.querySelector('[data-step=stop]');
            return stop !== null && !stop.checkVisibility() && stop.closest('.more-steps') !== null;";
        ensure!(
            person.run(stops, json!([])).await? == true,
            "it is behind 更多"
        );
        Ok(())
    });
}

//! Rows added, moved and deleted by keyboard; the language changed at run time.

use crate::at;
use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Person, World, test};
use serde_json::json;

#[test]
fn rows_are_added_moved_by_keyboard_and_deleted_with_undo() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        let mut rows: Vec<String> = Vec::new();
        for name in ["一", "二", "三"] {
            person
                .click("[data-testid='add-row'][data-rows='metric']")
                .await?;
            let all = person.wait_records("metric", rows.len() + 1).await?;
            let new = all
                .into_iter()
                .find(|row| !rows.contains(row))
                .unwrap_or_default();
            person.fill(&new, "name", name).await?;
            rows.push(new);
        }
        let ordered = |order: [usize; 3]| order.map(|at| rows[at].clone()).to_vec();
        person.control(&rows[2], "name").await?.click().await?;
        person.press("ArrowUp", 1).await?;
        wait_order(&person, &ordered([0, 2, 1])).await?;
        // The focus goes with the row, so that the next key moves it on.
        wait_focus(&person, &rows[2]).await?;
        person.press("ArrowUp", 1).await?;
        wait_order(&person, &ordered([2, 0, 1])).await?;
        wait_focus(&person, &rows[2]).await?;
        person.press("ArrowDown", 1).await?;
        wait_order(&person, &ordered([0, 2, 1])).await?;
        person.saved().await?;
        person.reload().await?;
        wait_order(&person, &ordered([0, 2, 1])).await?;

        person
            .click(&format!(
                "[data-record='{}'] [data-testid='delete-row']",
                rows[0]
            ))
            .await?;
        person.wait_records("metric", 2).await?;
        person.undo().await?;
        wait_order(&person, &ordered([0, 2, 1])).await?;
        person.wait_shown(&rows[0], "name", "一").await?;
        person
            .click(&format!(
                "[data-record='{}'] [data-testid='delete-row']",
                rows[1]
            ))
            .await?;
        person.wait_records("metric", 2).await?;
        person.saved().await?;
        person.go(&at(&project, "bin")).await?;
        person
            .click(&format!(
                "[data-record='{}'] [data-testid='restore']",
                rows[1]
            ))
            .await?;
        person.go(&at(&project, "charter")).await?;
        wait_order(&person, &ordered([0, 2, 1])).await
    });
}

async fn wait_order(person: &Person, order: &[String]) -> Result<()> {
    let script = "const ids = [...document.querySelectorAll('tr[data-record]')].map((one) => one.dataset.record);
        return JSON.stringify(ids.filter((id) => id.startsWith('metric/'))) === JSON.stringify(arguments[0]);";
    person
        .wait(&format!("the order {order:?}"), script, json!([order]))
        .await
        .map(drop)
}

async fn wait_focus(person: &Person, row: &str) -> Result<()> {
    let script =
        "return document.activeElement?.closest('[data-record]')?.dataset.record === arguments[0];";
    person
        .wait("the focus to follow the row", script, json!([row]))
        .await
        .map(drop)
}

#[test]
fn the_language_changes_at_run_time_and_loses_no_letter() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        person.new_project("台灯").await?;
        let label = "return control('charter', 'goal_statement').getAttribute('aria-label') ?? control('charter', 'goal_statement').labels[0].innerText;";
        let zh = person.run(label, json!([])).await?;
        ensure!(
            zh.as_str().is_some_and(|text| text.contains("协作目标")),
            "{zh}"
        );
        let control = person.control("charter", "goal_statement").await?;
        control.click().await?;
        control.send_keys("还没离开").await?;
        person.click(&testid("language")).await?;
        person
            .wait(
                "English",
                "return document.documentElement.lang.startsWith('en');",
                json!([]),
            )
            .await?;
        let en = person.run(label, json!([])).await?;
        ensure!(
            en.as_str().is_some_and(|text| text.contains("Goal")),
            "{en}"
        );
        person
            .wait_shown("charter", "goal_statement", "还没离开")
            .await?;
        let han = "return document.querySelector('.rail, nav')?.innerText ?? '';";
        let rail = person.run(han, json!([])).await?;
        ensure!(
            rail.as_str()
                .is_some_and(|text| !text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))),
            "{rail}"
        );
        person.saved().await?;
        person.reload().await?;
        person
            .wait(
                "English again",
                "return document.documentElement.lang.startsWith('en');",
                json!([]),
            )
            .await?;
        person
            .wait_shown("charter", "goal_statement", "还没离开")
            .await?;
        person.click(&testid("language")).await?;
        person
            .wait(
                "中文",
                "return document.documentElement.lang.startsWith('zh');",
                json!([]),
            )
            .await
            .map(drop)
    });
}

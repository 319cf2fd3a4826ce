//! Text input as people in China do it, undo by visits, rows by keyboard, the other language.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Person, World, test};
use serde_json::{Value, json};

use crate::{add_task, at};

/// Composes a text step by step, as an IME does, without committing it.
async fn compose(person: &Person, steps: &[&str]) -> Result<()> {
    for step in steps {
        let length = step.chars().count();
        let state = json!({ "text": step, "selectionStart": length, "selectionEnd": length });
        person.cdp("Input.imeSetComposition", state).await?;
    }
    Ok(())
}

async fn commit(person: &Person, text: &str) -> Result<()> {
    person
        .cdp("Input.insertText", json!({ "text": text }))
        .await
        .map(drop)
}

async fn focused_value(person: &Person) -> Result<Value> {
    person
        .run("return document.activeElement?.value ?? null;", json!([]))
        .await
}

#[test]
fn enter_while_composing_submits_nothing() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        add_task(&person, &project, "已有").await?;
        person.find(&testid("type-to-add")).await?.click().await?;
        compose(&person, &["x", "xie", "写'fang'an"]).await?;
        person.press("Enter", 0).await?;
        person.cdp("Input.dispatchKeyEvent", json!({ "type": "rawKeyDown", "windowsVirtualKeyCode": 229, "key": "Process", "code": "Enter" })).await?;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        assert_eq!(
            person.records("task").await?.len(),
            1,
            "Enter belonged to the IME"
        );
        person.find(&testid("type-to-add")).await?;
        commit(&person, "写方案").await?;
        person.press("Enter", 0).await?;
        let tasks = person.wait_records("task", 2).await?;
        let title = person
            .text(&format!(
                "[data-record='{}'] td[data-key='title']",
                tasks[1]
            ))
            .await?;
        ensure!(title.ends_with("写方案"), "{title}");
        Ok(())
    });
}

#[test]
fn nothing_is_written_while_composing_and_the_whole_word_after() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        person
            .control("charter", "goal_statement")
            .await?
            .click()
            .await?;
        compose(&person, &["t", "ti", "tig", "tigao"]).await?;
        // Longer than the pause after which letters are written.
        tokio::time::sleep(std::time::Duration::from_millis(1_000)).await;
        person.press("Enter", 0).await?;
        assert_eq!(
            focused_value(&person).await?,
            "tigao",
            "the composition goes on undisturbed"
        );
        commit(&person, "提高").await?;
        compose(&person, &["x", "xl"]).await?;
        commit(&person, "销量").await?;
        person.press("Tab", 0).await?;
        person.saved().await?;
        person
            .wait_shown("charter", "goal_statement", "提高销量")
            .await?;
        let file = person.export_read(&project).await?;
        let half: Vec<String> = file
            .written()
            .into_iter()
            .filter(|text| text.contains("tig") || text.contains("xl"))
            .collect();
        ensure!(half.is_empty(), "half a word was written: {half:?}");
        assert_eq!(file.current("charter", "goal_statement"), "提高销量");
        Ok(())
    });
}

#[test]
fn a_cancelled_composition_leaves_what_was_there() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        person.fill("charter", "background", "原来").await?;
        person
            .control("charter", "background")
            .await?
            .click()
            .await?;
        compose(&person, &["q", "qi", ""]).await?;
        person.press("Tab", 0).await?;
        person.saved().await?;
        let file = person.export_read(&project).await?;
        assert_eq!(file.current("charter", "background"), "原来");
        ensure!(
            file.written().iter().all(|text| !text.contains("qi")),
            "what was cancelled is not written"
        );
        Ok(())
    });
}

#[test]
fn one_visit_to_a_field_is_one_step_of_undo() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        person.fill("charter", "goal_statement", "第一次").await?;
        person.saved().await?;
        // One visit with pauses, each of which is written and saved.
        let control = person.control("charter", "goal_statement").await?;
        control.click().await?;
        person.press("a", 2).await?;
        for part in ["第二次", "，写", "，又写"] {
            control.send_keys(part).await?;
            tokio::time::sleep(std::time::Duration::from_millis(900)).await;
        }
        person.press("Tab", 0).await?;
        person
            .wait_shown("charter", "goal_statement", "第二次，写，又写")
            .await?;
        person.fill("charter", "background", "背景").await?;
        person.undo().await?;
        person.wait_shown("charter", "background", "").await?;
        person.undo().await?;
        person
            .wait_shown("charter", "goal_statement", "第一次")
            .await?;
        person.press("y", 2).await?;
        person
            .wait_shown("charter", "goal_statement", "第二次，写，又写")
            .await?;
        person.press("y", 2).await?;
        person.wait_shown("charter", "background", "背景").await?;
        person.saved().await?;
        // Within the field, too.
        person
            .control("charter", "goal_statement")
            .await?
            .click()
            .await?;
        person.press("z", 2).await?;
        person.wait_shown("charter", "background", "").await?;
        assert_eq!(
            person
                .export_read(&project)
                .await?
                .current("charter", "goal_statement"),
            "第二次，写，又写"
        );
        Ok(())
    });
}

#[test]
fn what_arrives_does_not_change_the_field_under_the_caret() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        person.fill("charter", "goal_statement", "开始").await?;
        person.saved().await?;
        person.reload().await?;
        let control = person.control("charter", "goal_statement").await?;
        control.click().await?;
        // Beside it, in another window, the same field and another one are edited.
        let first = person.new_window().await?;
        person.open(&at(&project, "charter")).await?;
        person
            .quick_fill("charter", "goal_statement", "别处写的")
            .await?;
        person
            .quick_fill("charter", "background", "别处的背景")
            .await?;
        person.saved().await?;
        person.switch_tab(&first).await?;
        person
            .wait_shown("charter", "background", "别处的背景")
            .await?;
        assert_eq!(
            person.shown("charter", "goal_statement").await?,
            "开始",
            "it stands still under the caret"
        );
        person.press("a", 2).await?;
        control.send_keys("我写的").await?;
        person.press("Tab", 0).await?;
        person.saved().await?;
        let open = person.conflicts(&project).await?;
        assert_eq!(
            open,
            [("charter".to_owned(), "goal_statement".to_owned())],
            "the visit began without knowing: both are kept"
        );
        Ok(())
    });
}

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

//! Text input as people in China do it, undo by visits, rows by keyboard, the other language.

use crate::{add_task, at};
use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Person, World, test};
use serde_json::{Value, json};

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

/// Writes a field, then types a letter into another one each tenth of a second; answers with what the rail said of the
/// first step: before, while typing, and once it has changed.
const TYPE_ON: &str = "
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
const count = () => document.querySelector('.rail-count')?.textContent ?? null;
const before = count();
put(control('charter', 'goal_statement'), '三月底前上市');
const one = control('charter', 'background');
one.focus();
const meanwhile = new Set();
for (let letters = 1; letters <= 12; letters++) {
  one.value = '字'.repeat(letters);
  one.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: '字' }));
  await sleep(100);
  meanwhile.add(count());
}
for (const end = Date.now() + 20000; count() === before && Date.now() < end;) await sleep(50);
return [before, [...meanwhile], count()];";

#[test]
fn nothing_is_counted_between_two_letters() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        person.go(&at(&project, "charter")).await?;
        person.control("charter", "goal_statement").await?;
        person.stored_at_rest().await?;
        person.find(".rail-count").await?;
        let said = person.run_async(TYPE_ON, json!([])).await?;
        ensure!(
            said[2] != said[0],
            "it is counted when typing rests: {said}"
        );
        ensure!(
            said[1] == json!([said[0]]),
            "the next key waits for it: {said}"
        );
        Ok(())
    });
}

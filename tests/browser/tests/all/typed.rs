//! What is typed and pasted: what it is read as is said before it counts, and what does not count keeps its mark.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Person, World, test};
use serde_json::json;

use crate::{add_task, at};

/// Goes into a cell of the plan.
async fn into_cell(person: &Person, record: &str, field: &str) -> Result<()> {
    person
        .click(&format!(
            "tr[data-record='{record}'] td[data-key='{field}']"
        ))
        .await?;
    let script = "return document.activeElement?.dataset.field === arguments[0];";
    person.wait(field, script, json!([field])).await.map(drop)
}

/// Types over what stands in the cell that has the focus.
async fn retype(person: &Person, text: &str) -> Result<()> {
    let script =
        "document.activeElement.select(); document.execCommand('insertText', false, arguments[0]);";
    person.run(script, json!([text])).await.map(drop)
}

/// Waits for what a cell says while nobody is in its row, and whether it carries a mark.
async fn wait_read_cell(
    person: &Person,
    record: &str,
    field: &str,
    text: &str,
    is_odd: bool,
) -> Result<()> {
    let script = "const cell = document.querySelector(`tr[data-record='${arguments[0]}'] td[data-key='${arguments[1]}'] .cell`);
        return cell?.innerText.trim() === arguments[2] && cell.dataset.odd === String(arguments[3]);";
    person
        .wait(text, script, json!([record, field, text, is_odd]))
        .await
        .map(drop)
}

async fn wait_said(person: &Person, hook: &str, text: &str) -> Result<()> {
    let script = "return [...document.querySelectorAll(`[data-testid='${arguments[0]}']`)].some((one) => one.innerText.includes(arguments[1]));";
    person
        .wait(text, script, json!([hook, text]))
        .await
        .map(drop)
}

#[test]
fn a_date_says_its_year_and_weekday_before_it_counts_and_an_end_before_its_start_does_not() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        let other = add_task(&person, &project, "甲").await?;
        let task = add_task(&person, &project, "乙").await?;
        into_cell(&person, &task, "current_start").await?;
        retype(&person, "2027-12-22").await?;
        person.press("Tab", 0).await?;
        into_cell(&person, &task, "current_end").await?;
        retype(&person, "2-26").await?;
        wait_said(&person, "read-back", "2028-02-26 周六").await?;
        into_cell(&person, &other, "title").await?;
        wait_read_cell(&person, &task, "current_end", "2028-02-26", false).await?;
        into_cell(&person, &task, "current_end").await?;
        retype(&person, "2026-02-26").await?;
        wait_said(&person, "unread", "2028-02-26 周六").await?;
        into_cell(&person, &other, "title").await?;
        wait_read_cell(&person, &task, "current_end", "2026-02-26", true).await?;
        person.saved().await?;
        person.go(&at(&project, "checks")).await?;
        let script = "return document.querySelector('main').innerText.includes('2026-02-26');";
        person
            .wait("it is listed in the checks", script, json!([]))
            .await?;
        person.go(&at(&project, "task")).await?;
        into_cell(&person, &task, "current_end").await?;
        person.click(&testid("meant")).await?;
        into_cell(&person, &other, "title").await?;
        wait_read_cell(&person, &task, "current_end", "2028-02-26", false).await
    });
}

#[test]
fn what_cannot_be_read_keeps_its_letters_and_its_mark() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        let other = add_task(&person, &project, "甲").await?;
        let task = add_task(&person, &project, "乙").await?;
        into_cell(&person, &task, "current_end").await?;
        retype(&person, "待定").await?;
        into_cell(&person, &other, "title").await?;
        wait_read_cell(&person, &task, "current_end", "待定", true).await?;
        person.saved().await?;
        person.reload().await?;
        wait_read_cell(&person, &task, "current_end", "待定", true).await?;
        let file = person.export_read(&project).await?;
        ensure!(*file.current(&task, "current_end") == json!("待定"));
        Ok(())
    });
}

#[test]
fn the_order_of_day_and_month_is_asked_once_before_anything_is_written() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        add_task(&person, &project, "已有").await?;
        person.find(&testid("type-to-add")).await?.click().await?;
        let script = "const data = new DataTransfer();
            data.setData('text/plain', arguments[0]);
            document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));";
        let lines = "任务\t截止\n甲\t3/4/2027\n乙\t5/6/2027\n";
        person.run(script, json!([lines])).await?;
        person.find(&testid("which-order")).await?;
        ensure!(
            person.records("task").await?.len() == 1,
            "nothing is written before it is clear"
        );
        ensure!(person.count(&testid("paste-take")).await? == 0);
        person.click_text("日/月/年").await?;
        person.click(&testid("paste-take")).await?;
        let tasks = person.wait_records("task", 3).await?;
        wait_read_cell(&person, &tasks[1], "current_end", "2027-04-03", false).await?;
        wait_read_cell(&person, &tasks[2], "current_end", "2027-06-05", false).await
    });
}

#[test]
fn a_first_day_that_cannot_be_read_begins_no_project() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        person.open("#/new").await?;
        person
            .find(&testid("project-name"))
            .await?
            .send_keys("台灯")
            .await?;
        person.click_text("改日期").await?;
        let script =
            "const input = document.querySelector('[data-field=planned_start]'); input.focus();";
        person.find("[data-field='planned_start']").await?;
        person.run(script, json!([])).await?;
        retype(&person, "尽快").await?;
        wait_said(&person, "unread", "哪一天").await?;
        person.click(&testid("create-look")).await?;
        let script = "return document.activeElement?.dataset.field === 'planned_start';";
        person.wait("it is asked for", script, json!([])).await?;
        retype(&person, "下周五").await?;
        wait_said(&person, "read-back", "周五").await?;
        person.click(&testid("create-look")).await?;
        let script = "return location.hash.startsWith('#/p/');";
        person
            .wait("a new project", script, json!([]))
            .await
            .map(drop)
    });
}

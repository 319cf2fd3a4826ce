//! The plan as a table: copied lines, filling down, groups and filters, the strip, the start of work.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Person, World, test};
use serde_json::{Value, json};

use crate::{add_task, at};

const CTRL: u8 = 2;

/// Pastes a text where the focus is, as the browser does after Ctrl+V.
pub(crate) async fn paste(person: &Person, text: &str) -> Result<()> {
    let script = "const data = new DataTransfer();
        data.setData('text/plain', arguments[0]);
        document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));";
    person.run(script, json!([text])).await.map(drop)
}

/// What a cell of the table says, whether it is being edited or not.
pub(crate) async fn cell(person: &Person, record: &str, field: &str) -> Result<String> {
    let script = "const row = document.querySelector(`tr[data-record='${arguments[0]}'] td[data-key='${arguments[1]}']`);
        return row?.querySelector('[data-field]')?.value ?? row?.innerText.trim() ?? '';";
    let text = person.run(script, json!([record, field])).await?;
    Ok(text.as_str().unwrap_or_default().to_owned())
}

pub(crate) async fn wait_cell(
    person: &Person,
    record: &str,
    field: &str,
    text: &str,
) -> Result<()> {
    let script = "const row = document.querySelector(`tr[data-record='${arguments[0]}'] td[data-key='${arguments[1]}']`);
        return (row?.querySelector('[data-field]')?.value ?? row?.innerText.trim()) === arguments[2];";
    person
        .wait(
            &format!("{field}: {text}"),
            script,
            json!([record, field, text]),
        )
        .await
        .map(drop)
}

pub(crate) async fn click_cell(person: &Person, record: &str, field: &str) -> Result<()> {
    person
        .click(&format!(
            "tr[data-record='{record}'] td[data-key='{field}']"
        ))
        .await?;
    let script = "return document.activeElement?.dataset.field === arguments[0];";
    person.wait(field, script, json!([field])).await.map(drop)
}

/// Makes a project by the wizard's page and goes to its plan.
pub(crate) async fn begun(person: &Person, scenario: &str) -> Result<String> {
    person.open("#/new").await?;
    person
        .find(&testid("project-name"))
        .await?
        .send_keys("台灯")
        .await?;
    person
        .find(&testid("person-name"))
        .await?
        .send_keys("王经理")
        .await?;
    person
        .click(&format!("input[name='scenario'][value='{scenario}']"))
        .await?;
    person.click(&testid("create-look")).await?;
    let script = "return location.hash.match(/^#\\/p\\/([0-9A-Z]{10})/)?.[1] ?? null;";
    let id = person.wait("a new project", script, json!([])).await?;
    let project = id.as_str().unwrap_or_default().to_owned();
    person.go(&at(&project, "task")).await?;
    Ok(project)
}

#[test]
fn lines_copied_from_a_table_become_rows_and_go_with_one_step_back() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = begun(&person, "blank").await?;
        let first = add_task(&person, &project, "已有").await?;
        person.find(&testid("type-to-add")).await?.click().await?;
        let lines = "任务\t负责人\t开始日期\t截止日期\t备注\r\n定包装\t没有的人\t2026/3/9\t3月12日\t急\r\n拍主图\t王经理\t2026/3/9\t\t\r\n";
        paste(&person, lines).await?;
        let looked = "return testid('paste-left')?.innerText.includes('「备注」（1 个值') && testid('first-line') !== null;";
        person
            .wait("what was understood", looked, json!([]))
            .await?;
        assert_eq!(
            person.records("task").await?.len(),
            1,
            "nothing is taken yet"
        );
        person.click(&testid("paste-take")).await?;
        let rows = person.wait_records("task", 3).await?;
        assert_eq!(rows[0], first);
        person.wait_notice("info", &["2"]).await?;
        person
            .wait_notice("warning", &["没有的人", "第 1 行"])
            .await?;
        wait_cell(&person, &rows[1], "title", "定包装").await?;
        wait_cell(&person, &rows[1], "current_start", "2026-03-09").await?;
        person.saved().await?;
        person.undo().await?;
        person.wait_records("task", 1).await?;
        Ok(())
    });
}

#[test]
fn lines_pasted_onto_a_cell_fill_from_there_and_the_key_takes_over_what_stands_above() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = begun(&person, "blank").await?;
        for title in ["甲", "乙"] {
            add_task(&person, &project, title).await?;
        }
        let rows = person.records("task").await?;
        click_cell(&person, &rows[1], "current_start").await?;
        person
            .find("tr[data-active='true'] [data-field='current_start']")
            .await?
            .send_keys("2026-01-0")
            .await?;
        paste(&person, "2026-04-01\t2026-04-02\n2026-04-03\t2026-04-04\n").await?;
        let rows = person.wait_records("task", 3).await?;
        wait_cell(&person, &rows[1], "current_start", "2026-04-01").await?;
        wait_cell(&person, &rows[1], "current_end", "2026-04-02").await?;
        wait_cell(&person, &rows[2], "current_end", "2026-04-04").await?;
        assert_eq!(cell(&person, &rows[0], "current_start").await?, "");
        click_cell(&person, &rows[2], "current_start").await?;
        person.press("d", CTRL).await?;
        wait_cell(&person, &rows[2], "current_start", "2026-04-01").await?;
        person.press("Tab", 0).await?;
        person.saved().await?;
        person.undo().await?;
        wait_cell(&person, &rows[2], "current_start", "2026-04-03").await?;
        person.undo().await?;
        person.wait_records("task", 2).await?;
        let file = person.export_read(&project).await?;
        assert_eq!(*file.current(&rows[1], "current_end"), Value::Null);
        Ok(())
    });
}

#[test]
fn the_box_shows_what_was_understood_before_it_is_taken() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = begun(&person, "blank").await?;
        person.go(&at(&project, "task")).await?;
        person.click(&testid("paste-table")).await?;
        person.find(&testid("paste-lines")).await?;
        let script = "const box = testid('paste-lines'); box.value = arguments[0]; box.dispatchEvent(new InputEvent('input', { bubbles: true }));";
        let lines = "定包装\t\t2026-03-09\n拍主图\t\t2026-03-10";
        person.run(script, json!([lines])).await?;
        let script = "return testid('paste-take')?.dataset.count === '2' && [...document.querySelectorAll('.paste-box td')].some((one) => one.innerText === '拍主图');";
        person
            .wait("two lines understood", script, json!([]))
            .await?;
        assert_eq!(
            person.records("task").await?.len(),
            0,
            "nothing is taken yet"
        );
        person.click(&testid("paste-take")).await?;
        person.wait_records("task", 2).await?;
        ensure!(person.count(&testid("paste-box")).await? == 0);
        Ok(())
    });
}

#[test]
fn the_lead_confirms_what_was_filled_in_and_starts_work() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = begun(&person, "project").await?;
        person
            .wait(
                "pre-filled rows",
                "return document.querySelectorAll('.grid [data-prefilled]').length > 5;",
                json!([]),
            )
            .await?;
        person.click(&testid("confirm-prefilled")).await?;
        person.wait("no pre-filled rows", "return document.querySelectorAll('.grid [data-prefilled]').length === 0 && testid('confirm-prefilled') === null;", json!([])).await?;
        person.find(".grid .group").await?;
        let missing = "return testid('gate')?.dataset.missing === arguments[0];";
        person
            .wait(
                "a gate",
                "return testid('gate')?.dataset.gate === 'start';",
                json!([]),
            )
            .await?;
        let before = person
            .run("return Number(testid('gate').dataset.missing);", json!([]))
            .await?;
        let before = before.as_u64().unwrap_or_default();
        add_task(&person, &project, "还缺东西").await?;
        person
            .wait(
                "one more is missing",
                missing,
                json!([(before + 1).to_string()]),
            )
            .await?;
        person.click(".start-gate summary").await?;
        person.click(&testid("gate-anyway")).await?;
        person
            .find(&testid("reason"))
            .await?
            .send_keys("财务下周到岗")
            .await?;
        person.click(&testid("reason-done")).await?;
        person
            .wait(
                "it was started",
                "return testid('started')?.innerText.includes('财务下周到岗');",
                json!([]),
            )
            .await?;
        person.saved().await?;
        let file = person.export_read(&project).await?;
        assert_eq!(file.current("settings", "status"), "running");
        person.go(&at(&project, "task")).await?;
        let row = person.records("task").await?.remove(0);
        let ends = ["baseline_end", "current_end"].map(|key| file.current(&row, key));
        ensure!(ends[0] == ends[1] && *ends[0] != Value::Null, "{ends:?}");
        Ok(())
    });
}

#[test]
fn filters_count_and_the_strip_copies_and_raises_an_issue() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = begun(&person, "project").await?;
        let all = person.records("task").await?.len();
        ensure!(all >= 10, "{all}");
        let script = "const pick = testid('filter-stage'); pick.value = pick.options[1].value === '-open' ? pick.options[2].value : pick.options[1].value; pick.dispatchEvent(new Event('change', { bubbles: true }));";
        person.run(script, json!([])).await?;
        let script = "const rows = document.querySelectorAll('.grid tr[data-record]').length;
            return rows < arguments[0] && testid('shown').innerText.includes(`显示 ${rows} 项`) && rows;";
        let shown = person.wait("fewer rows", script, json!([all])).await?;
        let shown = usize::try_from(shown.as_u64().unwrap_or_default())?;
        person
            .find(&testid("type-to-add"))
            .await?
            .send_keys("新的一项\n")
            .await?;
        // A row added here is seen here.
        let rows = person.wait_records("task", shown + 1).await?;
        click_cell(&person, &rows[0], "title").await?;
        person.click(&testid("copy-row")).await?;
        let copied = person.wait_records("task", shown + 2).await?;
        let title = cell(&person, &rows[0], "title").await?;
        wait_cell(&person, &copied[1], "title", &title).await?;
        click_cell(&person, &rows[0], "title").await?;
        person.click(&testid("raise-issue")).await?;
        let issue = person.wait_records("issue", 1).await?.remove(0);
        person.fill(&issue, "title", "卡住了").await?;
        person.saved().await?;
        let file = person.export_read(&project).await?;
        let task = rows[0].trim_start_matches("task/");
        assert_eq!(
            file.current(&issue, &format!("affected_tasks/{task}")),
            true
        );
        Ok(())
    });
}

#[test]
fn twelve_rows_fit_on_a_small_laptop() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let size = json!({ "width": 1366, "height": 620, "deviceScaleFactor": 1, "mobile": false });
        person
            .cdp("Emulation.setDeviceMetricsOverride", size)
            .await?;
        begun(&person, "project").await?;
        person
            .wait("the gate", "return testid('gate') !== null;", json!([]))
            .await?;
        let script = "const grid = document.querySelector('.grid').getBoundingClientRect();
            const foot = document.querySelector('.grid-foot').getBoundingClientRect();
            const head = document.querySelector('.grid thead').getBoundingClientRect();
            return [Math.floor((Math.min(grid.bottom, innerHeight) - head.bottom) / 32), foot.bottom <= innerHeight, document.documentElement.scrollWidth <= innerWidth, JSON.stringify([grid.top, grid.bottom, foot.bottom])];";
        let seen = person.run(script, json!([])).await?;
        ensure!(
            seen[0].as_u64() >= Some(12) && seen[1] == true && seen[2] == true,
            "{seen}"
        );
        Ok(())
    });
}

#[test]
fn a_row_that_changes_its_stage_moves_and_keeps_the_focus() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        begun(&person, "project").await?;
        let row = person.records("task").await?.remove(0);
        click_cell(&person, &row, "stage").await?;
        let script = "const pick = document.activeElement;
            pick.value = pick.options[pick.options.length - 1].value;
            pick.dispatchEvent(new Event('change', { bubbles: true }));";
        person.run(script, json!([])).await?;
        let script = "const rows = [...document.querySelectorAll('.grid tr[data-record]')];
            const at = document.activeElement?.closest('tr')?.dataset.record;
            return rows[0].dataset.record !== arguments[0] && at === arguments[0] && document.activeElement.dataset.field === 'stage';";
        person
            .wait("the row elsewhere, with the focus", script, json!([row]))
            .await
            .map(drop)
    });
}

#[test]
fn a_gate_passed_with_a_reason_says_so() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = begun(&person, "project").await?;
        person.go(&at(&project, "charter")).await?;
        // The departments are asked first; then the gate of the final charter stands there, held back.
        person.click(".side .step-button").await?;
        let held = ".side .step:has([data-gate]:disabled) [data-testid='gate-anyway']";
        person.click(held).await?;
        person.click(&testid("reason-done")).await?;
        person.find(".reason [role='alert']").await?;
        person
            .find(&testid("reason"))
            .await?
            .send_keys("林总已口头同意")
            .await?;
        person.click(&testid("reason-done")).await?;
        let script = "return testid('state-reason')?.innerText.includes('林总已口头同意');";
        person.wait("the reason", script, json!([])).await.map(drop)
    });
}

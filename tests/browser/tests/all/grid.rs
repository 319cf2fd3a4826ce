//! The table by keyboard and clipboard: arrows change cells and nothing else, Esc restores, the focus is handed on,
//! what is pasted nowhere is looked at first.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Person, World, test};
use serde_json::json;

use crate::plan::{begun, cell, click_cell, paste, wait_cell};
use crate::{add_task, at};

const CTRL: u8 = 2;

/// Waits until the focus is in a field of a record.
async fn wait_focus(person: &Person, record: &str, field: &str) -> Result<()> {
    let script = "const one = document.activeElement;
        return one?.closest('[data-record]')?.dataset.record === arguments[0] && one.dataset.field === arguments[1];";
    person
        .wait(
            &format!("the focus in {field} of {record}"),
            script,
            json!([record, field]),
        )
        .await
        .map(drop)
}

/// Puts letters and markup into the real clipboard, as another program does.
async fn copy(person: &Person, text: &str, markup: &str) -> Result<()> {
    let script = "const copied = (event) => {
            event.clipboardData.setData('text/plain', arguments[0]);
            if (arguments[1]) event.clipboardData.setData('text/html', arguments[1]);
            event.preventDefault();
        };
        document.addEventListener('copy', copied, { once: true, capture: true });
        const before = document.activeElement;
        const area = document.body.appendChild(document.createElement('textarea'));
        area.value = 'x';
        area.select();
        document.execCommand('copy');
        area.remove();
        before?.focus();";
    person.run(script, json!([text, markup])).await.map(drop)
}

#[test]
fn arrows_change_cells_and_never_what_stands_in_them() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        begun(&person, "project").await?;
        let rows = person.records("task").await?;
        let all = "return [...document.querySelectorAll('.grid td')].map((one) => one.querySelector('[data-field]')?.selectedOptions?.[0]?.innerText ?? one.querySelector('[data-field]')?.value ?? one.innerText.trim()).join('|');";
        click_cell(&person, &rows[0], "title").await?;
        let before = person.run(all, json!([])).await?;
        for key in ["ArrowRight", "ArrowDown", "ArrowDown", "ArrowUp"] {
            person.press(key, 0).await?;
        }
        let list = "return document.activeElement?.tagName === 'SELECT' && document.activeElement.dataset.field;";
        let field = person.wait("a list", list, json!([])).await?;
        let field = field.as_str().unwrap_or_default().to_owned();
        wait_focus(&person, &rows[1], &field).await?;
        let open = "return document.activeElement.matches(':open');";
        for (key, modifiers) in [("Home", 0), ("ArrowLeft", 0), ("ArrowRight", 0)] {
            person.press(key, modifiers).await?;
        }
        wait_focus(&person, &rows[1], &field).await?;
        assert_eq!(person.run(open, json!([])).await?, false);
        person.press("Enter", 0).await?;
        person.wait("the open list", open, json!([])).await?;
        person.press("Escape", 0).await?;
        click_cell(&person, &rows[0], "title").await?;
        assert_eq!(
            person.run(all, json!([])).await?,
            before,
            "nothing was changed"
        );
        // In the letters, since F2, the arrows are theirs.
        person.press("F2", 0).await?;
        for _ in 0..3 {
            person.press("ArrowRight", 0).await?;
        }
        wait_focus(&person, &rows[0], "title").await?;
        person.press("Escape", 0).await?;
        person.press("ArrowRight", 0).await?;
        let elsewhere = "return document.activeElement.dataset.field !== 'title';";
        person
            .wait("the next cell", elsewhere, json!([]))
            .await
            .map(drop)
    });
}

#[test]
fn one_copied_cell_is_chosen_in_a_list_and_replaces_a_day() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = begun(&person, "blank").await?;
        let row = add_task(&person, &project, "甲").await?;
        copy(
            &person,
            "王经理\r\n",
            "<table><tr><td>王经理</td></tr></table>",
        )
        .await?;
        click_cell(&person, &row, "owner").await?;
        person.press("v", CTRL).await?;
        let owner = "const one = control(arguments[0], 'owner'); return one?.selectedOptions[0]?.innerText === '王经理';";
        person.wait("the owner", owner, json!([row])).await?;
        wait_focus(&person, &row, "owner").await?;
        copy(&person, "2026/3/12\r\n", "").await?;
        click_cell(&person, &row, "current_start").await?;
        person.press("v", CTRL).await?;
        wait_cell(&person, &row, "current_start", "2026-03-12").await?;
        person.undo().await?;
        wait_cell(&person, &row, "current_start", "").await?;
        person.undo().await?;
        person
            .wait(
                "no owner",
                "return control(arguments[0], 'owner').value === '';",
                json!([row]),
            )
            .await
            .map(drop)
    });
}

#[test]
fn what_is_pasted_nowhere_is_looked_at_first_and_a_file_is_received() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = begun(&person, "blank").await?;
        add_task(&person, &project, "甲").await?;
        person.saved().await?;
        let file = std::fs::read_to_string(person.export(&project).await?)?;
        person.go(&at(&project, "task")).await?;
        let nowhere = "document.activeElement?.blur();";
        person.run(nowhere, json!([])).await?;
        paste(
            &person,
            "各位好：\n合同还没有签，\n请法务部今天看一下。\n谢谢",
        )
        .await?;
        let looked = "return testid('paste-take')?.dataset.count === '4' && document.activeElement === testid('paste-lines');";
        person
            .wait("four lines to look at", looked, json!([]))
            .await?;
        assert_eq!(person.records("task").await?.len(), 1);
        person.press("Escape", 0).await?;
        let closed = "return testid('paste-box') === null && document.activeElement === testid('paste-table');";
        person
            .wait(
                "the box closed, the focus where it is opened",
                closed,
                json!([]),
            )
            .await?;
        // The markup says where cells begin.
        person.run(nowhere, json!([])).await?;
        copy(
            &person,
            "任务\t截止\r\n定包装\t2026-03-12\r\n含说明书\t\r\n",
            "<table><tr><td>任务<td>截止<tr><td>定包装<br>含说明书<td>2026-03-12</table>",
        )
        .await?;
        person.press("v", CTRL).await?;
        person
            .wait(
                "one record",
                "return testid('paste-take')?.dataset.count === '1';",
                json!([]),
            )
            .await?;
        person.click(&testid("first-line")).await?;
        person
            .wait(
                "its header as a record",
                "return testid('paste-take')?.dataset.count === '2';",
                json!([]),
            )
            .await?;
        person.click(&testid("first-line")).await?;
        person
            .wait(
                "and back",
                "return testid('paste-take')?.dataset.count === '1';",
                json!([]),
            )
            .await?;
        person.click(&testid("paste-take")).await?;
        let rows = person.wait_records("task", 2).await?;
        ensure!(cell(&person, &rows[1], "title").await?.contains("含说明书"));
        let row = "return document.activeElement?.dataset.record === arguments[0];";
        person
            .wait("the focus at the new row", row, json!([rows[1]]))
            .await?;
        // A file of ours is no table.
        person.run(nowhere, json!([])).await?;
        paste(&person, &file).await?;
        person.find(&testid("import-preview")).await?;
        person.go(&at(&project, "task")).await?;
        assert_eq!(person.records("task").await?.len(), 2);
        Ok(())
    });
}

#[test]
fn esc_restores_what_stood_when_the_visit_began_also_after_it_was_saved() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = begun(&person, "blank").await?;
        let row = add_task(&person, &project, "原来").await?;
        let pause = std::time::Duration::from_millis(900);
        for (field, typed, stood) in [
            ("title", "改了", "原来"),
            ("current_start", "2026-03-12", ""),
        ] {
            click_cell(&person, &row, field).await?;
            person
                .find("tr[data-active='true'] :focus")
                .await?
                .send_keys(typed)
                .await?;
            tokio::time::sleep(pause).await;
            person.saved().await?;
            person.press("Escape", 0).await?;
            wait_cell(&person, &row, field, stood).await?;
            wait_focus(&person, &row, field).await?;
        }
        person.go(&at(&project, "charter")).await?;
        person.fill("charter", "goal_statement", "目标").await?;
        let control = person.control("charter", "goal_statement").await?;
        control.click().await?;
        control.send_keys("，改了").await?;
        tokio::time::sleep(pause).await;
        person.press("Escape", 0).await?;
        person
            .wait_shown("charter", "goal_statement", "目标")
            .await?;
        person.saved().await?;
        let file = person.export_read(&project).await?;
        assert_eq!(file.current("charter", "goal_statement"), "目标");
        assert_eq!(file.current(&row, "title"), "原来");
        Ok(())
    });
}

#[test]
fn the_focus_is_handed_on_when_a_row_or_the_strip_goes() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = begun(&person, "blank").await?;
        for title in ["甲", "乙"] {
            add_task(&person, &project, title).await?;
        }
        let rows = person.records("task").await?;
        click_cell(&person, &rows[0], "title").await?;
        person.click(".strip .icon-button").await?;
        wait_focus(&person, &rows[0], "title").await?;
        person.click(&testid("strip-open")).await?;
        wait_focus(&person, &rows[0], "title").await?;
        person
            .click(&format!("{} {}", testid("strip"), testid("delete-record")))
            .await?;
        wait_focus(&person, &rows[1], "title").await?;
        person
            .click(&format!("{} {}", testid("strip"), testid("delete-record")))
            .await?;
        let added = "return document.activeElement === testid('type-to-add');";
        person
            .wait("the focus in the line that adds", added, json!([]))
            .await?;
        person.go(&at(&project, "charter")).await?;
        let add = "[data-testid='add-row'][data-rows='metric']";
        person.click(add).await?;
        let first = person.wait_records("metric", 1).await?.remove(0);
        person.click(add).await?;
        let both = person.wait_records("metric", 2).await?;
        let second = both
            .into_iter()
            .find(|row| *row != first)
            .unwrap_or_default();
        for (gone, to) in [(&first, Some(&second)), (&second, None)] {
            person
                .click(&format!(
                    "[data-record='{gone}'] [data-testid='delete-row']"
                ))
                .await?;
            let there = "const one = document.activeElement;
                return arguments[0] ? one?.closest('tr')?.dataset.record === arguments[0] : one?.dataset.testid === 'add-row';";
            person
                .wait("the focus in its place", there, json!([to]))
                .await?;
        }
        let named = "return [...document.querySelectorAll('table.rows-table')].every((one) => one.getAttribute('aria-label'));";
        assert_eq!(person.run(named, json!([])).await?, true);
        Ok(())
    });
}

//! Ctrl+Z and Ctrl+Y with real keys: the control shows at once what stands, and nothing changes elsewhere unseen.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Person, World, test};
use serde_json::{Value, json};

use crate::{add_task, at};

const CTRL: u8 = 2;
const SHIFT: u8 = 8;

/// What the focused control shows.
async fn shown(person: &Person) -> Result<Value> {
    let script = "const one = document.activeElement; return one.type === 'checkbox' ? one.checked : one.value ?? null;";
    person.run(script, json!([])).await
}

/// Types with the keyboard where the focus is.
async fn type_keys(person: &Person, text: &str) -> Result<()> {
    person
        .cdp("Input.insertText", json!({ "text": text }))
        .await
        .map(drop)
}

/// Chooses in the focused list as the arrow keys do.
async fn choose(person: &Person, index: usize) -> Result<Value> {
    let script = "const list = document.activeElement; list.selectedIndex = arguments[0];
        list.dispatchEvent(new Event('input', { bubbles: true })); list.dispatchEvent(new Event('change', { bubbles: true }));
        return list.value;";
    person.run(script, json!([index])).await
}

async fn focus(person: &Person, record: &str, field: &str) -> Result<()> {
    person.control(record, field).await?;
    person
        .run(
            "const one = control(arguments[0], arguments[1]); one.closest('details')?.setAttribute('open', ''); one.focus();",
            json!([record, field]),
        )
        .await
        .map(drop)
}

async fn is_in(person: &Person, record: &str, field: &str) -> Result<()> {
    let script = "const one = document.activeElement;
        return one.dataset.field === arguments[1] && one.closest('[data-record]')?.dataset.record === arguments[0];";
    person
        .wait(
            &format!("the caret in {field}"),
            script,
            json!([record, field]),
        )
        .await
        .map(drop)
}

/// Types into a field, takes it back, does it again, takes it back again and goes on typing.
async fn back_and_forth(
    person: &Person,
    record: &str,
    field: &str,
    typed: &str,
    kept: &str,
) -> Result<()> {
    focus(person, record, field).await?;
    type_keys(person, typed).await?;
    person.press("z", CTRL).await?;
    assert_eq!(shown(person).await?, "", "{field} after Ctrl+Z");
    person.press("y", CTRL).await?;
    assert_eq!(shown(person).await?, kept, "{field} after Ctrl+Y");
    person.press("z", CTRL).await?;
    assert_eq!(shown(person).await?, "", "{field} after Ctrl+Z again");
    person.press("z", CTRL | SHIFT).await?;
    assert_eq!(shown(person).await?, kept, "{field} after Ctrl+Shift+Z");
    person.press("z", CTRL).await?;
    type_keys(person, typed).await?;
    person.press("Tab", 0).await?;
    person.wait_shown(record, field, kept).await?;
    person.saved().await
}

#[test]
fn fields_of_a_sheet_show_at_once_what_stands() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        for (field, typed, kept) in [
            ("background", "为什么做", "为什么做"),
            ("planned_end", "2027-9-30", "2027-09-30"),
        ] {
            person.go(&at(&project, "charter")).await?;
            person.fill("charter", field, "").await?;
            person.saved().await?;
            back_and_forth(&person, "charter", field, typed, kept).await?;
        }
        let task = add_task(&person, &project, "定包装").await?;
        person.go(&at(&project, &task)).await?;
        back_and_forth(&person, &task, "effort_pd", "5", "5").await?;
        // A list: nothing has to lose the focus first.
        focus(&person, &task, "priority").await?;
        let first = shown(&person).await?;
        let second = choose(&person, 2).await?;
        ensure!(first != second, "{first}");
        person.press("z", CTRL).await?;
        assert_eq!(shown(&person).await?, first);
        person.press("y", CTRL).await?;
        assert_eq!(shown(&person).await?, second);
        person.press("z", CTRL).await?;
        let third = choose(&person, 1).await?;
        person.press("Tab", 0).await?;
        person.saved().await?;
        let file = person.export_read(&project).await?;
        assert_eq!(*file.current(&task, "priority"), third);
        Ok(())
    });
}

#[test]
fn cells_of_the_table_show_at_once_what_stands() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        let task = add_task(&person, &project, "定包装").await?;
        person.go(&at(&project, "task")).await?;
        person
            .click(&format!(
                "tr[data-record='{task}'] td[data-key='current_start']"
            ))
            .await?;
        is_in(&person, &task, "current_start").await?;
        back_and_forth(&person, &task, "current_start", "2026/3/9", "2026-03-09").await?;
        focus(&person, &task, "title").await?;
        person.press("a", CTRL).await?;
        type_keys(&person, "改了名").await?;
        person.press("z", CTRL).await?;
        assert_eq!(shown(&person).await?, "定包装");
        is_in(&person, &task, "title").await
    });
}

#[test]
fn what_is_taken_back_elsewhere_is_named_and_gone_to() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        person.go(&at(&project, "charter")).await?;
        for field in ["goal_statement", "background"] {
            person.fill("charter", field, "").await?;
        }
        person.saved().await?;
        focus(&person, "charter", "goal_statement").await?;
        type_keys(&person, "卖得更好").await?;
        focus(&person, "charter", "background").await?;
        type_keys(&person, "去年卖得少").await?;
        person.press("z", CTRL).await?;
        assert_eq!(shown(&person).await?, "");
        assert_eq!(person.shown("charter", "goal_statement").await?, "卖得更好");
        is_in(&person, "charter", "background").await?;
        person.press("z", CTRL).await?;
        person.wait_notice("info", &["协作目标"]).await?;
        person.wait_shown("charter", "goal_statement", "").await?;
        is_in(&person, "charter", "goal_statement").await?;
        person.press("y", CTRL).await?;
        assert_eq!(shown(&person).await?, "卖得更好");
        // On another page it goes there.
        let task = add_task(&person, &project, "定包装").await?;
        person.go(&at(&project, "charter")).await?;
        person.fill("charter", "background", "又写").await?;
        person.go(&at(&project, &task)).await?;
        focus(&person, &task, "title").await?;
        person.press("z", CTRL).await?;
        person.wait_notice("info", &["背景"]).await?;
        person.wait_shown("charter", "background", "").await?;
        is_in(&person, "charter", "background").await?;
        ensure!(person.count(&testid("notice")).await? > 0);
        Ok(())
    });
}

#[test]
fn letters_that_are_no_field_are_the_browsers_to_take_back() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        let task = add_task(&person, &project, "定包装").await?;
        person.find(&testid("type-to-add")).await?.click().await?;
        type_keys(&person, "半句").await?;
        person.press("z", CTRL).await?;
        person.press("Escape", 0).await?;
        assert_eq!(
            person.records("task").await?,
            [task],
            "nothing else was taken back"
        );
        Ok(())
    });
}

//! What an action leaves behind outlives its screen: messages with a button, letters not yet written, what runs.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Person, World, test};
use serde_json::{Value, json};

use crate::{add_task, at};

/// Milliseconds between an action and leaving the page.
const DELAYS: [u64; 3] = [0, 100, 300];

/// Does something in the page, leaves it after a while within the same turn of the driver, and waits for the other
/// page.
async fn act_and_leave(person: &Person, act: &str, delay: u64, to: &str) -> Result<()> {
    let script = format!(
        "{act}
        await new Promise((resolve) => setTimeout(resolve, arguments[0]));
        location.hash = arguments[1];
        await new Promise((resolve) => setTimeout(resolve, 400));"
    );
    person.run_async(&script, json!([delay, to])).await?;
    person.wait_ready().await?;
    stands(person).await
}

/// The program has not stopped.
async fn stands(person: &Person) -> Result<()> {
    let text = person
        .run(
            "return document.getElementById('distress')?.innerText ?? null;",
            json!([]),
        )
        .await?;
    ensure!(text == Value::Null, "the program stopped: {text}");
    Ok(())
}

async fn press_notice(person: &Person, hook: &str) -> Result<()> {
    person
        .run_async(
            "const end = Date.now() + 5000;
            while (!testid(arguments[0]) && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
            testid(arguments[0]).click();
            await new Promise((resolve) => setTimeout(resolve, 50));",
            json!([hook]),
        )
        .await?;
    stands(person).await
}

/// A record of a kind, made by its form.
async fn made(person: &Person, project: &str, kind: &str, field: &str) -> Result<String> {
    person.go(&at(project, &format!("{kind}/new"))).await?;
    let script = "return document.querySelector(`article.sheet[data-record^='${arguments[0]}/']`)?.dataset.record ?? null;";
    let record = person.wait("a form", script, json!([kind])).await?;
    let record = record.as_str().unwrap_or_default().to_owned();
    person.quick_fill(&record, field, "要删的").await?;
    person.saved().await?;
    Ok(record)
}

async fn shows(person: &Person, record: &str) -> Result<()> {
    let script = "return document.querySelector(`[data-record='${arguments[0]}']`) !== null;";
    person.wait(record, script, json!([record])).await.map(drop)
}

#[test]
fn a_deleted_row_comes_back_by_the_button_of_its_message() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        let task = add_task(&person, &project, "定包装").await?;
        let delete = format!(
            "document.querySelector(`tr[data-record='{task}'] td[data-key=title]`).click();
            const end = Date.now() + 5000;
            while (!testid('delete-record') && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
            testid('delete-record').click();"
        );
        // Where it is, at once and later, by mouse and by keyboard.
        for delay in DELAYS {
            person
                .run_async(
                    &format!("{delete} await new Promise((resolve) => setTimeout(resolve, arguments[0]));"),
                    json!([delay]),
                )
                .await?;
            press_notice(&person, "undo-delete").await?;
            shows(&person, &task).await?;
        }
        // From another page.
        for delay in DELAYS {
            act_and_leave(&person, &delete, delay, &at(&project, "charter")).await?;
            press_notice(&person, "undo-delete").await?;
            person.go(&at(&project, "task")).await?;
            shows(&person, &task).await?;
        }
        person.saved().await?;
        let file = person.export_read(&project).await?;
        assert_eq!(*file.current(&task, "title"), "定包装");
        Ok(())
    });
}

#[test]
fn a_deleted_form_comes_back_from_its_list_and_a_row_where_it_stood() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        for (kind, field) in [("issue", "title"), ("member", "person")] {
            let record = made(&person, &project, kind, field).await?;
            person.click(&testid("delete-record")).await?;
            let script = "return location.hash === arguments[0];";
            let list = at(&project, kind);
            person.wait("the list", script, json!([list])).await?;
            // Something else is done in between: the button takes back its own step and no other.
            press_notice(&person, "undo-delete").await?;
            shows(&person, &record).await?;
        }
        person.go(&at(&project, "charter")).await?;
        person
            .click("[data-testid='add-row'][data-rows='metric']")
            .await?;
        let row = person.wait_records("metric", 1).await?.remove(0);
        person.quick_fill(&row, "name", "销量").await?;
        person
            .click(&format!("[data-record='{row}'] {}", testid("delete-row")))
            .await?;
        person.wait_records("metric", 0).await?;
        person
            .quick_fill("charter", "background", "后来写的")
            .await?;
        press_notice(&person, "undo-delete").await?;
        person.wait_shown(&row, "name", "销量").await?;
        person.wait_shown("charter", "background", "后来写的").await
    });
}

/// Actions that leave something behind, each with the page it is done on; `sleep` and `type` are known to them.
const LEAVE_BEHIND: &[(&str, &str)] = &[
    (
        "charter",
        "type(control('charter', 'goal_statement'), '还没写完');",
    ),
    (
        "charter",
        "control('charter', 'goal_statement').focus(); testid('language').click(); await sleep(30); testid('language').click();",
    ),
    (
        "charter",
        "document.querySelector(\"[data-testid='add-row'][data-rows='metric']\").click();",
    ),
    (
        "charter",
        "document.querySelector(\"[data-testid='add-row'][data-rows='metric']\").click(); await sleep(60); [...document.querySelectorAll(\"[data-testid='delete-row']\")].pop()?.click();",
    ),
    (
        "charter",
        "testid('who').querySelector('summary').click(); await sleep(60); const own = testid('own-name'); if (own) type(own, '小林');",
    ),
    (
        "charter",
        "testid('menu').querySelector('summary').click(); await sleep(60); testid('where-data')?.click();",
    ),
    (
        "charter",
        "testid('search')?.click(); await sleep(60); if (testid('search-text')) type(testid('search-text'), '甲');",
    ),
    (
        "charter",
        "[...document.querySelectorAll('.step-button:not([disabled])')].pop()?.click();",
    ),
    (
        "task",
        "const add = testid('type-to-add'); add.focus(); add.value = '乙'; press(add, 'Enter');",
    ),
    (
        "task",
        "document.querySelector('tr[data-record] td[data-key=title]').click(); await sleep(60); type(document.querySelector('tr[data-active=true] [data-field=title]'), '改名');",
    ),
    (
        "task",
        "document.querySelector('tr[data-record] td[data-key=stage]').click(); await sleep(60); const list = document.querySelector('tr[data-active=true] select'); list.selectedIndex = 1; list.dispatchEvent(new Event('change', { bubbles: true }));",
    ),
    (
        "task",
        "const data = new DataTransfer(); data.setData('text/plain', '丙\\t\\n丁\\t'); document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));",
    ),
    (
        "task",
        "document.querySelector('.grid').scrollTop = 400; document.querySelector('.grid').dispatchEvent(new Event('scroll'));",
    ),
    (
        "task",
        "document.querySelector('tr[data-record] td[data-key=title]').click(); await sleep(60); testid('copy-row')?.click(); testid('undo').click();",
    ),
    (
        "plan/grid?f=status~todo",
        "document.querySelector('tr[data-record] td[data-key=title]').click(); await sleep(60); testid('copy-row').click();",
    ),
    (
        "plan/grid?f=status~todo",
        "testid('add-record')?.click(); const add = testid('type-to-add'); add.focus(); type(add, '打样'); press(add, 'Enter');",
    ),
    (
        "task",
        "testid('paste-table')?.click(); await sleep(30); if (testid('paste-lines')) type(testid('paste-lines'), '戊\\t\\n己\\t');",
    ),
    (
        "exchange",
        "const box = testid('paste-import'); if (box) { box.focus(); type(box, '{\"format\":\"hepai-project\"'); }",
    ),
    (
        "exchange",
        "testid('send-file')?.click(); await sleep(60); testid('copy-text')?.click();",
    ),
    ("todo", "press(document.body, 'z', { ctrlKey: true });"),
    (
        "issue/new",
        "const one = document.querySelector('article.sheet [data-field=title]'); one.focus(); type(one, '漏光');",
    ),
];

/// What the actions are written with.
const HANDS: &str = "const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    const type = (one, text) => { one.focus(); one.value = text; one.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: text })); };
    const press = (one, key, more = {}) => one.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));";

#[test]
fn whatever_is_left_behind_the_program_goes_on() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        add_task(&person, &project, "定包装").await?;
        for (page, act) in LEAVE_BEHIND {
            for (delay, to) in DELAYS.into_iter().zip(["checks", "charter", "task"]) {
                person.go(&at(&project, page)).await?;
                let act = format!("{HANDS} {act}");
                let left = act_and_leave(&person, &act, delay, &at(&project, to)).await;
                left.map_err(|error| error.context(format!("{page}, {delay} ms: {act}")))?;
                // Whatever message is there with a button is pressed.
                let press = "document.querySelector('.notice button.link')?.click();
                    document.querySelector('dialog[open]')?.close();
                    await new Promise((resolve) => setTimeout(resolve, 30));";
                person.run_async(press, json!([])).await?;
                stands(&person).await.map_err(|error| error.context(act))?;
            }
        }
        person.saved().await
    });
}

#[test]
fn letters_not_yet_written_are_written_when_the_page_is_left() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        for delay in DELAYS {
            person.go(&at(&project, "charter")).await?;
            let text = format!("过了 {delay} 毫秒");
            let act = format!("{HANDS} type(control('charter', 'background'), '{text}');");
            act_and_leave(&person, &act, delay, &at(&project, "task")).await?;
            person.go(&at(&project, "charter")).await?;
            person.wait_shown("charter", "background", &text).await?;
        }
        Ok(())
    });
}

#[test]
fn a_file_that_is_being_read_arrives_wherever_one_has_gone() {
    test(async |world: &World| -> Result<()> {
        let (lin, wang) = (world.person("lin").await?, world.person("wang").await?);
        let project = lin.new_project("台灯").await?;
        add_task(&lin, &project, "定包装").await?;
        let file = std::fs::read_to_string(lin.export(&project).await?)?;
        wang.open("#/").await?;
        let act = format!(
            "{HANDS} const text = arguments[2]; const box = testid('paste-import'); type(box, text);"
        );
        for delay in DELAYS {
            wang.go("#/").await?;
            let script = format!(
                "{act} await sleep(arguments[0]); location.hash = arguments[1]; await sleep(400);"
            );
            wang.run_async(&script, json!([delay, "#/new", file]))
                .await?;
            wang.go("#/").await?;
            wang.find(&testid("import-preview")).await?;
            stands(&wang).await?;
        }
        wang.accept(&project).await?;
        // Taking a first file leads to another page; the way back is in the menu.
        wang.click("[data-testid='menu'] summary").await?;
        wang.click(&testid("not-this-project")).await?;
        wang.wait_notice("info", &["台灯", "撤销"]).await?;
        let row = format!("[data-project-id='{project}']");
        let count = "return document.querySelectorAll(arguments[0]).length === arguments[1];";
        wang.wait("it is off the list", count, json!([row, 0]))
            .await?;
        press_notice(&wang, "take-again").await?;
        wang.find(&testid("identity")).await?;
        wang.open("#/").await?;
        wang.wait("it is on the list", count, json!([row, 1]))
            .await?;
        Ok(())
    });
}

#[test]
fn what_was_typed_into_the_wizard_comes_back_also_after_leaving_it() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        person.open("#/new").await?;
        person.answer("project_name", 0, "台灯").await?;
        person.click(&testid("anew")).await?;
        person.go("#/").await?;
        press_notice(&person, "undo-anew").await?;
        person.go("#/new").await?;
        let script = "return document.querySelector('[data-field=project_name]').value === '台灯';";
        person.wait("the name", script, json!([])).await.map(drop)
    });
}

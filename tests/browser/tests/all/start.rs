//! The frame around the forms: what the wizard keeps, backups, the rail, an empty plan.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Person, World, test};
use serde_json::json;

use crate::{add_task, at};

/// What stands in a field of the wizard.
async fn stands(person: &Person, field: &str) -> Result<String> {
    let selector = format!("main [data-field='{field}']");
    person.find(&selector).await?;
    let script = "return document.querySelector(arguments[0]).value;";
    let value = person.run(script, json!([selector])).await?;
    Ok(value.as_str().unwrap_or_default().to_owned())
}

/// How many wizards this browser keeps.
const KEPT: &str = "return Object.keys(localStorage).filter((key) => key.startsWith('hepai/setting/start/')).length;";

#[test]
fn what_the_wizard_was_told_is_there_again_until_a_project_is_made_of_it() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        person.open("#/new").await?;
        person.answer_lamp().await?;
        person.go("#/").await?;
        person.go("#/new").await?;
        assert_eq!(stands(&person, "project_name").await?, "A1 台灯上市");
        person.reload().await?;
        assert_eq!(stands(&person, "metric.unit").await?, "万元");
        assert_eq!(
            stands(&person, "department.representative").await?,
            "李主管"
        );
        assert_eq!(person.run(KEPT, json!([])).await?, json!(1));

        person.click(&testid("anew")).await?;
        assert_eq!(stands(&person, "project_name").await?, "");
        person.click(&testid("undo-anew")).await?;
        assert_eq!(stands(&person, "project_name").await?, "A1 台灯上市");
        person.click(&testid("create-look")).await?;
        person.made().await?;
        assert_eq!(person.run(KEPT, json!([])).await?, json!(0));
        person.go("#/new").await?;
        assert_eq!(stands(&person, "project_name").await?, "");
        assert_eq!(person.count(&testid("kept")).await?, 0);
        Ok(())
    });
}

#[test]
fn proposed_departments_speak_the_language_that_is_chosen_later() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        person.open("#/new").await?;
        person.find("[data-field='department.name']").await?;
        for (language, first) in [("", "研发部"), ("en", "R&D"), ("zh", "研发部")] {
            if !language.is_empty() {
                person.click(&testid("language")).await?;
            }
            let named = "return document.querySelector(\"[data-field='department.name']\")?.value === arguments[0];";
            person.wait(first, named, json!([first])).await?;
            // What somebody typed stays as it is.
            if language.is_empty() {
                let typed = "const second = document.querySelectorAll(\"[data-field='department.name']\")[1];
                    second.value = '门店部'; second.dispatchEvent(new Event('input', { bubbles: true })); return true;";
                person.run(typed, json!([])).await?;
            }
        }
        let kept = "return document.querySelectorAll(\"[data-field='department.name']\")[1].value === '门店部';";
        person.wait("the own name", kept, json!([])).await.map(drop)
    });
}

#[test]
fn each_tab_keeps_what_its_own_wizard_was_told() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        person.open("#/new").await?;
        person.answer("project_name", 0, "甲").await?;
        let first = person.new_tab().await?;
        person.open("#/new").await?;
        assert_eq!(stands(&person, "project_name").await?, "甲", "the last one");
        person.answer("project_name", 0, "乙").await?;
        let second = person.switch_tab(&first).await?;
        assert_eq!(stands(&person, "project_name").await?, "甲");
        person.answer("person", 0, "王经理").await?;
        person.switch_tab(&second).await?;
        person.click(&testid("create-look")).await?;
        person.made().await?;
        person.switch_tab(&first).await?;
        person.reload().await?;
        assert_eq!(stands(&person, "project_name").await?, "甲");
        assert_eq!(stands(&person, "person").await?, "王经理");
        Ok(())
    });
}

#[test]
fn after_fifty_edits_a_backup_is_due_and_made_where_it_is_said() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        person.go("#/").await?;
        person.find(&testid("project-list")).await?;
        assert_eq!(person.count(&testid("backup-due")).await?, 0);
        person.go(&at(&project, "charter")).await?;
        for n in 0..50 {
            let text = format!("第 {n} 次");
            person.quick_fill("charter", "background", &text).await?;
        }
        person.saved().await?;
        person.go(&at(&project, "")).await?;
        person.find(&testid("backup-due")).await?;
        person.go("#/").await?;
        let line = format!("{} button", testid("backup-due"));
        person.click(&line).await?;
        let file = person.downloaded().await?;
        ensure!(
            file.to_string_lossy().contains("备份"),
            "{}",
            file.display()
        );
        let gone = "return testid('backup-due') === null;";
        person.wait("the line to go", gone, json!([])).await?;
        person.click(&format!("{} summary", testid("menu"))).await?;
        person.click(&testid("where-data")).await?;
        let told = person.text(&testid("data-place")).await?;
        ensure!(told.contains("最近的备份：今天"), "{told}");
        Ok(())
    });
}

#[test]
fn the_short_version_hides_no_record_and_the_full_one_shows_every_form() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        person.go(&at(&project, "task")).await?;
        person.find(&testid("plan-empty")).await?;
        let tabs = "return [...document.querySelectorAll('.tabs .tab')].length;";
        assert_eq!(
            person.run(tabs, json!([])).await?,
            json!(2),
            "the plan and how we talk"
        );
        person.go(&at(&project, "")).await?;
        let more = testid("more-forms");
        person.click(&format!("{more} summary")).await?;
        person
            .click(&format!("{more} a[href$='/milestone']"))
            .await?;
        person
            .find(&testid("type-to-add"))
            .await?
            .send_keys("上市")
            .await?;
        person.press("Enter", 0).await?;
        person.wait_records("milestone", 1).await?;
        assert_eq!(
            person.run(tabs, json!([])).await?,
            json!(3),
            "it has a tab now"
        );
        person.go(&at(&project, "")).await?;
        person.click(&testid("full")).await?;
        person.go(&at(&project, "task")).await?;
        let all = "return document.querySelectorAll('.tabs .tab').length > 4;";
        person.wait("every form's tab", all, json!([])).await?;
        person.reload().await?;
        person.wait("every form's tab", all, json!([])).await?;
        Ok(())
    });
}

#[test]
fn an_empty_plan_offers_three_ways() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        person.go(&at(&project, "task")).await?;
        person.click(&testid("plan-preset")).await?;
        let rows =
            "return document.querySelector('.grid-table').getAttribute('aria-rowcount') > 14;";
        person.wait("the preset's tasks", rows, json!([])).await?;
        person.saved().await?;
        person.click(&testid("undo-preset")).await?;
        person.wait_records("task", 0).await?;
        person.click(&testid("plan-type")).await?;
        let focused = "return document.activeElement?.dataset.testid === 'type-to-add';";
        person
            .wait("the line to type in", focused, json!([]))
            .await?;
        person.click(&testid("plan-paste")).await?;
        person.find(&testid("paste-lines")).await.map(drop)
    });
}

#[test]
fn the_list_before_the_start_stays_open_while_something_changes_elsewhere() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        let task = add_task(&person, &project, "定包装").await?;
        person.click(".start-gate summary").await?;
        let before = person.count(".start-gate[open] .findings li").await?;
        ensure!(before > 0, "something is missing");
        let first = person.new_tab().await?;
        person.open(&at(&project, &task)).await?;
        person.fill(&task, "deliverable", "包装样").await?;
        add_task(&person, &project, "拍主图").await?;
        person.saved().await?;
        person.switch_tab(&first).await?;
        let more = "return document.querySelectorAll('.start-gate[open] .findings li').length > arguments[0];";
        person
            .wait("one more line in the open list", more, json!([before]))
            .await
            .map(drop)
    });
}

#[test]
fn another_project_is_one_step_away() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let lamp = person.new_project("台灯").await?;
        let other = person.new_project("报销").await?;
        person.go(&at(&other, "")).await?;
        person
            .click(&format!("{} summary", testid("switch")))
            .await?;
        person.click(&format!("[data-switch-to='{lamp}']")).await?;
        let here = "return location.hash.includes(arguments[0]) && document.querySelector('.project-name').textContent.includes('台灯');";
        person
            .wait("the other project", here, json!([lamp]))
            .await
            .map(drop)
    });
}

#[test]
fn a_pasted_list_stands_in_the_table_after_its_box_has_closed() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        person.open("#/new").await?;
        person.click(&testid("paste-roster")).await?;
        let lines = "研发部 李主管\n市场部 陈专员";
        person
            .find(&testid("roster"))
            .await?
            .send_keys(lines)
            .await?;
        person.click(&testid("take-roster")).await?;
        let shut = "return testid('roster') === null;";
        person.wait("the box to close", shut, json!([])).await?;
        assert_eq!(
            stands(&person, "department.representative").await?,
            "李主管"
        );
        person
            .answer("department.representative", 1, "周专员")
            .await?;
        person.reload().await?;
        assert_eq!(
            stands(&person, "department.representative").await?,
            "李主管"
        );
        Ok(())
    });
}

//! How far the tasks have come: the lead asks, the owner answers where it stands, and the lead reads it.

use anyhow::{Context as _, Result, ensure};
use browser_tests::page::testid;
use browser_tests::project_file::{Draft, record};
use browser_tests::{Person, ProjectFile, World, test};
use serde_json::json;

use crate::at;

const PROJECT: &str = "7PR0GRESS0";

/// Two tasks of 成员2 that run, in a project that 成员1 leads.
fn two_tasks() -> Draft {
    let runs = [
        ("owner", json!(record("member", 1))),
        ("status", json!("doing")),
        ("percent", json!(40)),
        ("current_start", json!("2026-01-05")),
        ("current_end", json!("2099-03-02")),
    ];
    let waits = [
        ("status", json!("todo")),
        ("current_start", json!("2099-01-05")),
        ("current_end", json!("2099-03-02")),
    ];
    Draft::plan(PROJECT, "台灯", 3)
        .led_by(0, &[])
        .with_all(&record("task", 0), &runs)
        .with_all(&record("task", 1), &runs)
        .with_all(&record("task", 2), &waits)
}

fn row(task: usize) -> String {
    format!(
        "{}[data-record='{}']",
        testid("progress-row"),
        record("task", task)
    )
}

async fn wait_updated(person: &Person, task: usize, is: bool) -> Result<()> {
    let script = "return document.querySelector(arguments[0])?.dataset.updated === arguments[1];";
    let what = format!("task {task} to be updated: {is}");
    let arguments = json!([row(task), is.to_string()]);
    person.wait(&what, script, arguments).await.map(drop)
}

#[test]
fn an_owner_tells_of_two_tasks_and_the_lead_reads_it() {
    test(async |world: &World| -> Result<()> {
        let plan = world.folder().join("plan.json");
        two_tasks().write(&plan)?;
        let lead = world.person("wang").await?;
        lead.take_as(&plan, 0).await?;
        lead.go(&at(PROJECT, "progress")).await?;
        for task in 0..2 {
            wait_updated(&lead, task, false).await?;
        }
        assert_eq!(lead.count(&row(2)).await?, 0, "nobody works on it");
        lead.click(&testid("ask-for-updates")).await?;
        let asked = ".send input[value='update_progress']";
        lead.find(asked).await?;
        let ticked =
            "return [...document.querySelectorAll('.send input:checked')].map((one) => one.value);";
        let ticked = lead.run(ticked, json!([])).await?;
        assert_eq!(ticked, json!([record("member", 1), "update_progress"]));
        lead.click(&testid("send-file")).await?;
        let file = lead.downloaded().await?;
        ensure!(ProjectFile::read(&file)?.text().contains("update_progress"));

        let owner = world.person("chen").await?;
        owner.take_as(&file, 1).await?;
        owner.go(&at(PROJECT, "todo")).await?;
        let card = format!("{}[data-request='update_progress']", testid("todo-item"));
        owner.find(&card).await?;
        let chosen = "return document.querySelectorAll('.update input:checked').length;";
        assert_eq!(
            owner.run(chosen, json!([])).await?,
            0,
            "nothing is chosen beforehand"
        );

        // Nothing to say: one click, noted as soon as one goes on.
        owner
            .click(&format!("{} input[value='on_track']", row(0)))
            .await?;
        let sentence = format!("{} [data-field='done']", row(1));
        let line = owner.find(&sentence).await?;
        line.click().await?;
        wait_updated(&owner, 0, true).await?;
        line.send_keys("主图定稿 12/15，完成 80%").await?;
        let figures = format!("{} {}", row(1), testid("figures"));
        let told = owner.text(&figures).await?;
        ensure!(told.contains("主图定稿 12/15"), "{told}");
        let percent = "return document.querySelector(arguments[0]).value;";
        let percent = owner
            .run(
                percent,
                json!([format!("{} [data-field='percent']", row(1))]),
            )
            .await?;
        assert_eq!(percent, "80", "the sentence says so");
        owner
            .click(&format!("{} input[value='at_risk']", row(1)))
            .await?;
        owner
            .click(&format!("{} {}", row(1), testid("note-progress")))
            .await?;
        wait_updated(&owner, 1, true).await?;
        owner.saved().await?;
        owner.click(&testid("reply-file")).await?;
        let reply = owner.downloaded().await?;

        lead.take(PROJECT, &[&reply]).await?;
        lead.go(&at(PROJECT, "progress")).await?;
        for task in 0..2 {
            wait_updated(&lead, task, true).await?;
        }
        let said = lead.text(&row(1)).await?;
        ensure!(
            said.contains("80%") && said.contains("主图定稿 12/15"),
            "{said}"
        );
        let whole = lead.export_read(PROJECT).await?;
        assert_eq!(whole.records("progress").len(), 2);
        let task = record("task", 1);
        assert_eq!(whole.current(&task, "percent"), 80);
        let of_task = whole.records("progress").into_iter();
        let mut of_task = of_task.filter(|row| whole.current(row, "parent") == task.as_str());
        let update = of_task.next().context("an update")?;
        assert_eq!(whole.current(update, "confidence"), "at_risk");
        assert_eq!(
            whole
                .current(update, "key_data")
                .as_str()
                .map(|told| told.contains("12/15")),
            Some(true)
        );
        Ok(())
    });
}

#[test]
fn progress_is_told_under_a_row_of_the_plan_by_keys_alone() {
    test(async |world: &World| -> Result<()> {
        let plan = world.folder().join("plan.json");
        two_tasks().write(&plan)?;
        let owner = world.person("chen").await?;
        owner.take_as(&plan, 1).await?;
        owner.go(&at(PROJECT, "progress")).await?;
        let update = format!("{} {}", row(0), testid("update-progress"));
        let focus = "document.querySelector(arguments[0]).focus();";
        owner.find(&update).await?;
        owner.run(focus, json!([update])).await?;
        owner.press("Enter", 0).await?;
        let first = format!("{} input[value='on_track']", row(0));
        owner.find(&first).await?;
        owner.run(focus, json!([first])).await?;
        owner.press("2", 0).await?;
        let chosen = "return document.querySelector(arguments[0])?.checked === true;";
        let risk = format!("{} input[value='at_risk']", row(0));
        owner
            .wait("the second to be chosen", chosen, json!([risk]))
            .await?;
        let line = owner
            .find(&format!("{} [data-field='done']", row(0)))
            .await?;
        line.click().await?;
        line.send_keys("等图\n").await?;
        wait_updated(&owner, 0, true).await?;
        let said = owner.text(&row(0)).await?;
        ensure!(said.contains("等图"), "{said}");
        assert_eq!(owner.axe().await?, Vec::<String>::new());
        Ok(())
    });
}

#[test]
fn what_is_half_said_under_a_row_stays_when_another_row_is_taken() {
    test(async |world: &World| -> Result<()> {
        let plan = world.folder().join("plan.json");
        two_tasks().write(&plan)?;
        let owner = world.person("chen").await?;
        owner.take_as(&plan, 1).await?;
        owner.go(&at(PROJECT, "task")).await?;
        let title = |at: usize| {
            format!(
                "tr[data-record='{}'] td[data-key='title']",
                record("task", at)
            )
        };
        let strip = format!("{} {}", testid("strip"), testid("update-progress"));
        let sentence = format!("{} [data-field='done']", testid("strip"));
        owner.click(&title(0)).await?;
        owner.click(&strip).await?;
        let line = owner.find(&sentence).await?;
        line.click().await?;
        line.send_keys("主图定稿 12/15").await?;
        owner.click(&title(1)).await?;
        owner.wait_notice("info", &["还没有记下"]).await?;
        let shown = "return document.querySelector(arguments[0])?.value ?? null;";
        let gone = "return !document.querySelector(arguments[0]);";
        owner.wait("the other row", gone, json!([sentence])).await?;
        // Also after another page, until it is noted.
        owner.go(&at(PROJECT, "charter")).await?;
        owner.go(&at(PROJECT, "task")).await?;
        owner.reload().await?;
        owner.click(&title(0)).await?;
        owner
            .find(&format!("{} {}", testid("strip"), testid("half-said")))
            .await?;
        let said = owner
            .wait("what was said", shown, json!([sentence]))
            .await?;
        assert_eq!(said, "主图定稿 12/15");
        let sure = format!("{} input[value='on_track']", testid("strip"));
        owner.click(&sure).await?;
        owner
            .click(&format!("{} {}", testid("strip"), testid("note-progress")))
            .await?;
        owner
            .wait(
                "it is noted",
                "return document.querySelector(arguments[0])?.value === '';",
                json!([sentence]),
            )
            .await?;
        owner.saved().await?;
        let whole = owner.export_read(PROJECT).await?;
        assert_eq!(whole.records("progress").len(), 1);
        Ok(())
    });
}

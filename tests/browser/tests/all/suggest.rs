//! 建议: what somebody types outside their role waits for whoever is responsible, and changes nothing before.

use anyhow::{Context as _, Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Person, ProjectFile, World, test};
use serde_json::{Value, json};

use crate::at;

const GOAL: &str = "goal_statement";

/// The value that counts, and what is told beneath it.
async fn goal(person: &Person, project: &str) -> Result<(Value, String)> {
    let file = person.export_read(project).await?;
    let value = file.current("charter", GOAL).clone();
    person.go(&at(project, "charter")).await?;
    person
        .find("[data-record='charter'] [data-field='goal_statement']")
        .await?;
    let told = "return [...document.querySelectorAll('main .control [data-testid=suggestion]')].map((one) => one.innerText).join('|');";
    let told = person.run(told, json!([])).await?;
    Ok((value, told.as_str().unwrap_or_default().to_owned()))
}

/// Gives the file to a person who has never seen it, and says who they are.
async fn arrive(
    person: &Person,
    project: &str,
    file: &std::path::Path,
    member: &str,
) -> Result<()> {
    person.open(&format!("#/p/{project}/todo")).await?;
    person.give(&[file]).await?;
    person
        .click(&format!("{} input[value='{member}']", testid("identity")))
        .await?;
    person.click(&testid("import-accept")).await?;
    person.find(".rail").await.map(drop)
}

#[test]
fn an_edit_outside_ones_role_is_a_suggestion_that_the_lead_decides_on() {
    test(async |world: &World| -> Result<()> {
        let lead = world.person("wang").await?;
        let project = lead.new_lamp().await?;
        let first = lead.export(&project).await?;
        let file = ProjectFile::read(&first)?;
        let member = |name: &str| -> Result<String> {
            let mut all = file.records("member").into_iter();
            let found = all.find(|record| file.current(record, "person") == name);
            Ok(found.context("a member")?.to_owned())
        };
        let (wang, chen) = (member("王经理")?, member("陈专员")?);
        let before = file.current("charter", GOAL).clone();

        let rep = world.person("chen").await?;
        arrive(&rep, &project, &first, &chen).await?;
        rep.go(&at(&project, "charter")).await?;
        rep.click("[data-record='charter'] [data-field='goal_statement']")
            .await?;
        let hint = rep.text(&testid("role-hint")).await?;
        ensure!(hint.contains("这里通常由王经理改"), "{hint}");
        rep.fill("charter", GOAL, "两个月内完成 A1 台灯上市")
            .await?;
        rep.saved().await?;
        let to = "return testid('handover')?.dataset.to;";
        assert_eq!(
            rep.wait("who does not know of it", to, json!([])).await?,
            json!(wang)
        );
        rep.wait_shown("charter", GOAL, "两个月内完成 A1 台灯上市")
            .await?;
        let (value, told) = goal(&rep, &project).await?;
        assert_eq!(value, before, "the goal stands as it was");
        ensure!(
            told.contains("由王经理决定") && told.contains("收回"),
            "{told}"
        );
        let reply = rep.export(&project).await?;

        lead.take(&project, &[&reply]).await?;
        let (value, told) = goal(&lead, &project).await?;
        assert_eq!(value, before, "nor does taking it change it");
        ensure!(
            told.contains("陈专员") && told.contains("两个月内"),
            "{told}"
        );
        let differing = "return document.querySelectorAll('.differs').length;";
        assert_eq!(
            lead.run(differing, json!([])).await?,
            0,
            "a suggestion is no difference"
        );
        lead.go(&at(&project, "todo")).await?;
        lead.click(&format!("{} {}", testid("todo-item"), testid("adopt")))
            .await?;
        lead.saved().await?;
        lead.go(&at(&project, "charter")).await?;
        lead.wait_shown("charter", GOAL, "两个月内完成 A1 台灯上市")
            .await?;
        let decided = lead.export(&project).await?;
        rep.take(&project, &[&decided]).await?;
        let (value, told) = goal(&rep, &project).await?;
        assert_eq!(
            (value, told.as_str()),
            (json!("两个月内完成 A1 台灯上市"), "")
        );
        Ok(())
    });
}

#[test]
fn what_is_not_adopted_says_why_to_whom_it_concerns() {
    test(async |world: &World| -> Result<()> {
        let lead = world.person("wang").await?;
        let project = lead.new_lamp().await?;
        let first = lead.export(&project).await?;
        let file = ProjectFile::read(&first)?;
        let mut all = file.records("member").into_iter();
        let chen = all
            .find(|record| file.current(record, "person") == "陈专员")
            .context("a member")?;
        let rep = world.person("chen").await?;
        arrive(&rep, &project, &first, chen).await?;
        rep.go(&at(&project, "charter")).await?;
        rep.fill("charter", GOAL, "两周内上市").await?;
        // Somebody else's row is not deleted either.
        rep.click("[data-rows='scope_item'] [data-testid='delete-row']")
            .await?;
        rep.saved().await?;
        let rows = "return document.querySelectorAll('[data-rows=scope_item] tbody tr').length;";
        assert_eq!(rep.run(rows, json!([])).await?, 1);
        let reply = rep.export(&project).await?;

        lead.take(&project, &[&reply]).await?;
        lead.go(&at(&project, "charter")).await?;
        let panel = testid("suggestions");
        let both = "return document.querySelectorAll('[data-testid=suggestions] [data-testid=suggestion]').length === 2;";
        lead.wait("both suggestions beside the form", both, json!([]))
            .await?;
        lead.click(&format!("{panel} {}", testid("decline")))
            .await?;
        lead.click(&testid("reason-done")).await?;
        ensure!(
            lead.text(".reason .told").await?.contains("理由"),
            "a reason is asked for"
        );
        let reason = lead.find(&testid("reason")).await?;
        reason.send_keys("时间太紧\n").await?;
        let one = "return document.querySelectorAll('[data-testid=suggestions] [data-testid=suggestion]').length === 1;";
        lead.wait("one suggestion less", one, json!([])).await?;
        let answered = lead.export(&project).await?;
        rep.take(&project, &[&answered]).await?;
        rep.go(&at(&project, "charter")).await?;
        let told = rep.text(&format!("main {}", testid("suggestion"))).await?;
        ensure!(
            told.contains("没有采纳") && told.contains("时间太紧"),
            "{told}"
        );
        rep.click(&testid("withdraw")).await?;
        let none = "return !document.querySelector('main .control [data-testid=suggestion]');";
        rep.wait("the answer to be taken note of", none, json!([]))
            .await
            .map(drop)
    });
}

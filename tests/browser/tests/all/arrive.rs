//! A newcomer who is on no list: what the file says of itself, one name given once, and what the project lead is asked.

use crate::at;
use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Person, ProjectFile, World, test};
use serde_json::json;

/// What is chosen on the page, and how much of it there is to choose.
async fn chosen(person: &Person) -> Result<serde_json::Value> {
    let script = "const who = testid('identity'); return [who.querySelectorAll(':checked').length, who.querySelectorAll('input[type=radio]').length > 5];";
    person.run(script, json!([])).await
}

#[test]
fn a_newcomer_is_told_what_came_names_themselves_once_and_the_lead_is_asked_who_they_are() {
    test(async |world: &World| -> Result<()> {
        let lead = world.person("wang").await?;
        let project = lead.new_lamp().await?;
        let file = lead.ask_file(&project).await?;

        let newcomer = world.person("he").await?;
        newcomer.open("#/").await?;
        newcomer.give_and_look(&[&file], 1).await?;
        let told = newcomer.text(&testid("import-preview")).await?;
        for part in [
            "收到一个项目：A1 台灯上市",
            "王经理",
            "请您：确认项目目标、",
            " 前发回。",
        ] {
            ensure!(told.contains(part), "{part} is not in: {told}");
        }
        assert_eq!(
            chosen(&newcomer).await?,
            json!([0, true]),
            "nobody is chosen beforehand"
        );
        newcomer
            .find(&testid("own-department"))
            .await?
            .send_keys("仓库")
            .await?;
        newcomer
            .find(&testid("own-name"))
            .await?
            .send_keys("何俊\t")
            .await?;
        newcomer.accept(&project).await?;
        newcomer
            .wait_notice("info", &["「A1 台灯上市」打开了", "王经理"])
            .await?;
        assert_eq!(
            newcomer.count(&testid("import-undo")).await?,
            0,
            "no undo is held out"
        );
        let can = newcomer.text(&testid("stranger-todo")).await?;
        ensure!(
            can.contains("何俊（仓库）") && can.contains("提一个问题"),
            "{can}"
        );
        assert_eq!(
            newcomer
                .count(&format!("main {}", testid("identity")))
                .await?,
            0,
            "asked once"
        );
        newcomer
            .find(&testid("remark"))
            .await?
            .send_keys("仓库下周二盘点")
            .await?;
        newcomer.click(&testid("reply-file")).await?;
        let reply = newcomer.downloaded().await?;
        let name = reply
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        ensure!(name.contains("何俊"), "{name}");

        lead.go(&at(&project, "exchange")).await?;
        lead.give_and_look(&[&reply], 1).await?;
        let asked = lead.text(&testid("who-is")).await?;
        ensure!(asked.contains("是不是名单里的哪一位？"), "{asked}");
        lead.accept(&project).await?;
        lead.go(&at(&project, "todo")).await?;
        let item = "[data-testid='todo-item'][data-stranger='何俊（仓库）']";
        lead.find(item).await?;
        lead.click(&format!("{item} {}", testid("put-on-list")))
            .await?;
        let gone = "return !document.querySelector(arguments[0]);";
        lead.wait("the question to be answered", gone, json!([item]))
            .await?;
        let whole = lead.export_read(&project).await?;
        let mut people = whole.records("member").into_iter();
        ensure!(
            people.any(|one| whole.current(one, "person") == "何俊"),
            "he is on the list"
        );
        ensure!(
            whole.text().contains("仓库下周二盘点"),
            "what was typed before the click arrives"
        );
        Ok(())
    });
}

#[test]
fn what_is_objected_stays_in_sight_a_date_can_be_taken_back_and_the_lead_has_it_to_do() {
    test(async |world: &World| -> Result<()> {
        let lead = world.person("wang").await?;
        let project = lead.new_lamp().await?;
        let asked = lead.ask_file(&project).await?;
        let file = ProjectFile::read(&asked)?;
        let me = file.find("member", "person", "陈专员")?;

        let rep = world.person("chen").await?;
        rep.take_as_record(&asked, me).await?;
        rep.find(&testid("reply-file")).await?;
        assert_eq!(
            rep.count("[data-request='confirm_duties'] [data-answer='yes']")
                .await?,
            0,
            "nothing is written that could be confirmed"
        );
        rep.click("[data-request='confirm_duties'] [data-answer='ask']")
            .await?;
        rep.find("[data-request='confirm_duties'][data-state='done'][data-objected] .objection")
            .await?;
        rep.click("[data-request='confirm_goal'] [data-answer='no']")
            .await?;
        rep.find("[data-request='confirm_goal'] .reason input")
            .await?
            .send_keys("人手不够\n")
            .await?;
        let objection = rep
            .text("[data-request='confirm_goal'][data-objected] .objection")
            .await?;
        ensure!(objection.contains("人手不够"), "{objection}");

        let dates =
            "return document.querySelector(`[data-request='confirm_tasks'] .when`).innerText;";
        let before = rep.run(dates, json!([])).await?;
        let row = "[data-request='confirm_tasks'] tr[data-record]";
        rep.click(&format!("{row} input[value='adjust']")).await?;
        rep.find(&format!("{row} .reason input[type=text]"))
            .await?
            .send_keys("2027-04-30")
            .await?;
        rep.click(&format!("{row} .reason button:not([type])"))
            .await?;
        rep.find(&format!("{row} {}", testid("adjust-again")))
            .await?;
        assert_ne!(rep.run(dates, json!([])).await?, before);
        rep.click(&format!("{row} input[value='fine']")).await?;
        let back = "return document.querySelector(`[data-request='confirm_tasks'] .when`).innerText === arguments[0];";
        rep.wait("the date to be as it was", back, json!([before]))
            .await?;
        assert_eq!(rep.count(&testid("adjust-again")).await?, 0);
        rep.click(&testid("reply-file")).await?;
        let reply = rep.downloaded().await?;

        lead.take(&project, &[&reply]).await?;
        lead.go(&at(&project, "todo")).await?;
        let objected = lead
            .text("[data-testid='todo-item'][data-objection]")
            .await?;
        ensure!(
            objected.contains("陈专员") && objected.contains("人手不够"),
            "{objected}"
        );
        lead.find("[data-testid='todo-item'][data-remark]").await?;
        lead.click(&format!("[data-remark] {}", testid("handled")))
            .await?;
        let gone = "return !document.querySelector('[data-remark]');";
        lead.wait("the remark to be dealt with", gone, json!([]))
            .await?;
        lead.go(&at(&project, "charter")).await?;
        let shown = lead
            .text(&format!("{} .objection", testid("confirmations")))
            .await?;
        ensure!(shown.contains("人手不够"), "{shown}");
        Ok(())
    });
}

//! What is typed and not yet said: it is there after the page was loaded anew, for whoever typed it and nobody else,
//! and in no file.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::{ProjectFile, World, test};
use serde_json::json;

use crate::{at, sign};

const LINE: &str = "[data-request='confirm_goal'] .reason input";
const SHOWN: &str = "return document.querySelector(arguments[0])?.value === arguments[1];";
const ADD: &str = "[data-testid='type-to-add']";

#[test]
fn half_said_words_outlive_a_reload_but_belong_to_whoever_typed_them() {
    test(async |world: &World| -> Result<()> {
        let lead = world.person("wang").await?;
        let project = lead.new_lamp().await?;
        let asked = lead.ask_file(&project).await?;
        let file = ProjectFile::read(&asked)?;
        let me = file.find("member", "person", "陈专员")?;

        let rep = world.person("chen").await?;
        rep.take_as_record(&asked, me).await?;
        rep.click("[data-request='confirm_goal'] [data-answer='no']")
            .await?;
        rep.find(LINE).await?.send_keys("人手只够一半").await?;
        rep.go(&at(&project, "task")).await?;
        rep.find(ADD).await?.send_keys("试装两台").await?;
        rep.reload().await?;
        rep.wait("the task half typed", SHOWN, json!([ADD, "试装两台"]))
            .await?;
        rep.go(&at(&project, "todo")).await?;
        rep.wait("the objection", SHOWN, json!([LINE, "人手只够一半"]))
            .await?;
        rep.find(&format!(
            "[data-request='confirm_goal'] {}",
            testid("half-said")
        ))
        .await?;

        // In no file.
        rep.click(&testid("reply-file")).await?;
        let reply = ProjectFile::read(&rep.downloaded().await?)?;
        ensure!(!reply.text().contains("人手只够"), "said to nobody yet");
        ensure!(!reply.text().contains("试装两台"), "no task yet");

        // Another person who says who they are in this tab finds nothing of it.
        sign(&rep, "周末值班").await?;
        rep.go(&at(&project, "task")).await?;
        rep.wait("an empty line", SHOWN, json!([ADD, ""])).await?;
        rep.reload().await?;
        rep.wait("an empty line", SHOWN, json!([ADD, ""])).await?;
        rep.find(ADD).await?.send_keys("夜班\n").await?;
        rep.wait("what is said is gone", SHOWN, json!([ADD, ""]))
            .await?;
        rep.reload().await?;
        rep.wait("it does not come back", SHOWN, json!([ADD, ""]))
            .await
            .map(drop)
    });
}

#[test]
fn what_is_pasted_searched_or_begun_to_be_a_name_outlives_a_reload() {
    test(async |world: &World| -> Result<()> {
        const BOX: &str = "[data-testid='paste-lines']";
        const FIND: &str = "[data-testid='search-text']";
        const NAME: &str = "[data-testid='own-name']";
        const SUMMARY: &str = "[data-testid='who'] summary";
        let lead = world.person("wang").await?;
        let project = lead.new_lamp().await?;
        lead.go(&at(&project, "task")).await?;
        lead.click(&testid("paste-table")).await?;
        lead.find(BOX).await?.send_keys("核对打样\n再核对").await?;
        lead.reload().await?;
        lead.wait("the lines", SHOWN, json!([BOX, "核对打样\n再核对"]))
            .await?;
        let understood = lead.text(&testid("paste-box")).await?;
        ensure!(understood.contains("看懂了 2 行"), "{understood}");
        // Given up, it does not come back.
        lead.press("Escape", 0).await?;
        lead.reload().await?;
        lead.find(&testid("paste-table")).await?;
        assert_eq!(lead.count(BOX).await?, 0);

        lead.click(&testid("search")).await?;
        lead.find(FIND).await?.send_keys("打样").await?;
        lead.reload().await?;
        lead.click(&testid("search")).await?;
        lead.wait("what was searched", SHOWN, json!([FIND, "打样"]))
            .await?;
        lead.press("Escape", 0).await?;

        // Half a name signs nothing.
        lead.click(SUMMARY).await?;
        lead.find(NAME).await?.send_keys("周末").await?;
        lead.reload().await?;
        lead.click(SUMMARY).await?;
        lead.wait("half a name", SHOWN, json!([NAME, "周末"]))
            .await?;
        let who = lead.text(SUMMARY).await?;
        ensure!(who.contains("王经理"), "{who}");
        lead.find(NAME).await?.send_keys("值班\n").await?;
        let signed =
            "return document.querySelector(arguments[0]).innerText.includes(arguments[1]);";
        lead.wait("the whole name", signed, json!([SUMMARY, "周末值班"]))
            .await
            .map(drop)
    });
}

#[test]
fn a_pasted_list_outlives_a_reload_and_is_not_passed_over() {
    test(async |world: &World| -> Result<()> {
        const LIST: &str = "[data-testid='roster']";
        let lead = world.person("wang").await?;
        lead.open("#/new").await?;
        lead.click(&testid("paste-roster")).await?;
        lead.find(LIST)
            .await?
            .send_keys("招生办 韩雪\n教务处")
            .await?;
        lead.reload().await?;
        lead.wait("the list", SHOWN, json!([LIST, "招生办 韩雪\n教务处"]))
            .await?;
        lead.find(&testid("project-name"))
            .await?
            .send_keys("招生")
            .await?;
        lead.click(&testid("create-project")).await?;
        let told = "return document.querySelector('.wizard .told')?.innerText.includes('填进表里') === true;";
        lead.wait("that it waits", told, json!([])).await?;
        lead.click(&testid("take-roster")).await?;
        let shut = "return testid('roster') === null;";
        lead.wait("the box closed", shut, json!([])).await?;
        lead.click(&testid("create-project")).await?;
        lead.made().await.map(drop)
    });
}

#[test]
fn until_when_and_what_one_asks_outlives_a_reload_until_it_went_out() {
    test(async |world: &World| -> Result<()> {
        const WHEN: &str = "[data-testid='by-when']";
        const ASKED: &str = ".send input[value='confirm_goal']";
        const TICKED: &str =
            "return document.querySelector(arguments[0])?.checked === arguments[1];";
        let lead = world.person("wang").await?;
        let project = lead.new_lamp().await?;
        lead.go(&at(&project, "exchange")).await?;
        lead.wait("the goal to be asked", TICKED, json!([ASKED, true]))
            .await?;
        let value = "return document.querySelector(arguments[0]).value;";
        let usual = lead.run(value, json!([WHEN])).await?;
        let when = lead.find(WHEN).await?;
        when.clear().await?;
        when.send_keys("下周五 17:00").await?;
        lead.click(ASKED).await?;
        lead.reload().await?;
        lead.wait("the day", SHOWN, json!([WHEN, "下周五 17:00"]))
            .await?;
        lead.wait("the tick", TICKED, json!([ASKED, false])).await?;
        // What went out with a file is no draft any more.
        lead.click(&testid("send-file")).await?;
        lead.downloaded().await?;
        lead.reload().await?;
        lead.wait("the usual day", SHOWN, json!([WHEN, usual]))
            .await
            .map(drop)
    });
}

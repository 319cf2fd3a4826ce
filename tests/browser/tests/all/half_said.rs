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

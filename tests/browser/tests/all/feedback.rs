//! How the work went: two representatives fill in the form, nobody reads what the other said, and the lead shows it.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::project_file::{Draft, record};
use browser_tests::{Person, ProjectFile, World, test};
use serde_json::json;

use crate::at;

const PROJECT: &str = "7FEEDBACK0";

/// A project in its closing, which 成员1 leads; 成员2 and 成员3 represent their departments.
pub(crate) fn closing() -> Draft {
    Draft::plan(PROJECT, "台灯", 1)
        .led_by(0, &[1, 2])
        .with("settings", "status", json!("closing"))
}

fn row(score: &str) -> String {
    format!("{}[data-field='{score}']", testid("feedback-score"))
}

/// Four clicks, the last of them a key, and two sentences.
pub(crate) async fn fill(person: &Person, good: &str, suggests: &str) -> Result<()> {
    for score in [
        "score_communication",
        "score_responsibility",
        "score_resource",
    ] {
        person
            .click(&format!("{} input[value='4']", row(score)))
            .await?;
    }
    let last = person
        .find(&format!("{} input[value='1']", row("score_problem")))
        .await?;
    last.focus().await?;
    last.send_keys("5").await?;
    for (field, text) in [("best_practice", good), ("suggestion", suggests)] {
        let line = format!("{} [data-field='{field}']", testid("feedback-form"));
        person.find(&line).await?.send_keys(text).await?;
    }
    person
        .click(&format!("{}[data-gate='submit']:enabled", testid("gate")))
        .await
}

#[test]
fn nobody_reads_the_feedback_of_others_before_the_lead_shows_it() {
    test(async |world: &World| -> Result<()> {
        let plan = world.folder().join("plan.json");
        closing().write(&plan)?;
        let lead = world.person("wang").await?;
        lead.take_as(&plan, 0).await?;
        let mut replies = Vec::new();
        for (name, member, good) in [
            ("chen", 1, "每周五一小时说得清"),
            ("li", 2, "关口结论当天就收到"),
        ] {
            let rep = world.person(name).await?;
            rep.take_as(&plan, member).await?;
            rep.go(&at(PROJECT, "todo")).await?;
            rep.find(&format!(
                "{}[data-request='give_feedback']",
                testid("todo-item")
            ))
            .await?;
            assert_eq!(
                rep.count(".score-table input:checked").await?,
                0,
                "nothing is chosen"
            );
            fill(&rep, good, "预算批准时同时生成拨付单").await?;
            rep.go(&at(PROJECT, "feedback")).await?;
            rep.find(".feedback-said").await?;
            rep.saved().await?;
            rep.go(&at(PROJECT, "todo")).await?;
            rep.click(&testid("reply-file")).await?;
            replies.push(rep.downloaded().await?);
        }
        ensure!(ProjectFile::read(&replies[0])?.text().contains("说得清"));
        for reply in &replies {
            lead.take(PROJECT, &[reply]).await?;
        }
        lead.go(&at(PROJECT, "feedback")).await?;
        let counts = lead.text(&testid("feedback-counts")).await?;
        ensure!(counts.contains("2/3"), "{counts}");
        let page = lead.text("main").await?;
        ensure!(
            !page.contains("说得清") && !page.contains("拨付单"),
            "{page}"
        );
        lead.go(&at(PROJECT, "exchange")).await?;
        lead.click(&format!(".send input[value='{}']", record("member", 1)))
            .await?;
        lead.click(&testid("send-file")).await?;
        let file = lead.downloaded().await?;
        ensure!(!ProjectFile::read(&file)?.text().contains("score_"));
        lead.find(&testid("without-feedback")).await?;

        lead.go(&at(PROJECT, "feedback")).await?;
        lead.click(&testid("show-feedback")).await?;
        let sum = lead.text(&testid("feedback-sum")).await?;
        ensure!(sum.contains("4.25"), "{sum}");
        let page = lead.text("main").await?;
        ensure!(page.contains("说得清") && page.contains("拨付单"), "{page}");
        lead.click(&format!(
            "{} [data-answer='adopted']",
            testid("improvement")
        ))
        .await?;
        lead.saved().await?;
        assert_eq!(
            lead.export_read(PROJECT).await?.records("suggestion").len(),
            1
        );
        Ok(())
    });
}

//! A decision outside a meeting (ux-method.md §12, walk 4c): six reply, one objects, and a copy that did not know of
//! the release has other words: nobody's answer is lost, and everybody sees what it was said to.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::project_file::record;
use browser_tests::{Forged, Hand, ProjectFile, World, test};
use serde_json::json;

use crate::at;
use crate::opinions::{PROJECT, is, process};

#[test]
fn a_decision_is_replied_to_by_six_and_changed_on_a_second_copy() {
    test(async |world: &World| -> Result<()> {
        let plan = world.folder().join("plan.json");
        process().write(&plan)?;
        let lead = world.person("wang").await?;
        lead.take_as(&plan, 0).await?;
        lead.go(&at(PROJECT, "decision/new")).await?;
        let form = lead.find("main [data-record^='decision/']").await?;
        let decision = form.attr("data-record").await?.unwrap_or_default();
        let hand = Hand::of(&lead);
        let field = |key: &str| format!("main [data-record='{decision}'] [data-field='{key}']");
        hand.types(&field("decision_text"), "每周二、四集中付款。\t")
            .await?;
        hand.types(&field("rationale"), "两次就够\t").await?;
        lead.saved().await?;
        let before = lead.export_read(PROJECT).await?;
        lead.go(&at(PROJECT, &decision)).await?;
        hand.click(&format!("{}[data-gate='release']:enabled", testid("gate")))
            .await?;
        lead.find(&testid("receipts")).await?;
        hand.click(".handover .button").await?;
        hand.within(2, 2)?;
        lead.click(&testid("send-file")).await?;
        let sent = lead.downloaded().await?;

        let rep = world.person("reps").await?;
        rep.take_as(&sent, 1).await?;
        let hand = Hand::of(&rep);
        for number in 2..=7 {
            if number > 2 {
                is(&rep, number).await?;
            }
            rep.go(&at(PROJECT, "todo")).await?;
            let row = format!("{}[data-record='{decision}']", testid("decision-row"));
            let answer = if number == 4 { "object" } else { "agree" };
            hand.click(&format!(
                "{row} {}[data-answer='{answer}']",
                testid("reply")
            ))
            .await?;
            if number == 4 {
                hand.types(&testid("reply-words"), "周四月底结账\n").await?;
            }
            rep.find(&format!("{row}[data-replied='true']")).await?;
        }
        hand.within(6, 1)?;
        rep.saved().await?;
        rep.click(&testid("reply-file")).await?;
        let reply = rep.downloaded().await?;

        // Somebody wrote other words on a copy from before the release.
        let other = json!("每周一、三、五集中付款。");
        let other = Forged::of(&before, &record("member", 1)).write(
            &record("member", 1),
            &decision,
            "decision_text",
            other,
        );
        let other = other.save(world.folder(), "other.json")?;
        lead.take(PROJECT, &[&reply]).await?;
        lead.go(&at(PROJECT, &decision)).await?;
        let told = lead.text(&testid("receipts")).await?;
        ensure!(
            told.contains("6/6") && told.contains("周四月底结账"),
            "{told}"
        );
        lead.find(&testid("open-objection")).await?;
        lead.take(PROJECT, &[&other]).await?;
        lead.go(&at(PROJECT, &decision)).await?;
        let changed = "return testid('receipts')?.innerText.includes('之后改过 1 处') === true;";
        lead.wait("what was replied to is told apart", changed, json!([]))
            .await?;
        let open = lead.conflicts(PROJECT).await?;
        ensure!(
            open.contains(&(decision.clone(), "status".to_owned())),
            "{open:?}"
        );
        let whole: ProjectFile = lead.export_read(PROJECT).await?;
        assert_eq!(whole.records("recipient").len(), 6);
        Ok(())
    });
}

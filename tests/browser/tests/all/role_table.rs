//! The role table by keys alone, shown to all, and known by who has a letter.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::project_file::{Draft, record};
use browser_tests::{Person, ProjectFile, World, test};
use serde_json::json;

use crate::at;

const PROJECT: &str = "7R0TAB1E00";

/// A project that 成员4 leads, with 成员2 and 成员3 for their departments. A place of the table is named by what its row
/// and its column are called after their kinds, so the lead is not called as a department is.
fn three_people() -> Draft {
    let mut draft = Draft::plan(PROJECT, "台灯", 1).led_by(3, &[1, 2]);
    for (at, name) in ["研发部", "市场部", "生产部"].into_iter().enumerate() {
        draft = draft.with(&record("department", at), "department", json!(name));
    }
    draft
}

/// Waits until the letters of the first row are these, column by column.
async fn wait_letters(person: &Person, letters: &[&str]) -> Result<()> {
    let script = "const row = document.querySelector('.role-table tbody tr');
        return row && [...row.querySelectorAll('.role-cell')].map((one) => one.dataset.letter).join() === arguments[0];";
    let what = format!("the letters {letters:?}");
    person
        .wait(&what, script, json!([letters.join(",")]))
        .await
        .map(drop)
}

#[test]
fn a_table_is_filled_by_keys_shown_to_all_and_known() {
    test(async |world: &World| -> Result<()> {
        let plan = world.folder().join("plan.json");
        three_people().write(&plan)?;
        let lead = world.person("wang").await?;
        lead.take_as(&plan, 3).await?;
        lead.go(&at(PROJECT, "work_item")).await?;
        let line = lead.find(&testid("type-work-item")).await?;
        line.click().await?;
        line.send_keys("开发与认证").await?;
        lead.press("Enter", 0).await?;
        lead.find(&testid("role-cell")).await?;
        lead.press("ArrowUp", 0).await?;
        let focused = "return document.activeElement?.dataset.testid === 'role-cell';";
        lead.wait("a cell to have the focus", focused, json!([]))
            .await?;
        // 成员2 stands for the second column, 成员3 for the third.
        lead.press("c", 0).await?;
        lead.press("ArrowRight", 0).await?;
        lead.press("a", 0).await?;
        lead.press("r", 0).await?;
        lead.press("ArrowRight", 0).await?;
        lead.press("a", 0).await?;
        wait_letters(&lead, &["C", "AR", "A", ""]).await?;
        let gate = format!("{}[disabled]", testid("publish-roles"));
        lead.find(&gate).await?;
        lead.press("Delete", 0).await?;
        lead.press("i", 0).await?;
        wait_letters(&lead, &["C", "AR", "I", ""]).await?;
        lead.press("i", 0).await?;
        wait_letters(&lead, &["C", "AR", "", ""]).await?;
        lead.click(&testid("publish-roles")).await?;
        lead.find(&testid("roles-shown")).await?;
        let who = format!(
            "[data-member='{}'][data-known='false']",
            record("member", 1)
        );
        lead.find(&who).await?;

        lead.click(".handover .button").await?;
        lead.find(".send input[value='know_roles']:checked").await?;
        lead.click(&testid("send-file")).await?;
        let file = lead.downloaded().await?;
        ensure!(ProjectFile::read(&file)?.text().contains("know_roles"));
        let rep = world.person("li").await?;
        rep.take_as(file.as_path(), 1).await?;
        rep.go(&at(PROJECT, "todo")).await?;
        let card = format!("{}[data-request='know_roles']", testid("todo-item"));
        let told = rep.text(&card).await?;
        ensure!(told.contains("开发与认证：拍板并执行"), "{told}");
        rep.click(&format!("{card} [data-answer='yes']")).await?;
        rep.find(&format!("{card}[data-state='done']")).await?;
        rep.click(&testid("reply-file")).await?;
        let reply = rep.downloaded().await?;

        lead.open("#/").await?;
        lead.give(&[reply.as_path()]).await?;
        lead.click(&testid("import-accept")).await?;
        lead.go(&at(PROJECT, "work_item")).await?;
        let who = format!("[data-member='{}'][data-known='true']", record("member", 1));
        lead.find(&who).await?;
        Ok(())
    });
}

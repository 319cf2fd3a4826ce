//! The lead's first ten minutes (ux.md §7, checks 1 and 2): from an empty browser to a file that introduces itself.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::wizard::REPRESENTATIVES;
use browser_tests::{ProjectFile, World, test};
use serde_json::json;

#[test]
fn ten_minutes_lead_to_a_mailed_file() {
    test(async |world: &World| -> Result<()> {
        let lead = world.person("lin").await?;
        lead.open("#/").await?;
        lead.resize(1366, 620).await?;
        lead.run("window.places = []; addEventListener('hashchange', () => window.places.push(location.hash.replace(/[0-9A-Z]{10}/, 'ID')));", json!([])).await?;
        let mut clicks = 0;
        lead.in_sight(&testid("new-project")).await?;
        lead.click(&testid("new-project")).await?;
        clicks += 1;
        lead.find("[data-field='project_name']").await?;
        lead.in_sight(&testid("create-project")).await?;
        let typed = lead.answer_lamp().await?;
        lead.in_sight(&testid("create-project")).await?;
        lead.click(&testid("create-project")).await?;
        clicks += 1;
        let project = lead.made().await?;

        lead.in_sight(&testid("send-file")).await?;
        lead.click(&testid("send-file")).await?;
        clicks += 1;
        let file = lead.downloaded().await?;
        lead.in_sight(&testid("copy-text")).await?;
        lead.click(&testid("copy-text")).await?;
        clicks += 1;
        lead.in_sight(&testid("mark-sent")).await?;
        lead.click(&testid("mark-sent")).await?;
        clicks += 1;
        let sent = "return testid('unsent').dataset.count === '0';";
        lead.wait("everything to be sent", sent, json!([])).await?;
        ensure!(
            typed <= 15 && clicks <= 6,
            "{typed} values, {clicks} clicks"
        );
        let places = lead.run("return window.places;", json!([])).await?;
        assert_eq!(places, json!(["#/new", "#/p/ID/exchange"]));

        let text = lead.text(&testid("mail-text")).await?;
        for part in ["A1 台灯上市", &project, "李主管"] {
            ensure!(text.contains(part), "{part} is not in the mail: {text}");
        }
        it_introduces_itself(&world.url(), &ProjectFile::read(&file)?)?;
        let open = REPRESENTATIVES
            .iter()
            .filter(|name| name.is_empty())
            .count();
        ensure!(open == 1, "one representative was left open");
        Ok(())
    });
}

/// What somebody sees who opens the file with an editor, and what it says to the program.
fn it_introduces_itself(page: &str, file: &ProjectFile) -> Result<()> {
    let lines: Vec<&str> = file.text().lines().collect();
    assert_eq!(lines[0], "{");
    let second = lines[1];
    ensure!(second.chars().count() <= 240, "{second}");
    for part in ["合拍", page, "拖", "drag"] {
        ensure!(second.contains(part), "{part} is not in {second}");
    }
    assert_eq!(
        file.lines().len(),
        file.changes().len(),
        "one change a line"
    );
    let exported = file.header("exported");
    assert_eq!(exported["purpose"], "invite");
    let named = REPRESENTATIVES
        .iter()
        .filter(|name| !name.is_empty())
        .count();
    let to = exported["to"].as_array().map(Vec::len);
    assert_eq!(
        to,
        Some(named),
        "everybody who is named but the lead: {exported}"
    );
    let asked = json!([
        "confirm_goal",
        "confirm_duties",
        "confirm_tasks",
        "name_backup"
    ]);
    assert_eq!(exported["requests"], asked);
    ensure!(exported["by_when"].is_string(), "{exported}");
    Ok(())
}

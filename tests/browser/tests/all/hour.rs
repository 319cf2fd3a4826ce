//! The coordinator's hour (ux-method.md §12, walk 5): five replies in, the agenda there by itself, a line a result, the
//! causes, released for the lead and mailed to all. And walk 5b: a risk in a line, its level by a click, and it
//! happens.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::project_file::record;
use browser_tests::{Hand, Person, World, test};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

use crate::at;
use crate::opinions::is;
use crate::owner::{running, weekday};

const PROJECT: &str = "70H0VRWA1K";

/// Five people answer one after the other at one computer; their reply files.
async fn replies(world: &World, plan: &Path) -> Result<Vec<PathBuf>> {
    let owner = world.person("owners").await?;
    owner.on_a_working_day().await?;
    owner.take_as(plan, 2).await?;
    let mut files = Vec::new();
    for at in 0..5 {
        if at > 0 {
            // What was saved for the one before lies over the cards no more.
            owner.go(&at_page("charter")).await?;
            is(&owner, at + 3).await?;
        }
        owner.go(&at_page("todo")).await?;
        let row = format!(
            "{}[data-record='{}']",
            testid("progress-row"),
            record("task", at)
        );
        owner
            .click(&format!("{row} input[value='on_track']"))
            .await?;
        owner
            .click(&format!("{row} {}", testid("note-progress")))
            .await?;
        owner.find(&format!("{row}[data-updated='true']")).await?;
        owner.saved().await?;
        owner.click(&testid("reply-file")).await?;
        files.push(owner.downloaded().await?);
    }
    owner.quit().await?;
    Ok(files)
}

fn at_page(page: &str) -> String {
    at(PROJECT, page)
}

/// What is typed in the hour: three actions, the second for a rest day, then a line of each sort.
const LINES: [&str; 8] = [
    "成员3 取补测报告 明天",
    "成员4 备 2 台样机 下周日",
    "成员5 约林总 下周三",
    "决定：先发 15000 台",
    "问题：认证报告退回",
    "风险：样机不够",
    "变更：产品就绪推后两天",
    "亮点：补测当天就排上了",
];

/// What of each line a reader finds in the mail.
const SAID: [&str; 8] = [
    "取补测报告",
    "备 2 台样机",
    "约林总",
    "先发 15000 台",
    "认证报告退回",
    "样机不够",
    "产品就绪推后两天",
    "补测当天就排上了",
];

async fn type_lines(hand: &Hand<'_>, lines: &[&str], before: usize) -> Result<()> {
    let main = format!("{} > .result-entry textarea", testid("agenda"));
    for (at, line) in lines.iter().enumerate() {
        hand.types(&main, &format!("{line}\n")).await?;
        let noted =
            "return document.querySelectorAll('[data-testid=noted-line]').length === arguments[0];";
        let what = format!("the line to be noted: {line}");
        hand.person
            .wait(&what, noted, json!([before + at + 1]))
            .await?;
    }
    Ok(())
}

#[test]
fn the_hour_takes_twelve_presses_and_eight_lines() {
    test(async |world: &World| -> Result<()> {
        let zhou = world.person("zhou").await?;
        zhou.on_a_working_day().await?;
        let plan = world.folder().join("plan.json");
        let (weekday, past) = weekday(&zhou).await?;
        running(PROJECT, weekday, &past).write(&plan)?;
        let files = replies(world, &plan).await?;
        zhou.take_as(&plan, 1).await?;
        zhou.go(&at(PROJECT, "")).await?;
        let hand = Hand::of(&zhou);
        let all: Vec<&Path> = files.iter().map(PathBuf::as_path).collect();
        zhou.drop_here(&all).await?;
        hand.click(&testid("import-accept")).await?;
        zhou.saved().await?;
        hand.click(".rail a[href$='/progress']").await?;
        hand.click(".tabs a[href$='/meeting']").await?;
        let points = zhou.find(&testid("agenda-point")).await;
        points?;
        let late = zhou
            .count(&format!(
                "{}[data-feeds='progress']",
                testid("agenda-point")
            ))
            .await?;
        ensure!(late == 2, "{late} late tasks stand on the agenda");
        hand.click(&testid("start-meeting")).await?;
        hand.click(&testid("all-here")).await?;
        type_lines(&hand, &LINES[..4], 0).await?;
        zhou.saved().await?;
        zhou.reload().await?;
        type_lines(&hand, &LINES[4..], 4).await?;
        for task in 0..2 {
            let cause = format!(
                "{}[data-record='{}'] [data-cause='resource']",
                testid("delay-cause"),
                record("task", task)
            );
            hand.click(&cause).await?;
            zhou.find(&format!("{cause}[aria-pressed='true']")).await?;
        }
        hand.click(&testid("end-meeting")).await?;
        hand.types(&testid("week-summary"), "补测有结果，上市日不变\t")
            .await?;
        hand.types(&testid("release-basis"), "会上同意").await?;
        hand.click(&format!("{}:enabled", testid("release-for")))
            .await?;
        zhou.find(&testid("after-release")).await?;
        hand.click(&testid("send-minutes")).await?;
        hand.click(&testid("save-and-copy")).await?;
        zhou.downloaded().await?;
        hand.click(&testid("mark-sent")).await?;
        hand.within(12, 8 + 2)?;
        let mail = zhou.text(&testid("mail-text")).await?;
        for said in SAID {
            ensure!(mail.contains(said), "{said} is not in the mail: {mail}");
        }
        came_of_it(&zhou).await
    });
}

/// What the lines became, and that next week begins with the three actions.
async fn came_of_it(zhou: &Person) -> Result<()> {
    let file = zhou.export_read(PROJECT).await?;
    let actions = file.records("action");
    ensure!(actions.len() == 3, "{actions:?}");
    for action in actions {
        let due = file.current(action, "due").as_str().unwrap_or_default();
        let sunday = "return new Date(arguments[0]).getUTCDay() === 0;";
        ensure!(
            zhou.run(sunday, json!([due])).await? == false,
            "{due} is a day of rest"
        );
        ensure!(file.current(action, "owner").is_string());
    }
    for (kind, n) in [
        ("risk", 1),
        ("decision", 1),
        ("issue", 1),
        ("change_request", 1),
    ] {
        ensure!(file.records(kind).len() == n, "{kind}: {n} wanted");
    }
    let issued = file.records("decision");
    let status = file.current(issued[0], "status");
    ensure!(
        *status != Value::Null && *status != "draft",
        "the decision is {status}"
    );
    let review = file.records("review");
    let figures =
        |file: &browser_tests::ProjectFile| file.current(review[0], "snapshot_doing").clone();
    let before = figures(&file);
    zhou.go(&at(PROJECT, &record("task", 3))).await?;
    zhou.go(&at(PROJECT, "meeting")).await?;
    let actions = format!("{}[data-feeds='actions']", testid("agenda-point"));
    zhou.find(&actions).await?;
    ensure!(zhou.count(&actions).await? == 3, "next week's actions");
    ensure!(before.is_number(), "{before}");
    Ok(())
}

#[test]
fn a_risk_is_typed_placed_and_happens_in_three_presses() {
    test(async |world: &World| -> Result<()> {
        let plan = world.folder().join("plan.json");
        running(PROJECT, 5, "2026-02-06").write(&plan)?;
        let lead = world.person("wang").await?;
        lead.take_as(&plan, 0).await?;
        lead.go(&at(PROJECT, "risk")).await?;
        let hand = Hand::of(&lead);
        hand.types(
            &testid("type-to-add"),
            "因为只有一家供应商，可能断货，导致量产停\n",
        )
        .await?;
        let risk = lead.wait_records("risk", 1).await?.remove(0);
        hand.click(&format!("tr[data-record='{risk}'] td[data-key='title']"))
            .await?;
        let cell = format!(
            ".risk-look {}[data-l='4'][data-i='4']",
            testid("risk-matrix")
        );
        hand.click(&cell).await?;
        hand.click(".risk-look [data-answer='happened']").await?;
        hand.within(3, 1)?;
        lead.saved().await?;
        let first = lead.export_read(PROJECT).await?;
        assert_eq!(first.current(&risk, "status"), "occurred");
        assert_eq!(first.records("issue").len(), 1);
        Ok(())
    });
}

//! Esc: what stood when the visit began stands again, wherever something is typed, ticked or chosen; and the focus goes
//! on from there.

use anyhow::Result;
use browser_tests::page::testid;
use browser_tests::project_file::{Draft, record};
use browser_tests::{ProjectFile, World, test};
use serde_json::json;

use crate::plan::click_cell;
use crate::{add_task, at};

const PROJECT: &str = "7G1VENVP00";

#[test]
fn a_tick_among_several_a_letter_of_the_role_table_and_its_note_are_given_up() {
    test(async |world: &World| -> Result<()> {
        let plan = world.folder().join("plan.json");
        let mut draft = Draft::plan(PROJECT, "展厅", 1).led_by(0, &[1, 2]);
        for (at, name) in ["策展部", "灯光部", "安保部"].into_iter().enumerate() {
            draft = draft.with(&record("department", at), "department", json!(name));
        }
        draft.write(&plan)?;
        let lead = world.person("wang").await?;
        lead.take_as(&plan, 0).await?;
        lead.go(&at(PROJECT, "work_item")).await?;
        lead.find(&testid("type-work-item"))
            .await?
            .send_keys("布展\n")
            .await?;
        lead.find(&testid("role-cell")).await?.click().await?;
        lead.press("a", 0).await?;
        lead.press("r", 0).await?;
        let letter = "return testid('role-cell').dataset.letter === arguments[0];";
        lead.wait("both letters", letter, json!(["AR"])).await?;
        lead.press("Escape", 0).await?;
        lead.wait("neither", letter, json!([""])).await?;
        let is_cell = "return document.activeElement?.dataset.testid === 'role-cell';";
        lead.wait("the focus in the cell", is_cell, json!([]))
            .await?;
        // A line that counts when it is left.
        lead.press("a", 0).await?;
        let note = lead.find(&testid("role-note")).await?;
        note.send_keys("先看样\t").await?;
        let note = lead.find(&testid("role-note")).await?;
        note.send_keys("，改").await?;
        lead.press("Escape", 0).await?;
        let shown = "return testid('role-note').value === '先看样';";
        lead.wait("the note as it stood", shown, json!([])).await?;
        lead.press("Tab", 0).await?;
        lead.wait("and so it stays", shown, json!([])).await?;

        // One tick of several.
        lead.go(&at(PROJECT, "issue/new")).await?;
        let tick = "[data-set='affected_departments'] input";
        lead.click(tick).await?;
        let is_ticked = "return document.querySelector(arguments[0]).checked === arguments[1];";
        lead.wait("the tick", is_ticked, json!([tick, true]))
            .await?;
        lead.press("Escape", 0).await?;
        lead.wait("no tick", is_ticked, json!([tick, false]))
            .await
            .map(drop)
    });
}

#[test]
fn a_line_that_counts_when_it_is_left_is_not_called_saved_before() {
    test(async |world: &World| -> Result<()> {
        let plan = world.folder().join("plan.json");
        let mut draft = Draft::plan(PROJECT, "车站改造", 1).led_by(0, &[1, 2]);
        for (at, name) in ["信号部", "土建部"].into_iter().enumerate() {
            draft = draft.with(&record("department", at), "department", json!(name));
        }
        draft.write(&plan)?;
        let lead = world.person("wang").await?;
        lead.take_as(&plan, 0).await?;
        let table = at(PROJECT, "work_item");
        lead.go(&table).await?;
        lead.find(&testid("type-work-item"))
            .await?
            .send_keys("拨接\n")
            .await?;
        lead.find(&testid("role-cell")).await?.click().await?;
        lead.press("a", 0).await?;
        lead.saved().await?;
        let note = lead.find(&testid("role-note")).await?;
        note.send_keys("凌晨两点").await?;
        // Still in the line, and nothing pressed.
        lead.saved().await?;
        let is_here = "return document.activeElement?.dataset.testid === 'role-note';";
        lead.wait("the focus in the line", is_here, json!([]))
            .await?;
        lead.kill()?;
        lead.start().await?;
        lead.open(&table).await?;
        lead.find(&testid("role-cell")).await?.click().await?;
        let shown = "return testid('role-note')?.value === '凌晨两点';";
        lead.wait("the note", shown, json!([])).await.map(drop)
    });
}

#[test]
fn half_a_name_is_given_up_and_names_nobody() {
    test(async |world: &World| -> Result<()> {
        let lead = world.person("wang").await?;
        let project = lead.new_lamp().await?;
        lead.go(&at(&project, "todo")).await?;
        lead.click("[data-testid='who'] summary").await?;
        lead.find(&testid("own-name"))
            .await?
            .send_keys("周末")
            .await?;
        lead.press("Escape", 0).await?;
        let still = "return document.querySelector('[data-testid=who] summary').innerText.includes('王经理');";
        lead.wait("the name as it was", still, json!([])).await?;
        lead.click("[data-testid='who'] summary").await?;
        let empty = "return testid('own-name').value === '';";
        lead.wait("an empty line", empty, json!([])).await.map(drop)
    });
}

#[test]
fn who_opens_a_line_goes_on_in_it_and_who_takes_something_away_goes_on_beside_it() {
    test(async |world: &World| -> Result<()> {
        let lead = world.person("wang").await?;
        let project = lead.new_lamp().await?;
        for title in ["定灯光", "定展板"] {
            add_task(&lead, &project, title).await?;
        }
        let rows = lead.records("task").await?;
        click_cell(&lead, &rows[rows.len() - 2], "title").await?;
        // The next one is at hand as soon as one is gone.
        for gone in [1, 2] {
            lead.click(&testid("delete-record")).await?;
            lead.wait_records("task", rows.len() - gone).await?;
        }
        lead.go(&at(&project, "bin")).await?;
        lead.click(&testid("restore")).await?;
        let is_next = "return document.activeElement?.dataset.testid === 'restore'
            && document.querySelectorAll('.bin li').length === 1;";
        lead.wait("the next one", is_next, json!([])).await?;
        lead.click(&testid("restore")).await?;
        let is_somewhere = "return document.querySelectorAll('.bin li').length === 0
            && !['BODY', undefined].includes(document.activeElement?.tagName);";
        lead.wait("the page's own part", is_somewhere, json!([]))
            .await?;

        let asked = lead.ask_file(&project).await?;
        let file = ProjectFile::read(&asked)?;
        let rep = world.person("chen").await?;
        rep.take_as_record(&asked, file.find("member", "person", "陈专员")?)
            .await?;
        rep.click("[data-request='confirm_goal'] [data-answer='no']")
            .await?;
        let in_line = "return document.activeElement?.matches('[data-request=confirm_goal] .reason input') === true;";
        rep.wait("the line of the objection", in_line, json!([]))
            .await
            .map(drop)
    });
}

//! Esc: what stood when the visit began stands again, wherever something is typed, ticked or chosen; and the focus goes
//! on from there.

use anyhow::Result;
use browser_tests::page::testid;
use browser_tests::project_file::{Draft, record};
use browser_tests::{World, test};
use serde_json::json;

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

        // A tick of a set, after it was saved.
        let risk = lead.run(
            "return [...document.querySelectorAll('a[href]')].length;",
            json!([]),
        );
        risk.await?;
        Ok(())
    });
}

#[test]
fn who_deletes_or_closes_goes_on_from_what_stands_there() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("展厅").await?;
        add_task(&person, &project, "定灯光").await?;
        add_task(&person, &project, "定展板").await?;
        Ok(())
    });
}

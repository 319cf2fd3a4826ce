//! The plan as a board, as a calendar and as one's own tasks, by keys; and a way to look at it that is saved.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Person, World, test};
use serde_json::json;

use crate::{add_task, at};

/// Nodes of a page that is light.
const MOST_NODES: usize = 1_500;

/// M, where the focus is: takes up what stands there.
async fn carry(person: &Person) -> Result<()> {
    let key = "document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'm', bubbles: true, cancelable: true }));";
    person.run(key, json!([])).await.map(drop)
}

async fn is_light(person: &Person) -> Result<()> {
    let nodes = person.count("*").await?;
    ensure!(nodes <= MOST_NODES, "{nodes} nodes");
    Ok(())
}

#[test]
fn a_card_that_may_not_go_says_there_what_is_missing_and_stays() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        let task = add_task(&person, &project, "定包装").await?;
        let card = format!("[data-card='{task}']");
        person.go(&at(&project, "plan/kanban")).await?;
        person.find(&card).await?;
        is_light(&person).await?;

        // By keys two columns on: no step leads there.
        let focus = "document.querySelector(arguments[0]).focus();";
        person.run(focus, json!([card])).await?;
        carry(&person).await?;
        person.press("ArrowRight", 0).await?;
        person.press("ArrowRight", 0).await?;
        let said = "return testid('said').textContent.includes('没有这一步');";
        person
            .wait("what the move would come to", said, json!([]))
            .await?;
        person.press("Enter", 0).await?;
        let ask = person.text(&testid("board-ask")).await?;
        ensure!(ask.contains("不能从「未开始」直接到「受阻」"), "{ask}");
        person.press("Escape", 0).await?;
        let stays =
            "return testid('board-ask') === null && document.activeElement.matches(arguments[0]);";
        person
            .wait("the card to stay", stays, json!([card]))
            .await?;

        // One column on: what the step still needs stands in the bar.
        carry(&person).await?;
        person.press("ArrowRight", 0).await?;
        person.press("Enter", 0).await?;
        let ask = person.text(&testid("board-ask")).await?;
        ensure!(
            ask.contains("放到「进行中」") && ask.contains("先补上"),
            "{ask}"
        );
        let column =
            "return document.querySelector(arguments[0]).closest('[data-drop]').dataset.drop;";
        let place = person.run(column, json!([card])).await?;
        ensure!(place == "todo", "{place}");
        Ok(())
    });
}

#[test]
fn a_task_is_put_on_another_day_by_keys_and_taken_back() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        let task = add_task(&person, &project, "定包装").await?;
        person.go(&at(&project, &task)).await?;
        person.fill(&task, "current_start", "2026-06-01").await?;
        person.fill(&task, "current_end", "2026-06-10").await?;
        person
            .go(&at(&project, "plan/calendar?d=2026-06-10"))
            .await?;
        let chip = format!("[data-day='2026-06-10'] [data-chip='{task}']");
        person.find(&chip).await?;
        is_light(&person).await?;
        let focus = "document.querySelector(arguments[0]).focus();";
        person.run(focus, json!([chip])).await?;
        carry(&person).await?;
        person.press("ArrowRight", 0).await?;
        let said = "return testid('said').textContent.includes('06-11');";
        person
            .wait("the day it is held over", said, json!([]))
            .await?;
        person.press("Enter", 0).await?;
        person
            .find(&format!("[data-day='2026-06-11'] [data-chip='{task}']"))
            .await?;
        person.undo().await?;
        person.find(&chip).await?;

        // A week on a Saturday is a rest day: the next working day is taken.
        person.run(focus, json!([chip])).await?;
        carry(&person).await?;
        for _ in 0..3 {
            person.press("ArrowRight", 0).await?;
        }
        let rest = "return testid('said').textContent.includes('休息日');";
        person
            .wait("that it is a rest day", rest, json!([]))
            .await?;
        person.press("Escape", 0).await?;
        person.find(&chip).await?;

        // All of a day opens over it, and shuts with Escape.
        let day = "document.querySelector('[data-day=\"2026-06-10\"]').focus();";
        person.run(day, json!([])).await?;
        person.press("Enter", 0).await?;
        person.find(&testid("day-open")).await?;
        person.press("Escape", 0).await?;
        let shut = "return testid('day-open') === null;";
        person.wait("the day to shut", shut, json!([])).await?;
        Ok(())
    });
}

#[test]
fn own_tasks_stand_by_when_they_are_due_and_a_view_is_saved_by_name() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        person.go(&at(&project, "plan/mine")).await?;
        let any = "return document.querySelector('[data-testid=mine], [data-testid=mine-nobody]') !== null;";
        person.wait("one's own tasks", any, json!([])).await?;
        is_light(&person).await?;

        person.go(&at(&project, "plan/kanban?f=late")).await?;
        person
            .click(&format!("{} summary", testid("views-menu")))
            .await?;
        person
            .find(&testid("view-name"))
            .await?
            .send_keys("只看逾期\n")
            .await?;
        let named = "return testid('views-menu').querySelector('summary').textContent.includes('只看逾期');";
        person.wait("its name", named, json!([])).await?;
        person.reload().await?;
        person
            .wait("its name after a reload", named, json!([]))
            .await?;
        person.go(&at(&project, "plan/kanban")).await?;
        person
            .click(&format!("{} summary", testid("views-menu")))
            .await?;
        person.click(&testid("saved-view")).await?;
        let asked = "return location.hash.includes('f=late');";
        person.wait("what it shows", asked, json!([])).await?;
        Ok(())
    });
}

//! What the forms of T02, T03 and the calendar show: shares of the work, who takes over, a day of rest of one's own.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::{World, test};
use serde_json::json;

use crate::at;

#[test]
fn a_work_item_without_a_department_is_counted_as_a_gap() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_lamp().await?;
        person.go(&at(&project, "department")).await?;
        person.find(&testid("boundaries")).await?;
        let gaps = "return document.querySelector('[data-figure=gaps]')?.dataset.count ?? null;";
        let before = person.wait("the figures", gaps, json!([])).await?;
        person.click(&testid("new-work-item")).await?;
        let script = "return document.querySelector('article.sheet')?.dataset.record ?? null;";
        let item = person.wait("a new work item", script, json!([])).await?;
        let item = item.as_str().unwrap_or_default().to_owned();
        person.fill(&item, "name", "没人管的事").await?;
        person.saved().await?;
        person.go(&at(&project, "department")).await?;
        let more = "return document.querySelector('[data-figure=gaps]')?.dataset.count !== arguments[0] && !!document.querySelector('[data-testid=shares] tbody tr');";
        person.wait("one gap more", more, json!([before])).await?;
        Ok(())
    });
}

#[test]
fn an_absence_says_who_takes_over_and_a_line_of_the_calendar_is_kept() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_lamp().await?;
        person.go(&at(&project, "member")).await?;
        let members = person.records("member").await?;
        let member = members.first().cloned().unwrap_or_default();
        ensure!(!member.is_empty(), "the list of people is empty");
        person.go(&at(&project, &member)).await?;
        person
            .click("[data-testid='add-row'][data-rows='absence']")
            .await?;
        let row = "return document.querySelector('[data-rows=absence] tr[data-record]')?.dataset.record ?? null;";
        let row = person.wait("a row", row, json!([])).await?;
        let row = row.as_str().unwrap_or_default().to_owned();
        person.fill(&row, "from", "2099-05-04").await?;
        person.saved().await?;
        person.find(&testid("takeover")).await?;
        person.go(&at(&project, "settings")).await?;
        person.find(&testid("holidays")).await?;
        person
            .click("[data-testid='add-row'][data-rows='calendar_day']")
            .await?;
        let row = "return document.querySelector('[data-rows=calendar_day] tr[data-record]')?.dataset.record ?? null;";
        let row = person.wait("a row", row, json!([])).await?;
        let row = row.as_str().unwrap_or_default().to_owned();
        person.fill(&row, "from", "2026-12-01").await?;
        person.saved().await?;
        person.reload().await?;
        person.wait_shown(&row, "from", "2026-12-01").await
    });
}

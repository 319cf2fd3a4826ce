//! The day goes on while the page is open: rail, overview, plan and wizard follow without a reload.

use anyhow::Result;
use browser_tests::{World, test};
use serde_json::json;

use crate::{add_task, at};

/// The clock of the page shows that many days more from now on; nobody has told the page yet.
const LATER: &str = "const Real = globalThis.RealDate ??= Date;
    const ahead = arguments[0] * 86400000;
    globalThis.Date = class extends Real {
      constructor(...given) { if (given.length) super(...given); else super(Real.now() + ahead); }
      static now() { return Real.now() + ahead; }
    };";

#[test]
fn what_is_dated_follows_when_somebody_comes_back_the_next_day() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        let task = add_task(&person, &project, "定包装").await?;
        person.go(&at(&project, &task)).await?;
        let today = person
            .run("const now = new Date(); return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);", json!([]))
            .await?;
        person
            .quick_fill(&task, "current_end", today.as_str().unwrap_or_default())
            .await?;
        person.saved().await?;
        person.go(&at(&project, "task")).await?;
        person
            .click(&format!("tr[data-record='{task}'] td[data-key='title']"))
            .await?;
        person.wait("the strip", "return document.querySelector('.strip') !== null && document.querySelector('.strip .late') === null;", json!([])).await?;
        let rail = "return document.querySelector('nav.rail, .rail')?.innerText ?? '';";
        let before = person.run(rail, json!([])).await?;
        person.run(LATER, json!([14])).await?;
        person
            .run(
                "document.dispatchEvent(new Event('visibilitychange', { bubbles: true }));",
                json!([]),
            )
            .await?;
        person
            .wait(
                "late by now",
                "return document.querySelector('.strip .late') !== null;",
                json!([]),
            )
            .await?;
        let changed =
            "return (document.querySelector('nav.rail, .rail')?.innerText ?? '') !== arguments[0];";
        person
            .wait("the rail follows", changed, json!([before]))
            .await?;
        // A clock that is set right again.
        person.run(LATER, json!([0])).await?;
        person
            .run("dispatchEvent(new Event('focus'));", json!([]))
            .await?;
        person
            .wait(
                "not late any more",
                "return document.querySelector('.strip .late') === null;",
                json!([]),
            )
            .await?;
        person.go("#/new").await?;
        let start = "return document.querySelector('[data-field=planned_start]')?.value ?? null;";
        person.click_text("改日期").await?;
        let first = person.wait("the first day", start, json!([])).await?;
        person.run(LATER, json!([14])).await?;
        person
            .run("dispatchEvent(new Event('focus'));", json!([]))
            .await?;
        let other =
            "return document.querySelector('[data-field=planned_start]').value !== arguments[0];";
        person
            .wait("another first day", other, json!([first]))
            .await?;
        Ok(())
    });
}

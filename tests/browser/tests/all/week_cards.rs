//! Cards of the week, answered by a hand where they stand (ux-method.md §12, walk 4b): requests that clash are ruled as
//! proposed in one press, and both departments have their days.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::{World, test};
use serde_json::json;

use crate::at;
use crate::screens::{sample, show};

#[test]
fn requests_that_clash_are_ruled_as_proposed_in_one_press() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = sample(&person, "zh-CN").await?;
        show(&person, &at(&project, "todo")).await?;
        person.find("[data-clash]").await?;
        person.click(&testid("rule-as-proposed")).await?;
        let gone = "return document.querySelector('[data-clash]') === null;";
        person.wait("the card to go", gone, json!([])).await?;
        show(&person, &at(&project, "clashes")).await?;
        let left = person.count(&testid("clash")).await?;
        ensure!(left == 0, "{left} clashes are left");
        Ok(())
    });
}

//! The search over every page: records, pages, commands and what the page offers, by keys; and the keys of a page.

use anyhow::Result;
use browser_tests::page::testid;
use browser_tests::{World, test};
use serde_json::json;

use crate::{add_task, at};

#[test]
fn a_record_is_found_by_its_number_or_its_words_and_opened_by_keys() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        let first = add_task(&person, &project, "定包装").await?;
        let second = add_task(&person, &project, "拍主图").await?;
        person.go(&at(&project, "")).await?;
        person.find(&testid("search")).await?;
        person
            .run("document.activeElement?.blur();", json!([]))
            .await?;
        let slash = "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '/', bubbles: true, cancelable: true }));";
        person.run(slash, json!([])).await?;
        let text = testid("search-text");
        person.find(&text).await?.send_keys("包装").await?;
        person.find(&format!("[data-hit='{first}']")).await?;
        person.press("Escape", 0).await?;
        let shut = "return document.querySelector('dialog[open]') === null;";
        person.wait("the panel to shut", shut, json!([])).await?;

        person.click(&testid("search")).await?;
        person.find(&text).await?.send_keys("Ｔ").await?;
        let both = "return document.querySelectorAll('[data-testid=hit]').length === 2;";
        person.wait("both tasks", both, json!([])).await?;
        person.press("ArrowDown", 0).await?;
        person.press("Enter", 0).await?;
        let here = "return location.hash.endsWith(arguments[0]);";
        person
            .wait("the second task", here, json!([second]))
            .await?;
        person.wait("the panel to shut", shut, json!([])).await?;
        Ok(())
    });
}

#[test]
fn the_search_also_opens_pages_does_what_the_page_offers_and_reads_first_letters() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        let task = add_task(&person, &project, "宣传物料设计").await?;
        person.go(&at(&project, "issue")).await?;
        let key = "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: arguments[0], ctrlKey: arguments[1], bubbles: true, cancelable: true }));";
        let text = testid("search-text");
        let shut = "return document.querySelector('dialog[open]') === null;";
        let here = "return location.hash.endsWith(arguments[0]);";
        person.find(&testid("search")).await?;

        // Spoken letters find a record once their table has come.
        person.run(key, json!(["k", true])).await?;
        let offered = "return document.querySelectorAll('[data-testid=hit]').length > 8;";
        person
            .wait("what can be opened at once", offered, json!([]))
            .await?;
        // Enter on a list that nobody looked at does nothing.
        let chosen = "return testid('search-text').getAttribute('aria-activedescendant');";
        let none = person.run(chosen, json!([])).await?;
        assert!(none.is_null(), "{none}");
        person.find(&text).await?.send_keys("wlsj").await?;
        person.find(&format!("[data-hit='{task}']")).await?;
        person.press("Enter", 0).await?;
        person.wait("the task", here, json!([task])).await?;
        person.wait("the panel to shut", shut, json!([])).await?;

        // A page by its name in the other language.
        person.run(key, json!(["/", false])).await?;
        person.find(&text).await?.send_keys("recycle").await?;
        person.find(&testid("hit")).await?;
        let first = "return document.querySelectorAll('[data-testid=hit]').length === 1;";
        person
            .wait("the recycle bin alone", first, json!([]))
            .await?;
        person.press("Enter", 0).await?;
        person
            .wait("the recycle bin", here, json!(["/bin"]))
            .await?;

        // A button of the page under it is pressed.
        person.go(&at(&project, "task")).await?;
        person.find(&testid("paste-table")).await?;
        person.run(key, json!(["k", true])).await?;
        // Enter counts what was typed just before it, also before the list has followed.
        person.find(&text).await?.send_keys("粘贴\u{e007}").await?;
        let pressed = "return testid('paste-table').getAttribute('aria-expanded') === 'true';";
        person
            .wait("the box for copied lines", pressed, json!([]))
            .await?;

        // Nothing found says what to try; ? shows the keys of the page, those of its table among them.
        person.run(key, json!(["k", true])).await?;
        person
            .find(&text)
            .await?
            .send_keys("没有这样的东西")
            .await?;
        let none = "return testid('search-said').textContent.includes('换一个说法') && testid('search-text').getAttribute('aria-expanded') === 'false';";
        person
            .wait("that nothing was found", none, json!([]))
            .await?;
        person.press("Escape", 0).await?;
        person.wait("the panel to shut", shut, json!([])).await?;
        person
            .run("document.activeElement?.blur();", json!([]))
            .await?;
        person.run(key, json!(["?", false])).await?;
        let keys = "return testid('keys')?.textContent.includes('Ctrl+D');";
        person
            .wait("the keys of the table", keys, json!([]))
            .await?;
        Ok(())
    });
}

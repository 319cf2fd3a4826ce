//! Site data that are cleared while the page is open: what is in memory is written again, what is not is told.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::{Person, World, test};
use serde_json::json;

use crate::{add_task, at};

/// Everything of this origin, gone: by a script of the page, by the browser's settings, or only in part.
const CLEARED: [(&str, &str); 5] = [
    (
        "a script",
        "localStorage.clear(); await new Promise((resolve) => { const gone = indexedDB.deleteDatabase('hepai'); gone.onsuccess = gone.onerror = gone.onblocked = resolve; });",
    ),
    (
        "the database alone",
        "await new Promise((resolve) => { const gone = indexedDB.deleteDatabase('hepai'); gone.onsuccess = gone.onerror = gone.onblocked = resolve; });",
    ),
    (
        "what is in the database",
        "localStorage.clear(); const opened = await new Promise((resolve) => { const asked = indexedDB.open('hepai'); asked.onsuccess = () => resolve(asked.result); });
        const work = opened.transaction(['rows', 'kv'], 'readwrite'); work.objectStore('rows').clear(); work.objectStore('kv').clear();
        await new Promise((resolve) => { work.oncomplete = resolve; }); opened.close();",
    ),
    ("the browser's settings", "#local_storage,indexeddb"),
    // The worker that serves the page offline goes, too: the page must not take that for a new version.
    ("all data of the site", "#all"),
];

/// What is cleared in the browser's settings.
async fn clear_site(person: &Person, types: &str) -> Result<()> {
    let is_served = "return Boolean(navigator.serviceWorker.controller);";
    person.wait("a worker", is_served, json!([])).await?;
    let origin = person.run("return location.origin;", json!([])).await?;
    let all = json!({ "origin": origin, "storageTypes": types });
    person.cdp("Storage.clearDataForOrigin", all).await?;
    Ok(())
}

#[test]
fn homes_cleared_while_the_page_is_open_are_filled_again_from_it() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        for (what, script) in CLEARED {
            let project = person.new_project(what).await?;
            person.fill("charter", "goal_statement", "先写的").await?;
            let task = add_task(&person, &project, "一件事").await?;
            person.saved().await?;
            if let Some(types) = script.strip_prefix('#') {
                clear_site(&person, types).await?;
            } else {
                person.run_async(script, json!([])).await?;
            }
            person.go(&at(&project, "charter")).await?;
            person.fill("charter", "background", "后写的").await?;
            person.saved().await?;
            person.kill()?;
            person.start().await?;
            person.open(&at(&project, "charter")).await?;
            person
                .wait_shown("charter", "goal_statement", "先写的")
                .await?;
            person.wait_shown("charter", "background", "后写的").await?;
            person.go(&at(&project, "task")).await?;
            ensure!(person.records("task").await?.contains(&task), "{what}");
        }
        Ok(())
    });
}

#[test]
fn a_project_that_was_cleared_while_nobody_had_it_open_is_named() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        person.new_project("灯会").await?;
        let lamp = person.new_project("台灯").await?;
        person.saved().await?;
        let listed = "return document.querySelectorAll('[data-testid=project-list] tbody tr[data-project-id]').length === arguments[0];";
        person.open("#/").await?;
        person.reload().await?;
        person.wait("both are listed", listed, json!([2])).await?;
        // One of them is open: it is filled again, and the other is told.
        person.go(&at(&lamp, "charter")).await?;
        person.control("charter", "goal_statement").await?;
        clear_site(&person, "all").await?;
        let said = person.wait_notice("error", &["灯会"]).await?;
        ensure!(!said.contains("台灯"), "it is open here: {said}");
        person.saved().await?;
        person.go("#/").await?;
        person.wait("one is left", listed, json!([1])).await?;
        // None is open: the list says so itself.
        person.reload().await?;
        person.wait("it is listed", listed, json!([1])).await?;
        clear_site(&person, "all").await?;
        person.wait_notice("error", &["台灯"]).await?;
        person.wait("none is left", listed, json!([0])).await?;
        Ok(())
    });
}

#[test]
fn a_project_removed_in_another_tab_comes_back_whole_with_the_next_edit() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        person.open("#/").await?;
        person.click(&testid("sample")).await?;
        person.find(&testid("sample-bar")).await?;
        person.saved().await?;
        let address = person.run("return location.hash;", json!([])).await?;
        let project = address.as_str().unwrap_or_default()[4..14].to_owned();
        person.go(&at(&project, "task")).await?;
        let tasks = person.records("task").await?;
        person.go(&at(&project, "charter")).await?;
        let editing = person.new_window().await?;
        person.open(&at(&project, "charter")).await?;
        person.click(&testid("sample-remove")).await?;
        person.find(&testid("sample")).await?;
        person.switch_tab(&editing).await?;
        person.wait_notice("error", &[]).await?;
        person.wait_save_state("failed").await?;
        person.fill("charter", "goal_statement", "还要它").await?;
        person.wait_save_state("saved").await?;
        person.kill()?;
        person.start().await?;
        person.open(&at(&project, "charter")).await?;
        person
            .wait_shown("charter", "goal_statement", "还要它")
            .await?;
        person.go(&at(&project, "task")).await?;
        ensure!(
            person.records("task").await?.len() == tasks.len(),
            "all of it is back"
        );
        Ok(())
    });
}

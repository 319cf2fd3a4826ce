//! The static shell: before, beside and after the program.

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::reports::Expected;
use browser_tests::{World, test};
use serde_json::json;

use crate::at;

#[test]
fn the_app_becomes_usable_under_any_path_and_asks_nobody_else() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        // Without the slash, as people type it.
        let session = person.session()?;
        session.goto(world.url().trim_end_matches('/')).await?;
        person.wait_ready().await?;
        person.find(&testid("import-input")).await?;
        person.find(&testid("new-project")).await?;
        let others = "return performance.getEntriesByType('resource').map((one) => one.name).filter((name) => !name.startsWith(document.baseURI));";
        assert_eq!(person.run(others, json!([])).await?, json!([]));
        Ok(())
    });
}

#[test]
fn every_route_opens_by_its_address_and_by_back() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        for (page, sign) in [
            ("exchange", testid("export-whole")),
            (
                "charter",
                "[data-record='charter'] [data-field='goal_statement']".to_owned(),
            ),
            ("task", testid("type-to-add")),
            ("issue/new", "[data-field='title']".to_owned()),
            ("conflicts", "main h1".to_owned()),
        ] {
            person.open(&at(&project, page)).await?;
            person.find(&sign).await?;
        }
        person.go(&at(&project, "charter")).await?;
        person.find("[data-record='charter']").await?;
        person.go(&at(&project, "exchange")).await?;
        person.find(&testid("export-whole")).await?;
        person.session()?.back().await?;
        person
            .find("[data-record='charter'] [data-field='goal_statement']")
            .await?;
        person.go("#/nowhere/at/all").await?;
        let text = person.text("main").await?;
        ensure!(!text.is_empty(), "an unknown address says something");
        Ok(())
    });
}

#[test]
fn it_starts_offline_with_the_server_stopped() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        person.fill("charter", "goal_statement", "离线也在").await?;
        person.saved().await?;
        person
            .run_async("await navigator.serviceWorker.ready;", json!([]))
            .await?;
        person.quit().await?;
        world.stop_server();
        person.expect(Expected::ServerStopped);
        person.start().await?;
        person.open(&at(&project, "charter")).await?;
        person
            .wait_shown("charter", "goal_statement", "离线也在")
            .await?;
        person.fill("charter", "background", "离线写的").await?;
        person.saved().await?;
        let file = person.export_read(&project).await?;
        assert_eq!(file.current("charter", "background"), "离线写的");
        person.load("rescue.html").await?;
        person.find(&testid("rescue-download")).await?;
        person.open("?from=mail#/").await?;
        person
            .find(&format!(
                "{} [data-project-id='{project}']",
                testid("project-list")
            ))
            .await?;
        Ok(())
    });
}

#[test]
fn without_scripts_the_page_explains_itself_in_both_languages() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        person
            .cdp(
                "Emulation.setScriptExecutionDisabled",
                json!({ "value": true }),
            )
            .await?;
        person.load("#/").await?;
        let tree = person
            .cdp("Accessibility.getFullAXTree", json!({}))
            .await?
            .to_string();
        for part in [
            "合拍需要 JavaScript",
            "Hepai needs JavaScript",
            "您填过的内容没有丢",
        ] {
            ensure!(tree.contains(part), "{part} cannot be read");
        }
        Ok(())
    });
}

#[test]
fn without_web_assembly_the_page_explains_itself_and_gives_the_content_out() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        person.expect(Expected::Crippled);
        let script = json!({ "source": "delete globalThis.WebAssembly;" });
        person
            .cdp("Page.addScriptToEvaluateOnNewDocument", script)
            .await?;
        person.load("#/").await?;
        let seen = "const one = document.getElementById('no-wasm'); return one && one.checkVisibility() ? one.innerText : null;";
        let text = person
            .wait("the words without WebAssembly", seen, json!([]))
            .await?;
        let text = text.as_str().unwrap_or_default();
        ensure!(
            text.contains("这个浏览器打不开合拍")
                && text.contains("This browser cannot open Hepai"),
            "{text}"
        );
        person.click("#no-wasm a[href$='rescue.html']").await?;
        person.click(&testid("rescue-download")).await?;
        let file = std::fs::read_to_string(person.downloaded().await?)?;
        ensure!(file.contains("indexedDB"), "{file}");
        Ok(())
    });
}

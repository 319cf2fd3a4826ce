//! A new version waits until somebody wants it; then every tab changes over.

use std::path::PathBuf;
use std::time::Duration;

use anyhow::{Context as _, Result, bail, ensure};
use base64::Engine as _;
use browser_tests::page::testid;
use browser_tests::reports::Expected;
use browser_tests::{Person, World, test, world};
use serde_json::json;
use sha2::{Digest as _, Sha256};

use crate::{at, copy_folder};

const VERSION: &str = "return document.querySelector('meta[name=version]').content;";

/// Copies a build and gives it another version, as the next release would have it.
fn next_build(world: &World, version: &str) -> Result<PathBuf> {
    let folder = world.folder().join(format!("dist-{version}"));
    copy_folder(&world::dist()?, &folder)?;
    let page = std::fs::read_to_string(folder.join("index.html"))?;
    let start = page
        .find("<meta name=\"version\"")
        .context("index.html names its version")?;
    let end = start + page[start..].find('>').context("the meta ends")?;
    let page = format!(
        "{}<meta name=\"version\" content=\"{version}\"{}",
        &page[..start],
        &page[end..]
    );
    std::fs::write(folder.join("index.html"), &page)?;
    let worker = std::fs::read_to_string(folder.join("sw.js"))?;
    let integrity =
        base64::engine::general_purpose::STANDARD.encode(Sha256::digest(page.as_bytes()));
    let mut lines: Vec<String> = Vec::new();
    let mut changed = 0;
    for line in worker.lines() {
        if line.trim_start().starts_with("['index.html'") {
            lines.push(format!("  ['index.html', 'sha256-{integrity}'],"));
            changed += 1;
        } else if line.starts_with("const BUILD = '") {
            lines.push(format!("const BUILD = '{version}';"));
            changed += 1;
        } else {
            lines.push(line.to_owned());
        }
    }
    ensure!(changed == 2, "sw.js has another form than this test knows");
    std::fs::write(folder.join("sw.js"), lines.join("\n") + "\n")?;
    Ok(folder)
}

/// Loads the page twice, so that the worker controls it.
async fn controlled(person: &Person, route: &str) -> Result<()> {
    person.open(route).await?;
    person
        .run_async("await navigator.serviceWorker.ready;", json!([]))
        .await?;
    person.reload().await?;
    let script = "return navigator.serviceWorker.controller !== null;";
    person
        .wait("the worker to control the page", script, json!([]))
        .await
        .map(drop)
}

/// Waits until exactly one build is kept; an installation under way has a cache of its own.
async fn one_cache(person: &Person) -> Result<()> {
    let mut count = json!(null);
    for _ in 0..50 {
        count = person
            .run_async("return (await caches.keys()).length;", json!([]))
            .await?;
        if count == 1 {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    bail!("{count} builds are kept")
}

async fn look_for_update(person: &Person) -> Result<()> {
    person.run_async("const registration = await navigator.serviceWorker.ready; await registration.update().catch(() => {});", json!([])).await.map(drop)
}

#[test]
fn a_new_version_waits_for_the_person_and_then_every_tab_has_it() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        controlled(&person, &at(&project, "charter")).await?;
        let old = person.run(VERSION, json!([])).await?;
        let first = person.new_tab().await?;
        person.open(&at(&project, "task")).await?;
        let second = person.switch_tab(&first).await?;

        world.serve(&next_build(world, "9.9.9")?)?;
        look_for_update(&person).await?;
        for tab in [&second, &first] {
            person.find(&testid("update-accept")).await?;
            person.reload().await?;
            assert_eq!(
                person.run(VERSION, json!([])).await?,
                old,
                "nothing changes by itself"
            );
            person.switch_tab(tab).await?;
        }
        person.switch_tab(&first).await?;
        // Letters just typed are not lost by the change.
        let control = person.control("charter", "goal_statement").await?;
        control.click().await?;
        control.send_keys("换版本之前").await?;
        person.switch_tab(&second).await?;
        person.click(&testid("update-accept")).await?;
        for tab in [&first, &second] {
            let new = format!("{VERSION_IS}'9.9.9';");
            person.wait("the new version", &new, json!([])).await?;
            person.wait_ready().await?;
            person.switch_tab(tab).await?;
        }
        person.switch_tab(&first).await?;
        person
            .wait_shown("charter", "goal_statement", "换版本之前")
            .await?;
        one_cache(&person).await?;
        assert_eq!(person.count(&testid("update-accept")).await?, 0);
        Ok(())
    });
}

const VERSION_IS: &str = "return document.querySelector('meta[name=version]')?.content === ";

#[test]
fn a_half_finished_upload_is_not_offered() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        person.open("#/").await?;
        controlled(&person, "#/").await?;
        let folder = next_build(world, "9.9.8")?;
        let program = std::fs::read_dir(&folder)?
            .filter_map(|entry| Some(entry.ok()?.path()))
            .find(|path| {
                path.extension()
                    .is_some_and(|extension| extension == "wasm")
            });
        let Some(program) = program else {
            bail!("no program in the build")
        };
        let whole = std::fs::read(&program)?;
        std::fs::write(&program, &whole[..whole.len() / 2])?;
        world.serve(&folder)?;
        person.expect(Expected::HalfUpload);
        look_for_update(&person).await?;
        tokio::time::sleep(Duration::from_millis(800)).await;
        assert_eq!(
            person.count(&testid("update-accept")).await?,
            0,
            "nothing is offered"
        );
        person.reload().await?;
        one_cache(&person).await?;
        std::fs::write(&program, &whole)?;
        look_for_update(&person).await?;
        person.find(&testid("update-accept")).await?;
        Ok(())
    });
}

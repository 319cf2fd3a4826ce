//! The files behind the first part of the program: there before they are wanted, and no harm where one cannot be
//! fetched.

use anyhow::{Context as _, Result};
use browser_tests::page::testid;
use browser_tests::reports::Expected;
use browser_tests::{World, test, world};
use serde_json::{Value, json};
use std::path::PathBuf;

use crate::{at, copy_folder};

/// Whether this page has fetched the later part by itself.
const FETCHED: &str = "return performance.getEntriesByType('resource').some((one) => one.name.endsWith('_later.wasm') && one.responseEnd > 0);";

/// What an open page says of itself while it does not show the page of its address.
const READY: &str = "return document.documentElement.dataset.ready ?? null;";

#[test]
fn a_page_of_the_later_part_opens_with_the_server_gone_before_the_worker_has_the_page() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        person.open(&at(&project, "charter")).await?;
        person
            .wait("the later part to be fetched", FETCHED, json!([]))
            .await?;
        world.stop_server();
        person.expect(Expected::ServerStopped);
        person.go(&at(&project, "exchange")).await?;
        person.find(&testid("export-whole")).await?;
        person.go(&at(&project, "bin")).await?;
        person.find("main h1").await.map(drop)
    });
}

/// A project of another day, as it lies in localStorage: beginning one needs every part of the program.
async fn earlier_project(world: &World) -> Result<(String, Value)> {
    let before = world.person("lin-before").await?;
    let project = before.new_project("台灯").await?;
    let kept = "return Object.entries(localStorage);";
    let kept = before.run(kept, json!([])).await?;
    before.quit().await?;
    Ok((project, kept))
}

/// Serves the build with half of the file of this name; answers with its place and the whole of it.
fn serve_cut(world: &World, name: &str) -> Result<(PathBuf, Vec<u8>)> {
    let folder = world.folder().join("dist-cut");
    copy_folder(&world::dist()?, &folder)?;
    let files = std::fs::read_dir(&folder)?.collect::<std::io::Result<Vec<_>>>()?;
    let mut files = files.iter().map(std::fs::DirEntry::path);
    let file = files
        .find(|file| file.to_string_lossy().ends_with(name))
        .with_context(|| format!("the build has a file {name}"))?;
    let whole = std::fs::read(&file)?;
    std::fs::write(&file, &whole[..whole.len() / 2])?;
    world.serve(&folder)?;
    Ok((file, whole))
}

/// Puts into localStorage what another browser had there.
const KEEP: &str = "for (const [key, value] of arguments[0]) localStorage.setItem(key, value);";

#[test]
fn without_the_later_part_one_types_and_saves_and_can_try_again() {
    test(async |world: &World| -> Result<()> {
        let (project, kept) = earlier_project(world).await?;
        let (later, whole) = serve_cut(world, "_later.wasm")?;

        let person = world.person("lin").await?;
        person.expect(Expected::HalfUpload);
        person.open("#/").await?;
        person.run(KEEP, json!([kept])).await?;
        person.load(&at(&project, "exchange")).await?;
        person.find(&testid("program-missing")).await?;
        assert_eq!(person.run(READY, json!([])).await?, json!(null));
        person.go(&at(&project, "charter")).await?;
        person.fill("charter", "goal_statement", "照样能写").await?;
        person.saved().await?;

        person
            .run(
                "location.hash = arguments[0];",
                json!([at(&project, "exchange")]),
            )
            .await?;
        person.find(&testid("program-missing")).await?;
        std::fs::write(&later, whole)?;
        person.click(&testid("program-retry")).await?;
        person.find(&testid("export-whole")).await?;
        person.wait_ready().await?;
        assert_eq!(person.count(&testid("program-missing")).await?, 0);
        let file = person.export_read(&project).await?;
        assert_eq!(file.current("charter", "goal_statement"), "照样能写");
        Ok(())
    });
}

#[test]
fn without_the_forms_the_rest_works_and_one_can_try_again() {
    test(async |world: &World| -> Result<()> {
        let (project, kept) = earlier_project(world).await?;
        let (forms, whole) = serve_cut(world, "_forms.wasm")?;

        let person = world.person("lin").await?;
        person.expect(Expected::HalfUpload);
        person.open("#/").await?;
        person.run(KEEP, json!([kept])).await?;
        person.load(&at(&project, "charter")).await?;
        person.find(&testid("program-missing")).await?;
        assert_eq!(person.run(READY, json!([])).await?, json!(null));
        person.go(&at(&project, "exchange")).await?;
        person.find(&testid("export-whole")).await?;

        person
            .run(
                "location.hash = arguments[0];",
                json!([at(&project, "charter")]),
            )
            .await?;
        person.find(&testid("program-missing")).await?;
        std::fs::write(&forms, whole)?;
        person.click(&testid("program-retry")).await?;
        person.wait_ready().await?;
        person.fill("charter", "goal_statement", "又能写了").await?;
        person.saved().await?;
        assert_eq!(person.count(&testid("program-missing")).await?, 0);
        Ok(())
    });
}

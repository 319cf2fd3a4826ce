//! The later part of the program: there before it is wanted, and no harm where it cannot be fetched.

use anyhow::{Context as _, Result};
use browser_tests::page::testid;
use browser_tests::reports::Expected;
use browser_tests::{World, test, world};
use serde_json::json;

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

#[test]
fn without_the_later_part_one_types_and_saves_and_can_try_again() {
    test(async |world: &World| -> Result<()> {
        // A project of another day: beginning one needs the later part.
        let before = world.person("lin-before").await?;
        let project = before.new_project("台灯").await?;
        let kept = "return Object.entries(localStorage);";
        let kept = before.run(kept, json!([])).await?;
        before.quit().await?;

        let folder = world.folder().join("dist-cut");
        copy_folder(&world::dist()?, &folder)?;
        let files = std::fs::read_dir(&folder)?.collect::<std::io::Result<Vec<_>>>()?;
        let later = files.iter().map(std::fs::DirEntry::path);
        let later = later
            .into_iter()
            .find(|file| file.to_string_lossy().ends_with("_later.wasm"))
            .context("the build has a later part")?;
        let whole = std::fs::read(&later)?;
        std::fs::write(&later, &whole[..whole.len() / 2])?;
        world.serve(&folder)?;

        let person = world.person("lin").await?;
        person.expect(Expected::HalfUpload);
        person.open("#/").await?;
        let keep = "for (const [key, value] of arguments[0]) localStorage.setItem(key, value);";
        person.run(keep, json!([kept])).await?;
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

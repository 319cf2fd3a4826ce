//! After a panic or a trap nothing is written any more, and everything can be taken out.

use std::time::{Duration, Instant};

use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::reports::Expected;
use browser_tests::{Person, World, test, world};

use serde_json::{Value, json};

use crate::copy_folder;

/// The one thing from outside that the program counts on: without random numbers it panics.
const NO_CHANCE: &str = "crypto.getRandomValues = () => { throw new DOMException('no randomness', 'OperationError'); };";

/// An endless recursion in a script of the page's own; what it throws passes the panic hook by.
const OVERFLOW: &str = "const again = () => again() + 1; setTimeout(again);";

async fn project_with_a_word(person: &Person) -> Result<String> {
    let project = person.new_project("台灯").await?;
    person.fill("charter", "goal_statement", "出错之前").await?;
    person.saved().await?;
    person.expect(Expected::Crash);
    Ok(project)
}

/// The rescue page comes within a second, nothing is written from then on, all is in the download.
async fn stopped_for_good(
    person: &Person,
    project: &str,
    since: Instant,
    before: &Value,
) -> Result<()> {
    person.find(&testid("crash")).await?;
    let took = since.elapsed();
    ensure!(
        took < Duration::from_secs(1),
        "the rescue page took {took:?}"
    );
    let refused =
        "const refused = (work) => { try { work(); return false; } catch { return true; } };
        return [
            refused(() => localStorage.setItem('hepai/late', 'x')),
            refused(() => localStorage.removeItem('x')),
            refused(() => Storage.prototype.clear.call(localStorage)),
            refused(() => IDBObjectStore.prototype.put.call({}, 1)),
            refused(() => new BroadcastChannel('x').postMessage(1)),
        ];";
    assert_eq!(
        person.run(refused, json!([])).await?,
        json!([true, true, true, true, true])
    );
    // Clicks and routes still reach the poisoned program; it must not write.
    person.run("dispatchEvent(new Event('hepai-write')); location.hash = '#/'; dispatchEvent(new Event('pagehide'));", json!([])).await?;
    person.stores_the_same_as(before).await?;
    person.click(&testid("rescue-download")).await?;
    let file = std::fs::read_to_string(person.downloaded().await?)?;
    ensure!(file.contains("出错之前"), "the content is in the download");
    person.click(&testid("rescue-reopen")).await?;
    person.wait_ready().await?;
    person.open(&crate::at(project, "charter")).await?;
    person
        .wait_shown("charter", "goal_statement", "出错之前")
        .await?;
    person.fill("charter", "background", "又能写").await?;
    person.saved().await
}

#[test]
fn a_panic_stops_everything_and_offers_the_way_out() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = project_with_a_word(&person).await?;
        // A new page has drawn no random numbers for this project yet.
        person.reload().await?;
        person.control("charter", "background").await?;
        person.run(NO_CHANCE, json!([])).await?;
        let before = person.stored_at_rest().await?;
        let since = Instant::now();
        person
            .run(
                "try { put(control('charter', 'background'), '这一句存不上'); } catch {}",
                json!([]),
            )
            .await?;
        stopped_for_good(&person, &project, since, &before).await
    });
}

#[test]
fn a_stack_overflow_past_the_panic_hook_stops_it_too() {
    test(async |world: &World| -> Result<()> {
        let folder = world.folder().join("dist");
        copy_folder(&world::dist()?, &folder)?;
        std::fs::write(folder.join("overflow.js"), OVERFLOW)?;
        world.serve(&folder)?;
        let person = world.person("lin").await?;
        let project = project_with_a_word(&person).await?;
        let before = person.stored_at_rest().await?;
        let since = Instant::now();
        let script = "await import(new URL('./overflow.js', document.baseURI).href);";
        person.run_async(script, json!([])).await?;
        stopped_for_good(&person, &project, since, &before).await
    });
}

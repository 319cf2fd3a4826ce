//! The two homes, each as bad as it can get.

use anyhow::{Result, ensure};
use browser_tests::life::Launch;
use browser_tests::page::testid;
use browser_tests::reports::Expected;
use browser_tests::{Person, World, test};
use serde_json::json;

use crate::{add_task, at};

/// A page of the app's address where the app does not run.
async fn leave_app(person: &Person) -> Result<()> {
    person.load("rescue.html").await?;
    person.find(&testid("rescue-download")).await.map(drop)
}

#[test]
fn a_full_local_storage_still_saves_and_exports() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        let fill = "const left = () => 5242880 - Object.keys(localStorage).reduce((sum, key) => sum + key.length + localStorage[key].length, 0);
            localStorage.setItem('filler', 'x'.repeat(left() - 'filler'.length));
            return left();";
        assert_eq!(
            person.run(fill, json!([])).await?,
            0,
            "not one unit is left"
        );
        person.fill("charter", "goal_statement", "满了也存").await?;
        person.saved().await?;
        person.wait_notice("warning", &[]).await?;
        assert_eq!(
            person
                .export_read(&project)
                .await?
                .current("charter", "goal_statement"),
            "满了也存"
        );
        let filler = person
            .run("return localStorage.filler.length;", json!([]))
            .await?;
        ensure!(
            filler.as_u64() > Some(5_000_000),
            "what was stored is not touched"
        );
        person.kill()?;
        person.start().await?;
        person.open(&at(&project, "charter")).await?;
        person
            .wait_shown("charter", "goal_statement", "满了也存")
            .await?;
        Ok(())
    });
}

#[test]
fn a_truncated_segment_hides_nothing_else_and_is_set_aside() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        let mut tasks = Vec::new();
        for title in ["第一个", "第二个", "第三个"] {
            tasks.push(add_task(&person, &project, title).await?);
            person.saved().await?;
        }
        leave_app(&person).await?;
        // Only localStorage is left, and one segment of it is cut in the middle.
        let cut = "await new Promise((resolve, reject) => {
                const request = indexedDB.deleteDatabase('hepai');
                request.onsuccess = resolve;
                request.onerror = request.onblocked = reject;
            });
            const key = Object.keys(localStorage).find((key) => key.startsWith('hepai/p/') && localStorage[key].includes('第二个'));
            localStorage[key] = localStorage[key].slice(0, localStorage[key].length / 2);
            return localStorage[key];";
        let rest = person.run_async(cut, json!([])).await?;
        person.open(&at(&project, "task")).await?;
        person.wait_notice("warning", &[]).await?;
        let shown = person.wait_records("task", 2).await?;
        assert_eq!(
            shown,
            [tasks[0].clone(), tasks[2].clone()],
            "the others are there"
        );
        add_task(&person, &project, "第四个").await?;
        person.saved().await?;
        let stored = person.stored().await?;
        let is_kept = stored
            .as_array()
            .into_iter()
            .flatten()
            .any(|row| row[2] == rest);
        ensure!(is_kept, "the damaged bytes are still there, as they were");
        Ok(())
    });
}

#[test]
fn damaged_local_storage_is_healed_by_the_other_home() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        person.fill("charter", "goal_statement", "在两处").await?;
        person.saved().await?;
        leave_app(&person).await?;
        person
            .run(
                "for (const key of Object.keys(localStorage)) localStorage[key] = '坏';",
                json!([]),
            )
            .await?;
        person.open(&at(&project, "charter")).await?;
        person
            .wait_shown("charter", "goal_statement", "在两处")
            .await?;
        leave_app(&person).await?;
        person.run("localStorage.clear();", json!([])).await?;
        person.open("#/").await?;
        person
            .find(&format!(
                "{} [data-project-id='{project}']",
                testid("project-list")
            ))
            .await?;
        person.go(&at(&project, "charter")).await?;
        person
            .wait_shown("charter", "goal_statement", "在两处")
            .await
    });
}

#[test]
fn blocked_storage_works_in_memory_says_so_and_exports() {
    test(async |world: &World| -> Result<()> {
        let launch = Launch::default()
            .whole()
            .setting("profile.default_content_setting_values.cookies", json!(2));
        let person = world.person_with("lin", launch).await?;
        person.expect(Expected::Crippled);
        person.open("#/").await?;
        let blocked = "try { localStorage.length; return false; } catch { return true; }";
        assert_eq!(
            person.run(blocked, json!([])).await?,
            true,
            "the browser gives no storage"
        );
        person.wait_save_state("memory").await?;
        person.go("#/new").await?;
        person.answer("project_name", 0, "无痕").await?;
        person.click(&testid("create-look")).await?;
        person.click("a[href$='/charter']").await?;
        person.fill("charter", "goal_statement", "只在内存").await?;
        assert_eq!(person.save_state().await?, "memory");
        person.click("a[href$='/exchange']").await?;
        let file = person.export_here().await?;
        let file = browser_tests::ProjectFile::read(&file)?;
        assert_eq!(file.current("charter", "goal_statement"), "只在内存");
        Ok(())
    });
}

#[test]
fn a_database_that_refuses_is_told_and_what_is_typed_can_be_taken_out() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        // Both homes refuse from here on: the disk is full.
        let refuse = "const full = () => { throw new DOMException('full', 'QuotaExceededError'); };
            Storage.prototype.setItem = full;
            globalThis.putBefore = IDBObjectStore.prototype.put;
            IDBObjectStore.prototype.put = full;";
        person.run(refuse, json!([])).await?;
        person.fill("charter", "goal_statement", "没处存").await?;
        person.wait_save_state("failed").await?;
        person.wait_notice("error", &[]).await?;
        assert_eq!(
            person
                .export_read(&project)
                .await?
                .current("charter", "goal_statement"),
            "没处存"
        );
        assert_eq!(
            person.save_state().await?,
            "failed",
            "it does not become saved by itself"
        );
        person
            .run("IDBObjectStore.prototype.put = putBefore;", json!([]))
            .await?;
        person.go(&at(&project, "charter")).await?;
        person.fill("charter", "background", "又有地方").await?;
        person.saved().await?;
        person.reload().await?;
        person
            .wait_shown("charter", "goal_statement", "没处存")
            .await
    });
}

#[test]
fn what_is_typed_before_there_is_a_project_outlives_a_kill_once_it_is_called_saved() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        for (name, who) in [("灯会", "林"), ("夜市", "周")] {
            person.open("#/new").await?;
            person.answer("project_name", 0, name).await?;
            person.answer("person", 0, who).await?;
            person.saved().await?;
            person.kill()?;
            person.start().await?;
            person.open("#/new").await?;
            let stands = "const text = (field) => document.querySelector(`main [data-field='${field}']`)?.value;
                return text('project_name') === arguments[0] && text('person') === arguments[1];";
            person
                .wait("what was typed", stands, json!([name, who]))
                .await?;
        }
        Ok(())
    });
}

//! A browser that cannot read all it stores: it is said on every page, nothing is called whole, and it heals. And a
//! page that stands inside another one.

use crate::{add_task, at};
use anyhow::{Result, ensure};
use browser_tests::page::testid;
use browser_tests::reports::Expected;
use browser_tests::{Person, ProjectFile, World, test};
use serde_json::json;

/// Before the page's own code: IndexedDB cannot be opened, in one of several ways, until `databaseBroken` is unset.
const BREAK: &str = "
globalThis.databaseBroken = true;
const open = IDBFactory.prototype.open;
IDBFactory.prototype.open = function (...all) {
  if (!globalThis.databaseBroken) return open.apply(this, all);
  if (HOW === 'silent') return {};
  if (HOW === 'throws') throw new DOMException('broken', 'SecurityError');
  const request = { error: new DOMException('broken', HOW) };
  setTimeout(() => request.onerror?.(new Event('error')));
  return request;
};";

/// Before the page's own code: localStorage is not to be had.
const BLOCK: &str = "Object.defineProperty(globalThis, 'localStorage', {
  get() { throw new DOMException('blocked', 'SecurityError'); } });";

/// From the next load on.
async fn break_database(person: &Person, how: &str) -> Result<()> {
    let source = format!("(() => {{ const HOW = '{how}'; {BREAK} }})();");
    let added = person.cdp(
        "Page.addScriptToEvaluateOnNewDocument",
        json!({ "source": source }),
    );
    added.await.map(drop)
}

async fn heal(person: &Person) -> Result<()> {
    let script = "globalThis.databaseBroken = false;";
    person.run(script, json!([])).await.map(drop)
}

/// Presses the button that reads again, where the app has not done so by itself.
async fn ask_again(person: &Person) -> Result<()> {
    let script = "testid('unread-again')?.click();";
    person.run(script, json!([])).await.map(drop)
}

async fn is_told(person: &Person) -> Result<()> {
    let said = person.text(&testid("unread")).await?;
    ensure!(said.contains("没有读全"), "{said}");
    ensure!(person.count(&testid("unread-rescue")).await? == 1);
    Ok(())
}

async fn is_told_no_more(person: &Person) -> Result<()> {
    let script = "return testid('unread') === null;";
    let all_read = person.wait("all to be read", script, json!([]));
    all_read.await.map(drop)
}

/// A project of which localStorage holds a part and IndexedDB all, with the app closed.
async fn partly_near(person: &Person) -> Result<String> {
    let project = person.new_project("台灯").await?;
    person
        .fill("charter", "goal_statement", "只在库里的目标")
        .await?;
    person.saved().await?;
    person.fill("charter", "background", "两处都有").await?;
    person.saved().await?;
    person.load("rescue.html").await?;
    person.find(&testid("rescue-download")).await?;
    let cut = "for (const key of Object.keys(localStorage))
          if (localStorage[key].includes('只在库里的目标') && key.includes('/s/')) localStorage.removeItem(key);
        return Object.values(localStorage).some((text) => text.includes('两处都有'));";
    let is_left = person.run(cut, json!([])).await?;
    ensure!(is_left == json!(true), "a part is left in localStorage");
    Ok(project)
}

async fn export_is_whole(person: &Person, project: &str) -> Result<bool> {
    person.go(&at(project, "exchange")).await?;
    let file = ProjectFile::read(&person.export_here().await?)?;
    Ok(file.header("scope")["whole"] == json!(true))
}

async fn nothing_claims_to_be_complete(person: &Person, project: &str) -> Result<()> {
    for page in ["", "todo", "checks", "brief", "conflicts", "bin"] {
        person.go(&at(project, page)).await?;
        is_told(person).await?;
        person.find(&testid("unread-page")).await?;
    }
    for page in ["task", "member", "charter"] {
        person.go(&at(project, page)).await?;
        is_told(person).await?;
    }
    person
        .wait_shown("charter", "background", "两处都有")
        .await?;
    person.wait_save_state("unread").await?;
    let claims =
        "const rail = [...document.querySelectorAll('.rail-count')].map((one) => one.textContent);
        const sent = testid('unsent')?.dataset.count === '0' ? testid('unsent').textContent : '';
        return [rail, sent];";
    let found = person.run(claims, json!([])).await?;
    ensure!(
        found == json!([[], ""]) || found == json!([[], "没有读全"]),
        "{found}"
    );
    ensure!(!export_is_whole(person, project).await?, "a part is a part");
    person.find(&testid("file-is-part")).await?;
    person.go("#/").await?;
    is_told(person).await?;
    let list = person.text(&testid("project-list")).await?;
    ensure!(
        list.contains("还没有存过") && !list.contains("今天"),
        "{list}"
    );
    Ok(())
}

#[test]
fn a_database_that_cannot_be_opened_is_told_on_every_page_and_heals() {
    test(async |world: &World| -> Result<()> {
        for how in ["VersionError", "UnknownError", "throws"] {
            let person = world.person(how).await?;
            let project = partly_near(&person).await?;
            break_database(&person, how).await?;
            person.open(&at(&project, "")).await?;
            nothing_claims_to_be_complete(&person, &project).await?;
            person.go(&at(&project, "charter")).await?;
            heal(&person).await?;
            let again = "testid('unread-again')?.focus();";
            person.run(again, json!([])).await?;
            person.press("Enter", 0).await?;
            is_told_no_more(&person).await?;
            let goes_on = "return document.activeElement?.id === 'main' || null;";
            person
                .wait("the focus in the page", goes_on, json!([]))
                .await?;
            person
                .wait_shown("charter", "goal_statement", "只在库里的目标")
                .await?;
            ensure!(export_is_whole(&person, &project).await?, "{how}");
            person.done().await;
        }
        Ok(())
    });
}

#[test]
fn no_answer_is_told_as_well_and_is_asked_for_again_by_itself() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = partly_near(&person).await?;
        break_database(&person, "silent").await?;
        person.open(&at(&project, "charter")).await?;
        is_told(&person).await?;
        ensure!(!export_is_whole(&person, &project).await?);
        // What else there is can be taken out all the same.
        let rescue = "const tools = await import(new URL('./rescue.js', document.baseURI).href);
            const all = await tools.collect();
            return [all.problems.length > 0, JSON.stringify(all.localStorage).includes('两处都有')];";
        assert_eq!(
            person.run_async(rescue, json!([])).await?,
            json!([true, true])
        );
        heal(&person).await?;
        is_told_no_more(&person).await?;
        person.go(&at(&project, "charter")).await?;
        person
            .wait_shown("charter", "goal_statement", "只在库里的目标")
            .await
    });
}

#[test]
fn a_project_that_only_the_database_knows_is_not_called_missing() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = partly_near(&person).await?;
        person.run("localStorage.clear();", json!([])).await?;
        break_database(&person, "UnknownError").await?;
        person.open("#/").await?;
        is_told(&person).await?;
        person.go(&at(&project, "charter")).await?;
        is_told(&person).await?;
        heal(&person).await?;
        ask_again(&person).await?;
        person
            .wait_shown("charter", "goal_statement", "只在库里的目标")
            .await?;
        is_told_no_more(&person).await
    });
}

#[test]
fn a_row_that_the_browser_cannot_read_hides_none_of_the_others() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = partly_near(&person).await?;
        // Reading all at once fails, and so does the row of one edit.
        let source =
            "const all = IDBObjectStore.prototype.getAll, one = IDBObjectStore.prototype.get;
            const fail = () => { throw new DOMException('broken', 'DataError'); };
            IDBObjectStore.prototype.getAll = function (...how) {
              return this.name === 'rows' ? fail() : all.apply(this, how);
            };
            globalThis.lostRow = null;
            IDBObjectStore.prototype.get = function (key) {
              globalThis.lostRow ??= String(key);
              return globalThis.lostRow === String(key) ? fail() : one.call(this, key);
            };";
        let source = json!({ "source": format!("(() => {{ {source} }})();") });
        person
            .cdp("Page.addScriptToEvaluateOnNewDocument", source)
            .await?;
        person.open(&at(&project, "charter")).await?;
        person
            .wait_shown("charter", "goal_statement", "只在库里的目标")
            .await?;
        is_told_no_more(&person).await
    });
}

#[test]
fn a_backup_names_what_was_deleted_since_and_brings_it_back() {
    test(async |world: &World| -> Result<()> {
        let person = world.person("lin").await?;
        let project = person.new_project("台灯").await?;
        let first = add_task(&person, &project, "备份里的任务").await?;
        let second = add_task(&person, &project, "另一个任务").await?;
        person.saved().await?;
        let backup = person.export(&project).await?;
        for task in [&first, &second] {
            person.go(&at(&project, task)).await?;
            person.click(&testid("delete-record")).await?;
        }
        person.saved().await?;
        person.go(&at(&project, "exchange")).await?;
        let look = person.give_and_look(&[&backup], 1).await?;
        assert_eq!(look[0].new, 0);
        let said = person.text(&testid("preview-gone")).await?;
        ensure!(
            said.contains("备份里的任务") && said.contains("另一个任务"),
            "{said}"
        );
        let preview = person.text(&testid("import-preview")).await?;
        ensure!(!preview.contains("什么都没有变"), "{preview}");
        person.click(&testid("restore-gone")).await?;
        let script = "return testid('preview-gone') === null;";
        person.wait("them to be back", script, json!([])).await?;
        person.go(&at(&project, "task")).await?;
        person.wait_records("task", 2).await?;
        Ok(())
    });
}

#[test]
fn with_localstorage_blocked_besides_both_are_told_and_nothing_is_called_saved() {
    test(async |world: &World| -> Result<()> {
        for how in ["VersionError", "UnknownError"] {
            let person = world.person(how).await?;
            let project = partly_near(&person).await?;
            let blocked = json!({ "source": BLOCK });
            person
                .cdp("Page.addScriptToEvaluateOnNewDocument", blocked)
                .await?;
            break_database(&person, how).await?;
            person.expect(Expected::Crippled);
            person.open("#/").await?;
            is_told(&person).await?;
            person.wait_save_state("unread").await?;
            person.go(&at(&project, "charter")).await?;
            is_told(&person).await?;
            person.go("#/new").await?;
            person.answer("project_name", 0, "没处放").await?;
            person.click(&testid("create-look")).await?;
            person.click("a[href$='/charter']").await?;
            person.fill("charter", "background", "只在这一页").await?;
            person.wait_save_state("failed").await?;
            let said = "return testid('unread')?.innerText.includes('关掉就没了') || null;";
            person.wait("it to be told", said, json!([])).await?;
            person.go("#/").await?;
            let both = person.text(&testid("unread")).await?;
            ensure!(
                both.contains("没有读全") && both.contains("关掉就没了"),
                "{both}"
            );
            heal(&person).await?;
            ask_again(&person).await?;
            is_told_no_more(&person).await?;
            person.saved().await?;
            person.go(&at(&project, "charter")).await?;
            person
                .wait_shown("charter", "goal_statement", "只在库里的目标")
                .await?;
            person.done().await;
        }
        Ok(())
    });
}
